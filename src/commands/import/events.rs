//! `import events`: the history of tickets from another tool's log.
//!
//! An import writes the act that leads from the state before, checks no entitlement, and keeps
//! where each ticket came from, so that the same file again adds nothing.

use std::collections::HashMap;

use clap::Args;

use super::bring::{ContractSelector, Import};
use super::mapping::mapping;
use super::reading::read;
use super::report::Report;
use super::source::Source;
use crate::commands::Input;
use crate::commands::args::Write;
use crate::commands::list_fields::ListFields;
use crate::context::{Context, WriteMode};
use crate::core::intake::BadRow;
use crate::core::model::{Fact, Imported};
use crate::failure::Failure;
use crate::render::{Cell, Column, Listing, Outcome, Progress};

const NAME: &str = "import events";

/// Import the history of tickets, by a mapping
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk import events incidents.csv --mapping servicenow --customer acme\n  zcat log.csv.gz | sladesk import events - --mapping ours.toml --contract 3 --strict"
)]
pub(crate) struct Events {
    /// The file; `-` for stdin
    #[arg(value_name = "FILE")]
    source: Source,
    /// A built-in mapping, or a file
    #[arg(long, value_name = "M")]
    mapping: String,
    /// Whose tickets they are
    #[arg(long, value_name = "C", conflicts_with = "contract")]
    customer: Option<String>,
    /// Under which contract
    #[arg(long, value_name = "C")]
    contract: Option<String>,
    /// A bad row keeps everything out
    #[arg(long)]
    strict: bool,
    #[command(flatten)]
    write: Write,
}

impl Events {
    /// Brings in the history of tickets.
    ///
    /// # Errors
    /// A mapping or a file that cannot be read; with `--strict`, a bad row.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let mapping = mapping(&self.mapping)?;
        let progress = Progress::new(&context.settings);
        let log = read(&self.source, input, &mapping, &progress)?;
        let falls_under = ContractSelector::under(
            context,
            self.customer.as_deref(),
            self.contract.as_deref(),
            &mapping,
        )?;
        let options = self.write.options(context)?;
        let name = match &self.source {
            Source::Stdin => "-".to_owned(),
            Source::File(path) => path.display().to_string(),
        };
        let (report, written) = context.write(&options, |session| {
            session.begin_import(&mapping.name)?;
            let mut import = Import {
                context,
                mapping: &mapping,
                falls_under: &falls_under,
                accounts: HashMap::new(),
                report: Report {
                    rows: log.rows,
                    skipped: log.skipped.clone(),
                    bad: log.bad.clone(),
                    ..Report::default()
                },
            };
            import.all(session, log.tickets, &progress)?;
            let mut report = import.report;
            report.bad.sort_by_key(|bad| bad.line);
            if self.strict && !report.bad.is_empty() {
                return Err(strict(&report.bad));
            }
            if report.events > 0 {
                session.desk_fact(Fact::from(Imported {
                    source: name.clone(),
                    sha256: log.sha256.clone(),
                    rows: log.rows,
                    skipped: report.skipped.clone().into_iter().collect(),
                    tickets_of: Some(mapping.name.clone()),
                    events: report.events,
                }))?;
            }
            Ok(report)
        })?;
        progress.done();
        Ok(told(report, written.mode))
    }
}

fn strict(bad: &[BadRow]) -> Failure {
    let failure = Failure::bad_file(format!(
        "{} of the log cannot be read; nothing was imported",
        match bad.len() {
            1 => "a row".to_owned(),
            n => format!("{n} rows"),
        }
    ));
    let told = bad
        .iter()
        .take(MOST_TOLD)
        .map(|bad| format!("line {}: {}", bad.line, bad.says));
    told.fold(failure, Failure::fact)
        .hint("without `--strict` the other rows go in")
}

/// More bad rows than these are counted, not told.
const MOST_TOLD: usize = 10;

type C = Column<Report>;

const IMPORT: &[C] = &[
    C::shown("rows", |r| Cell::from(r.rows)),
    C::shown("tickets", |r| Cell::from(r.tickets)),
    C::shown("events", |r| Cell::from(r.events)),
    C::shown("added", |r| Cell::from(r.added)),
    C::shown("unchanged", |r| Cell::from(r.unchanged)),
    C::more("skipped", |r| {
        let counted = r
            .skipped
            .iter()
            .map(|(word, n)| (word.clone().into(), Cell::from(*n)));
        Cell::Object(counted.collect())
    }),
    C::more("bad", |r| {
        let bad = r.bad.iter().map(|bad| {
            Cell::object([
                ("line", Cell::from(bad.line)),
                ("says", Cell::text(bad.says.clone())),
            ])
        });
        Cell::List(bad.collect())
    }),
    C::more("lost_breaches", |r| Cell::from(r.lost)),
];

fn told(report: Report, mode: WriteMode) -> Outcome {
    let done = match mode {
        WriteMode::ForReal => "imported",
        WriteMode::DryRun => "would import",
    };
    let sentence = format!(
        "{done} {} rows of {} tickets: {} opened, {} events written, {} unchanged",
        report.rows, report.tickets, report.added, report.events, report.unchanged
    );
    let mut notes = Vec::new();
    for (word, n) in &report.skipped {
        notes.push(format!(
            "status `{word}` is skipped by the mapping, in {n} of the rows"
        ));
    }
    if report.lost > 0 {
        notes.push(format!(
            "{} breaches of earlier imports are gone or moved",
            report.lost
        ));
    }
    for bad in report.bad.iter().take(MOST_TOLD) {
        notes.push(format!("line {}: {}", bad.line, bad.says));
    }
    if report.bad.len() > MOST_TOLD {
        notes.push(format!(
            "{} more rows cannot be read",
            report.bad.len() - MOST_TOLD
        ));
    }
    let listing = Listing::of(NAME, IMPORT, [report]).single();
    let outcome = Outcome::listing(listing).say(sentence);
    notes.into_iter().fold(outcome, Outcome::warn)
}

/// The fields of what is told.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, IMPORT)
}
