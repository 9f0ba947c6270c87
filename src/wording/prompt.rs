//! Questions at the terminal.

/// What could be answered stands below.
pub(crate) fn about(about: &str) -> String {
    format!("{about}:\n")
}

/// A word is asked for.
pub(crate) fn asks(what: &str) -> String {
    format!("{what}: ")
}

/// Nothing could be answered.
pub(crate) fn nothing_to_name(asks: &str) -> String {
    format!("{asks}: its terms have none")
}

/// Something that is not done without a yes.
pub(crate) fn go_on(what: &str) -> String {
    format!("{what}. Go on? [y/N] ")
}

/// The answer is none of a closed list, or begins several of them.
pub(crate) fn none_of_these(answer: &str) -> String {
    format!("`{answer}` is none of these\n")
}

/// The list goes on.
pub(crate) const MORE: &str = "  and more: type the beginning of one\n";

/// There was no answer, or it was no.
pub(crate) const NOTHING_DONE: &str = "nothing was done";
