//! `import desk`: the record of a whole desk, as `export` writes it.

use std::io::{BufRead, Read};

use clap::Args;

use super::source::ImportSource;
use crate::commands::Input;
use crate::commands::args::Consent;
use crate::commands::placed::remarked;
use crate::context::{Context, UNREADABLE_CONTENT, WriteMode};
use crate::failure::{Failure, FailureCode};
use crate::render::{Outcome, Progress};
use crate::settings::limits;
use crate::store::{LineFault, ReceiveError, Receiver, RecordLine};
use crate::wording::failure::says;
use crate::wording::record as words;

/// Import the record of a whole desk into an empty one: the same hashes, the same seals
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk import desk desk.jsonl --db new.db\n  sladesk export | sladesk import desk - --db new.db"
)]
pub(crate) struct ImportDesk {
    /// The file; `-` for stdin
    #[arg(value_name = "FILE")]
    source: ImportSource,
    #[command(flatten)]
    consent: Consent,
}

impl ImportDesk {
    /// Makes the desk of a record's lines.
    ///
    /// # Errors
    /// A desk is there that something was written to; a line that does not follow from those
    /// before it.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let progress = Progress::new(&context.settings);
        let mode = self.consent.mode();
        let lines = self.source.open(input)?;
        let name = self.source.name();
        let take = |receiver: &mut Receiver<'_>| take_lines(receiver, lines, &name);
        let received = context.take_record(mode, &|| progress.step(), take);
        let received = received.map_err(|failure| of_file(failure, &name))?;
        progress.done();
        let (stats, seal) = (received.stats, received.seal.to_string());
        let verb = words::verb(mode == WriteMode::DryRun);
        let said = words::taken(verb, stats.events, stats.tickets, &seal);
        Ok(remarked(Outcome::only_said(said), &received.placed))
    }
}

/// What only all lines together show is told with their file.
fn of_file(failure: Failure, name: &str) -> Failure {
    match failure.code() {
        Some(FailureCode::RecordLine(fault @ LineFault::Flawed(_))) => flawed(fault, name),
        Some(FailureCode::MissingInRecord { .. }) => {
            flawed(&LineFault::Flawed(says(&failure)), name)
        }
        _ if failure.is(UNREADABLE_CONTENT) => flawed(&LineFault::Flawed(says(&failure)), name),
        _ => failure,
    }
}

fn flawed(fault: &LineFault, name: &str) -> Failure {
    let says = words::in_file(name, &words::fault(fault));
    Failure::bad_file(says).kind("bad-record")
}

/// Hands the lines over; a fault is told with its line.
fn take_lines(receiver: &mut Receiver<'_>, lines: impl BufRead, name: &str) -> Result<(), Failure> {
    let mut lines = lines;
    let mut line = String::new();
    let mut number = 0;
    loop {
        line.clear();
        number += 1;
        let mut one = (&mut lines).take(limits::RECORD_LINE);
        let n = one.read_line(&mut line);
        let n =
            n.map_err(|error| Failure::bad_file(words::on_line(name, number, &error.to_string())))?;
        if n == 0 {
            return Ok(());
        }
        let told = |error: ReceiveError| match error {
            ReceiveError::Line(fault) => {
                let says = words::on_line(name, number, &words::fault(&fault));
                Failure::bad_file(says).kind("bad-record")
            }
            ReceiveError::Store(error) => Failure::from(error),
        };
        let text = match number {
            // the mark of UTF-8, which editors write
            1 => line.trim_start_matches('\u{feff}'),
            _ => &line,
        };
        let read: RecordLine = serde_json::from_str(text.trim_end())
            .map_err(|error| told(LineFault::NoLine(error.to_string()).into()))?;
        receiver.take(read).map_err(told)?;
    }
}
