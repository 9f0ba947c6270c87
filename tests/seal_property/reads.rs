//! What can be asked: every read, with the fields, keys and groupings that the program itself says
//! it has, and values that its desk holds. A new field is asked for without a word here.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::OnceLock;

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use crate::desk::{Desk, Step};

/// The lists of tickets, clocks and events, which take the keys of tickets.
pub const LISTS: [&str; 4] = ["list", "overdue --within 90h", "next", "log"];

/// The reports, all of one month.
pub const REPORTS: [&str; 7] = [
    "report sla --period 2026-09",
    "report breaches --period 2026-09",
    "report workload --period 2026-09",
    "report usage --period 2026-09",
    "report quarterly --period 2026-09",
    "report whatif customer:fern --period 2026-09 --set targets.response.p1=30m",
    "report whatif customer:fern,gum --period 2026-09 --plan own/plus",
];

/// The lists of what stands beside tickets; their columns are their keys.
pub const NOUNS: [&str; 4] = [
    "customer list",
    "contact list",
    "contract list",
    "staff list",
];

/// Pages, and what is no list.
pub const PAGES: [&str; 18] = [
    "show 1",
    "show 2 -f json",
    "show 1-5 -f json",
    "show 9",
    "explain 1",
    "explain 2 -f json",
    "explain 1-3 -f json",
    "customer show acme -f json",
    "customer show fern",
    "contact show faye@fern.example -f json",
    "contract show 1 -f json",
    "contract show gum",
    "may faye@fern.example -p p1 -c phone -t faults -f json",
    "may acme --contact dana@acme.example -c email",
    "show 1-5 -f markdown",
    "explain 1-3 -f jsonl",
    "contract show 2 -f markdown",
    "customer show acme -f tsv",
];

/// How an answer may be written: not all of them are known everywhere, which is an answer too.
const FORMATS: [&str; 9] = [
    "", "json", "jsonl", "csv", "tsv", "ids", "text", "markdown", "table",
];

/// Keys whose values are no column's: what is asked by them.
const KEYS_BY_HAND: [(&str, &[&str]); 12] = [
    (
        "clock",
        &[
            "clock:breached",
            "clock:response.met",
            "clock:resolution.running",
            "clock:paused,corrected",
            "not:clock:superseded",
        ],
    ),
    (
        "milestone",
        &["milestone:resolution", "milestone:response clock:breached"],
    ),
    ("due", &["due:..2026-09-02", "due:2026-09-02.."]),
    (
        "is",
        &[
            "is:overdue",
            "is:unanswered",
            "is:courtesy",
            "is:refused",
            "is:exempt",
        ],
    ),
    (
        "text",
        &["text:Café", "cafe", "EMAIL", "word", "not:text:printer"],
    ),
    (
        "opened",
        &["opened:2026-09-01", "opened:2026-09-01T08:00.."],
    ),
    ("responded", &["responded:2026-09-01", "responded:none"]),
    ("resolved", &["resolved:2026-09", "not:resolved:2026-09-01"]),
    ("closed", &["closed:2026-09", "closed:none"]),
    ("updated", &["updated:..2026-09-01", "updated:2026-09-02.."]),
    ("follow-up", &["follow-up:2026", "follow-up:none"]),
    (
        "state",
        &[
            "state:active",
            "state:waiting",
            "state:closed,resolved",
            "not:state:open",
        ],
    ),
];

/// Filters that are no key's.
const FILTERS: [&str; 4] = ["@mine", "@free", "priority:p1", "priority:2"];

/// The lists and reports of clocks, which are asked for who held each.
const OF_CLOCKS: [&str; 5] = [LISTS[1], LISTS[2], REPORTS[0], REPORTS[1], REPORTS[2]];

/// What is asked of who held a clock.
const HELD: [&str; 6] = [
    "held-by:ann",
    "held-by:bob,none",
    "not:held-by:ann",
    "held-line:2",
    "held-line:1,none",
    "not:held-line:1",
];

/// What the program says that it has.
pub struct Vocabulary {
    /// The fields of each list, report and noun.
    fields: BTreeMap<&'static str, Vec<String>>,
    /// What can be asked of tickets.
    filters: Vec<String>,
    /// What can be asked of clocks.
    of_clocks: Vec<String>,
    /// What can be asked of each noun.
    of_nouns: BTreeMap<&'static str, Vec<String>>,
    /// By what each report can be grouped.
    groups: BTreeMap<&'static str, Vec<String>>,
}

