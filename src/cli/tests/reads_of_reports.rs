//! How much a report asks of the desk's file: counted, since a clock on the wall counts the machine.

use std::collections::BTreeMap;

use crate::cli::run_words;
use crate::failure::Exit;
use crate::settings::Environment;
use crate::store::reads;

/// A demo desk in a folder of its own, and what is run there.
struct DemoDesk {
    folder: tempfile::TempDir,
    environment: Environment,
}

impl DemoDesk {
    fn new(tickets: &str) -> DemoDesk {
        let folder = tempfile::tempdir().expect("a folder");
        let home = folder.path().to_string_lossy().into_owned();
        let environment = Environment::of([
            ("HOME", home.as_str()),
            ("LOGNAME", "tess"),
            ("SLADESK_NOW", "2026-10-14T09:00:00Z"),
        ]);
        let demo = DemoDesk {
            folder,
            environment,
        };
        demo.run(&["demo", &demo.path("demo"), "--tickets", tickets, "-q"]);
        demo
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_string_lossy().into_owned()
    }

    fn run(&self, words: &[&str]) {
        let words = std::iter::once("sladesk").chain(words.iter().copied());
        let exit = run_words(words.map(Into::into).collect(), &self.environment);
        assert_eq!(exit, Exit::Done);
    }

    /// What a report asks, each statement with its values, and how often.
    fn asked(&self, report: &str, format: &str) -> BTreeMap<String, usize> {
        let (desk, file) = (self.path("demo/desk.db"), self.path("page"));
        let words = ["--db", &desk, "report"].into_iter();
        let words = words.chain(report.split(' '));
        let words: Vec<&str> = words.chain(["-f", format, "-o", &file]).collect();
        let mut asked = BTreeMap::new();
        for read in reads::of(|| self.run(&words)) {
            *asked.entry(read).or_insert(0) += 1;
        }
        asked
    }
}

const REPORTS: [&str; 8] = [
    "quarterly customer:acme --period 2026Q3",
    "quarterly --period 2026Q3",
    "sla customer:acme --period 2026Q3",
    "breaches --period 2026Q3",
    "usage customer:initech --period 2026Q3",
    "workload --period 2026Q3",
    "billing --period 2026Q3",
    "whatif customer:acme --plan creatio/premium --period 2026Q3",
];

/// What stands still while a report is made, and what every part of it asks for. (Resolved terms are
/// read once a view: a quarter looks at the record as it was known at its end, too.)
const KEPT: [&str; 5] = [
    "FROM customer ",
    "FROM contract ",
    "FROM contract_terms ",
    "FROM content ",
    "FROM staff ",
];

#[test]
fn a_report_reads_customers_contracts_terms_and_people_once() {
    let demo = DemoDesk::new("40");
    for report in REPORTS {
        for format in ["json", "html"] {
            let asked = demo.asked(report, format);
            let again = |(read, times): &(&String, &usize)| {
                // the clock that times are shown by is none of the report's
                let of_clock = read.contains("Text(\"zone\")");
                **times > 1 && !of_clock && KEPT.iter().any(|table| read.contains(table))
            };
            let twice: Vec<_> = asked.iter().filter(again).collect();
            assert!(twice.is_empty(), "{report} -f {format}: {twice:#?}");
        }
    }
}
