//! Reports: a period, with the sums spelled out.
//!
//! Every report says which time it is about, in which zone, and carries a seal: the state of the
//! record that it looked at, and the instant from which it did. With `--as-of SEAL` the same
//! report gives the same figures for ever.

mod breaches;
mod by;
mod clocks;
mod head;
mod not_promised;
mod quarterly;
mod scope;
mod sla;
mod standing;
mod tickets_in_period;
mod usage;
mod whatif;
mod workload;

pub(crate) use breaches::breaches;
pub(crate) use quarterly::quarterly;
pub(crate) use sla::sla;
pub(crate) use usage::usage;
pub(crate) use whatif::whatif;
pub(crate) use workload::workload;

use super::options::List;

/// `report`: what every report takes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Report {
    pub list: List,
    pub period: Option<String>,
    /// Fields to group by.
    pub by: Vec<String>,
    /// List the tickets behind each number.
    pub tickets: bool,
    pub lang: Option<String>,
    pub paper: Option<String>,
}

/// `report whatif`: the same under another plan, by milestone and priority alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct WhatIf {
    pub report: Report,
    pub plan: Option<String>,
    pub set: Vec<String>,
    pub week: Vec<String>,
}
