//! Whether somebody may ask for something.

use clap::Args;

mod answer;
mod asks;
mod hours;
mod promised;

use super::entitled::{
    RequestContract, ResolvedRequest, TypedRequester, contract_context, evaluate, resolve,
};
use super::matrix;
use crate::commands::Input;
use crate::commands::args::{PrintArgs, Read, RequestArgs, parse};
use crate::commands::list_fields::ListFields;
use crate::context::{Context, RulesCache};
use crate::core::calendar::ZoneRules;
use crate::core::entitlement::{Purpose, Verdict};
use crate::core::model::TicketWord;
use crate::core::terms::Terms;
use crate::core::time::{Direction, Local, LocalNow, PointExpr};
use crate::failure::{Exit, Failure};
use crate::render::Outcome;
use crate::store::Store;
use answer::{MayAnswer, RULES};
use asks::Asks;
use hours::OpenHours;
use promised::Promised;

/// Ask what the contract allows, without opening anything
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk may dana@acme.example -c phone\n  sladesk may acme -p high -t development\n  sladesk may acme --contact dana@acme.example --at \"2026-10-16 20:00\" -f json"
)]
pub(crate) struct May {
    /// A contact (e-mail), a customer or a contract
    #[arg(value_name = "WHO")]
    who: String,
    #[command(flatten)]
    request: RequestArgs,
    /// At which instant
    #[arg(long, value_name = "INSTANT", allow_hyphen_values = true, value_parser = parse::<PointExpr>)]
    at: Option<PointExpr>,
    #[command(flatten)]
    print: PrintArgs,
    #[command(flatten)]
    read: Read,
}

impl May {
    /// Whether somebody may ask for this: every rule, with clause and remedy. Nothing is opened.
    ///
    /// # Errors
    /// Nobody is called so, or a word that the terms do not know. A refusal is an answer, with exit
    /// code 3.
    pub(crate) fn run(mut self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let mut reading = self.read.reading(context)?;
        let here = LocalNow::new(reading.at(), context.here()?.zone);
        let at = match &self.at {
            Some(at) => at.resolve(&here, Direction::Either)?,
            None => reading.at(),
        };
        let asked = TypedRequester {
            who: &self.who,
            contact: self.request.contact.as_deref(),
            contract: self.request.contract.as_deref(),
        };
        let resolved = resolve(reading.directory()?, &asked, at)?;
        let own = resolved.account.customer.language.as_deref();
        let language = self.print.or_of(own);
        reading.rules_cache.speak(language);
        let tables = reading.tables()?;
        let (store, rules_cache) = (reading.store, &mut reading.rules_cache);
        let component = self.request.named.words.get(TicketWord::Component);
        let contract_context = contract_context(store, rules_cache, &resolved, component, at)?;
        self.request.spelt_as(contract_context.terms.as_ref())?;
        self.request.language = resolved.language(self.request.language.take());
        self.request.priority = matrix::priority(
            contract_context.terms.as_ref(),
            self.request.priority.as_deref(),
            &self.request.named.words,
            None,
        )?;
        let request = self
            .request
            .request(Purpose::Ask, resolved.contact.as_deref());
        let evaluation = evaluate(
            context,
            tables,
            rules_cache,
            &resolved,
            &contract_context,
            &request,
            at,
        )?;
        let shown = context.zones()?.shown.clone();
        let there = zone_there(store, rules_cache, &resolved, &contract_context)?;
        let asks = Asks {
            rules_cache,
            resolved: &resolved,
            contract_context: &contract_context,
            request: &self.request,
            at,
        };
        let promised = match evaluation.verdict() {
            Verdict::Refused => Vec::new(),
            Verdict::Allowed | Verdict::Remark => {
                Promised::all(&asks, self.request.priority.as_deref())
            }
        };
        let dues = || promised.iter().filter_map(|one| one.due);
        let there = there.filter(|there| dues().any(|due| there.wall(due) != shown.wall(due)));
        let hours = OpenHours::all(&asks);
        let wants_page = context.settings.may_want_page();
        let beside = |terms: &Terms| context.plans_of(&terms.vendor, language);
        let answer = MayAnswer {
            resolved: &resolved,
            contract_context: &contract_context,
            evaluation: &evaluation,
            request: &self.request,
            plans: match wants_page {
                true => contract_context.terms.iter().flat_map(beside).collect(),
                false => Vec::new(),
            },
            wants_page,
            language,
            paper: self.print.paper(),
            zone: shown.name,
            there,
            at,
            promised,
            hours,
        };
        let exit = match evaluation.verdict() {
            Verdict::Refused => Exit::Refused,
            Verdict::Allowed | Verdict::Remark => Exit::Done,
        };
        Ok(Outcome::listing(answer.listing()).exit(exit))
    }
}

/// The zone of whoever asks: the customer's, else that of the contract.
fn zone_there(
    store: &Store,
    rules_cache: &mut RulesCache,
    resolved: &ResolvedRequest,
    context: &RequestContract,
) -> Result<Option<ZoneRules>, Failure> {
    let own = resolved.account.customer.zone.as_deref();
    let contract = context.contract.as_ref();
    let zone = own.or_else(|| contract?.zone.as_deref());
    match zone.filter(|zone| rules_cache.has_zone(zone)) {
        Some(zone) => Ok(Some(rules_cache.zone_rules(store, zone)?)),
        None => Ok(None),
    }
}

/// The fields of the rules.
pub(super) fn fields() -> ListFields {
    ListFields::of("may", RULES)
}
