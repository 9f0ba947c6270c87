//! Cases written beside the plans: when a ticket is opened, at which priority, what happens, and
//! what is due. A plan file with cases proves that it says what its writer meant.

mod act;
mod case;
mod events;
mod fault;
mod known;
mod placed_text;
mod refused;
mod rules;
mod run;

pub(super) use case::read;
pub use run::CaseResult;

use super::diagnostic::Diagnostic;
use super::file::PlanFile;
use super::names::{Almanac, SystemNames};

/// Runs every case of a file, in the order in which they are written.
pub fn run_cases(file: &PlanFile, system_names: &SystemNames) -> Vec<CaseResult> {
    let (cases, _) = read(&file.root);
    cases
        .iter()
        .map(|case| run::run(file, case, system_names))
        .collect()
}

/// The cases that cannot even be run, whatever would come of them.
pub(super) fn that_cannot_run(file: &PlanFile, almanac: &dyn Almanac) -> Vec<Diagnostic> {
    let (cases, _) = read(&file.root);
    let troubles = cases.iter().filter_map(|case| {
        let trouble = run::ready(file, case, almanac).err()?;
        Some(trouble.finding(&case.name))
    });
    troubles.collect()
}
