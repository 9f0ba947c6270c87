//! The structure of the sources: the order of the layers, no imports in a circle, and nothing
//! offered or declared that nobody uses; one name for one type.

mod circles;
mod dependencies;
mod order;
mod public_items;
#[path = "../support/rust_files.rs"]
mod rust_files;
mod sources;
mod type_names;
