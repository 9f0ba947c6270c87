//! Reports: a period, with the sums spelled out.
//!
//! Every report says which time it is about, in which zone, and carries a seal: the state of the
//! record that it looked at, and the instant from which it did. With `--as-of SEAL` the same
//! report gives the same figures for ever.

mod breaches;
mod by;
mod clocks;
mod head;
mod lives;
mod quarterly;
mod scope;
mod silent;
mod sla;
mod standing;
mod usage;
mod whatif;
mod workload;

pub use breaches::breaches;
pub use quarterly::quarterly;
pub use sla::sla;
pub use usage::usage;
pub use whatif::whatif;
pub use workload::workload;

use super::options::List;

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

/// `report whatif`: the same under another plan, by milestone and priority alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhatIf {
    pub report: Report,
    pub plan: Option<String>,
    pub set: Vec<String>,
    pub week: Vec<String>,
}
