//! Why a breach happened.

/// `Vendor outage: their data centre was down`; either may be missing.
pub(crate) fn cause(named: Option<&str>, words: Option<&str>) -> String {
    match (named, words) {
        (Some(named), Some(words)) => format!("{named}: {words}"),
        (named, words) => named.or(words).unwrap_or_default().to_owned(),
    }
}

/// The line of a ticket's page.
pub(crate) fn of_breach(milestone: &str, cause: &str) -> String {
    format!("Cause of the {milestone} breach: {cause}")
}
