//! Values that nobody knows, and the two fields that prove the table of fields: impact, urgency.

use snapbox::str;

use crate::sandbox::Sandbox;

const PLAN: &str = r#"
schema = 1
vendor = "own"
zone = "UTC"
hours = "around-the-clock"
lines = ["First line", "Second line"]

[priorities]
high = { title = "High", aliases = ["1", "Sev-1"] }
medium = "Medium"

[channels]
email = "E-mail"

[topics]
faults = "Faults"

[impacts]
broad = "Many people"
narrow = "One person"

[urgencies]
now = "At once"
soon = "Soon"

[priority-matrix]
broad  = { now = "high", soon = "high" }
narrow = { now = "high", soon = "medium" }

[milestones.response]
met-by = ["replied"]

[priority-changes]
misjudged = { title = "It was misjudged", corrects = true }
calmer = { title = "It calmed down", to = "lower" }

[plans.std]
targets.response = { high = "1h", medium = "4h" }
"#;

fn desk() -> Sandbox {
    let desk = Sandbox::of_plan(PLAN);
    desk.signs_acme();
    desk
}

#[test]
fn a_value_that_nobody_knows_is_an_error_with_the_nearest_one() {
    let desk = desk();
    desk.done("sladesk open dana@acme.example \"It fails\" --impact broad --urgency now -c email -t faults");
    for (line, error) in [
        ("list topic:fautls", "no topic `fautls`"),
        ("list priority:hihg", "no priority `hihg`"),
        ("list priority:p7", "no priority `p7`"),
        ("list priority:1,hihg", "no priority `hihg`"),
        ("list channel:emial", "no channel `emial`"),
        ("list line:3", "no support line `3`"),
        ("list impact:borad", "no impact `borad`"),
        (
            "list assignee:nobody-such",
            "nobody of the desk is called `nobody-such`",
        ),
        ("list milestone:repsonse", "no milestone `repsonse`"),
        ("list customer:amce", "no customer `amce`"),
        ("list contract:77", "no contract 77"),
        ("list plan:onw", "no plan `onw`"),
        ("list state:opne", "`state:` has no `opne`"),
        ("report sla topic:fautls", "no topic `fautls`"),
    ] {
        let ran = desk.run(&format!("sladesk {line}"));
        assert_eq!(ran.status, 4, "{line}\n{ran}");
        assert!(
            ran.stderr.starts_with(&format!("error: {error}")),
            "{line}\n{ran}"
        );
    }
    for (line, found) in [
        ("list priority:p1", "1\n"),
        ("list priority:HIGH", "1\n"),
        ("list priority:1", "1\n"),
        ("list priority:sev-1", "1\n"),
        ("list priority:1,medium", "1\n"),
        ("list priority:p2", ""),
        ("list line:1", "1\n"),
        ("list plan:own", "1\n"),
        ("list plan:own/std", "1\n"),
        ("list customer:ACME", "1\n"),
        ("list tag:anything version:9 source:none", "1\n"),
        ("list impact:broad urgency:now", "1\n"),
        ("list not:clock:met", "1\n"),
        ("list contact:none", ""),
    ] {
        if line.contains("tag:anything") {
            assert_eq!(desk.done(&format!("sladesk {line} -f ids")), "", "{line}");
        } else {
            assert_eq!(
                desk.done(&format!("sladesk {line} -f ids")),
                found,
                "{line}"
            );
        }
    }
}

#[test]
fn every_list_knows_the_values_of_its_keys() {
    let desk = desk();
    desk.done("sladesk staff add minh --name \"Minh Nguyễn\" --line first");
    desk.done("sladesk customer edit acme --account-manager minh --language en");
    desk.done("sladesk open dana@acme.example \"It fails\" --impact broad --urgency now -c email");
    for (list, near) in [
        (
            "customer list",
            "customer:acmee=acme plan:own/sdt=own/std account-manager:mihn=minh language:enn=en",
        ),
        (
            "contact list",
            "customer:acmee=acme contact:dana@acme.exmaple=dana@acme.example seat:hedl=held",
        ),
        (
            "contract list",
            "customer:acmee=acme plan:own/sdt=own/std state:in-forec=in-force",
        ),
        ("staff list", "staff:mihn=minh lines:frist=first"),
        (
            "plan list",
            "plan:creatio/busines=creatio/business vendor:creatoi=creatio",
        ),
    ] {
        for pair in near.split(' ') {
            let (asked, near) = pair.split_once('=').expect("what is meant");
            for word in [asked.to_owned(), format!("not:{asked}")] {
                let ran = desk.run(&format!("sladesk {list} {word}"));
                assert_eq!(ran.status, 4, "{list} {word}\n{ran}");
                assert!(
                    ran.stderr.contains(&format!("{near}`")),
                    "{list} {word}\n{ran}"
                );
            }
            let key = asked.split(':').next().expect("a key");
            assert_ne!(
                desk.done(&format!("sladesk {list} {key}:{near} -f ids")),
                ""
            );
        }
    }
    assert_eq!(
        desk.done("sladesk contract list state:cancelled -f ids"),
        ""
    );
    for list in ["list", "log", "overdue", "next"] {
        let ran = desk.run(&format!("sladesk {list} ticket:9999"));
        assert_eq!(ran.status, 4, "{list}\n{ran}");
        assert!(
            ran.stderr.contains("no ticket 9999; the newest is 1"),
            "{ran}"
        );
    }
    assert_eq!(desk.done("sladesk list ticket:1..9999 -f ids"), "1\n");
}

