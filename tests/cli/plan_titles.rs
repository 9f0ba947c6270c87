//! What a page calls the words of a plan, and what must be known beside a figure, from outside.

use crate::sandbox::Sandbox;

const PLAN: &str = r#"
schema = 1
vendor = "own"
title = { en = "Own desk", ru = "Своя служба" }
source = "own page"
zone = "UTC"
hours = "mon-fri 09:00-18:00"
[priorities]
high = { title = { en = "Urgent", ru = "Срочно" } }
low = { title = { en = "Whenever", ru = "Не срочно" }, means = { en = "nothing stands still", ru = "ничто не стоит" } }
[channels]
email = { title = { en = "E-mail", ru = "Почта" } }
[milestones.response]
title = { en = "Taken up", ru = "Принято" }
met-by = ["acknowledged", "replied"]
[milestones.resolution]
met-by = ["resolved"]
paused-by = ["waiting-customer"]
on-reopen = "new-cycle"
[plans.std]
title = { en = "Standard", ru = "Обычный" }
targets.response = { high = "4h", low = { within = "3bd", says = "2-3 business days" } }
targets.resolution = { high = "9h", low = "none" }
"#;

fn desk() -> Sandbox {
    let desk = Sandbox::of_plan(PLAN).at("2026-10-05T08:00:00Z");
    desk.signs_acme();
    desk.done("sladesk staff add ann --name \"Ann Lee\"");
    desk
}

