//! Every total is the sum of what it lists: on desks made at random, in each language's page and
//! in the figures that scripts read.

use serde_json::Value;

use crate::sandbox::Sandbox;

pub(crate) const LANGUAGES: [&str; 5] = ["en", "vi", "ru", "es", "ar"];

pub(crate) fn list<'v>(value: &'v Value, key: &str) -> &'v Vec<Value> {
    let list = value[key].as_array();
    list.unwrap_or_else(|| panic!("no list `{key}` in {value:#}"))
}

pub(crate) fn number(value: &Value, key: &str) -> i64 {
    let number = value[key].as_i64();
    number.unwrap_or_else(|| panic!("no number `{key}` in {value:#}"))
}

pub(crate) fn sum(all: &[Value], key: &str) -> i64 {
    all.iter().map(|one| number(one, key)).sum()
}

/// The figures of a line are the lengths of its lists, and what was decided is what was met and
/// what was breached.
fn line_holds(line: &Value) {
    let figures = [
        "met",
        "breached",
        "corrected",
        "late_entries",
        "imported",
        "superseded",
        "cancelled",
        "open",
    ];
    for figure in figures {
        let listed = list(&line["tickets"], figure).len() as i64;
        assert_eq!(number(line, figure), listed, "{figure} of {line:#}");
    }
    let decided = number(line, "met") + number(line, "breached");
    assert_eq!(number(line, "decided"), decided, "{line:#}");
    match line["attainment"].as_f64() {
        None => assert_eq!(decided, 0, "{line:#}"),
        Some(kept) => {
            let exact = number(line, "met") as f64 / decided as f64;
            assert!(kept <= exact && exact - kept < 1e-5, "{line:#}");
        }
    }
}

fn figures_hold(quarter: &Value) {
    for key in ["attainment", "totals"] {
        list(quarter, key).iter().for_each(line_holds);
    }
    let of = |milestone: bool| {
        let totals = list(quarter, "totals").iter();
        totals.filter(move |total| total["milestone"].is_null() != milestone)
    };
    for total in of(false) {
        for figure in ["decided", "met", "breached", "open"] {
            let parts: i64 = of(true).map(|part| number(part, figure)).sum();
            assert_eq!(number(total, figure), parts, "{figure} of {quarter:#}");
        }
        let customers = list(quarter, "customers");
        if !customers.is_empty() {
            assert_eq!(sum(customers, "decided"), number(total, "decided"));
            assert_eq!(sum(customers, "breached"), number(total, "breached"));
        }
    }
    let volumes = &quarter["volumes"];
    let came = ["open_at_start", "opened", "reopened"];
    let went = ["resolved", "withdrawn", "merged", "open_at_end"];
    let all = |keys: &[&str]| keys.iter().map(|key| number(volumes, key)).sum::<i64>();
    assert_eq!(all(&came), all(&went), "{volumes:#}");
    for key in came.iter().chain(&went) {
        let listed = list(&volumes["tickets"], key).len() as i64;
        assert_eq!(number(volumes, key), listed, "{key}");
    }
    for key in ["by_priority", "by_channel", "by_topic"] {
        assert_eq!(
            sum(list(volumes, key), "opened"),
            number(volumes, "opened"),
            "{key}"
        );
    }
    let breaches = list(quarter, "breaches").len() as i64;
    assert_eq!(sum(list(quarter, "causes"), "breached"), breaches);
    let instant = |value: &Value| {
        let text = value.as_str().expect("an instant");
        let parsed = chrono::DateTime::parse_from_rfc3339(text).expect(text);
        parsed.timestamp()
    };
    let end = instant(&quarter["period"]["to"]).min(instant(&quarter["as_of"]));
    for open in list(&quarter["backlog"], "tickets") {
        let age = end - instant(&open["opened"]);
        assert_eq!(number(open, "age_seconds"), age, "{open:#}");
    }
    let backlog = list(&quarter["backlog"], "tickets").len() as i64;
    assert_eq!(backlog, number(volumes, "open_at_end"));
    for breach in list(quarter, "breaches") {
        let paused = breach["paused_seconds"].as_i64().unwrap_or(0);
        assert_eq!(sum(list(breach, "waits"), "seconds"), paused, "{breach:#}");
    }
    for account in list(quarter, "allowances") {
        // of a contract that is over nothing is left, and what was never agreed is no sum
        let (Some(left), Some(granted)) = (account["left"].as_i64(), account["granted"].as_i64())
        else {
            continue;
        };
        let beyond = account["overage"].as_i64().unwrap_or(0);
        assert_eq!(
            left - beyond,
            granted - number(account, "used"),
            "{account:#}"
        );
    }
}

