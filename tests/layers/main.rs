//! The structure of the sources: the order of the layers, and no imports in a circle.

mod circles;
mod order;
