//! What to do first, what is too late, and why.

mod clock_causes;
mod explain;
mod home;
mod ledger;
mod live;
mod next;
mod overdue;

pub(crate) use explain::Explain;
pub(crate) use home::{Home, home};
pub(crate) use next::{Next, next};
pub(crate) use overdue::{Overdue, overdue};
