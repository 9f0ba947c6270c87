//! `import events`: the history of tickets from another tool's log.
//!
//! An import writes the act that leads from the state before, checks no entitlement, and keeps
//! where each ticket came from, so that the same file again adds nothing.

use std::collections::{BTreeMap, HashMap};

use clap::Args;

use super::import_run::ImportRun;
use super::mapping::{mapping, names};
use super::new_mapping::{copy, new_mapping};
use super::preview::{Preview, preview};
use super::reading::read;
use super::report::{CountedLines, ImportReport, TicketDifference};
use super::source::ImportSource;
use super::whose::{ContractSelector, NamedCustomers, NamedStaff};
use crate::commands::Input;
use crate::commands::args::Write;
use crate::commands::candidates::words_or_files;
use crate::commands::list_fields::ListFields;
use crate::context::{Context, WriteMode};
use crate::core::intake::RowFault;
use crate::core::model::{Fact, Imported};
use crate::core::time::LocalNow;
use crate::failure::Failure;
use crate::render::{Cell, Column, Doc, Listing, Outcome, PagePreference, Progress};
use crate::wording::import::rows as words;

const NAME: &str = "import events";

/// Import the history of tickets, by a mapping
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk import events tickets.csv --mapping zendesk -n\n  sladesk import events tickets.csv --new-mapping > ours.toml\n  sladesk import events incidents.csv --mapping servicenow --customer globex\n  zcat log.csv.gz | sladesk import events - --mapping ours.toml --contract 3 --strict"
)]
pub(crate) struct ImportEvents {
    /// The file; `-` for stdin
    #[arg(value_name = "FILE")]
    source: ImportSource,
    /// A built-in mapping (freshdesk, glpi, jira, osticket, rt, servicenow, servicenow-incidents,
    /// zendesk), or a file
    #[arg(long, value_name = "M", required_unless_present = "new_mapping", add = words_or_files(names))]
    mapping: Option<String>,
    /// Print a mapping for the file, to go through: a copy of the built-in one that reads such a file
    /// (or of `--mapping M`), else one made from it; nothing is written
    #[arg(long, conflicts_with_all = ["customer", "contract", "strict"])]
    new_mapping: bool,
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

impl ImportEvents {
    /// Brings in the history of tickets.
    ///
    /// # Errors
    /// A mapping or a file that cannot be read; with `--strict`, a bad row; else nothing but such.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let progress = Progress::new(&context.settings);
        let named = match (&self.mapping, self.new_mapping) {
            (Some(named), true) => return copy(named),
            (Some(named), false) => named,
            (None, _) => return new_mapping(&self.source, input, &progress),
        };
        let mapping = mapping(named)?;
        let log = read(&self.source, input, &mapping, context.now(), &progress)?;
        let falls_under = ContractSelector::under(
            context,
            self.customer.as_deref(),
            self.contract.as_deref(),
            &mapping,
        )?;
        let options = self.write.options(context)?;
        let name = self.source.name();
        let (report, written) = context.write(&options, |session| {
            session.begin_import(&mapping.name)?;
            let mut import = ImportRun {
                mapping: &mapping,
                customers: NamedCustomers::new(context, &falls_under),
                staff: NamedStaff::of(&session.writer)?,
                terms: HashMap::new(),
                report: ImportReport {
                    skipped: log.skipped,
                    bad: log.bad,
                    lacking: log.lacking,
                    unread: log.unread,
                    ..ImportReport::default()
                },
                first: Vec::new(),
            };
            import.all(session, &log.tickets, &progress)?;
            let first = import.first;
            let mut report = import.report;
            report.rows = log.rows - report.bad.lines;
            if report.bad.count > 0 && (self.strict || report.rows == 0) {
                return Err(bad_rows(&report));
            }
            if report.events > 0 {
                session.desk_fact(Fact::from(Imported {
                    source: name.clone(),
                    sha256: log.sha256,
                    rows: report.rows,
                    skipped: report.skipped.clone().into_iter().collect(),
                    tickets_of: Some(mapping.name.clone()),
                    events: report.events,
                }))?;
            }
            let page = match options.mode {
                WriteMode::DryRun => {
                    let Preview { page, tickets } = preview(context, session, &first)?;
                    report.first = tickets;
                    Some(page)
                }
                WriteMode::ForReal => None,
            };
            Ok((report, page))
        })?;
        progress.done();
        let (report, preview) = report;
        let outcome = told(report, preview, written.mode, context.here()?);
        Ok(match options.mode {
            WriteMode::DryRun => outcome.say(words::read_by(&mapping)),
            WriteMode::ForReal => outcome,
        })
    }
}

fn bad_rows(report: &ImportReport) -> Failure {
    let failure = Failure::bad_file(words::nothing_imported(report.bad.lines));
    let (told, more) = report.bad.told(words::fault);
    let told = told
        .iter()
        .map(|(lines, says)| words::with_lines(lines, says));
    let more = (more > 0).then(|| words::more_bad(more));
    let failure = told.chain(more).fold(failure, Failure::fact);
    let faults = report.bad.in_order();
    let of_times = faults
        .iter()
        .all(|(_, fault)| matches!(fault, RowFault::Time(..)));
    failure.hint_if(match report.rows {
        0 => of_times.then_some(words::FORM_OF_TIMES),
        _ => Some(words::WITHOUT_STRICT),
    })
}

