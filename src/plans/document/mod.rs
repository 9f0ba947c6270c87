//! Terms as a document: the merged tree of a plan, every default written out, with what is agreed
//! laid over it. A contract freezes it; all that a program knows of terms follows from it.

mod frozen;
mod overlay;
mod titles;
mod write_out;

pub(super) use overlay::Overlay;
pub(super) use titles::english_of;
pub(super) use write_out::usual_reopening;

use std::borrow::Cow;

use sha2::{Digest, Sha256};

use super::diagnostic::{Diagnostic, Severity};
use super::error::PlanError;
use super::names::Almanac;
use super::path_value::PathValue;
use super::resolve::resolve;
use super::schema::OF_THE_FILE;
use super::tree::{Layer, Node, Table};
use crate::core::calendar::Week;
use crate::core::terms::Terms;
use crate::core::text::Language;

/// The version of the way in which terms follow from a document: what was resolved by another one
/// is worked out anew.
pub const TERMS_VERSION: i64 = 1;

/// What a plan says, or a contract has agreed, path by path.
///
/// ```
/// use sladesk::plans::{Agreement, Catalogue, Document, SystemNames};
/// let names = SystemNames::default();
/// let found = Catalogue::built_in(names.clone()).find("csd-group/elite")?;
/// let published = found.document();
/// let agreed = published.set(&["contacts=5".parse()?], &names)?;
/// assert_ne!(agreed.hash(), published.hash());
/// let read = Document::read(&agreed.text()).expect("it was written by this program");
/// assert_eq!(read.terms(), agreed.terms());
/// # Ok::<(), sladesk::plans::PlanError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Document {
    root: Table,
}

impl Document {
    /// A plan of a file, written out.
    pub(super) fn of(file: &Table, plan: &str) -> Document {
        Document {
            root: write_out::write_out(file, plan),
        }
    }

    /// A document as the record keeps it.
    ///
    /// # Errors
    /// The text is no document, or of a schema that this program does not know.
    pub fn read(text: &str) -> Result<Document, String> {
        let root = frozen::tree(text)?;
        Ok(Document { root })
    }

    /// As the record keeps it: equal documents have equal texts.
    pub fn text(&self) -> String {
        frozen::text(&self.root)
    }

    /// SHA-256 of [`Document::text`], in hex.
    pub fn hash(&self) -> String {
        let digest = Sha256::digest(self.text());
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// `vendor/plan`, as people type it.
    pub fn name(&self) -> String {
        let word = |key: &str| self.root.get(key).and_then(Node::text).unwrap_or_default();
        format!("{}/{}", word("vendor"), word("plan"))
    }

    /// The paths of single values that a contract can agree otherwise, in the order of the document,
    /// each with what it says there.
    pub fn paths(&self) -> Vec<(String, String)> {
        let mut paths = frozen::values(self.root());
        // what names the document is none of its terms
        let names = ["plan", "vendor-title"];
        let of_file = |path: &str| {
            let first = path.split('.').next().unwrap_or_default();
            names.contains(&first) || OF_THE_FILE.contains(&first)
        };
        paths.retain(|(path, _)| !of_file(path));
        // a target is agreed as a whole
        for (path, _) in &mut paths {
            if let Some(target) = path.strip_suffix(".within") {
                *path = target.to_owned();
            }
        }
        paths
    }

    /// Its tree.
    pub(super) fn root(&self) -> &Table {
        &self.root
    }

    /// Its tree, each title in that language where the plan has it, else in that of its file.
    pub(super) fn root_in(&self, language: Language) -> Cow<'_, Table> {
        titles::in_language(&self.root, language)
    }

    /// All that it says, resolved: a function of the document and of nothing else. Its titles are
    /// in English, or in the language of the file.
    pub fn terms(&self) -> Terms {
        self.terms_in(Language::English)
    }

    /// The same, with titles in that language where the plan has them.
    pub fn terms_in(&self, language: Language) -> Terms {
        resolve(&self.root_in(language)).0
    }

    /// Whether some title is there in several languages.
    pub fn has_languages(&self) -> bool {
        matches!(self.root_in(Language::English), Cow::Owned(_))
    }

