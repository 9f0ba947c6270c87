//! What people read: every sentence that is made of a code and its parameters. Nothing below
//! this room has sentences of its own for them; each function here is one message, typed
//! parameters in and text out, so that another language is another set of the same functions.

pub(crate) mod account;
pub(crate) mod asked;
pub(crate) mod billing;
mod cause;
pub(crate) mod check;
pub(crate) mod config;
pub(crate) mod contract;
pub(crate) mod db;
mod direction;
pub(crate) mod echo;
pub(crate) mod event;
pub(crate) mod export;
pub(crate) mod failure;
pub(crate) mod field;
pub(crate) mod finding;
pub(crate) mod import;
mod list;
mod locale;
pub(crate) mod mark;
mod messages;
pub(crate) mod metrics;
pub(crate) mod moved;
mod names;
pub(crate) mod newcomer;
mod pause;
mod phrase;
pub(crate) mod plan;
pub(crate) mod present;
pub(crate) mod prompt;
pub(crate) mod record;
mod refusal;
pub(crate) mod remark;
mod remedy;
pub(crate) mod saved_filter;
mod server;
pub(crate) mod ssh;
pub(crate) mod typed;
pub(crate) mod undo;
pub(crate) mod why;

pub(crate) use cause::{cause, of_breach};
pub(crate) use direction::{ValueDirection, carried, ended, kept_apart, unwrapped};
pub(crate) use locale::Locale;
pub(crate) use messages::{Key, Message, MessageValue, column, said, say, word};
pub(crate) use names::{NameKind, Names};
pub(crate) use pause::{BEFORE_KIND, pause_word};
pub(crate) use phrase::{Phrase, Spoken, target};
pub(crate) use refusal::{no_seat, refusal, with_clause};
pub(crate) use remedy::{fact, remedy};

/// Stands where a promise would: a word that scripts read, and that pages say in their language.
pub(crate) const NOT_PROMISED: &str = "not promised";

/// A list has more than what is shown.
pub(crate) fn goes_on_behind(shown: usize) -> String {
    format!("{shown} of more; `-L 0` shows all")
}

/// A list is empty.
pub(crate) const NOTHING_FITS: &str = "nothing fits";

/// Stands where an end would: a word that pages say in their language.
pub(crate) const NOT_YET: &str = "not yet";

/// Stands where nobody said what it is, as scripts do not read it.
pub(crate) const NOT_SAID: &str = "not said";

/// What a kind of tickets on request is called where a plan has none of that name.
pub(crate) const KIND_TO_ASK_FOR: &str = "kind to ask for";

/// A cause was given, and no code of the plan for it.
pub(crate) const SAID_IN_WORDS: &str = "said in words";

#[cfg(test)]
mod tests;
