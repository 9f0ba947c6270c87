//! `sladesk` alone: how the desk stands, and the work list.

use super::super::options::List;
use super::next::listing;
use crate::context::Context;
use crate::core::model::State;
use crate::failure::Failure;
use crate::render::Outcome;
use crate::store::{Flag, Test, Where};

/// `sladesk`: counts and the work list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Home {
    pub list: List,
}

/// Counts, and what to do first.
///
/// # Errors
/// The desk's file cannot be read.
pub(crate) fn home(context: &mut Context, options: &Home) -> Result<Outcome, Failure> {
    let context = &*context;
    let store = context.store()?;
    let count = |test: Test| store.count(&Where::from(test));
    let waiting = State::ALL
        .into_iter()
        .filter(|state| state.is_waiting())
        .collect();
    let open = count(Test::State(vec![State::Open]))?;
    let waiting = count(Test::State(waiting))?;
    let overdue = count(Test::Flag(Flag::Overdue(context.now())))?;
    let listing = listing(context, &options.list)?;
    let counts = format!("{open} open, {waiting} waiting, {overdue} overdue");
    Ok(Outcome::listing(listing).say(counts))
}
