//! Files that the pages name are there.

use crate::page::{pages, root, text};

/// The paths that a page names: in backticks or as a link, below a folder of the sources.
fn named(page: &str) -> Vec<String> {
    const FOLDERS: [&str; 6] = ["src/", "tests/", "docs/", "plans/", "benches/", ".ci/"];
    let text = text(page);
    let spans = text.split(['`', '(', ')', ' ', '\n', '<', '>']);
    let paths = spans.filter(|span| FOLDERS.iter().any(|folder| span.starts_with(folder)));
    let file = |path: &str| {
        let path = path.split("::").next().unwrap_or_default();
        path.trim_end_matches(['.', ',', ':', ';']).to_owned()
    };
    paths.map(file).collect()
}

#[test]
fn every_file_that_a_page_names_is_there() {
    let mut found = 0;
    let mut wrong = Vec::new();
    for page in pages() {
        for path in named(&page) {
            found += 1;
            // A name in capitals, in brackets or with a star stands for any.
            let any = path.contains(|c: char| c.is_ascii_uppercase() || "*{[".contains(c));
            if !any && !root().join(&path).exists() {
                wrong.push(format!("{page}: {path}"));
            }
        }
    }
    assert!(found > 100, "only {found} were found");
    assert!(wrong.is_empty(), "not there:\n{}", wrong.join("\n"));
}
