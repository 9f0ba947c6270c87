//! The comparison as a page.

use super::super::head;
use super::super::scope::Scope;
use super::super::sla::{count, share};
use super::{Answer, JUDGED, Judged, targets};
use crate::core::report::{Compared, Unit};
use crate::failure::Failure;
use crate::render::{Block, Cell, Doc, Field, Listing, Row, Table};

/// The whole page.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn page(scope: &Scope<'_>, answer: &Answer) -> Result<Doc, Failure> {
    let list = |words: &[String]| match words {
        [] => Cell::Absent,
        words => Cell::code(words.join(", ")),
    };
    let mut page = head::page(scope, "What if").facts([
        ("as it is", list(&answer.plan)),
        ("what if", list(&answer.plan_then)),
        ("price", list(&answer.price)),
        ("price then", list(&answer.price_then)),
        ("not promised then", list(&answer.open)),
    ]);
    let all = answer
        .comparison
        .lines
        .iter()
        .chain(&answer.comparison.totals);
    let rows: Vec<Row> = all.map(row).collect();
    page = match rows.is_empty() {
        true => page.text("No clock was decided or open in that period, under either terms."),
        false => page.block(Block::Table(Table {
            columns: columns(),
            rows,
        })),
    };
    page = units(page, "Breaches gained", &answer.comparison.gained);
    page = units(page, "Breaches lost", &answer.comparison.lost);
    page = requests(page, "Would have been refused", &answer.refused)?;
    page = requests(page, "Would have been allowed", &answer.allowed)?;
    Ok(page.text(format!("Seal: {}", head::seal(scope)?)))
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

fn row(line: &Compared) -> Row {
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

fn units(page: Doc, heading: &str, units: &[Unit]) -> Doc {
    let page = page.heading(heading);
    if units.is_empty() {
        return page.text("None.");
    }
    let rows = units.iter().map(|(ticket, milestone, cycle)| {
        vec![
            Cell::Id(ticket.0),
            Cell::code(milestone.clone()),
            Cell::Number(i64::from(*cycle)),
        ]
    });
    page.table(["ticket", "milestone", "cycle"], rows.collect::<Vec<_>>())
}

fn requests(page: Doc, heading: &str, judged: &[Judged]) -> Result<Doc, Failure> {
    let page = page.heading(heading);
    if judged.is_empty() {
        return Ok(page.text("None."));
    }
    page.records(Listing::of("requests", JUDGED, judged.to_vec()))
}
