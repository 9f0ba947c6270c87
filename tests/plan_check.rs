//! What `plan check` says of files with mistakes and oddities.

use sladesk::plans::{
    CODES, Diagnostic, Hint, PlanFile, Severity, SystemNames, WordContext, check, run_cases,
};

/// A file with nothing wrong and nothing odd about it.
const GOOD: &str = r#"schema = 1
vendor = "acme"
zone = "Europe/Madrid"
[priorities]
p1 = { title = "Down", aliases = ["1"] }
p2 = "The rest"
[milestones.response]
met-by = ["replied"]
[milestones.resolution]
met-by = ["resolved"]
[channels]
email = "E-mail"
phone = "Phone"
forum = { title = "Forum", self-service = true }
[topics]
faults = "Faults"
[plans.small]
hours = "mon-fri 09:00-17:00"
targets.response = { p1 = "4h", p2 = "8h" }
targets.resolution = "none"
price.amount = 100
[plans.large]
hours = "mon-fri 09:00-17:00"
targets.response = { p1 = "1h", p2 = "4h" }
targets.resolution = { p1 = "8h", p2 = "5bd" }
price.amount = 400
"#;

fn found(text: &str) -> Vec<Diagnostic> {
    check("plans/acme.toml", text.as_bytes(), &SystemNames::default())
}

/// The good file with a piece replaced, and lines added at its end.
fn changed(old: &str, new: &str, more: &str) -> String {
    assert!(GOOD.contains(old), "the good file has no `{old}`");
    format!("{}{more}", GOOD.replacen(old, new, 1))
}

/// The name that a finding takes for the one that was meant.
fn nearest(finding: &Diagnostic) -> Option<&str> {
    fn name(hint: &Hint) -> Option<&str> {
        match hint {
            Hint::Meant(name) => Some(name),
            Hint::Written { instead, .. } => name(instead.as_deref()?),
            _ => None,
        }
    }
    name(finding.hint.as_ref()?)
}

#[test]
fn nothing_is_said_of_a_good_file() {
    let drawn: String = found(GOOD)
        .iter()
        .map(|finding| finding.draw(None))
        .collect();
    assert_eq!(drawn, "");
}

