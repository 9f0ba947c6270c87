//! Every key of every list: the values that completion offers are taken, what nobody knows is an
//! error that names the nearest.

use crate::completions::offered_at;
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

[environments]
production = "Production"

[components]
ledger = "The ledger"

[impacts]
broad = "Many people"
narrow = "One person"

[urgencies]
now = "At once"
soon = "Soon"

[priority-matrix]
broad  = { now = "high", soon = "high" }
narrow = { now = "high", soon = "medium" }

[qualifications]
trained = "Trained"

[milestones.response]
met-by = ["replied"]

[plans.std]
targets.response = { high = "1h", medium = "4h" }
"#;

const LISTS: [&str; 14] = [
    "list",
    "log",
    "overdue",
    "next",
    "report sla",
    "report breaches",
    "report workload",
    "report usage",
    "report whatif",
    "customer list",
    "contact list",
    "contract list",
    "staff list",
    "plan list",
];

/// Anyone's words: what fits nothing is an empty answer. The list is named where the key is known
/// elsewhere.
const ANYONES: [&str; 16] = [
    "tag",
    "version",
    "source",
    "text",
    "once",
    "name",
    "phone",
    "staff list email",
    "contract list renews",
    "contract list open-terms",
    "plan list title",
    "plan list contacts",
    "plan list hours",
    "plan list price",
    "plan list source",
    "plan list hash",
];

fn desk() -> Sandbox {
    let desk = Sandbox::of_plan(PLAN);
    for line in [
        "staff add minh --name Minh --line \"First line\"",
        "staff add anna --name Anna",
        "customer add acme --name Acme --account-manager minh --engineer anna --language en --zone Europe/Oslo",
        "--plans plans contract sign acme own/std --set contacts=5 --zone Europe/Oslo",
        "contact add acme dana@acme.example --name Dana --language de --qualification trained",
        "open dana@acme.example \"It fails\" -c email -t faults --impact broad --urgency now --environment production --component ledger --language en --assignee minh",
    ] {
        desk.done(&format!("sladesk --now 2026-10-01T08:00:00Z {line}"));
    }
    desk
}

fn asked(desk: &Sandbox, list: &str, word: &str) -> (i32, String, String) {
    let mut command = desk.command();
    command.args(list.split(' '));
    if list == "report whatif" {
        command.args(["--set", "contacts=9"]);
    }
    if list.starts_with("report") {
        command.args(["--period", "2026-10"]);
    }
    let output = command.arg(word).args(["--plans", "plans"]).output();
    let output = output.expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    (
        output.status.code().unwrap_or(-1),
        text(output.stdout),
        text(output.stderr),
    )
}

/// What completion offers behind what was typed of a filter.
fn offered(desk: &Sandbox, list: &str, typed: &str) -> Vec<String> {
    let words: Vec<&str> = std::iter::once("sladesk")
        .chain(list.split(' '))
        .chain([typed])
        .collect();
    let offered = offered_at(desk, &words).into_iter();
    offered.filter(|word| !word.starts_with('-')).collect()
}

/// The same with one letter too many.
fn misspelt(word: &str) -> String {
    match word.strip_suffix('"') {
        Some(open) => format!("{open}x\""),
        None => format!("{word}x"),
    }
}

#[test]
fn every_key_of_every_list_knows_its_values() {
    let desk = desk();
    for list in LISTS {
        let keys = offered(&desk, list, "");
        let keys: Vec<&String> = keys.iter().filter(|key| key.ends_with(':')).collect();
        assert!(keys.len() > 5, "{list}: {keys:?}");
        for key in keys {
            let name = key.trim_end_matches(':');
            let place = format!("{list} {name}");
            let (status, _, says) = asked(&desk, list, &format!("{key}qqzzy"));
            let anyones = ANYONES.contains(&name) || ANYONES.contains(&place.as_str());
            match anyones {
                true => assert_eq!(status, 0, "{place}\n{says}"),
                false => assert!([2, 4].contains(&status), "{place}: {status}\n{says}"),
            }
            for word in offered(&desk, list, key).into_iter().take(6) {
                let (status, _, says) = asked(&desk, list, &word);
                assert_eq!(status, 0, "{list} {word}\n{says}");
                let value = word[key.len()..].trim_matches('"');
                if anyones || value.chars().count() < 3 {
                    continue;
                }
                for wrong in [misspelt(&word), format!("not:{}", misspelt(&word))] {
                    let (status, _, says) = asked(&desk, list, &wrong);
                    assert_eq!(status, 4, "{list} {wrong}\n{says}");
                    assert!(says.contains(value), "{list} {wrong}\n{says}");
                }
            }
        }
    }
}

