//! What a request is about must be included.

use super::super::finding::{Finding, Rule, listed};
use super::super::request::{Request, Situation};
use crate::core::terms::Terms;

pub(in super::super) fn topic(terms: &Terms, situation: &Situation, request: &Request) -> Finding {
    let included = terms.topics.iter().filter(|topic| topic.included);
    let included: Vec<&str> = included.map(|topic| topic.id.as_str()).collect();
    let Some(word) = request.topic else {
        let says = match (terms.topics.is_empty(), terms.topics_open) {
            (true, _) => "topics are not limited".to_owned(),
            (false, true) => format!("not promised: to be agreed out of {}", listed(&included)),
            (false, false) if included.is_empty() => "no topic is included".to_owned(),
            (false, false) => format!("included: {}", listed(&included)),
        };
        return Finding::allowed(Rule::Topic, says).clause(terms, None, "topics");
    };
    let Some(topic) = terms.topics.iter().find(|topic| topic.id == word) else {
        let finding = if terms.topics.is_empty() {
            Finding::allowed(Rule::Topic, "topics are not limited")
        } else {
            Finding::refused(Rule::Topic, format!("{} has no topic {word}", terms.name()))
        };
        return finding.clause(terms, None, "topics");
    };
    let finding = match (topic.included, topic.excluded) {
        (true, _) if terms.topics_open => Finding::remark(
            Rule::Topic,
            format!("{word} is not promised: topics were left open"),
        ),
        (true, _) => Finding::allowed(Rule::Topic, format!("{word} is included")),
        (false, true) => {
            let says = format!("{word} is excluded unless the contract adds it");
            Finding::refused(Rule::Topic, says).remedy(amend(situation, word))
        }
        (false, false) => {
            let plans = situation.plans_where(|terms| {
                let same = terms.topics.iter().find(|topic| topic.id == word);
                !terms.topics_open && same.is_some_and(|topic| topic.included)
            });
            Finding::refused(
                Rule::Topic,
                format!("{word} is not included in {}", terms.name()),
            )
            .remedy(plans.map(|plans| plans.include_it()))
        }
    };
    finding.clause(terms, Some(&topic.source), "topics")
}

fn amend(situation: &Situation, topic: &str) -> Option<String> {
    let contract = situation.contract?.id.0;
    Some(format!(
        "`sladesk contract amend {contract} --start DAY --set topics+={topic}` adds it"
    ))
}
