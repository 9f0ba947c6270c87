//! `db seal`: what stands in the record now, in one line.

use clap::Args;

use crate::commands::Input;
use crate::commands::list_fields::ListFields;
use crate::context::Context;
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::render::{Cell, Column, Listing, Outcome};
use crate::store;

const NAME: &str = "db seal";

struct Sealed {
    seal: store::Seal,
    at: Instant,
}

const SEAL: &[Column<Sealed>] = &[
    Column::shown("seal", |s: &Sealed| Cell::code(s.seal.looked_at(s.at))).names(),
    Column::more("entry", |s| Cell::from(s.seal.entry)),
    Column::more("event", |s| Cell::from(s.seal.event)),
    Column::more("hash", |s| Cell::code(store::hex(&s.seal.hash))),
    Column::more("at", |s| Cell::from(s.at)),
];

/// Seal: what stands in the record now, in one line
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk db seal")]
pub(crate) struct DbSeal;

impl DbSeal {
    /// The state of the record now, in one line that a report prints and `--as-of` takes.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let seal = context.store()?.head()?;
        let sealed = Sealed {
            seal,
            at: context.now(),
        };
        Ok(Outcome::listing(Listing::of(NAME, SEAL, [sealed]).single()))
    }
}

/// The fields of the seal.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, SEAL)
}
