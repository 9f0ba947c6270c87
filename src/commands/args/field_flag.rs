//! What the table of ticket fields says of the flags that set them.

use crate::core::model::TicketField;
use crate::wording;

/// The help of a field's flag.
pub(crate) fn help_of(key: &str) -> String {
    let field = TicketField::row(key);
    let mut letters = wording::field::flag(field.key).chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// What stands for its value in a usage line.
pub(crate) fn value_name(key: &str) -> &'static str {
    TicketField::row(key).value
}

/// Its letter, of those that have one.
pub(crate) fn letter(key: &str) -> Option<char> {
    TicketField::row(key).letter
}
