//! `import events`: the history of tickets from another tool's log.
//!
//! An import writes the act that leads from the state before, checks no entitlement, and keeps
//! where each ticket came from, so that the same file again adds nothing.

use std::collections::{BTreeMap, HashMap};
use std::io::Read;

use chrono::NaiveDateTime;
use sha2::{Digest, Sha256};

use super::mapping::mapping;
use super::{Events, Input};
use crate::almanac;
use crate::core::account::Account;
use crate::core::calendar::ZoneRules;
use crate::core::intake::{
    Act, BadRow, Begun, Mapping, Opening, Reader, Row, Status, acts, opening,
};
use crate::core::model::{
    ContractId, Fact, Imported, Instant, Opened, Prose, Side, State, TicketNo,
};
use crate::core::sla::Ticket;
use crate::core::terms::Terms;
use crate::core::words::WallTime;
use crate::desk::{Bulk, Desk, Earnest, Session};
use crate::failure::Failure;
use crate::render::{Cell, Column, Listing, Outcome, Progress};
use crate::store::Known;

/// What a log told, before anything is written.
struct Log {
    /// By ticket, in the order in which the file names them first.
    tickets: Vec<(String, Vec<Row>)>,
    rows: u64,
    skipped: BTreeMap<String, u64>,
    bad: Vec<BadRow>,
    sha256: String,
}

/// What an import did.
#[derive(Default)]
struct Report {
    rows: u64,
    tickets: u64,
    events: u64,
    added: u64,
    unchanged: u64,
    /// Breaches that earlier imports had and the log now takes back.
    lost: u64,
    skipped: BTreeMap<String, u64>,
    bad: Vec<BadRow>,
}

/// Brings in the history of tickets by a mapping.
///
/// # Errors
/// A mapping or a file that cannot be read; with `--strict`, a bad row.
pub fn events(desk: &mut Desk, options: &Events) -> Result<Outcome, Failure> {
    let desk = &*desk;
    let mapping = mapping(&options.mapping)?;
    let progress = Progress::new(&desk.settings);
    let log = read(&options.source, &mapping, &progress)?;
    let falls_under = Falls::under(desk, options, &mapping)?;
    let intent = options.write.intent(desk)?;
    let name = match &options.source {
        Input::Stdin => "-".to_owned(),
        Input::File(path) => path.display().to_string(),
    };
    let (report, written) = desk.write(&intent, |session| {
        let mut import = Import {
            desk,
            mapping: &mapping,
            falls_under: &falls_under,
            accounts: HashMap::new(),
            report: Report {
                rows: log.rows,
                skipped: log.skipped.clone(),
                bad: log.bad.clone(),
                ..Report::default()
            },
        };
        import.all(session, log.tickets, &progress)?;
        let mut report = import.report;
        report.bad.sort_by_key(|bad| bad.line);
        if options.strict && !report.bad.is_empty() {
            return Err(strict(&report.bad));
        }
        if report.events > 0 {
            session.desk_fact(Fact::from(Imported {
                source: name.clone(),
                sha256: log.sha256.clone(),
                rows: log.rows,
                skipped: report.skipped.clone().into_iter().collect(),
            }))?;
        }
        Ok(report)
    })?;
    progress.done();
    Ok(told(report, written.earnest))
}

