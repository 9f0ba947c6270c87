//! Why a command could not do what was asked, in words for the person who asked.
//!
//! All rooms below have error types of their own, which say what is wrong in their own terms.
//! Here they become one shape: an `error:` line (lower case, no full stop, values in backticks, the
//! clause in brackets), facts, and at most two hints, each with the next command where there is
//! one. The same failure is drawn for people and as JSON for scripts.

mod code;
mod drawn;
mod exit;
mod from;
mod no_such;
mod noun;
mod question;

use std::fmt;
use std::path::{Path, PathBuf};

pub(crate) use code::{FailureCode, NearContact, SavedFilterFault, SoughtAs, StateChange};
pub(crate) use drawn::{ColorMode, FailureView};
pub(crate) use exit::Exit;
pub(crate) use noun::Noun;
pub(crate) use question::Question;

use crate::plans::MarkedLine;

/// Where in a file something is wrong. Lines and columns count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FilePlace {
    pub file: PathBuf,
    pub line: Option<usize>,
    pub column: Option<usize>,
}

/// A command that could not do what was asked.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Failure {
    // Boxed, so that every `Result` which may hold a failure stays small.
    inner: Box<Inner>,
}

#[derive(Clone, Debug, PartialEq)]
struct Inner {
    exit: Exit,
    kind: &'static str,
    message: String,
    /// What the message is to be made of, until it is.
    code: Option<FailureCode>,
    clause: Option<String>,
    place: Option<FilePlace>,
    line: Option<MarkedLine>,
    facts: Vec<String>,
    causes: Vec<String>,
    hints: Vec<String>,
    also: Vec<Failure>,
    question: Option<Question>,
}

/// More than this many hints are no help any more.
const HINTS: usize = 2;

impl Failure {
    /// A failure that ends the process with that code.
    pub(crate) fn new(exit: Exit, message: impl Into<String>) -> Failure {
        Failure {
            inner: Box::new(Inner {
                exit,
                kind: exit.word(),
                message: message.into(),
                code: None,
                clause: None,
                place: None,
                line: None,
                facts: Vec::new(),
                causes: Vec::new(),
                hints: Vec::new(),
                also: Vec::new(),
                question: None,
            }),
        }
    }

    /// A failure whose message is made of a code.
    pub(crate) fn coded(exit: Exit, code: FailureCode) -> Failure {
        let mut failure = Failure::new(exit, "");
        failure.inner.code = Some(code);
        failure
    }

    /// The code that its message is to be made of.
    pub(crate) fn code(&self) -> Option<&FailureCode> {
        self.inner.code.as_ref()
    }

    /// With its message, made of its code.
    pub(crate) fn worded(mut self, message: String) -> Failure {
        self.inner.message = message;
        self.inner.code = None;
        self
    }

    /// The same, of a word that stands in a file: the file is to be mended, not what was typed.
    pub(crate) fn in_file(mut self) -> Failure {
        if matches!(
            self.inner.exit,
            Exit::Usage | Exit::NotFound | Exit::NotPossible
        ) {
            self.inner.exit = Exit::BadFile;
        }
        self
    }

    /// The same with these steps before the others, as long as there is room.
    pub(crate) fn first_hints(mut self, hints: Vec<String>) -> Failure {
        let later = std::mem::replace(&mut self.inner.hints, hints);
        self.inner.hints.extend(later);
        self.inner.hints.truncate(HINTS);
        self
    }

    /// The same with this step in place of the others: they were of another command.
    pub(crate) fn only_hint(mut self, hint: impl Into<String>) -> Failure {
        self.inner.hints = vec![hint.into()];
        self
    }

    /// The same, with each of those that are told with it changed.
    pub(crate) fn each_also(mut self, change: impl Fn(Failure) -> Failure) -> Failure {
        let also = std::mem::take(&mut self.inner.also);
        self.inner.also = also.into_iter().map(change).collect();
        self
    }

    /// A bug, or a system call that failed (exit 1).
    pub(crate) fn unexpected(message: impl Into<String>) -> Failure {
        Failure::new(Exit::Unexpected, message)
    }

    /// What was typed cannot be understood (exit 2).
    pub(crate) fn usage(message: impl Into<String>) -> Failure {
        Failure::new(Exit::Usage, message)
    }

    /// The contract says no (exit 3).
    pub(crate) fn refused(message: impl Into<String>) -> Failure {
        Failure::new(Exit::Refused, message)
    }

    /// No such thing was named (exit 4).
    pub(crate) fn not_found(message: impl Into<String>) -> Failure {
        Failure::new(Exit::NotFound, message)
    }

    /// Not possible as things stand (exit 5).
    pub(crate) fn not_possible(message: impl Into<String>) -> Failure {
        Failure::new(Exit::NotPossible, message)
    }

