//! The report as a page for people: what matters to the reader first, sums spelled out, and no
//! section about nothing.

use super::super::counted::{Counted, count};
use super::super::names::promised_words;
use super::super::scope::Scope;
use super::super::sla::{share, tables};
use super::super::{head, usage};
use super::answer::QuarterlyAnswer;
use super::lists::{listed, records};
use super::{
    acts, backlog, broken, falls_due, hours, next_move, since, summary, terms, terms_changes,
    trend, volumes,
};
use crate::core::report::{Attainment, AttainmentLine, BreachCount};
use crate::failure::Failure;
use crate::render::{Block, Cell, Doc, DocTable, Row, Said};
use crate::wording::said;

pub(super) fn title(scope: &Scope<'_>) -> String {
    let whose = scope
        .customer
        .as_ref()
        .map_or("the desk", |(row, _)| row.name.as_str());
    format!("Support of {whose}")
}

/// `Support of Acme 2026Q3`, in the language of the page.
fn full_title(scope: &Scope<'_>) -> Said {
    let period = Cell::period(&scope.period.title);
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
    if quarter
        .breaches
        .iter()
        .all(|breach| breach.counts == BreachCount::Earlier)
    {
        page = summary::counted_earlier(page, quarter);
    }
    page = summary::taken_back(page, quarter);
    if scope.customer.is_some() {
        page = summary::not_included(page, &quarter.held);
    }
    let looked_after = looked_after_by(scope);
    if looked_after.iter().any(|(_, cell)| *cell != Cell::Absent) {
        page = page.facts(looked_after);
    }
    let mut counted = Counted::listing(tickets);
    page = listed(
        page,
        scope,
        said::contracts(),
        None,
        terms::HELD,
        &quarter.held,
    )?;

    let hours = quarter.held.iter();
    let hours: Vec<_> = hours
        .map(|held| (held.contract, held.hours.as_slice()))
        .collect();
    page = hours::section(page, &hours);
    page = listed(
        page,
        scope,
        said::terms_changes(),
        None,
        terms_changes::COLUMNS,
        &quarter.terms_changes,
    )?;
    page = promised(page, scope)?;
    page = kept(page, scope, quarter, &mut counted);
    page = trend::section(page, &scope.period.title, quarter);
    page = customers(page, quarter, &mut counted);
    page = broken::section(page, quarter, &mut counted)?;
    page = acted(page, scope, &quarter.acts)?;
    page = next_move::section(page, &quarter.moves, &mut counted);
    page = volumes::section(page, &quarter.volumes, &mut counted);
    page = not_done(page, quarter)?;
    page = page.heading(said::allowances());
    page = usage::tables(page, scope, &quarter.usages);
    page = due(page, scope, quarter)?;
    page = listed(
        page,
        scope,
        said::earlier_breaches(),
        Some(said::earlier_breaches_are()),
        acts::EARLIER,
        &quarter.acts.earlier_breaches,
    )?;
    page = changed(page, scope, quarter)?;
    page = listed(
        page,
        scope,
        said::not_promised(),
        Some(said::not_promised_is()),
        terms::NOT_PROMISED,
        &terms::together(&quarter.not_promised),
    )?;
    page = listed(
        page,
        scope,
        said::also_said(),
        Some(said::also_said_is()),
        terms::ALSO_SAID,
        &quarter.also_said,
    )?;
    page = summary::meanings(counted.section(page, scope)?, quarter);
    head::foot(page, scope)
}

/// What a promise is, and what the words of a customer's plan mean.
fn promised(page: Doc, scope: &Scope<'_>) -> Result<Doc, Failure> {
    if scope.terms.in_period.is_empty() {
        return Ok(page);
    }
    let page = page
        .heading(said::promised_here())
        .text(said::meaning_promise());
    match scope.customer {
        Some(_) => promised_words(page, scope),
        None => Ok(page),
    }
}

/// How promises were kept, and what the figures mean, where there are some.
fn kept(page: Doc, scope: &Scope<'_>, quarter: &QuarterlyAnswer, counted: &mut Counted) -> Doc {
    let page = page.heading(said::quarter_kept());
    let (attainment, by) = (&quarter.attainment, &quarter.by);
    let has_times = |line: &AttainmentLine| line.figures.times.count() > 0;
    match attainment
        .lines
        .iter()
        .any(|line| line.figures.decided() > 0)
    {
        false => tables(page, scope, attainment, by, counted),
        true => {
            let page = page.text(said::meaning_kept());
            let page = tables(page, scope, attainment, by, counted);
            match attainment.lines.iter().any(has_times) {
                true => page.text(said::meaning_median()),
                false => page,
            }
        }
    }
}