type C = Column<ImportReport>;

const IMPORT: &[C] = &[
    C::shown("rows", |r| Cell::from(r.rows)),
    C::shown("tickets", |r| Cell::from(r.tickets)),
    C::shown("events", |r| Cell::from(r.events)),
    C::shown("added", |r| Cell::from(r.added)),
    C::shown("unchanged", |r| Cell::from(r.unchanged)),
    C::more("skipped", |r| counts(&r.skipped)),
    C::more("bad", |r| lines(&r.bad, words::fault)),
    C::more("lost_breaches", |r| Cell::from(r.lost)),
    C::more("remarks", |r| lines(&r.remarks, words::remark)),
    C::more("without_contract", |r| counts(&r.without_contract)),
    C::more("compared", |r| Cell::from(r.compared)),
    C::more("differences", |r| differences(&r.differences)),
    C::more("first", |r| Cell::List(r.first.clone())),
    C::more("lacking_columns", |r| texts(&r.lacking)),
    C::more("unread_columns", |r| texts(&r.unread)),
];

fn differences(lines: &CountedLines<TicketDifference>) -> Cell {
    let told = lines.in_order().into_iter().map(|(_, differs)| {
        let TicketDifference {
            number,
            source,
            difference,
        } = differs;
        let (theirs, ours) = (&difference.theirs, difference.ours);
        Cell::object([
            ("ticket", Cell::from(*number)),
            ("source", Cell::text(source.clone())),
            ("milestone", Cell::code(theirs.milestone.clone())),
            ("their_due", Cell::from(theirs.due)),
            (
                "their_state",
                theirs
                    .state
                    .map_or(Cell::Absent, |state| Cell::code(words::their_state(state))),
            ),
            ("due", Cell::from(ours.and_then(|ours| ours.due))),
            (
                "state",
                ours.map_or(Cell::Absent, |ours| Cell::code(ours.state.word())),
            ),
        ])
    });
    Cell::List(told.collect())
}

fn lines<T>(lines: &CountedLines<T>, says: impl Fn(&T) -> String) -> Cell {
    let told = lines.in_order().into_iter().map(|(line, what)| {
        Cell::object([
            ("line", Cell::from(*line)),
            ("says", Cell::text(says(what))),
        ])
    });
    Cell::List(told.collect())
}

fn texts(texts: &[String]) -> Cell {
    Cell::List(texts.iter().map(|text| Cell::text(text.clone())).collect())
}

fn counts(counts: &BTreeMap<String, u64>) -> Cell {
    let counted = counts
        .iter()
        .map(|(word, n)| (word.clone().into(), Cell::from(*n)));
    Cell::Object(counted.collect())
}

fn told(report: ImportReport, page: Option<Doc>, mode: WriteMode, here: LocalNow<'_>) -> Outcome {
    let done = match mode {
        WriteMode::ForReal => "imported",
        WriteMode::DryRun => "would import",
    };
    let sentence = words::imported(
        done,
        (report.rows, report.tickets),
        (report.added, report.events, report.unchanged),
    );
    let mut notes = Vec::new();
    notes.extend((!report.lacking.is_empty()).then(|| words::lacking(&report.lacking)));
    if mode == WriteMode::DryRun && !report.unread.is_empty() {
        notes.push(words::unread(&report.unread));
    }
    for (word, n) in &report.skipped {
        notes.push(words::skipped(word, *n));
    }
    for (customer, tickets) in &report.without_contract {
        notes.push(words::without_contract(customer, *tickets));
    }
    if report.lost > 0 {
        notes.push(words::lost(report.lost));
    }
    let (remarks, more) = report.remarks.told(words::remark);
    notes.extend(
        remarks
            .iter()
            .map(|(lines, says)| words::with_lines(lines, says)),
    );
    notes.extend((more > 0).then(|| words::more_remarks(more)));
    if report.compared > 0 {
        notes.push(words::compared(report.compared, report.differences.count));
    }
    let differs = |d: &TicketDifference| words::differs(d.number, &d.source, &d.difference, here);
    let (differences, more) = report.differences.told(differs);
    notes.extend(differences.into_iter().map(|(_, says)| says));
    notes.extend((more > 0).then(|| words::more_differences(more)));
    let (bad, more) = report.bad.told(words::fault);
    notes.extend(
        bad.iter()
            .map(|(lines, says)| words::with_lines(lines, says)),
    );
    notes.extend((more > 0).then(|| words::more_bad(more)));
    let listing = Listing::of(NAME, IMPORT, [report]).single();
    let listing = match page {
        Some(page) => listing.page(PagePreference::PageAtTerminal, page),
        None => listing,
    };
    let outcome = Outcome::listing(listing).say(sentence);
    notes.into_iter().fold(outcome, Outcome::warn)
}

/// The fields of what is told.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, IMPORT)
}
