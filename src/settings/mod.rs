//! What holds for every command: flag over environment over file over default.

mod format;

pub use format::Format;
