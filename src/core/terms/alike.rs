//! Whether two terms promise the same of one thing: then it is the same promise, whichever of them
//! a ticket lives under.

use super::{CalendarTerms, Milestone, Target, Terms, WhenUsedUp};

impl Terms {
    /// Whether a milestone at a priority has the same target on the same calendar here and there,
    /// and its clocks start, stand still and end alike.
    pub fn promises_alike(&self, other: &Terms, milestone: &str, priority: &str) -> bool {
        let (Some(here), Some(there)) = (self.milestone(milestone), other.milestone(milestone))
        else {
            return false;
        };
        let (mine, theirs) = (self.place(priority), other.place(priority));
        let mine = mine.and_then(|place| here.targets.get(place));
        let theirs = theirs.and_then(|place| there.targets.get(place));
        let (Some(one), Some(two)) = (mine, theirs) else {
            return false;
        };
        one.promise == two.promise
            && one.cut_off == two.cut_off
            && self.calendar_of(one) == other.calendar_of(two)
            && runs_alike(here, there)
            && self.reopen_within == other.reopen_within
            && self.lapse(milestone) == other.lapse(milestone)
    }

    fn place(&self, priority: &str) -> Option<usize> {
        let mut priorities = self.priorities.iter();
        priorities.position(|known| known.id == priority)
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
        && one.paused_by == other.paused_by
        && one.on_raise == other.on_raise
        && one.on_lower == other.on_lower
        && one.on_reopen == other.on_reopen
}
