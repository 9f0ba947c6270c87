//! Plans: what vendors promise.
use super::options::List;
use std::path::PathBuf;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

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

/// `plan list`.
///
/// # Errors
/// Not built yet.
pub fn list(_desk: &mut Desk, _options: &ListPlans) -> Result<Outcome, Failure> {
    Err(Failure::not_built("plan list"))
}

/// `plan show`.
///
/// # Errors
/// Not built yet.
pub fn show(_desk: &mut Desk, _options: &ShowPlan) -> Result<Outcome, Failure> {
    Err(Failure::not_built("plan show"))
}

/// `plan compare`.
///
/// # Errors
/// Not built yet.
pub fn compare(_desk: &mut Desk, _options: &Compare) -> Result<Outcome, Failure> {
    Err(Failure::not_built("plan compare"))
}

/// `plan diff`.
///
/// # Errors
/// Not built yet.
pub fn diff(_desk: &mut Desk, _options: &Diff) -> Result<Outcome, Failure> {
    Err(Failure::not_built("plan diff"))
}

/// `plan check`.
///
/// # Errors
/// Not built yet.
pub fn check(_desk: &mut Desk, _options: &Check) -> Result<Outcome, Failure> {
    Err(Failure::not_built("plan check"))
}

/// `plan test`.
///
/// # Errors
/// Not built yet.
pub fn test(_desk: &mut Desk, _options: &TestPlans) -> Result<Outcome, Failure> {
    Err(Failure::not_built("plan test"))
}

/// `plan new`.
///
/// # Errors
/// Not built yet.
pub fn new(_desk: &mut Desk, _options: &NewPlan) -> Result<Outcome, Failure> {
    Err(Failure::not_built("plan new"))
}
