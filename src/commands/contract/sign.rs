//! `contract sign`: the terms are frozen and kept by their hash.

use super::super::account::{Days, Length, done, outcome, seating};
use super::agree::{Settled, Wishes, keep, settle};
use super::options::Sign;
use super::overlap_warnings::overlap_warnings;
use super::{after, said};
use crate::context::{Context, Session};
use crate::core::account::Account;
use crate::core::model::{ContractId, ContractSigned, EventText};
use crate::failure::Failure;
use crate::plans::Found;
use crate::render::{Cell, Outcome};

/// `contract sign`.
///
/// # Errors
/// No such customer or plan, what is open and must be settled, days that cannot be, more contacts
/// than the plan has seats.
pub(crate) fn sign(context: &mut Context, options: &Sign) -> Result<Outcome, Failure> {
    let customer = context.customer(&options.customer)?;
    let found = context.catalogue()?.find(&options.plan)?;
    let intent = options.write.intent(context)?;
    let ((id, sentences), written) = context.write(&intent, |session| {
        let account = session.account(customer.id)?.clone();
        let settled = settled(context, session, &account, &found, options)?;
        let id = session.writer.next_contract()?;
        let sentences = freeze(session, &account, id, &found, &settled, options)?;
        Ok((id, sentences))
    })?;
    let (first, more) = sentences
        .split_first()
        .expect("a signing says what was signed");
    let what = format!("contract {id} of {}", customer.key);
    let sentence = format!("{}: {first}", done(written.earnest, &what, "signed"));
    let told = outcome(&written, vec![sentence], Some(Cell::from(id)));
    let outcome = after(context, "contract sign", &written, told, (customer.id, id))?;
    Ok(more
        .iter()
        .fold(outcome, |outcome, warning| outcome.warn(warning.as_str())))
}

fn settled(
    context: &Context,
    session: &mut Session<'_>,
    account: &Account,
    found: &Found,
    options: &Sign,
) -> Result<Settled, Failure> {
    let zone = options.zone.as_deref();
    let zone = zone
        .map(|zone| session.adopt_zone_named(zone))
        .transpose()?;
    let own = session.book.desk_zone().to_owned();
    let wishes = Wishes {
        set: &options.set,
        zone,
        region: options.region.as_deref(),
        otherwise: account.customer.zone.as_deref().unwrap_or(&own),
    };
    settle(context, found, &wishes)
}

/// Writes the signing. The first sentence says what was signed, the others what to look at.
fn freeze(
    session: &mut Session<'_>,
    account: &Account,
    id: ContractId,
    found: &Found,
    settled: &Settled,
    options: &Sign,
) -> Result<Vec<String>, Failure> {
    session.adopt_zone_named(&settled.zone)?;
    let (at, now) = (session.at(), session.now());
    let days = Days::of(&mut session.book, &session.writer, Some(&settled.zone))?;
    let starts = match &options.start {
        Some(day) => days.start(day, now)?,
        None => days.beginning(at),
    };
    let length = Length::agreed(&settled.terms, starts, options.end.as_deref(), &days, now)?;
    let hash = keep(session, &settled.terms)?;
    let fact = ContractSigned {
        contract: id,
        plan: found.name(),
        terms: hash,
        starts,
        ends: length.ends,
        months: length.months,
        renews: length.renews,
        zone: Some(settled.zone.clone()),
        region: options.region.clone(),
        set: options.set.clone(),
        left_open: settled.left_open.clone(),
    };
    let prose = EventText {
        text: options.text.clone(),
        ..EventText::default()
    };
    let customer = account.customer.id;
    session.account_fact(customer, fact.into(), prose)?;
    let after = session.account(customer)?.clone();
    seating::enough_for(session, &after, id, &settled.terms, starts)?;
    let mut sentences = vec![said::term(&found.name(), starts, &length, &days)];
    sentences.extend(said::left_open(&settled.left_open));
    if !settled.terms.takes_tickets() {
        sentences.push(format!(
            "{} takes no tickets: its channels are self-service",
            found.name()
        ));
    }
    sentences.extend(overlap_warnings(&after, id, starts, &days));
    Ok(sentences)
}
