//! What holds of the arguments of all verbs alike: help lists what is taken, and one kind of
//! mistake gets one answer wherever it is made.

use crate::sandbox::Sandbox;

/// The long flags that the help of a command lists.
fn flags(sandbox: &Sandbox, command: &str) -> Vec<String> {
    let page = sandbox.done(&format!("sladesk help {command}"));
    let own = page.split("Everywhere:").next().unwrap_or_default();
    let words = own
        .lines()
        .filter(|line| line.trim_start().starts_with('-'));
    let long = words.filter_map(|line| line.split_whitespace().find(|w| w.starts_with("--")));
    long.map(|word| word.trim_end_matches(',').to_owned())
        .collect()
}

#[test]
fn no_report_lists_a_flag_that_it_refuses() {
    let sandbox = Sandbox::new();
    sandbox.done("sladesk demo desk --tickets 20");
    let mut tried = 0;
    for (report, field) in [
        ("quarterly", ""),
        ("sla", "milestone"),
        ("breaches", "ticket"),
        ("usage", "contract"),
        ("workload", "taken"),
        ("whatif", "milestone"),
    ] {
        for flag in flags(&sandbox, &format!("report {report}")) {
            let value = match flag.as_str() {
                "--sort" => field,
                "--limit" => "3",
                "--as-of" => "yesterday",
                "--period" => "this-quarter",
                "--by" => "topic",
                "--lang" => "vi",
                "--paper" => "letter",
                "--plan" => "creatio/premium",
                "--set" => "targets.response.high=30m",
                "--week" => "\"mon-sat 08:00-20:00\"",
                _ => "",
            };
            let wish = match (report, flag.as_str()) {
                ("whatif", "--plan" | "--set" | "--week") | ("help", _) => "",
                ("whatif", _) => "--week \"mon-sat 08:00-20:00\"",
                _ => "",
            };
            if flag == "--help" {
                continue;
            }
            let line = format!("sladesk --db desk/desk.db report {report} {wish} {flag} {value}");
            let ran = sandbox.run(&line);
            assert_ne!(ran.status, 2, "{line}\n{}", ran.stderr);
            tried += 1;
        }
    }
    assert!(tried > 30, "only {tried} flags were found");
}

#[test]
fn one_kind_of_mistake_gets_one_answer_on_every_command() {
    let sandbox = Sandbox::new();
    sandbox.done("sladesk demo desk --tickets 20");
    for (said, status, lines) in [
        (
            "error: `yesterdy` is no point in time\nhint: did you mean `yesterday`?\n",
            2,
            &[
                "note 1 -m x --at yesterdy",
                "wait 1 --until yesterdy",
                "eta 1 yesterdy",
                "may acme --at yesterdy",
                "customer add new --name N --at yesterdy",
                "calendar open --zone UTC --at yesterdy",
                "calendar due --zone UTC --within 1h --from yesterdy",
                "calendar elapsed --zone UTC --from yesterdy",
                "list --as-of yesterdy",
                "contact show somebody@acme.example --as-of yesterdy",
                "report sla --as-of yesterdy",
            ][..],
        ),
        (
            "error: `3d` is no promise: three working days, or 72 hours?\n\
             hint: write `3bd`, `3 calendar days` or `72h`\n",
            2,
            &[
                "overdue --within 3d",
                "agree 1 response 3d",
                "work 1 3d",
                "note 1 -m x -w 3d",
                "work 1 1h --charge 3d",
                "calendar due --zone UTC --within 3d",
            ],
        ),
        (
            "error: `qurter` is no period\n\
             hint: write `2026Q3`, `2026-07`, `2026-W39`, `last-month` or `2026-07..2026-09`\n",
            2,
            &[
                "report sla --period qurter",
                "report quarterly --period qurter",
                "report whatif --week \"mon-fri 09:00-17:00\" --period qurter",
                "calendar show --zone UTC --period qurter",
                "calendar holidays vietnam --period qurter",
            ],
        ),
        (
            "error: `14:00` is no day\nhint: a day has no time here: write `2026-10-14`\n",
            2,
            &[
                "staff edit minh --end 14:00",
                "contact add acme new@acme.example --name N --start 14:00",
            ],
        ),
        (
            "error: `x y` is no e-mail address\n\
             hint: write the address alone: `dana@acme.example`\n",
            2,
            &[
                "contact add acme \"x y\" --name N",
                "contact edit somebody@acme.example --email \"x y\"",
            ],
        ),
        (
            "error: `Spanish` is no code of a language\n\
             hint: write `en`, `vi`, `ru`, `es` or `ar`\n",
            2,
            &[
                "customer add new --name N --language Spanish",
                "customer edit acme --language Spanish",
                "contact add acme new@acme.example --name N --language Spanish",
            ],
        ),
        (
            "error: `printer` is no ticket\nhint: write a number (`42`, `42,50-53`), `-` for the \
             standard input, or a filter such as `text:printer`\n",
            2,
            &[
                "show printer",
                "reply printer -m x",
                "explain printer",
                "merge 1 printer -m x",
                "link 1 printer",
            ],
        ),
        (
            "error: `#7` is no ticket\nhint: write `7`\n",
            2,
            &["show #7", "merge 1 #7", "link 1 #7"],
        ),
        (
            "error: no zone `Europe/Madird`\nhint: did you mean `Europe/Madrid`?\n",
            2,
            &[
                "db init --zone Europe/Madird",
                "customer add new --name N --zone Europe/Madird",
                "customer edit acme --zone Europe/Madird",
                "contract sign acme creatio/business --zone Europe/Madird",
                "calendar open --zone Europe/Madird",
                "list --times-in Europe/Madird",
            ],
        ),
        (
            "error: no day `frx`\n  at `frx` in `mon-frx`\nhint: days are mon, tue, wed, thu, fri, sat \
             and sun: `mon-fri 09:00-18:00`\n",
            2,
            &[
                "calendar open --zone UTC --week mon-frx",
                "report whatif --week mon-frx",
            ],
        ),
        (
            "error: `2026-13-01` is no date\n\
             hint: write `2026-12-24` or `2026-12-24 09:00-12:00`\n",
            2,
            &[
                "calendar open --zone UTC --closed 2026-13-01",
                "calendar open --zone UTC --day \"2026-13-01 09:00-10:00\"",
            ],
        ),
        (
            "error: `contacts` sets nothing\nhint: write `--set contacts=VALUE`\n",
            2,
            &[
                "contract sign acme creatio/business --set contacts",
                "contract amend acme --start 2026-10-01 --set contacts",
                "contract renew acme --set contacts",
                "report whatif --set contacts",
            ],
        ),
        (
            "error: a field has no name\nhint: name one: `priority`; `sladesk help fields` lists all\n",
            2,
            &["list --sort \"\"", "staff list --fields name,,email"],
        ),
        (
            "error: the subject is empty\n",
            2,
            &["open acme \" \" -p high -c email", "edit 1 --subject \"\""],
        ),
        (
            "error: the name is empty\n",
            2,
            &[
                "customer add new --name \"\"",
                "customer edit acme --name \" \"",
                "staff add new --name \"\"",
                "contact add acme new@acme.example --name \"\"",
            ],
        ),
        (
            "error: nobody of the desk is called `nemo`\n\
             hint: `sladesk staff list` shows them all\n",
            4,
            &[
                "assign 1 nemo",
                "staff edit nemo --name N",
                "customer edit acme --account-manager nemo",
            ],
        ),
    ] {
        for line in lines {
            let line = format!("sladesk --db desk/desk.db {line}");
            let ran = sandbox.run(&line);
            assert_eq!((ran.stderr.as_str(), ran.status), (said, status), "{line}");
        }
    }
}

