//! `calendar open`: open or closed, and until when.

use clap::Args;

use super::answer::{Basis, precise, told, warned};
use super::args::CalendarArgs;
use super::chosen_calendar::asked;
use crate::commands::Input;
use crate::commands::args::parse;
use crate::commands::list_fields::ListFields;
use crate::context::Context;
use crate::core::time::{Instant, PointExpr};
use crate::failure::{Exit, Failure};
use crate::render::{Cell, Column, Listing, Outcome};

const NAME: &str = "calendar open";

struct OpenAnswer {
    open: bool,
    until: Option<Instant>,
    basis: Basis,
}

type O = Column<OpenAnswer>;

const OPEN: &[O] = &[
    O::shown("open", |a| Cell::from(a.open)),
    O::shown("until", |a| precise(a.until)),
    O::more("calendar", |a| Cell::code(a.basis.calendar.clone())),
    O::more("zone", |a| Cell::code(a.basis.zone.clone())),
    O::more("rules", |a| a.basis.rules()),
    O::more("warnings", |a| a.basis.warnings()),
];

/// Say whether it is open, and until when
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk calendar open acme\n  sladesk calendar open creatio/business --zone UTC+3 --at \"2026-10-02 18:00\" --exit-code"
)]
pub(crate) struct CalendarOpen {
    #[command(flatten)]
    whose: CalendarArgs,
    /// At which instant
    #[arg(long, value_name = "INSTANT", allow_hyphen_values = true, value_parser = parse::<PointExpr>)]
    at: Option<PointExpr>,
    /// Exit with 10 when closed
    #[arg(long)]
    exit_code: bool,
}

impl CalendarOpen {
    /// Open or closed, and until when.
    ///
    /// # Errors
    /// Nobody is called so.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let asked = asked(context, &self.whose, None)?;
        let at = asked.instant(context, self.at.as_ref())?;
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
            basis: Basis::of(&asked, &warnings),
        };
        let exit = match self.exit_code && !open {
            true => Exit::Asked,
            false => Exit::Done,
        };
        let listing = Listing::of(NAME, OPEN, [answer]).single();
        let outcome = Outcome::listing(listing).exit(exit).say(said);
        Ok(warned(outcome.in_zone(asked.zone().clone()), &warnings))
    }
}

/// The fields of the answer.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, OPEN)
}
