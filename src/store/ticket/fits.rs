//! Conditions asked of a ticket that was folded, for views of the past: what the tables answer of
//! the present, in the same sense.

use super::clock::ClockRow;
use super::rows::Cached;
use super::test::{ClockTest, Flag, MomentColumn, Test, TextColumn, Where};
use crate::core::model::Side;
use crate::core::time::Instant;

/// A folded ticket, with what its own rows do not say.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seen<'a> {
    pub rows: &'a Cached,
    /// The account manager of its customer.
    pub account_manager: Option<&'a str>,
    /// All that was written about it.
    pub words: &'a str,
}

impl Where {
    /// Whether the ticket is so.
    pub(crate) fn fits(&self, seen: Seen<'_>) -> bool {
        match self {
            Where::All(all) => all.iter().all(|each| each.fits(seen)),
            Where::Any(any) => any.iter().any(|each| each.fits(seen)),
            Where::Not(inner) => !inner.fits(seen),
            Where::Is(test) => test.fits(seen),
        }
    }
}

impl Test {
    fn fits(&self, seen: Seen<'_>) -> bool {
        let row = &seen.rows.ticket;
        match self {
            Test::Numbers(ranges) => {
                let within = |(from, to): &(_, _)| *from <= row.number && row.number <= *to;
                ranges.iter().any(within)
            }
            Test::Customer(ids) => ids.contains(&row.customer),
            Test::Contact(ids) => row.contact.is_some_and(|id| ids.contains(&id)),
            Test::Contract(ids) => row.contract.is_some_and(|id| ids.contains(&id)),
            Test::Rank(ranks) => row.rank.is_some_and(|rank| ranks.contains(&rank)),
            Test::Text(column, words) => words.iter().any(|w| w.as_deref() == text(*column, seen)),
            Test::State(states) => states.contains(&row.state),
            Test::Moment(column, from, to) => within(moment(*column, seen), *from, *to),
            Test::Tag(tags) => tags.iter().any(|tag| seen.rows.tags.contains(tag)),
            Test::AccountManager(keys) => keys
                .iter()
                .any(|key| key.as_deref() == seen.account_manager),
            Test::Clock(test) => seen.rows.clocks.iter().any(|clock| shows(clock, test)),
            Test::Words(typed) => has_words(typed, &row.subject, seen.words),
            Test::Flag(flag) => flagged(*flag, seen),
            Test::Unclocked => seen.rows.clocks.iter().all(|clock| clock.ended.is_some()),
        }
    }
}

fn text(column: TextColumn, seen: Seen<'_>) -> Option<&str> {
    let row = &seen.rows.ticket;
    match column {
        TextColumn::Plan => row.plan.as_deref(),
        TextColumn::Priority => row.priority.as_deref(),
        TextColumn::Topic => row.topic.as_deref(),
        TextColumn::Channel => row.channel.as_deref(),
        TextColumn::Environment => row.environment.as_deref(),
        TextColumn::Component => row.component.as_deref(),
        TextColumn::Version => row.version.as_deref(),
        TextColumn::Line => row.line.as_deref(),
        TextColumn::Assignee => row.assignee.as_deref(),
    }
}

fn moment(column: MomentColumn, seen: Seen<'_>) -> Option<Instant> {
    let row = &seen.rows.ticket;
    match column {
        MomentColumn::Opened => Some(row.opened),
        MomentColumn::Responded => row.responded,
        MomentColumn::Resolved => row.resolved,
        MomentColumn::Closed => row.closed,
        MomentColumn::Updated => Some(row.updated),
        MomentColumn::FollowUp => row.follow_up,
    }
}

fn within(at: Option<Instant>, from: Option<Instant>, to: Option<Instant>) -> bool {
    at.is_some_and(|at| from.is_none_or(|from| from <= at) && to.is_none_or(|to| at < to))
}

fn shows(clock: &ClockRow, test: &ClockTest) -> bool {
    let due = |(from, to): (_, _)| clock.ended.is_none() && within(clock.due, from, to);
    (test.milestones.is_empty() || test.milestones.contains(&clock.milestone))
        && (test.states.is_empty() || test.states.contains(&clock.state(test.now)))
        && test.due.is_none_or(due)
}

/// Every word stands there, whatever the case.
fn has_words(typed: &str, subject: &str, words: &str) -> bool {
    let tokens = |text: &str| -> Vec<String> {
        let parts = text.split(|c: char| !c.is_alphanumeric());
        let parts = parts.filter(|part| !part.is_empty());
        parts.map(str::to_lowercase).collect()
    };
    let asked = tokens(typed);
    let mut there = tokens(subject);
    there.extend(tokens(words));
    !asked.is_empty() && asked.iter().all(|word| there.contains(word))
}

fn flagged(flag: Flag, seen: Seen<'_>) -> bool {
    let row = &seen.rows.ticket;
    let overdue = |clock: &ClockRow, now: Instant| {
        clock.ended.is_none()
            && clock.breach.is_some_and(|breach| breach <= now)
            && clock.due.is_some_and(|due| due < now)
    };
    match flag {
        Flag::Overdue(now) => seen.rows.clocks.iter().any(|clock| overdue(clock, now)),
        Flag::Unanswered => row.done.is_none() && row.spoke_last == Side::Customer,
        Flag::Courtesy => row.courtesy,
        Flag::Refused => row.refused,
        Flag::Exempt => row.exempt.is_some(),
    }
}
