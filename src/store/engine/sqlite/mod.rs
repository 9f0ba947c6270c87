//! SQLite, the only place that names it. A desk is one file, with the logs that the engine keeps
//! beside it.

mod at_rest;
mod busy;
#[cfg(any(target_os = "linux", target_os = "android"))]
mod byte_locks;
mod cell;
mod copy;
mod fault;
mod file;
mod handle;
mod names;
#[cfg_attr(
    not(any(target_os = "linux", target_os = "android")),
    path = "no_numbers.rs"
)]
mod numbers;
mod objects;
mod open;
mod queue;
mod read_only;
mod scratch;

pub(in crate::store) use open::{alone_with, create, create_nameless, open};
pub(in crate::store) use scratch::Scratch;

#[cfg(test)]
pub(super) use handle::Handle;
#[cfg(test)]
pub(super) use objects::{difference, is_empty};

#[cfg(test)]
pub(in crate::store) use handle::STATEMENTS as HANDLE;
#[cfg(test)]
pub(crate) use handle::reads;
#[cfg(test)]
pub(in crate::store) use handle::steps;
#[cfg(test)]
pub(in crate::store) use objects::STATEMENTS as OBJECTS;
