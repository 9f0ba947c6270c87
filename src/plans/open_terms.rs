//! What the terms leave open, and which of it a signing must settle: it asks only for what the
//! contract makes use of. How a term is asked for stands in the schema.

use super::document::Document;
use super::names::definitions;
use super::path_value::PathValue;
use super::resolve::resolve;
use super::schema::{CALENDAR, TOP, TOP_KEYS};
use super::shape::{KeySpec, ValueShape};
use super::term_lines::{TermNoun, TermWords, Together, value};
use super::tree::{Node, Table};
use super::validate::WHEN;
use super::visit::{VisitedKey, visit};
use crate::core::terms::{CalendarTerms, Promise, Target, Terms};
use crate::core::text::Language;
use crate::core::time::Span;

/// A term that the plan leaves to the contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenTerm {
    /// What `--set` calls it.
    pub path: String,
    /// What it is, for people: `how many contacts`.
    pub what: TermWords,
    /// What it can be, where the plan lists it.
    pub choices: Vec<String>,
    /// Whether a signing must settle it, or leave it open knowingly.
    pub needed: bool,
    /// Why it is needed, or is not.
    pub why: String,
    /// Where the source says it.
    pub clause: Option<String>,
    example: &'static str,
}

impl OpenTerm {
    /// The flag that settles it: `--set contacts=5`.
    pub fn flag(&self) -> String {
        let (path, example) = (&self.path, self.example());
        match example.contains(' ') {
            true => format!("--set \"{path}={example}\""),
            false => format!("--set {path}={example}"),
        }
    }

    /// How it could be settled, as an agreement says it: `contacts=5`.
    pub(super) fn settled(&self) -> PathValue {
        PathValue::replacing(&self.path, self.example())
    }

    fn example(&self) -> &str {
        self.choices.first().map_or(self.example, String::as_str)
    }

    /// The flag that leaves it open knowingly.
    pub fn flag_open(&self) -> String {
        format!("--set {}=open", self.path)
    }

    /// What can be answered where it is one of several: each of them, or that it stays open.
    pub fn answers(&self) -> Vec<String> {
        match self.choices.as_slice() {
            [] => Vec::new(),
            choices => {
                let open = std::iter::once("open".to_owned());
                choices.iter().cloned().chain(open).collect()
            }
        }
    }

    fn needed_if(&mut self, needed: bool, otherwise: &str) {
        self.needed = needed;
        if !needed {
            self.why = otherwise.to_owned();
        }
    }

    /// It is asked of this word.
    fn of_word(&mut self, word: TermWords) {
        if let TermWords::Message(message) = &mut self.what
            && message.written.contains("{is}")
        {
            message.values = vec![("is", word)];
        }
    }

    /// Hours are asked for where a target counts in them.
    fn of_hours(&mut self, calendar: &str, terms: &Terms) {
        let counts = counting(terms, |_| true).contains(&calendar);
        self.needed_if(counts, "no target counts in them");
    }

    fn of_calendar(&mut self, name: &str, calendar: &CalendarTerms, terms: &Terms) {
        self.of_word(TermWords::Text(name.to_owned()));
        self.clause.clone_from(&calendar.source.clause);
        self.of_hours(name, terms);
    }

    /// An open zone is the contract's or the desk's, so only one out of a list is asked for.
    fn of_zone(&mut self, matters: bool) {
        let otherwise = "without it the contract's zone holds, or the desk's";
        self.needed_if(matters && !self.choices.is_empty(), otherwise);
    }

    fn of_holidays(&mut self, matters: bool) {
        self.needed_if(matters, "no target counts in hours that they close");
    }
}

/// All that the terms leave open, targets that are open at every priority as one.
pub fn open_terms(document: &Document) -> Vec<OpenTerm> {
    open_terms_in(document, Language::English)
}

