//! Sentences about what was agreed.

use super::super::account::{Days, SignedTerm};
use crate::core::time::Instant;

/// `creatio/business from 2026-01-01 to 2026-12-31, then for 12 months more by itself`.
pub(super) fn term(plan: &str, from: Instant, length: &SignedTerm, days: &Days) -> String {
    let begins = days.day(from);
    let Some(last) = days.last(length.ends) else {
        return format!("{plan} from {begins} on, without an agreed end");
    };
    let then = match length.renews {
        Some(1) => ", then by itself month after month".to_owned(),
        Some(months) => format!(", then by itself for {months} months more each time"),
        None => String::new(),
    };
    format!("{plan} from {begins} to {last}{then}")
}

/// What is not promised, if anything.
pub(super) fn left_open(paths: &[String]) -> Option<String> {
    (!paths.is_empty()).then(|| format!("left open, so not promised: {}", paths.join(", ")))
}
