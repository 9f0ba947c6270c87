//! The compiler that README asks for is the one that the manifest names, and enough for every
//! library.

use std::process::Command;

use crate::page::{root, text};

/// `1.89.0` as numbers that can be compared.
fn numbers(version: &str) -> (u32, u32) {
    let mut parts = version
        .split('.')
        .map(|part| part.parse().expect("a number"));
    (parts.next().expect("a major"), parts.next().unwrap_or(0))
}

fn output(program: &str, words: &[&str]) -> String {
    let output = Command::new(program)
        .args(words)
        .current_dir(root())
        .output()
        .unwrap_or_else(|error| panic!("{program}: {error}"));
    assert!(
        output.status.success(),
        "{program}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("all output is UTF-8")
}

#[test]
fn the_compiler_that_is_asked_for_is_new_enough_for_every_library() {
    let about = output("rustc", &["-vV"]);
    let host = about.lines().find_map(|line| line.strip_prefix("host: "));
    let metadata = output(
        env!("CARGO"),
        &[
            "metadata",
            "--format-version=1",
            "--locked",
            "--offline",
            "--filter-platform",
            host.expect("the compiler names its host"),
        ],
    );
    let metadata: serde_json::Value = serde_json::from_str(&metadata).expect("valid JSON");
    let packages = metadata["packages"].as_array().expect("a list of packages");
    let needs = |package: &serde_json::Value| package["rust_version"].as_str().map(numbers);
    let own = packages.iter().find(|package| package["name"] == "sladesk");
    let ours = own.and_then(needs).expect("the manifest names a compiler");
    for package in packages {
        let name = &package["name"];
        assert!(
            needs(package) <= Some(ours),
            "{name} needs {:?}",
            needs(package)
        );
    }
    let said = format!("Rust {}.{} or newer", ours.0, ours.1);
    assert!(
        text("README.md").contains(&said),
        "README does not say: {said}"
    );
}
