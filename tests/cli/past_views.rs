//! One seal gives the same bytes for ever, whatever is written afterwards, on every read.

use crate::sandbox::Sandbox;

const PLAN: &str = r#"
schema = 1
vendor = "own"
zone = "UTC"
holidays = ["company"]
hours = "mon-fri 08:00-18:00"
lines = ["First line", "Second line"]

[priorities]
p1 = "Critical"
p2 = "Normal"

[channels]
email = "E-mail"
phone = "Phone"

[topics]
faults = "Faults"
advice = "Advice"

[milestones.response]
met-by = ["replied"]
[milestones.resolution]
met-by = ["resolved"]
paused-by = ["waiting-customer"]

[exclusions]
misuse = "Misuse"

[plans.std]
targets.response = { p1 = "1h", p2 = "4h" }
targets.resolution = { p1 = "8h", p2 = "3bd" }
[plans.plus]
targets.response = { p1 = "30m", p2 = "2h" }
targets.resolution = { p1 = "4h", p2 = "2bd" }
"#;

fn calendar(day: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:{day}\nSUMMARY:Day\nEND:VEVENT\n\
         END:VCALENDAR\n"
    )
}

/// Three customers, five tickets in as many states.
fn desk() -> Sandbox {
    let desk = Sandbox::of_plan(PLAN);
    desk.file("some.ics", &calendar("20261224"));
    desk.file("company.ics", &calendar("20261009"));
    desk.done("sladesk --now 2026-10-01T08:10:00Z import holidays some.ics --name company");
    for line in [
        "staff add ann --name Ann --email ann@desk.example",
        "staff add bob --name Bob --email bob@desk.example",
        "customer add acme --name Acme --account-manager ann",
        "customer add gum --name Gum --account-manager bob",
        "--plans plans contract sign acme own/std",
        "--plans plans contract sign gum own/plus",
        "contact add acme dana@acme.example --name Dana",
        "contact add gum gus@gum.example --name Gus",
    ] {
        desk.done(&format!("sladesk --now 2026-10-01T08:30:00Z {line}"));
    }
    for (at, line) in [
        (
            "05T09:00",
            "open dana@acme.example \"Café closed\" -p p2 -c email -t faults --assignee ann",
        ),
        (
            "06T09:00",
            "open dana@acme.example \"Slow Émail\" -p p1 -c phone --tag vip",
        ),
        (
            "07T09:00",
            "open gus@gum.example \"Printer\" -p p2 -c email -t advice --assignee bob",
        ),
        ("07T10:00", "reply 3 -m \"on it\""),
        (
            "08T09:00",
            "open gus@gum.example \"Login\" -p p1 -c phone --assignee ann",
        ),
        ("08T10:00", "wait 4 customer -m \"which one?\""),
        (
            "09T09:00",
            "open dana@acme.example \"Done soon\" -p p2 -c email",
        ),
        ("09T10:00", "resolve 5 -m done"),
    ] {
        desk.done(&format!("sladesk --now 2026-10-{at}:00Z {line}"));
    }
    desk
}

/// Every read that takes a seal, by many filters.
const READS: &[&str] = &[
    "list",
    "list -f json",
    "list cafe",
    "list email",
    "list assignee:ann",
    "list not:assignee:ann -f csv --fields ticket,topic,plan,account_manager,tags",
    "list topic:faults,advice",
    "list tag:vip",
    "list tag:none",
    "list priority:p1 state:active",
    "list clock:breached",
    "list not:clock:response.met",
    "list account-manager:ann",
    "list customer:ACME plan:own line:1",
    "list contact:dana@acme.example opened:2026-10-06..",
    "list --sort topic -L 2",
    "overdue",
    "overdue -f json",
    "overdue assignee:ann",
    "overdue --within 24h --sort topic -L 1",
    "next",
    "next -f json",
    "next cafe",
    "show 1-5 -f json",
    "explain 1",
    "log -f json",
    "log assignee:ann",
    "log cafe",
    "log customer:gum",
    "customer list",
    "customer list -f json",
    "contact list -f json",
    "contract list -f json",
    "contract list plan:own/std",
    "staff list -f json",
    "may acme -p p1 -c phone -t faults",
    "may dana@acme.example -p p1 -c phone -t faults -f json",
    "customer show acme",
    "contact show dana@acme.example",
    "contact show gus@gum.example -f json",
    "contract show 1 -f json",
    "contract show gum",
    "show tag:vip",
    "explain assignee:ann",
    "log contact:dana@acme.example",
    "report sla --period 2026-10",
    "report sla --period 2026-10 --by assignee",
    "report sla --period 2026-10 --by topic,account_manager -f json",
    "report sla --period 2026-10 --by line,exempt,state",
    "report sla assignee:ann --period 2026-10",
    "report sla email --period 2026-10",
    "report breaches --period 2026-10 -f json",
    "report breaches assignee:none --period 2026-10",
    "report workload --period 2026-10",
    "report workload assignee:ann --period 2026-10",
    "report usage --period 2026-10",
    "report quarterly --period 2026Q4 --by assignee",
    "report quarterly customer:acme --period 2026Q4",
];

