//! A code with its parameters: how the record and scripts have what was found.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A code with its parameters. What they are is the business of the list that the code is of;
/// none of them names a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coded {
    /// The word of the code.
    pub code: String,
    /// Its parameters by name.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub parameters: Map<String, Value>,
}

impl Coded {
    /// A value of a list of codes that writes itself as `code` and `parameters`.
    ///
    /// # Panics
    /// The type writes itself otherwise: a mistake of whoever made the list.
    pub fn of(code: &impl Serialize) -> Coded {
        let written = serde_json::to_value(code).and_then(serde_json::from_value);
        written.expect("a code writes itself as `code` and `parameters`")
    }

    /// The same of a list of codes; none when the list does not know it.
    pub fn read<T: DeserializeOwned>(&self) -> Option<T> {
        let written = serde_json::to_value(self).ok()?;
        serde_json::from_value(written).ok()
    }
}
