//! The comparison as a page.

use super::super::counted::count;
use super::super::head;
use super::super::scope::Scope;
use super::super::sla::{each_with_kind, milestone_or_all, priority_or_all, share};
use super::answer::WhatifAnswer;
use super::cases::EVALUATED;
use super::other_terms::OtherTermsName;
use super::sides::{GAINED, LOST, MOVED};
use crate::core::report::{ComparedLine, LineTargets};
use crate::failure::Failure;
use crate::plans::Together;
use crate::render::{Block, Cell, Column, Doc, DocTable, Field, Listing, Row, Said};
use crate::wording::{Phrase, Spoken, said};

/// The whole page.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn page(scope: &Scope<'_>, answer: &WhatifAnswer) -> Result<Doc, Failure> {
    let plans = answer.plan.iter().cloned().map(Cell::plan);
    let plans_then = answer.plan_then.iter().map(OtherTermsName::cell);
    let mut page = head::page(
        scope,
        said::report_whatif(Cell::period(&scope.period.title)),
    )
    .facts([
        (said::whatif_as_it_is(), Cell::List(plans.collect())),
        (said::whatif_what_if(), Cell::List(plans_then.collect())),
        (said::whatif_price(), phrases(&answer.price)),
        (said::whatif_price_then(), phrases(&answer.price_then)),
        (said::whatif_not_promised_then(), phrases(&answer.open_said)),
    ]);
    let all = answer
        .comparison
        .lines
        .iter()
        .chain(&answer.comparison.totals);
    let rows: Vec<Row> = all.map(row).collect();
    let is_empty = rows.is_empty();
    page = match is_empty {
        true => page.text(said::whatif_nothing()),
        false => page.block(Block::Table(DocTable::of(columns(), rows))),
    };
    for sentence in sentences(answer) {
        page = page.text(sentence);
    }
    if !is_empty {
        page = list(page, said::whatif_gained(), GAINED, answer.gained())?;
        page = list(page, said::whatif_lost(), LOST, answer.lost())?;
    }
    if !answer.comparison.moved.is_empty() {
        let moved = answer.comparison.moved.clone();
        page = list(page, said::whatif_moved(), MOVED, moved)?;
    }
    for (heading, requests) in [
        (said::whatif_refused(), &answer.refused),
        (said::whatif_allowed(), &answer.allowed),
    ] {
        if !requests.is_empty() {
            page = list(page, heading, EVALUATED, requests.clone())?;
        }
    }
    let page = head::foot(page, scope)?;
    let names = page.names.clone().and_plans(&answer.terms_then);
    Ok(page.naming(names))
}

/// Phrases side by side: each may have commas of its own.
fn phrases(all: &[Phrase]) -> Cell {
    match all {
        [] => Cell::Absent,
        all => {
            let all = all.iter().cloned().map(Spoken::from).collect();
            Cell::Phrase(said::as_it_is(Spoken::Together(Together::Apart, all)))
        }
    }
}

/// What the figures leave out.
fn sentences(answer: &WhatifAnswer) -> Vec<Said> {
    let mut sentences = Vec::new();
    if !answer.left_out.is_empty() {
        sentences.push(said::whatif_left_out(count(answer.left_out.len())));
    }
    if !answer.allowed.is_empty() {
        sentences.push(said::whatif_also_allowed(count(answer.allowed.len())));
    }
    if !answer.open.is_empty() {
        sentences.push(said::whatif_no_clock());
    }
    sentences
}

/// Each figure as it is, and behind it as it would have been.
fn columns() -> Vec<Field> {
    let pairs = [
        ("target", "target_then"),
        ("decided", "decided_then"),
        ("met", "met_then"),
        ("breached", "breached_then"),
        ("attainment", "attainment_then"),
    ];
    let columns = ["milestone", "priority"].into_iter();
    let columns = columns.chain(pairs.into_iter().flat_map(<[_; 2]>::from));
    let field = |key: &str| match key {
        "attainment_then" => Field::named(key).gives_way(1),
        "attainment" => Field::named(key).gives_way(2),
        "target_then" => Field::named(key).gives_way(3),
        "target" => Field::named(key).gives_way(4),
        _ => Field::named(key),
    };
    columns.map(field).collect()
}

fn row(line: &ComparedLine) -> Row {
    vec![
        milestone_or_all(&line.milestone),
        priority_or_all(&line.priority),
        targets_said(&line.targets),
        targets_said(&line.targets_then),
        count(line.now.decided()),
        count(line.then.decided()),
        count(line.now.met.len()),
        count(line.then.met.len()),
        count(line.now.breached.len()),
        count(line.then.breached.len()),
        share(line.now.attainment()),
        share(line.then.attainment()),
    ]
}

/// The records under a heading, or that there are none.
fn list<T: 'static>(
    page: Doc,
    heading: Said,
    columns: &'static [Column<T>],
    all: Vec<T>,
) -> Result<Doc, Failure> {
    let page = page.heading(heading);
    if all.is_empty() {
        return Ok(page.text(said::none()));
    }
    // which time it was is said where there were several
    let again = |cell: &Cell| match cell {
        Cell::Number(1) => Cell::Absent,
        again => again.clone(),
    };
    let table = Listing::of("report whatif", columns, all).table()?;
    let table = table.said_as("cycle", again).without_empty();
    Ok(page.block(Block::Table(table)))
}

/// The targets of a line; they may have changed within the period.
pub(super) fn targets(targets: &LineTargets) -> Cell {
    match targets.is_empty() {
        true => Cell::Absent,
        false => Cell::Target(targets.written().join(", ")),
    }
}

/// The same on a page: each with the kind of tickets that has it.
fn targets_said(targets: &LineTargets) -> Cell {
    match targets.is_empty() {
        true => Cell::Absent,
        false => each_with_kind(targets, |target| Cell::Target(target.within.clone())),
    }
}
