//! Outcomes drawn: one file a format, and the terminal.
//!
//! [`show`] takes what a command returned and writes the answer to stdout (or a file); what is
//! said beside it goes to stderr. A renderer never decides anything about a ticket, and a command
//! never lays anything out.

mod cards;
mod chart;
mod drawn_chart;
mod figures;
mod formula;
mod grid;
mod html;
mod ics;
mod ids;
mod json;
mod label;
mod line_chart;
mod markdown;
mod matching;
mod openmetrics;
mod outcome;
#[cfg(feature = "pdf")]
mod pdf;
mod progress;
mod separated;
mod share;
mod shown;
mod sort;
mod speech;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod view;
mod xlsx;

use std::io::{self, Write};

pub(crate) use formula::restored;
pub(crate) use openmetrics::{Metric, MetricKind, open_metrics};
pub(crate) use outcome::*;
pub(crate) use progress::Progress;
pub(crate) use sort::SortKey;
pub(crate) use view::{Colour, RenderView, Stdout};

use crate::failure::Failure;
use crate::settings::Format;
#[cfg(feature = "pdf")]
use crate::wording::asked;
use outcome::PageRead;
use outcome::PickedField;
use shown::TimeStyle;

/// Why writing an answer stopped.
#[derive(Debug)]
pub(crate) enum RenderError {
    /// A record could not be worked out.
    Failure(Failure),
    /// It could not be written; a closed pipe is among these, and no error.
    Write(io::Error),
}

impl From<Failure> for RenderError {
    fn from(failure: Failure) -> RenderError {
        RenderError::Failure(failure)
    }
}

impl From<io::Error> for RenderError {
    fn from(error: io::Error) -> RenderError {
        RenderError::Write(error)
    }
}

impl From<csv::Error> for RenderError {
    fn from(error: csv::Error) -> RenderError {
        RenderError::Write(error.into())
    }
}

/// Writes the answer.
///
/// # Errors
/// A record that cannot be worked out, a field that does not exist, or an output that takes no
/// more.
pub(crate) fn show(
    body: Body,
    view: &RenderView<'_>,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    match body {
        Body::Nothing => Ok(()),
        Body::Listing(listing) => one(listing, view, out),
        Body::Listings(listings) => several(listings, view, out),
        Body::Growing(listings) => {
            for listing in listings {
                let listing = listing?;
                let picks = picks(&listing, view, Format::Jsonl)?;
                json::jsonl(listing, &picks, out)?;
                out.flush()?;
            }
            Ok(())
        }
        Body::Written(written) => after_writing(written, view, out),
        // a folder has a file for each; elsewhere they follow each other
        Body::Files(files, _) => {
            let listings = files.into_iter().map(|file| file.listing);
            several(listings.collect(), view, out)
        }
        Body::Verbatim(pieces) => {
            for piece in pieces {
                out.write_all(piece?.as_bytes())?;
            }
            Ok(())
        }
    }
}

fn one(listing: Listing, view: &RenderView<'_>, out: &mut dyn Write) -> Result<(), RenderError> {
    let format = format_of(&listing, view);
    let mut picks = picks(&listing, view, format)?;
    let mut listing = listing;
    if listing.holds_tables && matches!(format, Format::Table | Format::Tsv | Format::Csv) {
        listing = figures::long(listing, &picks)?;
        picks = outcome::default_picks(&listing.fields);
    }
    match format {
        Format::Table => table::table(listing, &picks, view, out),
        Format::Tsv => separated::tsv(listing, &picks, out),
        Format::Csv => separated::csv(listing, &picks, out),
        Format::Json => json::json(listing, &picks, out),
        Format::Jsonl => json::jsonl(listing, &picks, out),
        Format::Ids => ids::ids(listing, view.line_end, out),
        Format::Xlsx => xlsx::xlsx(sheets(listing, picks)?, view, out),
        Format::Ics => ics::ics(listing, &picks, view, out),
        Format::Text => {
            let page = page(listing, &picks)?;
            let times = match view.at_terminal() && page.read == PageRead::AtOnce {
                true => TimeStyle::Near,
                false => TimeStyle::Written,
            };
            text::text(&page, view, times, out)
        }
        Format::Markdown => markdown::markdown(&page(listing, &picks)?, view, out),
        Format::Html => html::html(&page(listing, &picks)?, view, out),
        #[cfg(feature = "pdf")]
        Format::Pdf => pdf(vec![listing], view, out),
    }
}

/// The lists that are sheets of a workbook: an answer that holds tables has one for each.
fn sheets(
    listing: Listing,
    picks: Vec<PickedField>,
) -> Result<Vec<(Listing, Vec<PickedField>)>, RenderError> {
    if !listing.holds_tables {
        return Ok(vec![(listing, picks)]);
    }
    let tables = figures::listings(listing, &picks)?.into_iter();
    let picked = tables.map(|table| {
        let picks = outcome::default_picks(&table.fields);
        (table, picks)
    });
    Ok(picked.collect())
}

