//! `contract sign`: the terms are frozen and kept by their hash.

use clap::Args;

use super::super::account::{Days, SignedTerm, outcome, said, seating};
use super::after::after;
use super::agree::{AgreedTerms, TermsRequest, agree_terms, keep};
use super::overlap_warnings::overlap_warnings;
use crate::commands::Input;
use crate::commands::args::{Text, Write, parse, zone};
use crate::commands::candidates;
use crate::context::{Context, Session};
use crate::core::account::Account;
use crate::core::model::{ContractId, ContractSigned, EventText};
use crate::core::time::DayExpr;
use crate::failure::Failure;
use crate::plans::{FoundPlan, PathValue};
use crate::render::{Cell, Outcome};
use crate::wording::contract as words;

/// Sign a contract; the terms are frozen
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk contract sign acme creatio/business --zone UTC+1 --set targets.response.low=open\n  sladesk contract sign acme csd-group/elite --start 2026-10-01 --set contacts=5 --set channels=portal,email"
)]
pub(crate) struct ContractSign {
    /// A customer
    #[arg(value_name = "CUSTOMER")]
    customer: String,
    /// A plan: `vendor/plan`
    #[arg(value_name = "PLAN")]
    plan: String,
    /// The first day
    #[arg(long, value_name = "DAY", allow_hyphen_values = true, value_parser = parse::<DayExpr>)]
    start: Option<DayExpr>,
    /// The last day; by the plan when nothing is said
    #[arg(long, value_name = "DAY", allow_hyphen_values = true, value_parser = parse::<DayExpr>)]
    end: Option<DayExpr>,
    /// The zone of the contract
    #[arg(long, value_name = "ZONE", value_parser = zone, add = candidates::zones())]
    zone: Option<String>,
    /// The region, where the plan has several
    #[arg(long, value_name = "REGION")]
    region: Option<String>,
    /// What is agreed, by the path of the plan file; may be given again
    #[arg(long, value_name = "KEY=VALUE", value_parser = parse::<PathValue>)]
    set: Vec<PathValue>,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: Write,
}

impl ContractSign {
    /// Freezes the terms and keeps them by their hash.
    ///
    /// # Errors
    /// No such customer or plan, what is open and must be settled, days that cannot be, more contacts
    /// than the plan has seats.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let text = self.text.given(input)?;
        let customer = context.customer(&self.customer)?;
        let found = context.plan(&self.plan)?;
        let options = self.write.options(context)?;
        let ((id, sentences), written) = context.write(&options, |session| {
            let account = session.account(customer.id)?.clone();
            let agreement = agreement(context, session, &account, &found, &self)?;
            let id = session.writer.next_contract()?;
            let sentences = freeze(session, &account, id, &found, &agreement, &self, text)?;
            Ok((id, sentences))
        })?;
        let (first, more) = sentences
            .split_first()
            .expect("a signing says what was signed");
        let sentence = said(&written, &format!(" {first}"));
        let told = outcome(&written, vec![sentence], Some(Cell::from(id)));
        let outcome = after(context, input.verb(), &written, told, (customer.id, id))?;
        Ok(more
            .iter()
            .fold(outcome, |outcome, warning| outcome.warn(warning.as_str())))
    }
}

fn agreement(
    context: &Context,
    session: &mut Session<'_>,
    account: &Account,
    found: &FoundPlan,
    sign: &ContractSign,
) -> Result<AgreedTerms, Failure> {
    let zone = sign.zone.as_deref();
    let zone = zone
        .map(|zone| session.adopt_zone_named(zone))
        .transpose()?;
    let own = session.rules_cache.desk_zone().to_owned();
    let request = TermsRequest {
        before: None,
        set: &sign.set,
        zone,
        region: sign.region.as_deref(),
        otherwise: account.customer.zone.as_deref().unwrap_or(&own),
    };
    agree_terms(context, found, &request)
}

/// Writes the signing. The first sentence says for how long, the others what to look at.
fn freeze(
    session: &mut Session<'_>,
    account: &Account,
    id: ContractId,
    found: &FoundPlan,
    agreement: &AgreedTerms,
    sign: &ContractSign,
    text: Option<String>,
) -> Result<Vec<String>, Failure> {
    session.adopt_zone_named(&agreement.zone)?;
    let (at, now) = (session.at(), session.now());
    let days = Days::of(
        &mut session.rules_cache,
        &session.writer,
        Some(&agreement.zone),
    )?;
    let starts = match &sign.start {
        Some(day) => days.start(day, now)?,
        None => days.beginning(at),
    };
    let length = SignedTerm::agreed(&agreement.terms, starts, sign.end.as_ref(), &days, now)?;
    let hash = keep(session, &agreement.document, &agreement.terms)?;
    let fact = ContractSigned {
        contract: id,
        plan: found.name(),
        terms: hash,
        starts,
        ends: length.ends,
        months: length.months,
        renews: length.renews,
        zone: Some(agreement.zone.clone()),
        region: sign.region.clone(),
        set: sign.set.iter().map(ToString::to_string).collect(),
        left_open: agreement.left_open.clone(),
    };
    let prose = EventText::saying(text);
    let customer = account.customer.id;
    session.account_fact(customer, fact.into(), prose)?;
    let after = session.account(customer)?.clone();
    seating::enough_for(session, &after, id, &agreement.terms, starts)?;
    let mut sentences = vec![length.words(starts, &days)];
    sentences.extend(words::left_open(&agreement.left_open));
    if !agreement.terms.takes_tickets() {
        sentences.push(words::self_service(&found.name()));
    }
    sentences.extend(overlap_warnings(&after, id, starts, &days));
    Ok(sentences)
}
