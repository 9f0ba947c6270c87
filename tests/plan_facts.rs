//! What the five vendors promise, fact by fact, as the built-in plans say it.

use sladesk::plans::{Catalogue, Document, PlanFile, SystemNames, TermLine, check, lines};

/// What each plan of a vendor says, in the order of its file.
fn said(vendor: &str) -> Vec<Vec<TermLine>> {
    let catalogue = Catalogue::built_in(SystemNames::default());
    let file = catalogue
        .vendor(vendor)
        .unwrap_or_else(|error| panic!("{error}"));
    let plans = file.plans().iter();
    let documents = plans.filter_map(|plan| file.document(plan));
    documents.map(|document| lines(&document)).collect()
}

/// Each row: the fact, the vendor, the key, and what each plan says of it in the order of the
/// vendor's file (one value: all say the same).
type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
);

const YES: &str = "included";
const NO: &str = "not included";
const SELF: &str = "self-service";
const EXCLUDED: &str = "excluded unless the contract lists it";

#[rustfmt::skip]
const CREATIO: &[Row] = &[ // basic, business, premium
    ("CR-1", "creatio", "contacts", &["2", "5", "15"]),
    ("CR-2", "creatio", "channels.portal", &[YES]),
    ("CR-2", "creatio", "channels.email", &[YES]),
    ("CR-2", "creatio", "channels.phone", &[NO, YES, YES]),
    ("CR-2", "creatio", "channels.screen-sharing", &[NO, YES, YES]),
    ("CR-2", "creatio", "channels.community", &[SELF]),
    ("CR-2", "creatio", "channels.academy", &[SELF]),
    ("CR-2", "creatio", "channels.knowledge-base", &[SELF]),
    ("CR-3", "creatio", "targets.response.high", &["4h", "1h", "30m"]),
    ("CR-3", "creatio", "targets.response.medium", &["8h", "4h", "2h"]),
    ("CR-3", "creatio", "targets.response.low", &["open"]),
    ("CR-4", "creatio", "hours", &["mon-fri 09:00-18:00", "mon-sun 09:00-18:00", "around-the-clock"]),
    ("CR-5", "creatio", "topics.platform", &[YES]),
    ("CR-5", "creatio", "topics.administration", &[YES]),
    ("CR-5", "creatio", "topics.process-management", &[YES]),
    ("CR-5", "creatio", "topics.interface-and-logic", &[YES]),
    ("CR-5", "creatio", "topics.analytics", &[YES]),
    ("CR-5", "creatio", "allowances.citizen-developer", &["5 cases a contract year on process-management, interface-and-logic, analytics; then refused", "", ""]),
    ("CR-6", "creatio", "topics.development", &[NO, NO, "included, only for certified-developer"]),
    ("CR-7", "creatio", "price", &["0 % of the subscription fee, taxes excluded", "10 % of the subscription fee, taxes excluded", "20 % of the subscription fee, taxes excluded"]),
    ("CR-8", "creatio", "term", &["at least 1 year"]),
    ("CR-9", "creatio", "services.announcements", &[YES]),
    ("CR-9", "creatio", "services.early-releases", &[NO, YES, YES]),
    ("CR-9", "creatio", "services.update-schedule", &[NO, NO, YES]),
    ("CR-10", "creatio", "services.onboarding", &[YES]),
    ("CR-10", "creatio", "services.implementation", &[YES]),
    ("CR-10", "creatio", "services.activity-report", &[NO, YES, YES]),
    ("CR-11", "creatio", "services.priority-management", &[NO, NO, YES]),
    ("CR-11", "creatio", "priority-changes.on-demand", &[NO, NO, "asked by the customer, from any to any"]),
    ("CR-11", "creatio", "targets.resolution.high", &["none", "none", "open"]),
    ("CR-11", "creatio", "targets.resolution.medium", &["none", "none", "open"]),
    ("CR-11", "creatio", "targets.resolution.low", &["none", "none", "open"]),
    ("CR-11", "creatio", "services.monitoring", &[NO, NO, YES]),
    ("CR-12", "creatio", "topics.marketplace", &[EXCLUDED]),
    ("CR-13", "creatio", "lines", &["First line; Second line; Third line; Fourth line"]),
];

