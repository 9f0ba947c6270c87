//! Hours of support and calendars: which there are, and which a target counts in.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Resolver;
use super::read::{agreed, text};
use crate::core::calendar::{Hours, Week};
use crate::core::terms::{Agreed, CalendarTerms, Source};
use crate::plans::tree::{Node, Table, TreeValue};

/// The word for hours that never end.
pub(crate) const AROUND_THE_CLOCK: &str = "around-the-clock";

impl<'a> Resolver<'a> {
    /// The key of the calendar that `hours` or `business-days` stands for.
    pub(super) fn hours_of(&mut self, key: &str) -> Option<String> {
        let node = self.root.get(key)?;
        Some(self.calendar_of(node, key))
    }

    /// The key of the calendar of some hours: a name, a week in words, or what is left open under
    /// the key that it stands at.
    pub(super) fn calendar_of(&mut self, node: &Node, key: &str) -> String {
        match &node.value {
            TreeValue::Text(text) if text == "open" => {
                self.add(key, || key.to_owned(), Agreed::Open, Vec::new())
            }
            TreeValue::Text(text) if self.named(text).is_some() => self.named_calendar(text),
            TreeValue::Text(text) => self.week_in_words(text, std::slice::from_ref(text)),
            TreeValue::List(_) => {
                let texts = node.texts();
                self.week_in_words(&texts.join("; "), &texts)
            }
            TreeValue::Table(table) => {
                let choices = table.get("one-of").and_then(Node::list).unwrap_or_default();
                let keys = choices
                    .iter()
                    .map(|choice| self.calendar_of(choice, key))
                    .collect();
                self.add(key, || key.to_owned(), Agreed::Open, keys)
            }
            _ => key.to_owned(),
        }
    }

    fn week_in_words(&mut self, title: &str, texts: &[String]) -> String {
        if texts == [AROUND_THE_CLOCK] {
            return self.around_the_clock();
        }
        let week = Week::of_list(texts).map_or(Agreed::Open, Agreed::Is);
        self.add(title, || title.to_owned(), week, Vec::new())
    }

    /// Never closed, in the plan's zone: days are counted by its wall.
    fn around_the_clock(&mut self) -> String {
        let zone = self.zone();
        self.calendars
            .entry(AROUND_THE_CLOCK.to_owned())
            .or_insert_with(|| CalendarTerms {
                title: "around the clock".to_owned(),
                week: Agreed::Is(Week::around_the_clock()),
                choices: Vec::new(),
                zone,
                holidays: Agreed::Is(Vec::new()),
                days: BTreeMap::new(),
                source: Source::default(),
            });
        AROUND_THE_CLOCK.to_owned()
    }

    /// Adds a calendar in the plan's zone and with the plan's holidays.
    fn add(
        &mut self,
        key: &str,
        title: impl FnOnce() -> String,
        week: Agreed<Week>,
        choices: Vec<String>,
    ) -> String {
        let (zone, holidays) = (self.zone(), self.holidays());
        self.calendars
            .entry(key.to_owned())
            .or_insert_with(|| CalendarTerms {
                title: title(),
                week,
                choices,
                zone,
                holidays,
                days: BTreeMap::new(),
                source: Source::default(),
            });
        key.to_owned()
    }

    fn named(&self, name: &str) -> Option<&'a Node> {
        self.root.table("calendars")?.get(name)
    }

    fn named_calendar(&mut self, name: &str) -> String {
        let known = self.calendars.contains_key(name);
        let Some((node, said)) = self
            .named(name)
            .filter(|_| !known)
            .and_then(|node| Some((node, node.table()?)))
        else {
            return name.to_owned();
        };
        let choices = said.get("one-of").map(Node::texts);
        match choices.as_deref() {
            None => {
                let terms = self.written_calendar(name, node, said);
                self.calendars.insert(name.to_owned(), terms);
            }
            Some([only]) => {
                let known = self.calendars.contains_key(only);
                self.named_calendar(only);
                let chosen = self.calendars.get(only).cloned();
                self.calendars
                    .extend(chosen.map(|terms| (name.to_owned(), terms)));
                if !known {
                    self.calendars.remove(only);
                }
            }
            Some(several) => {
                for choice in several {
                    self.named_calendar(choice);
                }
                self.add(name, || name.to_owned(), Agreed::Open, several.to_vec());
                if let Some(terms) = self.calendars.get_mut(name) {
                    terms.source = node.source.clone();
                }
            }
        }
        name.to_owned()
    }

    fn written_calendar(&self, name: &str, node: &Node, said: &Table) -> CalendarTerms {
        CalendarTerms {
            title: text(said, "title").unwrap_or_else(|| name.to_owned()),
            week: said
                .get("week")
                .map_or(Agreed::Open, |week| agreed(week, read_week)),
            choices: Vec::new(),
            zone: said.get("zone").map_or_else(|| self.zone(), zone_of),
            holidays: said
                .get("holidays")
                .map_or_else(|| self.holidays(), holidays_of),
            days: said.table("days").map(days).unwrap_or_default(),
            source: node.source.clone(),
        }
    }

    /// The zone of every calendar that names none of its own.
    pub(super) fn zone(&self) -> Agreed<String> {
        self.root.get("zone").map_or(Agreed::Open, zone_of)
    }

    pub(super) fn holidays(&self) -> Agreed<Vec<String>> {
        self.root
            .get("holidays")
            .map_or(Agreed::Is(Vec::new()), holidays_of)
    }
}

fn zone_of(node: &Node) -> Agreed<String> {
    agreed(node, |node| {
        node.text()
            .filter(|text| *text != "open")
            .map(str::to_owned)
    })
}

fn holidays_of(node: &Node) -> Agreed<Vec<String>> {
    agreed(node, |node| match node.value {
        TreeValue::List(_) => Some(node.texts()),
        _ => None,
    })
}

fn read_week(node: &Node) -> Option<Week> {
    match &node.value {
        TreeValue::Text(text) => text.parse().ok(),
        TreeValue::List(_) => Week::of_list(&node.texts()).ok(),
        _ => None,
    }
}

fn days(table: &Table) -> BTreeMap<NaiveDate, Vec<(u32, u32)>> {
    let entries = table.0.iter().filter_map(|(key, node)| {
        let hours: Hours = node.text()?.parse().ok()?;
        Some((key.name.parse().ok()?, hours.0))
    });
    entries.collect()
}
