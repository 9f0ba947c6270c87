//! Runs a case: signs its plan, folds its events, and compares what is due.

use std::collections::HashMap;

use super::case::PlanTestCase;
use super::placed_text::PlacedText;
use crate::almanac;
use crate::core::calendar::{Calendar, DaySet, ZoneRules};
use crate::core::entitlement::{RequestedChange, Verdict, may_change};
use crate::core::model::{
    CustomerId, EntryId, Event, EventId, Fact, Opened, Stream, TicketNo, TicketWord, TicketWords,
};
use crate::core::sla::{Clock, Rulebook, Ticket, Versions, fold};
use crate::core::terms::{AskedKinds, CalendarTerms, Terms, TicketKind, Word};
use crate::core::time::Instant;
use crate::core::time::{Direction, LocalNow, when, written_moment};
use crate::plans::diagnostic::{Diagnostic, Severity};
use crate::plans::error::PlanError;
use crate::plans::file::PlanFile;
use crate::plans::hint::Hint;
use crate::plans::names::{Almanac, SystemNames};
use crate::plans::place::Place;
use crate::plans::signing::Agreement;

/// How one case came out.
#[derive(Clone, Debug)]
pub struct CaseResult {
    /// What the file calls it.
    pub name: String,
    /// The word of the plan that it is asked of.
    pub plan: String,
    /// Where it stands in the file.
    pub place: Place,
    /// What is not as the case says; empty: it holds.
    pub failures: Vec<String>,
    /// What would be right, where it cannot even be run.
    pub hint: Option<Hint>,
}

/// The one signing that a case has.
const SIGNING: EventId = EventId(1);

/// The terms of a case and their calendars.
struct CaseRules {
    terms: Terms,
    calendars: HashMap<String, Versions>,
}

impl Rulebook for CaseRules {
    fn terms(&self, _: EventId) -> Option<&Terms> {
        Some(&self.terms)
    }

    fn calendar(&self, _: EventId, key: &str) -> Option<&Versions> {
        self.calendars.get(key)
    }
}

/// Why a case cannot be run, and where that stands.
pub(super) struct CaseFault {
    says: String,
    place: Place,
    hint: Option<Hint>,
}

impl CaseFault {
    fn at(place: &Place, says: impl Into<String>) -> CaseFault {
        CaseFault {
            says: says.into(),
            place: place.clone(),
            hint: None,
        }
    }

    /// As `plan check` tells it.
    pub(super) fn finding(&self, case: &str) -> Diagnostic {
        let message = format!("the case `{case}` cannot be run: {}", self.says);
        let mut finding = Diagnostic::new(Severity::Warning, "case", message).at(&self.place);
        finding.hint.clone_from(&self.hint);
        finding.key("cases")
    }
}

/// A case ready to be looked at: its rules, its events, the instant of its opening.
pub(super) struct PreparedCase {
    rules: CaseRules,
    events: Vec<Event>,
    opened: Instant,
    wall: ZoneRules,
}

pub(super) fn run(file: &PlanFile, case: &PlanTestCase, system_names: &SystemNames) -> CaseResult {
    let (failures, hint) = match outcome(file, case, system_names) {
        Ok(failures) => (failures, None),
        Err(fault) => (vec![fault.says], fault.hint),
    };
    CaseResult {
        name: case.name.clone(),
        plan: case.plan.clone(),
        place: case.place.clone(),
        failures,
        hint,
    }
}

/// Signs the plan of a case and reads its times.
pub(super) fn ready(
    file: &PlanFile,
    case: &PlanTestCase,
    almanac: &dyn Almanac,
) -> Result<PreparedCase, CaseFault> {
    let here = |says: String| CaseFault::at(&case.place, says);
    let terms = signed(file, case, almanac)?;
    let wall = wall(case, &terms).map_err(here)?;
    let rules = CaseRules {
        calendars: calendars(&terms, &wall).map_err(here)?,
        terms,
    };
    let (events, opened) = events(case, &rules.terms, &wall)?;
    for said in case.due.iter().map(|(_, said)| said).chain(&case.at) {
        if said.text != "none" {
            instant(said, opened, &wall)?;
        }
    }
    Ok(PreparedCase {
        rules,
        events,
        opened,
        wall,
    })
}