/// The same, with the plan's titles in that language where it has them.
pub fn open_terms_in(document: &Document, language: Language) -> Vec<OpenTerm> {
    let root = &*document.root_in(language);
    let terms = resolve(root).0;
    grouped(&terms, each_open_term(root, &terms))
}

/// The same with a term for each priority.
pub(super) fn each_open_term(root: &Table, terms: &Terms) -> Vec<OpenTerm> {
    let mut open: Vec<OpenTerm> = Vec::new();
    visit(root, &mut |at| {
        if let Some(term) = open_term(at, root, terms)
            && !open.iter().any(|known| known.path == term.path)
        {
            open.push(term);
        }
    });
    // a document that says no zone leaves it to the contract
    if !root.has("zone") {
        let mut zone = asked(TOP.key("zone"), "zone");
        zone.iter_mut().for_each(|term| term.of_zone(false));
        open.extend(zone);
    }
    open.sort_by_cached_key(|term| rank(&term.path, terms));
    open
}

/// In which order it is asked for: who, through what, about what, how fast, in which hours, how
/// much, for what.
fn rank(path: &str, terms: &Terms) -> (usize, usize, usize) {
    let parts: Vec<&str> = path.split('.').collect();
    let milestone = |id: &str| terms.milestones.iter().position(|known| known.id == id);
    let priority = |id: &str| terms.priorities.iter().position(|known| known.id == id);
    let calendar = |key: &str| terms.calendars.keys().position(|known| known == key);
    let (first, then, last) = match parts.as_slice() {
        ["contacts"] => (0, None, None),
        ["channels"] => (1, None, None),
        ["languages"] => (1, None, Some(1)),
        ["topics"] => (2, None, None),
        ["components"] => (2, None, Some(1)),
        ["targets", id, WHEN, ..] => (3, milestone(id), Some(usize::MAX)),
        ["targets", id, at, ..] => (3, milestone(id), priority(at)),
        ["calendars", name, "zone" | "holidays"] => (7, calendar(name), None),
        ["hours" | "business-days"] => (4, calendar(path), None),
        ["calendars", name, ..] => (4, calendar(name), None),
        ["zone"] => (5, None, None),
        ["holidays"] => (6, None, None),
        ["allowances", ..] => (8, None, None),
        ["price", ..] => (9, None, None),
        _ => (10, None, None),
    };
    (first, then.unwrap_or_default(), last.unwrap_or_default())
}

/// A term as the schema has it asked for.
fn asked(spec: Option<&'static KeySpec>, path: &str) -> Option<OpenTerm> {
    let asks = spec?.asks?;
    Some(OpenTerm {
        path: path.to_owned(),
        what: TermWords::message(code(path), asks.what),
        choices: Vec::new(),
        needed: asks.needed,
        why: asks.why.to_owned(),
        clause: None,
        example: asks.example,
    })
}

