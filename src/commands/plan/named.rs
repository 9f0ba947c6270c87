//! The plans that a word means.

use super::super::calendar::terms_of;
use crate::context::Context;
use crate::core::terms::Terms;
use crate::failure::Failure;

/// The plans that a word means, each with what it is called.
///
/// # Errors
/// Nothing is called so.
pub(super) fn named(context: &Context, word: &str) -> Result<Vec<(String, Terms)>, Failure> {
    let found = context.catalogue()?.find_all(word);
    match found {
        Ok(found) => {
            let plans = found.into_iter();
            let plans = plans.filter_map(|found| Some((found.called.clone(), found.terms()?)));
            Ok(plans.collect())
        }
        Err(unknown) => match terms_of(context, word) {
            Ok(terms) => Ok(vec![(word.to_owned(), terms)]),
            Err(_) => Err(unknown.into()),
        },
    }
}
