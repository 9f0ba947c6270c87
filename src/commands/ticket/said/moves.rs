//! What a write that is not about a ticket did to its live deadlines.

use super::{Echo, both};
use crate::context::TicketChange;
use crate::core::calendar::ZoneRules;
use crate::core::sla::{Clock, ClockState, Standstill, Ticket};
use crate::core::time::{Instant, LocalNow};
use crate::failure::Failure;
use crate::wording::moved::{LiveDue, deadline, more_breaches};

impl Echo<'_> {
    /// Each live deadline that is not where it was, and how many breaches the ticket gains.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(in crate::commands) fn moves(
        &mut self,
        touched: &TicketChange,
    ) -> Result<Vec<String>, Failure> {
        let theirs = self.zone_of(touched)?;
        let before = touched.before.as_ref();
        let before = before.map_or(&[][..], |ticket| &ticket.clocks);
        let moved = milestones(before, &touched.now.clocks)
            .into_iter()
            .filter_map(|milestone| {
                let was = due(before, milestone, self.here, theirs.as_ref());
                let is = due(&touched.now.clocks, milestone, self.here, theirs.as_ref());
                (was != is).then(|| deadline(milestone, &was, &is))
            });
        Ok(moved.chain(breaches(touched, self.here.now)).collect())
    }
}

/// The milestones that have a live clock before or after a write.
pub(in crate::commands) fn milestones<'c>(before: &'c [Clock], after: &'c [Clock]) -> Vec<&'c str> {
    let mut milestones: Vec<&str> = Vec::new();
    for clock in live(before).chain(live(after)) {
        if !milestones.contains(&clock.milestone.as_str()) {
            milestones.push(&clock.milestone);
        }
    }
    milestones
}

/// The live clock of a milestone.
pub(in crate::commands) fn live_of<'c>(clocks: &'c [Clock], milestone: &str) -> Option<&'c Clock> {
    live(clocks).find(|clock| clock.milestone == milestone)
}

fn live(clocks: &[Clock]) -> impl Iterator<Item = &Clock> {
    clocks.iter().filter(|clock| clock.ended.is_none())
}

fn due(
    clocks: &[Clock],
    milestone: &str,
    here: LocalNow<'_>,
    theirs: Option<&ZoneRules>,
) -> LiveDue {
    let clock = live_of(clocks, milestone);
    match clock.map(|clock| (clock.due, clock.paused)) {
        None => LiveDue::NotRunning,
        Some((
            Some(due),
            Some(Standstill {
                until: Some(until), ..
            }),
        )) if here.now < until => LiveDue::StandsStillUntil {
            until: both(until, here, theirs),
            due: both(due, here, theirs),
        },
        Some((Some(due), _)) => LiveDue::Due(both(due, here, theirs)),
        Some((None, Some(_))) => LiveDue::StandsStill,
        Some((None, None)) => LiveDue::Never,
    }
}

/// How many breaches the ticket gains.
fn breaches(touched: &TicketChange, now: Instant) -> Option<String> {
    let broken = |clock: &&Clock| clock.state(now) == ClockState::Breached;
    let count = |ticket: &Ticket| ticket.clocks.iter().filter(broken).count();
    let before = touched.before.as_ref().map_or(0, count);
    let more = count(&touched.now).checked_sub(before)?;
    (more > 0).then(|| more_breaches(more))
}
