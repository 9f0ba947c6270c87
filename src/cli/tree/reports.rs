//! Reports.

use clap::{Args, Subcommand};
use clap_complete::engine::ArgValueCandidates;

use super::groups::List;
use crate::cli::complete;

/// Which report.
#[derive(Subcommand, Debug)]
pub(crate) enum Report {
    Quarterly(Quarterly),
    Sla(Sla),
    Breaches(Breaches),
    Usage(Usage),
    Workload(Workload),
    Whatif(Whatif),
}

/// What every report takes.
#[derive(Args, Debug, Default)]
pub(crate) struct Period {
    #[command(flatten)]
    pub list: List,
    /// Which time: `2026Q3`, `2026-07`, `last-month`, `A..B`
    #[arg(long, value_name = "PERIOD")]
    pub period: Option<String>,
    /// A field to group by; may be given again
    #[arg(long, value_name = "FIELD")]
    pub by: Vec<String>,
    /// List the tickets behind each number
    #[arg(long)]
    pub tickets: bool,
    /// The language of the page
    #[arg(long, value_name = "L")]
    pub lang: Option<String>,
    /// a4 or letter
    #[arg(long, value_name = "P", add = ArgValueCandidates::new(complete::papers))]
    pub paper: Option<String>,
}

/// Report a quarter: one customer, or the desk
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk report quarterly customer:acme --period 2026Q3\n  sladesk report quarterly --period last-quarter -f markdown -o q3.md"
)]
pub(crate) struct Quarterly {
    #[command(flatten)]
    pub report: Period,
}

/// Report how promises were kept
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk report sla --period 2026Q3\n  sladesk report sla customer:acme --period 2026-07 --by topic -f csv"
)]
pub(crate) struct Sla {
    #[command(flatten)]
    pub report: Period,
}

/// List the breaches, with their causes
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk report breaches --period last-month\n  sladesk report breaches customer:acme --period 2026Q3 -f csv"
)]
pub(crate) struct Breaches {
    #[command(flatten)]
    pub report: Period,
}

/// Report what is used of allowances and seats
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk report usage\n  sladesk report usage customer:acme --tickets"
)]
pub(crate) struct Usage {
    #[command(flatten)]
    pub report: Period,
}

/// Report who had how much to do
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk report workload --period this-month")]
pub(crate) struct Workload {
    #[command(flatten)]
    pub report: Period,
}

/// Report what another plan would have given
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk report whatif customer:acme --plan creatio/premium --period 2026Q3\n  sladesk report whatif --week \"mon-sat 08:00-20:00\" --period last-quarter"
)]
pub(crate) struct Whatif {
    #[command(flatten)]
    pub list: List,
    /// Which time: `2026Q3`, `2026-07`, `last-month`, `A..B`
    #[arg(long, value_name = "PERIOD")]
    pub period: Option<String>,
    /// Another plan, or an edited file: `FILE:plan`
    #[arg(long, value_name = "PLAN")]
    pub plan: Option<String>,
    /// Another term; may be given again
    #[arg(long, value_name = "KEY=VALUE")]
    pub set: Vec<String>,
    /// Other hours of support; may be given again
    #[arg(long, value_name = "WEEK")]
    pub week: Vec<String>,
    /// The language of the page
    #[arg(long, value_name = "L")]
    pub lang: Option<String>,
    /// a4 or letter
    #[arg(long, value_name = "P", add = ArgValueCandidates::new(complete::papers))]
    pub paper: Option<String>,
}
