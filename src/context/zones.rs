//! The zones in which a desk reads and shows times. They come from the record, never from the
//! machine, so that an answer is the same wherever the file is opened.

use super::Context;
use super::rules_cache::RulesCache;
use crate::almanac::{self, WallClock};
use crate::core::calendar::ZoneRules;
use crate::core::model::CustomerId;
use crate::failure::Failure;
use crate::store::{AsOf, Tables};

/// The desk's own zone and the one of `--times-in`.
#[derive(Clone, Debug)]
pub(crate) struct Zones {
    pub desk: ZoneRules,
    pub shown: ZoneRules,
    /// The shown zone's clock, for times as people type them: they may name another zone.
    pub wall: WallClock,
}

/// The zone of a customer, where it has one of its own, as a view of the record knows it.
pub(super) fn own_zone(
    tables: Tables<'_>,
    rules_cache: &mut RulesCache,
    customer: CustomerId,
) -> Result<Option<ZoneRules>, Failure> {
    let zone = tables.customer(customer)?.and_then(|row| row.zone);
    match zone {
        Some(name) if rules_cache.has_zone(&name) => {
            Ok(Some(rules_cache.zone_rules(tables.store(), &name)?))
        }
        _ => Ok(None),
    }
}

impl Zones {
    pub(super) fn of(desk: &Context) -> Result<Zones, Failure> {
        let store = desk.store()?;
        let mut rules_cache = RulesCache::open(store, AsOf::All)?;
        let own = rules_cache.desk_zone().to_owned();
        let own = rules_cache.zone_rules(store, &own)?;
        let shown = match &desk.settings.times_in.value {
            None => own.clone(),
            Some(name) if rules_cache.has_zone(name) => rules_cache.zone_rules(store, name)?,
            Some(name) => almanac::zone(name)?,
        };
        let wall = WallClock(shown.clone());
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
