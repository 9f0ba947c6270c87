//! Temporary tables that nobody asked for yet. To make them all is most of what a view of the past
//! costs on a server, and a command asks for few.

use super::text::said_here;

/// A temporary table with its indexes, as its statements make it.
pub(super) struct UnmadeTable {
    name: String,
    statements: String,
}

/// What begins statements that make temporary tables and nothing else.
pub(super) const BEGINS: &str = "CREATE TEMP TABLE ";

/// The tables that these statements are to make.
pub(super) fn unmade(text: &str) -> Vec<UnmadeTable> {
    let mut tables: Vec<UnmadeTable> = Vec::new();
    for statement in text.split(";\n").map(str::trim) {
        let Some(name) = table_of(statement) else {
            continue;
        };
        let made = said_here(statement);
        match tables.iter_mut().find(|table| table.name == name) {
            Some(table) => table.statements.push_str(&made),
            None => tables.push(UnmadeTable {
                name: name.to_owned(),
                statements: made,
            }),
        }
    }
    tables
}

/// The table that a statement makes, or that it makes an index of.
fn table_of(statement: &str) -> Option<&str> {
    let heads = [BEGINS, "CREATE VIRTUAL TABLE temp."];
    let named = heads.iter().find_map(|head| statement.strip_prefix(head));
    let named = named.or_else(|| Some(statement.split_once(" ON ")?.1))?;
    named.split([' ', '(']).next()
}

/// Takes out those that a statement names: the statements that make them.
pub(super) fn named_in(tables: &mut Vec<UnmadeTable>, text: &str) -> String {
    let named = tables.extract_if(.., |table| text.contains(&table.name));
    named.map(|table| table.statements).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_made_with_its_indexes_when_it_is_named() {
        let mut tables = unmade(
            "CREATE TEMP TABLE past_a (n INTEGER) STRICT;\n\
             CREATE INDEX past_i ON past_a (n);\n\
             CREATE TEMP TABLE past_b (n INTEGER) STRICT;\n\
             CREATE VIRTUAL TABLE temp.past_search USING fts5 (words);\n",
        );
        assert_eq!(tables.len(), 3);
        assert_eq!(named_in(&mut tables, "SELECT n FROM a"), "");
        assert_eq!(
            named_in(&mut tables, "SELECT n FROM past_a"),
            "CREATE TEMP TABLE past_a (n bigint);\nCREATE INDEX past_i ON past_a (n);\n"
        );
        assert_eq!(named_in(&mut tables, "SELECT n FROM past_a"), "");
        assert!(
            named_in(&mut tables, "DELETE FROM past_search").contains("TEMP TABLE past_search")
        );
        assert_eq!(tables.len(), 1);
    }
}
