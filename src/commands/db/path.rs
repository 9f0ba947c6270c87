//! `db path`: where the file lies.

use clap::Args;

use crate::commands::Input;
use crate::commands::list_fields::ListFields;
use crate::context::Context;
use crate::failure::Failure;
use crate::render::{Cell, Column, Listing, Outcome};

const NAME: &str = "db path";

const PATH: &[Column<String>] = &[Column::shown("path", |path| Cell::text(path)).names()];

/// Say where the file lies
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk db path")]
pub(crate) struct DbPath;

impl DbPath {
    /// Where the file lies that is meant, whether it is there or not.
    ///
    /// # Errors
    /// None.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let path = context.settings.db.value.display().to_string();
        Ok(Outcome::listing(Listing::of(NAME, PATH, [path]).single()))
    }
}

/// The field.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, PATH)
}
