//! Whose the tickets of a file are: under which contract they fall, and who asked.

use std::collections::HashMap;

use crate::context::Context;
use crate::core::account::{Account, Contact, Contract};
use crate::core::intake::{Mapping, Opening, RowFault, RowRemark};
use crate::core::model::{ContactId, ContractId, CustomerId};
use crate::core::text::folded;
use crate::core::time::Instant;
use crate::failure::{Exit, Failure};
use crate::settings::limits;
use crate::store::Store;
use crate::wording::import::rows as words;

/// Under which contract the tickets of a file fall.
pub(super) enum ContractSelector {
    One(Box<Account>, Option<ContractId>),
    /// A column of the file says it.
    ByColumn,
}

impl ContractSelector {
    /// What the command or the mapping says.
    ///
    /// # Errors
    /// Neither does, or nobody is called so.
    pub(super) fn under(
        context: &Context,
        customer: Option<&str>,
        contract: Option<&str>,
        mapping: &Mapping,
    ) -> Result<ContractSelector, Failure> {
        let now = context.now();
        let word = contract.or(mapping.defaults.contract.as_deref());
        let names = match contract {
            Some(_) => context.directory()?,
            None => context.directory()?.as_written(),
        };
        if let Some(customer) = customer {
            let row = context.customer(customer)?;
            let account = Box::new(context.account(row.id)?);
            return Ok(ContractSelector::One(account, None));
        }
        match word {
            Some(word) => {
                let found = names.contract(word, now);
                let (customer, contract) = match contract {
                    Some(_) => found?,
                    None => found.map_err(Failure::in_file)?,
                };
                let account = Box::new(context.account(customer.id)?);
                Ok(ContractSelector::One(account, Some(contract)))
            }
            None if mapping.columns.tell_customers() => Ok(ContractSelector::ByColumn),
            None => {
                Err(Failure::missing(words::WHOSE, "--contract", Vec::new())
                    .hint(words::OR_A_COLUMN))
            }
        }
    }
}

/// The customers that the rows of a file name, looked up once each.
pub(super) struct NamedCustomers<'a> {
    context: &'a Context,
    selector: &'a ContractSelector,
    accounts: HashMap<CustomerId, Account>,
    /// None: nobody is called so.
    by_key: HashMap<String, Option<CustomerId>>,
    /// By name, folded; made when the first is asked for.
    by_name: Option<HashMap<String, Vec<CustomerId>>>,
    by_address: HashMap<String, Vec<CustomerId>>,
}

