//! What is found of the way a request comes in.

use serde::{Deserialize, Serialize};

/// Whether the way it comes in is included and takes tickets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", content = "parameters", rename_all = "kebab-case")]
pub enum ChannelCode {
    /// The plan takes no tickets at all.
    NoTickets {
        /// The plan.
        plan: String,
    },
    /// None was named, and which are included was left open.
    ChannelsNotPromised,
    /// None was named; they are to be agreed.
    ChannelsToBeAgreed {
        /// Out of these.
        channels: Vec<String>,
    },
    /// None was named, and the plan names none.
    NoChannel,
    /// None was named: what there is.
    ChannelsIncluded {
        /// The channels that take tickets.
        channels: Vec<String>,
    },
    /// No ticket is opened through it.
    SelfService {
        /// The channel.
        channel: String,
        /// Its title.
        title: String,
    },
    /// It is of the vendor's, not of the plan.
    ChannelNotIncluded {
        /// The channel.
        channel: String,
        /// The plan.
        plan: String,
    },
    /// Channels were left open.
    ChannelNotPromised {
        /// The channel.
        channel: String,
    },
    /// It is included.
    ChannelIncluded {
        /// The channel.
        channel: String,
    },
    /// The plan has no such word.
    NoSuchChannel {
        /// The word.
        channel: String,
        /// The plan.
        plan: String,
    },
    /// The plan names no channel: nothing is said against any.
    ChannelsNotNamed,
    /// Nothing else comes through it.
    ChannelOnlyFor {
        /// The channel.
        channel: String,
        /// What does.
        words: Vec<String>,
    },
    /// That does not come through it.
    ChannelNeverFor {
        /// The channel.
        channel: String,
        /// What of the request does not.
        words: Vec<String>,
    },
    /// It is included, and nobody serves it then.
    ChannelClosed {
        /// The channel.
        channel: String,
    },
    /// None was named: which are served then, and which are not.
    ChannelsNow {
        /// Those that take tickets and are served, or of which the plan does not say when.
        open: Vec<String>,
        /// Those that take tickets and are not served.
        closed: Vec<String>,
    },
    /// What the plan recommends for a priority.
    Recommended {
        /// The priority.
        priority: String,
        /// What is recommended, of that which takes tickets.
        channels: Vec<String>,
    },
}
