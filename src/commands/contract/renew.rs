//! `contract renew`: it goes on for another term, perhaps on another plan. What was agreed goes
//! along, path by path; what has no place in the plan is named.

use clap::Args;

use super::super::account::{Days, SignedTerm, outcome, said, seating, view};
use super::after::after;
use super::agree::{AgreedTerms, TermsRequest, agree_terms, keep};
use super::overlap_warnings::overlap_warnings;
use super::paths;
use super::written_contract::account_and_contract;
use crate::commands::Input;
use crate::commands::args::{Text, Write, parse};
use crate::context::{Context, Session};
use crate::core::account::{Account, AfterTerm, Contract, TermsFrom};
use crate::core::model::{ContractId, ContractRenewed, CustomerId, EventText};
use crate::core::time::{DayExpr, Instant};
use crate::failure::Failure;
use crate::plans::{Document, FoundPlan, PathValue, diff};
use crate::render::Outcome;
use crate::wording::contract as words;
use crate::wording::plan::difference;

/// Renew: it goes on, perhaps on another plan
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk contract renew acme\n  sladesk contract renew acme creatio/premium --start 2027-01-05 --set targets.resolution=8h --set targets.response.low=open"
)]
pub(crate) struct ContractRenew {
    /// Its id, or the customer when one is in force
    #[arg(value_name = "CONTRACT")]
    contract: String,
    /// Another plan
    #[arg(value_name = "PLAN")]
    plan: Option<String>,
    /// The first day
    #[arg(long, value_name = "DAY", allow_hyphen_values = true, value_parser = parse::<DayExpr>)]
    start: Option<DayExpr>,
    /// The last day
    #[arg(long, value_name = "DAY", allow_hyphen_values = true, value_parser = parse::<DayExpr>)]
    end: Option<DayExpr>,
    /// What is agreed, by the path of the plan file; may be given again
    #[arg(long, value_name = "KEY=VALUE", value_parser = parse::<PathValue>)]
    set: Vec<PathValue>,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: Write,
}

impl ContractRenew {
    /// Lets it go on for another term.
    ///
    /// # Errors
    /// No such contract or plan, what is open and must be settled, days that cannot be, more contacts
    /// than the plan has seats.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let text = self.text.given(input)?;
        let options = self.write.options(context)?;
        let at = options.at.unwrap_or(context.clock());
        let (customer, id) = last_or_in_force(context, &self.contract, at)?;
        let ((sentences, warnings), written) = context.write(&options, |session| {
            let renewing = Renewing::new(session, customer, id, &self, text)?;
            let (sentences, from) = renewing.carry_out(context, session)?;
            let after = session.account(customer)?;
            Ok((sentences, overlap_warnings(after, id, from, &renewing.days)))
        })?;
        let (first, more) = sentences
            .split_first()
            .expect("a renewal says what was renewed");
        let sentence = said(&written, &format!(" {first}"));
        let told = outcome(&written, vec![sentence], None);
        let outcome = after(context, input.verb(), &written, told, (customer, id))?;
        let outcome = more
            .iter()
            .fold(outcome, |outcome, more| outcome.say(more.as_str()));
        Ok(warnings.into_iter().fold(outcome, Outcome::warn))
    }
}

/// A contract by its number or its customer: the one in force, else the only one that it ever had.
fn last_or_in_force(
    context: &Context,
    word: &str,
    at: Instant,
) -> Result<(CustomerId, ContractId), Failure> {
    let none_in_force = match context.contract(word, at) {
        Ok((customer, id)) => return Ok((customer.id, id)),
        Err(failure) => failure,
    };
    let Ok(customer) = context.customer(word) else {
        return Err(none_in_force);
    };
    let account = context.account(customer.id)?;
    match account.contracts.as_slice() {
        [only] => Ok((customer.id, only.id)),
        _ => Err(none_in_force),
    }
}

/// A renewal under way.
struct Renewing<'a> {
    renew: &'a ContractRenew,
    text: Option<String>,
    account: Account,
    contract: Contract,
    days: Days,
}

