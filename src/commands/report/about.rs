//! What every report takes: which tickets, which time, how far the record is known.

use clap::Args;

use crate::commands::args::{PrintArgs, Read, parse};
use crate::core::time::PeriodExpr;

/// What a report is about.
#[derive(Args, Debug)]
#[group(skip)]
pub(super) struct ReportArgs {
    /// `key:value` pairs and words; `sladesk help filters` lists the keys
    #[arg(value_name = "FILTER")]
    pub(super) filter: Vec<String>,
    /// Which time: `2026Q3`, `2026-07`, `last-month`, `A..B`
    #[arg(
        long,
        value_name = "PERIOD",
        value_parser = parse::<PeriodExpr>
    )]
    pub(super) period: Option<PeriodExpr>,
    #[command(flatten)]
    pub(super) print: PrintArgs,
    #[command(flatten)]
    pub(super) read: Read,
}
