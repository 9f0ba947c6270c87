//! Of what a request is about.

use super::super::list::listed;
use crate::core::entitlement::TopicCode as C;

pub(super) fn says(code: &C) -> String {
    match code {
        C::TopicsNotLimited => "topics are not limited".to_owned(),
        C::TopicsToBeAgreed { topics } => {
            format!("not promised: to be agreed out of {}", listed(topics))
        }
        C::NoTopic => "no topic is included".to_owned(),
        C::TopicsIncluded { topics } => format!("included: {}", listed(topics)),
        C::NoSuchTopic { topic, plan } => format!("{plan} has no topic {topic}"),
        C::TopicNotPromised { topic } => format!("{topic} is not promised: topics were left open"),
        C::TopicIncluded { topic } => format!("{topic} is included"),
        C::TopicExcluded { topic } => format!("{topic} is excluded unless the contract adds it"),
        C::TopicNotIncluded { topic, plan } => format!("{topic} is not included in {plan}"),
    }
}
