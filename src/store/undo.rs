//! Which entries stand. The facts are in the streams (`undone`); here they are kept by entry, so
//! that "my last change" is found without reading everybody's.

use super::engine::args;
use super::error::StoreError;
use super::writer::Writer;
use crate::core::model::EntryId;

statements! {
    TAKEN_BACK: "INSERT INTO undone (entry, by_entry) VALUES ($1, $2)
                 ON CONFLICT (entry) DO UPDATE SET by_entry = excluded.by_entry" => "";
    TAKEN_BACK_BY: "SELECT entry FROM undone WHERE by_entry = $1"
        => "SEARCH undone USING COVERING INDEX undone_by (by_entry=?)";
    STANDS_AGAIN: "DELETE FROM undone WHERE entry = $1"
        => "SEARCH undone USING INTEGER PRIMARY KEY (rowid=?)";
    FORGET: "DELETE FROM once WHERE key = $1 AND entry = $2"
        => "SEARCH once USING INDEX sqlite_autoindex_once_1 (key=?)";
    REMEMBER_AGAIN: "INSERT INTO once (key, entry) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING" => "";
}

impl Writer<'_> {
    /// Notes that this writer's entry takes `entry` back. What `entry` itself had taken back
    /// stands again, keys included. Call it after the `undone` events were appended.
    pub(crate) fn take_back(&mut self, entry: EntryId) -> Result<(), StoreError> {
        let by = self.entry_id();
        self.engine.run(TAKEN_BACK, args![entry, by])?;
        if let Some(key) = self.entry(entry)?.and_then(|row| row.once) {
            self.engine.run(FORGET, args![key, entry])?;
        }
        let standing: Vec<EntryId> = self
            .engine
            .rows(TAKEN_BACK_BY, args![entry], |c| c.take())?;
        for again in standing {
            self.engine.run(STANDS_AGAIN, args![again])?;
            if let Some(key) = self.entry(again)?.and_then(|row| row.once) {
                self.engine.run(REMEMBER_AGAIN, args![key, again])?;
            }
        }
        Ok(())
    }
}
