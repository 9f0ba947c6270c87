//! The groups of flags that many commands share: the same letters, the same names, everywhere.

use std::path::PathBuf;

use clap::Args;
use clap_complete::engine::ArgValueCandidates;

use crate::cli::complete;
use crate::commands::options;

const EVERYWHERE: &str = "Everywhere";
const READING: &str = "Looking back";
const LISTING: &str = "Lists";
const WRITING: &str = "Every write";
const TEXT: &str = "Text";

/// What every command takes, before or after the verb.
#[derive(Args, Debug, Default)]
#[command(next_help_heading = EVERYWHERE)]
pub(crate) struct Global {
    /// The desk's file
    #[arg(long, value_name = "FILE", global = true, hide_short_help = true)]
    pub db: Option<PathBuf>,
    /// A folder with plan files of the desk's own
    #[arg(long, value_name = "DIR", global = true, hide_short_help = true)]
    pub plans: Option<PathBuf>,
    /// Who acts
    #[arg(long, value_name = "NAME", global = true, hide_short_help = true)]
    pub actor: Option<String>,
    /// The zone in which times are shown
    #[arg(long, value_name = "ZONE", global = true, hide_short_help = true, add = ArgValueCandidates::new(complete::zones))]
    pub times_in: Option<String>,
    /// table, tsv, csv, json, jsonl, ids, text or markdown
    #[arg(
        short,
        long,
        value_name = "FORMAT",
        global = true,
        hide_short_help = true, add = ArgValueCandidates::new(complete::formats))]
    pub format: Option<String>,
    /// Write the answer to a file, which also chooses the format; a folder ends with `/`
    #[arg(
        short,
        long,
        value_name = "FILE",
        global = true,
        hide_short_help = true
    )]
    pub output: Option<PathBuf>,
    /// The fields to show, in this order
    #[arg(
        long,
        value_name = "A,B",
        value_delimiter = ',',
        global = true,
        hide_short_help = true
    )]
    pub fields: Option<Vec<String>>,
    /// auto, always or never
    #[arg(long, value_name = "WHEN", global = true, hide_short_help = true, add = ArgValueCandidates::new(complete::colours))]
    pub color: Option<String>,
    /// Say nothing but the answer and its warnings
    #[arg(
        short,
        long,
        global = true,
        overrides_with = "quiet",
        hide_short_help = true
    )]
    pub quiet: bool,
    /// The instant to take for the present
    #[arg(long, value_name = "INSTANT", global = true, hide = true)]
    pub now: Option<String>,
}

/// READ: every look at the desk.
#[derive(Args, Debug, Default)]
#[command(next_help_heading = READING)]
pub(crate) struct Read {
    /// What was known then: an instant, or the seal of a report
    #[arg(
        long,
        value_name = "INSTANT or SEAL",
        allow_hyphen_values = true,
        hide_short_help = true
    )]
    pub as_of: Option<String>,
}

/// LIST: every list.
#[derive(Args, Debug, Default)]
#[command(next_help_heading = LISTING)]
pub(crate) struct List {
    /// `key:value` pairs and words; `sladesk help filters` lists the keys
    #[arg(value_name = "FILTER")]
    pub filter: Vec<String>,
    /// The field to sort by; `-FIELD` the other way round
    #[arg(long, value_name = "FIELD", allow_hyphen_values = true)]
    pub sort: Option<String>,
    /// How many at most; 0 for all. At a terminal 50 when nothing is said
    #[arg(short = 'L', long, value_name = "N")]
    pub limit: Option<usize>,
    #[command(flatten)]
    pub read: Read,
}

/// WRITE: every write.
#[derive(Args, Debug, Default)]
#[command(next_help_heading = WRITING)]
pub(crate) struct Write {
    /// When it happened
    #[arg(
        long,
        value_name = "INSTANT",
        allow_hyphen_values = true,
        hide_short_help = true
    )]
    pub at: Option<String>,
    /// Check everything and say what would be done
    #[arg(short = 'n', long, hide_short_help = true)]
    pub dry_run: bool,
    /// Answer every question with yes
    #[arg(short, long, hide_short_help = true)]
    pub yes: bool,
    /// A key for this command: used before, nothing is written (exit 10)
    #[arg(long, value_name = "KEY", hide_short_help = true)]
    pub once: Option<String>,
    /// Only if this is still the last event of the ticket
    #[arg(long, value_name = "N", hide_short_help = true)]
    pub if_event: Option<i64>,
    /// This may take a breach off the record; reports show it as corrected
    #[arg(
        long,
        value_name = "REASON",
        allow_hyphen_values = true,
        hide_short_help = true
    )]
    pub corrects: Option<String>,
}

/// TEXT: what was said, or why.
#[derive(Args, Debug, Default)]
#[command(next_help_heading = TEXT)]
pub(crate) struct Text {
    /// The text; again for a new paragraph
    #[arg(short, long, value_name = "TEXT", allow_hyphen_values = true)]
    pub message: Vec<String>,
    /// The text from a file; `-` for stdin
    #[arg(short = 'F', long, value_name = "FILE", conflicts_with = "message")]
    pub file: Option<PathBuf>,
    /// The text from your editor
    #[arg(short, long, conflicts_with = "file")]
    pub editor: bool,
}

impl From<Read> for options::Read {
    fn from(Read { as_of }: Read) -> options::Read {
        options::Read { as_of }
    }
}

impl From<Write> for options::Write {
    fn from(input: Write) -> options::Write {
        let Write {
            at,
            dry_run,
            yes,
            once,
            if_event,
            corrects,
        } = input;
        options::Write {
            at,
            dry_run,
            yes,
            once,
            if_event,
            corrects,
        }
    }
}
