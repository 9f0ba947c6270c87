//! `contract amend`: other terms from a day on. Tickets that are open keep theirs; dated back, the
//! sides must say what becomes of those opened since.

use clap::Args;

use super::super::account::contract::still_open;
use super::super::account::{Days, outcome, said, seating, view};
use super::after::after;
use super::agree::keep;
use super::written_contract::account_and_contract;
use super::{deadline_changes, paths};
use crate::commands::Input;
use crate::commands::args::{Text, Write, one_of, parse};
use crate::commands::plan_words::{lacking, priority_there};
use crate::context::{Context, Session, WriteMode};
use crate::core::account::{Account, Contract, TermsFrom};
use crate::core::model::{
    ContractAmended, ContractId, CustomerId, EventId, EventText, Moved, TicketNo, TicketWord,
};
use crate::core::terms::Terms;
use crate::core::text::WordList;
use crate::core::time::{DayExpr, Instant};
use crate::failure::Failure;
use crate::plans::{Document, PathValue, diff};
use crate::render::Outcome;
use crate::wording::contract as words;
use crate::wording::plan::difference;
use crate::wording::typed;

/// What becomes of tickets opened since the day that an amendment is dated back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OpenTickets {
    Keep,
    Repin,
}

impl WordList for OpenTickets {
    const ALL: &'static [OpenTickets] = &[OpenTickets::Keep, OpenTickets::Repin];

    fn word(self) -> &'static str {
        match self {
            OpenTickets::Keep => "keep",
            OpenTickets::Repin => "repin",
        }
    }
}

/// Amend: other terms for tickets opened from a day on
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk contract amend 3 --start 2027-01-01 --set targets.response.high=30m\n  sladesk contract amend acme --start 2026-09-01 --set contacts=10 --open-tickets keep -n"
)]
pub(crate) struct ContractAmend {
    /// Its id, or the customer when one is in force
    #[arg(value_name = "CONTRACT")]
    contract: String,
    /// The first day
    #[arg(long, value_name = "DAY", allow_hyphen_values = true, value_parser = parse::<DayExpr>)]
    start: DayExpr,
    /// What is agreed, by the path of the plan file; may be given again
    #[arg(long, value_name = "KEY=VALUE", required = true, value_parser = parse::<PathValue>)]
    set: Vec<PathValue>,
    /// What becomes of tickets opened since; needed when dated back
    #[arg(long, value_name = "HOW", value_parser = one_of::<OpenTickets>(|word| format!("`--open-tickets` is never `{word}`")))]
    open_tickets: Option<OpenTickets>,
    /// The priority that a ticket gets with `--open-tickets repin`, where the new terms have not the
    /// one that it has
    #[arg(short, long, value_name = "P", requires = "open_tickets")]
    priority: Option<String>,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: Write,
}

impl ContractAmend {
    /// Writes other terms, from a day on.
    ///
    /// # Errors
    /// No such contract, terms that cannot be agreed, a day outside the contract, tickets of which
    /// nobody said what becomes, a breach that would go off the record.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let text = self.text.given(input)?;
        let options = self.write.options(context)?;
        let at = options.at.unwrap_or(context.clock());
        let (customer, id) = context.contract(&self.contract, at)?;
        let mode = options.mode;
        let (told, written) = context.write(&options, |session| {
            Amending::new(context, session, customer.id, id, &self, text)?.carry_out(session, mode)
        })?;
        let changes = format!(" from {}: {}", told.from, told.changes.join("; "));
        let mut sentences = vec![said(&written, &changes)];
        sentences.extend(told.tickets);
        sentences.extend(deadline_changes::sentences(context, &written)?);
        let outcome = outcome(&written, sentences, None);
        let outcome = match written.mode {
            WriteMode::ForReal => outcome,
            WriteMode::DryRun => outcome.after(deadline_changes::listing(input.verb(), &written)),
        };
        let outcome = after(context, input.verb(), &written, outcome, (customer.id, id))?;
        Ok(told.warnings.into_iter().fold(outcome, Outcome::warn))
    }
}

/// What an amendment did.
struct AmendmentSummary {
    from: chrono::NaiveDate,
    changes: Vec<String>,
    tickets: Option<String>,
    warnings: Vec<String>,
}

/// An amendment under way.
struct Amending<'a> {
    context: &'a Context,
    amend: &'a ContractAmend,
    text: Option<String>,
    account: Account,
    contract: Contract,
    days: Days,
    from: Instant,
}

