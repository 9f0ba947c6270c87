//! Documents as they were frozen, one file a contract and its terms beside it: what follows from
//! them is never read otherwise, by whatever program. New files come with a new schema; the old
//! ones stay as they are.

use std::path::{Path, PathBuf};

use sladesk::core::terms::Terms;
use sladesk::plans::Document;

use super::{published, with};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/terms_document/schema-1");

/// Contracts with something of everything: regions, lists, open terms, own allowances, new figures.
const CONTRACTS: &[(&str, &str, &[&str])] = &[
    (
        "bpmonline-premium",
        "bpmonline/premium",
        &["zone=Europe/Madrid"],
    ),
    (
        "creatio-business",
        "creatio/business",
        &[
            "zone=UTC+1",
            "targets.response.low=open",
            "targets.response.high=30m",
        ],
    ),
    (
        "credenti-premium",
        "credenti/premium",
        &[
            "contacts=5",
            "calendars.business-hours=north-america",
            "holidays=none",
        ],
    ),
    (
        "csd-group-elite",
        "csd-group/elite",
        &[
            "contacts=open",
            "channels=email,phone",
            "price.amount=900",
            "allowances.visits.cases=4",
        ],
    ),
    (
        "suitecrm-dedicated",
        "suitecrm/dedicated",
        &[
            "contacts=6",
            "channels=email,portal",
            "targets.response=4h",
            "targets.resolution=40h",
            "hours=mon-fri 09:00-18:00",
            "allowances.support-hours.hours=60h",
            "term.length=18 months",
        ],
    ),
];

fn files(name: &str) -> (PathBuf, PathBuf) {
    let folder = Path::new(FOLDER);
    (
        folder.join(format!("{name}.json")),
        folder.join(format!("{name}.terms.json")),
    )
}

/// `SLADESK_WRITE_GOLDEN=1 cargo test` writes those that are not there yet.
#[test]
#[expect(clippy::disallowed_methods, reason = "a test has no settings")]
fn a_frozen_document_is_read_as_it_always_was() {
    for (name, plan, set) in CONTRACTS {
        let (document, terms) = files(name);
        if std::env::var_os("SLADESK_WRITE_GOLDEN").is_some() && !document.exists() {
            let plans = published();
            let found = plans.iter().find(|found| found.name() == *plan);
            let frozen = with(found.expect("the plan is built in"), set);
            let json = serde_json::to_string_pretty(&frozen.terms()).expect("terms are JSON");
            std::fs::create_dir_all(FOLDER).expect("a folder");
            std::fs::write(&document, frozen.text()).expect("it can be written");
            std::fs::write(&terms, json).expect("it can be written");
        }
        let text = std::fs::read_to_string(&document).expect("the document is there");
        let frozen = Document::read(&text).expect("it is a document");
        assert_eq!(
            frozen.text(),
            text,
            "{name}: what was frozen is written as it was"
        );
        let read = std::fs::read_to_string(&terms).expect("its terms are there");
        let read: Terms = serde_json::from_str(&read).expect("they are terms");
        assert_eq!(frozen.terms(), read, "{name}");
    }
}
