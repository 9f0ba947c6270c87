//! What is done to tickets.

mod act;
pub(crate) mod assign;
pub(crate) mod edit;
pub(crate) mod end;
pub(crate) mod exempt;
pub(crate) mod join;
pub(crate) mod list;
pub(crate) mod open;
pub(crate) mod priority;
pub(crate) mod promise;
pub(crate) mod record;
mod rejudge;
mod said;
pub(crate) mod show;
pub(crate) mod talk;
pub(crate) mod wait;
pub(crate) mod work;
