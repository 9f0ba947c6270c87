//! Plans that vendors publish, written as plan files, fact by fact. Lines of a file say how:
//! `#: N exact PLAN PATH = VALUE`: the plan's page says that; `#: N exact case NAME`: a case of that
//! name holds; `#: N exact finding CODE = SAYS`: `plan check` finds that. `#: N shown PLAN PATH` is a
//! fact that stands on the plan's page and decides nothing there; `#: N later PLAN PATH by FORM` is one
//! that a form to come will say; `#: N not WHY` is not said at all. Several lines of one number prove
//! one fact together. The counts are the table of `docs/published-plans.md`.

use std::fs;

use published_plans::vendors;
use sladesk::plans::{Diagnostic, PlanFile, SystemNames, check, has_errors, lines, run_cases};

#[path = "../support/published_plans.rs"]
mod published_plans;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/published-plans.md");
const MARK: &str = "<!-- counted by tests/published_plans -->\n\n";

/// How many facts of a file are exact, shown and not said.
#[derive(Default)]
struct Counts {
    exact: usize,
    later: usize,
    shown: usize,
    not: usize,
}

impl Counts {
    fn row(&self, vendor: &str) -> String {
        let Counts {
            exact,
            later,
            shown,
            not,
        } = self;
        let facts = exact + later + shown + not;
        format!("| {vendor} | {facts} | {exact} | {later} | {shown} | {not} |\n")
    }

    fn of(&mut self, how: &str) -> &mut usize {
        match how {
            "exact" => &mut self.exact,
            "later" => &mut self.later,
            "shown" => &mut self.shown,
            _ => &mut self.not,
        }
    }
}

/// What the page of a plan says at a path; at `title`, what the plan is called.
fn said(file: &PlanFile, plan: &str, path: &str) -> Option<String> {
    if path == "title" {
        return file.terms(plan).map(|terms| terms.title);
    }
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
        assert!(case.holds(), "{name}: {case:?}");
    }
    let mut counts = Counts::default();
    let mut wrong = Vec::new();
    let mut last = (0, "");
    for fact in text.lines().filter_map(|line| line.strip_prefix("#: ")) {
        let mut parts = fact.splitn(3, ' ');
        let (number, how, what) = (parts.next(), parts.next(), parts.next());
        let (how, what) = (how.unwrap_or_default(), what.unwrap_or_default());
        let number = number.and_then(|number| number.parse().ok()).unwrap_or(0);
        match (number, how) {
            // another proof of the same fact
            (again, same) if (again, same) == last => {}
            (next, _) if next == last.0 + 1 => *counts.of(how) += 1,
            _ => wrong.push(format!("`{fact}` does not follow {}", last.0)),
        }
        last = (number, how);
        let proved = match how {
            "exact" => what.strip_prefix("case ").map_or_else(
                || match what.strip_prefix("finding ") {
                    Some(finding) => is_found(name, text, finding),
                    None => as_said(&file, what),
                },
                |case| match cases.iter().any(|known| known.name == case) {
                    true => Ok(()),
                    false => Err("no such case".to_owned()),
                },
            ),
            "later" => what.split_once(" by ").map_or_else(
                || Err("by which form".to_owned()),
                |(what, _)| is_shown(&file, what),
            ),
            "shown" => is_shown(&file, what),
            "not" => Ok(()),
            _ => Err("exact, later, shown or not".to_owned()),
        };
        wrong.extend(proved.err().map(|why| format!("`{fact}`: {why}")));
    }
    assert!(wrong.is_empty(), "{name}\n{}", wrong.join("\n"));
    counts
}

/// Whether `plan check` finds that: `CODE = SAYS`.
fn is_found(name: &str, text: &str, finding: &str) -> Result<(), String> {
    let (code, says) = finding.split_once(" = ").ok_or("no words")?;
    let found = check(name, text.as_bytes(), &SystemNames::default());
    let is = |found: &Diagnostic| found.code == code && found.message == says;
    match found.iter().any(is) {
        true => Ok(()),
        false => Err("`plan check` does not find that".to_owned()),
    }
}

/// Whether the page says that of a plan: `PLAN PATH = VALUE`.
fn as_said(file: &PlanFile, what: &str) -> Result<(), String> {
    let (at, value) = what.split_once(" = ").ok_or("no value")?;
    let (plan, path) = at.split_once(' ').ok_or("no path")?;
    let said = said(file, plan, path).ok_or("the page has no such line")?;
    match said == value {
        true => Ok(()),
        false => Err(format!("the page says `{said}`")),
    }
}

/// Whether the page has a line of a fact that decides nothing: `PLAN facts.F`, or a note.
fn is_shown(file: &PlanFile, what: &str) -> Result<(), String> {
    let (plan, path) = what.split_once(' ').ok_or("no path")?;
    match said(file, plan, path) {
        Some(_) => Ok(()),
        None => Err("the page has no such line".to_owned()),
    }
}

#[test]
fn every_fact_is_where_its_file_says_and_the_table_counts_them() {
    let mut table = String::from(
        "| vendor | facts | exact | a form to come | shown alone | not said |\n|---|---|---|---|---|---|\n",
    );
    let mut all = Counts::default();
    for (name, text) in vendors() {
        let counts = counted(&name, &text);
        table += &counts.row(&name);
        for (all, one) in [
            (&mut all.exact, counts.exact),
            (&mut all.later, counts.later),
            (&mut all.shown, counts.shown),
            (&mut all.not, counts.not),
        ] {
            *all += one;
        }
    }
    table += &all.row("all");
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
