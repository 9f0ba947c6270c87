//! When it is due, how much has elapsed, whether it is open: one question, one answer.

use super::pauses::Pauses;
use super::whose::{ChosenCalendar, asked, terms};
use super::{Due, Elapsed, IsOpen};
use crate::context::Context;
use crate::core::calendar::Warning;
use crate::core::sla::due_paused;
use crate::core::terms::Promise;
use crate::core::text::nearest;
use crate::core::time::Instant;
use crate::core::time::{Here, Span, open_time, precise_moment};
use crate::failure::{Exit, Failure};
use crate::render::{Cell, Column, Listing, Outcome};

/// What every answer says of the calendar it was given by.
struct Basis {
    calendar: String,
    zone: String,
    rules: (String, String),
    warnings: Vec<String>,
}

impl Basis {
    fn of(asked: &ChosenCalendar, warnings: &[Warning]) -> Basis {
        Basis {
            calendar: asked.name.clone(),
            zone: asked.zone().name.clone(),
            rules: (asked.zone().source.clone(), asked.zone().version.clone()),
            warnings: warnings.iter().map(ToString::to_string).collect(),
        }
    }

    fn rules(&self) -> Cell {
        Cell::object([
            ("source", Cell::code(self.rules.0.clone())),
            ("version", Cell::code(self.rules.1.clone())),
        ])
    }

    fn warnings(&self) -> Cell {
        Cell::List(self.warnings.iter().map(Cell::text).collect())
    }
}

struct DueAnswer {
    due: Option<Instant>,
    ground: Basis,
}

type D = Column<DueAnswer>;

const DUE: &[D] = &[
    D::shown("due", |a| precise(a.due)),
    D::more("calendar", |a| Cell::code(a.ground.calendar.clone())),
    D::more("zone", |a| Cell::code(a.ground.zone.clone())),
    D::more("rules", |a| a.ground.rules()),
    D::more("warnings", |a| a.ground.warnings()),
];

/// When a promise is due that starts at an instant.
///
/// # Errors
/// A word that cannot be read, or nothing is promised.
pub(crate) fn due(context: &mut Context, options: &Due) -> Result<Outcome, Failure> {
    let context = &*context;
    let (span, key) = promise(context, options)?;
    let asked = asked(context, &options.whose, key.as_deref())?;
    let from = asked.instant(context, options.from.as_deref())?;
    let paused = Pauses::of(context, &options.paused, &asked)?;
    let due = due_paused(&asked.calendar, from, span, &paused.0);
    let mut warnings = asked.calendar.warnings_within(from, span);
    let until_due = due.map_or_else(Vec::new, |due| asked.calendar.warnings(from, due));
    for warning in until_due {
        if !warnings.contains(&warning) {
            warnings.push(warning);
        }
    }
    let said = match due {
        Some(due) => told(context, &asked, due)?,
        None if asked.calendar.next_open(from).is_some() => {
            "not due before the year 10000".to_owned()
        }
        None => "never due: the calendar does not open again".to_owned(),
    };
    let answer = DueAnswer {
        due,
        ground: Basis::of(&asked, &warnings),
    };
    let outcome = Outcome::listing(Listing::of("calendar due", DUE, [answer]).single());
    let outcome = outcome.say(said).in_zone(asked.zone().clone());
    Ok(warned(outcome, &warnings))
}

fn precise(at: Option<Instant>) -> Cell {
    at.map_or(Cell::Absent, Cell::Precise)
}

/// An instant in the calendar's own zone, and in that of `--times-in`.
fn told(context: &Context, asked: &ChosenCalendar, at: Instant) -> Result<String, Failure> {
    let own = format!(
        "{} in {}",
        precise_moment(at, asked.here(context)),
        asked.zone().name
    );
    if context.settings.times_in.value.is_none() {
        return Ok(own);
    }
    let zone = context.shown_without_desk()?;
    let there = precise_moment(at, Here::new(context.now(), &zone));
    Ok(format!("{own}, {there} in {}", zone.name))
}

fn warned(outcome: Outcome, warnings: &[Warning]) -> Outcome {
    warnings
        .iter()
        .map(ToString::to_string)
        .fold(outcome, Outcome::warn)
}

