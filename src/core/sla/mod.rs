//! Events + terms + calendars + an instant → a ticket's state, its clocks, and the ledger that
//! explains them.

mod accept;
mod acts;
mod breach;
mod broken_limits;
mod clock;
mod clock_facts;
mod contract_context;
mod corrected;
mod corrections;
mod cycle;
mod deadline;
mod event_cow;
mod fold;
mod handed_over;
mod holders;
mod kinds;
mod ledger;
mod marks;
mod measure;
mod milestone_state;
mod pauses;
mod remark;
mod renamed;
mod reopening;
mod reprioritise;
mod rules;
mod shares;
mod ticket;
mod ticket_facts;
mod ticket_folder;
mod until;
mod uses;
mod waits;
mod withdrawal;

pub use accept::{NotAccepted, accepts};
pub use breach::{BreachLoss, breach_loss, breaches, came_with_import, lost_breaches};
pub use clock::{
    AT_RISK_PERCENT, Clock, ClockEnd, ClockState, Limit, LimitOrigin, Pause, Standstill,
};
pub use corrected::fold;
pub use deadline::due_paused;
pub use event_cow::EventCow;
pub use fold::effective_events;
pub use handed_over::handed_over;
pub use holders::{Holder, Holders};
pub use ledger::{DeadlineMover, LedgerLine, LedgerReason, OtherPriority, ledger, would_move};
pub use measure::{Measure, due_going_on, measure};
pub use remark::TicketRemark;
pub use rules::{Rulebook, Versions};
pub use shares::{HolderShare, shares};
pub use ticket::{Corrected, Entered, Estimate, Exemption, MarkedAct, Priorities, Ticket};
pub use uses::{Use, UseKind, uses};
pub use waits::{ClockWait, waits};
