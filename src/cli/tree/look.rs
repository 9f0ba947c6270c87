//! What to do first, what is too late, why, and what was done.

use clap::Args;

use super::groups::List;

/// Show what to do first, and why
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk next\n  sladesk next @mine\n  sladesk next line:\"second line\" -L 1 -f ids"
)]
pub(crate) struct Next {
    #[command(flatten)]
    pub list: List,
}

/// List what is breached and not met yet
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk overdue\n  sladesk overdue --within 30m -f json\n  sladesk overdue priority:high --exit-code -q"
)]
pub(crate) struct Overdue {
    #[command(flatten)]
    pub list: List,
    /// Also what is due within this, by the wall clock
    #[arg(long, value_name = "DURATION")]
    pub within: Option<String>,
    /// Exit with 10 when there is something
    #[arg(long)]
    pub exit_code: bool,
}

/// Show the desk's feed: events, oldest first
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk log at:today\n  sladesk log actor:minh type:replied\n  sladesk log --after 88231 -f jsonl"
)]
pub(crate) struct Log {
    #[command(flatten)]
    pub list: List,
    /// Only events after this one
    #[arg(long, value_name = "EVENT")]
    pub after: Option<String>,
    /// Exit with 10 when there is something
    #[arg(long)]
    pub exit_code: bool,
}

/// Undo my last change; again the one before; or that entry
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk undo\n  sladesk undo e61251 -n")]
pub(crate) struct Undo {
    /// What one command wrote: `e48123`
    #[arg(value_name = "ENTRY")]
    pub entry: Option<String>,
    /// Why
    #[arg(short, long, value_name = "TEXT", allow_hyphen_values = true)]
    pub message: Vec<String>,
    /// Say what would be taken back
    #[arg(short = 'n', long)]
    pub dry_run: bool,
    /// Answer every question with yes
    #[arg(short, long)]
    pub yes: bool,
    /// This may take a breach off the record; reports show it as corrected
    #[arg(long, value_name = "REASON", allow_hyphen_values = true)]
    pub corrects: Option<String>,
}
