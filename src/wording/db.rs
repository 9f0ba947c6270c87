//! Sentences about the desk's file: backups, restoring, redacting, and who else can reach it.

use super::list::{listed, verb};
use crate::core::model::EventId;

/// A desk that was made.
pub(crate) fn new_desk(path: &str, zone: &str) -> String {
    format!("a new desk at {path}, in {zone}")
}

/// A file of this version's schema.
pub(crate) fn newest_schema(path: &str, schema: i64) -> String {
    format!("{path} has schema {schema}, the newest; there is nothing to do")
}

/// A file that was brought to this version's schema.
pub(crate) fn upgraded(path: &str, from: i64, backup: &str, seal: &str) -> String {
    format!("{path} had schema {from} and has the newest now; {backup} is what it was: {seal}")
}

/// A backup that was made, with its seal.
pub(crate) fn backed_up(to: &str, seal: &str) -> String {
    format!("backed up to {to}: {seal}")
}

/// A log of another file that lay where a file was put.
pub(crate) fn log_put_aside(log: &str) -> String {
    format!("a log of another file lay there; it is {log} now")
}

/// A file that may not outlive a power cut.
pub(crate) fn unsure(fault: &str) -> String {
    format!("a power cut might take it back: {fault}")
}

/// A file that everybody on the machine may read.
pub(crate) fn everybody_may_read(path: &str) -> String {
    format!("everybody on this machine may read {path}: `chmod o= {path}`")
}

/// A file that lies on a network file system.
pub(crate) fn on_a_network(kind: &str) -> String {
    format!("it lies on a network file system: {kind}")
}

/// What a restore did, or would do.
pub(crate) fn restored(to: &str, from: &str, seal: &str, for_real: bool) -> String {
    match for_real {
        true => format!("{to} is restored from {from}: {seal}"),
        false => format!("would restore {to} from {from}: {seal}"),
    }
}

/// There is no backup.
pub(crate) fn no_backup(path: &str) -> String {
    format!("no backup at {path}")
}

/// A backup that is damaged, and what tells more.
pub(crate) fn damaged_backup(path: &str) -> (String, String) {
    (
        format!("{path} is no backup to go back to: its record is damaged"),
        format!("`sladesk --db {path} db check` tells what is wrong with it"),
    )
}

/// What a restore gives up: a desk with its events, or a file that is none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct GivenUp<'p> {
    pub path: &'p str,
    /// None: it is no desk.
    pub events: Option<i64>,
}

impl GivenUp<'_> {
    fn said(self) -> String {
        match self.events {
            Some(events) => format!("the desk at {} with its {events} events", self.path),
            None => format!("the file at {}", self.path),
        }
    }
}

/// There is a file already, and what gives it up.
pub(crate) fn is_there(given_up: GivenUp<'_>) -> (String, String) {
    (
        format!("{} is there already", given_up.path),
        format!("`--force` gives up {}", given_up.said()),
    )
}

/// What is asked before it is given up.
pub(crate) fn would_give_up(given_up: GivenUp<'_>) -> String {
    format!("restore would give up {}", given_up.said())
}

/// A redaction wants a reason.
pub(crate) const NEEDS_A_REASON: &str = "`db redact` needs a reason";

/// What is asked before something is taken out; `people`: those who are taken out with it.
pub(crate) fn would_take_out(events: usize, people: &[String]) -> String {
    let what = format!(
        "redact would take out for good what stands in {}",
        counted(events)
    );
    match people {
        [] => what,
        people => {
            let is = verb(people, "is", "are");
            format!("{what}, and with it who {} {is}", listed(people))
        }
    }
}

/// It was taken out before.
pub(crate) fn taken_out_before(events: usize) -> String {
    format!("{} was taken out before", counted(events))
}

/// What a redaction did, or would do.
pub(crate) fn redacted(events: usize, for_real: bool) -> String {
    let done = if for_real { "redacted" } else { "would redact" };
    format!("{done} {}", counted(events))
}

/// Words of somebody whose address is taken out; no page about the address will find them.
pub(crate) fn words_left(events: &[EventId]) -> String {
    let numbers: Vec<String> = events.iter().map(ToString::to_string).collect();
    format!(
        "words by or about whom it was are left in {}, and nothing will tell whose: \
         `sladesk db redact {} -m WHY` takes them out",
        counted(events.len()),
        numbers.join(" ")
    )
}

/// What a redaction cannot reach.
pub(crate) const BACKUPS_HOLD_IT: &str = "backups made before still hold it";

/// Why a text is in the file's log still.
pub(crate) const SOMEBODY_READS: &str = "somebody has been reading the desk all the while";

/// A text that is in the file still, with why.
pub(crate) fn still_in_file(why: &str) -> String {
    format!("not done: the text is still in the file or its log: {why}")
}

/// What takes it out of there.
pub(crate) const AGAIN_WHEN_NOBODY_READS: &str =
    "the same command again, when nobody reads, takes it out of them";

/// An event from which nothing can be taken out.
pub(crate) fn nothing_written(event: EventId) -> String {
    format!("event {event} holds nothing that people wrote, or nothing any more")
}

/// There is no such event; the newest.
pub(crate) fn no_event(event: EventId, newest: EventId) -> String {
    format!("no event {event}; the newest is {newest}")
}

/// How a seal is written.
pub(crate) const A_SEAL: &str = "a seal looks like `e51877-9f3a41c2`; `sladesk db seal` prints one";

fn counted(events: usize) -> String {
    match events {
        1 => "1 event".to_owned(),
        n => format!("{n} events"),
    }
}
