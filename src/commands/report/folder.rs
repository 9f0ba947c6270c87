//! A report to one place, or a folder of reports: a file for each customer that the filter leaves
//! and that had to do with the desk in the period.

use std::rc::Rc;

use clap::Args;

use super::about::ReportArgs;
use super::moved_owners::OwnersOfMoved;
use super::scope::{DefaultPeriod, Scope};
use super::tickets_in_period::touched;
use crate::context::Context;
use crate::core::calendar::ZoneRules;
use crate::core::text::WordList;
use crate::failure::Failure;
use crate::render::{Listing, NamedAnswer, Outcome, OverwriteFiles, Progress};
use crate::settings::Output;
use crate::wording::asked::NOBODY_TO_REPORT;

/// How a folder is written.
#[derive(Args, Debug)]
#[group(skip)]
pub(super) struct FolderArgs {
    /// With `-o DIR/`: write files anew that are there
    #[arg(short, long)]
    yes: bool,
}

/// A report that was made.
pub(super) struct Answered {
    pub listing: Listing,
    /// The zone that it is about.
    pub zone: ZoneRules,
}

/// Which report is asked for.
pub(super) struct AskedReport<'a> {
    pub about: &'a ReportArgs,
    pub folder: &'a FolderArgs,
    /// Which time it is about when nobody says.
    pub unsaid: DefaultPeriod,
    /// What the names of its files say of it; the quarterly's have the period alone.
    pub called: Option<&'static str>,
}

/// The kind of a failure that is one of a customer alone: the report has nothing to say of them, and
/// a folder has no file.
pub(super) const NOT_ABOUT: &str = "not-about";

/// The report, or one for each customer where they go to a folder.
///
/// # Errors
/// What was asked for cannot be read, or the desk's file cannot.
pub(super) fn report<'c>(
    context: &'c Context,
    asked: &AskedReport<'_>,
    answer: impl Fn(Scope<'c>) -> Result<Answered, Failure>,
) -> Result<Outcome, Failure> {
    // all that one answer says is of one state of the record
    let _still = context.store()?.snapshot()?;
    if let Output::Folder(_) = context.settings.output {
        let overwrite = match asked.folder.yes {
            true => OverwriteFiles::Agreed,
            false => OverwriteFiles::Refused,
        };
        return Ok(Outcome::files(each(context, asked, answer)?, overwrite));
    }
    let answered = answer(Scope::of(context, asked.about, asked.unsaid)?)?;
    Ok(Outcome::listing(answered.listing).in_zone(answered.zone))
}

fn each<'c>(
    context: &'c Context,
    asked: &AskedReport<'_>,
    answer: impl Fn(Scope<'c>) -> Result<Answered, Failure>,
) -> Result<Vec<NamedAnswer>, Failure> {
    let all = Scope::of(context, asked.about, asked.unsaid)?;
    let customers = all.customers.rows()?;
    let owners = Rc::new(OwnersOfMoved::read(context, &all.reading, &all.window)?);
    drop(all);
    let progress = Progress::new(&context.settings);
    progress.steps("reporting", customers.len());
    let mut answers = Vec::new();
    for customer in customers.iter() {
        let mut scope = Scope::of_one(context, asked.about, asked.unsaid, customer.id)?;
        scope.owners = Some(Rc::clone(&owners));
        if has_to_do(&scope)? {
            let name = file_name(&scope, asked.called);
            match answer(scope) {
                Ok(Answered { listing, zone }) => answers.push(NamedAnswer {
                    name,
                    listing,
                    zone,
                }),
                Err(failure) if failure.is(NOT_ABOUT) => {}
                Err(failure) => return Err(failure),
            }
        }
        progress.step();
    }
    progress.done();
    match answers.is_empty() {
        true => Err(Failure::not_found(NOBODY_TO_REPORT)),
        false => Ok(answers),
    }
}

/// Whether the customer had a contract or tickets in the period; where the filter asks for tickets,
/// tickets that it leaves.
fn has_to_do(scope: &Scope<'_>) -> Result<bool, Failure> {
    if !scope.whole_customers {
        return Ok(!touched(scope)?.is_empty());
    }
    if !scope.terms.in_period.is_empty() {
        return Ok(true);
    }
    if let Some(owners) = &scope.owners
        && scope.customers.rows()?.iter().any(|of| owners.has(of.id))
    {
        return Ok(true);
    }
    Ok(!touched(scope)?.is_empty())
}

/// `acme-2026Q3-en`, `acme-sla-2026Q3-en`: nothing in it leaves the folder or hides in it.
fn file_name(scope: &Scope<'_>, called: Option<&str>) -> String {
    let whose = scope.customer.as_ref().map(|(row, _)| row.key.as_str());
    let kept = |text: &str, signs: &[char]| -> String {
        let plain = |c: char| match c.is_alphanumeric() || signs.contains(&c) {
            true => c,
            false => '-',
        };
        text.chars().map(plain).collect()
    };
    let whose = kept(whose.unwrap_or("desk"), &['.', '_']);
    let whose = match whose.strip_prefix('.') {
        Some(rest) => format!("-{rest}"),
        None => whose,
    };
    let period = kept(&scope.period.title, &[]);
    let parts = [Some(whose.as_str()), called, Some(&period)];
    let parts = parts.into_iter().flatten().chain([scope.language.word()]);
    parts.collect::<Vec<_>>().join("-")
}
