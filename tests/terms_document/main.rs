//! What a contract freezes: a document that says all, that what is agreed changes path by path, and
//! that later programs read as this one does.

mod agreed;
mod golden;

use sladesk::plans::{Catalogue, Document, PathValue, SystemNames};

/// Every plan of the program, as published.
fn published() -> Vec<Document> {
    let plans = Catalogue::built_in(SystemNames::default()).all();
    plans.iter().map(|found| found.document()).collect()
}

/// The same with what was agreed.
fn with(document: &Document, set: &[&str]) -> Document {
    let read = |text: &&str| text.parse().expect("it sets a value");
    let agreed: Vec<PathValue> = set.iter().map(read).collect();
    document
        .set(&agreed, &SystemNames::default())
        .unwrap_or_else(|error| panic!("{} {set:?}: {error}", document.name()))
}
