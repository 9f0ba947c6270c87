//! Of the way a request comes in.

use crate::core::entitlement::ChannelCode as C;
use crate::wording::{Phrase, Spoken, said};

pub(super) fn phrase(code: &C) -> Phrase {
    match code {
        C::NoTickets { plan } => said::found_no_tickets(plan),
        C::ChannelsNotPromised => said::found_channels_not_promised(),
        C::ChannelsToBeAgreed { channels } => said::found_to_be_agreed(Spoken::all(channels)),
        C::NoChannel => said::found_no_channel(),
        C::ChannelsIncluded { channels } => said::found_included(Spoken::all(channels)),
        C::SelfService { channel, title } => said::found_self_service(channel, title),
        C::ChannelNotIncluded { channel, plan } => said::found_not_included(plan, channel),
        C::ChannelNotPromised { channel } => said::found_channel_not_promised(channel),
        C::ChannelIncluded { channel } => said::found_is_included(channel),
        C::NoSuchChannel { channel, plan } => said::found_no_such_channel(channel, plan),
        C::ChannelsNotNamed => said::found_channels_not_named(),
        C::Recommended { priority, channels } => {
            said::found_recommended(Spoken::any_of(channels), priority)
        }
    }
}
