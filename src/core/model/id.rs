//! Ids: small, permanent, never reused. Each thing has its own type, so that a customer's id can
//! never stand where a contract's is meant.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

ids! {
    /// A ticket's number, as people type it.
    TicketNo,
    /// A customer. People type its key; 0 is the desk itself (its stream in the record).
    CustomerId,
    /// A contract, as people type it.
    ContractId,
    /// A contact. People type the e-mail address.
    ContactId,
    /// One fact in the record; the order of knowing.
    EventId,
    /// What one command wrote; people type it as `e48123`.
    EntryId,
}

impl CustomerId {
    /// The desk's own stream.
    pub const DESK: CustomerId = CustomerId(0);
}
