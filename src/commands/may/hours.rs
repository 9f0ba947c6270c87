//! Whether the desk is open for them then, and when next.

use super::asks::Asks;
use crate::commands::promised_words::counting_in;
use crate::core::sla::Rulebook;
use crate::core::time::Instant;
use crate::plans::AROUND_THE_CLOCK;
use crate::render::{Cell, Said, Words};
use crate::wording::plan as words;
use crate::wording::said;

/// A calendar of the terms, at that instant.
pub(super) struct OpenHours {
    calendar: String,
    /// What else counts in it; nothing: the hours of support are these.
    counting: Vec<Cell>,
    title: String,
    week: String,
    zone: String,
    clause: Option<String>,
    open: bool,
    /// Until when it stays so; none: for ever.
    until: Option<Instant>,
}

impl OpenHours {
    /// The calendars that the hours of support and the targets count in.
    pub(super) fn all(asks: &Asks<'_>) -> Vec<OpenHours> {
        let context = asks.contract_context;
        let (Some(terms), Some(event)) = (&context.terms, context.terms_event) else {
            return Vec::new();
        };
        let targets = terms
            .milestones
            .iter()
            .flat_map(|milestone| terms.reachable_targets(milestone));
        let used = targets.filter_map(|reachable| reachable.target.calendar.as_deref());
        let used: Vec<&str> = terms.hours.as_deref().into_iter().chain(used).collect();
        let mut all = Vec::new();
        for (key, calendar) in &terms.calendars {
            let (Some(week), true) = (calendar.week.settled(), used.contains(&key.as_str())) else {
                continue;
            };
            let Some(versions) = asks.rules_cache.calendar(event, key) else {
                continue;
            };
            let compiled = versions.newest();
            let open = compiled.is_open(asks.at);
            all.push(OpenHours {
                calendar: key.clone(),
                counting: match terms.hours.as_deref() == Some(key.as_str()) {
                    true => Vec::new(),
                    false => counting_in(terms, key),
                },
                title: calendar.title.clone(),
                week: week.to_string(),
                zone: compiled.zone().to_owned(),
                clause: terms.clause_of_calendar(key).map(str::to_owned),
                open,
                until: match open {
                    true => compiled.open_until(asks.at),
                    false => compiled.next_open(asks.at),
                },
            });
        }
        all
    }

    /// `Working days: closed until Mon 30 Nov 09:00`, and its hours.
    /// Its moment is one of the zone in which the page has times, which is named where the hours
    /// are those of another.
    pub(super) fn fact(&self, times: &str) -> (Words, Cell) {
        let until = self.until.map(|until| match times == self.zone {
            true => Cell::Instant(until),
            false => {
                let zone = Cell::code(times.to_owned());
                Cell::Said(said::explain_wall(Cell::Instant(until), zone))
            }
        });
        let stands: Said = match (self.open, until) {
            (true, Some(until)) => said::may_open_until(until),
            (true, None) => said::may_open(),
            (false, Some(until)) => said::may_closed_until(until),
            (false, None) => said::may_closed(),
        };
        let week = Cell::Phrase(words::week(&self.week));
        let zone = Cell::code(self.zone.clone());
        let says: Said = match &self.clause {
            Some(clause) => said::may_hours_clause(Cell::code(clause.clone()), stands, week, zone),
            None => said::may_hours_are(stands, week, zone),
        };
        // hours that the plan did not name are those of support, or of what counts in them
        let unnamed = self.title == self.week || self.calendar == AROUND_THE_CLOCK;
        let title = match (unnamed, self.counting.is_empty()) {
            (false, _) => Words::from(&self.title),
            (true, true) => Words::Said(said::may_hours_of_support()),
            (true, false) => {
                let counting = Cell::List(self.counting.clone());
                Words::Said(said::as_it_is(counting))
            }
        };
        (title, Cell::Said(says))
    }

    /// As scripts read it.
    pub(super) fn object(&self) -> Cell {
        Cell::object([
            ("calendar", Cell::code(self.calendar.clone())),
            ("week", Cell::code(self.week.clone())),
            ("zone", Cell::code(self.zone.clone())),
            ("open", Cell::Flag(self.open)),
            ("until", Cell::from(self.until)),
            ("clause", Cell::code_if(self.clause.clone())),
        ])
    }
}
