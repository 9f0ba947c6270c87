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

/// Counts what came and went in a window, ticket by ticket.
#[derive(Debug)]
pub struct VolumesTally {
    window: Window,
    volumes: Volumes,
    by_priority: OpenedBy,
    by_channel: OpenedBy,
    by_topic: OpenedBy,
}

/// What was opened, by what it names.
type OpenedBy = BTreeMap<Option<String>, Vec<TicketNo>>;

impl VolumesTally {
    /// Nothing counted yet.
    pub fn new(window: Window) -> VolumesTally {
        VolumesTally {
            window,
            volumes: Volumes::default(),
            by_priority: OpenedBy::new(),
            by_channel: OpenedBy::new(),
            by_topic: OpenedBy::new(),
        }
    }

    /// Counts a ticket.
    pub fn add(&mut self, activity: &TicketActivity) {
        let opened = self.window.holds(activity.opened);
        if !activity.counts() {
            if opened && !activity.refused.is_empty() {
                self.volumes.refused.push(activity.ticket);
            }
            return;
        }
        self.volumes.count(activity, &self.window);
        if opened {
            // A ticket counts with what it was opened as, whatever became of it.
            let first = match activity.priorities.first() {
                Some(change) => Some(&change.to),
                None => activity.priority.as_ref(),
            };
            for (groups, value) in [
                (&mut self.by_priority, first),
                (&mut self.by_channel, activity.channel.as_ref()),
                (&mut self.by_topic, activity.topic.as_ref()),
            ] {
                let tickets = groups.entry(value.cloned()).or_default();
                tickets.push(activity.ticket);
            }
        }
    }

    /// The counts.
    pub fn finish(self) -> Volumes {
        let mut volumes = Volumes {
            by_priority: commonest_first(self.by_priority),
            by_channel: commonest_first(self.by_channel),
            by_topic: commonest_first(self.by_topic),
            ..self.volumes
        };
        volumes.sort();
        volumes
    }
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

fn commonest_first(groups: OpenedBy) -> Vec<(Option<String>, Vec<TicketNo>)> {
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
