//! What `may` answers: the rules, each with what it found, and what would be promised.

use super::hours::OpenHours;
use super::promised::Promised;
use crate::commands::args::RequestArgs;
use crate::commands::entitled::{RequestContract, ResolvedRequest};
use crate::commands::promised_words;
use crate::commands::ticket::record::parameters;
use crate::core::calendar::ZoneRules;
use crate::core::entitlement::{Evaluation, Finding, Verdict, seat_limit};
use crate::core::model::TicketWord;
use crate::core::terms::{Service, Terms};
use crate::core::text::Language;
use crate::core::time::Instant;
use crate::render::{Cell, Column, Doc, Listing, PagePreference, Paper, Said};
use crate::wording::{Names, fact, finding, remedy, said};

/// The answer.
pub(super) struct MayAnswer<'a> {
    pub resolved: &'a ResolvedRequest,
    pub contract_context: &'a RequestContract,
    pub evaluation: &'a Evaluation,
    pub request: &'a RequestArgs,
    /// The plans of the vendor, which a remedy may name.
    pub plans: Vec<Terms>,
    /// Whether a page may be shown.
    pub wants_page: bool,
    /// In which its page is written.
    pub language: Language,
    pub paper: Paper,
    /// The zone of its times.
    pub zone: String,
    /// The zone of whoever asks, where its clocks show what is promised otherwise.
    pub there: Option<ZoneRules>,
    /// When it would be opened.
    pub at: Instant,
    pub promised: Vec<Promised>,
    pub hours: Vec<OpenHours>,
}

type C = Column<Finding>;

/// The rules, each with what it found.
pub(super) const RULES: &[C] = &[
    C::shown("rule", |f| Cell::word_of(f.rule.word())),
    C::shown("verdict", |f| Cell::state(f.verdict.word())),
    C::shown("says", |f| Cell::Phrase(finding::phrase(f))).last(),
    C::shown("clause", |f| Cell::code_if(f.clause.clone())),
    C::more("remedies", |f| {
        let remedies = f.remedies.iter().map(remedy);
        Cell::List(remedies.map(Cell::Phrase).collect())
    }),
    C::more("facts", |f| {
        Cell::List(f.facts.iter().map(fact).map(Cell::Phrase).collect())
    }),
    C::more("code", |f| Cell::code(f.code.coded().code)),
    C::more("parameters", |f| parameters(&f.code.coded())),
];

impl MayAnswer<'_> {
    /// As records and as a page.
    pub(super) fn listing(&self) -> Listing {
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
            (
                "due".into(),
                objects(self.promised.iter().map(Promised::object)),
            ),
            ("seats".into(), self.seats()),
            ("includes".into(), self.includes()),
            (
                "hours".into(),
                objects(self.hours.iter().map(OpenHours::object)),
            ),
            (
                "services".into(),
                Cell::codes(self.services().map(|s| s.id.clone())),
            ),
        ];
        Listing::of("may", RULES, self.evaluation.findings.clone())
            .around(before, "rules", after)
            .page_if_any(
                PagePreference::PageAtTerminal,
                self.wants_page.then(|| self.page()),
            )
    }

    /// What is given besides tickets.
    fn services(&self) -> impl Iterator<Item = &Service> {
        let terms = self.contract_context.terms.iter();
        let services = terms.flat_map(|terms| &terms.services);
        services.filter(|service| service.included)
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
        let channels = terms.channels.iter().filter(|c| c.takes_tickets());
        let topics = terms.topics.iter().filter(|t| t.included);
        Cell::object([
            ("channels", Cell::codes(channels.map(|c| c.id.clone()))),
            ("topics", Cell::codes(topics.map(|t| t.id.clone()))),
            (
                "priorities",
                Cell::codes(terms.own_priorities().map(|(_, own)| own.id.clone())),
            ),
        ])
    }

    fn page(&self) -> Doc {
        let customer = Cell::code(self.resolved.account.customer.key.clone());
        let title: Said = match self.evaluation.verdict() {
            Verdict::Allowed => said::may(customer),
            Verdict::Remark => said::may_with_remark(customer),
            Verdict::Refused => said::may_not(customer),
        };
        let columns = ["rule", "verdict", "says", "clause"];
        let cells = |f: &Finding| RULES[..4].iter().map(|column| column.cell(f)).collect();
        let mut page = Doc::new(title)
            .in_language(self.language)
            .on(self.paper)
            .dated(self.at)
            .table(columns, self.evaluation.findings.iter().map(cells));
        let remedies: Vec<Said> = self
            .evaluation
            .findings
            .iter()
            .filter(|finding| finding.verdict != Verdict::Allowed)
            .flat_map(|finding| {
                let remedies = finding.remedies.iter().map(remedy);
                let told = remedies.chain(finding.facts.iter().map(fact));
                told.map(|told| {
                    said::may_instead(Cell::word_of(finding.rule.word()), Cell::Phrase(told))
                })
            })
            .collect();
        for remedy in remedies {
            page = page.text(remedy);
        }
        let terms = self.contract_context.terms.as_slice();
        let names = Names::of_plans(terms).and_plans(&self.plans);
        if !self.promised.is_empty() {
            let zone = Cell::code(self.zone.clone());
            let heading: Said = match &self.there {
                None => said::may_opened_then(zone),
                Some(there) => said::may_opened_then_there(Cell::code(there.name.clone()), zone),
            };
            let there = self.there.as_ref().map(|_| "due_there");
            let columns = ["priority", "milestone", "target", "due"].into_iter();
            let columns = columns.chain(there).chain(["clause"]);
            let rows = self.promised.iter().map(|one| one.row(self.there.as_ref()));
            page = page.heading(heading).table(columns, rows);
            page = promised_words::tables(page, &names, terms);
        }
        if !self.hours.is_empty() {
            let facts = self.hours.iter().map(|hours| hours.fact(&self.zone));
            page = page.heading(said::may_hours()).facts(facts);
        }
        if self.services().next().is_some() {
            page = page.heading(said::may_services());
        }
        for service in self.services() {
            let title = Cell::text(&service.title);
            let service: Said = match &service.source.clause {
                Some(clause) => said::with_clause(Cell::code(clause.clone()), title),
                None => said::as_it_is(title),
            };
            page = page.text(service);
        }
        page.naming(names)
    }
}

fn objects(cells: impl Iterator<Item = Cell>) -> Cell {
    Cell::List(cells.collect())
}