/// A table of a page, cell by cell.
#[derive(Debug)]
pub(crate) struct PageTable {
    pub rows: Vec<Vec<String>>,
    pub total: Option<Vec<String>>,
}

/// All tables of the report, as html and as markdown.
pub(crate) fn pages(desk: &Sandbox, report: &str) -> [Vec<PageTable>; 2] {
    let page = |format: &str| desk.done(&format!("sladesk report {report} -f {format}"));
    [in_html(&page("html")), in_markdown(&page("markdown"))]
}

fn in_html(page: &str) -> Vec<PageTable> {
    // a cell ends with `</td>` or `</th>`
    let page = page.replace("</time>", "");
    let cells = |part: &str| -> Vec<Vec<String>> {
        let rows = part.split("<tr").skip(1);
        rows.map(|row| row.split("</t").map(words).collect())
            .collect()
    };
    let tables = page.split("<table").skip(1);
    let tables = tables.filter_map(|table| table.split("</table>").next());
    tables
        .map(|table| {
            let (body, foot) = table.split_once("<tfoot>").unwrap_or((table, ""));
            let body = body.split_once("<tbody>").map_or("", |(_, body)| body);
            PageTable {
                rows: cells(body),
                total: cells(foot).into_iter().next(),
            }
        })
        .collect()
}

fn in_markdown(page: &str) -> Vec<PageTable> {
    let mut tables: Vec<PageTable> = Vec::new();
    let mut lines = page.lines().peekable();
    while let Some(line) = lines.next() {
        if !line.starts_with('|') {
            continue;
        }
        // the heading, and the line of dashes below it
        lines.next();
        let mut table = PageTable {
            rows: Vec::new(),
            total: None,
        };
        while let Some(line) = lines.next_if(|line| line.starts_with('|')) {
            let cells = line.replace("**", "");
            let cells = cells.trim_matches('|').split(" | ");
            let cells: Vec<String> = cells.map(|cell| cell.trim().to_owned()).collect();
            match line.contains("| **") {
                true => table.total = Some(cells),
                false => table.rows.push(cells),
            }
        }
        tables.push(table);
    }
    tables
}

/// The tables of a page that have totals, each as its rows and its total, cell by cell.
fn tables(page: &str) -> Vec<Totalled> {
    let tables = page.split("<table").skip(1);
    let tables = tables.filter_map(|table| table.split("</table>").next()?.split_once("<tfoot>"));
    let rows = |part: &str| -> Vec<Vec<String>> {
        let rows = part.split("<tr>").skip(1);
        rows.map(|row| row.split("</t").map(words).collect())
            .collect()
    };
    tables
        .map(|(body, foot)| {
            let body = body.split_once("<tbody>").map_or("", |(_, body)| body);
            let mut foot = rows(foot);
            (rows(body), foot.remove(0))
        })
        .collect()
}

/// What stands in a cell, without its elements.
fn words(cell: &str) -> String {
    let parts = cell.split('<').skip(1);
    let text = parts.filter_map(|part| part.split_once('>'));
    text.map(|(_, text)| text.trim()).collect()
}

