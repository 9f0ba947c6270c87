//! Holiday sets by name.

use crate::almanac;
use crate::context::Context;
use crate::core::calendar::DaySet;
use crate::failure::Failure;

/// A holiday set: the desk's own version where it has one, else the built-in one.
pub(super) fn day_set(context: &Context, name: &str) -> Result<DaySet, Failure> {
    if let Ok(mut rules_cache) = context.rules_cache()
        && rules_cache.days_hash(name).is_some()
    {
        return rules_cache.day_set(context.store()?, name);
    }
    Ok(almanac::day_set(name)?)
}
