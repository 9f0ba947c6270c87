//! Some customers leave as a record of their own: whole, with what they know their things by, and
//! without a word of others.

use serde_json::Value;

use crate::sandbox::Sandbox;

/// Acme and Neva of one desk, with people of the desk for each; what only Neva may know says
/// `secret`.
fn desk() -> Sandbox {
    let desk = Sandbox::new().at("2026-09-01T08:00:00Z");
    for line in [
        "db init --zone Europe/Madrid",
        "staff add ann --name Ann",
        "staff add bob --name secret-bob",
        "customer add acme --name \"Acme Ltd\" --account-manager ann",
        "customer add neva --name secret-neva --account-manager bob",
        "customer add nova --name Nova",
        "contract sign acme csd-group/elite --zone UTC --start 2026-01-01 --set contacts=3 \
         --set channels=phone,email",
        "contract sign neva csd-group/elite --zone UTC --start 2026-01-01 --set contacts=4 \
         --set channels=phone,email",
        "contact add acme dana@acme.example --name Dana",
        "contact add neva igor@neva.example --name secret-igor",
    ] {
        desk.done(&format!("sladesk {line}"));
    }
    let desk = desk.at("2026-09-02T08:00:00Z");
    for line in [
        "open igor@neva.example secret-one -p p3 -c phone",
        "open dana@acme.example Printer -p p3 -c phone --assignee ann",
        "open dana@acme.example Scanner -p p3 -c email -m \"It scans nothing\"",
        "note 2 -m \"a word too many\"",
        "undo",
        "link 2 3",
        "link 3 1",
        "link 1 3",
        "reply 2 -m \"We look\" -w 20m",
    ] {
        desk.done(&format!("sladesk {line}"));
    }
    desk
}

/// The record of acme, as a desk in `part.db`; what was said of it.
fn parted(desk: &Sandbox, filter: &str) -> (String, String) {
    let told = desk.run(&format!("sladesk export {filter} -o part.jsonl"));
    assert_eq!(told.status, 0, "{told}");
    desk.done("sladesk --db part.db import desk part.jsonl");
    assert_eq!(desk.run("sladesk --db part.db db check").status, 0);
    let lines = std::fs::read_to_string(desk.path("part.jsonl")).expect("the lines");
    (lines, told.stderr)
}

fn cells(desk: &Sandbox, line: &str, key: &str) -> Vec<Value> {
    let rows = desk.json(&format!("sladesk {line}"));
    let rows = rows.as_array().expect("a list").iter();
    rows.map(|row| row[key].clone()).collect()
}

#[test]
fn a_customer_leaves_with_all_that_is_theirs_and_no_word_of_others() {
    let desk = desk();
    let (lines, said) = parted(&desk, "customer:acme");
    assert!(
        said.starts_with("the record of acme, as one of its own\n"),
        "{said}"
    );
    assert!(
        said.contains("left out: 2 links with tickets of other customers"),
        "{said}"
    );
    assert!(!lines.contains("secret"), "{lines}");
    // what people know their things by is what it was
    for (line, key) in [
        ("list customer:acme", "ticket"),
        ("list customer:acme", "subject"),
        ("contract list customer:acme", "contract"),
        ("contact list customer:acme", "contact"),
        ("log 2 not:type:undone", "what"),
        ("log 2", "at"),
        ("log 2", "recorded"),
    ] {
        let here = format!("--db part.db {line}");
        assert_eq!(
            cells(&desk, line, key),
            cells(&desk, &here, key),
            "{line} {key}"
        );
    }
    assert_eq!(
        cells(&desk, "--db part.db customer list", "customer"),
        ["acme"]
    );
    assert_eq!(cells(&desk, "--db part.db staff list", "staff"), ["ann"]);
    // the same record gives the same lines, and they go on from there
    assert_eq!(desk.done("sladesk export customer:acme"), lines);
    assert_eq!(desk.done("sladesk --db part.db export"), lines);
    let after = desk.run("sladesk --db part.db open dana@acme.example Next -p p3 -c phone");
    assert_eq!(after.stdout.trim(), "4", "{after}");
    assert_eq!(desk.run("sladesk --db part.db db check").status, 0);
}

