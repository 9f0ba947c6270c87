//! Price and term, as published: of neither is it asked at signing.

use super::phrase;
use super::term_words::{OPEN, TermWords, Together};
use super::value::words_of;
use crate::plans::schema::PRICE;
use crate::plans::shape::ValueShape;
use crate::plans::tree::{Node, Table};
use crate::plans::visit::VisitedKey;

/// What is paid.
pub(super) fn price(at: &VisitedKey<'_, '_>) -> TermWords {
    let Some(said) = at.node.table() else {
        return match at.node.is_open() {
            true => unpublished(None),
            false => words_of(at.node, &at.shape),
        };
    };
    let figure = PRICE
        .one_of
        .iter()
        .find_map(|key| Some((*key, said.get(key)?)));
    let settled = figure.is_some_and(|(_, node)| !node.is_open());
    let currency = said.get("currency").and_then(Node::text);
    let currency = currency.filter(|_| !settled);
    let currency = currency
        .map(|currency| TermWords::of("price-in", "in {is}", TermWords::Text(currency.to_owned())));
    let with_currency = |figure: TermWords| match &currency {
        Some(currency) => TermWords::Several(Together::Directly, vec![figure, currency.clone()]),
        None => figure,
    };
    let choices = figure.and_then(|(key, node)| Some((key, node.choices()?.list()?)));
    match (figure, choices) {
        (_, Some((key, choices))) => {
            let choices = choices.iter().map(|choice| sum(key, choice, said));
            let figure = with_currency(TermWords::one_of(choices.collect()));
            TermWords::open(Some(phrase::after(Some(figure), said, &PRICE)))
        }
        (Some((key, node)), None) if settled => {
            phrase::after(Some(sum(key, node, said)), said, &PRICE)
        }
        _ => {
            let rest = phrase::after(currency, said, &PRICE);
            unpublished((!rest.is_empty()).then_some(rest))
        }
    }
}

/// A price of which no sum is known, only how it is reckoned.
fn unpublished(rest: Option<TermWords>) -> TermWords {
    match rest {
        None => {
            let said = TermWords::message("price-unpublished", "not published");
            TermWords::instead_of(OPEN, said)
        }
        Some(rest) => {
            let written = format!("{OPEN} {}", rest.written());
            let said = TermWords::of("price-unpublished-but", "not published: {is}", rest);
            TermWords::instead_of(written, said)
        }
    }
}

fn sum(key: &str, figure: &Node, price: &Table) -> TermWords {
    let text = |key: &str| price.get(key).and_then(Node::text);
    let figure = words_of(figure, &ValueShape::Figure);
    let sum = match text("currency") {
        Some(currency) => {
            let currency = TermWords::Text(currency.to_owned());
            TermWords::Several(Together::Directly, vec![figure.clone(), currency])
        }
        None => figure.clone(),
    };
    match (key, text("of")) {
        ("percent", Some(of)) => {
            let values = vec![("is", figure), ("of", TermWords::Text(of.to_owned()))];
            TermWords::with("price-percent-of", "{is} % of the {of}", values)
        }
        ("percent", None) => TermWords::of("price-percent", "{is} %", figure),
        ("at-least", _) => TermWords::of("price-at-least", "at least {is}", sum),
        _ => sum,
    }
}

/// How long the contract lasts, and how it goes on.
pub(super) fn term(at: &VisitedKey<'_, '_>) -> TermWords {
    let said = match at.table() {
        Some((shape, said)) => phrase::of_table(said, shape),
        None => words_of(at.node, &at.shape),
    };
    match said.written().as_str() {
        OPEN => TermWords::instead_of(
            OPEN,
            TermWords::message("term-as-agreed", "as long as agreed"),
        ),
        _ => said,
    }
}
