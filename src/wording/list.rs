//! Names in a sentence.

use super::locale::Locale;
use crate::core::text::Language;

/// `a`, `a and b`, `a, b and c`.
pub(super) fn listed<T: AsRef<str>>(names: &[T]) -> String {
    Locale::of(Language::English).all_of(names)
}

/// The form of a verb for so many: `includes` for one, `include` for more.
pub(super) fn verb<T>(names: &[T], one: &'static str, more: &'static str) -> &'static str {
    if names.len() == 1 { one } else { more }
}
