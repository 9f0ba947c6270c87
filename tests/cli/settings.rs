//! Settings, and where each comes from.

use snapbox::str;

use crate::sandbox::Sandbox;

const FILE: &str = "\
actor = \"minh\"
times-in = \"Europe/Madrid\"

[filters]
hot = \"priority:p1 state:active\"
";

#[test]
fn every_value_says_where_it_comes_from() {
    let sandbox = Sandbox::in_file();
    sandbox.file(".config/sladesk/config.toml", FILE);
    sandbox.shows(
        &[
            "sladesk config show",
            "sladesk config show --actor hoa --db one.db -f csv",
            "sladesk config check",
        ],
        str![[r#"
$ sladesk config show
db	[ROOT]/.local/share/sladesk/desk.db	default
plans	-	default
actor	minh	[ROOT]/.config/sladesk/config.toml:1
times-in	Europe/Madrid	[ROOT]/.config/sladesk/config.toml:2
color	auto	default
pager	less -FRX	default
ssh	ssh	default
@hot	priority:p1 state:active	[ROOT]/.config/sladesk/config.toml:5
[exit 0]
$ sladesk config show --actor hoa --db one.db -f csv
key,value,origin
db,one.db,--db
plans,,default
actor,hoa,--actor
times-in,Europe/Madrid,[ROOT]/.config/sladesk/config.toml:2
color,auto,default
pager,less -FRX,default
ssh,ssh,default
@hot,priority:p1 state:active,[ROOT]/.config/sladesk/config.toml:5
[exit 0]
$ sladesk config check
[ROOT]/.config/sladesk/config.toml is well
[exit 0]

"#]],
    );
}

#[test]
fn a_file_that_says_what_nobody_understands_stops_every_command() {
    let sandbox = Sandbox::new();
    sandbox.file(
        ".config/sladesk/config.toml",
        "actor = \"minh\"\nacter = \"hoa\"\n",
    );
    sandbox.shows(
        &["sladesk config check", "sladesk plan list"],
        str![[r#"
$ sladesk config check
error: unknown key `acter`
  in [ROOT]/.config/sladesk/config.toml:2:1
hint: did you mean `actor`?
hint: it may hold db, plans, actor, times-in, color, pager, ssh and [filters]
[exit 7]
$ sladesk plan list
error: unknown key `acter`
  in [ROOT]/.config/sladesk/config.toml:2:1
hint: did you mean `actor`?
hint: it may hold db, plans, actor, times-in, color, pager, ssh and [filters]
[exit 7]

"#]],
    );
}

#[test]
fn what_can_be_read_but_not_meant_is_found_by_check() {
    let sandbox = Sandbox::new();
    sandbox.file(
        ".config/sladesk/config.toml",
        "times-in = \"Europe/Madird\"\n",
    );
    sandbox.shows(
        &["sladesk config check"],
        str![[r#"
$ sladesk config check
error: no zone `Europe/Madird`
  said by [ROOT]/.config/sladesk/config.toml:1
hint: did you mean `Europe/Madrid`?
[exit 7]

"#]],
    );
    sandbox.file(
        ".config/sladesk/config.toml",
        "[filters]\nmine = \"state:open\"\n",
    );
    sandbox.shows(
        &["sladesk config check"],
        str![[r#"
$ sladesk config check
error: the filter `@mine` is built in
hint: give yours another name
[exit 7]

"#]],
    );
}

/// The page shows a file with every key; it is understood, and each key holds what it says.
#[test]
fn the_file_that_help_shows_is_one() {
    let sandbox = Sandbox::in_file();
    let page = sandbox.done("sladesk help configuration");
    let file = page.lines().filter_map(|line| line.strip_prefix("  "));
    let file = file.filter(|line| line.starts_with('[') || line.contains(" = "));
    let file: Vec<&str> = file.collect();
    sandbox.file(".config/sladesk/config.toml", &file.join("\n"));
    sandbox.done("sladesk config check");
    let shown = sandbox.done("sladesk config show -f tsv --fields key,origin");
    for line in shown.lines() {
        assert!(line.contains("config.toml:"), "{line}");
    }
    assert_eq!(shown.lines().count(), file.len() - 1, "{shown}");
}
