//! The desk's file: where it lies, what it holds, whether it is whole, and its copies.

use snapbox::str;

use crate::sandbox::Sandbox;

fn desk() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.done("sladesk --db d.db db init --zone Europe/London");
    sandbox
}

#[test]
fn a_whole_desk_is_found_whole_and_sealed() {
    desk().shows(
        &[
            "sladesk --db d.db db path",
            "sladesk --db d.db db stats --fields path,schema,events,tickets,open,zone_rules,journal,zone",
            "sladesk --db d.db db seal",
            "sladesk --db d.db db check",
            "sladesk --db d.db db check -f json -q",
            "sladesk --db d.db db check --against e1-00000000",
            "sladesk --db d.db db check --against e9-00000000",
            "sladesk --db d.db db check --against monday",
            "sladesk --db d.db db upgrade",
            "sladesk --db none.db db check",
        ],
        str![[r#"
$ sladesk --db d.db db path
d.db
[exit 0]
$ sladesk --db d.db db stats --fields path,schema,events,tickets,open,zone_rules,journal,zone
d.db	2	2	0	0	Europe/London 2[..] ([..])	wal	Europe/London
[exit 0]
$ sladesk --db d.db db seal
e2-[..]@2026-10-14T09:00Z
[exit 0]
$ sladesk --db d.db db check
the record is whole and all rows follow from it: 2 entries, 2 events, 0 tickets; 2 entries were written under `--now`
[exit 0]
$ sladesk --db d.db db check -f json -q
[]
[exit 0]
$ sladesk --db d.db db check --against e1-00000000
-	1	seal	e1 is not what it was when the seal was printed
[stderr]
1 finding in 2 entries, 2 events, 0 tickets; 2 entries were written under `--now`
[exit 6]
$ sladesk --db d.db db check --against e9-00000000
-	-	seal	e9 is gone: the record ends before the seal
[stderr]
1 finding in 2 entries, 2 events, 0 tickets; 2 entries were written under `--now`
[exit 6]
$ sladesk --db d.db db check --against monday
error: `monday` is no seal
hint: a seal looks like `e51877-9f3a41c2`; `sladesk db seal` prints one
[exit 2]
$ sladesk --db d.db db upgrade
d.db has schema 2, the newest; there is nothing to do
[exit 0]
$ sladesk --db none.db db check
error: no desk at none.db
  --db names it; without it: ~/.local/share/sladesk/desk.db
hint: `sladesk --db none.db db init` makes a new one
[exit 6]

"#]],
    );
}

#[test]
fn a_seal_holds_until_somebody_writes_into_the_file_behind_our_back() {
    let sandbox = desk();
    let seal = sandbox.done("sladesk --db d.db db seal");
    sandbox.done("sladesk --db d.db calendar adopt australia");
    let against = format!("sladesk --db d.db db check --against {}", seal.trim());
    assert_eq!(sandbox.run(&against).status, 0);
    let bytes = std::fs::read(sandbox.path("d.db")).expect("a desk");
    let place = bytes
        .windows(13)
        .position(|part| part == b"Europe/London")
        .expect("the zone stands in the founding event");
    let mut forged = bytes;
    forged[place..place + 13].copy_from_slice(b"Europe/Madrid");
    std::fs::write(sandbox.path("forged.db"), forged).expect("a file in the sandbox");
    let ran = sandbox.run("sladesk --db forged.db db check --fields event,what");
    assert_eq!(ran.status, 6, "{ran}");
    assert!(ran.stdout.contains("chain"), "{ran}");
}

#[test]
fn a_backup_is_a_desk_and_comes_back() {
    desk().shows(
        &[
            "sladesk --db d.db db backup copy.db",
            "sladesk --db d.db db backup copy.db",
            "sladesk --db d.db db backup .",
            "sladesk --db d.db calendar adopt australia",
            "sladesk --db d.db log -f ids",
            "sladesk --db d.db db restore copy.db",
            "sladesk --db d.db db restore copy.db --force",
            "sladesk --db d.db db restore copy.db --force -y",
            "sladesk --db d.db log -f ids",
            "sladesk --db d.db db restore nothing.db",
            "sladesk --db other.db db restore copy.db",
            "sladesk --db other.db db check",
        ],
        str![[r#"
$ sladesk --db d.db db backup copy.db
copy.db
[stderr]
backed up to copy.db: e2-[..]
[exit 0]
$ sladesk --db d.db db backup copy.db
error: copy.db is there already
[exit 5]
$ sladesk --db d.db db backup .
./d-2026-10-14T090000Z.db
[stderr]
backed up to ./d-2026-10-14T090000Z.db: e2-[..]
[exit 0]
$ sladesk --db d.db calendar adopt australia
adopted australia
[exit 0]
$ sladesk --db d.db log -f ids
1
2
3
[exit 0]
$ sladesk --db d.db db restore copy.db
error: d.db is there already
hint: `--force` gives up the desk at d.db with its 3 events
[exit 5]
$ sladesk --db d.db db restore copy.db --force
error: restore would give up the desk at d.db with its 3 events and nobody can be asked here
hint: add `--yes`, or `--dry-run` to see which
[exit 2]
$ sladesk --db d.db db restore copy.db --force -y
d.db is restored from copy.db: e2-[..]
[exit 0]
$ sladesk --db d.db log -f ids
1
2
[exit 0]
$ sladesk --db d.db db restore nothing.db
error: no backup at nothing.db
[exit 4]
$ sladesk --db other.db db restore copy.db
other.db is restored from copy.db: e2-[..]
[exit 0]
$ sladesk --db other.db db check
the record is whole and all rows follow from it: 2 entries, 2 events, 0 tickets; 2 entries were written under `--now`
[exit 0]

"#]],
    );
}

#[test]
fn nothing_is_redacted_without_a_reason_and_a_yes() {
    desk().shows(
        &[
            "sladesk --db d.db db redact 1",
            r#"sladesk --db d.db db redact 1 -m "a password""#,
            r#"sladesk --db d.db db redact 1 -m "a password" -y"#,
            r#"sladesk --db d.db db redact 9 -m "a password" -y"#,
            r#"sladesk --db d.db db redact bob@acme.example -m "asked for" -y"#,
        ],
        str![[r#"
$ sladesk --db d.db db redact 1
error: `db redact` needs a reason
hint: add `--message`
[exit 2]
$ sladesk --db d.db db redact 1 -m "a password"
error: redact would take out for good what stands in 1 event and nobody can be asked here
hint: add `--yes`, or `--dry-run` to see which
[exit 2]
$ sladesk --db d.db db redact 1 -m "a password" -y
error: event 1 holds nothing that people wrote, or nothing any more
[exit 5]
$ sladesk --db d.db db redact 9 -m "a password" -y
error: no event 9; the newest is 2
[exit 4]
$ sladesk --db d.db db redact bob@acme.example -m "asked for" -y
error: no contact `bob@acme.example`
hint: `sladesk contact list` shows them all
[exit 4]

"#]],
    );
}

const COMPANY: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n\
    DTSTART;VALUE=DATE:20261224\r\nSUMMARY:Company day\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n\
    DTSTART;VALUE=DATE:20270104\r\nSUMMARY:Stocktaking\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

#[test]
fn holidays_come_from_a_calendar_file_and_the_same_again_writes_nothing() {
    let sandbox = desk();
    sandbox.file("company.ics", COMPANY);
    sandbox.file("broken.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n");
    sandbox.shows(
        &[
            "sladesk --db d.db import holidays company.ics --name company -n",
            "sladesk --db d.db import holidays company.ics --name company",
            "sladesk --db d.db import holidays company.ics --name company",
            "sladesk --db d.db calendar holidays company",
            "sladesk --db d.db log type:days-adopted",
            "sladesk --db d.db import holidays company.ics --name australia",
            r#"sladesk --db d.db import holidays company.ics --name "Our days""#,
            "sladesk --db d.db import holidays broken.ics --name broken",
            "sladesk --db d.db import holidays missing.ics --name missing",
        ],
        str![[r#"
$ sladesk --db d.db import holidays company.ics --name company -n
would import 2 days of company, 2026-12-24 to 2027-01-04
closed 2026-12-24: Company day
closed 2027-01-04: Stocktaking
[exit 0]
$ sladesk --db d.db import holidays company.ics --name company
imported 2 days of company, 2026-12-24 to 2027-01-04
closed 2026-12-24: Company day
closed 2027-01-04: Stocktaking
[exit 0]
$ sladesk --db d.db import holidays company.ics --name company
nothing new: the desk has 2 days of company
[exit 0]
$ sladesk --db d.db calendar holidays company
company	2026-12-24	Company day
[exit 0]
$ sladesk --db d.db log type:days-adopted
3	2026-10-14T09:00:00Z	-	days-adopted	tess	adopted the holidays company (under --now)
[exit 0]
$ sladesk --db d.db import holidays company.ics --name australia
error: the holiday set `australia` is built in
hint: give yours a name of its own
hint: `sladesk calendar adopt australia` takes up the built-in one
[exit 2]
$ sladesk --db d.db import holidays company.ics --name "Our days"
error: `Our days` cannot name a holiday set
hint: write small letters, with digits and hyphens: `company-days`
[exit 2]
$ sladesk --db d.db import holidays broken.ics --name broken
error: the file ends before `END:VCALENDAR`
 --> broken.ics:2:1
  |
2 | BEGIN:VEVENT
  | ^^^^^^^^^^^^
[exit 7]
$ sladesk --db d.db import holidays missing.ics --name missing
error: cannot read missing.ics: no such file or directory
[exit 4]

"#]],
    );
}
