//! What names each thing, one a line: what `TICKETS` of `-` reads.

use std::io::Write;

use super::outcome::{Cell, Listing};
use super::{RenderError, shown};
use crate::core::filter::LineEnd;
use crate::core::text::visible_line;
use crate::failure::Failure;

/// The naming field of every record; of several records of one thing, once.
pub(super) fn ids(listing: Listing, end: LineEnd, out: &mut dyn Write) -> Result<(), RenderError> {
    let Some(field) = listing.fields.iter().position(|field| field.names) else {
        return Err(Failure::usage(format!("{} names no things", listing.name))
            .hint("`-f json` and `-f tsv` have its records")
            .into());
    };
    let mut before = Cell::Absent;
    for row in listing.rows(&[field]) {
        let Some(cell) = row?.pop() else { continue };
        if cell != before {
            id(&cell, end, out)?;
            before = cell;
        }
    }
    Ok(())
}

/// One name on a line of its own.
pub(super) fn id(cell: &Cell, end: LineEnd, out: &mut dyn Write) -> Result<(), RenderError> {
    if let Some(word) = shown::exact(cell) {
        out.write_all(visible_line(&word).as_bytes())?;
        write!(out, "{}", end.letter())?;
    }
    Ok(())
}
