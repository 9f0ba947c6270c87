//! A text of the file and where it stands.

use crate::plans::place::Place;
use crate::plans::tree::Node;

/// A text of the file and where it stands.
#[derive(Clone, Debug)]
pub(in crate::plans) struct PlacedText {
    pub text: String,
    pub place: Place,
}

impl PlacedText {
    pub(super) fn of(node: &Node) -> PlacedText {
        PlacedText {
            text: node.text().unwrap_or_default().to_owned(),
            place: node.place.clone(),
        }
    }
}
