//! Words that the parser cannot understand, in our own words and with our nearest names.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{Arg, Command};

use super::complete;
use super::words::next_word;
use crate::core::filter::TICKET_KEYS;
use crate::core::text::nearest;
use crate::failure::{Failure, Question};
use crate::wording::newcomer;

/// The commands that the words lead to, from the whole program down: `sladesk`, `contract`, `sign`.
pub(crate) fn path<'c>(tree: &'c Command, words: &[OsString]) -> Vec<&'c Command> {
    let mut path = vec![tree];
    let mut at = 1;
    while let Some(found) = next_word(words, at) {
        let here = path[path.len() - 1];
        let below = words[found]
            .to_str()
            .and_then(|name| here.find_subcommand(name));
        let Some(below) = below else { break };
        path.push(below);
        at = found + 1;
    }
    path
}

/// Its name as one types it, without the program's.
pub(crate) fn name(path: &[&Command]) -> String {
    let names: Vec<&str> = path
        .iter()
        .skip(1)
        .map(|command| command.get_name())
        .collect();
    names.join(" ")
}

/// The failure that says what was not understood.
pub(crate) fn refused(error: &Error, tree: &Command, words: &[OsString]) -> Failure {
    let path = path(tree, words);
    let command = path[path.len() - 1];
    let name = name(&path);
    let invalid = first(error, ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::InvalidSubcommand => no_command(
            &name,
            command,
            &first(error, ContextKind::InvalidSubcommand),
        ),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let below = subcommands(command).collect::<Vec<_>>().join(", ");
            Failure::usage(format!("`{name}` needs a word more: {below}"))
                .kind("missing")
                .hint(format!("`sladesk help {name}` tells what they do"))
        }
        ErrorKind::UnknownArgument if invalid.starts_with('-') => no_flag(&name, &path, &invalid),
        ErrorKind::UnknownArgument => {
            Failure::usage(format!("`{name}` has no place for `{invalid}`"))
                .kind("too-many-words")
                .hint_if(verb_behind(tree, &name, words, &invalid))
                .hint(format!("usage: {}", usage(&path)))
        }
        ErrorKind::MissingRequiredArgument => missing(error, &name, &path),
        ErrorKind::InvalidValue | ErrorKind::NoEquals => {
            Failure::usage(format!("`{}` needs a value", bare(&invalid))).kind("missing")
        }
        ErrorKind::ValueValidation => {
            let value = first(error, ContextKind::InvalidValue);
            let says =
                || Failure::usage(format!("`{}` is a number, not `{value}`", bare(&invalid)));
            unreadable(error).unwrap_or_else(says)
        }
        ErrorKind::ArgumentConflict => conflict(error, &invalid),
        ErrorKind::InvalidUtf8 => Failure::usage("a word is not readable text (UTF-8)"),
        _ => Failure::usage(error.to_string().trim().to_owned()),
    }
}

/// What the value parser of an argument said.
fn unreadable(error: &Error) -> Option<Failure> {
    let said = std::error::Error::source(error)?;
    said.downcast_ref::<Failure>().cloned()
}

fn no_command(above: &str, command: &Command, input: &str) -> Failure {
    let near = nearest(input, subcommands(command));
    let failure = match above {
        "" => Failure::usage(format!("no command `{input}`")),
        _ => Failure::usage(format!("`{above}` has no command `{input}`")),
    };
    let failure = failure.kind("unknown-command");
    if let ("", Some(way)) = (above, newcomer::verb(input)) {
        return failure.hint(way);
    }
    match (near, above) {
        (Some(_), _) => failure.meant(near),
        (None, "") => failure.hint("`sladesk help` lists them"),
        (None, _) => {
            let all: Vec<&str> = subcommands(command).collect();
            failure.hint(format!("it has {}", all.join(", ")))
        }
    }
}

/// `42 done`: whoever puts the verb behind the ticket is told where it stands here.
fn verb_behind(tree: &Command, name: &str, words: &[OsString], word: &str) -> Option<String> {
    let ours = tree.find_subcommand(word).map(Command::get_name);
    let verb = ours.or_else(|| newcomer::behind(word))?;
    let shown = next_word(words, 1)?;
    let ticket = words.get(next_word(words, shown + 1)?)?.to_str()?;
    (name == "show").then(|| newcomer::verb_first(verb, ticket))
}

fn subcommands(command: &Command) -> impl Iterator<Item = &str> {
    command
        .get_subcommands()
        .filter(|below| !below.is_hide_set())
        .map(Command::get_name)
}

