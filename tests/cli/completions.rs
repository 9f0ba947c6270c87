//! What shells need to complete sladesk: the loaders in `completions/`, and what they ask for.

use crate::sandbox::{Sandbox, sources};

#[test]
fn the_loaders_in_the_sources_are_those_that_are_printed() {
    for shell in ["bash", "zsh", "fish"] {
        let file = sources()
            .join("completions")
            .join(format!("sladesk.{shell}"));
        let file = std::fs::read_to_string(file).expect("it is there");
        assert_eq!(
            Sandbox::new().done(&format!("sladesk completions {shell}")),
            file
        );
    }
}

#[test]
fn every_loader_asks_the_program_itself() {
    for shell in ["bash", "zsh", "fish"] {
        let loader = Sandbox::new().done(&format!("sladesk completions {shell}"));
        assert!(
            loader.contains(&format!("SLADESK_COMPLETE={shell} sladesk")),
            "{loader}"
        );
        let output = Sandbox::new()
            .command()
            .env("SLADESK_COMPLETE", shell)
            .output()
            .expect("the program starts");
        let script = String::from_utf8(output.stdout).expect("a script");
        assert!(
            output.status.success() && script.contains("sladesk"),
            "{shell}"
        );
        assert!(
            !script.contains("target/"),
            "no path of this machine: {script}"
        );
    }
}

/// What bash would be offered for the last word, without a desk.
fn offered(words: &[&str]) -> Vec<String> {
    offered_at(&Sandbox::new(), words)
}

/// What bash would be offered for the last word.
fn offered_at(sandbox: &Sandbox, words: &[&str]) -> Vec<String> {
    let output = sandbox
        .command()
        .env("SLADESK_COMPLETE", "bash")
        .env("_CLAP_COMPLETE_INDEX", (words.len() - 1).to_string())
        .env("_CLAP_COMPLETE_COMP_TYPE", "9")
        .env("_CLAP_COMPLETE_SPACE", "true")
        .env("_CLAP_IFS", "\n")
        .arg("--")
        .args(words)
        .output()
        .expect("the program starts");
    let text = String::from_utf8(output.stdout).expect("words");
    text.lines().map(|line| line.trim().to_owned()).collect()
}

#[test]
fn commands_flags_and_words_are_offered() {
    assert_eq!(offered(&["sladesk", "rep"]), ["reply", "report"]);
    assert_eq!(offered(&["sladesk", "contract", "s"]), ["sign", "show"]);
    assert_eq!(
        offered(&["sladesk", "list", "-f", "json"]),
        ["json", "jsonl"]
    );
    assert_eq!(offered(&["sladesk", "help", "exit"]), ["exit-codes"]);
    assert_eq!(offered(&["sladesk", "wait", "4711", "v"]), ["vendor"]);
    assert_eq!(
        offered(&["sladesk", "close", "42", "--as", "d"]),
        ["done", "duplicate"]
    );
    assert_eq!(
        offered(&["sladesk", "--times-in", "Europe/Mad"]),
        ["Europe/Madrid"]
    );
}

#[test]
fn fields_filters_and_the_values_that_the_desk_knows_are_offered() {
    let desk = Sandbox::new();
    desk.done("sladesk demo desk --tickets 20");
    let db = ["sladesk", "--db", "desk/desk.db"];
    let at = |words: &[&str]| offered_at(&desk, &[&db[..], words].concat());
    assert_eq!(at(&["list", "--fields", "account_m"]).len(), 2);
    assert_eq!(at(&["list", "--fields", "ticket,prior"]).len(), 2);
    assert_eq!(at(&["staff", "list", "--sort", "ema"]), ["email"]);
    assert_eq!(at(&["list", "custo"]), ["customer:"]);
    assert_eq!(at(&["list", "not:custo"]), ["not:customer:"]);
    assert_eq!(at(&["overdue", "held-b"]), ["held-by:"]);
    assert_eq!(at(&["list", "customer:ac"]), ["customer:acme"]);
    assert_eq!(at(&["list", "state:res"]), ["state:resolved"]);
    assert_eq!(at(&["list", "state:open,res"]), ["state:open,resolved"]);
    assert!(at(&["list", "priority:"]).contains(&"priority:high".to_owned()));
    assert!(at(&["report", "sla", "--by", "held"]).contains(&"held_by".to_owned()));
    assert!(at(&["open", "acme", "x", "-p", "hi"]).contains(&"high".to_owned()));
    assert!(
        at(&["open", "acme", "x", "--impact", ""]).is_empty(),
        "no plan has one"
    );
    assert!(at(&["list", "mood:x"]).is_empty());
}