#[rustfmt::skip]
const CSD_GROUP: &[Row] = &[ // elite
    ("CS-1", "csd-group", "hours", &["around-the-clock"]),
    ("CS-1", "csd-group", "services.every-severity", &[YES]),
    ("CS-2", "csd-group", "targets.response.p1", &["30m"]),
    ("CS-2", "csd-group", "targets.response.p2", &["1h"]),
    ("CS-2", "csd-group", "targets.response.p3", &["4h"]),
    ("CS-2", "csd-group", "targets.response.p4", &["8h"]),
    ("CS-2", "csd-group", "priorities.p1", &["very bad for the customer's business; also called 1"]),
    ("CS-3", "csd-group", "milestones.response", &["met by acknowledged; never paused; objective"]),
    ("CS-5", "csd-group", "milestones.estimate", &["met by eta; never paused"]),
    ("CS-5", "csd-group", "targets.estimate.p1", &["none"]),
    ("CS-6", "csd-group", "services.account-manager", &["included, named by the desk"]),
    ("CS-6", "csd-group", "services.presales-engineer", &["included, named by the customer"]),
    ("CS-7", "csd-group", "services.progress", &[YES]),
    ("CS-8", "csd-group", "price", &["open per priority"]),
    ("CS-8", "csd-group", "channels.email", &["open"]),
    ("CS-8", "csd-group", "contacts", &["open"]),
    ("CS-8", "csd-group", "term", &["open"]),
];

#[rustfmt::skip]
const BPMONLINE: &[Row] = &[ // base, business, premium
    ("BP-1", "bpmonline", "price", &["24000 RUB per month", "89000 RUB per month", "at least 180000 RUB per month"]),
    ("BP-2", "bpmonline", "channels.phone", &[NO, YES, YES]),
    ("BP-2", "bpmonline", "channels.skype", &[NO, YES, YES]),
    ("BP-2", "bpmonline", "channels.email", &[YES]),
    ("BP-2", "bpmonline", "channels.portal", &[YES]),
    ("BP-2", "bpmonline", "topics.configuration-advice", &[NO, "included, only for responsible-contact", "included, only for responsible-contact"]),
    ("BP-2", "bpmonline", "services.dedicated-specialist", &[NO, NO, "included, named by the desk"]),
    ("BP-2", "bpmonline", "services.unlimited", &[YES]),
    ("BP-3", "bpmonline", "hours", &["mon-fri 10:00-18:00", "mon-sat 09:00-19:00", "around-the-clock"]),
    ("BP-3", "bpmonline", "zone", &["UTC+3"]),
    ("BP-4", "bpmonline", "targets.response.p1", &["24h", "4h", "1h"]),
    ("BP-4", "bpmonline", "targets.response.p2", &["48h", "24h", "4h"]),
    ("BP-4", "bpmonline", "targets.response.p3", &["48h", "24h", "4h"]),
    ("BP-4", "bpmonline", "targets.response.p4", &["48h", "24h", "4h"]),
    ("BP-5", "bpmonline", "targets.resolution.p1", &["none", "none", "12h"]),
    ("BP-5", "bpmonline", "targets.resolution.p2", &["none", "none", "3bd"]),
    ("BP-5", "bpmonline", "targets.resolution.p3", &["none", "none", "10bd, negotiable"]),
    ("BP-5", "bpmonline", "targets.resolution.p4", &["none", "none", "20bd, negotiable"]),
    ("BP-5", "bpmonline", "calendars.working-days", &["", "", "mon-fri, holidays open"]),
    ("BP-7", "bpmonline", "priority-changes.restored", &["asked by the desk, from p1, p2 to p3, p4, meets resolution"]),
    ("BP-8", "bpmonline", "priorities.p1", &["also called 1; best by phone, skype"]),
    ("BP-8", "bpmonline", "priorities.p4", &["also called 4"]),
    ("BP-9", "bpmonline", "qualifications.responsible-contact", &["at most 1"]),
    ("BP-9", "bpmonline", "term", &["at least 1 year"]),
    ("BP-10", "bpmonline", "topics.other-systems", &[EXCLUDED]),
    ("BP-11", "bpmonline", "topics.functional-advice", &["included, only for responsible-contact"]),
    ("BP-11", "bpmonline", "topics.faults", &[YES]),
    ("BP-11", "bpmonline", "topics.roles-and-users", &[YES]),
    ("BP-11", "bpmonline", "topics.changing-functions", &[YES]),
    ("BP-11", "bpmonline", "topics.developing-functions", &[YES]),
    ("BP-11", "bpmonline", "topics.server", &[YES]),
    ("BP-11", "bpmonline", "topics.backup", &[YES]),
    ("BP-11", "bpmonline", "topics.updates", &[YES]),
    ("BP-11", "bpmonline", "topics.migration", &[YES]),
    ("BP-11", "bpmonline", "topics.needs", &[YES]),
    ("BP-11", "bpmonline", "topics.analysis", &[YES]),
    ("BP-11", "bpmonline", "topics.training", &[YES]),
    ("BP-12", "bpmonline", "services.manager", &["included, named by the desk"]),
    ("BP-13", "bpmonline", "lines", &["Functional advice, service requests, remote connections, installing and setting up connections, database questions and faults; Configuration, import and export, reports, business logic, integrations"]),
];

