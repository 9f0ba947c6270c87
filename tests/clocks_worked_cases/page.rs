//! The examples of the page on clocks are cases like all others.

const PAGE: &str = include_str!("../../docs/clocks.md");

/// The blocks that begin with a line of three back-ticks and `case`.
fn examples() -> impl Iterator<Item = &'static str> {
    PAGE.split("\n```case\n")
        .skip(1)
        .map(|rest| rest.split("\n```").next().unwrap_or(rest))
}

#[test]
fn the_examples_on_the_page_about_clocks_hold() {
    for (example, n) in examples().zip(1..) {
        crate::hold(&format!("example {n} of docs/clocks.md"), example);
    }
    assert!(examples().count() >= 12, "the page lost its examples");
}
