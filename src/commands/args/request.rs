//! What a request asks for: the same words for `may`, which only asks, and `open`.

use clap::Args;

use crate::core::entitlement::{Purpose, Request};

/// What a ticket may name.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[group(skip)]
pub(crate) struct Named {
    /// The environment concerned
    #[arg(long, value_name = "E")]
    pub(crate) environment: Option<String>,
    /// The component concerned
    #[arg(long, value_name = "K")]
    pub(crate) component: Option<String>,
    /// The version of the product
    #[arg(long, value_name = "V")]
    pub(crate) version: Option<String>,
}

/// What a request asks for.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[group(skip)]
pub(crate) struct RequestArgs {
    /// How urgent it is, in the plan's words
    #[arg(short, long, value_name = "P")]
    pub(crate) priority: Option<String>,
    /// How the customer got in touch
    #[arg(short, long, value_name = "CHANNEL")]
    pub(crate) channel: Option<String>,
    /// What it is about
    #[arg(short, long, value_name = "TOPIC")]
    pub(crate) topic: Option<String>,
    /// The person, where WHO is a customer
    #[arg(long, value_name = "PERSON")]
    pub(crate) contact: Option<String>,
    /// The contract, where more than one is in force
    #[arg(long, value_name = "C")]
    pub(crate) contract: Option<String>,
    #[command(flatten)]
    pub(crate) named: Named,
}

impl RequestArgs {
    /// The request as the rules are asked, by whoever has that address.
    pub(crate) fn request<'a>(&'a self, purpose: Purpose, contact: Option<&'a str>) -> Request<'a> {
        Request {
            purpose,
            contact,
            channel: self.channel.as_deref(),
            topic: self.topic.as_deref(),
            priority: self.priority.as_deref(),
            environment: self.named.environment.as_deref(),
            component: self.named.component.as_deref(),
            version: self.named.version.as_deref(),
        }
    }
}
