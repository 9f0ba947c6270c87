//! The nearest name to a misspelt one.
//!
//! Ours, because the usual similarity answers `relpy` with reopen, report, help and reply: here a
//! slip of the fingers (one letter missing, added, wrong, or two swapped) is near, a beginning of
//! a name is near, and everything else is silence.

use super::folded;

/// The candidate that was most likely meant, when one is near enough.
///
/// ```
/// use sladesk::core::text::nearest;
/// let verbs = ["reopen", "report", "help", "reply", "priority"];
/// assert_eq!(nearest("relpy", verbs), Some("reply"));
/// assert_eq!(nearest("prio", verbs), Some("priority"));
/// assert_eq!(nearest("frobnicate", verbs), None);
/// ```
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = letters(word)?;
    candidates
        .into_iter()
        .filter_map(|candidate| Some((cost(&typed, &letters(candidate)?)?, candidate)))
        .min_by_key(|(cost, _)| *cost)
        .map(|(_, candidate)| candidate)
}

/// The person who was most likely meant by an address or a name: candidates are (address, name).
/// Whole parts of a name count, so that `dana.ruis@acme.example` finds Dana Ruiz who writes from
/// `dana@acme.example`.
///
/// ```
/// use sladesk::core::text::nearest_person;
/// let people = [("luis@acme.example", "Luis Soto"), ("dana@acme.example", "Dana Ruiz")];
/// assert_eq!(nearest_person("dana.ruis@acme.example", people), Some("dana@acme.example"));
/// ```
pub fn nearest_person<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Option<&'a str> {
    let wanted = name_parts(word);
    candidates
        .into_iter()
        .filter_map(|(address, name)| {
            let known = [name_parts(address), name_parts(name)].concat();
            let parts = wanted
                .iter()
                .filter(|part| nearest(part, known.iter().map(String::as_str)).is_some())
                .count();
            let whole = address_cost(word, address);
            (parts > 0 || whole.is_some())
                .then_some(((whole.unwrap_or(u32::MAX), usize::MAX - parts), address))
        })
        .min_by_key(|(rank, _)| *rank)
        .map(|(_, address)| address)
}

/// How far two addresses are apart: on each side of the sign, or a part alone from what stands
/// before it.
fn address_cost(typed: &str, address: &str) -> Option<u32> {
    let near = |a: &str, b: &str| cost(&letters(a)?, &letters(b)?);
    let (local, domain) = address.split_once('@')?;
    match typed.split_once('@') {
        Some((typed, at)) => Some(near(typed, local)? + near(at, domain)?),
        None => near(typed, local),
    }
}

fn name_parts(text: &str) -> Vec<String> {
    let local = text.split('@').next().unwrap_or(text);
    local
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| part.chars().count() > 1)
        .map(str::to_lowercase)
        .collect()
}

/// Nobody types a name longer than this by mistake; it bounds the work on hostile input.
const LONGEST: usize = 64;

/// Letters alike for the comparison; none for a text that is no name.
fn letters(word: &str) -> Option<Vec<char>> {
    let begin: String = word.chars().take(LONGEST + 1).collect();
    let letters: Vec<char> = folded(&begin).replace('_', "-").chars().collect();
    (!letters.is_empty() && letters.len() <= LONGEST).then_some(letters)
}

/// How far a typed word is from a candidate, or none when it is too far. A slip costs 100, a
/// beginning of a name less than two slips; a wrong first letter is rare, so it costs a little.
fn cost(typed: &[char], candidate: &[char]) -> Option<u32> {
    if typed == candidate {
        return Some(0);
    }
    let missing = candidate.len().saturating_sub(typed.len());
    if typed.len() >= 3 && candidate.starts_with(typed) {
        return Some(100 + u32::try_from(missing).unwrap_or(LONGEST as u32));
    }
    let allowed = match typed.len().max(candidate.len()) {
        0..=2 => 0,
        3..=5 => 1,
        6..=8 => 2,
        _ => 3,
    };
    let slips = slips(typed, candidate);
    let first = u32::from(typed.first() != candidate.first());
    (slips <= allowed).then(|| u32::try_from(slips).unwrap_or(u32::MAX) * 100 + first * 10)
}

