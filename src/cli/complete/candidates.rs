//! The words that are offered. An offer is a kindness: whatever goes wrong, nothing is offered and
//! nothing is said.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap_complete::engine::CompletionCandidate;

use crate::commands::{candidates, fields};
use crate::context::Context;
use crate::core::filter::{CLOCK_KEYS, KeyKind, LOG_KEYS};
use crate::failure::Failure;
use crate::settings::{Environment, Flags, Settings};

/// The words that a desk knows, and the lists that it has them for.
#[derive(Clone)]
pub(super) struct WordCandidates {
    /// The desk that the words typed so far name.
    db: Option<PathBuf>,
}

impl WordCandidates {
    /// Those of the desk that is meant by what is typed so far.
    pub(super) fn typed(words: Vec<OsString>) -> WordCandidates {
        let mut words = words.into_iter();
        let mut db = None;
        while let Some(word) = words.next() {
            match word.to_str() {
                Some("--db") => db = words.next().map(PathBuf::from),
                Some(joined) => {
                    if let Some(path) = joined.strip_prefix("--db=") {
                        db = Some(PathBuf::from(path));
                    }
                }
                None => {}
            }
        }
        WordCandidates { db }
    }

    /// The words that a field has on that desk.
    pub(super) fn candidates(&self, field: &str) -> Vec<CompletionCandidate> {
        candidates::all(self.of(field).iter().map(String::as_str))
    }

    fn of(&self, field: &str) -> Vec<String> {
        let flags = Flags {
            db: self.db.clone(),
            ..Flags::default()
        };
        let settings = Settings::resolve(flags, Environment::of_process());
        let words = settings.and_then(|settings| known(&Context::new(settings), field));
        words.unwrap_or_default()
    }
}

/// What stands in a table of its own is told by that table, the rest by the words of the record.
fn known(context: &Context, field: &str) -> Result<Vec<String>, Failure> {
    let tables = context.store()?.present();
    Ok(match field {
        "customer" => {
            let customers = tables.customers()?.into_iter();
            customers.map(|customer| customer.key).collect()
        }
        "contact" => {
            let contacts = tables.contacts()?.into_iter();
            contacts.map(|contact| contact.row.email).collect()
        }
        "assignee" | "account_manager" | "held_by" | "actor" | "staff" => {
            let staff = tables.staff()?.into_iter();
            staff.map(|one| one.row.key).collect()
        }
        field => tables.known_words(field)?,
    })
}

/// The fields of a command's list.
pub(super) fn field_names(command: &str) -> Vec<CompletionCandidate> {
    let list = fields::of(command).into_iter();
    let keys = list.flat_map(|list| list.fields).map(|field| field.key);
    keys.map(|key| CompletionCandidate::new(key.as_ref()))
        .collect()
}

/// What can be asked by a filter of that command: its keys, and behind a key the values it can have.
pub(super) fn filter_words(
    command: &str,
    typed: &OsStr,
    known: &WordCandidates,
) -> Vec<CompletionCandidate> {
    let typed = typed.to_str().unwrap_or_default();
    let negated = typed.strip_prefix("not:").map_or("", |_| "not:");
    let word = &typed[negated.len()..];
    let whole = match word.split_once(':') {
        None => {
            let keys = keys(command).map(|key| format!("{negated}{key}:"));
            keys.collect::<Vec<_>>()
        }
        Some((key, values)) => {
            let before = values.rfind(',').map_or("", |comma| &values[..=comma]);
            let values = values_of(key, known).into_iter();
            let quoted = values.map(|value| match value.contains([' ', ',', ':']) {
                true => format!("\"{value}\""),
                false => value,
            });
            let words = quoted.map(|value| format!("{negated}{key}:{before}{value}"));
            words.collect()
        }
    };
    let fitting = whole.into_iter().filter(|word| word.starts_with(typed));
    fitting.map(CompletionCandidate::new).collect()
}

/// The keys that a command's filters take.
fn keys(command: &str) -> impl Iterator<Item = &'static str> {
    let list = fields::of(command).into_iter();
    list.flat_map(|list| list.keys).map(|key| key.name)
}

/// The values that a key can have: those of its closed list, or those that the desk knows.
fn values_of(key: &str, known: &WordCandidates) -> Vec<String> {
    let row = LOG_KEYS
        .iter()
        .chain(CLOCK_KEYS)
        .find(|row| row.name == key);
    match row.map(|row| row.kind) {
        Some(KeyKind::Known | KeyKind::Word) | None => known.of(&key.replace('-', "_")),
        Some(kind) => kind.words().into_iter().map(str::to_owned).collect(),
    }
}
