//! Plan files that mean no good: an error in bounded time, never a panic.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use sladesk::plans::{Agreement, Catalogue, Document, PlanFile, SystemNames, check};

/// Judges a file and draws all that is said of it; the time is for a machine that does
/// much else: alone it takes a second and a half at most.
fn judged(bytes: &[u8]) -> usize {
    let start = Instant::now();
    let found = check("hostile.toml", bytes, &SystemNames::default());
    let drawn: usize = found.iter().map(|finding| finding.draw(None).len()).sum();
    assert!(
        start.elapsed() < Duration::from_secs(30),
        "{:?}",
        start.elapsed()
    );
    assert!(drawn < 2_000_000, "{drawn} bytes are said");
    found.len()
}

fn of_creatio(change: impl Fn(&str) -> String) -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/plans/creatio.toml");
    change(&std::fs::read_to_string(path).expect("the file is there"))
}

#[test]
fn a_file_of_ten_thousand_lines_gets_its_errors() {
    let topics: String = (0..10_000)
        .map(|n| format!("t{n} = \"Topic {n}\"\n"))
        .collect();
    let text = format!("schema = 1\n[topics]\n{topics}");
    let found = check("a.toml", text.as_bytes(), &SystemNames::default());
    let codes: Vec<&str> = found.iter().map(|finding| finding.code).collect();
    let missing = ["missing-key"; 3];
    assert_eq!(codes, [&missing[..], &["too-many"; 2]].concat());
    judged(text.as_bytes());
    let wrong: String = (0..10_000)
        .map(|n| format!("t{n} = {{ only-for = \"x{n}\" }}\n"))
        .collect();
    assert!(judged(format!("schema = 1\n[topics]\n{wrong}").as_bytes()) > 100);
    let unknown: String = (0..10_000).map(|n| format!("key{n} = {n}\n")).collect();
    assert!(judged(unknown.as_bytes()) > 100);
    let same = "email = \"E-mail\"\n".repeat(10_000);
    assert!(judged(format!("[channels]\n{same}").as_bytes()) > 1);
}

#[test]
fn a_file_with_many_plans_and_long_lists_is_judged_in_time() {
    let plans: String = (0..400)
        .map(|n| {
            format!("[plans.p{n}]\nhours = \"mon-fri 09:00-18:00\"\ntargets.response = \"4h\"\n")
        })
        .collect();
    let file = format!(
        "schema = 1\nvendor = \"x\"\n[priorities]\na = \"A\"\n[milestones.response]\n\
         met-by = [\"replied\"]\n{plans}"
    );
    judged(file.as_bytes());
    let words: String = (0..300).map(|n| format!("w{n} = \"W\"\n")).collect();
    let tables = [
        "channels",
        "topics",
        "services",
        "exclusions",
        "environments",
        "components",
    ];
    let tables: String = tables
        .iter()
        .map(|table| format!("[{table}]\n{words}"))
        .collect();
    let priorities: String = (0..20).map(|n| format!("p{n} = \"P\"\n")).collect();
    let targets: String = (0..20)
        .map(|n| format!("targets.m{n} = \"{n}h\"\n"))
        .collect();
    let met = (0..20).map(|n| format!("[milestones.m{n}]\nmet-by = [\"replied\"]\n"));
    let met: String = met.collect();
    let plans: String = (0..50)
        .map(|n| format!("[plans.p{n}]\ntitle = \"{n}\"\n"))
        .collect();
    let file = format!(
        "schema = 1\nvendor = \"x\"\nhours = \"mon-fri\"\n{targets}{tables}[priorities]\n{priorities}{met}{plans}"
    );
    judged(file.as_bytes());
    let list = "\"p1\", ".repeat(20_000);
    judged(format!("[priorities]\na = {{ aliases = [{list}] }}\n").as_bytes());
}

