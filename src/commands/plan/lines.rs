//! What a plan says, line by line, as records.

use crate::plans::TermLine;
use crate::render::{Cell, Column};
use crate::wording::plan::{section, term_in_english};

type C = Column<TermLine>;

/// What it says, where, and how the plan writes it.
pub(super) const LINES: &[C] = &[
    C::shown("path", |l| Cell::code(l.path.clone())).names(),
    C::shown("item", |l| Cell::text(term_in_english(&l.item))),
    C::shown("value", |l| Cell::text(term_in_english(&l.said))).last(),
    C::shown("clause", |l| Cell::code_if(l.source.clause.clone())),
    C::more("section", |l| Cell::code(section(l.section).in_english())),
    C::more("written", |l| Cell::text(l.value.clone())),
    C::more("note", |l| Cell::text_if(l.source.note.clone())),
    C::more("conflict", |l| Cell::text_if(l.source.conflict.clone())),
];
