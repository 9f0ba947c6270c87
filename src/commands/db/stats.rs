//! `db stats`: how much the file holds.

use clap::Args;

use crate::commands::Input;
use crate::commands::list_fields::ListFields;
use crate::context::Context;
use crate::failure::Failure;
use crate::render::{Cell, Column, Doc, Listing, Outcome, PagePreference};
use crate::store;

const NAME: &str = "db stats";

/// Figures about the file and the rules it reckons by.
struct FileFigures {
    path: String,
    stats: store::Stats,
    open: u64,
    customers: u64,
    zone: String,
    /// `Europe/London 2026e (bundled)`.
    zone_rules: Vec<String>,
}

type F = Column<FileFigures>;

const STATS: &[F] = &[
    F::shown("path", |f| Cell::text(&f.path)),
    F::shown("schema", |f| Cell::from(f.stats.schema)),
    F::shown("events", |f| Cell::from(f.stats.events)),
    F::shown("tickets", |f| Cell::from(f.stats.tickets)),
    F::shown("open", |f| number(f.open)),
    F::shown("bytes", |f| number(f.stats.bytes)),
    F::shown("zone_rules", |f| Cell::codes(f.zone_rules.clone())),
    F::shown("journal", |f| Cell::code(f.stats.journal.clone())),
    F::more("entries", |f| Cell::from(f.stats.entries)),
    F::more("entries_under_now", |f| Cell::from(f.stats.given)),
    F::more("entries_made_up", |f| Cell::from(f.stats.made_up)),
    F::more("customers", |f| number(f.customers)),
    F::more("zone", |f| Cell::code(f.zone.clone())),
    F::more("program", |f| Cell::code(f.stats.program.clone())),
];

fn number(n: u64) -> Cell {
    Cell::from(i64::try_from(n).unwrap_or(i64::MAX))
}

/// Say how much it holds, and by which zone rules
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk db stats")]
pub(crate) struct DbStats;

impl DbStats {
    /// How much the file holds, and by which zone rules it reckons.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let store = context.store()?;
        let mut rules_cache = context.rules_cache()?;
        let mut names: Vec<String> = rules_cache.adopted_zones().map(str::to_owned).collect();
        names.sort();
        let mut zone_rules = Vec::new();
        for name in names {
            let rules = rules_cache.zone_rules(store, &name)?;
            zone_rules.push(format!("{name} {} ({})", rules.version, rules.source));
        }
        let figures = FileFigures {
            path: store.path().display().to_string(),
            stats: store.stats()?,
            open: store.present().active_tickets()?.all,
            customers: store.customers()?.len() as u64,
            zone: rules_cache.desk_zone().to_owned(),
            zone_rules,
        };
        let facts = STATS
            .iter()
            .map(|column| (column.field.key.replace('_', " "), column.cell(&figures)));
        let page = Doc::default().facts(facts.collect::<Vec<_>>());
        let listing = Listing::of(NAME, STATS, [figures]).single();
        Ok(Outcome::listing(
            listing.page(PagePreference::PageAtTerminal, page),
        ))
    }
}

/// The fields of the figures.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, STATS)
}
