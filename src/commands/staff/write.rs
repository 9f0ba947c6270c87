//! Somebody begins at the desk, and what is said of him or her changes.

use super::super::account::{Days, Looking, done, outcome};
use super::super::customer::proper_key;
use super::listing;
use super::options::{AddStaff, EditStaff};
use crate::context::{CommitSummary, Context, Session, account_history};
use crate::core::account::{Staff, staff};
use crate::core::model::{CustomerId, EventText, StaffAdded, StaffEdited};
use crate::core::text::nearest;
use crate::failure::Failure;
use crate::render::{Cell, Outcome};
use crate::store::AsOf;

/// `staff add`.
///
/// # Errors
/// An id that is none or is taken, no name.
pub(crate) fn add(context: &mut Context, options: &AddStaff) -> Result<Outcome, Failure> {
    let key = proper_key("staff", &options.id)?;
    if key == NOBODY {
        return Err(Failure::usage(format!(
            "`{NOBODY}` frees a ticket, so nobody can be called so"
        )));
    }
    let Some(name) = options.name.clone() else {
        let missing = format!("`staff add {key}` needs a name");
        return Err(Failure::missing(missing, "--name", Vec::new()));
    };
    let intent = options.write.intent(context)?;
    let ((), written) = context.write(&intent, |session| {
        let there = known(session)?.into_iter().find(|one| one.key == key);
        if there.is_some_and(|one| one.is_there(session.at())) {
            return Err(
                Failure::not_possible(format!("`{key}` is somebody of the desk already"))
                    .kind("exists")
                    .hint(format!(
                        "`sladesk staff edit {key}` changes what is said of him or her"
                    )),
            );
        }
        let fact = StaffAdded {
            key: key.clone(),
            lines: options.lines.clone(),
        };
        let prose = EventText {
            name: Some(name.clone()),
            email: options.email.clone(),
            ..EventText::default()
        };
        session
            .account_fact(CustomerId::DESK, fact.into(), prose)
            .map(|_| ())
    })?;
    let sentence = done(written.earnest, &format!("{key} ({name})"), "added");
    let told = outcome(&written, vec![sentence], Some(Cell::code(key.clone())));
    after(context, "staff add", &key, &written, told)
}

/// What `assign` takes for no one.
const NOBODY: &str = "nobody";

/// `staff edit`.
///
/// # Errors
/// Nobody of that id, nothing to change, a day that cannot be read.
pub(crate) fn edit(context: &mut Context, options: &EditStaff) -> Result<Outcome, Failure> {
    let intent = options.write.intent(context)?;
    let days = Days {
        zone: context.zones()?.desk.clone(),
    };
    let (changes, written) = context.write(&intent, |session| {
        let people = known(session)?;
        let before = somebody(&people, &options.id)?;
        let end = options.end.as_deref();
        let until = end.map(|day| days.end(day, session.now())).transpose()?;
        let changes = changes(before, options, until.and_then(|until| days.last(until)));
        if changes.is_empty() {
            return Ok(changes);
        }
        let fact = StaffEdited {
            key: before.key.clone(),
            lines: (!options.lines.is_empty()).then(|| options.lines.clone()),
            until,
        };
        let prose = EventText {
            name: options.name.clone(),
            email: options.email.clone(),
            ..EventText::default()
        };
        session.account_fact(CustomerId::DESK, fact.into(), prose)?;
        Ok(changes)
    })?;
    if changes.is_empty() {
        return Ok(Outcome::only_said(format!(
            "{} has all that already",
            options.id
        )));
    }
    let sentence = done(written.earnest, &options.id, "changed");
    let told = outcome(
        &written,
        vec![format!("{sentence}: {}", changes.join("; "))],
        None,
    );
    after(context, "staff edit", &options.id, &written, told)
}

fn known(session: &Session<'_>) -> Result<Vec<Staff>, Failure> {
    Ok(staff(&account_history(
        &session.writer,
        CustomerId::DESK,
        AsOf::All,
    )?))
}

fn somebody<'s>(people: &'s [Staff], word: &str) -> Result<&'s Staff, Failure> {
    people.iter().find(|one| one.key == word).ok_or_else(|| {
        Failure::not_found(format!("nobody of the desk is called `{word}`"))
            .meant(nearest(word, people.iter().map(|one| one.key.as_str())))
            .hint("`sladesk staff list` shows them all")
    })
}

fn changes(before: &Staff, options: &EditStaff, last: Option<chrono::NaiveDate>) -> Vec<String> {
    let pairs = [
        ("name", &before.name, &options.name),
        ("address", &before.email, &options.email),
    ];
    let changed = pairs
        .into_iter()
        .filter(|(_, old, new)| new.is_some() && old != new);
    let mut said: Vec<String> = changed
        .filter_map(|(what, _, new)| Some(format!("{what} {}", new.as_ref()?)))
        .collect();
    if !options.lines.is_empty() && options.lines != before.lines {
        said.push(format!("on {}", options.lines.join(", ")));
    }
    said.extend(last.map(|last| format!("there until {last}")));
    said
}

fn after(
    context: &Context,
    name: &str,
    key: &str,
    written: &CommitSummary,
    outcome: crate::render::WriteOutcome,
) -> Result<Outcome, Failure> {
    if written.entry.is_none() {
        return Ok(Outcome::written(outcome));
    }
    let looking = Looking::new(context, None)?;
    let mut staff = looking.staff()?;
    staff.retain(|one| one.key == key);
    let listing = listing(context, name, &looking, &staff)?;
    Ok(Outcome::written(outcome.after(listing.single())))
}
