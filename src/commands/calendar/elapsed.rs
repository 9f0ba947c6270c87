//! `calendar elapsed`: the open time between two instants.

use clap::Args;

use super::answer::{Basis, warned};
use super::args::CalendarArgs;
use super::chosen_calendar::asked;
use super::pauses::{PauseArg, Pauses};
use crate::commands::Input;
use crate::commands::args::parse;
use crate::commands::list_fields::ListFields;
use crate::context::Context;
use crate::core::time::{PointExpr, open_time};
use crate::failure::Failure;
use crate::render::{Cell, Column, Listing, Outcome};

const NAME: &str = "calendar elapsed";

struct ElapsedAnswer {
    seconds: i64,
    basis: Basis,
}

type E = Column<ElapsedAnswer>;

const ELAPSED: &[E] = &[
    E::shown("seconds", |a| Cell::Seconds(a.seconds)),
    E::more("calendar", |a| Cell::code(a.basis.calendar.clone())),
    E::more("zone", |a| Cell::code(a.basis.zone.clone())),
    E::more("rules", |a| a.basis.rules()),
    E::more("warnings", |a| a.basis.warnings()),
];

/// Say how much open time lies between two instants
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk calendar elapsed acme --from \"2026-10-01T09:00\" --to now\n  sladesk calendar elapsed --zone UTC --week \"mon-fri 09:00-17:00\" --from -7d"
)]
pub(crate) struct CalendarElapsed {
    #[command(flatten)]
    whose: CalendarArgs,
    /// The first instant
    #[arg(long, value_name = "INSTANT", allow_hyphen_values = true, value_parser = parse::<PointExpr>)]
    from: PointExpr,
    /// The instant after the last; now when nothing is said
    #[arg(long, value_name = "INSTANT", allow_hyphen_values = true, value_parser = parse::<PointExpr>)]
    to: Option<PointExpr>,
    /// A stretch that does not count; may be given again
    #[arg(long, value_name = "FROM..TO", value_parser = parse::<PauseArg>)]
    paused: Vec<PauseArg>,
}

impl CalendarElapsed {
    /// The open time between two instants, pauses left out.
    ///
    /// # Errors
    /// Nobody is called so, or an end before the beginning.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let asked = asked(context, &self.whose, None)?;
        let from = asked.instant(context, Some(&self.from))?;
        let to = asked.instant(context, self.to.as_ref())?;
        if to < from {
            return Err(Failure::usage("`--to` is before `--from`"));
        }
        let paused = Pauses::of(context, &self.paused, &asked)?;
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
            basis: Basis::of(&asked, &warnings),
        };
        let listing = Listing::of(NAME, ELAPSED, [answer]).single();
        Ok(warned(Outcome::listing(listing).say(said), &warnings))
    }
}

/// The fields of the answer.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, ELAPSED)
}
