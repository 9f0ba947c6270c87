//! Configuration, with where each value comes from.

use crate::context::Context;
use crate::failure::Failure;
use crate::render::{Cell, Column, Listing, Outcome};
use crate::settings::{Origin, Settings, When};

/// `config show`: every value and its origin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ShowConfig;

/// `config check`: whether it can be understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct CheckConfig;

/// A value that holds.
struct Held {
    key: String,
    value: Cell,
    origin: Origin,
}

type C = Column<Held>;

const COLUMNS: &[C] = &[
    C::shown("key", |held| Cell::code(held.key.clone())).names(),
    C::shown("value", |held| held.value.clone()),
    C::shown("origin", |held| Cell::code(held.origin.to_string())),
];

/// `config show`.
///
/// # Errors
/// None; what cannot be understood has been refused before.
pub(crate) fn show(context: &mut Context, _options: &ShowConfig) -> Result<Outcome, Failure> {
    let listing = Listing::of("config show", COLUMNS, held(&context.settings));
    Ok(Outcome::listing(listing))
}

/// `config check`.
///
/// # Errors
/// A saved filter that takes the name of a built-in one, or a zone that there is not.
pub(crate) fn check(context: &mut Context, _options: &CheckConfig) -> Result<Outcome, Failure> {
    let file = &context.settings.file;
    for built_in in ["mine", "free"] {
        if file.filters.contains_key(built_in) {
            return Err(
                Failure::bad_file(format!("the filter `@{built_in}` is built in"))
                    .kind("bad-configuration")
                    .hint("give yours another name"),
            );
        }
    }
    if let Some(zone) = &context.settings.times_in.value {
        crate::almanac::zone(zone).map_err(|unknown| {
            Failure::bad_file(unknown.to_string())
                .fact(format!("said by {}", context.settings.times_in.origin))
                .hint(unknown.hint())
        })?;
    }
    Ok(Outcome::only_said(match &file.path {
        Some(path) => format!("{} is well", path.display()),
        None => "there is no configuration file; all is as it comes".to_owned(),
    }))
}

fn held(settings: &Settings) -> Vec<Held> {
    let one = |key: &str, value: Cell, origin: &Origin| Held {
        key: key.to_owned(),
        value,
        origin: origin.clone(),
    };
    let path = |path: &std::path::Path| Cell::text(path.to_string_lossy());
    let color = match settings.color.value {
        When::Auto => "auto",
        When::Always => "always",
        When::Never => "never",
    };
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
