//! How one answer is to be shown: to whom, in which form, as of when.

use crate::core::filter::LineEnd;
use crate::core::time::Instant;
use crate::core::time::{Local, LocalNow};
use crate::settings::{FieldName, Format};

/// Where stdout goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stdout {
    Terminal {
        width: usize,
        height: usize,
    },
    /// A pipe or a file: all rows, nothing cut unless somebody says how wide it may be (`COLUMNS`).
    Elsewhere {
        width: Option<usize>,
    },
}

/// Whether colour may carry what the words say too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Colour {
    Off,
    On,
}

/// What the renderers need to know besides the answer.
pub(crate) struct RenderView<'a> {
    /// The instant at which the answer is given: what `today` means.
    pub now: Instant,
    /// The place whose clock the times are shown by.
    pub zone: &'a dyn Local,
    /// The format that was asked for.
    pub format: Option<Format>,
    /// The fields that were asked for.
    pub fields: Option<Vec<FieldName>>,
    pub stdout: Stdout,
    pub colour: Colour,
    /// What stands behind each name of `-f ids`.
    pub line_end: LineEnd,
    /// Of which desk it is, where an answer says so: its id.
    pub desk: Option<&'a str>,
}

impl<'a> RenderView<'a> {
    /// Stdout is a terminal.
    pub(crate) fn at_terminal(&self) -> bool {
        matches!(self.stdout, Stdout::Terminal { .. })
    }

    /// How wide a table may be; none: as wide as it is.
    pub(crate) fn width(&self) -> Option<usize> {
        match self.stdout {
            Stdout::Terminal { width, .. } => Some(width),
            Stdout::Elsewhere { width } => width,
        }
    }

    /// How wide a page is; where nobody says, as wide as a terminal and a sheet of paper.
    pub(crate) fn page_width(&self) -> usize {
        const PAPER: usize = 80;
        self.width().unwrap_or(PAPER)
    }

    /// How wide its text is: no line should be longer than an eye can follow.
    pub(crate) fn prose_width(&self) -> usize {
        const READABLE: usize = 100;
        self.page_width().min(READABLE)
    }

    pub(super) fn here(&self) -> LocalNow<'a> {
        LocalNow::new(self.now, self.zone)
    }
}
