//! The time of a zone in pieces of constant offset, found by lookup.

/// Pieces are found by the 97 days that an instant lies in.
const SHIFT: u32 = 23;

/// A time of constant offset.
#[derive(Clone, Copy, Debug)]
pub(super) struct OffsetPiece {
    pub from: i64,
    /// Where the next begins.
    pub to: i64,
    pub offset: i64,
    /// What is to be added to the sum on the wall: hours shown twice so far, less hours skipped.
    pub carry: i64,
}

/// All pieces, the first from long ago, the last for ever.
#[derive(Clone, Debug)]
pub(super) struct OffsetPieces {
    pieces: Vec<OffsetPiece>,
    /// The piece at the start of each 97 days from 1970 on.
    index: Vec<u16>,
    /// The most changes that lie in such 97 days.
    steps: u16,
}

impl OffsetPieces {
    /// From where each piece begins, and its offset. `open_between` tells the open seconds from
    /// one wall time to another.
    pub(super) fn new(
        offsets: &[(i64, i32)],
        open_between: impl Fn(i64, i64) -> i64,
    ) -> OffsetPieces {
        let mut pieces: Vec<OffsetPiece> = Vec::with_capacity(offsets.len());
        for (from, offset) in offsets {
            let offset = i64::from(*offset);
            let mut carry = 0;
            if let Some(before) = pieces.last_mut() {
                before.to = *from;
                carry = before.carry - open_between(from + before.offset, from + offset);
            }
            pieces.push(OffsetPiece {
                from: *from,
                to: i64::MAX,
                offset,
                carry,
            });
        }
        let (index, steps) = index(&pieces);
        OffsetPieces {
            pieces,
            index,
            steps,
        }
    }

    /// The number of the piece that holds at that instant.
    pub(super) fn at(&self, at: i64) -> usize {
        let last = self.index.len() - 1;
        let start = ((at.max(0) >> SHIFT) as usize).min(last);
        let mut number = usize::from(self.index[start]);
        for _ in 0..self.steps {
            number += usize::from(self.pieces[number].to <= at);
        }
        number
    }

    /// All pieces from that number on.
    pub(super) fn from(&self, number: usize) -> &[OffsetPiece] {
        &self.pieces[number..]
    }

    /// Each change of the clocks from that piece on: what holds before, and after.
    pub(super) fn changes(
        &self,
        number: usize,
    ) -> impl Iterator<Item = (&OffsetPiece, &OffsetPiece)> {
        let pairs = self.pieces[number..].windows(2);
        pairs.map(|pair| (&pair[0], &pair[1]))
    }

    pub(super) fn last(&self) -> usize {
        self.pieces.len() - 1
    }
}

impl std::ops::Index<usize> for OffsetPieces {
    type Output = OffsetPiece;

    fn index(&self, number: usize) -> &OffsetPiece {
        &self.pieces[number]
    }
}

/// The piece at the start of each 97 days, and the most changes in any.
fn index(pieces: &[OffsetPiece]) -> (Vec<u16>, u16) {
    let last = pieces.last().map_or(0, |piece| piece.from.max(0) >> SHIFT);
    let mut index = Vec::with_capacity(last as usize + 1);
    let (mut number, mut steps) = (0, 0);
    for start in 0..=last {
        let first = number;
        // a change at the very start belongs to what begins there
        while pieces[number].to <= start << SHIFT {
            number += 1;
        }
        steps = steps.max(number - first);
        index.push(number as u16);
    }
    let after = pieces.len() - 1 - number;
    (index, steps.max(after) as u16)
}
