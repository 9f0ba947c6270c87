//! Rows: one declaration makes the struct, how it is read and written, and how two are compared.

/// Declares a row of a table. The fields are the table's columns, word for word (the plan's words
/// are a column each). With a `key` it is a row of a cache, which is written over an older one of
/// the same key.
macro_rules! row {
    (
        $(#[$doc:meta])*
        $vis:vis struct $name:ident in $table:literal {
            $($(#[$field_doc:meta])* $field:ident : $type:ty),+ $(,)?
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        $vis struct $name {
            $($(#[$field_doc])* pub $field: $type),+
        }

        impl $name {
            /// Read with `SELECT *`: the file's tables are compared word for word when it is
            /// opened, and a test holds the fields to their order.
            #[allow(dead_code, reason = "a row that is only read is asked for them by tests alone")]
            pub(in crate::store) fn columns() -> Vec<&'static str> {
                let fields = [$(<$type as $crate::store::columns::RowColumns>::names(stringify!($field))),+];
                fields.concat()
            }

            #[cfg(test)]
            pub(in crate::store) const TABLE: &'static str = $table;

            pub(in crate::store) fn read(
                cells: &mut $crate::store::engine::RowCells<'_>,
            ) -> Result<$name, $crate::store::engine::ColumnError> {
                Ok($name {
                    $($field: $crate::store::columns::RowColumns::read(cells)?),+
                })
            }
        }
    };
    (
        $(#[$doc:meta])*
        $vis:vis struct $name:ident in $table:literal key $key:literal {
            $($(#[$field_doc:meta])* $field:ident : $type:ty),+ $(,)?
        }
    ) => {
        row! {
            $(#[$doc])*
            $vis struct $name in $table {
                $($(#[$field_doc])* $field : $type),+
            }
        }

        impl $name {
            /// The statement that writes a row, over an older one of the same key.
            pub(in crate::store) fn upsert() -> &'static str {
                static TEXT: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
                    $crate::store::row::upsert($table, $key, &$name::columns())
                });
                &TEXT
            }

            /// The values of its columns.
            pub(in crate::store) fn values(&self) -> Vec<$crate::store::engine::Arg<'_>> {
                let fields = [$($crate::store::columns::RowColumns::values(&self.$field)),+];
                fields.concat()
            }

            /// The value of a column.
            #[allow(dead_code, reason = "some tables are read whole only")]
            pub(in crate::store) fn value(
                &self,
                column: &str,
            ) -> Option<$crate::store::engine::Arg<'_>> {
                None$(.or_else(|| {
                    $crate::store::columns::RowColumns::value(
                        &self.$field,
                        stringify!($field),
                        column,
                    )
                }))+
            }

            /// The columns in which two rows differ.
            #[allow(dead_code, reason = "`db check` compares some caches by it, others whole")]
            pub(crate) fn differences(&self, other: &$name) -> Vec<&'static str> {
                let (ours, theirs) = (self.values(), other.values());
                let pairs = ours.iter().zip(&theirs).zip($name::columns());
                let unlike = pairs.filter(|((our, their), _)| our != their);
                unlike.map(|(_, column)| column).collect()
            }
        }

        #[allow(dead_code, reason = "clocks are written with their ticket")]
        impl $name {
            pub(in crate::store) fn write(
                &self,
                engine: &dyn $crate::store::engine::Engine,
            ) -> Result<(), $crate::store::StoreError> {
                engine.run($name::upsert(), &self.values()).map(|_| ())
            }

            /// Writes it over the row of its key that is there: the columns in which they differ, so
            /// that the indexes of all others stay as they are.
            pub(in crate::store) fn write_over(
                &self,
                before: &$name,
                engine: &dyn $crate::store::engine::Engine,
            ) -> Result<(), $crate::store::StoreError> {
                let columns = self.differences(before);
                if columns.is_empty() {
                    return Ok(());
                }
                let named = columns.iter().copied().chain($key.split(", "));
                let values: Vec<_> = named.filter_map(|column| self.value(column)).collect();
                let text = $crate::store::row::update($table, $key, &columns);
                engine.run(&text, &values).map(|_| ())
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

/// `UPDATE ... SET` of these columns, of the row of a key.
pub(super) fn update(table: &str, key: &str, columns: &[&str]) -> String {
    let set = |(n, column): (usize, &&str)| format!("{column} = ${}", n + 1);
    let sets: Vec<String> = columns.iter().enumerate().map(set).collect();
    let place = |(n, column): (usize, &str)| format!("{column} = ${}", columns.len() + n + 1);
    let keys: Vec<String> = key.split(", ").enumerate().map(place).collect();
    format!(
        "UPDATE {table} SET {} WHERE {}",
        sets.join(", "),
        keys.join(" AND ")
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn of_a_row_that_is_there_only_what_differs_is_written() {
        assert_eq!(
            super::update("t", "a, b", &["c", "d"]),
            "UPDATE t SET c = $1, d = $2 WHERE a = $3 AND b = $4"
        );
    }

    #[test]
    fn a_row_is_written_over_an_older_one_of_its_key() {
        assert_eq!(
            super::upsert("t", "a, b", &["a", "b", "c"]),
            "INSERT INTO t (a, b, c) VALUES ($1, $2, $3) \
             ON CONFLICT (a, b) DO UPDATE SET c = excluded.c"
        );
    }
}