/// Each code, how to bring it about, the line it is found in, and a piece of what is said.
#[rustfmt::skip]
const MISTAKES: &[(&str, &str, &str, &str, usize, &str)] = &[
    ("syntax", "schema = 1", "schema = = 1", "", 1, "no TOML"),
    ("unknown-key", "met-by = [\"replied\"]", "metby = [\"replied\"]", "", 8, "unknown key `metby` in [milestones.response]"),
    ("wrong-type", "met-by = [\"replied\"]", "met-by = 4", "", 8, "`milestones.response.met-by` cannot be a whole number"),
    ("bad-value", "p1 = \"4h\"", "p1 = \"4d\"", "", 19, "`4d` is no promise: four working days, or 96 hours?"),
    ("bad-value", "mon-fri 09:00-17:00", "mon-fri 09:00-25:00", "", 18, "25:00"),
    ("bad-name", "faults =", "Faults =", "", 16, "`Faults` cannot be a name in [topics]"),
    ("reserved", "faults =", "open =", "", 16, "nothing can be called `open` in [topics]"),
    ("reserved", "faults =", "mon =", "", 16, "nothing can be called `mon` in [topics]"),
    ("unknown-name", "{ p1 = \"1h\", p2 = \"4h\" }", "{ p1 = \"1h\", p3 = \"4h\" }", "", 24, "no priority `p3`, in `plans.large.targets.response`"),
    ("unknown-name", "hours = \"mon-fri 09:00-17:00\"", "hours = \"busines-hours\"", "[calendars]\nbusiness-hours = \"mon-fri\"\n", 18, "no calendar `busines-hours`"),
    ("unknown-zone", "Europe/Madrid", "Europe/Madird", "", 3, "no zone `Europe/Madird`"),
    ("no-summer", "Europe/Madrid", "EST", "", 3, "`EST` knows no summer time, in `zone`"),
    ("unknown-code", "vendor = \"acme\"", "vendor = \"acme\"\nallow = [\"slowr\"]", "", 3, "no finding has the code `slowr`"),
    ("unknown-code", "vendor = \"acme\"", "vendor = \"acme\"\nallow = [\"syntax\"]", "", 3, "`syntax` is a mistake and cannot be allowed"),
    ("missing-key", "vendor = \"acme\"\n", "", "", 1, "the file has no `vendor`"),
    ("missing-key", "met-by = [\"replied\"]\n", "", "", 7, "nothing meets the milestone `response`"),
    ("missing-key", "price.amount = 100", "price.currency = \"EUR\"", "", 21, "the price has no figure"),
    ("missing-key", "hours = \"mon-fri 09:00-17:00\"\n", "", "", 18, "counts hours of support, and the plan names none"),
    ("missing-key", "[plans.large]\nhours = \"mon-fri 09:00-17:00\"", "[plans.large]\nhours = \"around-the-clock\"", "", 25, "counts business days on a plan around the clock"),
    ("one-of", "price.amount = 100", "price.amount = 100\nprice.percent = 3", "", 22, "`percent` and `amount` cannot both stand"),
    ("twice", "aliases = [\"1\"]", "aliases = [\"1\", \"1\"]", "", 5, "`1` stands twice"),
    ("twice", "p2 = \"The rest\"", "p2 = { title = \"The rest\", aliases = [\"1\"] }", "", 6, "`1` means priority p1 already"),
    ("twice", "p2 = \"The rest\"", "p2 = { title = \"The rest\", aliases = [\"P1\"] }", "", 6, "`P1` means priority p1 already"),
    ("circle", "[plans.small]", "[calendars]\na = { one-of = [\"a\"] }\n[plans.small]", "", 18, "the calendar `a` is one of itself"),
    ("circle", "[plans.small]", "[calendars]\na = { one-of = [\"b\", \"c\"] }\nb = \"mon-fri\"\nc = { one-of = [\"a\"] }\n[plans.small]", "", 20, "the calendar `a` is one of itself"),
    ("not-stricter", "p1 = \"1h\"", "p1 = { within = \"1h\", conflicts-with = { within = \"30m\" } }", "", 24, "holds the desk to 1h, the source's other figure is 30m"),
    ("contradiction", "p1 = \"1h\"", "p1 = { within = \"1h\", conflicts-with = { within = \"2h\", clause = \"A-4\" } }", "", 24, "the source says 1h and 2h (A-4); the stricter holds"),
    ("contradiction", "[topics]", "[topics]\nconflicts-with = \"two lists\"", "", 16, "`topics`: two lists"),
    ("no-target", "{ p1 = \"4h\", p2 = \"8h\" }", "{ p1 = \"4h\" }", "", 19, "small has no response target for p2"),
    ("slower", "{ p1 = \"1h\", p2 = \"4h\" }", "{ p1 = \"6h\", p2 = \"8h\" }", "", 24, "response p1 is slower on large than on small, which is cheaper"),
    ("priority-order", "{ p1 = \"4h\", p2 = \"8h\" }", "{ p1 = \"8h\", p2 = \"4h\" }", "", 19, "response of small is due sooner at p2 than at p1"),
    ("resolution-first", "p1 = \"8h\"", "p1 = \"30m\"", "", 25, "at p1 the resolution is due before the response"),
    ("longer-than-a-week", "p2 = \"8h\"", "p2 = \"48h\"", "", 19, "is 48 h, and a week has 40 h of support"),
    ("unknown-name", "phone = \"Phone\"", "phone = { title = \"Phone\", only-for = [\"at-night\", \"de\", \"en-GB\"] }", "", 13, "no word `at-night`, in `channels.phone.only-for`"),
    ("unknown-name", "phone = \"Phone\"", "phone = { title = \"Phone\", only-for = [\"on-site\", \"zh-Hant\"] }", "", 13, "no word `on-site`, in `channels.phone.only-for`"),
    ("unknown-name", "phone = \"Phone\"", "phone = { title = \"Phone\", never-for = [\"by-us\"] }", "", 13, "no word `by-us`, in `channels.phone.never-for`"),
    ("unknown-name", "schema = 1", "schema = 1", "[impacts]\nwide = \"Wide\"\nnarrow = \"Narrow\"\n[urgencies]\nnow = \"Now\"\nlater = \"Later\"\n[priority-matrix]\nwide = { now = \"p1\", later = \"p9\" }\nnarrow = { now = \"p2\", later = \"p2\" }\n", 34, "no priority `p9`, in `priority-matrix.wide.later`"),
    ("unknown-name", "schema = 1", "schema = 1", "[impacts]\nwide = \"Wide\"\nnarrow = \"Narrow\"\n[urgencies]\nnow = \"Now\"\nlater = \"Later\"\n[priority-matrix]\nwide = { now = \"p1\", latr = \"p2\" }\nnarrow = { now = \"p2\", later = \"p2\" }\n", 34, "no urgency `latr`, in `priority-matrix.wide`"),
    ("matrix-gap", "schema = 1", "schema = 1", "[impacts]\nwide = \"Wide\"\nnarrow = \"Narrow\"\n[urgencies]\nnow = \"Now\"\nlater = \"Later\"\n[priority-matrix]\nwide = { now = \"p1\", later = \"p2\" }\nnarrow = { now = \"p2\" }\n", 35, "the matrix gives no priority to impact narrow with urgency later"),
    ("matrix-order", "schema = 1", "schema = 1", "[impacts]\nwide = \"Wide\"\nnarrow = \"Narrow\"\n[urgencies]\nnow = \"Now\"\nlater = \"Later\"\n[priority-matrix]\nwide = { now = \"p2\", later = \"p2\" }\nnarrow = { now = \"p1\", later = \"p2\" }\n", 34, "impact wide with urgency now is less urgent than narrow with now"),
    ("unreachable-priority", "schema = 1", "schema = 1", "[impacts]\nwide = \"Wide\"\nnarrow = \"Narrow\"\n[urgencies]\nnow = \"Now\"\nlater = \"Later\"\n[priority-matrix]\nwide = { now = \"p1\", later = \"p1\" }\nnarrow = { now = \"p1\", later = \"p1\" }\n", 33, "no ticket can be opened as p2"),
    ("in-no-plan", "hours = \"mon-fri 09:00-17:00\"\ntargets.response = { p1 = \"4h\"", "channels = [\"email\"]\nhours = \"mon-fri 09:00-17:00\"\ntargets.response = { p1 = \"4h\"", "channels = [\"email\", \"forum\"]\n", 13, "no plan includes `phone` of [channels]"),
    ("unused", "[channels]", "[calendars]\nnights = \"mon-fri 20:00-24:00\"\n[channels]", "", 12, "no plan uses the calendar `nights`"),
    ("unused", "[channels]", "[qualifications]\nexpert = \"Expert\"\n[channels]", "", 12, "no topic is only for `expert`"),
    ("unused", "[channels]", "[environments]\ntest = \"Test\"\n[channels]", "", 12, "nothing depends on `test` of [environments]"),
    ("unreachable-priority", "p1 = { title = \"Down\",", "p1 = { title = \"Down\", never-for = [\"test\"],", "tickets-must-name = [\"environment\"]\n[environments]\ntest = \"Test\"\n", 5, "no ticket can be p1"),
    ("recommended-missing", "p1 = { title = \"Down\",", "p1 = { title = \"Down\", recommended = [\"phone\"],", "channels = [\"email\", \"forum\"]\n", 27, "p1 is best by phone, which large lacks"),
    ("zero", "[plans.small]", "[plans.small]\ncontacts = 0", "", 18, "small authorises no contact: nobody may ask"),
    ("zero", "p1 = \"4h\"", "p1 = \"0h\"", "", 19, "response p1 of small is due the moment it starts"),
    ("no-way-in", "[plans.small]", "[plans.small]\nchannels = [\"forum\"]", "", 18, "small has targets and no channel that takes tickets"),
    ("kind-never-fits", "targets.response = { p1 = \"4h\", p2 = \"8h\" }", "targets.response = { p1 = \"4h\", p2 = \"8h\", when.never = \"1h\" }", "[kinds]\nnever = { title = \"Never\", outside = \"around-the-clock\" }\n", 19, ""),
    ("plain-unreached", "targets.response = { p1 = \"4h\", p2 = \"8h\" }", "targets.response = { p1 = \"4h\", p2 = \"8h\", when.grave = { p1 = \"1h\" } }", "[kinds]\ngrave = { title = \"Grave\", priority = \"p1\" }\n", 19, ""),
    ("kinds-overlap", "targets.response = { p1 = \"4h\", p2 = \"8h\" }", "targets.response = { p1 = \"4h\", p2 = \"8h\", when.phone = \"1h\", when.faults = \"2h\" }", "", 19, ""),
    ("unknown-holidays", "zone = \"Europe/Madrid\"", "zone = \"Europe/Madrid\"\nholidays = [\"spian\"]", "", 4, "no holiday set `spian` is built in"),
    ("case", "[plans.large]", "[[cases]]\nname = \"a\"\nplan = \"small\"\ndue = { response = \"none\" }\nset = [\"contacs=5\"]\nopen = { at = \"2026-03-02 10:00\", priority = \"p1\" }\n[plans.large]", "", 26, "the case `a` cannot be run: no term `contacs`"),
    ("case", "[plans.large]", "[[cases]]\nname = \"a\"\nplan = \"small\"\ndue = { response = \"none\" }\nopen = { at = \"2026-03-02 10:00\", priority = \"p1\" }\nthen = [\"2026-03-01 10:00 reply\"]\n[plans.large]", "", 27, "2026-03-01 10:00 lies before the opening"),
    ("case", "[plans.large]", "[[cases]]\nname = \"a\"\nplan = \"small\"\ndue = { response = \"none\" }\nopen = { at = \"2026-02-30 10:00\", priority = \"p1\" }\n[plans.large]", "", 26, "the case `a` cannot be run"),
    ("business-days", "[plans.large]\nhours = \"mon-fri 09:00-17:00\"", "[plans.large]\nhours = \"around-the-clock\"\nbusiness-days = \"mon-fri\"", "", 26, "large is around the clock and counts business days for resolution"),
    ("allows-nothing", "[plans.large]", "[plans.large]\nallow = [\"slower\"]", "", 23, "nothing here has the finding `slower` any more"),
];

