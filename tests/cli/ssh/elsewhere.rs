//! Typed here, done there.

use super::host::with_login;
use crate::sandbox::Sandbox;

/// A day at a desk: verbs that write and look, texts from words, files and stdin, mistakes of every
/// exit code.
const DAY: &[(&str, &str)] = &[
    ("sladesk list", ""),
    ("sladesk db init --zone Europe/Madrid", ""),
    ("sladesk customer add acme --name \"Acme's $(desk)\"", ""),
    (
        "sladesk contract sign acme csd-group/elite --start 2026-10-01 --set contacts=3 --set channels=phone,email",
        "",
    ),
    ("sladesk contact add acme dana@acme.example --name Dana", ""),
    (
        "sladesk open dana@acme.example \"Nobody can log in\" -p p1 -c phone -F texts/first.txt",
        "",
    ),
    ("sladesk reply 1 -F -", "looking into it\n"),
    ("sladesk note 1 -m \"it's `odd` \\\\ \u{1f600} !\"", ""),
    ("sladesk list @hot", ""),
    ("sladesk show 1", ""),
    ("sladesk show 1 -f json", ""),
    ("sladesk show 1 --times-in Asia/Tokyo", ""),
    ("sladesk explain 1 -f markdown", ""),
    ("sladesk show -", "1\n"),
    ("sladesk overdue --exit-code", ""),
    ("sladesk --now 2026-10-20T09:00:00Z overdue --exit-code", ""),
    ("sladesk show 7", ""),
    ("sladesk relpy 1", ""),
    ("sladesk list stat:open", ""),
    ("sladesk reply 1 -F no.txt", ""),
    ("sladesk reply 1", ""),
    ("sladesk plan check own.toml", ""),
    ("sladesk contract sign acme plans/own.toml:gold -n", ""),
    ("sladesk import contacts people.csv --customer acme", ""),
    ("sladesk undo -n", ""),
    ("sladesk db check", ""),
    ("sladesk report quarterly customer:acme --period 2026Q4", ""),
];

fn files(sandbox: &Sandbox) {
    sandbox.file("texts/first.txt", "It says:\n\nno entry\n");
    sandbox.file("own.toml", "this is no plan");
    sandbox.file("plans/own.toml", "vendor = \"own\"\n");
    sandbox.file("people.csv", "email,name\nlee@acme.example,Lee\n");
}

#[test]
fn every_line_answers_as_on_the_desks_own_host() {
    let (far, near) = (with_login(), Sandbox::in_file());
    near.file(
        ".config/sladesk/config.toml",
        "[filters]\nhot = \"priority:p1\"\n",
    );
    for sandbox in [&far, &near] {
        files(sandbox);
    }
    for (line, stdin) in DAY {
        let (there, here) = (far.run_with(line, stdin), near.run_with(line, stdin));
        // the desk lies in the home folder of its host
        let there = there.to_string().replace("[ROOT]/far", "[ROOT]");
        let (there, here) = (without_seals(&there), without_seals(&here.to_string()));
        assert_eq!(there, here, "{line}");
    }
    assert!(far.path("far/.local/share/sladesk/desk.db").exists());
    assert!(!far.path(".local").exists(), "nothing of the desk is here");
}

