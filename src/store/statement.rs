//! How statements are written down: each beside the plan by which the engine answers it.
//!
//! The plans are asserted by a test, so that a statement which begins to read a whole table where
//! it used to seek is noticed at once, not when a desk has grown.

/// A statement and its plan, for the test that holds them together.
#[cfg(test)]
#[derive(Clone, Copy, Debug)]
pub(super) struct PlannedStatement {
    pub name: &'static str,
    pub text: &'static str,
    pub plan: &'static str,
}

/// Declares the statements of a file: `NAME: "text" => "plan";`. A plan of several steps has them
/// parted by `; `.
macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident : $text:expr => $plan:expr;)+) => {
        $($(#[$doc])* pub(in crate::store) const $name: &str = $text;)+

        #[cfg(test)]
        pub(in crate::store) const STATEMENTS: &[$crate::store::statement::PlannedStatement] = &[
            $($crate::store::statement::PlannedStatement {
                name: stringify!($name),
                text: $text,
                plan: $plan,
            }),+
        ];
    };
}
