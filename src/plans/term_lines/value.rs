//! How single values are said, to files and to people.

use super::line::TermWords;
use crate::core::calendar::Week;
use crate::core::terms::Notice;
use crate::core::time::Span;
use crate::plans::scalar;
use crate::plans::shape::{KeySpec, ValueShape};
use crate::plans::tree::{Node, TreeValue};

/// What is left to the contract, as a plan file says it.
pub(super) const OPEN: &str = "open";

/// What is said of a term that nobody has agreed.
pub(super) const OPEN_IN_WORDS: &str = "not promised until agreed";

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
        Span::EndOfBusinessDay | Span::EndOfNextBusinessDay => span.to_string(),
    }
}

/// `1 case`, `5 cases`.
pub(super) fn counted(number: i64, one: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        n => format!("{n} {one}s"),
    }
}

/// A value as the shortest plan file would write it.
pub(in crate::plans) fn value(node: &Node, shape: &ValueShape) -> String {
    if let Some(choices) = node.choices().and_then(Node::list) {
        let choices = choices.iter().map(|choice| value(choice, shape));
        return one_of(&choices.collect::<Vec<_>>());
    }
    match &node.value {
        TreeValue::Text(text) | TreeValue::Figure(text) => {
            normal(text, shape).unwrap_or_else(|| text.clone())
        }
        TreeValue::Whole(number) => number.map_or_else(String::new, |number| number.to_string()),
        TreeValue::Flag(flag) => flag.to_string(),
        TreeValue::List(list) if list.is_empty() => "none".to_owned(),
        TreeValue::List(list) => {
            let texts = matches!(shape, ValueShape::List(ValueShape::Text));
            let items: Vec<String> = list.iter().map(|item| value(item, shape)).collect();
            items.join(if texts { "; " } else { ", " })
        }
        TreeValue::Date | TreeValue::Table(_) => String::new(),
    }
}

fn one_of(values: &[String]) -> String {
    format!("one of {}", values.join(", "))
}

/// A text of that shape in its shortest form; none where it has no other.
fn normal(text: &str, shape: &ValueShape) -> Option<String> {
    match shape {
        ValueShape::Duration | ValueShape::CalendarDays => {
            text.parse().ok().map(|span: Span| span.to_string())
        }
        ValueShape::Effort => Some(Span::Time(scalar::effort(text)?).to_string()),
        ValueShape::Period => scalar::months(text).map(scalar::months_in_words),
        ValueShape::Notice => scalar::notice(text).map(|notice| match notice {
            Notice::AnyTime => "none".to_owned(),
            Notice::Days(days) => counted(i64::from(days), "day"),
            Notice::Months(months) => scalar::months_in_words(months),
        }),
        ValueShape::Figure => scalar::figure(text),
        ValueShape::Week => text.parse().ok().map(|week: Week| week.to_string()),
        ValueShape::Either(shapes) => shapes.iter().find_map(|shape| normal(text, shape)),
        ValueShape::Agreed(inner) => normal(text, inner),
        _ => None,
    }
}

/// A value at its key, for files and for people.
pub(super) fn said(node: &Node, spec: &KeySpec, shape: &ValueShape) -> TermWords {
    let value = value(node, shape);
    let words = match node.choices() {
        Some(_) => format!("{OPEN_IN_WORDS}: {value}"),
        None if value == OPEN => OPEN_IN_WORDS.to_owned(),
        None => in_words(&value, spec),
    };
    (value, words)
}

fn in_words(value: &str, spec: &KeySpec) -> String {
    let worded = spec.worded.iter().find(|(word, _)| *word == value);
    match (worded, value.parse()) {
        (Some((_, words)), _) => (*words).to_owned(),
        (None, Ok(span)) if takes_spans(&spec.shape) => span_in_words(span),
        (None, _) => value.to_owned(),
    }
}

fn takes_spans(shape: &ValueShape) -> bool {
    match shape {
        ValueShape::Duration | ValueShape::CalendarDays => true,
        ValueShape::Agreed(inner) => takes_spans(inner),
        ValueShape::Either(shapes) => shapes.iter().any(takes_spans),
        _ => false,
    }
}
