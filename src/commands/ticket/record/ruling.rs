//! What rules said against a request when it was opened, as a record.

use std::borrow::Cow;

use serde_json::Value;

use crate::core::model::{Coded, Fact, Ruling};
use crate::render::Cell;
use crate::store::StoredEvent;
use crate::wording::finding;

/// The keys of a ruling.
pub(super) const RULING_KEYS: &[&str] =
    &["rule", "verdict", "says", "clause", "code", "parameters"];

/// What was said against a request.
pub(crate) fn rulings(told: &StoredEvent) -> &[Ruling] {
    match &told.event.fact {
        Fact::Opened(opened) => &opened.rulings,
        _ => &[],
    }
}

/// Who asked, when it was nobody known.
pub(crate) fn asked_by(told: &StoredEvent) -> Option<String> {
    let opening = matches!(told.event.fact, Fact::Opened(_));
    told.prose.email.clone().filter(|_| opening)
}

/// All rulings as objects.
pub(crate) fn rulings_cell(told: &StoredEvent) -> Cell {
    let object = |ruling: &Ruling| {
        Cell::object([
            ("rule", Cell::code(ruling.rule.clone())),
            ("verdict", Cell::state(ruling.ruled.word())),
            (
                "says",
                Cell::text(finding::ruling(ruling, &told.prose.people).in_english()),
            ),
            ("clause", Cell::code_if(ruling.clause.clone())),
            ("code", Cell::code(ruling.found.code.clone())),
            ("parameters", parameters(&ruling.found)),
        ])
    };
    match &told.event.fact {
        Fact::Opened(opened) => Cell::List(opened.rulings.iter().map(object).collect()),
        _ => Cell::Absent,
    }
}

/// The parameters of a code, as an object.
pub(crate) fn parameters(of: &Coded) -> Cell {
    let parameters = of.parameters.iter();
    Cell::Object(
        parameters
            .map(|(key, value)| (Cow::Owned(key.clone()), parameter(value)))
            .collect(),
    )
}

fn parameter(value: &Value) -> Cell {
    match value {
        Value::Null => Cell::Absent,
        Value::Bool(flag) => Cell::Flag(*flag),
        Value::Number(number) => Cell::from(number.as_i64()),
        Value::String(word) => Cell::code(word.clone()),
        Value::Array(values) => Cell::List(values.iter().map(parameter).collect()),
        Value::Object(object) => Cell::Object(
            object
                .iter()
                .map(|(key, value)| (Cow::Owned(key.clone()), parameter(value)))
                .collect(),
        ),
    }
}
