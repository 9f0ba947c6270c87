//! Price and term, as published: of neither is it asked at signing.

use super::line::TermWords;
use super::phrase;
use super::value::{OPEN, OPEN_IN_WORDS, value};
use crate::plans::schema::PRICE;
use crate::plans::shape::ValueShape;
use crate::plans::tree::{Node, Table};
use crate::plans::visit::VisitedKey;

/// What is paid.
pub(super) fn price(node: &Node) -> TermWords {
    let Some(said) = node.table() else {
        let value = value(node, &ValueShape::Text);
        let words = match value.as_str() {
            OPEN => "not published".to_owned(),
            value => value.to_owned(),
        };
        return (value, words);
    };
    let figure = PRICE
        .one_of
        .iter()
        .find_map(|key| Some((*key, said.get(key)?)));
    let settled = figure.is_some_and(|(_, node)| !node.is_open());
    let mut rest = String::new();
    if let (Some(currency), false) = (said.get("currency").and_then(Node::text), settled) {
        rest.push_str(&format!(" in {currency}"));
    }
    rest.push_str(&phrase::of_table(said, &PRICE));
    let choices = figure.and_then(|(key, node)| Some((key, node.choices()?.list()?)));
    match (figure, choices) {
        (_, Some((key, choices))) => {
            let choices = choices.iter().map(|choice| sum(key, choice, said));
            let value = format!("one of {}{rest}", choices.collect::<Vec<_>>().join(", "));
            (value.clone(), format!("{OPEN_IN_WORDS}: {value}"))
        }
        (Some((key, node)), None) if settled => {
            let value = format!("{}{rest}", sum(key, node, said));
            (value.clone(), value)
        }
        _ => {
            let words = match rest.as_str() {
                "" => "not published".to_owned(),
                rest => format!("not published:{rest}"),
            };
            (format!("{OPEN}{rest}"), words)
        }
    }
}

fn sum(key: &str, figure: &Node, price: &Table) -> String {
    let text = |key: &str| price.get(key).and_then(Node::text);
    let figure = value(figure, &ValueShape::Figure);
    let sum = match text("currency") {
        Some(currency) => format!("{figure} {currency}"),
        None => figure.clone(),
    };
    match (key, text("of")) {
        ("percent", Some(of)) => format!("{figure} % of the {of}"),
        ("percent", None) => format!("{figure} %"),
        ("at-least", _) => format!("at least {sum}"),
        _ => sum,
    }
}

/// How long the contract lasts, and how it goes on.
pub(super) fn term(at: &VisitedKey<'_, '_>) -> TermWords {
    let value = match at.table() {
        Some((shape, said)) => phrase::of_table(said, shape),
        None => value(at.node, &at.shape),
    };
    let words = match value.as_str() {
        OPEN => "as long as agreed".to_owned(),
        value => value.to_owned(),
    };
    (value, words)
}
