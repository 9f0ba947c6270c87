//! Worked cases that a support manager could read, and random ones against slow, obvious counts.

mod cases;
mod clocks;
mod clocks_oracle;
mod stories;
mod stories_oracle;
