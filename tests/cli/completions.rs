//! What shells need to complete sladesk: the loaders in `completions/`, and what they ask for.

use crate::sandbox::{Sandbox, sources};

/// The shells, each with the ending of its loader.
const SHELLS: [(&str, &str); 4] = [
    ("bash", "bash"),
    ("zsh", "zsh"),
    ("fish", "fish"),
    ("powershell", "ps1"),
];

#[test]
fn the_loaders_in_the_sources_are_those_that_are_printed() {
    for (shell, ending) in SHELLS {
        let file = sources()
            .join("completions")
            .join(format!("sladesk.{ending}"));
        let file = std::fs::read_to_string(file).expect("it is there");
        assert_eq!(
            Sandbox::new().done(&format!("sladesk completions {shell}")),
            file
        );
    }
}

#[test]
fn every_loader_asks_the_program_itself() {
    for (shell, _) in SHELLS {
        let loader = Sandbox::new().done(&format!("sladesk completions {shell}"));
        let asks = [
            format!("SLADESK_COMPLETE={shell} sladesk"),
            format!("SLADESK_COMPLETE = \"{shell}\"; sladesk"),
        ];
        assert!(asks.iter().any(|asks| loader.contains(asks)), "{loader}");
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

#[test]
fn the_place_of_a_desk_begins_with_what_it_can_be() {
    assert_eq!(offered(&["sladesk", "--db", "ss"]), ["ssh://"]);
    let on_a_server: &[&str] = match cfg!(feature = "postgres") {
        true => &["postgres://"],
        false => &[],
    };
    assert_eq!(offered(&["sladesk", "--db", "post"]), on_a_server);
}

/// What bash would be offered for the last word, without a desk.
fn offered(words: &[&str]) -> Vec<String> {
    offered_at(&Sandbox::new(), words)
}

/// What bash would be offered for the last word.
pub fn offered_at(sandbox: &Sandbox, words: &[&str]) -> Vec<String> {
    let output = sandbox
        .command()
        .env("SLADESK_COMPLETE", "bash")
        .env("_CLAP_COMPLETE_INDEX", (words.len() - 1).to_string())
        .env("_SLADESK_TYPE", "37")
        .env("_SLADESK_QUOTED", "yes")
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
fn flags_stand_among_no_words_until_one_is_begun() {
    let flags = |words: &[&str]| -> Vec<bool> {
        let offered = offered(words).into_iter();
        offered.map(|word| word.starts_with('-')).collect()
    };
    for words in [
        &["sladesk", ""][..],
        &["sladesk", "report", ""],
        &["sladesk", "help", ""],
        &["sladesk", "list", ""],
    ] {
        let among = flags(words);
        assert!(!among.is_empty() && !among.contains(&true), "{words:?}");
    }
    for begun in ["-", "--"] {
        let all = flags(&["sladesk", "report", begun]);
        assert!(all.len() > 5 && !all.contains(&false), "{begun}");
    }
    let alone = flags(&["sladesk", "undo", ""]);
    assert!(alone.contains(&true), "nothing else can stand there");
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

/// What a shell that shows it is offered, with what each word means.
fn told_at(sandbox: &Sandbox, words: &[&str]) -> Vec<String> {
    let output = sandbox
        .command()
        .env("SLADESK_COMPLETE", "fish")
        .arg("--")
        .args(words)
        .output()
        .expect("the program starts");
    let text = String::from_utf8(output.stdout).expect("words");
    text.lines().map(str::to_owned).collect()
}

#[test]
fn tickets_are_offered_newest_first_with_their_subjects() {
    let desk = crate::tickets::desk();
    for n in 1..=23 {
        desk.done(&format!(
            "sladesk open dana@acme.example \"Number {n}\" -p medium -c email"
        ));
    }
    desk.done("sladesk resolve 23");
    desk.done("sladesk assign 7");
    let told = |words: &[&str]| told_at(&desk, words);
    assert_eq!(
        told(&["sladesk", "reply", "2"])[..3],
        ["23\tNumber 23", "22\tNumber 22", "21\tNumber 21"]
    );
    let all = told(&["sladesk", "reply", ""]);
    assert_eq!(
        all[..2],
        ["22\tNumber 22", "21\tNumber 21"],
        "what is not done, the newest first"
    );
    assert!(!all.contains(&"23\tNumber 23".to_owned()));
    assert_eq!(told(&["sladesk", "t", "show", "3,1"])[0], "3,19\tNumber 19");
    assert_eq!(told(&["sladesk", "merge", "3", "22"]), ["22\tNumber 22"]);
    assert!(told(&["sladesk", "close", "state:act"])[0].starts_with("state:active"));
    assert!(told(&["sladesk", "reply", "99"]).is_empty());
}

#[test]
fn the_words_of_that_tickets_plan_are_offered() {
    let desk = crate::tickets::desk();
    desk.file(
        ".config/sladesk/config.toml",
        "[filters]\nmorning = \"state:active updated:today\"\n",
    );
    desk.done("sladesk staff add minh --name \"Minh Tran\" --line first");
    desk.done("sladesk open dana@acme.example \"One\" -p medium -c email");
    desk.done("sladesk open igor@neva.example \"Two\" -p p2 -c phone -t faults");
    let told = |words: &[&str]| {
        let words = [&["sladesk"], words].concat();
        let told = told_at(&desk, &words).into_iter();
        told.map(|line| line.split('\t').next().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(told(&["priority", "1", ""])[..3], ["high", "medium", "low"]);
    assert_eq!(told(&["priority", "2", "p"]), ["p1", "p2", "p3", "p4"]);
    assert!(told(&["priority", "2", "p3", "--reason", ""]).contains(&"restored".to_owned()));
    assert!(!told(&["priority", "1", "low", "--reason", ""]).contains(&"restored".to_owned()));
    assert_eq!(told(&["explain", "2", "res"]), ["response", "resolution"]);
    assert_eq!(told(&["open", "acme", "x", "-p", "h"]), ["high"]);
    assert!(told(&["open", "acme", "x", "-c", ""]).contains(&"phone".to_owned()));
    assert_eq!(told(&["may", "da"]), ["dana@acme.example"]);
    assert_eq!(told(&["assign", "1", "m"]), ["minh"]);
    assert_eq!(told(&["list", "@m"]), ["@mine", "@morning"]);
    assert_eq!(told(&["reply", "@mo"]), ["@morning"]);
    assert_eq!(
        told(&["report", "sla", "--period", "last-q"]),
        ["last-quarter"]
    );
    assert_eq!(
        told(&["list", "--sort", "-open"]),
        ["-opened", "-opened_by"]
    );
    assert!(told(&["contract", "show", "ne"]).contains(&"neva".to_owned()));
    assert!(told(&["plan", "show", "creatio/b"]).contains(&"creatio/business".to_owned()));
    assert!(told(&["exempt", "2", ""]).len() < 30);
}

#[test]
fn without_a_desk_nothing_is_offered_and_nothing_is_said() {
    let sandbox = Sandbox::new();
    for words in [
        &["sladesk", "reply", ""][..],
        &["sladesk", "may", "a"],
        &["sladesk", "explain", "1", ""],
    ] {
        let output = sandbox
            .command()
            .env("SLADESK_COMPLETE", "fish")
            .arg("--")
            .args(words)
            .output()
            .expect("the program starts");
        assert_eq!(output.status.code(), Some(0), "{words:?}");
        assert!(output.stderr.is_empty(), "{words:?}");
        assert!(!sandbox.path(".local").exists(), "nothing is made");
    }
}

/// What bash itself would put in place of the last piece of a line: `pieces` are what it cuts the
/// line into, `typed` what it says is being completed.
fn put_in(sandbox: &Sandbox, line: &str, pieces: &[&str], typed: &str) -> Vec<String> {
    let db = sandbox.path("desk/desk.db");
    put_in_at(sandbox, line, pieces, typed, Some(&db))
}

/// The same on that desk.
fn put_in_at(
    sandbox: &Sandbox,
    line: &str,
    pieces: &[&str],
    typed: &str,
    db: Option<&std::path::Path>,
) -> Vec<String> {
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_sladesk"));
    let folder = program.parent().expect("a program lies in a folder");
    let script = r#"
source <(SLADESK_COMPLETE=bash sladesk)
COMP_LINE=$1 typed=$2
shift 2
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_sladesk sladesk "$typed" ""
printf '%s\n' "${COMPREPLY[@]}"
"#;
    let output = sandbox
        .command_of("bash")
        .args(["-c", script, "bash", line, typed])
        .args(pieces)
        .env("PATH", format!("{}:/usr/bin:/bin", folder.display()))
        .envs(db.map(|db| ("SLADESK_DB", db)))
        .output()
        .expect("there is a bash");
    let text = String::from_utf8(output.stdout).expect("words");
    text.lines()
        .map(|line| line.trim_end().to_owned())
        .collect()
}

#[test]
fn bash_gets_the_piece_that_it_replaces_written_as_it_is_typed() {
    let desk = Sandbox::new();
    desk.done("sladesk demo desk --tickets 20");
    let at = |line: &str, pieces: &[&str], typed: &str| put_in(&desk, line, pieces, typed);
    let state = ["sladesk", "list", "state", ":"];
    assert_eq!(
        at(
            "sladesk list state:res",
            &[&state[..], &["res"]].concat(),
            "res"
        ),
        ["resolved"]
    );
    assert!(at("sladesk list state:", &state, "").contains(&"resolved".to_owned()));
    assert_eq!(
        at("sladesk list stat", &["sladesk", "list", "stat"], "stat"),
        ["state:"]
    );
    assert_eq!(
        at(
            "sladesk list --sort=priority_r",
            &["sladesk", "list", "--sort", "=", "priority_r"],
            "priority_r"
        ),
        ["priority_rank"]
    );
    assert_eq!(
        at(
            "sladesk assign state:open mi",
            &["sladesk", "assign", "state", ":", "open", "mi"],
            "mi"
        ),
        ["minh"]
    );
    assert_eq!(
        at(
            "sladesk list \"state:res",
            &["sladesk", "list", "\"state:res"],
            "state:res"
        ),
        ["state:resolved"]
    );
    let line = at(
        "sladesk escalate 1 Sec",
        &["sladesk", "escalate", "1", "Sec"],
        "Sec",
    );
    assert_eq!(line, ["Second\\ line"]);
}

/// A desk of twelve tickets, for shells.
fn twelve_tickets() -> Sandbox {
    let desk = crate::tickets::desk();
    for n in 1..=12 {
        desk.done(&format!(
            "sladesk open dana@acme.example \"Number {n}\" -p medium -c email"
        ));
    }
    desk
}

/// What a shell prints that runs a script with this program on its PATH; none: it is not there.
fn printed_by(sandbox: &Sandbox, shell: &str, flags: &[&str], script: &str) -> Option<String> {
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_sladesk"));
    let folder = program.parent().expect("a program lies in a folder");
    let output = sandbox
        .command_of(shell)
        .args(flags)
        .args(["-c", script])
        .env("PATH", format!("{}:/usr/bin:/bin", folder.display()))
        .output()
        .ok()?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert_eq!(text(&output.stderr), "", "{shell}: {script}");
    Some(text(&output.stdout))
}

#[test]
fn bash_shows_what_several_words_mean_and_puts_in_the_only_one() {
    let desk = twelve_tickets();
    let at = |line: &str, pieces: &[&str], typed: &str| put_in_at(&desk, line, pieces, typed, None);
    let several = at("sladesk reply 1", &["sladesk", "reply", "1"], "1");
    assert_eq!(
        several,
        [
            "12  Number 12",
            "11  Number 11",
            "10  Number 10",
            "1   Number 1"
        ]
    );
    let one = at("sladesk reply 12", &["sladesk", "reply", "12"], "12");
    assert_eq!(one, ["12"]);
}

#[test]
fn fish_shows_tickets_newest_first_with_their_subjects() {
    let desk = twelve_tickets();
    let script = "SLADESK_COMPLETE=fish sladesk | source; complete -C 'sladesk reply 1'";
    if let Some(shown) = printed_by(&desk, "fish", &["--no-config"], script) {
        let lines: Vec<&str> = shown.lines().collect();
        assert_eq!(
            lines,
            [
                "12\tNumber 12",
                "11\tNumber 11",
                "10\tNumber 10",
                "1\tNumber 1"
            ]
        );
    }
}

/// Stands in for what zsh does with words: says how it was given them, and which.
const ZSH: &str =
    "compdef() { : }; compadd() { print -r -- \"$@\"; print -rl -- \"${shown[@]}\" }\n";

#[test]
fn zsh_is_given_tickets_in_their_order_and_answers_the_first_tab_too() {
    let desk = twelve_tickets();
    let loader = sources().join("completions/sladesk.zsh");
    std::fs::copy(loader, desk.path("_sladesk")).expect("it can be copied");
    let expected = "-V sladesk -l -d shown -a whole\n12  Number 12\n11  Number 11\n10  Number 10\n1   Number 1\n";
    for asks in [
        "source <(SLADESK_COMPLETE=zsh sladesk); words=(sladesk reply 1); CURRENT=3; _sladesk_offer",
        "fpath=(. $fpath); autoload -Uz _sladesk; words=(sladesk reply 1); CURRENT=3; _sladesk",
    ] {
        if let Some(shown) = printed_by(&desk, "zsh", &["-f"], &format!("{ZSH}{asks}")) {
            assert_eq!(shown, expected, "{asks}");
        }
    }
}

/// What its script has PowerShell do: the words of the line behind `--`, and `''` for a word of
/// which nothing is typed yet; the answer is read line by line, a word and behind a tab its meaning.
#[test]
fn powershell_is_answered_as_its_script_asks() {
    let desk = twelve_tickets();
    let script = desk.done("sladesk completions powershell");
    assert!(script.contains("SLADESK_COMPLETE"), "{script}");
    let registered = desk
        .command_of(env!("CARGO_BIN_EXE_sladesk"))
        .env("SLADESK_COMPLETE", "powershell")
        .output()
        .expect("it runs");
    let registered = String::from_utf8_lossy(&registered.stdout).into_owned();
    for part in [
        "Register-ArgumentCompleter -Native -CommandName sladesk -ScriptBlock {",
        "$env:SLADESK_COMPLETE = \"powershell\";",
        "& sladesk -- $args",
        "$split = $_.Split(\"`t\");",
    ] {
        assert!(registered.contains(part), "{part} in {registered}");
    }
    let open = registered.matches('{').count();
    assert_eq!(open, registered.matches('}').count(), "{registered}");
    for (typed, first) in [
        (&["sladesk", "reply", ""][..], "12\tNumber 12"),
        (&["sladesk", "reply", "1"], "12\tNumber 12"),
        (&["sladesk", "rep"], "reply\t"),
    ] {
        let answer = desk
            .command_of(env!("CARGO_BIN_EXE_sladesk"))
            .env("SLADESK_COMPLETE", "powershell")
            .arg("--")
            .args(typed)
            .output()
            .expect("it runs");
        let answer = String::from_utf8_lossy(&answer.stdout).into_owned();
        let line = answer.lines().next().unwrap_or_default();
        assert!(line.starts_with(first), "{typed:?}: {answer}");
        for line in answer.lines() {
            assert!(line.matches('\t').count() <= 1, "{line}");
        }
    }
}

#[test]
fn what_is_offered_belongs_to_the_line() {
    let desk = twelve_tickets();
    desk.done("sladesk staff add minh --name \"Minh Tran\" --line first");
    desk.done("sladesk open igor@neva.example \"Two\" -p p2 -c phone -t faults");
    let told = |words: &[&str]| -> Vec<String> {
        let words = [&["sladesk"], words].concat();
        let told = told_at(&desk, &words).into_iter();
        let words = told.map(|line| line.split('\t').next().unwrap_or_default().to_owned());
        words.filter(|word| !word.starts_with('-')).collect()
    };
    // contacts of that customer alone
    let of_acme = ["dana", "luis", "eva", "ines"].map(|name| format!("{name}@acme.example"));
    for words in [
        &["open", "acme", "x", "--contact", ""][..],
        &["open", "-p", "high", "acme", "x", "--contact", ""],
        &["may", "acme", "--contact", ""],
        &["receive", "1", "--contact", ""],
        &["edit", "1", "--contact", ""],
        &["eta", "1", "tomorrow", "--told", ""],
        &[
            "contact",
            "add",
            "acme",
            "new@acme.example",
            "--replaces",
            "",
        ],
        &["contact", "edit", "dana@acme.example", "--replaces", ""],
    ] {
        assert_eq!(told(words), of_acme, "{words:?}");
    }
    assert!(told(&["contact", "show", ""]).len() > 4);
    assert!(!told(&["contact", "add", "acme", "d"]).contains(&of_acme[0]));
    // words of that plan alone
    assert!(!told(&["open", "acme", "x", "-p", ""]).contains(&"p1".to_owned()));
    assert!(told(&["open", "neva", "x", "-p", ""]).contains(&"p1".to_owned()));
    assert!(told(&["open", "acme", "x", "--environment", ""]).is_empty());
    assert!(told(&["contract", "adjust", "neva", ""]).len() < 5);
    assert_eq!(
        told(&["calendar", "due", "acme", "-p", ""]),
        ["high", "medium", "low"]
    );
    assert_eq!(
        told(&["calendar", "due", "creatio/basic", "-p", ""]),
        ["high", "medium", "low"]
    );
    assert_eq!(
        told(&["open", "ne", "x", "-p", ""])[0],
        "p1",
        "a beginning is enough"
    );
    // verbs behind a noun, milestones before a clock's state, the last of several filters in a word
    assert!(told(&["help", "report", ""]).contains(&"quarterly".to_owned()));
    assert!(told(&["help", "fi"]).contains(&"filters".to_owned()));
    assert!(told(&["help", "reply", ""]).is_empty());
    let clocks = told(&["list", "clock:response.b"]);
    assert_eq!(clocks, ["clock:response.breached"]);
    let several = told(&["close", "tag:vip state:res"]);
    assert_eq!(several, ["tag:vip state:resolved"]);
    // fields that are there with a flag alone
    let fields = |words: &[&str]| told(words).contains(&"tickets".to_owned());
    assert!(!fields(&["report", "sla", "--fields", "t"]));
    assert!(fields(&["report", "sla", "--tickets", "--fields", "t"]));
    // staff, calendars, mappings
    assert_eq!(told(&["staff", "edit", "m"]), ["minh"]);
    assert_eq!(told(&["calendar", "open", "ac"]), ["acme"]);
    assert!(told(&["calendar", "due", "creatio/b"]).contains(&"creatio/basic".to_owned()));
    assert_eq!(
        told(&["import", "events", "x.csv", "--mapping", "zen"]),
        ["zendesk"]
    );
    desk.file("zenith.toml", "");
    assert_eq!(
        told(&["import", "events", "x.csv", "--mapping", "zen"]),
        ["zendesk", "zenith.toml"]
    );
    // what can be agreed
    let paths = told(&["contract", "sign", "acme", "csd-group/elite", "--set", ""]);
    assert_eq!(paths[0], "contacts=", "what is open first: {paths:?}");
    assert!(
        paths.iter().any(|path| path.starts_with("targets.")),
        "{paths:?}"
    );
    assert!(
        !paths.iter().any(|path| path.starts_with("vendor")),
        "{paths:?}"
    );
    let values = told(&[
        "contract",
        "sign",
        "acme",
        "creatio/basic",
        "--set",
        "zone=",
    ]);
    assert!(values.contains(&"zone=open".to_owned()), "{values:?}");
    assert!(told(&["contract", "amend", "acme", "--set", "targets."]).len() > 1);
    // contracts of that customer
    assert_eq!(told(&["open", "acme", "x", "--contract", ""]), ["1"]);
    // the log begins with a ticket or a filter
    assert!(told(&["log", "1"]).contains(&"12".to_owned()));
    assert_eq!(told(&["log", "custo"]), ["customer:"]);
}
