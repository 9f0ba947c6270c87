//! `plan keys`: every key that a plan file can have.

use clap::Args;

use crate::commands::Input;
use crate::commands::list_fields::ListFields;
use crate::context::Context;
use crate::failure::Failure;
use crate::plans::{CODES, SchemaKey, schema_tables};
use crate::render::{Cell, Column, Doc, Listing, Outcome, PagePreference};
use crate::wording::plan;

const NAME: &str = "plan keys";

type C = Column<SchemaKey>;

const KEYS: &[C] = &[
    C::shown("table", |k| Cell::code(k.table)),
    C::shown("key", |k| Cell::code(k.name)).names(),
    C::shown("type", |k| Cell::text(plan::types(k))),
    C::shown("default", |k| Cell::text(plan::default(k))),
    C::shown("meaning", |k| Cell::text(plan::key_meaning(k))).last(),
    C::more("required", |k| Cell::Flag(k.required)),
    C::more("agreed", |k| Cell::Flag(k.agreed)),
];

/// List the keys of plan files, with what each means
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk plan keys\n  sladesk plan keys -f json")]
pub(crate) struct PlanKeys;

impl PlanKeys {
    /// The page that `docs/plans.md` ends with.
    ///
    /// # Errors
    /// None in practice.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let keys = schema_tables().into_iter().flat_map(|table| table.keys);
        let page = match input.shows() && context.settings.format.is_none() {
            true => laid_out(),
            false => Doc::default().source(plan::keys_page()),
        };
        let listing =
            Listing::of(NAME, KEYS, keys.collect::<Vec<_>>()).page(PagePreference::Page, page);
        Ok(Outcome::listing(listing))
    }
}

/// The page for the eye: a table for each table of a file.
fn laid_out() -> Doc {
    let page = schema_tables()
        .into_iter()
        .fold(Doc::default(), |page, table| {
            let rows = table.keys.iter().map(|key| {
                vec![
                    Cell::code(key.name),
                    Cell::text(plan::types(key)),
                    Cell::text(plan::default(key)),
                    Cell::text(plan::key_meaning(key)),
                ]
            });
            let columns = ["key", "type", "default", "meaning"];
            page.heading(plan::keys_heading(table.id))
                .table(columns, rows)
        });
    let rows = CODES.iter().map(|(name, severity)| {
        vec![
            Cell::code(*name),
            Cell::text(severity.word()),
            Cell::text(plan::code_meaning(name)),
        ]
    });
    page.heading(plan::FINDINGS)
        .table(["code", "", "says"], rows)
}

/// The fields of the list.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, KEYS)
}
