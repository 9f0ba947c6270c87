//! Plan files: as written (with places) → checked terms; catalogue, comparison, differences,
//! findings.

mod aliases;
mod catalogue;
mod compare;
mod cycles;
mod diagnostic;
mod diff;
mod document;
mod error;
pub(crate) mod excerpt;
mod expects;
mod file;
mod findings;
mod hint;
mod merge;
mod merged_targets;
mod names;
mod open_terms;
mod path_value;
mod place;
mod plan_tests;
mod resolve;
mod scalar;
mod schema;
mod schema_keys;
mod section;
mod shape;
mod signing;
mod starting;
mod term_lines;
mod tree;
mod validate;
mod visit;

#[cfg(test)]
mod tests;

pub use catalogue::{Catalogue, FoundPlan, bytes_of, file_and_plan};
pub use compare::{ComparedTerm, compare};
pub use diagnostic::{Diagnostic, KindFault, Severity};
pub use diff::{Difference, DifferenceKind, diff, diff_in, diff_to_the_letter};
pub use document::{Document, TERMS_VERSION};
pub use error::PlanError;
pub(crate) use excerpt::MarkedLine;
pub use file::{PlanFile, ReadFile, has_errors};
pub use findings::{CODES, check};
pub use hint::{Hint, WordContext};
pub use names::{Almanac, SystemNames};
pub use open_terms::{OpenTerm, open_terms, open_terms_in};
pub use path_value::PathValue;
pub use place::{Place, SourceText};
pub use plan_tests::{CaseResult, run_cases};
pub(crate) use resolve::AROUND_THE_CLOCK;
pub use schema_keys::{SchemaKey, SchemaTable, reserved_words, schema_tables};
pub use section::Section;
pub use signing::{Agreement, Signed};
pub use starting::{is_vendor, starting_file};
pub use term_lines::{
    TermLine, TermMessage, TermNoun, TermWords, Together, lines, lines_in, span_in_words,
};
