//! What a command returns: data, never text that is laid out. Every format draws the same data.
//!
//! A list is a [`Listing`] over a table of [`Column`]s:
//!
//! ```
//! use sladesk::render::{Cell, Column, Listing, Outcome};
//! struct Staff { id: String, lines: Vec<String> }
//! type C = Column<Staff>;
//! const COLUMNS: &[C] = &[
//!     C::shown("staff", |s| Cell::code(s.id.clone())).names(),
//!     C::shown("lines", |s| Cell::codes(s.lines.clone())),
//! ];
//! let people = vec![Staff { id: "minh".into(), lines: vec!["first".into()] }];
//! let outcome = Outcome::listing(Listing::of("staff list", COLUMNS, people));
//! ```
//!
//! A page is a listing of one record with a [`Doc`]; a write says what it did and names what it
//! made, with the object after the change for those who ask (`-f json`):
//!
//! ```
//! use sladesk::core::model::EntryId;
//! use sladesk::render::{Cell, Outcome, Written};
//! let written = Written::new(EntryId(7))
//!     .said("opened 42 for acme: response due today 10:30")
//!     .created(Cell::Id(42));
//! let outcome = Outcome::written(written).warn("holidays of 2031 are not known yet");
//! ```

mod cell;
mod doc;
mod field;
mod listing;

pub use cell::{Cell, Object};
pub use doc::{Block, Chart, Doc, Fact, Table};
pub use field::{Column, Field, Shown, Spot, record};
pub use listing::{Listing, Prefer, Row, Shape};

use crate::core::calendar::ZoneRules;
use crate::core::model::EntryId;
use crate::failure::{Exit, Failure};

/// What a command has to say.
pub struct Outcome {
    pub body: Body,
    /// Sentences for stderr, in order.
    pub notes: Vec<Note>,
    pub exit: Exit,
    /// The zone that the answer is about; times are shown in it unless another was asked for.
    pub zone: Option<ZoneRules>,
}

/// The answer itself.
pub enum Body {
    /// Nothing for stdout.
    Nothing,
    Listing(Listing),
    /// Several answers of the same kind, each an object: explanations of three tickets.
    Listings(Vec<Listing>),
    Written(Written),
    /// Text that is written as it is, piece by piece: a plan file, an export, a shell's script.
    Verbatim(Box<dyn Iterator<Item = Result<String, Failure>>>),
}

/// A sentence on stderr.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    Said(String),
    Warning(String),
}

/// What a write did.
pub struct Written {
    /// What it created, as people type it.
    pub created: Vec<Cell>,
    /// What one command wrote: `undo` takes it. None: nothing was written (`-n`).
    pub entry: Option<EntryId>,
    /// The things after the change, for `-f`.
    pub after: Option<Listing>,
    said: Vec<String>,
}

impl Outcome {
    fn new(body: Body) -> Outcome {
        Outcome {
            body,
            notes: Vec::new(),
            exit: Exit::Done,
            zone: None,
        }
    }

    /// Records.
    pub fn listing(listing: Listing) -> Outcome {
        Outcome::new(Body::Listing(listing))
    }

    /// Several answers, each an object of its own; `jsonl` has one a line, `json` an array.
    pub fn listings(listings: Vec<Listing>) -> Outcome {
        Outcome::new(Body::Listings(listings))
    }

    /// A write.
    pub fn written(mut written: Written) -> Outcome {
        let said = std::mem::take(&mut written.said);
        let mut outcome = Outcome::new(Body::Written(written));
        outcome.notes = said.into_iter().map(Note::Said).collect();
        outcome
    }

    /// Text as it is.
    pub fn verbatim(text: impl Into<String>) -> Outcome {
        Outcome::stream(std::iter::once(Ok(text.into())))
    }

    /// Text as it is, piece by piece.
    pub fn stream(pieces: impl Iterator<Item = Result<String, Failure>> + 'static) -> Outcome {
        Outcome::new(Body::Verbatim(Box::new(pieces)))
    }

    /// Nothing for stdout, a sentence for stderr.
    pub fn only_said(sentence: impl Into<String>) -> Outcome {
        Outcome::new(Body::Nothing).say(sentence)
    }

    /// A sentence for stderr; `-q` silences it.
    pub fn say(mut self, sentence: impl Into<String>) -> Outcome {
        self.notes.push(Note::Said(sentence.into()));
        self
    }

    /// A warning for stderr; it is part of the answer, and nothing silences it.
    pub fn warn(mut self, sentence: impl Into<String>) -> Outcome {
        self.notes.push(Note::Warning(sentence.into()));
        self
    }

    /// Times are those of this zone: the report of a contract in its own.
    pub fn in_zone(mut self, zone: ZoneRules) -> Outcome {
        self.zone = Some(zone);
        self
    }

    /// Ends the process with this code though nothing failed: `--exit-code`, `plan test`.
    pub fn exit(mut self, exit: Exit) -> Outcome {
        self.exit = exit;
        self
    }
}

impl Written {
    /// That entry was written.
    pub fn new(entry: EntryId) -> Written {
        Written {
            entry: Some(entry),
            ..Written::nothing()
        }
    }

    /// Nothing was written: a dry run, or nothing to do.
    pub fn nothing() -> Written {
        Written {
            created: Vec::new(),
            entry: None,
            after: None,
            said: Vec::new(),
        }
    }

    /// What was done, and what follows from it.
    pub fn said(mut self, sentence: impl Into<String>) -> Written {
        self.said.push(sentence.into());
        self
    }

    /// What names a thing that was made.
    pub fn created(mut self, id: Cell) -> Written {
        self.created.push(id);
        self
    }

    /// The things after the change; [`Listing::single`] when one was meant.
    pub fn after(mut self, listing: Listing) -> Written {
        self.after = Some(listing);
        self
    }
}
