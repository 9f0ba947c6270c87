//! The next step for whoever wrote a plan file, or agreed a term of one.

use super::usual_words::meaning;
use crate::plans::Hint;

/// The step as people read it.
pub(crate) fn hint(hint: &Hint) -> Option<String> {
    match hint {
        Hint::Says(text) => Some(text.clone()),
        Hint::Meant(name) => Some(format!("did you mean `{name}`?")),
        Hint::Define { table, name } => Some(definition(table, name)),
        Hint::MoreFindings(1) => Some("1 more finding is left unsaid".to_owned()),
        Hint::MoreFindings(more) => Some(format!("{more} more findings are left unsaid")),
        Hint::MoreOfThisKind(more) => Some(format!("{more} more of this kind")),
        Hint::Written { at, word, instead } => {
            meaning(*at, word).or_else(|| instead.as_deref().and_then(self::hint))
        }
    }
}

/// How a file defines a name, to copy.
fn definition(table: &str, name: &str) -> String {
    match table {
        "milestones" => {
            format!("define it: `[milestones.{name}]` with `met-by = [\"resolved\"]`")
        }
        "calendars" => {
            format!("define it: `[calendars]` with `{name} = \"mon-fri 09:00-17:00\"`")
        }
        "kinds" => {
            format!(
                "define it: `[kinds]` with `{name} = {{ title = \"Title\", on-request = true }}`"
            )
        }
        table => format!("define it: `[{table}]` with `{name} = \"Title\"`"),
    }
}