/// Words of a page without its lines.
fn page(desk: &Sandbox, line: &str) -> String {
    let page = desk.done(&format!("sladesk {line}"));
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn pages_have_the_titles_of_the_plan_and_scripts_its_codes() {
    let desk = desk();
    desk.done("sladesk --now 2026-10-05T09:00:00Z open dana@acme.example One -p high -c email");
    desk.done("sladesk --now 2026-10-05T10:00:00Z assign 1 ann");
    for (asked, language, says) in [
        (
            "report quarterly customer:acme --period 2026Q4",
            "en",
            "taken up Urgent",
        ),
        (
            "report quarterly customer:acme --period 2026Q4",
            "en",
            "Whenever nothing stands still",
        ),
        (
            "report quarterly customer:acme --period 2026Q4",
            "en",
            "taken up reached as soon as the desk has confirmed that it has the ticket or the desk has answered",
        ),
        (
            "report quarterly customer:acme --period 2026Q4",
            "ru",
            "принято Срочно",
        ),
        (
            "report quarterly customer:acme --period 2026Q4",
            "ru",
            "Своя служба, Обычный",
        ),
        ("report sla customer:acme --period 2026Q4", "ru", "принято"),
        ("explain 1", "en", "taken up at Urgent: running"),
        ("explain 1", "en", "opened as Urgent"),
        ("explain 1", "en", "held by Ann Lee"),
        ("may dana@acme.example", "ru", "Срочно"),
        ("may dana@acme.example", "en", "(Own desk, Standard)"),
        (
            "may dana@acme.example",
            "en",
            "Whenever nothing stands still",
        ),
        (
            "report whatif customer:acme --set targets.response.high=1h --period 2026Q4",
            "en",
            "Own desk, Standard with targets.response.high=1h",
        ),
    ] {
        let said = page(&desk, &format!("{asked} --lang {language} -f text"));
        assert!(
            said.contains(says),
            "{asked} {language}: no `{says}`\n{said}"
        );
    }
    let clocks = desk.json("sladesk explain 1");
    assert_eq!(clocks["clocks"][0]["milestone"], "response");
    assert_eq!(clocks["clocks"][0]["priority"], "high");
    assert_eq!(clocks["clocks"][0]["held_by"], "ann");
}

#[test]
fn a_target_stands_with_the_words_in_which_it_is_published() {
    let desk = desk();
    desk.done("sladesk --now 2026-10-05T09:00:00Z open dana@acme.example One -p low -c email");
    for asked in [
        "may dana@acme.example -p low -f markdown",
        "explain 1 -f text",
        "report quarterly customer:acme --period 2026Q4 -f markdown",
        "report sla customer:acme --period 2026Q4 -f markdown",
    ] {
        let said = page(&desk, asked);
        let published = "3 business days (published: 2-3 business days)";
        assert!(said.contains(published), "{asked}: {said}");
    }
    let shown = page(&desk, "show 1 -f markdown");
    assert!(
        shown.contains("3bd (published: 2-3 business days)"),
        "{shown}"
    );
    let clocks = desk.json("sladesk explain 1");
    assert_eq!(clocks["clocks"][0]["target"], "3bd");
}

#[test]
fn how_late_a_breach_is_is_said_so_that_it_can_be_understood() {
    let desk = desk();
    // due at closing time, answered after it; the other is never answered
    desk.done("sladesk --now 2026-10-05T14:00:00Z open dana@acme.example One -p high -c email");
    desk.done("sladesk --now 2026-10-05T18:36:00Z reply 1 -m Hello");
    desk.done("sladesk --now 2026-10-06T09:00:00Z open dana@acme.example Two -p high -c email");
    let desk = desk.at("2026-10-08T12:00:00Z");
    for asked in [
        "report breaches --period 2026Q4",
        "report quarterly customer:acme --period 2026Q4",
    ] {
        let said = page(&desk, &format!("{asked} -f text"));
        for says in [
            "done 36m after its due by the clock on the wall; none of that time counts",
            "not done yet: how late it is, is counted up to 2026-10-08 12:00",
        ] {
            assert!(said.contains(says), "{asked}: no `{says}`\n{said}");
        }
    }
    let all = page(&desk, "report breaches --period 2026Q4 -f text");
    let first = page(&desk, "report breaches --period 2026Q4 -f text -L 1");
    assert!(!all.contains("more, which the desk can list"), "{all}");
    assert!(
        first.contains("and 3 more, which the desk can list"),
        "{first}"
    );
    let last = page(
        &desk,
        "report breaches --period 2026Q4 -f text -L 1 --sort -ticket",
    );
    assert!(
        last.contains("2 taken up") && !last.contains("1 taken up"),
        "{last}"
    );
}

#[test]
fn a_cause_is_of_the_breach_that_it_was_given_for() {
    let desk = desk();
    desk.done("sladesk --now 2026-10-05T09:00:00Z open dana@acme.example One -p high -c email");
    desk.done("sladesk --now 2026-10-06T12:00:00Z resolve 1");
    desk.done("sladesk --now 2026-10-06T12:10:00Z cause 1 resolution -m \"The part came late\"");
    let broken = page(
        &desk,
        "--now 2026-10-06T12:20:00Z explain 1 resolution -f text",
    );
    assert!(broken.contains("cause The part came late"), "{broken}");
    desk.done("sladesk --now 2026-10-06T13:00:00Z reopen 1 -m Again");
    let again = page(
        &desk,
        "--now 2026-10-06T13:10:00Z explain 1 resolution -f text",
    );
    let (first, second) = again.split_once("time 2:").expect("a second cycle");
    assert!(first.contains("The part came late"), "{again}");
    assert!(!second.contains("The part came late"), "{again}");
}

/// What others wrote since is read to know what was so, and is no page's business.
#[test]
fn a_page_of_a_seal_calls_everything_as_it_did() {
    let desk = desk();
    for line in [
        "--now 2026-10-05T09:00:00Z open dana@acme.example One -p high -c email",
        "--now 2026-10-05T09:01:00Z customer add globex --name Globex",
        "--now 2026-10-05T09:01:00Z contract sign globex csd-group/elite --start 2026-10-01 --set contacts=3 --set channels=open",
        "--now 2026-10-05T09:01:00Z contact add globex tom@globex.example --name Tom",
        "--now 2026-10-05T09:10:00Z open tom@globex.example Two -p p1 -c email",
    ] {
        desk.done(&format!("sladesk {line}"));
    }
    let seal = desk.done("sladesk --now 2026-10-05T10:00:00Z db seal");
    let asked = format!(
        "sladesk --now 2026-10-06T10:00:00Z report quarterly customer:acme --period 2026Q4 --as-of {}",
        seal.trim()
    );
    let first = desk.done(&asked);
    desk.done("sladesk --now 2026-10-05T11:00:00Z note 2 -m x");
    assert_eq!(desk.done(&asked), first);
    assert!(first.contains("taken up"), "{first}");
}

/// A customer of another vendor has nothing to compare, and others have.
#[test]
fn a_folder_of_comparisons_leaves_out_whom_it_is_not_about() {
    let desk = desk();
    for line in [
        "customer add adams --name Adams",
        "contract sign adams csd-group/elite --start 2026-10-01 --set contacts=3 --set channels=open",
        "--now 2026-10-05T09:00:00Z open dana@acme.example One -p high -c email",
    ] {
        desk.done(&format!("sladesk {line}"));
    }
    let paths = desk.done(
        "sladesk --plans plans report whatif --plan own/std --period 2026Q4 -f html -o whatif/",
    );
    assert_eq!(paths.lines().count(), 1, "{paths}");
    assert!(paths.contains("acme"), "{paths}");
}

/// Every word of a plan has a title that is not its code: no page has the code.
#[test]
fn no_page_has_the_code_of_a_word_that_has_a_title() {
    const TITLED: &str = r#"
schema = 1
vendor = "own"
title = "Own desk"
zone = "UTC"
hours = "office"
[calendars.office]
title = "Office hours"
week = "mon-fri 09:00-18:00"
[priorities]
zpr1 = "Urgent"
zpr2 = "Whenever"
[channels]
zcmail = "E-mail"
zcphone = "Phone"
[topics]
ztfaults = "Faults"
ztadvice = { title = "Advice", only-for = "zqexpert" }
[qualifications]
zqexpert = "Named expert"
[exclusions]
zxmisuse = "Misuse"
[priority-changes]
zrwrong = { title = "It never was", corrects = true }
zrasked = { title = "The customer asked", by = "customer" }
[milestones.response]
met-by = ["replied"]
[milestones.resolution]
met-by = ["resolved"]
[allowances.zahelp]
title = "Help with faults"
cases = 5
per = "contract-year"
topics = ["ztfaults"]
[plans.zpstd]
title = "Standard"
targets.response = { zpr1 = "4h", zpr2 = "8h" }
targets.resolution = { zpr1 = "9h", zpr2 = "none" }
[plans.zpplus]
title = "Plus"
targets.response = { zpr1 = "2h", zpr2 = "4h" }
targets.resolution = { zpr1 = "4h", zpr2 = "9h" }
"#;
    let desk = Sandbox::of_plan(TITLED).at("2026-10-05T08:00:00Z");
    for line in [
        "customer add acme --name Acme",
        "--plans plans contract sign acme own/zpstd --set contacts=5 --set targets.response.zpr1=3h",
        "contact add acme dana@acme.example --name Dana --qualification zqexpert",
        "open dana@acme.example One -p zpr1 -c zcmail -t ztfaults",
        "priority 1 zpr2 --reason zrwrong -m so --corrects so",
        "open dana@acme.example Two -p zpr2 -c zcphone -t ztadvice",
        "priority 2 zpr1 --reason zrasked -m so",
        "open dana@acme.example Three -p zpr1 -c zcmail -t ztfaults",
        "exempt 3 zxmisuse -m so",
    ] {
        desk.done(&format!("sladesk --now 2026-10-05T08:00:00Z {line}"));
    }
    for asked in [
        "report quarterly customer:acme --period 2026Q4",
        "report quarterly customer:acme --period 2026Q4 --by topic --tickets",
        "report sla customer:acme --period 2026Q4 --by channel",
        "report usage customer:acme --period 2026Q4",
        "report whatif customer:acme --plan own/zpplus --period 2026Q4",
        "may dana@acme.example",
        "may dana@acme.example -c zcmail -t ztadvice -p zpr1",
        "explain 1",
        "explain 2",
        "explain 3",
        "plan compare own",
    ] {
        for format in ["text", "html", "markdown"] {
            let page = desk.done(&format!(
                "sladesk --plans plans --now 2026-10-06T10:00:00Z {asked} -f {format}"
            ));
            let codes = ["zpr", "zc", "zt", "zq", "zx", "zr", "za", "zp"];
            // beside its title: what the plan defines
            let defined = asked.starts_with("plan compare");
            let mut codes = codes
                .iter()
                .filter(|code| !defined || !code.starts_with("zp"));
            let found = codes.find(|code| {
                page.split(|c: char| !c.is_alphanumeric())
                    .any(|word| word.starts_with(**code))
            });
            assert!(found.is_none(), "{asked} -f {format}: {found:?}\n{page}");
        }
    }
}

#[test]
fn a_figure_stands_with_the_published_words_of_its_own_kind() {
    let plan = PLAN.replace(
        "[plans.std]",
        "[kinds]\nby-mail = { title = \"By mail\", channel = \"email\" }\n[plans.std]",
    );
    let plan = plan.replace(
        "says = \"2-3 business days\" } }",
        "says = \"2-3 business days\" }, \
         when.by-mail = { low = { within = \"4bd\", says = \"within the week\" } } }",
    );
    let desk = Sandbox::of_plan(&plan).at("2026-10-05T08:00:00Z");
    desk.signs_acme();
    desk.done("sladesk --now 2026-10-05T09:00:00Z open dana@acme.example One -p low -c email");
    for asked in [
        "explain 1 -f text",
        "report sla customer:acme --period 2026Q4 -f markdown",
        "report quarterly customer:acme --period 2026Q4 -f markdown",
    ] {
        let said = page(&desk, &format!("--now 2026-10-05T10:00:00Z {asked}"));
        assert!(
            said.contains("(published: within the week)"),
            "{asked}: {said}"
        );
    }
}

#[test]
fn a_quarter_says_to_which_kind_of_tickets_something_is_promised() {
    let plan = PLAN.replace(
        "[plans.std]",
        "[kinds]\nby-mail = { title = \"By mail\", channel = \"email\" }\n[plans.std]",
    );
    let plan = plan.replace(
        "targets.resolution = { high = \"9h\", low = \"none\" }",
        "targets.resolution = { high = \"9h\", low = \"none\", when.by-mail = { low = \"1h\" } }",
    );
    let desk = Sandbox::of_plan(&plan).at("2026-10-05T08:00:00Z");
    desk.signs_acme();
    desk.done("sladesk --now 2026-10-05T09:00:00Z open dana@acme.example One -p low -c email");
    let report = "--now 2026-10-06T10:00:00Z report quarterly customer:acme --period 2026Q4";
    let said = page(&desk, &format!("{report} -f markdown"));
    assert!(said.contains("1h (By mail) promised"), "{said}");
    assert!(
        said.contains("the plan promises none, save to tickets of the kind By mail"),
        "{said}"
    );
}