fn signed(file: &PlanFile, case: &PlanTestCase, almanac: &dyn Almanac) -> Result<Terms, CaseFault> {
    let set = case.set.iter().map(|said| said.text.parse()).collect();
    let signed = |set| {
        let agreement = Agreement {
            set,
            zone: case.zone.clone(),
            region: case.region.clone(),
        };
        file.sign(&case.plan, &agreement, almanac)
    };
    let signed = Result::<Vec<_>, PlanError>::and_then(set, signed);
    signed.map(|signed| signed.terms).map_err(|error| {
        let path = match &error {
            PlanError::Term { path, .. } => path.as_str(),
            PlanError::Unknown { typed, .. } => typed.as_str(),
            _ => "",
        };
        let of_path = |said: &&PlacedText| !path.is_empty() && said.text.starts_with(path);
        let place = case.set.iter().find(of_path);
        let place = place.map_or(&case.place, |said| &said.place);
        CaseFault {
            hint: error.hints().into_iter().next(),
            ..CaseFault::at(place, error.to_string())
        }
    })
}

/// What is not as the case says; an error where it cannot even be run.
fn outcome(
    file: &PlanFile,
    case: &PlanTestCase,
    system_names: &SystemNames,
) -> Result<Vec<String>, CaseFault> {
    let PreparedCase {
        rules,
        events,
        opened,
        wall,
    } = ready(file, case, system_names)?;
    let ticket = fold(&events, &rules);
    let ticket = ticket.ok_or_else(|| CaseFault::at(&case.place, "the events open no ticket"))?;
    let mut failures = refused(&rules.terms, &events);
    failures.extend(not_negotiable(&rules, &events));
    let last = events.iter().map(|event| event.at).max().unwrap_or(opened);
    failures.extend(dues(case, &ticket, opened, &wall)?);
    failures.extend(states(case, &ticket, (opened, last), &wall)?);
    Ok(failures)
}

/// The zone in which the times of a case are read.
fn wall(case: &PlanTestCase, terms: &Terms) -> Result<ZoneRules, String> {
    let name = case
        .zone
        .as_deref()
        .or(terms.zone.settled().map(String::as_str))
        .unwrap_or("UTC");
    almanac::zone(name).map_err(|error| error.to_string())
}

fn calendars(terms: &Terms, wall: &ZoneRules) -> Result<HashMap<String, Versions>, String> {
    let mut all = HashMap::new();
    for (key, calendar) in &terms.calendars {
        if let Some(compiled) = compiled(calendar, wall)? {
            all.insert(key.clone(), Versions::only(compiled));
        }
    }
    Ok(all)
}

fn compiled(calendar: &CalendarTerms, wall: &ZoneRules) -> Result<Option<Calendar>, String> {
    let Some(week) = calendar.week.settled() else {
        return Ok(None);
    };
    let zone = match calendar.zone.settled() {
        Some(name) => almanac::zone(name).map_err(|error| error.to_string())?,
        None => wall.clone(),
    };
    let names = calendar.holidays.settled().cloned().unwrap_or_default();
    let sets: Result<Vec<DaySet>, _> = names.iter().map(|name| almanac::day_set(name)).collect();
    let sets = sets.map_err(|error| error.to_string())?;
    let sets: Vec<&DaySet> = sets.iter().collect();
    Ok(Some(Calendar::new(week, &zone, &sets, &calendar.days)))
}

/// The instant that a text of the case names; a day or time alone follows the opening.
fn instant(said: &PlacedText, from: Instant, wall: &ZoneRules) -> Result<Instant, CaseFault> {
    let here = LocalNow::new(from, wall);
    when(&said.text, &here, Direction::Future)
        .map_err(|error| CaseFault::at(&said.place, error.message))
}

/// The same of what cannot come before the opening.
fn since(said: &PlacedText, opened: Instant, wall: &ZoneRules) -> Result<Instant, CaseFault> {
    let at = instant(said, opened, wall)?;
    match at < opened {
        true => Err(CaseFault::at(
            &said.place,
            format!("{} lies before the opening", said.text),
        )),
        false => Ok(at),
    }
}

fn events(
    case: &PlanTestCase,
    terms: &Terms,
    wall: &ZoneRules,
) -> Result<(Vec<Event>, Instant), CaseFault> {
    let opened = instant(&case.opened, Instant(0), wall)?;
    let opening = Fact::from(opening(case));
    known(terms, &opening, &case.opened.place)?;
    let mut facts: Vec<(Instant, Fact)> = vec![(opened, opening)];
    let mut priority = case.priority.clone();
    for act in &case.acts {
        let at = since(&act.when, opened, wall)?;
        for mut fact in act.facts(at) {
            if let Fact::Prioritised(change) = &mut fact {
                if terms.corrects(change.reason.as_deref()) {
                    change.replaces = Some(last_priority(&facts));
                }
                priority = Some(change.to.clone());
            }
            if let Fact::MarkWithdrawn(withdrawn) = &mut fact {
                let Some(mark) = last_mark(&facts, &withdrawn.act) else {
                    let says = format!("`{}` unmarked", withdrawn.act);
                    return Err(CaseFault::at(&act.when.place, says));
                };
                withdrawn.event = mark;
            }
            known(terms, &fact, &act.when.place)?;
            facts.push((at, fact));
        }
    }
    if priority.is_none() && !terms.priorities.is_empty() {
        let says = "the case opens its ticket without a priority";
        return Err(CaseFault::at(&case.place, says));
    }
    let events = facts.into_iter().zip(1..).map(|((at, fact), n)| Event {
        id: EventId(n),
        entry: EntryId(n),
        stream: Stream::Ticket(TicketNo(1)),
        at,
        recorded: at,
        present: at,
        actor: "case".to_owned(),
        fact,
        corrects: false,
    });
    Ok((events.collect(), opened))
}

