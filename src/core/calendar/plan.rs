//! The kinds of days that a calendar has, by their opening hours.

use super::Week;
use super::hours::DAY;
use super::tally::DayUnits;

/// The hours of a day. Most days open once or twice: these are at hand.
#[derive(Clone, Copy, Debug)]
struct DayPlan {
    first: (u32, u32),
    second: (u32, u32),
    /// All of them, in the list of intervals.
    start: usize,
    end: usize,
}

/// Every kind of day that a calendar has.
#[derive(Clone, Debug)]
pub(super) struct DayPlans {
    intervals: Vec<(u32, u32)>,
    plans: Vec<DayPlan>,
    week: [DayUnits; 7],
    /// The first opening and the last closing of all kinds, in seconds of the day.
    open: (u32, u32),
}

impl DayPlans {
    pub(super) fn new(week: &Week) -> DayPlans {
        let none = DayUnits { units: 0, kind: 0 };
        let mut plans = DayPlans {
            intervals: Vec::with_capacity(16),
            plans: Vec::with_capacity(8),
            week: [none; 7],
            open: (DAY, 0),
        };
        for (day, hours) in week.0.iter().enumerate() {
            plans.week[day] = plans.kind_of(hours);
        }
        plans
    }

    /// The kind of day with these hours.
    pub(super) fn kind_of(&mut self, hours: &[(u32, u32)]) -> DayUnits {
        let units = hours.iter().map(|(from, to)| to - from).sum();
        let known = (0..self.plans.len()).find(|kind| self.hours(*kind as u32) == hours);
        let kind = known.unwrap_or_else(|| {
            let end = hours.first().map_or((0, 0), |first| (first.1, first.1));
            self.plans.push(DayPlan {
                first: hours.first().copied().unwrap_or_default(),
                second: hours.get(1).copied().unwrap_or(end),
                start: self.intervals.len(),
                end: self.intervals.len() + hours.len(),
            });
            self.intervals.extend_from_slice(hours);
            if let (Some(first), Some(last)) = (hours.first(), hours.last()) {
                self.open = (self.open.0.min(first.0), self.open.1.max(last.1));
            }
            self.plans.len() - 1
        }) as u32;
        DayUnits { units, kind }
    }

    /// Whether no kind of day is ever open between two seconds of the day.
    pub(super) fn closed_between(&self, a: u32, b: u32) -> bool {
        a.max(b) <= self.open.0 || self.open.1 <= a.min(b)
    }

    /// The kinds of the weekdays.
    pub(super) fn week(&self) -> [DayUnits; 7] {
        self.week
    }

    /// The hours of that kind of day.
    pub(super) fn hours(&self, kind: u32) -> &[(u32, u32)] {
        let plan = &self.plans[kind as usize];
        &self.intervals[plan.start..plan.end]
    }

    /// Open seconds before that second of the day.
    pub(super) fn open_before(&self, kind: u32, second: u32) -> u32 {
        let plan = &self.plans[kind as usize];
        let within = |(from, to): (u32, u32)| second.clamp(from, to) - from;
        let mut open = within(plan.first) + within(plan.second);
        if plan.end - plan.start > 2 {
            open += self.hours(kind)[2..]
                .iter()
                .map(|hours| within(*hours))
                .sum::<u32>();
        }
        open
    }

    /// The second of the day at which so many open seconds are over.
    pub(super) fn second_after(&self, kind: u32, open: u32) -> u32 {
        let plan = &self.plans[kind as usize];
        let lengths = (plan.first.1 - plan.first.0, plan.second.1 - plan.second.0);
        if open <= lengths.0 {
            return plan.first.0 + open;
        }
        let mut left = open - lengths.0;
        if left <= lengths.1 {
            return plan.second.0 + left;
        }
        left -= lengths.1;
        for (from, to) in &self.hours(kind)[2..] {
            if left <= to - from {
                return from + left;
            }
            left -= to - from;
        }
        plan.second.1
    }
}
