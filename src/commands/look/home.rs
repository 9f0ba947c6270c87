//! `sladesk` alone: how the desk stands, and the work list.

use super::super::options::List;
use super::next::listing;
use crate::core::model::State;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;
use crate::store::{Flag, Test, Where};

/// `sladesk`: counts and the work list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Home {
    pub list: List,
}

/// Counts, and what to do first.
///
/// # Errors
/// The desk's file cannot be read.
pub fn home(desk: &mut Desk, options: &Home) -> Result<Outcome, Failure> {
    let desk = &*desk;
    let store = desk.store()?;
    let count = |test: Test| store.count(&Where::from(test));
    let waiting = State::ALL
        .into_iter()
        .filter(|state| state.is_waiting())
        .collect();
    let open = count(Test::State(vec![State::Open]))?;
    let waiting = count(Test::State(waiting))?;
    let overdue = count(Test::Flag(Flag::Overdue(desk.now())))?;
    let listing = listing(desk, &options.list)?;
    let counts = format!("{open} open, {waiting} waiting, {overdue} overdue");
    Ok(Outcome::listing(listing).say(counts))
}
