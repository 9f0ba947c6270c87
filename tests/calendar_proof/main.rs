//! Calendars and zones proved: against an oracle that walks the clock minute by minute, by
//! algebra, by tables of worked cases, and zone rules against two implementations of others.
//!
//! Each property runs a number of cases that keeps the whole run short; `PROPTEST_CASES` sets
//! another, a million if one likes.

mod against_oracle;
mod algebra;
mod cases;
mod oracle;
mod other_zones;
mod spans;
mod worlds;
