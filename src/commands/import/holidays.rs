//! `import holidays`: a holiday set of the desk's own, from a calendar file.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::PathBuf;

use chrono::{Datelike, NaiveDate};
use clap::Args;

use super::encoding::{self, FileKind};
use super::source::ImportSource;
use crate::almanac::{self, Choice, HalfDays, HolidayFile};
use crate::commands::Input;
use crate::commands::args::{Write, day_hours};
use crate::commands::calendar::deadline_changes;
use crate::commands::list_fields::ListFields;
use crate::context::{Context, WriteMode};
use crate::core::calendar::{DaySet, Hours};
use crate::failure::Failure;
use crate::plans::MarkedLine;
use crate::render::{Cell, Column, Listing, Outcome, WriteOutcome};
use crate::settings::limits;
use crate::wording::import::holidays as words;

const NAME: &str = "import holidays";

/// Import a holiday set from a calendar file
///
/// Whole days close: those of one event or of one that comes back, with what was moved
/// and cancelled. What the file names without closing (observances, half days, days worked
/// elsewhere) is left out. Every day that closes is listed, and everything left out with its line.
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk import holidays company.ics --name company -n\n  sladesk import holidays company.ics --name company --only outing --half-days 09:00-13:00"
)]
pub(crate) struct ImportHolidays {
    /// An .ics file; `-` for stdin
    #[arg(value_name = "FILE")]
    source: ImportSource,
    /// The name of the set
    #[arg(long, value_name = "SET", value_parser = own_name)]
    name: String,
    /// Take only events that have this word in name, category or description
    #[arg(long, value_name = "WORD", value_parser = word)]
    only: Vec<String>,
    /// Leave out events that have this word
    #[arg(long, value_name = "WORD", value_parser = word)]
    skip: Vec<String>,
    /// When half days are worked; without it they are left out
    #[arg(long, value_name = "TIMES", value_parser = day_hours)]
    half_days: Option<Hours>,
    #[command(flatten)]
    write: Write,
}

impl ImportHolidays {
    /// Reads the whole days of an .ics file and takes them up as a set that plans and calendars can
    /// name; the same days again write nothing.
    ///
    /// # Errors
    /// A file that is no calendar or closes no day, or a breach that would go off the record.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let name = self.name.as_str();
        let choice = Choice {
            only: self.only.clone(),
            skip: self.skip.clone(),
            half_days: match self.half_days {
                Some(_) => HalfDays::Worked,
                None => HalfDays::LeftOut,
            },
        };
        let file = read(&self.source, input, &choice)?;
        let set = file.day_set(name, self.half_days.as_ref());
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
        let mut told = match written.entry {
            Some(entry) => WriteOutcome::new(entry),
            None => WriteOutcome::nothing(),
        };
        let days = set.count();
        told = told.said(match (new, written.mode) {
            (false, _) => words::nothing_new(days, name),
            (true, WriteMode::ForReal) => words::imported("imported", days, name, set.span()),
            (true, WriteMode::DryRun) => words::imported("would import", days, name, set.span()),
        });
        if new {
            let closed = |closing| words::closed(closing, self.half_days.as_ref());
            let closed = file.closings.iter().flat_map(closed);
            told = closed.fold(told, WriteOutcome::said);
        }
        let left_out = file.left_out.iter().map(words::left_out);
        told = left_out.fold(told, WriteOutcome::said);
        let moved = deadline_changes(context, &written)?;
        told = moved.into_iter().fold(told, WriteOutcome::said);
        let misread: Vec<String> = misread(&file).collect();
        let without = without_days(&set, &file).map(|years| words::without_days(name, years));
        let import = HolidayImport { set, file };
        told = told.after(Listing::of(NAME, IMPORT, [import]).single());
        let warnings = misread.into_iter().chain(without);
        Ok(warnings.fold(Outcome::written(told), Outcome::warn))
    }
}

/// What was read, for scripts.
struct HolidayImport {
    set: DaySet,
    file: HolidayFile,
}

type I = Column<HolidayImport>;