fn read(source: &Input, mapping: &Mapping, progress: &Progress) -> Result<Log, Failure> {
    let zone = zone_of(mapping)?;
    let hashing = Hashing {
        inner: source.open()?,
        digest: Sha256::new(),
        progress,
    };
    let delimiter = mapping.delimiter.map_or(Ok(b','), |c| {
        u8::try_from(c).map_err(|_| Failure::bad_file(format!("`{c}` is no delimiter")))
    })?;
    let mut csv = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(hashing);
    let header = csv
        .byte_headers()
        .map_err(|error| unreadable(&error))?
        .clone();
    let header: Vec<String> = header
        .iter()
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .collect();
    let header: Vec<&str> = header
        .iter()
        .map(|name| name.trim_start_matches('\u{feff}'))
        .collect();
    let reader = Reader::new(mapping, &header, |wall| instant(&zone, wall))
        .map_err(|column| no_column(&column, &header))?;
    let mut log = Log {
        tickets: Vec::new(),
        rows: 0,
        skipped: BTreeMap::new(),
        bad: Vec::new(),
        sha256: String::new(),
    };
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut record = csv::ByteRecord::new();
    while csv
        .read_byte_record(&mut record)
        .map_err(|error| unreadable(&error))?
    {
        log.rows += 1;
        let line = record.position().map_or(0, csv::Position::line);
        match row(&reader, line, &record, header.len()) {
            Ok(row) => take(&mut log, &mut places, row),
            Err(bad) => log.bad.push(bad),
        }
    }
    let digest = csv.into_inner().digest.finalize();
    log.sha256 = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(log)
}

fn row(
    reader: &Reader<'_>,
    line: u64,
    record: &csv::ByteRecord,
    columns: usize,
) -> Result<Row, BadRow> {
    if record.len() != columns {
        return Err(BadRow {
            line,
            says: format!("{} columns, where the header has {columns}", record.len()),
        });
    }
    let mut cells = Vec::with_capacity(record.len());
    for cell in record {
        let text = std::str::from_utf8(cell).map_err(|_| BadRow {
            line,
            says: "a cell is no UTF-8 text".to_owned(),
        })?;
        cells.push(text);
    }
    reader.read(line, |place| cells.get(place).copied())
}

fn take(log: &mut Log, places: &mut HashMap<String, usize>, row: Row) {
    if let Some(word) = &row.skipped {
        *log.skipped.entry(word.clone()).or_default() += 1;
    }
    let place = *places.entry(row.ticket.clone()).or_insert_with(|| {
        log.tickets.push((row.ticket.clone(), Vec::new()));
        log.tickets.len() - 1
    });
    log.tickets[place].1.push(row);
}

fn zone_of(mapping: &Mapping) -> Result<ZoneRules, Failure> {
    match ZoneRules::fixed(&mapping.times.zone) {
        Some(fixed) => Ok(fixed),
        None => Ok(almanac::zone(&mapping.times.zone)?),
    }
}

/// A wall time that clocks skipped is no time; one that came twice is the first of the two.
fn instant(zone: &ZoneRules, wall: NaiveDateTime) -> Result<Instant, String> {
    match zone.instants_of(wall) {
        WallTime::Once(at) | WallTime::Twice(at, _) => Ok(at),
        WallTime::Never(..) => Err(format!(
            "`{}` never was in {}: clocks were turned forward over it",
            wall.format("%Y-%m-%d %H:%M"),
            zone.name
        )),
    }
}

fn unreadable(error: &csv::Error) -> Failure {
    Failure::bad_file(format!("the log cannot be read: {error}"))
}

fn no_column(column: &str, header: &[&str]) -> Failure {
    Failure::bad_file(format!(
        "the log has no column `{column}`, which the mapping names"
    ))
    .meant(crate::core::words::nearest(column, header.iter().copied()))
    .hint(format!("it has {}", header.join(", ")))
}

fn strict(bad: &[BadRow]) -> Failure {
    let failure = Failure::bad_file(format!(
        "{} of the log cannot be read; nothing was imported",
        match bad.len() {
            1 => "a row".to_owned(),
            n => format!("{n} rows"),
        }
    ));
    let told = bad
        .iter()
        .take(MOST_TOLD)
        .map(|bad| format!("line {}: {}", bad.line, bad.says));
    told.fold(failure, Failure::fact)
        .hint("without `--strict` the other rows go in")
}

/// More bad rows than these are counted, not told.
const MOST_TOLD: usize = 10;

