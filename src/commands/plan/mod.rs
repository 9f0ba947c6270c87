//! Plans: what vendors promise.

mod beside;
mod check;
mod list;
mod show;

use std::path::PathBuf;

use super::options::List;

pub use beside::{compare, diff};
pub use check::{check, new, test};
pub use list::list;
pub use show::show;

/// `plan list`: all plans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListPlans {
    pub list: List,
}

/// `plan show`: one page a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShowPlan {
    /// `vendor/plan`, a vendor, `FILE:plan`, or a customer or contract for the terms agreed.
    pub plan: String,
}

/// `plan compare`: side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compare {
    pub plans: Vec<String>,
}

/// `plan diff`: what changed, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    pub old: String,
    pub new: String,
    /// Exit with 10 when they differ.
    pub exit_code: bool,
}

/// `plan check`: all mistakes at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// None: the built-in files and those of `--plans`.
    pub files: Vec<PathBuf>,
}

/// `plan test`: the cases written beside the plans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TestPlans {
    pub files: Vec<PathBuf>,
}

/// `plan new`: a commented file to start from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewPlan {
    pub id: String,
}
