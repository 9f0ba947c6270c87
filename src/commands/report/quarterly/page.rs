//! The report as a page for people: what matters to the reader first, sums spelled out, and no
//! section about nothing.

use super::super::scope::Scope;
use super::super::sla::{count, ids, share, tables};
use super::super::{breaches, head, usage};
use super::{QuarterlyAnswer, acts, since, terms};
use crate::core::model::TicketNo;
use crate::core::report::Volumes;
use crate::failure::Failure;
use crate::render::{Cell, Column, Doc, Listing, Said};
use crate::wording::{report as wording, said};

/// More than these a page does not list; the machine formats have all.
const LONGEST: usize = 40;

pub(super) fn title(scope: &Scope<'_>) -> String {
    let whose = scope
        .customer
        .as_ref()
        .map_or("the desk", |(row, _)| row.name.as_str());
    format!("Support of {whose}")
}

/// `Support of Acme 2026Q3`, in the language of the page.
fn full_title(scope: &Scope<'_>) -> Said {
    let period = Cell::text(&scope.period.title);
    match &scope.customer {
        Some((row, _)) => said::report_quarterly(Cell::text(&row.name), period),
        None => said::report_quarterly_of_desk(period),
    }
}

/// The whole report.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn page(
    scope: &Scope<'_>,
    quarter: &QuarterlyAnswer,
    tickets: bool,
) -> Result<Doc, Failure> {
    let mut page = head::page(scope, full_title(scope));
    let people = people(scope);
    if people.iter().any(|(_, cell)| *cell != Cell::Absent) {
        page = page.facts(people);
    }
    page = page.heading("How promises were kept");
    page = tables(page, &quarter.attainment, &quarter.by, tickets);
    page = customers(page, quarter);
    page = volumes(page, &quarter.volumes, tickets);
    page = broken(page, quarter)?;
    page = listed(
        page,
        wording::EARLIER_BREACHES,
        wording::EARLIER_BREACHES_ARE,
        acts::EARLIER,
        &quarter.acts.earlier_breaches,
    )?;
    page = acted(page, &quarter.acts)?;
    page = page.heading("Allowances");
    page = usage::tables(page, &quarter.usages);
    page = listed(page, "Contracts", "", terms::HELD, &quarter.held)?;
    page = listed(
        page,
        "Not promised",
        "Nothing is counted here: no clock runs on what is not promised.",
        terms::NOT_PROMISED,
        &quarter.not_promised,
    )?;
    page = listed(
        page,
        "Also said",
        "It decides nothing that is counted here.",
        terms::ALSO_SAID,
        &quarter.also_said,
    )?;
    page = changed(page, scope, quarter)?;
    head::foot(page, scope)
}

fn people(scope: &Scope<'_>) -> Vec<(&'static str, Cell)> {
    let Some((_, account)) = &scope.customer else {
        return Vec::new();
    };
    let customer = &account.customer;
    vec![
        (
            "account manager",
            Cell::code_if(customer.account_manager.clone()),
        ),
        ("engineer", Cell::text_if(customer.engineer.clone())),
    ]
}

fn customers(page: Doc, quarter: &QuarterlyAnswer) -> Doc {
    if quarter.customers.len() < 2 {
        return page;
    }
    let rows = quarter.customers.iter().map(|(key, attainment)| {
        let figures = attainment
            .total()
            .map(|line| line.figures.clone())
            .unwrap_or_default();
        vec![
            Cell::code(key.clone()),
            count(figures.decided()),
            count(figures.met.len()),
            count(figures.breached.len()),
            share(figures.attainment()),
            count(figures.open.len()),
        ]
    });
    let rows: Vec<_> = rows.collect();
    page.heading("Customers").table(
        ["customer", "decided", "met", "breached", "kept", "open"],
        rows,
    )
}

