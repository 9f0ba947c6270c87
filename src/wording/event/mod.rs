//! An event in a few words: the same in the log, on a ticket's timeline, behind a clock, in what
//! an undo lists and in what stands against a write. They can stand behind who did it.

mod account;
mod ticket;

pub(crate) use account::{AccountAct, done};

use crate::core::model::{Event, EventText, Fact};
use crate::core::time::Instant;

/// What an event says. `moment` writes the instants that it names, as its readers have them.
pub(crate) fn what(event: &Event, text: &EventText, moment: impl Fn(Instant) -> String) -> String {
    match &event.fact {
        Fact::Promised(promised) => ticket::estimated(&moment(promised.eta), text.told.as_deref()),
        Fact::Waiting(waiting) => ticket::waits(waiting.on, waiting.until.map(moment).as_deref()),
        fact => ticket::what(fact).unwrap_or_else(|| account::what(fact)),
    }
}

/// The words of a mark beside an event.
pub(crate) mod mark {
    use crate::core::model::EntryId;

    /// It was taken back.
    pub(crate) fn undone(by: &str, entry: EntryId) -> String {
        format!("undone by {by}, e{entry}")
    }

    /// The fold remarks that it means nothing where it stands.
    pub(crate) fn remark(says: &str) -> String {
        format!("means nothing: {says}")
    }

    /// Above events that change nothing.
    pub(crate) const WITHOUT_EFFECT: &str = "Without effect";

    /// `--now` stood in for the clock when it was written.
    pub(crate) const GIVEN: &str = "under --now";
}
