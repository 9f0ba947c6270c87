//! The hours in which the promises of a contract count: all figures of its page hang on them.

use crate::commands::promised_words::hours_in_use;
use crate::core::model::ContractId;
use crate::core::terms::Terms;
use crate::render::{Cell, Doc, Said};
use crate::wording::plan as words;
use crate::wording::said;

/// Hours, and what counts in them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PromiseHours {
    /// What counts in them; nothing: they are those of support.
    counting: Vec<Cell>,
    /// What the plan calls them, where it has a name for them.
    title: Option<String>,
    week: String,
    zone: String,
    /// The sets of holidays on which it is closed.
    holidays: Vec<String>,
}

impl PromiseHours {
    /// A calendar that names no zone is in that of its contract.
    pub(super) fn all(terms: &Terms, zone: &str) -> Vec<PromiseHours> {
        let all = hours_in_use(terms).into_iter().map(|hours| PromiseHours {
            title: hours.title().map(str::to_owned),
            zone: hours
                .calendar
                .zone
                .settled()
                .map_or(zone, String::as_str)
                .to_owned(),
            holidays: hours
                .calendar
                .holidays
                .settled()
                .cloned()
                .unwrap_or_default(),
            counting: hours.counting,
            week: hours.week,
        });
        all.collect()
    }

    /// What counts in them.
    fn label(&self) -> Said {
        match self.counting.is_empty() {
            true => said::hours_of_support(),
            false => said::hours_of(Cell::List(self.counting.clone())),
        }
    }

    fn cell(&self) -> Cell {
        let week = Cell::Phrase(words::week(&self.week));
        let hours = said::explain_calendar_in(week, Cell::code(self.zone.clone()));
        let hours: Said = match &self.title {
            Some(title) => said::agreed_term(hours, Cell::text(title)),
            None => hours,
        };
        Cell::Said(match self.holidays.is_empty() {
            true => hours,
            false => said::hours_but_holidays(hours, Cell::codes(self.holidays.clone())),
        })
    }
}

/// The hours of the contracts, below their list: said once where several have the same.
pub(super) fn section(page: Doc, held: &[(ContractId, &[PromiseHours])]) -> Doc {
    let mut all: Vec<(&PromiseHours, Vec<ContractId>)> = Vec::new();
    for (contract, own) in held {
        for hours in *own {
            match all.iter_mut().find(|(known, _)| *known == hours) {
                Some((_, contracts)) => contracts.push(*contract),
                None => all.push((hours, vec![*contract])),
            }
        }
    }
    if all.is_empty() {
        return page;
    }
    let facts = all.into_iter().map(|(hours, contracts)| {
        let label = hours.label();
        let label = match contracts.len() == held.len() {
            true => label,
            false => {
                let contracts = contracts.iter().map(|id| Cell::Id(id.0)).collect();
                said::hours_of_contracts(Cell::List(contracts), label)
            }
        };
        (label, hours.cell())
    });
    page.facts(facts.collect::<Vec<_>>())
}
