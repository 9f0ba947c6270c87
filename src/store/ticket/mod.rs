//! A ticket's rows: itself, its clocks, tags and links, and the index of its words.
//!
//! They are caches. Whoever folds a ticket's events hands the result to [`Writer::save_ticket`]
//! in the transaction that wrote the events; `db check` folds again and compares.
//!
//! [`Writer::save_ticket`]: crate::store::Writer::save_ticket

pub(super) mod clock;
pub(super) mod count;
pub(super) mod decided;
pub(super) mod find;
pub(super) mod folded;
pub(super) mod live;
pub(super) mod read;
pub(super) mod rows;
pub(super) mod save;
pub(super) mod search;
mod search_check;
pub(super) mod sql;
pub(super) mod test;
pub(super) mod token;
pub(super) mod touched;

pub(crate) use clock::ClockRow;
pub(crate) use count::ActiveTickets;
pub(crate) use decided::{DecidedClocks, DecidedQuery};
pub(crate) use find::{TicketOrder, TicketQuery};
pub(crate) use folded::{LONGEST_SUBJECT, TicketSave, rests_on};
pub(crate) use live::LiveClock;
pub(crate) use rows::{Cached, TicketLink, TicketRow};
pub(crate) use search_check::SearchCheck;
pub(crate) use test::{ClockTest, Condition, Flag, TicketTest};
pub(crate) use touched::TouchedQuery;
