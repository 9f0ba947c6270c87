//! What a ticket's history says in people's own words.

use crate::core::model::{EventText, Fact};
use crate::store::StoredEvent;

/// The subject as it is now: the latest edit's, else the opening's, or that it was erased.
pub(crate) fn subject(history: &[StoredEvent]) -> &str {
    history
        .iter()
        .rev()
        .filter(|told| matches!(told.event.fact, Fact::Opened(_) | Fact::Edited(_)))
        .find_map(|told| told.prose.subject.as_deref())
        .unwrap_or_default()
}

/// What an event says for itself, with the reason of a correction behind it.
pub(super) fn words(prose: &EventText) -> Option<String> {
    match (&prose.text, &prose.corrects) {
        (Some(text), Some(reason)) => Some(format!("{text}\n\n{reason}")),
        (text, reason) => text.clone().or_else(|| reason.clone()),
    }
}

/// All that was written on a ticket, and its key in the tool that it came from, for search.
pub(crate) fn all_words(history: &[StoredEvent]) -> String {
    let kept = history.iter().filter(|told| !told.redacted);
    let written = kept.filter_map(|told| words(&told.prose));
    let opening = history.iter().find_map(|told| match &told.event.fact {
        Fact::Opened(opened) => opened.source.clone(),
        _ => None,
    });
    opening
        .into_iter()
        .chain(written)
        .collect::<Vec<_>>()
        .join("\n")
}
