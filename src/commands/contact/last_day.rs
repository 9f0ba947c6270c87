//! The last day of a seat or a qualification.

use std::str::FromStr;

use super::super::account::Days;
use crate::core::text::Misread;
use crate::core::time::{DayExpr, Instant};
use crate::failure::Failure;

/// A last day, or the word that there is to be none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::commands) enum LastDay {
    NoDay,
    Day(DayExpr),
}

impl FromStr for LastDay {
    type Err = Misread;

    fn from_str(word: &str) -> Result<LastDay, Misread> {
        match word {
            "none" => Ok(LastDay::NoDay),
            day => day.parse().map(LastDay::Day),
        }
    }
}

impl LastDay {
    /// The first instant after it; none when it is none.
    ///
    /// # Errors
    /// It fits two dates.
    pub(crate) fn until(&self, days: &Days, now: Instant) -> Result<Option<Instant>, Failure> {
        match self {
            LastDay::NoDay => Ok(None),
            LastDay::Day(day) => days.end(day, now).map(Some),
        }
    }
}
