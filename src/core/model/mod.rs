//! What the record is about: ids, the facts that can be recorded, a ticket's states.

mod allowance_unit;
mod coded;
mod erased;
mod event;
mod fact;
mod fact_kinds;
mod fact_part;
mod fact_values;
mod field;
mod id;
mod imports;
mod opening;
mod reference;
mod ruling;
mod state;
mod words;

pub use allowance_unit::AllowanceUnit;
pub use coded::Coded;
pub use event::{Event, EventText, Stream, undoing, undone_entries, written_elsewhere};
pub use fact::*;
pub use fact_part::{AbsorbedLimit, Qualified, Side, WorkPart};
pub use field::{FIELDS, FieldType, FilterKind, ListColumn, Loads, SetBy, TicketField};
pub use id::{ContactId, ContractId, CustomerId, EntryId, EventId, TicketNo};
pub use imports::Imports;
pub use reference::Renumbering;
pub use ruling::{Ruled, Ruling};
pub use state::{ClosedAs, State, WaitingOn};
pub use words::{TicketWord, TicketWords};
