//! `mark`: the desk did what the plan has a word for.

use clap::Args;

use super::each_ticket::EachTicket;
use crate::commands::Input;
use crate::commands::plan_words::one_of;
use crate::context::{Context, Session};
use crate::core::model::{ActMarked, EventId, MarkWithdrawn, TicketNo};
use crate::core::sla::Rulebook;
use crate::core::terms::{PlanAct, Terms};
use crate::core::text::folded;
use crate::failure::{Failure, Noun};
use crate::render::Outcome;
use crate::wording::mark;

/// Say that an act of the plan was done, such as a workaround
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk mark 4711 workaround -w 20m -m \"restart the service every night\"\n  sladesk mark 4711 workaround --withdraw -m \"it helped for an hour\""
)]
pub(crate) struct MarkAct {
    /// An act of the plan
    #[arg(index = 2, value_name = "ACT")]
    act: String,
    /// The last one was not so: what it ended goes on
    #[arg(long)]
    withdraw: bool,
    #[command(flatten)]
    each: EachTicket,
}

impl MarkAct {
    /// Marks each, or withdraws the last mark of each.
    ///
    /// # Errors
    /// The plan has no such act, there is none to withdraw, the ticket does not take it as it
    /// stands, or an argument cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let prose = self.each.text(input)?;
        self.each.record(context, input, &prose, |session, number| {
            let act = act_of(session, number, &self.act)?;
            Ok(match self.withdraw {
                true => MarkWithdrawn {
                    event: last(session, number, &act)?,
                    act,
                }
                .into(),
                false => ActMarked { act }.into(),
            })
        })
    }
}

/// An act that the plan names.
fn act_of(session: &mut Session<'_>, number: TicketNo, word: &str) -> Result<String, Failure> {
    let terms = session.ticket(number)?.now.terms;
    let terms = terms.and_then(|id| session.rules_cache.terms(id));
    let acts = terms.map_or(&[][..], |terms| terms.acts.as_slice());
    let ids = acts.iter().map(|act| act.id.as_str());
    let failure = match one_of(terms, "act", word, ids) {
        Ok(id) => return Ok(id),
        Err(failure) => failure,
    };
    let called = |act: &&PlanAct| folded(&act.title) == folded(word);
    match (acts.iter().find(called), mark::verb_of(word), terms) {
        (Some(act), ..) => Ok(act.id.clone()),
        (None, Some(verb), _) => {
            let plan = terms.map_or_else(|| mark::NO_PLAN.to_owned(), Terms::name);
            let none = Failure::no_such_of(&plan, Noun::Called("act"), word);
            Err(none.hint(mark::by_its_verb(verb, number)))
        }
        (None, None, Some(_)) if acts.is_empty() => Err(failure.hint(mark::NO_ACTS)),
        (None, None, _) => Err(failure),
    }
}

/// The last time that it was marked by then and still stands.
fn last(session: &mut Session<'_>, number: TicketNo, act: &str) -> Result<EventId, Failure> {
    let at = session.at_on(number)?;
    let mut marks = session.ticket(number)?.now.marks.iter().rev();
    let stands = marks.find(|mark| mark.act == act && mark.at <= at && mark.withdrawn.is_none());
    stands.map(|mark| mark.event).ok_or_else(|| {
        let (says, hint) = mark::none_to_withdraw(number, act);
        Failure::not_possible(says).hint(hint)
    })
}
