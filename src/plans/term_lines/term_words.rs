//! What is said of a term before it has a language: codes of messages, and typed values. Wording
//! says it in every language; a plan file and scripts have one form of it, which is here.

use chrono::NaiveDate;

use crate::core::calendar::{Hours, Week};
use crate::core::text::capital;
use crate::core::time::Span;
use crate::plans::scalar;
use crate::plans::shape::Vocabulary;

/// What is left to the contract, as a plan file says it.
pub(super) const OPEN: &str = "open";

/// `1 case`, `5 cases`.
pub(super) fn counted(number: i64, one: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        n => format!("{n} {one}s"),
    }
}

/// What is said of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TermWords {
    /// As the plan writes it: a title, a name, a sentence of its own.
    Text(String),
    /// A word of the plan by its id: pages call it by its title, and the usual milestones by a word
    /// that every language has.
    Named(TermNoun, String),
    /// A word of a closed list of plan files: `waiting-customer`.
    Word(String),
    /// An amount, as the plan writes it.
    Figure(String),
    /// How many there are of something.
    Count(i64),
    /// How long a promise may take.
    Span(Span),
    /// Work, in seconds.
    Work(i64),
    /// A length of months.
    Months(u32),
    /// A length of days.
    Days(u32),
    /// Hours of a week.
    Week(Week),
    /// A day with hours of its own.
    Day(NaiveDate, Hours),
    /// Several, put together in one way.
    Several(Together, Vec<TermWords>),
    /// It begins a line: its first letter is a capital one.
    Capital(Box<TermWords>),
    /// A message.
    Message(TermMessage),
    /// What a plan file writes in another way than people say it.
    Instead {
        /// As a plan file writes it.
        written: String,
        /// As people say it.
        said: Box<TermWords>,
    },
}

/// What a word of a plan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermNoun {
    /// What is promised.
    Milestone,
    /// How urgent a ticket is.
    Priority,
    /// A way to reach the desk.
    Channel,
    /// What a ticket is about.
    Topic,
    /// Hours that have a name.
    Calendar,
    /// What is counted.
    Allowance,
    /// What a contact must be.
    Qualification,
    /// On what ground nothing is promised.
    Exclusion,
    /// What the desk does.
    Act,
    /// Tickets to which something of their own is promised.
    Kind,
    /// Where the product runs.
    Environment,
    /// Part of the product.
    Component,
}

impl TermNoun {
    /// Of the words of that vocabulary; none: they stand as the plan writes them.
    pub(super) fn of(vocabulary: Vocabulary) -> Option<TermNoun> {
        match vocabulary {
            Vocabulary::Milestones => Some(TermNoun::Milestone),
            Vocabulary::Priorities => Some(TermNoun::Priority),
            Vocabulary::Channels => Some(TermNoun::Channel),
            Vocabulary::Topics => Some(TermNoun::Topic),
            Vocabulary::Calendars => Some(TermNoun::Calendar),
            Vocabulary::Allowances => Some(TermNoun::Allowance),
            Vocabulary::Qualifications => Some(TermNoun::Qualification),
            Vocabulary::Exclusions => Some(TermNoun::Exclusion),
            Vocabulary::Acts => Some(TermNoun::Act),
            Vocabulary::Kinds => Some(TermNoun::Kind),
            Vocabulary::Environments => Some(TermNoun::Environment),
            Vocabulary::Components => Some(TermNoun::Component),
            _ => None,
        }
    }
}

/// How several sayings stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Together {
    /// `a b`
    Directly,
    /// `a, b`
    List,
    /// `a; b`
    Apart,
    /// All of them: `a and b`
    All,
    /// One of them: `a or b`
    Any,
}

impl Together {
    fn between(self) -> &'static str {
        match self {
            Together::Directly => " ",
            Together::List => ", ",
            Together::Apart => "; ",
            Together::All => " and ",
            Together::Any => " or ",
        }
    }
}

/// A message: its code, by which wording finds it, and the values that it is said with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermMessage {
    /// `milestone-met-by`
    pub code: String,
    /// As a plan file and scripts have it; `{is}` is the value of that name.
    pub written: String,
    /// The values.
    pub values: Vec<(&'static str, TermWords)>,
}