#[test]
fn every_list_finds_words_without_their_accents() {
    let desk = desk();
    desk.done("sladesk staff add eva --name \"Eva Ibáñez\"");
    desk.done("sladesk customer add initech --name \"Café Ibáñez\"");
    desk.done("sladesk contact add acme eva@acme.example --name \"Eva Ibáñez\"");
    desk.done("sladesk open eva@acme.example \"Für Ibáñez\" --impact broad --urgency now -c email");
    for list in ["staff list", "customer list", "contact list", "list", "log"] {
        for word in ["ibanez", "IBÁÑEZ", "Iba\u{301}n\u{303}ez"] {
            assert_ne!(
                desk.done(&format!("sladesk {list} {word} -f jsonl")),
                "",
                "{list} {word}"
            );
        }
    }
    assert_eq!(
        desk.done("sladesk staff list text:\"eva ibanez\" -f ids")
            .trim(),
        "eva"
    );
}

#[test]
fn impact_and_urgency_give_the_priority_and_are_fields_like_others() {
    let desk = desk();
    desk.done(
        "sladesk open dana@acme.example \"All are out\" --impact broad --urgency soon -c email",
    );
    desk.done(
        "sladesk open dana@acme.example \"One is out\" --impact narrow --urgency soon -c email",
    );
    desk.shows(
        &[
            "sladesk list -f csv --fields ticket,priority,impact,urgency --sort impact",
            "sladesk open dana@acme.example \"x\" --impact narrow --urgency soon -p high -c email",
            "sladesk open dana@acme.example \"x\" --impact narrow --urgency soon -p high -c email --reason calmer",
            "sladesk -q open dana@acme.example \"x\" --impact narrow --urgency soon -p high -c email --reason misjudged",
            "sladesk open dana@acme.example \"x\" --impact nrrow --urgency soon -c email",
            "sladesk -q edit 2 --impact broad",
            "sladesk list impact:broad -f csv --fields ticket,priority,impact",
            "sladesk report sla --period 2026-10 --by impact -f csv --fields impact,milestone,priority,open",
        ],
        str![[r#"
$ sladesk list -f csv --fields ticket,priority,impact,urgency --sort impact
ticket,priority,impact,urgency
1,high,broad,soon
2,medium,narrow,soon
[exit 0]
$ sladesk open dana@acme.example "x" --impact narrow --urgency soon -p high -c email
error: own/std gives medium for impact narrow and urgency soon, not high
hint: leave out `-p`, or name another impact or urgency
hint: a reason of the plan that corrects lets it stand: `--reason misjudged`
[exit 3]
$ sladesk open dana@acme.example "x" --impact narrow --urgency soon -p high -c email --reason calmer
error: own/std gives medium for impact narrow and urgency soon, not high
hint: leave out `-p`, or name another impact or urgency
hint: a reason of the plan that corrects lets it stand: `--reason misjudged`
[exit 3]
$ sladesk -q open dana@acme.example "x" --impact narrow --urgency soon -p high -c email --reason misjudged
3
[exit 0]
$ sladesk open dana@acme.example "x" --impact nrrow --urgency soon -c email
error: own/std has no impact `nrrow`
hint: did you mean `narrow`?
[exit 4]
$ sladesk -q edit 2 --impact broad
[exit 0]
$ sladesk list impact:broad -f csv --fields ticket,priority,impact
ticket,priority,impact
2,medium,broad
1,high,broad
[exit 0]
$ sladesk report sla --period 2026-10 --by impact -f csv --fields impact,milestone,priority,open
impact,milestone,priority,open
broad,response,high,1
broad,response,medium,1
narrow,response,high,1
[exit 0]

"#]],
    );
}
