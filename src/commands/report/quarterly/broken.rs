//! Every breach: how late, who held it, what was said of its cause, and under it why.

use super::super::breaches::{self, Breach};
use super::super::counted::{Counted, count};
use super::answer::QuarterlyAnswer;
use super::lists::{LONGEST, more};
use super::summary::{counted_earlier, counting};
use crate::commands::ticket::record::{held_said, promised_to, published};
use crate::core::model::TicketNo;
use crate::core::report::{BreachCount, CauseSaid};
use crate::failure::Failure;
use crate::render::{Block, Cell, Doc, DocTable, Said, Words};
use crate::wording::plan as words;
use crate::wording::{NOT_SAID, SAID_IN_WORDS, pause_word, said};

/// The breaches that stand, then those that were taken back.
///
/// # Errors
/// The page cannot be drawn.
pub(super) fn section(
    page: Doc,
    quarter: &QuarterlyAnswer,
    counted: &mut Counted,
) -> Result<Doc, Failure> {
    let page = page.heading(said::breaches());
    let page = match quarter.breaches.is_empty() {
        true => page.text(said::none()),
        false => {
            let all = &quarter.breaches;
            let first = match counted.lists() {
                true => all.len(),
                false => all.len().min(LONGEST_OF_BREACHES),
            };
            let page = told(page, &all[..first])?;
            let page = match all.len() - first {
                0 => page,
                more => page.text(said::and_more(count(more))),
            };
            causes(page, quarter, counted)
        }
    };
    // the first of those that were taken back
    let all = &quarter.taken_back;
    let page = breaches::taken_back(page, &all[..all.len().min(LONGEST)]);
    Ok(more(page, all.len()))
}

/// More breaches than these a page lists only where it lists tickets: many are a book, not a page.
const LONGEST_OF_BREACHES: usize = 200;

/// Each with why it was late.
fn told(page: Doc, breached: &[Breach]) -> Result<Doc, Failure> {
    let notes: Vec<(usize, Words)> = (0..)
        .zip(breached)
        .flat_map(|(row, breach)| {
            let whys = whys(breach).into_iter().map(Words::from);
            std::iter::once(breach.about())
                .chain(whys)
                .map(move |said| (row, said))
        })
        .collect();
    let table = breaches::table(breached)?;
    // the notes say for how long it stood still, and while what
    let table = table.without("paused_seconds").without_empty();
    Ok(page.block(Block::Table(table.noted(notes))))
}

/// What was promised: in the words of its source, and to which kind of tickets.
fn promised(breach: &Breach, target: &str) -> Cell {
    let target = published(Cell::Target(target.to_owned()), &breach.says);
    promised_to(breach.kind.as_ref().map(Cell::text), target)
}

/// What its time went to: what counted, what it stood still for, its priorities, its holders.
fn whys(breach: &Breach) -> Vec<Said> {
    let mut whys: Vec<Said> = breach.how_late().into_iter().collect();
    if let Some(measure) = &breach.measure {
        let (elapsed, target) = (
            Cell::Seconds(measure.elapsed),
            promised(breach, &measure.target.to_string()),
        );
        whys.push(match &breach.hours {
            Some((week, zone)) => said::why_counted_in(
                elapsed,
                target,
                Cell::Phrase(words::week(week)),
                Cell::code(zone.clone()),
            ),
            None => said::why_counted(elapsed, target),
        });
    }
    if breach.is_taken_over {
        whys.push(said::why_taken_over());
    }
    if !breach.waits.is_empty() {
        let waits = breach.waits.iter().map(|wait| {
            let why = Cell::word_of(pause_word(wait.why).to_owned());
            Cell::Said(said::why_wait(Cell::Seconds(wait.seconds), why))
        });
        whys.push(said::why_stood_still(Cell::List(waits.collect())));
    }
    if breach.priorities.len() > 1 {
        let changes = breach.priorities.iter().map(|(at, to)| {
            Cell::Said(said::why_priority(
                Cell::Dated(*at),
                Cell::priority(to.clone()),
            ))
        });
        whys.push(said::why_priorities(Cell::List(changes.collect())));
    }
    // one who held it all the time is named above
    let alone = matches!(breach.held.as_slice(), [one] if one.by.as_deref() == breach.row.held_by.as_deref());
    if !breach.held.is_empty() && !alone {
        let held = held_said(&breach.held);
        whys.push(said::why_held(held));
    }
    whys
}

fn causes(page: Doc, quarter: &QuarterlyAnswer, counted: &mut Counted) -> Doc {
    let rows = quarter.causes.iter().map(|cause| {
        let said = match &cause.cause {
            CauseSaid::Code(code) => Cell::code(code.clone()),
            CauseSaid::InWords => Cell::word_of(SAID_IN_WORDS),
            CauseSaid::Nothing => Cell::word_of(NOT_SAID),
        };
        let label = said::sla_behind(Cell::Said(said::causes()), said.clone());
        vec![said, counted.number(label, &cause.tickets)]
    });
    let rows: Vec<_> = rows.collect();
    let all = quarter.causes.iter().flat_map(|cause| &cause.tickets);
    let all: Vec<TicketNo> = all.copied().collect();
    let label = said::sla_behind(Cell::Said(said::causes()), said::sla_in_all());
    let table = DocTable::keyed(["cause", "breached"], rows)
        .captioned(said::causes())
        .totalled(vec![said::sla_in_all().into(), counted.number(label, &all)]);
    let page = page.block(Block::Table(table));
    let earlier = counting(&quarter.breaches, BreachCount::Earlier);
    let promises = counting(&quarter.breaches, BreachCount::Here);
    let deadlines = quarter.breaches.len() - earlier;
    let page = match deadlines == promises {
        true => page,
        false => page.text(said::deadlines_of_promises(
            count(deadlines),
            count(promises),
        )),
    };
    counted_earlier(page, quarter)
}
