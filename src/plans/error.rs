//! Why a plan could not be found, read or agreed. The messages are complete; `failure` adds the
//! exit code.

use super::diagnostic::{Diagnostic, any_of};
use super::hint::Hint;

/// Why a plan could not be found, read or agreed.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum PlanError {
    /// Nothing of that name.
    #[error("no {what} `{typed}`")]
    Unknown {
        /// `plan`, `vendor`, `region`.
        what: &'static str,
        /// The word as typed.
        typed: String,
        /// The plan most likely meant.
        nearest: Option<String>,
        /// What there is.
        known: Vec<String>,
    },
    /// A name that several plans have.
    #[error("`{typed}` can be {}", any_of(candidates))]
    Ambiguous {
        /// The word as typed.
        typed: String,
        /// The plans that it may mean.
        candidates: Vec<String>,
    },
    /// A term that cannot be agreed so.
    #[error("{message}")]
    Term {
        /// The path of `--set`.
        path: String,
        /// What is wrong, in full.
        message: String,
        /// What was expected there.
        expected: Option<String>,
        /// What would be right.
        hint: Option<Hint>,
    },
    /// A file with mistakes.
    #[error("the plan file {name} has {}", count(found))]
    Bad {
        /// The file.
        name: String,
        /// All that is wrong with it.
        found: Vec<Diagnostic>,
    },
    /// A file that is not there.
    #[error("no file `{name}`")]
    NoFile {
        /// The file.
        name: String,
    },
    /// A file or folder that cannot be read.
    #[error("cannot read {name}: {cause}")]
    Unreadable {
        /// The file.
        name: String,
        /// What the system says.
        cause: String,
    },
}

impl PlanError {
    /// The next step, at most two.
    pub fn hints(&self) -> Vec<Hint> {
        match self {
            PlanError::Unknown { nearest, known, .. } => match (nearest, known.as_slice()) {
                (Some(near), _) => vec![Hint::Meant(near.clone())],
                (None, []) => Vec::new(),
                (None, known) => vec![format!("there {}", there_is(known)).into()],
            },
            PlanError::Ambiguous { candidates, .. } => {
                let first = candidates.first();
                first
                    .map(|name| vec![format!("write `{name}`").into()])
                    .unwrap_or_default()
            }
            PlanError::Term { hint, expected, .. } => {
                let expected = expected
                    .as_ref()
                    .map(|words| format!("expected {words}").into());
                hint.iter().cloned().chain(expected).take(2).collect()
            }
            PlanError::Bad { name, .. } => {
                vec![format!("`sladesk plan check {name}` shows them").into()]
            }
            PlanError::NoFile { .. } | PlanError::Unreadable { .. } => Vec::new(),
        }
    }
}

fn there_is(known: &[String]) -> String {
    let names = known
        .iter()
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>();
    let verb = if names.len() == 1 { "is" } else { "are" };
    format!("{verb} {}", names.join(", "))
}

fn count(found: &[Diagnostic]) -> String {
    let errors = found
        .iter()
        .filter(|f| f.severity == super::Severity::Error)
        .count();
    match errors {
        1 => "a mistake".to_owned(),
        n => format!("{n} mistakes"),
    }
}
