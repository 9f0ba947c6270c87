//! Words and numbers that cannot be meant: what is past and should lie ahead, more than there is, the
//! case of a letter, a text that is cut.

use serde_json::{Value, json};

use crate::sandbox::Sandbox;

const PLAN: &str = r#"
schema = 1
vendor = "own"
zone = "UTC"
hours = "around-the-clock"

[priorities]
high = { title = "High", aliases = ["p1"] }
medium = "Medium"

[channels]
email = "E-mail"

[topics]
faults = "Faults"

[environments]
production = "Production"

[components]
import = "The import"

[impacts]
widespread = "Widespread"
single = "One person"

[urgencies]
now = "Now"
soon = "Soon"

[milestones.response]
met-by = ["replied"]

[priority-changes]
misjudged = { title = "It was misjudged", corrects = true }

[plans.std]
contacts = "open"
term = { length = "12 months" }
allowances.visits = { cases = 9, per = "contract-year", topics = ["faults"] }
targets.response = { high = "1h", medium = { within = "4h", negotiable = true } }
"#;

fn desk() -> Sandbox {
    let desk = Sandbox::of_plan(PLAN);
    desk.signs_acme();
    desk
}

fn open(desk: &Sandbox, words: &str) {
    desk.done(&format!("sladesk open dana@acme.example {words} -c email"));
}

#[test]
fn no_more_work_is_taken_back_than_was_booked() {
    let desk = desk();
    open(&desk, "Slow -p high");
    let worked = || desk.json("sladesk show 1")["worked_seconds"].clone();
    let ran = desk.run("sladesk work 1 -20h");
    assert_eq!(
        (ran.status, ran.stderr.as_str()),
        (5, "error: no time is booked on 1\n")
    );
    desk.done("sladesk work 1 1h30m");
    let ran = desk.run("sladesk work 1 -20h");
    assert_eq!(
        ran.stderr,
        "error: 1 has 1h 30m of work: 20h cannot be taken back\n\
         hint: `sladesk work 1 -1h30m` takes all of it back\n"
    );
    assert_eq!(ran.status, 5);
    assert_eq!(worked(), json!(5400));
    desk.done("sladesk work 1 -1h30m");
    assert_eq!(worked(), json!(0));
    assert_eq!(desk.run("sladesk work 1 -1m").status, 5);
}

#[test]
fn what_says_nothing_is_no_value() {
    let desk = desk();
    open(&desk, "Slow -p high");
    for (line, says) in [
        ("reply 1 -m x --corrects \"\"", "`--corrects` is empty"),
        ("reply 1 -m x --once \" \"", "`--once` is empty"),
        ("--actor \"\" note 1 -m x", "`--actor` is empty"),
        ("eta 1 18:00 --told \"\"", "`--told` is empty"),
        ("edit 1 --version \" \"", "`--version` is empty"),
        ("edit 1 --untag \"\"", "`--untag` is empty"),
        ("link 1 1 --as \"\"", "`--as` is empty"),
        (
            "contact edit dana@acme.example --phone \" \"",
            "`--phone` is empty",
        ),
        ("note 1 -m \"\u{200b}\"", "the text of `-m` is empty"),
        ("edit 1 --subject \"\u{3164}\"", "the subject is empty"),
        ("edit 1 --tag \"\u{feff}\"", "a tag is empty"),
    ] {
        desk.fails(line, 2, says);
    }
    let log = desk.done("sladesk log ticket:1 --fields type");
    assert_eq!(log, "opened\n");
}

#[test]
fn what_has_no_allowance_of_hours_takes_no_charge() {
    let desk = Sandbox::of_plan(PLAN);
    desk.signs_acme();
    open(&desk, "Slow -p high");
    for line in ["work 1 1h --charge 0m", "work 1 1h --charge 1h"] {
        desk.fails(
            line,
            5,
            "1 has no allowance of hours that `--charge` could charge",
        );
    }
    assert_eq!(desk.json("sladesk show 1")["worked_seconds"], json!(0));
    desk.done("sladesk work 1 1h");
}

