//! What is wrong with a plan file, or odd about it: plain data, and one way to draw it with the
//! line that it stands in.

use super::excerpt::{MarkedLine, drawn};
use super::hint::{Hint, WordContext};
use super::place::Place;
use crate::core::text::shortened;

/// Whether a file can be used all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It cannot.
    Error,
    /// It can; somebody should look.
    Warning,
    /// Worth knowing, nothing to mend: the source contradicts itself, a term is left to contracts.
    Note,
}

impl Severity {
    /// The word that people see.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// One finding about a plan file.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// Whether the file can be used all the same.
    pub severity: Severity,
    /// What kind of finding it is; a warning or a note is silenced by it.
    pub code: &'static str,
    /// What is wrong: lower case, values in backticks, no full stop.
    pub message: String,
    /// Where it stands; absent where a whole file is missing or cannot be read.
    pub place: Option<Place>,
    /// What is said under the place.
    pub label: String,
    /// What would have been right there.
    pub expected: Vec<String>,
    /// The next step.
    pub hint: Option<Hint>,
    /// Where the source says it.
    pub clause: Option<String>,
    /// The plan that it is about; absent when it is about the file.
    pub plan: Option<String>,
    /// The key in the file: `plans.premium.targets.response`; empty for the file as a whole.
    pub path: String,
    /// What is odd about kinds of tickets, in place of a message.
    pub kinds: Option<KindFault>,
}

/// What is odd about the targets of tickets of a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KindFault {
    /// A ticket can be of several kinds, of which the first in the order of kinds holds.
    Overlaps {
        /// The kind that comes later.
        kind: String,
        /// Those that come before it.
        before: Vec<String>,
    },
    /// No ticket can be of the kind.
    NeverFits {
        /// Which one.
        kind: String,
        /// The support lines or versions that there are, where it names others.
        known: Vec<String>,
    },
    /// Whatever is of the kind is of one that comes before it.
    Shadowed {
        /// Which one.
        kind: String,
        /// The one that comes before it.
        by: String,
    },
    /// Every ticket of a priority is of some kind, so that the plain target holds for none.
    PlainUnreached {
        /// Of which milestone.
        milestone: String,
        /// At which priority.
        priority: String,
        /// By which kinds.
        kinds: Vec<String>,
    },
}

impl Diagnostic {
    /// A finding with nothing but its message.
    pub fn new(severity: Severity, code: &'static str, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            severity,
            code,
            message: shortened(&message.into()).into_owned(),
            place: None,
            label: String::new(),
            expected: Vec::new(),
            hint: None,
            clause: None,
            plan: None,
            path: String::new(),
            kinds: None,
        }
    }

    /// An error at a place.
    pub fn error(code: &'static str, place: &Place, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(Severity::Error, code, message).at(place)
    }

    /// The same at a place.
    pub fn at(mut self, place: &Place) -> Diagnostic {
        self.place = Some(place.clone());
        self
    }

    /// The same with a word under the place.
    pub fn label(mut self, label: impl Into<String>) -> Diagnostic {
        self.label = label.into();
        self
    }

    /// The same with what was expected, said under the place too.
    pub fn expected(mut self, expected: Vec<String>) -> Diagnostic {
        self.label = format!("expected {}", any_of(&expected));
        self.expected = expected;
        self
    }

    /// The same with a next step.
    pub fn hint(mut self, hint: impl Into<Hint>) -> Diagnostic {
        self.hint = Some(hint.into());
        self
    }

    /// The same with the nearest name that is valid, when there is one.
    pub fn nearest(mut self, nearest: Option<&str>) -> Diagnostic {
        self.hint = nearest
            .map(|name| Hint::Meant(name.to_owned()))
            .or(self.hint);
        self
    }

    /// The same of a word that stands where it cannot be read.
    pub(super) fn written(mut self, at: WordContext, word: &str) -> Diagnostic {
        self.hint = Some(Hint::Written {
            at,
            word: word.to_owned(),
            instead: self.hint.map(Box::new),
        });
        self
    }

    /// The same, said of one plan.
    pub fn of_plan(mut self, plan: &str) -> Diagnostic {
        self.plan = Some(plan.to_owned());
        self
    }

    /// The same, said of a key of the file.
    pub fn key(mut self, path: impl Into<String>) -> Diagnostic {
        self.path = path.into();
        self
    }

    /// The same with the clause of the source.
    pub fn clause(mut self, clause: Option<&str>) -> Diagnostic {
        self.clause = clause.map(str::to_owned);
        self
    }

    /// The line that it is about.
    pub(crate) fn marked_line(&self) -> Option<MarkedLine> {
        let place = self.place.as_ref()?;
        let (start, line) = place.line_text();
        let range = place.range();
        let inside = range.start - start..range.end - start;
        let line = MarkedLine::in_line(place.file(), place.line(), line, &inside);
        Some(MarkedLine {
            label: self.label.clone(),
            ..line
        })
    }

    /// The whole finding as text, without colour, ending in a line break; `hint` is its hint in
    /// words.
    ///
    /// ```
    /// use sladesk::plans::{Diagnostic, Severity};
    /// let finding = Diagnostic::new(Severity::Error, "unreadable", "cannot read `a.toml`");
    /// assert_eq!(finding.draw(None), "error: cannot read `a.toml`\n");
    /// ```
    pub fn draw(&self, hint: Option<&str>) -> String {
        let line = self.marked_line();
        drawn(
            self.severity.word(),
            &self.message,
            line.as_ref(),
            hint,
            usize::MAX,
        )
    }
}

/// `a, b or c`.
pub(super) fn any_of(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} or {last}", all.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::plans::place::SourceText;

    fn words(list: &[&str]) -> Vec<String> {
        list.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn a_finding_is_drawn_with_its_line_and_a_hint() {
        let text = format!("{}pausedby = [\"waiting-customer\"]\n", "\n".repeat(22));
        let source = Arc::new(SourceText::new("plans/acme.toml", text));
        let place = Place::new(&source, 22..30);
        let finding = Diagnostic::error(
            "unknown-key",
            &place,
            "unknown key `pausedby` in [milestones.resolution]",
        )
        .expected(words(&["starts", "met-by", "paused-by", "clause", "note"]))
        .nearest(Some("paused-by"));
        assert_eq!(
            finding.draw(Some("did you mean `paused-by`?")),
            "\
error: unknown key `pausedby` in [milestones.resolution]
  --> plans/acme.toml:23:1
   |
23 | pausedby = [\"waiting-customer\"]
   | ^^^^^^^^ expected starts, met-by, paused-by, clause or note
   |
hint: did you mean `paused-by`?
"
        );
    }

    #[test]
    fn a_place_at_the_end_or_in_an_endless_line_is_drawn_too() {
        let long = format!("x = [{}", "1, ".repeat(100_000));
        let source = Arc::new(SourceText::new("a.toml", long));
        let end = source.text().len();
        for at in [0, 5, 150_000, end] {
            let drawn =
                Diagnostic::error("syntax", &Place::new(&source, at..end), "no end").draw(None);
            assert!(drawn.len() < 2_000, "{drawn}");
            assert!(drawn.contains('^'), "{drawn}");
        }
    }
}
