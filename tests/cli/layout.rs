//! What holds of answers whatever the command: where they go, and what ends the process.

use std::process::Stdio;

use crate::sandbox::Sandbox;

#[test]
fn a_file_is_written_whole_and_stdout_stays_empty() {
    let sandbox = Sandbox::new();
    let ran = sandbox.run("sladesk completions bash -o loader.bash");
    assert_eq!((ran.stdout.as_str(), ran.status), ("", 0));
    let written = std::fs::read_to_string(sandbox.path("loader.bash")).expect("it is there");
    assert_eq!(written, sandbox.done("sladesk completions bash"));
    let left: Vec<_> = std::fs::read_dir(sandbox.path(""))
        .expect("a folder")
        .collect();
    assert_eq!(left.len(), 1, "nothing is left beside it");
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let ran = Sandbox::new().run("sladesk completions bash -o nowhere/loader.bash");
    assert_eq!(
        ran.stderr,
        "error: cannot write nowhere/loader.bash: no such file or directory\n"
    );
    assert_eq!(ran.status, 4);
}

#[test]
fn a_folder_takes_a_file_named_after_the_command() {
    let sandbox = Sandbox::new();
    std::fs::create_dir(sandbox.path("out")).expect("a folder in the sandbox");
    sandbox.done("sladesk config show -f csv -o out/");
    assert!(sandbox.path("out/config-show.csv").is_file());
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let sandbox = Sandbox::new();
    let mut command = sandbox.command();
    let mut child = command
        .args(["help", "open"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn errors_are_json_where_answers_are() {
    for line in [
        "sladesk relpy -f json",
        "sladesk -f jsonl show",
        "sladesk list --format=json --xx",
    ] {
        let ran = Sandbox::new().run(line);
        let error: serde_json::Value = serde_json::from_str(&ran.stderr).expect("one JSON value");
        assert_eq!(error["error"]["code"], 2, "{line}");
        assert!(error["error"]["message"].is_string());
    }
}

#[test]
fn quiet_says_nothing_but_the_answer() {
    let sandbox = Sandbox::new();
    let ran = sandbox.run("sladesk man --dir pages -q");
    assert_eq!((ran.stderr.as_str(), ran.status), ("", 0));
}