/// What was not done at the end, and how old it was.
fn not_done(page: Doc, quarter: &QuarterlyAnswer) -> Result<Doc, Failure> {
    let page = page.heading(said::backlog());
    let ages = quarter
        .backlog
        .median_age()
        .zip(quarter.backlog.oldest_age());
    let Some((median, oldest)) = ages else {
        return Ok(page.text(said::backlog_none()));
    };
    let [median, oldest] = [median, oldest].map(backlog::age);
    let tickets = count(quarter.backlog.tickets.len());
    let page = page.text(said::backlog_is(median, oldest, tickets));
    Ok(backlog::listed(page, &quarter.backlog_rows))
}

/// What falls due up to the end of the next period.
fn due(page: Doc, scope: &Scope<'_>, quarter: &QuarterlyAnswer) -> Result<Doc, Failure> {
    let Some(next) = &quarter.next else {
        return Ok(page);
    };
    let page = page.heading(said::falls_due(Cell::period(&next.title)));
    match quarter.falls_due.is_empty() {
        true => Ok(page.text(said::nothing())),
        false => records(page, scope, falls_due::COLUMNS, &quarter.falls_due),
    }
}

/// By whom a customer is looked after.
fn looked_after_by(scope: &Scope<'_>) -> Vec<(Said, Cell)> {
    vec![
        (
            said::account_manager(),
            Cell::text_if(scope.manager.clone()),
        ),
        (said::engineer(), Cell::text_if(scope.engineer.clone())),
    ]
}

fn customers(page: Doc, quarter: &QuarterlyAnswer, counted: &mut Counted) -> Doc {
    if quarter.customers.len() < 2 {
        return page;
    }
    let mut row = |name: Cell, attainment: &Attainment| {
        let figures = attainment.total().map(|line| line.figures.clone());
        let figures = figures.unwrap_or_default();
        let label = |figure| said::sla_behind(Cell::word_of(figure), name.clone());
        vec![
            name.clone(),
            counted.decided(label("decided"), &figures),
            counted.figure(label("met"), &figures.met),
            counted.figure(label("breached"), &figures.breached),
            share(figures.attainment()),
            counted.figure(label("open-promise"), &figures.open),
        ]
    };
    let rows = quarter.customers.iter();
    let rows: Vec<Row> = rows
        .map(|(key, attainment)| row(Cell::code(key.clone()), attainment))
        .collect();
    let columns = [
        "customer",
        "decided",
        "met",
        "breached",
        "attainment",
        "open",
    ];
    let total = row(said::sla_in_all().into(), &quarter.attainment);
    let table = DocTable::keyed(columns, rows).totalled(total);
    page.heading(said::customers()).block(Block::Table(table))
}

fn acted(page: Doc, scope: &Scope<'_>, acts: &acts::Acts) -> Result<Doc, Failure> {
    let mut page = page;
    page = listed(
        page,
        scope,
        said::late_entries(),
        None,
        acts::LATE_ENTRIES,
        &acts.late_entries,
    )?;
    page = listed(
        page,
        scope,
        said::superseded(),
        None,
        acts::CLOCKS,
        &acts.superseded,
    )?;
    page = listed(
        page,
        scope,
        said::priority_changes(),
        None,
        acts::CHANGES,
        &acts.priority_changes,
    )?;
    page = listed(
        page,
        scope,
        said::exempted(),
        None,
        acts::EXEMPT,
        &acts.exempt,
    )?;
    page = listed(
        page,
        scope,
        said::overrides(),
        None,
        acts::FORGIVEN,
        &acts.overrides,
    )?;
    page = listed(
        page,
        scope,
        said::refused_requests(),
        None,
        acts::FORGIVEN,
        &acts.refused,
    )?;
    listed(
        page,
        scope,
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
    let (otherwise, new) = quarter.changed.otherwise_and_new();
    let period = || Cell::period(&scope.period.title);
    let page = match new {
        0 => page,
        new => page.text(said::clocks_entered_later(count(new), period())),
    };
    if otherwise.is_empty() {
        return Ok(page);
    }
    let page = page.text(said::clocks_changed(count(otherwise.len()), period()));
    records(page, scope, since::COLUMNS, &otherwise)
}
