//! What the terms leave open, and which of it a signing must settle: it asks only for what the
//! contract makes use of.

use crate::core::calendar::Week;
use crate::core::terms::{Agreed, CalendarTerms, Grant, PriceFigure, Promise, Target, Terms};
use crate::plans::scalar;

/// A term that the plan leaves to the contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenTerm {
    /// What `--set` calls it.
    pub path: String,
    /// What it is, for people: `how many contacts`.
    pub what: String,
    /// What it can be, where the plan lists it.
    pub choices: Vec<String>,
    /// Whether a signing must settle it, or leave it open knowingly.
    pub needed: bool,
    /// Why it is needed, or is not.
    pub why: String,
    pub clause: Option<String>,
    example: &'static str,
}

impl OpenTerm {
    /// The flag that settles it: `--set contacts=5`.
    pub fn flag(&self) -> String {
        let example = self.choices.first().map_or(self.example, String::as_str);
        format!("--set {}={example}", self.path)
    }

    /// The flag that leaves it open knowingly.
    pub fn flag_open(&self) -> String {
        format!("--set {}=open", self.path)
    }
}

/// All that the terms leave open, targets that are open at every priority as one.
pub fn open_terms(terms: &Terms) -> Vec<OpenTerm> {
    grouped(terms, each_open_term(terms))
}

/// The same with a term for each priority.
pub(super) fn each_open_term(terms: &Terms) -> Vec<OpenTerm> {
    let mut open = Vec::new();
    people(terms, &mut open);
    targets(terms, &mut open);
    calendars(terms, &mut open);
    allowances(terms, &mut open);
    money(terms, &mut open);
    open
}

/// Puts the priorities of a milestone together where all of them are open alike.
pub(super) fn grouped(terms: &Terms, open: Vec<OpenTerm>) -> Vec<OpenTerm> {
    let mut grouped: Vec<OpenTerm> = Vec::new();
    for term in &open {
        let milestone = term
            .path
            .strip_prefix("targets.")
            .and_then(|rest| rest.split_once('.'));
        let Some((milestone, _)) = milestone else {
            grouped.push(term.clone());
            continue;
        };
        let whole = format!("targets.{milestone}");
        let of_it: Vec<&OpenTerm> = open
            .iter()
            .filter(|t| t.path.starts_with(&format!("{whole}.")))
            .collect();
        let alike = of_it.iter().all(|t| t.choices == term.choices);
        if of_it.len() < terms.priorities.len() || !alike {
            grouped.push(term.clone());
        } else if !grouped.iter().any(|t| t.path == whole) {
            let title = terms
                .milestone(milestone)
                .map_or(milestone, |m| m.title.as_str());
            grouped.push(OpenTerm {
                path: whole,
                what: format!("how long {} may take", title.to_lowercase()),
                ..term.clone()
            });
        }
    }
    grouped
}

fn clause(terms: &Terms, key: &str) -> Option<String> {
    terms
        .sources
        .get(key)
        .and_then(|source| source.clause.clone())
}

fn people(terms: &Terms, open: &mut Vec<OpenTerm>) {
    let needed = terms.takes_tickets();
    if terms.contacts.settled().is_none() {
        let choices = match &terms.contacts {
            Agreed::OneOf(seats) => seats.iter().map(seats_in_words).collect(),
            _ => Vec::new(),
        };
        open.push(OpenTerm {
            path: "contacts".to_owned(),
            what: "how many people may ask".to_owned(),
            choices,
            needed,
            why: "who may ask is checked at every opening".to_owned(),
            clause: clause(terms, "contacts"),
            example: "5",
        });
    }
    let all = |included: &mut dyn Iterator<Item = &str>| {
        included.map(str::to_owned).collect::<Vec<_>>().join(",")
    };
    for (is_open, key, what, listed) in [
        (
            terms.channels_open,
            "channels",
            "how the desk is reached",
            all(&mut terms
                .channels
                .iter()
                .filter(|c| c.included)
                .map(|c| c.id.as_str())),
        ),
        (
            terms.topics_open,
            "topics",
            "what tickets may be about",
            all(&mut terms
                .topics
                .iter()
                .filter(|t| t.included)
                .map(|t| t.id.as_str())),
        ),
    ] {
        if is_open {
            open.push(OpenTerm {
                path: key.to_owned(),
                what: what.to_owned(),
                choices: vec![listed],
                needed: true,
                why: "it is checked at every opening".to_owned(),
                clause: clause(terms, key),
                example: "",
            });
        }
    }
}

