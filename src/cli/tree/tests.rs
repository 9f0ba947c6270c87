//! What must hold of the tree as a whole.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;

use clap::{Arg, Command, CommandFactory, FromArgMatches, Subcommand};

use super::{Cli, named};
use crate::cli::shell::Shell;
use crate::cli::words::{GLOBAL_WITH_VALUE, prepared};

fn built() -> Command {
    let mut tree = Cli::command();
    tree.build();
    tree
}

fn every_command(tree: &Command) -> Vec<(String, &Command)> {
    let mut found = Vec::new();
    let mut next = vec![(String::new(), tree)];
    while let Some((path, command)) = next.pop() {
        for below in command.get_subcommands() {
            next.push((
                format!("{path} {}", below.get_name()).trim().to_owned(),
                below,
            ));
        }
        found.push((path, command));
    }
    found
}

#[test]
fn the_parser_has_nothing_to_say_against_the_tree() {
    built().debug_assert();
}

#[test]
fn no_global_flag_shares_a_name_with_a_local_one() {
    let tree = built();
    let names = |arg: &Arg| {
        let long = arg.get_long().map(str::to_owned);
        let short = arg.get_short().map(|letter| letter.to_string());
        let own = std::iter::once(arg.get_id().as_str().to_owned());
        own.chain(long).chain(short).collect::<Vec<_>>()
    };
    let global: BTreeSet<String> = tree
        .get_arguments()
        .filter(|arg| arg.is_global_set())
        .flat_map(names)
        .collect();
    for (path, command) in every_command(&tree)
        .into_iter()
        .filter(|(path, _)| !path.is_empty())
    {
        let own = command.get_arguments().filter(|arg| !arg.is_global_set());
        let local: BTreeSet<String> = own.flat_map(names).collect();
        let both: Vec<_> = local.intersection(&global).collect();
        assert!(
            both.is_empty(),
            "`{path}` has what everything has: {both:?}"
        );
    }
}

#[test]
fn a_letter_means_the_same_on_every_command() {
    let meanings = BTreeMap::from([
        ('c', "channel"),
        ('e', "editor"),
        ('f', "format"),
        ('F', "file"),
        ('L', "limit"),
        ('m', "message"),
        ('n', "dry-run"),
        ('o', "output"),
        ('p', "priority"),
        ('q', "quiet"),
        ('t', "topic"),
        ('w', "worked"),
        ('y', "yes"),
        ('0', "null"),
        ('h', "help"),
    ]);
    let below = |(path, _): &(String, &Command)| !path.is_empty();
    for (path, command) in every_command(&built()).into_iter().filter(below) {
        for arg in command.get_arguments() {
            let Some(letter) = arg.get_short() else {
                continue;
            };
            assert_eq!(
                arg.get_long(),
                meanings.get(&letter).copied(),
                "`{path}` -{letter}"
            );
        }
        for (letter, long) in &meanings {
            let named = command
                .get_arguments()
                .find(|arg| arg.get_long() == Some(long));
            let short = named.and_then(Arg::get_short);
            assert!(
                named.is_none() || short == Some(*letter),
                "`{path}` --{long} without -{letter}"
            );
        }
    }
}

#[test]
fn only_what_verbs_share_stands_below_a_heading() {
    let shared = BTreeMap::from([
        ("Text", &["message", "file", "editor"][..]),
        (
            "Every write",
            &["at", "dry-run", "yes", "once", "if-event", "corrects"],
        ),
        ("Looking back", &["as-of"]),
        ("Lists", &["sort", "limit"]),
    ]);
    for (path, command) in every_command(&built()) {
        for arg in command.get_arguments().filter(|arg| !arg.is_global_set()) {
            let Some(heading) = arg.get_help_heading().filter(|_| !path.is_empty()) else {
                continue;
            };
            let long = arg.get_long().unwrap_or_default();
            assert!(
                shared
                    .get(heading)
                    .is_some_and(|flags| flags.contains(&long)),
                "`{path}` {} stands below {heading}",
                arg.get_id()
            );
        }
    }
}

#[test]
fn the_words_before_the_verb_are_told_apart_from_it() {
    let tree = built();
    let takes_value = |arg: &&Arg| arg.get_action().takes_values();
    let spelt = |arg: &Arg| {
        let short = arg.get_short().map(|letter| format!("-{letter}"));
        arg.get_long()
            .map(|long| format!("--{long}"))
            .into_iter()
            .chain(short)
            .collect::<Vec<_>>()
    };
    let global: BTreeSet<String> = tree
        .get_arguments()
        .filter(|arg| arg.is_global_set())
        .filter(takes_value)
        .flat_map(spelt)
        .collect();
    assert_eq!(global, GLOBAL_WITH_VALUE.map(str::to_owned).into());
}

#[test]
fn every_command_has_help_and_examples_that_can_be_typed() {
    for (path, command) in every_command(&built()) {
        if path.is_empty() {
            continue;
        }
        assert!(
            command.get_about().is_some(),
            "`{path}` tells nothing about itself"
        );
        if command.has_subcommands() {
            continue;
        }
        let after = command
            .get_after_help()
            .map(ToString::to_string)
            .unwrap_or_default();
        let examples: Vec<&str> = after
            .lines()
            .filter_map(|line| line.strip_prefix("  "))
            .collect();
        assert!(!examples.is_empty(), "`{path}` has no example");
        let mut shown = false;
        for example in examples {
            let words = prepared(shell_words(example));
            let parsed = Cli::command().try_get_matches_from(&words);
            assert!(parsed.is_ok(), "{example}: {}", parsed.unwrap_err());
            same_alone(example, &words, &parsed.expect("it was looked at"));
            let input: Vec<&str> = words.iter().filter_map(|word| word.to_str()).collect();
            shown |= input[1..].join(" ").starts_with(&path);
        }
        assert!(shown, "no example of `{path}` shows it");
    }
}

/// A command is parsed alone as it is among all.
fn same_alone(example: &str, words: &[OsString], among_all: &clap::ArgMatches) {
    let alone = named(words).map(|mut tree| tree.try_get_matches_from_mut(words));
    match alone {
        Some(alone) => {
            let read = |matches| Cli::from_arg_matches(matches).expect("it was parsed");
            let (alone, among_all) = (read(&alone.expect(example)), read(among_all));
            assert_eq!(format!("{alone:?}"), format!("{among_all:?}"), "{example}");
        }
        None => {
            let verb = among_all.subcommand_name().unwrap_or_default();
            assert!(Shell::has_subcommand(verb), "{example} is not parsed alone");
        }
    }
}

/// The words of a line as a shell would split it, after a pipe and before a redirection.
fn shell_words(line: &str) -> Vec<OsString> {
    let line = line.rsplit("| ").next().unwrap_or(line);
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().expect("never empty").push(c),
        }
    }
    let redirected = words.iter().position(|word| word.starts_with('>'));
    words.truncate(redirected.unwrap_or(words.len()));
    words.into_iter().map(OsString::from).collect()
}