#[test]
fn a_ticket_that_was_anothers_is_there_as_far_as_it_is_theirs() {
    let desk = desk();
    for line in [
        "move 1 acme --corrects \"the wrong customer\"",
        "note 1 -m \"ours now\"",
        "note 2 -m \"still ours\"",
        "note 3 -m \"taken back, and erased\"",
        "move 3 neva --corrects \"the wrong customer\"",
        "note 3 -m \"a secret of theirs\"",
    ] {
        desk.done(&format!("sladesk {line}"));
    }
    let noted = cells(&desk, "log 3 type:noted", "event");
    desk.done(&format!(
        "sladesk db redact {} -m law -y",
        noted
            .iter()
            .map(Value::as_i64)
            .min()
            .flatten()
            .expect("a note")
    ));
    let (lines, said) = parted(&desk, "customer:acme");
    assert!(
        said.contains(
            "tickets 1 and 3 were another customer's, too: the record calls that one `elsewhere`"
        ),
        "{said}"
    );
    assert!(!lines.contains("a secret of theirs"), "{lines}");
    assert!(!lines.contains("secret-igor"), "{lines}");
    assert!(!lines.contains("erased"), "{lines}");
    let here = |line: &str, key: &str| cells(&desk, &format!("--db part.db {line}"), key);
    assert_eq!(here("list customer:acme --sort ticket", "ticket"), [1, 2]);
    assert_eq!(here("list customer:elsewhere", "ticket"), [3]);
    assert_eq!(
        here("log 1 type:opened,noted,moved", "type"),
        ["opened", "moved", "noted"]
    );
    // acme and neva together have nothing left out
    desk.done("sladesk export customer:acme,neva -o both.jsonl");
    let said = desk
        .run("sladesk export customer:acme,neva -o both.jsonl")
        .stderr;
    assert_eq!(said, "the record of acme and neva, as one of its own\n");
}

#[test]
fn words_go_along_where_the_ticket_was_theirs_when_they_were_written_and_is() {
    let desk = desk();
    for line in [
        "open neva secret-two -p p3 -c phone --contact igor@neva.example -m secret-text",
        "note 4 -m secret-note",
        "eta 4 2026-09-20T10:00 --told igor@neva.example",
        "merge 1 4 -m secret-merge",
        "edit 4 --tag secret-tag --version secret-version",
        "move 4 acme -m secret-why --corrects wrong",
        "note 4 -m \"a word of acme\"",
        // lent to Neva for a while
        "move 2 neva -m secret-move --corrects wrong",
        "note 2 -m secret-lent",
        "move 2 acme -m secret-back --corrects wrong --once secret-key",
        // gone to Neva, and on there into one that was never Acme's
        "open dana@acme.example gone-three -p p3 -c phone",
        "move 5 neva --corrects wrong",
        "open igor@neva.example secret-four -p p3 -c phone",
        "merge 5 6",
        // what was written while a move stood that is taken back
        "move 3 neva --corrects wrong --once the-move",
        "note 3 -m secret-meanwhile",
    ] {
        desk.done(&format!("sladesk {line}"));
    }
    let moved = cells(&desk, "log 3 type:moved", "entry");
    desk.done(&format!(
        "sladesk undo {} -y --corrects wrong",
        moved[0].as_str().expect("an entry")
    ));
    let (lines, said) = parted(&desk, "customer:acme");
    assert!(!lines.contains("secret"), "{lines}");
    assert!(!lines.contains("neva"), "{lines}");
    assert!(
        said.contains("tickets 2, 3, 4 and 5 were another customer's, too"),
        "{said}"
    );
    // nor does the page of all that is known of them have it, save what their tickets are called
    let page = desk.done("sladesk export --about acme -f jsonl");
    assert!(
        !page.contains("secret") && page.contains("a word of acme"),
        "{page}"
    );
    // what somebody wrote before it went elsewhere is known of them still
    assert!(
        !lines.contains("gone-three") && page.contains("gone-three"),
        "{page}"
    );
    let of_dana = desk.done("sladesk export --about dana@acme.example -f jsonl");
    assert!(
        of_dana.contains("gone-three") && !of_dana.contains("neva"),
        "{of_dana}"
    );
    let here = |line: &str, key: &str| cells(&desk, &format!("--db part.db {line}"), key);
    assert_eq!(here("list -L 0 --sort ticket", "ticket"), [2, 3, 4, 5]);
    for kept in ["a word of acme", "Printer"] {
        assert!(lines.contains(kept), "{kept}");
    }
    assert_eq!(
        here("list ticket:5", "subject"),
        ["(in the record of another customer)"]
    );
}

