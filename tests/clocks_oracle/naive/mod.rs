//! A second fold, written from the rules alone and as slowly as they read: a ticket is gone through
//! event by event, and each clock is walked half hour by half hour.

mod corrected;
mod events;
mod holders;
mod kinds;
mod marks;
mod promises;
mod show;
mod ticket;
mod walk;

use sladesk::core::model::State;
use sladesk::core::sla::{ClockEnd, ClockState, Standstill};
use sladesk::core::time::Instant;

use crate::world::World;

pub use holders::HolderNames;

/// What a clock shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    pub milestone: String,
    pub cycle: u32,
    pub priority: String,
    pub started: Instant,
    /// From when each limit counts, and when it is due.
    pub limits: Vec<(Instant, Option<Instant>)>,
    pub due: Option<Instant>,
    pub paused: Option<Standstill>,
    pub breach: Option<Instant>,
    pub ended: Option<Instant>,
    pub fate: Option<ClockEnd>,
    pub decided: Option<Instant>,
    pub elapsed_at_end: Option<i64>,
    /// Whose it is.
    pub holder: HolderNames,
    /// At some instants after all that happened.
    pub at: Vec<Reading>,
}

/// What a clock shows at one instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    pub state: ClockState,
    /// When it would be due in another ticket, merged into that then.
    pub left: Option<Instant>,
    pub elapsed: i64,
    pub remaining: Option<i64>,
    pub late: Option<i64>,
    pub paused: i64,
    /// Who had it for how much of what was elapsed.
    pub parts: Vec<Part>,
}

/// What somebody had of a clock's open time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub holder: HolderNames,
    pub seconds: i64,
}

/// What a ticket shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub state: State,
    pub priority: Option<String>,
    pub ended: Option<Instant>,
    pub clocks: Vec<Shown>,
}

/// The fold, done the naive way, with the breaches that corrections took back.
pub fn fold(world: &World, nows: &[Instant]) -> Option<Page> {
    corrected::page(world, nows)
}