/// The fewest letters to add, drop, change or swap with a neighbour (optimal string alignment).
fn slips(a: &[char], b: &[char]) -> usize {
    let width = b.len() + 1;
    let mut before: Vec<usize> = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; width];
        for j in 1..=b.len() {
            let change = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = change.min(last[j] + 1).min(row[j - 1] + 1);
            let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if swapped {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const VERBS: [&str; 12] = [
        "open", "show", "list", "reply", "reopen", "report", "help", "resolve", "priority",
        "assign", "note", "close",
    ];

    #[test]
    fn slips_of_the_fingers_find_the_name_that_was_meant() {
        for (typed, meant) in [
            ("relpy", Some("reply")),
            ("reply", Some("reply")),
            ("prio", Some("priority")),
            ("priorty", Some("priority")),
            ("Shwo", Some("show")),
            ("resovle", Some("resolve")),
            ("asign", Some("assign")),
            ("clsoe", Some("close")),
            ("x", None),
            ("", None),
            ("frobnicate", None),
            ("opnesesame", None),
        ] {
            assert_eq!(nearest(typed, VERBS), meant, "{typed}");
        }
    }

    #[test]
    fn keys_and_flags_are_found_too() {
        assert_eq!(
            nearest("custmer", ["contact", "customer"]),
            Some("customer")
        );
        assert_eq!(nearest("mesage", ["merge", "message"]), Some("message"));
        assert_eq!(
            nearest("account_manger", ["account-manager"]),
            Some("account-manager")
        );
        assert_eq!(
            nearest("pausedby", ["paused-by", "starts"]),
            Some("paused-by")
        );
        assert_eq!(nearest("danagn", ["Đà-Nẵng", "đanang"]), Some("đanang"));
        assert_eq!(nearest("p5", ["p1", "p2"]), None, "no better than a guess");
    }

    #[test]
    fn a_slip_is_nearer_than_a_long_rest_of_a_name() {
        assert_eq!(
            nearest("rep", ["reporting-and-analytics", "rap"]),
            Some("rap")
        );
        assert_eq!(
            nearest("res", ["resume", "resolve"]),
            Some("resume"),
            "the shorter rest"
        );
    }

    #[test]
    fn a_stranger_finds_nobody() {
        let people = [
            ("luis@acme.example", "Luis Soto"),
            ("eva@acme.example", "Eva Roth"),
        ];
        assert_eq!(nearest_person("bob@acme.example", people), None);
        assert_eq!(nearest_person("soto", people), Some("luis@acme.example"));
        assert_eq!(
            nearest_person("eva@acme.exmaple", people),
            Some("eva@acme.example")
        );
    }

    /// The definition itself, without a table.
    fn slips_by_definition(a: &[char], b: &[char]) -> usize {
        match (a, b) {
            ([], rest) | (rest, []) => rest.len(),
            ([.., x], [.., y]) => {
                let (shorter_a, shorter_b) = (&a[..a.len() - 1], &b[..b.len() - 1]);
                let mut best = slips_by_definition(shorter_a, shorter_b) + usize::from(x != y);
                best = best.min(slips_by_definition(shorter_a, b) + 1);
                best = best.min(slips_by_definition(a, shorter_b) + 1);
                if let ([.., x2, x1], [.., y2, y1]) = (a, b)
                    && (x2, x1) == (y1, y2)
                {
                    let rest = (&a[..a.len() - 2], &b[..b.len() - 2]);
                    best = best.min(slips_by_definition(rest.0, rest.1) + 1);
                }
                best
            }
        }
    }

    proptest! {
        #[test]
        fn the_table_counts_as_the_definition_does(a in "[abc]{0,5}", b in "[abc]{0,5}") {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            prop_assert_eq!(slips(&a, &b), slips_by_definition(&a, &b));
        }

        #[test]
        fn any_text_gets_an_answer(word in any::<String>()) {
            if let Some(found) = nearest(&word, VERBS) {
                prop_assert!(VERBS.contains(&found));
            }
        }
    }
}
