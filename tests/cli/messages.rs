//! Messages, exactly: what was wrong, what would be right.

use snapbox::str;

use crate::sandbox::Sandbox;

#[test]
fn a_misspelt_command_or_flag_gets_the_nearest() {
    Sandbox::new().shows(
        &[
            "sladesk frobnicate",
            "sladesk contract sgin acme",
            "sladesk list --xyzzy",
        ],
        str![[r#"
$ sladesk frobnicate
error: no command `frobnicate`
hint: `sladesk help` lists them
[exit 2]
$ sladesk contract sgin acme
error: `contract` has no command `sgin`
hint: did you mean `sign`?
[exit 2]
$ sladesk list --xyzzy
error: `list` has no flag `--xyzzy`
hint: `sladesk help list` lists its flags
[exit 2]

"#]],
    );
}

#[test]
fn a_word_too_few_or_too_many_is_named() {
    Sandbox::new().shows(
        &[
            "sladesk",
            "sladesk reply",
            "sladesk agree 42",
            "sladesk contract",
            "sladesk contract amend 3",
            "sladesk show 42 43",
            "sladesk reply 42",
            "sladesk list --sort",
            "sladesk list -L many",
            "sladesk open acme x --refuse --override topic",
            "sladesk show 42 --as-of now --as-of now",
        ],
        str![[r#"
$ sladesk
error: no command was given
hint: `sladesk help` lists them
[exit 2]
$ sladesk reply
error: `reply` needs TICKETS
hint: usage: sladesk reply TICKETS
[exit 2]
$ sladesk agree 42
error: `agree` needs MILESTONE and DURATION
hint: usage: sladesk agree TICKETS MILESTONE DURATION
[exit 2]
$ sladesk contract
error: `contract` needs a word more: sign, amend, renew, cancel, adjust, list, show
hint: `sladesk help contract` tells what they do
[exit 2]
$ sladesk contract amend 3
error: `contract amend` needs `--start` and `--set`
hint: usage: sladesk contract amend CONTRACT --start DAY --set KEY=VALUE
[exit 2]
$ sladesk show 42 43
error: `show` has no place for `43`
hint: usage: sladesk show TICKETS
[exit 2]
$ sladesk reply 42
error: `reply` needs a text
hint: `-m TEXT`, `-F FILE`, or `-F -` for stdin
[exit 2]
$ sladesk list --sort
error: `--sort` needs a value
[exit 2]
$ sladesk list -L many
error: `--limit` is a number, not `many`
[exit 2]
$ sladesk open acme x --refuse --override topic
error: `--refuse` and `--override` exclude each other
[exit 2]
$ sladesk show 42 --as-of now --as-of now
error: `--as-of` can be given once only
[exit 2]

"#]],
    );
}

#[test]
fn a_setting_that_cannot_be_understood_says_what_could_be() {
    Sandbox::new().shows(
        &[
            "sladesk config show -f yaml",
            "sladesk config show -f jsn",
            "sladesk config show --color sometimes",
            "sladesk config show --now yesterday",
        ],
        str![[r#"
$ sladesk config show -f yaml
error: no format `yaml`
hint: there are table, tsv, csv, json, jsonl, ids, xlsx, ics, text, markdown, html, pdf
[exit 2]
$ sladesk config show -f jsn
error: no format `jsn`
hint: did you mean `json`?
hint: there are table, tsv, csv, json, jsonl, ids, xlsx, ics, text, markdown, html, pdf
[exit 2]
$ sladesk config show --color sometimes
error: colour is never `sometimes`
hint: write `auto`, `always` or `never`
[exit 2]
$ sladesk config show --now yesterday
error: `yesterday` is no instant
hint: write it with its zone: `2026-10-14T10:00:00Z`, `2026-10-14T10:00Z`
[exit 2]

"#]],
    );
}

#[test]
fn what_a_list_has_not_is_refused_with_the_nearest() {
    let sandbox = Sandbox::new();
    sandbox.done("sladesk db init --zone Europe/Madrid");
    sandbox.shows(
        &["sladesk list --sort proirity", "sladesk show 4799"],
        str![[r#"
$ sladesk list --sort proirity
error: list has no field `proirity`
hint: did you mean `priority`? `sladesk help fields` lists all
[exit 2]
$ sladesk show 4799
error: no ticket 4799; this desk has none yet
[exit 4]

"#]],
    );
}

#[test]
#[cfg(target_os = "linux")]
fn a_system_call_that_failed_is_told_with_its_cause() {
    let place = Sandbox::new();
    let written_to_a_full_disk = |words: &[&str]| {
        let full = std::fs::File::options().write(true).open("/dev/full");
        let mut command = place.command();
        command
            .args(words)
            .stdout(full.expect("the device is there"));
        let output = command.output().expect("the program starts");
        let said = String::from_utf8(output.stderr).expect("all output is UTF-8");
        (output.status.code(), said)
    };
    let (status, said) = written_to_a_full_disk(&["plan", "list"]);
    assert_eq!(
        said,
        "error: cannot write stdout: no space left on device\n\
         cause: No space left on device (os error 28)\n"
    );
    assert_eq!(status, Some(1));
    let (_, said) = written_to_a_full_disk(&["plan", "list", "-f", "json"]);
    let error: serde_json::Value = serde_json::from_str(&said).expect("an error in JSON");
    assert_eq!(
        error["error"]["causes"][0],
        "No space left on device (os error 28)"
    );
}
