//! The zones in which a desk reads and shows times. They come from the record, never from the
//! machine, so that an answer is the same wherever the file is opened.

use super::Desk;
use super::book::Book;
use crate::almanac::{self, Wall};
use crate::core::calendar::ZoneRules;
use crate::failure::Failure;
use crate::store::Known;

/// The desk's own zone and the one of `--times-in`.
#[derive(Clone, Debug)]
pub struct Zones {
    pub desk: ZoneRules,
    pub shown: ZoneRules,
    /// The shown zone's clock, for times as people type them: they may name another zone.
    pub wall: Wall,
}

impl Zones {
    pub(super) fn of(desk: &Desk) -> Result<Zones, Failure> {
        let store = desk.store()?;
        let mut book = Book::open(store, Known::All)?;
        let own = book.desk_zone().to_owned();
        let own = book.zone_rules(store, &own)?;
        let shown = match &desk.settings.times_in.value {
            None => own.clone(),
            Some(name) if book.has_zone(name) => book.zone_rules(store, name)?,
            Some(name) => almanac::zone(name)?,
        };
        let wall = Wall(shown.clone());
        Ok(Zones {
            desk: own,
            shown,
            wall,
        })
    }

    /// Where no desk says otherwise.
    pub(super) fn utc() -> ZoneRules {
        ZoneRules::fixed("UTC").expect("UTC is a fixed offset")
    }
}
