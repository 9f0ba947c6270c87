//! What became of the deadlines of tickets by a write that is not about them: terms, holidays, zone
//! rules.

/// How a live deadline stands; its instants as people read them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum LiveDue {
    NotRunning,
    StandsStill,
    StandsStillUntil { until: String, due: String },
    Due(String),
    Never,
}

impl LiveDue {
    /// In a few words.
    pub(crate) fn said(&self) -> String {
        match self {
            LiveDue::NotRunning => "not running".to_owned(),
            LiveDue::StandsStill => "stands still".to_owned(),
            LiveDue::StandsStillUntil { until, due } => {
                format!("stands still until {until}, due {due}")
            }
            LiveDue::Due(due) => format!("due {due}"),
            LiveDue::Never => "never due".to_owned(),
        }
    }
}

/// No live deadline of a ticket changes.
pub(crate) const NO_DEADLINE_CHANGES: &str = "no deadline changes";

/// How many breaches a ticket gains.
pub(crate) fn more_breaches(more: usize) -> String {
    match more {
        1 => "one breach more on the record".to_owned(),
        more => format!("{more} breaches more on the record"),
    }
}

/// A deadline as it stood, and as it stands.
pub(crate) fn deadline(milestone: &str, was: &LiveDue, is: &LiveDue) -> String {
    format!("{milestone} {} -> {}", was.said(), is.said())
}