#[test]
fn every_mistake_and_oddity_is_found_at_its_line() {
    for (code, old, new, more, line, says) in MISTAKES {
        let text = changed(old, new, more);
        let all = found(&text);
        let drawn: String = all.iter().map(|finding| finding.draw(None)).collect();
        let hit = all
            .iter()
            .find(|finding| finding.code == *code && finding.message.contains(says));
        let hit = hit.unwrap_or_else(|| panic!("{code}: {says}\n{drawn}"));
        let place = hit.place.as_ref().map(|place| place.line());
        assert_eq!(place, Some(*line), "{code}\n{drawn}");
        let known = CODES
            .iter()
            .find(|(known, _)| known == code)
            .expect("the code is known");
        assert_eq!(hit.severity, known.1, "{code}");
    }
}

#[test]
fn a_plan_is_cheaper_by_its_price_alone() {
    let slower = |text: &str| {
        let all = found(text).into_iter();
        let says = all.filter(|finding| finding.code == "slower");
        says.map(|finding| finding.message).collect::<Vec<_>>()
    };
    let odd = GOOD.replace(
        "{ p1 = \"1h\", p2 = \"4h\" }",
        "{ p1 = \"6h\", p2 = \"8h\" }",
    );
    let cheaper = "response p1 is slower on large than on small, which is cheaper";
    assert_eq!(slower(&odd), [cheaper]);
    for (old, new) in [
        ("price.amount = 100", ""),
        ("price.amount = 100", "price = \"open\""),
        ("price.amount = 100", "price.amount = 400"),
        (
            "price.amount = 100",
            "price = { percent = 5, of = \"the fee\" }",
        ),
    ] {
        assert!(odd.contains(old), "{old}");
        assert_eq!(slower(&odd.replace(old, new)), [""; 0], "{new}");
    }
    let free = odd.replace("price.amount = 100", "price = \"free\"");
    assert_eq!(slower(&free), [cheaper]);
}

