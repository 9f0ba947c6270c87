//! The plans that a word means.

use super::super::calendar::document_of;
use crate::context::Context;
use crate::failure::Failure;
use crate::plans::Document;

/// The language of the customer whose terms a word means; none where it means a plan.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn language_of(context: &Context, word: &str) -> Result<Option<String>, Failure> {
    if context.catalogue()?.find_all(word).is_ok() || context.store().is_err() {
        return Ok(None);
    }
    let Ok((customer, _)) = context.contract(word, context.now()) else {
        return Ok(None);
    };
    Ok(context.account(customer.id)?.customer.language)
}

/// The plans that a word means, each with what it is called.
///
/// # Errors
/// Nothing is called so.
pub(super) fn named(context: &Context, word: &str) -> Result<Vec<(String, Document)>, Failure> {
    let found = context.catalogue()?.find_all(word);
    match found {
        Ok(found) => {
            let plans = found.into_iter();
            Ok(plans
                .map(|found| (found.called.clone(), found.document()))
                .collect())
        }
        Err(unknown) => Ok(vec![document_of(context, word, Some(unknown.into()))?]),
    }
}
