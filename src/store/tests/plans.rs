//! Every statement is answered by the plan that is written beside it.

use super::{Desk, On, desk};
use crate::store::account::contact::ContactRow;
use crate::store::account::staff::StaffRow;
use crate::store::account::{contact, contract, customer, ledger, save as account_save, staff};
use crate::store::engine::{Arg, Engine, HANDLE, OBJECTS, TextIndex};
use crate::store::portable::{part, receive, rows, whole};
use crate::store::statement::PlannedStatement;
use crate::store::tables::Pass;
use crate::store::ticket::clock::ClockRow;
use crate::store::ticket::{clock, count, read, save, token};
use crate::store::{
    backup, check, content, entry, event, event_row, founding, lost_answer, redact, schema, seal,
    undo, writer,
};
use crate::store::{past, past_text};

on_every_engine! {
    every_statement_is_answered_by_its_plan,
    the_past_is_asked_by_the_same_plans,
}

on_sqlite! {
    a_row_has_the_columns_of_its_table_in_their_order,
    a_row_is_written_over_an_older_one_without_reading_others,
}

/// Every file's statements.
const ALL: &[(&str, &[PlannedStatement])] = &[
    ("account/contact", contact::STATEMENTS),
    ("account/contract", contract::STATEMENTS),
    ("account/customer", customer::STATEMENTS),
    ("account/ledger", ledger::STATEMENTS),
    ("account/save", account_save::STATEMENTS),
    ("account/staff", staff::STATEMENTS),
    ("ticket/clock", clock::STATEMENTS),
    ("ticket/count", count::STATEMENTS),
    ("ticket/read", read::STATEMENTS),
    ("ticket/save", save::STATEMENTS),
    ("ticket/token", token::STATEMENTS),
    ("check", check::STATEMENTS),
    ("check/kept", check::kept::STATEMENTS),
    ("check/parts", check::parts::STATEMENTS),
    ("content", content::STATEMENTS),
    ("entry", entry::STATEMENTS),
    ("event", event::STATEMENTS),
    ("event_row", event_row::STATEMENTS),
    ("founding", founding::STATEMENTS),
    ("backup", backup::STATEMENTS),
    ("lost_answer", lost_answer::STATEMENTS),
    ("past", past::STATEMENTS),
    ("portable/part", part::STATEMENTS),
    ("portable/receive", receive::STATEMENTS),
    ("portable/rows", rows::STATEMENTS),
    ("portable/whole", whole::STATEMENTS),
    ("redact", redact::STATEMENTS),
    ("schema", schema::STATEMENTS),
    ("seal", seal::STATEMENTS),
    ("engine/sqlite/handle", HANDLE),
    ("engine/sqlite/objects", OBJECTS),
    ("undo", undo::STATEMENTS),
    ("word", crate::store::word::STATEMENTS),
    ("writer", writer::STATEMENTS),
];

/// The engine's plan in one line, whatever the values will be.
fn plan(engine: &dyn Engine, text: &str) -> String {
    plan_of(engine, text, &values(text))
}

