//! The tables of caches through one view of the record: as they are, or as they were known.
//!
//! The past is asked twice, by the same statement: the tables, without the rows that rest on a
//! later event, and tables of the same columns and indexes (`past_...`), which hold what was there
//! and has changed since, as it was then. The answers are merged in the order asked for.

use std::borrow::Cow;

use super::Store;
use super::as_of::AsOf;
use super::engine::{Arg, ColumnError, Engine, RowCells};
use super::error::StoreError;
use super::past_text;
use crate::core::model::EventId;

/// The tables as one view of the record knows them.
#[derive(Clone, Copy)]
pub(crate) struct Tables<'s> {
    store: &'s Store,
    past: Option<PastTables>,
}

/// Past tables that were filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PastTables {
    /// What the view knows.
    pub known: EventId,
    /// Which of the sets of past tables holds what has changed since.
    pub set: u32,
}

/// One of the times that a statement is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pass {
    /// The tables as they are.
    Present,
    /// The tables, without the rows that rest on a later event.
    Unchanged(EventId),
    /// What has changed since, as it was.
    Changed(u32),
}

impl Pass {
    /// A statement's text as this pass asks it.
    pub(super) fn text<'t>(self, text: &'t str) -> Cow<'t, str> {
        match self {
            Pass::Present | Pass::Unchanged(_) => Cow::Borrowed(text),
            Pass::Changed(set) => Cow::Owned(past_text::text(text, set)),
        }
    }

    /// The last event on which a row may rest that this pass is to find.
    pub(super) fn known(self) -> Option<EventId> {
        match self {
            Pass::Unchanged(known) => Some(known),
            Pass::Present | Pass::Changed(_) => None,
        }
    }
}

/// A row that says on which event it rests.
pub(super) trait Versioned {
    fn known(&self) -> EventId;
}

impl Store {
    /// The tables as they are.
    pub(crate) fn present(&self) -> Tables<'_> {
        Tables {
            store: self,
            past: None,
        }
    }
}

impl<'s> Tables<'s> {
    pub(super) fn past(store: &'s Store, past: PastTables) -> Tables<'s> {
        Tables {
            store,
            past: Some(past),
        }
    }

    pub(crate) fn store(&self) -> &'s Store {
        self.store
    }

    pub(super) fn engine(&self) -> &'s dyn Engine {
        &*self.store.engine
    }

    pub(super) fn past_tables(&self) -> Option<PastTables> {
        self.past
    }

    /// The last event that this view knows.
    pub(super) fn last(&self) -> EventId {
        self.past.map_or(EventId(i64::MAX), |past| past.known)
    }

    /// How much of the record this view knows.
    pub(crate) fn known(&self) -> AsOf {
        self.past
            .map_or(AsOf::All, |past| AsOf::Through(past.known))
    }

    /// Whether it is not the tables as they are.
    pub(super) fn is_past(&self) -> bool {
        self.past.is_some()
    }

    /// The times that a statement is asked.
    pub(super) fn passes(&self) -> impl Iterator<Item = Pass> + use<> {
        let (first, second) = match self.past {
            None => (Pass::Present, None),
            Some(past) => (Pass::Unchanged(past.known), Some(Pass::Changed(past.set))),
        };
        std::iter::once(first).chain(second)
    }

    /// The rows of a short answer: those of the tables that rest on no later event, then those of
    /// the past tables.
    pub(super) fn rows<T: Versioned>(
        &self,
        text: &str,
        args: &[Arg<'_>],
        read: impl Fn(&mut RowCells<'_>) -> Result<T, ColumnError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut all = Vec::new();
        for pass in self.passes() {
            let mut found = self.store.engine.rows(&pass.text(text), args, &read)?;
            if let Some(known) = pass.known() {
                found.retain(|row| row.known() <= known);
            }
            all.append(&mut found);
        }
        Ok(all)
    }
}
