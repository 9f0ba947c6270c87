//! The report as a page for people: what matters to the reader first, sums spelled out, and no
//! section about nothing.

use super::super::scope::Scope;
use super::super::sla::{count, ids, share, tables};
use super::super::{breaches, head, usage};
use super::{QuarterlyAnswer, acts, since, summary, terms};
use crate::core::model::TicketNo;
use crate::core::report::Volumes;
use crate::failure::Failure;
use crate::render::{Cell, Column, Doc, Listing, Said};
use crate::wording::said;

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

/// The whole report, in the order in which a reader asks.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn page(
    scope: &Scope<'_>,
    quarter: &QuarterlyAnswer,
    tickets: bool,
) -> Result<Doc, Failure> {
    let mut page = head::page(scope, full_title(scope)).text(summary::summary(scope, quarter));
    if scope.customer.is_some() {
        page = summary::not_included(page, &quarter.held);
    }
    let people = people(scope);
    if people.iter().any(|(_, cell)| *cell != Cell::Absent) {
        page = page.facts(people);
    }
    page = listed(page, said::contracts(), None, terms::HELD, &quarter.held)?;
    page = page.heading(said::quarter_kept());
    page = tables(page, &quarter.attainment, &quarter.by, tickets);
    page = customers(page, quarter);
    page = broken(page, quarter)?;
    page = listed(
        page,
        said::earlier_breaches(),
        Some(said::earlier_breaches_are()),
        acts::EARLIER,
        &quarter.acts.earlier_breaches,
    )?;
    page = acted(page, &quarter.acts)?;
    page = volumes(page, &quarter.volumes, tickets);
    page = page.heading(said::allowances());
    page = usage::tables(page, &quarter.usages);
    page = changed(page, scope, quarter)?;
    page = listed(
        page,
        said::not_promised(),
        Some(said::not_promised_is()),
        terms::NOT_PROMISED,
        &quarter.not_promised,
    )?;
    page = listed(
        page,
        said::also_said(),
        Some(said::also_said_is()),
        terms::ALSO_SAID,
        &quarter.also_said,
    )?;
    page = summary::meanings(page);
    head::foot(page, scope)
}

fn people(scope: &Scope<'_>) -> Vec<(Said, Cell)> {
    let Some((_, account)) = &scope.customer else {
        return Vec::new();
    };
    let customer = &account.customer;
    vec![
        (
            said::account_manager(),
            Cell::code_if(customer.account_manager.clone()),
        ),
        (said::engineer(), Cell::text_if(customer.engineer.clone())),
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
    page.heading(said::customers()).table(
        [
            "customer",
            "decided",
            "met",
            "breached",
            "attainment",
            "open",
        ],
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
    let mut page = page.heading(said::tickets()).facts(
        lists
            .iter()
            .map(|(key, list)| (volume(key), count(list.len()))),
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
            page = page.table([name, "opened_count"], rows.collect::<Vec<_>>());
        }
    }
    if tickets {
        let tickets_behind = lists.iter().filter(|(_, list)| !list.is_empty());
        page = page.facts(tickets_behind.map(|(key, list)| (volume(key), ids(list))));
    }
    page
}

/// What a count of tickets is called.
fn volume(key: &str) -> Said {
    match key {
        "open_at_start" => said::volume_open_at_start(),
        "opened" => said::volume_opened(),
        "reopened" => said::volume_reopened(),
        "resolved" => said::volume_resolved(),
        "withdrawn" => said::volume_withdrawn(),
        "merged" => said::volume_merged(),
        "open_at_end" => said::volume_open_at_end(),
        "waiting_at_end" => said::volume_waiting_at_end(),
        "closed" => said::volume_closed(),
        "courtesy" => said::volume_courtesy(),
        _ => said::volume_refused(),
    }
}

/// The sum that must come out.
fn balance(v: &Volumes) -> Said {
    said::volume_balance(
        count(v.at_end.len()),
        count(v.merged.len()),
        count(v.opened.len()),
        count(v.reopened.len()),
        count(v.resolved.len()),
        count(v.at_start.len()),
        count(v.withdrawn.len()),
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
    let mut page = page.heading(said::breaches());
    if breached.is_empty() {
        page = page.text(said::none());
    } else {
        page = records(page, breaches::COLUMNS, &breached)?;
        let rows = quarter.causes.iter().map(|cause| {
            let code = cause.code.clone();
            vec![
                code.map_or_else(|| Cell::word_of("not said"), Cell::code),
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
        "corrected_by",
        "at",
        "reason",
    ];
    Ok(page
        .heading(said::breaches_taken_back())
        .table(columns, rows.collect::<Vec<_>>()))
}

fn acted(page: Doc, acts: &acts::Acts) -> Result<Doc, Failure> {
    let mut page = page;
    page = listed(
        page,
        said::late_entries(),
        Some(said::late_entries_are()),
        acts::LATE_ENTRIES,
        &acts.late_entries,
    )?;
    page = listed(
        page,
        said::superseded(),
        Some(said::superseded_are()),
        acts::CLOCKS,
        &acts.superseded,
    )?;
    page = listed(
        page,
        said::priority_changes(),
        None,
        acts::CHANGES,
        &acts.priority_changes,
    )?;
    page = listed(page, said::exempted(), None, acts::EXEMPT, &acts.exempt)?;
    page = listed(
        page,
        said::overrides(),
        None,
        acts::FORGIVEN,
        &acts.overrides,
    )?;
    page = listed(
        page,
        said::refused_requests(),
        None,
        acts::FORGIVEN,
        &acts.refused,
    )?;
    listed(
        page,
        said::estimates(),
        None,
        acts::ESTIMATES,
        &acts.estimates,
    )
}

fn changed(page: Doc, scope: &Scope<'_>, quarter: &QuarterlyAnswer) -> Result<Doc, Failure> {
    let page = page.heading(said::changed_since());
    let moved = &quarter.changed.moved;
    if !moved.moves.is_empty() {
        let page = moved.told(page)?;
        return match quarter.changed.changes.is_empty() {
            true => Ok(page),
            false => clocks_changed(page, scope, quarter),
        };
    }
    match (&quarter.changed.since, quarter.changed.changes.is_empty()) {
        (None, _) => Ok(page.text(said::not_over_yet())),
        (Some(_), true) => Ok(page.text(said::nothing())),
        (Some(_), false) => clocks_changed(page, scope, quarter),
    }
}

fn clocks_changed(page: Doc, scope: &Scope<'_>, quarter: &QuarterlyAnswer) -> Result<Doc, Failure> {
    let of = count(quarter.changed.changes.len());
    let page = page.text(said::clocks_changed(of, Cell::text(&scope.period.title)));
    records(page, since::COLUMNS, &quarter.changed.changes)
}

/// A section that is there when it has something to list.
fn listed<T: Clone + 'static>(
    page: Doc,
    heading: Said,
    says: Option<Said>,
    columns: &'static [Column<T>],
    items: &[T],
) -> Result<Doc, Failure> {
    if items.is_empty() {
        return Ok(page);
    }
    let mut page = page.heading(heading);
    if let Some(says) = says {
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
        Some(more) => page.text(said::and_more(count(more))),
    })
}
