//! The zone in which times are shown, found out when the first time is shown: an answer without
//! times needs no desk.

use std::cell::OnceCell;

use chrono::NaiveDateTime;

use crate::context::Context;
use crate::core::calendar::ZoneRules;
use crate::core::time::Instant;
use crate::core::time::{Local, WallTime};

/// The zone that the settings name, or the desk's own.
pub(super) struct ShownZone<'d> {
    context: &'d Context,
    rules: OnceCell<ZoneRules>,
}

impl<'d> ShownZone<'d> {
    /// That desk's.
    pub(super) fn of(context: &'d Context) -> ShownZone<'d> {
        ShownZone {
            context,
            rules: OnceCell::new(),
        }
    }

    fn rules(&self) -> &ZoneRules {
        self.rules.get_or_init(|| {
            let shown = self.context.shown_without_desk();
            shown.unwrap_or_else(|_| ZoneRules::fixed("UTC").expect("UTC is a fixed offset"))
        })
    }
}

impl Local for ShownZone<'_> {
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