#[test]
fn deep_nesting_is_an_error() {
    for text in [
        "[".repeat(50_000),
        format!("x = {}", "[".repeat(50_000)),
        format!("x = {}", "{ a = ".repeat(50_000)),
        format!("x{} = 1", ".a".repeat(50_000)),
        format!("[plans{}]\nx = 1", ".a".repeat(50_000)),
        format!("[[cases{}]]", ".a".repeat(50_000)),
    ] {
        assert!(judged(text.as_bytes()) > 0);
    }
}

#[test]
fn huge_numbers_are_errors() {
    for number in [
        "99999999999999999999999999",
        "-1",
        "1e999999999",
        "nan",
        "inf",
        "0xffffffffffffffffffff",
        "4294967296",
    ] {
        let text = of_creatio(|file| file.replace("contacts = 5", &format!("contacts = {number}")));
        assert!(judged(text.as_bytes()) > 0, "{number}");
        let text = of_creatio(|file| file.replace("= 10\n", &format!("= {number}\n")));
        judged(text.as_bytes());
    }
    for span in [
        "99999999999999999999h",
        "9223372036854775807s",
        "4294967295bd",
        "-1h",
        "1e3h",
    ] {
        let text = of_creatio(|file| file.replace("\"1h\"", &format!("\"{span}\"")));
        assert!(judged(text.as_bytes()) > 0, "{span}");
    }
    let week = format!("mon-fri {}", "09:00-10:00, ".repeat(20_000));
    judged(of_creatio(|file| file.replace("mon-sun 09:00-18:00", &week)).as_bytes());
}

#[test]
fn what_is_no_text_is_an_error_with_its_place() {
    let mut bytes = b"schema = 1\nvendor = \"".to_vec();
    bytes.extend([0xff, 0xfe, 0x00]);
    let found = check("a.toml", &bytes, &SystemNames::default());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].code, "not-text");
    let place = found[0].place.as_ref().expect("it has a place");
    assert_eq!((place.line(), place.column()), (2, 11));
    judged(b"\xef\xbb\xbfschema = 1");
    judged("vendor = \"\u{202e}\u{0}\u{7}\"".as_bytes());
    judged("\r\r\r\n\n".as_bytes());
    judged(b"");
}

#[test]
fn a_file_larger_than_any_plan_is_refused_unread() {
    let found = check("a.toml", &vec![b'#'; 3 << 20], &SystemNames::default());
    assert_eq!(found[0].code, "too-large");
}

#[test]
fn hostile_terms_of_a_signing_are_refused() {
    let catalogue = Catalogue::built_in(SystemNames::default());
    let file = catalogue.vendor("creatio").expect("it is built in");
    let deep = format!("targets{}=1h", ".a".repeat(50_000));
    let long = format!("contacts={}", "9".repeat(100_000));
    for set in [
        deep.as_str(),
        &long,
        "",
        "=",
        "=5",
        ".=5",
        "..=",
        "contacts.=5",
        "contacts",
        "contacts=",
        "plans.basic.contacts=5",
        "schema=2",
        "clause=x",
        "targets=open",
        "targets.response.high.within.x=1",
        "calendars=x",
        "channels.phone=x",
        "topics.platform.only-for=nobody",
        "price=7",
        "price.amount=-3",
        "allowances.x=5",
        "allowances.x.cases=-1",
        "milestones.response.met-by=nothing",
        "zone=\u{0}",
        "holidays+=,,",
        "channels-=nothing",
        "contacts+=1",
        "targets.response.high=999999999999h",
        "priorities.high.title=x\u{1b}[31m",
    ] {
        let outcome = set.parse().and_then(|set| {
            let agreement = Agreement {
                set: vec![set],
                ..Agreement::default()
            };
            file.sign("basic", &agreement, &SystemNames::default())
        });
        if let Err(error) = outcome {
            assert!(!error.to_string().is_empty());
            error.hints();
        }
    }
}

