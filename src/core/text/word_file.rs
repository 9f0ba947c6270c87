//! Lists of words in files of their own, where a table of many would bury what is done with them.

/// The words of such a file, one a line. Empty lines, and lines that begin with `# `, are for people.
pub(crate) fn words_of_file(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with("# "))
}

/// The same of a file in parts, each under its `[key]`.
pub(crate) fn word_sections(text: &str) -> Vec<(&str, Vec<&str>)> {
    let mut sections: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in words_of_file(text) {
        let key = line
            .strip_prefix('[')
            .and_then(|line| line.strip_suffix(']'));
        match (key, sections.last_mut()) {
            (Some(key), _) => sections.push((key, Vec::new())),
            (None, Some((_, words))) => words.push(line),
            (None, None) => {}
        }
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_for_people_is_no_word() {
        let text = "# of tools\n\n[a]\none\n  \ntwo #\n# more\n#three\n[b]\n";
        let sections = [("a", vec!["one", "two #", "#three"]), ("b", vec![])];
        assert_eq!(word_sections(text), sections);
        assert_eq!(
            words_of_file("\n\r\n# x\nhalf day\r\n").collect::<Vec<_>>(),
            ["half day"]
        );
    }
}
