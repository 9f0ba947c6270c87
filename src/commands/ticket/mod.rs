//! What is done to tickets.

mod act;
pub mod assign;
pub mod edit;
pub mod end;
pub mod exempt;
pub mod join;
pub mod list;
pub mod open;
pub mod priority;
pub mod promise;
pub mod record;
mod rejudge;
mod said;
pub mod show;
pub mod talk;
pub mod wait;
pub mod work;
