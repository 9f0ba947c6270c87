//! What a clock stands still for.

/// The word of a closed list for it: a state of the ticket, that an act was marked which was
/// withdrawn, or that the paid hours are used up. Of a contract that word for scripts says something else: one that lapses stops no clock.
pub(crate) fn pause_word(why: &str) -> &str {
    match why {
        "lapsed" => "hours-used-up",
        state => state,
    }
}

/// Why nothing counted before a limit that a change of kind brought about.
pub(crate) const BEFORE_KIND: &str = "before the ticket was of that kind";
