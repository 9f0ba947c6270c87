//! Ticket history from elsewhere: rows of a log → the facts they tell of.
//!
//! A [`Mapping`] says which column is what and what its words mean; [`RowReader`] reads rows by it;
//! [`acts`] turns one ticket's rows into the acts that lead from each state to the next. A log of
//! another shape needs another mapping and no code.

mod acts;
mod fault;
mod mapping;
mod row;
mod times;

pub use acts::{ImportedAct, Opening, TicketBefore, acts, opening};
pub use fault::{BadRow, ColumnFault, MappingFault, RowFault, RowRemark};
pub use mapping::{LogStatus, Mapping, MappingError, Skip};
pub use row::{LogRow, RowReader};
pub use times::{TimeForm, TimeFormats};
