//! What is looked at: the record as it is now, as it was known at an instant, or under a seal.

use super::Desk;
use crate::core::model::Instant;
use crate::core::words::{Direction, when};
use crate::failure::Failure;
use crate::store::{EntryRow, Known, SealText};

/// A prefix of the record and the instant at which clocks are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    pub known: Known,
    pub at: Instant,
}

impl View {
    /// The present.
    pub fn now(desk: &Desk) -> View {
        View {
            known: Known::All,
            at: desk.now(),
        }
    }

    /// `--as-of INSTANT` hides what was recorded later and looks at that instant; `--as-of SEAL`
    /// looks at the sealed record, at the seal's instant or when its entry was written.
    ///
    /// # Errors
    /// The word is neither, or the record does not hold that seal.
    pub fn of(desk: &Desk, as_of: Option<&str>) -> Result<View, Failure> {
        let Some(word) = as_of else {
            return Ok(View::now(desk));
        };
        if let Ok(seal) = word.parse::<SealText>() {
            return sealed(desk, word, &seal);
        }
        let at = when(word, &desk.here()?, Direction::Past)?;
        match desk.store()?.known_at(at)? {
            Some(entry) => known_through(desk, &entry, at),
            None => Ok(View {
                known: Known::Through(crate::core::model::EventId(0)),
                at,
            }),
        }
    }
}

fn sealed(desk: &Desk, word: &str, seal: &SealText) -> Result<View, Failure> {
    let store = desk.store()?;
    let fits = store.seal_of(seal.entry)?.filter(|found| seal.fits(found));
    let entry = store.entry(seal.entry)?;
    let (Some(_), Some(entry)) = (fits, entry) else {
        return Err(
            Failure::not_found(format!("this record has no seal `{word}`"))
                .fact(
                    "its entry does not exist here, or its hash is another: it is of another desk, \
                   or the record was tampered with",
                )
                .hint("`sladesk db check` tells whether the record is whole"),
        );
    };
    known_through(desk, &entry, seal.at.unwrap_or(entry.recorded))
}

fn known_through(desk: &Desk, entry: &EntryRow, at: Instant) -> Result<View, Failure> {
    let last = desk.store()?.last_event_of(entry.id)?;
    Ok(View {
        known: Known::Through(last),
        at,
    })
}
