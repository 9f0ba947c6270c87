//! What is typed so far: which desk it means, which ticket, whom.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::parser::ValueSource;
use clap::{ArgMatches, Command, CommandFactory};

use crate::cli::tree::{Cli, levels};
use crate::cli::words::prepared;
use crate::settings::{Abbreviations, Environment, Flags, Settings};

/// The line before the word that is completed.
#[derive(Clone, Debug, Default)]
pub(super) struct TypedLine {
    /// The argument, and a word that was typed for it.
    given: Vec<(String, String)>,
    /// What holds whatever was typed.
    settings: Option<Settings>,
}

impl TypedLine {
    /// Reads the words with which the shell asks: those of the line stand behind a `--`, and the
    /// word that is completed has a place there.
    pub(super) fn asked(words: &[OsString], place: Option<usize>) -> TypedLine {
        let line = words.iter().position(|word| word == "--");
        let line = &words[line.map_or(words.len(), |at| at + 1)..];
        let place = place.unwrap_or(line.len().saturating_sub(1));
        TypedLine::of(&line[..place.min(line.len())])
    }

    /// Reads the words of a line, the program's name first. What cannot be understood is passed
    /// over.
    pub(super) fn of(words: &[OsString]) -> TypedLine {
        let mut given = Vec::new();
        if let Some(matches) = understood(words) {
            levels(&matches).for_each(|matches| take(matches, &mut given));
        }
        TypedLine {
            given,
            settings: None,
        }
    }

    /// The same, where these settings hold whatever the words say.
    pub(super) fn with(self, settings: Option<Settings>) -> TypedLine {
        TypedLine { settings, ..self }
    }

    /// What was typed for an argument last.
    pub(super) fn word(&self, argument: &str) -> Option<&str> {
        self.words(argument).pop()
    }

    /// All that was typed for an argument.
    pub(super) fn words(&self, argument: &str) -> Vec<&str> {
        let given = self.given.iter();
        let found = given.filter(|(named, _)| named == argument);
        found.map(|(_, word)| word.as_str()).collect()
    }

    /// What holds for a command that is typed so.
    pub(super) fn settings(&self) -> Option<Settings> {
        if let Some(settings) = &self.settings {
            return Some(settings.clone());
        }
        let flags = Flags {
            db: self.word("db").map(PathBuf::from),
            plans: self.word("plans").map(PathBuf::from),
            actor: self.word("actor").map(str::to_owned),
            ..Flags::default()
        };
        let mut settings = Settings::resolve(flags, Environment::of_process()).ok()?;
        settings.abbreviations = Abbreviations::Taken;
        Some(settings)
    }
}

/// As much of the words of a line as can be understood, the program's name first.
pub(in crate::cli) fn understood(words: &[OsString]) -> Option<ArgMatches> {
    let tree = lenient(Cli::command());
    tree.try_get_matches_from(prepared(words.to_vec())).ok()
}

/// A tree that understands as much as it can.
fn lenient(command: Command) -> Command {
    let below: Vec<String> = command
        .get_subcommands()
        .map(|below| below.get_name().to_owned())
        .collect();
    let command = command.ignore_errors(true);
    below.into_iter().fold(command, |command, name| {
        command.mut_subcommand(name, lenient)
    })
}

fn take(matches: &ArgMatches, given: &mut Vec<(String, String)>) {
    for id in matches.ids() {
        if matches.value_source(id.as_str()) != Some(ValueSource::CommandLine) {
            continue;
        }
        // a group of arguments has no words of its own
        let Ok(Some(words)) = matches.try_get_raw(id.as_str()) else {
            continue;
        };
        let words = words.filter_map(|word| word.to_str());
        given.extend(words.map(|word| (id.to_string(), word.to_owned())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(words: &str) -> TypedLine {
        let words: Vec<OsString> = words.split(' ').map(OsString::from).collect();
        TypedLine::of(&words)
    }

    #[test]
    fn words_are_known_by_the_argument_that_they_are_typed_for() {
        for (words, argument, word) in [
            ("sladesk open -p high acme x --contact", "who", Some("acme")),
            (
                "sladesk open acme x -p high --contact",
                "priority",
                Some("high"),
            ),
            ("sladesk contact add acme", "customer", Some("acme")),
            ("sladesk --db x.db reply 42 -m", "db", Some("x.db")),
            ("sladesk --db x.db reply 42 -m", "tickets", Some("42")),
            ("sladesk t priority 42", "tickets", Some("42")),
            ("sladesk 42", "tickets", Some("42")),
            (
                "sladesk contract sign acme creatio/basic --set",
                "plan",
                Some("creatio/basic"),
            ),
            ("sladesk reply", "tickets", None),
            ("sladesk nonsense 42", "tickets", None),
            ("sladesk", "who", None),
        ] {
            assert_eq!(line(words).word(argument), word, "{words}");
        }
    }

    #[test]
    fn the_word_that_is_completed_is_no_part_of_the_line() {
        let words = ["sladesk", "--", "sladesk", "may", "dana", "-p", "hi"];
        let words = words.map(OsString::from);
        assert_eq!(TypedLine::asked(&words, Some(2)).word("who"), None);
        assert_eq!(TypedLine::asked(&words, Some(3)).word("who"), Some("dana"));
        assert_eq!(TypedLine::asked(&words, None).word("who"), Some("dana"));
        assert_eq!(TypedLine::asked(&words, Some(9)).word("who"), Some("dana"));
        assert_eq!(TypedLine::asked(&[], None).word("who"), None);
    }
}