fn seats_in_words(seats: &crate::core::terms::Seats) -> String {
    match seats {
        crate::core::terms::Seats::Unlimited => "unlimited".to_owned(),
        crate::core::terms::Seats::AtMost(n) => n.to_string(),
    }
}

fn targets(terms: &Terms, open: &mut Vec<OpenTerm>) {
    for milestone in &terms.milestones {
        for (priority, target) in terms.priorities.iter().zip(&milestone.targets) {
            if target.promise != Promise::Open {
                continue;
            }
            let title = milestone.title.to_lowercase();
            open.push(OpenTerm {
                path: format!("targets.{}.{}", milestone.id, priority.id),
                what: format!("how long {title} may take at {}", priority.id),
                choices: target.one_of.iter().map(ToString::to_string).collect(),
                needed: true,
                why: "a ticket can have this priority".to_owned(),
                clause: target.source.clause.clone(),
                example: "4h",
            });
        }
    }
}

/// The calendars in which some target counts, or will count once they are agreed.
fn used<'t>(terms: &'t Terms) -> Vec<(&'t str, &'t CalendarTerms)> {
    let counts = |target: &&Target| matches!(target.promise, Promise::Within(_));
    let targets = terms
        .milestones
        .iter()
        .flat_map(|m| &m.targets)
        .filter(counts);
    let mut keys: Vec<&str> = targets
        .filter_map(|target| target.calendar.as_deref().or(target.waits_for.as_deref()))
        .collect();
    keys.sort_unstable();
    keys.dedup();
    let found = |key: &&'t str| Some((*key, terms.calendars.get(*key)?));
    keys.iter().filter_map(found).collect()
}

fn calendars(terms: &Terms, open: &mut Vec<OpenTerm>) {
    let used = used(terms);
    let is_used = |key: &str| used.iter().any(|(other, _)| *other == key);
    for (key, calendar) in &terms.calendars {
        if calendar.week.settled().is_none() {
            open.push(open_hours(terms, key, calendar, is_used(key)));
        }
    }
    let chosen_from = |key: &str| {
        terms
            .calendars
            .values()
            .any(|c| c.choices.iter().any(|choice| choice == key))
    };
    let matters = |key: &str, calendar: &CalendarTerms| {
        let ends = calendar
            .week
            .settled()
            .is_none_or(|week| !week.is_around_the_clock());
        is_used(key) && ends
    };
    let theirs: Vec<(&str, &CalendarTerms, bool)> = terms
        .calendars
        .iter()
        .filter(|(key, _)| !chosen_from(key))
        .map(|(key, calendar)| (key.as_str(), calendar, matters(key, calendar)))
        .collect();
    let inherits_zone = theirs
        .iter()
        .any(|(_, c, matters)| *matters && c.zone == terms.zone);
    zone(
        &terms.zone,
        "zone".to_owned(),
        clause(terms, "zone"),
        inherits_zone,
        open,
    );
    let inherits_days = theirs
        .iter()
        .any(|(_, c, m)| *m && c.holidays == terms.holidays);
    holidays(
        &terms.holidays,
        "holidays".to_owned(),
        clause(terms, "holidays"),
        inherits_days,
        open,
    );
    for (key, calendar, matters) in theirs {
        let clause = || calendar.source.clause.clone();
        if calendar.zone != terms.zone {
            zone(
                &calendar.zone,
                format!("calendars.{key}.zone"),
                clause(),
                matters,
                open,
            );
        }
        if calendar.holidays != terms.holidays {
            let path = format!("calendars.{key}.holidays");
            holidays(&calendar.holidays, path, clause(), matters, open);
        }
    }
}

fn open_hours(terms: &Terms, key: &str, calendar: &CalendarTerms, used: bool) -> OpenTerm {
    let of_the_plan = ["hours", "business-days"].contains(&key);
    let choices = match &calendar.week {
        Agreed::OneOf(weeks) => weeks.iter().map(Week::to_string).collect(),
        _ => calendar.choices.clone(),
    };
    OpenTerm {
        path: match (of_the_plan, calendar.choices.is_empty()) {
            (true, _) => key.to_owned(),
            (false, false) => format!("calendars.{key}"),
            (false, true) => format!("calendars.{key}.week"),
        },
        what: match key {
            "hours" => "the hours of support".to_owned(),
            "business-days" => "which days are business days".to_owned(),
            key => format!("which hours `{key}` are"),
        },
        choices,
        needed: used,
        why: match used {
            true => "targets count in them".to_owned(),
            false => "no target counts in them".to_owned(),
        },
        clause: calendar
            .source
            .clause
            .clone()
            .or_else(|| clause(terms, key)),
        example: "\"mon-fri 09:00-18:00\"",
    }
}