/// The term of a place, where it is open.
fn open_term(at: &VisitedKey<'_, '_>, root: &Table, terms: &Terms) -> Option<OpenTerm> {
    match at.path {
        [table, _, "included"] if at.node.is_open() => return words(table, root, terms),
        ["calendars", name] if at.node.choices().is_some() => {
            // one that was chosen is as good as written
            let calendar = terms.calendars.get(*name)?;
            let mut term = asked(CALENDAR.key("week"), &at.path())?;
            term.of_calendar(name, calendar, terms);
            term.choices.clone_from(&calendar.choices);
            return (!calendar.choices.is_empty()).then_some(term);
        }
        _ if !at.node.is_open() => return None,
        _ => {}
    }
    let mut term = asked(Some(at.spec), &at.path())?;
    term.choices = choices(at.node, &at.shape);
    term.clause = clause(root, &at.path[..1]);
    match at.path {
        ["contacts"] => term.needed = terms.takes_tickets(),
        ["price"] => term.path = "price.amount".to_owned(),
        ["term"] => term.path = "term.length".to_owned(),
        ["targets", milestone, rest @ .., priority, _] => {
            // at a priority that the plan has not nobody needs one
            let mut own = terms.own_priorities();
            own.find(|(_, own)| own.id == *priority)?;
            let title = &terms.milestone(milestone)?.title;
            let whole = &at.path[..at.path.len() - 1];
            term.path = whole.join(".");
            let mut of = vec![TermWords::Text((*priority).to_owned())];
            if let [WHEN, kind] = rest {
                let titled = terms.kind(kind).map_or(*kind, |kind| kind.title.as_str());
                of.push(TermWords::Text(titled.to_owned()));
            }
            let written = at.spec.asks.map_or("", |asks| asks.what);
            term.what = TermWords::with(
                "asked-target",
                written,
                vec![
                    ("is", milestone_of(milestone, title)),
                    ("at", TermWords::Several(Together::List, of)),
                ],
            );
            term.clause = clause(root, whole);
        }
        ["allowances", id, _] => {
            let allowance = terms.allowances.iter().find(|known| known.id == *id)?;
            term.of_word(TermWords::Text(allowance.title.clone()));
            term.clause.clone_from(&allowance.source.clause);
        }
        ["hours" | "business-days"] => term.of_hours(at.path[0], terms),
        ["zone"] => term.of_zone(matters(terms, |used| used.zone == terms.zone)),
        ["holidays"] => {
            let of_these = |used: &CalendarTerms| used.holidays == terms.holidays;
            term.of_holidays(matters(terms, of_these));
        }
        ["calendars", name, key] => {
            let calendar = in_use(root, terms, name)?;
            term.of_calendar(name, calendar, terms);
            let own = matters(terms, |used| std::ptr::eq(used, calendar));
            match *key {
                "zone" if calendar.zone != terms.zone => term.of_zone(own),
                "holidays" if calendar.holidays != terms.holidays => term.of_holidays(own),
                "week" => {}
                _ => return None,
            }
        }
        _ => {}
    }
    // where no hours end and no days count, the contract's own zone is asked of nothing
    let in_vain = term.path.ends_with("zone") && !term.choices.is_empty() && !term.needed;
    (!in_vain).then_some(term)
}

/// The message that asks for what stands at a path.
fn code(path: &str) -> String {
    let parts: Vec<&str> = path.split('.').collect();
    let asked = match parts.as_slice() {
        ["price", ..] => "price",
        ["term", ..] => "term",
        ["allowances", _, "hours"] => "work",
        ["calendars", _] => "week",
        [.., last] => last,
        [] => "",
    };
    format!("asked-{asked}")
}

/// A milestone in the middle of a sentence.
fn milestone_of(id: &str, title: &str) -> TermWords {
    match title == id {
        true => TermWords::named(TermNoun::Milestone, id),
        false => TermWords::Text(title.to_lowercase()),
    }
}

fn clause(root: &Table, path: &[&str]) -> Option<String> {
    root.at(path).and_then(|node| node.source.clause.clone())
}

/// What it can be, each as `--set` takes it.
fn choices(node: &Node, shape: &ValueShape) -> Vec<String> {
    let choices = node.choices().and_then(Node::list).unwrap_or_default();
    let choices = choices.iter().map(|choice| match choice.list() {
        Some(_) => choice.texts().join(","),
        None => value(choice, shape),
    });
    choices.collect()
}

/// A list of words out of which the contract has some. A self-service channel takes no tickets:
/// nothing is agreed by naming it.
fn words(table: &str, root: &Table, terms: &Terms) -> Option<OpenTerm> {
    let of_plans = TOP_KEYS.iter().filter(|spec| spec.included().is_some());
    let spec = of_plans.into_iter().find(|spec| spec.name == table);
    let channels = terms.channels.iter();
    let channels = channels.filter(|word| word.takes_tickets());
    let topics = terms.topics.iter().filter(|word| word.included);
    let components = terms.components.iter().filter(|word| word.included);
    let words: Vec<&str> = match table {
        "components" => components.map(|word| word.id.as_str()).collect(),
        "channels" => channels.map(|word| word.id.as_str()).collect(),
        _ => topics.map(|word| word.id.as_str()).collect(),
    };
    Some(OpenTerm {
        choices: vec![words.join(",")],
        clause: clause(root, &[table]),
        ..asked(spec, table)?
    })
}

