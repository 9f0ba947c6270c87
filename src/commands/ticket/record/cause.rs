//! Why a breach happened, as it was given: a code, its title, and words.

use crate::core::model::EventId;
use crate::core::sla::Ticket;
use crate::core::terms::Terms;
use crate::wording;

/// The cause that was given last for the breaches of a milestone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BreachCause {
    pub event: EventId,
    pub code: Option<String>,
    /// What the terms call the code, where they have such a word.
    pub title: Option<String>,
    pub text: Option<String>,
}

impl BreachCause {
    /// `text` is what was written beside an event.
    ///
    /// # Errors
    /// What `text` fails with.
    pub(crate) fn of<E>(
        ticket: &Ticket,
        terms: Option<&Terms>,
        milestone: &str,
        text: impl FnOnce(EventId) -> Result<Option<String>, E>,
    ) -> Result<Option<BreachCause>, E> {
        let mut given = ticket.causes.iter().rev();
        let Some((_, code, event)) = given.find(|(of, ..)| of == milestone) else {
            return Ok(None);
        };
        let known = terms.zip(code.as_ref()).and_then(|(terms, code)| {
            let mut words = terms.exclusions.iter();
            words.find(|word| word.id == *code)
        });
        Ok(Some(BreachCause {
            event: *event,
            code: code.clone(),
            title: known.map(|word| word.title.clone()),
            text: text(*event)?,
        }))
    }

    /// As people read it: the code by its title, and the words.
    pub(crate) fn says(&self) -> String {
        wording::cause(
            self.title.as_deref().or(self.code.as_deref()),
            self.text.as_deref(),
        )
    }
}