/// Under which contract the tickets of a log fall.
enum Falls {
    One(Box<Account>, Option<ContractId>),
    /// A column of the log says it.
    ByColumn,
}

impl Falls {
    fn under(desk: &Desk, options: &Events, mapping: &Mapping) -> Result<Falls, Failure> {
        let now = desk.now();
        let word = options
            .contract
            .as_deref()
            .or(mapping.defaults.contract.as_deref());
        if let Some(customer) = options.customer.as_deref() {
            let row = desk.customer(customer)?;
            return Ok(Falls::One(
                Box::new(desk.account(row.id, Known::All)?),
                None,
            ));
        }
        match word {
            Some(word) => {
                let (customer, contract) = desk.contract(word, now)?;
                Ok(Falls::One(
                    Box::new(desk.account(customer.id, Known::All)?),
                    Some(contract),
                ))
            }
            None if mapping.columns.customer.is_some() => Ok(Falls::ByColumn),
            None => Err(Failure::missing(
                "an import needs to know whose tickets these are",
                "--contract",
                Vec::new(),
            )
            .hint("or `--customer`, or `customer` among the columns of the mapping")),
        }
    }
}

struct Import<'a> {
    desk: &'a Desk,
    mapping: &'a Mapping,
    falls_under: &'a Falls,
    accounts: HashMap<String, Account>,
    report: Report,
}

/// Whose ticket it is, and the terms it lives under.
struct Home {
    opened: Opened,
    terms: Option<Terms>,
}

impl Import<'_> {
    fn all(
        &mut self,
        session: &mut Session<'_>,
        mut tickets: Vec<(String, Vec<Row>)>,
        progress: &Progress,
    ) -> Result<(), Failure> {
        let mut openings: Vec<(Opening, usize)> = Vec::new();
        for (place, (_, rows)) in tickets.iter_mut().enumerate() {
            openings.extend(opening(rows).map(|opening| (opening, place)));
        }
        openings.sort_by_key(|(opening, place)| (opening.at, *place));
        progress.steps("tickets", openings.len());
        for (opening, place) in openings {
            let (key, rows) = &mut tickets[place];
            let rows = std::mem::take(rows);
            self.ticket(session, key, opening, rows)?;
            progress.step();
        }
        Ok(())
    }

    fn ticket(
        &mut self,
        session: &mut Session<'_>,
        key: &str,
        opening: Opening,
        mut rows: Vec<Row>,
    ) -> Result<(), Failure> {
        let source = format!("{}:{key}", self.mapping.name);
        let Some(home) = self.home(session, &opening, &source)? else {
            return Ok(());
        };
        self.translate(&home, &mut rows);
        let Some(first) = self::opening(&mut rows) else {
            return Ok(());
        };
        self.report.tickets += 1;
        let (added, lost) = match session.writer.ticket_of_source(&source)? {
            None => {
                let written = fresh(session, home, &first, &rows)?;
                self.report.added += 1;
                written
            }
            Some(number) => again(session, number, &first, &rows)?,
        };
        self.report.events += added;
        self.report.lost += lost;
        self.report.unchanged += u64::from(added == 0);
        Ok(())
    }

    /// Priorities become those of the plan; a row with one that it has not is bad.
    fn translate(&mut self, home: &Home, rows: &mut Vec<Row>) {
        let Some(terms) = &home.terms else {
            return;
        };
        let bad = &mut self.report.bad;
        rows.retain_mut(|row| {
            let Some(word) = &row.priority else {
                return true;
            };
            match terms.priority(word) {
                Some(place) => {
                    row.priority = Some(terms.priorities[place].id.clone());
                    true
                }
                None => {
                    let ids: Vec<&str> = terms.priorities.iter().map(|p| p.id.as_str()).collect();
                    bad.push(BadRow {
                        line: row.line,
                        says: format!(
                            "{} has no priority `{word}`; it has {}",
                            terms.name(),
                            ids.join(", ")
                        ),
                    });
                    false
                }
            }
        });
    }

    fn home(
        &mut self,
        session: &mut Session<'_>,
        opening: &Opening,
        source: &str,
    ) -> Result<Option<Home>, Failure> {
        let (account, contract) = match self.falls_under {
            Falls::One(account, contract) => (account.as_ref(), *contract),
            Falls::ByColumn => match self.by_column(opening)? {
                Some(account) => (account, None),
                None => return Ok(None),
            },
        };
        let in_force = account.in_force(opening.at).next();
        let contract = contract.and_then(|id| account.contract(id)).or(in_force);
        let contract = contract.or(account.contracts.first());
        let event = contract
            .and_then(|c| c.terms_near(opening.at))
            .map(|terms| terms.event);
        let terms = match event {
            Some(event) => session.book.learn_terms(&session.writer, event)?.cloned(),
            None => None,
        };
        let opened = Opened {
            customer: account.customer.id,
            contract: contract.map(|contract| contract.id),
            terms: event,
            contact: None,
            side: Side::Customer,
            channel: opening.channel.clone(),
            topic: opening.topic.clone(),
            priority: None,
            environment: None,
            component: None,
            version: None,
            allowance: None,
            overridden: Vec::new(),
            refused: Vec::new(),
            source: Some(source.to_owned()),
        };
        Ok(Some(Home { opened, terms }))
    }

    fn by_column(&mut self, opening: &Opening) -> Result<Option<&Account>, Failure> {
        let line = opening.line;
        let Some(key) = opening.customer.clone() else {
            let says = "no customer in the row that opens the ticket".to_owned();
            self.report.bad.push(BadRow { line, says });
            return Ok(None);
        };
        if !self.accounts.contains_key(&key) {
            match self.desk.customer(&key) {
                Ok(row) => {
                    let account = self.desk.account(row.id, Known::All)?;
                    self.accounts.insert(key.clone(), account);
                }
                Err(_) => {
                    let says = format!("no customer `{key}`");
                    self.report.bad.push(BadRow { line, says });
                    return Ok(None);
                }
            }
        }
        Ok(self.accounts.get(&key))
    }
}

