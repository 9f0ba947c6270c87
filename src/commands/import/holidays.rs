//! `import holidays`: a holiday set of the desk's own, from a calendar file.

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::Datelike;
use clap::Args;

use super::source::Source;
use crate::almanac;
use crate::commands::Input;
use crate::commands::args::Write;
use crate::commands::calendar::deadline_changes;
use crate::context::{Context, WriteMode};
use crate::core::calendar::DaySet;
use crate::failure::{Failure, Place};
use crate::render::{Outcome, WriteOutcome};
use crate::settings::limits;

/// Import a holiday set from a calendar file
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk import holidays company.ics --name company")]
pub(crate) struct Holidays {
    /// An .ics file; `-` for stdin
    #[arg(value_name = "FILE")]
    source: Source,
    /// The name of the set
    #[arg(long, value_name = "SET", value_parser = own_name)]
    name: String,
    #[command(flatten)]
    write: Write,
}

impl Holidays {
    /// Reads the whole days of an .ics file and takes them up as a set that plans and calendars can
    /// name; the same days again write nothing.
    ///
    /// # Errors
    /// A file that is no calendar, or a breach that would go off the record.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let name = self.name.as_str();
        let set = read(&self.source, input, name)?;
        let options = self.write.options(context)?;
        let (new, written) = context.write(&options, |session| {
            let held = match session.rules_cache.days_hash(name) {
                Some(_) => Some(session.rules_cache.day_set(&session.writer, name)?),
                None => None,
            };
            let new = held.as_ref() != Some(&set);
            if new {
                session.adopt_days(&set)?;
            }
            Ok(new)
        })?;
        let told = match written.entry {
            Some(entry) => WriteOutcome::new(entry),
            None => WriteOutcome::nothing(),
        };
        let days = match set.days.len() {
            1 => "1 day".to_owned(),
            n => format!("{n} days"),
        };
        let said = match (new, written.mode) {
            (false, _) => format!("nothing new: the desk has {days} of {name}"),
            (true, WriteMode::ForReal) => format!("imported {days} of {name}, {}", span(&set)),
            (true, WriteMode::DryRun) => format!("would import {days} of {name}, {}", span(&set)),
        };
        let moved = deadline_changes(&written, context.here()?);
        let outcome = Outcome::written(moved.into_iter().fold(told.said(said), WriteOutcome::said));
        Ok(match without_days(&set) {
            Some(years) => outcome.warn(format!("{name} has no day {years}: is the file whole?")),
            None => outcome,
        })
    }
}

/// The value parser of a name that plan files can write, and that no built-in set has.
fn own_name(name: &str) -> Result<String, Failure> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    // digits and hyphens alone are a date where calendars are made up
    let has_letter = name.chars().any(|c| c.is_ascii_lowercase());
    if !has_letter || !name.chars().all(fits) {
        return Err(
            Failure::usage(format!("`{name}` cannot name a holiday set"))
                .hint("write small letters, with digits and hyphens: `company-days`"),
        );
    }
    if almanac::day_set(name).is_ok() {
        return Err(
            Failure::usage(format!("the holiday set `{name}` is built in"))
                .hint("give yours a name of its own")
                .hint(format!(
                    "`sladesk calendar adopt {name}` takes up the built-in one"
                )),
        );
    }
    Ok(name.to_owned())
}

fn read(source: &Source, input: &dyn Input, name: &str) -> Result<DaySet, Failure> {
    let file = match source {
        Source::Stdin => PathBuf::from("-"),
        Source::File(path) => path.clone(),
    };
    let bytes = limits::bytes(source.open(input)?, &file, limits::TABLE, Failure::bad_file)?;
    let text = String::from_utf8(bytes).map_err(|_| {
        Failure::bad_file(format!(
            "{} is no calendar file: it is no text",
            file.display()
        ))
    })?;
    almanac::days_from_ics(&text, name).map_err(|error| {
        let place = format!("  --> {}:{}\n", file.display(), error.line);
        Failure::bad_file(error.says).excerpt(place).place(Place {
            file,
            line: Some(error.line),
            column: None,
        })
    })
}

/// The first stretch of years that a set covers without a single day: `in 2027`.
fn without_days(set: &DaySet) -> Option<String> {
    let years: BTreeSet<i32> = set.days.keys().map(Datelike::year).collect();
    let from = (set.from..=set.to).find(|year| !years.contains(year))?;
    let next = years.range(from..).next().copied().unwrap_or(set.to + 1);
    Some(match next - 1 {
        to if to == from => format!("in {from}"),
        to => format!("from {from} to {to}"),
    })
}

/// Which years its days lie in.
fn span(set: &DaySet) -> String {
    let ends = set.days.keys().next().zip(set.days.keys().next_back());
    ends.map_or_else(String::new, |(first, last)| format!("{first} to {last}"))
}