/// Without the marks that say in which direction a value runs.
pub(crate) fn unmarked(text: &str) -> String {
    let is_mark = |c: char| matches!(c, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.replace(is_mark, "")
}

/// A count as a language writes it; none for a share, a length of time, a word.
fn counted(words: &str) -> Option<i64> {
    let words = unmarked(words);
    let separators = ['.', ',', '\u{a0}', '\u{202f}'];
    let digits: String = words.chars().filter(|c| !separators.contains(c)).collect();
    digits.parse().ok()
}

/// A table as its rows and its total, cell by cell.
type Totalled = (Vec<Vec<String>>, Vec<String>);

fn tables_hold(tables: Vec<Totalled>) -> usize {
    let mut compared = 0;
    for (rows, total) in tables {
        for (column, cell) in total.iter().enumerate().skip(1) {
            let Some(said) = counted(cell) else { continue };
            let values = rows.iter().filter_map(|row| counted(row.get(column)?));
            assert_eq!(values.sum::<i64>(), said, "{rows:#?}\n{total:?}");
            compared += 1;
        }
    }
    compared
}

/// The tables of a page in markdown that have totals, as those of one in html.
fn piped(page: &str) -> Vec<Totalled> {
    let cells = |line: &str| -> Vec<String> {
        let inner = line.trim_matches('|');
        inner
            .split(" | ")
            .map(|cell| cell.trim().to_owned())
            .collect()
    };
    let mut tables = Vec::new();
    let mut rows: Vec<Vec<String>> = Vec::new();
    for line in page.lines() {
        match line.strip_prefix('|') {
            None => rows.clear(),
            Some(_) if line.contains("| **") => {
                let total = cells(&line.replace("**", ""));
                // the heading, and the line of dashes below it
                tables.push((rows.iter().skip(2).cloned().collect(), total));
            }
            Some(_) => rows.push(cells(line)),
        }
    }
    tables
}

/// The counts of tables of two columns in text, each with the total below its line.
fn lined(page: &str) -> Vec<(Vec<i64>, i64)> {
    let last = |line: &str| counted(line.split_whitespace().last()?);
    let mut totals = Vec::new();
    let mut rows: Vec<i64> = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if !line.trim().is_empty() && line.trim().chars().all(|c| c == '─') {
            let total = lines.next().and_then(last);
            totals.extend(total.map(|total| (std::mem::take(&mut rows), total)));
        }
        match last(line) {
            Some(count) => rows.push(count),
            None if line.trim().is_empty() => rows.clear(),
            // a title that goes on in a second line
            None => {}
        }
    }
    totals
}

/// The promises that the first sentence of a page says were broken, by ticket and milestone, how
/// often each, and how many more.
fn broken_in_head(page: &str) -> (Vec<(String, i64)>, i64) {
    let words: Vec<&str> = page.split_whitespace().collect();
    let page = words.join(" ");
    let Some((_, named)) = page.split_once("Broken: ") else {
        return (Vec::new(), 0);
    };
    let named = named.split_once(". ").map_or(named, |(named, _)| named);
    let (named, more) = match named.rsplit_once(" more") {
        Some((named, _)) => {
            let (named, more) = named.rsplit_once(" and ").expect("and 3 more");
            (named, more.parse().expect("a number"))
        }
        None => (named, 0),
    };
    let named = named.split("ticket ").skip(1).map(|named| {
        let (ticket, milestone) = named.split_once(" (").expect("ticket 3 (response)");
        let milestone = milestone.split_once(')').expect("a bracket").0;
        let (milestone, times) = match milestone.split_once(", ") {
            Some((milestone, times)) => (milestone, times.trim_end_matches('×')),
            None => (milestone, "1"),
        };
        (
            format!("{ticket} {milestone}"),
            times.parse().expect("so often"),
        )
    });
    (named.collect(), more)
}

/// The pairs of ticket and milestone that broke in the period and not before it: what the totals
/// list as breached, by the title of each milestone.
fn broken_in_totals(quarter: &Value) -> Vec<String> {
    let totals = list(quarter, "totals").iter();
    let of_milestones = totals.filter(|total| !total["milestone"].is_null());
    let pairs = of_milestones.flat_map(|total| {
        let milestone = total["milestone"]
            .as_str()
            .expect("a code")
            .replace('-', " ");
        let tickets = list(&total["tickets"], "breached").iter();
        tickets.map(move |ticket| format!("{ticket} {milestone}"))
    });
    pairs.collect()
}

