//! What a shell offers at the tab key.
//!
//! The shell's script asks the program itself, so that the two always match. Words of closed lists
//! offer themselves, and what can be offered for an argument alone stands beside it; here comes what
//! depends on the command (its fields, its filters) and on the desk (the values that it knows).

mod bash;
mod candidates;
mod desk;
mod help_words;
mod kinds;
mod line;
mod offer;
mod own_shell;
mod people;
mod terms;
mod tickets;
mod zsh;

#[cfg(test)]
mod tests;

use std::ffi::{OsStr, OsString};

use clap::{Arg, Command, CommandFactory};
use clap_complete::CompleteEnv;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::{Fish, Powershell, Shells};

use super::ssh;
use super::tree::Cli;
use crate::failure::Failure;
use crate::settings::{COMPLETING, Environment, Settings};
use candidates::{field_names, filter_words, periods};
use desk::DeskWords;
use help_words::help_words;
use kinds::{Kind, kind_of};
use line::TypedLine;
pub(super) use line::understood;
pub(super) use offer::Offer;

/// The shells that can ask.
pub(super) const SHELLS: Shells<'static> = Shells(&[&bash::BASH, &zsh::ZSH, &Fish, &Powershell]);

/// Answers the shell and ends the process, if it was the shell that started it.
pub(crate) fn complete() {
    if let Some(settings) = desk_of_another_host() {
        let words: Vec<OsString> = std::env::args_os().collect();
        // whatever goes wrong, nothing is offered
        let _ = ssh::complete(&settings, &words);
        std::process::exit(0);
    }
    CompleteEnv::with_factory(tree)
        .shells(SHELLS)
        .var(COMPLETING)
        .completer("sladesk")
        .complete();
}

/// What the desk may know that an argument of a command could be, where it is missing: a kind for
/// [`choices`].
pub(super) fn known_kind(command: &str, arg: &Arg) -> Option<&'static str> {
    match kind_of(command, arg)? {
        Kind::Tickets => Some("mine"),
        Kind::OfDesk(kind) => Some(kind),
        _ => None,
    }
}

/// Whether an argument of a command names a plan, or what has its terms.
#[cfg(test)]
pub(super) fn names_terms(command: &str, arg: &Arg) -> bool {
    let kind = kind_of(command, arg);
    matches!(kind, Some(Kind::OfDesk("plan" | "with_terms")))
}

/// A line of which a word is missing.
#[derive(Debug)]
pub(super) struct AskedLine<'l> {
    pub words: &'l [OsString],
    /// What holds whatever the words say; none: it was typed here, and they say it.
    pub settings: Option<&'l Settings>,
}

impl AskedLine<'_> {
    fn desk(&self) -> DeskWords {
        DeskWords::of(TypedLine::of(self.words).with(self.settings.cloned()))
    }
}

/// Whether what was answered for a word that was missing names something of that kind.
///
/// # Errors
/// The desk that these words mean knows nothing that is called so.
pub(super) fn named(asked: &AskedLine<'_>, kind: &str, answer: &str) -> Result<(), Failure> {
    asked.desk().named(kind, answer)
}

/// Whether the terms that these words are about have no word of that kind: nothing can be
/// answered.
pub(super) fn terms_lack(asked: &AskedLine<'_>, kind: &str) -> bool {
    asked.desk().terms_lack(kind)
}

/// What could stand where a word is missing, on the desk that these words mean.
pub(super) fn choices(asked: &AskedLine<'_>, kind: &str) -> Vec<Offer> {
    asked.desk().beginning(kind, "")
}

/// What holds for the line that is completed, where it means a desk of another host.
fn desk_of_another_host() -> Option<Settings> {
    let environment = Environment::of_process();
    environment.text(COMPLETING)?;
    let words: Vec<OsString> = std::env::args_os().collect();
    // without a line the shell asks for its script
    let line = words.iter().position(|word| word == "--")? + 1;
    let place = place(&environment);
    let typed = words.get(line + place.unwrap_or(words.len() - line));
    let typed = typed.and_then(|word| word.to_str());
    if typed.is_some_and(ssh::begins_a_path) {
        return None;
    }
    let settings = TypedLine::asked(&words, place).settings()?;
    ssh::names_a_host(&settings).then_some(settings)
}

/// The place of the word that is completed.
fn place(environment: &Environment) -> Option<usize> {
    environment.text("_CLAP_COMPLETE_INDEX")?.parse().ok()
}

/// The tree with what depends on the command and the desk.
fn tree() -> Command {
    let words: Vec<OsString> = std::env::args_os().collect();
    offered_by(TypedLine::asked(&words, place(&Environment::of_process())))
}

fn offered_by(line: TypedLine) -> Command {
    let mut tree = Cli::command();
    tree.build();
    offering(tree, "", &DeskWords::of(line))
}

/// A command and those below it.
fn offering(command: Command, path: &str, known: &DeskWords) -> Command {
    let command = command.mut_args(|arg| with_offers(arg, path, known));
    let below: Vec<String> = command
        .get_subcommands()
        .map(|below| below.get_name().to_owned())
        .collect();
    below.into_iter().fold(command, |command, name| {
        let path = format!("{path} {name}");
        command.mut_subcommand(&name, |below| offering(below, path.trim(), known))
    })
}

fn with_offers(arg: Arg, path: &str, known: &DeskWords) -> Arg {
    let Some(kind) = kind_of(path, &arg) else {
        return arg;
    };
    let (own, words) = (path.to_owned(), known.clone());
    match kind {
        Kind::Fields => offers(arg, move |typed| field_names(&own, typed, words.line())),
        Kind::Help => offers(arg, move |_| help_words(words.line())),
        Kind::Filter => offers(arg, move |typed| filter_words(&own, typed, &words)),
        Kind::FilterOf(list) => offers(arg, move |typed| filter_words(list, typed, &words)),
        Kind::LogFilter => offers(arg, move |typed| {
            let tickets = words.beginning("tickets", typed);
            [tickets, filter_words(&own, typed, &words)].concat()
        }),
        Kind::Tickets => offers(arg, move |typed| match typed.contains([':', ' ']) {
            true => filter_words("list", typed, &words),
            false => words.beginning("tickets", typed),
        }),
        Kind::Periods => offers(arg, |_| periods()),
        Kind::OfDesk(kind) => offers(arg, move |typed| words.beginning(kind, typed)),
    }
}

/// Lets an argument offer what fits what is typed of it.
fn offers(arg: Arg, find: impl Fn(&str) -> Vec<Offer> + Send + Sync + 'static) -> Arg {
    arg.add(ArgValueCompleter::new(
        move |typed: &OsStr| -> Vec<CompletionCandidate> {
            let Some(typed) = typed.to_str() else {
                return Vec::new();
            };
            let fitting = find(typed).into_iter();
            let fitting = fitting.filter(|offer| offer.word.starts_with(typed));
            fitting.map(Offer::candidate).collect()
        },
    ))
}
