//! Ticket history from elsewhere: rows of a log → the facts they tell of.
//!
//! A [`Mapping`] says which column is what and what its words mean; [`RowReader`] reads rows by it;
//! [`acts`] turns one ticket's rows into the acts that lead from each state to the next. A log of
//! another shape needs another mapping and no code.

mod acts;
mod amount;
mod columns;
mod fault;
mod mapping;
mod month_names;
mod row;
mod standing;
mod survey;
mod theirs;
mod times;

pub use acts::{ImportedAct, Opening, TicketBefore, acts, opening};
pub use amount::AmountUnit;
pub use fault::{BadRow, ColumnFault, MappingFault, RowFault, RowRemark};
pub use mapping::{LogStatus, Mapping, MappingError, Skip, translated};
pub use month_names::MonthNames;
pub use row::{LogRow, RowPart, RowReader};
pub use standing::renewed;
pub use survey::{FileSurvey, FittingForm, SurveyedColumn};
pub use theirs::{ClockDifference, OurClock, TheirClock, difference};
pub use times::{FORMATS, ReadTime, TimeForm, TimeFormats, TimeReader};
