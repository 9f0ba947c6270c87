//! What a quarter says first, in one sentence; and at the end what its words mean.

use super::super::breaches::Breach;
use super::super::counted::count;
use super::super::scope::Scope;
use super::super::sla::share;
use super::answer::QuarterlyAnswer;
use super::terms::ContractInPeriod;
use crate::core::model::TicketNo;
use crate::core::report::{BreachCount, CountedTickets, Figures, ReportClock};
use crate::core::time::{Instant, Local};
use crate::render::{Cell, Doc, Said};
use crate::wording::said;

/// More breaches than these the sentence does not name.
const NAMED: usize = 5;

/// How many promises there were, how many were kept, and which were broken.
pub(super) fn summary(scope: &Scope<'_>, quarter: &QuarterlyAnswer) -> Said {
    let figures = quarter.attainment.total().map(|line| &line.figures);
    let figures = figures.cloned().unwrap_or_default();
    let (promises, broken) = (figures.decided(), figures.breached.len());
    if scope.window.now < scope.window.from {
        return said::summary_not_begun(when(scope));
    }
    match (promises, broken) {
        (0, _) => said::summary_none(when(scope)),
        (_, 0) => said::summary_kept(count(promises), when(scope)),
        (_, _) => said::summary_broken(
            count(figures.met.len()),
            count(promises),
            share(figures.attainment()),
            when(scope),
            which(&quarter.breaches),
        ),
    }
}

/// `From 1 July 2026 to 30 September 2026`.
fn when(scope: &Scope<'_>) -> Said {
    let (from, to) = (scope.period.from, scope.period.to);
    if from == Instant::MIN || to == Instant::MAX {
        return said::summary_period(Cell::period(&scope.period.title));
    }
    let day = |at: Instant| Cell::Date(scope.zone.wall(at).date());
    said::summary_from_to(day(from), day(to.plus(-1)))
}

/// The first of the promises that were broken, and how many more: each with the deadline with which
/// it counts.
fn which(breaches: &[Breach]) -> Cell {
    let counted = breaches
        .iter()
        .filter(|breach| breach.counts == BreachCount::Here);
    let counted: Vec<&ReportClock<'_>> = counted.map(|breach| &breach.row).collect();
    let first = &counted[..counted.len().min(NAMED)];
    let mut named: Vec<(TicketNo, &str, usize)> = Vec::new();
    for row in first {
        let same = |(ticket, milestone, _): &&mut (TicketNo, &str, usize)| {
            (*ticket, *milestone) == (row.ticket, &*row.milestone)
        };
        match named.iter_mut().find(same) {
            Some((.., times)) => *times += 1,
            None => named.push((row.ticket, &row.milestone, 1)),
        }
    }
    let named = named.into_iter().map(|(ticket, milestone, times)| {
        let (milestone, ticket) = (Cell::milestone(milestone.to_owned()), Cell::from(ticket));
        Cell::Said(match times {
            1 => said::summary_breach(milestone, ticket),
            _ => said::summary_breach_again(milestone, ticket, count(times)),
        })
    });
    let mut all: Vec<Cell> = named.collect();
    let more = counted.len() - first.len();
    if more > 0 {
        all.push(Cell::Said(said::summary_more(count(more))));
    }
    Cell::All(all)
}

/// That deadlines broke of promises that were broken before and count there: below stand their
/// breaches, where the totals have none.
pub(super) fn counted_earlier(page: Doc, quarter: &QuarterlyAnswer) -> Doc {
    match counting(&quarter.breaches, BreachCount::Earlier) {
        0 => page,
        earlier => page.text(said::deadlines_counted_earlier(count(earlier))),
    }
}

/// How many of the breaches count there.
pub(super) fn counting(breaches: &[Breach], counts: BreachCount) -> usize {
    let there = breaches.iter().filter(|breach| breach.counts == counts);
    there.count()
}

/// That breaches were taken back, so that nobody finds out further down.
pub(super) fn taken_back(page: Doc, quarter: &QuarterlyAnswer) -> Doc {
    match quarter.taken_back.len() {
        0 => page,
        taken => page.text(said::summary_taken_back(count(taken))),
    }
}

/// Contracts whose plan does not include the report say so.
pub(super) fn not_included(page: Doc, held: &[ContractInPeriod]) -> Doc {
    held.iter().fold(page, |page, held| {
        let Some((title, clause)) = &held.without_report else {
            return page;
        };
        let plan = Cell::plan(held.plan.clone());
        let title = Cell::text(title);
        let says: Said = match clause {
            Some(clause) => {
                said::summary_not_included_clause(Cell::code(clause.clone()), plan, title)
            }
            None => said::summary_not_included(plan, title),
        };
        page.text(says)
    })
}

/// What the words mean that stand on the page besides, for whoever reads it without us.
pub(super) fn meanings(page: Doc, quarter: &QuarterlyAnswer) -> Doc {
    let lines = &quarter.attainment.lines;
    let counts = |of: fn(&Figures) -> &CountedTickets| {
        lines.iter().any(|line| !of(&line.figures).is_empty())
    };
    let acts = &quarter.acts;
    let named: [(bool, Said, Said); 7] = [
        (
            counts(|figures| &figures.corrected) || !quarter.taken_back.is_empty(),
            said::as_it_is(Cell::word_of("corrected")),
            said::meaning_of_corrected(),
        ),
        (
            counts(|figures| &figures.superseded) || !acts.superseded.is_empty(),
            said::as_it_is(Cell::word_of("superseded")),
            said::meaning_of_superseded(),
        ),
        (
            counts(|figures| &figures.cancelled),
            said::as_it_is(Cell::word_of("cancelled")),
            said::meaning_of_cancelled(),
        ),
        (
            counts(|figures| &figures.late_entries) || !acts.late_entries.is_empty(),
            said::as_it_is(Cell::word_of("late-entries")),
            said::meaning_of_late_entries(),
        ),
        (
            counts(|figures| &figures.imported),
            said::as_it_is(Cell::word_of("imported")),
            said::meaning_of_imported(),
        ),
        (
            counts(|figures| &figures.moved_later),
            said::as_it_is(Cell::word_of("moved-later")),
            said::meaning_of_moved_later(),
        ),
        (
            !quarter.volumes.courtesy.is_empty() || acts.overrides.iter().any(|o| o.courtesy),
            said::volume_courtesy(),
            said::meaning_of_courtesy(),
        ),
    ];
    let there = named.into_iter().filter(|(is_there, ..)| *is_there);
    let there: Vec<(Said, Cell)> = there.map(|(_, word, means)| (word, means.into())).collect();
    let stood_still = quarter
        .breaches
        .iter()
        .any(|breach| !breach.waits.is_empty());
    let mut page = page;
    if stood_still || !there.is_empty() {
        page = page.heading(said::meanings());
    }
    if !there.is_empty() {
        page = page.facts(there);
    }
    if stood_still {
        page = page.text(said::meaning_stood_still());
    }
    page
}
