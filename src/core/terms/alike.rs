//! Whether two terms promise the same of one thing: then it is the same promise, whichever of them
//! a ticket lives under.

use super::{CalendarTerms, Milestone, Target, Terms, WhenUsedUp};

impl Terms {
    /// Whether a target of a milestone here and one there count the same time on the same calendar,
    /// and the milestone's clocks start, stand still and end alike.
    pub fn promises_alike(
        &self,
        other: &Terms,
        milestone: &str,
        (mine, theirs): (&Target, &Target),
    ) -> bool {
        let (Some(here), Some(there)) = (self.milestone(milestone), other.milestone(milestone))
        else {
            return false;
        };
        mine.promise == theirs.promise
            && mine.cut_off == theirs.cut_off
            && self.calendar_of(mine) == other.calendar_of(theirs)
            && runs_alike(here, there)
            && self.reopen_within == other.reopen_within
            && self.lapse(milestone) == other.lapse(milestone)
    }

    fn calendar_of(&self, target: &Target) -> Option<&CalendarTerms> {
        self.calendars.get(target.calendar.as_deref()?)
    }

    /// The allowances that let a milestone lapse.
    fn lapse(&self, milestone: &str) -> Vec<&str> {
        let lapses = |used_up: &WhenUsedUp| match used_up {
            WhenUsedUp::Lapses(milestones) => milestones.iter().any(|known| known == milestone),
            _ => false,
        };
        let allowances = self.allowances.iter();
        let tied = allowances.filter(|allowance| lapses(&allowance.when_used_up));
        tied.map(|allowance| allowance.id.as_str()).collect()
    }
}

fn runs_alike(one: &Milestone, other: &Milestone) -> bool {
    one.starts == other.starts
        && one.met_by == other.met_by
        && one.until == other.until
        && one.paused_by == other.paused_by
        && one.on_raise == other.on_raise
        && one.on_lower == other.on_lower
        && one.on_reopen == other.on_reopen
}
