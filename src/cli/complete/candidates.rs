//! Words that depend on the command: its fields, its filters, and behind a key the values that it
//! can have.

use super::desk::DeskWords;
use super::line::TypedLine;
use super::offer::Offer;
use crate::commands::fields;
use crate::core::filter::{FilterKey, KeyKind};
use crate::core::time::PERIOD_WORDS;
use crate::wording;

/// The fields of a command's list; behind a hyphen too, where they are sorted by.
pub(super) fn field_names(command: &str, typed: &str, line: &TypedLine) -> Vec<Offer> {
    /// Fields of reports that are there with `--tickets` alone.
    const WITH_TICKETS: [&str; 2] = ["tickets", "ledger"];
    let alone = command.starts_with("report ") && line.word("tickets").is_none();
    let sign = typed.strip_prefix('-').map_or("", |_| "-");
    let list = fields::of(command).into_iter();
    let keys = list.flat_map(|list| list.fields).map(|field| field.key);
    let keys = keys.filter(|key| !(alone && WITH_TICKETS.contains(&key.as_ref())));
    keys.map(|key| Offer::bare(format!("{sign}{key}")))
        .collect()
}

/// What can be asked by a filter of that command, of which several may stand in one word.
pub(super) fn filter_words(command: &str, typed: &str, known: &DeskWords) -> Vec<Offer> {
    let (before, last) = match typed.rfind(' ').filter(|_| !typed.contains('"')) {
        Some(space) => typed.split_at(space + 1),
        None => ("", typed),
    };
    let found = one_filter(command, last, known).into_iter();
    let behind = |offer: Offer| Offer {
        word: format!("{before}{}", offer.word),
        ..offer
    };
    found.map(behind).collect()
}

/// Its keys, saved filters, and behind a key the values it can have.
fn one_filter(command: &str, typed: &str, known: &DeskWords) -> Vec<Offer> {
    let negated = typed.strip_prefix("not:").map_or("", |_| "not:");
    let word = &typed[negated.len()..];
    match word.split_once(':') {
        None if word.starts_with('@') => known.beginning("filters", word),
        None => {
            let keys = keys(command);
            let keys = keys.map(|key| {
                let says = wording::field::key_of(command, key.name);
                Offer::new(format!("{negated}{}:", key.name), says)
            });
            let saved = known.beginning("filters", word);
            keys.chain(saved).collect()
        }
        Some((key, values)) => {
            let (before, last) = match values.rfind(',') {
                Some(comma) => values.split_at(comma + 1),
                None => ("", values),
            };
            let words = values_of(command, key, last, known)
                .into_iter()
                .map(|value| {
                    let word = match value.word.contains([' ', ',', ':']) {
                        true => format!("\"{}\"", value.word),
                        false => value.word,
                    };
                    Offer {
                        word: format!("{negated}{key}:{before}{word}"),
                        says: value.says,
                    }
                });
            words.collect()
        }
    }
}

/// The keys that a command's filters take.
fn keys(command: &str) -> impl Iterator<Item = &'static FilterKey> {
    let list = fields::of(command).into_iter();
    list.flat_map(|list| list.keys)
}

/// The values that a key of that command can have: those of its closed list, or those that the desk
/// knows.
fn values_of(command: &str, key: &str, with: &str, known: &DeskWords) -> Vec<Offer> {
    let Some(row) = keys(command).find(|row| row.name == key) else {
        return Vec::new();
    };
    match row.kind {
        KeyKind::Person => known.beginning("staff", with),
        KeyKind::Contract => known.beginning("contract", with),
        KeyKind::Ticket => known.beginning("tickets", with),
        // what is listed was signed; the list of plans alone has all that there are
        KeyKind::Known if key == "plan" && command.split_once(' ') != Some(("plan", "list")) => {
            known.beginning("signed_plan", with)
        }
        KeyKind::Known | KeyKind::Word => known.beginning(&key.replace('-', "_"), with),
        KeyKind::Clock => {
            let states = row.kind.words();
            let milestones = known.beginning("milestone", "");
            let with_milestone = milestones.iter().flat_map(|milestone| {
                let states = states.iter();
                states.map(|state| format!("{}.{state}", milestone.word))
            });
            let alone = states.iter().map(ToString::to_string);
            alone.chain(with_milestone).map(Offer::bare).collect()
        }
        kind => kind.words().into_iter().map(Offer::bare).collect(),
    }
}

/// The periods that have a name.
pub(super) fn periods() -> Vec<Offer> {
    PERIOD_WORDS.into_iter().map(Offer::bare).collect()
}
