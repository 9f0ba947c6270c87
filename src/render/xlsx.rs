//! A workbook for spreadsheets: a sheet a list, its cells typed. The same bytes for the same answer.

use std::io::Write;

use chrono::NaiveDate;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::formula::defused;
use super::outcome::{Cell, Listing, PickedField, values};
use super::shown::{exact, fraction};
use super::{RenderError, RenderView};
use crate::core::text::{visible_line, visible_text};
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::wording::asked;

/// Rows of a sheet below its heads.
const MOST_ROWS: u32 = 1_048_575;
/// Characters of a cell.
const MOST_LETTERS: usize = 32_767;
/// Characters of the name of a sheet.
const SHEET_NAME: usize = 31;
/// No column is drawn wider, in pixels.
const WIDEST: u32 = 480;
const DAY: f64 = 86_400.0;

/// How cells are shown.
struct Formats {
    head: Format,
    /// Text that a spreadsheet would reckon with if it were typed.
    literal: Format,
    instant: Format,
    day: Format,
    time: Format,
    share: Format,
}

impl Formats {
    fn new() -> Formats {
        Formats {
            head: Format::new().set_bold(),
            literal: Format::new().set_quote_prefix(),
            instant: Format::new().set_num_format("yyyy-mm-dd hh:mm:ss"),
            day: Format::new().set_num_format("yyyy-mm-dd"),
            time: Format::new().set_num_format("[h]:mm:ss;-[h]:mm:ss"),
            share: Format::new().set_num_format("0.00%"),
        }
    }
}

pub(super) fn xlsx(
    sheets: Vec<(Listing, Vec<PickedField>)>,
    view: &RenderView<'_>,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    if view.at_terminal() {
        let refused = Failure::usage(asked::XLSX_AT_TERMINAL);
        return Err(refused.hint(asked::XLSX_TO_FILE).into());
    }
    let formats = Formats::new();
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_timestamp(view.now.0).map_err(unwritten)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let mut names: Vec<String> = Vec::new();
    for (place, (listing, picks)) in sheets.into_iter().enumerate() {
        let alone = sheet_name(&listing.name, None);
        let name = match names.contains(&alone) {
            true => sheet_name(&listing.name, Some(place + 1)),
            false => alone,
        };
        names.push(name.clone());
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).map_err(unwritten)?;
        fill(sheet, listing, &picks, &formats, view)?;
    }
    out.write_all(&workbook.save_to_buffer().map_err(unwritten)?)?;
    Ok(())
}

fn sheet_name(listing: &str, number: Option<usize>) -> String {
    let end = number.map(|n| format!(" {n}")).unwrap_or_default();
    let kept = SHEET_NAME - end.len();
    listing.chars().take(kept).collect::<String>() + &end
}

fn fill(
    sheet: &mut Worksheet,
    listing: Listing,
    picks: &[PickedField],
    formats: &Formats,
    view: &RenderView<'_>,
) -> Result<(), RenderError> {
    for (column, pick) in (0..).zip(picks) {
        let key = pick.key.as_str();
        sheet
            .write_string_with_format(0, column, key, &formats.head)
            .map_err(unwritten)?;
    }
    sheet.set_freeze_panes(1, 0).map_err(unwritten)?;
    let wanted: Vec<usize> = picks.iter().map(|pick| pick.field).collect();
    let mut line = 0_u32;
    for row in listing.rows(&wanted) {
        let row = row?;
        line += 1;
        if line > MOST_ROWS {
            return Err(Failure::usage(asked::too_many_for_a_sheet(MOST_ROWS)).into());
        }
        for (column, cell) in (0..).zip(values(picks, row)) {
            write(sheet, (line, column), &cell, formats, view).map_err(unwritten)?;
        }
    }
    sheet.set_autofit_max_width(WIDEST).autofit();
    Ok(())
}

fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    formats: &Formats,
    view: &RenderView<'_>,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Absent => {}
        Cell::Linked(linked) => return write(sheet, (row, column), &linked.0, formats, view),
        Cell::Told(told) => return write(sheet, (row, column), &told.0, formats, view),
        Cell::Number(n) | Cell::Cases(n) | Cell::Id(n) => {
            sheet.write_number(row, column, *n as f64)?;
        }
        Cell::Money(money) => {
            if let Ok(nearest) = money.to_string().parse::<f64>() {
                let places = "0".repeat(money.places() as usize);
                let format = Format::new().set_num_format(format!("0.{places}"));
                sheet.write_number_with_format(row, column, nearest, &format)?;
            }
        }
        Cell::Flag(flag) => {
            sheet.write_boolean(row, column, *flag)?;
        }
        Cell::Seconds(seconds) | Cell::Exact(seconds) | Cell::Overdue(seconds) => {
            sheet.write_number_with_format(row, column, *seconds as f64 / DAY, &formats.time)?;
        }
        Cell::Share { part, of } => {
            if let Some(share) = fraction(*part, *of) {
                sheet.write_number_with_format(row, column, share, &formats.share)?;
            }
        }
        Cell::Instant(at) | Cell::Precise(at) | Cell::Dated(at) => {
            let serial = serial_of(*at, view);
            sheet.write_number_with_format(row, column, serial, &formats.instant)?;
        }
        Cell::Day(day) | Cell::Date(day) => {
            let days = day.signed_duration_since(first_day()).num_days();
            sheet.write_number_with_format(row, column, days as f64, &formats.day)?;
        }
        other => {
            let Some(text) = exact(other) else {
                return Ok(());
            };
            let text = visible_text(&text);
            let literal = defused(&text) != text;
            let text = fitting(&text);
            match literal {
                true => sheet.write_string_with_format(row, column, text, &formats.literal)?,
                false => sheet.write_string(row, column, text)?,
            };
        }
    }
    Ok(())
}

