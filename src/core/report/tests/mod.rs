//! Worked cases that a support manager could read, and random ones against slow, obvious counts.

mod activities;
mod activities_oracle;
mod cases;
mod clocks;
mod clocks_oracle;
