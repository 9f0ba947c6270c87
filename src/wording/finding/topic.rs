//! Of what a request is about.

use crate::core::entitlement::TopicCode as C;
use crate::wording::{Phrase, Spoken, said};

pub(super) fn phrase(code: &C) -> Phrase {
    match code {
        C::TopicsNotLimited => said::found_topics_not_limited(),
        C::TopicsToBeAgreed { topics } => said::found_to_be_agreed(Spoken::all(topics)),
        C::NoTopic => said::found_no_topic(),
        C::TopicsIncluded { topics } => said::found_included(Spoken::all(topics)),
        C::NoSuchTopic { topic, plan } => said::found_no_such_topic(plan, topic),
        C::TopicNotPromised { topic } => said::found_topic_not_promised(topic),
        C::TopicIncluded { topic } => said::found_is_included(topic),
        C::TopicExcluded { topic } => said::found_topic_excluded(topic),
        C::TopicNotIncluded { topic, plan } => said::found_not_included(plan, topic),
    }
}