impl<'a> NamedCustomers<'a> {
    pub(super) fn new(context: &'a Context, selector: &'a ContractSelector) -> NamedCustomers<'a> {
        NamedCustomers {
            context,
            selector,
            accounts: HashMap::new(),
            by_key: HashMap::new(),
            by_name: None,
            by_address: HashMap::new(),
        }
    }

    /// Whose a ticket is, and the contract where it was said for all.
    ///
    /// # Errors
    /// The desk's file cannot be read. Nobody, or several, that are called so: why the rows are not
    /// taken.
    pub(super) fn of(
        &mut self,
        opening: &Opening,
    ) -> Result<Result<(&Account, Option<ContractId>), RowFault>, Failure> {
        if let ContractSelector::One(account, contract) = self.selector {
            return Ok(Ok((account, *contract)));
        }
        let customer = match (&opening.customer, &opening.organisation, &opening.contact) {
            (Some(key), _, _) => self.of_key(key)?,
            (None, Some(name), _) => self.of_name(name)?,
            (None, None, Some(addresses)) => self.of_addresses(addresses)?,
            (None, None, None) => Err(RowFault::NoCustomer),
        };
        let id = match customer {
            Ok(id) => id,
            Err(fault) => return Ok(Err(fault)),
        };
        if !self.accounts.contains_key(&id) {
            self.accounts.insert(id, self.context.account(id)?);
        }
        Ok(Ok((&self.accounts[&id], None)))
    }

    /// What must be told where all tickets are said to be one customer's, and the row names another.
    pub(super) fn other_than_said(&self, opening: &Opening) -> Option<RowRemark> {
        let ContractSelector::One(account, _) = self.selector else {
            return None;
        };
        let named = opening
            .customer
            .as_ref()
            .or(opening.organisation.as_ref())?;
        let customer = &account.customer;
        let known = [&customer.key, &customer.name].map(|name| folded(name));
        let is_it = |name: &str| known.contains(&folded(name.trim()));
        let same = is_it(named) || end_of_path(named).is_some_and(is_it);
        (!same).then(|| RowRemark::OtherCustomer(named.clone()))
    }

    fn of_key(&mut self, key: &str) -> Result<Result<CustomerId, RowFault>, Failure> {
        let found = match self.by_key.get(key) {
            Some(known) => *known,
            None => self.look_up(key)?,
        };
        Ok(found.ok_or_else(|| RowFault::UnknownCustomer(key.to_owned())))
    }

    /// Whose key it is, to be known from here on. What nobody is called may be as long as a row, and
    /// another on each: short ones are kept, up to a number, since each is held against all customers.
    fn look_up(&mut self, key: &str) -> Result<Option<CustomerId>, Failure> {
        const SHORT: usize = 200;
        let found = match self.context.directory()?.as_written().customer(key) {
            Ok(row) => Some(row.id),
            Err(failure) if failure.exit() == Exit::NotFound => None,
            Err(failure) => return Err(failure),
        };
        let room = key.len() <= SHORT && self.by_key.len() < limits::BAD_ROWS;
        if found.is_some() || room {
            self.by_key.insert(key.to_owned(), found);
        }
        Ok(found)
    }

    /// By name, else by key: desks often have one for the other.
    fn of_name(&mut self, name: &str) -> Result<Result<CustomerId, RowFault>, Failure> {
        if self.by_name.is_none() {
            let mut names: HashMap<String, Vec<CustomerId>> = HashMap::new();
            for row in self.context.store()?.customers()? {
                names.entry(folded(&row.name)).or_default().push(row.id);
            }
            self.by_name = Some(names);
        }
        let of = |name: &str| {
            let names = self.by_name.as_ref();
            names.and_then(|names| names.get(&folded(name.trim())))
        };
        let found = of(name).or_else(|| of(end_of_path(name)?));
        Ok(match found.map(Vec::as_slice) {
            Some([id]) => Ok(*id),
            Some([_, _, ..]) => Err(RowFault::SeveralOrganisations(name.to_owned())),
            _ => self
                .of_key(name)?
                .map_err(|_| RowFault::UnknownOrganisation(name.to_owned())),
        })
    }

    /// Of several addresses the first that is a contact's says it.
    fn of_addresses(&mut self, cell: &str) -> Result<Result<CustomerId, RowFault>, Failure> {
        for address in addresses(cell) {
            match self.of_address(address)? {
                Err(RowFault::UnknownAddress(_)) => {}
                said => return Ok(said),
            }
        }
        Ok(Err(RowFault::UnknownAddress(cell.to_owned())))
    }

    fn of_address(&mut self, address: &str) -> Result<Result<CustomerId, RowFault>, Failure> {
        if !self.by_address.contains_key(address) {
            let found = self.context.store()?.contacts_of_email(address)?;
            let mut customers: Vec<CustomerId> = Vec::new();
            for contact in found {
                if !customers.contains(&contact.row.customer) {
                    customers.push(contact.row.customer);
                }
            }
            if customers.is_empty() {
                return Ok(Err(RowFault::UnknownAddress(address.to_owned())));
            }
            self.by_address.insert(address.to_owned(), customers);
        }
        Ok(match self.by_address[address][..] {
            [id] => Ok(id),
            _ => Err(RowFault::SeveralCustomers(address.to_owned())),
        })
    }
}

/// Some tools show where a customer stands among others: `Root entity > Corp` is Corp.
fn end_of_path(name: &str) -> Option<&str> {
    name.rsplit_once(" > ").map(|(_, last)| last)
}

/// Who asked, of those that the customer has or had; and what must be told where nobody is meant, or
/// others ask with them.
pub(super) fn asking(
    account: &Account,
    opening: &Opening,
) -> (Option<ContactId>, Option<RowRemark>) {
    let asks = |cell: &str, named: &[&str], found: Option<(usize, &Contact)>| match found {
        Some((taken, contact)) => (Some(contact.id), beside(named, taken)),
        None => (None, Some(RowRemark::UnknownContact(cell.to_owned()))),
    };
    if let Some(cell) = &opening.contact {
        let named = addresses(cell);
        let found = first_known(&named, |address| account.contact_by_email(address));
        return asks(cell, &named, found);
    }
    let Some(cell) = &opening.contact_name else {
        return (None, None);
    };
    let named: Vec<&str> = people(cell).collect();
    let mut several = None;
    let found = first_known(&named, |name| {
        // some tools show an address where others show a name
        if let Some(contact) = account.contact_by_email(name) {
            return Some(contact);
        }
        let mut found = called(account, name);
        match (found.next(), found.next()) {
            (Some(_), Some(_)) => {
                several.get_or_insert_with(|| name.to_owned());
                None
            }
            (one, _) => one,
        }
    });
    match (found, several) {
        (None, Some(name)) => (None, Some(RowRemark::SeveralContacts(name))),
        (found, _) => asks(cell, &named, found),
    }
}

/// The first of these that somebody is, and its place among them.
fn first_known<T>(named: &[&str], mut known: impl FnMut(&str) -> Option<T>) -> Option<(usize, T)> {
    let mut all = named.iter().enumerate();
    all.find_map(|(place, name)| Some((place, known(name)?)))
}

/// What must be told of those of a cell besides the one that is taken, which may stand there twice.
fn beside(named: &[&str], taken: usize) -> Option<RowRemark> {
    let is_taken = words_of(named[taken]);
    let others = named.iter().filter(|name| words_of(name) != is_taken);
    let others: Vec<&str> = others.copied().collect();
    (!others.is_empty()).then(|| RowRemark::NamedBeside(others.join(", ")))
}