#[test]
fn a_resolution_can_be_sooner_than_a_response_that_starts_elsewhere() {
    let sooner = GOOD.replace("p1 = \"8h\"", "p1 = \"30m\"");
    let first = |text: &str| found(text).iter().any(|f| f.code == "resolution-first");
    assert!(first(&sooner));
    let elsewhere = sooner.replace(
        "[milestones.response]",
        "[milestones.response]\nstarts = [\"customer-replied\"]",
    );
    assert!(!first(&elsewhere));
}

#[test]
fn a_plan_sets_targets_for_a_milestone_that_it_defines_itself() {
    let visit = "\n[plans.large.milestones.visit]\nmet-by = [\"assigned\"]\n\
                 [plans.large.targets.visit]\np1 = \"8h\"\np2 = \"none\"\n";
    let own = format!("{GOOD}{visit}");
    let drawn: String = found(&own)
        .iter()
        .map(|finding| finding.draw(None))
        .collect();
    assert_eq!(drawn, "");
    let reading = PlanFile::read("plans/acme.toml", own.as_bytes(), &SystemNames::default());
    let file = reading.file.expect("it can be used");
    let has = |plan: &str| {
        file.terms(plan)
            .is_some_and(|t| t.milestone("visit").is_some())
    };
    assert!(has("large") && !has("small"));
    let case = "[[cases]]\nname = \"a visit\"\nplan = \"large\"\nopen = { at = \"2026-03-02 \
                10:00\", priority = \"p1\" }\ndue = { visit = \"2026-03-03 10:00\" }\n";
    let drawn: String = found(&format!("{own}{case}"))
        .iter()
        .map(|finding| finding.draw(None))
        .collect();
    assert_eq!(drawn, "");
    let elsewhere = own.replace("[plans.large.targets.visit]", "[plans.small.targets.visit]");
    let all = found(&elsewhere);
    let says = all.iter().find(|finding| finding.code == "unknown-name");
    let says = says.map(|finding| finding.message.as_str());
    assert_eq!(says, Some("no milestone `visit`, in `plans.small.targets`"));
}

