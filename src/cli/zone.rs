//! The zone in which times are shown, found out when the first time is shown: an answer without
//! times needs no desk.

use std::cell::OnceCell;

use chrono::NaiveDateTime;

use crate::core::calendar::ZoneRules;
use crate::core::model::Instant;
use crate::core::words::{Local, WallTime};
use crate::desk::Desk;

/// The zone that the settings name, or the desk's own.
pub struct Shown<'d> {
    desk: &'d Desk,
    rules: OnceCell<ZoneRules>,
}

impl<'d> Shown<'d> {
    /// That desk's.
    pub fn of(desk: &'d Desk) -> Shown<'d> {
        Shown {
            desk,
            rules: OnceCell::new(),
        }
    }

    fn rules(&self) -> &ZoneRules {
        self.rules.get_or_init(|| {
            let shown = self.desk.shown_without_desk();
            shown.unwrap_or_else(|_| ZoneRules::fixed("UTC").expect("UTC is a fixed offset"))
        })
    }
}

impl Local for Shown<'_> {
    fn name(&self) -> &str {
        Local::name(self.rules())
    }

    fn offset_at(&self, at: Instant) -> i32 {
        Local::offset_at(self.rules(), at)
    }

    fn instants_of(&self, wall: NaiveDateTime) -> WallTime {
        Local::instants_of(self.rules(), wall)
    }
}
