//! Every format, side by side, of the same answers.

use super::*;
use crate::core::filter::LineEnd;
use crate::core::model::EntryId;
use crate::core::time::Fixed;
use crate::core::time::Instant;
use crate::failure::FailureView;
use crate::plans::MarkedLine;

struct Ticket {
    number: i64,
    opened: Instant,
    state: &'static str,
    late: Option<i64>,
    subject: &'static str,
}

type C = Column<Ticket>;
const COLUMNS: &[C] = &[
    C::shown("ticket", |t| Cell::Id(t.number)).names(),
    C::shown("opened", |t| t.opened.into()),
    C::shown("state", |t| Cell::state(t.state)),
    C::shown("subject", |t| Cell::text(t.subject)).last(),
    C::shown("overdue_seconds", |t| {
        t.late.map_or(Cell::Absent, Cell::Overdue)
    })
    .titled("LEFT"),
    C::shown("clock", |_| Cell::Number(1)).not_at_a_terminal(),
    C::more("tags", |_| Cell::codes(["vip"])),
];

const NOW: Instant = Instant(1_791_972_000); // 2026-10-14T10:00:00Z

fn tickets() -> Listing {
    let ticket = |number, opened, state, late, subject| Ticket {
        number,
        opened: NOW.plus(opened),
        state,
        late,
        subject,
    };
    Listing::of(
        "list",
        COLUMNS,
        [
            ticket(
                42,
                -3600,
                "open",
                Some(7500),
                "Nobody can log in | since *today*",
            ),
            ticket(
                7,
                -86_400,
                "waiting-customer",
                None,
                "Không đăng nhập được \u{1b}[31m",
            ),
        ],
    )
}

fn view(format: Option<Format>, stdout: Stdout) -> RenderView<'static> {
    static MADRID: std::sync::LazyLock<Fixed> = std::sync::LazyLock::new(|| Fixed::hours(2));
    RenderView {
        now: NOW,
        zone: &*MADRID,
        format,
        fields: None,
        stdout,
        colour: Colour::Off,
        line_end: LineEnd::Newline,
        desk: None,
    }
}

const PIPE: Stdout = Stdout::Elsewhere { width: None };

const TERMINAL: Stdout = Stdout::Terminal {
    width: 72,
    height: 24,
};

fn drawn(body: Body, view: &RenderView<'_>) -> String {
    let mut out = Vec::new();
    match show(body, view, &mut out) {
        Ok(()) => String::from_utf8(out).expect("UTF-8"),
        Err(RenderError::Failure(failure)) => failure.drawn(FailureView::PLAIN),
        Err(RenderError::Write(error)) => panic!("memory takes all: {error}"),
    }
}

fn listed(format: Format) -> String {
    drawn(Body::Listing(tickets()), &view(Some(format), PIPE))
}

#[test]
fn at_a_terminal_a_list_is_a_table_with_the_subject_last_and_cut() {
    let expected = "\
TICKET  OPENED           STATE                LEFT  SUBJECT
42      today 11:00      open              -2h 05m  Nobody can log in |…
7       yesterday 12:00  waiting-customer           Không đăng nhập…
";
    let view = view(None, TERMINAL);
    assert_eq!(drawn(Body::Listing(tickets()), &view), expected);
}

#[test]
fn in_a_pipe_a_list_is_tsv_with_nothing_cut() {
    let expected = "42\t2026-10-14T09:00:00Z\topen\tNobody can log in | since *today*\t7500\t1\n\
                    7\t2026-10-13T10:00:00Z\twaiting-customer\tKhông đăng nhập được ␛[31m\t-\t1\n";
    let view = view(None, PIPE);
    assert_eq!(drawn(Body::Listing(tickets()), &view), expected);
}

#[test]
fn a_table_in_a_pipe_is_cut_only_where_columns_says_so() {
    assert!(listed(Format::Table).contains("Nobody can log in | since *today*\n"));
    let mut view = view(Some(Format::Table), PIPE);
    view.stdout = Stdout::Elsewhere { width: Some(60) };
    let drawn = drawn(Body::Listing(tickets()), &view);
    assert!(
        drawn.lines().all(|line| line.chars().count() <= 60),
        "{drawn}"
    );
}

#[test]
fn csv_has_a_header() {
    let expected = "ticket,opened,state,subject,overdue_seconds,clock\r\n\
        42,2026-10-14T09:00:00Z,open,Nobody can log in | since *today*,7500,1\r\n\
        7,2026-10-13T10:00:00Z,waiting-customer,Không đăng nhập được ␛[31m,,1\r\n";
    assert_eq!(listed(Format::Csv), expected);
}

