//! Saved filters that cannot be put in place of their names.

use crate::failure::SavedFilterFault as F;

/// What is wrong.
pub(super) fn message(fault: &F) -> String {
    match fault {
        F::Missing { name, .. } => format!("no saved filter `@{name}`"),
        F::LeadsBack { name } => format!("the saved filter `@{name}` leads back to itself"),
        F::NegatesSeveral { word } => format!(
            "`{word}`: the saved filter is not one word; write `not:` in front of each of its words"
        ),
    }
}

/// Where they are looked for.
pub(super) fn hints(fault: &F) -> Vec<String> {
    let F::Missing { built_in, .. } = fault else {
        return Vec::new();
    };
    vec![match built_in[..] {
        [] => "saved filters stand in the configuration file".to_owned(),
        _ => {
            let built_in: Vec<String> = built_in.iter().map(|name| format!("`@{name}`")).collect();
            let built_in = built_in.join(" and ");
            format!("{built_in} are built in; others stand in the configuration file")
        }
    }]
}
