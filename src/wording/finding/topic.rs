//! Of what a request is about.

use crate::core::entitlement::TopicCode as C;
use crate::wording::{Phrase, Spoken, said};

pub(super) fn phrase(code: &C) -> Phrase {
    match code {
        C::TopicsNotLimited => said::found_topics_not_limited(),
        C::TopicsToBeAgreed { topics } => said::found_to_be_agreed(topics_of(topics)),
        C::NoTopic => said::found_no_topic(),
        C::TopicsIncluded { topics } => said::found_included(topics_of(topics)),
        C::NoSuchTopic { topic, plan } => said::found_no_such_topic(Spoken::plan(plan), topic),
        C::TopicNotPromised { topic } => said::found_topic_not_promised(Spoken::topic(topic)),
        C::TopicIncluded { topic } => said::found_is_included(Spoken::topic(topic)),
        C::TopicExcluded { topic } => said::found_topic_excluded(Spoken::topic(topic)),
        C::TopicNotIncluded { topic, plan } => {
            said::found_not_included(Spoken::plan(plan), Spoken::topic(topic))
        }
    }
}

/// Topics of which all are meant.
fn topics_of(ids: &[String]) -> Spoken {
    Spoken::All(Spoken::each(Spoken::topic, ids))
}
