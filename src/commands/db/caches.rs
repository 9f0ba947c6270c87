//! Every stream folded anew, compared with the rows that the tables keep of it.

use std::collections::BTreeSet;

use super::finding::DbFinding;
use crate::context::{
    Context, Reading, TicketWithHistory, account_history, all_texts, document, staff_rows,
    ticket_ledger,
};
use crate::core::account::Account;
use crate::core::model::{CustomerId, EventId, Fact, Stream, TicketNo};
use crate::core::sla::Rulebook;
use crate::core::terms::Terms;
use crate::failure::Failure;
use crate::plans::TERMS_VERSION;
use crate::render::Progress;
use crate::store::{AccountRows, AsOf, SearchCheck, Store, StoredStaff, TicketSave};
use crate::wording::{self, check};

/// What does not follow from the record.
///
/// # Errors
/// The desk's file cannot be read at all.
pub(super) fn differ(
    context: &Context,
    store: &Store,
    progress: &Progress,
) -> Result<Vec<DbFinding>, Failure> {
    let mut found = Vec::new();
    found.extend(of_staff(store)?);
    let odd = store.parts_known_otherwise()?.into_iter();
    found.extend(odd.map(|table| DbFinding::of_rows(check::rests_on_another(table))));
    let documents = store.documents()?;
    for hash in &documents {
        found.extend(of_terms(store, hash)?);
    }
    found.extend(not_of_documents(store, &documents)?);
    for customer in store.all_customers()? {
        found.extend(of_account(store, customer)?);
    }
    let numbers = numbers(store)?;
    progress.steps("folding", numbers.len());
    let mut reading = context.reading(None)?;
    let mut search = SearchCheck::new()?;
    for number in numbers {
        found.extend(of_ticket(&mut reading, number, &mut search));
        progress.step();
    }
    let of_search = |ticket, says: &str| DbFinding {
        ticket,
        event: None,
        what: "search",
        says: says.to_owned(),
    };
    let differing = search.differing(store)?;
    let tickets = differing.tickets.into_iter();
    found.extend(tickets.map(|number| of_search(Some(number), check::SEARCH_DIFFERS)));
    if differing.tokens {
        found.push(of_search(None, check::SEARCH_TOKENS_DIFFER));
    }
    Ok(found)
}

/// The words that terms bring along; none where they cannot be read, which is told apart.
pub(super) fn words_of(store: &Store, terms: &str) -> Vec<(&'static str, String)> {
    document(store, terms).map_or_else(|_| Vec::new(), |document| document.terms().known_values())
}

/// All tickets that the record or the tables know.
fn numbers(store: &Store) -> Result<BTreeSet<TicketNo>, Failure> {
    let mut numbers: BTreeSet<TicketNo> = store.tickets_after(EventId(0))?.into_iter().collect();
    numbers.extend(store.tickets_from(TicketNo(0), u32::MAX)?);
    Ok(numbers)
}

fn of_ticket(
    reading: &mut Reading<'_>,
    number: TicketNo,
    search: &mut SearchCheck,
) -> Vec<DbFinding> {
    let about = |what, says| DbFinding {
        ticket: Some(number),
        event: None,
        what,
        says,
    };
    let page = match reading.ticket(number) {
        Ok(page) => page,
        Err(failure) => return vec![about("fold", wording::failure::says(&failure))],
    };
    let texts = all_texts(&page.history);
    if let Err(error) = search.expect(number, &texts) {
        return vec![about("search", error.to_string())];
    }
    match rows_differ(reading, &page) {
        Ok(differences) if differences.is_empty() => Vec::new(),
        Ok(differences) => vec![about("rows", check::rows_differ(&differences))],
        Err(failure) => vec![about("rows", wording::failure::says(&failure))],
    }
}