/// What may be written afterwards, each on the desk that the one before left.
const LATER: &[&str] = &[
    "note 1 -m \"a note on email\"",
    "assign 1 bob",
    "assign 2 ann",
    "edit 1 -t advice --subject \"Tea closed\"",
    "edit 2 --untag vip --tag slow",
    "priority 1 p1",
    "reply 2 -m hello",
    "receive 4 -m this",
    "escalate 3 -m more",
    "exempt 3 misuse -m why --corrects \"it was misuse\"",
    "customer edit acme --account-manager bob --name \"Acme Ltd\"",
    "customer edit gum --account-manager ann",
    "contact edit gus@gum.example --name \"Gus G\" --email gus2@gum.example",
    "work 3 2h",
    "contract amend acme --start 2026-10-12 --set targets.response.p1=50m",
    "contact revoke dana@acme.example",
    "staff edit ann --email ann@new.example",
    "customer add new --name New",
    "undo",
    "open gus2@gum.example \"Another café\" -p p1 -c email --assignee ann",
    "close 5",
    "reopen 5",
    "merge 6 4",
    "move 2 gum -m moved --corrects moved",
    "undo --corrects back",
    "import holidays company.ics --name company",
];

#[test]
fn a_seal_gives_the_same_bytes_whatever_is_written_later() {
    let desk = desk().at("2026-10-12T09:00:00Z");
    let seal = desk.done("sladesk db seal").trim().to_owned();
    let read = || -> Vec<String> {
        let lines = READS.iter();
        lines
            .map(|line| {
                desk.run(&format!("sladesk {line} --as-of {seal}"))
                    .to_string()
            })
            .collect()
    };
    let before = read();
    for (line, answer) in READS.iter().zip(&before) {
        assert!(
            answer.contains("[exit 0]") || line.starts_with("may"),
            "{line}\n{answer}"
        );
    }
    let mut changed = Vec::new();
    let mut seconds = 0;
    for write in LATER {
        seconds += 60;
        let now = format!("2026-10-12T10:{:02}:00Z", seconds / 60);
        let ran = desk.run(&format!("sladesk --now {now} {write}"));
        assert!(ran.status == 0, "{write}\n{ran}");
        for (line, (then, again)) in READS.iter().zip(before.iter().zip(read())) {
            if *then != again {
                changed.push(format!("{line}, after {write}\n{then}\n{again}"));
            }
        }
        assert!(changed.is_empty(), "{}", changed.join("\n"));
    }
}

#[test]
fn a_ticket_counts_for_whom_it_had_then() {
    let desk = desk().at("2026-10-12T09:00:00Z");
    let seal = desk.done("sladesk db seal").trim().to_owned();
    desk.done("sladesk assign 1 bob");
    let met = |who: &str| {
        let line =
            format!("sladesk report sla assignee:{who} --period 2026-10 -f csv --as-of {seal}");
        desk.done(&line)
    };
    assert!(met("ann").contains("p2"), "ann had ticket 1 then");
    assert_eq!(
        desk.done(&format!("sladesk list assignee:bob -f ids --as-of {seal}")),
        "3\n"
    );
    assert_eq!(desk.done("sladesk list assignee:bob -f ids"), "3\n1\n");
}

#[test]
fn an_instant_before_a_slow_clock_wrote_hides_what_stood_before_it() {
    let desk = Sandbox::new();
    desk.done("sladesk --now 2026-10-01T08:00:00Z db init --zone UTC");
    for line in [
        "--now 2026-10-02T10:00:00Z customer add acme --name Acme",
        "--now 2026-10-02T10:08:00Z customer add beta --name Beta",
        "--now 2026-10-02T10:04:00Z customer add gum --name Gum",
    ] {
        desk.done(&format!("sladesk {line}"));
    }
    let known = |at: &str| desk.done(&format!("sladesk customer list -f ids --as-of {at}"));
    assert_eq!(known("2026-10-02T10:05:00Z"), "acme\n");
    assert_eq!(known("2026-10-02T10:08:00Z"), "acme\nbeta\ngum\n");
}

#[test]
fn a_field_sorts_alike_whether_it_is_shown_or_not() {
    let desk = desk().at("2026-10-12T09:00:00Z");
    for field in ["topic", "plan", "line", "target", "account_manager"] {
        let shown = desk.done(&format!(
            "sladesk overdue --sort {field} -L 1 -f csv --fields ticket,{field}"
        ));
        let ticket = shown.lines().nth(1).and_then(|row| row.split(',').next());
        let hidden = desk.done(&format!("sladesk overdue --sort {field} -L 1 -f ids"));
        assert_eq!(ticket, hidden.lines().next(), "{field}");
    }
}
