//! sladesk holds a support desk to what its contracts promise.
//!
//! Data flows one way through the rooms below; each may import what stands under it, never
//! what stands above (`tests/layers.rs` holds this):
//!
//! `cli` → `commands` → `render` → `desk` → `settings`, `failure` → `store` → `plans` → `almanac` → `core`.

pub mod almanac;
pub mod cli;
pub mod commands;
pub mod core;
pub mod desk;
pub mod failure;
pub mod plans;
pub mod render;
pub mod settings;
pub mod store;
