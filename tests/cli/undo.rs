//! What one command wrote is taken back, unless something rests on it.

use snapbox::str;

use crate::sandbox::Sandbox;

/// Acme on Creatio Business, with a contact and a ticket of hers.
fn desk() -> Sandbox {
    let desk = Sandbox::new();
    desk.done("sladesk db init --zone Europe/Madrid");
    desk.done("sladesk customer add acme --name \"Acme Ltd\"");
    desk.done("sladesk contract sign acme creatio/business --zone UTC+1 --set targets.response.low=open --start 2026-10-01");
    desk.done("sladesk contact add acme dana@acme.example --name \"Dana Ruiz\" --start 2026-10-01");
    desk.done("sladesk --actor minh open dana@acme.example Slow -p high -c email");
    desk
}

#[test]
fn nothing_is_taken_back_from_under_a_ticket() {
    desk().shows(
        &[
            "sladesk log --fields entry,what -f tsv",
            "sladesk undo e3 --corrects typo",
            "sladesk undo e4",
            "sladesk undo e5",
            "sladesk undo e6 -m \"it was a test\"",
            "sladesk undo e5",
            "sladesk undo e4 -n",
            "sladesk undo e4",
            "sladesk undo e3",
            "sladesk customer list -f ids",
            "sladesk undo e9",
            "sladesk undo e7",
            "sladesk undo e10",
            "sladesk undo e7",
            "sladesk db check",
        ],
        str![[r#"
$ sladesk log --fields entry,what -f tsv
e1	founded in Europe/Madrid (under --now)
e2	adopted the rules of Europe/Madrid (2026f) (under --now)
e3	added acme (under --now)
e4	signed contract 1 (creatio/business) (under --now)
e5	authorised dana@acme.example (under --now)
e6	opened as high (under --now)
[exit 0]
$ sladesk undo e3 --corrects typo
error: customer acme goes with it, and contract 1, dana@acme.example and ticket 1 rest on that
hint: `sladesk log customer:acme --fields entry,what` shows those entries: the newest is undone first
[exit 5]
$ sladesk undo e4
error: contract 1 goes with it, and ticket 1 rests on that
hint: `sladesk contract cancel 1` ends it
[exit 5]
$ sladesk undo e5
error: the seat of dana@acme.example goes with it, and ticket 1 rests on that
hint: `sladesk contact revoke dana@acme.example` ends it from a day on
[exit 5]
$ sladesk undo e6 -m "it was a test"
undid e6: 1 opened as high
  1: void (acme, "Slow")
[exit 0]
$ sladesk undo e5
undid e5: authorised dana@acme.example
  dana@acme.example again: no contact of acme
[exit 0]
$ sladesk undo e4 -n
would undo e4: signed contract 1 (creatio/business)
  contract 1 again: not agreed
[exit 0]
$ sladesk undo e4
undid e4: signed contract 1 (creatio/business)
  contract 1 again: not agreed
[exit 0]
$ sladesk undo e3
undid e3: added acme
  acme again: no customer
[exit 0]
$ sladesk customer list -f ids
[exit 0]
$ sladesk undo e9
error: its customer was undone since
hint: bring that back first: `sladesk log --fields entry,what` shows its undo
[exit 5]
$ sladesk undo e7
error: the customer of ticket 1 was undone since
hint: bring that back first: `sladesk log --fields entry,what` shows its undo
[exit 5]
$ sladesk undo e10
undid e10: undid e3
  acme again: customer
[exit 0]
$ sladesk undo e7
error: contract 1 of ticket 1 was undone since
hint: bring that back first: `sladesk log --fields entry,what` shows its undo
[exit 5]
$ sladesk db check
the record is whole and all rows follow from it: 11 entries, 11 events, 1 tickets; 11 entries were written under `--now`
[exit 0]

"#]],
    );
}

#[test]
fn a_refused_request_that_is_kept_rests_on_its_contract_too() {
    let desk = desk();
    desk.done("sladesk undo e6");
    desk.done("sladesk open acme Ring -p high -c email --contact eve@acme.example --refuse");
    desk.shows(
        &[
            "sladesk undo e4",
            "sladesk show 2 --fields state,contract -f tsv",
        ],
        str![[r#"
$ sladesk undo e4
error: contract 1 goes with it, and ticket 2 rests on that
hint: `sladesk contract cancel 1` ends it
[exit 5]
$ sladesk show 2 --fields state,contract -f tsv
void	1
[exit 0]

"#]],
    );
}

#[test]
fn terms_that_a_ticket_was_opened_under_and_what_was_laid_over_them_stay() {
    let desk = desk();
    desk.done("sladesk contract amend acme --start 2026-10-14 --set targets.response.high=4h --open-tickets keep");
    desk.done("sladesk open dana@acme.example Slower -p high -c email");
    desk.shows(
        &["sladesk undo e7", "sladesk undo e8", "sladesk undo e7"],
        str![[r#"
$ sladesk undo e7
error: terms of contract 1 go with it, and ticket 2 rests on that
hint: `sladesk contract amend 1 --start DAY --set PATH=VALUE` agrees otherwise from a day on
[exit 5]
$ sladesk undo e8
undid e8: 2 opened as high
  2: void (acme, "Slower")
[exit 0]
$ sladesk undo e7
undid e7: amended contract 1
  contract 1 again: without what was agreed from 2026-10-14 on
[exit 0]

"#]],
    );
    desk.done("sladesk contract amend acme --start 2026-11-01 --set targets.response.high=5h");
    desk.done("sladesk contract amend acme --start 2026-12-01 --set contacts=9");
    desk.shows(
        &["sladesk undo e11", "sladesk undo e12", "sladesk undo e11"],
        str![[r#"
$ sladesk undo e11
error: terms of contract 1 go with it, and what was agreed since rests on that
hint: `sladesk contract amend 1 --start DAY --set PATH=VALUE` agrees otherwise from a day on
[exit 5]
$ sladesk undo e12
undid e12: amended contract 1
  contract 1 again: without what was agreed from 2026-12-01 on
[exit 0]
$ sladesk undo e11
undid e11: amended contract 1
  contract 1 again: without what was agreed from 2026-11-01 on
[exit 0]

"#]],
    );
}

#[test]
fn a_seat_given_away_since_does_not_come_back() {
    let desk = Sandbox::new();
    desk.done("sladesk db init --zone UTC");
    desk.done("sladesk customer add b --name B");
    desk.done("sladesk contract sign b creatio/basic --zone UTC+1 --set targets.response.low=open --set contacts=1 --start 2026-10-01");
    desk.done("sladesk contact add b x@b.example --name X --start 2026-10-01");
    desk.done("sladesk contact revoke x@b.example --end 2026-10-13");
    desk.done("sladesk contact add b y@b.example --name Y");
    desk.shows(
        &[
            "sladesk undo e5",
            "sladesk undo e6",
            "sladesk undo e5",
            "sladesk contact list --fields contact,seat -f tsv",
        ],
        str![[r#"
$ sladesk undo e5
error: creatio/basic has 1 seat, b has 2 contacts on 2026-10-14
  they came first: x@b.example
  too many: y@b.example
hint: `sladesk contact revoke y@b.example` frees a seat; `--set contacts=2` agrees more
[exit 3]
$ sladesk undo e6
undid e6: authorised y@b.example
  y@b.example again: no contact of b
[exit 0]
$ sladesk undo e5
undid e5: revoked x@b.example
  x@b.example again: no last day
[exit 0]
$ sladesk contact list --fields contact,seat -f tsv
x@b.example	held
[exit 0]

"#]],
    );
}

#[test]
fn a_customer_does_not_come_back_beside_another_of_its_name() {
    let desk = Sandbox::new();
    desk.done("sladesk db init --zone UTC");
    desk.done("sladesk customer add b --name B");
    desk.done("sladesk undo e2");
    desk.done("sladesk customer add b --name Bee");
    desk.shows(
        &[
            "sladesk undo e3",
            "sladesk customer list --fields customer,name -f tsv",
        ],
        str![[r#"
$ sladesk undo e3
error: customer `b` was added anew since: it cannot come back beside that one
[exit 5]
$ sladesk customer list --fields customer,name -f tsv
b	Bee
[exit 0]

"#]],
    );
}

#[test]
fn a_subject_that_was_edited_comes_back_with_the_undo_and_is_found_by_it() {
    let desk = Sandbox::new();
    desk.done("sladesk db init --zone UTC");
    desk.done("sladesk customer add b --name B");
    desk.done("sladesk open b First --override contract -m Courtesy");
    let subject = || desk.json("sladesk show 1")["subject"].clone();
    desk.done("sladesk edit 1 --subject Second");
    desk.done("sladesk edit 1 --subject Third");
    assert_eq!(subject(), "Third");
    desk.done("sladesk undo");
    assert_eq!(subject(), "Second");
    desk.done("sladesk undo");
    assert_eq!(subject(), "First");
    assert_eq!(desk.done("sladesk list First -f ids"), "1\n");
    desk.done("sladesk db check");
}

#[test]
fn a_ticket_that_was_moved_rests_on_its_contact_at_the_customer_before() {
    let desk = Sandbox::new();
    desk.done("sladesk db init --zone UTC");
    for key in ["a", "b"] {
        desk.done(&format!("sladesk customer add {key} --name {key}"));
        desk.done(&format!(
            "sladesk contract sign {key} creatio/business --zone UTC+1 --set targets.response.low=open --start 2026-10-01"
        ));
    }
    desk.done("sladesk contact add a x@a.example --name X --start 2026-10-01");
    desk.done("sladesk open x@a.example One -p high -c email");
    desk.done("sladesk move 1 b");
    desk.done("sladesk note 1 -m Ours");
    desk.shows(
        &[
            "sladesk log --fields entry,what -f tsv",
            "sladesk undo",
            "sladesk undo e6",
            "sladesk undo e2",
            "sladesk undo e7",
            "sladesk undo e6",
            "sladesk undo e11",
            "sladesk undo e12",
            "sladesk undo e11",
            "sladesk show 1 --fields customer,contact,state -f tsv",
            "sladesk db check",
        ],
        str![[r#"
$ sladesk log --fields entry,what -f tsv
e1	founded in UTC (under --now)
e2	added a (under --now)
e3	signed contract 1 (creatio/business) (under --now)
e4	added b (under --now)
e5	signed contract 2 (creatio/business) (under --now)
e6	authorised x@a.example (under --now)
e7	opened as high (under --now)
e8	moved to contract 2, terms of event 5 (under --now)
e9	noted (under --now)
[exit 0]
$ sladesk undo
undid e9: 1 noted
  1: open again as high, assigned to nobody (b, "One")
    response due today 10:00 (11:00 in UTC+1)
[exit 0]
$ sladesk undo e6
error: the seat of x@a.example goes with it, and ticket 1 rests on that
hint: `sladesk contact revoke x@a.example` ends it from a day on
[exit 5]
$ sladesk undo e2
error: customer a goes with it, and contract 1, x@a.example and ticket 1 rest on that
hint: `sladesk log customer:a --fields entry,what` shows those entries: the newest is undone first
[exit 5]
$ sladesk undo e7
undid e7: 1 opened as high
  1: void (b, "One")
  1 event that was written since on ticket 1 counts no more: there is no such ticket without the entry
[exit 0]
$ sladesk undo e6
undid e6: authorised x@a.example
  x@a.example again: no contact of a
[exit 0]
$ sladesk undo e11
error: the contact of ticket 1 was undone since
hint: bring that back first: `sladesk log --fields entry,what` shows its undo
[exit 5]
$ sladesk undo e12
undid e12: undid e6
  x@a.example again: contact of a
[exit 0]
$ sladesk undo e11
undid e11: 1 undid e7
  1: open again as high, assigned to nobody (b, "One")
    response due today 10:00 (11:00 in UTC+1)
[exit 0]
$ sladesk show 1 --fields customer,contact,state -f tsv
b	x@a.example	open
[exit 0]
$ sladesk db check
the record is whole and all rows follow from it: 14 entries, 14 events, 1 tickets; 14 entries were written under `--now`
[exit 0]

"#]],
    );
}

/// A plan with hours to be worked.
const HOURS: &str = r#"
schema = 1
vendor = "acid"
title = "Acid"
clause = "AC-0"
hours = "mon-fri 09:00-17:00"
zone = "UTC"
term = "open"
priorities.p1 = "One"
channels.email = "E-mail"
topics.general = "General"
targets = { response = "2h", resolution = "16h" }
milestones.response.met-by = ["acknowledged", "replied"]
milestones.resolution.met-by = ["resolved"]
[plans.std]
allowances.work = { hours = "10h", per = "quarter", when-used-up = "warn" }
"#;

#[test]
fn work_that_was_booked_on_a_contract_rests_on_it_wherever_its_ticket_is_now() {
    let desk = Sandbox::new();
    desk.file("plans/acid.toml", HOURS);
    desk.done("sladesk db init --zone UTC");
    for key in ["a", "b"] {
        desk.done(&format!("sladesk customer add {key} --name {key}"));
        desk.done(&format!(
            "sladesk --plans plans contract sign {key} acid/std --start 2026-10-01"
        ));
    }
    desk.done("sladesk --plans plans open a One -p p1 -c email -t general");
    desk.done("sladesk work 1 2h");
    desk.done("sladesk move 1 b");
    desk.fails(
        "undo e3",
        5,
        "contract 1 goes with it, and ticket 1 rests on that",
    );
    desk.done("sladesk db check");
}

#[test]
fn the_text_of_an_undo_is_read_as_any_other() {
    let desk = desk();
    desk.file("why.txt", "It was a test\n");
    desk.shows(
        &[
            "sladesk undo e6 -m \"\"",
            "sladesk undo e6 -m \" \"",
            "sladesk undo e6 -F why.txt",
            "sladesk log 1 --fields what,text -f tsv",
        ],
        str![[r#"
$ sladesk undo e6 -m ""
error: the text of `-m` is empty
[exit 2]
$ sladesk undo e6 -m " "
error: the text of `-m` is empty
[exit 2]
$ sladesk undo e6 -F why.txt
undid e6: 1 opened as high
  1: void (acme, "Slow")
[exit 0]
$ sladesk log 1 --fields what,text -f tsv
opened as high (undone by tess, e7; under --now)	-
undid e6 (under --now)	It was a test
[exit 0]

"#]],
    );
}

/// Where the desk has no other version of them, days stay in use, which is said.
#[test]
fn of_the_only_version_of_holidays_nothing_is_taken_back() {
    let desk = Sandbox::of_csd("acme", "Acme", "2026-10-01");
    let import = |date: &str| {
        let text = format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n\
             DTSTART;VALUE=DATE:{date}\r\nSUMMARY:Party\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        );
        desk.file("nc.ics", &text);
        desk.done("sladesk import holidays nc.ics --name nc -y");
        let entry = desk.json("sladesk log -L 1")[0]["entry"].clone();
        entry.as_str().expect("an entry").to_owned()
    };
    let undo = |entry: &str| {
        let ran = desk.run(&format!("sladesk undo {entry} -y"));
        assert_eq!(ran.status, 0, "{ran}");
        ran.stderr
    };
    let days = || desk.done("sladesk calendar holidays nc --period 2026 --fields date");
    let first = import("20261224");
    let said = undo(&first);
    assert!(said.contains("nothing of them is taken back"), "{said}");
    assert_eq!(days().trim(), "2026-12-24");
    let (second, third) = (import("20261223"), import("20261222"));
    let said = undo(&second);
    assert!(
        !said.contains("nothing of them"),
        "another version stands: {said}"
    );
    assert!(
        said.contains("holidays nc again: 1 day, 2026-12-22 to 2026-12-22"),
        "{said}"
    );
    undo(&third);
    assert_eq!(desk.run("sladesk db check").status, 0);
}

#[test]
fn what_was_written_since_on_a_ticket_that_never_was_is_told() {
    let desk = Sandbox::of_csd("acme", "Acme", "2026-10-01");
    desk.done("sladesk open acme Printer -p p3 -c phone");
    let entry = desk.json("sladesk log ticket:1 -L 1")[0]["entry"].clone();
    let entry = entry.as_str().expect("an entry").to_owned();
    desk.done("sladesk reply 1 -m \"we look\"");
    let ran = desk.run(&format!("sladesk undo {entry} -y --corrects wrong"));
    assert_eq!(ran.status, 0, "{ran}");
    assert!(
        ran.to_string().contains(
            "1 event that was written since on ticket 1 counts no more: there is no such ticket without the entry"
        ),
        "{ran}"
    );
}
