//! Paper: its size, its margins.

use crate::render::Paper;

/// A sheet, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sheet {
    pub(super) width: f32,
    pub(super) height: f32,
}

/// Half an inch and a bit: what office printers leave free.
pub(super) const MARGIN: f32 = 42.0;
/// What the foot of a page takes, above its margin.
pub(super) const FOOT: f32 = 24.0;

impl Sheet {
    const A4: Sheet = Sheet {
        width: 595.28,
        height: 841.89,
    };
    const LETTER: Sheet = Sheet {
        width: 612.0,
        height: 792.0,
    };

    pub(super) fn of(paper: Paper) -> Sheet {
        match paper {
            Paper::A4 => Sheet::A4,
            Paper::Letter => Sheet::LETTER,
        }
    }

    /// Between the margins.
    pub(super) fn inner_width(self) -> f32 {
        self.width - 2.0 * MARGIN
    }

    /// Where the last line of the text ends.
    pub(super) fn bottom(self) -> f32 {
        self.height - MARGIN - FOOT
    }
}
