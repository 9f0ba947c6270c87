//! Names in a sentence.

/// `a`, `a and b`, `a, b and c`.
pub(super) fn listed<T: AsRef<str>>(names: &[T]) -> String {
    joined(names, "and")
}

/// A choice: `a`, `a or b`, `a, b or c`.
pub(super) fn either<T: AsRef<str>>(names: &[T]) -> String {
    joined(names, "or")
}

fn joined<T: AsRef<str>>(names: &[T], with: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} {with} {}", first.join(", "), last.as_ref())
        }
    }
}

/// The form of a verb for so many: `includes` for one, `include` for more.
pub(super) fn verb<T>(names: &[T], one: &'static str, more: &'static str) -> &'static str {
    if names.len() == 1 { one } else { more }
}
