//! Events + terms + calendars + an instant → a ticket's state, its clocks, and the ledger that
//! explains them.

mod clock;
mod ticket;

pub use clock::{Clock, ClockState, Fate, Limit, Pause};
pub use ticket::{Corrected, Estimate, Exemption, Priorities, Ticket};
