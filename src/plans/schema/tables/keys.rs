//! Keys that several tables have.

use crate::plans::shape::KeyScope::Document;
use crate::plans::shape::KeySpec;
use crate::plans::shape::ValueShape::{self, Agreed, DaySet, Figure, Flag, List, Title, Zone};

pub(super) const fn key(name: &'static str, shape: ValueShape) -> KeySpec {
    KeySpec::new(name, shape)
}

/// What people read for a word.
pub(super) const fn title() -> KeySpec {
    key("title", Title).default("the id")
}

/// A figure of a price.
pub(super) const fn sum(name: &'static str) -> KeySpec {
    let why = "an open price stops no signing";
    key(name, Agreed(&Figure))
        .asks("the price", "1000", why)
        .unasked()
}

/// The zone of hours.
pub(in crate::plans) const fn zone() -> KeySpec {
    let why = "hours are read in it";
    key("zone", Agreed(&Zone)).asks("the zone of the hours", "Europe/Madrid", why)
}

/// The days on which hours are closed.
pub(in crate::plans) const fn holidays() -> KeySpec {
    let why = "targets count in hours that they close";
    key("holidays", Agreed(&List(&DaySet))).asks("which holidays are closed", "none", why)
}

/// Whether a plan includes a word: a plan lists the words of its file, a document says it at each.
pub(super) const INCLUDED: KeySpec = KeySpec::new("included", Agreed(&Flag)).scope(Document);
