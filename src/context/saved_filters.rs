//! Saved filters in place of their names.

use super::Context;
use crate::core::filter::{Filter, FilterKey, FilterTerm, FilterTest, filter};
use crate::core::text::nearest;
use crate::core::time::LocalNow;
use crate::failure::{Exit, Failure, FailureCode, SavedFilterFault};

/// How far saved filters may still lead: one names another, and that one another, and so on.
#[derive(Clone, Copy, Debug)]
pub(super) struct SavedDepth(u32);

impl SavedDepth {
    /// That of words that were typed.
    pub(super) const TYPED: SavedDepth = SavedDepth(8);
}

impl Context {
    /// The words of a saved filter, and how far they may lead. `built_in` are those that need no
    /// configuration and were looked at before.
    pub(super) fn saved_words(
        &self,
        name: &str,
        built_in: &[&'static str],
        depth: SavedDepth,
    ) -> Result<(&str, SavedDepth), Failure> {
        let filters = &self.settings.file.filters;
        let Some((words, _)) = filters.get(name) else {
            let known = filters.keys().map(String::as_str);
            let near = nearest(name, known.chain(built_in.iter().copied()));
            let meant = near.map(|near| format!("@{near}"));
            let fault = SavedFilterFault::Missing {
                name: name.to_owned(),
                built_in: built_in.to_vec(),
            };
            return Err(faulty(Exit::NotFound, fault).meant(meant.as_deref()));
        };
        match depth.0.checked_sub(1) {
            Some(depth) => Ok((words, SavedDepth(depth))),
            None => {
                let name = name.to_owned();
                Err(faulty(Exit::Usage, SavedFilterFault::LeadsBack { name }))
            }
        }
    }

    /// What words ask of a list that has these keys, with saved filters in place of their names.
    ///
    /// # Errors
    /// A word that cannot be understood, or a saved filter that is none or leads back to itself.
    pub(crate) fn list_filter(
        &self,
        words: &[String],
        keys: &'static [FilterKey],
    ) -> Result<Filter, Failure> {
        let zone = self.shown_without_desk()?;
        let here = LocalNow::new(self.now(), &zone);
        let mut terms = Vec::new();
        for term in filter(words, keys, &here)?.terms {
            terms.extend(self.without_names(term, keys, here, SavedDepth::TYPED)?);
        }
        Ok(Filter { terms })
    }

    /// The terms of a saved filter in place of its name; any other term as it is.
    fn without_names(
        &self,
        term: FilterTerm,
        keys: &'static [FilterKey],
        here: LocalNow<'_>,
        depth: SavedDepth,
    ) -> Result<Vec<FilterTerm>, Failure> {
        let FilterTest::Saved(name) = &term.test else {
            return Ok(vec![term]);
        };
        // the built-in ones are about tickets
        let (words, depth) = self.saved_words(name, &[], depth)?;
        let mut terms = Vec::new();
        for within in filter(&[words], keys, &here)?.terms {
            terms.extend(self.without_names(within, keys, here, depth)?);
        }
        match (term.negated, &mut terms[..]) {
            (false, _) => {}
            (true, [one]) => one.negated = !one.negated,
            (true, _) => {
                let word = term.word.clone();
                let fault = SavedFilterFault::NegatesSeveral { word };
                return Err(faulty(Exit::Usage, fault));
            }
        }
        Ok(terms)
    }
}

fn faulty(exit: Exit, fault: SavedFilterFault) -> Failure {
    Failure::coded(exit, FailureCode::SavedFilter(fault))
}