/// The engine's plan for these values.
fn plan_of(engine: &dyn Engine, text: &str, values: &[Arg<'_>]) -> String {
    let steps = engine
        .rows(&format!("EXPLAIN QUERY PLAN {text}"), values, |c| {
            let _: (i64, i64, i64) = (c.take()?, c.take()?, c.take()?);
            c.take::<String>()
        })
        .unwrap();
    steps.join("; ")
}

/// In what a statement is not answered by that plan, if in anything.
pub(super) fn otherwise(
    engine: &dyn Engine,
    text: &str,
    values: &[Arg<'_>],
    plan: &str,
) -> Option<String> {
    match engine.text_index() {
        TextIndex::Fts5 => {
            let found = plan_of(engine, text, values);
            (found != plan).then_some(found)
        }
        #[cfg(feature = "postgres")]
        TextIndex::TsVector => super::server_plans::costs_more(engine, text, plan),
        #[cfg(not(feature = "postgres"))]
        TextIndex::TsVector => unreachable!("no server in this build"),
    }
}

/// As many values as a statement has places for them.
fn values(text: &str) -> Vec<Arg<'static>> {
    let places = (1..).take_while(|n| text.contains(&format!("${n}")));
    places.map(|_| Arg::Null).collect()
}

/// The plan of a statement as a pass asks it.
pub(super) fn plan_in(pass: Pass, plan: &str) -> String {
    let Pass::Changed(set) = pass else {
        return plan.to_owned();
    };
    let prefix = past_text::prefix(set);
    let mut words = Vec::new();
    for word in plan.split(' ') {
        let named = |table: &&str| word == *table || word.starts_with(&format!("{table}_"));
        let auto = "sqlite_autoindex_";
        words.push(match word.strip_prefix(auto) {
            Some(of) => format!("{auto}{prefix}{of}"),
            None if past_text::TABLES.iter().any(named) || word == "search" => {
                format!("{prefix}{word}")
            }
            None => word.to_owned(),
        });
    }
    words.join(" ")
}

/// The engine writes into every plan of an insert how it would look for rows that wait for the
/// new one; no row ever does (no key is deferred), so these looks never happen.
fn without_keys(on: On) -> Desk {
    let desk = desk(on);
    if desk.store.engine.text_index() == TextIndex::Fts5 {
        let off = "PRAGMA foreign_keys = OFF";
        desk.store.engine.script(off).unwrap();
    }
    desk
}

fn every_statement_is_answered_by_its_plan(on: On) {
    let desk = without_keys(on);
    let mut wrong = Vec::new();
    for (file, statements) in ALL {
        for s in *statements {
            let of_sqlite = file.starts_with("engine/sqlite/");
            if of_sqlite && desk.store.engine.text_index() != TextIndex::Fts5 {
                continue;
            }
            let engine = &*desk.store.engine;
            if let Some(found) = otherwise(engine, s.text, &values(s.text), s.plan) {
                wrong.push(format!(
                    "{file} {}\n  is  {found}\n  not {}",
                    s.name, s.plan
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn placeholders_come_in_order_so_that_they_bind_by_place() {
    for (file, statements) in ALL {
        for s in *statements {
            let mut highest = 0;
            for (at, _) in s.text.match_indices('$') {
                let digits: String = s.text[at + 1..]
                    .chars()
                    .take_while(char::is_ascii_digit)
                    .collect();
                let n: usize = digits.parse().unwrap();
                assert!(n <= highest + 1, "{file} {}: ${n}", s.name);
                highest = highest.max(n);
            }
        }
    }
}

#[test]
fn statements_keep_to_the_words_that_two_engines_share() {
    for (file, statements) in ALL {
        for s in *statements {
            for word in [
                "INSERT OR",
                "rowid",
                "AUTOINCREMENT",
                "json",
                "date(",
                "strftime",
                "LIKE",
                "?",
            ] {
                assert!(!s.text.contains(word), "{file} {}: {word}", s.name);
            }
        }
    }
}

/// Every table that is read with `SELECT *`, and the columns of its row.
fn tables() -> Vec<(&'static str, Vec<&'static str>)> {
    macro_rules! of {
        ($($row:ident),+) => {
            vec![$((crate::store::$row::TABLE, crate::store::$row::columns())),+]
        };
    }
    let mut all = of!(
        EntryRow,
        CustomerRow,
        ContractRow,
        TermsRow,
        LedgerRow,
        TicketRow
    );
    all.push((ContactRow::TABLE, ContactRow::columns()));
    all.push((StaffRow::TABLE, StaffRow::columns()));
    all.push((ClockRow::TABLE, ClockRow::columns()));
    all
}

fn a_row_has_the_columns_of_its_table_in_their_order(on: On) {
    let desk = desk(on);
    for (table, columns) in tables() {
        let found: Vec<String> = desk
            .store
            .engine
            .rows(&format!("PRAGMA table_info({table})"), &[], |c| {
                let _: i64 = c.take()?;
                c.take()
            })
            .unwrap();
        assert_eq!(found, columns, "{table}");
    }
}

fn a_row_is_written_over_an_older_one_without_reading_others(on: On) {
    let desk = without_keys(on);
    for text in [
        crate::store::CustomerRow::upsert(),
        crate::store::account::contact::ContactRow::upsert(),
        crate::store::ContractRow::upsert(),
        crate::store::TermsRow::upsert(),
        crate::store::LedgerRow::upsert(),
        crate::store::account::staff::StaffRow::upsert(),
        crate::store::TicketRow::upsert(),
        crate::store::ticket::clock::ClockRow::upsert(),
    ] {
        let found = plan(&*desk.store.engine, text);
        assert!(!found.contains("SCAN"), "{text}: {found}");
    }
}

/// The statements that a view of the past asks too.
const OF_THE_PAST: &[(&str, &[PlannedStatement])] = &[
    ("account/contact", contact::STATEMENTS),
    ("account/contract", contract::STATEMENTS),
    ("account/customer", customer::STATEMENTS),
    ("account/staff", staff::STATEMENTS),
    ("ticket/clock", clock::STATEMENTS),
    ("ticket/count", count::STATEMENTS),
    ("ticket/read", read::STATEMENTS),
];

fn the_past_is_asked_by_the_same_plans(on: On) {
    let desk = without_keys(on);
    let past = desk
        .store
        .past(crate::core::model::EventId(1))
        .unwrap()
        .done();
    let changed = past.passes().last().unwrap();
    let mut wrong = Vec::new();
    for (file, statements) in OF_THE_PAST {
        for s in statements.iter().filter(|s| s.text.starts_with("SELECT")) {
            let (engine, text) = (&*desk.store.engine, changed.text(s.text));
            let expected = plan_in(changed, s.plan);
            if let Some(found) = otherwise(engine, &text, &values(&text), &expected) {
                wrong.push(format!(
                    "{file} {}\n  is  {found}\n  not {expected}",
                    s.name
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