#[test]
fn a_ticket_that_went_on_as_one_of_others_is_over() {
    let desk = desk();
    for line in ["move 1 acme --corrects wrong --once lent", "merge 3 1"] {
        desk.done(&format!("sladesk {line}"));
    }
    let moved = cells(&desk, "log 1 type:moved", "entry");
    desk.done(&format!(
        "sladesk undo {} -y --corrects wrong",
        moved[0].as_str().expect("an entry")
    ));
    let (lines, _) = parted(&desk, "customer:acme");
    assert!(!lines.contains("secret"), "{lines}");
    let here = |key: &str| cells(&desk, "--db part.db list -L 0 --sort ticket", key);
    assert_eq!(here("ticket"), [2, 3]);
    assert_eq!(here("closed_as"), [Value::Null, "duplicate".into()]);
}

#[test]
fn nobody_of_another_customer_is_told() {
    let desk = desk();
    desk.fails(
        "eta 2 2026-09-20T10:00 --told igor@neva.example",
        5,
        "igor@neva.example is a contact of another customer: 2 is acme's",
    );
    desk.done("sladesk eta 2 2026-09-20T10:00 --told boss@acme.example");
    desk.done("sladesk contact add acme igor@neva.example --name secret-igor");
    desk.done("sladesk eta 2 2026-09-20T11:00 --told igor@neva.example");
    // named by a ruling, and a contact of Neva's alone
    desk.done("sladesk contact add neva olga@neva.example --name secret-olga");
    desk.done("sladesk open acme Strange -p p3 -c phone --contact olga@neva.example --refuse");
    desk.done("sladesk export customer:acme -o part.jsonl");
    let lines = std::fs::read_to_string(desk.path("part.jsonl")).expect("the lines");
    assert!(lines.contains("boss@acme.example"));
    assert!(lines.contains("igor@neva.example"), "one of theirs, too");
    assert!(!lines.contains("olga"), "{lines}");
}

#[test]
fn days_that_no_terms_of_theirs_name_stay() {
    let desk = desk();
    desk.file(
        "shutdown.ics",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n\
         DTSTART;VALUE=DATE:20261224\r\nSUMMARY:secret-shutdown\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    );
    desk.done("sladesk import holidays shutdown.ics --name secret-shutdown");
    let (lines, _) = parted(&desk, "customer:acme");
    assert!(!lines.contains("secret"), "{lines}");
}

#[test]
fn old_numbers_go_along_and_imports_stay_what_they_were() {
    let desk = Sandbox::of_csd("acme", "Acme", "2026-01-01");
    desk.done("sladesk customer add neva --name Neva");
    desk.done(
        "sladesk contract sign neva csd-group/elite --zone UTC --start 2026-01-01 \
         --set contacts=3 --set channels=phone,email",
    );
    desk.file(
        "jira.toml",
        "name = \"jira\"\n[columns]\nticket = \"key\"\nopened = \"opened\"\nsubject = \"title\"\n\
         priority = \"prio\"\ncustomer = \"who\"\n[times]\nformat = \"%F %H:%M\"\n",
    );
    desk.file(
        "jira.csv",
        "key,opened,title,prio,who\nPAY-1,2026-03-02 09:00,One,p3,neva\n\
         PAY-2,2026-03-02 10:00,Two,p3,acme\nPAY-3,2026-03-02 11:00,Three,p3,neva\n",
    );
    desk.done("sladesk import events jira.csv --mapping jira.toml");
    let (_, said) = parted(&desk, "customer:neva");
    assert_eq!(said, "the record of neva, as one of its own\n");
    let line = "--db part.db list source:jira --sort ticket";
    assert_eq!(cells(&desk, line, "ticket"), [1, 3]);
    let shown = desk.json("sladesk --db part.db show PAY-3");
    assert_eq!(shown["subject"], "Three");
    // the same file again adds only what is not there
    let again =
        desk.run("sladesk --db part.db import events jira.csv --mapping jira.toml --strict -n");
    assert!(!again.stderr.contains("3 opened"), "{again}");
    let clocks = |db: &str| {
        let line = format!("sladesk {db} report sla customer:neva --period 2026-03");
        desk.json(&line)["rows"].clone()
    };
    assert_eq!(clocks("--db part.db"), clocks(""));
}