impl TermWords {
    /// As a plan file and scripts have it.
    pub fn written(&self) -> String {
        match self {
            TermWords::Text(text)
            | TermWords::Named(_, text)
            | TermWords::Word(text)
            | TermWords::Figure(text) => text.clone(),
            TermWords::Count(number) => number.to_string(),
            TermWords::Span(span) => span.to_string(),
            TermWords::Work(seconds) => Span::Time(*seconds).to_string(),
            TermWords::Months(months) => scalar::months_in_words(*months),
            TermWords::Days(days) => counted(i64::from(*days), "day"),
            TermWords::Week(week) if week.is_around_the_clock() => "around-the-clock".to_owned(),
            TermWords::Week(week) => week.to_string(),
            TermWords::Day(day, hours) => format!("{day} {hours}"),
            TermWords::Several(together, all) => {
                let all: Vec<String> = all.iter().map(TermWords::written).collect();
                all.join(together.between())
            }
            TermWords::Capital(said) => capital(&said.written()),
            TermWords::Message(message) => message.written(),
            TermWords::Instead { written, .. } => written.clone(),
        }
    }

    /// The first of several; itself where it is one.
    pub fn first(&self) -> &TermWords {
        match self {
            TermWords::Several(_, all) => all.first().unwrap_or(self),
            one => one,
        }
    }

    /// A message that takes no values.
    pub(in crate::plans) fn message(code: impl Into<String>, written: &str) -> TermWords {
        TermWords::with(code, written, Vec::new())
    }

    /// A message with one value.
    pub(in crate::plans) fn of(code: impl Into<String>, written: &str, is: TermWords) -> TermWords {
        TermWords::with(code, written, vec![("is", is)])
    }

    /// A message with these values.
    pub(in crate::plans) fn with(
        code: impl Into<String>,
        written: &str,
        values: Vec<(&'static str, TermWords)>,
    ) -> TermWords {
        TermWords::Message(TermMessage {
            code: code.into(),
            written: written.to_owned(),
            values,
        })
    }

    /// A word of the plan.
    pub(in crate::plans) fn named(noun: TermNoun, id: impl Into<String>) -> TermWords {
        TermWords::Named(noun, id.into())
    }

    /// What people say of it, where a plan file writes something else.
    pub(super) fn instead_of(written: impl Into<String>, said: TermWords) -> TermWords {
        TermWords::Instead {
            written: written.into(),
            said: Box::new(said),
        }
    }

    /// What is left to the contract, and out of what.
    pub(super) fn open(out_of: Option<TermWords>) -> TermWords {
        match out_of {
            None => TermWords::instead_of(
                OPEN,
                TermWords::message("open", "not promised until agreed"),
            ),
            Some(choices) => TermWords::instead_of(
                choices.written(),
                TermWords::of("open-to", "not promised until agreed: {is}", choices),
            ),
        }
    }

    /// What was to be chosen out of these.
    pub(super) fn one_of(choices: Vec<TermWords>) -> TermWords {
        let choices = TermWords::Several(Together::List, choices);
        TermWords::of("one-of", "one of {is}", choices)
    }

    /// A milestone as its own lines begin.
    pub(super) fn milestone(id: &str, title: Option<&str>) -> TermWords {
        let said = match title.filter(|title| *title != id) {
            Some(title) => TermWords::Text(title.to_owned()),
            None => TermWords::named(TermNoun::Milestone, id),
        };
        TermWords::Capital(Box::new(said))
    }

    /// Whether nothing is said.
    pub(super) fn is_empty(&self) -> bool {
        self.written().is_empty()
    }
}

impl TermMessage {
    /// What stands in a value stays as it is, braces and all.
    fn written(&self) -> String {
        let mut written = String::new();
        let mut rest = self.written.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            written.push_str(before);
            let named = after.split_once('}').and_then(|(name, after)| {
                let value = self.values.iter().find(|(known, _)| *known == name);
                value.map(|(_, value)| (value, after))
            });
            rest = match named {
                Some((value, after)) => {
                    written.push_str(&value.written());
                    after
                }
                None => {
                    written.push('{');
                    after
                }
            };
        }
        written + rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_no_place_for_another() {
        let text = |text: &str| TermWords::Text(text.to_owned());
        let values = vec![("says", text("{is} {a} {")), ("is", text("4 h"))];
        let said = TermWords::with("target-says-counted", "{says}, counted as {is}", values);
        assert_eq!(said.written(), "{is} {a} {, counted as 4 h");
    }
}
