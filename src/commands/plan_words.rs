//! Words that a plan has or has not: a priority, a channel, a reason. One that it has not is told
//! alike wherever it is typed (exit 4).

use crate::core::entitlement::{Request, known_words};
use crate::core::terms::Terms;
use crate::core::text::nearest;
use crate::failure::Failure;

/// Whether every word of a request is one that the terms know.
///
/// # Errors
/// The first unknown word, with the nearest known one.
pub(super) fn known(terms: &Terms, request: &Request<'_>) -> Result<(), Failure> {
    known_words(terms, request).map_err(|unknown| {
        Failure::not_found(unknown.message)
            .kind("unknown-word")
            .hint_if(unknown.hint)
    })
}

/// A channel as the terms spell it.
///
/// # Errors
/// It is none of theirs, with the nearest.
pub(super) fn channel_of(terms: &Terms, typed: &str) -> Result<String, Failure> {
    let spelt = spelt_as(typed, &channels(terms));
    let request = Request {
        channel: Some(&spelt),
        ..Request::default()
    };
    known(terms, &request)?;
    Ok(spelt)
}

/// Whether a reason of a change of priority is one that the terms know.
///
/// # Errors
/// It is none, with the nearest.
pub(super) fn reason_of(terms: &Terms, code: &str) -> Result<(), Failure> {
    if terms.change(code).is_some() {
        return Ok(());
    }
    let codes = terms.changes.iter().map(|reason| reason.id.as_str());
    Err(unknown(&terms.name(), "reason", code, codes))
}

/// A word spelt as one of those known is, where only the case of letters differs.
pub(super) fn spelt_as(word: &str, known: &[&str]) -> String {
    let folded = word.to_lowercase();
    let mut alike = known.iter().filter(|known| known.to_lowercase() == folded);
    match (known.contains(&word), alike.next(), alike.next()) {
        (false, Some(one), None) => (*one).to_owned(),
        _ => word.to_owned(),
    }
}

/// What channels are called.
pub(super) fn channels(terms: &Terms) -> Vec<&str> {
    let all = terms.channels.iter();
    all.map(|channel| channel.id.as_str()).collect()
}

/// What priorities are called: their ids and their other names.
pub(super) fn priorities(terms: &Terms) -> Vec<&str> {
    let all = terms.priorities.iter();
    all.flat_map(|priority| std::iter::once(&priority.id).chain(&priority.aliases))
        .map(String::as_str)
        .collect()
}

/// A word that a plan has not, with the nearest that it has, or all.
pub(super) fn unknown<'w>(
    plan: &str,
    what: &str,
    word: &str,
    words: impl IntoIterator<Item = &'w str>,
) -> Failure {
    let words: Vec<&str> = words.into_iter().collect();
    let failure = Failure::not_found(format!("{plan} has no {what} `{word}`")).kind("unknown-word");
    match nearest(word, words.iter().copied()) {
        Some(near) => failure.meant(Some(near)),
        None if words.is_empty() => failure,
        None => failure.hint(format!("it can be {}", words.join(", "))),
    }
}