/// Whether the plan knows all that a fact names.
fn known(terms: &Terms, fact: &Fact, place: &Place) -> Result<(), CaseFault> {
    match unknown_word(terms, fact) {
        Some((what, word)) => Err(CaseFault::at(
            place,
            format!("no {what} `{word}` in the plan"),
        )),
        None => Ok(()),
    }
}

/// What a fact names that the plan does not know, and what that would be.
fn unknown_word<'f>(terms: &Terms, fact: &'f Fact) -> Option<(&'static str, &'f str)> {
    let unknown = |known: Vec<&str>, word: &str| !known.is_empty() && !known.contains(&word);
    let ids = |words: &'_ [Word]| words.iter().map(|word| word.id.clone()).collect::<Vec<_>>();
    match fact {
        Fact::Prioritised(change) => {
            let none = terms.priority(&change.to).is_none();
            none.then_some(("priority", change.to.as_str()))
        }
        Fact::CustomerReplied(replied) => {
            let channels = terms.channels.iter().map(|channel| channel.id.as_str());
            let channel = replied.channel.as_deref();
            let channel = channel.filter(|channel| unknown(channels.collect(), channel));
            let asked = || not_on_request(terms, replied.asks.as_deref());
            channel.map(|channel| ("channel", channel)).or_else(asked)
        }
        Fact::Edited(edited) => edited
            .words
            .iter()
            .find_map(|(word, value)| {
                let known = match word {
                    TicketWord::Topic => {
                        terms.topics.iter().map(|topic| topic.id.clone()).collect()
                    }
                    TicketWord::Component => ids(&terms.components),
                    TicketWord::Environment => ids(&terms.environments),
                    TicketWord::Impact => ids(&terms.impacts),
                    TicketWord::Urgency => ids(&terms.urgencies),
                    TicketWord::Version => {
                        let versions = terms.versions.iter();
                        versions.map(|version| version.id.clone()).collect()
                    }
                };
                let known = known.iter().map(String::as_str).collect();
                unknown(known, value).then_some((word.key(), value))
            })
            .or_else(|| {
                let asks = edited.asks.as_deref();
                not_on_request(terms, asks.filter(|kind| *kind != AskedKinds::NONE))
            }),
        Fact::Opened(opened) => not_on_request(terms, opened.asks.as_deref()),
        Fact::ActMarked(marked) => {
            let none = terms.act(&marked.act).is_none();
            none.then_some(("act", marked.act.as_str()))
        }
        Fact::Escalated(escalated) => {
            let lines = terms.lines.iter().map(String::as_str).collect();
            unknown(lines, &escalated.line).then_some(("line", escalated.line.as_str()))
        }
        _ => None,
    }
}

/// A kind that nobody can ask for.
fn not_on_request<'f>(terms: &Terms, asks: Option<&'f str>) -> Option<(&'static str, &'f str)> {
    let asks = asks?;
    let known = terms.kind(asks).is_some_and(TicketKind::is_on_request);
    (!known).then_some(("on-request kind", asks))
}

/// The event that set the priority in force: the last change of it, else the opening.
fn last_priority(facts: &[(Instant, Fact)]) -> EventId {
    let last = facts
        .iter()
        .rposition(|(_, fact)| matches!(fact, Fact::Prioritised(_)));
    EventId(i64::try_from(last.unwrap_or(0)).unwrap_or(0) + 1)
}

/// The event that marked an act last, of those that were not withdrawn.
fn last_mark(facts: &[(Instant, Fact)], act: &str) -> Option<EventId> {
    let mut standing = Vec::new();
    for ((_, fact), n) in facts.iter().zip(1..) {
        match fact {
            Fact::ActMarked(marked) if marked.act == act => standing.push(EventId(n)),
            Fact::MarkWithdrawn(withdrawn) => standing.retain(|mark| *mark != withdrawn.event),
            _ => {}
        }
    }
    standing.pop()
}

