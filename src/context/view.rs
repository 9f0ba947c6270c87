//! What is looked at: the record as it is now, as it was known at an instant, or under a seal.

use super::Context;
use crate::core::time::Instant;
use crate::core::time::{Direction, when};
use crate::failure::Failure;
use crate::store::{AsOf, EntryRow, SealText};

/// A prefix of the record and the instant at which clocks are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct View {
    pub known: AsOf,
    pub at: Instant,
}

impl View {
    /// The present.
    pub(crate) fn now(context: &Context) -> View {
        View {
            known: AsOf::All,
            at: context.now(),
        }
    }

    /// `--as-of INSTANT` hides what was recorded later and looks at that instant; `--as-of SEAL`
    /// looks at the sealed record, at the seal's instant or when its entry was written.
    ///
    /// # Errors
    /// The word is neither, or the record does not hold that seal.
    pub(crate) fn of(context: &Context, as_of: Option<&str>) -> Result<View, Failure> {
        let Some(word) = as_of else {
            return Ok(View::now(context));
        };
        if let Ok(seal) = word.parse::<SealText>() {
            return sealed(context, word, &seal);
        }
        let at = when(word, &context.here()?, Direction::Past)?;
        match context.store()?.known_at(at)? {
            Some(entry) => known_through(context, &entry, at),
            None => Ok(View {
                known: AsOf::Through(crate::core::model::EventId(0)),
                at,
            }),
        }
    }
}

fn sealed(context: &Context, word: &str, seal: &SealText) -> Result<View, Failure> {
    let store = context.store()?;
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
    known_through(context, &entry, seal.at.unwrap_or(entry.recorded))
}

fn known_through(context: &Context, entry: &EntryRow, at: Instant) -> Result<View, Failure> {
    let last = context.store()?.last_event_of(entry.id)?;
    Ok(View {
        known: AsOf::Through(last),
        at,
    })
}
