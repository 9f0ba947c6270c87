//! Words in a column of PostgreSQL's own kind: the tokens as they are, each with its places.
//!
//! Such a column has room for so many places, and for so many of one token. A ticket that has more
//! takes several rows. Each row but the first begins with the last tokens of the one before, so
//! that a phrase which stands where one ends is found in the next.

use std::collections::HashMap;
use std::fmt::Write;

use crate::core::search::{LastToken, SoughtPhrase};

/// The tickets in which the words of the placeholder that follows stand.
pub(in crate::store) const MATCHING: &str = "SELECT ticket FROM search WHERE words @@ ";

/// What the placeholder is read as.
pub(in crate::store) const AS_QUERY: &str = "::text::tsquery";

/// Not in the list of statements: no other engine shares their words.
pub(super) const FORGET: &str = "DELETE FROM search WHERE ticket = $1";
pub(super) const PUT: &str = "INSERT INTO search VALUES ($1, $2, $3::text::tsvector)";
pub(super) const ANYWHERE: &str =
    "SELECT ticket FROM search WHERE words @@ $1::text::tsquery LIMIT 1";

/// Every token of every ticket, as often as it stands there. What a row repeats of the one before is
/// left out.
pub(in crate::store) const WORDS: &str = "\
    SELECT s.ticket, w.lexeme FROM search s, unnest(s.words) w, unnest(w.positions) p \
    WHERE s.part = 0 OR p > 64";

/// How many tokens a row repeats of the one before.
const REPEATED: usize = 64;

/// A row has room for more of each of these.
const MOST_PLACES: usize = 16_000;
const MOST_OF_ONE: usize = 250;
const MOST_BYTES: usize = 400_000;

/// A longer token is known by as much of it: in bytes.
const LONGEST: usize = 2_000;

/// The rows of a ticket with these tokens, each as its column is written.
pub(super) fn parts(tokens: &str) -> Vec<String> {
    let all: Vec<&str> = tokens
        .split(' ')
        .filter(|token| !token.is_empty())
        .map(cut)
        .collect();
    let mut parts = Vec::new();
    let mut from = 0;
    loop {
        let to = end_of_part(&all, from);
        parts.push(written(&all[from..to]));
        if to == all.len() {
            return parts;
        }
        from = to - REPEATED;
    }
}

/// Where a row ends that begins there: behind more tokens than are repeated.
fn end_of_part(all: &[&str], from: usize) -> usize {
    let mut of_one: HashMap<&str, usize> = HashMap::new();
    let mut bytes = 0;
    for (place, token) in all.iter().enumerate().skip(from) {
        let count = of_one.entry(token).or_default();
        *count += 1;
        bytes += token.len();
        let full = place - from >= MOST_PLACES || *count > MOST_OF_ONE || bytes > MOST_BYTES;
        if full && place - from > REPEATED {
            return place;
        }
    }
    all.len()
}

/// `'token':1,5 'other':2`
fn written(tokens: &[&str]) -> String {
    let mut places: HashMap<&str, String> = HashMap::new();
    let mut order: Vec<&str> = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        let places = places.entry(token).or_insert_with(|| {
            order.push(token);
            String::new()
        });
        if !places.is_empty() {
            places.push(',');
        }
        let _ = write!(places, "{}", place + 1);
    }
    let mut text = String::new();
    for token in order {
        let _ = write!(text, "{}:{} ", quoted(token), places[token]);
    }
    text
}

/// As much of a token as there is room for.
pub(super) fn cut(token: &str) -> &str {
    let mut end = token.len().min(LONGEST);
    while !token.is_char_boundary(end) {
        end -= 1;
    }
    &token[..end]
}

fn quoted(token: &str) -> String {
    format!("'{}'", token.replace('\\', "\\\\").replace('\'', "''"))
}

/// Of each list one has to stand there.
pub(super) fn all_of(phrases: &[Vec<SoughtPhrase>]) -> Vec<String> {
    let each = phrases.iter().map(|any| {
        let any: Vec<String> = any.iter().map(phrase).collect();
        any.join(" | ")
    });
    each.collect()
}

/// Tokens in a row. One that is longer than what rows repeat is asked for in pieces, which overlap.
pub(super) fn phrase(phrase: &SoughtPhrase) -> String {
    let last = phrase.tokens.len().saturating_sub(1);
    let each = phrase.tokens.iter().enumerate().map(|(place, token)| {
        let shown = cut(token);
        match place == last && (phrase.last == LastToken::Beginning || shown.len() < token.len()) {
            true => format!("{}:*", quoted(shown)),
            false => quoted(shown),
        }
    });
    let each: Vec<String> = each.collect();
    if each.len() <= REPEATED {
        return format!("({})", each.join(" <-> "));
    }
    let step = REPEATED / 2;
    let starts = (0..each.len() - REPEATED)
        .step_by(step)
        .chain([each.len() - REPEATED]);
    let pieces = starts.map(|start| format!("({})", each[start..start + REPEATED].join(" <-> ")));
    format!("({})", pieces.collect::<Vec<String>>().join(" & "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_of_usual_length_is_one_row() {
        assert_eq!(parts("a b a"), ["'a':1,3 'b':2 "]);
        assert_eq!(parts(""), [""]);
        assert_eq!(parts("o'x \\"), ["'o''x':1 '\\\\':2 "]);
    }

    #[test]
    fn a_long_ticket_takes_several_rows_that_overlap() {
        let tokens: Vec<String> = (0..40_000).map(|n| format!("t{n}")).collect();
        let parts = parts(&tokens.join(" "));
        assert_eq!(parts.len(), 3);
        for two in parts.windows(2) {
            let last = two[0]
                .trim()
                .rsplit(' ')
                .next()
                .unwrap()
                .split(':')
                .next()
                .unwrap();
            assert!(two[1].contains(&format!("{last}:64 ")), "{last}");
        }
    }

    #[test]
    fn one_token_said_often_takes_several_rows() {
        let parts = parts(&"a ".repeat(1_000));
        let most = parts.iter().map(|part| part.matches(',').count() + 1).max();
        assert!(most <= Some(MOST_OF_ONE), "{most:?}");
        let counted: usize = parts.iter().map(|part| part.matches(',').count() + 1).sum();
        assert_eq!(counted, 1_000 + (parts.len() - 1) * REPEATED);
    }
}
