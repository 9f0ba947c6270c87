//! Whether a plan knows what a case names.

use super::fault::CaseFault;
use crate::core::model::{Fact, TicketWord};
use crate::core::terms::{AskedKinds, Terms, TicketKind, Word};
use crate::plans::place::Place;

/// Whether the plan knows all that a fact names.
pub(super) fn known(terms: &Terms, fact: &Fact, place: &Place) -> Result<(), CaseFault> {
    match unknown_word(terms, fact) {
        Some((what, word)) => Err(CaseFault::at(
            place,
            format!("no {what} `{word}` in the plan"),
        )),
        None => Ok(()),
    }
}

/// What a fact names that the plan does not know, and what that would be.
fn unknown_word<'f>(terms: &Terms, fact: &'f Fact) -> Option<(&'static str, &'f str)> {
    let unknown = |known: Vec<&str>, word: &str| !known.is_empty() && !known.contains(&word);
    let ids = |words: &'_ [Word]| words.iter().map(|word| word.id.clone()).collect::<Vec<_>>();
    match fact {
        Fact::Prioritised(change) => {
            let none = terms.priority(&change.to).is_none();
            none.then_some(("priority", change.to.as_str()))
        }
        Fact::CustomerReplied(replied) => {
            let channels = terms.channels.iter().map(|channel| channel.id.as_str());
            let channel = replied.channel.as_deref();
            let channel = channel.filter(|channel| unknown(channels.collect(), channel));
            let asked = || not_on_request(terms, replied.asks.as_deref());
            channel.map(|channel| ("channel", channel)).or_else(asked)
        }
        Fact::Edited(edited) => edited
            .words
            .iter()
            .find_map(|(word, value)| {
                let known = match word {
                    TicketWord::Topic => {
                        terms.topics.iter().map(|topic| topic.id.clone()).collect()
                    }
                    TicketWord::Component => ids(&terms.components),
                    TicketWord::Environment => ids(&terms.environments),
                    TicketWord::Impact => ids(&terms.impacts),
                    TicketWord::Urgency => ids(&terms.urgencies),
                    TicketWord::Version => {
                        let versions = terms.versions.iter();
                        versions.map(|version| version.id.clone()).collect()
                    }
                };
                let known = known.iter().map(String::as_str).collect();
                unknown(known, value).then_some((word.key(), value))
            })
            .or_else(|| {
                let asks = edited.asks.as_deref();
                not_on_request(terms, asks.filter(|kind| *kind != AskedKinds::NONE))
            }),
        Fact::Opened(opened) => not_on_request(terms, opened.asks.as_deref()),
        Fact::ActMarked(marked) => {
            let none = terms.act(&marked.act).is_none();
            none.then_some(("act", marked.act.as_str()))
        }
        Fact::Escalated(escalated) => {
            let lines = terms.lines.iter().map(String::as_str).collect();
            unknown(lines, &escalated.line).then_some(("line", escalated.line.as_str()))
        }
        _ => None,
    }
}

/// A kind that nobody can ask for.
fn not_on_request<'f>(terms: &Terms, asks: Option<&'f str>) -> Option<(&'static str, &'f str)> {
    let asks = asks?;
    let known = terms.kind(asks).is_some_and(TicketKind::is_on_request);
    (!known).then_some(("on-request kind", asks))
}
