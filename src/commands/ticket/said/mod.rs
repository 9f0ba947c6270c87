//! What a write says it did, with the deadlines that follow.

mod again;
mod moves;

pub(in crate::commands) use moves::{live_of, milestones};

use super::record::RecordNames;
use crate::context::{CommitSummary, Context, RulesCache, TicketChange, WriteMode};
use crate::core::calendar::ZoneRules;
use crate::core::model::{Fact, State, TicketNo};
use crate::core::sla::{Clock, ClockEnd, ClockState, Limit, Measure, measure};
use crate::core::time::{Instant, LocalNow, moment};
use crate::failure::Failure;
use crate::store::StoredEvent;
use crate::wording::{echo, event};

/// Who tells what a write did to its tickets.
pub(in crate::commands) struct Echo<'c> {
    context: &'c Context,
    here: LocalNow<'c>,
    rules: RulesCache,
    names: RecordNames<'c>,
}

impl<'c> Echo<'c> {
    /// What is told once the write is done.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(in crate::commands) fn of(context: &'c Context) -> Result<Echo<'c>, Failure> {
        Ok(Echo {
            context,
            here: context.here()?,
            rules: context.rules_cache()?,
            names: RecordNames::of(context.store()?.present()),
        })
    }

    /// `42: replied to dana@acme.example (acme, "Nobody can log in")`, and what follows from it:
    /// `response met with 20m left; resolution due tomorrow 16:00 (17:00 in Europe/Kyiv)`.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn ticket(
        &mut self,
        written: &CommitSummary,
        number: TicketNo,
        touched: &TicketChange,
    ) -> Result<Vec<String>, Failure> {
        let theirs = self.zone_of(touched)?;
        let did = self.what_happened(touched, theirs.as_ref())?;
        let mut says = vec![match written.mode {
            WriteMode::ForReal => self.about(number, touched, &did)?,
            WriteMode::DryRun => {
                let customer = self.names.customer(touched.now.customer)?;
                echo::not_written(number, &did, &customer.key, touched.subject())
            }
        }];
        self.rules.load(self.context.store()?, &touched.events())?;
        let own = written.charges.iter();
        let own = own.filter(|charge| charge.ticket == number);
        let mut follows: Vec<String> = own
            .map(|c| echo::charged(&c.allowance, c.amount, c.overage, c.left))
            .collect();
        follows.extend(self.decided(number, touched));
        follows.extend(self.taken_back(touched));
        follows.extend(self.live(touched, theirs.as_ref()));
        follows.extend(self.of_another_kind(touched, theirs.as_ref()));
        follows.extend(self.broken(number, touched));
        follows.extend(nothing_promised(touched).map(str::to_owned));
        if !follows.is_empty() {
            says.push(echo::follows(&follows));
        }
        Ok(says)
    }

    /// What is told of a ticket, with what shows that it is the one that was meant.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(in crate::commands) fn about(
        &mut self,
        number: TicketNo,
        touched: &TicketChange,
        told: &str,
    ) -> Result<String, Failure> {
        let customer = self.names.customer(touched.now.customer)?;
        Ok(echo::ticket(number, told, &customer.key, touched.subject()))
    }

    /// What one event of a ticket says, its instants as the write of it said them.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(in crate::commands) fn event(
        &mut self,
        told: &StoredEvent,
        touched: Option<&TicketChange>,
    ) -> Result<String, Failure> {
        let theirs = touched.map(|touched| self.zone_of(touched)).transpose()?;
        Ok(self.what(told, theirs.flatten().as_ref()))
    }

    fn what(&self, told: &StoredEvent, theirs: Option<&ZoneRules>) -> String {
        event::what(&told.event, &told.prose, |at| both(at, self.here, theirs))
    }

    /// The zone of the customer, else that of the contract.
    fn zone_of(&mut self, touched: &TicketChange) -> Result<Option<ZoneRules>, Failure> {
        if let Some(zone) = self.context.zone_of(touched.now.customer)? {
            return Ok(Some(zone));
        }
        let store = self.context.store()?;
        let contract = match touched.now.contract {
            Some(id) => store.present().contract(id)?,
            None => None,
        };
        let zone = contract.and_then(|contract| contract.zone);
        Ok(match zone.filter(|zone| self.rules.has_zone(zone)) {
            Some(zone) => Some(self.rules.zone_rules(store, &zone)?),
            None => None,
        })
    }

    /// What was written on a ticket, as its events say it everywhere, and to whom it was said.
    fn what_happened(
        &mut self,
        touched: &TicketChange,
        theirs: Option<&ZoneRules>,
    ) -> Result<String, Failure> {
        let entry = touched.history.iter().map(|told| told.event.entry).max();
        let own = touched.history.iter();
        let mut own: Vec<&StoredEvent> =
            own.filter(|told| Some(told.event.entry) == entry).collect();
        own.sort_by_key(|told| told.event.id);
        let mut says = Vec::new();
        for told in own {
            let what = self.what(told, theirs);
            says.push(match &told.event.fact {
                Fact::Replied(_) => echo::to(&what, &self.whom(touched)?),
                Fact::Waiting(_) if told.prose.text.is_some() => {
                    let whom = self.whom(touched)?;
                    format!("{what}, {}", echo::to("said", &whom))
                }
                Fact::Edited(edited) => match self.names.contact(edited.contact)? {
                    Some(contact) => echo::who(&what, &contact.row.email),
                    None => what,
                },
                Fact::Linked(link) => self.with_other(&what, link.to)?,
                Fact::Unlinked(link) => self.with_other(&what, link.to)?,
                Fact::CustomerReplied(heard) => {
                    let says = match self.names.contact(heard.contact)? {
                        Some(contact) => echo::heard(&contact.row.email),
                        None => what,
                    };
                    match waited(touched) {
                        true => echo::waits_no_more(&says),
                        false => says,
                    }
                }
                _ => what,
            });
        }
        says.dedup();
        Ok(says.join(", "))
    }

    /// What was done with another ticket, and which that is.
    fn with_other(&mut self, what: &str, other: TicketNo) -> Result<String, Failure> {
        let Some(row) = self.context.store()?.ticket(other)? else {
            return Ok(what.to_owned());
        };
        let customer = self.names.customer(row.customer)?;
        Ok(echo::other(what, &customer.key, &row.subject))
    }

    /// Who of the customer's hears what is said on a ticket.
    fn whom(&mut self, touched: &TicketChange) -> Result<String, Failure> {
        let contact = self.names.contact(touched.now.contact)?;
        Ok(match contact {
            Some(contact) => contact.row.email.clone(),
            None => self.names.customer(touched.now.customer)?.key.clone(),
        })
    }

    /// The clocks that this write ended.
    fn decided(&self, number: TicketNo, touched: &TicketChange) -> Vec<String> {
        let clocks = touched.now.clocks.iter();
        let ended = clocks.filter(|clock| clock.ended.is_some() && was_live(touched, clock));
        let mut says = Vec::new();
        for clock in ended {
            let measured = measure(clock, &self.rules, self.here.now);
            let milestone = &clock.milestone;
            says.push(match (clock.state(self.here.now), clock.fate) {
                (ClockState::Breached, Some(ClockEnd::Reached)) => {
                    echo::late(milestone, measured.and_then(|measured| measured.late))
                }
                (ClockState::Met, _) => echo::met(milestone, spare(measured)),
                (state, _) => echo::ended(milestone, state.word()),
            });
            let late = clock.state(self.here.now) == ClockState::Breached;
            let mut causes = touched.now.causes.iter();
            if late && !causes.any(|(of, ..)| of == milestone) {
                says.push(echo::say_why(number, milestone));
            }
        }
        says
    }

    /// The breaches of clocks that had ended, which this write takes back.
    fn taken_back(&self, touched: &TicketChange) -> Vec<String> {
        let Some(before) = &touched.before else {
            return Vec::new();
        };
        let now = self.here.now;
        let had_broken = |clock: &&Clock| {
            let same = |old: &&Clock| old.n == clock.n && old.milestone == clock.milestone;
            let old = before.clocks.iter().find(same);
            old.is_some_and(|old| old.ended.is_some() && old.state(now) == ClockState::Breached)
        };
        let corrected = touched.now.clocks.iter();
        let corrected = corrected.filter(|clock| clock.state(now) == ClockState::Corrected);
        corrected
            .filter(had_broken)
            .map(|clock| echo::ended(&clock.milestone, ClockState::Corrected.word()))
            .collect()
    }

    /// How to say why clocks broke that go on, where this write is what broke them.
    fn broken(&self, number: TicketNo, touched: &TicketChange) -> Vec<String> {
        let Some(before) = &touched.before else {
            return Vec::new();
        };
        let now = self.here.now;
        let is_broken = |clock: &&Clock| clock.state(now) == ClockState::Breached;
        let was_broken = |clock: &Clock| {
            let mut old = before.clocks.iter().filter(is_broken);
            old.any(|old| old.milestone == clock.milestone)
        };
        let given = |clock: &Clock| {
            let mut causes = touched.now.causes.iter();
            causes.any(|(of, ..)| *of == clock.milestone)
        };
        // what this write itself ended tells how late that was
        let had_ended = |clock: &Clock| {
            let mut old = before.clocks.iter();
            old.any(|old| old.milestone == clock.milestone && old.ended_by == clock.ended_by)
        };
        let broken = touched.now.clocks.iter().filter(is_broken);
        broken
            .filter(|clock| clock.ended.is_none() || had_ended(clock))
            .filter(|clock| !was_broken(clock) && !given(clock))
            .flat_map(|clock| {
                // what has ended is no live clock, whose due is told anyway
                let ended = clock.due.filter(|_| clock.ended.is_some());
                let was_due = ended.map(|due| {
                    let at = both(due, self.here, None);
                    echo::broken_by_this(&echo::was_due(&clock.milestone, &at))
                });
                was_due
                    .into_iter()
                    .chain([echo::say_why(number, &clock.milestone)])
            })
            .collect()
    }

    /// What this write makes of the ticket where that changes no deadline: it is of another kind,
    /// whose target comes later than what was promised.
    fn of_another_kind(&self, touched: &TicketChange, theirs: Option<&ZoneRules>) -> Vec<String> {
        let entry = touched.history.iter().map(|told| told.event.entry).max();
        let written = touched.history.iter().map(|told| &told.event);
        let written: Vec<_> = written.filter(|event| Some(event.entry) == entry).collect();
        let by_this = |limit: &Limit| {
            let mut written = written.iter();
            written.any(|event| event.id == limit.by && is_of_kinds(&event.fact))
        };
        let clocks = touched.now.clocks.iter();
        let live = clocks.filter(|clock| clock.ended.is_none());
        let idle = live.flat_map(|clock| {
            let limits = clock.limits.iter().enumerate();
            let idle = limits.filter(|(place, _)| *place != clock.governing);
            idle.map(move |(_, limit)| (clock, limit))
        });
        idle.filter(|(_, limit)| by_this(limit))
            .filter_map(|(clock, limit)| {
                let at = both(limit.due?, self.here, theirs);
                let says = echo::would_be(&clock.milestone, limit.kind.as_deref(), &at);
                let by = written.iter().find(|event| event.id == limit.by);
                let edits = by.is_some_and(|event| matches!(event.fact, Fact::Edited(_)));
                Some(match edits {
                    true => echo::or_corrects(&says),
                    false => says,
                })
            })
            .collect()
    }

    fn live(&self, touched: &TicketChange, theirs: Option<&ZoneRules>) -> Vec<String> {
        let clocks = touched.now.clocks.iter();
        let live = clocks.filter(|clock| clock.ended.is_none());
        live.map(|clock| live_clock(clock, self.here, theirs))
            .collect()
    }
}

