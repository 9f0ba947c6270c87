//! What is found of what a request is about.

use serde::{Deserialize, Serialize};

/// Whether what it is about is included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", content = "parameters", rename_all = "kebab-case")]
pub enum TopicCode {
    /// The plan limits none.
    TopicsNotLimited,
    /// None was named; they are to be agreed.
    TopicsToBeAgreed {
        /// Out of these.
        topics: Vec<String>,
    },
    /// None was named, and none is included.
    NoTopic,
    /// None was named: what there is.
    TopicsIncluded {
        /// The topics.
        topics: Vec<String>,
    },
    /// The plan has no such word.
    NoSuchTopic {
        /// The word.
        topic: String,
        /// The plan.
        plan: String,
    },
    /// Topics were left open.
    TopicNotPromised {
        /// The topic.
        topic: String,
    },
    /// It is included.
    TopicIncluded {
        /// The topic.
        topic: String,
    },
    /// The plan says that it is not included unless a contract adds it.
    TopicExcluded {
        /// The topic.
        topic: String,
    },
    /// It is of the vendor's, not of the plan.
    TopicNotIncluded {
        /// The topic.
        topic: String,
        /// The plan.
        plan: String,
    },
}