/// The head names what the totals count, no more often, and counts the rest.
fn head_names_what_counts(page: &str, quarter: &Value) {
    let (named, more) = broken_in_head(page);
    let counted = broken_in_totals(quarter);
    for (pair, times) in &named {
        let there = counted.iter().filter(|counted| *counted == pair).count() as i64;
        assert!(there >= *times, "{pair} {times}: {counted:?}\n{page}");
    }
    let named: i64 = named.iter().map(|(_, times)| times).sum();
    assert_eq!(named + more, counted.len() as i64, "{page}");
}

/// The rows that a spreadsheet reads have the figures of the objects that scripts read.
fn rows_are_objects(csv: &str, json: &Value) {
    let objects = json["rows"].as_array().or(json.as_array()).expect("a list");
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let keys: Vec<String> = reader
        .headers()
        .map(|keys| keys.iter().map(str::to_owned).collect())
        .unwrap_or_default();
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), objects.len(), "{csv}");
    for (row, object) in rows.iter().zip(objects) {
        for (key, cell) in keys.iter().zip(row) {
            match &object[key] {
                Value::Null => assert_eq!(cell, "", "{key} of {object:#}"),
                Value::Number(number) if number.is_i64() => {
                    assert_eq!(cell, number.to_string(), "{key} of {object:#}");
                }
                Value::String(text) => assert_eq!(cell, text, "{key} of {object:#}"),
                _ => {}
            }
        }
    }
}

/// A line has one target, whichever report of a customer asks.
fn targets_are_one(quarter: &str, sla: &str) {
    let of = |report: &str, key: &str| -> Vec<Value> {
        let report: Value = serde_json::from_str(report).expect("json");
        list(&report, key).clone()
    };
    let in_quarter = of(quarter, "attainment");
    let in_sla = of(sla, "rows");
    assert!(!in_sla.is_empty());
    for line in in_sla {
        let same = |other: &&Value| {
            (&other["milestone"], &other["priority"]) == (&line["milestone"], &line["priority"])
        };
        let other = in_quarter.iter().find(same).expect("the same line");
        assert_eq!(other["target"], line["target"], "{line:#}");
    }
}

#[test]
fn every_total_is_the_sum_of_what_it_lists() {
    for seed in 1..4 {
        let sandbox = Sandbox::new();
        sandbox.done(&format!("sladesk demo demo --tickets 120 --seed {seed}"));
        let ask = |report: &str, format: &str| {
            sandbox.done(&format!(
                "sladesk --db demo/desk.db report {report} --period this-quarter --tickets -f {format}"
            ))
        };
        for report in [
            "quarterly",
            "quarterly customer:acme",
            "quarterly customer:thames",
        ] {
            let quarter = ask(report, "json");
            if let Some(customer) = report.strip_prefix("quarterly ") {
                targets_are_one(&quarter, &ask(&format!("sla {customer}"), "json"));
            }
            figures_hold(&serde_json::from_str(&quarter).expect("json"));
            for language in LANGUAGES {
                let page = ask(&format!("{report} --lang {language}"), "html");
                let compared = tables_hold(tables(&page));
                assert!(
                    compared > 2,
                    "{seed} {report} {language}: {compared} totals"
                );
                let page = ask(&format!("{report} --lang {language}"), "markdown");
                let again = tables_hold(piped(&page));
                assert_eq!(again, compared, "{seed} {report} {language}: markdown");
                let page = ask(&format!("{report} --lang {language}"), "text");
                if language == "en" {
                    let figures: Value = serde_json::from_str(&quarter).expect("json");
                    head_names_what_counts(&page, &figures);
                }
                let totals = lined(&unmarked(&page));
                assert!(totals.len() > 2, "{seed} {report} {language}: text\n{page}");
                for (rows, total) in totals {
                    assert_eq!(
                        rows.iter().sum::<i64>(),
                        total,
                        "{language} {rows:?}\n{page}"
                    );
                }
            }
        }
        for (report, totals) in [("sla", false), ("workload", true)] {
            for language in LANGUAGES {
                let asked = format!("{report} --lang {language}");
                let compared = tables_hold(tables(&ask(&asked, "html")));
                assert_eq!(compared > 2, totals, "{seed} {asked}: {compared} totals");
                let again = tables_hold(piped(&ask(&asked, "markdown")));
                assert_eq!(again, compared, "{seed} {asked}: markdown");
            }
        }
        for report in ["sla", "breaches", "usage", "workload", "billing"] {
            let ask = |format: &str| {
                sandbox.done(&format!(
                    "sladesk --db demo/desk.db report {report} --period this-quarter -f {format}"
                ))
            };
            rows_are_objects(
                &ask("csv"),
                &serde_json::from_str(&ask("json")).expect("json"),
            );
        }
        let sla: Value = serde_json::from_str(&ask("sla", "json")).expect("json");
        list(&sla, "rows")
            .iter()
            .chain(list(&sla, "totals"))
            .for_each(line_holds);
    }
}