const IMPORT: &[I] = &[
    I::shown("set", |i| Cell::code(i.set.name.clone())),
    I::shown("from", |i| Cell::from(i.set.from)),
    I::shown("to", |i| Cell::from(i.set.to)),
    I::shown("title", |i| Cell::text(i.set.title.clone())),
    I::more("days", |i| {
        let closed = i
            .set
            .days
            .iter()
            .map(|(date, name)| day(*date, name, Cell::Absent));
        let half = i.set.half_days.iter().map(|(date, half)| {
            day(
                *date,
                &half.name,
                Cell::code(Hours(half.hours.clone()).to_string()),
            )
        });
        Cell::List(closed.chain(half).collect())
    }),
    I::more("left_out", |i| {
        let left = i.file.left_out.iter().map(|left| {
            Cell::object([
                ("line", Cell::from(left.line)),
                ("name", Cell::text_if(left.name.clone())),
                ("date", Cell::from(left.on)),
                ("why", Cell::code(words::why_code(&left.why))),
            ])
        });
        Cell::List(left.collect())
    }),
    I::more("bad", |i| {
        let bad = i.file.misread.iter().map(|mistake| {
            Cell::object([
                ("line", Cell::from(mistake.line)),
                ("says", Cell::text(words::misread(&mistake.what))),
            ])
        });
        Cell::List(bad.collect())
    }),
];

fn day(date: NaiveDate, name: &str, hours: Cell) -> Cell {
    Cell::object([
        ("date", Cell::from(date)),
        ("name", Cell::text(name)),
        ("hours", hours),
    ])
}

fn misread(file: &HolidayFile) -> impl Iterator<Item = String> + '_ {
    let mistakes = file.misread.iter();
    mistakes.map(|mistake| words::on_line(mistake.line, &words::misread(&mistake.what)))
}

/// The value parser of a word to look for.
fn word(word: &str) -> Result<String, Failure> {
    match word.trim() {
        "" => Err(Failure::usage(words::EMPTY_WORD)),
        word => Ok(word.to_owned()),
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

/// More of them than these are counted where nothing is imported.
const MOST_TOLD: usize = 50;

/// The bytes of that line, from 1.
fn line_at(text: &str, line: usize) -> Range<usize> {
    let mut lines = text.split_inclusive('\n');
    let before = lines.by_ref().take(line.saturating_sub(1));
    let start: usize = before.map(str::len).sum();
    let own = lines.next().unwrap_or_default();
    start..start + own.trim_end().len()
}

fn read(source: &ImportSource, input: &dyn Input, choice: &Choice) -> Result<HolidayFile, Failure> {
    let path = PathBuf::from(source.name());
    let bytes = limits::bytes(source.open(input)?, &path, limits::TABLE, Failure::bad_file)?;
    let bytes = almanac::with_whole_letters(bytes);
    let text = encoding::text(bytes, source, FileKind::Calendar, None)?.text;
    let file = HolidayFile::read(&text, choice).map_err(|error| {
        let line = line_at(&text, error.line());
        let marked = MarkedLine::of(path.to_string_lossy(), &text, &line);
        Failure::bad_file(words::refused(&error)).marked(marked)
    })?;
    if !file.closings.is_empty() {
        return Ok(file);
    }
    let left_out = file.left_out.iter().map(words::left_out);
    let facts: Vec<String> = misread(&file).chain(left_out).collect();
    let failure = Failure::bad_file(words::NOTHING_CLOSES);
    let failure = facts
        .iter()
        .take(MOST_TOLD)
        .fold(failure, |failure, fact| failure.fact(fact));
    Err(match facts.len().checked_sub(MOST_TOLD + 1) {
        Some(more) => failure.fact(words::and_more(more + 1)),
        None => failure,
    }
    .hint_if((!file.left_out.is_empty()).then_some(words::CHOOSE)))
}

/// The first stretch of years that a set covers without a single day, of which the file says nothing
/// either.
fn without_days(set: &DaySet, file: &HolidayFile) -> Option<(i32, i32)> {
    let dates = set.days.keys().chain(set.half_days.keys());
    let left_out = file.left_out.iter().filter_map(|event| event.on.as_ref());
    let years: BTreeSet<i32> = dates.chain(left_out).map(Datelike::year).collect();
    let from = (set.from..=set.to).find(|year| !years.contains(year))?;
    let next = years.range(from..).next().copied().unwrap_or(set.to + 1);
    Some((from, next - 1))
}

/// The fields of what is told.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, IMPORT)
}
