//! The structure of the sources: the order of the layers, no imports in a circle, and nothing
//! offered or declared that nobody uses.

mod circles;
mod dependencies;
mod order;
mod public_items;
mod sources;
