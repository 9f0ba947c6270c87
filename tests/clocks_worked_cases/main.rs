//! Worked cases of the clocks, to be read and checked by somebody who runs a desk.
//!
//! A case names a plan with what is agreed, tells what happened when, and what each clock then
//! shows. Times are those of the plan's zone; what a line after `at` says is all that was known
//! by then. `telling` has the grammar.

#[path = "../support/book.rs"]
mod book;
mod complaints;
mod desk;
mod holders;
mod page;
mod policies;
mod record;
mod rules;
mod showing;
mod telling;
mod vendors;

/// Runs a case; what the clocks show must be what it says, line for line.
fn hold(name: &str, case: &str) {
    let told = telling::Case::of(case).unwrap_or_else(|why| panic!("{name}: {why}"));
    for moment in &told.moments {
        let shown = showing::lines(&told, moment);
        assert_eq!(
            shown,
            moment.lines,
            "{name} at {}: shown (left), expected (right)\n{}",
            told.wall(moment.at),
            shown.join("\n"),
        );
    }
}

/// Named cases, each a test of its own.
#[macro_export]
macro_rules! cases {
    ($($(#[$doc:meta])* $name:ident: $case:literal)+) => {
        $($(#[$doc])* #[test] fn $name() { $crate::hold(stringify!($name), $case); })+
    };
}
