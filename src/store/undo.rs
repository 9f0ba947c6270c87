//! Which entries stand. The facts are in the streams (`undone`); here they are kept by entry, so
//! that "my last change" is found without reading everybody's.

use super::Store;
use super::as_of::AsOf;
use super::engine::args;
use super::error::StoreError;
use super::writer::Writer;
use crate::core::model::EntryId;

statements! {
    TAKEN_BACK: "INSERT INTO undone (entry, by_entry, stands) VALUES ($1, $2, 1)" => "";
    TAKEN_BACK_BY: "SELECT entry FROM undone WHERE by_entry = $1"
        => "SEARCH undone USING COVERING INDEX undone_by (by_entry=?)";
    STANDS: "UPDATE undone SET stands = $1 WHERE by_entry = $2"
        => "SEARCH undone USING INDEX undone_by (by_entry=?)";
    BY: "SELECT by_entry FROM undone WHERE entry = $1 AND by_entry <= $2 ORDER BY by_entry DESC"
        => "SEARCH undone USING COVERING INDEX sqlite_autoindex_undone_1 (entry=? AND by_entry<?)";
    OF_EVENT: "SELECT entry FROM event WHERE id = $1"
        => "SEARCH event USING INTEGER PRIMARY KEY (rowid=?)";
    FORGET: "DELETE FROM once WHERE key = $1 AND entry = $2"
        => "SEARCH once USING INDEX sqlite_autoindex_once_1 (key=?)";
    REMEMBER_AGAIN: "INSERT INTO once (key, entry) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING" => "";
}

/// Whether an entry stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum UndoEffect {
    Undone,
    Again,
}

impl Store {
    /// The entry that took this one back, as far as the record is known: the last
    /// one that was not taken back itself.
    pub(crate) fn undone_by(
        &self,
        entry: EntryId,
        known: AsOf,
    ) -> Result<Option<EntryId>, StoreError> {
        let last = match known {
            AsOf::All => EntryId(i64::MAX),
            AsOf::Through(event) => self
                .engine
                .first(OF_EVENT, args![event], |c| c.take())?
                .unwrap_or(EntryId(0)),
        };
        let all: Vec<EntryId> = self.engine.rows(BY, args![entry, last], |c| c.take())?;
        for by in all {
            if self.undone_by(by, known)?.is_none() {
                return Ok(Some(by));
            }
        }
        Ok(None)
    }
}

impl Writer<'_> {
    /// Notes that this writer's entry takes `entry` back. What `entry` itself had taken back
    /// stands again, keys included, and so on. Call it after the `undone` events were appended.
    pub(crate) fn take_back(&mut self, entry: EntryId) -> Result<(), StoreError> {
        let by = self.entry_id();
        self.engine.run(TAKEN_BACK, args![entry, by])?;
        self.turn(entry, UndoEffect::Undone)
    }

    fn turn(&mut self, entry: EntryId, turn: UndoEffect) -> Result<(), StoreError> {
        if let Some(key) = self.entry(entry)?.and_then(|row| row.once) {
            let text = match turn {
                UndoEffect::Undone => FORGET,
                UndoEffect::Again => REMEMBER_AGAIN,
            };
            self.engine.run(text, args![key, entry])?;
        }
        let its: Vec<EntryId> = self
            .engine
            .rows(TAKEN_BACK_BY, args![entry], |c| c.take())?;
        self.engine
            .run(STANDS, args![turn == UndoEffect::Again, entry])?;
        let other = match turn {
            UndoEffect::Undone => UndoEffect::Again,
            UndoEffect::Again => UndoEffect::Undone,
        };
        its.into_iter()
            .try_for_each(|taken| self.turn(taken, other))
    }
}
