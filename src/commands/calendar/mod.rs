//! Calendars: when it is open, and what follows.

mod adopt;
mod ask;
mod days;
mod holidays;
mod parts;
mod pauses;
mod whose;

use super::options::Write;

pub(crate) use adopt::adopt;
pub(super) use adopt::deadline_changes;
pub(crate) use ask::{due, elapsed, open};
pub(crate) use days::show;
pub(crate) use holidays::holidays;
pub(super) use whose::terms as terms_of;

/// `calendar`: whose calendar: of a customer, contract or plan, or one made up on the spot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Whose {
    /// A customer, contract or plan.
    pub name: Option<String>,
    pub zone: Option<String>,
    /// Weekly hours: `mon-fri 09:00-18:00`.
    pub week: Vec<String>,
    /// Holiday sets or dates.
    pub holidays: Vec<String>,
    /// `DATE` or `DATE TIMES`.
    pub closed: Vec<String>,
    /// Days with hours of their own: `DATE TIMES`.
    pub days: Vec<String>,
}

/// `calendar show`: the hours, day by day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ShowCalendar {
    pub whose: Whose,
    pub period: Option<String>,
}

/// `calendar open`: open or closed, and until when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct IsOpen {
    pub whose: Whose,
    pub at: Option<String>,
    /// Exit with 10 when closed.
    pub exit_code: bool,
}

/// `calendar holidays`: the days of a set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Holidays {
    pub set: Option<String>,
    pub period: Option<String>,
}

/// `calendar adopt`: newer days and zone rules come into use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Adopt {
    pub sets: Vec<String>,
    pub write: Write,
}

/// `calendar due`: when a promise is due.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Due {
    pub whose: Whose,
    pub from: Option<String>,
    /// A duration.
    pub within: Option<String>,
    pub priority: Option<String>,
    pub milestone: Option<String>,
    /// `FROM..TO`.
    pub paused: Vec<String>,
}

/// `calendar elapsed`: the open time between two instants.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Elapsed {
    pub whose: Whose,
    pub from: String,
    pub to: Option<String>,
    /// `FROM..TO`.
    pub paused: Vec<String>,
}
