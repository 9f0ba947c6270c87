//! `contract cancel`: it ends with its term, or on a day, as far as the plan lets it.

use clap::Args;

use super::super::account::{Days, minimum, outcome, said, view};
use super::after::after;
use super::deadline_changes::tickets;
use super::written_contract::account_and_contract;
use crate::commands::Input;
use crate::commands::args::{Text, Write, parse};
use crate::context::{Context, Session};
use crate::core::account::{Account, Contract, notice_ends};
use crate::core::model::{ContractCancelled, EventText, TicketNo};
use crate::core::terms::{Notice, TermRule, Terms};
use crate::core::time::{DayExpr, Instant};
use crate::failure::Failure;
use crate::render::Outcome;
use crate::store::{Condition, TicketQuery, TicketTest};
use crate::wording::contract::{self as words, Ending, NoEnd};

/// Cancel: it ends
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk contract cancel acme --end 2026-12-31 -m \"moves to Globex\""
)]
pub(crate) struct ContractCancel {
    /// Its id, or the customer when one is in force
    #[arg(value_name = "CONTRACT")]
    contract: String,
    /// The last day
    #[arg(long, value_name = "DAY", allow_hyphen_values = true, value_parser = parse::<DayExpr>)]
    end: Option<DayExpr>,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: Write,
}

impl ContractCancel {
    /// Ends it with its term or on a day, as far as the plan lets it.
    ///
    /// # Errors
    /// No such contract, one that is over or cancelled, a day before the least term or the notice.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let text = self.text.given(input)?;
        let options = self.write.options(context)?;
        let at = options.at.unwrap_or(context.clock());
        let (customer, id) = context.contract(&self.contract, at)?;
        let (last, written) = context.write(&options, |session| {
            let (account, contract) = account_and_contract(session, customer.id, id)?;
            let ends = Cancelling::of(session, &account, &contract)?.end(session, &self)?;
            nothing_opened_after(session, &contract, ends.at)?;
            nothing_used_after(session, &account, &contract, ends.at)?;
            let fact = ContractCancelled {
                contract: id,
                ends: ends.at,
            };
            let prose = EventText::saying(text);
            session.account_fact(customer.id, fact.into(), prose)?;
            Ok(ends.says)
        })?;
        let sentence = said(&written, &format!(": {last}"));
        after(
            context,
            input.verb(),
            &written,
            outcome(&written, vec![sentence], None),
            (customer.id, id),
        )
    }
}

/// When a cancelled contract ends, and why then.
struct ContractEnd {
    at: Instant,
    says: String,
}

/// A cancellation under way.
struct Cancelling<'a> {
    contract: &'a Contract,
    terms: Terms,
    days: Days,
    at: Instant,
}

