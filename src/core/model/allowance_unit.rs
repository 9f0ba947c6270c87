//! What an allowance counts.

use serde::{Deserialize, Serialize};

use crate::core::time::open_time;

/// What an allowance counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AllowanceUnit {
    /// Tickets opened.
    Cases,
    /// Seconds of work.
    Hours,
}

impl AllowanceUnit {
    /// An amount as people read it.
    ///
    /// ```
    /// use sladesk::core::model::AllowanceUnit;
    /// assert_eq!(AllowanceUnit::Cases.shown(1), "1 case");
    /// assert_eq!(AllowanceUnit::Hours.shown(45_000), "12h 30m");
    /// ```
    pub fn shown(self, amount: i64) -> String {
        match (self, amount) {
            (AllowanceUnit::Hours, 0) => "0h".to_owned(),
            (AllowanceUnit::Hours, seconds) => open_time(seconds),
            (AllowanceUnit::Cases, 1) => "1 case".to_owned(),
            (AllowanceUnit::Cases, cases) => format!("{cases} cases"),
        }
    }
}