#[rustfmt::skip]
const SUITECRM: &[Row] = &[ // dedicated, community
    ("SU-1", "suitecrm", "calendars.london", &["mon-fri, in Europe/London, holidays england-and-wales", ""]),
    ("SU-1", "suitecrm", "business-days", &["london: mon-fri", ""]),
    ("SU-2", "suitecrm", "milestones.response", &["met by opened and priority-confirmed and acknowledged; never paused; guarantee", ""]),
    ("SU-3", "suitecrm", "exclusions.misuse", &["clocks cancelled"]),
    ("SU-3", "suitecrm", "exclusions.no-material-effect", &["clocks cancelled"]),
    ("SU-3", "suitecrm", "exclusions.changed-by-others", &["clocks cancelled"]),
    ("SU-3", "suitecrm", "exclusions.not-updated", &["clocks cancelled"]),
    ("SU-3", "suitecrm", "topics.errors", &[YES, NO]),
    ("SU-4", "suitecrm", "priorities.s1", &["production or mission-critical system down, no immediate workaround, and data at substantial risk, or substantial loss of service, or breach of personal data; also called 1, critical; never for laboratory, demonstration, not-accepted, customer-software, third-party-software"]),
    ("SU-4", "suitecrm", "priority-changes.no-resources", &["asked by the desk, from s1 to a lower one"]),
    ("SU-5", "suitecrm", "priorities.s2", &["a main function severely impaired; work goes on in a restricted way though long-term integrity may suffer, or there is only a temporary workaround; also called 2, major; never for customer-software, third-party-software"]),
    ("SU-5", "suitecrm", "priorities.s3", &["partial, non-critical loss; the user can go on; also called 3, minor"]),
    ("SU-5", "suitecrm", "priorities.s4", &["general questions, cosmetic matters, documentation errors; also called 4"]),
    ("SU-6", "suitecrm", "allowances.support-hours", &["open hours a term; then resolution lapses", ""]),
    ("SU-6", "suitecrm", "term", &["1 year; renews by 1 year; cancelled at any time", ""]),
    ("SU-7", "suitecrm", "targets.response.s1", &["open", ""]),
    ("SU-7", "suitecrm", "targets.resolution.s4", &["open", ""]),
    ("SU-7", "suitecrm", "hours", &["open", ""]),
    ("SU-8", "suitecrm", "channels.forum", &["open", SELF]),
    ("SU-9", "suitecrm", "channels.email", &["open", NO]),
    ("SU-9", "suitecrm", "channels.portal", &["open", NO]),
    ("SU-9", "suitecrm", "channels.phone", &["open", NO]),
    ("SU-9", "suitecrm", "tickets-must-name", &["version, environment, component"]),
    ("SU-9", "suitecrm", "services.versions", &[YES, NO]),
    ("SU-10", "suitecrm", "topics.development", &[EXCLUDED]),
    ("SU-10", "suitecrm", "topics.migration", &[EXCLUDED]),
    ("SU-11", "suitecrm", "milestones.resolution", &["met by resolved; never paused", ""]),
];

