//! An event in a few words: the same in the log, on a ticket's timeline, behind a clock, in what
//! an undo lists and in what stands against a write. They can stand behind who did it.

mod account;
mod ticket;

use crate::core::model::{Event, EventText, Fact};
use crate::core::time::Instant;
use crate::wording::{Phrase, said};

/// Why a breach went off the record: what had happened before it was written later.
pub(crate) const WRITTEN_AFTERWARDS: &str = "written down afterwards";

/// What an event says. `moment` writes the instants that it names, as its readers have them.
pub(crate) fn what(event: &Event, text: &EventText, moment: impl Fn(Instant) -> String) -> String {
    phrase(event, text, moment).in_english()
}

/// The same, for a page that has a language. What happens to accounts is the desk's.
pub(crate) fn phrase(
    event: &Event,
    text: &EventText,
    moment: impl Fn(Instant) -> String,
) -> Phrase {
    match &event.fact {
        Fact::Promised(promised) => ticket::estimated(&moment(promised.eta), text.told.as_deref()),
        Fact::Waiting(waiting) => ticket::waits(waiting.on, waiting.until.map(moment)),
        Fact::Edited(edited) => ticket::edited(edited, text),
        fact => {
            ticket::phrase(fact).unwrap_or_else(|| said::as_it_is(account::what(fact, text, None)))
        }
    }
}

/// What an event of a customer or of the desk says, where the names of its account are known.
/// `whom`: the person whom it speaks of, else the customer.
pub(crate) fn of_account(fact: &Fact, text: &EventText, whom: Option<&str>) -> String {
    match ticket::phrase(fact) {
        Some(phrase) => phrase.in_english(),
        None => account::what(fact, text, whom),
    }
}

/// The words of a mark beside an event.
pub(crate) mod mark {
    use super::{Phrase, said};
    use crate::core::model::EntryId;

    /// It was taken back.
    pub(crate) fn undone(by: &str, entry: EntryId) -> Phrase {
        said::mark_undone(by, format!("e{entry}"))
    }

    /// The fold remarks that it means nothing where it stands.
    pub(crate) fn remark(says: &Phrase) -> Phrase {
        said::mark_remark(says.clone())
    }

    /// `--now` stood in for the clock when it was written.
    pub(crate) fn given() -> Phrase {
        said::mark_given()
    }
}