/// The day from which spreadsheets count.
fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default()
}

/// An instant in days, as the clocks of the zone show it in which people read the answer.
fn serial_of(at: Instant, view: &RenderView<'_>) -> f64 {
    let shown = view.zone.wall(at);
    let since = shown.signed_duration_since(first_day().and_time(chrono::NaiveTime::MIN));
    since.num_seconds() as f64 / DAY
}

fn fitting(text: &str) -> String {
    if text.chars().count() <= MOST_LETTERS {
        return text.to_owned();
    }
    text.chars().take(MOST_LETTERS - 1).chain(['…']).collect()
}

fn unwritten(error: XlsxError) -> RenderError {
    RenderError::Failure(Failure::unexpected(visible_line(&error.to_string())))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;
    use crate::core::calendar::ZoneRules;
    use crate::core::filter::LineEnd;
    use crate::core::report::Money;
    use crate::render::{Colour, Column, Stdout, outcome};

    type C = Column<(i64, &'static str)>;
    const COLUMNS: &[C] = &[
        C::shown("ticket", |t| Cell::Id(t.0)),
        C::shown("subject", |t| Cell::text(t.1)),
        C::shown("due", |_| Cell::Instant(Instant(1_767_268_800))),
        C::shown("end", |_| {
            Cell::Day(NaiveDate::from_ymd_opt(2026, 1, 2).unwrap())
        }),
        C::shown("late_seconds", |t| Cell::Overdue(-5400 * t.0)),
        C::shown("share", |_| Cell::Share { part: 1, of: 4 }),
        C::shown("open", |_| Cell::Flag(true)),
        C::shown("tags", |_| Cell::Absent),
        C::shown("left", |t| Cell::Cases(t.0 * 7)),
        C::shown("amount", |_| Cell::from(Money::of("1234.5"))),
    ];

    fn workbook(stdout: Stdout) -> Result<Vec<u8>, RenderError> {
        let listing = Listing::of("list", COLUMNS, [(1, "=1+1"), (2, "plain \u{1b}[31m")]);
        let picks = outcome::default_picks(&listing.fields);
        let zone = ZoneRules::fixed("UTC+1").expect("a zone");
        let view = RenderView {
            now: Instant(1_767_225_600),
            zone: &zone,
            format: None,
            fields: None,
            stdout,
            colour: Colour::Off,
            line_end: LineEnd::default(),
            desk: None,
        };
        let mut out = Vec::new();
        xlsx(vec![(listing, picks)], &view, &mut out)?;
        Ok(out)
    }

    fn part(workbook: &[u8], name: &str) -> String {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(workbook)).expect("a zip");
        let mut text = String::new();
        let mut part = archive.by_name(name).expect(name);
        part.read_to_string(&mut text).expect("text");
        text
    }

    #[test]
    fn cells_are_what_they_are_and_no_text_is_a_formula() {
        let written = workbook(Stdout::Elsewhere { width: None });
        let Ok(written) = written else {
            panic!("a workbook");
        };
        let sheet = part(&written, "xl/worksheets/sheet1.xml");
        for cell in [
            "<c r=\"A2\"><v>1</v></c>",
            // 2026-01-01 13:00 on the clocks of the zone, and the day after
            "<v>46023.541666666664</v>",
            "<v>46024</v>",
            // an hour and a half
            "<v>-0.0625</v>",
            "<v>0.25</v>",
            "t=\"b\"><v>1</v>",
            "<c r=\"I2\"><v>7</v></c>",
            "<v>1234.5</v>",
        ] {
            assert!(sheet.contains(cell), "{cell} in {sheet}");
        }
        assert!(!sheet.contains("<f>"), "{sheet}");
        assert!(
            !sheet.contains("\"H2\""),
            "what is absent is an empty cell: {sheet}"
        );
        let texts = part(&written, "xl/sharedStrings.xml");
        assert!(
            texts.contains("<t>=1+1</t>") && texts.contains("plain \u{241b}[31m"),
            "{texts}"
        );
        let styles = part(&written, "xl/styles.xml");
        assert!(
            ["quotePrefix=\"1\"", "[h]:mm:ss", "formatCode=\"0.00\""]
                .iter()
                .all(|part| styles.contains(part)),
            "{styles}"
        );
    }

    #[test]
    fn the_same_answer_is_the_same_bytes_and_none_for_a_terminal() {
        let elsewhere = Stdout::Elsewhere { width: None };
        let (Ok(once), Ok(again)) = (workbook(elsewhere), workbook(elsewhere)) else {
            panic!("a workbook");
        };
        assert_eq!(once, again);
        let terminal = Stdout::Terminal {
            width: 80,
            height: 24,
        };
        assert!(matches!(workbook(terminal), Err(RenderError::Failure(_))));
    }
}