/// The contacts of a customer that have a name.
fn called<'a>(account: &'a Account, name: &str) -> impl Iterator<Item = &'a Contact> {
    let wanted = words_of(name);
    account.contacts.iter().filter(move |contact| {
        let known = contact.name.as_deref();
        known.is_some_and(|known| words_of(known) == wanted)
    })
}

/// The addresses of a cell: tools part them by commas, semicolons, blanks or new lines, and some have
/// names before them.
fn addresses(cell: &str) -> Vec<&str> {
    let parts = cell.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>'));
    let addresses: Vec<&str> = parts.filter(|part| part.contains('@')).collect();
    match addresses.is_empty() {
        true => vec![cell.trim()],
        false => addresses,
    }
}

/// The people that a cell names, each in a line of its own, which is written as in a page by some. A
/// line may have addresses in place of names.
fn people(cell: &str) -> impl Iterator<Item = &str> {
    let lines = cell.split('\n').flat_map(between_breaks).map(str::trim);
    let lines = lines.filter(|name| !name.is_empty());
    lines.flat_map(|line| match line.contains('@') {
        true => addresses(line),
        false => vec![line],
    })
}

/// What stands between the breaks of lines of a page: `<br>`, `<BR/>`, `<br />`.
fn between_breaks(cell: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(cell);
    std::iter::from_fn(move || {
        let text = rest.take()?;
        let breaks = text.match_indices('<').find_map(|(at, _)| {
            let name = text.get(at + 1..at + 3)?;
            let inside = &text[at + 3..];
            let end = inside.find('>')?;
            let is_break = name.eq_ignore_ascii_case("br")
                && inside[..end].chars().all(|c| c == '/' || c.is_whitespace());
            is_break.then_some((at, at + 3 + end + 1))
        });
        let Some((from, to)) = breaks else {
            return Some(text);
        };
        rest = Some(&text[to..]);
        Some(&text[..from])
    })
}

/// The words of a person's name, in whatever order: tools write `Tran, Minh` and `Tran Minh`.
fn words_of(name: &str) -> Vec<String> {
    let folded = folded(name);
    let words = folded.split(|c: char| c.is_whitespace() || c == ',');
    let mut words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.sort_unstable();
    words
}

/// The contract that a ticket opened then falls under: the one that was said, else the one in force,
/// else the last that was over, else the first that there was; and what must be told of that.
pub(super) fn contract_at(
    account: &Account,
    said: Option<ContractId>,
    at: Instant,
) -> (Option<&Contract>, Option<RowRemark>) {
    if let Some(said) = said.and_then(|id| account.contract(id)) {
        return (Some(said), None);
    }
    let mut in_force = account.in_force(at);
    if let Some(contract) = in_force.next() {
        let remark = in_force
            .next()
            .map(|_| RowRemark::SeveralContracts(contract.id.0));
        return (Some(contract), remark);
    }
    let begun = account
        .contracts
        .iter()
        .filter(|contract| contract.starts <= at);
    match begun.max_by_key(|contract| contract.starts) {
        Some(over) => (Some(over), Some(RowRemark::ContractOver(over.id.0))),
        None => (account.contracts.first(), None),
    }
}

/// The people of the desk, by what files call them: their keys, names and addresses.
pub(super) struct NamedStaff(HashMap<Vec<String>, Vec<String>>);

impl NamedStaff {
    /// All of them.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn of(store: &Store) -> Result<NamedStaff, Failure> {
        let staff = store.staff()?;
        let mut names: HashMap<Vec<String>, Vec<String>> = HashMap::new();
        for one in &staff {
            let called = [Some(&one.row.name), one.row.email.as_ref()];
            for name in called.into_iter().flatten() {
                let known = names.entry(words_of(name)).or_default();
                known.push(one.row.key.clone());
            }
        }
        // a key goes before a name of another
        names.extend(staff.iter().map(|one| {
            let key = &one.row.key;
            (words_of(key), vec![key.clone()])
        }));
        Ok(NamedStaff(names))
    }

    /// The key of whoever is called so, of several in the cell the first who is known, and what must be
    /// told of it; on a desk that names nobody everybody is as written.
    pub(super) fn key(&self, cell: &str) -> (String, Option<RowRemark>) {
        let named: Vec<&str> = people(cell).collect();
        let known = |name: &str| match self.0.get(&words_of(name)).map(Vec::as_slice) {
            Some([key]) => Some(key.clone()),
            _ => None,
        };
        let as_written = || named.join(", ");
        match first_known(&named, known) {
            Some((taken, key)) => (key, beside(&named, taken)),
            None if self.0.is_empty() => match named.first() {
                Some(first) => ((*first).to_owned(), beside(&named, 0)),
                None => (cell.to_owned(), None),
            },
            None => {
                let unknown = RowRemark::UnknownAssignee(as_written());
                (as_written(), Some(unknown))
            }
        }
    }
}
