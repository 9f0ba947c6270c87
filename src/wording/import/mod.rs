//! What an import says of the file that it reads.

mod column_names;
pub(crate) mod contacts;
pub(crate) mod draft;
pub(crate) mod encoding;
pub(crate) mod holidays;
pub(crate) mod mapping;
pub(crate) mod rows;
mod status_words;

/// `line 3`, `lines 3 and 5`, `lines 3, 5, 8 and 40 more`.
pub(crate) fn on_lines(lines: &[u64]) -> String {
    /// More lines than these are counted.
    const MOST: usize = 8;
    let told: Vec<String> = lines.iter().take(MOST).map(u64::to_string).collect();
    match lines.len() {
        1 => format!("line {}", told[0]),
        n if n > MOST => format!("lines {} and {} more", told.join(", "), n - MOST),
        _ => format!("lines {}", super::list::listed(&told)),
    }
}
