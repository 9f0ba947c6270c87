//! Terms, customers and staff worked out anew, compared with what the tables keep of them.

use super::finding::DbFinding;
use crate::context::{account_history, document, staff_rows};
use crate::core::account::Account;
use crate::core::model::CustomerId;
use crate::core::terms::Terms;
use crate::failure::Failure;
use crate::plans::TERMS_VERSION;
use crate::store::{AccountRows, AsOf, Store, StoredStaff};
use crate::wording::{self, check};

/// What does not follow from the record, but of tickets.
///
/// # Errors
/// The desk's file cannot be read at all.
pub(super) fn differ(store: &Store) -> Result<Vec<DbFinding>, Failure> {
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
    Ok(found)
}

/// The words that terms bring along; none where they cannot be read, which is told apart.
pub(super) fn words_of(store: &Store, terms: &str) -> Vec<(&'static str, String)> {
    document(store, terms).map_or_else(|_| Vec::new(), |document| document.terms().known_values())
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
