//! What is so again once something was taken back, for every verb that writes.

use std::collections::BTreeSet;

use snapbox::str;

use crate::sandbox::Sandbox;

/// A customer whose contract has hours, one whose plan has exclusions and acts, and two tickets.
fn desk() -> Sandbox {
    let desk = crate::tickets::desk();
    desk.file(
        "plans/own.toml",
        "schema = 1\nvendor = \"own\"\nzone = \"UTC\"\nhours = \"mon-fri 09:00-17:00\"\n[priorities]\np1 = \"High\"\n[acts]\nworkaround = \"Workaround given\"\n[milestones.workaround]\nmet-by = [\"workaround\", \"resolved\"]\n[plans.std]\ntargets.workaround = \"4h\"\n",
    );
    for line in [
        "staff add bea --name Bea --line first",
        "customer add kettle --name Kettle --zone Asia/Tokyo",
        "contract sign kettle suitecrm/dedicated --start 2026-01-01 --zone Europe/London --set contacts=5 --set channels=email,portal,phone --set \"hours=mon-fri 09:00-17:30\" --set targets.response=4h --set targets.resolution=3bd --set allowances.support-hours.hours=10h",
        "contact add kettle kim@kettle.example --name Kim --start 2026-10-01",
        "open kim@kettle.example Odd -p s2 -c phone -t errors --version 8.1 --environment laboratory --component product",
        "open dana@acme.example Export -p medium -c email -t analytics",
        "open igor@neva.example Slow -p p2 -c phone -t faults",
        "open dana@acme.example Import -p high -c email --at \"yesterday 10:00\"",
        "open igor@neva.example Later -p p3 -c phone -t faults",
        "customer add fork --name Fork",
        "--plans plans contract sign fork own/std --start 2026-01-01 --set contacts=5",
        "contact add fork ada@fork.example --name Ada --start 2026-10-01",
        "open ada@fork.example Stuck -p p1",
    ] {
        desk.done(&format!("sladesk {line}"));
    }
    desk.file("people.csv", "email,name\nlan@kettle.example,Lan\n");
    desk.file(
        "log.toml",
        "name = \"ourtool\"\n[columns]\nticket = \"case\"\nat = \"changed\"\npriority = \"prio\"\nsubject = [\"title\"]\n[times]\nformat = \"rfc3339\"\n[defaults]\nchannel = \"email\"\n",
    );
    desk.file(
        "log.csv",
        "case,changed,prio,title\nA-1,2026-10-14T07:30:00Z,s2,Old\n",
    );
    desk.file(
        "days.ics",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261224\r\nSUMMARY:Party\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    );
    desk
}

/// What is typed, one after the other, and what is so again by its undo.
const WRITES: &[(&str, &str)] = &[
    (
        "staff add minh --name Minh --line first",
        "minh again: not of the desk",
    ),
    (
        "staff edit minh --email minh@desk.example --line second",
        "minh again: no address; on first",
    ),
    (
        "customer add spoon --name Spoon",
        "spoon again: no customer",
    ),
    (
        "customer edit spoon --language vi",
        "spoon again: no language",
    ),
    (
        "contract sign spoon creatio/premium --start 2026-10-01 --set targets.response.low=open --set targets.resolution=4h",
        "contract 5 again: not agreed",
    ),
    (
        "contract amend kettle --start 2026-12-01 --set targets.response=5m",
        "contract 3 again: without what was agreed from 2026-12-01 on",
    ),
    (
        "contract renew kettle --start 2027-01-01",
        "contract 3 again: from 2026-01-01",
    ),
    (
        "contract cancel acme",
        "contract 1 again: from 2026-01-01 to 2026-12-31",
    ),
    (
        "contract adjust kettle support-hours +3h",
        "support-hours of contract 3: 10h left",
    ),
    (
        "contact add kettle lee@kettle.example --name Lee --replaces kim@kettle.example",
        "lee@kettle.example again: no contact of kettle",
    ),
    (
        "contact edit lee@kettle.example --phone 555",
        "lee@kettle.example again: no phone",
    ),
    (
        "contact add acme zoe@acme.example --name Zoe --qualification certified-developer=2027-06-30",
        "zoe@acme.example again: no contact of acme",
    ),
    (
        "contact revoke luis@acme.example",
        "luis@acme.example again: no last day",
    ),
    (
        "calendar adopt vietnam",
        "holidays vietnam again: as they are",
    ),
    (
        "import holidays days.ics --name company",
        "holidays company again: as they are",
    ),
    (
        "import contacts people.csv --customer kettle",
        "lan@kettle.example again: no contact of kettle",
    ),
    (
        "import events log.csv --mapping log.toml --customer kettle",
        "7: void (kettle, \"Old\")",
    ),
    (
        "open dana@acme.example Again -p high -c phone",
        "8: void (acme, \"Again\")",
    ),
    ("ack 1", "1: open again as s2"),
    ("reply 1 -m x", "again: last word the customer's"),
    ("receive 1 -m x", "again: last word the desk's"),
    ("note 1 -m x", "1: open again as s2"),
    ("wait 1 --until 2026-10-20", "1: open again as s2"),
    ("resume 1", "1: waiting-customer again as s2"),
    ("assign 1 bea", "assigned to nobody"),
    ("escalate 3", "again: line Functional advice"),
    (
        "priority 2 low --reason misjudged",
        "2: open again as medium",
    ),
    ("agree 5 resolution 5bd", "resolution due"),
    ("eta 1 2026-10-20", "again: no estimate"),
    ("work 1 45m", "again: no work"),
    ("mark 6 workaround", "again: no acts"),
    ("mark 6 workaround --withdraw", "again: acts workaround"),
    ("exempt 1 misuse", "again: no exemption"),
    (
        "edit 1 --version 8.2 --tag vip",
        "again: version 8.1; no tags",
    ),
    ("link 1 2", "again: no links"),
    ("link 1 2 --remove", "again: links related 2"),
    ("resolve 1", "1: open again as s2"),
    ("reopen 1", "1: resolved again as s2"),
    (
        "cause 4 response -m \"Nobody was there\"",
        "again: no cause of response",
    ),
    ("move 4 neva --corrects wrong", "again: contract 1"),
    ("merge 4 3", "4: open again as"),
    ("close 1 --as withdrawn", "1: open again as s2"),
];