#[test]
fn numbers_that_were_never_given_are_errors() {
    let desk = desk();
    for (line, says) in [
        ("list ticket:77", "no ticket 77; the newest is 1"),
        ("log entry:e9999", "no entry e9999"),
        ("log entry:9999", "no entry e9999"),
        ("list contract:77", "no contract 77"),
        ("contract list contract:77", "no contract 77"),
        ("customer list contracts:77", "no contract 77"),
        (
            "report usage contract:77 --period 2026-10",
            "no contract 77",
        ),
    ] {
        desk.fails(line, 4, says);
        desk.done(&format!(
            "sladesk {}",
            line.replace(":77", ":1..77")
                .replace(":e9999", ":1..9999")
                .replace(":9999", ":1..9999")
        ));
    }
    for line in [
        "list contract:acme",
        "contract list contract:ACME",
        "customer list contracts:acme",
        "contract list contract:1..",
    ] {
        assert_eq!(
            desk.done(&format!("sladesk {line} -f jsonl"))
                .lines()
                .count(),
            1,
            "{line}"
        );
    }
    assert_ne!(desk.done("sladesk log entry:2 -f jsonl"), "");
    assert_eq!(desk.done("sladesk log actor:anna -f jsonl"), "");
    desk.fails("log actor:tees", 4, "nobody of the desk is called `tees`");
}

/// One mistake is told by one sentence and one code, wherever the name is typed.
#[test]
fn a_name_that_nobody_knows_is_told_alike_in_arguments_and_filters() {
    let desk = desk();
    let (customer, contact) = ("no customer `acmee`", "no contact `dana@acme.exampel`");
    let (contract, person) = ("no contract `acmee`", "nobody of the desk is called `mihn`");
    let line_ = "no support line `frist line`";
    for (line, says) in [
        ("customer show acmee", customer),
        ("may acmee", customer),
        ("list customer:acmee", customer),
        ("customer list customer:acmee", customer),
        ("contact show dana@acme.exampel", contact),
        ("list contact:dana@acme.exampel", contact),
        ("contact list contact:dana@acme.exampel", contact),
        ("contract show acmee", contract),
        ("contract cancel acmee -m x", contract),
        (
            "open acme x --contract acmee -c email --impact broad --urgency now",
            contract,
        ),
        ("list contract:acmee", contract),
        ("contract list contract:acmee", contract),
        ("assign 1 mihn", person),
        (
            "open acme x --assignee mihn -c email --impact broad --urgency now",
            person,
        ),
        ("customer edit acme --engineer mihn", person),
        ("staff edit mihn --name x", person),
        ("list assignee:mihn", person),
        ("overdue held-by:mihn", person),
        ("list account-manager:mihn", person),
        ("customer list engineer:mihn", person),
        ("staff list staff:mihn", person),
        ("log actor:mihn", person),
        ("escalate 1 \"frist line\"", line_),
        ("list 'line:\"frist line\"'", line_),
        ("staff list 'lines:\"frist line\"'", line_),
        ("plan show own/sdt", "no plan `own/sdt`"),
        ("contract sign acme own/sdt", "no plan `own/sdt`"),
        ("list plan:own/sdt", "no plan `own/sdt`"),
        ("contract list plan:own/sdt", "no plan `own/sdt`"),
        ("plan list plan:own/sdt", "no plan `own/sdt`"),
        (
            "open acme x -p hihg -c email",
            "own/std has no priority `hihg`",
        ),
        ("may acme -p hihg", "own/std has no priority `hihg`"),
        ("priority 1 hihg", "own/std has no priority `hihg`"),
        ("list priority:hihg", "no priority `hihg`"),
        ("agree 1 repsonse 2h", "1 has no milestone `repsonse`"),
        ("explain 1 repsonse", "1 has no milestone `repsonse`"),
        ("list milestone:repsonse", "no milestone `repsonse`"),
        ("list clock:repsonse.met", "no milestone `repsonse`"),
        (
            "list clock:response.mte",
            "`clock:` has no `response.mte`\nhint: did you mean `clock:response.met`?",
        ),
        ("edit 1 -t fautls", "own/std has no topic `fautls`"),
        ("may acme -t fautls", "own/std has no topic `fautls`"),
        ("list topic:fautls", "no topic `fautls`"),
    ] {
        desk.fails(&format!("--plans plans {line}"), 4, says);
    }
}

