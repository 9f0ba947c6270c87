//! What a ticket's history says in people's own words.

use crate::core::model::{EntryId, EventText, Fact, Stream, TicketNo, undone_entries};
use crate::failure::Failure;
use crate::store::{LONGEST_SUBJECT, StoredEvent, Tables};

/// The subject as it is now: the latest edit's that was not taken back, else the opening's, or that
/// it was erased.
pub(super) fn subject(history: &[StoredEvent]) -> &str {
    let undone = undone_entries(history.iter().map(|told| &told.event));
    let mut given = history
        .iter()
        .rev()
        .filter(|told| match told.event.fact {
            Fact::Opened(_) => true,
            Fact::Edited(_) => !undone.contains(&told.event.entry),
            _ => false,
        })
        .filter_map(|told| told.prose.subject.as_deref());
    given.next().unwrap_or_default()
}

/// The whole subject of a ticket, of which a row keeps the beginning.
///
/// # Errors
/// The desk's file cannot be read.
pub(crate) fn whole_subject(
    tables: Tables<'_>,
    number: TicketNo,
    kept: String,
) -> Result<String, Failure> {
    if kept.chars().count() < LONGEST_SUBJECT {
        return Ok(kept);
    }
    let history = tables
        .store()
        .history(Stream::Ticket(number), tables.known())?;
    Ok(subject(&history).to_owned())
}

/// What an event says for itself, with the reason of a correction behind it.
pub(super) fn words(prose: &EventText) -> Option<String> {
    match (&prose.text, &prose.corrects) {
        (Some(text), Some(reason)) => Some(format!("{text}\n\n{reason}")),
        (text, reason) => text.clone().or_else(|| reason.clone()),
    }
}

/// Whether an entry wrote something that search finds.
pub(super) fn changed_by(history: &[StoredEvent], entry: EntryId) -> bool {
    let mut written = history.iter().filter(|told| told.event.entry == entry);
    written.any(|told| {
        matches!(told.event.fact, Fact::Opened(_))
            || told.prose.subject.is_some()
            || words(&told.prose).is_some()
    })
}

/// All that was written on a ticket, its earlier subjects too, and its key in the tool that it came
/// from, for search.
pub(crate) fn all_texts(history: &[StoredEvent]) -> Vec<String> {
    let opening = history.iter().find_map(|told| match &told.event.fact {
        Fact::Opened(opened) => opened.source.clone(),
        _ => None,
    });
    let kept = history.iter().filter(|told| !told.redacted);
    let written = kept.flat_map(|told| {
        told.prose
            .subject
            .clone()
            .into_iter()
            .chain(words(&told.prose))
    });
    opening.into_iter().chain(written).collect()
}
