//! Keys that several tables have.

use crate::plans::shape::KeyScope::Document;
use crate::plans::shape::KeySpec;
use crate::plans::shape::ValueShape::{self, Agreed, DaySet, Figure, Flag, List, Zone};

pub(super) const fn key(name: &'static str, shape: ValueShape, meaning: &'static str) -> KeySpec {
    KeySpec::new(name, shape, meaning)
}

/// A figure of a price.
pub(super) const fn sum(name: &'static str, meaning: &'static str) -> KeySpec {
    let why = "an open price stops no signing";
    key(name, Agreed(&Figure), meaning)
        .asks("the price", "1000", why)
        .unasked()
}

/// The zone of hours.
pub(in crate::plans) const fn zone(meaning: &'static str) -> KeySpec {
    let why = "hours are read in it";
    key("zone", Agreed(&Zone), meaning).asks("the zone of the hours", "Europe/Madrid", why)
}

/// The days on which hours are closed.
pub(in crate::plans) const fn holidays(meaning: &'static str) -> KeySpec {
    let why = "targets count in hours that they close";
    key("holidays", Agreed(&List(&DaySet)), meaning).asks("which holidays are closed", "none", why)
}

/// Whether a plan includes a word: a plan lists the words of its file, a document says it at each.
pub(super) const INCLUDED: KeySpec =
    KeySpec::new("included", Agreed(&Flag), "whether the plan includes it").scope(Document);