/// A ticket that no import has brought in before.
fn fresh(
    session: &mut Session<'_>,
    home: Home,
    opening: &Opening,
    rows: &[Row],
) -> Result<(u64, u64), Failure> {
    let number = session.writer.next_ticket()?;
    let opened = Opened {
        priority: opening.priority.clone(),
        ..home.opened
    };
    let prose = Prose {
        subject: opening.subject.clone(),
        ..Prose::default()
    };
    let mut facts = vec![Bulk {
        at: opening.at,
        fact: Fact::from(opened),
        prose,
    }];
    let told = acts(rows, begun(opening));
    facts.extend(told.into_iter().map(bulk));
    let added = facts.len() as u64;
    session.bulk(number, facts)?;
    Ok((added, 0))
}

/// A ticket that is known: only what the record has not is added.
fn again(
    session: &mut Session<'_>,
    number: TicketNo,
    opening: &Opening,
    rows: &[Row],
) -> Result<(u64, u64), Failure> {
    let touched = session.ticket(number)?;
    let ticket = touched.now.clone();
    let known: Vec<(Instant, Fact)> = touched
        .events()
        .into_iter()
        .map(|event| (event.at, event.fact))
        .collect();
    session.forget(number);
    let goes_on = rows.first().is_some_and(|row| row.at > ticket.updated);
    let told = match goes_on {
        true => acts(rows, stands(&ticket)),
        false => acts(rows, begun(opening)),
    };
    let new = unknown(told, known);
    let added = new.len() as u64;
    match new.is_empty() {
        true => Ok((0, 0)),
        false => Ok((
            added,
            session.bulk(number, new.into_iter().map(bulk).collect())?,
        )),
    }
}

