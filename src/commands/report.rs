//! Reports: a period, with the sums spelled out.
use super::options::List;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::render::Outcome;

/// `report`: what every report takes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub list: List,
    pub period: Option<String>,
    /// Fields to group by.
    pub by: Vec<String>,
    /// List the tickets behind each number.
    pub tickets: bool,
    pub lang: Option<String>,
    pub paper: Option<String>,
}

/// `report whatif`: the same under another plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhatIf {
    pub report: Report,
    pub plan: Option<String>,
    pub set: Vec<String>,
    pub week: Vec<String>,
}

/// `report quarterly`.
///
/// # Errors
/// Not built yet.
pub fn quarterly(_desk: &mut Desk, _options: &Report) -> Result<Outcome, Failure> {
    Err(Failure::not_built("report quarterly"))
}

/// `report sla`.
///
/// # Errors
/// Not built yet.
pub fn sla(_desk: &mut Desk, _options: &Report) -> Result<Outcome, Failure> {
    Err(Failure::not_built("report sla"))
}

/// `report breaches`.
///
/// # Errors
/// Not built yet.
pub fn breaches(_desk: &mut Desk, _options: &Report) -> Result<Outcome, Failure> {
    Err(Failure::not_built("report breaches"))
}

/// `report usage`.
///
/// # Errors
/// Not built yet.
pub fn usage(_desk: &mut Desk, _options: &Report) -> Result<Outcome, Failure> {
    Err(Failure::not_built("report usage"))
}

/// `report workload`.
///
/// # Errors
/// Not built yet.
pub fn workload(_desk: &mut Desk, _options: &Report) -> Result<Outcome, Failure> {
    Err(Failure::not_built("report workload"))
}

/// `report whatif`.
///
/// # Errors
/// Not built yet.
pub fn whatif(_desk: &mut Desk, _options: &WhatIf) -> Result<Outcome, Failure> {
    Err(Failure::not_built("report whatif"))
}