#[test]
fn nothing_spent_is_no_work_and_no_more_is_given_back_than_was_charged() {
    let hours = "targets.response";
    let plan = PLAN.replacen(
        hours,
        &format!("allowances.support = {{ hours = \"10h\" }}\n{hours}"),
        1,
    );
    let desk = Sandbox::of_plan(&plan);
    desk.signs_acme();
    open(&desk, "Slow -p high");
    for line in ["work 1 0m", "work 1 0h", "reply 1 -m x -w 0m"] {
        let zero = line.split(' ').next_back().expect("words");
        desk.fails(line, 2, &format!("`{zero}` is no time spent"));
    }
    desk.done("sladesk work 1 1h");
    desk.done("sladesk work 1 1h --charge 0m");
    desk.fails(
        "work 1 -1h --charge 5h",
        5,
        "1 has 1h charged: 5h cannot be given back",
    );
    desk.done("sladesk work 1 -1h --charge 1h");
    let ticket = desk.json("sladesk show 1");
    assert_eq!(ticket["worked_seconds"], json!(3600));
    assert_eq!(
        desk.json("sladesk contract show 1")["left"]["support"],
        json!(36000)
    );
    // nothing of it is left once the contract is over
    let desk = desk.at("2027-11-01T09:00:00Z");
    let said = desk.run("sladesk work 1 1h").stderr;
    assert!(said.contains("1h charged to support; "), "{said}");
    let said = desk
        .run("sladesk contract adjust 1 support +1h -m x")
        .stderr;
    assert!(!said.contains("left"), "{said}");
}

#[test]
fn nothing_ends_before_it_begins_and_no_end_makes_it_longer() {
    let desk = desk();
    desk.done("sladesk staff add ann --name Ann");
    for (line, says) in [
        (
            "contact revoke dana@acme.example --end 2025-01-01",
            "the seat would end on 2025-01-01, before it begins on 2026-10-01",
        ),
        (
            "staff edit ann --end 2020-01-01",
            "ann would leave on 2020-01-01, before being added on 2026-10-14",
        ),
        (
            "contract cancel acme --end 2028-06-01",
            "contract 1 ends on 2027-09-30, before that day",
        ),
    ] {
        desk.fails(line, 2, says);
    }
}

#[test]
fn what_lies_ahead_is_not_past() {
    let desk = desk().at("2026-10-14T16:02:00Z");
    open(&desk, "Slow -p high");
    for line in ["eta 1 09:00", "wait 1 --until 09:00"] {
        let ran = desk.run(&format!("sladesk {line}"));
        assert_eq!(
            ran.stderr,
            "error: `09:00` is past: today 09:00\nhint: did you mean `tomorrow 09:00`?\n",
            "{line}"
        );
        assert_eq!(ran.status, 2, "{line}");
    }
    let ran = desk.run("sladesk eta 1 -2h");
    assert!(
        ran.status == 2 && ran.stderr.contains("hint: it lies ahead"),
        "{}",
        ran.stderr
    );
    assert_eq!(desk.json("sladesk show 1")["eta"], Value::Null);
    let desk = desk.at("2026-10-14T20:00:00Z");
    desk.done("sladesk eta 1 18:00 --at 17:00");
    assert_eq!(
        desk.json("sladesk show 1")["eta"]["at"],
        "2026-10-14T18:00:00Z"
    );
}

