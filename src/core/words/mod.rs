//! Durations, instants, periods and filters as people write them, the nearest name to a misspelt
//! one, and the way back: durations and text as people read them.

mod day;
mod filter;
mod local;
mod misread;
mod moment;
mod nearest;
mod period;
mod shown;
mod span;
mod tickets;
mod visible;
mod when;

pub use day::day;
pub use filter::{
    ClockTest, Filter, FilterKey, FilterTerm, Is, Kind, LOG_KEYS, TICKET_KEYS, Test, Value, filter,
};
pub use local::{Fixed, Here, Local, WallTime, first_instant};
pub use misread::Misread;
pub use moment::{exact_moment, moment, precise_moment, written_moment};
pub use nearest::{nearest, nearest_person};
pub use period::{Period, period};
pub use shown::{exact_time, open_time, wall_time};
pub use span::{Span, SpanError};
pub use tickets::{Tickets, ticket_lines, tickets};
pub use visible::{visible_line, visible_text};
pub use when::{Direction, when};
