//! Zone + weekly hours + closed days → is it open, due, elapsed.
//!
//! An instant is open when its local wall time in the calendar's zone lies in an opening interval
//! of that local weekday and its local date is not closed. Everything follows from that one
//! sentence, daylight saving included: an hour that does not exist is not counted, an hour that
//! comes twice counts twice.

mod business;
mod certainty;
mod compiled;
mod days;
mod hours;
mod pieces;
mod plan;
mod special;
mod stretch;
mod switch;
mod tally;
mod warning;
mod week;
mod week_text;
mod zone;

pub use compiled::Calendar;
pub use days::{DaySet, HalfDay, iso_date};
pub use hours::{DAY, Hours, HoursError};
pub use stretch::{CalendarDay, Stretch, StretchReason};
pub use switch::{Switch, SwitchError, Yearly, posix_time};
pub use warning::Warning;
pub use week::{AlikeDays, Week};
pub use zone::ZoneRules;
