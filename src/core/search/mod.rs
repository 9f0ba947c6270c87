//! What the search knows of texts, and what is looked for in them: words by their beginnings, and
//! any run of characters where words are not parted by spaces.
//!
//! An index of words answers `this word` at once, and `a word that begins so` only after it has
//! read every such word's list. So the beginnings of a word that many words share are put into the
//! index as tokens of their own, and the words that begin alike are few enough to be named each.
//! A run of Chinese characters has no words to begin: of it every two neighbours are a token.

mod indexed;
mod parts;
#[cfg(test)]
mod scan;
mod sought;

pub(crate) use indexed::IndexedText;
#[cfg(test)]
pub(crate) use scan::stands_in;
pub use sought::Sought;
pub(crate) use sought::{LastToken, SoughtPhrase};
