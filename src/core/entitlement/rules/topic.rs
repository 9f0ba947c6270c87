//! What a request is about must be included.

use super::super::code::TopicCode;
use super::super::finding::{Finding, Rule};
use super::super::remedy::Remedy;
use super::super::request::{Request, RequestContext};
use crate::core::terms::Terms;

pub(in super::super) fn topic(
    terms: &Terms,
    situation: &RequestContext,
    request: &Request,
) -> Finding {
    let included = terms.topics.iter().filter(|topic| topic.included);
    let included: Vec<String> = included.map(|topic| topic.id.clone()).collect();
    let Some(word) = request.topic else {
        let code = match (terms.topics.is_empty(), terms.topics_open) {
            (true, _) => TopicCode::TopicsNotLimited,
            (false, true) => TopicCode::TopicsToBeAgreed { topics: included },
            (false, false) if included.is_empty() => TopicCode::NoTopic,
            (false, false) => TopicCode::TopicsIncluded { topics: included },
        };
        return Finding::allowed(Rule::Topic, code).clause(terms, None, "topics");
    };
    let named = || word.to_owned();
    let Some(topic) = terms.topics.iter().find(|topic| topic.id == word) else {
        let finding = if terms.topics.is_empty() {
            Finding::allowed(Rule::Topic, TopicCode::TopicsNotLimited)
        } else {
            let code = TopicCode::NoSuchTopic {
                topic: named(),
                plan: terms.name(),
            };
            Finding::refused(Rule::Topic, code)
        };
        return finding.clause(terms, None, "topics");
    };
    let finding = match (topic.included, topic.excluded) {
        (true, _) if terms.topics_open => {
            Finding::remark(Rule::Topic, TopicCode::TopicNotPromised { topic: named() })
        }
        (true, _) => Finding::allowed(Rule::Topic, TopicCode::TopicIncluded { topic: named() }),
        (false, true) => Finding::refused(Rule::Topic, TopicCode::TopicExcluded { topic: named() })
            .remedy(amend(situation, word)),
        (false, false) => {
            let plans = situation.plans_where(|terms| {
                let same = terms.topics.iter().find(|topic| topic.id == word);
                !terms.topics_open && same.is_some_and(|topic| topic.included)
            });
            let code = TopicCode::TopicNotIncluded {
                topic: named(),
                plan: terms.name(),
            };
            Finding::refused(Rule::Topic, code).remedy(plans.map(Remedy::IncludedIn))
        }
    };
    finding.clause(terms, Some(&topic.source), "topics")
}

fn amend(situation: &RequestContext, topic: &str) -> Option<Remedy> {
    Some(Remedy::AddTopic {
        contract: situation.contract?.id,
        topic: topic.to_owned(),
    })
}