#[rustfmt::skip]
const CREDENTI: &[Row] = &[ // basic, premium
    ("CD-3", "credenti", "milestones.response", &["met by replied; never paused; reasonable-effort"]),
    ("CD-4", "credenti", "calendars.worldwide", &["mon-fri 09:00-17:00"]),
    ("CD-4", "credenti", "calendars.north-america", &["mon-fri 08:00-17:00"]),
    ("CD-4", "credenti", "zone", &["open"]),
    ("CD-4", "credenti", "holidays", &["open"]),
    ("CD-5", "credenti", "priorities.p1", &["significant loss or degradation, immediate attention needed; for example nobody can log in; also called 1"]),
    ("CD-5", "credenti", "priorities.p2", &["moderate loss or degradation, work goes on; for example many users slow at peak hours; also called 2"]),
    ("CD-5", "credenti", "priorities.p3", &["minor hindrance; for example one user cannot log in; also called 3"]),
    ("CD-5", "credenti", "priorities.p4", &["no hindrance: feature request, question; also called 4"]),
    ("CD-6", "credenti", "priority-changes.unreachable", &["asked by the desk, from p1 to p2"]),
    ("CD-8", "credenti", "priority-changes.no-resources", &["asked by the desk, from any to a lower one"]),
    ("CD-9", "credenti", "milestones.response", &["met by replied; never paused; reasonable-effort"]),
    ("CD-9", "credenti", "price", &["open"]),
];

/// Facts of a single plan.
#[rustfmt::skip]
const OF_ONE_PLAN: &[(&str, &str, usize, &str, &str)] = &[
    ("CR-4", "creatio", 0, "zone", "one of UTC+1, UTC+2, UTC+3, UTC+8, UTC+10, UTC-2, UTC-5"),
    ("BP-5", "bpmonline", 2, "business-days", "working-days: mon-fri"),
    ("BP-6", "bpmonline", 2, "targets.response.p3", "4h"),
    ("BP-6", "bpmonline", 2, "targets.response.p4", "4h"),
    ("BP-7", "bpmonline", 2, "targets.resolution.p3", "10bd, negotiable"),
    ("BP-7", "bpmonline", 2, "targets.resolution.p4", "20bd, negotiable"),
    ("SU-6", "suitecrm", 0, "price", "open per hour, paid ahead"),
    ("SU-8", "suitecrm", 1, "price", "free"),
    ("CD-1", "credenti", 0, "channels.email", YES),
    ("CD-1", "credenti", 0, "channels.portal", YES),
    ("CD-1", "credenti", 0, "channels.phone", NO),
    ("CD-1", "credenti", 0, "hours", "business-hours: one of worldwide, north-america"),
    ("CD-1", "credenti", 0, "targets.response.p1", "2h"),
    ("CD-1", "credenti", 0, "targets.response.p2", "12h"),
    ("CD-1", "credenti", 0, "targets.response.p3", "24h"),
    ("CD-1", "credenti", 0, "targets.response.p4", "24h"),
    ("CD-2", "credenti", 1, "channels.phone", YES),
    ("CD-2", "credenti", 1, "hours", "around-the-clock"),
    ("CD-2", "credenti", 1, "targets.response.p1", "30m"),
    ("CD-2", "credenti", 1, "targets.response.p2", "1h"),
    ("CD-7", "credenti", 1, "targets.response.p3", "4h, hours business-hours"),
    ("CD-7", "credenti", 1, "targets.response.p4", "12h, hours business-hours"),
];

fn wrong(
    fact: &str,
    line: Option<&TermLine>,
    plan: &str,
    path: &str,
    value: &str,
) -> Option<String> {
    let Some(line) = line else {
        return (!value.is_empty()).then(|| format!("{fact}: {plan} says nothing of {path}"));
    };
    if line.value != value {
        return Some(format!(
            "{fact}: {plan} {path} is `{}`, not `{value}`",
            line.value
        ));
    }
    let clauses = line.source.clause.as_deref().unwrap_or("");
    let named = clauses.split(", ").any(|clause| clause == fact);
    (!named && value != NO).then(|| format!("{fact}: {plan} {path} has the clause `{clauses}`"))
}

fn find<'l>(lines: &'l [TermLine], path: &str) -> Option<&'l TermLine> {
    lines.iter().find(|line| line.path == path)
}

