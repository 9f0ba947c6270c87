//! What is said of values that were typed and say nothing.

/// A flag that was given nothing.
pub(crate) fn flag_is_empty(name: &str) -> String {
    format!("`--{name}` is empty")
}

/// `-0h`, which adds nothing and takes nothing away.
pub(crate) fn amount_of_nothing(word: &str) -> String {
    format!("`{word}` is an amount of nothing")
}

/// Work that took no time.
pub(crate) fn no_time_spent(word: &str) -> String {
    format!("`{word}` is no time spent")
}

/// How work is booked that costs nothing.
pub(crate) const CHARGE_NOTHING: &str = "`--charge 0m` charges nothing for what was spent";
