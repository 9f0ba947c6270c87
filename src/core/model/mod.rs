//! What the record is about: instants, ids, the facts that can be recorded, a ticket's states.

mod event;
mod fact;
mod id;
mod instant;
mod state;

pub use event::{Event, Prose, Ruled, Ruling, Stream, undone_entries};
pub use fact::*;
pub use id::{ContactId, ContractId, CustomerId, EntryId, EventId, TicketNo};
pub use instant::Instant;
pub use state::{ClosedAs, State, WaitingOn};
