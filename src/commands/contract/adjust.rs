//! `contract adjust`: more of an allowance, or less, by agreement. Hours that are bought bring back
//! what had lapsed without them.

use super::super::account::{done, outcome, view};
use super::after;
use super::options::Adjust;
use crate::core::entitlement::Unit;
use crate::core::model::{AllowanceAdjusted, Prose};
use crate::core::terms::{Allowance, Terms};
use crate::core::words::{Span, nearest};
use crate::desk::{Allowances, Desk};
use crate::failure::Failure;
use crate::render::Outcome;

/// `contract adjust`.
///
/// # Errors
/// No such contract or allowance, an amount that cannot be read.
pub fn adjust(desk: &mut Desk, options: &Adjust) -> Result<Outcome, Failure> {
    let intent = options.write.intent(desk)?;
    let at = intent.at.unwrap_or(desk.now());
    let (customer, id) = desk.contract(&options.contract, at)?;
    let (said, written) = desk.write(&intent, |session| {
        let account = session.account(customer.id)?.clone();
        let contract = account
            .contract(id)
            .cloned()
            .ok_or_else(|| Failure::not_found(format!("no contract {id}")))?;
        let said = contract
            .terms_at(at)
            .ok_or_else(|| Failure::not_possible(format!("contract {id} has not begun")))?;
        let terms = view::terms(&mut session.book, &session.writer, said.event)?;
        let allowance = allowance(&terms, &options.allowance)?;
        let amount = amount(allowance.unit(), &options.amount)?;
        let fact = AllowanceAdjusted {
            contract: id,
            allowance: allowance.id.clone(),
            amount,
        };
        let prose = Prose {
            text: options.text.clone(),
            ..Prose::default()
        };
        session.account_fact(customer.id, fact.into(), prose)?;
        session.settle_contract(customer.id, id, None)?;
        let zone = session.contract_zone(&account, &contract)?;
        let account = session.account(customer.id)?.clone();
        let contract = account.contract(id).cloned().unwrap_or(contract);
        let read = Allowances::of(&session.writer, &mut session.book, &contract, &zone)?;
        let standing = read.balances(at);
        let left = standing.iter().find(|(known, _)| known.id == allowance.id);
        let left = left.and_then(|(_, balance)| balance.left());
        Ok(says(allowance, amount, left))
    })?;
    let what = format!("contract {id} of {}", customer.key);
    let mut sentences = vec![format!(
        "{}: {said}",
        done(written.earnest, &what, "adjusted")
    )];
    sentences.extend(super::moves::sentences(desk, &written)?);
    after(
        desk,
        "contract adjust",
        &written,
        outcome(&written, sentences, None),
        (customer.id, id),
    )
}

/// `10h of support-hours more; 12h 30m left`.
fn says(allowance: &Allowance, amount: i64, left: Option<i64>) -> String {
    let unit = allowance.unit();
    let which = if amount < 0 { "less" } else { "more" };
    let changed = format!("{} of {} {which}", unit.shown(amount.abs()), allowance.id);
    match left {
        Some(left) => format!("{changed}; {} left", unit.shown(left)),
        None => changed,
    }
}

fn allowance<'t>(terms: &'t Terms, word: &str) -> Result<&'t Allowance, Failure> {
    let found = terms
        .allowances
        .iter()
        .find(|allowance| allowance.id == word);
    found.ok_or_else(|| {
        let ids: Vec<&str> = terms
            .allowances
            .iter()
            .map(|known| known.id.as_str())
            .collect();
        let failure = Failure::not_found(format!("{} has no allowance `{word}`", terms.name()));
        match nearest(word, ids.iter().copied()) {
            Some(near) => failure.meant(Some(near)),
            None if ids.is_empty() => failure,
            None => failure.hint(format!("it has {}", ids.join(", "))),
        }
    })
}

/// Cases or seconds, with the sign that says which way.
fn amount(unit: Unit, word: &str) -> Result<i64, Failure> {
    let (sign, bare) = match (word.strip_prefix('+'), word.strip_prefix('-')) {
        (Some(bare), _) => (1, bare),
        (None, Some(bare)) => (-1, bare),
        (None, None) => {
            return Err(Failure::usage(format!("`{word}` has no sign"))
                .hint(format!("write `+{word}` to add, `-{word}` to take away")));
        }
    };
    let amount = match unit {
        Unit::Cases => bare.parse::<u32>().ok().map(i64::from),
        Unit::Hours => match bare.parse::<Span>() {
            Ok(Span::Time(seconds)) => Some(seconds),
            _ => None,
        },
    };
    match amount.filter(|amount| *amount > 0) {
        Some(amount) => Ok(sign * amount),
        None => Err(Failure::usage(match unit {
            Unit::Cases => format!("`{word}` is no number of cases"),
            Unit::Hours => format!("`{word}` is no amount of hours"),
        })
        .hint(match unit {
            Unit::Cases => "write `+5`, or `-1` to take one away",
            Unit::Hours => "write `+10h`, or `-1h30m` to take some away",
        })),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_has_a_sign_and_a_unit() {
        assert_eq!(amount(Unit::Cases, "+5"), Ok(5));
        assert_eq!(amount(Unit::Cases, "-1"), Ok(-1));
        assert_eq!(amount(Unit::Hours, "+10h"), Ok(36_000));
        assert_eq!(amount(Unit::Hours, "-1h30m"), Ok(-5400));
        for (unit, word) in [
            (Unit::Cases, "5"),
            (Unit::Cases, "+0"),
            (Unit::Cases, "+5h"),
            (Unit::Cases, "+-5"),
            (Unit::Hours, "+10"),
            (Unit::Hours, "+3bd"),
            (Unit::Hours, "+"),
        ] {
            assert!(amount(unit, word).is_err(), "{word}");
        }
    }
}
