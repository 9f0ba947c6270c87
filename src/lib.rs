//! sladesk holds a support desk to what its contracts promise.
//!
//! Data flows one way through the rooms below; each may import what stands under it, never
//! what stands above (`tests/layers/` holds this):
//!
//! `cli` → `commands` → `render` → `wording` → `context` → `settings`, `failure` → `store` → `plans` → `almanac` → `core`.
//!
//! Proofs, benches and doctests stand on [`core`], [`plans`] and [`almanac`]; the rest serves the
//! program alone, behind [`run`].
#![forbid(unsafe_code)]
#![warn(unreachable_pub, missing_docs)]

pub mod almanac;
mod cli;
mod commands;
mod context;
pub mod core;
mod failure;
pub mod plans;
mod render;
mod settings;
mod store;
mod wording;

pub use cli::run;
