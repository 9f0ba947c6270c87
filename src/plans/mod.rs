//! Plan files: as written (with places) → checked terms; catalogue, comparison, differences,
//! findings.

mod aliases;
mod catalogue;
mod diagnostic;
mod document;
mod error;
mod expects;
mod file;
mod judge;
mod judge_scalar;
mod merge;
mod names;
mod place;
mod reference;
mod resolve;
mod scalar;
mod schema;
mod shape;
mod signing;

#[cfg(test)]
mod tests;

pub use catalogue::{Catalogue, Found, bytes_of};
pub use diagnostic::{Diagnostic, Severity};
pub use error::PlanError;
pub use file::{PlanFile, Reading, has_errors};
pub use names::{Almanac, Machine};
pub use place::{Place, SourceText};
pub use reference::reference;
pub use signing::{Agreement, OpenTerm, Signed, open_terms};
