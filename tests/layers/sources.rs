//! The files of the sources, with their code.

use std::fs;
use std::path::PathBuf;

pub use crate::rust_files::{root, rust_files};

/// The Rust files below a folder of the crate, each with its code: what stands before `//` on
/// every line.
pub fn code_below(folder: &str) -> Vec<(PathBuf, String)> {
    let files = rust_files(folder).into_iter();
    files
        .map(|path| {
            let text = fs::read_to_string(&path).expect("a file of the sources");
            let code = text
                .lines()
                .map(|line| line.split("//").next().unwrap_or_default());
            let code = code.collect::<Vec<_>>().join("\n");
            (path, code)
        })
        .collect()
}
