//! `config show`: every value and its origin.

use clap::Args;

use crate::commands::Input;
use crate::commands::list_fields::ListFields;
use crate::context::Context;
use crate::core::text::WordList;
use crate::failure::Failure;
use crate::render::{Cell, Column, Listing, Outcome};
use crate::settings::{Origin, Settings};

const NAME: &str = "config show";

/// A value that holds.
struct ShownSetting {
    key: String,
    value: Cell,
    origin: Origin,
}

type C = Column<ShownSetting>;

const COLUMNS: &[C] = &[
    C::shown("key", |held| Cell::code(held.key.clone())).names(),
    C::shown("value", |held| held.value.clone()),
    C::shown("origin", |held| Cell::code(held.origin.to_string())),
];

/// Show every value and where it comes from
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk config show")]
pub(crate) struct ConfigShow;

impl ConfigShow {
    /// The values that hold.
    ///
    /// # Errors
    /// None; what cannot be understood has been refused before.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let listing = Listing::of(NAME, COLUMNS, held(&context.settings));
        Ok(Outcome::listing(listing))
    }
}

fn held(settings: &Settings) -> Vec<ShownSetting> {
    let one = |key: &str, value: Cell, origin: &Origin| ShownSetting {
        key: key.to_owned(),
        value,
        origin: origin.clone(),
    };
    let path = |path: &std::path::Path| Cell::text(path.to_string_lossy());
    let color = settings.color.value.word();
    let plans = settings.plans.value.as_deref().map_or(Cell::Absent, path);
    let mut all = vec![
        one("db", path(&settings.db.value), &settings.db.origin),
        one("plans", plans, &settings.plans.origin),
        one(
            "actor",
            Cell::text(&settings.actor.value),
            &settings.actor.origin,
        ),
        one(
            "times-in",
            Cell::text_if(settings.times_in.value.as_deref()),
            &settings.times_in.origin,
        ),
        one("color", Cell::code(color), &settings.color.origin),
        one(
            "pager",
            Cell::text(&settings.pager.value),
            &settings.pager.origin,
        ),
        one("ssh", Cell::text(&settings.ssh.value), &settings.ssh.origin),
    ];
    for (name, (words, line)) in &settings.file.filters {
        let origin = match &settings.file.path {
            Some(path) => Origin::File {
                path: path.clone(),
                line: *line,
            },
            None => Origin::Default,
        };
        all.push(one(&format!("@{name}"), Cell::text(words), &origin));
    }
    all
}

/// The fields of the list.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, COLUMNS)
}
