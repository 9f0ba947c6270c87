//! A value that the plan states or leaves to the contract, and where the source says it.

use serde::{Deserialize, Serialize};

/// A value stated by the plan, or left to the signing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Agreed<T> {
    /// Stated, or agreed meanwhile.
    Is(T),
    /// Agreed at signing; left open it promises nothing and is shown as such.
    Open,
    /// Agreed at signing, out of these.
    OneOf(Vec<T>),
}

impl<T> Agreed<T> {
    /// The value, when it is settled.
    pub fn settled(&self) -> Option<&T> {
        match self {
            Agreed::Is(value) => Some(value),
            Agreed::Open | Agreed::OneOf(_) => None,
        }
    }
}

/// Where the source says a thing, and what else is to be known of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Source {
    /// The number of the fact, section or page in the source: `BP-7`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// What a reader must know besides; it decides nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// How the source contradicts itself here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conflict: Option<String>,
}
