//! What changes from one set of terms to another.

use super::term::term_in_english;
use crate::plans::{Difference, DifferenceKind, TermWords};

/// `response p1: 1 h -> 30 min`
pub(crate) fn difference(differs: &Difference) -> String {
    let words = |said: &Option<TermWords>| said.as_ref().map_or("nothing".into(), term_in_english);
    let subject = match differs.of {
        DifferenceKind::Term => subject(&differs.path),
        DifferenceKind::OrderOfPriorities => "priorities, the most urgent first".to_owned(),
        DifferenceKind::Elsewhere => {
            return "nothing that is shown differs, only names, clauses or notes".to_owned();
        }
    };
    format!(
        "{subject}: {} -> {}",
        words(&differs.old),
        words(&differs.new)
    )
}

/// The path as one says it: `targets.response.p1` is the response p1.
fn subject(path: &str) -> String {
    let parts: Vec<&str> = path.split('.').collect();
    match parts.as_slice() {
        ["targets", rest @ ..] if rest != ["note"] => rest.join(" "),
        [table, rest @ ..] if !rest.is_empty() => {
            let one = match *table {
                "priorities" => "priority",
                "priority-changes" => "priority change",
                table => table.strip_suffix('s').unwrap_or(table),
            };
            format!("{one} {}", rest.join(" "))
        }
        _ => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plans::{Document, PlanFile, SystemNames, diff_to_the_letter};

    const FILE: &str = r#"schema = 1
vendor = "acme"
[priorities]
high = "High"
low = { title = "Low", note = "seldom" }
[milestones.response]
met-by = ["replied"]
clause = "A-1"
[channels]
email = "E-mail"
[exclusions]
misuse = "(a) misuse"
[plans.small]
hours = "mon-fri 09:00-17:00"
targets.response = { high = "4h", low = "8h" }
price = { amount = "open", currency = "EUR" }
"#;

    fn document(text: &str) -> Document {
        let reading = PlanFile::read("acme.toml", text.as_bytes(), &SystemNames::default());
        let file = reading
            .file
            .unwrap_or_else(|| panic!("{:?}", reading.found));
        file.document("small").expect("it has the plan")
    }

    #[test]
    fn whatever_changes_the_hash_is_said() {
        let published = document(FILE);
        assert_eq!(diff_to_the_letter(&published, &published), []);
        for (old, new, says) in [
            (
                "high = \"High\"\nlow = { title = \"Low\", note = \"seldom\" }",
                "low = { title = \"Low\", note = \"seldom\" }\nhigh = \"High\"",
                "priorities, the most urgent first: high, low -> low, high",
            ),
            (
                "(a) misuse",
                "(a) any misuse",
                "exclusion misuse title: No target: (a) misuse -> No target: (a) any misuse",
            ),
            (
                "EUR",
                "USD",
                "price: not published: in EUR -> not published: in USD",
            ),
            ("E-mail", "Mail", "channel email title: E-mail -> Mail"),
            ("seldom", "never", "priority low note: seldom -> never"),
            ("A-1", "A-2", "milestone response clause: A-1 -> A-2"),
            (
                "[priorities]",
                "title = \"Acme\"\n[priorities]",
                "vendor title: acme -> Acme",
            ),
            (
                "[plans.small]",
                "[plans.small]\nconflicts-with = \"two pages\"",
                "plan conflicts-with: nothing -> two pages",
            ),
        ] {
            assert!(FILE.contains(old), "{old}");
            let edited = document(&FILE.replacen(old, new, 1));
            assert_ne!(published.hash(), edited.hash(), "{new}");
            let found: Vec<String> = diff_to_the_letter(&published, &edited)
                .into_iter()
                .map(|d| difference(&d))
                .collect();
            assert!(found.iter().any(|said| said == says), "{new}: {found:?}");
        }
    }
}