/// The counts of tickets under the keys that they have in machine formats.
pub(super) fn volume_lists(volumes: &Volumes) -> [(&'static str, &Vec<TicketNo>); 11] {
    [
        ("open_at_start", &volumes.at_start),
        ("opened", &volumes.opened),
        ("reopened", &volumes.reopened),
        ("resolved", &volumes.resolved),
        ("withdrawn", &volumes.withdrawn),
        ("merged", &volumes.merged),
        ("open_at_end", &volumes.at_end),
        ("waiting_at_end", &volumes.waiting_at_end),
        ("closed", &volumes.closed),
        ("courtesy", &volumes.courtesy),
        ("refused", &volumes.refused),
    ]
}

fn volumes(page: Doc, volumes: &Volumes, tickets: bool) -> Doc {
    let lists = volume_lists(volumes);
    let mut page = page.heading("Tickets").facts(
        lists
            .iter()
            .map(|(key, list)| (key.replace('_', " "), count(list.len()))),
    );
    page = page.text(balance(volumes));
    for (name, groups) in [
        ("priority", &volumes.by_priority),
        ("channel", &volumes.by_channel),
        ("topic", &volumes.by_topic),
    ] {
        let named = groups.iter().any(|(value, _)| value.is_some());
        if named {
            let rows = groups
                .iter()
                .map(|(value, list)| vec![Cell::code_if(value.clone()), count(list.len())]);
            page = page.table([name, "opened"], rows.collect::<Vec<_>>());
        }
    }
    if tickets {
        let tickets_of_figures = lists.iter().filter(|(_, list)| !list.is_empty());
        page = page.facts(tickets_of_figures.map(|(key, list)| (key.replace('_', " "), ids(list))));
    }
    page
}

/// The sum that must come out.
fn balance(v: &Volumes) -> String {
    format!(
        "{} open + {} opened + {} reopened = {} resolved + {} withdrawn + {} merged + {} still open.",
        v.at_start.len(),
        v.opened.len(),
        v.reopened.len(),
        v.resolved.len(),
        v.withdrawn.len(),
        v.merged.len(),
        v.at_end.len(),
    )
}

fn broken(page: Doc, quarter: &QuarterlyAnswer) -> Result<Doc, Failure> {
    let of = |corrected: bool| -> Vec<breaches::Breach> {
        let all = quarter.breaches.iter();
        all.filter(|breach| breach.corrected.is_some() == corrected)
            .cloned()
            .collect()
    };
    let breached = of(false);
    let mut page = page.heading("Breaches");
    if breached.is_empty() {
        page = page.text("None.");
    } else {
        page = records(page, breaches::COLUMNS, &breached)?;
        let rows = quarter.causes.iter().map(|cause| {
            let code = cause.code.clone().unwrap_or_else(|| "not said".to_owned());
            vec![
                Cell::code(code),
                count(cause.tickets.len()),
                ids(&cause.tickets),
            ]
        });
        page = page.table(["cause", "breached", "tickets"], rows.collect::<Vec<_>>());
    }
    let taken = of(true);
    if taken.is_empty() {
        return Ok(page);
    }
    let rows = taken.iter().map(|breach| {
        let taken = breach.corrected.as_ref();
        vec![
            Cell::Id(breach.row.ticket.0),
            Cell::code(breach.row.milestone.clone()),
            Cell::code(breach.row.priority.clone()),
            Cell::from(breach.row.due),
            Cell::code_if(taken.map(|taken| taken.actor.clone())),
            Cell::from(taken.map(|taken| taken.at)),
            Cell::text_if(taken.and_then(|taken| taken.reason.clone())),
        ]
    });
    let columns = [
        "ticket",
        "milestone",
        "priority",
        "due",
        "corrected by",
        "at",
        "why",
    ];
    Ok(page
        .heading("Breaches taken back")
        .table(columns, rows.collect::<Vec<_>>()))
}

fn acted(page: Doc, acts: &acts::Acts) -> Result<Doc, Failure> {
    let mut page = page;
    page = listed(
        page,
        "Late entries",
        "These were met on the word of an event that was written down after the due.",
        acts::LATE_ENTRIES,
        &acts.late_entries,
    )?;
    page = listed(
        page,
        "Superseded",
        "A change of priority ended these before they were decided; they count nowhere.",
        acts::CLOCKS,
        &acts.superseded,
    )?;
    page = listed(
        page,
        "Changes of priority",
        "",
        acts::CHANGES,
        &acts.priority_changes,
    )?;
    page = listed(page, "Estimates", "", acts::ESTIMATES, &acts.estimates)?;
    page = listed(
        page,
        "Opened by override",
        "",
        acts::FORGIVEN,
        &acts.overrides,
    )?;
    page = listed(page, "Refused requests", "", acts::FORGIVEN, &acts.refused)?;
    listed(page, "Exempted", "", acts::EXEMPT, &acts.exempt)
}

fn changed(page: Doc, scope: &Scope<'_>, quarter: &QuarterlyAnswer) -> Result<Doc, Failure> {
    let page = page.heading("Changed since the period ended");
    let moved = &quarter.changed.moved;
    if !moved.moves.is_empty() {
        let page = moved.told(page)?;
        return match quarter.changed.changes.is_empty() {
            true => Ok(page),
            false => clocks_changed(page, scope, quarter),
        };
    }
    match (&quarter.changed.since, quarter.changed.changes.is_empty()) {
        (None, _) => Ok(page.text("It is not over yet.")),
        (Some(_), true) => Ok(page.text("Nothing.")),
        (Some(_), false) => clocks_changed(page, scope, quarter),
    }
}

fn clocks_changed(page: Doc, scope: &Scope<'_>, quarter: &QuarterlyAnswer) -> Result<Doc, Failure> {
    let of = quarter.changed.changes.len();
    let page = page.text(format!(
        "What was written after {} says otherwise of {of} of its clocks.",
        scope.period.title
    ));
    records(page, since::COLUMNS, &quarter.changed.changes)
}

/// A section that is there when it has something to list.
fn listed<T: Clone + 'static>(
    page: Doc,
    heading: &str,
    says: &str,
    columns: &'static [Column<T>],
    items: &[T],
) -> Result<Doc, Failure> {
    if items.is_empty() {
        return Ok(page);
    }
    let mut page = page.heading(heading);
    if !says.is_empty() {
        page = page.text(says);
    }
    records(page, columns, items)
}

/// The first of them as a table, and how many more there are.
fn records<T: Clone + 'static>(
    page: Doc,
    columns: &'static [Column<T>],
    items: &[T],
) -> Result<Doc, Failure> {
    let first: Vec<T> = items.iter().take(LONGEST).cloned().collect();
    let page = page.records(Listing::of("section", columns, first))?;
    Ok(match items.len().checked_sub(LONGEST) {
        None | Some(0) => page,
        Some(more) => page.text(format!("and {more} more; `-f json` has all")),
    })
}
