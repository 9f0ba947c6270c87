//! `sladesk` alone: how the desk stands, and the work list.

use super::next::listing;
use crate::commands::Input;
use crate::commands::args::ListArgs;
use crate::context::Context;
use crate::core::model::State;
use crate::failure::Failure;
use crate::render::Outcome;
use crate::store::{Condition, Flag, TicketTest};
use crate::wording::why;

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
    let store = context.store();
    let tables = store
        .map_err(|failure| no_desk_yet(failure, context))?
        .present();
    let count = |test: TicketTest| tables.count(&Condition::from(test));
    let waiting = State::ALL
        .into_iter()
        .filter(|state| state.is_waiting())
        .collect();
    let open = count(TicketTest::State(vec![State::Open]))?;
    let waiting = count(TicketTest::State(waiting))?;
    let overdue = count(TicketTest::Flag(Flag::Overdue(context.now())))?;
    let at_risk = count(TicketTest::Flag(Flag::AtRisk(context.now())))?;
    let listing = listing(context, input, &ListArgs::default())?;
    let counts = why::counts(open, waiting, overdue, at_risk);
    Ok(Outcome::listing(listing).headed(counts))
}

/// Whoever begins is offered a desk to look around in as well.
fn no_desk_yet(failure: Failure, context: &Context) -> Failure {
    match context.settings.db.value.exists() {
        true => failure,
        false => failure.hint(why::DEMO),
    }
}
