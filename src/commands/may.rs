//! Whether somebody may ask for something.

use clap::Args;

use super::entitled::{
    RequestContract, ResolvedRequest, TypedRequester, contract_context, evaluate, resolve,
};
use super::matrix;
use super::ticket::record::{NotPromised, parameters};
use crate::commands::Input;
use crate::commands::args::{Read, RequestArgs, parse};
use crate::commands::list_fields::ListFields;
use crate::context::{Context, RulesCache};
use crate::core::entitlement::{Evaluation, Finding, Purpose, Verdict, seat_limit};
use crate::core::model::{EntryId, Event, EventId, Fact, Opened, Stream, TicketNo, TicketWord};
use crate::core::sla::fold;
use crate::core::terms::Terms;
use crate::core::time::Instant;
use crate::core::time::{Direction, LocalNow, PointExpr};
use crate::failure::{Exit, Failure};
use crate::render::{Cell, Column, Doc, Listing, Outcome, PagePreference};
use crate::wording::{fact, finding, remedy};

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
        let tables = reading.tables()?;
        let (store, rules_cache) = (reading.store, &mut reading.rules_cache);
        let contract_context = contract_context(store, rules_cache, &resolved, at)?;
        self.request.spelt_as(contract_context.terms.as_ref());
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
        let due = match evaluation.verdict() {
            Verdict::Refused => Vec::new(),
            Verdict::Allowed | Verdict::Remark => {
                due(rules_cache, &resolved, &contract_context, &self.request, at)
            }
        };
        let answer = MayAnswer {
            resolved: &resolved,
            contract_context: &contract_context,
            evaluation: &evaluation,
            request: &self.request,
            at,
            due,
        };
        let exit = match evaluation.verdict() {
            Verdict::Refused => Exit::Refused,
            Verdict::Allowed | Verdict::Remark => Exit::Done,
        };
        Ok(Outcome::listing(answer.listing()).exit(exit))
    }
}

/// What each milestone would be due, if it were opened then.
fn due(
    rules_cache: &RulesCache,
    resolved: &ResolvedRequest,
    contract_context: &RequestContract,
    request: &RequestArgs,
    at: Instant,
) -> Vec<(String, Option<String>, Option<Instant>)> {
    let Some(priority) = request.priority.as_deref() else {
        return Vec::new();
    };
    let opened = Opened {
        contract: contract_context
            .contract
            .as_ref()
            .map(|contract| contract.id),
        terms: contract_context.terms_event,
        priority: Some(contract_context.priority(priority)),
        ..Opened::by(resolved.account.customer.id)
    };
    let event = Event {
        id: EventId(1),
        entry: EntryId(1),
        stream: Stream::Ticket(TicketNo(0)),
        at,
        recorded: at,
        actor: String::new(),
        fact: Fact::from(opened),
        corrects: false,
    };
    let Some(ticket) = fold(&[event], rules_cache) else {
        return Vec::new();
    };
    let silent = NotPromised::of(&ticket, contract_context.terms.as_ref());
    let clocks = ticket.clocks.into_iter().map(|clock| {
        let target = clock.limits.first().map(|limit| limit.within.to_string());
        (clock.milestone, target, clock.due)
    });
    let silent = silent
        .into_iter()
        .map(|silent| (silent.milestone, Some("not promised".to_owned()), None));
    clocks.chain(silent).collect()
}

struct MayAnswer<'a> {
    resolved: &'a ResolvedRequest,
    contract_context: &'a RequestContract,
    evaluation: &'a Evaluation,
    request: &'a RequestArgs,
    at: Instant,
    due: Vec<(String, Option<String>, Option<Instant>)>,
}

type C = Column<Finding>;

const RULES: &[C] = &[
    C::shown("rule", |f| Cell::code(f.rule.word())),
    C::shown("verdict", |f| Cell::state(f.verdict.word())),
    C::shown("says", |f| Cell::text(finding::says(f))).last(),
    C::shown("clause", |f| Cell::code_if(f.clause.clone())),
    C::more("remedies", |f| {
        let remedies = f.remedies.iter().map(remedy);
        Cell::List(remedies.map(Cell::text).collect())
    }),
    C::more("facts", |f| {
        Cell::List(f.facts.iter().map(fact).map(Cell::text).collect())
    }),
    C::more("code", |f| Cell::code(f.code.coded().code)),
    C::more("parameters", |f| parameters(&f.code.coded())),
];

