//! The parts of a plan, in the order in which a vendor's page shows them.

/// A part of a plan's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Who may ask, and how many.
    Contacts,
    /// Ways to reach the desk.
    Channels,
    /// Hours of support and the calendars that have names.
    Hours,
    /// How long each milestone may take, and what starts, meets and pauses it.
    Targets,
    /// What a ticket may be about.
    Topics,
    /// Countable rights.
    Allowances,
    /// What is given besides tickets.
    Services,
    /// What each priority means, and which one impact and urgency give.
    Priorities,
    /// The reasons for which a priority may change.
    Changes,
    /// What a ticket must or may name, and what the desk is not held to.
    Exclusions,
    /// What is paid, and for how long.
    Price,
    /// What else the source says: it decides nothing.
    Facts,
}
