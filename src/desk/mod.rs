//! What a command has in hand.

use crate::settings::Settings;

/// A desk: settings now, its file when it is needed.
pub struct Desk {
    pub settings: Settings,
}

impl Desk {
    /// The desk that the settings name; nothing is opened yet.
    pub fn new(settings: Settings) -> Desk {
        Desk { settings }
    }
}
