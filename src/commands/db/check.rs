//! `db check`: whether the record is what was written, and whether all that the tables keep
//! follows from it.

use super::caches;
use crate::context::Context;
use crate::core::model::{EventId, TicketNo};
use crate::failure::{Exit, Failure};
use crate::render::{Cell, Column, Listing, Outcome, Progress};
use crate::store::{SealText, Store};

/// `db check`: the chain, the caches, the seal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct CheckDesk {
    /// A seal that must still hold.
    pub against: Option<String>,
}

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Finding {
    pub ticket: Option<TicketNo>,
    pub event: Option<EventId>,
    /// A word for scripts.
    pub what: &'static str,
    pub says: String,
}

impl From<crate::store::Finding> for Finding {
    fn from(found: crate::store::Finding) -> Finding {
        Finding {
            ticket: found.ticket,
            event: found.event,
            what: found.what.word(),
            says: found.says,
        }
    }
}

type C = Column<Finding>;

const FINDINGS: &[C] = &[
    C::shown("ticket", |f| Cell::from(f.ticket)),
    C::shown("event", |f| Cell::from(f.event)),
    C::shown("what", |f| Cell::code(f.what)),
    C::shown("says", |f| Cell::text(&f.says)).last(),
];

/// Reads the whole record, then folds every stream anew and compares it with its rows.
///
/// # Errors
/// The file cannot be opened as a desk, or `--against` is no seal. What is wrong inside it is the
/// answer.
pub(crate) fn check(context: &mut Context, options: &CheckDesk) -> Result<Outcome, Failure> {
    let context = &*context;
    let seal = options.against.as_deref().map(seal_of).transpose()?;
    let store = context.store()?;
    let _still = store.snapshot()?;
    let progress = Progress::new(&context.settings);
    let mut found: Vec<Finding> = Vec::new();
    if let Some(seal) = &seal {
        found.extend(store.verify_seal(seal)?.map(Finding::from));
    }
    let stats = store.stats()?;
    progress.steps("reading", usize::try_from(stats.events).unwrap_or(0));
    let of_record = store.verify(|_| progress.step())?;
    found.extend(of_record.into_iter().map(Finding::from));
    found.extend(caches::differ(context, store, &progress)?);
    progress.done();
    let exit = match found.is_empty() {
        true => Exit::Done,
        false => Exit::DeskFile,
    };
    let summary = summary(store, found.len())?;
    let listing = Listing::of("db check", FINDINGS, found);
    Ok(Outcome::listing(listing).exit(exit).say(summary))
}

fn seal_of(word: &str) -> Result<SealText, Failure> {
    word.parse().map_err(|bad: crate::store::BadSeal| {
        Failure::usage(bad.to_string())
            .hint("a seal looks like `e51877-9f3a41c2`; `sladesk db seal` prints one")
    })
}

/// What was looked at, and how it is.
fn summary(store: &Store, findings: usize) -> Result<String, Failure> {
    let stats = store.stats()?;
    let size = format!(
        "{} entries, {} events, {} tickets",
        stats.entries, stats.events, stats.tickets
    );
    let given = match stats.given {
        0 => String::new(),
        n => format!("; {n} entries were written under `--now`"),
    };
    Ok(match findings {
        0 => format!("the record is whole and all rows follow from it: {size}{given}"),
        1 => format!("1 finding in {size}{given}"),
        n => format!("{n} findings in {size}{given}"),
    })
}
