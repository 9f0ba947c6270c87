//! `calendar due`: when a promise is due.

use clap::Args;

use super::answer::{Basis, precise, told, warned};
use super::args::CalendarArgs;
use super::chosen_calendar::{asked, terms};
use super::pauses::{PauseArg, Pauses};
use crate::commands::Input;
use crate::commands::args::parse;
use crate::commands::list_fields::ListFields;
use crate::commands::plan_words::{priorities, spelt_as, unknown};
use crate::context::Context;
use crate::core::sla::due_paused;
use crate::core::terms::Promise;
use crate::core::time::{Instant, PointExpr, Span};
use crate::failure::Failure;
use crate::render::{Cell, Column, Listing, Outcome};

const NAME: &str = "calendar due";

struct DueAnswer {
    due: Option<Instant>,
    basis: Basis,
}

type D = Column<DueAnswer>;

const DUE: &[D] = &[
    D::shown("due", |a| precise(a.due)),
    D::more("calendar", |a| Cell::code(a.basis.calendar.clone())),
    D::more("zone", |a| Cell::code(a.basis.zone.clone())),
    D::more("rules", |a| a.basis.rules()),
    D::more("warnings", |a| a.basis.warnings()),
];

/// Say when a promise is due
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk calendar due acme -p high\n  sladesk calendar due --zone Asia/Ho_Chi_Minh --week \"mon-fri 08:00-17:00\" --within 4h --from \"2026-10-02T15:00\""
)]
pub(crate) struct CalendarDue {
    #[command(flatten)]
    whose: CalendarArgs,
    /// Where it starts; now when nothing is said
    #[arg(long, value_name = "INSTANT", allow_hyphen_values = true, value_parser = parse::<PointExpr>)]
    from: Option<PointExpr>,
    /// How long it may take
    #[arg(long, value_name = "DURATION", conflicts_with = "priority", value_parser = parse::<Span>)]
    within: Option<Span>,
    /// As long as the plan says for this priority
    #[arg(short, long, value_name = "P")]
    priority: Option<String>,
    /// Only this one
    #[arg(long, value_name = "M", requires = "priority")]
    milestone: Option<String>,
    /// A stretch that does not count; may be given again
    #[arg(long, value_name = "FROM..TO", value_parser = parse::<PauseArg>)]
    paused: Vec<PauseArg>,
}

impl CalendarDue {
    /// When a promise is due that starts at an instant.
    ///
    /// # Errors
    /// Nobody is called so, or nothing is promised.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let promised = promise(context, &self)?;
        let span = promised.span;
        let asked = asked(context, &self.whose, promised.calendar.as_deref())?;
        let from = asked.instant(context, self.from.as_ref())?;
        let after_cut_off = |at| asked.calendar.after_cut_off(from, span, at);
        let from = promised.cut_off.and_then(after_cut_off).unwrap_or(from);
        let paused = Pauses::of(context, &self.paused, &asked)?;
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
            basis: Basis::of(&asked, &warnings),
        };
        let outcome = Outcome::listing(Listing::of(NAME, DUE, [answer]).single());
        let outcome = outcome.say(said).in_zone(asked.zone().clone());
        Ok(warned(outcome, &warnings))
    }
}

/// How long it may take, and what it is counted by.
struct DuePromise {
    span: Span,
    calendar: Option<String>,
    cut_off: Option<u32>,
}

/// The span asked for, or the one that a plan promises for a priority, with its calendar.
fn promise(context: &Context, asks: &CalendarDue) -> Result<DuePromise, Failure> {
    if let Some(span) = asks.within {
        let in_days = span.counts_business_days();
        let key = match asks.whose.whose.as_deref() {
            Some(name) if in_days => terms(context, name)?.business_days,
            _ => None,
        };
        return Ok(DuePromise {
            span,
            calendar: key,
            cut_off: None,
        });
    }
    let (Some(priority), Some(name)) = (asks.priority.as_deref(), asks.whose.whose.as_deref())
    else {
        return Err(
            Failure::missing("`calendar due` needs a promise", "--within", Vec::new())
                .hint("or a customer, contract or plan and `--priority`"),
        );
    };
    let terms = terms(context, name)?;
    let priority = &spelt_as(priority, &priorities(&terms));
    let own = |place: &usize| terms.priorities[*place].included;
    let Some(place) = terms.priority(priority).filter(own) else {
        let ids = terms.own_priorities().map(|(_, own)| own.id.as_str());
        return Err(unknown(&terms.name(), "priority", priority, ids));
    };
    let ids: Vec<&str> = terms.milestones.iter().map(|m| m.id.as_str()).collect();
    let wanted = &spelt_as(asks.milestone.as_deref().unwrap_or("response"), &ids);
    let Some(milestone) = terms.milestone(wanted) else {
        return Err(unknown(&terms.name(), "milestone", wanted, ids));
    };
    let target = &milestone.targets[place];
    match target.promise {
        Promise::Within(span) => Ok(DuePromise {
            span,
            calendar: target.calendar.clone(),
            cut_off: target.cut_off,
        }),
        Promise::BestEffort | Promise::None | Promise::Open | Promise::Missing => {
            Err(Failure::not_possible(format!(
                "{} promises no time for {wanted} at {priority}",
                terms.name()
            )))
        }
    }
}

/// The fields of the answer.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, DUE)
}