#[test]
fn whose_record_is_not_there_or_not_said_right_is_refused() {
    let desk = desk();
    desk.fails("export customer:nobody", 4, "no customer `nobody`");
    desk.fails("export name:zzz", 4, "no customer fits");
    // nobody leaves by a part of a name
    desk.done("sladesk customer add acmeco --name \"Acme Ltd of Riga\"");
    desk.fails(
        "export acm",
        2,
        "`acm` is not the key, name or domain of one customer\n  acme (Acme Ltd)\n  acmeco (Acme Ltd of Riga)",
    );
    desk.fails(
        "export Ltd",
        2,
        "`Ltd` is not the key, name or domain of one customer",
    );
    desk.fails("export acme neva", 4, "no customer `acme neva`");
    desk.fails("export zzz", 4, "no customer `zzz`");
    for beside in [
        "customer:acme neva",
        "neva customer:acme",
        "neva not:customer:neva",
        "acme plan:csd-group",
    ] {
        desk.fails(
            &format!("export {beside}"),
            2,
            "the name of a customer stands alone",
        );
    }
    for blank in ["''", "' '", "acme ''"] {
        desk.fails(
            &format!("export {blank}"),
            2,
            "an empty word names no customer",
        );
    }
    for whole in ["acme", "ACME", "\"Acme Ltd\"", "Acme Ltd", "acme.example"] {
        let said = desk.run(&format!("sladesk export {whole} -o whole.jsonl"));
        assert!(
            said.stderr
                .starts_with("the record of acme, as one of its own\n"),
            "{whole}: {said}"
        );
    }
    desk.fails(
        "export customer:acme -f csv",
        2,
        "`export` is jsonl, whole, as `import desk` takes it",
    );
    desk.fails("export priority:p3", 2, "no filter `priority:`");
    let json = desk.run("sladesk export --json");
    assert!(
        json.stderr
            .contains("hint: it is jsonl by itself: `sladesk export -o desk.jsonl`"),
        "{json}"
    );
    let both = desk.run("sladesk export customer:acme --about acme");
    assert_eq!(both.status, 2, "{both}");
    // its own key may be the one that stands for others
    desk.done("sladesk customer add elsewhere --name Elsewhere");
    desk.done("sladesk move 1 acme --corrects wrong");
    let (_, said) = parted(&desk, "customer:acme");
    assert!(said.contains("`elsewhere-2`"), "{said}");
}

/// Why an entry was taken back is said of all that it wrote.
#[test]
fn why_something_was_undone_stays_where_others_were_in_it() {
    let desk = desk();
    for line in [
        "note 1,2 -m seen",
        "undo -y -m secret-why",
        "note 2 -m \"a word\"",
        "undo -y -m \"why of ours\"",
    ] {
        desk.done(&format!("sladesk {line}"));
    }
    let (lines, _) = parted(&desk, "customer:acme");
    assert!(
        !lines.contains("secret") && lines.contains("why of ours"),
        "{lines}"
    );
}

