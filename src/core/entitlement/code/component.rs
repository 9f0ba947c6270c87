//! What is found of the part of the product that a request is about.

use serde::{Deserialize, Serialize};

/// Whether the contract covers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", content = "parameters", rename_all = "kebab-case")]
pub enum ComponentCode {
    /// None was named: those that are covered.
    ComponentsCovered {
        /// The components.
        components: Vec<String>,
    },
    /// It is covered.
    ComponentCovered {
        /// The component.
        component: String,
    },
    /// Which are covered was left open.
    ComponentNotPromised {
        /// The component.
        component: String,
    },
    /// It is of the vendor's, and this contract does not cover it.
    ComponentNotCovered {
        /// The component.
        component: String,
        /// The plan.
        plan: String,
    },
}
