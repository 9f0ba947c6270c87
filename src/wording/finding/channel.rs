//! Of the way a request comes in.

use super::super::list::{either, listed};
use crate::core::entitlement::ChannelCode as C;

pub(super) fn says(code: &C) -> String {
    match code {
        C::NoTickets { plan } => format!("{plan} takes no tickets"),
        C::ChannelsNotPromised => "which channels are included is not promised".to_owned(),
        C::ChannelsToBeAgreed { channels } => {
            format!("not promised: to be agreed out of {}", listed(channels))
        }
        C::NoChannel => "no channel is named".to_owned(),
        C::ChannelsIncluded { channels } => format!("included: {}", listed(channels)),
        C::SelfService { channel, title } => {
            format!("no ticket is opened through {channel}: {title} is self-service")
        }
        C::ChannelNotIncluded { channel, plan } => format!("{channel} is not included in {plan}"),
        C::ChannelNotPromised { channel } => {
            format!("{channel} is not promised: channels were left open")
        }
        C::ChannelIncluded { channel } => format!("{channel} is included"),
        C::NoSuchChannel { channel, plan } => format!("{plan} has no channel {channel}"),
        C::ChannelsNotNamed => "the plan names no channel".to_owned(),
        C::Recommended { priority, channels } => {
            format!("for {priority}, {} is recommended", either(channels))
        }
    }
}