impl<'a> Renewing<'a> {
    fn new(
        session: &mut Session<'_>,
        customer: CustomerId,
        id: ContractId,
        renew: &'a ContractRenew,
        text: Option<String>,
    ) -> Result<Renewing<'a>, Failure> {
        let (account, contract) = account_and_contract(session, customer, id)?;
        let days = Days::of_contract(
            &mut session.rules_cache,
            &session.writer,
            &account,
            &contract,
        )?;
        Ok(Renewing {
            renew,
            text,
            account,
            contract,
            days,
        })
    }

    /// What was renewed, and from when on.
    fn carry_out(
        &self,
        context: &Context,
        session: &mut Session<'_>,
    ) -> Result<(Vec<String>, Instant), Failure> {
        let from = self.start(session)?;
        let old = self.contract.terms_near(from.plus(-1)).cloned();
        let old = old.ok_or_else(|| Failure::desk_file(words::no_terms(self.contract.id)))?;
        let plan = self.renew.plan.as_deref().unwrap_or(&old.plan);
        let found = context.plan(plan)?;
        let before = view::document(&mut session.rules_cache, &session.writer, old.event)?;
        let agreement = self.agreement(context, session, &found, &before)?;
        let set = self.agreed(&old, &agreement);
        let now = session.now();
        let end = self.renew.end.as_ref();
        let length = SignedTerm::agreed(&agreement.terms, from, end, &self.days, now)?;
        self.write(session, from, &found, &agreement, &length, set)?;
        let changes: Vec<String> = diff(&before, &agreement.document)
            .iter()
            .map(difference)
            .collect();
        let mut sentences = vec![length.words(from, &self.days)];
        sentences.extend(words::changes(&changes));
        let lost = words::has_no_place(&old.plan, &found.name(), &agreement.lost);
        sentences.extend(lost);
        sentences.extend(words::left_open(&agreement.left_open));
        Ok((sentences, from))
    }

    /// From the end of what is agreed so far; who comes late says from when.
    fn start(&self, session: &Session<'_>) -> Result<Instant, Failure> {
        let (at, now, id) = (session.at(), session.now(), self.contract.id);
        if let Some(day) = &self.renew.start {
            let from = self.days.start(day, now)?;
            if from <= self.contract.starts {
                let began = self.days.day(self.contract.starts);
                return Err(Failure::usage(words::renewed_before(id, began)));
            }
            return Ok(from);
        }
        match self.contract.ahead(at, &self.days.zone) {
            Some(ahead) if ahead.then == AfterTerm::Open => Err(Failure::missing(
                words::renewal_needs_a_day(id),
                "--start",
                Vec::new(),
            )),
            Some(ahead) => Ok(ahead.until),
            None => Err(self.late(at)),
        }
    }

    fn late(&self, at: Instant) -> Failure {
        let id = self.contract.id;
        let over = self.contract.runs.iter().rev().find_map(|run| run.until);
        let ended = over.unwrap_or(self.contract.starts);
        let last = self
            .days
            .last(ended)
            .unwrap_or_else(|| self.days.day(ended));
        let (next, today) = (self.days.day(ended), self.days.day(at));
        let (message, hint) = words::renewed_late(id, last, next);
        let choices = vec![next.to_string(), today.to_string()];
        Failure::missing(message, "--start", choices).hint(hint)
    }

    /// What is agreed beside the plan: what was and has a place in it, and what is said now.
    fn agreed(&self, old: &TermsFrom, agreement: &AgreedTerms) -> Vec<String> {
        let lost = |set: &&String| {
            let agreed = paths::recorded(set);
            let mut lost = agreement.lost.iter();
            agreed.is_some_and(|agreed| lost.any(|path| paths::touches(path, agreed.path())))
        };
        let kept = old.set.iter().filter(|set| !lost(set)).cloned();
        let now = self.renew.set.iter().map(ToString::to_string);
        kept.chain(now).collect()
    }

    fn agreement(
        &self,
        context: &Context,
        session: &Session<'_>,
        found: &FoundPlan,
        before: &Document,
    ) -> Result<AgreedTerms, Failure> {
        let own = session.rules_cache.desk_zone();
        let otherwise = self.account.zone_of(&self.contract).unwrap_or(own);
        let request = TermsRequest {
            before: Some(before),
            set: &self.renew.set,
            zone: self.contract.zone.clone(),
            region: self.contract.region.as_deref(),
            otherwise,
        };
        agree_terms(context, found, &request)
    }

    fn write(
        &self,
        session: &mut Session<'_>,
        from: Instant,
        found: &FoundPlan,
        agreement: &AgreedTerms,
        length: &SignedTerm,
        set: Vec<String>,
    ) -> Result<(), Failure> {
        let terms = keep(session, &agreement.document, &agreement.terms)?;
        let fact = ContractRenewed {
            contract: self.contract.id,
            from: Some(from),
            plan: found.name(),
            terms,
            ends: length.ends,
            months: length.months,
            renews: length.renews,
            set,
            left_open: agreement.left_open.clone(),
        };
        let prose = EventText::saying(self.text.clone());
        let customer = self.account.customer.id;
        session.account_fact(customer, fact.into(), prose)?;
        let account = session.account(customer)?.clone();
        seating::enough_for(session, &account, self.contract.id, &agreement.terms, from)
    }
}