fn no_flag(name: &str, path: &[&Command], input: &str) -> Failure {
    let flags = || path.iter().flat_map(|command| command.get_arguments());
    let longs = flags()
        .filter(|flag| !flag.is_hide_set())
        .filter_map(Arg::get_long);
    let near = input
        .strip_prefix("--")
        .and_then(|input| nearest(input, longs));
    let flag = near.and_then(|near| flags().find(|flag| flag.get_long() == Some(near)));
    let whose = if name.is_empty() { "sladesk" } else { name };
    let failure = Failure::usage(format!("`{whose}` has no flag `{input}`")).kind("unknown-flag");
    let takes_filters = flags().any(|word| word.get_id() == "filter");
    let key = input.trim_start_matches('-');
    let key = TICKET_KEYS.iter().find(|known| known.name == key);
    match (newcomer::flag(input, name), key, flag) {
        (Some(way), ..) => failure.hint(way),
        (_, Some(key), _) if takes_filters => failure.hint(newcomer::asks(key.name)),
        (.., Some(flag)) => failure.meant(Some(&spelt(flag))),
        _ => failure.hint(format!(
            "`{}` lists its flags",
            format!("sladesk help {name}").trim()
        )),
    }
}

/// `-m, --message`, as help writes it.
fn spelt(flag: &Arg) -> String {
    match (flag.get_short(), flag.get_long()) {
        (Some(short), Some(long)) => format!("-{short}, --{long}"),
        (Some(short), None) => format!("-{short}"),
        (None, long) => format!("--{}", long.unwrap_or_default()),
    }
}

fn missing(error: &Error, name: &str, path: &[&Command]) -> Failure {
    let words = all(error, ContextKind::InvalidArg);
    let named: Vec<&str> = words.iter().map(|word| bare(word)).collect();
    let of_command = || path[path.len() - 1].get_arguments();
    let first = named.first().and_then(|name| {
        let spelt = |arg: &&Arg| match arg.get_long() {
            Some(long) => name.strip_prefix("--") == Some(long),
            None => value_name(arg) == *name,
        };
        of_command().find(spelt)
    });
    let flags = words.first().is_some_and(|word| word.starts_with('-'));
    let message = match flags {
        true => format!("`{name}` needs `{}`", named.join("` and `")),
        false => format!("`{name}` needs {}", named.join(" and ")),
    };
    let failure = Failure::usage(message).kind("missing");
    let failure = failure.hint(format!("usage: {}", usage(path)));
    match first {
        Some(arg) => failure.asking(question(name, arg)),
        None => failure,
    }
}

/// What is asked for in place of a word that is missing.
fn question(name: &str, arg: &Arg) -> Question {
    let flag = arg.get_long().map(|long| format!("--{long}"));
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let values = arg.get_possible_values().into_iter();
    Question::Word {
        asks: format!(
            "{name}: {}",
            flag.clone().unwrap_or_else(|| value_name(arg))
        ),
        about: help,
        flag,
        before: String::new(),
        choices: values.map(|value| value.get_name().to_owned()).collect(),
        knows: complete::known_kind(name, arg).map(str::to_owned),
    }
}

fn conflict(error: &Error, invalid: &str) -> Failure {
    let prior = first(error, ContextKind::PriorArg);
    let (one, other) = (bare(invalid), bare(&prior));
    if one == other {
        Failure::usage(format!("`{one}` can be given once only"))
    } else {
        Failure::usage(format!("`{one}` and `{other}` exclude each other"))
    }
}

/// The commands after which `--help` was typed, as commands.
pub(super) fn helps_on(tree: &Command, words: &[OsString]) -> Vec<String> {
    let path = path(tree, words);
    path.iter()
        .skip(1)
        .map(|command| command.get_name().to_owned())
        .collect()
}

/// How to type it: the words that it takes, and the flags that it cannot do without.
fn usage(path: &[&Command]) -> String {
    let command = path[path.len() - 1];
    let mut words: Vec<&Arg> = command.get_positionals().collect();
    words.sort_by_key(|word| word.get_index());
    let words = words.into_iter().map(|word| match word.is_required_set() {
        true => value_name(word),
        false => format!("[{}]", value_name(word)),
    });
    let needed = command.get_opts().filter(|flag| flag.is_required_set());
    let flags = needed.map(|flag| {
        let long = flag.get_long().unwrap_or_default();
        format!("--{long} {}", value_name(flag))
    });
    let parts = ["sladesk".to_owned(), name(path)]
        .into_iter()
        .chain(words)
        .chain(flags);
    parts
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn value_name(arg: &Arg) -> String {
    let name = arg.get_value_names().and_then(|names| names.first());
    name.map_or_else(|| arg.get_id().to_string(), ToString::to_string)
}

/// `--db <FILE>` is `--db`, `<TICKETS>` is `TICKETS`.
fn bare(spelt: &str) -> &str {
    let word = match spelt.split_once(' ') {
        Some((flag, _)) if flag.starts_with('-') => flag,
        _ => spelt,
    };
    word.trim_end_matches("...")
        .trim_matches(['<', '>', '[', ']'])
}

fn first(error: &Error, kind: ContextKind) -> String {
    all(error, kind).into_iter().next().unwrap_or_default()
}

fn all(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}