#[test]
fn the_case_of_a_letter_decides_nothing() {
    let desk = desk();
    desk.done(
        "sladesk open dana@acme.example Slow -p HIGH -c Email -t FAULTS --environment Production",
    );
    let ticket = desk.json("sladesk show 1");
    for (field, value) in [
        ("priority", "high"),
        ("channel", "email"),
        ("topic", "faults"),
        ("environment", "production"),
    ] {
        assert_eq!(ticket[field], value, "{field}");
    }
    desk.done("sladesk priority 1 Medium --reason MISJUDGED");
    assert_eq!(desk.json("sladesk show 1")["priority"], "medium");
    desk.done("sladesk priority 1 P1");
    assert_eq!(desk.json("sladesk show 1")["priority"], "high");
    desk.done("sladesk edit 1 -t Faults");
    let answer = desk.json("sladesk may dana@acme.example -p High -c EMAIL");
    assert_eq!(
        (&answer["verdict"], &answer["priority"]),
        (&json!("allowed"), &json!("high"))
    );
    desk.done("sladesk contract adjust 1 Visits +1");
    desk.done("sladesk priority 1 Medium --reason misjudged");
    desk.done("sladesk agree 1 RESPONSE 2h");
    assert_eq!(desk.json("sladesk show 1")["clocks"][0]["target"], "2h");
    assert_eq!(desk.run("sladesk priority 1 hihg").status, 4);
    desk.done("sladesk staff add ann --name Ann");
    desk.done("sladesk assign 1 ANN");
    assert_eq!(desk.json("sladesk show 1")["assignee"], "ann");
    desk.done("sladesk wait 1 Customer -m x");
    desk.done("sladesk close 1 --as DONE");
    desk.done("sladesk --plans plans plan show OWN/Std");
    desk.done("sladesk list -f JSON --color Never");
}

#[test]
fn a_word_is_refused_by_whatever_writes_it_as_by_what_opens() {
    let desk = desk();
    open(&desk, "Slow -p high --impact single --urgency soon");
    let ask = "may dana@acme.example -p high -c email";
    let before = desk.json("sladesk show 1");
    for (flag, word, near) in [
        ("--impact", "singel", "single"),
        ("--urgency", "sonn", "soon"),
        ("--environment", "prodution", "production"),
        ("--component", "imprt", "import"),
        ("--topic", "fualts", "faults"),
    ] {
        let what = flag.trim_start_matches('-');
        let said = format!("error: own/std has no {what} `{word}`\nhint: did you mean `{near}`?\n");
        for line in [ask, "edit 1", "edit 1 --language en"] {
            let ran = desk.run(&format!("sladesk {line} {flag} {word}"));
            assert_eq!((ran.stderr, ran.status), (said.clone(), 4), "{line} {flag}");
        }
    }
    let said = "error: own/std has no channel `emial`\nhint: did you mean `email`?\n";
    for line in [
        "may dana@acme.example -p high",
        "open dana@acme.example More -p high",
        "receive 1 -m Thanks",
    ] {
        let ran = desk.run(&format!("sladesk {line} -c emial"));
        assert_eq!((ran.stderr.as_str(), ran.status), (said, 4), "{line}");
    }
    assert_eq!(desk.json("sladesk show 1"), before);
    desk.done("sladesk edit 1 --impact Widespread --urgency NOW --version 8.3");
    let ticket = desk.json("sladesk show 1");
    assert_eq!(
        (&ticket["impact"], &ticket["urgency"]),
        (&json!("widespread"), &json!("now"))
    );
    desk.done("sladesk receive 1 -c Email -m Thanks");
}

#[test]
fn a_plan_without_a_list_of_words_takes_any() {
    let bare = PLAN.replace("[channels]\nemail = \"E-mail\"\n", "");
    let impacts = "[impacts]\nwidespread = \"Widespread\"\nsingle = \"One person\"\n";
    let urgencies = "[urgencies]\nnow = \"Now\"\nsoon = \"Soon\"\n";
    let desk = Sandbox::of_plan(&bare.replace(impacts, "").replace(urgencies, ""));
    desk.signs_acme();
    let named = "--impact some --urgency any";
    desk.done(&format!(
        "sladesk open dana@acme.example Slow -p high -c pigeon {named}"
    ));
    desk.done("sladesk edit 1 --impact other --urgency other");
    desk.done("sladesk receive 1 -c raven -m Thanks");
    assert_eq!(desk.json("sladesk show 1")["impact"], "other");
}

