//! Judges single values: durations, hours, zones, names, numbers.

use super::Validator;
use crate::core::calendar::{Hours, HoursError, Week};
use crate::core::text::{is_language_tag, nearest};
use crate::core::time::Span;
use crate::plans::diagnostic::{Diagnostic, Severity};
use crate::plans::hint::{Hint, WordContext};
use crate::plans::scalar;
use crate::plans::shape::{ValueShape, Vocabulary};
use crate::plans::tree::{Node, TreeValue};

impl Validator<'_> {
    /// Judges a value that is of the right kind already.
    pub(super) fn scalar(&mut self, node: &Node, shape: &ValueShape) {
        match (&node.value, shape) {
            (TreeValue::Whole(number), ValueShape::Whole(least, most))
                if number.is_none_or(|n| !(*least..=*most).contains(&n)) =>
            {
                self.out_of_range(node, *least, *most);
            }
            (TreeValue::Whole(number), ValueShape::Figure) if number.is_none_or(|n| n < 0) => {
                self.bad_value(node, shape);
            }
            (TreeValue::Figure(text), ValueShape::Figure) if scalar::figure(text).is_none() => {
                self.bad_value(node, shape);
            }
            (TreeValue::List(list), ValueShape::Week | ValueShape::Hours) => self.weeks(node, list),
            (TreeValue::Text(text) | TreeValue::Date(text), shape) => self.text(node, text, shape),
            _ => {}
        }
    }

    fn text(&mut self, node: &Node, text: &str, shape: &ValueShape) {
        let good = match shape {
            ValueShape::Id => scalar::is_id(text),
            ValueShape::LanguageTag => is_language_tag(text),
            ValueShape::Figure => scalar::figure(text).is_some(),
            ValueShape::CalendarDays => matches!(text.parse(), Ok(Span::CalendarDays(_))),
            ValueShape::Effort => scalar::effort(text).is_some(),
            ValueShape::Period => scalar::months(text).is_some(),
            ValueShape::Notice => scalar::notice(text).is_some(),
            ValueShape::Day => scalar::day(text).is_some(),
            ValueShape::TimeOfDay => scalar::time_of_day(text).is_some(),
            ValueShape::Word(words) => words.contains(&text),
            ValueShape::Name(words) => return self.name(node, text, *words),
            ValueShape::Zone => return self.zone(node, text),
            ValueShape::DaySet => return self.day_set(node, text),
            ValueShape::Duration => return self.duration(node, text),
            ValueShape::Week => return self.week(node, text),
            ValueShape::Hours => return self.hours(node, text),
            ValueShape::DayHours => return self.day_hours(node, text),
            _ => true,
        };
        if !good {
            self.no_such_value(node, text, shape);
        }
    }

    fn bad_value(&mut self, node: &Node, shape: &ValueShape) {
        let text = node.place.text().to_owned();
        self.no_such_value(node, &text, shape);
    }

    fn out_of_range(&mut self, node: &Node, least: i64, most: i64) {
        let message = format!("`{}` cannot be `{}`", self.key(), node.place.text());
        let label = match (least, most) {
            (1, 1) if self.key() == "schema" => "this version reads schema 1".to_owned(),
            _ => format!("expected {least} to {most}"),
        };
        self.find(Diagnostic::error("bad-value", &node.place, message).label(label));
    }

    fn duration(&mut self, node: &Node, text: &str) {
        if let Err(error) = text.parse::<Span>() {
            let finding = Diagnostic::error("bad-value", &node.place, error.message)
                .label(format!("in `{}`", self.key()));
            let finding = match error.hint {
                Some(hint) => finding.hint(hint),
                None => finding,
            };
            self.find(finding.written(WordContext::Duration, text));
        }
    }

    fn zone(&mut self, node: &Node, text: &str) {
        if scalar::is_fixed_offset(text) {
            return;
        }
        if self.almanac.has_zone(text) {
            return self.summer(node, text);
        }
        let near = text
            .strip_prefix("GMT")
            .map(|rest| format!("UTC{}", rest.replace(' ', "")))
            .filter(|zone| scalar::is_fixed_offset(zone))
            .or_else(|| self.almanac.nearest_zone(text));
        let message = format!("no zone `{text}`, in `{}`", self.key());
        self.find(
            Diagnostic::error("unknown-zone", &node.place, message)
                .label("expected a zone such as `Europe/Madrid` or `UTC+3`")
                .nearest(near.as_deref())
                .written(WordContext::Zone, text),
        );
    }

    /// A zone that is the winter of a land and not the land.
    fn summer(&mut self, node: &Node, zone: &str) {
        if let Some(land) = with_summer(zone) {
            let message = format!("`{zone}` knows no summer time, in `{}`", self.key());
            self.find(
                Diagnostic::new(Severity::Warning, "no-summer", message)
                    .at(&node.place)
                    .label("an hour off for more than half of the year, where a land is meant")
                    .hint(Hint::Meant(land.to_owned())),
            );
        }
    }

    fn day_set(&mut self, node: &Node, text: &str) {
        let sets = self.almanac.day_sets();
        if sets.iter().any(|set| set == text) {
            return;
        }
        let near = nearest(text, sets.iter().map(String::as_str)).map(str::to_owned);
        let message = format!("no holiday set `{text}` is built in, for `{}`", self.key());
        let mut finding = Diagnostic::new(Severity::Warning, "unknown-holidays", message)
            .at(&node.place)
            .expected(sets)
            .hint("a desk can have it: `sladesk import holidays FILE.ics --name SET`")
            .nearest(near.as_deref());
        if finding.expected.is_empty() {
            finding.label = String::new();
        }
        self.find(finding);
    }

    fn hours(&mut self, node: &Node, text: &str) {
        if text == "around-the-clock" || self.names.has(Vocabulary::Calendars, text) {
            return;
        }
        if begins_with_a_day(text) {
            return self.week(node, text);
        }
        let near = {
            let calendars = self.names.all(Vocabulary::Calendars);
            nearest(text, calendars.into_iter().chain(["around-the-clock"])).map(str::to_owned)
        };
        let message = format!("no calendar `{text}`, in `{}`", self.key());
        let phrases = crate::plans::expects::expects(&ValueShape::Hours, &self.names);
        self.find(
            Diagnostic::error("unknown-name", &node.place, message)
                .expected(phrases)
                .nearest(near.as_deref())
                .written(WordContext::Hours, text),
        );
    }

    fn week(&mut self, node: &Node, text: &str) {
        if let Err(error) = text.parse::<Week>() {
            self.hours_error(node, error);
        }
    }

    fn weeks(&mut self, node: &Node, list: &[Node]) {
        if let Some(other) = list.iter().find(|item| item.text().is_none()) {
            return self.mismatch(other, &ValueShape::Week);
        }
        let texts: Vec<&str> = list.iter().filter_map(Node::text).collect();
        if let Err(error) = Week::of_list(&texts) {
            let part = list.get(error.part).unwrap_or(node);
            self.hours_error(part, error);
        }
    }

    fn day_hours(&mut self, node: &Node, text: &str) {
        if let Err(error) = text.parse::<Hours>() {
            self.hours_error(node, error);
        }
    }

    /// The place inside the text, as long as it stands in the file letter by letter.
    fn hours_error(&mut self, node: &Node, error: HoursError) {
        let plain = node
            .text()
            .is_some_and(|text| node.place.text().len() == text.len() + 2);
        let place = match plain {
            true => node.place.part(error.at.start + 1..error.at.end + 1),
            false => node.place.clone(),
        };
        let finding = Diagnostic::error("bad-value", &place, error.message)
            .label(format!("in `{}`", self.key()));
        let finding = match error.hint {
            Some(hint) => finding.hint(hint),
            None => finding,
        };
        self.find(match node.text() {
            Some(text) => finding.written(WordContext::Hours, text),
            None => finding,
        });
    }
}

/// Whether a text means hours and not a calendar's name.
pub(super) fn begins_with_a_day(text: &str) -> bool {
    let word: String = text.chars().take_while(char::is_ascii_alphabetic).collect();
    let word = word.to_ascii_lowercase();
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        .iter()
        .any(|day| word.starts_with(day))
}

/// Zones that know no summer time, and the land that is meant where they are named.
const NO_SUMMER: &[(&str, &str)] = &[("EST", "America/New_York"), ("MST", "America/Denver")];

/// The zone of the land that is likely meant by one that knows no summer.
fn with_summer(zone: &str) -> Option<&'static str> {
    let known = NO_SUMMER.iter().find(|(name, _)| *name == zone);
    known.map(|(_, land)| *land)
}
