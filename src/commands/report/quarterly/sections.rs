//! The report as an object: its head, then a key for each section.

use super::super::breaches;
use super::super::counted::{count, ids};
use super::super::head;
use super::super::scope::Scope;
use super::super::sla::{self, objects};
use super::super::usage::{self, UsageRow};
use super::answer::QuarterlyAnswer;
use super::{backlog, falls_due, next_move, page, terms, terms_changes, trend, volumes};
use crate::core::model::TicketNo;
use crate::core::report::{Attainment, CauseTickets, Volumes};
use crate::failure::Failure;
use crate::render::{Cell, Column, record};

/// The keys and their values.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn sections(
    scope: &Scope<'_>,
    quarter: &QuarterlyAnswer,
    tickets: bool,
) -> Result<Vec<(&'static str, Cell)>, Failure> {
    let mut sections = vec![
        ("title", Cell::text(page::title(scope))),
        ("period", head::period(scope)),
        ("customer", customer(scope)),
        ("contract", contract(quarter)),
        ("as_of", Cell::Instant(scope.reading.at())),
        ("seal", Cell::code(head::seal(scope)?)),
        (
            "attainment",
            objects(&quarter.attainment.lines, &quarter.by, tickets),
        ),
        (
            "totals",
            objects(&quarter.attainment.totals, &quarter.by, tickets),
        ),
        ("trend", trend::objects_of(&quarter.trend)),
        ("customers", customers(quarter)),
        ("volumes", volumes_of(&quarter.volumes, tickets)),
        ("next_move", next_move::objects(&quarter.moves)),
        (
            "backlog",
            backlog::object(&quarter.backlog, &quarter.backlog_rows),
        ),
        ("breaches", breaches::objects(&quarter.breaches)),
        ("causes", causes(&quarter.causes)),
        ("corrected", breaches::objects(&quarter.taken_back)),
        ("earlier_breaches", quarter.acts.earlier()),
    ];
    sections.extend(quarter.acts.sections());
    sections.extend([
        ("allowances", usage::objects(&with_allowance(quarter))),
        ("seats", terms::seats(&quarter.held)),
        ("contracts", listed(terms::HELD, &quarter.held)),
        (
            "terms_changes",
            listed(terms_changes::COLUMNS, &quarter.terms_changes),
        ),
        ("falls_due", listed(falls_due::COLUMNS, &quarter.falls_due)),
        (
            "not_promised",
            listed(terms::NOT_PROMISED, &quarter.not_promised),
        ),
        ("also_said", listed(terms::ALSO_SAID, &quarter.also_said)),
        ("changed", quarter.changed.cell()),
    ]);
    Ok(sections)
}

fn listed<T>(columns: &[Column<T>], items: &[T]) -> Cell {
    Cell::List(items.iter().map(|item| record(columns, item)).collect())
}

fn with_allowance(quarter: &QuarterlyAnswer) -> Vec<UsageRow> {
    let with = quarter.usages.iter().filter(|usage| usage.used.is_some());
    with.cloned().collect()
}

fn customer(scope: &Scope<'_>) -> Cell {
    let Some((_, account)) = &scope.customer else {
        return Cell::Absent;
    };
    let customer = &account.customer;
    Cell::object([
        ("customer", Cell::code(customer.key.clone())),
        ("name", Cell::text(&customer.name)),
        (
            "account_manager",
            Cell::code_if(customer.account_manager.clone()),
        ),
        ("account_manager_name", Cell::text_if(scope.manager.clone())),
        ("engineer", Cell::text_if(customer.engineer.clone())),
    ])
}

/// The contract, when there is one; `contracts` has them all.
fn contract(quarter: &QuarterlyAnswer) -> Cell {
    match quarter.held.as_slice() {
        [one] => Cell::Id(one.contract.0),
        _ => Cell::Absent,
    }
}

fn customers(quarter: &QuarterlyAnswer) -> Cell {
    let object = |(key, attainment): &(String, Attainment)| {
        let figures = attainment
            .total()
            .map(|line| line.figures.clone())
            .unwrap_or_default();
        Cell::object([
            ("customer", Cell::code(key.clone())),
            ("decided", count(figures.decided())),
            ("met", count(figures.met.len())),
            ("breached", count(figures.breached.len())),
            ("attainment", sla::share(figures.attainment())),
            ("open", count(figures.open.len())),
        ])
    };
    Cell::List(quarter.customers.iter().map(object).collect())
}

fn causes(causes: &[CauseTickets]) -> Cell {
    let object = |cause: &CauseTickets| {
        Cell::object([
            (
                "cause",
                Cell::code_if(cause.cause.code().map(str::to_owned)),
            ),
            ("breached", count(cause.tickets.len())),
            ("tickets", ids(&cause.tickets)),
            ("told", Cell::Flag(cause.cause.is_told())),
        ])
    };
    Cell::List(causes.iter().map(object).collect())
}

/// The counts, and with `--tickets` the tickets behind each.
fn volumes_of(volumes: &Volumes, tickets: bool) -> Cell {
    let lists = volumes::volume_lists(volumes);
    let counted = lists
        .iter()
        .map(|(key, list)| ((*key).into(), count(list.len())));
    let mut object: Vec<_> = counted.collect();
    for (key, groups) in [
        ("by_priority", &volumes.by_priority),
        ("by_channel", &volumes.by_channel),
        ("by_topic", &volumes.by_topic),
    ] {
        object.push((key.into(), grouped(key, groups, tickets)));
    }
    if tickets {
        let tickets_of_figures = lists.iter().map(|(key, list)| ((*key).into(), ids(list)));
        object.push(("tickets".into(), Cell::Object(tickets_of_figures.collect())));
    }
    Cell::Object(object)
}

fn grouped(key: &str, groups: &[(Option<String>, Vec<TicketNo>)], tickets: bool) -> Cell {
    let name = key.strip_prefix("by_").unwrap_or(key).to_owned();
    let object = |(value, list): &(Option<String>, Vec<TicketNo>)| {
        let mut object = vec![
            (name.clone().into(), Cell::code_if(value.clone())),
            ("opened".into(), count(list.len())),
        ];
        if tickets {
            object.push(("tickets".into(), ids(list)));
        }
        Cell::Object(object)
    };
    Cell::List(groups.iter().map(object).collect())
}
