//! Tickets go on under the numbers that they had in the tool that they came from.

use serde_json::{Value, json};

use crate::sandbox::Sandbox;

fn mapping(name: &str) -> String {
    format!(
        "name = \"{name}\"\n[columns]\nticket = \"key\"\nopened = \"opened\"\nsubject = \"title\"\npriority = \"prio\"\n\
         [times]\nformat = \"%F %H:%M\"\n"
    )
}

/// Three tickets of jira, two of glpi: `PAY-4` is a key in both.
fn desk() -> Sandbox {
    let desk = Sandbox::of_csd("acme", "Acme", "2026-01-01");
    for (name, rows) in [
        (
            "jira",
            "PAY-3,2026-03-02 09:00,Slow,p3\nPAY-4,2026-03-02 10:00,Blank,p3\nOPS-1,2026-03-02 11:00,Late,p3\n",
        ),
        (
            "glpi",
            "PAY-4,2026-03-03 09:00,Other,p3\n71,2026-03-03 10:00,Numbered,p3\n",
        ),
    ] {
        desk.file(&format!("{name}.toml"), &mapping(name));
        desk.file(
            &format!("{name}.csv"),
            &format!("key,opened,title,prio\n{rows}"),
        );
        desk.done(&format!(
            "sladesk import events {name}.csv --mapping {name}.toml --customer acme"
        ));
    }
    desk
}

fn tickets(desk: &Sandbox, line: &str) -> Vec<i64> {
    let found = desk.json(line);
    let each = |ticket: &Value| ticket["ticket"].as_i64().expect("a number");
    let mut found: Vec<i64> = match &found {
        Value::Array(all) => all.iter().map(each).collect(),
        one => vec![each(one)],
    };
    found.sort_unstable();
    found.dedup();
    found
}

#[test]
fn a_key_is_shown_found_and_taken_wherever_a_number_is() {
    let desk = desk();
    for (line, found) in [
        ("sladesk show PAY-3", &[1][..]),
        ("sladesk show pay-3", &[1]),
        ("sladesk show jira:PAY-4", &[2]),
        ("sladesk show JIRA:pay-4", &[2]),
        ("sladesk show glpi:PAY-4", &[4]),
        ("sladesk show glpi:71", &[5]),
        ("sladesk show PAY-3,OPS-1,5", &[1, 3, 5]),
        ("sladesk explain PAY-3", &[1]),
        ("sladesk list source:PAY-3", &[1]),
        ("sladesk list source:PAY-4", &[2, 4]),
        ("sladesk list source:glpi:PAY-4", &[4]),
        ("sladesk list source:jira", &[1, 2, 3]),
        ("sladesk list source:jira not:source:OPS-1", &[1, 2]),
        ("sladesk list source:glpi,OPS-1", &[3, 4, 5]),
        ("sladesk list PAY-3", &[1]),
        ("sladesk list PAY-4", &[2, 4]),
        ("sladesk log PAY-3", &[1]),
        ("sladesk log glpi:71", &[5]),
    ] {
        assert_eq!(tickets(&desk, line), found, "{line}");
    }
    let shown = desk.json("sladesk list source:PAY-3 --fields ticket,source");
    assert_eq!(shown, json!([{"ticket": 1, "source": "jira:PAY-3"}]));
    assert!(
        desk.run("sladesk show PAY-3")
            .stdout
            .contains("source    jira:PAY-3")
    );
    let again = desk.json("sladesk show PAY-3 --as-of now");
    assert_eq!(again["ticket"], 1);
}