/// What a list shows of tickets every list of tickets shows, and sorts by it.
#[test]
fn every_list_of_tickets_has_every_field_of_tickets() {
    let desk = desk();
    desk.done("sladesk open dana@acme.example \"It halts\" -c email --impact narrow --urgency soon --tag vip");
    desk.done("sladesk link 1 2");
    let tickets = desk.json("sladesk list");
    let keys: Vec<&String> = tickets[0].as_object().expect("a ticket").keys().collect();
    let nested = ["response.due", "eta.told", "exempt.ground"];
    for (list, clocks_own) in [
        (
            "overdue --within \"365 calendar days\"",
            ["state", "priority"],
        ),
        ("next", ["state", "priority"]),
    ] {
        let rows = desk.json(&format!("sladesk {list}"));
        for row in rows.as_array().expect("rows") {
            let ticket = tickets.as_array().expect("tickets").iter();
            let ticket = ticket.clone().find(|one| one["ticket"] == row["ticket"]);
            let ticket = ticket.expect("it is listed");
            for key in &keys {
                let own = clocks_own.contains(&key.as_str());
                assert!(
                    own || row[key.as_str()] == ticket[key.as_str()],
                    "{list} {key}\n{row:#}\n{ticket:#}"
                );
            }
        }
    }
    for list in ["list", "overdue", "next"] {
        for key in keys.iter().map(|key| key.as_str()).chain(nested) {
            desk.done(&format!("sladesk {list} --fields ticket,{key}"));
            desk.done(&format!("sladesk {list} --sort {key}"));
            desk.done(&format!(
                "sladesk {list} --sort -{} -L 1",
                key.replace('_', "-")
            ));
        }
    }
    let by_due = desk.done("sladesk list --sort response.due --fields ticket -f tsv");
    assert_eq!(by_due, "1\n2\n");
    let by_due = desk.done("sladesk list --sort -response.due --fields ticket -f tsv");
    assert_eq!(by_due, "2\n1\n");
}

/// Words of the plan and of the desk are offered wherever one is typed.
#[test]
fn arguments_offer_what_the_desk_knows() {
    let desk = desk();
    for (typed, offers) in [
        ("priority 1", "high"),
        ("open acme x -p", "medium"),
        ("open acme x --impact", "broad"),
        ("edit 1 --urgency", "soon"),
        ("edit 1 --language", "en"),
        ("open acme x --contract", "1"),
        ("contract renew", "acme"),
        ("contract show", "acme"),
        ("contact show", "dana@acme.example"),
        ("customer show", "acme"),
        ("assign 1", "minh"),
        ("customer edit acme --engineer", "anna"),
        ("escalate 1", "First line"),
        ("report sla --by", "impact"),
        ("overdue --sort", "urgency"),
        ("next --fields", "impact"),
    ] {
        let words: Vec<&str> = ["sladesk"]
            .into_iter()
            .chain(typed.split(' '))
            .chain([""])
            .collect();
        let offered = offered_at(&desk, &words);
        assert!(
            offered.iter().any(|word| word == offers),
            "{typed}: {offered:?}"
        );
    }
}
