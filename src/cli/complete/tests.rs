//! What must hold of completion as a whole.

use clap::builder::ValueHint;
use clap::{Arg, Command};
use clap_complete::engine::{ArgValueCandidates, ArgValueCompleter};

use super::line::TypedLine;
use super::offered_by;

/// Arguments for which nothing is offered, each with why.
const NOTHING: &[(&str, &str)] = &[
    ("after", "an event, which the log shows"),
    ("against", "a seal, which is elsewhere"),
    ("amount", "a figure"),
    ("as_of", "a time, or a seal"),
    ("at", "a time"),
    ("charge", "a time spent"),
    ("closed", "days"),
    ("corrects", "words"),
    ("day", "days"),
    ("email", "an address that is new"),
    ("end", "a day"),
    ("entry", "an entry, which the log shows"),
    ("from", "a time"),
    ("half_days", "hours"),
    ("id", "a name that is new"),
    ("if_event", "an event, which was seen"),
    ("instant", "a time"),
    ("limit", "a figure"),
    ("message", "words"),
    ("name", "words"),
    ("now", "a time"),
    ("once", "a key that is new"),
    ("only", "words"),
    ("organisation", "words of the file"),
    ("overridden", "rules, which a refusal names"),
    ("paused", "times"),
    ("phone", "a number"),
    ("region", "words"),
    ("request", "what another program asks"),
    ("seed", "a figure"),
    ("skip", "words"),
    ("spent", "a time spent"),
    ("start", "a day"),
    ("subject", "words"),
    ("tickets", "a figure, of a desk that is made up"),
    ("to", "a time"),
    ("until", "a time"),
    ("week", "hours"),
    ("within", "a time, or a share"),
    ("worked", "a time spent"),
    ("code", "words of one's own"),
    ("kind", "words of one's own"),
];

fn arguments(command: &Command, path: &str, found: &mut Vec<(String, Arg)>) {
    for arg in command.get_arguments() {
        found.push((path.to_owned(), arg.clone()));
    }
    for below in command.get_subcommands() {
        arguments(below, format!("{path} {}", below.get_name()).trim(), found);
    }
}

/// Whether anything is offered for it.
fn offers(arg: &Arg) -> bool {
    arg.get::<ArgValueCompleter>().is_some()
        || arg.get::<ArgValueCandidates>().is_some()
        || !arg.get_possible_values().is_empty()
        || !matches!(arg.get_value_hint(), ValueHint::Unknown | ValueHint::Other)
}

#[test]
fn for_every_argument_something_is_offered_or_there_is_a_reason_why_not() {
    let mut all = Vec::new();
    arguments(&offered_by(TypedLine::default()), "", &mut all);
    let takes = |arg: &Arg| arg.get_action().takes_values();
    all.retain(|(_, arg)| takes(arg));
    assert!(all.len() > 300, "{}", all.len());
    let mut without = Vec::new();
    let mut told = Vec::new();
    for (path, arg) in all.iter().filter(|(_, arg)| !offers(arg)) {
        let id = arg.get_id().as_str();
        match NOTHING.iter().find(|(named, _)| *named == id) {
            Some((named, _)) => told.push(*named),
            None => without.push(format!("{path}: {id}")),
        }
    }
    without.sort();
    without.dedup();
    assert!(
        without.is_empty(),
        "nothing is offered for\n{}",
        without.join("\n")
    );
    let idle: Vec<_> = NOTHING
        .iter()
        .filter(|(id, _)| !told.contains(id))
        .collect();
    assert!(idle.is_empty(), "something is offered for {idle:?}");
}
