//! What a shell offers at the tab key.
//!
//! The shell's script asks the program itself, so that the two always match. Words of closed lists
//! offer themselves, and what can be offered for an argument alone stands beside it; here comes what
//! depends on the command (its fields, its filters) and on the desk (the values that it knows).

mod bash;
mod candidates;
mod desk;
mod line;
mod offer;

use std::ffi::{OsStr, OsString};

use clap::{Arg, Command, CommandFactory};
use clap_complete::CompleteEnv;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::{Fish, Powershell, Shells, Zsh};

use super::tree::Cli;
use crate::core::model::{FIELDS, FilterKind};
use candidates::{field_names, filter_words, periods};
use desk::DeskWords;
use line::TypedLine;
pub(super) use offer::Offer;

/// The shells that can ask.
const SHELLS: Shells<'static> = Shells(&[&bash::Bash, &Zsh, &Fish, &Powershell]);

/// Answers the shell and ends the process, if it was the shell that started it.
pub(crate) fn complete() {
    CompleteEnv::with_factory(tree)
        .shells(SHELLS)
        .var("SLADESK_COMPLETE")
        .completer("sladesk")
        .complete();
}

/// What could stand where a word is missing, on the desk that these words mean.
pub(super) fn choices(words: &[OsString], kind: &str) -> Vec<Offer> {
    let line = std::iter::once("--".into()).chain(words.iter().cloned());
    DeskWords::of(TypedLine::of(line.collect())).beginning(kind, "")
}

/// The tree with what depends on the command and the desk.
fn tree() -> Command {
    let mut tree = Cli::command();
    tree.build();
    let line = TypedLine::of(std::env::args_os().collect());
    offering(tree, "", &DeskWords::of(line))
}

/// Arguments that name what the desk knows, beside the fields of tickets.
const NAMED: [&str; 23] = [
    "account_manager",
    "allowance",
    "compared",
    "contact",
    "contract",
    "customer",
    "engineer",
    "ground",
    "into",
    "line",
    "milestone",
    "new",
    "old",
    "other",
    "plan",
    "reason",
    "replaces",
    "staff",
    "tickets",
    "to",
    "told",
    "actor",
    "who",
];

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
    let (own, words) = (path.to_owned(), known.clone());
    let id = arg.get_id().as_str().to_owned();
    match id.as_str() {
        "sort" | "fields" => offers(arg, move |typed| field_names(&own, typed)),
        "filter" => offers(arg, move |typed| filter_words(&own, typed, &words)),
        "tickets" => offers(arg, move |typed| match typed.contains(':') {
            true => filter_words("list", typed, &words),
            false => words.beginning("tickets", typed),
        }),
        "period" => offers(arg, |_| periods()),
        // a customer or a contract
        "to" if path == "move" => offers(arg, move |typed| words.beginning("customer", typed)),
        id if NAMED.contains(&id) => {
            let kind = id.to_owned();
            offers(arg, move |typed| words.beginning(&kind, typed))
        }
        id => match FIELDS.iter().find(|field| field.key == id) {
            Some(field) => {
                let kind = match field.asked {
                    Some(FilterKind::Person) => "staff",
                    Some(FilterKind::Known | FilterKind::Contract) => field.key,
                    _ => return arg,
                };
                offers(arg, move |typed| words.beginning(kind, typed))
            }
            _ => arg,
        },
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