static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();

impl Vocabulary {
    pub fn get() -> &'static Vocabulary {
        VOCABULARY.get_or_init(Vocabulary::read)
    }

    pub fn fields(&self, list: &str) -> &[String] {
        self.fields.get(list).map_or(&[], Vec::as_slice)
    }

    pub fn groups(&self, report: &str) -> &[String] {
        self.groups.get(report).map_or(&[], Vec::as_slice)
    }

    pub fn filters(&self, list: &str) -> &[String] {
        match OF_CLOCKS.contains(&list) {
            true => &self.of_clocks,
            false => self.of_nouns.get(list).unwrap_or(&self.filters),
        }
    }

    fn read() -> Vocabulary {
        let desk = rich();
        let rows = |list: &str| records(desk.json(list));
        let mut fields = BTreeMap::new();
        for list in LISTS.into_iter().chain(NOUNS).chain(REPORTS) {
            let keys = rows(list).first().map(keys).unwrap_or_default();
            fields.insert(list, keys);
        }
        let tickets = rows("list");
        let keys = ticket_keys(&desk.answers("help filters"));
        let mut filters: Vec<String> = FILTERS.map(str::to_owned).to_vec();
        for key in &keys {
            match KEYS_BY_HAND.iter().find(|(by_hand, _)| by_hand == key) {
                Some((_, asked)) => filters.extend(asked.iter().map(|f| (*f).to_owned())),
                None => filters.extend(asked(key, &tickets)),
            }
        }
        let of_nouns = NOUNS.map(|noun| {
            let rows = rows(noun);
            let filters = fields[noun].iter().map(|key| self::asked(key, &rows));
            let takes = |f: &String| desk.ask(&format!("{noun} {f}")).status == 0;
            let taken = filters.filter(|filters| filters.first().is_some_and(takes));
            (noun, taken.flatten().collect())
        });
        let groups = REPORTS.map(|report| {
            let refused = desk.ask(&format!("{report} --by nothing")).stderr;
            let known = refused
                .lines()
                .find_map(|line| Some(line.split_once(" can by ")?.1));
            let keys = known.into_iter().flat_map(|known| known.split(", "));
            (report, keys.map(str::to_owned).collect::<Vec<String>>())
        });
        let grouped = groups.iter().filter(|(_, keys)| !keys.is_empty());
        assert!(
            grouped.count() > 1,
            "reports say by what they group: {groups:?}"
        );
        let held = HELD.map(str::to_owned);
        Vocabulary {
            fields,
            of_clocks: filters.iter().cloned().chain(held).collect(),
            filters,
            of_nouns: of_nouns.into_iter().collect(),
            groups: groups.into_iter().collect(),
        }
    }
}

/// A desk on which every field has a value.
fn rich() -> Desk {
    let lines = [
        "open faye@fern.example \"Café\" -p p1 -c phone -t faults --component core \
         --environment prod --impact wide --urgency soon --version 2 --tag vip --assignee ann",
        "open dana@acme.example Printer -p high -c email -t analytics --ack",
        "open gus@gum.example Word -p p2 -c email -t advice --component addon --assignee bob",
        "open finn@fern.example Other -p p3 -c phone -t faults --tag new",
        "open gum --contact who@x.example --override contact -m why Kept -p p3 -c email",
        "escalate 1",
        "wait 3 customer -m q --until 2026-09-20",
        "resolve 4 -m done",
        "work 4 20m",
        "link 4 3",
    ];
    let step = |line: &str| Step {
        wait: 90,
        actor: "ann",
        line: line.to_owned(),
    };
    let mut desk = Desk::founded();
    for line in lines {
        let answer = desk.step(&step(line));
        assert_eq!(answer.status, 0, "{line}: {answer:?}");
    }
    desk
}

