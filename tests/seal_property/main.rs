//! What pairs of programs once disagreed about, asked of the binary from outside.
//!
//! A case is a random history with two seals in it; `PROPTEST_CASES` asks for more of them.

mod alike;
mod desk;
mod history;
mod known;
#[path = "../support/line.rs"]
mod line;
mod reads;
mod seal;
mod terms;

use proptest::prelude::*;

/// A desk takes a thousand times as long as a function: one case for 100 that are asked of these.
fn config() -> ProptestConfig {
    let config = ProptestConfig::default();
    ProptestConfig {
        cases: (config.cases / 100).max(1),
        // milliseconds
        max_shrink_time: 20_000,
        failure_persistence: None,
        ..config
    }
}
