//! Words that a plan has or has not: a priority, a channel, a reason. One that it has not is told
//! alike wherever it is typed (exit 4).

use crate::core::entitlement::{Request, known_words};
use crate::core::model::{Prioritised, Side, TicketWord, TicketWords};
use crate::core::terms::{Priority, Terms};
use crate::core::text::{folded, nearest};
use crate::failure::{Failure, Noun};
use crate::wording::KIND_TO_ASK_FOR;
use crate::wording::mark::NO_PLAN;
use crate::wording::typed;

/// Whether every word of a request is one that the terms know.
///
/// # Errors
/// The first unknown word, with the nearest known one.
pub(super) fn known(terms: &Terms, request: &Request<'_>) -> Result<(), Failure> {
    known_words(terms, request).map_err(|unknown| {
        Failure::not_found(unknown.message)
            .kind("unknown-value")
            .hint_if(unknown.hint)
    })
}

/// Whether every word of a ticket is one that the terms know.
///
/// # Errors
/// The first unknown word, with the nearest known one.
pub(super) fn words_known(terms: &Terms, words: &TicketWords) -> Result<(), Failure> {
    let request = Request {
        topic: words.get(TicketWord::Topic),
        environment: words.get(TicketWord::Environment),
        component: words.get(TicketWord::Component),
        version: words.get(TicketWord::Version),
        ..Request::default()
    };
    known(terms, &request)?;
    matrix_known(terms, words)
}

/// Whether the plan has that impact and urgency.
///
/// # Errors
/// It has others.
pub(super) fn matrix_known(terms: &Terms, words: &TicketWords) -> Result<(), Failure> {
    for (word, list) in [
        (TicketWord::Impact, &terms.impacts),
        (TicketWord::Urgency, &terms.urgencies),
    ] {
        let ids = || list.iter().map(|word| word.id.as_str());
        let Some(named) = words.get(word) else {
            continue;
        };
        if !list.is_empty() && !ids().any(|id| id == named) {
            return Err(unknown(&terms.name(), word.key(), named, ids()));
        }
    }
    Ok(())
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

/// A kind of tickets that the customer can ask for, as the terms spell it.
///
/// # Errors
/// They have none such, with the nearest.
pub(super) fn kind_on_request(terms: &Terms, typed: &str) -> Result<String, Failure> {
    let all = terms.kinds.iter().filter(|kind| kind.is_on_request());
    let ids = all.map(|kind| kind.id.as_str());
    one_of(Some(terms), KIND_TO_ASK_FOR, typed, ids)
}

/// A reason of a change of priority, as the terms spell it.
///
/// # Errors
/// It is none, with the nearest.
pub(super) fn reason_of(terms: &Terms, typed: &str) -> Result<String, Failure> {
    let codes = terms.changes.iter().map(|reason| reason.id.as_str());
    one_of(Some(terms), "reason", typed, codes)
}

/// One of these words that terms have for something, as they spell it.
///
/// # Errors
/// It is none of them, with the nearest.
pub(super) fn one_of<'w>(
    terms: Option<&Terms>,
    what: &'static str,
    typed: &str,
    words: impl IntoIterator<Item = &'w str>,
) -> Result<String, Failure> {
    let words: Vec<&str> = words.into_iter().collect();
    let spelt = spelt_as(typed, &words);
    if words.contains(&spelt.as_str()) {
        return Ok(spelt);
    }
    let plan = terms.map_or_else(|| NO_PLAN.to_owned(), Terms::name);
    Err(unknown(&plan, what, typed, words))
}

/// A word spelt as one of those known is, where only case and accents differ.
pub(super) fn spelt_as(word: &str, known: &[&str]) -> String {
    let wanted = folded(word);
    let mut alike = known.iter().filter(|known| folded(known) == wanted);
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

/// The change to the priority that a ticket gets under other terms, where those have not the one that
/// it has or another is named.
///
/// # Errors
/// It needs one and none is named, or the terms have not the one that is.
pub(super) fn priority_there(
    terms: &Terms,
    (has, named): (Option<&str>, Option<&str>),
    verb: &str,
) -> Result<Option<Prioritised>, Failure> {
    let own = terms.own_priorities().map(|(_, one)| one.id.as_str());
    let own: Vec<&str> = own.collect();
    let of_word = |word: &str| terms.priority(word).map(|place| &terms.priorities[place]);
    let to = match (named, lacking(terms, has)) {
        (None, None) => return Ok(None),
        (None, Some(lacking)) => {
            return Err(Failure::missing(
                typed::needs_another_priority(&terms.name(), &lacking.id, verb),
                "--priority",
                own.iter().map(|id| (*id).to_owned()).collect(),
            ));
        }
        (Some(named), _) => match of_word(named).filter(|one| one.included) {
            Some(one) => one.id.clone(),
            None => return Err(unknown(&terms.name(), "priority", named, own)),
        },
    };
    Ok((Some(to.as_str()) != has).then_some(Prioritised {
        to,
        reason: None,
        by: Side::Desk,
        replaces: None,
    }))
}

/// The priority of a ticket, where it is one that these terms leave out.
pub(super) fn lacking<'t>(terms: &'t Terms, has: Option<&str>) -> Option<&'t Priority> {
    let place = terms.priority(has?)?;
    Some(&terms.priorities[place]).filter(|one| !one.included)
}

/// A word that a plan has not, with the nearest that it has, or all.
pub(super) fn unknown<'w>(
    plan: &str,
    what: &'static str,
    word: &str,
    words: impl IntoIterator<Item = &'w str>,
) -> Failure {
    let words: Vec<&str> = words.into_iter().collect();
    let failure = Failure::no_such_of(plan, Noun::Called(what), word);
    match nearest(word, words.iter().copied()) {
        Some(near) => failure.meant(Some(near)),
        None if words.is_empty() => failure,
        None => failure.hint(format!("it can be {}", words.join(", "))),
    }
}