/// Whether a fact can make a ticket one of another kind and does nothing else to its clocks.
fn is_of_kinds(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::Edited(_) | Fact::CustomerReplied(_) | Fact::Escalated(_)
    )
}

/// Whether the ticket waited for somebody before the write, and does so no more.
fn waited(touched: &TicketChange) -> bool {
    let open = touched.now.state == State::Open;
    open && touched
        .before
        .as_ref()
        .is_some_and(|before| before.state.is_waiting())
}

fn spare(measured: Option<Measure>) -> Option<i64> {
    measured.and_then(|measured| measured.spare)
}

/// Whether a clock was live before the write.
fn was_live(touched: &TicketChange, clock: &Clock) -> bool {
    let Some(before) = &touched.before else {
        return true;
    };
    let same = |old: &&Clock| old.n == clock.n && old.milestone == clock.milestone;
    let old = before.clocks.iter().find(same);
    old.is_none_or(|old| old.ended.is_none())
}

/// Why a ticket that was just opened has no clock.
fn nothing_promised(touched: &TicketChange) -> Option<&'static str> {
    let ticket = &touched.now;
    if touched.before.is_some() || !ticket.clocks.is_empty() {
        return None;
    }
    Some(if !ticket.refused.is_empty() {
        echo::REFUSED
    } else if ticket.courtesy {
        echo::COURTESY
    } else {
        echo::NO_TARGET
    })
}

