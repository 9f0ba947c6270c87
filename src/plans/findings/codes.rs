//! The kinds of findings, each with its code and what it means.

use crate::plans::diagnostic::Severity::{self, Error, Note, Warning};

/// Every code, how grave it is, and what it means. Warnings and notes can be silenced in the file
/// with `allow = ["code"]`.
pub const CODES: &[(&str, Severity, &str)] = &[
    ("syntax", Error, "the file is no TOML"),
    ("not-text", Error, "the file is no UTF-8 text"),
    (
        "too-large",
        Error,
        "the file is larger than a plan file can be",
    ),
    ("too-many", Error, "more entries than a plan file can have"),
    ("unknown-key", Error, "a key that the schema does not know"),
    (
        "wrong-type",
        Error,
        "a value of another kind than the key takes",
    ),
    ("bad-value", Error, "a value that cannot be read"),
    (
        "bad-name",
        Error,
        "a name with other letters than names have",
    ),
    ("reserved", Error, "a name that means something else"),
    (
        "unknown-name",
        Error,
        "a word that the file does not define",
    ),
    ("unknown-zone", Error, "a zone that nobody knows"),
    (
        "unknown-code",
        Error,
        "`allow` with a code that no finding has, or with that of an error",
    ),
    ("missing-key", Error, "something that must be said is not"),
    ("one-of", Error, "two keys of which only one may stand"),
    ("twice", Error, "the same word twice"),
    ("circle", Error, "a calendar that is one of itself"),
    (
        "not-stricter",
        Error,
        "of two figures of the source the looser one holds",
    ),
    ("contradiction", Warning, "the source contradicts itself"),
    (
        "no-target",
        Warning,
        "a priority without a target: a blank deadline can never be breached",
    ),
    (
        "slower",
        Warning,
        "a dearer plan is slower than a cheaper one",
    ),
    ("zero", Warning, "nobody may ask, or no time is left"),
    (
        "priority-order",
        Warning,
        "a less urgent priority is answered sooner than a more urgent one",
    ),
    (
        "resolution-first",
        Warning,
        "a resolution is due before the response",
    ),
    (
        "longer-than-a-week",
        Warning,
        "a target is longer than a week's hours hold",
    ),
    (
        "matrix-gap",
        Warning,
        "an impact and an urgency to which the matrix gives no priority",
    ),
    (
        "matrix-order",
        Warning,
        "a worse impact or urgency gives a less urgent priority",
    ),
    ("in-no-plan", Warning, "a word that no plan includes"),
    ("unused", Warning, "a calendar or word that nothing uses"),
    (
        "unreachable-priority",
        Warning,
        "a priority that no ticket can have, or none can be opened with",
    ),
    (
        "recommended-missing",
        Warning,
        "a priority recommends a channel that a plan lacks",
    ),
    (
        "no-way-in",
        Warning,
        "targets in a plan that takes no tickets",
    ),
    (
        "unknown-holidays",
        Warning,
        "a holiday set that is not built in",
    ),
    (
        "no-summer",
        Warning,
        "a zone that knows no summer time, where the land of that name does",
    ),
    ("case", Warning, "a case that cannot be run"),
    (
        "business-days",
        Note,
        "a plan around the clock counts business days",
    ),
    (
        "allows-nothing",
        Note,
        "`allow` silences nothing where it stands",
    ),
];

/// How grave a finding of that code is.
pub(super) fn severity(code: &str) -> Severity {
    let known = CODES.iter().find(|(known, _, _)| *known == code);
    known.map_or(Warning, |(_, severity, _)| *severity)
}