#[test]
fn a_long_subject_is_whole_wherever_it_is_shown() {
    let desk = desk();
    let subject = "The import fails. ".repeat(20);
    let subject = subject.trim();
    open(&desk, &format!("\"{subject}\" -p high"));
    assert_eq!(desk.json("sladesk show 1")["subject"], subject);
    for line in ["list", "next", "overdue --within 2h"] {
        assert_eq!(
            desk.json(&format!("sladesk {line}"))[0]["subject"],
            subject,
            "{line}"
        );
    }
    let csv = desk.done("sladesk list -f tsv --fields subject");
    assert_eq!(csv.trim(), subject);
    let log = desk.json("sladesk log type:opened");
    assert_eq!(log[0]["subject"], subject);
    let seal = desk.json("sladesk db seal")["seal"].clone();
    let seal = seal.as_str().expect("a seal");
    desk.done("sladesk edit 1 --subject Shorter");
    let then = desk.json(&format!("sladesk list --as-of {seal}"));
    assert_eq!(then[0]["subject"], subject);
}

#[test]
fn nothing_is_left_of_a_contract_that_is_over() {
    let desk = desk();
    open(&desk, "Slow -p high -t faults");
    let left = |desk: &Sandbox| {
        let contract = desk.json("sladesk contract show 1");
        (
            contract["state"].clone(),
            contract["left"]["visits"].clone(),
        )
    };
    assert_eq!(left(&desk), (json!("in-force"), json!(8)));
    let desk = desk.at("2027-11-01T09:00:00Z");
    assert_eq!(left(&desk), (json!("lapsed"), Value::Null));
    let used = desk.json("sladesk report usage --period 2027");
    assert_eq!(
        (&used[0]["used"], &used[0]["left"]),
        (&json!(1), &Value::Null)
    );
}

#[test]
fn what_was_kept_as_refused_is_taken_up_after_a_late_renewal() {
    let desk = desk().at("2027-10-05T09:00:00Z");
    let ask = "sladesk open dana@acme.example Slow -p high -c email -t faults";
    assert_eq!(desk.run(ask).status, 3);
    desk.done(&format!("{ask} --refuse"));
    assert_ne!(desk.run("sladesk move 1 acme").status, 0);
    let ran = desk.run("sladesk move 1 1");
    assert_eq!(
        (ran.status, ran.stderr.lines().next()),
        (
            3,
            Some("error: contract 1 was not in force when 1 was opened")
        )
    );
    desk.done("sladesk --plans plans contract renew 1 --start 2027-10-01");
    desk.done("sladesk move 1 acme");
    let ticket = desk.json("sladesk show 1");
    assert_eq!(
        (&ticket["state"], &ticket["refused"]),
        (&json!("open"), &json!(false))
    );
    assert_eq!(ticket["clocks"][0]["due"], "2027-10-05T10:00:00Z");
    assert_eq!(desk.json("sladesk contract show 1")["left"]["visits"], 8);
    desk.done("sladesk db check");
    desk.done("sladesk undo");
    assert_eq!(desk.json("sladesk show 1")["state"], "void");
    desk.done("sladesk db check");
}

/// A courtesy is asked for in the words of the contract, though nothing is promised.
#[test]
fn words_of_a_courtesy_are_those_of_its_contract() {
    let desk = Sandbox::of_plan(COURTESY);
    desk.signs_acme();
    desk.done("sladesk open acme x --contact eva@a.ex --override contact,topic -m y -c email -p high -t extras");
    desk.done("sladesk customer add gum --name Gum");
    desk.done("sladesk open gum x --contact gus@g.ex --override contact,contract -m y");
    desk.fails("edit 1 -t fautls", 4, "own/std has no topic `fautls`");
    desk.fails(
        "receive 1 -m x -c emial",
        4,
        "own/std has no channel `emial`",
    );
    desk.done("sladesk edit 1 -t FAULTS");
    assert_eq!(desk.json("sladesk show 1")["topic"], "faults");
    // under no contract there is no plan, and any word will do
    desk.done("sladesk edit 2 -t whatever");
    desk.done("sladesk receive 2 -m x -c pigeon");
}

const COURTESY: &str = r#"
schema = 1
vendor = "own"
zone = "UTC"
hours = "around-the-clock"

[priorities]
high = "High"

[channels]
email = "E-mail"

[topics]
faults = "Faults"
extras = { title = "Extras", excluded = true }

[milestones.response]
met-by = ["replied"]

[plans.std]
targets.response = { high = "1h" }
"#;
