//! The plans that a word means.

use super::super::calendar::document_of;
use crate::context::Context;
use crate::failure::Failure;
use crate::plans::Document;

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
