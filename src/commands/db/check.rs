//! `db check`: whether the record is what was written, and whether all that the tables keep
//! follows from it.

use std::panic::resume_unwind;
use std::path::Path;

use clap::Args;

use super::caches;
use super::finding::DbFinding;
use super::tickets::{TicketCheck, TicketQueue};
use crate::commands::Input;
use crate::commands::list_fields::ListFields;
use crate::context::{Context, Reading, View};
use crate::core::model::EventId;
use crate::failure::{Exit, Failure};
use crate::render::{Cell, Column, Listing, Outcome, Progress};
use crate::settings::Abbreviations;
use crate::store::{
    Access, SealText, SearchCheck, Stats, Store, is_on_server, network, others_may_read,
};
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
        let (last, view) = (store.last_event()?, View::now(context)?);
        let stats = store.stats()?;
        progress.steps("checking", steps(&stats));
        let shared = SharedCheck {
            path: store.path(),
            last,
            view,
            abbreviations: context.settings.abbreviations,
            queue: TicketQueue::new(),
            search: SearchCheck::new(),
            progress: &progress,
        };
        let (of_pages, of_rows) = std::thread::scope(|threads| {
            let beside = threads.spawn(|| shared.beside());
            let of_rows = shared.here(store);
            let beside = beside.join();
            (beside.unwrap_or_else(|bug| resume_unwind(bug)), of_rows)
        });
        let (of_pages, part) = of_pages?;
        found.extend(of_pages);
        found.extend(of_rows?.with(part).differing(store)?);
        progress.done();
        let exit = match found.is_empty() {
            true => Exit::Done,
            false => Exit::DeskFile,
        };
        let summary = summary(&stats, found.len());
        let listing = Listing::of(NAME, FINDINGS, found).told_beside();
        let outcome = Outcome::listing(listing).exit(exit).say(summary);
        Ok(guarded(outcome, store.path()))
    }
}

/// How much there is to look at: events as they were written, tickets as they follow.
fn steps(stats: &Stats) -> usize {
    usize::try_from(stats.events + stats.tickets).unwrap_or(0)
}

/// A check that two do: one reads the record, the other what the engine makes of it; then both
/// fold tickets.
struct SharedCheck<'c> {
    path: &'c Path,
    /// The last event of the state that is checked.
    last: EventId,
    view: View,
    abbreviations: Abbreviations,
    queue: TicketQueue,
    search: SearchCheck,
    progress: &'c Progress,
}

/// What is wrong with the record and what follows from it.
struct RowsCheck {
    found: Vec<DbFinding>,
    of_tickets: Vec<DbFinding>,
    search: SearchCheck,
    /// Whether the comparison of words has the index in it.
    index_read: bool,
}

impl SharedCheck<'_> {
    /// The record, what follows from it beside tickets, and tickets.
    fn here(&self, store: &Store) -> Result<RowsCheck, Failure> {
        let seen = |_| self.progress.step();
        let words_of = |terms: &str| caches::words_of(store, terms);
        let (of_record, word) = store.verify_with_words(seen, words_of)?;
        let mut found: Vec<DbFinding> = of_record.into_iter().map(DbFinding::from).collect();
        found.extend(word.map(|(field, word)| DbFinding::of_words(&field, &word)));
        found.extend(caches::differ(store)?);
        let (of_tickets, search) = self.tickets(store, self.search.part())?;
        Ok(RowsCheck {
            found,
            of_tickets,
            search,
            index_read: false,
        })
    }

    /// The pages; and by the same connection the index of words and tickets, where it reads the
    /// same state: nobody wrote since.
    fn beside(&self) -> Result<(Vec<DbFinding>, Option<RowsCheck>), Failure> {
        let store = Store::open(self.path, Access::Read)?;
        let _still = store.snapshot()?;
        let same = store.last_event()? == self.last;
        let pages = store.pages()?.into_iter().map(DbFinding::from).collect();
        if !same {
            return Ok((pages, None));
        }
        let mut search = self.search.part();
        search.read_index(&store)?;
        let (of_tickets, search) = self.tickets(&store, search)?;
        let part = RowsCheck {
            found: Vec::new(),
            of_tickets,
            search,
            index_read: true,
        };
        Ok((pages, Some(part)))
    }

    /// As many tickets as there is time for.
    fn tickets(
        &self,
        store: &Store,
        search: SearchCheck,
    ) -> Result<(Vec<DbFinding>, SearchCheck), Failure> {
        let reading = Reading::new(store, self.view, self.abbreviations)?;
        let mut check = TicketCheck::new(reading, search);
        check.all_of(&self.queue, self.progress)?;
        Ok(check.end())
    }
}

impl RowsCheck {
    /// With what the other found.
    fn with(mut self, part: Option<RowsCheck>) -> RowsCheck {
        if let Some(part) = part {
            self.of_tickets.extend(part.of_tickets);
            self.search = self.search.with(part.search);
            self.index_read |= part.index_read;
        }
        self
    }

    /// All findings, with those of the words: of the record first, then by ticket.
    fn differing(mut self, store: &Store) -> Result<Vec<DbFinding>, Failure> {
        if !self.index_read {
            self.search.read_index(store)?;
        }
        self.of_tickets.sort_by_key(|finding| finding.ticket);
        let differing = self.search.differing(store)?;
        let mut found = self.found;
        found.extend(self.of_tickets);
        let tickets = differing.tickets.into_iter();
        found.extend(
            tickets.map(|number| DbFinding::of_search(Some(number), words::SEARCH_DIFFERS)),
        );
        if differing.tokens {
            found.push(DbFinding::of_search(None, words::SEARCH_TOKENS_DIFFER));
        }
        Ok(found)
    }
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
fn summary(stats: &Stats, findings: usize) -> String {
    let size = words::size(stats.entries, stats.events, stats.tickets);
    let clocks = words::other_clocks(stats.given, stats.made_up);
    words::summary(findings, &(size + &clocks))
}

/// The fields of what is found.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, FINDINGS)
}
