//! The fields of a list and what its filter asks, for whoever names them: help and completion.

use crate::core::filter::FilterKey;
use crate::render::{Column, Field};

/// What a list shows, sorts by and takes with `--fields`, and what its filter can ask.
pub(crate) struct ListFields {
    /// The command that has it; of a noun alone, all of its verbs; or a name of its own for what
    /// stands inside others.
    pub name: &'static str,
    pub fields: Vec<Field>,
    pub keys: &'static [FilterKey],
}

impl ListFields {
    /// The fields of these columns.
    pub(crate) fn of<T>(name: &'static str, columns: &[Column<T>]) -> ListFields {
        let fields = columns.iter().map(|column| column.field.clone());
        ListFields::known(name, fields.collect())
    }

    /// These fields.
    pub(crate) fn known(name: &'static str, fields: Vec<Field>) -> ListFields {
        ListFields {
            name,
            fields,
            keys: &[],
        }
    }

    /// With what its filter can ask.
    pub(crate) fn asked(self, keys: &'static [FilterKey]) -> ListFields {
        ListFields { keys, ..self }
    }
}
