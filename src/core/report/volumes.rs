//! How many tickets came and went.
//!
//! The books balance: what was active at the start, opened and reopened is what was resolved,
//! withdrawn, merged and is still active at the end.

use std::collections::BTreeMap;

use super::{TicketActivity, Window};
use crate::core::model::{State, TicketNo};
use crate::core::sla::Entered;

/// Lists of tickets; one that was reopened and resolved again stands twice among the resolved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Volumes {
    /// Not done when the window began.
    pub at_start: Vec<TicketNo>,
    /// Opened in the window.
    pub opened: Vec<TicketNo>,
    /// Reopened in it.
    pub reopened: Vec<TicketNo>,
    /// Resolved, or closed as done without that.
    pub resolved: Vec<TicketNo>,
    /// Closed unresolved: withdrawn, duplicate, spam.
    pub withdrawn: Vec<TicketNo>,
    /// Taken in by others in it.
    pub merged: Vec<TicketNo>,
    /// Not done when the window ended.
    pub at_end: Vec<TicketNo>,
    /// Among them: waiting for the customer, the vendor or a third party.
    pub waiting_at_end: Vec<TicketNo>,
    /// Over: after being resolved, or at once.
    pub closed: Vec<TicketNo>,
    /// Among the opened: by override, without clocks.
    pub courtesy: Vec<TicketNo>,
    /// Requests that were refused and kept; no tickets, and counted nowhere else.
    pub refused: Vec<TicketNo>,
    /// The opened ones by what they name, the commonest first.
    pub by_priority: Vec<(Option<String>, Vec<TicketNo>)>,
    /// What was opened, by how it came in; none where nothing says so.
    pub by_channel: Vec<(Option<String>, Vec<TicketNo>)>,
    /// By what it is about.
    pub by_topic: Vec<(Option<String>, Vec<TicketNo>)>,
}

/// Counts what came and went in the window.
pub fn volumes(activities: &[TicketActivity], window: &Window) -> Volumes {
    let mut volumes = Volumes::default();
    let mut opened = Vec::new();
    for activity in activities {
        if !activity.counts() {
            if window.holds(activity.opened) && !activity.refused.is_empty() {
                volumes.refused.push(activity.ticket);
            }
            continue;
        }
        volumes.count(activity, window);
        if window.holds(activity.opened) {
            opened.push(activity);
        }
    }
    // A ticket counts with what it was opened as, whatever became of it.
    let first = |activity: &TicketActivity| match activity.priorities.first() {
        Some(change) => Some(change.to.clone()),
        None => activity.priority.clone(),
    };
    volumes.by_priority = grouped(&opened, first);
    volumes.by_channel = grouped(&opened, |activity| activity.channel.clone());
    volumes.by_topic = grouped(&opened, |activity| activity.topic.clone());
    volumes.sort();
    volumes
}

impl Volumes {
    fn count(&mut self, activity: &TicketActivity, window: &Window) {
        let ticket = activity.ticket;
        let active = |state: Option<State>| state.is_some_and(State::is_active);
        let start = window.from.plus(-1).min(window.now);
        if active(activity.state_at(start)) {
            self.at_start.push(ticket);
        }
        if window.holds(activity.opened) {
            self.opened.push(ticket);
            if activity.courtesy {
                self.courtesy.push(ticket);
            }
        }
        let last = activity.state_at(window.last());
        if active(last) {
            self.at_end.push(ticket);
        }
        if last.is_some_and(State::is_waiting) {
            self.waiting_at_end.push(ticket);
        }
        for (from, to) in activity.turns().filter(|(_, to)| window.holds(to.at)) {
            self.turn(activity, from, to);
        }
    }

    fn turn(&mut self, activity: &TicketActivity, from: State, to: &Entered) {
        if to.state == State::Closed {
            self.closed.push(activity.ticket);
        }
        let list = match (from.is_active(), to.state) {
            (false, state) if state.is_active() => &mut self.reopened,
            (true, State::Resolved | State::Closed) if activity.was_done(to) => &mut self.resolved,
            (true, State::Closed | State::Void) => &mut self.withdrawn,
            (true, State::Merged) => &mut self.merged,
            _ => return,
        };
        list.push(activity.ticket);
    }

    fn sort(&mut self) {
        for list in [
            &mut self.at_start,
            &mut self.opened,
            &mut self.reopened,
            &mut self.resolved,
            &mut self.withdrawn,
            &mut self.merged,
            &mut self.at_end,
            &mut self.waiting_at_end,
            &mut self.closed,
            &mut self.courtesy,
            &mut self.refused,
        ] {
            list.sort_unstable();
        }
    }
}

fn grouped(
    opened: &[&TicketActivity],
    value: impl Fn(&TicketActivity) -> Option<String>,
) -> Vec<(Option<String>, Vec<TicketNo>)> {
    let mut groups: BTreeMap<Option<String>, Vec<TicketNo>> = BTreeMap::new();
    for activity in opened {
        groups
            .entry(value(activity))
            .or_default()
            .push(activity.ticket);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    for (_, tickets) in &mut groups {
        tickets.sort_unstable();
    }
    groups.sort_by_key(|(value, tickets)| {
        let many = std::cmp::Reverse(tickets.len());
        (many, value.is_none(), value.clone())
    });
    groups
}