/// The acts that are not in the record, each of which stands for one there.
fn unknown(told: Vec<Act>, mut known: Vec<(Instant, Fact)>) -> Vec<Act> {
    let mut new = told;
    new.retain(|act| {
        let same = known
            .iter()
            .position(|(at, fact)| *at == act.at && *fact == act.fact);
        match same {
            Some(place) => {
                known.swap_remove(place);
                false
            }
            None => true,
        }
    });
    new
}

fn bulk(act: Act) -> Bulk {
    Bulk {
        at: act.at,
        fact: act.fact,
        prose: Prose::default(),
    }
}

fn begun(opening: &Opening) -> Begun {
    Begun {
        status: Status::New,
        priority: opening.priority.clone(),
        assignee: None,
        opened: opening.at,
    }
}

/// Where a known ticket stands, for a log that goes on behind what is known.
fn stands(ticket: &Ticket) -> Begun {
    use crate::core::model::WaitingOn;
    Begun {
        status: match ticket.state {
            State::Open if ticket.responded.is_none() => Status::New,
            State::Open => Status::Open,
            State::WaitingCustomer => Status::Waiting(WaitingOn::Customer),
            State::WaitingVendor => Status::Waiting(WaitingOn::Vendor),
            State::WaitingThirdParty => Status::Waiting(WaitingOn::ThirdParty),
            State::Resolved => Status::Resolved,
            State::Closed | State::Merged | State::Void => Status::Closed,
        },
        priority: ticket.priority.clone(),
        assignee: ticket.assignee.clone(),
        opened: ticket.opened,
    }
}

type C = Column<Report>;

const IMPORT: &[C] = &[
    C::shown("rows", |r| Cell::from(r.rows)),
    C::shown("tickets", |r| Cell::from(r.tickets)),
    C::shown("events", |r| Cell::from(r.events)),
    C::shown("added", |r| Cell::from(r.added)),
    C::shown("unchanged", |r| Cell::from(r.unchanged)),
    C::more("skipped", |r| {
        let counted = r
            .skipped
            .iter()
            .map(|(word, n)| (word.clone().into(), Cell::from(*n)));
        Cell::Object(counted.collect())
    }),
    C::more("bad", |r| {
        let bad = r.bad.iter().map(|bad| {
            Cell::object([
                ("line", Cell::from(bad.line)),
                ("says", Cell::text(bad.says.clone())),
            ])
        });
        Cell::List(bad.collect())
    }),
    C::more("lost_breaches", |r| Cell::from(r.lost)),
];

fn told(report: Report, earnest: Earnest) -> Outcome {
    let done = match earnest {
        Earnest::ForReal => "imported",
        Earnest::DryRun => "would import",
    };
    let sentence = format!(
        "{done} {} rows of {} tickets: {} opened, {} events written, {} unchanged",
        report.rows, report.tickets, report.added, report.events, report.unchanged
    );
    let mut notes = Vec::new();
    for (word, n) in &report.skipped {
        notes.push(format!(
            "status `{word}` is skipped by the mapping: {n} rows"
        ));
    }
    if report.lost > 0 {
        notes.push(format!(
            "{} breaches of earlier imports are gone or moved",
            report.lost
        ));
    }
    for bad in report.bad.iter().take(MOST_TOLD) {
        notes.push(format!("line {}: {}", bad.line, bad.says));
    }
    if report.bad.len() > MOST_TOLD {
        notes.push(format!(
            "{} more rows cannot be read",
            report.bad.len() - MOST_TOLD
        ));
    }
    let listing = Listing::of("import", IMPORT, [report]).single();
    let outcome = Outcome::listing(listing).say(sentence);
    notes.into_iter().fold(outcome, Outcome::warn)
}

/// Hashes what is read, so that the record can say which file it was.
struct Hashing<'p, R> {
    inner: R,
    digest: Sha256,
    progress: &'p Progress,
}

impl<R: Read> Read for Hashing<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.digest.update(&buffer[..n]);
        self.progress.bytes(n);
        Ok(n)
    }
}
