//! The plans of vendors under `tests/published_plans`.

use std::fs;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/published_plans");

/// The name of each vendor and its plan file, in their order.
pub fn vendors() -> Vec<(String, String)> {
    let folder = fs::read_dir(FOLDER).expect("the folder is there");
    let paths = folder.map(|entry| entry.expect("a file of it").path());
    let plans = paths.filter(|path| path.extension().is_some_and(|end| end == "toml"));
    let mut all: Vec<(String, String)> = plans
        .map(|path| {
            let name = path.file_stem().expect("a name").to_string_lossy();
            let text = fs::read_to_string(&path).expect("a text");
            (name.into_owned(), text)
        })
        .collect();
    all.sort();
    all
}
