//! Words that cannot be read, the nearest name to a misspelt one, and text from strangers made
//! safe to print.

mod erased;
mod folded;
mod language;
mod misread;
mod nearest;
mod shortened;
mod visible;
mod word_list;
mod wrapped;

pub use erased::ERASED;
pub use folded::folded;
pub use language::Language;
pub use misread::Misread;
pub use nearest::{nearest, nearest_person};
pub use shortened::shortened;
pub use visible::{is_blank, visible_json, visible_line, visible_text};
pub use word_list::WordList;
pub use wrapped::wrapped;
