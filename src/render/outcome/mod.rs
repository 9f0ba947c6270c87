//! What a command returns: data, never text that is laid out. Every format draws the same data.
//!
//! A list is a [`Listing`] over a table of [`Column`]s:
//!
//! A page is a listing of one record with a [`Doc`]; a write says what it did and names what it
//! made, with the object after the change for those who ask (`-f json`):

mod cell;
mod doc;
mod field;
mod listing;
mod page_link;
mod paper;
mod pick;
mod role;
mod words;

pub(crate) use cell::{Cell, Marked, Object, Row, Said, Validity};
pub(crate) use doc::{
    BarChart, Block, Chart, ChartLine, Doc, DocFact, DocTable, Excerpt, LineChart, PageRead,
};
pub(crate) use field::{Column, ColumnPosition, ColumnShown, Field, column_keys, record};
pub(crate) use listing::{JsonShape, Listing, PagePreference, sorted_by};
pub(crate) use page_link::PageLink;
pub(crate) use paper::Paper;
pub(crate) use pick::{PickedField, all_picks, default_picks, picks, values};
pub(crate) use role::Role;
pub(crate) use words::Words;

use crate::core::calendar::ZoneRules;
use crate::core::model::EntryId;
use crate::failure::{Exit, Failure};

/// What a command has to say.
pub(crate) struct Outcome {
    pub body: Body,
    /// What stands above the answer where it is read by eye.
    pub heading: Option<String>,
    /// Sentences for stderr, in order.
    pub notes: Vec<OutcomeNote>,
    pub exit: Exit,
    /// The zone that the answer is about; times are shown in it unless another was asked for.
    pub zone: Option<ZoneRules>,
}

/// The answer itself.
pub(crate) enum Body {
    /// Nothing for stdout.
    Nothing,
    Listing(Listing),
    /// Several answers of the same kind, each an object: explanations of three tickets.
    Listings(Vec<Listing>),
    Written(WriteOutcome),
    /// Records as they come, until whoever reads them has enough; `jsonl` only.
    Growing(Box<dyn Iterator<Item = Result<Listing, Failure>>>),
    /// Text that is written as it is, piece by piece: a plan file, an export, a shell's script.
    Verbatim(Box<dyn Iterator<Item = Result<String, Failure>>>),
    /// Answers for a folder, a file each.
    Files(Vec<NamedAnswer>, OverwriteFiles),
}

impl Body {
    /// Whether it is written in one format or another, as is asked for.
    pub(crate) fn has_formats(&self) -> bool {
        matches!(
            self,
            Body::Listing(_) | Body::Listings(_) | Body::Written(_)
        )
    }
}

/// An answer and the file that it goes to.
pub(crate) struct NamedAnswer {
    /// The file's name, without what tells its format.
    pub name: String,
    pub listing: Listing,
    /// The zone that it is about.
    pub zone: ZoneRules,
}

/// Whether files that are there already are written anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OverwriteFiles {
    Refused,
    Agreed,
}

/// A sentence on stderr.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum OutcomeNote {
    Said(String),
    Warning(String),
}

/// What a write did.
pub(crate) struct WriteOutcome {
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
            heading: None,
            notes: Vec::new(),
            exit: Exit::Done,
            zone: None,
        }
    }

    /// Records.
    pub(crate) fn listing(listing: Listing) -> Outcome {
        Outcome::new(Body::Listing(listing))
    }

    /// Several answers, each an object of its own; `jsonl` has one a line, `json` an array.
    pub(crate) fn listings(listings: Vec<Listing>) -> Outcome {
        Outcome::new(Body::Listings(listings))
    }

    /// Answers for a folder, a file each.
    pub(crate) fn files(files: Vec<NamedAnswer>, overwrite: OverwriteFiles) -> Outcome {
        Outcome::new(Body::Files(files, overwrite))
    }

    /// A write.
    pub(crate) fn written(mut written: WriteOutcome) -> Outcome {
        let said = std::mem::take(&mut written.said);
        let mut outcome = Outcome::new(Body::Written(written));
        outcome.notes = said.into_iter().map(OutcomeNote::Said).collect();
        outcome
    }

    /// Text as it is.
    pub(crate) fn verbatim(text: impl Into<String>) -> Outcome {
        Outcome::stream(std::iter::once(Ok(text.into())))
    }

    /// Text as it is, piece by piece.
    pub(crate) fn stream(
        pieces: impl Iterator<Item = Result<String, Failure>> + 'static,
    ) -> Outcome {
        Outcome::new(Body::Verbatim(Box::new(pieces)))
    }

    /// Records as they come.
    pub(crate) fn growing(
        listings: impl Iterator<Item = Result<Listing, Failure>> + 'static,
    ) -> Outcome {
        Outcome::new(Body::Growing(Box::new(listings)))
    }

    /// Nothing for stdout, a sentence for stderr.
    pub(crate) fn only_said(sentence: impl Into<String>) -> Outcome {
        Outcome::new(Body::Nothing).say(sentence)
    }

    /// A sentence for stderr; `-q` silences it.
    pub(crate) fn say(mut self, sentence: impl Into<String>) -> Outcome {
        self.notes.push(OutcomeNote::Said(sentence.into()));
        self
    }

    /// A line above the answer, for whoever reads it at a terminal.
    pub(crate) fn headed(mut self, line: impl Into<String>) -> Outcome {
        self.heading = Some(line.into());
        self
    }

    /// A warning for stderr; it is part of the answer, and nothing silences it.
    pub(crate) fn warn(mut self, sentence: impl Into<String>) -> Outcome {
        self.notes.push(OutcomeNote::Warning(sentence.into()));
        self
    }

    /// Times are those of this zone: the report of a contract in its own.
    pub(crate) fn in_zone(mut self, zone: ZoneRules) -> Outcome {
        self.zone = Some(zone);
        self
    }

    /// Ends the process with this code though nothing failed: `--exit-code`, `plan test`.
    pub(crate) fn exit(mut self, exit: Exit) -> Outcome {
        self.exit = exit;
        self
    }
}

impl WriteOutcome {
    /// That entry was written.
    pub(crate) fn new(entry: EntryId) -> WriteOutcome {
        WriteOutcome {
            entry: Some(entry),
            ..WriteOutcome::nothing()
        }
    }

    /// Nothing was written: a dry run, or nothing to do.
    pub(crate) fn nothing() -> WriteOutcome {
        WriteOutcome {
            created: Vec::new(),
            entry: None,
            after: None,
            said: Vec::new(),
        }
    }

    /// What was done, and what follows from it.
    pub(crate) fn said(mut self, sentence: impl Into<String>) -> WriteOutcome {
        self.said.push(sentence.into());
        self
    }

    /// What names a thing that was made.
    pub(crate) fn created(mut self, id: Cell) -> WriteOutcome {
        self.created.push(id);
        self
    }

    /// The things after the change; [`Listing::single`] when one was meant.
    pub(crate) fn after(mut self, listing: Listing) -> WriteOutcome {
        self.after = Some(listing);
        self
    }
}
