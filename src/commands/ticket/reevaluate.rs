//! What a ticket is changed to name is judged by the rules that it could be opened by: a topic or
//! an environment that would have been refused is not brought in behind.

use super::super::entitled::{RequestContract, ResolvedRequest, evaluate};
use crate::context::{Context, Session};
use crate::core::entitlement::{Evaluation, Finding, Purpose, Request, Rule, Verdict};
use crate::core::model::{ContactId, TicketNo, TicketWord, TicketWords};
use crate::core::sla::{Rulebook, Ticket};
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::wording::{fact, remedy, with_clause};

/// What a ticket is to name; what is absent stays as it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Renamed {
    pub words: TicketWords,
    pub contact: Option<ContactId>,
}

impl Renamed {
    pub(super) fn changes_nothing(&self) -> bool {
        self.words.is_empty() && self.contact.is_none()
    }

    fn changes(&self, word: TicketWord) -> bool {
        self.words.get(word).is_some()
    }
}

/// Judges a change of what a ticket names, and gives what is to be known of it.
///
/// # Errors
/// The contract says no, or a word that its terms do not know.
pub(super) fn reevaluate(
    context: &Context,
    session: &mut Session<'_>,
    number: TicketNo,
    renamed: &Renamed,
) -> Result<Vec<String>, Failure> {
    let ticket = session.ticket(number)?.now.clone();
    let Some(terms) = ticket
        .terms
        .and_then(|id| session.rules_cache.terms(id))
        .cloned()
    else {
        return Ok(Vec::new());
    };
    let account = session.account(ticket.customer)?.clone();
    let contract = ticket.contract.and_then(|id| account.contract(id)).cloned();
    let zone = match &contract {
        Some(contract) => session.contract_zone(&account, contract)?,
        None => return Ok(Vec::new()),
    };
    let person = renamed.contact.or(ticket.contact);
    let person = person.and_then(|id| account.contact(id));
    let resolved = ResolvedRequest {
        contact: person.and_then(|contact| contact.email.clone()),
        contract: ticket.contract,
        account: account.clone(),
    };
    let contract_context = RequestContract {
        beside: Vec::new(),
        contract,
        terms_event: ticket.terms,
        terms: Some(terms),
        zone,
    };
    let mut words = ticket.words.clone();
    words.take_over(&renamed.words);
    let request = Request {
        purpose: Purpose::Ask,
        contact: resolved.contact.as_deref(),
        topic: words.get(TicketWord::Topic),
        priority: ticket.priority.as_deref(),
        environment: words.get(TicketWord::Environment),
        component: words.get(TicketWord::Component),
        version: words.get(TicketWord::Version),
        ..Request::default()
    };
    let mut judged_at = |at: Instant| {
        evaluate(
            context,
            session.writer.present(),
            &mut session.rules_cache,
            &resolved,
            &contract_context,
            &request,
            at,
        )
    };
    let now = judged_at(session.here.now)?;
    // a case is used in the period of the opening
    let then = judged_at(ticket.opened)?;
    let mut findings: Vec<&Finding> = concerned(&now, renamed).collect();
    if then.allowance != ticket.allowance && renamed.changes(TicketWord::Topic) {
        findings.extend(of(&then, &[Rule::Allowance]));
    }
    match refused(number, &ticket, &findings) {
        Some(failure) => Err(failure),
        None => Ok(remarks(number, &findings)),
    }
}

/// The findings that a change can turn.
fn concerned<'j>(
    evaluation: &'j Evaluation,
    renamed: &Renamed,
) -> impl Iterator<Item = &'j Finding> + use<'j> {
    let mut rules = Vec::new();
    if renamed.changes(TicketWord::Topic) {
        rules.extend([Rule::Topic, Rule::Qualification, Rule::Hours]);
    }
    if renamed.contact.is_some() && !renamed.changes(TicketWord::Topic) {
        rules.push(Rule::Qualification);
    }
    if renamed.changes(TicketWord::Environment) || renamed.changes(TicketWord::Component) {
        rules.push(Rule::Priority);
    }
    if renamed.changes(TicketWord::Version) {
        rules.push(Rule::Version);
    }
    let findings = evaluation.findings.iter();
    findings.filter(move |finding| rules.contains(&finding.rule))
}

fn of<'j>(evaluation: &'j Evaluation, rules: &'j [Rule]) -> impl Iterator<Item = &'j Finding> {
    let findings = evaluation.findings.iter();
    findings.filter(|finding| rules.contains(&finding.rule))
}

fn refused(number: TicketNo, ticket: &Ticket, findings: &[&Finding]) -> Option<Failure> {
    let refusing = findings.iter().filter(|finding| refuses(finding));
    let refusing: Vec<&&Finding> = refusing.collect();
    let (first, more) = refusing.split_first()?;
    let failure = Failure::refused(format!(
        "{number} may not be changed so: {}",
        with_clause(first)
    ))
    .kind("refused");
    let others = more.iter().map(|other| with_clause(other));
    let facts = refusing
        .iter()
        .flat_map(|finding| &finding.facts)
        .map(|known| fact(known).in_english());
    let failure = others.chain(facts).fold(failure, Failure::fact);
    Some(failure.hint_if(match first.rule {
        Rule::Priority => Some(format!(
            "it is {}: `sladesk priority {number}` lists what it may become first",
            ticket.priority.as_deref().unwrap_or_default()
        )),
        _ => first.remedies.first().map(|way| remedy(way).in_english()),
    }))
}

/// Which version it is of shows in the end: that is kept, and told.
fn refuses(finding: &Finding) -> bool {
    finding.verdict == Verdict::Refused && finding.rule != Rule::Version
}

fn remarks(number: TicketNo, findings: &[&Finding]) -> Vec<String> {
    let against = findings
        .iter()
        .filter(|finding| finding.verdict != Verdict::Allowed && !refuses(finding));
    against
        .map(|finding| format!("{number}: {}", with_clause(finding)))
        .collect()
}
