//! Which days the events of a file stand for: of several versions the newest, of a series every
//! occurrence but those that were moved or cancelled.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::event::{EventStatus, Extent, IcsEvent};
use super::misread::{EventMistake, IcsMistake};

/// How a stretch of days came into the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ClosingOrigin {
    /// By an event of its own.
    Once,
    /// By one that comes back.
    Series,
    /// In place of an occurrence of a series.
    InPlaceOf(NaiveDate),
}

/// One event with the days on which it begins.
pub(super) struct Occurrences<'e> {
    pub event: &'e IcsEvent,
    /// Its own name, or that of the series that it is of.
    pub name: Option<&'e str>,
    pub starts: Vec<NaiveDate>,
    pub days: usize,
    pub origin: ClosingOrigin,
}

/// Why an event has no days, whatever it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoOccurrence {
    Cancelled,
    /// By the version on that line.
    Replaced(usize),
    TimeOfDay,
}

/// The events of a file, sorted.
#[derive(Default)]
pub(super) struct SortedEvents<'e> {
    pub occurrences: Vec<Occurrences<'e>>,
    pub gone: Vec<(&'e IcsEvent, Option<&'e str>, NoOccurrence)>,
    pub misread: Vec<(&'e IcsEvent, Option<&'e str>, IcsMistake)>,
    /// The line of the event with which there were too many to look through.
    pub too_many: Option<usize>,
}

/// How many days, weeks, months and years are looked at for all repetitions together.
const MOST_STEPS: usize = 1_000_000;