/// Pieces of plan files, so that random files come further than the first error.
fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "schema = 1\n",
        "vendor = \"x\"\n",
        "[plans.a]\n",
        "[priorities]\n",
        "p1 = \"One\"\n",
        "[milestones.response]\n",
        "met-by = [\"replied\"]\n",
        "hours = \"mon-fri 09:00-18:00\"\n",
        "targets.response = \"4h\"\n",
        "targets.response = { p1 = \"open\" }\n",
        "clause = \"A\"\n",
        "[clause]\n",
        "targets = { response = \"B\" }\n",
        "zone = { one-of = [\"UTC+1\"] }\n",
        "[calendars]\n",
        "c = { one-of = [\"c\", \"d\"] }\n",
        "d = { one-of = [\"c\"] }\n",
        "hours = \"c\"\n",
        "price = \"free\"\n",
        "price.amount = 3\n",
        "[[cases]]\n",
        "open = { at = \"2026-01-01 10:00\", priority = \"p1\" }\n",
        "plan = \"a\"\n",
        "= ",
        "{",
        "]",
        "allow = [\"slower\"]\n",
        "conflicts-with = { within = \"1h\" }\n",
        "\"",
        "\n",
        ".a",
    ]);
    prop_oneof![4 => known.prop_map(str::to_owned), 1 => "\\PC{0,12}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for finding in check("a.toml", &bytes, &SystemNames::default()) {
            prop_assert!(!finding.draw(None).is_empty());
        }
    }

    #[test]
    fn no_pieces_make_it_panic(pieces in prop::collection::vec(piece(), 0..40)) {
        let text = pieces.concat();
        let found = check("a.toml", text.as_bytes(), &SystemNames::default());
        for finding in &found {
            prop_assert!(!finding.draw(None).is_empty());
        }
        let reading = PlanFile::read("a.toml", text.as_bytes(), &SystemNames::default());
        if let Some(file) = reading.file {
            for plan in file.plans() {
                let document = file.document(plan).expect("the file has it");
                let read = Document::read(&document.text());
                prop_assert_eq!(read.map(|read| read.text()), Ok(document.text()));
            }
            sladesk::plans::run_cases(&file, &SystemNames::default());
        }
    }

    #[test]
    fn no_path_makes_it_panic(path in "[a-z.\\-]{0,30}", value in "\\PC{0,20}") {
        let catalogue = Catalogue::built_in(SystemNames::default());
        let file = catalogue.vendor("bpmonline").expect("it is built in");
        let set = format!("{path}={value}").parse().expect("it sets a value");
        let agreement = Agreement { set: vec![set], ..Agreement::default() };
        let _ = file.sign("premium", &agreement, &SystemNames::default());
    }
}

#[test]
fn mistakes_without_end_are_told_shortly_once_and_where_they_stand() {
    let told = |text: &str| check("a.toml", text.as_bytes(), &SystemNames::default());
    let key = told(&format!("schema = 1\n{} = 1\n", "k".repeat(1_000_000)));
    let unknown = key.iter().find(|finding| finding.code == "unknown-key");
    let message = &unknown.expect("the key is unknown").message;
    assert!(message.starts_with("unknown key `kkk"), "{message}");
    assert!(message.len() < 200, "{message}");

    let deep = format!("schema = 1\n\n[{}]\n", vec!["a"; 50_000].join("."));
    let deep = told(&deep);
    let syntax = deep.iter().find(|finding| finding.code == "syntax");
    let place = syntax.and_then(|finding| finding.place.as_ref());
    assert_eq!(place.map(|place| place.line()), Some(3));

    let open = told(&format!("schema = 1\nx = {}\n", "[".repeat(5_000)));
    let mut said: Vec<_> = open.iter().map(|finding| finding.draw(None)).collect();
    let all = said.len();
    said.sort();
    said.dedup();
    assert_eq!(said.len(), all, "nothing is said twice");
}