fn live_clock(clock: &Clock, here: LocalNow<'_>, theirs: Option<&ZoneRules>) -> String {
    let milestone = &clock.milestone;
    let Some(due) = clock.due else {
        return match clock.paused {
            Some(_) => echo::stands_still(milestone),
            None => echo::never_due(milestone),
        };
    };
    let state = clock.state(here.now);
    if let (ClockState::Paused, Some(until)) = (state, clock.paused.and_then(|p| p.until)) {
        let (until, due) = (both(until, here, theirs), both(due, here, theirs));
        return echo::stands_still_until(milestone, &until, &due);
    }
    let at = both(due, here, theirs);
    let says = match state {
        ClockState::Breached => echo::was_due(milestone, &at),
        _ => echo::due(milestone, &at),
    };
    match clock.kind() {
        Some(kind) => echo::as_kind(&says, kind),
        None => says,
    }
}

/// A time here, and in the customer's zone where that is another.
fn both(at: Instant, here: LocalNow<'_>, theirs: Option<&ZoneRules>) -> String {
    let mine = moment(at, here);
    let Some(zone) = theirs else {
        return mine;
    };
    let other = moment(at, LocalNow::new(here.now, zone));
    match (mine.rsplit_once(' '), other.rsplit_once(' ')) {
        _ if mine == other => mine,
        (Some((day, _)), Some((same, time))) if day == same => {
            echo::elsewhere(&mine, time, &zone.name)
        }
        _ => echo::elsewhere(&mine, &other, &zone.name),
    }
}
