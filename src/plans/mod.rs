//! Plan files: as written (with places) → checked terms; catalogue, comparison, differences,
//! findings.

mod aliases;
mod cases;
mod catalogue;
mod circles;
mod compare;
mod diagnostic;
mod diff;
mod document;
mod error;
mod expects;
mod file;
mod findings;
mod judge;
mod lines;
mod merge;
mod names;
mod place;
mod reference;
mod resolve;
mod scalar;
mod schema;
mod shape;
mod signing;
mod starting;
mod written;

#[cfg(test)]
mod tests;

pub use cases::{CaseResult, run_cases};
pub use catalogue::{Catalogue, Found, bytes_of};
pub use compare::{Row, compare};
pub use diagnostic::{Diagnostic, Severity};
pub use diff::{Difference, diff, diff_to_the_letter};
pub use error::PlanError;
pub use file::{PlanFile, Reading, has_errors};
pub use findings::{CODES, check};
pub use lines::{Line, Section, lines, span_in_words};
pub use names::{Almanac, Machine};
pub use place::{Place, SourceText};
pub use reference::reference;
pub use signing::{Agreement, OpenTerm, Signed, open_terms};
pub use starting::{is_vendor, starting_file};
pub use written::{amend, written};
