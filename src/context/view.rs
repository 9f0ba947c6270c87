//! What is looked at: the record as it is now, as it was known at an instant, or under a seal.

use std::str::FromStr;

use super::Context;
use crate::core::text::Misread;
use crate::core::time::Instant;
use crate::core::time::{Direction, PointExpr};
use crate::failure::Failure;
use crate::store::{AsOf, EntryRow, SealText};

/// What `--as-of` names, until the record is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum AsOfExpr {
    Seal { typed: String, seal: SealText },
    Point(PointExpr),
}

impl FromStr for AsOfExpr {
    type Err = Misread;

    fn from_str(word: &str) -> Result<AsOfExpr, Misread> {
        Ok(match word.parse() {
            Ok(seal) => AsOfExpr::Seal {
                typed: word.to_owned(),
                seal,
            },
            Err(_) => AsOfExpr::Point(word.parse()?),
        })
    }
}

/// A prefix of the record and the instant at which clocks are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct View {
    pub known: AsOf,
    pub at: Instant,
}

impl View {
    /// The present.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn now(context: &Context) -> Result<View, Failure> {
        context.store()?;
        Ok(View {
            known: AsOf::All,
            at: context.now(),
        })
    }

    /// `--as-of INSTANT` hides what was recorded later and looks at that instant; `--as-of SEAL`
    /// looks at the sealed record, at the seal's instant or when its entry was written.
    ///
    /// # Errors
    /// The instant fits two moments or none, or the record does not hold that seal.
    pub(crate) fn of(context: &Context, as_of: Option<&AsOfExpr>) -> Result<View, Failure> {
        match as_of {
            None => View::now(context),
            Some(AsOfExpr::Seal { typed, seal }) => sealed(context, typed, seal),
            Some(AsOfExpr::Point(point)) => {
                View::at(context, point.resolve(&context.here()?, Direction::Past)?)
            }
        }
    }

    /// What was known at an instant, looked at from there.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn at(context: &Context, at: Instant) -> Result<View, Failure> {
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
    // what was sealed lies in the past of the seal, whatever clock read it
    let at = seal.at.unwrap_or(entry.recorded);
    known_through(context, &entry, at.max(entry.recorded))
}

fn known_through(context: &Context, entry: &EntryRow, at: Instant) -> Result<View, Failure> {
    let last = context.store()?.last_event_of(entry.id)?;
    Ok(View {
        known: AsOf::Through(last),
        at,
    })
}
