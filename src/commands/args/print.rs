//! How a page is printed that a customer can be handed: in which language, on which paper.

use clap::Args;

use super::one_of;
use crate::core::text::Language;
use crate::render::Paper;
use crate::wording::asked;

/// `--lang`, `--paper`.
#[derive(Args, Clone, Copy, Debug, Default)]
#[group(skip)]
pub(crate) struct PrintArgs {
    /// Language of the page; left out: the customer's, else English
    #[arg(long, value_name = "LANGUAGE", value_parser = one_of::<Language>(asked::no_language))]
    lang: Option<Language>,
    /// Size of paper for `-f pdf`: `a4`, else `letter`
    #[arg(long, value_name = "PAPER", value_parser = one_of::<Paper>(asked::no_paper))]
    paper: Option<Paper>,
}

impl PrintArgs {
    /// The language asked for, else that of the customer whom the page is about, if a page can be
    /// written in it.
    pub(crate) fn or_of(self, customer: Option<&str>) -> Language {
        let own = || customer.and_then(Language::of_tag);
        self.lang.or_else(own).unwrap_or_default()
    }

    /// The paper asked for, else A4.
    pub(crate) fn paper(self) -> Paper {
        self.paper.unwrap_or_default()
    }
}
