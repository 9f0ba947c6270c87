//! What is breached and not met yet; with `--within` also what will be by then.

use std::str::FromStr;
use std::sync::LazyLock;

use clap::Args;

use super::live::{LiveRecord, ReadDepth, live, with_those_of_tickets};
use crate::commands::Input;
use crate::commands::args::{ListArgs, parse};
use crate::commands::list_fields::ListFields;
use crate::context::{Context, Reading};
use crate::core::filter::CLOCK_KEYS;
use crate::core::model::TicketWord;
use crate::core::sla::{AT_RISK_PERCENT, ClockState, measure};
use crate::core::time::Span;
use crate::failure::{Exit, Failure, FailureCode};
use crate::render::{Cell, Column, Listing, Outcome};

/// List what is breached and not met yet
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk overdue\n  sladesk overdue --within 30m -f json\n  sladesk overdue --within 80%\n  sladesk overdue priority:high --exit-code -q"
)]
pub(crate) struct Overdue {
    /// Also what is due within this, by the wall clock; `80%`: what has used so much of its target,
    /// in open time
    #[arg(long, value_name = "DURATION", value_parser = parse::<Within>)]
    within: Option<Within>,
    /// Exit with 10 when there is something
    #[arg(long)]
    exit_code: bool,
    #[command(flatten)]
    list: ListArgs,
}

impl Overdue {
    /// The clocks that are breached and have not ended, the longest first: a range of one index.
    ///
    /// # Errors
    /// A word of the filter cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let mut reading = self.list.read.reading(context)?;
        let (filter, traits) = context.select_clocks_in(&self.list.filter, &mut reading)?;
        let now = reading.at();
        let until = match self.within {
            None => Some(now),
            Some(Within::Seconds(within)) => Some(now.plus(within + 1)),
            Some(Within::Percent(_)) => None,
        };
        let depth = ReadDepth::of(context, &self.list, IN_INDEX);
        let mut found = live(&mut reading, (&filter, &traits), until, depth)?;
        if let Some(Within::Percent(percent)) = self.within {
            found = used(&mut reading, found, percent)?;
        }
        let exit = match self.exit_code && !found.is_empty() {
            true => Exit::Asked,
            false => Exit::Done,
        };
        let listing = Listing::of("overdue", columns(), found).if_empty("nothing is overdue");
        let listing = self.list.arranged(listing, input)?;
        Ok(Outcome::listing(listing).exit(exit))
    }
}

type C = Column<LiveRecord>;

/// The default columns, in their order, then the others.
fn columns() -> &'static [C] {
    static COLUMNS: LazyLock<Vec<C>> =
        LazyLock::new(|| with_those_of_tickets(OWN, |record: &LiveRecord| record.ticket.as_ref()));
    &COLUMNS
}

const OWN: [C; 21] = [
    C::shown("ticket", |r| Cell::from(r.clock.ticket)).names(),
    C::shown("milestone", |r| Cell::code(r.clock.milestone.clone())).gives_way(5),
    C::shown("priority", |r| Cell::code(r.clock.priority.clone())),
    C::shown("customer", |r| Cell::code(r.customer.key.clone())).gives_way(4),
    C::shown("contact", |r| {
        Cell::address_if(r.contact.as_ref().map(|c| c.row.email.clone()))
    })
    .gives_way(1),
    C::shown("assignee", |r| Cell::code_if(r.clock.assignee.clone())).gives_way(3),
    C::shown("subject", |r| Cell::text(r.clock.subject.clone())).last(),
    // What is left says it too.
    C::shown("due", |r| Cell::from(r.clock.due))
        .gives_way(2)
        .ahead(),
    C::shown("overdue_seconds", |r| {
        r.overdue().map_or(Cell::Absent, Cell::Overdue)
    })
    .titled("LEFT"),
    C::shown("state", |r| Cell::from(r.state)).not_at_a_terminal(),
    C::shown("clock", |r| {
        Cell::code(format!("{}.{}", r.clock.ticket, r.clock.n))
    })
    .not_at_a_terminal(),
    C::more("priority_rank", |r| Cell::from(r.clock.rank)),
    C::more("plan", |r| {
        Cell::code_if(r.row_of_ticket().and_then(|row| row.plan.clone()))
    }),
    C::more("line", |r| {
        Cell::text_if(r.row_of_ticket().and_then(|row| row.line.clone()))
    }),
    C::more("topic", |r| {
        let row = r.row_of_ticket();
        Cell::code_if(row.and_then(|row| row.words.get(TicketWord::Topic).map(str::to_owned)))
    }),
    C::more("account_manager", |r| {
        Cell::code_if(r.customer.account_manager.clone())
    }),
    C::more("account_manager_email", |r| {
        Cell::address_if(r.manager_email.clone())
    }),
    C::more("target", |r| {
        Cell::code_if(r.row.as_ref().and_then(|row| row.target.clone()))
    }),
    C::more("held_by", |r| Cell::code_if(r.held_by().map(str::to_owned))),
    C::more("held_line", |r| Cell::from(r.held_line())),
    C::more("kind", |r| Cell::code_if(r.kind().map(str::to_owned))),
];

