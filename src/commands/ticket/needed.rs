//! What no ticket is opened without, and what is asked for where somebody is there to say it.

use super::super::entitled::RequestContract;
use crate::commands::Input;
use crate::core::entitlement::{Evaluation, Request, Rule};
use crate::core::model::{TicketWord, TicketWords};
use crate::core::terms::{RequiredField, Terms, Word};
use crate::failure::Failure;
use crate::wording::typed;

/// What a request says so far.
pub(super) struct RequestSoFar<'a> {
    pub request: &'a Request<'a>,
    pub words: &'a TicketWords,
}

/// Whether the request says what every ticket of a contract needs.
///
/// # Errors
/// What is missing, as a question.
pub(super) fn needed(
    said: &RequestSoFar<'_>,
    contract: &RequestContract,
    input: &dyn Input,
) -> Result<(), Failure> {
    let Some(terms) = &contract.terms else {
        return Ok(());
    };
    let RequestSoFar { request, words, .. } = said;
    if request.priority.is_none() {
        if input.asks() && terms.has_matrix() {
            of_matrix(terms, words)?;
        }
        let own = terms.own_priorities();
        let ids = own.map(|(_, priority)| priority.id.clone()).collect();
        let failure = Failure::missing(typed::NEEDS_A_PRIORITY, "--priority", ids);
        return Err(match terms.has_matrix() {
            true => failure.hint(typed::MATRIX_GIVES_IT),
            false => failure,
        });
    }
    let names_channels = terms.channels_open || !terms.channels.is_empty();
    if request.channel.is_none() && names_channels {
        let open = terms.channels.iter().filter(|c| c.takes_tickets());
        let ids = open.map(|channel| channel.id.clone()).collect();
        return Err(Failure::missing(typed::NEEDS_A_CHANNEL, "--channel", ids));
    }
    Ok(())
}

/// The two words of which a matrix makes the priority.
fn of_matrix(terms: &Terms, said: &TicketWords) -> Result<(), Failure> {
    for (word, flag, list) in [
        (TicketWord::Impact, "--impact", &terms.impacts),
        (TicketWord::Urgency, "--urgency", &terms.urgencies),
    ] {
        if said.get(word).is_none() {
            let asked_by = typed::of_matrix(&terms.name());
            return Err(asks(flag, ids(list)).about(asked_by));
        }
    }
    Ok(())
}

/// Asks for what the plan wants every ticket to name, where nothing else refuses: what is asked
/// for opens the ticket then.
///
/// # Errors
/// What is missing, as a question. It is one only where it can be answered: elsewhere its rule
/// refuses.
pub(super) fn named(
    request: &Request<'_>,
    contract: &RequestContract,
    evaluation: &Evaluation,
    input: &dyn Input,
) -> Result<(), Failure> {
    let Some(terms) = contract.terms.as_ref().filter(|_| input.asks()) else {
        return Ok(());
    };
    let mut refusals = evaluation.refusals();
    if !refusals.all(|finding| finding.rule == Rule::Named) {
        return Ok(());
    }
    let clause = terms.sources.get("tickets-must-name");
    let clause = clause.and_then(|source| source.clause.as_deref());
    for field in &terms.must_name {
        let (given, choices) = match field {
            RequiredField::Version => {
                let versions = terms.versions.iter().map(|version| version.id.clone());
                (request.version, versions.collect())
            }
            RequiredField::Environment => (request.environment, ids(&terms.environments)),
            RequiredField::Component => (request.component, ids(&terms.components)),
            RequiredField::Topic => {
                let topics = terms.topics.iter().map(|topic| topic.id.clone());
                (request.topic, topics.collect())
            }
        };
        if given.is_none() {
            let flag = format!("--{}", field.word());
            let asked_by = typed::asked_by(&terms.name(), clause);
            return Err(asks(&flag, choices).about(asked_by));
        }
    }
    Ok(())
}

fn ids(words: &[Word]) -> Vec<String> {
    words.iter().map(|word| word.id.clone()).collect()
}

fn asks(flag: &str, choices: Vec<String>) -> Failure {
    Failure::missing(typed::open_needs(flag), flag, choices)
}
