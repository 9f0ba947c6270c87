//! Of the way a request comes in.

use crate::core::entitlement::ChannelCode as C;
use crate::wording::{Phrase, Spoken, said};

pub(super) fn phrase(code: &C) -> Phrase {
    match code {
        C::NoTickets { plan } => said::found_no_tickets(Spoken::plan(plan)),
        C::ChannelsNotPromised => said::found_channels_not_promised(),
        C::ChannelsToBeAgreed { channels } => said::found_to_be_agreed(channels_of(channels)),
        C::NoChannel => said::found_no_channel(),
        C::ChannelsIncluded { channels } => said::found_included(channels_of(channels)),
        C::SelfService { channel, title } => {
            said::found_self_service(Spoken::channel(channel), title)
        }
        C::ChannelNotIncluded { channel, plan } => {
            said::found_not_included(Spoken::plan(plan), Spoken::channel(channel))
        }
        C::ChannelNotPromised { channel } => {
            said::found_channel_not_promised(Spoken::channel(channel))
        }
        C::ChannelIncluded { channel } => said::found_is_included(Spoken::channel(channel)),
        C::NoSuchChannel { channel, plan } => {
            said::found_no_such_channel(channel, Spoken::plan(plan))
        }
        C::ChannelsNotNamed => said::found_channels_not_named(),
        C::ChannelOnlyFor { channel, words } => {
            said::found_channel_only_for(Spoken::channel(channel), Spoken::all(words))
        }
        C::ChannelNeverFor { channel, words } => {
            said::found_channel_never_for(Spoken::channel(channel), Spoken::any_of(words))
        }
        C::ChannelClosed { channel } => said::found_channel_closed(Spoken::channel(channel)),
        C::ChannelsNow { open, closed } => match (open.as_slice(), closed.as_slice()) {
            (_, []) => said::found_channels_open(channels_of(open)),
            ([], _) => said::found_channels_closed(channels_of(closed)),
            _ => said::found_channels_now(channels_of(closed), channels_of(open)),
        },
        C::Recommended { priority, channels } => {
            let channels = Spoken::AnyOf(Spoken::each(Spoken::channel, channels));
            said::found_recommended(channels, Spoken::priority(priority))
        }
    }
}

/// Channels of which all are meant.
fn channels_of(ids: &[String]) -> Spoken {
    Spoken::All(Spoken::each(Spoken::channel, ids))
}