#[test]
fn json_has_all_keys_and_is_an_array_for_a_list() {
    let expected = r#"[
{"ticket":42,"opened":"2026-10-14T09:00:00Z","state":"open","subject":"Nobody can log in | since *today*","overdue_seconds":7500,"clock":1,"tags":["vip"]},
{"ticket":7,"opened":"2026-10-13T10:00:00Z","state":"waiting-customer","subject":"Không đăng nhập được \u001b[31m","overdue_seconds":null,"clock":1,"tags":["vip"]}
]
"#;
    assert_eq!(listed(Format::Json), expected);
    let lines: Vec<String> = listed(Format::Jsonl).lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), 2);
    assert!(expected.contains(&lines[0]));
}

#[test]
fn ids_are_what_names_each_thing() {
    assert_eq!(listed(Format::Ids), "42\n7\n");
}

#[test]
fn a_list_as_a_page_is_its_table() {
    let expected = "\
| ticket | opened | state | subject | left | clock |
| --- | --- | --- | --- | ---: | ---: |
| 42 | 2026-10-14 11:00 | open | Nobody can log in \\| since \\*today\\* | -2h 05m | 1 |
| 7 | 2026-10-13 12:00 | waiting-customer | Không đăng nhập được ␛\\[31m |  | 1 |
";
    assert_eq!(listed(Format::Markdown), expected);
}

#[test]
fn nothing_that_fits_is_a_valid_answer_in_every_format() {
    for (format, expected) in [
        (Format::Table, ""),
        (Format::Tsv, ""),
        (
            Format::Csv,
            "ticket,opened,state,subject,overdue_seconds,clock\r\n",
        ),
        (Format::Json, "[]\n"),
        (Format::Jsonl, ""),
        (Format::Ids, ""),
    ] {
        let none = Listing::of("list", COLUMNS, Vec::new());
        let view = view(Some(format), PIPE);
        assert_eq!(
            drawn(Body::Listing(none), &view),
            expected,
            "{}",
            format.word()
        );
    }
}

#[test]
fn fields_that_are_asked_for_are_shown_in_that_order_in_every_format() {
    for (format, expected) in [
        (Format::Table, "TAGS  TICKET\nvip   42\nvip   7\n"),
        (Format::Tsv, "vip\t42\nvip\t7\n"),
        (Format::Csv, "tags,ticket\r\nvip,42\r\nvip,7\r\n"),
        (
            Format::Json,
            "[\n{\"tags\":[\"vip\"],\"ticket\":42},\n{\"tags\":[\"vip\"],\"ticket\":7}\n]\n",
        ),
        (Format::Ids, "42\n7\n"),
    ] {
        let mut view = view(Some(format), PIPE);
        view.fields = Some(["tags", "ticket"].map(|name| name.parse().unwrap()).into());
        assert_eq!(
            drawn(Body::Listing(tickets()), &view),
            expected,
            "{}",
            format.word()
        );
    }
}

fn single() -> Listing {
    let page = Doc::new("Ticket 42")
        .facts([
            ("state", Cell::state("open")),
            ("opened", Cell::from(NOW)),
            ("gone", Cell::Absent),
        ])
        .heading("What was said")
        .quote("it does not\nwork")
        .table(
            ["at", "open_seconds"],
            [vec![Cell::from(NOW), Cell::Seconds(7500)]],
        )
        .block(Block::Chart(Chart::Bars(BarChart {
            title: "Met".into(),
            bars: vec![("p1".into(), 0.5, Cell::Share { part: 1, of: 2 })],
            full: Some(1.0),
        })));
    tickets()
        .limited(Some(1))
        .expect("no failure")
        .single()
        .page(PagePreference::Page, page)
}

#[test]
fn one_thing_is_a_page_for_people_and_an_object_for_scripts() {
    let page = "\
Ticket 42

  state   open
  opened  2026-10-14 12:00

What was said
  | it does not
  | work

  AT                OPEN SECONDS
  2026-10-14 12:00        2h 05m

Met
  p1  ████████████████████ 50%
";
    let pipe = view(None, PIPE);
    assert_eq!(drawn(Body::Listing(single()), &pipe), page);
    let object = drawn(Body::Listing(single()), &view(Some(Format::Json), PIPE));
    assert!(object.starts_with("{\n  \"ticket\": 42,\n"), "{object}");
    let jsonl = drawn(Body::Listing(single()), &view(Some(Format::Jsonl), PIPE));
    assert_eq!(jsonl.lines().count(), 1);
}

#[test]
fn at_a_terminal_a_page_names_days_by_how_near_they_are() {
    assert!(drawn(Body::Listing(single()), &view(None, TERMINAL)).contains("opened  today 12:00"));
}

#[test]
fn the_page_in_markdown_escapes_what_people_wrote() {
    let markdown = drawn(Body::Listing(single()), &view(Some(Format::Markdown), PIPE));
    let expected = "\
# Ticket 42

- **state**: open
- **opened**: 2026-10-14 12:00

## What was said

> it does not
> work

| at | open seconds |
| --- | ---: |
| 2026-10-14 12:00 | 2h 05m |

**Met**

- p1: 50%
";
    assert_eq!(markdown, expected);
}

#[test]
fn a_report_is_an_object_around_its_records() {
    let report = || {
        let seal = vec![("seal".into(), Cell::code("e7-9f3a"))];
        let period = vec![("period".into(), Cell::code("2026Q3"))];
        tickets()
            .limited(Some(1))
            .expect("no failure")
            .around(period, "rows", seal)
    };
    let jsonl = drawn(Body::Listing(report()), &view(Some(Format::Jsonl), PIPE));
    let value: serde_json::Value = serde_json::from_str(&jsonl).expect("one object on one line");
    assert_eq!(value["period"], "2026Q3");
    assert_eq!(value["rows"][0]["ticket"], 42);
    assert_eq!(value["seal"], "e7-9f3a");
    let both = Body::Listings(vec![report(), report()]);
    let json = drawn(both, &view(Some(Format::Json), PIPE));
    let value: serde_json::Value = serde_json::from_str(&json).expect("an array");
    assert_eq!(value[1]["rows"][0]["ticket"], 42);
}

#[test]
fn a_write_says_on_stdout_only_what_scripts_need() {
    let opened = || {
        Body::Written(
            WriteOutcome::new(EntryId(9))
                .created(Cell::Id(43))
                .after(single()),
        )
    };
    let replied = || Body::Written(WriteOutcome::new(EntryId(9)).after(single()));
    let undone = || Body::Written(WriteOutcome::new(EntryId(9)));
    let at = |body, format, stdout| drawn(body, &view(format, stdout));
    let pipe = PIPE;
    assert_eq!(at(opened(), None, pipe), "43\n");
    assert_eq!(at(opened(), None, TERMINAL), "");
    assert_eq!(at(replied(), None, pipe), "");
    assert_eq!(at(opened(), Some(Format::Ids), pipe), "43\n");
    assert_eq!(at(replied(), Some(Format::Ids), pipe), "e9\n");
    assert!(at(replied(), Some(Format::Json), pipe).starts_with("{\n  \"ticket\": 42"));
    assert_eq!(
        at(undone(), Some(Format::Jsonl), pipe),
        "{\"entry\":\"e9\",\"created\":[]}\n"
    );
}

#[test]
fn colour_is_for_the_eye_and_says_nothing_new() {
    let mut view = view(Some(Format::Table), PIPE);
    let plain = drawn(Body::Listing(tickets()), &view);
    view.colour = Colour::On;
    let coloured = drawn(Body::Listing(tickets()), &view);
    assert!(coloured.contains('\u{1b}'));
    let stripped = anstream::adapter::strip_str(&coloured).to_string();
    let lines = |text: &str| {
        text.lines()
            .map(|l| l.trim_end().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(lines(&stripped), lines(&plain));
}

#[test]
fn a_page_wraps_long_text_between_words() {
    let page = Doc::default().text("word ".repeat(40));
    let listing = tickets().page(PagePreference::Page, page);
    let drawn = drawn(Body::Listing(listing), &view(None, TERMINAL));
    assert!(
        drawn.lines().count() > 2 && drawn.lines().all(|line| line.len() <= 72),
        "{drawn}"
    );
}

#[test]
fn an_excerpt_of_a_file_is_drawn_for_the_page_and_is_code_in_markdown() {
    let page = || {
        let excerpt = Excerpt {
            severity: "warning",
            says: "odd".to_owned(),
            line: Some(MarkedLine {
                file: "a.toml".to_owned(),
                line: 1,
                column: 1,
                text: "```".to_owned(),
                mark: 0..3,
                label: String::new(),
            }),
            hint: None,
        };
        let page = Doc::default().block(Block::Excerpt(excerpt));
        Listing::ready("check", Vec::new(), Vec::new()).page(PagePreference::Page, page)
    };
    let lines = "warning: odd\n --> a.toml:1:1\n  |\n1 | ```\n  | ^^^\n";
    assert_eq!(drawn(Body::Listing(page()), &view(None, TERMINAL)), lines);
    let markdown = drawn(
        Body::Listing(page()),
        &view(Some(Format::Markdown), TERMINAL),
    );
    assert_eq!(markdown, format!("````text\n{lines}````\n"));
}
