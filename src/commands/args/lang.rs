//! In which language a page is written that a customer can be handed.

use clap::Args;

use super::one_of;
use crate::core::text::Language;
use crate::wording::asked;

/// `--lang`.
#[derive(Args, Clone, Copy, Debug)]
#[group(skip)]
pub(crate) struct Lang {
    /// Language of the page; left out: the customer's, else English
    #[arg(long, value_name = "LANGUAGE", value_parser = one_of::<Language>(asked::no_language))]
    lang: Option<Language>,
}

impl Lang {
    /// The language asked for, else that of the customer whom the page is about, if a page can be
    /// written in it.
    pub(crate) fn or_of(self, customer: Option<&str>) -> Language {
        let own = || customer.and_then(Language::of_tag);
        self.lang.or_else(own).unwrap_or_default()
    }
}
