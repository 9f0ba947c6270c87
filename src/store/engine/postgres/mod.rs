//! PostgreSQL, the only place that names it. A desk is a database of a server, in a schema of its
//! own, which several hosts write to.
//!
//! What differs from a file: the tables are said in that server's types, triggers and the search
//! have a body of their own, the writer's lock is that of the desk's row, and what guards a file
//! (its folder, its log, its mode) is the server's to guard.

mod address;
mod cell;
mod desk;
mod fault;
mod number;
mod objects;
mod open;
mod password;
mod session;
mod text;
mod tls;
mod unmade;

#[cfg(test)]
pub(in crate::store) use open::script_at;
pub(in crate::store) use open::{create, open};