/// A calendar that some target can count in: under its own name, or chosen for another.
fn in_use<'t>(root: &Table, terms: &'t Terms, name: &str) -> Option<&'t CalendarTerms> {
    let calendars = || root.table("calendars").into_iter().flat_map(definitions);
    let chosen = || {
        let mut others = calendars();
        others.find_map(|(key, node)| {
            let choices = node.choices()?.texts();
            (choices == [name]).then(|| terms.calendars.get(key))?
        })
    };
    terms.calendars.get(name).or_else(chosen)
}

/// The calendars in which some target counts that promises such a span, or will once they are
/// agreed.
fn counting(terms: &Terms, such: impl Fn(Span) -> bool) -> Vec<&str> {
    let counts = |target: &&Target| matches!(target.promise, Promise::Within(span) if such(span));
    let milestones = terms.milestones.iter();
    let targets = milestones.flat_map(|milestone| terms.reachable_targets(milestone));
    let targets = targets.map(|reachable| reachable.target);
    let keys = targets.filter(counts);
    keys.filter_map(|t| t.calendar.as_deref().or(t.waits_for.as_deref()))
        .collect()
}

/// Whether the time on the wall of such a calendar matters: some target counts in hours of it that
/// end, or in days. Those that are only to be chosen from are passed over.
fn matters(terms: &Terms, such: impl Fn(&CalendarTerms) -> bool) -> bool {
    let choices: Vec<&String> = terms.calendars.values().flat_map(|c| &c.choices).collect();
    let all = counting(terms, |_| true);
    let in_days = counting(terms, |span| !matches!(span, Span::Time(_)));
    let by_the_wall = |key: &str, calendar: &CalendarTerms| {
        let week = calendar.week.settled();
        week.is_none_or(|week| !week.is_around_the_clock()) || in_days.contains(&key)
    };
    let mut used = terms
        .calendars
        .iter()
        .filter(|(key, _)| !choices.contains(key));
    used.any(|(key, calendar)| {
        such(calendar) && all.contains(&key.as_str()) && by_the_wall(key, calendar)
    })
}

/// Puts the priorities of a milestone together where all of them are open alike.
pub(super) fn grouped(terms: &Terms, open: Vec<OpenTerm>) -> Vec<OpenTerm> {
    let mut grouped: Vec<OpenTerm> = Vec::new();
    for term in &open {
        let milestone = term.path.strip_prefix("targets.");
        let milestone = milestone.and_then(|rest| rest.split_once('.'));
        // those of a kind are asked for one by one
        let Some((milestone, _)) = milestone.filter(|(_, rest)| !rest.contains('.')) else {
            grouped.push(term.clone());
            continue;
        };
        let whole = format!("targets.{milestone}");
        let inside = format!("{whole}.");
        let of_it = || {
            let plain = |path: &str| path.strip_prefix(&inside).is_some_and(|p| !p.contains('.'));
            open.iter().filter(move |other| plain(&other.path))
        };
        let alike = of_it().all(|other| other.choices == term.choices);
        if of_it().count() < terms.own_priorities().count() || !alike {
            grouped.push(term.clone());
        } else if !grouped.iter().any(|known| known.path == whole) {
            let title = terms.milestone(milestone);
            let title = title.map_or(milestone, |known| known.title.as_str());
            grouped.push(OpenTerm {
                path: whole,
                what: TermWords::of(
                    "asked-targets",
                    "how long {is} may take",
                    milestone_of(milestone, title),
                ),
                ..term.clone()
            });
        }
    }
    grouped
}
