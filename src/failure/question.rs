//! Questions that must be answered before a command can be carried out.
//!
//! A command never asks. It fails with the question; whoever stands at the terminal is asked, and
//! the command runs again with the answer as if it had been typed. Elsewhere it is an error.

use super::Failure;

/// What to ask, and what the answer would have been on the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Question {
    /// Yes stands for `--yes`.
    Confirm(String),
    /// The answer stands for the value of a flag, or for the next word.
    Word {
        asks: String,
        /// What it is, in words.
        about: String,
        flag: Option<String>,
        /// What stands before the answer in the flag's value: `contacts=`.
        before: String,
        /// All that it can be, where that is known.
        choices: Vec<String>,
        /// What the desk knows that it could be: `mine`, `who`.
        knows: Option<String>,
    },
}

impl Question {
    /// What it asks for.
    pub(crate) fn asks(&self) -> &str {
        match self {
            Question::Confirm(what) => what,
            Question::Word { asks, .. } => asks,
        }
    }
}

impl Failure {
    /// Something that is not done without a yes: "close would change 212 tickets".
    pub(crate) fn unconfirmed(what: impl Into<String>) -> Failure {
        let what = what.into();
        let mut failure = Failure::usage(format!("{what} and nobody can be asked here"))
            .kind("unconfirmed")
            .hint("add `--yes`, or `--dry-run` to see which");
        failure.inner.question = Some(Question::Confirm(what));
        failure
    }

    /// A word that is needed and was not given: "`open` needs a priority", for `--priority`, one
    /// of these (as far as they are known).
    pub(crate) fn missing(message: impl Into<String>, flag: &str, choices: Vec<String>) -> Failure {
        let hint = match choices.as_slice() {
            [] => format!("add `{flag}`"),
            _ => format!("add `{flag}`: {}", choices.join(", ")),
        };
        let name = flag.trim_start_matches('-');
        let mut failure = Failure::usage(message).kind("missing").hint(hint);
        failure.inner.question = Some(Question::Word {
            asks: name.replace('-', " "),
            about: String::new(),
            flag: Some(flag.to_owned()),
            before: String::new(),
            choices,
            knows: Some(name.replace('-', "_")),
        });
        failure
    }

    /// What is asked for, or why, for whoever is asked.
    pub(crate) fn about(mut self, told: impl Into<String>) -> Failure {
        if let Some(Question::Word { about, .. }) = &mut self.inner.question {
            *about = told.into();
        }
        self
    }

    /// A failure that the answer to a question could mend.
    pub(crate) fn asking(mut self, question: Question) -> Failure {
        self.inner.question = Some(question);
        self
    }

    /// What to ask, if the answer could mend it.
    pub(crate) fn question(&self) -> Option<&Question> {
        self.inner.question.as_ref()
    }
}

#[cfg(test)]
mod examples {
    #[test]
    fn example_1() {
        use crate::failure::{Failure, FailureView};
        assert_eq!(
            Failure::unconfirmed("close would change 212 tickets").drawn(FailureView::PLAIN),
            "error: close would change 212 tickets and nobody can be asked here\n\
     hint: add `--yes`, or `--dry-run` to see which\n",
        );
    }

    #[test]
    fn example_2() {
        use crate::failure::{Failure, FailureView};
        let choices = vec!["p1".to_owned(), "p2".to_owned()];
        assert_eq!(
            Failure::missing("`open` needs a priority", "--priority", choices)
                .drawn(FailureView::PLAIN),
            "error: `open` needs a priority\nhint: add `--priority`: p1, p2\n",
        );
    }
}