impl MayAnswer<'_> {
    fn listing(&self) -> Listing {
        let word = |word: &Option<String>| Cell::code_if(word.clone());
        let channel = &self.request.channel;
        let words = &self.request.named.words;
        let named = |of| Cell::code_if(words.get(of).map(str::to_owned));
        let priority = self.request.priority.as_deref();
        let priority = priority.map(|p| self.contract_context.priority(p));
        let before = vec![
            (
                "verdict".into(),
                Cell::state(self.evaluation.verdict().word()),
            ),
            (
                "customer".into(),
                Cell::code(self.resolved.account.customer.key.clone()),
            ),
            (
                "contract".into(),
                Cell::from(self.contract_context.contract.as_ref().map(|c| c.id)),
            ),
            (
                "plan".into(),
                Cell::code_if(self.contract_context.terms.as_ref().map(Terms::name)),
            ),
            (
                "contact".into(),
                Cell::text_if(self.resolved.contact.clone()),
            ),
            ("channel".into(), word(channel)),
            ("topic".into(), named(TicketWord::Topic)),
            ("priority".into(), Cell::code_if(priority)),
            ("environment".into(), named(TicketWord::Environment)),
            ("component".into(), named(TicketWord::Component)),
            ("at".into(), Cell::from(self.at)),
        ];
        let after = vec![
            ("due".into(), self.due_cells()),
            ("seats".into(), self.seats()),
            ("includes".into(), self.includes()),
        ];
        Listing::of("may", RULES, self.evaluation.findings.clone())
            .around(before, "rules", after)
            .page(PagePreference::PageAtTerminal, self.page())
    }

    fn due_cells(&self) -> Cell {
        let due = self.due.iter().map(|(milestone, target, due)| {
            Cell::object([
                ("milestone", Cell::code(milestone.clone())),
                ("target", Cell::code_if(target.clone())),
                ("due", Cell::from(*due)),
            ])
        });
        Cell::List(due.collect())
    }

    fn seats(&self) -> Cell {
        let Some(contract) = &self.contract_context.contract else {
            return Cell::Absent;
        };
        let taken = self.resolved.account.seated(contract.id, self.at);
        let limit = self.contract_context.terms.as_ref().and_then(seat_limit);
        Cell::object([
            ("used", Cell::from(taken.len())),
            ("of", Cell::from(limit)),
            (
                "contacts",
                Cell::List(taken.iter().map(|p| Cell::text(p.label())).collect()),
            ),
        ])
    }

    /// What the contract gives, for whoever did not say what he or she wants.
    fn includes(&self) -> Cell {
        let Some(terms) = &self.contract_context.terms else {
            return Cell::Absent;
        };
        let channels = terms
            .channels
            .iter()
            .filter(|c| c.included && !c.self_service);
        let topics = terms.topics.iter().filter(|t| t.included);
        Cell::object([
            ("channels", Cell::codes(channels.map(|c| c.id.clone()))),
            ("topics", Cell::codes(topics.map(|t| t.id.clone()))),
            (
                "priorities",
                Cell::codes(terms.priorities.iter().map(|p| p.id.clone())),
            ),
        ])
    }

    fn page(&self) -> Doc {
        let customer = &self.resolved.account.customer.key;
        let title = match self.evaluation.verdict() {
            Verdict::Allowed => format!("{customer} may"),
            Verdict::Remark => format!("{customer} may, with a remark"),
            Verdict::Refused => format!("{customer} may not"),
        };
        let columns = ["rule", "verdict", "says", "clause"];
        let cells = |f: &Finding| RULES[..4].iter().map(|column| column.cell(f)).collect();
        let mut page = Doc::new(title).table(columns, self.evaluation.findings.iter().map(cells));
        let remedies: Vec<String> = self
            .evaluation
            .findings
            .iter()
            .filter(|finding| finding.verdict != Verdict::Allowed)
            .flat_map(|finding| {
                let remedies = finding.remedies.iter().map(remedy);
                let told = remedies.chain(finding.facts.iter().map(fact));
                told.map(|told| format!("{}: {told}", finding.rule.word()))
            })
            .collect();
        for remedy in remedies {
            page = page.text(remedy);
        }
        if !self.due.is_empty() {
            let rows = self.due.iter().map(|(milestone, target, due)| {
                vec![
                    Cell::code(milestone.clone()),
                    Cell::code_if(target.clone()),
                    Cell::from(*due),
                ]
            });
            page = page
                .heading("Opened then")
                .table(["milestone", "target", "due"], rows);
        }
        page
    }
}

/// The fields of the rules.
pub(super) fn fields() -> ListFields {
    ListFields::of("may", RULES)
}
