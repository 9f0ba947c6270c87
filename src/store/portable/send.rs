//! A record as lines, piece by piece: a long one takes no more memory than a short one.

use std::collections::VecDeque;

use super::RecordLine;
use super::part::{LeftOut, RecordPart};
use super::part_asked::PartAsked;
use super::part_lines::PartOfRecord;
use super::rows::desk_line;
use super::whole::WholeRecord;
use crate::store::Store;
use crate::store::engine::TransactionPurpose;
use crate::store::error::StoreError;

/// The lines of a record as it stood when they were asked for, whatever is written or erased
/// meanwhile.
pub(crate) struct RecordLines {
    store: Store,
    pieces: RecordPieces,
    ready: VecDeque<RecordLine>,
    ended: bool,
}

enum RecordPieces {
    Whole(WholeRecord),
    Part(Box<PartOfRecord>),
}

impl RecordLines {
    /// Those of a desk.
    ///
    /// # Errors
    /// Its file cannot be read.
    pub(crate) fn of(store: Store) -> Result<RecordLines, StoreError> {
        // It ends with the connection, which these lines keep to themselves.
        store.engine.start(TransactionPurpose::Snapshot)?;
        let pieces = RecordPieces::Whole(WholeRecord::of(&store)?);
        let desk = desk_line(&store)?;
        Ok(RecordLines::begun(store, pieces, RecordLine::Desk(desk)))
    }

    /// Those of some customers, as a record of its own, and what of theirs it lacks.
    ///
    /// # Errors
    /// As above.
    pub(crate) fn of_customers(
        store: Store,
        asked: PartAsked,
    ) -> Result<(RecordLines, LeftOut), StoreError> {
        store.engine.start(TransactionPurpose::Snapshot)?;
        let (part, left_out) = RecordPart::of(&store, asked)?;
        let (desk, part) = PartOfRecord::of(&store, part)?;
        let lines = RecordLines::begun(
            store,
            RecordPieces::Part(Box::new(part)),
            RecordLine::Desk(desk),
        );
        Ok((lines, left_out))
    }

    fn begun(store: Store, pieces: RecordPieces, first: RecordLine) -> RecordLines {
        RecordLines {
            store,
            pieces,
            ready: VecDeque::from([first]),
            ended: false,
        }
    }

    fn more(&mut self) -> Result<Vec<RecordLine>, StoreError> {
        match &mut self.pieces {
            RecordPieces::Whole(whole) => whole.more(&self.store),
            RecordPieces::Part(part) => part.more(&self.store),
        }
    }
}

impl Iterator for RecordLines {
    type Item = Result<RecordLine, StoreError>;

    fn next(&mut self) -> Option<Result<RecordLine, StoreError>> {
        if self.ready.is_empty() && !self.ended {
            match self.more() {
                Ok(lines) => {
                    self.ended = lines.is_empty();
                    self.ready.extend(lines);
                }
                Err(error) => {
                    self.ended = true;
                    return Some(Err(error));
                }
            }
        }
        self.ready.pop_front().map(Ok)
    }
}
