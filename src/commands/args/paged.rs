//! How an answer is laid out on pages.

use clap::Args;

use super::one_of;
use crate::core::text::WordList;

/// Of what is printed: its language and its paper.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[group(skip)]
pub(crate) struct Paged {
    /// The language of the page
    #[arg(long, value_name = "L", value_parser = one_of::<Lang>(|word| format!("pages have no `--lang {word}`")))]
    lang: Option<Lang>,
    /// The paper of the page
    #[arg(long, value_name = "P", value_parser = one_of::<Paper>(|word| format!("pages have no `--paper {word}`")))]
    paper: Option<Paper>,
}

/// A language in which pages are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lang {
    En,
}

impl WordList for Lang {
    const ALL: &'static [Lang] = &[Lang::En];

    fn word(self) -> &'static str {
        match self {
            Lang::En => "en",
        }
    }
}

/// A size of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Paper {
    A4,
    Letter,
}

impl WordList for Paper {
    const ALL: &'static [Paper] = &[Paper::A4, Paper::Letter];

    fn word(self) -> &'static str {
        match self {
            Paper::A4 => "a4",
            Paper::Letter => "letter",
        }
    }
}
