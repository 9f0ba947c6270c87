//! Clocks and activities of tickets + a window of time → figures: attainment, breaches, volumes,
//! workload, what-if, and what changed since a report was last made.
//!
//! Everything here follows three rules. A row counts clocks, a total counts a ticket's milestone
//! once a cycle. Every figure is the list of its tickets, so that no number has to be believed.
//! What is not decided yet, was superseded or was never promised stands beside the figures and
//! never among them.

mod activity;
mod attainment;
mod backlog;
mod billing;
mod breaches;
mod changes;
mod counts_as;
mod falls_due;
mod figures;
mod line_targets;
mod next_move;
mod row;
mod tally;
mod totals;
mod volumes;
mod whatif;
mod window;
mod word_numbers;
mod workload;

pub use activity::{Estimated, TicketActivity, WorkedTime};
pub use attainment::{Attainment, AttainmentLine, PromisedTarget, promised};
pub use backlog::{Backlog, BacklogTally, OpenTicket};
pub use billing::{BillingRate, BillingUnit, Money, billing_rate};
pub use breaches::{BreachCount, BreachGroups, CauseTickets, breach_count, breaches, is_breach_in};
pub use changes::{ClockChange, ClockVerdict, changes};
pub use falls_due::{FallsDue, FallsDueKind, falls_due};
pub use figures::{CountedTickets, Figures, Percentile, Share, TicketLists, Times, parts_of_whole};
pub use line_targets::{LineTarget, LineTargets};
pub use next_move::{MoveTime, NextMove, NextMoveTally};
pub use row::{CauseSaid, ReportClock};
pub use tally::{ClockTally, GroupValue};
pub use volumes::{Volumes, VolumesTally};
pub use whatif::{ComparedLine, ComparedUnit, Comparison, MovedBreach, OneSidedBreach, compare};
pub use window::Window;
pub use workload::{Workload, WorkloadTally};

#[cfg(test)]
mod tests;