#[test]
fn a_word_that_the_plan_has_not_is_exit_4_on_every_command() {
    let sandbox = Sandbox::new();
    sandbox.done("sladesk demo desk --tickets 20");
    let run = |line: &str| sandbox.run(&format!("sladesk --db desk/desk.db {line}"));
    let open = "list state:active -f ids -L 1";
    let ticket = run(open).stdout.trim().to_owned();
    let shown = |field: &str| {
        let line = format!("show {ticket} -f tsv --fields {field}");
        run(&line).stdout.trim().to_owned()
    };
    let (customer, priority) = (shown("customer"), shown("priority"));
    for line in [
        format!("priority {ticket} lwo"),
        format!("ack {ticket} -p lwo"),
        format!("open {customer} Help -p lwo -c email"),
        format!("may {customer} -p lwo"),
        format!("may {customer} -t lwo"),
        format!("edit {ticket} -t lwo"),
        format!("receive {ticket} -c lwo -m x"),
        format!("exempt {ticket} lwo"),
        format!("mark {ticket} lwo"),
        format!("explain {ticket} lwo"),
        format!("agree {ticket} lwo 4h"),
        format!("calendar due {customer} -p lwo"),
        format!("calendar due {customer} -p {priority} --milestone lwo"),
        format!("contract adjust {customer} lwo +1"),
    ] {
        let ran = run(&line);
        assert_eq!(ran.status, 4, "{line}\n{}", ran.stderr);
        assert!(ran.stderr.contains("`lwo`"), "{line}\n{}", ran.stderr);
    }
}

/// What a verb is given beside the ticket, so that nothing else stands against it.
fn beside(verb: &str) -> &'static str {
    match verb {
        "note" | "reply" | "receive" => "-m x",
        "exempt" | "mark" => "x",
        "edit" => "--subject x",
        "priority" => "high",
        "work" => "1h",
        "agree" => "response 4h",
        "eta" => "\"in 2h\"",
        "assign" => "me",
        "cause" => "x -m x",
        "move" => "acme",
        "merge" | "link" => "2",
        _ => "",
    }
}

#[test]
fn every_verb_that_lists_if_event_refuses_a_stale_one() {
    let sandbox = Sandbox::new();
    sandbox.done("sladesk demo desk --tickets 20");
    sandbox.done("sladesk man --dir pages");
    let mut tried = Vec::new();
    for page in std::fs::read_dir(sandbox.path("pages")).expect("the pages are there") {
        let file = page.expect("a page").path();
        let text = std::fs::read_to_string(&file).expect("a page of man");
        let name = file.file_stem().and_then(|name| name.to_str());
        let verb = name.and_then(|name| name.strip_prefix("sladesk-"));
        let Some(verb) = verb.filter(|_| text.replace('\\', "").contains("--if-event")) else {
            continue;
        };
        let given = beside(verb);
        let line = format!("sladesk --db desk/desk.db {verb} 1 {given} --if-event 1 -n");
        let ran = sandbox.run(&line);
        assert!(
            ran.status == 5 && ran.stderr.contains("error: 1 has moved on to event"),
            "{line}\n{}",
            ran.stderr
        );
        tried.push(verb.to_owned());
    }
    assert!(tried.len() > 12, "only {tried:?} have it");
}
