//! The states of a ticket.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::core::text::WordList;

/// For whom a waiting ticket waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WaitingOn {
    /// For the customer's answer.
    Customer,
    /// For the maker of a product.
    Vendor,
    /// For somebody else.
    ThirdParty,
}

impl WordList for WaitingOn {
    const ALL: &'static [WaitingOn] = &[
        WaitingOn::Customer,
        WaitingOn::Vendor,
        WaitingOn::ThirdParty,
    ];

    fn word(self) -> &'static str {
        match self {
            WaitingOn::Customer => "customer",
            WaitingOn::Vendor => "vendor",
            WaitingOn::ThirdParty => "third-party",
        }
    }
}

/// How a ticket was closed. Only `Done` meets an open resolution; the others cancel what is
/// undecided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClosedAs {
    /// It was solved.
    Done,
    /// The customer wants it no more.
    Withdrawn,
    /// Another ticket has it.
    Duplicate,
    /// It was nobody's request.
    Spam,
}

impl WordList for ClosedAs {
    const ALL: &'static [ClosedAs] = &[
        ClosedAs::Done,
        ClosedAs::Withdrawn,
        ClosedAs::Duplicate,
        ClosedAs::Spam,
    ];

    fn word(self) -> &'static str {
        match self {
            ClosedAs::Done => "done",
            ClosedAs::Withdrawn => "withdrawn",
            ClosedAs::Duplicate => "duplicate",
            ClosedAs::Spam => "spam",
        }
    }
}

/// Where a ticket stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// The desk has the next move.
    Open,
    /// The customer has it.
    WaitingCustomer,
    /// The maker of a product has it.
    WaitingVendor,
    /// Somebody else has it.
    WaitingThirdParty,
    /// Solved, unless the customer says otherwise.
    Resolved,
    /// Done with.
    Closed,
    /// Another ticket took it in.
    Merged,
    /// It never was a ticket: a refused request that was kept, or an opening taken back.
    Void,
}

impl State {
    /// All of them, in the order of a ticket's life.
    pub const ALL: [State; 8] = [
        State::Open,
        State::WaitingCustomer,
        State::WaitingVendor,
        State::WaitingThirdParty,
        State::Resolved,
        State::Closed,
        State::Merged,
        State::Void,
    ];

    /// The word that people and files use.
    pub fn word(self) -> &'static str {
        match self {
            State::Open => "open",
            State::WaitingCustomer => "waiting-customer",
            State::WaitingVendor => "waiting-vendor",
            State::WaitingThirdParty => "waiting-third-party",
            State::Resolved => "resolved",
            State::Closed => "closed",
            State::Merged => "merged",
            State::Void => "void",
        }
    }

    /// The state of that word.
    pub fn of_word(word: &str) -> Option<State> {
        State::ALL.into_iter().find(|s| s.word() == word)
    }

    /// Not done yet: open or waiting.
    pub fn is_active(self) -> bool {
        self == State::Open || self.is_waiting()
    }

    /// Waiting for somebody.
    pub fn is_waiting(self) -> bool {
        matches!(
            self,
            State::WaitingCustomer | State::WaitingVendor | State::WaitingThirdParty
        )
    }

    /// Nothing more is expected to happen: closed, merged or void.
    pub fn is_final(self) -> bool {
        matches!(self, State::Closed | State::Merged | State::Void)
    }
}

impl From<WaitingOn> for State {
    fn from(on: WaitingOn) -> State {
        match on {
            WaitingOn::Customer => State::WaitingCustomer,
            WaitingOn::Vendor => State::WaitingVendor,
            WaitingOn::ThirdParty => State::WaitingThirdParty,
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}