#[test]
fn words_of_the_trade_are_handed_on_with_where_they_stand() {
    for (old, new, at, word) in [
        (
            "p1 = \"1h\"",
            "p1 = \"best effort\"",
            WordContext::Duration,
            "best effort",
        ),
        (
            "p1 = \"1h\"",
            "p1 = \"2 working weeks\"",
            WordContext::Duration,
            "2 working weeks",
        ),
        (
            "hours = \"mon-fri 09:00-17:00\"",
            "hours = \"24x7\"",
            WordContext::Hours,
            "24x7",
        ),
        (
            "hours = \"mon-fri 09:00-17:00\"",
            "hours = \"8x5\"",
            WordContext::Hours,
            "8x5",
        ),
        ("Europe/Madrid", "ET", WordContext::Zone, "ET"),
        ("Europe/Madrid", "IST", WordContext::Zone, "IST"),
        (
            "met-by = [\"replied\"]",
            "met-by = [\"answered\"]",
            WordContext::Word,
            "answered",
        ),
        (
            "met-by = [\"replied\"]",
            "met-by = [\"replied\"]\ncommitment = \"binding\"",
            WordContext::Word,
            "binding",
        ),
        ("zone = ", "timezone = ", WordContext::Key, "timezone"),
    ] {
        let all = found(&changed(old, new, ""));
        let hands_on = |finding: &Diagnostic| {
            matches!(&finding.hint, Some(Hint::Written { at: place, word: text, .. })
                if *place == at && text == word)
        };
        assert!(all.iter().any(hands_on), "{new}: {all:?}");
    }
}

