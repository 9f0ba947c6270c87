//! `--qualification WHAT[=DAY]`: what a contact may do, and until when.

use std::str::FromStr;

use super::super::account::{Days, view};
use super::last_day::LastDay;
use crate::context::Session;
use crate::core::account::Account;
use crate::core::model::Qualified;
use crate::core::text::{Misread, nearest};
use crate::core::time::Instant;
use crate::failure::{Failure, Noun};
use crate::wording::account as words;

/// What somebody is qualified for, until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::commands) struct QualificationArg {
    what: String,
    /// No day: it is taken away.
    until: Option<LastDay>,
}

impl FromStr for QualificationArg {
    type Err = Misread;

    fn from_str(word: &str) -> Result<QualificationArg, Misread> {
        let (what, until) = match word.split_once('=') {
            Some((what, day)) => (what, Some(day.parse()?)),
            None => (word, None),
        };
        Ok(QualificationArg {
            what: what.to_owned(),
            until,
        })
    }
}

/// The list that holds when these words are laid over what is held already. `WHAT=none` takes
/// one away.
///
/// # Errors
/// A word that none of the customer's contracts knows.
pub(super) fn laid_over(
    session: &mut Session<'_>,
    account: &Account,
    days: &Days,
    held: &[Qualified],
    words: &[QualificationArg],
) -> Result<Vec<Qualified>, Failure> {
    let mut list = held.to_vec();
    if words.is_empty() {
        return Ok(list);
    }
    let known = known(session, account)?;
    for word in words {
        let what = &word.what;
        known.knows(what)?;
        list.retain(|held| held.what != *what);
        let until = match &word.until {
            Some(LastDay::NoDay) => continue,
            Some(LastDay::Day(day)) => Some(days.end(day, session.now())?),
            None => None,
        };
        list.push(Qualified {
            what: what.clone(),
            until,
        });
    }
    list.sort_by(|a, b| a.what.cmp(&b.what));
    Ok(list)
}

/// The qualifications that a customer's contracts know.
struct KnownQualifications {
    words: Vec<String>,
    customer: String,
    plans: Vec<String>,
}

fn known(session: &mut Session<'_>, account: &Account) -> Result<KnownQualifications, Failure> {
    let at: Instant = session.at();
    let mut words = Vec::new();
    let mut plans = Vec::new();
    for contract in &account.contracts {
        let Some(said) = contract.terms_near(at) else {
            continue;
        };
        let terms = view::terms(&mut session.rules_cache, &session.writer, said.event)?;
        for known in &terms.qualifications {
            if !words.contains(&known.id) {
                words.push(known.id.clone());
            }
        }
        plans.push(said.plan.clone());
    }
    Ok(KnownQualifications {
        words,
        customer: account.customer.key.clone(),
        plans,
    })
}

impl KnownQualifications {
    fn knows(&self, what: &str) -> Result<(), Failure> {
        if self.words.iter().any(|known| known == what) {
            return Ok(());
        }
        let Some(plan) = self.plans.last() else {
            let (message, hint) = words::no_contract_says(&self.customer, what);
            return Err(Failure::not_possible(message).hint(hint));
        };
        let failure = Failure::no_such_of(plan, Noun::Called("qualification"), what);
        let known = self.words.iter().map(String::as_str);
        Err(match nearest(what, known) {
            Some(near) => failure.meant(Some(near)),
            None if self.words.is_empty() => failure,
            None => failure.hint(words::it_has(&self.words)),
        })
    }
}
