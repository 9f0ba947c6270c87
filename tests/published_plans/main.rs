//! Plans that vendors publish, written as plan files, fact by fact. A line `#: N exact PLAN PATH = VALUE` or `#: N exact case
//! NAME` of a file is an assertion: the plan says that, or a case of that name holds. `#: N shown PLAN PATH` is a fact that
//! decides nothing and stands on the plan's page; `#: N not WHY` is not said at all. The counts are the table of
//! `docs/published-plans.md`.

use std::fs;
use std::path::Path;

use sladesk::plans::{PlanFile, SystemNames, has_errors, lines, run_cases};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/published_plans");
const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/published-plans.md");
const MARK: &str = "<!-- counted by tests/published_plans -->\n\n";

/// How many facts of a file are exact, shown and not said.
#[derive(Default)]
struct Counts {
    exact: usize,
    shown: usize,
    not: usize,
}

fn files() -> Vec<(String, String)> {
    let folder = fs::read_dir(Path::new(FOLDER)).expect("the folder is there");
    let paths = folder.map(|entry| entry.expect("a file of it").path());
    let plans = paths.filter(|path| path.extension().is_some_and(|end| end == "toml"));
    let mut all: Vec<(String, String)> = plans
        .map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy();
            let text = fs::read_to_string(&path).expect("a text");
            (name.into_owned(), text)
        })
        .collect();
    all.sort();
    all
}

/// What the page of a plan says at a path.
fn said(file: &PlanFile, plan: &str, path: &str) -> Option<String> {
    let document = file.document(plan)?;
    let mut all = lines(&document).into_iter();
    all.find(|line| line.path == path).map(|line| line.value)
}

fn counted(name: &str, text: &str) -> Counts {
    let names = SystemNames::default();
    let read = PlanFile::read(name, text.as_bytes(), &names);
    let drawn: String = read
        .found
        .iter()
        .map(|finding| finding.draw(None))
        .collect();
    assert!(!has_errors(&read.found), "{name}\n{drawn}");
    let file = read.file.expect("it can be used");
    let cases = run_cases(&file, &names);
    for case in &cases {
        assert!(
            case.failures.is_empty(),
            "{name}, {}: {:?}",
            case.name,
            case.failures
        );
    }
    let mut counts = Counts::default();
    let facts = text.lines().filter_map(|line| line.strip_prefix("#: "));
    for (fact, place) in facts.zip(1..) {
        let here = || format!("{name}, `{fact}`");
        let (number, says) = fact.split_once(' ').unwrap_or_else(|| panic!("{}", here()));
        assert_eq!(number, place.to_string(), "{}", here());
        let (how, what) = says.split_once(' ').unwrap_or_else(|| panic!("{}", here()));
        match how {
            "exact" => {
                counts.exact += 1;
                if let Some(case) = what.strip_prefix("case ") {
                    assert!(cases.iter().any(|known| known.name == case), "{}", here());
                    continue;
                }
                let (at, value) = what
                    .split_once(" = ")
                    .unwrap_or_else(|| panic!("{}", here()));
                let (plan, path) = at.split_once(' ').unwrap_or_else(|| panic!("{}", here()));
                assert_eq!(
                    said(&file, plan, path).as_deref(),
                    Some(value),
                    "{}",
                    here()
                );
            }
            "shown" => {
                counts.shown += 1;
                let (plan, path) = what.split_once(' ').unwrap_or_else(|| panic!("{}", here()));
                assert!(said(&file, plan, path).is_some(), "{}", here());
            }
            "not" => counts.not += 1,
            _ => panic!("{}", here()),
        }
    }
    counts
}

#[test]
fn every_fact_is_where_its_file_says_and_the_table_counts_them() {
    let mut table =
        String::from("| vendor | facts | exact | shown | not said |\n|---|---|---|---|---|\n");
    let mut all = Counts::default();
    for (name, text) in files() {
        let counts = counted(&name, &text);
        let facts = counts.exact + counts.shown + counts.not;
        let vendor = name.trim_end_matches(".toml");
        table += &format!(
            "| {vendor} | {facts} | {} | {} | {} |\n",
            counts.exact, counts.shown, counts.not
        );
        all.exact += counts.exact;
        all.shown += counts.shown;
        all.not += counts.not;
    }
    let facts = all.exact + all.shown + all.not;
    table += &format!(
        "| all | {facts} | {} | {} | {} |\n",
        all.exact, all.shown, all.not
    );
    let page = fs::read_to_string(PAGE).expect("docs/published-plans.md is there");
    let (before, _) = page.split_once(MARK).expect("the page has the mark");
    let anew = format!("{before}{MARK}{table}");
    #[allow(clippy::disallowed_methods, reason = "a test has no settings")]
    let writes = std::env::var_os("SLADESK_WRITE_DOCS").is_some();
    if writes {
        fs::write(PAGE, &anew).expect("the page is written");
    } else {
        assert_eq!(
            page, anew,
            "docs/published-plans.md is not current: SLADESK_WRITE_DOCS=1 cargo test writes it"
        );
    }
}
