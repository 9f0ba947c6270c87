//! What is typed.

pub mod tree;
