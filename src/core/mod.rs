//! The pure core: no input or output, no clock, no database, no colour.
//!
//! An instant is always an argument. That is what makes explain, what-if, as-of, replay and the
//! tests possible.

pub mod account;
pub mod calendar;
pub mod entitlement;
pub mod filter;
pub mod intake;
pub mod model;
pub mod report;
pub(crate) mod search;
pub mod sla;
pub mod terms;
pub mod text;
pub mod time;
