//! Reads closed days from a calendar file (`.ics`, RFC 5545), as authorities, calendar programs
//! and companies write them.
//!
//! Only what a holiday needs is read: whole-day events, of one or several days, once or by a rule
//! of repetition, with what was moved and cancelled. What is read wrongly would close or open a desk on the
//! wrong day, so what is not understood is told with its line and closes nothing. The file may
//! come from anywhere, so its size is bounded.
//!
//! Of the crates that read such files none keeps the line on which a property stands, all give up
//! at the first line that they do not understand or pass over it in silence, and the one that
//! works out repetitions brings zone rules of its own; so the few properties that matter here are
//! read by hand.

mod classify;
mod closings;
mod components;
mod event;
mod line;
mod misread;
mod occurrences;
mod repeat;
#[cfg(test)]
mod tests;

pub use classify::{Choice, HalfDays, IcsSkip};
pub use closings::{Closing, HolidayFile, NonClosingEvent};
pub use line::with_whole_letters;
pub use misread::{EventMistake, IcsError, IcsMistake};
