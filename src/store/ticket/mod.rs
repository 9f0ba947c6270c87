//! A ticket's rows: itself, its clocks, tags and links, and the index of its words.
//!
//! They are caches. Whoever folds a ticket's events hands the result to [`Writer::save_ticket`]
//! in the transaction that wrote the events; `db check` folds again and compares.
//!
//! [`Writer::save_ticket`]: crate::store::Writer::save_ticket

pub(super) mod clock;
pub(super) mod count;
pub(super) mod find;
mod fits;
pub(super) mod live;
pub(super) mod read;
pub(super) mod rows;
pub(super) mod save;
pub(super) mod search;
pub(super) mod sql;
pub(super) mod test;

pub use clock::{ClockRow, DecidedClock};
pub use count::ActiveTickets;
pub use find::{Order, TicketQuery};
pub use fits::Seen;
pub use live::LiveClock;
pub use rows::{Cached, Link, TicketRow, TicketSave};
pub use test::{ClockTest, Flag, MomentColumn, Test, TextColumn, Where};
