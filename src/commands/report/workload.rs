//! `report workload`: who had how much to do, and did it.

use super::scope::{Scope, Unsaid};
use super::{Report, by, head, tickets_in_period};
use crate::context::Context;
use crate::core::report::{ClockRow, Story, Workload, workload as counted};
use crate::failure::Failure;
use crate::render::{Cell, Column, Doc, Listing, Outcome, Prefer};

use super::sla::{count, ids};

/// A person's window, and the lines he or she is on.
#[derive(Clone, Debug)]
struct Person {
    load: Workload,
    lines: Vec<String>,
}

type C = Column<Person>;

const COLUMNS: &[C] = &[
    C::shown("assignee", |p| Cell::code_if(p.load.assignee.clone())).names(),
    C::shown("taken", |p| count(p.load.taken.len())),
    C::shown("resolved", |p| count(p.load.resolved.len())),
    C::shown("open", |p| count(p.load.open.len())),
    C::shown("breached", |p| count(p.load.breached.len())),
    C::shown("worked_seconds", |p| Cell::Seconds(p.load.worked)).titled("WORKED"),
    C::shown("oldest_open", |p| {
        Cell::from(p.load.oldest_open.map(|(opened, _)| opened))
    }),
    C::more("replies", |p| count(p.load.replies)),
    C::more("waiting_seconds", |p| Cell::Seconds(p.load.waiting)),
    C::more("line", |p| Cell::codes(p.lines.clone())),
    C::more("oldest_ticket", |p| {
        p.load
            .oldest_open
            .map_or(Cell::Absent, |(_, ticket)| Cell::Id(ticket.0))
    }),
    C::more("tickets", |p| {
        Cell::object([
            ("taken", ids(&p.load.taken)),
            ("resolved", ids(&p.load.resolved)),
            ("open", ids(&p.load.open)),
            ("breached", ids(&p.load.breached)),
        ])
    }),
];

/// `report workload`.
///
/// # Errors
/// What was asked for cannot be read, or the desk's file cannot.
pub(crate) fn workload(context: &mut Context, options: &Report) -> Result<Outcome, Failure> {
    by::none("report workload", &options.by)?;
    let mut scope = Scope::of(context, options, Unsaid::ThisQuarter)?;
    let mut stories: Vec<Story> = Vec::new();
    let mut clocks: Vec<ClockRow> = Vec::new();
    tickets_in_period::each(&mut scope, |_, mut life| {
        stories.push(life.story);
        clocks.append(&mut life.clocks);
        Ok(())
    })?;
    let people = people(&scope, counted(&stories, &clocks, &scope.window))?;
    let page = page(&scope, &people)?;
    let columns = match options.tickets {
        true => COLUMNS,
        false => &COLUMNS[..COLUMNS.len() - 1],
    };
    let listing = Listing::of("report workload", columns, people)
        .if_empty("nobody had a ticket in that period")
        .page(Prefer::PageAtTerminal, page)
        .sorted(options.list.sort.as_deref())?
        .limited(options.list.limit)?;
    Ok(Outcome::listing(listing).in_zone(scope.zone))
}

fn people(scope: &Scope<'_>, loads: Vec<Workload>) -> Result<Vec<Person>, Failure> {
    let staff = scope.reading.store.staff()?;
    let lines = |load: &Workload| {
        let of = staff
            .iter()
            .find(|one| Some(&one.row.key) == load.assignee.as_ref());
        of.map(|one| one.lines.clone()).unwrap_or_default()
    };
    let loads = loads.into_iter();
    Ok(loads
        .map(|load| Person {
            lines: lines(&load),
            load,
        })
        .collect())
}

fn page(scope: &Scope<'_>, people: &[Person]) -> Result<Doc, Failure> {
    let mut page = head::page(scope, "Workload");
    page = if people.is_empty() {
        page.text("Nobody had a ticket in that period.")
    } else {
        page.records(Listing::of("workload", COLUMNS, people.to_vec()))?
            .text("Resolved and breached count for whoever had the ticket then, worked time for whoever did the work.")
    };
    Ok(page.text(format!("Seal: {}", head::seal(scope)?)))
}
