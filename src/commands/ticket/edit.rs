//! `edit`: what the ticket names, its subject and tags.

use clap::Args;

use super::act::{act, asked_kind, contact_of, terms_of_words};
use super::reevaluate::{Renamed, reevaluate};
use crate::commands::Input;
use crate::commands::args::{
    TicketWordArgs, TicketWrite, TicketsArg, help_of, language, not_blank, value_name,
};
use crate::commands::plan_words;
use crate::context::{Context, Session};
use crate::core::model::{Edited, EventText, Fact, Tagged, TicketNo, TicketWord};
use crate::core::terms::AskedKinds;
use crate::failure::Failure;
use crate::render::Outcome;
use crate::store::StoredEvent;
use crate::wording::account::NOTHING_NEW_OF_TICKET;
use crate::wording::typed::asked_later;

/// Edit what the ticket names
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk edit 4711 --subject \"Login fails with SSO\"\n  sladesk edit 4711 --tag vip --untag new\n  sladesk edit 4711 -t interface-and-logic --version 8.3"
)]
pub(crate) struct Edit {
    #[command(flatten)]
    tickets: TicketsArg,
    #[arg(long, value_name = value_name("subject"), help = help_of("subject"), allow_hyphen_values = true, value_parser = not_blank("the subject"))]
    subject: Option<String>,
    #[command(flatten)]
    named: TicketWordArgs,
    #[arg(long, value_name = value_name("language"), help = help_of("language"), value_parser = language)]
    language: Option<String>,
    /// The kind of tickets that the customer asks for; `none`: for none
    #[arg(long, value_name = value_name("asks"))]
    asks: Option<String>,
    #[arg(long, value_name = value_name("contact"), help = help_of("contact"))]
    contact: Option<String>,
    /// A tag to add; may be given again
    #[arg(long, value_name = "T", value_parser = not_blank("a tag"))]
    tag: Vec<String>,
    /// A tag to take off; may be given again
    #[arg(long, value_name = "T")]
    untag: Vec<String>,
    #[command(flatten)]
    write: TicketWrite,
}

impl Edit {
    /// Edits each.
    ///
    /// # Errors
    /// The ticket does not take it as it stands, its contract says no, or an argument cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        if self.says_nothing() {
            return Ok(Outcome::only_said(NOTHING_NEW_OF_TICKET));
        }
        let mut remarks = Vec::new();
        let outcome = act(
            context,
            input,
            &self.tickets,
            &self.write,
            |session, number| {
                remarks.extend(edit_one(context, session, number, &self)?);
                Ok(())
            },
        )?;
        Ok(remarks.into_iter().fold(outcome, Outcome::warn))
    }
}

impl Edit {
    /// No flag names anything.
    fn says_nothing(&self) -> bool {
        let named = [&self.subject, &self.language, &self.asks, &self.contact];
        self.named.words.is_empty()
            && named.iter().all(|word| word.is_none())
            && self.tag.is_empty()
            && self.untag.is_empty()
    }
}

fn edit_one(
    context: &Context,
    session: &mut Session<'_>,
    number: TicketNo,
    edit: &Edit,
) -> Result<Vec<String>, Failure> {
    let ticket = session.ticket(number)?.now.clone();
    let contact = match edit.contact.as_deref() {
        Some(word) => Some(contact_of(session, number, word)?),
        None => None,
    };
    let mut named = edit.named.clone();
    let terms = terms_of_words(session, number)?;
    named.spelt_as(terms.as_ref());
    let words = &named.words;
    let renamed = Renamed {
        words: words.unlike(&ticket.words),
        contact,
    };
    if let Some(terms) = &terms {
        plan_words::words_known(terms, &renamed.words)?;
    }
    let remarks = match renamed.changes_nothing() {
        true => Vec::new(),
        false => reevaluate(context, session, number, &renamed)?,
    };
    let allowance = match words.get(TicketWord::Topic) {
        Some(topic) => session.case_allowance(number, topic)?,
        None => None,
    };
    let asks = match edit.asks.as_deref() {
        Some(AskedKinds::NONE) => {
            was_no_later_word(session, number)?;
            edit.asks.clone()
        }
        Some(word) => Some(asked_kind(session, number, word)?),
        None => None,
    };
    let said = [&edit.subject, &edit.language, &asks];
    let says_more = said.iter().any(|word| word.is_some());
    if !words.is_empty() || contact.is_some() || says_more {
        let fact = Fact::from(Edited {
            words: words.clone(),
            language: edit.language.clone(),
            asks,
            contact,
            allowance,
        });
        let prose = EventText {
            subject: edit.subject.clone(),
            ..EventText::default()
        };
        session.record(number, fact, prose)?;
    }
    retag(session, number, edit, &ticket.tags)?;
    Ok(remarks)
}

/// An edit says what was asked for at the opening; what the customer asked for in a later word is
/// taken back with that word.
///
/// # Errors
/// The ticket has such a word.
fn was_no_later_word(session: &mut Session<'_>, number: TicketNo) -> Result<(), Failure> {
    let ticket = session.ticket(number)?;
    let mut left = ticket.now.asked.clone();
    left.stands(AskedKinds::NONE);
    let asking = |told: &&StoredEvent| match &told.event.fact {
        Fact::CustomerReplied(replied) => {
            let kind = replied.asks.as_deref();
            kind.is_some_and(|kind| left.iter().any(|known| known == kind))
        }
        _ => false,
    };
    match ticket.history.iter().rfind(asking) {
        None => Ok(()),
        Some(word) => {
            let (message, hint) = asked_later(number, word.event.entry);
            Err(Failure::not_possible(message).hint(hint))
        }
    }
}

/// Only tags that change something are written.
fn retag(
    session: &mut Session<'_>,
    number: TicketNo,
    edit: &Edit,
    has: &[String],
) -> Result<(), Failure> {
    let add: Vec<String> = edit
        .tag
        .iter()
        .filter(|tag| !has.contains(tag))
        .cloned()
        .collect();
    let drop: Vec<String> = edit
        .untag
        .iter()
        .filter(|tag| has.contains(tag))
        .cloned()
        .collect();
    if add.is_empty() && drop.is_empty() {
        return Ok(());
    }
    let fact = Fact::from(Tagged { add, drop });
    session
        .record(number, fact, EventText::default())
        .map(|_| ())
}
