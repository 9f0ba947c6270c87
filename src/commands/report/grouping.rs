//! By what a report is grouped, beside milestone and priority, and what it lists behind its figures.

use clap::Args;

/// By what a report is grouped.
#[derive(Args, Debug)]
#[group(skip)]
pub(super) struct Grouping {
    /// A field to group by; may be given again
    #[arg(long, value_name = "FIELD")]
    pub(super) by: Vec<String>,
}

/// What a report lists behind its figures.
#[derive(Args, Debug)]
#[group(skip)]
pub(super) struct Behind {
    /// List the tickets behind each number
    #[arg(long)]
    pub(super) tickets: bool,
}
