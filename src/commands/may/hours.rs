//! Whether the desk is open for them then, and when next.

use super::asks::Asks;
use crate::commands::promised_words::hours_in_use;
use crate::core::sla::Rulebook;
use crate::core::time::Instant;
use crate::render::{Cell, Said, Words};
use crate::wording::plan as words;
use crate::wording::said;

/// A calendar of the terms, at that instant.
pub(super) struct OpenHours {
    calendar: String,
    /// What else counts in it; nothing: the hours of support are these.
    counting: Vec<Cell>,
    /// What the plan calls it, where it has a name for it.
    title: Option<String>,
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
        let all = hours_in_use(terms).into_iter().filter_map(|hours| {
            let compiled = asks.rules_cache.calendar(event, hours.key)?.newest();
            let open = compiled.is_open(asks.at);
            Some(OpenHours {
                calendar: hours.key.to_owned(),
                title: hours.title().map(str::to_owned),
                counting: hours.counting,
                week: hours.week,
                zone: compiled.zone().to_owned(),
                clause: terms.clause_of_calendar(hours.key).map(str::to_owned),
                open,
                until: match open {
                    true => compiled.open_until(asks.at),
                    false => compiled.next_open(asks.at),
                },
            })
        });
        all.collect()
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
        let title = match (&self.title, self.counting.is_empty()) {
            (Some(title), _) => Words::from(title),
            (None, true) => Words::Said(said::may_hours_of_support()),
            (None, false) => {
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
