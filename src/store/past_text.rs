//! Statements as they ask past tables: the same words with other names of tables.

/// The tables that have a past.
pub(super) const TABLES: [&str; 12] = [
    "ticket",
    "clock",
    "tag",
    "link",
    "customer",
    "contact",
    "qualification",
    "contract",
    "contract_terms",
    "staff",
    "staff_line",
    "ledger",
];

/// The index of words; its name stands in statements as a column too.
pub(super) const SEARCH: &str = "search";

/// What stands before the names of a set of past tables.
pub(super) fn prefix(set: u32) -> String {
    match set {
        0 => "past_".to_owned(),
        set => format!("past{set}_"),
    }
}

/// A statement's text as it asks a set of past tables.
pub(super) fn text(text: &str, set: u32) -> String {
    let prefix = prefix(set);
    let mut past = String::with_capacity(text.len() + 64);
    let mut named = false;
    for piece in text.split_inclusive(|c: char| !(c.is_alphanumeric() || c == '_')) {
        let word = piece.trim_end_matches(|c: char| !(c.is_alphanumeric() || c == '_'));
        if word == SEARCH || named && TABLES.contains(&word) {
            past.push_str(&prefix);
        }
        past.push_str(piece);
        if !word.is_empty() {
            named = matches!(word, "FROM" | "JOIN" | "INTO");
        }
    }
    past
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_asks_past_tables_by_the_same_words() {
        for (present, past) in [
            (
                "SELECT t.number FROM ticket t WHERE t.number IN (SELECT ticket FROM tag)",
                "SELECT t.number FROM past_ticket t WHERE t.number IN (SELECT ticket FROM past_tag)",
            ),
            (
                "FROM search CROSS JOIN ticket t WHERE t.number = search.rowid AND search MATCH $1",
                "FROM past_search CROSS JOIN past_ticket t WHERE t.number = past_search.rowid AND past_search MATCH $1",
            ),
            (
                "SELECT customer, ticket FROM clock WHERE customer = $1",
                "SELECT customer, ticket FROM past_clock WHERE customer = $1",
            ),
        ] {
            assert_eq!(text(present, 0), past);
        }
        assert_eq!(text("SELECT 1 FROM tag", 2), "SELECT 1 FROM past2_tag");
    }
}
