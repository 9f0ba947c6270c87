//! Allowances, price and length of term, where they are open. An open price or term is shown and
//! never stops a signing.

use super::OpenTerm;
use crate::core::terms::{Agreed, Grant, PriceFigure, TermLength, Terms};
use crate::plans::scalar;

/// Allowances of which the amount is open.
pub(super) fn open_allowances(terms: &Terms) -> Vec<OpenTerm> {
    let mut open = Vec::new();
    for allowance in &terms.allowances {
        let (unit, amounts, example) = match &allowance.grant {
            Grant::Cases(amount) => ("cases", amount, "5"),
            Grant::Hours(amount) => ("hours", amount, "40h"),
        };
        let choices = match amounts {
            Agreed::Is(_) => continue,
            Agreed::Open => Vec::new(),
            Agreed::OneOf(amounts) => amounts.iter().map(|n| scalar::amount(unit, *n)).collect(),
        };
        open.push(OpenTerm {
            path: format!("allowances.{}.{unit}", allowance.id),
            what: format!("how many {unit} of {}", allowance.title),
            choices,
            needed: true,
            why: "it is used up by tickets and work".to_owned(),
            clause: allowance.source.clause.clone(),
            example,
        });
    }
    open
}

/// The price.
pub(super) fn open_price(terms: &Terms) -> Option<OpenTerm> {
    let price = terms.price.as_ref()?;
    let figures: &[PriceFigure] = match &price.figure {
        Agreed::Is(_) => return None,
        Agreed::Open => &[],
        Agreed::OneOf(figures) => figures,
    };
    let key = match figures.first() {
        Some(PriceFigure::Percent { .. }) => "percent",
        Some(PriceFigure::AtLeast(_)) => "at-least",
        _ => "amount",
    };
    Some(OpenTerm {
        path: format!("price.{key}"),
        what: "the price".to_owned(),
        choices: figures.iter().filter_map(figure).collect(),
        needed: false,
        why: "an open price stops no signing".to_owned(),
        clause: price.source.clause.clone(),
        example: "1000",
    })
}

fn figure(figure: &PriceFigure) -> Option<String> {
    match figure {
        PriceFigure::Free => None,
        PriceFigure::Amount(text)
        | PriceFigure::AtLeast(text)
        | PriceFigure::Percent { percent: text, .. } => Some(text.clone()),
    }
}

/// How long the contract lasts.
pub(super) fn open_term_length(terms: &Terms) -> Option<OpenTerm> {
    let term = terms.term.as_ref()?;
    let choices = match term.length.as_ref()? {
        Agreed::Is(_) => return None,
        Agreed::Open => Vec::new(),
        Agreed::OneOf(lengths) => lengths.iter().map(length_in_words).collect(),
    };
    Some(OpenTerm {
        path: "term.length".to_owned(),
        what: "how long the contract lasts".to_owned(),
        choices,
        needed: false,
        why: "the contract's end settles it".to_owned(),
        clause: term.source.clause.clone(),
        example: "\"12 months\"",
    })
}

fn length_in_words(length: &TermLength) -> String {
    match length {
        TermLength::Exactly(months) | TermLength::AtLeast(months) => {
            scalar::months_in_words(*months)
        }
    }
}
