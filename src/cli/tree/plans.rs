//! Plans and calendars.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use clap_complete::engine::ArgValueCandidates;

use super::groups::{List, Write};
use crate::cli::complete;

/// What is done with plans.
#[derive(Subcommand, Debug)]
pub(crate) enum Plan {
    List(ListPlans),
    Show(ShowPlan),
    Compare(Compare),
    Diff(Diff),
    Check(Check),
    Test(TestPlans),
    New(NewPlan),
}

/// What is asked of calendars.
#[derive(Subcommand, Debug)]
pub(crate) enum Calendar {
    Show(ShowCalendar),
    Open(IsOpen),
    Holidays(Holidays),
    Adopt(Adopt),
    Due(Due),
    Elapsed(Elapsed),
}

/// List plans
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk plan list\n  sladesk plan list vendor:creatio")]
pub(crate) struct ListPlans {
    #[command(flatten)]
    pub list: List,
}

/// Show one page a plan, or the terms agreed
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk plan show creatio/business\n  sladesk plan show acme\n  sladesk plan show plans/ours.toml:gold"
)]
pub(crate) struct ShowPlan {
    /// `vendor/plan`, a vendor, `FILE:plan`, or a customer or contract
    #[arg(value_name = "PLAN")]
    pub plan: String,
}

/// Compare plans side by side
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk plan compare creatio\n  sladesk plan compare creatio/business suitecrm/basic -f markdown"
)]
pub(crate) struct Compare {
    /// Two plans or more, or a vendor
    #[arg(value_name = "PLAN", required = true)]
    pub names: Vec<String>,
}

/// Say what differs, in words
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk plan diff creatio/basic creatio/business\n  sladesk plan diff acme plans/creatio.toml:business --exit-code"
)]
pub(crate) struct Diff {
    /// A plan
    #[arg(value_name = "OLD")]
    pub old: String,
    /// A plan
    #[arg(value_name = "NEW")]
    pub new: String,
    /// Exit with 10 when they differ
    #[arg(long)]
    pub exit_code: bool,
}

/// Check plan files: all mistakes at once
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk plan check\n  sladesk plan check plans/ours.toml -f json"
)]
pub(crate) struct Check {
    /// Plan files; none: the built-in ones and those of --plans
    #[arg(value_name = "FILE")]
    pub paths: Vec<PathBuf>,
}

/// Test plans by the cases written beside them
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk plan test\n  sladesk plan test plans/ours.toml")]
pub(crate) struct TestPlans {
    /// Plan files; none: the built-in ones and those of --plans
    #[arg(value_name = "FILE")]
    pub paths: Vec<PathBuf>,
}

/// Write a commented plan file to start from
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk plan new ours -o plans/ours.toml")]
pub(crate) struct NewPlan {
    /// The vendor
    #[arg(value_name = "ID")]
    pub id: String,
}

/// Whose calendar it is, with what is said in place of its own; or one made up on the spot.
#[derive(Args, Debug, Default)]
pub(crate) struct Whose {
    /// A customer, contract or plan
    #[arg(value_name = "WHOSE")]
    pub whose: Option<String>,
    /// The zone, in place of its own
    #[arg(long, value_name = "ZONE", add = ArgValueCandidates::new(complete::zones))]
    pub zone: Option<String>,
    /// The weekly hours, in place of its own: `mon-fri 09:00-18:00`; may be given again
    #[arg(long, value_name = "WEEK")]
    pub week: Vec<String>,
    /// A holiday set or a date; may be given again
    #[arg(long, value_name = "SET|DATE", add = ArgValueCandidates::new(complete::holidays))]
    pub holiday: Vec<String>,
    /// A closed day, or hours that are taken out of it; may be given again
    #[arg(long, value_name = "DATE [TIMES]")]
    pub closed: Vec<String>,
    /// A day with hours of its own; may be given again
    #[arg(long, value_name = "DATE TIMES")]
    pub day: Vec<String>,
}

/// Show the hours, day by day
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk calendar show acme --period 2026-W39\n  sladesk calendar show --zone Europe/London --week \"mon-fri 09:00-17:30\" --holiday england-and-wales"
)]
pub(crate) struct ShowCalendar {
    #[command(flatten)]
    pub calendar: Whose,
    /// Which days
    #[arg(long, value_name = "PERIOD")]
    pub period: Option<String>,
}

/// Say whether it is open, and until when
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk calendar open acme\n  sladesk calendar open creatio/business --zone UTC+3 --at \"2026-10-02 18:00\" --exit-code"
)]
pub(crate) struct IsOpen {
    #[command(flatten)]
    pub calendar: Whose,
    /// At which instant
    #[arg(long, value_name = "INSTANT", allow_hyphen_values = true)]
    pub at: Option<String>,
    /// Exit with 10 when closed
    #[arg(long)]
    pub exit_code: bool,
}

/// List the days of a holiday set
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk calendar holidays\n  sladesk calendar holidays vietnam --period 2027\n  sladesk calendar holidays --period 2026-12"
)]
pub(crate) struct Holidays {
    /// A holiday set; none: which there are, or with --period the days of all
    #[arg(value_name = "SET", add = ArgValueCandidates::new(complete::holidays))]
    pub set: Option<String>,
    /// Which days
    #[arg(long, value_name = "PERIOD")]
    pub period: Option<String>,
}

/// Adopt newer holidays and zone rules; lists the deadlines that move
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk calendar adopt -n\n  sladesk calendar adopt vietnam")]
pub(crate) struct Adopt {
    /// Holiday sets; none: all that are in use
    #[arg(value_name = "SET", add = ArgValueCandidates::new(complete::holidays))]
    pub sets: Vec<String>,
    #[command(flatten)]
    pub write: Write,
}

/// Say when a promise is due
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk calendar due acme -p high\n  sladesk calendar due --zone Asia/Ho_Chi_Minh --week \"mon-fri 08:00-17:00\" --within 4h --from \"2026-10-02T15:00\""
)]
pub(crate) struct Due {
    #[command(flatten)]
    pub calendar: Whose,
    /// Where it starts; now when nothing is said
    #[arg(long, value_name = "INSTANT", allow_hyphen_values = true)]
    pub from: Option<String>,
    /// How long it may take
    #[arg(long, value_name = "DURATION", conflicts_with = "priority")]
    pub within: Option<String>,
    /// As long as the plan says for this priority
    #[arg(short, long, value_name = "P")]
    pub priority: Option<String>,
    /// Only this one
    #[arg(long, value_name = "M", requires = "priority")]
    pub milestone: Option<String>,
    /// A stretch that does not count; may be given again
    #[arg(long, value_name = "FROM..TO")]
    pub paused: Vec<String>,
}

/// Say how much open time lies between two instants
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk calendar elapsed acme --from \"2026-10-01T09:00\" --to now\n  sladesk calendar elapsed --zone UTC --week \"mon-fri 09:00-17:00\" --from -7d"
)]
pub(crate) struct Elapsed {
    #[command(flatten)]
    pub calendar: Whose,
    /// The first instant
    #[arg(long, value_name = "INSTANT", allow_hyphen_values = true)]
    pub from: String,
    /// The instant after the last; now when nothing is said
    #[arg(long, value_name = "INSTANT", allow_hyphen_values = true)]
    pub to: Option<String>,
    /// A stretch that does not count; may be given again
    #[arg(long, value_name = "FROM..TO")]
    pub paused: Vec<String>,
}
