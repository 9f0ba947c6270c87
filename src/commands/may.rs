//! Whether somebody may ask for something.
use super::entitled::{ContractContext, RequestArgs, Resolved, ground, judged, meant};
use super::options::Read;
use super::ticket::record::NotPromised;
use crate::context::{Context, RulesCache};
use crate::core::entitlement::{Finding, Judgement, Purpose, Verdict, seat_limit};
use crate::core::model::{EntryId, Event, EventId, Fact, Opened, Side, Stream, TicketNo};
use crate::core::sla::fold;
use crate::core::terms::Terms;
use crate::core::time::Instant;
use crate::core::time::{Direction, when};
use crate::failure::{Exit, Failure};
use crate::render::{Cell, Column, Doc, Listing, Outcome, Prefer};

/// `may`: every rule of the contract, asked without opening anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct May {
    /// A contact (e-mail), a customer or a contract.
    pub who: String,
    pub priority: Option<String>,
    pub channel: Option<String>,
    pub topic: Option<String>,
    pub contact: Option<String>,
    pub contract: Option<String>,
    pub environment: Option<String>,
    pub component: Option<String>,
    pub version: Option<String>,
    /// At which instant.
    pub at: Option<String>,
    pub read: Read,
}

/// Whether somebody may ask for this: every rule, with clause and remedy. Nothing is opened.
///
/// # Errors
/// Nobody is called so, or a word that the terms do not know. A refusal is an answer, with exit
/// code 3.
pub(crate) fn may(context: &mut Context, options: &May) -> Result<Outcome, Failure> {
    let context = &*context;
    let mut reading = context.reading(options.read.as_of.as_deref())?;
    let at = match options.at.as_deref() {
        Some(word) => when(word, &context.here()?, Direction::Either)?,
        None => reading.at(),
    };
    let asked = RequestArgs {
        purpose: Purpose::Ask,
        who: &options.who,
        contact: options.contact.as_deref(),
        contract: options.contract.as_deref(),
        channel: options.channel.as_deref(),
        topic: options.topic.as_deref(),
        priority: options.priority.as_deref(),
        environment: options.environment.as_deref(),
        component: options.component.as_deref(),
        version: options.version.as_deref(),
    };
    let meant = meant(context, &asked, at, reading.view.known)?;
    let (store, book) = (reading.store, &mut reading.book);
    let ground = ground(store, book, &meant, at)?;
    let judgement = judged(context, store, book, &meant, &ground, &asked, at)?;
    let due = match judgement.verdict() {
        Verdict::Refused => Vec::new(),
        Verdict::Allowed | Verdict::Remark => due(book, &meant, &ground, options, at),
    };
    let answer = Answer {
        meant: &meant,
        ground: &ground,
        judgement: &judgement,
        options,
        at,
        due,
    };
    let exit = match judgement.verdict() {
        Verdict::Refused => Exit::Refused,
        Verdict::Allowed | Verdict::Remark => Exit::Done,
    };
    Ok(Outcome::listing(answer.listing()).exit(exit))
}

/// What each milestone would be due, if it were opened then.
fn due(
    book: &RulesCache,
    meant: &Resolved,
    ground: &ContractContext,
    options: &May,
    at: Instant,
) -> Vec<(String, Option<String>, Option<Instant>)> {
    let Some(priority) = options.priority.as_deref() else {
        return Vec::new();
    };
    let opened = Opened {
        customer: meant.account.customer.id,
        contract: ground.contract.as_ref().map(|contract| contract.id),
        terms: ground.terms_event,
        contact: None,
        side: Side::Customer,
        channel: None,
        topic: None,
        priority: Some(ground.priority(priority)),
        environment: None,
        component: None,
        version: None,
        allowance: None,
        overridden: Vec::new(),
        refused: Vec::new(),
        source: None,
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
    let Some(ticket) = fold(&[event], book) else {
        return Vec::new();
    };
    let silent = NotPromised::of(&ticket, ground.terms.as_ref());
    let clocks = ticket.clocks.into_iter().map(|clock| {
        let target = clock.limits.first().map(|limit| limit.within.to_string());
        (clock.milestone, target, clock.due)
    });
    let silent = silent
        .into_iter()
        .map(|silent| (silent.milestone, Some("not promised".to_owned()), None));
    clocks.chain(silent).collect()
}

struct Answer<'a> {
    meant: &'a Resolved,
    ground: &'a ContractContext,
    judgement: &'a Judgement,
    options: &'a May,
    at: Instant,
    due: Vec<(String, Option<String>, Option<Instant>)>,
}

type C = Column<Finding>;

const RULES: &[C] = &[
    C::shown("rule", |f| Cell::code(f.rule.word())),
    C::shown("verdict", |f| Cell::state(f.verdict.word())),
    C::shown("says", |f| Cell::text(f.says.clone())).last(),
    C::shown("clause", |f| Cell::code_if(f.clause.clone())),
    C::more("remedies", |f| {
        Cell::List(f.remedies.iter().map(Cell::text).collect())
    }),
    C::more("facts", |f| {
        Cell::List(f.facts.iter().map(Cell::text).collect())
    }),
];

impl Answer<'_> {
    fn listing(&self) -> Listing {
        let word = |word: &Option<String>| Cell::code_if(word.clone());
        let options = self.options;
        let priority = options.priority.as_deref().map(|p| self.ground.priority(p));
        let before = vec![
            (
                "verdict".into(),
                Cell::state(self.judgement.verdict().word()),
            ),
            (
                "customer".into(),
                Cell::code(self.meant.account.customer.key.clone()),
            ),
            (
                "contract".into(),
                Cell::from(self.ground.contract.as_ref().map(|c| c.id)),
            ),
            (
                "plan".into(),
                Cell::code_if(self.ground.terms.as_ref().map(Terms::name)),
            ),
            ("contact".into(), Cell::text_if(self.meant.contact.clone())),
            ("channel".into(), word(&options.channel)),
            ("topic".into(), word(&options.topic)),
            ("priority".into(), Cell::code_if(priority)),
            ("environment".into(), word(&options.environment)),
            ("component".into(), word(&options.component)),
            ("at".into(), Cell::from(self.at)),
        ];
        let after = vec![
            ("due".into(), self.due_cells()),
            ("seats".into(), self.seats()),
            ("includes".into(), self.includes()),
        ];
        Listing::of("may", RULES, self.judgement.findings.clone())
            .around(before, "rules", after)
            .page(Prefer::PageAtTerminal, self.page())
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
        let Some(contract) = &self.ground.contract else {
            return Cell::Absent;
        };
        let taken = self.meant.account.seated(contract.id, self.at);
        let limit = self.ground.terms.as_ref().and_then(seat_limit);
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
        let Some(terms) = &self.ground.terms else {
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
        let customer = &self.meant.account.customer.key;
        let title = match self.judgement.verdict() {
            Verdict::Allowed => format!("{customer} may"),
            Verdict::Remark => format!("{customer} may, with a remark"),
            Verdict::Refused => format!("{customer} may not"),
        };
        let columns = ["rule", "verdict", "says", "clause"];
        let cells = |f: &Finding| RULES[..4].iter().map(|column| (column.cell)(f)).collect();
        let mut page = Doc::new(title).table(columns, self.judgement.findings.iter().map(cells));
        let remedies: Vec<String> = self
            .judgement
            .findings
            .iter()
            .filter(|finding| finding.verdict != Verdict::Allowed)
            .flat_map(|finding| {
                let told = finding.remedies.iter().chain(&finding.facts);
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
