//! Why a breach happened, as it was given: a code, its title, and words.

use crate::core::model::{Event, EventId, EventText, Fact};
use crate::core::sla::{Clock, Ticket};
use crate::core::terms::Terms;
use crate::wording;

/// The cause that was given last for the breach of a clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BreachCause {
    pub event: EventId,
    pub code: Option<String>,
    /// What the terms call the code, where they have such a word.
    pub title: Option<String>,
    pub text: Option<String>,
}

/// The code and the event of the cause that was given last since a clock began: what was given
/// before its cycle is of an earlier breach.
pub(crate) fn cause_of<'t>(
    ticket: &'t Ticket,
    clock: &Clock,
) -> Option<(Option<&'t String>, EventId)> {
    let mut given = ticket.causes.iter().rev();
    let found = given.find(|(of, _, event)| *of == clock.milestone && *event > clock.by);
    found.map(|(_, code, event)| (code.as_ref(), *event))
}

/// Why a breach was taken back, by the event that did: the words that were given for it, else the
/// code of its reason or ground, else what was written beside it.
pub(crate) fn why_taken_back(event: &Event, prose: &EventText) -> Option<String> {
    let code = match &event.fact {
        Fact::Prioritised(change) => change.reason.as_ref(),
        Fact::Exempted(exempted) => Some(&exempted.ground),
        _ => None,
    };
    let given = [prose.corrects.as_ref(), code, prose.text.as_ref()];
    let mut given = given.into_iter().flatten();
    given.find(|words| !words.is_empty()).cloned()
}

impl BreachCause {
    /// `text` is what was written beside an event.
    ///
    /// # Errors
    /// What `text` fails with.
    pub(crate) fn of<E>(
        ticket: &Ticket,
        terms: Option<&Terms>,
        clock: &Clock,
        text: impl FnOnce(EventId) -> Result<Option<String>, E>,
    ) -> Result<Option<BreachCause>, E> {
        let Some((code, event)) = cause_of(ticket, clock) else {
            return Ok(None);
        };
        let known = terms.zip(code).and_then(|(terms, code)| {
            let mut words = terms.exclusions.iter();
            words.find(|word| word.id == *code)
        });
        Ok(Some(BreachCause {
            event,
            code: code.cloned(),
            title: known.map(|word| word.title.clone()),
            text: text(event)?,
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
