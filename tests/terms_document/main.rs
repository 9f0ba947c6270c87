//! What a contract freezes: a document that says all, that what is agreed changes path by path, and
//! that later programs read as this one does.

mod agreed;
mod golden;

use sladesk::plans::{Catalogue, Document, SystemNames};

/// Every plan of the program, as published.
fn published() -> Vec<Document> {
    let plans = Catalogue::built_in(SystemNames::default()).all();
    plans.iter().map(|found| found.document()).collect()
}

/// The same with what was agreed.
fn with(document: &Document, set: &[&str]) -> Document {
    let set: Vec<String> = set.iter().map(|text| (*text).to_owned()).collect();
    document
        .set(&set, &SystemNames::default())
        .unwrap_or_else(|error| panic!("{} {set:?}: {error}", document.name()))
}
