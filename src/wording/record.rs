//! What is said of a record that goes out as lines, or comes in.

use crate::store::LineFault;

/// Why a line is not taken.
pub(crate) fn fault(fault: &LineFault) -> String {
    match fault {
        LineFault::NoLine(error) => format!("it is no line of a record: {error}"),
        LineFault::OutOfOrder => "it does not belong here".to_owned(),
        LineFault::Newer(theirs, ours) => format!(
            "the record is of version {theirs}, and this program reads up to version {ours}"
        ),
        LineFault::Content(hash) => format!("the content {hash} is not what its hash says"),
        LineFault::Chain(event) => {
            format!("event {event} does not follow from those before it: something was changed")
        }
        LineFault::End => "the end is not that of these lines: something is missing".to_owned(),
        LineFault::Flawed(says) => format!("these lines make no whole record: {says}"),
        LineFault::CutOff => "the record stops before its end: the file was cut off".to_owned(),
    }
}

/// `line 3 of desk.jsonl: ...`.
pub(crate) fn on_line(file: &str, line: usize, says: &str) -> String {
    format!("line {line} of {file}: {says}")
}

/// `desk.jsonl: ...`.
pub(crate) fn in_file(file: &str, says: &str) -> String {
    format!("{file}: {says}")
}

/// What is done, or would be.
pub(crate) fn verb(dry: bool) -> &'static str {
    match dry {
        true => "would import",
        false => "imported",
    }
}

/// What came in, or would.
pub(crate) fn taken(verb: &str, events: i64, tickets: i64, seal: &str) -> String {
    format!("{verb} {events} events, {tickets} tickets; the seal is {seal}")
}

/// A desk that has something in it.
pub(crate) fn not_empty(path: &str) -> String {
    format!("{path} is a desk that something was written to: a record comes into an empty one")
}

/// Where it could go.
pub(crate) const ANOTHER_FILE: &str = "`--db FILE` names another file, which need not be there";
