//! Runs every rule and reports them all, not the first that fails.

use super::Unit;
use super::finding::{Finding, Forgiven, Rule, Verdict};
use super::request::{Request, Situation};
use super::rules::{self, allowance_for};
use crate::core::model::{Ruled, Ruling};
use crate::core::terms::Terms;

/// What all the rules say of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    pub findings: Vec<Finding>,
    /// The allowance of which opening the ticket uses a case.
    pub allowance: Option<String>,
}

/// Judges a request by the terms of a contract; without terms, by there being none.
pub fn judge(terms: Option<&Terms>, situation: &Situation, request: &Request) -> Judgement {
    let mut findings = vec![rules::contract(terms, situation)];
    if let Some(terms) = terms {
        findings.push(rules::contact(terms, situation, request));
        findings.push(rules::channel(terms, situation, request));
        findings.push(rules::topic(terms, situation, request));
        findings.push(rules::qualification(terms, situation, request));
        findings.push(rules::named(terms, request));
        findings.push(rules::priority(terms, request));
        findings.extend(rules::allowances(terms, situation, request));
        findings.extend(rules::advice(terms, request));
    }
    let used = terms.and_then(|terms| allowance_for(terms, Unit::Cases, request.topic));
    Judgement {
        findings,
        allowance: used.map(|allowance| allowance.id.clone()),
    }
}

/// A refusal as people are told it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub message: String,
    pub facts: Vec<String>,
    pub hints: Vec<String>,
}

impl Judgement {
    /// The worst that a rule says.
    pub fn verdict(&self) -> Verdict {
        let verdicts = self.findings.iter().map(|finding| finding.verdict);
        verdicts.max().unwrap_or(Verdict::Allowed)
    }

    /// The rules that refuse.
    pub fn refusals(&self) -> impl Iterator<Item = &Finding> {
        let refused = |finding: &&Finding| finding.verdict == Verdict::Refused;
        self.findings.iter().filter(refused)
    }

    /// The rules that refuse and are not among those forgiven.
    pub fn unforgiven(&self, overridden: &[Rule]) -> Vec<&Finding> {
        self.refusals()
            .filter(|finding| {
                finding.rule.forgiven() == Forgiven::Never || !overridden.contains(&finding.rule)
            })
            .collect()
    }

    /// Whether forgiving these makes the ticket a courtesy: only what refused is forgiven.
    pub fn is_courtesy(&self, overridden: &[Rule]) -> bool {
        self.refusals().any(|finding| {
            overridden.contains(&finding.rule) && finding.rule.forgiven() == Forgiven::AsCourtesy
        })
    }

    /// What is kept of the judgement: all that was said against the request.
    pub fn rulings(&self, overridden: &[Rule]) -> Vec<Ruling> {
        let against = self
            .findings
            .iter()
            .filter(|finding| finding.verdict != Verdict::Allowed);
        let ruling = |finding: &Finding| Ruling {
            rule: finding.rule.word().to_owned(),
            ruled: match finding.verdict {
                Verdict::Refused if overridden.contains(&finding.rule) => Ruled::Forgiven,
                Verdict::Refused => Ruled::Refused,
                Verdict::Allowed | Verdict::Remark => Ruled::Remark,
            },
            says: finding.says.clone(),
            clause: finding.clause.clone(),
        };
        against.map(ruling).collect()
    }

    /// How the refusal is told when a ticket was to be opened; none when nothing refuses but what
    /// is forgiven.
    pub fn refusal(&self, customer: &str, overridden: &[Rule]) -> Option<Refusal> {
        let refused = self.unforgiven(overridden);
        let (first, more) = refused.split_first()?;
        let mut facts: Vec<String> = more.iter().map(|other| other.with_clause()).collect();
        facts.extend(refused.iter().flat_map(|finding| finding.facts.clone()));
        // who may ask instead stands in the facts
        let told = refused
            .iter()
            .filter(|finding| finding.rule != Rule::Contact);
        let mut hints: Vec<String> = told
            .filter_map(|finding| finding.remedies.first().cloned())
            .take(1)
            .collect();
        hints.push(ways_round(&refused));
        Some(Refusal {
            message: format!("{customer} may not open this: {}", first.with_clause()),
            facts,
            hints,
        })
    }
}

fn ways_round(refused: &[&Finding]) -> String {
    let kept = "`--refuse` keeps the request as refused";
    if refused.iter().any(|f| f.rule.forgiven() == Forgiven::Never) {
        return kept.to_owned();
    }
    let mut rules: Vec<&str> = refused.iter().map(|finding| finding.rule.word()).collect();
    rules.dedup();
    let rules = rules.join(",");
    format!("{kept}, `--override {rules} -m WHY` opens it all the same")
}
