//! Plans: what vendors promise.

mod check;
mod compare;
mod list;
mod show;

use std::path::PathBuf;

use super::options::List;

pub(crate) use check::{check, new, test};
pub(crate) use compare::{compare, diff};
pub(crate) use list::list;
pub(crate) use show::show;

/// `plan list`: all plans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ListPlans {
    pub list: List,
}

/// `plan show`: one page a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ShowPlan {
    /// `vendor/plan`, a vendor, `FILE:plan`, or a customer or contract for the terms agreed.
    pub plan: String,
}

/// `plan compare`: side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Compare {
    pub plans: Vec<String>,
}

/// `plan diff`: what changed, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Diff {
    pub old: String,
    pub new: String,
    /// Exit with 10 when they differ.
    pub exit_code: bool,
}

/// `plan check`: all mistakes at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Check {
    /// None: the built-in files and those of `--plans`.
    pub files: Vec<PathBuf>,
}

/// `plan test`: the cases written beside the plans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TestPlans {
    pub files: Vec<PathBuf>,
}

/// `plan new`: a commented file to start from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct NewPlan {
    pub id: String,
}
