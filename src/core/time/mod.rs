//! Instants, durations, days and periods: as values, as people write them, and the way back.

mod day;
mod instant;
mod local;
mod moment;
mod period;
mod shown;
mod span;
mod when;

pub use day::DayExpr;
pub use instant::Instant;
pub use local::{Fixed, Local, LocalNow, WallTime, first_instant};
pub use moment::{exact_moment, moment, precise_moment, short_moment, written_moment};
pub use period::{PERIOD_WORDS, Period, PeriodExpr, period};
pub use shown::{exact_time, open_time, wall_time};
pub use span::{Span, SpanError};
pub use when::{Direction, PointExpr, when};
