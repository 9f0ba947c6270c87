//! Plan files looked at: mistakes and oddities, cases run, a file to start from.

use std::path::PathBuf;

use super::super::options::stdin;
use super::{Check, NewPlan, TestPlans};
use crate::context::Context;
use crate::failure::{Exit, Failure, Place};
use crate::plans::{
    CaseResult, Diagnostic, PlanFile, Severity, bytes_of, is_vendor, run_cases, starting_file,
};
use crate::render::{Cell, Column, Doc, Listing, Outcome, Prefer};
use crate::settings::Output;

type C = Column<Diagnostic>;

const FOUND: &[C] = &[
    C::shown("file", |d| {
        Cell::code_if(d.place.as_ref().map(|p| p.file().to_owned()))
    }),
    C::shown("line", |d| Cell::from(d.place.as_ref().map(|p| p.line()))),
    C::shown("column", |d| {
        Cell::from(d.place.as_ref().map(|p| p.column()))
    }),
    C::shown("severity", |d| Cell::state(d.severity.word())),
    C::shown("code", |d| Cell::code(d.code)),
    C::shown("says", |d| Cell::text(d.message.clone())).last(),
    C::more("plan", |d| Cell::code_if(d.plan.clone())),
    C::more("hint", |d| Cell::text_if(d.hint.clone())),
    C::more("clause", |d| Cell::code_if(d.clause.clone())),
];

/// The files named, else the built-in ones and those of `--plans`: name and text of each.
fn files(context: &Context, named: &[PathBuf]) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    if named.is_empty() {
        return Ok(context.catalogue()?.texts());
    }
    let read = |path: &PathBuf| match path.to_str() {
        Some("-") => Ok(("standard input".to_owned(), stdin()?.into_bytes())),
        _ => Ok(bytes_of(path)?),
    };
    named.iter().map(read).collect()
}

/// All mistakes at once, and what is legal but odd.
///
/// # Errors
/// A file with mistakes, or one that cannot be read.
pub(crate) fn check(context: &mut Context, options: &Check) -> Result<Outcome, Failure> {
    let context = &*context;
    let machine = context.catalogue()?.system_names();
    let mut found = Vec::new();
    for (name, bytes) in files(context, &options.files)? {
        found.extend(crate::plans::check(&name, &bytes, machine));
    }
    let wrong: Vec<&Diagnostic> = found
        .iter()
        .filter(|d| d.severity == Severity::Error)
        .collect();
    let asked = context.settings.format.is_some();
    if let (Some(failure), false) = (mistakes(&wrong), asked) {
        return Err(failure);
    }
    let exit = match wrong.is_empty() {
        true => Exit::Done,
        false => Exit::BadFile,
    };
    let page = found
        .iter()
        .fold(Doc::default(), |page, d| page.lines(d.draw()));
    let listing = Listing::of("plan check", FOUND, found)
        .if_empty("nothing to find fault with")
        .page(Prefer::PageAtTerminal, page);
    Ok(Outcome::listing(listing).exit(exit))
}

/// All mistakes as one failure; each is shown.
fn mistakes(wrong: &[&Diagnostic]) -> Option<Failure> {
    let failures = wrong.iter().map(|diagnostic| mistake(diagnostic));
    failures.reduce(Failure::and)
}

fn mistake(diagnostic: &Diagnostic) -> Failure {
    let drawn = diagnostic.draw();
    let excerpt: Vec<&str> = drawn
        .lines()
        .skip(1)
        .take_while(|line| !line.starts_with("hint: "))
        .collect();
    let failure = Failure::bad_file(diagnostic.message.clone()).kind("plan");
    let failure = match &diagnostic.place {
        Some(place) => failure
            .place(Place {
                file: PathBuf::from(place.file()),
                line: Some(place.line()),
                column: Some(place.column()),
            })
            .excerpt(excerpt.join("\n")),
        None => failure,
    };
    failure.hint_if(diagnostic.hint.clone())
}

type R = Column<CaseResult>;

const CASES: &[R] = &[
    R::shown("file", |r| Cell::code(r.place.file().to_owned())),
    R::more("line", |r| Cell::from(r.place.line())),
    R::shown("plan", |r| Cell::code(r.plan.clone())),
    R::shown("case", |r| Cell::text(r.name.clone())),
    R::shown("verdict", |r| Cell::state(verdict(r))),
    R::shown("says", |r| Cell::text(r.failures.join("; "))).last(),
];

fn verdict(result: &CaseResult) -> &'static str {
    match result.failures.is_empty() {
        true => "passed",
        false => "failed",
    }
}

/// Runs the cases written beside the plans.
///
/// # Errors
/// A file that cannot be read. A case that fails is an answer, with exit code 7.
pub(crate) fn test(context: &mut Context, options: &TestPlans) -> Result<Outcome, Failure> {
    let context = &*context;
    let machine = context.catalogue()?.system_names();
    let mut results = Vec::new();
    for (name, bytes) in files(context, &options.files)? {
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
    let failed = results
        .iter()
        .filter(|result| !result.failures.is_empty())
        .count();
    let said = format!("{} cases, {failed} failed", results.len());
    let exit = match failed {
        0 => Exit::Done,
        _ => Exit::BadFile,
    };
    let listing = Listing::of("plan test", CASES, results).if_empty("no cases");
    Ok(Outcome::listing(listing).say(said).exit(exit))
}

/// A commented plan file to start from.
///
/// # Errors
/// A word that cannot name a vendor, or a file that is there already: somebody may have written in
/// it.
pub(crate) fn new(context: &mut Context, options: &NewPlan) -> Result<Outcome, Failure> {
    if !is_vendor(&options.id) {
        return Err(
            Failure::usage(format!("`{}` cannot name a vendor", options.id))
                .hint("write small letters, digits and hyphens: `acme-support`"),
        );
    }
    if let Output::File(path) = &context.settings.output
        && path.exists()
    {
        let path = path.display();
        return Err(Failure::not_possible(format!("{path} is there already"))
            .hint("write to another file, or without `-o` to see what it would be"));
    }
    let outcome = Outcome::verbatim(starting_file(&options.id));
    let replaced = context
        .catalogue()?
        .vendors()
        .any(|vendor| vendor == options.id);
    Ok(match replaced {
        true => outcome.warn(format!(
            "there is a vendor {}: in the folder of `--plans` this file replaces all of its plans",
            options.id
        )),
        false => outcome,
    })
}
