//! How single values are said, and as the shortest plan file would write them.

use super::term_words::{OPEN, TermNoun, TermWords, Together, counted};
use crate::core::calendar::Week;
use crate::core::terms::Notice;
use crate::core::time::Span;
use crate::plans::scalar;
use crate::plans::shape::{KeySpec, ValueShape};
use crate::plans::tree::{Node, TreeValue};

/// A promise for people: `1 h 30 min`, `3 business days`.
///
/// ```
/// use sladesk::plans::span_in_words;
/// assert_eq!(span_in_words("90m".parse()?), "1 h 30 min");
/// assert_eq!(span_in_words("1bd".parse()?), "1 business day");
/// # Ok::<(), sladesk::core::time::SpanError>(())
/// ```
pub fn span_in_words(span: Span) -> String {
    match span {
        Span::Time(0) => "0 min".to_owned(),
        Span::Time(seconds) => {
            let parts = [
                (seconds / 3600, "h"),
                (seconds % 3600 / 60, "min"),
                (seconds % 60, "s"),
            ];
            let parts = parts.iter().filter(|(number, _)| *number != 0);
            let parts: Vec<String> = parts
                .map(|(number, unit)| format!("{number} {unit}"))
                .collect();
            parts.join(" ")
        }
        Span::BusinessDays(n) => counted(i64::from(n), "business day"),
        Span::CalendarDays(n) => counted(i64::from(n), "calendar day"),
        Span::CalendarMonths(n) => counted(i64::from(n), "month"),
        Span::EndOfBusinessDay | Span::EndOfNextBusinessDay => span.to_string(),
    }
}

/// A value as the shortest plan file would write it.
pub(in crate::plans) fn value(node: &Node, shape: &ValueShape) -> String {
    words_of(node, shape).written()
}

/// A value, as it is said inside of a sentence.
pub(super) fn words_of(node: &Node, shape: &ValueShape) -> TermWords {
    if let Some(choices) = node.choices().and_then(Node::list) {
        let choices = choices.iter().map(|choice| words_of(choice, shape));
        return TermWords::one_of(choices.collect());
    }
    if let Some(left_out) = left_out(node) {
        let left_out = TermWords::Several(Together::List, items(left_out, shape));
        return TermWords::of("all-but", "all but {is}", left_out);
    }
    if let ValueShape::Hours = shape {
        return hours_of(node);
    }
    match &node.value {
        TreeValue::Text(text) | TreeValue::Figure(text) | TreeValue::Date(text) => {
            of_text(text, shape).unwrap_or_else(|| TermWords::Text(text.clone()))
        }
        TreeValue::Whole(number) => {
            TermWords::Figure(number.map_or_else(String::new, |number| number.to_string()))
        }
        TreeValue::Flag(flag) => TermWords::Word(flag.to_string()),
        TreeValue::List(list) if list.is_empty() => TermWords::Word("none".to_owned()),
        TreeValue::List(list) => {
            let together = match shape {
                ValueShape::List(ValueShape::Text) => Together::Apart,
                _ => Together::List,
            };
            TermWords::Several(together, items(list, shape))
        }
        TreeValue::Table(_) => TermWords::Text(String::new()),
    }
}

/// Hours as the plan writes them: its own, or the name of a calendar.
pub(super) fn hours_of(hours: &Node) -> TermWords {
    let written = match hours.text() {
        Some(text) => text.to_owned(),
        None => hours.texts().join("; "),
    };
    match written.parse::<Week>() {
        Ok(week) => TermWords::instead_of(written, TermWords::Week(week)),
        Err(_) if written == "around-the-clock" => {
            TermWords::instead_of(written, TermWords::Week(Week::around_the_clock()))
        }
        Err(_) => TermWords::named(TermNoun::Calendar, written),
    }
}

/// What a value leaves out that is all but some.
pub(super) fn left_out(node: &Node) -> Option<&[Node]> {
    node.table()?.get("all-but")?.list()
}

/// The items of a list, each as it is said.
pub(super) fn items(list: &[Node], shape: &ValueShape) -> Vec<TermWords> {
    let item = item_of(shape);
    list.iter()
        .map(|node| words_of(node, item.unwrap_or(shape)))
        .collect()
}

/// What stands in the lists of a shape.
fn item_of(shape: &ValueShape) -> Option<&'static ValueShape> {
    match shape {
        ValueShape::List(item) => Some(item),
        ValueShape::Agreed(inner) => item_of(inner),
        ValueShape::Either(shapes) => shapes.iter().find_map(item_of),
        _ => None,
    }
}

/// A text of that shape in its shortest form; none where the shape says nothing of it.
fn of_text(text: &str, shape: &ValueShape) -> Option<TermWords> {
    match shape {
        ValueShape::Duration | ValueShape::CalendarDays => text.parse().ok().map(TermWords::Span),
        ValueShape::Effort => scalar::effort(text).map(TermWords::Work),
        ValueShape::Period => scalar::months(text).map(TermWords::Months),
        ValueShape::Notice => scalar::notice(text).map(|notice| match notice {
            Notice::AnyTime => TermWords::Word("none".to_owned()),
            Notice::Days(days) => TermWords::Days(days),
            Notice::Months(months) => TermWords::Months(months),
        }),
        ValueShape::Figure => scalar::figure(text).map(TermWords::Figure),
        ValueShape::Week => text.parse().ok().map(|week: Week| match week {
            // a plan file has a word for it where it says hours, none where it says a week
            week if week.is_around_the_clock() => {
                TermWords::instead_of(week.to_string(), TermWords::Week(week))
            }
            week => TermWords::Week(week),
        }),
        ValueShape::Word(words) => {
            let known = words.contains(&text);
            known.then(|| TermWords::Word(text.to_owned()))
        }
        ValueShape::Name(vocabulary) => {
            let noun = TermNoun::of(*vocabulary);
            noun.map(|noun| TermWords::named(noun, text))
        }
        ValueShape::Either(shapes) => shapes.iter().find_map(|shape| of_text(text, shape)),
        ValueShape::Agreed(_) if text == OPEN => Some(TermWords::Word(OPEN.to_owned())),
        ValueShape::Agreed(inner) => of_text(text, inner),
        _ => None,
    }
}

/// A value at its key, as a line of its own.
pub(super) fn said(node: &Node, spec: &KeySpec, shape: &ValueShape) -> TermWords {
    let value = words_of(node, shape);
    match node.choices() {
        Some(_) => TermWords::open(Some(value)),
        None if node.is_open() => TermWords::open(None),
        None => match worded(&value, spec) {
            Some((_, said)) => TermWords::instead_of(value.written(), said),
            None => value,
        },
    }
}

/// What a key says of a value in words of its own: as the schema has them, and as they are said.
pub(super) fn worded(value: &TermWords, spec: &KeySpec) -> Option<(&'static str, TermWords)> {
    let written = value.written();
    let (_, words) = spec.worded.iter().find(|(word, _)| *word == written)?;
    let code = format!("{}-is-{written}", spec.name);
    Some((*words, TermWords::message(code, words.trim_start())))
}
