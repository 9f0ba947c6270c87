//! Exclusions of the plan, and causes of breaches.
use super::super::options::{Tickets, Write};
use super::act::{Verb, act, milestone, prose};
use crate::context::{Context, Session};
use crate::core::model::{Caused, Exempted, Fact, TicketNo};
use crate::core::sla::{Rulebook, breaches};
use crate::core::text::nearest;
use crate::failure::Failure;
use crate::render::Outcome;

/// `exempt`: an exclusion of the plan applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Exempt {
    pub tickets: Tickets,
    pub ground: String,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// `cause`: why a breach happened, for the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cause {
    pub tickets: Tickets,
    pub milestone: Option<String>,
    pub code: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// An exclusion of the plan applies: no target from the opening on.
///
/// # Errors
/// The ticket does not take it as it stands, or an option cannot be read.
pub(crate) fn exempt(context: &mut Context, options: &Exempt) -> Result<Outcome, Failure> {
    let verb = Verb {
        name: "exempt",
        done: "exempt",
    };
    act(
        context,
        &verb,
        &options.tickets,
        &options.write,
        |session, number| {
            let ground = ground(session, number, &options.ground)?;
            let fact = Fact::from(Exempted { ground });
            session
                .record(number, fact, prose(options.text.as_deref()))
                .map(|_| ())
        },
    )
}

/// Why a breach happened, for the report.
///
/// # Errors
/// The ticket does not take it as it stands, or an option cannot be read.
pub(crate) fn cause(context: &mut Context, options: &Cause) -> Result<Outcome, Failure> {
    let verb = Verb {
        name: "cause",
        done: "explained",
    };
    act(
        context,
        &verb,
        &options.tickets,
        &options.write,
        |session, number| {
            let milestone = breached(session, number, options.milestone.as_deref())?;
            let fact = Fact::from(Caused {
                milestone,
                code: options.code.clone(),
            });
            session
                .record(number, fact, prose(options.text.as_deref()))
                .map(|_| ())
        },
    )
}

/// A ground that the plan names.
fn ground(session: &mut Session<'_>, number: TicketNo, word: &str) -> Result<String, Failure> {
    let terms = session.ticket(number)?.now.terms;
    let terms = terms.and_then(|id| session.book.terms(id));
    let grounds: Vec<&str> = terms.map_or_else(Vec::new, |terms| {
        let included = terms.exclusions.iter().filter(|word| word.included);
        included.map(|word| word.id.as_str()).collect()
    });
    if grounds.contains(&word) {
        return Ok(word.to_owned());
    }
    let plan = terms.map_or_else(|| "no plan".to_owned(), crate::core::terms::Terms::name);
    let failure = Failure::refused(format!(
        "{number} is not exempt: {plan} has no exclusion `{word}`"
    ));
    Err(match grounds.is_empty() {
        true => failure.hint("its plan excludes nothing"),
        false => failure
            .meant(nearest(word, grounds.iter().copied()))
            .hint(format!("it has {}", grounds.join(", "))),
    })
}

/// The milestone named, or the only one that was breached.
fn breached(
    session: &mut Session<'_>,
    number: TicketNo,
    named: Option<&str>,
) -> Result<String, Failure> {
    if let Some(name) = named {
        milestone(session, number, name)?;
    }
    let now = session.now();
    let ticket = &session.ticket(number)?.now;
    let mut found: Vec<String> = breaches(ticket, now)
        .map(|clock| clock.milestone.clone())
        .collect();
    found.dedup();
    found.retain(|milestone| named.is_none_or(|named| named == milestone));
    match found.as_slice() {
        [one] => Ok(one.clone()),
        [] => Err(Failure::not_possible(match named {
            Some(name) => format!("{number} has no breach of {name} to explain"),
            None => format!("{number} has no breach to explain"),
        })),
        several => Err(Failure::usage(format!(
            "{number} has breached {}: which one is explained?",
            several.join(" and ")
        ))
        .hint(format!("name it: `sladesk cause {number} {}`", several[0]))),
    }
}
