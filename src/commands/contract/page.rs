//! A contract's page: what is agreed, who may ask, what is left.

use super::super::account::{self, AccountReader, contract::ContractRecord};
use crate::core::account::{Account, Contract};
use crate::failure::Failure;
use crate::plans::{Document, Section, lines, open_terms};
use crate::render::{Cell, Doc, DocFact};
use crate::wording::plan::{section as heading_of, term_in_english};

/// # Errors
/// The record lacks terms or zone rules that the contract names.
pub(super) fn page(
    looking: &mut AccountReader<'_>,
    account: &Account,
    contract: &Contract,
) -> Result<Doc, Failure> {
    let record = ContractRecord::of(looking, account, contract)?;
    let said = contract.terms_near(looking.at());
    let document = said.map(|said| looking.document(said.event)).transpose()?;
    let title = format!(
        "Contract {}: {} on {}",
        contract.id, account.customer.name, record.plan
    );
    let mut page = Doc::new(title).facts(facts(&record));
    for (first, last) in &record.gaps {
        let last = last.map_or_else(|| "on".to_owned(), |last| format!("to {last}"));
        page = page.text(format!("It is not in force from {first} {last}."));
    }
    page = allowances(page, &record);
    page = seated(page, looking, account, contract, &record)?;
    if let Some(document) = &document {
        page = not_promised(page, document);
        page = promised(page, document);
    }
    history(page, looking, account, contract)
}

fn facts(record: &ContractRecord) -> Vec<(&'static str, Cell)> {
    let agreed = record
        .set
        .iter()
        .map(|set| Cell::code(set.clone()))
        .collect::<Vec<_>>();
    vec![
        ("customer", Cell::code(record.customer.clone())),
        ("plan", Cell::code(record.plan.clone())),
        ("state", Cell::state(record.state.word())),
        (
            "cancelled",
            match record.cancelled {
                true => Cell::code("yes: it ends"),
                false => Cell::Absent,
            },
        ),
        ("start", Cell::Day(record.start)),
        ("end", Cell::from(record.end)),
        ("renews by itself", Cell::code_if(record.renews.clone())),
        ("to be cancelled by", Cell::from(record.cancel_by)),
        ("minimum until", Cell::from(record.minimum_until)),
        ("zone", Cell::code(record.zone.clone())),
        ("region", Cell::code_if(record.region.clone())),
        (
            "price",
            Cell::text(record.price.as_deref().unwrap_or("not stated")),
        ),
        (
            "agreed",
            if agreed.is_empty() {
                Cell::Absent
            } else {
                Cell::List(agreed)
            },
        ),
    ]
}

fn allowances(page: Doc, record: &ContractRecord) -> Doc {
    if record.allowances.is_empty() {
        return page;
    }
    let rows = record.allowances.iter().map(|one| {
        vec![
            Cell::code(one.allowance.clone()),
            one.amount(one.balance.available()),
            one.amount(Some(one.balance.used)),
            one.amount(one.left),
            match one.balance.overage_agreed() {
                Some(over) => one.amount(Some(over)),
                None => Cell::Absent,
            },
            Cell::from(one.until),
            Cell::from(one.pace_until),
        ]
    });
    let columns = [
        "allowance",
        "granted",
        "used",
        "left",
        "overage",
        "until",
        "at this pace until",
    ];
    page.heading("Allowances").table(columns, rows)
}

fn seated(
    page: Doc,
    looking: &mut AccountReader<'_>,
    account: &Account,
    contract: &Contract,
    record: &ContractRecord,
) -> Result<Doc, Failure> {
    let seats = match &record.seats {
        Cell::Number(most) => format!("Seats: {} of {most}", record.seats_used),
        Cell::Code(word) => format!("Seats: {}, {word}", record.seats_used),
        _ => format!("Seats: {}", record.seats_used),
    };
    let page = page.heading(seats);
    let seated = account.seated(contract.id, looking.at());
    if seated.is_empty() {
        return Ok(page.text("nobody is authorised"));
    }
    let contacts = seated.into_iter().map(|contact| (account, contact));
    page.records(account::contact::listing(
        "contact list",
        looking,
        contacts,
    )?)
}

fn not_promised(page: Doc, document: &Document) -> Doc {
    let open = open_terms(document);
    if open.is_empty() {
        return page;
    }
    let facts = open.into_iter().map(|term| DocFact {
        label: term.path.into(),
        value: Cell::text(term.what.written()),
        clause: term.clause,
        place: None,
    });
    page.heading("Left open, so not promised")
        .facts_with_clauses(facts)
}

/// What the terms say of what is asked for and answered; the rest is `plan show`.
fn promised(page: Doc, document: &Document) -> Doc {
    let sections = [
        Section::Hours,
        Section::Targets,
        Section::Channels,
        Section::Topics,
        Section::Facts,
    ];
    let mut page = page;
    let said = lines(document);
    for section in sections {
        let of = said.iter().filter(|line| line.section == section);
        let facts: Vec<DocFact> = of
            .map(|line| DocFact {
                label: term_in_english(&line.item).into(),
                value: Cell::text(term_in_english(&line.said)),
                clause: line.source.clause.clone(),
                place: None,
            })
            .collect();
        if !facts.is_empty() {
            page = page
                .heading(heading_of(section).in_english())
                .facts_with_clauses(facts);
        }
    }
    page
}

/// Which terms hold from when on.
fn history(
    page: Doc,
    looking: &mut AccountReader<'_>,
    account: &Account,
    contract: &Contract,
) -> Result<Doc, Failure> {
    let days = looking.days(account, contract)?;
    let holding = contract.terms_at(looking.at()).map(|said| said.event);
    let rows = contract.terms.iter().map(|said| {
        vec![
            Cell::Day(days.day(said.from)),
            Cell::code(said.plan.clone()),
            Cell::Id(said.event.0),
            Cell::code(said.hash.chars().take(12).collect::<String>()),
            match Some(said.event) == holding {
                true => Cell::code("now"),
                false => Cell::Absent,
            },
        ]
    });
    Ok(page
        .heading("Terms")
        .table(["from", "plan", "event", "hash", "holds"], rows))
}