/// No two desks have the same seal: each is founded with a number of its own.
fn without_seals(text: &str) -> String {
    let seal = |word: &&str| !(word.contains('@') && word.starts_with('e'));
    let words = |line: &str| line.split(' ').filter(seal).collect::<Vec<_>>().join(" ");
    text.lines().map(words).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_goes_to_a_file_is_written_here() {
    let sandbox = with_login();
    files(&sandbox);
    for (line, stdin) in &DAY[1..7] {
        assert_eq!(sandbox.run_with(line, stdin).status, 0, "{line}");
    }
    sandbox.done("sladesk list -o list.csv");
    let list = std::fs::read_to_string(sandbox.path("list.csv")).expect("it is here");
    assert!(
        list.starts_with("ticket,") && list.lines().count() == 2,
        "{list}"
    );

    let report = "sladesk report quarterly --period 2026Q4 -f html -o pages/";
    let paths = sandbox.done(report);
    assert_eq!(paths, "pages/acme-2026Q4-en.html\n");
    let page = std::fs::read_to_string(sandbox.path(paths.trim())).expect("it is here");
    assert!(page.ends_with("</html>\n"));
    let again = sandbox.run(report);
    assert_eq!(again.status, 5, "{again}");
    assert!(again.stderr.starts_with("error: pages/acme"), "{again}");
    sandbox.done(&format!("{report} -y"));

    // a command that fails leaves what was there
    let failed = sandbox.run("sladesk show 7 -o list.csv");
    assert_eq!(failed.status, 4, "{failed}");
    let kept = std::fs::read_to_string(sandbox.path("list.csv"));
    assert_eq!(kept.ok().as_deref(), Some(list.as_str()));
    sandbox.fails("list -o none/list.csv", 4, "cannot write none/list.csv");
    assert!(!sandbox.path("far/list.csv").exists());
}

#[test]
fn files_are_read_here_wherever_they_lie() {
    let sandbox = with_login();
    files(&sandbox);
    for (line, stdin) in &DAY[1..6] {
        assert_eq!(sandbox.run_with(line, stdin).status, 0, "{line}");
    }
    let elsewhere = tempfile::tempdir().expect("a folder");
    let text = elsewhere.path().join("answer.txt");
    std::fs::write(&text, "from elsewhere").expect("a file");
    sandbox.done(&format!("sladesk reply 1 -F {}", text.display()));
    sandbox.done(&format!("sladesk note 1 --file={}", text.display()));
    let shown = sandbox.json("sladesk show 1").to_string();
    assert_eq!(shown.matches("from elsewhere").count(), 2, "{shown}");
    // nothing of it stays on the host
    let left = std::fs::read_dir(std::env::temp_dir()).expect("a folder");
    let left = left.filter_map(Result::ok).map(|entry| entry.path());
    let mut left = left.map(|path| path.join("files/answer.txt"));
    assert!(!left.any(|path| path.exists()));
}

#[test]
fn a_host_that_does_not_answer_is_told() {
    let sandbox = with_login();
    for (ends, says) in [
        ("exit 255", "no answer from desk1"),
        (
            "exit 127",
            "desk1 has no `sladesk` on the path of a plain login",
        ),
    ] {
        sandbox.file(
            "ssh.sh",
            &format!("echo \"$@\" > \"$HOME/asked\"; {ends}\n"),
        );
        sandbox.fails(
            "--db ssh://minh@desk1:2222 list",
            6,
            &says.replace("desk1", "minh@desk1"),
        );
    }
    let asked = std::fs::read_to_string(sandbox.path("asked")).expect("it was asked");
    assert!(
        asked.contains("-p 2222 -- minh@desk1 sladesk serve "),
        "{asked}"
    );
    sandbox.fails(
        "--db ssh://-oProxyCommand=x list",
        2,
        "`ssh://-oProxyCommand=x` is no address",
    );
    sandbox.fails(
        "--db ssh://desk1 --plans plans list",
        2,
        "plan files lie with the desk",
    );
    sandbox.file("ssh.sh", "echo hello from a login script\n");
    sandbox.fails(
        "list -o list.csv",
        1,
        "what came from far is no answer of sladesk",
    );
    assert!(!sandbox.path("list.csv").exists());
}

#[test]
fn a_command_that_reads_no_stdin_leaves_it_alone() {
    let sandbox = with_login();
    files(&sandbox);
    for (line, stdin) in &DAY[1..6] {
        assert_eq!(sandbox.run_with(line, stdin).status, 0, "{line}");
    }
    let program = env!("CARGO_BIN_EXE_sladesk");
    let read = format!("while read n; do {program} show $n -f ids; done");
    let mut shell = sandbox.command_of("sh");
    let mut child = shell
        .args(["-c", &read])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("a shell");
    let mut stdin = child.stdin.take().expect("a pipe");
    std::io::Write::write_all(&mut stdin, b"1\n1\n1\n").expect("three lines");
    drop(stdin);
    let shown = child.wait_with_output().expect("it ends").stdout;
    assert_eq!(String::from_utf8_lossy(&shown), "1\n1\n1\n");
}

#[test]
fn the_tab_key_offers_what_is_there() {
    let sandbox = with_login();
    files(&sandbox);
    for (line, stdin) in &DAY[1..6] {
        assert_eq!(sandbox.run_with(line, stdin).status, 0, "{line}");
    }
    let offered = |words: &[&str]| {
        let place = words.len();
        let output = sandbox
            .command()
            .env("SLADESK_COMPLETE", "fish")
            .env("_CLAP_COMPLETE_INDEX", place.to_string())
            .args(["--", "sladesk"])
            .args(words)
            .output()
            .expect("the program starts");
        assert!(output.stderr.is_empty());
        String::from_utf8(output.stdout).expect("words")
    };
    assert!(offered(&["customer", "show", ""]).starts_with("acme"));
    let typed = ["--db", "ssh://far", "customer", "show", ""];
    assert!(offered(&typed).starts_with("acme"));
    // whose filters they are is a matter of who asks
    sandbox.file(
        "far/.config/sladesk/config.toml",
        "[filters]\nhosts_own = \"priority:p1\"\n",
    );
    let filters = offered(&["list", "@"]);
    assert!(
        filters.contains("@hot") && !filters.contains("@hosts_own"),
        "{filters}"
    );
}