impl<'e> SortedEvents<'e> {
    /// Sorts the events of a file.
    pub(super) fn of(events: &'e [IcsEvent]) -> SortedEvents<'e> {
        let mut groups: Vec<Vec<&IcsEvent>> = Vec::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        for event in events {
            let new = groups.len();
            let place = event
                .uid
                .as_deref()
                .map(|uid| *places.entry(uid).or_insert(new));
            match place.filter(|place| *place < new) {
                Some(place) => groups[place].push(event),
                None => groups.push(vec![event]),
            }
        }
        let mut sorted = SortedEvents::default();
        let mut steps = MOST_STEPS;
        for group in groups {
            sorted.group(group, &mut steps);
        }
        sorted
    }

    /// What has one `UID`: an event, its older versions, exceptions from it.
    fn group(&mut self, group: Vec<&'e IcsEvent>, steps: &mut usize) {
        let (exceptions, masters): (Vec<_>, Vec<_>) =
            group.into_iter().partition(|event| event.is_exception);
        let masters = self.newest(masters);
        let mut by_date: Vec<Vec<&IcsEvent>> = Vec::new();
        for event in exceptions {
            let same = by_date
                .iter_mut()
                .find(|same| same[0].instead_of == event.instead_of);
            match same {
                Some(same) => same.push(event),
                None => by_date.push(vec![event]),
            }
        }
        let mut mistakes: Vec<(&IcsEvent, IcsMistake)> = Vec::new();
        let mut exceptions = Vec::new();
        for same in by_date {
            if same[0].instead_of.is_none() {
                exceptions.extend(same);
                continue;
            }
            let newest = self.newest(same);
            if let [first, .., last] = newest[..] {
                let what = EventMistake::Contradicts(first.line);
                let line = last.line;
                mistakes.push((last, IcsMistake { line, what }));
            }
            exceptions.extend(newest);
        }
        let all = masters.iter().chain(&exceptions);
        mistakes.extend(all.clone().flat_map(|event| mistakes_of(event)));
        let name = masters.first().and_then(|event| event.name.as_deref());
        let linked = masters.len() == 1 || !exceptions.is_empty();
        let fault = mistakes
            .first()
            .map(|(event, _)| event.line)
            .filter(|_| linked);
        if let Some(fault) = fault {
            let others = all.filter(|event| mistakes.iter().all(|(odd, _)| odd.line != event.line));
            let others: Vec<_> = others.map(|event| belongs(event, fault)).collect();
            mistakes.extend(others);
        }
        let odd = |event: &IcsEvent| mistakes.iter().any(|(odd, _)| odd.line == event.line);
        let whole = |event: &&IcsEvent| fault.is_none() && !odd(event);
        let masters: Vec<&IcsEvent> = masters.into_iter().filter(whole).collect();
        let exceptions: Vec<&IcsEvent> = exceptions.into_iter().filter(whole).collect();
        for (event, mistake) in mistakes {
            self.misread
                .push((event, event.name.as_deref().or(name), mistake));
        }
        self.expand(&masters, &exceptions, name, steps);
    }

    /// The newest of several versions; where nothing says which that is, all stand.
    fn newest(&mut self, versions: Vec<&'e IcsEvent>) -> Vec<&'e IcsEvent> {
        let rank = |event: &IcsEvent| (event.sequence, event.stamp.clone());
        let Some(best) = versions.iter().map(|event| rank(event)).max() else {
            return versions;
        };
        let (newest, older): (Vec<_>, Vec<_>) =
            versions.into_iter().partition(|event| rank(event) == best);
        for event in older {
            let by = NoOccurrence::Replaced(newest[0].line);
            self.gone.push((event, event.name.as_deref(), by));
        }
        newest
    }

    fn expand(
        &mut self,
        masters: &[&'e IcsEvent],
        exceptions: &[&'e IcsEvent],
        name: Option<&'e str>,
        steps: &mut usize,
    ) {
        let mut found = vec![masters.is_empty(); exceptions.len()];
        for master in masters {
            let name = master.name.as_deref();
            let extent = (master.status != EventStatus::Cancelled).then(|| master.extent());
            let (start, days) = match extent {
                Some(Ok(Extent::Days(start, days))) => (start, days),
                Some(_) => {
                    self.gone.push((master, name, NoOccurrence::TimeOfDay));
                    found.fill(true);
                    continue;
                }
                None => {
                    self.gone.push((master, name, NoOccurrence::Cancelled));
                    if masters.len() == 1 {
                        let moot = exceptions.iter();
                        self.gone
                            .extend(moot.map(|event| (*event, name, NoOccurrence::Cancelled)));
                        return;
                    }
                    continue;
                }
            };
            let mut starts = match &master.repeat {
                Some(repeat) => repeat.starts(start, steps),
                None => vec![start],
            };
            if *steps == 0 {
                self.too_many = self.too_many.or(Some(master.line));
            }
            starts.extend(&master.also);
            let except: HashSet<NaiveDate> = master.except.iter().copied().collect();
            starts.retain(|date| !except.contains(date));
            let there: HashSet<NaiveDate> = starts.iter().copied().collect();
            let mut replaced = HashSet::new();
            for (found, event) in found.iter_mut().zip(exceptions) {
                if let Some(date) = event.instead_of.filter(|date| there.contains(date)) {
                    *found = true;
                    replaced.insert(date);
                }
            }
            starts.retain(|date| !replaced.contains(date));
            let origin = match &master.repeat {
                Some(_) => ClosingOrigin::Series,
                None => ClosingOrigin::Once,
            };
            self.occurrences.push(Occurrences {
                event: master,
                name,
                starts,
                days,
                origin,
            });
        }
        for (event, found) in exceptions.iter().zip(found) {
            let own = event.name.as_deref().or(name);
            self.exception(event, own, found, !masters.is_empty());
        }
    }

    fn exception(
        &mut self,
        event: &'e IcsEvent,
        name: Option<&'e str>,
        found: bool,
        of_series: bool,
    ) {
        let Some(date) = event.instead_of.filter(|_| found) else {
            let date = event.instead_of.map(|date| date.to_string());
            let mistake = IcsMistake {
                line: event.line,
                what: EventMistake::NoSuchOccurrence(date.unwrap_or_default()),
            };
            self.misread.push((event, name, mistake));
            return;
        };
        if event.status == EventStatus::Cancelled {
            self.gone.push((event, name, NoOccurrence::Cancelled));
            return;
        }
        match event.extent() {
            Ok(Extent::Days(start, days)) => self.occurrences.push(Occurrences {
                event,
                name,
                starts: vec![start],
                days,
                origin: match of_series {
                    true => ClosingOrigin::InPlaceOf(date),
                    false => ClosingOrigin::Once,
                },
            }),
            _ => self.gone.push((event, name, NoOccurrence::TimeOfDay)),
        }
    }
}

/// What is not understood of an event. Of one that is cancelled only which one it is matters.
fn mistakes_of(event: &IcsEvent) -> Vec<(&IcsEvent, IcsMistake)> {
    let mut mistakes: Vec<_> = event.mistakes.iter().cloned().map(|m| (event, m)).collect();
    if mistakes.is_empty()
        && event.status != EventStatus::Cancelled
        && let Err(what) = event.extent()
    {
        let line = event.line;
        mistakes.push((event, IcsMistake { line, what }));
    }
    mistakes
}

fn belongs(event: &IcsEvent, to: usize) -> (&IcsEvent, IcsMistake) {
    let what = EventMistake::BelongsTo(to);
    let line = event.line;
    (event, IcsMistake { line, what })
}