fn hold(rows: &[Row]) {
    let vendor = rows[0].1;
    let plans = said(vendor);
    let mut found = Vec::new();
    for (fact, _, path, values) in rows {
        assert!(
            values.len() == 1 || values.len() == plans.len(),
            "{fact} {path}"
        );
        for (n, lines) in plans.iter().enumerate() {
            let value = values.get(n).unwrap_or(&values[0]);
            let plan = format!("{vendor} plan {n}");
            found.extend(wrong(fact, find(lines, path), &plan, path, value));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn creatio_says_what_its_page_says_cr_1_to_cr_13() {
    hold(CREATIO);
}

#[test]
fn csd_group_says_what_its_page_says_cs_1_to_cs_8() {
    hold(CSD_GROUP);
}

#[test]
fn bpmonline_says_what_its_page_says_bp_1_to_bp_13() {
    hold(BPMONLINE);
}

#[test]
fn suitecrm_says_what_its_page_says_su_1_to_su_11() {
    hold(SUITECRM);
}

#[test]
fn credenti_says_what_its_page_says_cd_3_to_cd_9() {
    hold(CREDENTI);
}

#[test]
fn what_is_said_of_one_plan_is_said_of_it_alone() {
    let mut found = Vec::new();
    for (fact, vendor, plan, path, value) in OF_ONE_PLAN {
        let lines = &said(vendor)[*plan];
        found.extend(wrong(fact, find(lines, path), vendor, path, value));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_plan_for_the_forum_alone_takes_no_tickets_su_8() {
    let catalogue = Catalogue::built_in(SystemNames::default());
    let community = catalogue
        .find("suitecrm/community")
        .expect("it is built in");
    let terms = community.terms();
    assert!(!terms.takes_tickets());
    assert!(terms.milestones.is_empty());
}

#[test]
fn every_contradiction_is_reported_by_plan_check() {
    for (fact, vendor, says) in [
        (
            "CR-14",
            "creatio",
            "customer service around the clock for all (CR-14)",
        ),
        ("CR-4", "creatio", "GMT -2 is called Australia"),
        ("CS-9", "csd-group", "speaks of handling incidents (CS-9)"),
        (
            "BP-6",
            "bpmonline",
            "`targets.response.p3` of premium: the source says 4h and 6h (BP-5)",
        ),
        (
            "BP-6",
            "bpmonline",
            "`targets.response.p4` of premium: the source says 4h and 6h (BP-5)",
        ),
        ("SU-12", "suitecrm", "no material effect (SU-12)"),
        ("CD-4", "credenti", "nine hours a day; CD-1 calls it 8x5"),
        ("CD-4", "credenti", "no plan uses the calendar `24x5`"),
        ("CD-6", "credenti", "the same sentence stands under P2"),
    ] {
        let path = format!("{}/plans/{vendor}.toml", env!("CARGO_MANIFEST_DIR"));
        let bytes = std::fs::read(&path).expect("the file is there");
        let found = check(&path, &bytes, &SystemNames::default());
        let messages: Vec<&String> = found.iter().map(|finding| &finding.message).collect();
        assert!(
            messages.iter().any(|message| message.contains(says)),
            "{fact}: {messages:?}"
        );
    }
}

#[test]
fn what_is_not_on_the_page_is_noted_as_such() {
    for (vendor, path) in [
        ("creatio", "milestones.response"),
        ("creatio", "priority-changes.misjudged"),
        ("creatio", "zone"),
        ("creatio", "milestones.resolution"),
        ("bpmonline", "milestones.response"),
        ("bpmonline", "milestones.resolution"),
        ("bpmonline", "contacts"),
        ("bpmonline", "lines"),
        ("bpmonline", "priority-changes.misjudged"),
        ("csd-group", "milestones.response"),
        ("suitecrm", "milestones.response"),
        ("suitecrm", "milestones.resolution"),
        ("suitecrm", "contacts"),
        ("credenti", "milestones.response"),
        ("credenti", "contacts"),
        ("credenti", "priority-changes.misjudged"),
    ] {
        let plans = said(vendor);
        let note = find(&plans[0], path).and_then(|line| line.source.note.clone());
        assert!(
            note.is_some_and(|note| note.contains("not on the page")),
            "{vendor} {path}"
        );
    }
}

/// How many facts each vendor's page states.
const FACTS: [(&str, u32); 5] = [("CR", 14), ("CS", 9), ("BP", 13), ("SU", 12), ("CD", 9)];

/// The rows of the page that maps facts to commands and tests, cell by cell.
fn fact_rows() -> Vec<Vec<String>> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/facts.md");
    let page = std::fs::read_to_string(path).expect("the page is there");
    let rows = page.lines().filter(|line| line.starts_with("| "));
    let cells = |line: &str| -> Vec<String> {
        let inner = line.trim_matches('|');
        inner.split(" | ").map(|cell| cell.trim().into()).collect()
    };
    rows.map(cells).filter(|row| row[0] != "Fact").collect()
}

#[test]
fn every_fact_has_a_row_with_a_command_and_a_test() {
    let rows = fact_rows();
    for (vendor, most) in FACTS {
        for number in 1..=most {
            let fact = format!("{vendor}-{number}");
            let of = |row: &&Vec<String>| row[0].split(' ').next() == Some(fact.as_str());
            let row = rows.iter().find(of);
            let row = row.unwrap_or_else(|| panic!("docs/facts.md has no row for {fact}"));
            assert_eq!(row.len(), 3, "{fact}: {row:?}");
            assert!(row[1].contains("`sladesk "), "{fact} names no command");
            assert!(row[2].contains("::"), "{fact} names no test");
        }
    }
}

#[test]
fn every_test_that_the_page_of_facts_names_is_there() {
    let rows = fact_rows();
    let tests = rows.iter().flat_map(|row| row[2].split("<br>"));
    for test in tests.map(|test| test.trim_matches('`')) {
        let (file, function) = test.split_once("::").unwrap_or_else(|| panic!("{test}"));
        let path = format!("{}/{file}", env!("CARGO_MANIFEST_DIR"));
        let code = std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("no file {file}"));
        let written = [format!("fn {function}("), format!("    {function}: \"")];
        assert!(
            written.iter().any(|written| code.contains(written)),
            "no test {test}"
        );
    }
}

#[test]
fn what_decides_nothing_is_shown_in_its_own_words() {
    const FILE: &str = r#"schema = 1
vendor = "acme"
note = "read on 2026-03-01"
[facts]
maintenance = { title = "Maintenance", text = "every second Thursday", clause = "7.2" }
languages = "English"
[priorities]
p1 = "Down"
[milestones.response]
met-by = ["replied"]
[channels]
note = "the page names two more, without saying how"
email = "E-mail"
[targets]
response.p1 = "none"
response.note = "best effort"
[plans.small]
facts.maintenance = "none"
[plans.large]
note = "on request"
channels = ["email"]
"#;
    let reading = PlanFile::read("acme.toml", FILE.as_bytes(), &SystemNames::default());
    let drawn: String = reading
        .found
        .iter()
        .map(|finding| finding.draw(None))
        .collect();
    let file = reading.file.unwrap_or_else(|| panic!("{drawn}"));
    let said = |plan: &str| {
        let document = file.document(plan).expect("the plan is there");
        let read = Document::read(&document.text()).expect("it was written by this program");
        assert_eq!(lines(&read), lines(&document), "{plan}");
        let lines = lines(&document).into_iter();
        let shown =
            lines.filter(|line| line.path.contains("note") || line.path.starts_with("facts"));
        shown
            .map(|line| (line.path, line.item.written(), line.said.written()))
            .collect::<Vec<_>>()
    };
    let row =
        |path: &str, item: &str, words: &str| (path.to_owned(), item.to_owned(), words.to_owned());
    let channels = row(
        "channels.note",
        "Note",
        "the page names two more, without saying how",
    );
    let response = row("targets.response.note", "Note", "best effort");
    let languages = row("facts.languages", "languages", "English");
    assert_eq!(
        said("small"),
        [
            channels.clone(),
            response.clone(),
            languages.clone(),
            row("note", "Note", "read on 2026-03-01"),
        ]
    );
    assert_eq!(
        said("large"),
        [
            channels,
            response,
            row("facts.maintenance", "Maintenance", "every second Thursday"),
            languages,
            row("vendor.note", "Note", "read on 2026-03-01"),
            row("note", "Note", "on request"),
        ]
    );
}

#[test]
fn every_title_of_a_built_in_plan_is_there_in_each_language_of_pages() {
    for (vendor, file) in [
        ("bpmonline", include_str!("../plans/bpmonline.toml")),
        ("creatio", include_str!("../plans/creatio.toml")),
        ("credenti", include_str!("../plans/credenti.toml")),
        ("csd-group", include_str!("../plans/csd-group.toml")),
        ("suitecrm", include_str!("../plans/suitecrm.toml")),
    ] {
        let titles = file.split("{ en = ").skip(1);
        let titles: Vec<_> = titles
            .filter_map(|titles| titles.split(" }").next())
            .collect();
        assert!(titles.len() > 10, "{vendor}: {titles:?}");
        for language in ["es", "vi", "ru", "ar"] {
            let begins = format!(", {language} = \"");
            let lacks = titles.iter().find(|titles| !titles.contains(&begins));
            assert_eq!(lacks, None, "{vendor} {language}");
        }
    }
}
