//! What each person of the desk had to do, and did.

use std::collections::BTreeMap;

use super::{ReportClock, TicketActivity, Window};
use crate::core::model::TicketNo;
use crate::core::sla::ClockState;
use crate::core::time::Instant;

/// One person's window; `held_by` is none for what nobody had.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workload {
    /// Who; none for what nobody has.
    pub held_by: Option<String>,
    /// Tickets that came to this person.
    pub taken: Vec<TicketNo>,
    /// Resolved while this person had them; again for each time.
    pub resolved: Vec<TicketNo>,
    /// Not done at the end, and this person's.
    pub open: Vec<TicketNo>,
    /// Breaches that came while this person had the ticket; again for each clock.
    pub breached: Vec<TicketNo>,
    /// Seconds that this person booked, on whosever ticket.
    pub worked: i64,
    /// Of the open ones: the ticket opened first, and when.
    pub oldest_open: Option<(Instant, TicketNo)>,
    /// Answers that this person gave, on whosever ticket.
    pub replies: usize,
    /// Wall-clock seconds of the window in which this person's tickets waited for somebody else.
    pub waiting: i64,
}

impl Workload {
    /// What all of these come to; the oldest of their open tickets.
    pub fn total<'w>(all: impl IntoIterator<Item = &'w Workload>) -> Workload {
        all.into_iter().fold(Workload::default(), |mut total, one| {
            total.taken.extend(&one.taken);
            total.resolved.extend(&one.resolved);
            total.open.extend(&one.open);
            total.breached.extend(&one.breached);
            total.worked += one.worked;
            total.replies += one.replies;
            total.waiting += one.waiting;
            let oldest = total.oldest_open.into_iter().chain(one.oldest_open);
            total.oldest_open = oldest.min();
            total
        })
    }
}

/// Adds up what everybody had to do in a window, and did, ticket by ticket.
#[derive(Debug)]
pub struct WorkloadTally {
    window: Window,
    people: People,
}

impl WorkloadTally {
    /// Nothing added yet.
    pub fn new(window: Window) -> WorkloadTally {
        WorkloadTally {
            window,
            people: People::default(),
        }
    }

    /// Adds a ticket with its clocks.
    pub fn add(&mut self, activity: &TicketActivity, clocks: &[ReportClock<'_>]) {
        if !activity.counts() {
            return;
        }
        let (people, window) = (&mut self.people, &self.window);
        people.owned(activity, window);
        people.done(activity, window);
        people.waited(activity, window);
        for clock in clocks {
            if let Some((ClockState::Breached, at)) = clock.decided_state(window.now)
                && window.holds(at)
            {
                let person = people.of(clock.held_by.as_deref());
                person.breached.push(clock.ticket);
            }
        }
    }

    /// Everybody who had a ticket or did something in the window, by name; nobody stands last.
    pub fn finish(self) -> Vec<Workload> {
        self.people.into_list()
    }
}

#[derive(Debug, Default)]
struct People {
    by_name: BTreeMap<String, Workload>,
    nobody: Option<Workload>,
}

impl People {
    fn of(&mut self, name: Option<&str>) -> &mut Workload {
        let Some(name) = name else {
            return self.nobody.get_or_insert_default();
        };
        if !self.by_name.contains_key(name) {
            let person = Workload {
                held_by: Some(name.to_owned()),
                ..Workload::default()
            };
            self.by_name.insert(name.to_owned(), person);
        }
        self.by_name.get_mut(name).expect("it is there by now")
    }

    fn owned(&mut self, activity: &TicketActivity, window: &Window) {
        let mut before: Option<&str> = None;
        for holder in activity.holders.iter() {
            let name = holder.by.as_deref();
            if name.is_some() && before != name && window.holds(holder.since) {
                self.of(name).taken.push(activity.ticket);
            }
            before = name;
        }
        let last = window.last();
        if activity
            .state_at(last)
            .is_some_and(|state| state.is_active())
        {
            let person = self.of(activity.held_by(last));
            person.open.push(activity.ticket);
            let this = Some((activity.opened, activity.ticket));
            person.oldest_open = match person.oldest_open {
                Some(oldest) => this.min(Some(oldest)),
                None => this,
            };
        }
    }

    fn done(&mut self, activity: &TicketActivity, window: &Window) {
        for (from, to) in activity.turns() {
            if from.is_active() && activity.was_done(to) && window.holds(to.at) {
                self.of(activity.held_by(to.at))
                    .resolved
                    .push(activity.ticket);
            }
        }
        for work in activity.work.iter().filter(|work| window.holds(work.at)) {
            self.of(Some(&work.actor)).worked += work.spent;
        }
        for (_, actor) in activity.replies.iter().filter(|(at, _)| window.holds(*at)) {
            self.of(Some(actor)).replies += 1;
        }
    }

    /// Waiting time goes to whoever had the ticket, second by second.
    fn waited(&mut self, activity: &TicketActivity, window: &Window) {
        let (first, last) = (window.from, window.to.min(window.now));
        let ends = activity.states.iter().skip(1).map(|entered| entered.at);
        for (entered, end) in activity.states.iter().zip(ends.chain([Instant::MAX])) {
            let (from, to) = (entered.at.max(first), end.min(last));
            if !entered.state.is_waiting() || to <= from {
                continue;
            }
            for (holder, since, until) in activity.holders.between(from, to) {
                self.of(holder.by.as_deref()).waiting += until.since(since);
            }
        }
    }

    fn into_list(self) -> Vec<Workload> {
        let people = self.by_name.into_values();
        let mut list: Vec<Workload> = people.chain(self.nobody).collect();
        for person in &mut list {
            for tickets in [
                &mut person.taken,
                &mut person.resolved,
                &mut person.open,
                &mut person.breached,
            ] {
                tickets.sort_unstable();
            }
        }
        list
    }
}
