//! What a rule finds of a request.

use serde::{Deserialize, Serialize};

use super::code::{FindingCode, SeatCount};
use super::remedy::Remedy;
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
    /// The part of the product is covered.
    Component,
    /// The version of the product is supported.
    Version,
    /// The language is one of the plan's: never more than a remark.
    Language,
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
    pub const ALL: [Rule; 13] = [
        Rule::Contract,
        Rule::Contact,
        Rule::Channel,
        Rule::Topic,
        Rule::Component,
        Rule::Version,
        Rule::Language,
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
            Rule::Component => "component",
            Rule::Version => "version",
            Rule::Language => "language",
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
            Rule::Contract | Rule::Topic | Rule::Component | Rule::Allowance | Rule::Hours => {
                Forgiven::AsCourtesy
            }
            Rule::Contact
            | Rule::Channel
            | Rule::Version
            | Rule::Language
            | Rule::Qualification
            | Rule::Named
            | Rule::Advice => Forgiven::WithClocks,
            Rule::Priority => Forgiven::Never,
        }
    }
}

/// How a rule, or all of them, decide; the worse the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Nothing stands against it.
    Allowed,
    /// Allowed, with something to be known.
    Remark,
    /// Something stands against it.
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

/// What one rule finds. Sentences are made of it elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which rule.
    pub rule: Rule,
    /// How it decides.
    pub verdict: Verdict,
    /// What it found.
    pub code: FindingCode,
    /// The addresses of whom it speaks, where the code is about people.
    pub people: Vec<String>,
    /// Where the source says it.
    pub clause: Option<String>,
    /// What to know besides: who is authorised, who is qualified.
    pub facts: Vec<FindingFact>,
    /// What would be allowed instead, or how to make it so.
    pub remedies: Vec<Remedy>,
}

/// What to know besides a refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingFact {
    /// Who may ask.
    MayAsk {
        /// How many seats there are.
        seats: SeatCount,
        /// Their addresses, in the order in which they took a seat.
        people: Vec<String>,
    },
    /// Who holds what a topic is reserved for.
    Qualified {
        /// The id of what is held.
        qualification: String,
        /// Their addresses.
        people: Vec<String>,
    },
}

impl Finding {
    fn new(rule: Rule, verdict: Verdict, code: impl Into<FindingCode>) -> Finding {
        Finding {
            rule,
            verdict,
            code: code.into(),
            people: Vec::new(),
            clause: None,
            facts: Vec::new(),
            remedies: Vec::new(),
        }
    }

    pub(super) fn allowed(rule: Rule, code: impl Into<FindingCode>) -> Finding {
        Finding::new(rule, Verdict::Allowed, code)
    }

    pub(super) fn remark(rule: Rule, code: impl Into<FindingCode>) -> Finding {
        Finding::new(rule, Verdict::Remark, code)
    }

    pub(super) fn refused(rule: Rule, code: impl Into<FindingCode>) -> Finding {
        Finding::new(rule, Verdict::Refused, code)
    }

    /// With whom it speaks of.
    pub(super) fn of(mut self, people: impl IntoIterator<Item = impl Into<String>>) -> Finding {
        self.people.extend(people.into_iter().map(Into::into));
        self
    }

    /// With the clause of the thing itself, else of what stands around it.
    pub(super) fn clause(mut self, terms: &Terms, own: Option<&Source>, key: &str) -> Finding {
        self.clause = clause(terms, own, key);
        self
    }

    pub(super) fn fact(mut self, fact: FindingFact) -> Finding {
        self.facts.push(fact);
        self
    }

    pub(super) fn remedy(mut self, remedy: impl Into<Option<Remedy>>) -> Finding {
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
