//! Why time counted for a clock, or did not.

fn with(clause: Option<&str>) -> String {
    clause.map_or_else(String::new, |clause| format!(" ({clause})"))
}

/// Within the hours of support.
pub(crate) fn open(week: &str, clause: Option<&str>) -> String {
    format!("open, {week}{}", with(clause))
}

/// Outside the hours of support.
pub(crate) fn closed(week: &str, clause: Option<&str>) -> String {
    format!("closed, open {week}{}", with(clause))
}

/// The instant at which it was or is due.
pub(crate) fn due(target: &str) -> String {
    format!("due: {target} used up")
}

/// Working days that are told as one.
pub(crate) fn working_days(days: i64, counted: &str) -> String {
    let days = match days {
        1 => "1 working day".to_owned(),
        days => format!("{days} working days"),
    };
    format!("{days}, {counted}")
}

/// A breach of which nobody said why.
pub(crate) fn no_cause(ticket: &str, milestone: &str) -> String {
    format!("nobody said; `sladesk cause {ticket} {milestone}` says it")
}
