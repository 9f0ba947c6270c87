//! Ticket history from elsewhere: rows of a log → the facts they tell of.
//!
//! A [`Mapping`] says which column is what and what its words mean; [`RowReader`] reads rows by it;
//! [`acts`] turns one ticket's rows into the acts that lead from each state to the next. A log of
//! another shape needs another mapping and no code. A [`PeopleMapping`] says the same of a table of
//! people.

mod acts;
mod amount;
mod cells;
mod columns;
mod date_names;
mod export_row;
mod fault;
mod file_header;
mod fitting_forms;
mod language_names;
mod log_row;
mod mapping;
mod people;
mod person_columns;
mod places;
mod row_reader;
mod standing;
mod survey;
mod theirs;
mod times;
mod words;

pub use acts::{ImportedAct, Opening, TicketBefore, acts, opening};
pub use amount::AmountUnit;
pub use columns::{ColumnKey, OneOrSeveral};
pub use date_names::DateNames;
pub use fault::{BadRow, ColumnFault, MappingFault, RowFault, RowRemark};
pub use fitting_forms::FittingForm;
pub use log_row::{LogRow, RowPart};
pub use mapping::{LogStatus, Mapping, MappingError, Skip};
pub use people::{DayFault, PeopleMapping};
pub use person_columns::PersonColumn;
pub use row_reader::RowReader;
pub use standing::renewed;
pub use survey::{FileSurvey, SurveyedColumn};
pub use theirs::{ClockDifference, OurClock, TheirClock, TheirState, difference};
pub use times::{ColumnTimes, FORMATS, ReadTime, TimeForm, TimeFormats, TimeReader, of_common_era};
pub use words::{WordSet, WordTable};
