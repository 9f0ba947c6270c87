//! What a shell offers at the tab key.
//!
//! The shell's script asks the program itself, so that the two always match. Words of closed lists
//! offer themselves, and what can be offered for an argument alone stands beside it; here comes what
//! depends on the command (its fields, its filters) and on the desk (the values that it knows).

mod candidates;

use std::ffi::OsString;

use clap::{Command, CommandFactory};
use clap_complete::CompleteEnv;
use clap_complete::engine::{ArgValueCandidates, ArgValueCompleter};

use super::tree::Cli;
use crate::core::model::{FIELDS, FilterKind};
use candidates::{WordCandidates, field_names, filter_words};

/// Answers the shell and ends the process, if it was the shell that started it.
pub(crate) fn complete() {
    CompleteEnv::with_factory(tree)
        .var("SLADESK_COMPLETE")
        .completer("sladesk")
        .complete();
}

/// The tree with what depends on the command and the desk.
fn tree() -> Command {
    let mut tree = Cli::command();
    tree.build();
    offering(
        tree,
        "",
        &WordCandidates::typed(std::env::args_os().collect::<Vec<OsString>>()),
    )
}

/// A command and those below it.
fn offering(command: Command, path: &str, known: &WordCandidates) -> Command {
    let own = path.to_owned();
    let words = known.clone();
    let command = command.mut_args(|arg| match arg.get_id().as_str() {
        "sort" | "fields" => {
            let path = own.clone();
            arg.add(ArgValueCandidates::new(move || field_names(&path)))
        }
        "filter" => {
            let (path, words) = (own.clone(), words.clone());
            arg.add(ArgValueCompleter::new(move |typed: &std::ffi::OsStr| {
                filter_words(&path, typed, &words)
            }))
        }
        // Words that name people by other keys than a ticket's.
        "staff" => {
            let words = words.clone();
            arg.add(ArgValueCandidates::new(move || {
                words.candidates("assignee")
            }))
        }
        "who" => {
            let words = words.clone();
            arg.add(ArgValueCandidates::new(move || {
                let contacts = words.candidates("contact").into_iter();
                contacts.chain(words.candidates("customer")).collect()
            }))
        }
        id => match FIELDS.iter().find(|field| field.key == id) {
            Some(field) if field.asked == Some(FilterKind::Known) => {
                let words = words.clone();
                arg.add(ArgValueCandidates::new(move || words.candidates(field.key)))
            }
            _ => arg,
        },
    });
    let below: Vec<String> = command
        .get_subcommands()
        .map(|below| below.get_name().to_owned())
        .collect();
    below.into_iter().fold(command, |command, name| {
        let path = format!("{path} {name}");
        command.mut_subcommand(&name, |below| offering(below, path.trim(), known))
    })
}