#[test]
fn every_code_has_an_example_here() {
    for (code, _) in CODES {
        let elsewhere = ["not-text", "too-large", "too-many"]; // hostile files
        let here = MISTAKES.iter().any(|(known, ..)| known == code) || elsewhere.contains(code);
        assert!(here, "no example of `{code}`");
    }
}

#[test]
fn the_example_of_the_manual_is_drawn_letter_by_letter() {
    let before = "schema = 1\nvendor = \"acme\"\n".to_owned() + &"#\n".repeat(19);
    let text = before + "[milestones.resolution]\npausedby = [\"waiting-customer\"]\n";
    let all = found(&text);
    let hint = Some("did you mean `paused-by`?");
    let drawn: Vec<String> = all.iter().map(|finding| finding.draw(hint)).collect();
    assert!(
        drawn.iter().any(|drawn| drawn
            == "\
error: unknown key `pausedby` in [milestones.resolution]
  --> plans/acme.toml:23:1
   |
23 | pausedby = [\"waiting-customer\"]
   | ^^^^^^^^ expected starts, met-by, paused-by, on-raise, on-lower, on-reopen, clause or note
   |
hint: did you mean `paused-by`?
"),
        "{}",
        drawn.concat()
    );
}

#[test]
fn all_mistakes_are_found_in_one_pass_and_in_order() {
    let text = GOOD
        .replace("met-by = [\"resolved\"]", "met-by = [\"resolvd\"]")
        .replace("phone = \"Phone\"", "phone = { titel = \"Phone\" }")
        .replace("p2 = \"4h\"", "p2 = \"soon\"");
    let all = found(&text);
    let codes: Vec<(&str, usize)> = all
        .iter()
        .map(|finding| {
            (
                finding.code,
                finding.place.as_ref().map_or(0, |place| place.line()),
            )
        })
        .collect();
    assert_eq!(
        codes,
        [("bad-value", 10), ("unknown-key", 13), ("bad-value", 24)]
    );
    assert_eq!(nearest(&all[0]), Some("resolved"));
    assert_eq!(nearest(&all[1]), Some("title"));
}

#[test]
fn a_finding_is_silenced_where_the_file_allows_it_and_nowhere_else() {
    let slower = |text: &str| {
        found(text)
            .iter()
            .filter(|finding| finding.code == "slower")
            .count()
    };
    let odd = GOOD.replace(
        "{ p1 = \"1h\", p2 = \"4h\" }",
        "{ p1 = \"6h\", p2 = \"12h\" }",
    );
    assert_eq!(slower(&odd), 2);
    let in_plan = odd.replace("[plans.large]", "[plans.large]\nallow = [\"slower\"]");
    assert_eq!(slower(&in_plan), 0);
    let in_file = odd.replace("schema = 1", "schema = 1\nallow = [\"slower\"]");
    assert_eq!(slower(&in_file), 0);
    let at_one = odd.replace(
        "p1 = \"6h\"",
        "p1 = { within = \"6h\", allow = [\"slower\"] }",
    );
    assert_eq!(slower(&at_one), 1);
    let elsewhere = odd.replace("[plans.small]", "[plans.small]\nallow = [\"slower\"]");
    assert_eq!(slower(&elsewhere), 2);
}

#[test]
fn a_wrong_case_is_found_where_it_stands() {
    let case = "[[cases]]\nname = \"one\"\nplan = \"smal\"\nopen = { at = \"2026-03-06 10:00\", \
                priority = \"p9\" }\nthen = [\"2026-03-06 11:00 replay\"]\ndue = { respons = \"none\" }\n";
    let all = found(&format!("{GOOD}{case}"));
    let said: Vec<&str> = all.iter().map(|finding| finding.message.as_str()).collect();
    assert_eq!(
        said,
        [
            "no plan `smal`, in `cases.plan`",
            "no priority `p9`, in `cases.open.priority`",
            "`2026-03-06 11:00 replay` has no verb",
            "no milestone `respons`, in `cases.due`",
        ]
    );
    assert_eq!(nearest(&all[2]), Some("reply"));
}

#[test]
fn a_case_that_does_not_hold_says_what_is_due_instead() {
    let case = "[[cases]]\nname = \"one\"\nplan = \"small\"\nopen = { at = \"2026-03-06 16:00\", \
                priority = \"p1\" }\nthen = [\"2026-03-09 13:00 reply\"]\n\
                due = { response = \"2026-03-09 13:00\", resolution = \"2026-03-10 10:00\" }\n\
                state = { response = \"met\" }\n";
    let text = format!("{GOOD}{case}");
    let reading = PlanFile::read("acme.toml", text.as_bytes(), &SystemNames::default());
    let file = reading.file.expect("the file has no mistakes");
    let results = sladesk::plans::run_cases(&file, &SystemNames::default());
    assert_eq!(
        results[0].failures,
        [
            "response is due 2026-03-09 12:00, not due 2026-03-09 13:00",
            "resolution is not due, not due 2026-03-10 10:00",
            "response is breached, not met",
        ]
    );
    assert_eq!(results[0].place.line(), 28);
}

#[test]
fn errors_keep_a_file_from_use_and_warnings_do_not() {
    let odd = GOOD.replace("p2 = \"8h\"", "p2 = \"48h\"");
    assert!(
        found(&odd)
            .iter()
            .all(|finding| finding.severity != Severity::Error)
    );
    let read = |text: &str| PlanFile::read("a.toml", text.as_bytes(), &SystemNames::default()).file;
    assert!(read(&odd).is_some());
    assert!(read(&GOOD.replace("schema = 1", "schema = 2")).is_none());
}

/// What fails of a case of the plan small with that response target, of which this happens.
fn failures(target: &str, then: &str) -> Vec<String> {
    let text = GOOD.replacen("{ p1 = \"4h\", p2 = \"8h\" }", target, 1)
        + "[[cases]]\nname = \"case\"\nplan = \"small\"\n\
           open = { at = \"2026-03-02 10:00\", priority = \"p1\", channel = \"email\" }\n"
        + &format!("then = {then}\ndue = {{ response = \"2026-03-02 11:00\" }}\n");
    let names = SystemNames::default();
    let file = PlanFile::read("acme", text.as_bytes(), &names).file;
    run_cases(&file.expect("it can be used"), &names)
        .remove(0)
        .failures
}

#[test]
fn a_case_agrees_on_a_target_only_where_the_plan_leaves_that() {
    let then = "[\"10:30 agree response 1h\"]";
    let negotiable = "{ p1 = { within = \"4h\", negotiable = true }, p2 = \"8h\" }";
    assert_eq!(failures(negotiable, then), Vec::<String>::new());
    let refused = ["the plan does not allow `agree response` at p1"];
    assert_eq!(failures("{ p1 = \"4h\", p2 = \"8h\" }", then), refused);
}

#[test]
fn what_means_nothing_where_it_stands_fails_a_case() {
    let target = "{ p1 = { within = \"1h\", negotiable = true }, p2 = \"8h\" }";
    #[rustfmt::skip]
    let cases: &[(&str, &[&str])] = &[
        (r#"["10:10 wait customer", "10:10 resume"]"#, &[]),
        (r#"["10:10 resume"]"#, &["`resumed` means nothing at 2026-03-02 10:10: not-waiting"]),
        (r#"["10:10 reopen"]"#, &["`reopened` means nothing at 2026-03-02 10:10: already-in-state"]),
        (r#"["10:10 reply", "10:20 agree response 5h"]"#, &["`agreed` means nothing at 2026-03-02 10:20: not-pending"]),
    ];
    for (then, expected) in cases {
        assert_eq!(failures(target, then), *expected, "{then}");
    }
}
