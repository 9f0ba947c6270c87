//! `import desk`: the record of a whole desk, as `export` writes it.

use std::io::{BufRead, Read};
use std::path::Path;

use clap::Args;

use super::source::ImportSource;
use crate::commands::Input;
use crate::commands::args::Consent;
use crate::context::persisted::{self, Persisted};
use crate::context::{Context, WriteMode};
use crate::core::model::{CustomerId, Fact, Stream};
use crate::failure::Failure;
use crate::render::{Outcome, Progress};
use crate::settings::limits;
use crate::store::{
    Access, AsOf, LineFault, ReceiveError, Receiver, RecordLine, Replaces, Store, is_free,
};
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
        let path = context.settings.db.value.clone();
        let replaces = replaces(&path)?;
        let progress = Progress::new(&context.settings);
        let beside = path.with_extension("dry-run");
        let dry = self.consent.mode() == WriteMode::DryRun;
        let target = if dry { &beside } else { &path };
        let lines = self.source.open(input)?;
        let name = self.source.name();
        let take = |receiver: &mut Receiver<'_>| take_lines(receiver, lines, &name);
        let replaces = if dry { Replaces::Nothing } else { replaces };
        context.take_record(target, replaces, &|| progress.step(), take)?;
        progress.done();
        let store = Store::open(target, Access::Read)?;
        let stats = store.stats()?;
        let verb = words::verb(dry);
        let seal = store.head()?.to_string();
        drop(store);
        match dry {
            true => std::fs::remove_file(target)
                .map_err(|error| Failure::io("remove", target, &error))?,
            false => persisted::note(Persisted::File(path)),
        }
        Ok(Outcome::only_said(words::taken(
            verb,
            stats.events,
            stats.tickets,
            &seal,
        )))
    }
}

/// What may be replaced there: nothing, or a desk that nobody has written to.
fn replaces(path: &Path) -> Result<Replaces, Failure> {
    if is_free(path) {
        return Ok(Replaces::Nothing);
    }
    let store = Store::open(path, Access::Read)?;
    let desk = store.history(Stream::Customer(CustomerId::DESK), AsOf::All)?;
    let founding = |fact: &Fact| matches!(fact, Fact::Founded(_) | Fact::ZoneAdopted(_));
    let only = desk.iter().all(|told| founding(&told.event.fact));
    match only && store.last_event()?.0 == i64::try_from(desk.len()).unwrap_or(i64::MAX) {
        true => Ok(Replaces::WhatIsThere),
        false => Err(
            Failure::not_possible(words::not_empty(&path.display().to_string()))
                .kind("not-empty")
                .hint(words::ANOTHER_FILE),
        ),
    }
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
        let read: RecordLine = serde_json::from_str(line.trim_end())
            .map_err(|error| told(LineFault::NoLine(error.to_string()).into()))?;
        receiver.take(read).map_err(told)?;
    }
}
