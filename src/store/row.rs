//! Rows: one declaration makes the struct, how it is read and written, and how two are compared.

/// Declares a row of a table. The fields are the table's columns, word for word. With a `key` it
/// is a row of a cache, which is written over an older one of the same key.
macro_rules! row {
    (
        $(#[$doc:meta])*
        pub(crate) struct $name:ident in $table:literal {
            $($(#[$field_doc:meta])* $field:ident : $type:ty),+ $(,)?
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub(crate) struct $name {
            $($(#[$field_doc])* pub $field: $type),+
        }

        impl $name {
            /// Read with `SELECT *`: the file's tables are compared word for word when it is
            /// opened, and a test holds the fields to their order.
            #[cfg(test)]
            pub(in crate::store) const COLUMNS: (&'static str, &'static [&'static str]) =
                ($table, &[$(stringify!($field)),+]);

            pub(in crate::store) fn read(
                cells: &mut $crate::store::engine::Cells<'_>,
            ) -> Result<$name, $crate::store::engine::ColumnError> {
                Ok($name { $($field: cells.take()?),+ })
            }
        }
    };
    (
        $(#[$doc:meta])*
        pub(crate) struct $name:ident in $table:literal key $key:literal {
            $($(#[$field_doc:meta])* $field:ident : $type:ty),+ $(,)?
        }
    ) => {
        row! {
            $(#[$doc])*
            pub(crate) struct $name in $table {
                $($(#[$field_doc])* $field : $type),+
            }
        }

        impl $name {
            /// The statement that writes a row, over an older one of the same key.
            pub(in crate::store) fn upsert() -> &'static str {
                static TEXT: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
                    $crate::store::row::upsert($table, $key, &[$(stringify!($field)),+])
                });
                &TEXT
            }

            pub(in crate::store) fn write(
                &self,
                engine: &$crate::store::engine::Engine,
            ) -> Result<(), $crate::store::StoreError> {
                use $crate::store::engine::Argument;
                engine
                    .run($name::upsert(), &[$(self.$field.arg()),+])
                    .map(|_| ())
            }

            /// The columns in which two rows differ.
            #[allow(dead_code, reason = "`db check` compares some caches by it, others whole")]
            pub(crate) fn differences(&self, other: &$name) -> Vec<&'static str> {
                let mut columns = Vec::new();
                $(if self.$field != other.$field {
                    columns.push(stringify!($field));
                })+
                columns
            }
        }
    };
}

/// `INSERT ... ON CONFLICT (key) DO UPDATE` of all columns.
pub(super) fn upsert(table: &str, key: &str, columns: &[&str]) -> String {
    let keys: Vec<&str> = key.split(", ").collect();
    let places: Vec<String> = (1..=columns.len()).map(|n| format!("${n}")).collect();
    let sets: Vec<String> = columns
        .iter()
        .filter(|column| !keys.contains(column))
        .map(|column| format!("{column} = excluded.{column}"))
        .collect();
    format!(
        "INSERT INTO {table} ({}) VALUES ({}) ON CONFLICT ({key}) DO UPDATE SET {}",
        columns.join(", "),
        places.join(", "),
        sets.join(", ")
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_row_is_written_over_an_older_one_of_its_key() {
        assert_eq!(
            super::upsert("t", "a, b", &["a", "b", "c"]),
            "INSERT INTO t (a, b, c) VALUES ($1, $2, $3) \
             ON CONFLICT (a, b) DO UPDATE SET c = excluded.c"
        );
    }
}
