//! Words that cannot be read, the nearest name to a misspelt one, text from strangers made safe to
//! print, and what of a text fits where.

mod alphabets;
mod beginning;
mod capital;
mod erased;
mod folded;
mod hanging;
mod language;
mod measure;
mod misread;
mod nearest;
mod pieces;
mod shortened;
mod visible;
mod word_file;
mod word_list;
mod wrapped;

pub use alphabets::are_of_one_language;
pub(crate) use alphabets::are_signs;
pub(crate) use beginning::cut;
pub(crate) use capital::{capital, small};
pub use erased::ERASED;
pub use folded::folded;
pub(crate) use hanging::{fitted, push_lines};
pub use language::{Language, is_language_tag, is_of_language, names_a_language};
pub(crate) use measure::{columns, untabbed};
pub use misread::Misread;
pub use nearest::{nearest, nearest_person};
pub(crate) use pieces::{Breaks, Pieces, text_lines};
pub use shortened::shortened;
pub use visible::{is_blank, visible_json, visible_line, visible_text};
pub(crate) use word_file::{word_sections, words_of_file};
pub use word_list::WordList;
pub use wrapped::wrapped;
