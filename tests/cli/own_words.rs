//! Every page in every language, word by word: on a desk whose own words are all made up, each
//! other word in Latin letters is one that the program left in English.

use std::collections::BTreeSet;

use crate::sandbox::{Sandbox, sources};

/// All that it says of itself begins with `zq`.
const PLAN: &str = r#"schema = 1
vendor = "zqv"
title = "Zqvend"
source = "zqpage"
contacts = "open"
lines = ["zqone", "zqtwo"]
tickets-must-name = ["version"]
price = { amount = 24000, currency = "ZQD", per = "month", taxes = "excluded", paid = "ahead" }
term = { length = "12 months", renews = "12 months", notice = "30 days", note = "zqnote" }
[clause]
targets = "ZQ-1"
contacts = "ZQ-2"
[calendars]
zqcal = { one-of = ["zqa", "zqb"] }
zqa = "mon-fri 09:00-17:00"
zqb = "mon-sat 08:00-17:00"
[priorities]
zqhigh = { title = "Zqtop", means = "zqmeans", aliases = ["zqalias"], recommended = ["zqtel"], never-for = ["zqlab"] }
zqlow = "Zqlow"
[milestones.response]
met-by = { all-of = ["opened", "acknowledged"] }
commitment = "guarantee"
[milestones.resolution]
met-by = ["resolved"]
paused-by = ["waiting-customer", "waiting-vendor"]
[channels]
zqtel = "Zqphone"
zqweb = "Zqportal"
zqforum = { title = "Zqforum", self-service = true }
[topics]
zqfault = "Zqfault"
zqdev = { title = "Zqdevel", only-for = "zqcert" }
zqextra = { title = "Zqextra", excluded = true }
[qualifications]
zqcert = { title = "Zqcertified", at-most = 2 }
[services]
zqservice = { title = "Zqservice", named-by = "customer" }
activity-report = "Zqreport"
[exclusions]
zqmisuse = "zqmisuse"
[environments]
zqprod = "Zqprod"
zqlab = "Zqlab"
[components]
zqcomp = "Zqcomp"
[priority-changes]
zqwrong = { title = "Zqnever", corrects = true }
zqasked = { title = "Zqask", by = "customer", from = ["zqlow"], to = "higher" }
[facts]
zqfact = "zqsays"
[plans.zqs]
title = "Zqsmall"
hours = "zqcal"
channels = { all-but = ["zqweb"] }
topics = ["zqfault", "zqdev"]
services = ["zqservice"]
priority-changes = ["zqwrong", "zqasked"]
targets.response = { zqhigh = "1h", zqlow = "4h" }
targets.resolution = { zqhigh = { within = "2bd", negotiable = true }, zqlow = "open" }
allowances.zqcases = { title = "Zqcases", cases = 5, per = "contract-year", when-used-up = "overage" }
allowances.zqhours = { title = "Zqhours", hours = "10h", per = "quarter", topics = ["zqdev"], when-used-up = { lapses = ["resolution"] }, rounded-up-to = "15m", rolls-over = true }
[plans.zql]
title = "Zqlarge"
hours = "around-the-clock"
contacts = 3
targets.response = { zqhigh = "30m", zqlow = "1h" }
targets.resolution = { zqhigh = "4h", zqlow = "none" }
"#;