/// The format that was asked for, else what suits the answer and where it goes.
fn format_of(listing: &Listing, view: &RenderView<'_>) -> Format {
    let page = match listing.prefer {
        PagePreference::Page => true,
        PagePreference::PageAtTerminal => view.at_terminal(),
        PagePreference::Records => false,
    };
    view.format.unwrap_or(match (page, view.at_terminal()) {
        // Who names fields wants records.
        (true, _) if view.fields.is_none() => Format::Text,
        (_, true) => Format::Table,
        (_, false) => Format::Tsv,
    })
}

fn picks(
    listing: &Listing,
    view: &RenderView<'_>,
    format: Format,
) -> Result<Vec<PickedField>, Failure> {
    let fields = &listing.fields;
    Ok(match (&view.fields, format) {
        (Some(names), _) => outcome::picks(&listing.name, fields, names)?,
        (None, Format::Json | Format::Jsonl) => outcome::all_picks(fields),
        (None, Format::Table) => table::terminal_order(fields, outcome::default_picks(fields)),
        (None, _) => outcome::default_picks(fields),
    })
}

/// The page of a listing; one without has its records as a table.
fn page(mut listing: Listing, picks: &[PickedField]) -> Result<Doc, Failure> {
    if let Some(page) = listing.page.take() {
        return Ok(page);
    }
    let named = |pick: &PickedField| match &listing.fields[pick.field] {
        field if field.key == pick.key => field.clone(),
        _ => Field::named(&pick.key),
    };
    let columns = picks.iter().map(named).collect();
    let wanted: Vec<usize> = picks.iter().map(|pick| pick.field).collect();
    let rows = listing
        .rows(&wanted)
        .map(|row| Ok(outcome::values(picks, row?)));
    let rows = rows.collect::<Result<Vec<Row>, Failure>>()?;
    Ok(Doc::default().block(Block::Table(DocTable::of(columns, rows))))
}

fn several(
    listings: Vec<Listing>,
    view: &RenderView<'_>,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    if view.format == Some(Format::Json) {
        let mut objects = Vec::new();
        for listing in listings {
            let picks = picks(&listing, view, Format::Json)?;
            objects.push(json::objects(listing, &picks));
        }
        return json::array(objects.into_iter().flatten(), out);
    }
    if view.format == Some(Format::Xlsx) {
        let mut all = Vec::new();
        for listing in listings {
            let picks = picks(&listing, view, Format::Xlsx)?;
            all.extend(sheets(listing, picks)?);
        }
        return xlsx::xlsx(all, view, out);
    }
    #[cfg(feature = "pdf")]
    if view.format == Some(Format::Pdf) {
        return pdf(listings, view, out);
    }
    if view.format == Some(Format::Html) {
        let mut pages = Doc::default();
        for listing in listings {
            let picks = picks(&listing, view, Format::Html)?;
            pages = pages.then(page(listing, &picks)?);
        }
        return html::html(&pages, view, out);
    }
    for (i, listing) in listings.into_iter().enumerate() {
        let for_people = matches!(
            format_of(&listing, view),
            Format::Table | Format::Text | Format::Markdown
        );
        if i > 0 && for_people {
            out.write_all(b"\n")?;
        }
        one(listing, view, out)?;
    }
    Ok(())
}

/// The pages of these answers, one behind the other, with the same answers as json attached.
#[cfg(feature = "pdf")]
fn pdf(
    listings: Vec<Listing>,
    view: &RenderView<'_>,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    if view.at_terminal() {
        let refused = Failure::usage(asked::PDF_AT_TERMINAL);
        return Err(refused.hint(asked::PDF_TO_FILE).into());
    }
    let mut pages = Doc::default();
    let mut answers = Vec::new();
    for listing in listings {
        let shown = picks(&listing, view, Format::Pdf)?;
        let heading = listing
            .page
            .is_none()
            .then(|| Doc::new(listing.name.as_str()));
        pages = pages.then(heading.unwrap_or_default());
        let (listing, same) = listing.twice()?;
        pages = pages.then(page(listing, &shown)?);
        answers.push(same);
    }
    let as_json = RenderView {
        format: Some(Format::Json),
        fields: view.fields.clone(),
        ..*view
    };
    let mut figures = Vec::new();
    match <[Listing; 1]>::try_from(answers) {
        Ok([only]) => one(only, &as_json, &mut figures)?,
        Err(all) => several(all, &as_json, &mut figures)?,
    }
    pdf::pdf(&pages, figures, view, out)
}

/// After a write stdout has what was asked for: in a pipe the id of what was created, with a
/// format the thing as it is now, with `ids` what was created or else the entry.
fn after_writing(
    written: WriteOutcome,
    view: &RenderView<'_>,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    let entry = Cell::from(written.entry);
    match view.format {
        None if view.at_terminal() => Ok(()),
        None => written
            .created
            .iter()
            .try_for_each(|id| ids::id(id, view.line_end, out)),
        Some(Format::Ids) if written.created.is_empty() => ids::id(&entry, view.line_end, out),
        Some(Format::Ids) => written
            .created
            .iter()
            .try_for_each(|id| ids::id(id, view.line_end, out)),
        Some(_) => match written.after {
            Some(listing) => one(listing, view, out),
            None => {
                let fields = vec![Field::named("entry"), Field::named("created")];
                let row = vec![entry, Cell::List(written.created)];
                one(
                    Listing::ready("a write", fields, vec![row]).single(),
                    view,
                    out,
                )
            }
        },
    }
}
