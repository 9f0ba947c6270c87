//! What a rule says of a request.

use serde::{Deserialize, Serialize};

use crate::core::terms::{Source, Terms};

/// The rules, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// A contract is in force at that moment.
    Contract,
    /// Who asks is authorised.
    Contact,
    /// The way it comes in is included and takes tickets.
    Channel,
    /// What it is about is included.
    Topic,
    /// Who asks holds what the topic is reserved for.
    Qualification,
    /// The ticket names what the plan asks for.
    Named,
    /// The priority exists and may be had for this environment and component.
    Priority,
    /// A case is left.
    Allowance,
    /// Hours are left.
    Hours,
    /// The channel is one that the plan recommends: never more than a remark.
    Advice,
}

/// What an override of a refusal does to the ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Forgiven {
    /// It is opened as a courtesy: no clocks.
    AsCourtesy,
    /// It is opened with its clocks.
    WithClocks,
    /// This is not the desk's to forgive: the request must say something else.
    Never,
}

impl Rule {
    /// All of them.
    pub const ALL: [Rule; 10] = [
        Rule::Contract,
        Rule::Contact,
        Rule::Channel,
        Rule::Topic,
        Rule::Qualification,
        Rule::Named,
        Rule::Priority,
        Rule::Allowance,
        Rule::Hours,
        Rule::Advice,
    ];

    /// The word that `--override` takes.
    pub fn word(self) -> &'static str {
        match self {
            Rule::Contract => "contract",
            Rule::Contact => "contact",
            Rule::Channel => "channel",
            Rule::Topic => "topic",
            Rule::Qualification => "qualification",
            Rule::Named => "named",
            Rule::Priority => "priority",
            Rule::Allowance => "allowance",
            Rule::Hours => "hours",
            Rule::Advice => "advice",
        }
    }

    /// The rule of that word.
    pub fn of_word(word: &str) -> Option<Rule> {
        Rule::ALL.into_iter().find(|rule| rule.word() == word)
    }

    /// What forgiving it does. What the customer has no right to is a courtesy; a slip in how or
    /// by whom it was asked leaves the promise whole; a priority that the contract rules out is
    /// no promise that a desk could give.
    pub fn forgiven(self) -> Forgiven {
        match self {
            Rule::Contract | Rule::Topic | Rule::Allowance | Rule::Hours => Forgiven::AsCourtesy,
            Rule::Contact | Rule::Channel | Rule::Qualification | Rule::Named | Rule::Advice => {
                Forgiven::WithClocks
            }
            Rule::Priority => Forgiven::Never,
        }
    }
}

/// How a rule, or all of them, decide; the worse the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    Allowed,
    /// Allowed, with something to be known.
    Remark,
    Refused,
}

impl Verdict {
    /// The word that people see.
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Allowed => "allowed",
            Verdict::Remark => "remark",
            Verdict::Refused => "refused",
        }
    }
}

/// What one rule says: a clause of a sentence, without the source's clause, which stands beside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub rule: Rule,
    pub verdict: Verdict,
    pub says: String,
    /// Where the source says it.
    pub clause: Option<String>,
    /// What to know besides: who is authorised, who is qualified.
    pub facts: Vec<String>,
    /// What would be allowed instead, or how to make it so.
    pub remedies: Vec<String>,
}

impl Finding {
    fn new(rule: Rule, verdict: Verdict, says: impl Into<String>) -> Finding {
        Finding {
            rule,
            verdict,
            says: says.into(),
            clause: None,
            facts: Vec::new(),
            remedies: Vec::new(),
        }
    }

    pub(super) fn allowed(rule: Rule, says: impl Into<String>) -> Finding {
        Finding::new(rule, Verdict::Allowed, says)
    }

    pub(super) fn remark(rule: Rule, says: impl Into<String>) -> Finding {
        Finding::new(rule, Verdict::Remark, says)
    }

    pub(super) fn refused(rule: Rule, says: impl Into<String>) -> Finding {
        Finding::new(rule, Verdict::Refused, says)
    }

    /// What it says, with its clause behind it.
    pub fn with_clause(&self) -> String {
        match &self.clause {
            Some(clause) => format!("{} ({clause})", self.says),
            None => self.says.clone(),
        }
    }

    /// With the clause of the thing itself, else of what stands around it.
    pub(super) fn clause(mut self, terms: &Terms, own: Option<&Source>, key: &str) -> Finding {
        self.clause = clause(terms, own, key);
        self
    }

    pub(super) fn fact(mut self, fact: impl Into<String>) -> Finding {
        self.facts.push(fact.into());
        self
    }

    pub(super) fn remedy(mut self, remedy: impl Into<Option<String>>) -> Finding {
        self.remedies.extend(remedy.into());
        self
    }
}

/// Where the source says a thing: its own clause, else that of the key it stands under. The clause
/// of the plan as a whole says nothing of what stands outside the plan.
pub(super) fn clause(terms: &Terms, own: Option<&Source>, key: &str) -> Option<String> {
    own.and_then(|source| source.clause.clone())
        .or_else(|| terms.sources.get(key)?.clause.clone())
}

/// Names as a sentence has them: `a`, `a and b`, `a, b and c`.
pub(super) fn listed<T: AsRef<str>>(names: &[T]) -> String {
    match names {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// Names as a choice: `a`, `a or b`, `a, b or c`.
pub(super) fn either<T: AsRef<str>>(names: &[T]) -> String {
    match names {
        [first @ .., last] if !first.is_empty() => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} or {}", first.join(", "), last.as_ref())
        }
        _ => listed(names),
    }
}
