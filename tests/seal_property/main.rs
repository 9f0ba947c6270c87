//! What pairs of programs once disagreed about, asked of the binary from outside.
//!
//! A case is a random history with two seals in it: a hundred of each property where
//! `PROPTEST_CASES` is as CI has it, thousands where it is ten or twenty times that.

mod alike;
mod apart;
mod desk;
#[cfg(feature = "postgres")]
mod engines;
mod history;
#[path = "../support/line.rs"]
mod line;
mod reads;
mod seal;
mod terms;
#[cfg(feature = "postgres")]
#[path = "../support/test_server.rs"]
mod test_server;
mod words;

use proptest::prelude::*;
use proptest::test_runner::{TestCaseResult, TestRunner};

/// Asks random cases. A desk takes a thousand times as long as a function: one case for 20 that
/// are asked of these (which `proptest!` would not do, since there the environment has its way).
///
/// # Panics
/// A case does not hold.
fn holds_for<S: Strategy>(cases: S, test: impl Fn(S::Value) -> TestCaseResult) {
    let asked = ProptestConfig::default().cases;
    holds_in((asked / 20).max(1), cases, test);
}

/// The same in so many cases, however many are asked for.
fn holds_in<S: Strategy>(number: u32, cases: S, test: impl Fn(S::Value) -> TestCaseResult) {
    let config = ProptestConfig::default();
    let mut runner = TestRunner::new(ProptestConfig {
        cases: number,
        // milliseconds
        max_shrink_time: 20_000,
        failure_persistence: None,
        ..config
    });
    if let Err(failure) = runner.run(&cases, test) {
        panic!("{failure}\n{runner}");
    }
}
