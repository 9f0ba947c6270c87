//! The kinds of findings, each with its code and how grave it is.

use crate::plans::diagnostic::Severity::{self, Error, Note, Warning};

/// Every code and how grave it is. Warnings and notes can be silenced in the file
/// with `allow = ["code"]`.
pub const CODES: &[(&str, Severity)] = &[
    ("syntax", Error),
    ("not-text", Error),
    ("too-large", Error),
    ("too-many", Error),
    ("unknown-key", Error),
    ("wrong-type", Error),
    ("bad-value", Error),
    ("bad-name", Error),
    ("reserved", Error),
    ("unknown-name", Error),
    ("unknown-zone", Error),
    ("unknown-code", Error),
    ("missing-key", Error),
    ("one-of", Error),
    ("twice", Error),
    ("circle", Error),
    ("not-stricter", Error),
    ("contradiction", Warning),
    ("no-target", Warning),
    ("slower", Warning),
    ("zero", Warning),
    ("priority-order", Warning),
    ("resolution-first", Warning),
    ("longer-than-a-week", Warning),
    ("matrix-gap", Warning),
    ("matrix-order", Warning),
    ("in-no-plan", Warning),
    ("unused", Warning),
    ("unreachable-priority", Warning),
    ("recommended-missing", Warning),
    ("no-way-in", Warning),
    ("kind-never-fits", Warning),
    ("plain-unreached", Warning),
    ("unknown-holidays", Warning),
    ("no-summer", Warning),
    ("case", Warning),
    ("business-days", Note),
    ("kinds-overlap", Note),
    ("allows-nothing", Note),
];

/// How grave a finding of that code is.
pub(super) fn severity(code: &str) -> Severity {
    let known = CODES.iter().find(|(known, _)| *known == code);
    known.map_or(Warning, |(_, severity)| *severity)
}
