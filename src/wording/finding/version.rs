//! Of the version of the product, and of the language of a request.

use crate::core::entitlement::{LanguageCode as L, VersionCode as V};
use crate::wording::{Phrase, Spoken, said};

pub(super) fn phrase(code: &V) -> Phrase {
    match code {
        V::VersionsSupported { versions } => said::found_included(Spoken::all(versions)),
        V::VersionSupported {
            version,
            until: None,
        } => said::found_version_supported(version),
        V::VersionSupported {
            version,
            until: Some(day),
        } => said::found_version_supported_until(day, version),
        V::VersionEnded { version, until } => said::found_version_ended(until, version),
    }
}

pub(super) fn language(code: &L) -> Phrase {
    match code {
        L::LanguagesServed { languages } => said::found_included(Spoken::all(languages)),
        L::LanguageServed { language } => said::found_is_included(language),
        L::LanguageNotServed {
            language,
            languages,
        } => said::found_language_not_served(language, Spoken::all(languages)),
        L::LanguageNotPromised { language } => said::found_language_not_promised(language),
    }
}
