//! What a contract would promise, if something were opened now.

/// There is no target.
pub(crate) const NOT: &str = "not promised";

/// Above what would be due.
pub(crate) const OPENED_THEN: &str = "Opened then";

/// Above the hours of support.
pub(crate) const HOURS: &str = "Hours";

/// Hours that have no name of their own.
pub(crate) const HOURS_OF_SUPPORT: &str = "Support";

/// Above what is given besides tickets.
pub(crate) const SERVICES: &str = "Services";

/// Whether it is open, and until when.
pub(crate) fn hours(
    open: bool,
    until: Option<&str>,
    (week, zone): (&str, &str),
    clause: Option<&str>,
) -> String {
    let clause = clause.map_or_else(String::new, |clause| format!(", {clause}"));
    let stands = match (open, until) {
        (true, Some(until)) => format!("open until {until}"),
        (true, None) => "open".to_owned(),
        (false, Some(until)) => format!("closed, opens {until}"),
        (false, None) => "closed".to_owned(),
    };
    format!("{stands} ({week} in {zone}{clause})")
}
