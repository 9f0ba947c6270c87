//! The language should be one in which the plan has support.

use super::super::code::LanguageCode;
use super::super::finding::{Finding, Rule};
use super::super::request::Request;
use crate::core::terms::Terms;
use crate::core::text::is_of_language;

/// None where the plan says nothing of languages.
pub(in super::super) fn language(terms: &Terms, request: &Request) -> Option<Finding> {
    let rule = Rule::Language;
    let languages = terms.languages.as_ref()?.settled();
    let finding = match (request.language, languages) {
        (None, None) => return None,
        (None, Some(languages)) => {
            let languages = languages.clone();
            Finding::allowed(rule, LanguageCode::LanguagesServed { languages })
        }
        (Some(word), None) => {
            let language = word.to_owned();
            Finding::remark(rule, LanguageCode::LanguageNotPromised { language })
        }
        (Some(word), Some(languages)) => {
            let language = word.to_owned();
            match languages.iter().any(|served| is_of_language(word, served)) {
                true => Finding::allowed(rule, LanguageCode::LanguageServed { language }),
                false => {
                    let languages = languages.clone();
                    let code = LanguageCode::LanguageNotServed {
                        language,
                        languages,
                    };
                    Finding::remark(rule, code)
                }
            }
        }
    };
    Some(finding.clause(terms, None, "languages"))
}
