//! What the record is about: ids, the facts that can be recorded, a ticket's states.

mod event;
mod fact;
mod id;
mod state;

pub use event::{Event, EventText, Ruled, Ruling, Stream, undone_entries};
pub use fact::*;
pub use id::{ContactId, ContractId, CustomerId, EntryId, EventId, TicketNo};
pub use state::{ClosedAs, State, WaitingOn};