impl<'a> Amending<'a> {
    fn new(
        context: &'a Context,
        session: &mut Session<'_>,
        customer: CustomerId,
        id: ContractId,
        amend: &'a ContractAmend,
        text: Option<String>,
    ) -> Result<Amending<'a>, Failure> {
        let (account, contract) = account_and_contract(session, customer, id)?;
        let days = Days::of_contract(
            &mut session.rules_cache,
            &session.writer,
            &account,
            &contract,
        )?;
        let from = days.start(&amend.start, session.now())?;
        let amending = Amending {
            context,
            amend,
            text,
            account,
            contract,
            days,
            from,
        };
        amending.within_the_contract()?;
        Ok(amending)
    }

    fn within_the_contract(&self) -> Result<(), Failure> {
        if self.contract.run_at(self.from).is_some() {
            return Ok(());
        }
        let (id, day) = (self.contract.id, self.days.day(self.from));
        let (message, hint) = words::not_in_force(id, day);
        Err(Failure::not_possible(message).hint(hint))
    }

    fn carry_out(
        &self,
        session: &mut Session<'_>,
        mode: WriteMode,
    ) -> Result<AmendmentSummary, Failure> {
        let said = self.contract.terms_at(self.from).cloned();
        let said = said.ok_or_else(|| Failure::desk_file(words::no_terms(self.contract.id)))?;
        let frozen = view::document(&mut session.rules_cache, &session.writer, said.event)?;
        let amended = self.amended(&frozen, &self.amend.set)?;
        let (old, new) = (frozen.terms(), amended.terms());
        let changes: Vec<String> = diff(&frozen, &amended).iter().map(difference).collect();
        if changes.is_empty() {
            let message = words::says_that_already(self.contract.id);
            return Err(Failure::not_possible(message));
        }
        self.keeps_its_length(&old, &new)?;
        let affected = self.opened_since(session)?;
        let choice = self.choice(&affected, mode)?;
        let event = self.write(session, self.from, &amended, &self.amend.set, None)?;
        let mut warnings = self.carry_on(session, event)?;
        let account = session.account(self.account.customer.id)?.clone();
        seating::enough_for(session, &account, self.contract.id, &new, self.from)?;
        warnings.extend(words::left_open(&newly_open(&frozen, &amended)));
        if old.takes_tickets() && !new.takes_tickets() {
            warnings.push(words::takes_no_tickets(&new.name()));
        }
        Ok(AmendmentSummary {
            from: self.days.day(self.from),
            changes,
            tickets: self.open_tickets(session, &affected, choice, (event, &new))?,
            warnings,
        })
    }

    /// For how long it is agreed, and for how long again, stands in the signing or the renewal.
    fn keeps_its_length(&self, old: &Terms, new: &Terms) -> Result<(), Failure> {
        let lengths = |terms: &Terms| {
            let rule = terms.term.as_ref();
            rule.map(|rule| (rule.length.clone(), rule.renews))
        };
        if lengths(old) == lengths(new) {
            return Ok(());
        }
        let (id, day) = (self.contract.id, self.days.day(self.from));
        let (message, hint) = words::keeps_its_length(id, day);
        Err(Failure::not_possible(message).hint(hint))
    }

    /// The frozen document with what the amendment says.
    fn amended(&self, frozen: &Document, set: &[PathValue]) -> Result<Document, Failure> {
        let catalogue = self.context.catalogue()?;
        Ok(frozen.set(set, catalogue.system_names())?)
    }

    fn write(
        &self,
        session: &mut Session<'_>,
        from: Instant,
        document: &Document,
        set: &[PathValue],
        carries: Option<EventId>,
    ) -> Result<EventId, Failure> {
        let terms = document.terms();
        let hash = keep(session, document, &terms)?;
        let fact = ContractAmended {
            contract: self.contract.id,
            from: Some(from),
            carries,
            terms: hash,
            set: set.iter().map(ToString::to_string).collect(),
            left_open: still_open(document),
        };
        let prose = EventText::saying(self.text.clone().filter(|_| carries.is_none()));
        session.account_fact(self.account.customer.id, fact.into(), prose)
    }

    /// What was agreed for later days holds there still, with so much of this amendment in it as
    /// nobody agreed otherwise for then; a renewal onto another plan is a new agreement and stays
    /// as it is.
    fn carry_on(&self, session: &mut Session<'_>, event: EventId) -> Result<Vec<String>, Failure> {
        let mut warnings = Vec::new();
        let mut agreed: Vec<PathValue> = Vec::new();
        let plan = self.contract.terms_at(self.from).map(|said| &said.plan);
        let later: Vec<&TermsFrom> = self
            .contract
            .terms
            .iter()
            .filter(|said| said.from > self.from)
            .collect();
        for (place, said) in later.iter().enumerate() {
            agreed.extend(said.own.iter().filter_map(|set| paths::recorded(set)));
            let superseded = later
                .get(place + 1)
                .is_some_and(|next| next.from == said.from);
            let new = |set: &&PathValue| {
                let mut agreed = agreed.iter();
                !agreed.any(|other| paths::touches(other.path(), set.path()))
            };
            let set: Vec<PathValue> = self.amend.set.iter().filter(new).cloned().collect();
            if superseded || set.is_empty() {
                continue;
            }
            let frozen = view::document(&mut session.rules_cache, &session.writer, said.event)?;
            let same_plan = Some(&said.plan) == plan;
            match self.amended(&frozen, &set).ok().filter(|_| same_plan) {
                Some(amended) => {
                    self.write(session, said.from, &amended, &set, Some(event))?;
                }
                None => {
                    warnings.push(words::holds_as_agreed(self.days.day(said.from), &said.plan));
                }
            }
        }
        Ok(warnings)
    }

    /// Tickets under the amended terms that are not done.
    fn opened_since(&self, session: &Session<'_>) -> Result<Vec<TicketNo>, Failure> {
        let next = self.contract.terms.iter().map(|said| said.from);
        let until = next.filter(|from| *from > self.from).min();
        deadline_changes::open_under(&session.writer, self.contract.id, self.from, until)
    }

    fn choice(&self, affected: &[TicketNo], mode: WriteMode) -> Result<OpenTickets, Failure> {
        match self.amend.open_tickets {
            Some(choice) => Ok(choice),
            None if affected.is_empty() => Ok(OpenTickets::Keep),
            // what would change is what is asked for
            None if mode == WriteMode::DryRun => Ok(OpenTickets::Repin),
            None => {
                let tickets = deadline_changes::tickets(affected);
                let from = self.days.day(self.from);
                let (message, hint) = words::dated_back(from, &tickets, affected.len() > 1);
                let choices = OpenTickets::ALL.iter();
                let choices = choices.map(|choice| choice.word().to_owned());
                Err(Failure::missing(message, "--open-tickets", choices.collect()).hint(hint))
            }
        }
    }

    fn open_tickets(
        &self,
        session: &mut Session<'_>,
        affected: &[TicketNo],
        choice: OpenTickets,
        (event, terms): (EventId, &Terms),
    ) -> Result<Option<String>, Failure> {
        // the word is read where no ticket needs it, too
        let named = self.amend.priority.as_deref();
        priority_there(terms, (None, named), typed::AMENDING)?;
        if affected.is_empty() {
            return Ok(None);
        }
        if choice == OpenTickets::Keep {
            let keep = if affected.len() == 1 {
                "keeps its"
            } else {
                "keep their"
            };
            return Ok(Some(format!(
                "{} {keep} terms",
                deadline_changes::tickets(affected)
            )));
        }
        for number in affected {
            let ticket = session.ticket(*number)?.now.clone();
            let topic = ticket.words.get(TicketWord::Topic);
            let allowance = session.case_allowance_under(event, topic)?;
            let fact = Moved {
                customer: self.account.customer.id,
                contract: Some(self.contract.id),
                terms: Some(event),
                allowance,
            };
            let has = ticket.priority.as_deref();
            let named = named.filter(|_| lacking(terms, has).is_some());
            let there = priority_there(terms, (has, named), typed::AMENDING)?;
            let at = session.at_on(*number)?.max(ticket.opened);
            session.append(*number, at, fact.into(), EventText::default())?;
            if let Some(fact) = there {
                session.append(*number, at, fact.into(), EventText::default())?;
            }
        }
        Ok(None)
    }
}

/// Paths that the amendment leaves open and that were settled before.
fn newly_open(old: &Document, new: &Document) -> Vec<String> {
    let before = still_open(old);
    let mut open = still_open(new);
    open.retain(|path| !before.contains(path));
    open
}
