//! The comparison as a page.

use super::super::head;
use super::super::scope::Scope;
use super::super::sla::{count, share};
use super::answer::WhatifAnswer;
use super::cases::EVALUATED;
use super::sides::{GAINED, LOST, MOVED};
use crate::core::report::ComparedLine;
use crate::failure::Failure;
use crate::render::{Block, Cell, Column, Doc, DocTable, Field, Listing, Row};
use crate::wording::said;

/// The whole page.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn page(scope: &Scope<'_>, answer: &WhatifAnswer) -> Result<Doc, Failure> {
    let named = |words: &[String]| match words {
        [] => Cell::Absent,
        words => Cell::code(words.join(", ")),
    };
    let mut page = head::page(scope, said::report_whatif(Cell::text(&scope.period.title))).facts([
        ("as it is", named(&answer.plan)),
        ("what if", named(&answer.plan_then)),
        ("price", named(&answer.price)),
        ("price then", named(&answer.price_then)),
        ("not promised then", named(&answer.open)),
    ]);
    let all = answer
        .comparison
        .lines
        .iter()
        .chain(&answer.comparison.totals);
    let rows: Vec<Row> = all.map(row).collect();
    page = match rows.is_empty() {
        true => page.text("No clock was decided or open in that period, under either terms."),
        false => page.block(Block::Table(DocTable {
            columns: columns(),
            rows,
        })),
    };
    for sentence in sentences(answer) {
        page = page.text(sentence);
    }
    page = list(page, "Breaches gained", GAINED, answer.gained())?;
    page = list(page, "Breaches lost", LOST, answer.lost())?;
    if !answer.comparison.moved.is_empty() {
        let moved = answer.comparison.moved.clone();
        page = list(page, "Breaches in another period", MOVED, moved)?;
    }
    page = list(
        page,
        "Would have been refused",
        EVALUATED,
        answer.refused.clone(),
    )?;
    page = list(
        page,
        "Would have been allowed",
        EVALUATED,
        answer.allowed.clone(),
    )?;
    head::foot(page, scope)
}

/// What the figures leave out.
fn sentences(answer: &WhatifAnswer) -> Vec<String> {
    let tickets = |number: usize| match number {
        1 => "1 ticket".to_owned(),
        number => format!("{number} tickets"),
    };
    let mut sentences = Vec::new();
    if !answer.left_out.is_empty() {
        sentences.push(format!(
            "Then {} would have been refused: no figure of THEN counts a clock of them.",
            tickets(answer.left_out.len())
        ));
    }
    if !answer.allowed.is_empty() {
        sentences.push(format!(
            "Then {} would have been allowed that are refused as it is: what would have been done on them \
             is not known, so no figure counts them.",
            tickets(answer.allowed.len())
        ));
    }
    if !answer.open.is_empty() {
        sentences.push("What is not promised then has no clock there.".to_owned());
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
    let titled = |key: &'static str, title| Field {
        title: Some(title),
        ..Field::named(key)
    };
    let mut columns = vec![Field::named("milestone"), Field::named("priority")];
    for (now, then) in pairs {
        columns.push(match now {
            "attainment" => titled(now, "KEPT"),
            _ => Field::named(now),
        });
        columns.push(titled(then, "THEN"));
    }
    columns
}

fn row(line: &ComparedLine) -> Row {
    let name = |word: &Option<String>| Cell::code(word.clone().unwrap_or_else(|| "all".to_owned()));
    vec![
        name(&line.milestone),
        name(&line.priority),
        targets(&line.targets),
        targets(&line.targets_then),
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
    heading: &str,
    columns: &'static [Column<T>],
    all: Vec<T>,
) -> Result<Doc, Failure> {
    let page = page.heading(heading);
    if all.is_empty() {
        return Ok(page.text("None."));
    }
    page.records(Listing::of("report whatif", columns, all))
}

/// The targets of a line; they may have changed within the period.
pub(super) fn targets(targets: &[String]) -> Cell {
    match targets {
        [] => Cell::Absent,
        targets => Cell::code(targets.join(", ")),
    }
}