    /// The desk's file is missing, foreign, newer, damaged or busy (exit 6).
    pub(crate) fn desk_file(message: impl Into<String>) -> Failure {
        Failure::new(Exit::DeskFile, message)
    }

    /// A bad plan, import or configuration file (exit 7).
    pub(crate) fn bad_file(message: impl Into<String>) -> Failure {
        Failure::new(Exit::BadFile, message)
    }

    /// A more exact word for what happened than its exit code has; scripts read it.
    pub(crate) fn kind(mut self, kind: &'static str) -> Failure {
        self.inner.kind = kind;
        self
    }

    /// The clause it follows from; stands in brackets behind the message.
    pub(crate) fn clause(mut self, clause: impl Into<String>) -> Failure {
        self.inner.clause = Some(clause.into());
        self
    }

    /// Where in a file.
    pub(crate) fn place(mut self, place: FilePlace) -> Failure {
        self.inner.place = Some(place);
        self
    }

    /// The line of a file that is meant, which is also its place.
    pub(crate) fn marked(mut self, line: MarkedLine) -> Failure {
        self.inner.place = Some(FilePlace {
            file: PathBuf::from(&line.file),
            line: Some(line.line),
            column: Some(line.column),
        });
        self.inner.line = Some(line);
        self
    }

    /// What one needs to know to understand it.
    pub(crate) fn fact(mut self, fact: impl Into<String>) -> Failure {
        self.inner.facts.push(fact.into());
        self
    }

    /// What to do now. The first two count.
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Failure {
        if self.inner.hints.len() < HINTS {
            self.inner.hints.push(hint.into());
        }
        self
    }

    /// [`Failure::hint`], when there is one.
    pub(crate) fn hint_if(self, hint: Option<impl Into<String>>) -> Failure {
        match hint {
            Some(hint) => self.hint(hint),
            None => self,
        }
    }

    /// The hint that names the nearest valid word, when one is near.
    pub(crate) fn meant(self, nearest: Option<&str>) -> Failure {
        self.hint_if(nearest.map(|word| format!("did you mean `{word}`?")))
    }

    /// Another failure of the same command; all are shown, the first gives the exit code.
    pub(crate) fn and(mut self, other: Failure) -> Failure {
        self.inner.also.push(other);
        self
    }

    /// A system call on `path` failed while `doing` ("read", "write").
    ///
    /// What people can mend (no such file, no permission, no space) is theirs and not a bug.
    pub(crate) fn io(doing: &str, path: &Path, error: &std::io::Error) -> Failure {
        use std::io::ErrorKind as K;
        let message = format!("cannot {doing} {}: {}", path.display(), io_words(error));
        match error.kind() {
            K::NotFound => Failure::not_found(message),
            K::PermissionDenied | K::IsADirectory | K::NotADirectory | K::AlreadyExists => {
                Failure::not_possible(message)
            }
            _ => Failure::unexpected(message).because(error),
        }
    }

    /// What an unexpected failure came from, and what that came from: for whoever has to look
    /// closer, below the message for the person who typed.
    fn because(mut self, cause: &(dyn std::error::Error + 'static)) -> Failure {
        self.inner.causes = anyhow::Chain::new(cause).map(ToString::to_string).collect();
        self.inner.causes.dedup();
        self
    }

    /// Whether it is of that kind.
    pub(crate) fn is(&self, kind: &str) -> bool {
        self.inner.kind == kind
    }

    /// With which code the process ends.
    pub(crate) fn exit(&self) -> Exit {
        self.inner.exit
    }

    /// The `error:` line without its label and clause.
    pub(crate) fn message(&self) -> &str {
        &self.inner.message
    }
}

/// What a failed system call says, as our messages are written.
fn io_words(error: &std::io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(chars).collect()
    })
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.inner.message)
    }
}

impl std::error::Error for Failure {}

#[cfg(test)]
mod examples {
    #[test]
    fn example_1() {
        use crate::failure::{Exit, Failure, FailureView};
        let failure = Failure::not_found("no plan `acme/gold`")
            .fact("acme has silver and bronze")
            .hint("did you mean `acme/silver`?");
        assert_eq!(failure.exit(), Exit::NotFound);
        assert_eq!(
            failure.drawn(FailureView::PLAIN),
            "error: no plan `acme/gold`\n  acme has silver and bronze\nhint: did you mean `acme/silver`?\n",
        );
    }

    #[test]
    fn example_2() {
        use crate::failure::{Failure, FailureView};
        let failure = Failure::usage("no unit `hors`").meant(Some("hours"));
        assert!(
            failure
                .drawn(FailureView::PLAIN)
                .ends_with("hint: did you mean `hours`?\n")
        );
    }
}
