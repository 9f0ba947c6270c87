//! A text of the file and where it stands.

use crate::plans::place::Place;
use crate::plans::tree::Node;

/// A text of the file and where it stands.
#[derive(Clone, Debug)]
pub(in crate::plans) struct Said {
    pub text: String,
    pub place: Place,
}

impl Said {
    pub(super) fn of(node: &Node) -> Said {
        Said {
            text: node.text().unwrap_or_default().to_owned(),
            place: node.place.clone(),
        }
    }
}