impl<'a> Cancelling<'a> {
    fn of(
        session: &mut Session<'_>,
        account: &Account,
        contract: &'a Contract,
    ) -> Result<Cancelling<'a>, Failure> {
        let at = session.at();
        let days = Days::of_contract(&mut session.rules_cache, &session.writer, account, contract)?;
        let said = contract
            .terms_near(at)
            .ok_or_else(|| over(contract, &days))?;
        let terms = view::terms(&mut session.rules_cache, &session.writer, said.event)?;
        Ok(Cancelling {
            contract,
            terms,
            days,
            at,
        })
    }

    fn end(&self, session: &Session<'_>, cancel: &ContractCancel) -> Result<ContractEnd, Failure> {
        let run = self
            .contract
            .runs
            .last()
            .ok_or_else(|| over(self.contract, &self.days))?;
        if run.until.is_some_and(|until| until <= self.at) || run.cancelled.is_some() {
            return Err(over(self.contract, &self.days));
        }
        let own_end = run.until.filter(|_| run.renews.is_none());
        match &cancel.end {
            None => Ok(self.with_its_term()),
            Some(day) => {
                let ends = self.days.end(day, session.now())?;
                match own_end.filter(|own_end| *own_end < ends) {
                    Some(own_end) => Err(ended_before(self.contract, self.day(own_end))),
                    None => self.on_a_day(ends),
                }
            }
        }
    }

    /// The end of the term, or of the next one when the notice has passed.
    fn with_its_term(&self) -> ContractEnd {
        let zone = &self.days.zone;
        let seen_from = self.seen_from();
        let ahead = self.contract.ahead(seen_from, zone);
        let mut ends = ahead.map_or(self.at, |ahead| ahead.until);
        let mut ending = Ending::WithItsTerm;
        if ends == Instant::MAX {
            ends = self.days.end_of_day(self.at);
            ending = Ending::WithThisDay;
        } else if self.too_late_for(ends) {
            let next = self.contract.ahead(ends, zone);
            ends = next.map_or(ends, |next| next.until);
            ending = Ending::WithTheNextTerm;
        }
        if let Some(least) = minimum(self.contract, &self.terms, zone, seen_from)
            && ends < least
        {
            ends = least;
            ending = Ending::WithTheLeastTerm;
        }
        ContractEnd {
            says: words::ends(ending, self.day(ends)),
            at: ends,
        }
    }

    fn on_a_day(&self, ends: Instant) -> Result<ContractEnd, Failure> {
        let zone = &self.days.zone;
        if ends <= self.contract.starts {
            let begins = self.days.day(self.contract.starts);
            return Err(Failure::usage(words::begins_later(
                self.contract.id,
                begins,
            )));
        }
        if let Some((why, mut earliest)) = self.why_not(ends) {
            // What one rule lets end, another may not.
            while let Some((_, later)) = self.why_not(earliest).filter(|no| no.1 > earliest) {
                earliest = later;
            }
            return Err(self.refused(why, earliest));
        }
        let ahead = self.contract.ahead(self.seen_from(), zone);
        let term = ahead.map_or(Instant::MAX, |ahead| ahead.until);
        let ending = match ends < term && term != Instant::MAX {
            true => Ending::BeforeItsTerm,
            false => Ending::OnADay,
        };
        Ok(ContractEnd {
            at: ends,
            says: words::ends(ending, self.day(ends)),
        })
    }

    fn seen_from(&self) -> Instant {
        self.at.max(self.contract.starts)
    }

    /// Why it cannot end then, and when it could as far as that goes.
    fn why_not(&self, ends: Instant) -> Option<(NoEnd, Instant)> {
        let zone = &self.days.zone;
        let least = minimum(self.contract, &self.terms, zone, self.seen_from());
        if let Some(least) = least.filter(|least| ends < *least) {
            return Some((NoEnd::LeastTerm, least));
        }
        let ahead = self.contract.ahead(self.seen_from(), zone);
        let term = ahead.map_or(Instant::MAX, |ahead| ahead.until);
        if !self.any_time() && ends < term && term != Instant::MAX {
            return Some((NoEnd::AgreedTerm, term));
        }
        if ends <= term && self.too_late_for(term) {
            let next = self.contract.ahead(term, zone);
            return Some((NoEnd::NoticePassed, next.map_or(term, |next| next.until)));
        }
        None
    }

    fn rule(&self) -> Option<&TermRule> {
        self.terms.term.as_ref()
    }

    /// Whether the plan lets it be cancelled at any time.
    fn any_time(&self) -> bool {
        self.rule().and_then(|rule| rule.notice) == Some(Notice::AnyTime)
    }

    /// Whether a term that renews by itself can no longer be kept from it.
    fn too_late_for(&self, ends: Instant) -> bool {
        let renews = self
            .contract
            .run_at(ends.plus(-1))
            .is_some_and(|run| run.renews.is_some());
        let notice = self.rule().and_then(|rule| rule.notice);
        let latest = notice.and_then(|notice| notice_ends(notice, ends, &self.days.zone));
        renews && latest.is_some_and(|latest| self.at >= latest)
    }

    fn refused(&self, why: NoEnd, earliest: Instant) -> Failure {
        let failure = Failure::refused(words::cannot_end(self.contract.id, why));
        let clause = self.rule().and_then(|rule| rule.source.clause.clone());
        let failure = match clause {
            Some(clause) => failure.clause(clause),
            None => failure,
        };
        failure.hint(words::earliest_end(self.day(earliest)))
    }

    fn day(&self, ends: Instant) -> chrono::NaiveDate {
        self.days.last(ends).unwrap_or_else(|| self.days.day(ends))
    }
}

/// A cancellation makes no contract longer.
fn ended_before(contract: &Contract, last: chrono::NaiveDate) -> Failure {
    Failure::usage(words::ended_before(contract.id, last)).hint(words::renew_goes_on(contract.id))
}

fn over(contract: &Contract, days: &Days) -> Failure {
    let run = contract.runs.last();
    let cancelled = run.is_none_or(|run| run.cancelled.is_some());
    let ended = run.and_then(|run| days.last(run.until?));
    Failure::not_possible(words::over(contract.id, cancelled, ended))
}

/// A cancellation dated back leaves no ticket under a contract that was over.
fn nothing_opened_after(
    session: &Session<'_>,
    contract: &Contract,
    ends: Instant,
) -> Result<(), Failure> {
    if ends > session.now() {
        return Ok(());
    }
    let filter = Condition::All(vec![
        TicketTest::Contract(vec![contract.id]).into(),
        TicketTest::moment("opened", Some(ends), None).into(),
    ]);
    let opened: Vec<TicketNo> = session.writer.numbers(&TicketQuery::of(filter))?;
    if opened.is_empty() {
        return Ok(());
    }
    let message = words::opened_after(&tickets(&opened), opened.len() > 1, contract.id);
    Err(Failure::not_possible(message).hint(words::NOT_BEFORE_TICKETS))
}

/// Nor work that was charged to it when it was over.
fn nothing_used_after(
    session: &mut Session<'_>,
    account: &Account,
    contract: &Contract,
    ends: Instant,
) -> Result<(), Failure> {
    if ends > session.now() {
        return Ok(());
    }
    let used = session.allowances(account, contract)?.users_since(ends);
    if used.is_empty() {
        return Ok(());
    }
    let message = words::charged_after(&tickets(&used), contract.id);
    Err(Failure::not_possible(message).hint(words::NOT_BEFORE_WORK))
}
