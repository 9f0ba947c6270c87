//! `db check`: whether the record is what was written, and whether all that the tables keep
//! follows from it.

use std::panic::resume_unwind;
use std::path::Path;

use clap::Args;

use super::caches;
use super::finding::DbFinding;
use crate::commands::Input;
use crate::commands::list_fields::ListFields;
use crate::context::Context;
use crate::failure::{Exit, Failure};
use crate::render::{Cell, Column, Listing, Outcome, Progress};
use crate::store::{Access, SealText, Store, is_on_server, network, others_may_read};
use crate::wording;
use crate::wording::check as words;

const NAME: &str = "db check";

type C = Column<DbFinding>;

const FINDINGS: &[C] = &[
    C::shown("ticket", |f| Cell::from(f.ticket)),
    C::shown("event", |f| Cell::from(f.event)),
    C::shown("what", |f| Cell::code(f.what)),
    C::shown("says", |f| Cell::text(&f.says)),
];

/// Check the record and all that follows from it
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk db check\n  sladesk db check --against e51877-9f3a41c2"
)]
pub(crate) struct DbCheck {
    /// A seal that must still hold
    #[arg(long, value_name = "SEAL", value_parser = seal_of)]
    against: Option<SealText>,
}

impl DbCheck {
    /// Reads the whole record, then folds every stream anew and compares it with its rows.
    ///
    /// # Errors
    /// The file cannot be opened as a desk. What is wrong inside it is the answer.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let store = context.store()?;
        let _still = store.snapshot()?;
        let progress = Progress::new(&context.settings);
        let mut found: Vec<DbFinding> = Vec::new();
        if let Some(seal) = &self.against {
            found.extend(store.verify_seal(seal)?.map(DbFinding::from));
        }
        let path = store.path();
        let (of_pages, of_rows) = std::thread::scope(|threads| {
            // by a connection of its own, while this one reads what the rows mean
            let pages = threads.spawn(|| Store::open(path, Access::Read)?.pages());
            let of_rows = of_rows(context, store, &progress);
            let of_pages = pages.join();
            (of_pages.unwrap_or_else(|bug| resume_unwind(bug)), of_rows)
        });
        found.extend(of_pages?.into_iter().map(DbFinding::from));
        found.extend(of_rows?);
        progress.done();
        let exit = match found.is_empty() {
            true => Exit::Done,
            false => Exit::DeskFile,
        };
        let summary = summary(store, found.len())?;
        let listing = Listing::of(NAME, FINDINGS, found).told_beside();
        let outcome = Outcome::listing(listing).exit(exit).say(summary);
        Ok(guarded(outcome, store.path()))
    }
}

/// What is wrong with the record, and with what follows from it.
///
/// # Errors
/// The desk's file cannot be read.
fn of_rows(
    context: &Context,
    store: &Store,
    progress: &Progress,
) -> Result<Vec<DbFinding>, Failure> {
    let stats = store.stats()?;
    progress.steps("reading", usize::try_from(stats.events).unwrap_or(0));
    let (of_record, word) =
        store.verify_with_words(|_| progress.step(), |terms| caches::words_of(store, terms))?;
    let mut found: Vec<DbFinding> = of_record.into_iter().map(DbFinding::from).collect();
    found.extend(word.map(|(field, word)| DbFinding::of_words(&field, &word)));
    found.extend(caches::differ(context, store, progress)?);
    Ok(found)
}

/// Warns of who else can read the file or write to it.
fn guarded(outcome: Outcome, path: &Path) -> Outcome {
    if is_on_server(path) {
        return outcome;
    }
    let mut outcome = outcome;
    if others_may_read(path) {
        let path = path.display().to_string();
        outcome = outcome.warn(wording::db::everybody_may_read(&path));
    }
    match network(path) {
        Some(kind) => outcome.warn(wording::db::on_a_network(&kind)),
        None => outcome,
    }
}

/// The value parser of a seal.
fn seal_of(word: &str) -> Result<SealText, Failure> {
    word.parse().map_err(|bad: crate::store::BadSeal| {
        Failure::usage(bad.to_string()).hint(wording::db::A_SEAL)
    })
}

/// What was looked at, and how it is.
fn summary(store: &Store, findings: usize) -> Result<String, Failure> {
    let stats = store.stats()?;
    let size = words::size(stats.entries, stats.events, stats.tickets);
    let clocks = words::other_clocks(stats.given, stats.made_up);
    Ok(words::summary(findings, &(size + &clocks)))
}

/// The fields of what is found.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, FINDINGS)
}
