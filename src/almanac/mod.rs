//! What is known of the world outside the desk: zones and holidays.
//!
//! A desk takes both from its record, never from the machine; this room is where the record gets
//! them from when it adopts newer ones. Whoever asks is told which source and version it was.

mod bundled;
mod day_files;
mod days;
mod ics;
mod tzif;
mod wall;
mod zones;

pub use bundled::{zone_file, zone_names};
pub use days::{UnknownDays, day_set, day_set_names, day_sets};
pub use ics::{
    Choice, Closing, EventMistake, HalfDays, HolidayFile, IcsError, IcsMistake, IcsSkip,
    NonClosingEvent, with_whole_letters,
};
pub use wall::WallClock;
pub use zones::{NewestRules, UnknownZone, zone, zone_from};
