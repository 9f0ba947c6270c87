//! `sladesk` alone: how the desk stands, and the work list.

use super::next::listing;
use crate::commands::Input;
use crate::commands::args::ListArgs;
use crate::context::Context;
use crate::core::model::State;
use crate::failure::Failure;
use crate::render::Outcome;
use crate::store::{Condition, Flag, TicketTest};

/// Counts, and what to do first.
///
/// # Errors
/// The desk's file cannot be read; or nobody is there who would read it by eye.
pub(crate) fn overview(context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
    if !input.shows() {
        return Err(Failure::usage("no command was given")
            .kind("missing")
            .hint("`sladesk help` lists them"));
    }
    let tables = context.store()?.present();
    let count = |test: TicketTest| tables.count(&Condition::from(test));
    let waiting = State::ALL
        .into_iter()
        .filter(|state| state.is_waiting())
        .collect();
    let open = count(TicketTest::State(vec![State::Open]))?;
    let waiting = count(TicketTest::State(waiting))?;
    let overdue = count(TicketTest::Flag(Flag::Overdue(context.now())))?;
    let listing = listing(context, input, &ListArgs::default())?;
    let counts = format!("{open} open, {waiting} waiting, {overdue} overdue");
    Ok(Outcome::listing(listing).say(counts))
}
