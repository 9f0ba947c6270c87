//! `plan test`: the cases written beside the plans.

use std::path::PathBuf;

use clap::Args;

use super::files::{files, mistakes};
use crate::commands::Input;
use crate::commands::list_fields::ListFields;
use crate::context::Context;
use crate::core::sla::TicketRemark;
use crate::failure::{Exit, Failure};
use crate::plans::{CaseResult, Diagnostic, PlanFile, Severity, run_cases};
use crate::render::{Cell, Column, Listing, Outcome};
use crate::wording;

const NAME: &str = "plan test";

type R = Column<CaseResult>;

const CASES: &[R] = &[
    R::shown("file", |r| Cell::code(r.place.file().to_owned())),
    R::more("line", |r| Cell::from(r.place.line())),
    R::shown("plan", |r| Cell::code(r.plan.clone())),
    R::shown("case", |r| Cell::text(r.name.clone())),
    R::shown("verdict", |r| Cell::state(verdict(r))),
    R::shown("says", |r| Cell::text(says(r))),
];

fn says(result: &CaseResult) -> String {
    let hint = result.hint.as_ref().and_then(wording::plan::hint);
    let remark = |(at, remark): &(String, TicketRemark)| {
        format!("{at}: {}", wording::remark::of_ticket(remark).in_english())
    };
    let told = result.failures.iter().cloned();
    let told = told.chain(result.remarks.iter().map(remark));
    let all: Vec<String> = told.chain(hint).collect();
    all.join("; ")
}

fn verdict(result: &CaseResult) -> &'static str {
    match result.holds() {
        true => "passed",
        false => "failed",
    }
}

/// Test plans by the cases written beside them
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk plan test\n  sladesk plan test plans/ours.toml")]
pub(crate) struct PlanTest {
    /// Plan files; none: the built-in ones and those of --plans
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

impl PlanTest {
    /// Runs the cases.
    ///
    /// # Errors
    /// A file that cannot be read. A case that fails is an answer, with exit code 7.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let machine = context.catalogue()?.system_names();
        let mut results = Vec::new();
        for (name, bytes) in files(context, input, &self.files)? {
            let reading = PlanFile::read(&name, &bytes, machine);
            let wrong: Vec<&Diagnostic> = reading
                .found
                .iter()
                .filter(|d| d.severity == Severity::Error)
                .collect();
            match (reading.file, mistakes(&wrong)) {
                (Some(file), None) => results.extend(run_cases(&file, machine)),
                (_, Some(failure)) => return Err(failure),
                (None, None) => {}
            }
        }
        let failed = results.iter().filter(|result| !result.holds()).count();
        let said = format!("{} cases, {failed} failed", results.len());
        let exit = match failed {
            0 => Exit::Done,
            _ => Exit::BadFile,
        };
        let listing = Listing::of(NAME, CASES, results).if_empty("no cases");
        Ok(Outcome::listing(listing).say(said).exit(exit))
    }
}

/// The fields of the list.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, CASES)
}
