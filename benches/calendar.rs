//! Calendars against the floor: what a lookup costs when all open time is ready as a table.
//!
//! The floor is a binary search in a list of UTC intervals with their sums, made beforehand for
//! all the years that are asked about. A calendar has no such list, answers from 1970 to 2200, and
//! must not be slower for it, nor slower over ten years than over an hour.

use std::collections::BTreeMap;
use std::hint::black_box;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use sladesk::almanac::{day_set, zone};
use sladesk::core::calendar::{Calendar, DaySet, StretchReason, Week, ZoneRules};
use sladesk::core::time::Instant;
use sladesk::core::time::Span;

const HOUR: i64 = 3600;
const YEAR: i64 = 31_556_952;
/// 2010-01-01, from when the holidays are known.
const FROM: i64 = 1_262_304_000;

struct Desk {
    week: Week,
    zone: ZoneRules,
    days: DaySet,
}

impl Desk {
    fn london() -> Desk {
        Desk {
            week: "mon-fri 09:00-18:00".parse().expect("a week"),
            zone: zone("Europe/London").expect("a zone"),
            days: day_set("england-and-wales").expect("a holiday set"),
        }
    }

    fn calendar(&self) -> Calendar {
        Calendar::new(&self.week, &self.zone, &[&self.days], &BTreeMap::new())
    }
}

/// Open intervals in UTC, and the open seconds before each.
struct Floor {
    open: Vec<(i64, i64)>,
    before: Vec<i64>,
}

impl Floor {
    fn of(calendar: &Calendar) -> Floor {
        let stretches = calendar.stretches(Instant(FROM), Instant(FROM + 26 * YEAR));
        let open = stretches
            .iter()
            .filter(|stretch| stretch.why == StretchReason::Open);
        let open: Vec<_> = open.map(|stretch| (stretch.from.0, stretch.to.0)).collect();
        let mut sum = 0;
        let before = open.iter().map(|(from, to)| {
            sum += to - from;
            sum - (to - from)
        });
        let before = before.collect();
        Floor { open, before }
    }

    fn open_before(&self, at: i64) -> i64 {
        let number = self.open.partition_point(|(_, to)| *to <= at);
        self.before[number] + (at - self.open[number].0).max(0)
    }

    fn elapsed(&self, from: i64, to: i64) -> i64 {
        self.open_before(to) - self.open_before(from)
    }

    fn due(&self, start: i64, seconds: i64) -> i64 {
        let goal = self.open_before(start) + seconds;
        let number = self.before.partition_point(|before| *before < goal) - 1;
        self.open[number].0 + goal - self.before[number]
    }
}

/// Instants all over fifteen years, in no order: nothing may depend on the last answer.
fn starts() -> Vec<i64> {
    let mut random = 0x9E37_79B9_7F4A_7C15u64;
    let next = || {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        FROM + (random % (15 * YEAR as u64)) as i64
    };
    std::iter::repeat_with(next).take(4096).collect()
}

/// Measures a question asked from every start.
fn ask(group: &mut BenchmarkGroup<'_, WallTime>, name: &str, question: impl Fn(i64) -> i64) {
    let starts = starts();
    group.throughput(Throughput::Elements(starts.len() as u64));
    group.bench_function(name, |bench| {
        bench.iter(|| {
            starts
                .iter()
                .fold(0i64, |sum, start| sum ^ question(black_box(*start)))
        });
    });
}

fn elapsed(criterion: &mut Criterion) {
    let calendar = Desk::london().calendar();
    let floor = Floor::of(&calendar);
    let mut group = criterion.benchmark_group("elapsed");
    for (name, span) in [
        ("1h", HOUR),
        ("1d", 24 * HOUR),
        ("1month", YEAR / 12),
        ("1y", YEAR),
        ("10y", 10 * YEAR),
    ] {
        ask(&mut group, &format!("calendar/{name}"), |start| {
            calendar.elapsed(Instant(start), Instant(start + span))
        });
        ask(&mut group, &format!("floor/{name}"), |start| {
            floor.elapsed(start, start + span)
        });
    }
}

fn due(criterion: &mut Criterion) {
    let calendar = Desk::london().calendar();
    let floor = Floor::of(&calendar);
    let mut group = criterion.benchmark_group("due");
    let due = |start, seconds| calendar.due(Instant(start), seconds).map_or(0, |due| due.0);
    for (name, seconds) in [
        ("1h", HOUR),
        ("4h", 4 * HOUR),
        ("180h", 180 * HOUR),
        ("1y", 2270 * HOUR),
        ("10y", 22_700 * HOUR),
    ] {
        ask(&mut group, &format!("calendar/{name}"), |start| {
            due(start, seconds)
        });
        ask(&mut group, &format!("floor/{name}"), |start| {
            floor.due(start, seconds)
        });
    }
    let within = |start, span| {
        calendar
            .due_within(Instant(start), span)
            .map_or(0, |due| due.0)
    };
    ask(&mut group, "calendar/20bd", |start| {
        within(start, Span::BusinessDays(20))
    });
}

/// What a process pays that asks a single question: from the content of the record (zone rules
/// and holidays as JSON) and the week of the terms to the first answer.
fn first_answer(criterion: &mut Criterion) {
    let desk = Desk::london();
    let zone = serde_json::to_string(&desk.zone).expect("rules are plain data");
    let days = serde_json::to_string(&desk.days).expect("days are plain data");
    let answer = |desk: &Desk| desk.calendar().due(Instant(FROM), 4 * HOUR);
    let mut group = criterion.benchmark_group("first answer");
    group.bench_function("from terms", |bench| {
        bench.iter(|| answer(black_box(&desk)))
    });
    group.bench_function("from the record", |bench| {
        bench.iter(|| {
            answer(&Desk {
                week: desk.week.clone(),
                zone: serde_json::from_str(black_box(&zone)).expect("as written"),
                days: serde_json::from_str(black_box(&days)).expect("as written"),
            })
        });
    });
}

criterion_group!(benches, elapsed, due, first_answer);
criterion_main!(benches);
