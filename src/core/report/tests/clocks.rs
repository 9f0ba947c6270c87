//! Clocks written as lines of text, and figures as lines of text.

use crate::core::model::TicketNo;
use crate::core::report::{
    Attainment, AttainmentLine, CauseSaid, ClockTally, Figures, Percentile, ReportClock,
    TicketLists, Window,
};
use crate::core::sla::{ClockEnd, Standstill};
use crate::core::time::Instant;

/// One clock: `7 response p1: started 0 due 30 reached 20`. Milestones and priorities as they
/// come, instants in seconds; `cycle`, `target`, `cause`, `held`, `paused`, `kind`,
/// `late-entry` and `moved-later` where needed.
pub(super) fn clock(text: &str) -> ReportClock<'static> {
    let (name, facts) = text.split_once(':').expect("a colon behind the name");
    let name: Vec<&str> = name.split_whitespace().collect();
    let words: Vec<&str> = facts.split_whitespace().collect();
    let value = |key: &str| {
        let place = words.iter().position(|word| *word == key)?;
        words.get(place + 1).copied()
    };
    let at = |key: &str| value(key).map(|text| Instant(text.parse().expect("an instant")));
    let fates = [
        ClockEnd::Reached,
        ClockEnd::Replaced,
        ClockEnd::Cancelled,
        ClockEnd::Corrected,
    ];
    let end = fates
        .into_iter()
        .find_map(|fate| at(fate.word()).map(|at| (at, fate)));
    let started = at("started").unwrap_or(Instant(0));
    ReportClock {
        ticket: TicketNo(name[0].parse().expect("a number")),
        n: 1,
        milestone: name[1].to_owned().into(),
        cycle: value("cycle").map_or(1, |cycle| cycle.parse().expect("a number")),
        priority: name[2].to_owned().into(),
        rank: name[2].strip_prefix('p').and_then(|rank| rank.parse().ok()),
        started,
        due: at("due"),
        breach: at("due"),
        paused: at("paused").map(|since| Standstill { since, until: None }),
        ended: end.map(|(at, _)| at),
        fate: end.map(|(_, fate)| fate),
        elapsed_at_end: end
            .filter(|(_, fate)| *fate == ClockEnd::Reached)
            .map(|(at, _)| at.since(started)),
        late_entry: words.contains(&"late-entry"),
        imported: words.contains(&"imported"),
        held_by: value("held").map(|word| word.to_owned().into()),
        held_line: None,
        kind: value("kind").map(|word| word.to_owned().into()),
        moved_later: words.contains(&"moved-later"),
        target: value("target").map(|word| word.to_owned().into()),
        clause: None,
        cause: match (value("cause"), words.contains(&"told")) {
            (Some(code), _) => CauseSaid::Code(code.to_owned().into()),
            (None, true) => CauseSaid::InWords,
            (None, false) => CauseSaid::Nothing,
        },
    }
}

/// Several clocks, one a line; those of a ticket are numbered as they come.
pub(super) fn clocks(text: &str) -> Vec<ReportClock<'static>> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut rows: Vec<ReportClock<'_>> = Vec::new();
    for line in lines {
        let mut row = clock(line);
        let before = rows.iter().filter(|known| known.ticket == row.ticket);
        row.n = u32::try_from(before.count()).expect("few") + 1;
        rows.push(row);
    }
    rows
}

/// From, to, now.
pub(super) fn window(from: i64, to: i64, now: i64) -> Window {
    Window {
        from: Instant(from),
        to: Instant(to),
        now: Instant(now),
    }
}

pub(super) fn tallied(rows: &[ReportClock<'_>], window: Window) -> Attainment {
    let mut tally = ClockTally::new(window, TicketLists::Kept);
    for row in rows {
        tally.add(row, &[]);
    }
    tally.finish(&["response".to_owned(), "resolution".to_owned()])
}

/// `response p1: met 1 2, breached 3; 2/3; median 20`, with the tickets of every figure.
pub(super) fn line(line: &AttainmentLine) -> String {
    let name = |word: &Option<String>, none: &str| word.clone().unwrap_or(none.to_owned());
    let by: Vec<String> = line.by.iter().map(|value| name(value, "-")).collect();
    let head = [
        by.join(" "),
        name(&line.milestone, "all"),
        name(&line.priority, "all"),
    ];
    format!("{}: {}", head.join(" ").trim(), figures(&line.figures))
}

pub(super) fn figures(figures: &Figures) -> String {
    let mut parts = Vec::new();
    for (name, list) in [
        ("met", &figures.met),
        ("breached", &figures.breached),
        ("corrected", &figures.corrected),
        ("late entry", &figures.late_entries),
        ("moved later", &figures.moved_later),
        ("superseded", &figures.superseded),
        ("cancelled", &figures.cancelled),
        ("open", &figures.open),
    ] {
        if !list.is_empty() {
            let tickets: Vec<String> = list.list().iter().map(ToString::to_string).collect();
            parts.push(format!("{name} {}", tickets.join(" ")));
        }
    }
    let share = figures.attainment();
    let share = share.map(|share| format!("; {}/{}", share.part, share.of));
    let median = figures
        .times
        .percentile(Percentile::P50)
        .map(|elapsed_at_end| format!("; median {elapsed_at_end}"));
    format!(
        "{}{}{}",
        parts.join(", "),
        share.unwrap_or_default(),
        median.unwrap_or_default()
    )
}

/// The lines, then the totals.
pub(super) fn report(attainment: &Attainment) -> String {
    let all = attainment.lines.iter().chain(&attainment.totals);
    all.map(|l| line(l) + "\n").collect()
}

/// Text without the indentation that it has in the source.
pub(super) fn plain(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| format!("{line}\n")).collect()
}
