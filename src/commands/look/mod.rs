//! What to do first, what is too late, and why.

mod behind;
mod explain;
mod home;
mod ledger;
mod live;
mod next;
mod overdue;

pub use explain::{Explain, explain};
pub use home::{Home, home};
pub use next::{Next, next};
pub use overdue::{Overdue, overdue};
