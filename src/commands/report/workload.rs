//! `report workload`: who had how much to do, and did it.

use clap::Args;

use super::about::ReportArgs;
use super::folder::{Answered, AskedReport, FolderArgs, report};
use super::grouping::WithTickets;
use super::head;
use super::moved::MovedSince;
use super::scope::{DefaultPeriod, Scope};
use crate::commands::Input;
use crate::commands::args::OrderArgs;
use crate::commands::list_fields::ListFields;
use crate::context::{ClockTraits, Context};
use crate::core::filter::PEOPLE_KEYS;
use crate::core::model::TicketNo;
use crate::core::report::{Workload, WorkloadTally};
use crate::failure::Failure;
use crate::render::{Block, Cell, Column, Doc, DocTable, Listing, Outcome, PagePreference, Row};
use crate::wording::said;

use super::counted::{Counted, count, ids};
use super::names::person_or_nobody;

const NAME: &str = "report workload";

/// A person's window, and the lines he or she is on.
#[derive(Clone, Debug)]
struct WorkloadRow {
    load: Workload,
    lines: Vec<String>,
}

type C = Column<WorkloadRow>;

const COLUMNS: &[C] = &[
    C::shown("held_by", |p| Cell::code_if(p.load.held_by.clone())).names(),
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

/// Report who had how much to do
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk report workload --period this-month")]
pub(crate) struct ReportWorkload {
    #[command(flatten)]
    with_tickets: WithTickets,
    #[command(flatten)]
    folder: FolderArgs,
    #[command(flatten)]
    about: ReportArgs,
    #[command(flatten)]
    order: OrderArgs,
}

impl ReportWorkload {
    /// The report as records and as a page.
    ///
    /// # Errors
    /// What was asked for cannot be read, or the desk's file cannot.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let asked = AskedReport {
            about: &self.about,
            folder: &self.folder,
            unsaid: DefaultPeriod::ThisQuarter,
            called: Some("workload"),
        };
        report(context, &asked, |scope| self.answer(context, input, scope))
    }

    fn answer(
        &self,
        context: &Context,
        input: &dyn Input,
        mut scope: Scope<'_>,
    ) -> Result<Answered, Failure> {
        scope.asks_of_people()?;
        let mut tally = WorkloadTally::new(scope.window);
        let moved = MovedSince::read(context, &mut scope)?;
        moved.each(&mut scope, |_, in_period| {
            tally.add(&in_period.activity, &in_period.clocks);
            Ok(())
        })?;
        let mut loads = tally.finish();
        loads.retain(|load| {
            scope.traits.fits(ClockTraits {
                held_by: load.held_by.as_deref(),
                ..ClockTraits::default()
            })
        });
        let people = people(&scope, loads)?;
        let page =
            scope.page_if_wanted(|| page(&scope, &people, &moved, self.with_tickets.tickets))?;
        let columns = self.with_tickets.columns(COLUMNS);
        let listing = Listing::of(NAME, columns, people)
            .if_empty("nobody had a ticket in that period")
            .page_if_any(PagePreference::PageAtTerminal, page);
        let listing = self.order.arranged(listing, input)?;
        Ok(Answered {
            listing,
            zone: scope.zone,
        })
    }
}

fn people(scope: &Scope<'_>, loads: Vec<Workload>) -> Result<Vec<WorkloadRow>, Failure> {
    let staff = scope.customers.staff()?;
    let lines = |load: &Workload| {
        let of = staff
            .iter()
            .find(|one| Some(&one.row.key) == load.held_by.as_ref());
        of.map(|one| one.lines.clone()).unwrap_or_default()
    };
    let loads = loads.into_iter();
    Ok(loads
        .map(|load| WorkloadRow {
            lines: lines(&load),
            load,
        })
        .collect())
}

fn page(
    scope: &Scope<'_>,
    people: &[WorkloadRow],
    moved: &MovedSince,
    tickets: bool,
) -> Result<Doc, Failure> {
    let mut page = head::page(
        scope,
        said::report_workload(Cell::period(&scope.period.title)),
    );
    let mut counted = Counted::listing(tickets);
    page = if people.is_empty() {
        page.text(said::workload_nobody())
    } else {
        let table = table(people, &mut counted);
        page.block(Block::Table(table))
            .text(said::workload_counts())
    };
    page = counted.section(moved.section(page)?, scope)?;
    head::foot(page, scope)
}

/// Each person by name, and what all of them did.
fn table(people: &[WorkloadRow], counted: &mut Counted) -> DocTable {
    let mut row = |who: Cell, load: &Workload| {
        let mut number = |key: &'static str, tickets: &[TicketNo]| {
            counted.number(said::sla_behind(Cell::word_of(key), who.clone()), tickets)
        };
        let figures = [
            number("taken", &load.taken),
            number("resolved", &load.resolved),
            number("open", &load.open),
            number("breached", &load.breached),
            Cell::Seconds(load.worked),
            Cell::from(load.oldest_open.map(|(opened, _)| opened)),
        ];
        let mut row = vec![who];
        row.extend(figures);
        row
    };
    let rows: Vec<Row> = people
        .iter()
        .map(|person| {
            let who = person_or_nobody(person.load.held_by.as_deref());
            row(who, &person.load)
        })
        .collect();
    let total = Workload::total(people.iter().map(|person| &person.load));
    let total = row(said::sla_in_all().into(), &total);
    let columns = [
        "held_by",
        "taken",
        "resolved",
        "tickets_open",
        "breached",
        "worked_seconds",
        "oldest_open",
    ];
    DocTable::keyed(columns, rows).totalled(total)
}

/// The fields of the list.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, COLUMNS).asked(PEOPLE_KEYS)
}