/// When, and what was typed.
const HAPPENED: &[(&str, &str)] = &[
    ("2026-06-01T08:00Z", "db init --zone Europe/Madrid"),
    ("2026-06-01T08:00Z", "staff add zqann --name Zqann"),
    ("2026-06-01T08:00Z", "staff add zqbob --name Zqbob"),
    (
        "2026-06-01T08:00Z",
        "customer add zqacme --name Zqacme --account-manager zqann --engineer zqbob",
    ),
    ("2026-06-01T08:00Z", "customer add zqother --name Zqother"),
    (
        "2026-06-01T08:00Z",
        "contract sign zqacme zqv/zqs --start 2026-06-01 --set contacts=3 --set calendars.zqcal=zqa --set targets.resolution.zqlow=5bd --set price.amount=900 --set holidays=none",
    ),
    (
        "2026-06-01T08:00Z",
        "contract sign zqother zqv/zql --start 2026-06-01 --end 2026-12-31",
    ),
    (
        "2026-06-01T08:00Z",
        "contact add zqacme zqdana@zq.example --name Zqdana --qualification zqcert=2026-11-30",
    ),
    (
        "2026-06-01T08:00Z",
        "contact add zqacme zqeva@zq.example --name Zqeva --end 2026-11-15",
    ),
    (
        "2026-06-01T08:00Z",
        "contact add zqother zqpip@zq.example --name Zqpip",
    ),
    (
        "2026-06-10T09:00Z",
        "open zqdana@zq.example Zqold -p zqhigh -c zqtel -t zqfault --version zq1",
    ),
    (
        "2026-07-02T08:00Z",
        "open zqdana@zq.example Zqfirst -p zqhigh -c zqtel -t zqfault --version zq1 --environment zqprod --component zqcomp",
    ),
    ("2026-07-02T08:10Z", "ack 2"),
    ("2026-07-02T08:20Z", "assign 2 zqann"),
    (
        "2026-07-02T08:30Z",
        "wait 2 customer --until 2026-07-03T08:00Z -m zqwait",
    ),
    ("2026-07-03T08:00Z", "receive 2 -c zqtel -m zqheard"),
    ("2026-07-03T09:00Z", "reply 2 -m zqsaid -w 30m"),
    ("2026-07-03T09:30Z", "agree 2 resolution 3bd"),
    (
        "2026-07-03T10:00Z",
        "eta 2 2026-07-06T10:00Z --told zqdana@zq.example",
    ),
    ("2026-07-03T10:30Z", "work 2 2h -m zqwork"),
    ("2026-07-03T11:00Z", "escalate 2"),
    ("2026-07-13T11:00Z", "resolve 2 -m zqdone"),
    (
        "2026-07-13T12:00Z",
        "cause 2 resolution --code zqcode -m zqcause",
    ),
    ("2026-07-14T12:00Z", "reopen 2 -m zqagain"),
    ("2026-07-14T13:00Z", "resolve 2 -m zqdone"),
    (
        "2026-07-15T08:00Z",
        "open zqdana@zq.example Zqsecond -p zqlow -c zqtel -t zqfault --version zq1",
    ),
    (
        "2026-07-15T08:30Z",
        "priority 3 zqhigh --reason zqasked -m zqwhy",
    ),
    (
        "2026-07-17T08:30Z",
        "priority 3 zqlow --reason zqwrong -m zqwhy --corrects zqcorrect",
    ),
    ("2026-07-17T09:00Z", "wait 3 vendor -m zqwait"),
    ("2026-07-18T09:00Z", "resume 3"),
    (
        "2026-07-20T09:00Z",
        "ack 3 --at 2026-07-15T08:40Z --corrects zqlate",
    ),
    (
        "2026-07-21T09:00Z",
        "open zqeva@zq.example Zqthird -p zqhigh -c zqtel -t zqfault --version zq1",
    ),
    ("2026-07-21T09:30Z", "exempt 4 zqmisuse -m zqground"),
    (
        "2026-07-22T09:00Z",
        "open zqpip@zq.example Zqfourth -p zqhigh -c zqweb -t zqfault --version zq1",
    ),
    ("2026-07-22T09:10Z", "note 5 -m zqnote"),
    ("2026-07-22T09:20Z", "link 5 2"),
    (
        "2026-07-23T09:00Z",
        "open zqdana@zq.example Zqfifth -p zqhigh -c zqtel -t zqfault --version zq1",
    ),
    ("2026-07-23T09:05Z", "merge 6 3"),
    (
        "2026-07-24T09:00Z",
        "open zqeva@zq.example Zqsixth -p zqhigh -c zqtel -t zqfault --version zq1",
    ),
    ("2026-07-24T10:00Z", "work 7 11h -m zqwork"),
    (
        "2026-07-25T09:00Z",
        "open zqdana@zq.example Zqrefused -p zqhigh -c zqweb -t zqfault --version zq1 --refuse",
    ),
    (
        "2026-07-25T09:30Z",
        "open zqdana@zq.example Zqover -p zqhigh -c zqweb -t zqfault --version zq1 --override channel -m zqbecause",
    ),
    (
        "2026-08-03T09:00Z",
        "open zqdana@zq.example Zqdevs -p zqlow -c zqtel -t zqdev --version zq1",
    ),
    ("2026-08-03T10:00Z", "work 9 12h -m zqwork"),
    (
        "2026-08-04T10:00Z",
        "contract amend zqacme --start 2026-08-10 --set targets.response.zqlow=2h --set contacts=4",
    ),
    (
        "2026-08-05T10:00Z",
        "contract adjust zqacme zqcases +2 -m zqgift",
    ),
    (
        "2026-08-12T09:00Z",
        "open zqdana@zq.example Zqnext -p zqlow -c zqtel -t zqfault --version zq1",
    ),
    ("2026-08-13T09:00Z", "close 9 --as duplicate"),
    (
        "2026-10-05T09:00Z",
        "move 5 zqacme -m zqmoved --corrects zqmove",
    ),
    (
        "2026-10-06T09:00Z",
        "ack 10 --at 2026-08-12T09:30Z --corrects zqlate",
    ),
    ("2026-10-06T09:30Z", "resolve 1 -m zqdone"),
];

