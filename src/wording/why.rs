//! Why a ticket stands where it does on the work list, short enough for a column: how much time is
//! left, or how late it is, stands beside it.

use crate::core::time::wall_time;

/// A milestone breaks within the hour.
pub(crate) fn soon(milestone: &str) -> String {
    format!("{milestone} soon")
}

/// A milestone is broken.
pub(crate) fn broken(milestone: &str) -> String {
    format!("{milestone} late")
}

/// A milestone is due later.
pub(crate) fn due(milestone: &str) -> String {
    format!("{milestone} due")
}

/// It was to be looked at again so long ago.
pub(crate) fn follow_up(ago: i64) -> String {
    format!("follow up, {} ago", wall_time(ago))
}

/// It was to be done so long ago.
pub(crate) fn eta(ago: i64) -> String {
    format!("eta was {} ago", wall_time(ago))
}

/// The customer waits for an answer.
pub(crate) const CUSTOMER: &str = "customer asked";

/// The desk spoke last.
pub(crate) const DESK: &str = "desk answered";

/// There is no desk yet.
pub(crate) const DEMO: &str = "`sladesk demo demo` makes one up in the folder demo, to look around";

/// How the desk stands.
pub(crate) fn counts(open: u64, waiting: u64, overdue: u64, at_risk: u64) -> String {
    format!("{open} open, {waiting} waiting, {overdue} overdue, {at_risk} at risk")
}
