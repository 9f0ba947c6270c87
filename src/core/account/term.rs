//! The terms of a contract in the sense of its lengths: from when to when it is paid for, and what
//! comes then. A renewal by itself is worked out here and never recorded; nobody has to have
//! looked for it to happen.

use serde::{Deserialize, Serialize};

use super::contract::{AgreedRun, Contract};
use super::months::{anniversary, months_later};
use crate::core::terms::Notice;
use crate::core::time::Instant;
use crate::core::time::{Local, first_instant};

/// One term of a contract: [from, to).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The first instant of the term.
    pub from: Instant,
    /// The first instant after it.
    pub to: Instant,
    /// The first is 1.
    pub number: u32,
}

/// What comes at the end of what is agreed so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermEnd {
    /// The first instant that is not covered, or the first of the next term.
    pub until: Instant,
    /// What follows it.
    pub then: AfterTerm,
}

/// What a contract does when its term is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AfterTerm {
    /// It goes on by itself, for so many months.
    Renews(u32),
    /// The contract ends.
    Ends,
    /// It ends because it was cancelled.
    Cancelled,
    /// No end was agreed: it goes on until it is cancelled.
    Open,
}

/// The first instant at which it is too late to keep a term from being followed by another; none
/// where it may be cancelled at any time.
///
/// ```
/// use sladesk::core::account::notice_ends;
/// use sladesk::core::terms::Notice;
/// use sladesk::core::time::Fixed;
/// let (ends, zone) = ("2027-07-31T00:00:00Z".parse()?, Fixed::hours(0));
/// let told_by = notice_ends(Notice::Months(1), ends, &zone).map(|at| at.to_string());
/// assert_eq!(told_by.as_deref(), Some("2027-06-30T00:00:00Z"));
/// assert_eq!(notice_ends(Notice::AnyTime, ends, &zone), None);
/// # Ok::<(), chrono::ParseError>(())
/// ```
pub fn notice_ends(notice: Notice, ends: Instant, zone: &dyn Local) -> Option<Instant> {
    const DAY: i64 = 86_400;
    match notice {
        Notice::AnyTime => None,
        Notice::Days(count) => Some(ends.plus(-DAY * i64::from(count))),
        Notice::Months(months) => {
            let day = zone.wall(ends).date();
            let earlier = day.checked_sub_months(chrono::Months::new(months));
            Some(first_instant(earlier.unwrap_or(day), zone))
        }
    }
}

impl AgreedRun {
    /// The end of its term of that place (0 is the first), had it no other end.
    ///
    /// Counted from the start where the first term is whole months, so that a contract which began
    /// on the 31st ends on the last day of every month and not on the 28th ever after.
    pub(super) fn boundary(&self, place: u32, zone: &dyn Local) -> Instant {
        let more = self.renews.unwrap_or(0).max(1).saturating_mul(place);
        if place == 0 {
            self.ends
        } else if anniversary(self.from, self.months, zone) == self.ends {
            anniversary(self.from, self.months.saturating_add(more), zone)
        } else {
            let day = zone.wall(self.ends).date();
            first_instant(months_later(day, more), zone)
        }
    }

    /// The place of the term that holds an instant of this run, by a guess from the months between
    /// that is at most a step off.
    fn place(&self, at: Instant, zone: &dyn Local) -> u32 {
        if at < self.ends {
            return 0;
        }
        let months = |at: Instant| {
            use chrono::Datelike;
            let day = zone.wall(at).date();
            i64::from(day.year()) * 12 + i64::from(day.month0())
        };
        let step = i64::from(self.renews.unwrap_or(0).max(1));
        let guess = (months(at) - months(self.ends)) / step + 1;
        let mut place = u32::try_from(guess).unwrap_or(u32::MAX);
        while place > 0 && self.boundary(place - 1, zone) > at {
            place -= 1;
        }
        while self.boundary(place, zone) <= at {
            place += 1;
        }
        place
    }

    /// The term that holds an instant of this run, without its number.
    fn term(&self, at: Instant, zone: &dyn Local) -> (u32, Instant, Instant) {
        let place = self.place(at, zone);
        let from = match place.checked_sub(1) {
            Some(before) => self.boundary(before, zone),
            None => self.from,
        };
        let to = self.boundary(place, zone);
        (place, from, self.until.map_or(to, |until| until.min(to)))
    }
}

impl Contract {
    /// The term that holds an instant; none while it is not in force.
    pub fn term_at(&self, at: Instant, zone: &dyn Local) -> Option<Term> {
        let run = self.run_at(at)?;
        let earlier = self.runs.iter().take_while(|other| other.from < run.from);
        let before: u32 = earlier
            .filter_map(|run| Some(run.place(run.until?.plus(-1), zone) + 1))
            .sum();
        let (place, from, to) = run.term(at, zone);
        Some(Term {
            from,
            to,
            number: before + place + 1,
        })
    }

    /// How far what is agreed reaches, seen from an instant, and what comes then. Renewals agreed
    /// ahead are counted in. None once it is over.
    pub fn ahead(&self, at: Instant, zone: &dyn Local) -> Option<TermEnd> {
        let first = self
            .runs
            .iter()
            .position(|run| run.until.is_none_or(|until| at < until))?;
        let mut last = &self.runs[first];
        for next in &self.runs[first + 1..] {
            if last.until != Some(next.from) {
                break;
            }
            last = next;
        }
        Some(match (last.until, last.renews) {
            (Some(until), _) if last.cancelled.is_some() => TermEnd {
                until,
                then: AfterTerm::Cancelled,
            },
            (Some(until), _) => TermEnd {
                until,
                then: AfterTerm::Ends,
            },
            (None, Some(months)) => TermEnd {
                until: last.term(at.max(last.from), zone).2,
                then: AfterTerm::Renews(months.max(1)),
            },
            (None, None) => TermEnd {
                until: Instant::MAX,
                then: AfterTerm::Open,
            },
        })
    }
}