const PAGES: &[&str] = &[
    "report quarterly customer:zqacme --period 2026Q3",
    "report quarterly customer:zqother --period 2026Q3",
    "report quarterly customer:zqother --period 2027Q3",
    "report quarterly --period 2026Q3 --tickets --by topic",
    "report quarterly --period this-quarter",
    "report sla --period 2026Q3 --tickets",
    "report sla --period 1999Q1",
    "report breaches --period 2026Q3",
    "report breaches --period 1999Q1",
    "report usage --period 2026Q3 --tickets",
    "report usage --period 1999Q1",
    "report workload --period 2026Q3 --tickets",
    "report workload --period 1999Q1",
    "report whatif customer:zqacme --plan zqv/zql --period 2026Q3",
    "explain 1",
    "explain 2",
    "explain 3",
    "explain 4",
    "explain 6",
    "explain 7",
    "explain 8",
    "explain 9",
    "explain 10",
    "may zqdana@zq.example -c zqtel -p zqhigh -t zqfault --version zq1",
    "may zqdana@zq.example -c zqweb -t zqextra",
    "may zqeva@zq.example -c zqforum -t zqdev -p zqhigh --environment zqlab",
    "may zqacme",
    "may zqother -p zqlow",
    "plan compare zqv",
    "plan compare zqacme zqv/zql",
];

fn desk() -> Sandbox {
    let desk = Sandbox::new();
    std::fs::create_dir(desk.path("plans")).expect("a folder in the sandbox");
    desk.file("plans/zq.toml", PLAN);
    for (now, typed) in HAPPENED {
        desk.done(&format!(
            "sladesk --plans plans --now {now} --actor zqann {typed}"
        ));
    }
    desk
}

/// Words of Latin letters, in small ones. What stands in backticks is typed, and no word.
fn words(page: &str) -> BTreeSet<String> {
    let spoken: String = page.split('`').step_by(2).collect::<Vec<_>>().join(" ");
    let letter = |c: char| c.is_alphabetic();
    let words = spoken.split(|c: char| !letter(c) && !c.is_numeric() && !"@._-/".contains(c));
    let latin = |word: &&str| {
        word.chars()
            .all(|c| !letter(c) || c < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&c))
    };
    words
        .filter(latin)
        .flat_map(|word| match word.to_lowercase().contains("zq") {
            true => Vec::new(),
            false => word.split(['.', '-', '/', '_', '@']).collect(),
        })
        .filter(|word| word.chars().filter(|c| letter(*c)).count() > 1)
        .map(str::to_lowercase)
        .collect()
}

/// Codes and names that are the same in every language.
fn is_a_code(word: &str) -> bool {
    let known = [
        "europe", "madrid", "utc", "bundled", "system", "sladesk", "zone",
    ];
    let numbered = word.contains(|c: char| c.is_ascii_digit());
    // seals, entries, quarters
    known.contains(&word) || (numbered && word.chars().all(|c| c.is_ascii_alphanumeric()))
}

#[test]
fn no_english_word_of_ours_is_left_on_a_page_in_another_language() {
    let desk = desk();
    let english = std::fs::read_to_string(sources().join("src/wording/en.ftl"));
    let english = words(&english.expect("the English messages"));
    for language in ["vi", "ru", "es", "ar"] {
        let own = sources().join(format!("src/wording/{language}.ftl"));
        let own = std::fs::read_to_string(own).expect("its messages");
        // comments are for translators
        let own = own.lines().filter(|line| !line.starts_with('#'));
        let own: Vec<&str> = own
            .map(|line| line.split_once(" = ").map_or(line, |(_, says)| says))
            .collect();
        let mut own = words(&own.join("\n"));
        own.extend(
            days_and_months(language)
                .iter()
                .map(|word| (*word).to_owned()),
        );
        let mut left = Vec::new();
        for page in PAGES {
            let asked = format!(
                "sladesk --plans plans --now 2026-10-10T10:00Z {page} --lang {language} -f markdown"
            );
            let said = desk.run(&asked).stdout;
            assert!(!said.is_empty(), "{asked}");
            let found = words(&said).into_iter();
            let found = found.filter(|word| !own.contains(word) && !is_a_code(word));
            left.extend(found.map(|word| {
                let kind = if english.contains(&word) {
                    "ours"
                } else {
                    "unknown"
                };
                format!("{language} {page}: {word} ({kind})")
            }));
        }
        assert!(left.is_empty(), "{}", left.join("\n"));
    }
}

/// What the table of each language has beside its messages.
fn days_and_months(language: &str) -> &'static [&'static str] {
    match language {
        "vi" => &[
            "tháng", "ngày", "giờ", "phút", "giây", "cn", "và", "hoặc", "năm", "quý",
        ],
        "es" => &[
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
            "lun",
            "mar",
            "mié",
            "jue",
            "vie",
            "sáb",
            "dom",
            "min",
            "de",
            "primer",
            "segundo",
            "tercer",
            "cuarto",
            "trimestre",
        ],
        "ru" => &["i", "ii", "iii", "iv"],
        _ => &[],
    }
}