/// A saved filter says no more than its words would: nobody leaves by a part of a name.
#[test]
fn a_saved_filter_is_held_to_what_its_words_are() {
    let desk = desk();
    desk.done("sladesk customer add acmeco --name \"Acme Ltd of Riga\"");
    desk.file(
        ".config/sladesk/config.toml",
        "[filters]\npart = \"Ltd\"\nwhole = \"acme\"\nkeyed = \"customer:acme\"\ndeep = \"@part\"\n\
         round = \"@round\"\n",
    );
    let export = |words: &str| desk.run(&format!("sladesk export {words}"));
    for (words, status, says) in [
        (
            "@part",
            2,
            "`Ltd` is not the key, name or domain of one customer",
        ),
        (
            "@deep",
            2,
            "`Ltd` is not the key, name or domain of one customer",
        ),
        ("@keyed Ltd", 2, "the name of a customer stands alone"),
        (
            "@round",
            2,
            "the saved filter `@round` leads back to itself",
        ),
        ("@hole", 4, "no saved filter `@hole`"),
        ("text:Ltd", 0, "the record of acme and acmeco"),
        ("@whole", 0, "the record of acme, as one of its own"),
        ("@keyed", 0, "the record of acme, as one of its own"),
    ] {
        let ran = export(words);
        assert_eq!(ran.status, status, "{words}: {}", ran.stderr);
        assert!(ran.stderr.contains(says), "{words}: {}", ran.stderr);
        assert_eq!(ran.stdout.is_empty(), status != 0, "{words}");
    }
    assert_eq!(cells(&desk, "customer list", "customer").len(), 4);
    assert_eq!(
        cells(&desk, "customer list not:@keyed", "customer").len(),
        3
    );
}

/// The page of a person names nobody else, also where another asks on the ticket now.
#[test]
fn a_persons_page_names_no_colleague() {
    let desk = desk();
    for line in [
        "contact add acme luis@acme.example --name Luis",
        "edit 2 --contact luis@acme.example",
    ] {
        desk.done(&format!("sladesk {line}"));
    }
    let of_dana = desk.done("sladesk export --about dana@acme.example -f json");
    assert!(
        of_dana.contains("Printer") && !of_dana.contains("luis"),
        "{of_dana}"
    );
    let of_acme = desk.done("sladesk export --about acme -f json");
    assert!(of_acme.contains("luis@acme.example"), "{of_acme}");
}

/// Who stands for two customers is one person: asked for by address, all of it is shown, taken out and
/// edited.
#[test]
fn a_person_who_stands_for_two_customers_has_one_page_and_is_forgotten_by_both() {
    let desk = Sandbox::of_csd("acme", "Acme", "2026-10-01").at("2026-10-14T09:00:00Z");
    for line in [
        "customer add kettle --name Kettle",
        "contract sign kettle csd-group/elite --start 2026-10-01 --set contacts=3 --set channels=phone,email",
        "contact add acme pat@both.example --name Pat",
        "contact add kettle pat@both.example --name Pat",
        "open acme \"First words\" --contact pat@both.example -p p1 -c phone",
        "open kettle \"Other words\" --contact pat@both.example -p p1 -c phone",
    ] {
        desk.done(&format!("sladesk {line}"));
    }
    let page = desk.done("sladesk export --about pat@both.example -f text");
    for said in [
        "First words",
        "Other words",
        "`sladesk db redact pat@both.example",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    desk.fails(
        "contact edit pat@both.example --phone 5",
        2,
        "pat@both.example stands for acme, kettle",
    );
    desk.done("sladesk contact edit pat@both.example --customer kettle --phone 5");
    let phones = "sladesk contact list -f tsv --fields customer,phone";
    assert!(
        desk.done(phones).contains("kettle\t5"),
        "{}",
        desk.done(phones)
    );
    let seen = desk.json("sladesk contact show pat@both.example --customer acme");
    assert_eq!(seen["customer"], "acme");
    desk.done("sladesk contact revoke pat@both.example --customer acme");
    let missing = desk.run("sladesk contact show pat@both.example --customer nobody");
    assert_eq!(missing.status, 4, "{missing}");
    desk.done("sladesk db redact pat@both.example -m \"asked for by letter\" -y");
    assert!(!desk.done("sladesk export").contains("pat@both.example"));
    desk.done("sladesk db check");
}
