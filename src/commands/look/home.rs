//! `sladesk` alone: how the desk stands, and the work list.

use super::next::listing;
use crate::commands::Input;
use crate::commands::args::List;
use crate::context::Context;
use crate::core::model::State;
use crate::failure::Failure;
use crate::render::Outcome;
use crate::store::{Flag, Test, Where};

/// Counts, and what to do first.
///
/// # Errors
/// The desk's file cannot be read; or nobody is there who would read it by eye.
pub(crate) fn home(context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
    if !input.shows() {
        return Err(Failure::usage("no command was given")
            .kind("missing")
            .hint("`sladesk help` lists them"));
    }
    let tables = context.store()?.present();
    let count = |test: Test| tables.count(&Where::from(test));
    let waiting = State::ALL
        .into_iter()
        .filter(|state| state.is_waiting())
        .collect();
    let open = count(Test::State(vec![State::Open]))?;
    let waiting = count(Test::State(waiting))?;
    let overdue = count(Test::Flag(Flag::Overdue(context.now())))?;
    let listing = listing(context, input, &List::default())?;
    let counts = format!("{open} open, {waiting} waiting, {overdue} overdue");
    Ok(Outcome::listing(listing).say(counts))
}
