//! What is found of the version of the product, and of the language of a request.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Whether the version is supported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", content = "parameters", rename_all = "kebab-case")]
pub enum VersionCode {
    /// None was named: those that are supported.
    VersionsSupported {
        /// The versions, by what people read.
        versions: Vec<String>,
    },
    /// It is supported.
    VersionSupported {
        /// The version.
        version: String,
        /// The last day, where there is one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<NaiveDate>,
    },
    /// Its support has ended.
    VersionEnded {
        /// The version.
        version: String,
        /// The last day.
        until: NaiveDate,
    },
}

/// Whether the language is one of the plan's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", content = "parameters", rename_all = "kebab-case")]
pub enum LanguageCode {
    /// None is known: those of the plan.
    LanguagesServed {
        /// The languages, as tags.
        languages: Vec<String>,
    },
    /// It is one of them.
    LanguageServed {
        /// The language.
        language: String,
    },
    /// It is none of them.
    LanguageNotServed {
        /// The language.
        language: String,
        /// Those of the plan.
        languages: Vec<String>,
    },
    /// Which they are was left open.
    LanguageNotPromised {
        /// The language.
        language: String,
    },
}
