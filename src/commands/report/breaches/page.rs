//! The page of breaches.

use super::super::counted::count;
use super::super::head;
use super::super::moved::MovedSince;
use super::super::names::promised_words;
use super::super::scope::Scope;
use super::record::{Breach, TakenBack, table};
use crate::failure::Failure;
use crate::render::{Block, Cell, Doc, DocTable, Words};
use crate::wording::{NameKind, said};

/// So many of the breaches as were asked for, and how many more there are.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn page(
    scope: &Scope<'_>,
    found: &[Breach],
    asked: usize,
    moved: &MovedSince,
) -> Result<Doc, Failure> {
    let (found, more) = found.split_at(asked.min(found.len()));
    let mut page = head::page(
        scope,
        said::report_breaches(Cell::period(&scope.period.title)),
    );
    if found.is_empty() {
        page = page.text(said::breaches_none());
    } else {
        if scope.customer.is_some() {
            page = promised_words(page, scope)?;
        }
        let (taken, stand): (Vec<Breach>, Vec<Breach>) = found
            .iter()
            .cloned()
            .partition(|breach| breach.corrected.is_some());
        if stand.is_empty() {
            page = page.text(said::breaches_none());
        } else {
            let notes = (0..).zip(&stand).flat_map(|(row, breach)| {
                let late = breach.how_late().map(Words::from);
                std::iter::once(breach.about())
                    .chain(late)
                    .map(move |said| (row, said))
            });
            let table = table(&stand)?.noted(notes);
            page = page.block(Block::Table(table));
        }
        page = taken_back(page, &taken);
        if !more.is_empty() {
            page = page.text(said::and_more(count(more.len())));
        }
    }
    head::foot(moved.section(page)?, scope)
}

/// Those that were taken back, each with who did it and why; nothing where there are none.
pub(in super::super) fn taken_back(page: Doc, taken_back: &[Breach]) -> Doc {
    if taken_back.is_empty() {
        return page;
    }
    let rows = taken_back.iter().map(|breach| {
        let taken = breach.corrected.as_ref();
        vec![
            Cell::Id(breach.row.ticket.0),
            Cell::milestone(breach.row.milestone.clone()),
            Cell::priority(breach.row.priority.clone()),
            Cell::from(breach.row.due),
            taken.map_or(Cell::Absent, |taken| Cell::person(taken.actor.clone())),
            Cell::from(taken.map(|taken| taken.at)),
            reason(taken),
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
    let abouts = (0..).zip(taken_back.iter().map(Breach::about));
    let table = DocTable::keyed(columns, rows.collect::<Vec<_>>()).without_empty();
    page.heading(said::breaches_taken_back())
        .block(Block::Table(table.noted(abouts)))
}

/// A reason of the plan by its title, or what was said.
fn reason(taken: Option<&TakenBack>) -> Cell {
    let reason = taken.and_then(|taken| taken.reason.clone());
    reason.map_or(Cell::Absent, |reason| {
        Cell::Named(NameKind::Reason, reason.into())
    })
}
