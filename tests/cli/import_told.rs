//! What a file says otherwise than the desk knows it, or not at all, is told or refused: an import
//! never guesses in silence.

use serde_json::Value;

use crate::sandbox::Sandbox;

const ZENDESK: &str = "Id,Subject,Status,Priority,Via,Created at,Updated at,Organization,Assignee,Solved at,\
First reply time in minutes,Tags,Requester email,Requester,Assigned at\n";

/// Corp and Acme, of whose people Dana is known, and Minh of the desk.
fn desk() -> Sandbox {
    let desk = Sandbox::of_csd("corp", "Corp", "2026-01-01");
    for line in [
        "contact add corp dana@corp.example --name \"Dana Ruiz\" --start 2026-01-01",
        "customer add acme --name Acme",
        "contract sign acme csd-group/elite --zone UTC --start 2026-01-01 --set contacts=3 \
         --set channels=phone,email",
        "staff add minh --name \"Minh Tran\" --email minh@desk.example",
    ] {
        desk.done(&format!("sladesk {line}"));
    }
    desk
}

fn zendesk(desk: &Sandbox, rows: &str, more: &str) -> Value {
    desk.file("zd.csv", &format!("{ZENDESK}{rows}"));
    desk.json(&format!(
        "sladesk import events zd.csv --mapping zendesk {more}"
    ))
}

fn says(told: &Value, key: &str) -> Vec<String> {
    let lines = told[key].as_array().expect("lines").iter();
    lines
        .map(|line| {
            let says = line["says"].as_str().expect("a sentence");
            format!("{}: {says}", line["line"])
        })
        .collect()
}