    /// The same as [`Document::terms`], and what is wrong with it.
    pub(super) fn resolved(&self) -> (Terms, Vec<Diagnostic>) {
        resolve(&self.root_in(Language::English))
    }

    /// The document with these laid over it, one after the other.
    ///
    /// # Errors
    /// One that it does not take; each says what would be right.
    pub(super) fn overlaid<'a>(
        &self,
        all: impl IntoIterator<Item = Overlay<'a>>,
        almanac: &dyn Almanac,
    ) -> Result<Document, PlanError> {
        let mut root = self.root.clone();
        for one in all {
            overlay::lay(&mut root, one, almanac)?;
        }
        sound(Document { root })
    }

    /// The document with more agreed, by the paths of a plan file. Nothing else changes.
    ///
    /// # Errors
    /// A path or value that it does not take; each says what would be right.
    pub fn set(&self, agreed: &[PathValue], almanac: &dyn Almanac) -> Result<Document, PlanError> {
        self.overlaid(agreed.iter().map(Overlay::Set), almanac)
    }

    /// The document with other hours of support, in the calendar that holds them.
    ///
    /// # Errors
    /// What is agreed on it does not go with them.
    pub fn open_at(&self, week: &Week, almanac: &dyn Almanac) -> Result<Document, PlanError> {
        self.overlaid([Overlay::Hours(week)], almanac)
    }

    /// The document with all that was agreed on another, and the paths of what has no place here.
    pub(super) fn with_agreed_of(
        &self,
        other: &Document,
        almanac: &dyn Almanac,
    ) -> (Document, Vec<String>) {
        let mut carried = self.clone();
        let mut pending = leaves(&other.root);
        pending.retain(|(_, node)| node.layer == Layer::Agreed);
        // a figure takes away the words of the one before it
        pending.sort_by_key(|(path, _)| !path.ends_with(".within"));
        // some can stand only beside others: what finds no place is tried again once more has one
        loop {
            let before = pending.len();
            pending.retain(|(path, node)| {
                let one = Overlay::Carried { path, value: node };
                match carried.overlaid([one], almanac) {
                    Ok(document) => carried = document,
                    Err(_) => return true,
                }
                false
            });
            if pending.len() == before {
                break;
            }
        }
        let lost = pending.into_iter().map(|(path, _)| path);
        (carried, lost.collect())
    }

    /// The paths that are left open knowingly.
    pub(super) fn left_open(&self) -> Vec<String> {
        let agreed = leaves(&self.root).into_iter();
        let agreed = agreed.filter(|(_, node)| node.layer == Layer::Agreed);
        let open = agreed.filter(|(path, node)| {
            let several = node.list().is_some_and(|choices| choices.len() > 1);
            node.is_open() || (several && path.ends_with(".one-of"))
        });
        open.map(|(path, _)| path).collect()
    }
}

/// A document that can be signed, as far as that shows once all is laid over each other.
fn sound(document: Document) -> Result<Document, PlanError> {
    let found = document.resolved().1.into_iter();
    let wrong = found
        .into_iter()
        .find(|finding| finding.severity == Severity::Error);
    match wrong {
        None => Ok(document),
        Some(finding) => Err(PlanError::Term {
            path: String::new(),
            message: finding.message,
            expected: None,
            hint: finding
                .hint
                .or_else(|| (!finding.label.is_empty()).then(|| finding.label.into())),
        }),
    }
}

/// Each single value of a tree, with its path.
fn leaves(root: &Table) -> Vec<(String, &Node)> {
    let mut all = Vec::new();
    collect(root, "", &mut all);
    all
}

fn collect<'t>(table: &'t Table, around: &str, all: &mut Vec<(String, &'t Node)>) {
    for (key, node) in &table.0 {
        let path = match around {
            "" => key.name.clone(),
            around => format!("{around}.{}", key.name),
        };
        match node.table() {
            Some(inner) if !frozen::is_value(inner) => collect(inner, &path, all),
            _ => all.push((path, node)),
        }
    }
}
