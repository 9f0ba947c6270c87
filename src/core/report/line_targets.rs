//! The targets of one line of a report, each with the kind of tickets that has it.

use crate::core::time::Span;

/// How long something may take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineTarget {
    /// The kind of tickets; none: every ticket.
    pub kind: Option<String>,
    /// As people write it: `4h`.
    pub within: String,
}

/// Those of a line, each once: first that of every ticket, then those of kinds, the shortest first.
///
/// ```
/// use sladesk::core::report::LineTargets;
/// let mut targets = LineTargets::default();
/// targets.add(Some("calls"), "10m");
/// targets.add(None, "4h");
/// targets.add(Some("chat"), "4h");
/// assert_eq!(targets.written(), ["10m", "4h"]);
/// assert_eq!(targets.iter().next().map(|first| first.kind.as_deref()), Some(None));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineTargets(Vec<LineTarget>);

impl LineTargets {
    /// With this one, if it is none of them yet.
    pub fn add(&mut self, kind: Option<&str>, within: &str) {
        let known = |of: &LineTarget| of.kind.as_deref() == kind && of.within == within;
        if self.0.iter().any(known) {
            return;
        }
        self.0.push(LineTarget {
            kind: kind.map(str::to_owned),
            within: within.to_owned(),
        });
        self.0
            .sort_by_cached_key(|of| (of.kind.is_some(), length(&of.within), of.kind.clone()));
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &LineTarget> {
        self.0.iter()
    }

    /// Whether nothing is promised.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As they are written, whichever kind has them: each once, the shortest first.
    pub fn written(&self) -> Vec<&str> {
        let mut written: Vec<&str> = self.iter().map(|of| of.within.as_str()).collect();
        written.sort_by_cached_key(|within| length(within));
        written.dedup();
        written
    }
}

/// Orders targets: hours by their length, then days by theirs.
fn length(target: &str) -> (u8, i64, String) {
    let (kind, amount) = match target.parse() {
        Ok(Span::Time(seconds)) => (0, seconds),
        Ok(Span::EndOfBusinessDay) => (1, 0),
        Ok(Span::EndOfNextBusinessDay) => (1, 1),
        Ok(Span::BusinessDays(days)) => (2, i64::from(days)),
        Ok(Span::CalendarDays(days)) => (3, i64::from(days)),
        Ok(Span::CalendarMonths(months)) => (4, i64::from(months)),
        Err(_) => (5, 0),
    };
    (kind, amount, target.to_owned())
}
