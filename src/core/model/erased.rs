//! What is left of the words of an event when they were erased.

use super::{EventText, Fact};
use crate::core::text::ERASED;

impl EventText {
    /// What stands in the place of what was erased from an event: that it was, for each text that
    /// every event of the kind has. What it may have had besides is not known any more.
    ///
    /// ```
    /// use sladesk::core::model::{EventText, Noted};
    /// let left = EventText::erased(&Noted {}.into(), false);
    /// assert_eq!(left.text.as_deref(), Some("(erased)"));
    /// ```
    pub fn erased(fact: &Fact, corrects: bool) -> EventText {
        let erased = || Some(ERASED.to_owned());
        let mut left = EventText::default();
        match fact {
            Fact::Opened(_) => left.subject = erased(),
            Fact::CustomerAdded(_) | Fact::StaffAdded(_) => left.name = erased(),
            // each of these may have held one of several texts
            Fact::Edited(_)
            | Fact::Promised(_)
            | Fact::CustomerEdited(_)
            | Fact::StaffEdited(_)
            | Fact::ContactAuthorised(_)
            | Fact::ContactEdited(_) => {}
            // so may this: the text, or why it corrects
            _ if corrects => {}
            _ => left.text = erased(),
        }
        left
    }
}
