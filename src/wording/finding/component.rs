//! Of the part of the product that a request is about.

use crate::core::entitlement::ComponentCode as C;
use crate::wording::{Phrase, Spoken, said};

pub(super) fn phrase(code: &C) -> Phrase {
    match code {
        C::ComponentsCovered { components } => said::found_included(Spoken::all(components)),
        C::ComponentCovered { component } => said::found_is_included(component),
        C::ComponentNotPromised { component } => said::found_component_not_promised(component),
        C::ComponentNotCovered { component, plan } => {
            said::found_not_included(Spoken::plan(plan), component)
        }
    }
}
