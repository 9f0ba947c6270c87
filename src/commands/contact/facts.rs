//! What is said of a contact.

use clap::Args;

use super::last_day::LastDay;
use super::qualification::QualificationArg;
use crate::commands::args::{language, not_blank, parse};
use crate::core::time::DayExpr;

/// What is said of a contact.
#[derive(Args, Clone, Debug, Default)]
#[group(skip)]
pub(in crate::commands) struct ContactFacts {
    /// As people read it
    #[arg(long, value_name = "N", value_parser = not_blank("the name"))]
    pub name: Option<String>,
    /// Where to call
    #[arg(long, value_name = "PHONE")]
    pub phone: Option<String>,
    /// The language to write in
    #[arg(long, value_name = "L", value_parser = language)]
    pub language: Option<String>,
    /// The first day on which he or she may ask
    #[arg(long, value_name = "DAY", allow_hyphen_values = true, value_parser = parse::<DayExpr>)]
    pub start: Option<DayExpr>,
    /// The last day; `none` for none
    #[arg(long, value_name = "DAY", allow_hyphen_values = true, value_parser = parse::<LastDay>)]
    pub end: Option<LastDay>,
    /// What he or she is qualified for, and until when
    #[arg(long, value_name = "WHAT[=DAY]", value_parser = parse::<QualificationArg>)]
    pub qualification: Vec<QualificationArg>,
    /// Whose seat this person takes on the same day
    #[arg(long, value_name = "CONTACT")]
    pub replaces: Option<String>,
}