#[test]
fn a_key_may_have_blanks_and_commas() {
    let desk = Sandbox::of_csd("acme", "Acme", "2026-01-01");
    desk.file("jira.toml", &mapping("jira"));
    desk.file(
        "jira.csv",
        "key,opened,title,prio\nPAY 3,2026-03-02 09:00,Slow,p3\n\"PAY 4, old\",2026-03-02 10:00,Blank,p3\n\
         PAY-5,2026-03-02 11:00,Late,p3\nA:6,2026-03-02 12:00,Colon,p3\n\
         \"A\"\"B 7\",2026-03-02 13:00,Quote,p3\nÜmlaut 8,2026-03-02 14:00,Umlaut,p3\n\
         due:3,2026-03-02 15:00,Filter,p3\nA:b:1,2026-03-02 16:00,Colons,p3\n@mine9,2026-03-02 17:00,At,p3\n",
    );
    desk.done("sladesk import events jira.csv --mapping jira.toml --customer acme");
    for (line, found) in [
        ("show 'PAY 3'", &[1][..]),
        ("show 'pay 3'", &[1]),
        ("show 'PAY 3,PAY-5'", &[1, 3]),
        ("show '\"PAY 4, old\"'", &[2]),
        ("show '\"PAY 4, old\",PAY 3'", &[1, 2]),
        ("show 'jira:PAY 3'", &[1]),
        ("show 'jira:\"PAY 4, old\"'", &[2]),
        ("show 'jira:PAY 3,jira:PAY-5,2'", &[1, 2, 3]),
        ("show 'jira:PAY 3,PAY-5'", &[1, 3]),
        ("show 'jira:\"A:6\"'", &[4]),
        ("show 'ümlaut 8'", &[6]),
        ("show 'ÜMLAUT 8'", &[6]),
        ("show jira:A:6", &[4]),
        ("show '\"A\\\"B 7\"'", &[5]),
        ("show '\"A\"\"B 7\"'", &[5]),
        ("show '\"A:b:1\"'", &[8]),
        ("show jira:A:b:1", &[8]),
        ("show jira:@mine9", &[9]),
        ("show '\"due:3\"'", &[7]),
        ("show jira:due:3", &[7]),
        ("list 'source:\"A:b:1\"'", &[8]),
        ("explain '\"PAY 4, old\"'", &[2]),
        ("list 'source:\"PAY 3\"'", &[1]),
        ("list 'source:\"PAY 4, old\",PAY-5'", &[2, 3]),
        ("list 'source:\"jira:PAY 4, old\"'", &[2]),
        ("list '\"PAY 4, old\"'", &[2]),
        ("log 'PAY 3'", &[1]),
        ("log '\"PAY 4, old\"'", &[2]),
        ("log 'PAY 3,PAY-5'", &[1, 3]),
        ("log 'jira:PAY 3,jira:PAY-5'", &[1, 3]),
    ] {
        assert_eq!(tickets(&desk, &format!("sladesk {line}")), found, "{line}");
    }
    let ran = desk.run_with("sladesk assign - ann -y", "PAY 4, old\njira:PAY 3\n");
    assert_eq!(ran.status, 0, "{ran}");
    assert_eq!(tickets(&desk, "sladesk list assignee:ann"), [1, 2]);
    let ran = desk.run_with("sladesk assign - bob -y", "A\"B 7\njira:A:6\n");
    assert_eq!(ran.status, 0, "{ran}");
    assert_eq!(tickets(&desk, "sladesk list assignee:bob"), [4, 5]);
    let ran = desk.run_with("sladesk assign - cy -y", "A:b:1\ndue:3\njira:@mine9\n");
    assert_eq!(ran.status, 0, "{ran}");
    assert_eq!(tickets(&desk, "sladesk list assignee:cy"), [7, 8, 9]);
    desk.done("sladesk link 'PAY 3' '\"PAY 4, old\"'");
    desk.done("sladesk merge 'PAY 3' 'jira:\"PAY 4, old\"' -m same");
    desk.fails(
        "show '\"PAY 9, old\"'",
        4,
        "no ticket came as `PAY 9, old` from another tool\n\
         hint: `sladesk list 'text:\"PAY 9, old\"'` looks for the words",
    );
    desk.fails(
        "show 'jira:PAY 9'",
        4,
        "no ticket came as `jira:PAY 9` from another tool",
    );
    // what is no key is looked for, as before
    assert_eq!(desk.json("sladesk log 'printer 3'"), json!([]));
}

#[test]
fn writes_take_keys_too() {
    let desk = desk();
    desk.done("sladesk note PAY-3 -m \"seen there\"");
    desk.done("sladesk link OPS-1 PAY-3");
    let ran = desk.run_with("sladesk assign - ann -y", "OPS-1\nglpi:71\n2\n");
    assert_eq!(ran.status, 0, "{ran}");
    assert_eq!(tickets(&desk, "sladesk list assignee:ann"), [2, 3, 5]);
    assert_eq!(desk.json("sladesk show 3")["links"][0]["ticket"], 1);
    assert_eq!(
        desk.json("sladesk show 1")["last_event"],
        desk.json("sladesk show jira:PAY-3")["last_event"]
    );
    desk.done("sladesk db check");
}

#[test]
fn a_key_that_nothing_or_several_have_is_refused() {
    let desk = desk();
    for (line, status, says) in [
        (
            "show PAY-9",
            4,
            "no ticket came as `PAY-9` from another tool",
        ),
        (
            "show jira:PAY-9",
            4,
            "no ticket came as `jira:PAY-9` from another tool",
        ),
        (
            "show PAY-4",
            2,
            "`PAY-4` came from several tools: glpi:PAY-4, jira:PAY-4",
        ),
        (
            "note PAY-4 -m x",
            2,
            "`PAY-4` came from several tools: glpi:PAY-4, jira:PAY-4",
        ),
        ("show printer", 2, "`printer` is no ticket"),
        ("show zendesk:17", 2, "no filter `zendesk:`"),
    ] {
        desk.fails(line, status, says);
    }
    desk.file("tag.toml", &mapping("tag"));
    desk.fails(
        "import events jira.csv --mapping tag.toml --customer acme",
        7,
        "the name `tag` cannot stand in front of a ticket's key: one word that is no filter's",
    );
}
