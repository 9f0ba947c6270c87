//! Tsv for pipes and csv for spreadsheets: the same values, told apart by the same names.

use std::borrow::Cow;
use std::io::Write;

use super::RenderError;
use super::formula::defused;
use super::outcome::{Cell, Listing};
use super::outcome::{PickedField, values};
use super::shown::exact;
use crate::core::text::{visible_line, visible_text};

/// Tabs between the values, no header; what is absent is `-`, so that no column is ever empty.
pub(super) fn tsv(
    listing: Listing,
    picks: &[PickedField],
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    let wanted: Vec<usize> = picks.iter().map(|pick| pick.field).collect();
    for row in listing.rows(&wanted) {
        for (i, cell) in values(picks, row?).iter().enumerate() {
            if i > 0 {
                out.write_all(b"\t")?;
            }
            let value = exact(cell).unwrap_or(Cow::Borrowed("-"));
            out.write_all(visible_line(&value).as_bytes())?;
        }
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// RFC 4180 with a header; what is absent is empty.
pub(super) fn csv(
    listing: Listing,
    picks: &[PickedField],
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(out);
    writer.write_record(picks.iter().map(|pick| pick.key.as_str()))?;
    let wanted: Vec<usize> = picks.iter().map(|pick| pick.field).collect();
    for row in listing.rows(&wanted) {
        for cell in values(picks, row?) {
            let value = exact(&cell).unwrap_or_default();
            writer.write_field(match cell {
                Cell::Text(_)
                | Cell::Address(_)
                | Cell::Marked(_)
                | Cell::Told(_)
                | Cell::Phrase(_) => defused(&visible_text(&value)).into_owned(),
                _ => visible_text(&value).into_owned(),
            })?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::{Column, outcome};

    type C = Column<(i64, &'static str)>;
    const COLUMNS: &[C] = &[
        C::shown("ticket", |t| Cell::Id(t.0)),
        C::shown("subject", |t| Cell::text(t.1)),
        C::shown("assignee", |_| Cell::Absent),
    ];

    fn written(
        format: fn(Listing, &[PickedField], &mut dyn Write) -> Result<(), RenderError>,
        subject: &'static str,
    ) -> String {
        let listing = Listing::of("list", COLUMNS, [(-42, subject)]);
        let picks = outcome::default_picks(&listing.fields);
        let mut out = Vec::new();
        assert!(format(listing, &picks, &mut out).is_ok());
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn a_tsv_line_is_one_line_with_as_many_columns_as_any_other() {
        assert_eq!(written(tsv, "one\ttwo\nthree"), "-42\tone␉two␊three\t-\n");
        assert_eq!(written(tsv, ""), "-42\t\t-\n");
    }

    #[test]
    fn csv_quotes_what_needs_quotes_and_keeps_line_ends() {
        assert_eq!(
            written(csv, "say \"hi\",\nplease"),
            "ticket,subject,assignee\r\n-42,\"say \"\"hi\"\",\nplease\",\r\n"
        );
    }

    #[test]
    fn a_subject_cannot_run_as_a_formula() {
        for subject in ["=1+1", "+A1", "-1", "@SUM(A1)", "\tx"] {
            let line = written(csv, subject);
            assert!(line.contains(&format!("-42,'{subject},")), "{line:?}");
        }
    }
}
