//! Saved filters that cannot be put in place of their names.

/// A saved filter that is none.
pub(crate) fn no_saved_filter(name: &str) -> String {
    format!("no saved filter `@{name}`")
}

/// Where they are looked for; some may be built in.
pub(crate) fn where_filters_stand(built_in: &[&str]) -> String {
    match built_in {
        [] => "saved filters stand in the configuration file".to_owned(),
        _ => {
            let built_in: Vec<String> = built_in.iter().map(|name| format!("`@{name}`")).collect();
            format!(
                "{} are built in; others stand in the configuration file",
                built_in.join(" and ")
            )
        }
    }
}

/// A saved filter whose words name it again.
pub(crate) fn leads_back(name: &str) -> String {
    format!("the saved filter `@{name}` leads back to itself")
}

/// `not:` before a saved filter of several words, or of none.
pub(crate) fn negates_several(word: &str) -> String {
    format!(
        "`{word}`: the saved filter is not one word; write `not:` in front of each of its words"
    )
}
