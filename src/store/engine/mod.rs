//! The database behind one trait: [`Engine`] opens, asks, holds still, writes and copies; what is
//! said to it is the same SQL text on every engine.
//!
//! `sqlite` keeps a desk in a file, `memory` in memory, for tests, `postgres` on a
//! server, in a build that has it. A further engine is a folder here, a line in the choice of who
//! opens a place, and a line in the list of engines on which the store's tests run.

mod cell;
mod difference;
mod interface;
#[cfg(test)]
mod memory;
mod place;
#[cfg(feature = "postgres")]
mod postgres;
mod server_address;
mod sqlite;

pub(crate) use cell::Arg;
pub(in crate::store) use cell::args;
pub(super) use cell::{Argument, ColumnError, ColumnType, RowCells};
pub(super) use interface::{Engine, RowError, Stamp, TextIndex, Transaction, TransactionPurpose};
#[cfg(test)]
pub(super) use memory::{Memory, MemoryPlace};
pub(super) use place::{NewDesk, create, open};
pub(super) use sqlite::{Scratch, alone_with, create_nameless};

#[cfg(all(test, feature = "postgres"))]
pub(super) use postgres::script_at;
#[cfg(test)]
pub(crate) use sqlite::reads;
#[cfg(test)]
pub(super) use sqlite::{HANDLE, OBJECTS, steps};

pub(crate) use interface::Access;
pub(crate) use server_address::{ServerAccess, is_on_server, set_server_access};