/// The records of a list, or the rows of a report.
pub fn records(answer: Value) -> Vec<Value> {
    match answer {
        Value::Array(records) => records,
        Value::Object(mut page) => match page.remove("rows") {
            Some(rows) => records(rows),
            None => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn keys(record: &Value) -> Vec<String> {
    let object = record.as_object().into_iter();
    object.flat_map(|o| o.keys().cloned()).collect()
}

/// The keys of tickets as the help lists them: one a line, with what it asks.
fn ticket_keys(help: &str) -> Vec<String> {
    let mut lines = help.lines();
    lines
        .by_ref()
        .find(|line| line.starts_with("Keys of tickets"))
        .expect("the help lists the keys of tickets");
    let keys = lines.take_while(|line| !line.is_empty());
    let first = |line: &str| line.split_whitespace().next().map(str::to_owned);
    let keys: Vec<String> = keys.filter_map(first).collect();
    assert!(keys.len() > 20, "the keys of tickets are {keys:?}");
    keys
}

/// Filters by a key, for each word that the records have there, and for its absence.
fn asked(key: &str, records: &[Value]) -> Vec<String> {
    let column = key.replace('-', "_");
    let mut words = BTreeSet::new();
    for record in records {
        let cell = record
            .get(&column)
            .or_else(|| record.get(format!("{column}s")));
        gather(cell.unwrap_or(&Value::Null), &mut words);
    }
    // A value with a blank in it is quoted, and the filter once more for the shell.
    let words: Vec<String> = words
        .into_iter()
        .map(|word| match word.contains(' ') {
            true => format!("\"{word}\""),
            false => word,
        })
        .collect();
    let mut filters: Vec<String> = words.iter().map(|word| format!("'{key}:{word}'")).collect();
    if let Some(word) = words.first() {
        filters.push(format!("'not:{key}:{word}'"));
    }
    if let [first, .., last] = &words[..] {
        filters.push(format!("'{key}:{first},{last}'"));
    }
    filters
}

/// The words in a cell; of objects in it none.
fn gather(cell: &Value, words: &mut BTreeSet<String>) {
    match cell {
        Value::String(word) => {
            words.insert(word.clone());
        }
        Value::Number(number) => {
            words.insert(number.to_string());
        }
        Value::Array(cells) => cells.iter().for_each(|cell| gather(cell, words)),
        _ => {}
    }
}

/// A read, drawn; which words it has depends on what the program says it has.
#[derive(Clone)]
pub struct Draw {
    list: Index,
    filters: Vec<Index>,
    by: Vec<Index>,
    sort: Option<(Index, bool)>,
    limit: Option<u8>,
    fields: Vec<Index>,
    format: Index,
}

/// Which line it comes to depends on where it is asked; failures show that.
impl fmt::Debug for Draw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a read")
    }
}

pub fn draw() -> impl Strategy<Value = Draw> {
    let some = |most| prop::collection::vec(any::<Index>(), 0..=most);
    (
        any::<Index>(),
        some(2),
        some(2),
        prop::option::of(any::<(Index, bool)>()),
        prop::option::weighted(0.3, 0_u8..4),
        some(3),
        any::<Index>(),
    )
        .prop_map(|(list, filters, by, sort, limit, fields, format)| Draw {
            list,
            filters,
            by,
            sort,
            limit,
            fields,
            format,
        })
}

impl Draw {
    /// The line that asks it of one of these lists.
    pub fn line(&self, lists: &[&'static str]) -> String {
        let vocabulary = Vocabulary::get();
        let list = *self.list.get(lists);
        let mut line = list.to_owned();
        let filters = vocabulary.filters(list);
        for filter in &self.filters {
            line += &format!(" {}", filter.get(filters));
        }
        let groups = vocabulary.groups(list);
        for by in self.by.iter().filter(|_| !groups.is_empty()) {
            line += &format!(" --by {}", by.get(groups));
        }
        let fields = vocabulary.fields(list);
        if let (Some((field, down)), [_, ..]) = (self.sort, fields) {
            let sign = if down { "-" } else { "" };
            line += &format!(" --sort {sign}{}", field.get(fields));
        }
        if let Some(limit) = self.limit {
            line += &format!(" -L {limit}");
        }
        if let ([_, ..], [_, ..]) = (&self.fields[..], fields) {
            let named: Vec<&str> = self.fields.iter().map(|f| f.get(fields).as_str()).collect();
            line += &format!(" --fields {}", named.join(","));
        }
        match *self.format.get(&FORMATS) {
            "" => line,
            format => line + " -f " + format,
        }
    }
}