fn whats(desk: &Sandbox, ticket: &str) -> Vec<String> {
    let events = desk.json(&format!("sladesk log ticket:{ticket}"));
    let events = events.as_array().expect("events").iter();
    events
        .map(|event| event["what"].as_str().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn people_of_the_desk_are_known_by_their_names_and_words_of_no_plan_are_told() {
    let desk = desk();
    let told = zendesk(
        &desk,
        "1,One,Open,High,Mail,2026-03-02 09:00:00 +0000,2026-03-02 10:00:00 +0000,Corp,Minh Tran,,5,,dana@corp.example,Dana Ruiz,\n\
         2,Two,Open,High,Twitter,2026-03-02 09:00:00 +0000,2026-03-02 10:00:00 +0000,Corp,Ann Other,,5,,dana@corp.example,Dana Ruiz,\n",
        "",
    );
    assert_eq!(
        says(&told, "remarks"),
        [
            "3: nobody of the desk is called `Ann Other`; the ticket is assigned to that name \
             (`[assignee]` in the mapping says who is meant)",
            "3: csd-group/elite has no channel `Twitter`; the ticket has it all the same",
        ]
    );
    desk.tells("sladesk show 1", r#"{"assignee": "minh"}"#);
    desk.tells("sladesk list assignee:minh", r#"[{"ticket": 1}]"#);
}

#[test]
fn names_are_known_whichever_of_their_words_stands_first_and_customers_by_the_end_of_a_path() {
    let desk = desk();
    desk.file(
        "glpi.csv",
        "ID;Title;Entity;Status;Opening date;Last update;Requester - Requester;Assigned to - Technician;Priority\n\
         1;One;Root entity > Corp;New;2026-03-02 09:00;2026-03-02 09:00;Ruiz Dana;Tran, Minh;High\n",
    );
    let said = desk.json("sladesk import events glpi.csv --mapping glpi --customer corp -n");
    assert_eq!(says(&said, "remarks"), [""; 0]);
    let told = desk.json("sladesk import events glpi.csv --mapping glpi");
    assert_eq!(says(&told, "remarks"), [""; 0]);
    desk.tells(
        "sladesk show 1",
        r#"{"customer": "corp", "contact": "dana@corp.example", "assignee": "minh"}"#,
    );
}

#[test]
fn columns_that_are_not_there_and_rows_of_other_customers_are_told() {
    let desk = desk();
    desk.file(
        "less.csv",
        "Id,Subject,Status,Priority,Created at,Updated at,Group,Organization\n\
         1,One,Open,High,2026-03-02 09:00:00 +0000,2026-03-02 10:00:00 +0000,x,Corp\n\
         2,Two,Open,High,2026-03-02 09:00:00 +0000,2026-03-02 10:00:00 +0000,x,Acme\n",
    );
    let line = "sladesk import events less.csv --mapping zendesk --customer corp -n";
    let ran = desk.run(line);
    for said in [
        "the file has no columns `First reply time in minutes`, `Assigned at`, `Solved at`, `Via`",
        "column `Group` is passed over",
        "read by `zendesk`: Zendesk Support, the CSV export of a view; for: Zendesk Support of 2024 \
         to 2026, in English; checked against: ",
        "the row names `Acme`; its ticket is of the customer that was said for all",
    ] {
        assert!(ran.stderr.contains(said), "{said} in {ran}");
    }
}

#[test]
fn a_ticket_has_a_priority_by_its_column_by_the_matrix_or_by_default_else_it_is_refused() {
    let desk = Sandbox::of_plan(
        "schema = 1\nvendor = \"own\"\ntitle = \"Own\"\nhours = \"mon-fri 09:00-17:00\"\nzone = \"UTC\"\n\
         holidays = []\n[priorities]\np1 = \"High\"\np2 = \"Low\"\n[impacts]\nwide = \"Wide\"\nnarrow = \"Narrow\"\n\
         [urgencies]\nsoon = \"Soon\"\nlater = \"Later\"\n[priority-matrix]\nwide = { soon = \"p1\", later = \"p2\" }\n\
         narrow = { soon = \"p2\", later = \"p2\" }\n[milestones.response]\ntitle = \"Response\"\nmet-by = [\"replied\"]\n[targets.response]\np1 = \"1h\"\np2 = \"8h\"\n\
         [plans.std]\ntitle = \"Std\"\n",
    );
    desk.signs_acme();
    let mapping = "name = \"odd\"\noptional = [\"priority\"]\n[columns]\nticket = \"no\"\nopened = \"at\"\n\
                   subject = \"what\"\npriority = \"prio\"\nimpact = \"impact\"\nurgency = \"urgency\"\n\
                   [times]\nformat = \"%F %H:%M\"\n";
    desk.file("odd.toml", mapping);
    desk.file(
        "with.toml",
        &format!("{mapping}[defaults]\npriority = \"p2\"\n"),
    );
    desk.file(
        "odd.csv",
        "no,at,what,prio,impact,urgency\n1,2026-10-02 09:00,Said,p2,wide,soon\n\
         2,2026-10-02 09:00,Matrix,,wide,soon\n3,2026-10-02 09:00,Nothing,,wide,\n",
    );
    let now = "--now 2026-10-05T08:00:00Z --plans plans";
    let told = desk.json(&format!(
        "sladesk {now} import events odd.csv --mapping odd.toml --customer acme"
    ));
    assert_eq!(
        says(&told, "bad"),
        [
            "4: nothing says its priority (`priority` in [columns] or [defaults]), and own/std has p1, p2"
        ]
    );
    let priorities = |desk: &Sandbox| {
        let rows = desk.json(&format!("sladesk {now} list --sort ticket"));
        let rows = rows.as_array().expect("tickets").iter();
        rows.map(|row| row["priority"].as_str().unwrap_or("-").to_owned())
            .collect::<Vec<String>>()
    };
    assert_eq!(priorities(&desk), ["p2", "p1"]);
    desk.json(&format!(
        "sladesk {now} import events odd.csv --mapping with.toml --customer acme"
    ));
    assert_eq!(priorities(&desk), ["p2", "p1", "p2"]);
}

#[test]
fn a_later_file_that_says_open_again_is_heard_and_an_older_one_is_not() {
    let desk = desk();
    let row = |number: u8, status: &str, updated: &str, solved: &str| {
        format!(
            "{number},One,{status},High,Mail,2026-03-02 09:00:00 +0000,2026-03-{updated}:00 +0000,Corp,,{solved},5,,\
             dana@corp.example,Dana Ruiz,\n"
        )
    };
    let first = row(1, "Pending", "02 10:00", "")
        + &row(2, "Solved", "02 11:00", "2026-03-02 11:00:00 +0000");
    zendesk(&desk, &first, "");
    let states = |desk: &Sandbox| {
        let rows = desk.json("sladesk list state:open,waiting,resolved --sort ticket");
        let rows = rows.as_array().expect("tickets").iter();
        rows.map(|row| row["state"].as_str().unwrap_or_default().to_owned())
            .collect::<Vec<String>>()
    };
    assert_eq!(states(&desk), ["waiting-customer", "resolved"]);
    let open = row(1, "Open", "04 10:00", "") + &row(2, "Open", "04 11:00", "");
    let told = zendesk(&desk, &open, "");
    assert_eq!(states(&desk), ["open", "open"]);
    assert_eq!(
        says(&told, "remarks"),
        [2, 3].map(|line| format!(
            "{line}: since when it stands so is not said; since its last update is taken"
        ))
    );
    assert_eq!(zendesk(&desk, &open, "")["events"], 0, "the same again");
    let solved = row(2, "Solved", "05 09:00", "2026-03-05 09:00:00 +0000");
    zendesk(&desk, &solved, "");
    assert_eq!(states(&desk), ["open", "resolved"]);
    zendesk(&desk, &row(2, "Open", "04 11:00", ""), "");
    assert_eq!(
        states(&desk),
        ["open", "resolved"],
        "an older file opens nothing"
    );
    // nor does it write into what has been since
    let before = whats(&desk, "2");
    for (status, updated) in [
        ("On-hold", "03 08:00"),
        ("Open", "03 09:00"),
        ("Pending", "04 08:00"),
    ] {
        let told = zendesk(&desk, &row(2, status, updated, ""), "");
        assert_eq!(whats(&desk, "2"), before, "{status}");
        assert_eq!(
            says(&told, "remarks"),
            ["2: it is older than what the record has of its ticket, which stays as it is"],
            "{status}"
        );
    }
    // a note here is no word of where it stands: a newer file is heard
    desk.done("sladesk note 2 -m \"a word\" --at 2026-03-08T09:00:00Z");
    zendesk(&desk, &row(2, "Open", "06 09:00", ""), "");
    assert_eq!(states(&desk), ["open", "open"]);
    zendesk(
        &desk,
        &row(2, "Solved", "07 09:00", "2026-03-07 09:00:00 +0000"),
        "",
    );
    assert_eq!(states(&desk), ["open", "resolved"]);
    let renamed = row(2, "Solved", "07 09:00", "2026-03-07 09:00:00 +0000").replace("One", "Other");
    let told = zendesk(&desk, &renamed, "");
    assert_eq!(
        says(&told, "remarks"),
        ["2: its subject is `Other` now; the ticket keeps the one that it has"]
    );
}

/// What a row says without a time is as old as the row: an older file takes nothing back that a later
/// one, or the desk, has said since.
#[test]
fn an_older_file_takes_back_nothing_that_is_told_without_a_time() {
    let desk = desk();
    desk.done("sladesk staff add eva --name Eva");
    desk.done("sladesk staff add max --name Max");
    desk.file(
        "old.toml",
        "name = \"old\"\n[columns]\nticket = \"key\"\nopened = \"opened\"\nupdated = \"updated\"\n\
         subject = \"subject\"\nstatus = \"status\"\npriority = \"prio\"\nassignee = \"who\"\ntags = \"tags\"\n\
         topic = \"topic\"\nworked = \"worked\"\n\
         [times]\nformat = \"rfc3339\"\n[status]\n\"open\" = \"open\"\n\"pending\" = \"waiting-customer\"\n",
    );
    let import = |day: &str, says: &str| {
        let row = format!("A1,2026-02-02T09:00:00Z,2026-02-{day}T09:00:00Z,s,{says}\n");
        desk.file(
            "rows.csv",
            &format!("key,opened,updated,subject,status,prio,who,tags,topic,worked\n{row}"),
        );
        desk.json("sladesk import events rows.csv --mapping old.toml --customer corp")
    };
    let stands = || {
        desk.done("sladesk list --fields state,priority,assignee,tags,topic,worked_seconds")
            .trim()
            .to_owned()
    };
    let new = "open,p2,Eva,x,install,30";
    import("10", new);
    let was = stands();
    // each thing by itself, where the ticket stands as it does
    for old in [
        "open,p1,Eva,x,install,30",
        "open,p2,Max,x,install,30",
        "open,p2,Eva,y,install,30",
        "open,p2,Eva,x,usage,30",
        "open,p2,Eva,x,install,10",
    ] {
        import("12", old);
        assert_ne!(stands(), was, "{old}: a later file is heard");
        import("14", new);
        assert_eq!(stands(), was, "{old}");
        for day in ["05", "12"] {
            let told = import(day, old);
            assert_eq!(
                (&told["events"], stands()),
                (&0.into(), was.clone()),
                "{old}"
            );
            assert_eq!(
                says(&told, "remarks").join("; "),
                "2: it is older than what the record has of its ticket, which stays as it is",
                "{old}"
            );
        }
        assert_eq!(import("14", new)["events"], 0);
    }
    // and all at once, of a ticket that has gone on since
    let told = import("05", "pending,p1,Max,y,usage,10");
    assert_eq!((&told["events"], stands()), (&0.into(), was));
}

#[test]
fn an_import_that_was_taken_back_is_made_again() {
    let desk = desk();
    let row =
        "7,One,Open,High,Mail,2026-03-02 09:00:00 +0000,2026-03-02 10:00:00 +0000,Corp,,,5,,,,\n";
    zendesk(&desk, row, "");
    desk.done("sladesk undo -y --corrects \"the wrong zone\"");
    let told = zendesk(&desk, row, "");
    assert_eq!((&told["added"], &told["tickets"]), (&1.into(), &1.into()));
    desk.tells(
        "sladesk show zendesk:7",
        r#"{"ticket": 2, "state": "open"}"#,
    );
    assert_eq!(desk.run("sladesk db check").status, 0);
    // the first does not come back beside it
    let undone = desk.json("sladesk log type:undone -L 1")[0]["entry"].clone();
    let undone = undone.as_str().expect("an entry").to_owned();
    let ran = desk.run(&format!("sladesk undo {undone} -y --corrects again"));
    assert_eq!(ran.status, 5, "{ran}");
    assert!(
        ran.stderr
            .contains("1 was imported as `zendesk:7`, and 2 is that by now"),
        "{ran}"
    );
}

#[test]
fn a_quote_that_swallows_rows_is_refused_and_where_none_are_written_it_is_a_letter() {
    let desk = desk();
    let row = |number: u8, title: &str| {
        format!("{number};{title};Corp;New;2026-03-02 09:00;2026-03-02 09:00\n")
    };
    desk.file(
        "glpi.csv",
        &("ID;Title;Entity;Status;Opening date;Last update\n".to_owned()
            + &row(1, "\"open quote")
            + &row(2, "Two")
            + &row(3, "5\" pipe")),
    );
    let ran = desk.run("sladesk import events glpi.csv --mapping glpi -n");
    assert_eq!(ran.status, 7, "{ran}");
    assert!(
        ran.stderr
            .contains("the quote that opens on line 2 closes within a cell"),
        "{ran}"
    );
    let row = |number: u8, title: &str| {
        format!(
            "{number}\t{title}\topen\tHigh\tminh\tdana@corp.example\tMon Mar 02 09:00:00 2026\tNot set\tNot set\t\
             Not set\tMon Mar 02 09:30:00 2026\t0\n"
        )
    };
    desk.file(
        "rt.tsv",
        &("id\tSubject\tStatus\tPriority\tOwnerName\tRequestors\tCreated\tStarted\tResolved\tDue\tLastUpdated\tTimeWorked\n"
            .to_owned()
            + &row(1, "\"quoted\" start")
            + &row(2, "Two")
            + &row(3, "5\" pipe")),
    );
    desk.json("sladesk import events rt.tsv --mapping rt");
    desk.tells(
        "sladesk list --sort ticket --fields subject",
        r#"[{"subject": "\"quoted\" start"}, {"subject": "Two"}, {"subject": "5\" pipe"}]"#,
    );
}

#[test]
fn what_contradicts_itself_is_told_and_less_than_no_time_is_refused() {
    let desk = desk();
    let header = "Ticket ID,Subject,Status,Priority,Created time,Resolved time,Closed time,Last update time,\
                  Initial response time,Time tracked,Email,Company Name\n";
    desk.file(
        "fd.csv",
        &format!(
            "{header}1 051,One,Closed,Low,2026-02-02 09:00:00,2026-02-05 12:00:00,2026-02-04 12:00:00,\
             2026-02-06 09:00:00,2026-02-02 10:00:00,01:00,,Corp\n\
             52,Two,Open,Low,2026-02-02 09:00:00,,,2026-02-06 09:00:00,2026-02-02 10:00:00,-01:00:00,,Corp\n"
        ),
    );
    let told = desk.json("sladesk import events fd.csv --mapping freshdesk");
    assert_eq!(
        says(&told, "remarks"),
        ["2: it was resolved after it was closed, as the file says; the closing counts then"]
    );
    assert_eq!(
        says(&told, "bad"),
        ["3: `-01:00:00` in column `Time tracked` is less than nothing"]
    );
    assert_eq!(
        whats(&desk, "1"),
        ["opened as p4", "replied", "resolved", "closed", "worked 1h"]
    );
    desk.tells("sladesk show freshdesk:1051", r#"{"state": "closed"}"#);
}

#[test]
fn the_contract_that_is_taken_is_told_where_there_are_several_or_none_any_more() {
    let desk = desk();
    desk.done(
        "sladesk contract sign corp csd-group/elite --zone UTC --start 2026-02-01 --set contacts=3 \
         --set channels=phone,email",
    );
    desk.done("sladesk contract cancel 2 --end 2026-02-28");
    let row = |number: u8, who: &str| {
        format!(
            "{number},One,Open,High,Mail,2026-03-02 09:00:00 +0000,2026-03-02 10:00:00 +0000,{who},,,5,,,,\n"
        )
    };
    let told = zendesk(&desk, &(row(1, "Corp") + &row(2, "Acme")), "");
    assert_eq!(
        says(&told, "remarks"),
        [
            "2: several contracts of its customer were in force then; contract 1 is taken (`--contract` says which)",
            "3: no contract of its customer was in force any more; contract 2 is taken",
        ]
    );
}

#[test]
fn a_built_in_mapping_is_copied_by_its_name_or_by_the_file() {
    let desk = desk();
    desk.file("zd.csv", ZENDESK);
    let copy = desk.done("sladesk import events zd.csv --new-mapping");
    assert!(
        copy.starts_with("# A copy of the built-in mapping `zendesk`, to be changed"),
        "{copy}"
    );
    assert_eq!(
        desk.done("sladesk import events zd.csv --new-mapping --mapping zendesk"),
        copy
    );
    desk.file("ours.toml", &copy);
    let row =
        "1,One,Open,High,Mail,2026-03-02 09:00:00 +0000,2026-03-02 10:00:00 +0000,Corp,,,5,,,,\n";
    desk.file("zd.csv", &format!("{ZENDESK}{row}"));
    desk.done("sladesk import events zd.csv --mapping ours.toml");
    desk.fails(
        "import events zd.csv --new-mapping --mapping zendsk",
        4,
        "no mapping `zendsk`",
    );
}

#[test]
fn what_came_from_elsewhere_is_on_no_bill() {
    let desk = Sandbox::of_plan(
        "schema = 1\nvendor = \"own\"\ntitle = \"Own\"\nhours = \"mon-fri 09:00-17:00\"\nzone = \"UTC\"\n\
         holidays = []\n[priorities]\np1 = \"High\"\n[milestones.response]\ntitle = \"Response\"\nmet-by = [\"replied\"]\n[targets.response]\np1 = \"1h\"\n\
         [plans.std]\ntitle = \"Std\"\nprice = { amount = \"90.00\", currency = \"EUR\", per = \"hour\" }\n",
    );
    desk.signs_acme();
    desk.file(
        "jira.toml",
        "name = \"jira\"\n[columns]\nticket = \"no\"\nopened = \"at\"\nsubject = \"what\"\nworked = \"spent\"\n\
         [times]\nformat = \"%F %H:%M\"\n[defaults]\npriority = \"p1\"\n[units]\nworked = \"minutes\"\n",
    );
    desk.file("jira.csv", "no,at,what,spent\n1,2026-10-02 09:00,One,90\n");
    let now = "--now 2026-10-05T08:00:00Z --plans plans";
    desk.done(&format!(
        "sladesk {now} import events jira.csv --mapping jira.toml --customer acme"
    ));
    desk.done(&format!("sladesk {now} work 1 1h"));
    let rows = desk.json(&format!("sladesk {now} report billing --period 2026-10"));
    let rows = rows.as_array().expect("rows").iter();
    let rows: Vec<_> = rows
        .map(|row| (row["worked_seconds"].clone(), row["amount"].clone()))
        .collect();
    assert_eq!(rows[0].0, 5400);
    assert_eq!(rows[0].1, Value::Null);
    assert_eq!(rows[1].0, 3600);
    assert_ne!(rows[1].1, Value::Null);
}

#[test]
fn people_come_in_the_encoding_that_their_names_are_likeliest_in() {
    let desk = desk();
    let table = "email,name\nivan@corp.example,Иван Петров из Москвы\n";
    let bytes: Vec<u8> = table
        .chars()
        .map(|c| match u32::from(c) {
            code @ 0x410..=0x44f => u8::try_from(code - 0x350).expect("a letter of windows-1251"),
            code => u8::try_from(code).expect("a letter of ASCII"),
        })
        .collect();
    std::fs::write(desk.path("people.csv"), bytes).expect("a file");
    let ran = desk.run("sladesk import contacts people.csv --customer corp");
    assert_eq!(ran.status, 0, "{ran}");
    assert!(ran.stderr.contains("taken to be in windows-1251"), "{ran}");
    desk.tells(
        "sladesk contact list ivan",
        r#"[{"name": "Иван Петров из Москвы"}]"#,
    );
}

#[test]
fn a_phone_number_that_reckons_is_disarmed_and_comes_back() {
    let desk = desk();
    desk.file(
        "p.csv",
        "email,name,phone\nc@corp.example,C,=1+2\nd@corp.example,D,+34 600 1\n",
    );
    desk.done("sladesk import contacts p.csv --customer corp");
    let csv = desk.done("sladesk contact list -f csv --fields contact,phone");
    assert!(csv.contains("c@corp.example,'=1+2\r\n"), "{csv}");
    assert!(csv.contains("d@corp.example,+34 600 1\r\n"), "{csv}");
}

#[test]
fn what_a_later_file_says_otherwise_of_whose_a_ticket_is_and_who_asks_is_told() {
    let desk = desk();
    desk.done("sladesk contact add corp luis@corp.example --name \"Luis Soto\" --start 2026-01-01");
    let row = |organisation: &str, address: &str| {
        format!(
            "1,One,Open,High,Mail,2026-03-02 09:00:00 +0000,2026-03-02 10:00:00 +0000,{organisation},\
             Minh Tran,,5,,{address},,\n"
        )
    };
    let first = zendesk(&desk, &row("Corp", "dana@corp.example"), "");
    assert_eq!(says(&first, "remarks"), [""; 0]);
    let other = zendesk(&desk, &row("Corp", "luis@corp.example"), "");
    let asks = "2: `luis@corp.example` asks now; the ticket keeps whom it names \
                (`sladesk edit --contact` says another)";
    assert_eq!(says(&other, "remarks"), [asks]);
    let moved = zendesk(&desk, &row("Acme", "dana@corp.example"), "");
    let of_acme =
        "2: it is of `acme` now; the ticket stays where it is (`sladesk move` takes it there)";
    assert!(
        says(&moved, "remarks").contains(&of_acme.to_owned()),
        "{moved}"
    );
    assert_eq!(moved["events"], 0);
    // whom it would name there is not said of the ticket, which stays
    assert_eq!(says(&moved, "remarks"), [of_acme]);
    // nor is it said to be elsewhere where the file has it right and the command alone does not
    let all = zendesk(&desk, &row("Corp", "dana@corp.example"), "--customer acme");
    assert_eq!(says(&all, "remarks"), [""; 0]);
    // somebody who is no contact asks
    let stranger = zendesk(&desk, &row("Corp", "who@corp.example"), "");
    assert_eq!(says(&stranger, "remarks"), [asks.replace("luis@", "who@")]);
    let said = zendesk(&desk, &row("", "dana@corp.example"), "--customer acme");
    let of_said =
        "2: it is of `acme` now; the ticket stays where it is (`sladesk move` takes it there)";
    assert!(
        says(&said, "remarks").contains(&of_said.to_owned()),
        "{said}"
    );
}

#[test]
fn what_a_log_says_otherwise_later_and_no_act_tells_is_told_with_its_line() {
    let desk = desk();
    desk.file(
        "log.toml",
        "name = \"log\"\n[columns]\nticket = \"no\"\nat = \"at\"\nstatus = \"st\"\npriority = \"p\"\n\
         subject = \"title\"\ncustomer = \"who\"\ncontact = \"from\"\n[times]\nformat = \"%F %H:%M\"\n\
         [status]\nnew = \"new\"\nopen = \"open\"\n",
    );
    let begun = "no,at,st,p,title,who,from\n\
         1,2026-03-02 09:00,new,p3,One,corp,dana@corp.example\n";
    let later = "1,2026-03-02 10:00,open,p3,One,corp,dana@corp.example\n\
         1,2026-03-02 11:00,open,p3,Two,acme,eva@corp.example\n\
         1,2026-03-02 12:00,open,p3,Two,acme,eva@corp.example\n";
    let told = |file: String| {
        desk.file("log.csv", &file);
        let told = desk.json("sladesk import events log.csv --mapping log.toml");
        says(&told, "remarks")
    };
    let otherwise = ["subject", "customer", "contact"].map(|column| {
        format!("4: its {column} is another than in the rows before; the ticket keeps the first")
    });
    assert_eq!(told(format!("{begun}{later}")), otherwise);
    // a file that goes on where another ended
    let header = begun.lines().next().expect("a header");
    let renamed = told(format!(
        "{header}\n1,2026-03-02 13:00,open,p3,Three,corp,dana@corp.example\n"
    ));
    assert_eq!(
        renamed,
        ["2: its subject is `Three` now; the ticket keeps the one that it has"]
    );
}

#[test]
fn breaches_of_an_import_that_is_taken_back_never_were() {
    let desk = desk();
    let broken = "1,One,Open,Urgent,Mail,2026-03-02 09:00:00 +0000,2026-03-05 10:00:00 +0000,Corp,\
                  Minh Tran,,3000,,dana@corp.example,,\n";
    zendesk(&desk, broken, "");
    let rows = |desk: &Sandbox| {
        let sla = desk.json("sladesk report sla --period 2026-03");
        let rows = sla["rows"].as_array().expect("rows").iter();
        let sum = |key: &str| -> i64 { rows.clone().filter_map(|row| row[key].as_i64()).sum() };
        (sum("breached"), sum("corrected"))
    };
    assert_eq!(rows(&desk), (1, 0));
    // no correction is asked for, and none is shown
    desk.done("sladesk undo -y");
    assert_eq!(rows(&desk), (0, 0));
    assert_eq!(
        desk.json("sladesk report breaches --period 2026-03"),
        Value::Array(Vec::new())
    );
    desk.tells("sladesk show 1", r#"{"state": "void"}"#);
    let log = desk.json("sladesk log ticket:1");
    assert!(!log[0]["undone_by"].is_null(), "{log}");
    desk.done("sladesk db check");
    // what breaks here, after it came, is the desk's own and stays
    let live = "2,Two,New,Urgent,Mail,2026-10-14 08:50:00 +0000,2026-10-14 08:50:00 +0000,Corp,\
                ,,,,dana@corp.example,,\n";
    zendesk(&desk, &format!("{broken}{live}"), "");
    assert_eq!(rows(&desk), (1, 0));
    let desk = desk.at("2026-10-15T09:00:00Z");
    let refused = desk.run("sladesk undo -y");
    assert_eq!(refused.status, 5, "{refused}");
    assert!(refused.stderr.contains("breach of 3 response"), "{refused}");
    desk.done("sladesk undo -y --corrects \"the wrong file\"");
    assert_eq!(rows(&desk), (0, 0));
    let corrected = desk.json("sladesk report sla --period 2026-10");
    assert_eq!(corrected["rows"][0]["corrected"], 1, "{corrected}");
}

#[test]
fn a_view_of_zendesk_names_its_times_otherwise_and_parts_tags_by_blanks() {
    let desk = desk();
    desk.file(
        "view.csv",
        "ID,Subject,Status,Priority,Request date,Latest update,Solved date,Assigned date,Organization,Assignee,Tags\n\
         1,One,Solved,High,2026-03-02 09:00:00 +0000,2026-03-02 12:00:00 +0000,2026-03-02 11:00:00 +0000,\
         2026-03-02 09:10:00 +0000,Corp,Minh Tran,printer urgent\n\
         2,Two,Solved,High,soon,2026-03-02 12:00:00 +0000,,,Corp,,\"a, b\"\n",
    );
    let told = desk.json("sladesk import events view.csv --mapping zendesk");
    assert_eq!(
        says(&told, "bad"),
        ["3: `soon` is no time of the form `%Y-%m-%d %H:%M:%S %z` (column `Request date`)"]
    );
    desk.tells(
        "sladesk show 1",
        r#"{"opened": "2026-03-02T09:00:00Z", "resolved": "2026-03-02T11:00:00Z", "tags": ["printer", "urgent"]}"#,
    );
}

#[test]
fn what_jira_has_left_of_a_promise_is_compared_whether_it_was_kept_or_not() {
    let desk = desk();
    let row = |key: &str, answered: &str, left: &str| {
        format!(
            "One,{key},Closed,High,Minh Tran,02/Mar/26 9:00 AM,05/Mar/26 9:00 AM,05/Mar/26 9:00 AM,\
             {answered},Corp,{left}\n"
        )
    };
    desk.file(
        "jira.csv",
        &format!(
            "Summary,Issue key,Status,Priority,Assignee,Created,Updated,Resolved,\
             Custom field ([CHART] Date of First Response),Custom field (Organizations),\
             Custom field (Time to first response)\n{}{}{}{}",
            row("P-1", "02/Mar/26 9:10 AM", "3:50"),
            row("P-2", "04/Mar/26 9:10 AM", "0:30"),
            row("P-3", "04/Mar/26 9:10 AM", "-1:00"),
            row("P-4", "02/Mar/26 9:10 AM", "\u{2212}1:00"),
        ),
    );
    let told = desk.json("sladesk import events jira.csv --mapping jira");
    let differs = told["differences"].as_array().expect("a list").iter();
    let differs: Vec<(&str, &str)> = differs
        .filter_map(|one| Some((one["source"].as_str()?, one["their_state"].as_str()?)))
        .collect();
    assert_eq!(
        differs,
        [("jira:P-2", "met"), ("jira:P-4", "breached")],
        "{told}"
    );
}

/// Nobody has met what has not happened yet, whatever time is left.
#[test]
fn a_clock_of_jira_that_runs_is_met_by_nobody() {
    let desk = desk();
    let row = |key: &str, status: &str, resolved: &str, answered: &str, left: &str| {
        format!(
            "One,{key},{status},High,Minh Tran,02/Mar/26 9:00 AM,05/Mar/26 9:00 AM,{resolved},\
             {answered},Corp,{left},{left}\n"
        )
    };
    let (at, late) = ("05/Mar/26 9:00 AM", "04/Mar/26 9:10 AM");
    desk.file(
        "jira.csv",
        &format!(
            "Summary,Issue key,Status,Priority,Assignee,Created,Updated,Resolved,\
             Custom field ([CHART] Date of First Response),Custom field (Organizations),\
             Custom field (Time to first response),Custom field (Time to resolution)\n{}{}{}{}{}",
            row("P-1", "Open", "", "", "3:00"),
            row("P-2", "Open", "", late, "3:00"),
            row("P-3", "Closed", at, late, "3:00"),
            row("P-4", "Reopened", at, late, "3:00"),
            row("P-5", "Open", "", late, "-3:00"),
        ),
    );
    let told = desk.json("sladesk import events jira.csv --mapping jira");
    let differs = told["differences"].as_array().expect("a list").iter();
    let word = |one: &serde_json::Value, key: &str| one[key].as_str().unwrap_or("-").to_owned();
    let differs: Vec<String> = differs
        .map(|one| {
            ["source", "milestone", "their_state"]
                .map(|key| word(one, key))
                .join(" ")
        })
        .collect();
    assert_eq!(
        differs,
        [
            "jira:P-1 resolution running",
            "jira:P-1 response running",
            "jira:P-2 resolution running",
            "jira:P-2 response met",
            "jira:P-3 resolution met",
            "jira:P-3 response met",
            "jira:P-4 resolution running",
            "jira:P-4 response met",
            "jira:P-5 resolution breached",
        ],
        "{told}"
    );
}

/// The subject that the mapping gives stands in for one that no row has, and for nothing else.
#[test]
fn a_subject_of_the_mapping_is_told_and_hides_none_of_the_file() {
    let desk = desk();
    let row = |number: u8, subject: &str| {
        format!(
            "{number},{subject},Open,High,Mail,2026-03-02 09:00:00 +0000,2026-03-02 10:00:00 +0000,Corp,,,5,,,,\n"
        )
    };
    let told = zendesk(&desk, &(row(1, "") + &row(2, "Two")), "");
    assert_eq!(
        says(&told, "remarks"),
        ["2: its ticket has no subject; it is called `Ticket`, as the mapping says"]
    );
    let again = zendesk(&desk, &(row(1, "") + &row(2, "")), "");
    assert_eq!(
        says(&again, "remarks"),
        [""; 0],
        "the file says no other subject"
    );
    desk.file(
        "log.toml",
        "name = \"log\"\n[columns]\nticket = \"no\"\nat = \"at\"\nstatus = \"st\"\nsubject = \"title\"\n\
         [times]\nformat = \"%F %H:%M\"\n[status]\nnew = \"new\"\nopen = \"open\"\n\
         [defaults]\npriority = \"p3\"\nsubject = \"Ticket\"\n",
    );
    for (rows, subject) in [
        (
            "1,2026-03-02 09:00,new,\n1,2026-03-02 10:00,open,Later said\n",
            "Later said",
        ),
        (
            "2,2026-03-02 09:00,new,First said\n2,2026-03-02 10:00,open,\n",
            "First said",
        ),
    ] {
        desk.file("log.csv", &format!("no,at,st,title\n{rows}"));
        let told = desk.json("sladesk import events log.csv --mapping log.toml --customer corp");
        assert_eq!(says(&told, "remarks"), [""; 0], "{rows}");
        let number = &rows[..1];
        desk.tells(
            &format!("sladesk show log:{number}"),
            &format!("{{\"subject\": \"{subject}\"}}"),
        );
    }
}

#[test]
fn a_ticket_that_several_asked_for_names_the_first_who_is_a_contact() {
    let desk = desk();
    let row = |number: u8, who: &str| {
        format!(
            "{number}\tOne\topen\tHigh\tminh\t{who}\tMon Mar 02 09:00:00 2026\tNot set\tNot set\t\
             Not set\tMon Mar 02 09:30:00 2026\t0\n"
        )
    };
    desk.file(
        "rt.tsv",
        &("id\tSubject\tStatus\tPriority\tOwnerName\tRequestors\tCreated\tStarted\tResolved\tDue\tLastUpdated\tTimeWorked\n"
            .to_owned()
            + &row(1, "dana@corp.example, x@corp.example")
            + &row(2, "x@corp.example, Dana Ruiz <dana@corp.example>")
            + &row(3, "x@corp.example, y@corp.example")
            + &row(4, "dana@corp.example; DANA@corp.example")),
    );
    let told = desk.json("sladesk import events rt.tsv --mapping rt");
    let others = "it names `x@corp.example` too; the ticket has the first who is known";
    assert_eq!(
        says(&told, "remarks"),
        [format!("2: {others}"), format!("3: {others}")]
    );
    assert_eq!(
        says(&told, "bad"),
        ["4: no customer has a contact `x@corp.example, y@corp.example`"]
    );
    let again = desk.json("sladesk import events rt.tsv --mapping rt");
    assert_eq!(says(&again, "remarks"), [""; 0]);
    desk.file(
        "glpi.csv",
        "ID;Title;Entity;Status;Opening date;Last update;Requester - Requester;Assigned to - Technician;Priority\n\
         1;One;Corp;New;2026-03-02 09:00;2026-03-02 09:00;Other One<br>Ruiz Dana;Ann Lee<BR/>Tran, Minh;High\n\
         2;Two;Corp;New;2026-03-02 09:00;2026-03-02 09:00;max@corp.example, dana@corp.example;Ann<br >Lee;High\n",
    );
    let told = desk.json("sladesk import events glpi.csv --mapping glpi");
    assert_eq!(
        says(&told, "remarks"),
        [
            "2: it names `Ann Lee` too; the ticket has the first who is known",
            "2: it names `Other One` too; the ticket has the first who is known",
            "3: nobody of the desk is called `Ann, Lee`; the ticket is assigned to that name \
             (`[assignee]` in the mapping says who is meant)",
            "3: it names `max@corp.example` too; the ticket has the first who is known",
        ]
    );
    desk.tells("sladesk show glpi:1", r#"{"assignee": "minh"}"#);
    for ticket in ["rt:1", "rt:2", "rt:4", "glpi:1", "glpi:2"] {
        desk.tells(
            &format!("sladesk show {ticket}"),
            r#"{"contact": "dana@corp.example"}"#,
        );
    }
}

#[test]
fn a_time_that_is_missing_is_told_in_the_column_that_the_file_has() {
    let desk = desk();
    desk.file(
        "view.csv",
        "Ticket ID,Subject,Ticket status,Priority,Via,Requested,Updated,Solved,Assigned,Organization,Assignee,\
         Tags,Requester\n\
         1,One,Open,High,Mail,,2026-03-02 12:00:00 +0000,,,Corp,,,\n\
         2,Two,Open,High,Mail,2026-03-02 09:00:00 +0000,2026-03-02 12:00:00 +0000,,,Corp,,,\n",
    );
    let told = desk.json("sladesk import events view.csv --mapping zendesk");
    assert_eq!(says(&told, "bad"), ["2: no time in column `Requested`"]);
    desk.tells("sladesk show zendesk:2", r#"{"state": "open"}"#);
    let copy = desk.done("sladesk import events view.csv --new-mapping");
    assert!(copy.contains("name    = \"zendesk\""), "{copy}");
}

#[test]
fn what_is_no_table_of_text_is_told_as_what_it_is() {
    let desk = desk();
    desk.done("sladesk list -o book.xlsx");
    desk.file("empty.csv", "");
    desk.file("blank.csv", "\n\n");
    for (line, says) in [
        (
            "import events book.xlsx --mapping zendesk",
            "book.xlsx is a workbook of a spreadsheet",
        ),
        (
            "import events book.xlsx --new-mapping",
            "book.xlsx is a workbook of a spreadsheet\nhint: save the sheet as CSV (UTF-8), and import that",
        ),
        (
            "import contacts book.xlsx --customer corp",
            "book.xlsx is a workbook of a spreadsheet",
        ),
        (
            "import events empty.csv --new-mapping",
            "the file is empty: its first line names no columns",
        ),
        (
            "import events empty.csv --mapping zendesk",
            "the file is empty: its first line names no columns",
        ),
        (
            "import events blank.csv --mapping zendesk",
            "the file is empty: its first line names no columns",
        ),
    ] {
        desk.fails(line, 7, says);
    }
}