/// What a reader of a pdf has of it, line by line; none where no such program is.
#[cfg(feature = "pdf")]
fn read_aloud(page: &std::path::Path) -> Option<String> {
    let read = std::process::Command::new("pdftotext")
        .args(["-layout"])
        .arg(page)
        .arg("-")
        .output()
        .ok()?;
    assert!(read.status.success(), "{}", page.display());
    Some(String::from_utf8_lossy(&read.stdout).into_owned())
}

/// What counts in a line, with what hides its direction taken off.
#[cfg(feature = "pdf")]
fn counts(line: &str) -> Vec<i64> {
    line.split_whitespace().filter_map(counted).collect()
}

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_has_the_totals_of_its_page() {
    let sandbox = Sandbox::new();
    sandbox.done("sladesk demo demo --tickets 120 --seed 2");
    for report in ["quarterly customer:acme", "quarterly", "workload"] {
        for language in LANGUAGES {
            let ask = format!(
                "sladesk --db demo/desk.db report {report} --period this-quarter --lang {language}"
            );
            sandbox.done(&format!("{ask} -o page.pdf"));
            let Some(read) = read_aloud(&sandbox.path("page.pdf")) else {
                eprintln!("skipped: no `pdftotext` is here");
                return;
            };
            let lines: Vec<Vec<i64>> = read.lines().map(counts).collect();
            let mut compared = 0;
            for (_, total) in tables(&sandbox.done(&format!("{ask} -f html"))) {
                let said: Vec<i64> = total
                    .iter()
                    .skip(1)
                    .filter_map(|cell| counted(cell))
                    .collect();
                if said.is_empty() {
                    continue;
                }
                let has = |line: &Vec<i64>| said.iter().all(|count| line.contains(count));
                assert!(
                    lines.iter().any(has),
                    "{report} {language}: {total:?}\n{read}"
                );
                compared += 1;
            }
            assert!(compared > 0, "{report} {language}");
        }
    }
}

#[cfg(feature = "pdf")]
#[test]
fn no_word_above_a_column_of_a_pdf_is_torn() {
    let sandbox = Sandbox::new();
    sandbox.done("sladesk demo demo --tickets 120 --seed 7");
    // letters that join are read one by one in Arabic
    for language in ["en", "vi", "ru", "es"] {
        let ask = format!(
            "sladesk --db demo/desk.db report quarterly customer:thames --period this-quarter --lang {language}"
        );
        sandbox.done(&format!("{ask} -o page.pdf"));
        let Some(read) = read_aloud(&sandbox.path("page.pdf")) else {
            eprintln!("skipped: no `pdftotext` is here");
            return;
        };
        let read: Vec<&str> = read.split_whitespace().collect();
        let page = sandbox.done(&format!("{ask} -f html"));
        let heads = page.split("<th scope=\"col\"").skip(1);
        let heads = heads.filter_map(|head| head.split_once('>')?.1.split_once("</th>"));
        for (head, _) in heads {
            let torn = head.split_whitespace().find(|word| {
                // a column that has no room is said below its rows, in small letters
                let whole = |read: &&&str| read.trim_matches(':').eq_ignore_ascii_case(word);
                let small = word.to_lowercase();
                let said = |read: &&str| read.trim_matches(':') == small;
                !read.iter().any(|one| whole(&one)) && !read.iter().any(said)
            });
            assert_eq!(torn, None, "{language} {head}: {}", read.join(" "));
        }
    }
}