/// An open zone is the contract's or the desk's, so only one out of a list is asked for.
fn zone(
    zone: &Agreed<String>,
    path: String,
    clause: Option<String>,
    matters: bool,
    open: &mut Vec<OpenTerm>,
) {
    let (choices, why) = match zone {
        Agreed::Is(_) => return,
        Agreed::OneOf(zones) if matters => (zones.clone(), "hours are read in it"),
        Agreed::OneOf(zones) => (zones.clone(), "no target counts hours that end"),
        Agreed::Open => (
            Vec::new(),
            "without it the contract's zone holds, or the desk's",
        ),
    };
    open.push(OpenTerm {
        path,
        what: "the zone of the hours".to_owned(),
        needed: matters && !choices.is_empty(),
        choices,
        why: why.to_owned(),
        clause,
        example: "Europe/Madrid",
    });
}

fn holidays(
    holidays: &Agreed<Vec<String>>,
    path: String,
    clause: Option<String>,
    matters: bool,
    open: &mut Vec<OpenTerm>,
) {
    let choices = match holidays {
        Agreed::Is(_) => return,
        Agreed::OneOf(sets) => sets.iter().map(|sets| sets.join(",")).collect(),
        Agreed::Open => Vec::new(),
    };
    open.push(OpenTerm {
        path,
        what: "which holidays are closed".to_owned(),
        choices,
        needed: matters,
        why: match matters {
            true => "targets count in hours that they close".to_owned(),
            false => "no target counts in hours that they close".to_owned(),
        },
        clause,
        example: "none",
    });
}

fn allowances(terms: &Terms, open: &mut Vec<OpenTerm>) {
    for allowance in &terms.allowances {
        let (unit, amounts, example) = match &allowance.grant {
            Grant::Cases(amount) => ("cases", amount, "5"),
            Grant::Hours(amount) => ("hours", amount, "40h"),
        };
        let choices = match amounts {
            Agreed::Is(_) => continue,
            Agreed::Open => Vec::new(),
            Agreed::OneOf(amounts) => amounts.iter().map(|n| scalar::amount(unit, *n)).collect(),
        };
        open.push(OpenTerm {
            path: format!("allowances.{}.{unit}", allowance.id),
            what: format!("how many {unit} of {}", allowance.title),
            choices,
            needed: true,
            why: "it is used up by tickets and work".to_owned(),
            clause: allowance.source.clause.clone(),
            example,
        });
    }
}

/// Price and length of term are shown as open and never stop a signing.
fn money(terms: &Terms, open: &mut Vec<OpenTerm>) {
    if let Some(price) = terms
        .price
        .as_ref()
        .filter(|price| price.figure.settled().is_none())
    {
        let (key, choices) = match &price.figure {
            Agreed::OneOf(figures) => match figures.first() {
                Some(PriceFigure::Percent { .. }) => ("percent", figures.as_slice()),
                Some(PriceFigure::AtLeast(_)) => ("at-least", figures.as_slice()),
                _ => ("amount", figures.as_slice()),
            },
            _ => ("amount", [].as_slice()),
        };
        open.push(OpenTerm {
            path: format!("price.{key}"),
            what: "the price".to_owned(),
            choices: choices.iter().filter_map(figure).collect(),
            needed: false,
            why: "an open price stops no signing".to_owned(),
            clause: price.source.clause.clone(),
            example: "1000",
        });
    }
    let length = terms
        .term
        .as_ref()
        .and_then(|term| Some((term, term.length.as_ref()?)));
    if let Some((term, length)) = length.filter(|(_, length)| length.settled().is_none()) {
        let choices = match length {
            Agreed::OneOf(lengths) => lengths.iter().map(length_in_words).collect(),
            _ => Vec::new(),
        };
        open.push(OpenTerm {
            path: "term.length".to_owned(),
            what: "how long the contract lasts".to_owned(),
            choices,
            needed: false,
            why: "the contract's end settles it".to_owned(),
            clause: term.source.clause.clone(),
            example: "\"12 months\"",
        });
    }
}

fn figure(figure: &PriceFigure) -> Option<String> {
    match figure {
        PriceFigure::Free => None,
        PriceFigure::Amount(text)
        | PriceFigure::AtLeast(text)
        | PriceFigure::Percent { percent: text, .. } => Some(text.clone()),
    }
}

fn length_in_words(length: &crate::core::terms::TermLength) -> String {
    use crate::core::terms::TermLength::{AtLeast, Exactly};
    match length {
        Exactly(months) | AtLeast(months) => scalar::months_in_words(*months),
    }
}
