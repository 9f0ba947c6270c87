//! A mapping made from a file, and a dry run that shows what would become of it.

use serde_json::json;

use crate::sandbox::Sandbox;

fn desk() -> Sandbox {
    Sandbox::of_csd("corp", "Corp", "2026-01-01")
}

/// What stands in a drafted mapping, comments left out.
fn said(text: &str) -> toml::Table {
    toml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

#[test]
fn a_file_tells_its_columns_forms_of_times_and_words() {
    let desk = desk();
    desk.file(
        "old.csv",
        "Nr;Erstellt;Letzte Änderung;Gelöst;Status;Priorität;Bearbeiter;Betreff;Kunde;Sonst\n\
         17;3. März 2026 09:00;3. März 2026 12:00;3. März 2026 12:00;Erledigt;Hoch;Minh;Druckt nicht;Corp;x\n\
         18;4. Mai 2026 09:00;4. Mai 2026 12:00;;In Bearbeitung;Hoch;Minh;Langsam;Corp;y\n\
         19;13. Dezember 2025 09:00;14. Dezember 2025 12:00;;Tier 3;Niedrig;;\"Frage; kurz\";Corp;z\n",
    );
    let draft = desk.done("sladesk import events old.csv --new-mapping");
    let mapping = said(&draft);
    let columns = json!({
        "ticket": "Nr", "opened": "Erstellt", "updated": "Letzte Änderung", "resolved": "Gelöst",
        "status": "Status", "priority": "Priorität", "assignee": "Bearbeiter", "subject": "Betreff",
        "organisation": "Kunde",
    });
    assert_eq!(
        serde_json::to_value(&mapping["columns"]).expect("json"),
        columns,
        "{draft}"
    );
    let times = json!({"format": "%d. %B %Y %H:%M", "language": "de", "zone": "UTC"});
    assert_eq!(
        serde_json::to_value(&mapping["times"]).expect("json"),
        times,
        "{draft}"
    );
    let status = json!({"Erledigt": "resolved", "In Bearbeitung": "open"});
    assert_eq!(
        serde_json::to_value(&mapping["status"]).expect("json"),
        status,
        "{draft}"
    );
    assert_eq!(mapping["delimiter"].as_str(), Some(";"));
    for line in [
        "# \"Tier 3\" = \"...\"                     # 1 rows: what does it mean?",
        "# \"Hoch\" = \"...\"                       # 2 rows",
        "# No key of a ticket comes again: one row a ticket.",
    ] {
        assert!(draft.contains(line), "{line}\n{draft}");
    }
    assert!(draft.contains("\"Sonst\""), "{draft}");
    // as it stands it reads the file, but for what a person has to say
    let ready = draft.replace("# \"Hoch\" = \"...\"", "\"Hoch\" = \"p1\"");
    let ready = ready.replace("# \"Niedrig\" = \"...\"", "\"Niedrig\" = \"p3\"");
    desk.file("old.toml", &ready);
    let report = desk.json("sladesk import events old.csv --mapping old.toml -n");
    assert_eq!(report["tickets"], 2);
    assert_eq!(
        report["bad"][0]["says"],
        "the mapping does not say what status `Tier 3` means"
    );
    let first = &report["first"][0];
    assert_eq!(
        (&first["ticket"], &first["state"], &first["priority"]),
        (&json!(1), &json!("resolved"), &json!("p1"))
    );
    assert_eq!(first["clocks"][0]["milestone"], "response");
    let shown = desk
        .run("sladesk import events old.csv --mapping old.toml -n -f text")
        .stdout;
    for words in ["1 Druckt nicht", "oldtool:17", "response", "opened as p1"] {
        assert!(shown.contains(words), "{shown}");
    }
    assert_eq!(desk.json("sladesk list"), json!([]));
}

#[test]
fn what_can_be_read_in_two_ways_is_left_to_a_person() {
    let desk = desk();
    desk.file(
        "a.csv",
        "id,created,status\n1,03/04/2026 10:00,Open\n2,05/04/2026 11:00,Closed\n",
    );
    let draft = desk.done("sladesk import events a.csv --new-mapping");
    assert!(
        draft.contains("# AMBIGUOUS: 2 forms fit all rows."),
        "{draft}"
    );
    for form in [
        "# format = \"%d/%m/%Y %H:%M\"",
        "# format = \"%m/%d/%Y %H:%M\"",
    ] {
        assert!(draft.contains(form), "{draft}");
    }
    desk.file("a.toml", &draft);
    desk.fails(
        "import events a.csv --mapping a.toml --customer corp",
        7,
        "missing field `format`",
    );
    // one row that is no American date decides
    desk.file(
        "b.csv",
        "id,created,status\n1,03/04/2026 10:00,Open\n2,25/04/2026 11:00,Closed\n",
    );
    let draft = desk.done("sladesk import events b.csv --new-mapping");
    assert_eq!(
        said(&draft)["times"]["format"].as_str(),
        Some("%d/%m/%Y %H:%M")
    );
}

#[test]
fn a_log_is_known_by_keys_that_come_again() {
    let desk = desk();
    desk.file(
        "log.csv",
        "number,sys_updated_at,opened_at,incident_state\n\
         INC1,29/2/2016 01:23,29/2/2016 01:16,New\nINC1,29/2/2016 02:00,29/2/2016 01:16,Active\n",
    );
    let mapping = said(&desk.done("sladesk import events log.csv --new-mapping"));
    let columns = json!({"ticket": "number", "at": "sys_updated_at", "opened": "opened_at", "status": "incident_state"});
    assert_eq!(
        serde_json::to_value(&mapping["columns"]).expect("json"),
        columns
    );
}

#[test]
fn every_windows_code_page_is_read_by_name_and_a_draft_says_the_likely_one() {
    let desk = desk();
    let word = [
        ("windows-1250", "Zażółć gęślą jaźń, příliš žluťoučký kůň"),
        ("windows-1251", "Принтер не печатает, помогите пожалуйста"),
        ("windows-1252", "L'imprimante est très déréglée, à l'aide"),
        ("windows-1253", "Ο εκτυπωτής δεν λειτουργεί, βοήθεια"),
        (
            "windows-1254",
            "Yazıcı çalışmıyor, lütfen yardım ediniz, şifre değişti",
        ),
        ("windows-1255", "המדפסת לא עובדת, אנא עזרו לי"),
        ("windows-1256", "الطابعة لا تعمل، أرجو المساعدة"),
        (
            "windows-1257",
            "Spausdintuvas neveikia, žinutė iš Šiaulių, ačiū už pagalbą",
        ),
        (
            "windows-1258",
            "Ma\u{301}y in bi\u{323} ho\u{309}ng, không in đươ\u{323}c hóa đơn",
        ),
    ];
    for (place, (name, subject)) in word.into_iter().enumerate() {
        let encoding = encoding_rs::Encoding::for_label(name.as_bytes()).expect(name);
        let text = format!(
            "id,created,prio,subject\n{place},2026-03-02 09:00,p3,{}\n",
            subject.replace(',', " ")
        );
        let (bytes, _, lost) = encoding.encode(&text);
        assert!(!lost, "{name}");
        let file = desk.path(&format!("{name}.csv"));
        std::fs::write(&file, &bytes).expect("written");
        desk.file(
            "ours.toml",
            &format!(
                "name = \"ours\"\nencoding = \"{name}\"\n[columns]\nticket = \"id\"\nopened = \"created\"\npriority = \"prio\"\nsubject = \"subject\"\n[times]\nformat = \"%F %H:%M\"\n"
            ),
        );
        desk.done(&format!(
            "sladesk import events {name}.csv --mapping ours.toml --customer corp"
        ));
        let shown = desk.json(&format!("sladesk show ours:{place}"));
        assert_eq!(shown["subject"], subject.replace(',', " "), "{name}");
        let draft = desk.done(&format!("sladesk import events {name}.csv --new-mapping"));
        let likely = said(&draft)["encoding"].as_str().map(str::to_owned);
        assert_eq!(likely.as_deref(), Some(name), "{draft}");
    }
}

#[test]
fn what_a_file_says_in_several_lines_is_one_line_of_the_draft() {
    let desk = desk();
    desk.file(
        "old.csv",
        "Nr,Created,Status,\"Say \"\"yes\"\"\nor no\",Title\n\
         1,2026-03-02 09:00:00,\"Wait\n\"\"now\"\"\",x,One\n\
         2,2026-03-02 10:00:00,Done\u{7f},y,Two\n",
    );
    let draft = desk.done("sladesk import events old.csv --new-mapping");
    for line in [
        r#"#   ? = "Say \"yes\"\nor no""#,
        r#"# "Wait\n\"now\"" = "...""#,
        r#"# "Done\u007F" = "...""#,
    ] {
        assert!(
            draft.lines().any(|l| l.starts_with(line)),
            "{line}\n{draft}"
        );
    }
    // it can be read as it stands, and when a person has taken the `#` away
    said(&draft);
    let taken = draft.replace("# \"", "\"").replace("#   ?", "text");
    assert_eq!(
        said(&taken)["columns"]["text"].as_str(),
        Some("Say \"yes\"\nor no")
    );
    let taken = taken.replace("\"...\"", "\"new\"");
    let taken = taken.replace("# priority = \"new\"", "priority = \"p3\"");
    desk.file("old.toml", &taken);
    desk.done("sladesk import events old.csv --mapping old.toml --customer corp -n");
}

#[test]
fn a_file_that_no_import_takes_gets_no_mapping() {
    let desk = desk();
    desk.file("open.csv", "id,title\n1,\"One\n2,Two\n");
    desk.file("joined.csv", "\nid,title\n1,\"One\n2,\"Two\"\n");
    desk.file("header.csv", &"id".repeat(1 << 20));
    desk.file("wide.csv", &"x,".repeat(10_000));
    let long = "x".repeat(60) + "\n";
    desk.file("quoted.csv", &format!("id\n\"{}", long.repeat(40_000)));
    for (file, says) in [
        (
            "open.csv",
            "the quote that opens on line 2 is never closed; nothing was imported",
        ),
        (
            "joined.csv",
            "the quote that opens on line 3 closes within a cell; nothing was imported",
        ),
        (
            "header.csv",
            "the log cannot be read: a row is longer than 1 MiB",
        ),
        ("wide.csv", "the log has more than 10000 columns"),
        (
            "quoted.csv",
            "line 2: the log cannot be read: a row is longer than 1 MiB",
        ),
    ] {
        desk.fails(&format!("import events {file} --new-mapping"), 7, says);
    }
}

#[test]
fn a_mapping_is_made_of_what_comes_from_stdin_as_of_the_file() {
    let desk = desk();
    let text = "case;opened;status\n1;03.02.2026 10:00;offen\n2;14.02.2026 11:30;größer\n";
    desk.file("x.csv", text);
    let of_file = desk.done("sladesk import events x.csv --new-mapping");
    let of_stdin = desk
        .run_with("sladesk import events - --new-mapping", text)
        .stdout;
    let renamed = of_stdin.replace("Made from -:", "Made from x.csv:");
    assert_eq!(
        renamed.replace("import events - ", "import events x.csv "),
        of_file
    );
    assert!(of_file.contains("delimiter = \";\""), "{of_file}");
}

#[test]
fn an_import_says_that_it_needs_a_mapping() {
    let desk = desk();
    desk.file("x.csv", "id\n1\n");
    desk.fails(
        "import events x.csv",
        2,
        "`import events` needs `--mapping`",
    );
}

#[test]
fn a_copy_of_a_built_in_mapping_reads_the_file_as_it_was_saved() {
    let desk = desk();
    for (name, file) in [
        (
            "zendesk",
            "Id;Requester;Requester email;Assignee;Subject;Tags;Status;Priority;Via;Created at;Updated at;\
             Assigned at;Organization;Due date;Solved at;First reply time in minutes\n\
             1;;;;Größe;;Open;High;Mail;2026-03-02 09:00:00 +0000;2026-03-02 10:00:00 +0000;;Corp;;;\n",
        ),
        (
            "glpi",
            "ID,Title,Entity,Status,Last update,Opening date,Priority,Requester - Requester,\
             Assigned to - Technician,Time to resolve,Resolution date,Closing date,Description\n\
             1,Größe,Corp,New,2026-03-02 09:00,2026-03-02 09:00,High,,,,,,\n",
        ),
    ] {
        let bytes: Vec<u8> = file
            .chars()
            .map(|c| u8::try_from(u32::from(c)).expect("Latin"))
            .collect();
        std::fs::write(desk.path("saved.csv"), bytes).expect("a file");
        let copy = desk.done("sladesk import events saved.csv --new-mapping");
        assert!(copy.contains(&format!("name    = \"{name}\"")), "{copy}");
        desk.file("copy.toml", &copy);
        let told = desk
            .done("sladesk import events saved.csv --mapping copy.toml --customer corp -n -f json");
        assert!(told.contains("\"rows\": 1"), "{told}");
    }
}

/// A file that a built-in mapping knows by its columns writes its times as it likes.
#[test]
fn a_copy_of_a_built_in_mapping_has_the_form_of_times_that_the_file_has() {
    let desk = desk();
    let file = |times: [&str; 2]| {
        let row =
            |number: u8, at: &str| format!("{number},One,Open,High,Mail,{at},{at},Corp,-,-,,,,,\n");
        format!(
            "Id,Subject,Status,Priority,Via,Created at,Updated at,Organization,Solved at,Assigned at,Assignee,Tags,\
             Requester,Requester email,First reply time in minutes\n{}{}",
            row(1, times[0]),
            row(2, times[1])
        )
    };
    let plain = "The times of this file are not written as the built-in mapping has them";
    for (times, lines, told, needs_zone) in [
        (
            ["2026-02-02 09:00", "2026-02-13 10:00"],
            &["format = \"%Y-%m-%d %H:%M\"", "zone = \"UTC\""][..],
            true,
            true,
        ),
        (
            ["13.02.2026 10:00:01", "02.02.2026 09:00:00"],
            &["format = \"%d.%m.%Y %H:%M:%S\""],
            true,
            true,
        ),
        (
            ["2026-02-02 09:00:00 +0100", "2026-02-13 10:00:00 +0100"],
            &["format = \"%Y-%m-%d %H:%M:%S %z\""],
            false,
            false,
        ),
        (
            ["02/03/2026 09:00", "05/03/2026 10:00"],
            &[
                "# AMBIGUOUS: 2 forms fit all rows.",
                "# format = \"%d/%m/%Y %H:%M\"",
                "# format = \"%m/%d/%Y %H:%M\"",
            ],
            true,
            true,
        ),
        (
            ["02|2026|03 9h", "03|2026|03 9h"],
            &[
                "# No form of times fits all of these",
                "format = \"%Y-%m-%d %H:%M:%S %z\"",
            ],
            true,
            false,
        ),
        (
            ["2026-02-02T09:00:00Z", "2026-02-13T10:00:00Z"],
            &["format = \"rfc3339\""],
            true,
            false,
        ),
        (
            ["1770022800", "1770973200"],
            &["format = \"epoch\""],
            true,
            false,
        ),
    ] {
        desk.file("zd.csv", &file(times));
        let copy = desk.done("sladesk import events zd.csv --new-mapping");
        assert!(
            copy.starts_with("# A copy of the built-in mapping `zendesk`"),
            "{copy}"
        );
        assert_eq!(copy.contains(plain), told, "{copy}");
        let says_zone = copy.lines().any(|line| line.starts_with("zone"));
        assert_eq!(says_zone, needs_zone, "{copy}");
        for line in lines {
            assert!(
                copy.lines().any(|known| known.starts_with(line)),
                "{line}\n{copy}"
            );
        }
        if lines[0].starts_with("format") {
            desk.file("ours.toml", &copy);
            let told = desk.json("sladesk import events zd.csv --mapping ours.toml -n");
            assert_eq!(told["bad"], json!([]), "{told}");
            assert_eq!(told["tickets"], 2, "{told}");
        }
    }
}

#[test]
fn words_for_nothing_are_told_and_stand_in_no_ones_way() {
    let desk = desk();
    desk.file(
        "old.csv",
        "id,title,created,updated,closed,state\n1,One,2026-03-02 09:00,2026-03-02 10:00,Not set,Open\n\
         2,Two,2026-03-02 09:00,2026-03-03 09:00,2026-03-03 09:00,Closed\n",
    );
    let draft = desk.done("sladesk import events old.csv --new-mapping");
    let mapping = said(&draft);
    assert_eq!(mapping["unknown"][0].as_str(), Some("Not set"));
    assert_eq!(
        mapping["columns"]["closed"].as_str(),
        Some("closed"),
        "{draft}"
    );
    assert_eq!(mapping["times"]["format"].as_str(), Some("%Y-%m-%d %H:%M"));
    desk.file(
        "old.toml",
        &(draft.replace("# priority = \"...\"", "priority = \"p3\"")),
    );
    let told = desk.json("sladesk import events old.csv --mapping old.toml --customer corp -n");
    assert_eq!(
        (&told["tickets"], &told["bad"]),
        (&json!(2), &json!([])),
        "{told}"
    );
}

/// A copy of a built-in mapping has them besides those that it knows.
#[test]
fn words_for_nothing_are_told_in_a_copy_of_a_built_in_mapping() {
    let desk = desk();
    desk.file(
        "jira.csv",
        "Summary,Issue key,Status,Priority,Assignee,Reporter,Created,Updated,Resolved,Labels,Time Spent,\
         Custom field (Organizations)\n\
         Pay,PAY-4,Open,Highest,-,Dana,02/Feb/26 9:00 AM,02/Feb/26 1:30 PM,N/A,x,-,Corp\n",
    );
    desk.file(
        "glpi.csv",
        "\"ID\";\"Title\";\"Entity\";\"Status\";\"Last update\";\"Opening date\";\"Priority\";\
         \"Requester - Requester\";\"Assigned to - Technician\";\"Time to resolve\";\"Resolution date\";\
         \"Closing date\";\"Description\"\n\
         \"72\";\"Printer\";\"Corp\";\"New\";\"2026-02-06 11:00\";\"2026-02-02 09:00\";\"High\";\
         \"\";\"\";\"2026-02-02 10:00\";\"-\";\"-\";\"It burns\"\n",
    );
    for (file, unknown) in [
        ("jira", &["Unassigned", "Anonymous", "-", "N/A"][..]),
        ("glpi", &["-"]),
    ] {
        let copy = desk.done(&format!("sladesk import events {file}.csv --new-mapping"));
        let words = said(&copy)["unknown"].clone();
        assert_eq!(words, toml::Value::from(unknown.to_vec()), "{copy}");
        desk.file(&format!("{file}.toml"), &copy);
        let told = desk.json(&format!(
            "sladesk import events {file}.csv --mapping {file}.toml --customer corp -n"
        ));
        assert_eq!(
            (&told["tickets"], &told["bad"]),
            (&json!(1), &json!([])),
            "{told}"
        );
    }
}

/// Columns of tools without a mapping of their own, by their names; what has none is told by its cells.
#[test]
fn columns_are_known_in_other_words_and_times_by_their_cells() {
    let desk = desk();
    for (header, row, columns) in [
        (
            "Номер;Тема;Статус;Исполнитель;Заявитель;Организация;Создано;Решено;Закрыто",
            "1;Принтер;Решена;Минь;Дана;Corp;02.02.2026 09:00;13.02.2026 09:00;",
            &[
                ("ticket", "Номер"),
                ("opened", "Создано"),
                ("resolved", "Решено"),
                ("contact-name", "Заявитель"),
                ("organisation", "Организация"),
            ][..],
        ),
        (
            "Ticket#;Created;Closed;State;Owner;Customer ID;Subject",
            "2026020210000017;2026-02-02 09:00:00;;open;minh;corp;Printer",
            &[("ticket", "Ticket#"), ("assignee", "Owner")],
        ),
        (
            "Ticket ID;Ticket name;Ticket status;Create date;Close date;Ticket owner;Last modified date",
            "1;Printer;Closed;2026-02-02 09:00;2026-02-03 09:00;Minh;2026-02-02 10:00",
            &[("opened", "Create date"), ("assignee", "Ticket owner")],
        ),
        (
            "Numéro;Titre;Statut;Date de création;Dernière modification;Technicien",
            "12;Imprimante;En cours;02/02/2026 09:00;14/02/2026 09:00;Minh",
            &[
                ("updated", "Dernière modification"),
                ("assignee", "Technicien"),
            ],
        ),
    ] {
        desk.file("old.csv", &format!("{header}\n{row}\n"));
        let draft = desk.done("sladesk import events old.csv --new-mapping");
        assert!(!draft.contains("AMBIGUOUS"), "{draft}");
        let mapping = said(&draft);
        assert!(mapping["times"]["format"].is_str(), "{draft}");
        for (key, name) in columns {
            assert_eq!(mapping["columns"][key].as_str(), Some(*name), "{draft}");
        }
    }
    desk.file(
        "odd.csv",
        "Nr;Beginn;Menge\n1;13.02.2026 09:00;46066\n2;02.02.2026 10:00;46067\n",
    );
    let draft = desk.done("sladesk import events odd.csv --new-mapping");
    for line in [
        "# opened = \"Beginn\"          # which column says when? It is needed, and this one holds times",
        "format = \"%d.%m.%Y %H:%M\"",
    ] {
        assert!(draft.lines().any(|known| known == line), "{draft}");
    }
    desk.file("none.csv", "Nr;Menge\n1;x\n");
    let draft = desk.done("sladesk import events none.csv --new-mapping");
    assert!(
        draft.contains("# No column is known to hold times"),
        "{draft}"
    );
}

/// Each column may have a form of its own.
#[test]
fn a_file_with_several_forms_of_times_gets_one_for_each_column() {
    let desk = desk();
    desk.file(
        "two.csv",
        "Issue;Title;Opened;Resolved;Updated;Due date;State\n\
         A;One;2026-02-02 09:00;03/02/2026 10:00;2026-02-03 11:00;Feb 20, 2026;open\n\
         B;Two;2026-02-13 09:00;13/02/2026 10:00;2026-02-14 11:00;Feb 21, 2026;open\n",
    );
    let draft = desk.done("sladesk import events two.csv --new-mapping");
    let mapping = said(&draft);
    assert_eq!(mapping["times"]["format"].as_str(), Some("%Y-%m-%d %H:%M"));
    for (key, form) in [("resolved", "%d/%m/%Y %H:%M"), ("due", "%B %d, %Y")] {
        let own = mapping["times-of"][key]["format"].as_str();
        assert_eq!(own, Some(form), "{draft}");
    }
    let ready = draft
        .replace("# priority = \"...\"", "priority = \"p3\"")
        .replace("\"open\" = \"open\"", "\"open\" = \"resolved\"");
    desk.file("two.toml", &ready);
    let told = desk.json("sladesk import events two.csv --mapping two.toml --customer corp");
    assert_eq!(
        (&told["tickets"], &told["bad"]),
        (&json!(2), &json!([])),
        "{told}"
    );
    let at = desk.json("sladesk log ticket:1 type:resolved")[0]["at"].clone();
    assert_eq!(at, json!("2026-02-03T10:00:00Z"));
    desk.file(
        "odd.toml",
        &ready.replace("[times-of.resolved]", "[times-of.subject]"),
    );
    desk.fails(
        "import events two.csv --mapping odd.toml --customer corp",
        7,
        "unknown key `subject` in [times-of]",
    );
    let iso = "A;One;2026-02-02 09:00;2026-02-03 10:00;2026-02-03 11:00;Feb 20, 2026;open\n";
    let header = "Issue;Title;Opened;Resolved;Updated;Due date;State\n";
    desk.file("iso.csv", &format!("{header}{iso}"));
    desk.fails(
        "import events iso.csv --mapping two.toml --customer corp",
        7,
        "a row of the log cannot be read; nothing was imported\n  line 2: `2026-02-03 10:00` is no time of the form `%d/%m/%Y %H:%M`",
    );
}

#[test]
fn an_encoding_that_nobody_can_tell_is_named_with_what_else_it_could_be() {
    let desk = desk();
    let (bytes, _, _) =
        encoding_rs::WINDOWS_1257.encode("id,created,subject\n1,2026-03-02 09:00,ąčę ėįš\n");
    std::fs::write(desk.path("few.csv"), &bytes).expect("written");
    let draft = desk.done("sladesk import events few.csv --new-mapping");
    let line = draft
        .lines()
        .find(|line| line.starts_with("encoding"))
        .expect("a line");
    assert!(
        line.contains("it could also be in") && line.contains("windows-1257"),
        "{line}"
    );
}