/// What the index of live clocks answers alone.
const IN_INDEX: &[&str] = &[
    "ticket",
    "milestone",
    "priority",
    "customer",
    "contact",
    "assignee",
    "subject",
    "due",
    "overdue_seconds",
    "state",
    "clock",
    "priority_rank",
    "account_manager",
    "account_manager_email",
];

/// How far `--within` looks ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Within {
    /// On the wall: it asks when to look, not how long to work.
    Seconds(i64),
    /// In hundredths of a target, of its open time.
    Percent(u32),
}

impl FromStr for Within {
    type Err = Failure;

    fn from_str(word: &str) -> Result<Within, Failure> {
        if let Some(percent) = word.strip_suffix('%') {
            let percent = percent.trim().parse().ok();
            let percent = percent.filter(|percent| (1..=100).contains(percent));
            return percent
                .map(Within::Percent)
                .ok_or_else(|| Failure::coded(Exit::Usage, FailureCode::NoShare(word.to_owned())));
        }
        match word.parse::<Span>()? {
            Span::Time(seconds) => Ok(Within::Seconds(seconds)),
            Span::CalendarDays(days) => Ok(Within::Seconds(i64::from(days) * 86_400)),
            _ => Err(Failure::coded(
                Exit::Usage,
                FailureCode::NoWallClock(word.to_owned()),
            )),
        }
    }
}

/// What is breached, and what runs and has used so much of its target. A clock's row says when it
/// is at risk; another share is worked out from its ticket.
fn used(
    reading: &mut Reading<'_>,
    live: Vec<LiveRecord>,
    percent: u32,
) -> Result<Vec<LiveRecord>, Failure> {
    let at = reading.at();
    let mut found = Vec::new();
    for record in live {
        let at_risk = record.clock.at_risk.is_some_and(|since| since <= at);
        let fits = match record.state {
            ClockState::Breached => true,
            ClockState::Running if percent == AT_RISK_PERCENT => at_risk,
            ClockState::Running if percent > AT_RISK_PERCENT && !at_risk => false,
            ClockState::Running => share(reading, &record)?.is_some_and(|used| used >= percent),
            _ => false,
        };
        if fits {
            found.push(record);
        }
    }
    Ok(found)
}

fn share(reading: &mut Reading<'_>, record: &LiveRecord) -> Result<Option<u32>, Failure> {
    let page = reading.ticket(record.clock.ticket)?;
    let mut clocks = page.ticket.clocks.iter();
    let clock = clocks.find(|clock| clock.n == record.clock.n);
    let measured = clock.and_then(|clock| measure(clock, &reading.rules_cache, reading.at()));
    Ok(measured.and_then(|measured| measured.used_percent()))
}

/// The fields of the list.
pub(super) fn fields() -> ListFields {
    ListFields::of("overdue", columns()).asked(CLOCK_KEYS)
}