/// They write, and there is nothing of them to take back: a desk that begins, whole desks that take
/// the place of another, words that are gone for good, and what takes back itself.
const NOT_UNDONE: [&str; 5] = [
    "db init",
    "db redact",
    "db restore",
    "db upgrade",
    "import desk",
];

#[test]
fn whatever_is_taken_back_it_is_said_what_is_so_again() {
    let desk = desk();
    let mut found = String::new();
    for (line, again) in WRITES {
        desk.done(&format!("sladesk {line}"));
        let ran = desk.run("sladesk undo -n --corrects misjudged");
        assert_eq!(ran.status, 0, "{line}\n{ran}");
        let says = ran.stderr.strip_prefix("would undo e");
        if !says.is_some_and(|says| says.contains(again)) {
            found += &format!("{line}: not `{again}`\n{}", ran.stderr);
        }
    }
    assert!(found.is_empty(), "{found}");
    // all of it, the last first, and the record is whole
    let mut undone = 0;
    let last = loop {
        let ran = desk.run("sladesk undo --corrects misjudged -y");
        if ran.status != 0 {
            break ran;
        }
        undone += 1;
    };
    assert!(undone > WRITES.len(), "{last}");
    assert!(last.stderr.contains("the founding of the desk"), "{last}");
    desk.done("sladesk db check");
}

#[test]
fn a_number_alone_is_no_entry_and_that_of_its_event_is_named() {
    let desk = crate::tickets::desk();
    desk.done("sladesk open dana@acme.example One -p high -c phone");
    let event_and_entry = desk.json("sladesk log 1 --fields event,entry")[0].clone();
    let event = event_and_entry["event"].clone();
    let entry = event_and_entry["entry"].as_str().expect("an entry");
    let ran = desk.run(&format!("sladesk undo {event}"));
    assert_eq!(ran.status, 2, "{ran}");
    let hint = format!("hint: event {event} is of {entry}: `sladesk undo {entry}`");
    assert!(ran.stderr.contains(&hint), "{ran}");
    desk.fails("undo 99999", 2, "`99999` is no entry");
    assert_eq!(desk.json("sladesk show 1")["state"], "open");
}

#[test]
fn every_verb_that_writes_is_among_them() {
    let desk = Sandbox::new();
    desk.done("sladesk man --dir pages");
    let pages = std::fs::read_dir(desk.path("pages")).expect("the pages");
    let writes: BTreeSet<String> = pages
        .filter_map(|page| {
            let page = page.expect("a page");
            let name = page.file_name().to_str()?.to_owned();
            let name = name
                .strip_prefix("sladesk-")?
                .strip_suffix(".1")?
                .to_owned();
            let text = std::fs::read_to_string(page.path()).expect("a page");
            text.contains("\\-\\-dry\\-run")
                .then(|| name.replacen('-', " ", 1))
        })
        .collect();
    assert!(writes.len() > 40, "{writes:?}");
    let begun = |verb: &String| {
        let typed = |line: &str| line == verb || line.starts_with(&format!("{verb} "));
        NOT_UNDONE.contains(&verb.as_str()) || WRITES.iter().any(|(line, _)| typed(line))
    };
    let missing: Vec<_> = writes
        .iter()
        .filter(|verb| *verb != "undo" && !begun(verb))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn of_agreements_and_people_it_is_said_how_they_stand_again() {
    let desk = crate::tickets::desk();
    desk.done("sladesk staff add minh --name Minh --line first");
    desk.done("sladesk staff edit minh --email minh@desk.example --line second");
    desk.done("sladesk contract amend acme --start 2026-12-01 --set contacts=7");
    desk.done("sladesk contract renew acme --start 2027-01-01");
    desk.shows(
        &[
            "sladesk undo",
            "sladesk undo",
            "sladesk undo",
            "sladesk undo",
        ],
        str![[r#"
$ sladesk undo
undid e15: renewed contract 1 (creatio/business)
  contract 1 again: from 2026-01-01 to 2026-12-31; without what was agreed from 2027-01-01 on
[exit 0]
$ sladesk undo
undid e14: amended contract 1
  contract 1 again: without what was agreed from 2026-12-01 on
[exit 0]
$ sladesk undo
undid e13: edited minh
  minh again: no address; on first
[exit 0]
$ sladesk undo
undid e12: added minh
  minh again: not of the desk
[exit 0]

"#]],
    );
}
