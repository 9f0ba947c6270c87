//! The database behind one trait: [`Engine`] opens, asks, holds still, writes and copies; what is
//! said to it is the same SQL text on every engine.
//!
//! `sqlite` keeps a desk in a file, `memory` in memory, for tests. A further
//! engine is a folder here, a line in the choice of who opens a place, and a line in the list of
//! engines on which the store's tests run.

mod cell;
mod interface;
#[cfg(test)]
mod memory;
mod sqlite;

pub(crate) use cell::Arg;
pub(in crate::store) use cell::args;
pub(super) use cell::{Argument, ColumnError, ColumnType, RowCells};
pub(super) use interface::{Engine, RowError, Stamp, Transaction, TransactionPurpose};
#[cfg(test)]
pub(super) use memory::{Memory, MemoryPlace};
pub(super) use sqlite::{Scratch, alone_with, create, create_nameless, open};

#[cfg(test)]
pub(crate) use sqlite::reads;
#[cfg(test)]
pub(super) use sqlite::{HANDLE, OBJECTS, steps};

pub(crate) use interface::Access;
