//! `contract adjust`: more of an allowance, or less, by agreement. Hours that are bought bring back
//! what had lapsed without them.

use clap::Args;

use super::super::account::{outcome, said, view};
use super::after::after;
use super::written_contract::account_and_contract;
use crate::commands::Input;
use crate::commands::args::{Text, Write};
use crate::commands::plan_words::{one_of, unknown};
use crate::context::Context;
use crate::core::entitlement::{AllowanceUnit, Balance};
use crate::core::model::{AllowanceAdjusted, EventText};
use crate::core::terms::{Allowance, Terms};
use crate::core::time::Span;
use crate::failure::Failure;
use crate::render::Outcome;
use crate::wording::contract as words;

/// Adjust what is left of an allowance
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk contract adjust acme support-hours +10h -m \"invoice 1042\"\n  sladesk contract adjust 3 citizen-developer +2"
)]
pub(crate) struct ContractAdjust {
    /// Its id, or the customer when one is in force
    #[arg(value_name = "CONTRACT")]
    contract: String,
    /// An allowance of the plan
    #[arg(value_name = "ALLOWANCE")]
    allowance: String,
    /// With its sign: `+5`, `-2h`
    #[arg(value_name = "AMOUNT", allow_hyphen_values = true)]
    amount: String,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: Write,
}

impl ContractAdjust {
    /// Adds to it, or takes from it.
    ///
    /// # Errors
    /// No such contract or allowance, an amount that cannot be read.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let text = self.text.given(input)?;
        let options = self.write.options(context)?;
        let at = options.at.unwrap_or(context.clock());
        let (customer, id) = context.contract(&self.contract, at)?;
        let (left, written) = context.write(&options, |session| {
            let (account, contract) = account_and_contract(session, customer.id, id)?;
            let terms_from = contract
                .terms_at(at)
                .ok_or_else(|| Failure::not_possible(format!("contract {id} has not begun")))?;
            let terms = view::terms(&mut session.rules_cache, &session.writer, terms_from.event)?;
            let allowance = allowance(&terms, &self.allowance)?;
            let amount = amount(allowance.unit(), &self.amount)?;
            let before = session.allowances(&account, &contract)?;
            let before = before.ask(|usage| usage.balance_near(&allowance.id, at));
            not_below_nothing(allowance, amount, before.as_ref())?;
            let fact = AllowanceAdjusted {
                contract: id,
                allowance: allowance.id.clone(),
                unit: allowance.unit(),
                amount,
            };
            let prose = EventText::saying(text);
            session.account_fact(customer.id, fact.into(), prose)?;
            let account = session.account(customer.id)?.clone();
            let contract = account.contract(id).cloned().unwrap_or(contract);
            let read = session.allowances(&account, &contract)?;
            let balance = read.ask(|usage| usage.balance_near(&allowance.id, at));
            Ok(balance.and_then(|balance| {
                let left = read.left(&balance, session.now())?;
                Some(words::left(allowance.unit(), left, balance.overage()))
            }))
        })?;
        let left = left.map_or_else(String::new, |left| format!(": {left}"));
        let mut sentences = vec![said(&written, &left)];
        sentences.extend(super::deadline_changes::sentences(context, &written)?);
        after(
            context,
            input.verb(),
            &written,
            outcome(&written, sentences, None),
            (customer.id, id),
        )
    }
}

/// No more is taken away than is left: what was used is used.
fn not_below_nothing(
    allowance: &Allowance,
    amount: i64,
    balance: Option<&Balance>,
) -> Result<(), Failure> {
    let left = balance.and_then(Balance::left);
    let Some(left) = left.filter(|left| *left + amount < 0 && amount < 0) else {
        return Ok(());
    };
    let unit = allowance.unit();
    let message = words::not_so_much_left(unit, &allowance.id, left, -amount);
    Err(Failure::not_possible(message).hint(words::all_that_is_left(unit, left)))
}

fn allowance<'t>(terms: &'t Terms, word: &str) -> Result<&'t Allowance, Failure> {
    let ids = || terms.allowances.iter().map(|known| known.id.as_str());
    let spelt = one_of(Some(terms), "allowance", word, ids())?;
    let found = terms.allowances.iter().find(|known| known.id == spelt);
    found.ok_or_else(|| unknown(&terms.name(), "allowance", word, ids()))
}

/// Cases or seconds, with the sign that says which way.
fn amount(unit: AllowanceUnit, word: &str) -> Result<i64, Failure> {
    let (sign, bare) = match (word.strip_prefix('+'), word.strip_prefix('-')) {
        (Some(bare), _) => (1, bare),
        (None, Some(bare)) => (-1, bare),
        (None, None) => {
            let (message, hint) = words::no_sign(word);
            return Err(Failure::usage(message).hint(hint));
        }
    };
    let amount = match unit {
        AllowanceUnit::Cases => bare.parse::<u32>().ok().map(i64::from),
        AllowanceUnit::Hours => match bare.parse::<Span>() {
            Ok(Span::Time(seconds)) => Some(seconds),
            _ => None,
        },
    };
    match amount.filter(|amount| *amount > 0) {
        Some(amount) => Ok(sign * amount),
        None => {
            let (message, hint) = words::no_amount(unit, word);
            Err(Failure::usage(message).hint(hint))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_has_a_sign_and_a_unit() {
        assert_eq!(amount(AllowanceUnit::Cases, "+5"), Ok(5));
        assert_eq!(amount(AllowanceUnit::Cases, "-1"), Ok(-1));
        assert_eq!(amount(AllowanceUnit::Hours, "+10h"), Ok(36_000));
        assert_eq!(amount(AllowanceUnit::Hours, "-1h30m"), Ok(-5400));
        for (unit, word) in [
            (AllowanceUnit::Cases, "5"),
            (AllowanceUnit::Cases, "+0"),
            (AllowanceUnit::Cases, "+5h"),
            (AllowanceUnit::Cases, "+-5"),
            (AllowanceUnit::Hours, "+10"),
            (AllowanceUnit::Hours, "+3bd"),
            (AllowanceUnit::Hours, "+"),
        ] {
            assert!(amount(unit, word).is_err(), "{word}");
        }
    }
}
