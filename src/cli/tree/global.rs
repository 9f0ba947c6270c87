//! The flags that every command takes, before or after the verb.

use std::path::PathBuf;

use clap::Args;
use clap_complete::engine::ArgValueCandidates;

use crate::commands::args::{one_of, parse, zone};
use crate::commands::candidates;
use crate::core::filter::LineEnd;
use crate::settings::{ColorWhen, FieldName, Flags, Format, PresentSource, Verbosity};

/// What every command takes, before or after the verb.
#[derive(Args, Debug, Default)]
#[group(skip)]
#[command(next_help_heading = "Everywhere")]
pub(crate) struct Global {
    /// The desk's file; `ssh://[user@]host[/path]`, that of another host;
    /// `postgres://[user@]host/database`, one on a server
    #[arg(long, value_name = "FILE", global = true, hide_short_help = true, add = candidates::places())]
    pub db: Option<PathBuf>,
    /// A folder with plan files of the desk's own
    #[arg(long, value_name = "DIR", global = true, hide_short_help = true)]
    pub plans: Option<PathBuf>,
    /// Who acts
    #[arg(long, value_name = "NAME", global = true, hide_short_help = true)]
    pub actor: Option<String>,
    /// The zone in which times are shown
    #[arg(long, value_name = "ZONE", global = true, hide_short_help = true, value_parser = zone, add = candidates::zones())]
    pub times_in: Option<String>,
    /// The form of the answer
    #[arg(
        short,
        long,
        value_name = "FORMAT",
        global = true,
        hide_short_help = true, value_parser = Format::of_word, add = ArgValueCandidates::new(|| candidates::all(Format::ALL.iter().map(|format| format.word()))))]
    pub format: Option<Format>,
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
        hide_short_help = true,
        value_parser = parse::<FieldName>
    )]
    pub fields: Option<Vec<FieldName>>,
    /// When colours are used
    #[arg(long, value_name = "WHEN", global = true, hide_short_help = true, value_parser = one_of::<ColorWhen>(|word| format!("colour is never `{word}`")))]
    pub color: Option<ColorWhen>,
    /// Say nothing but the answer and its warnings
    #[arg(
        short,
        long,
        global = true,
        overrides_with = "quiet",
        hide_short_help = true
    )]
    pub quiet: bool,
    /// With `-f ids`, and where tickets come from stdin: a NUL behind each in place of a line's end
    #[arg(
        short = '0',
        long,
        global = true,
        overrides_with = "null",
        hide_short_help = true
    )]
    pub null: bool,
    /// The instant to take for the present
    #[arg(long, value_name = "INSTANT", global = true, hide = true, value_parser = PresentSource::read)]
    pub now: Option<PresentSource>,
}

impl Global {
    /// A flag that was typed and that no variable stands for.
    pub(crate) fn without_variable(&self) -> Option<&'static str> {
        [
            (self.format.is_some(), "--format"),
            (self.output.is_some(), "--output"),
            (self.fields.is_some(), "--fields"),
            (self.color.is_some(), "--color"),
            (self.quiet, "--quiet"),
            (self.null, "--null"),
        ]
        .into_iter()
        .find_map(|(typed, flag)| typed.then_some(flag))
    }

    /// The flags as the settings take them.
    pub(crate) fn flags(self) -> Flags {
        Flags {
            db: self.db,
            plans: self.plans,
            actor: self.actor,
            times_in: self.times_in,
            format: self.format,
            output: self.output,
            fields: self.fields,
            color: self.color,
            verbosity: match self.quiet {
                true => Verbosity::Quiet,
                false => Verbosity::Sentences,
            },
            line_end: match self.null {
                true => LineEnd::Nul,
                false => LineEnd::Newline,
            },
            now: self.now,
        }
    }
}
