//! A line of what terms say.

use super::term_words::TermWords;
use crate::core::terms::Source;
use crate::plans::section::Section;
use crate::plans::shape::KeySpec;
use crate::plans::visit::VisitedKey;

/// One thing that terms say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermLine {
    /// The part of the page that it stands in.
    pub section: Section,
    /// Where a plan file says it, and what `--set` calls it.
    pub path: String,
    /// What it is: `Response, high`.
    pub item: TermWords,
    /// What is said of it.
    pub said: TermWords,
    /// The same, as a plan file would write it: `30m`.
    pub value: String,
    /// Where the source says it.
    pub source: Source,
}

impl TermLine {
    pub(super) fn new(
        section: Section,
        path: String,
        item: TermWords,
        said: TermWords,
        source: Source,
    ) -> TermLine {
        TermLine {
            section,
            path,
            item,
            value: said.written(),
            said,
            source,
        }
    }
}

/// The line of a place; `title` is what the page calls the word there.
pub(super) fn line(at: &VisitedKey<'_, '_>, title: TermWords, said: TermWords) -> TermLine {
    let (section, _) = at.spec.page.unwrap_or((Section::Exclusions, ""));
    TermLine::new(
        section,
        at.path(),
        called(at.spec, title),
        said,
        at.node.source.clone(),
    )
}

/// What the page calls a place.
pub(super) fn called(spec: &KeySpec, title: TermWords) -> TermWords {
    let (_, called) = spec.page.unwrap_or((Section::Exclusions, "{is}"));
    match called {
        "{is}" => title,
        called if called.contains("{is}") => {
            TermWords::of(format!("item-{}", spec.name), called, title)
        }
        called => TermWords::message(format!("item-{}", spec.name), called),
    }
}