/// In what the rows of a ticket are not what its fold is.
fn rows_differ(reading: &Reading<'_>, page: &TicketWithHistory) -> Result<Vec<String>, Failure> {
    let number = page.number;
    let Some(kept) = reading.store.cached(number)? else {
        return Ok(vec![check::NO_ROWS.to_owned()]);
    };
    let folded = TicketSave {
        number,
        ticket: &page.ticket,
        subject: page.subject(),
        terms: page
            .ticket
            .terms
            .and_then(|id| reading.rules_cache.terms(id)),
        texts: None,
        moved_by: moved_by(reading.store, kept.ticket.known)?,
        imports: &reading.rules_cache.imports,
    }
    .rows();
    let mut differences = kept.differences(&folded);
    let mut used = ticket_ledger(number, &page.events(), &page.ticket, folded.ticket.known);
    let mut kept = reading.store.ledger_of_ticket(number)?;
    for lines in [&mut used, &mut kept] {
        lines.sort_by_key(|line| (line.event, line.at, line.amount, line.allowance.clone()));
    }
    if used != kept {
        differences.push("ledger".to_owned());
    }
    Ok(differences)
}

/// The adoption, or the undoing of one, that a row says it was moved by.
fn moved_by(store: &Store, known: EventId) -> Result<Option<EventId>, Failure> {
    let told = store.event(known)?;
    let adopted = told.filter(|told| {
        matches!(
            told.event.fact,
            Fact::ZoneAdopted(_) | Fact::DaysAdopted(_) | Fact::Undone(_)
        ) && told.event.stream == Stream::Customer(CustomerId::DESK)
    });
    Ok(adopted.map(|told| told.event.id))
}

fn of_account(store: &Store, id: CustomerId) -> Result<Option<DbFinding>, Failure> {
    let folded = Account::of(&account_history(store, id, AsOf::All)?);
    let kept = store.cached_account(id)?;
    let differences = match (&folded, &kept) {
        (None, Some(kept)) if kept.customer.void => Vec::new(),
        (None, _) => vec![check::NEVER_ADDED],
        (Some(_), None) => vec![check::NO_ROWS],
        (Some(account), Some(kept)) => kept.differences(&AccountRows::of(account)),
    };
    let key = kept.map_or_else(|| id.to_string(), |kept| kept.customer.key);
    Ok((!differences.is_empty()).then(|| DbFinding {
        ticket: None,
        event: folded.map(|account| account.last),
        what: "rows",
        says: check::account_rows_differ(&key, &differences),
    }))
}

/// Terms that are kept otherwise than they follow from their document.
fn of_terms(store: &Store, hash: &str) -> Result<Option<DbFinding>, Failure> {
    let about = DbFinding::of_rows;
    let short: String = hash.chars().take(12).collect();
    let terms = match document(store, hash) {
        Ok(document) => document.terms(),
        Err(failure) => return Ok(Some(about(wording::failure::says(&failure)))),
    };
    let kept = match store.resolved_terms(hash)? {
        // another program resolved them: they are worked out whenever they are read
        Some((version, _)) if version != TERMS_VERSION => return Ok(None),
        kept => kept.and_then(|(_, body)| serde_json::from_str::<Terms>(&body).ok()),
    };
    Ok((kept.as_ref() != Some(&terms)).then(|| about(check::terms_differ(&short))))
}

/// Terms that are kept of no document, or in a version that this program does not know.
fn not_of_documents(store: &Store, documents: &[String]) -> Result<Vec<DbFinding>, Failure> {
    let kept = store.all_resolved_terms()?.into_iter();
    let odd = kept.filter_map(|(hash, version)| {
        let short: String = hash.chars().take(12).collect();
        if !documents.contains(&hash) {
            return Some(check::terms_of_no_document(&short));
        }
        let known = (1..=TERMS_VERSION).contains(&version);
        (!known).then(|| check::terms_of_another_version(&short))
    });
    Ok(odd.map(DbFinding::of_rows).collect())
}

fn of_staff(store: &Store) -> Result<Option<DbFinding>, Failure> {
    let history = account_history(store, CustomerId::DESK, AsOf::All)?;
    let mut folded: Vec<StoredStaff> = staff_rows(&history);
    let mut kept = store.staff()?;
    for people in [&mut folded, &mut kept] {
        people.sort_by(|a, b| a.row.key.cmp(&b.row.key));
    }
    Ok((folded != kept).then(|| DbFinding {
        ticket: None,
        event: None,
        what: "rows",
        says: check::STAFF_DIFFERS.to_owned(),
    }))
}