fn opening(case: &PlanTestCase) -> Opened {
    Opened {
        terms: Some(SIGNING),
        priority: case.priority.clone(),
        channel: case.channel.clone(),
        language: case.language.clone(),
        asks: case.asks.clone(),
        words: [
            (TicketWord::Topic, &case.topic),
            (TicketWord::Environment, &case.environment),
            (TicketWord::Component, &case.component),
            (TicketWord::Version, &case.version),
        ]
        .into_iter()
        .filter_map(|(word, value)| Some((word, value.clone()?)))
        .collect(),
        ..Opened::by(CustomerId(1))
    }
}

/// Changes of priority that the plan does not allow.
fn refused(terms: &Terms, events: &[Event]) -> Vec<String> {
    let mut now: Option<String> = None;
    let mut words = TicketWords::default();
    let mut failures = Vec::new();
    for event in events {
        match &event.fact {
            Fact::Opened(opened) => {
                now.clone_from(&opened.priority);
                words.take_over(&opened.words);
            }
            Fact::Edited(edited) => words.take_over(&edited.words),
            Fact::Prioritised(change) => {
                let from = now.replace(change.to.clone());
                let requested = RequestedChange {
                    from: from.as_deref(),
                    to: &change.to,
                    reason: change.reason.as_deref(),
                    by: change.by,
                    environment: words.get(TicketWord::Environment),
                    component: words.get(TicketWord::Component),
                };
                if may_change(terms, &[], &requested).verdict == Verdict::Refused {
                    let reason = requested.reason.map(|reason| format!(" {reason}"));
                    let act = format!("priority {}{}", change.to, reason.unwrap_or_default());
                    failures.push(not_allowed(&act, from.as_deref()));
                }
            }
            _ => {}
        }
    }
    failures
}

/// Targets that are agreed on where the plan does not leave them to be agreed: by the ticket as it
/// was then.
fn not_negotiable(rules: &CaseRules, events: &[Event]) -> Vec<String> {
    let mut failures = Vec::new();
    for event in events {
        let Fact::Agreed(agreed) = &event.fact else {
            continue;
        };
        let before = |other: &&Event| (other.at, other.id) < (event.at, event.id);
        let before: Vec<&Event> = events.iter().filter(before).collect();
        let Some(ticket) = fold(&before, rules) else {
            continue;
        };
        let priority = ticket.priority.as_deref();
        let place = priority.and_then(|priority| rules.terms.priority(priority));
        let target = place
            .zip(rules.terms.milestone(&agreed.milestone))
            .and_then(|(place, known)| known.target(place, ticket.kind_of(&agreed.milestone)));
        if !target.is_some_and(|target| target.negotiable) {
            failures.push(not_allowed(
                &format!("agree {}", agreed.milestone),
                priority,
            ));
        }
    }
    failures
}

/// An act of a case that the command would refuse, at the priority that the ticket has then.
fn not_allowed(act: &str, priority: Option<&str>) -> String {
    format!(
        "the plan does not allow `{act}` at {}",
        priority.unwrap_or_default()
    )
}

/// The clock of a milestone that counts: the last.
fn clock<'t>(ticket: &'t Ticket, milestone: &str) -> Option<&'t Clock> {
    ticket
        .clocks
        .iter()
        .rfind(|clock| clock.milestone == milestone)
}

fn dues(
    case: &PlanTestCase,
    ticket: &Ticket,
    opened: Instant,
    wall: &ZoneRules,
) -> Result<Vec<String>, CaseFault> {
    let here = LocalNow::new(opened, wall);
    let mut failures = Vec::new();
    for (milestone, expected) in &case.due {
        let due = clock(ticket, milestone).and_then(|clock| clock.due);
        let wanted = match expected.text.as_str() {
            "none" => None,
            _ => Some(instant(expected, opened, wall)?),
        };
        if due != wanted {
            let shown = |at: Option<Instant>| {
                at.map_or("not due".to_owned(), |at| {
                    format!("due {}", written_moment(at, here))
                })
            };
            failures.push(format!(
                "{milestone} is {}, not {}",
                shown(due),
                shown(wanted)
            ));
        }
    }
    Ok(failures)
}

fn states(
    case: &PlanTestCase,
    ticket: &Ticket,
    (opened, last): (Instant, Instant),
    wall: &ZoneRules,
) -> Result<Vec<String>, CaseFault> {
    let at = case
        .at
        .as_ref()
        .map_or(Ok(last), |said| since(said, opened, wall))?;
    let mut failures = Vec::new();
    for (milestone, expected) in &case.state {
        let state =
            clock(ticket, milestone).map_or("without a clock", |clock| clock.state(at).word());
        if state != expected.text {
            failures.push(format!("{milestone} is {state}, not {}", expected.text));
        }
    }
    Ok(failures)
}
