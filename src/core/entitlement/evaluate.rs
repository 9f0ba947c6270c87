//! Runs every rule and reports them all, not the first that fails.

use super::AllowanceUnit;
use super::finding::{Finding, Forgiven, Rule, Verdict};
use super::request::{Request, RequestContext};
use super::rules::{self, allowance_for};
use crate::core::model::{Ruled, Ruling};
use crate::core::terms::Terms;

/// What all the rules say of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// Each rule that had something to say.
    pub findings: Vec<Finding>,
    /// The allowance of which opening the ticket uses a case.
    pub allowance: Option<String>,
}

/// Judges a request by the terms of a contract; without terms, by there being none.
pub fn evaluate(
    terms: Option<&Terms>,
    situation: &RequestContext,
    request: &Request,
) -> Evaluation {
    let mut findings = vec![rules::contract(terms, situation)];
    if let Some(terms) = terms {
        findings.push(rules::contact(terms, situation, request));
        findings.push(rules::channel(terms, situation, request));
        findings.push(rules::topic(terms, situation, request));
        findings.extend(rules::component(terms, situation, request));
        findings.extend(rules::version(terms, situation, request));
        findings.extend(rules::language(terms, request));
        findings.push(rules::qualification(terms, situation, request));
        findings.push(rules::named(terms, request));
        findings.push(rules::priority(terms, situation, request));
        findings.extend(rules::allowances(terms, situation, request));
        findings.extend(rules::advice(terms, request));
    }
    let used = terms.and_then(|terms| allowance_for(terms, AllowanceUnit::Cases, request.topic));
    Evaluation {
        findings,
        allowance: used.map(|allowance| allowance.id.clone()),
    }
}

impl Evaluation {
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

    /// What is kept of the judgement: all that was found against the request, and the people whom
    /// it speaks of, apart.
    pub fn rulings(&self, overridden: &[Rule]) -> (Vec<Ruling>, Vec<String>) {
        let against = self
            .findings
            .iter()
            .filter(|finding| finding.verdict != Verdict::Allowed);
        let mut people: Vec<String> = Vec::new();
        let mut place = |person: &String| {
            let known = people.iter().position(|other| other == person);
            known.unwrap_or_else(|| {
                people.push(person.clone());
                people.len() - 1
            })
        };
        let ruling = |finding: &Finding| Ruling {
            rule: finding.rule.word().to_owned(),
            ruled: match finding.verdict {
                Verdict::Refused if overridden.contains(&finding.rule) => Ruled::Forgiven,
                Verdict::Refused => Ruled::Refused,
                Verdict::Allowed | Verdict::Remark => Ruled::Remark,
            },
            found: finding.code.coded(),
            people: finding.people.iter().map(&mut place).collect(),
            clause: finding.clause.clone(),
        };
        let rulings = against.map(ruling).collect();
        (rulings, people)
    }
}
