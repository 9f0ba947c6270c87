//! What is typed so far: which desk it means, which ticket, whom.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::cli::words::{next_word, prepared};
use crate::core::model::TicketNo;
use crate::settings::{Environment, Flags, Settings};

/// The line before the word that is completed.
#[derive(Clone, Debug, Default)]
pub(super) struct TypedLine {
    db: Option<PathBuf>,
    plans: Option<PathBuf>,
    /// The ticket that the verb is about, where it is one number.
    pub ticket: Option<TicketNo>,
    /// The first word behind the verb.
    pub first: Option<String>,
}

impl TypedLine {
    /// Reads the words with which the shell asks: those of the line stand behind a `--`.
    pub(super) fn of(words: Vec<OsString>) -> TypedLine {
        let line = words.iter().position(|word| word == "--");
        let line = words[line.map_or(words.len(), |at| at + 1)..].to_vec();
        let value = |flag: &str| {
            let joined = format!("{flag}=");
            let mut words = line.iter();
            while let Some(word) = words.next() {
                if word == flag {
                    return words.next().map(PathBuf::from);
                }
                let path = word.to_str().and_then(|word| word.strip_prefix(&joined));
                if let Some(path) = path {
                    return Some(PathBuf::from(path));
                }
            }
            None
        };
        let (db, plans) = (value("--db"), value("--plans"));
        let words = prepared(line);
        let verb = next_word(&words, 1);
        let first = verb.and_then(|verb| next_word(&words, verb + 1));
        let first = first.and_then(|at| words[at].to_str()).map(str::to_owned);
        let number = first.as_deref().and_then(|word| word.parse().ok());
        TypedLine {
            db,
            plans,
            ticket: number.map(TicketNo),
            first,
        }
    }

    /// What holds for a command that is typed so.
    pub(super) fn settings(&self) -> Option<Settings> {
        let flags = Flags {
            db: self.db.clone(),
            plans: self.plans.clone(),
            ..Flags::default()
        };
        Settings::resolve(flags, Environment::of_process()).ok()
    }
}
