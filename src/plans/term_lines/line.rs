//! A line of what terms say.

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
    /// What it is, for people: `Response, high`.
    pub item: String,
    /// What is said, as a plan file would write it: `30m`.
    pub value: String,
    /// The same for people: `30 min`.
    pub words: String,
    /// Where the source says it.
    pub source: Source,
}

/// What is said at one place, for files and for people.
pub(super) type TermWords = (String, String);

/// The line of a place; `title` is what the page calls the word there.
pub(super) fn line(at: &VisitedKey<'_, '_>, title: String, (value, words): TermWords) -> TermLine {
    let (section, _) = at.spec.page.unwrap_or((Section::Exclusions, ""));
    TermLine {
        section,
        path: at.path(),
        item: called(at.spec, &title),
        value,
        words,
        source: at.node.source.clone(),
    }
}

/// What the page calls a place.
pub(super) fn called(spec: &KeySpec, title: &str) -> String {
    let (_, called) = spec.page.unwrap_or((Section::Exclusions, "{}"));
    called.replace("{}", title)
}

/// A milestone is called by its title, which may begin small.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().collect::<String>());
    first.unwrap_or_default() + chars.as_str()
}