/// The span asked for, or the one that a plan promises for a priority, with its calendar.
fn promise(context: &Context, options: &Due) -> Result<(Span, Option<String>), Failure> {
    if let Some(within) = options.within.as_deref() {
        let span: Span = within.parse()?;
        let in_days = !matches!(span, Span::Time(_) | Span::CalendarDays(_));
        let key = match options.whose.name.as_deref() {
            Some(name) if in_days => terms(context, name)?.business_days,
            _ => None,
        };
        return Ok((span, key));
    }
    let (Some(priority), Some(name)) = (options.priority.as_deref(), options.whose.name.as_deref())
    else {
        return Err(
            Failure::missing("`calendar due` needs a promise", "--within", Vec::new())
                .hint("or a customer, contract or plan and `--priority`"),
        );
    };
    let terms = terms(context, name)?;
    let Some(place) = terms.priority(priority) else {
        let ids: Vec<&str> = terms.priorities.iter().map(|p| p.id.as_str()).collect();
        return Err(
            Failure::not_found(format!("{} has no priority `{priority}`", terms.name()))
                .meant(nearest(priority, ids.iter().copied()))
                .hint(format!("it has {}", ids.join(", "))),
        );
    };
    let wanted = options.milestone.as_deref().unwrap_or("response");
    let Some(milestone) = terms.milestone(wanted) else {
        let ids: Vec<&str> = terms.milestones.iter().map(|m| m.id.as_str()).collect();
        return Err(
            Failure::not_found(format!("{} has no milestone `{wanted}`", terms.name()))
                .meant(nearest(wanted, ids.iter().copied())),
        );
    };
    let target = &milestone.targets[place];
    match target.promise {
        Promise::Within(span) => Ok((span, target.calendar.clone())),
        Promise::None | Promise::Open | Promise::Missing => Err(Failure::not_possible(format!(
            "{} promises no {wanted} at {priority}",
            terms.name()
        ))),
    }
}

struct ElapsedAnswer {
    seconds: i64,
    ground: Basis,
}

type E = Column<ElapsedAnswer>;

const ELAPSED: &[E] = &[
    E::shown("seconds", |a| Cell::Seconds(a.seconds)),
    E::more("calendar", |a| Cell::code(a.ground.calendar.clone())),
    E::more("zone", |a| Cell::code(a.ground.zone.clone())),
    E::more("rules", |a| a.ground.rules()),
    E::more("warnings", |a| a.ground.warnings()),
];

/// The open time between two instants, pauses left out.
///
/// # Errors
/// A word that cannot be read, or an end before the beginning.
pub(crate) fn elapsed(context: &mut Context, options: &Elapsed) -> Result<Outcome, Failure> {
    let context = &*context;
    let asked = asked(context, &options.whose, None)?;
    let from = asked.instant(context, Some(&options.from))?;
    let to = asked.instant(context, options.to.as_deref())?;
    if to < from {
        return Err(Failure::usage("`--to` is before `--from`"));
    }
    let paused = Pauses::of(context, &options.paused, &asked)?;
    let warnings = asked.calendar.warnings(from, to);
    let seconds = asked.calendar.elapsed(from, to) - paused.within(&asked, from, to);
    let said = format!(
        "{} of {} in {}",
        open_time(seconds),
        asked.name,
        asked.zone().name
    );
    let answer = ElapsedAnswer {
        seconds,
        ground: Basis::of(&asked, &warnings),
    };
    let listing = Listing::of("calendar elapsed", ELAPSED, [answer]).single();
    Ok(warned(Outcome::listing(listing).say(said), &warnings))
}

struct OpenAnswer {
    open: bool,
    until: Option<Instant>,
    ground: Basis,
}

type O = Column<OpenAnswer>;

const OPEN: &[O] = &[
    O::shown("open", |a| Cell::from(a.open)),
    O::shown("until", |a| precise(a.until)),
    O::more("calendar", |a| Cell::code(a.ground.calendar.clone())),
    O::more("zone", |a| Cell::code(a.ground.zone.clone())),
    O::more("rules", |a| a.ground.rules()),
    O::more("warnings", |a| a.ground.warnings()),
];

/// Open or closed, and until when.
///
/// # Errors
/// A word that cannot be read.
pub(crate) fn open(context: &mut Context, options: &IsOpen) -> Result<Outcome, Failure> {
    let context = &*context;
    let asked = asked(context, &options.whose, None)?;
    let at = asked.instant(context, options.at.as_deref())?;
    let open = asked.calendar.is_open(at);
    let until = match open {
        true => asked.calendar.open_until(at),
        false => asked.calendar.next_open(at),
    };
    let warnings = asked.calendar.warnings(at, until.unwrap_or(at));
    let until_when = match until {
        Some(until) => format!("until {}", told(context, &asked, until)?),
        None => format!("for ever, in {}", asked.zone().name),
    };
    let said = match open {
        true => format!("{} is open {until_when}", asked.name),
        false => format!("{} is closed {until_when}", asked.name),
    };
    let answer = OpenAnswer {
        open,
        until,
        ground: Basis::of(&asked, &warnings),
    };
    let exit = match options.exit_code && !open {
        true => Exit::Asked,
        false => Exit::Done,
    };
    let listing = Listing::of("calendar open", OPEN, [answer]).single();
    let outcome = Outcome::listing(listing).exit(exit).say(said);
    Ok(warned(outcome.in_zone(asked.zone().clone()), &warnings))
}
