//! A mapping that is made from a file: what a person goes through before the first import.

use super::column_names::{DUE, is_of_exports, likely_columns, says_when};
use super::encoding::could_be;
use super::status_words::likely_status;
use crate::core::intake::{ColumnKey, FileSurvey, FittingForm, Mapping, SurveyedColumn};
use crate::core::text::{folded, shortened};

/// What is known of the file besides its columns.
pub(crate) struct DraftedFile<'f> {
    pub name: &'f str,
    pub delimiter: u8,
    /// It says itself what parts its cells.
    pub says_delimiter: bool,
    /// The [line](encoding_line) that says it; none: UTF-8, or a mark does.
    pub encoding: Option<String>,
    pub survey: &'f FileSurvey,
}

/// What stands above a copy of a built-in mapping.
pub(crate) fn copied(name: &str) -> String {
    format!(
        "# A copy of the built-in mapping `{name}`, to be changed: the zone of the times, the words of the plan, whose\n\
         # `[organisation]` and `[assignee]` are. `sladesk import events FILE --mapping THIS -n` shows what it makes.\n"
    )
}

/// The mapping.
pub(crate) fn draft(file: &DraftedFile<'_>) -> String {
    let survey = file.survey;
    let mut columns = likely_columns(survey);
    let of = |columns: &[(&'static str, usize)], key: &str| {
        let found = columns.iter().find(|(known, _)| *known == key);
        found.map(|(_, place)| &survey.columns[*place])
    };
    let is_log = of(&columns, "ticket").is_some_and(|column| column.repeats);
    if is_log && of(&columns, "at").is_none() {
        // a log whose change is dated by the column of its last update
        let updated = columns.iter_mut().find(|(key, _)| *key == "updated");
        if let Some(updated) = updated {
            updated.0 = "at";
        }
    }
    columns.retain(|(key, _)| match is_log {
        true => !is_of_exports(key),
        false => *key != "at",
    });
    let mut out = Vec::new();
    let is_sure = of(&columns, "ticket").is_none_or(|column| column.kept_all);
    head(file, &mut out);
    out.push(match (is_log, is_sure) {
        (true, _) => "# The keys of tickets come again: one row a change.".to_owned(),
        (false, true) => "# No key of a ticket comes again: one row a ticket.".to_owned(),
        (false, false) => {
            "# None of the first keys of tickets comes again: taken for one row a ticket."
                .to_owned()
        }
    });
    out.push("[columns]".to_owned());
    if of(&columns, "ticket").is_none() {
        out.push(
            "# ticket = \"...\"      # which column holds the ticket's key? It is needed"
                .to_owned(),
        );
    }
    let when = if is_log { "at" } else { "opened" };
    if of(&columns, when).is_none() {
        let all = survey.columns.iter().enumerate();
        let mut free = all.filter(|(place, _)| !columns.iter().any(|(_, taken)| taken == place));
        let likely = free.find(|(_, column)| holds_times(column));
        out.push(match likely {
            Some((_, column)) => format!(
                "# {when} = {}          # which column says when? It is needed, and this one holds times",
                quoted(&column.name)
            ),
            None => {
                format!("# {when} = \"...\"          # which column says when? It is needed")
            }
        });
    }
    for (key, place) in columns.iter().filter(|(key, _)| *key != DUE) {
        out.push(column_line(key, &survey.columns[*place]));
    }
    unused(survey, &columns, &mut out);
    times(survey, &columns, &mut out);
    if let Some(due) = of(&columns, DUE) {
        out.push(String::new());
        out.push("[theirs.resolution]                    # what the old tool's clock says, compared with ours".to_owned());
        out.push(format!("due = {}", quoted(&due.name)));
    }
    if let Some(status) = of(&columns, "status") {
        statuses(status, &mut out);
    }
    for key in [
        "priority",
        "channel",
        "assignee",
        "organisation",
        "impact",
        "urgency",
    ] {
        if let Some(column) = of(&columns, key) {
            words(key, column, &mut out);
        }
    }
    if of(&columns, "priority").is_none() {
        out.push(String::new());
        out.push("[defaults]".to_owned());
        out.push(
            "# priority = \"...\"                     # no column seems to say it, and plans want one"
                .to_owned(),
        );
    }
    out.push(String::new());
    out.join("\n")
}

fn head(file: &DraftedFile<'_>, out: &mut Vec<String>) {
    let survey = file.survey;
    out.push(format!(
        "# Made from {}: {} rows, {} columns. Go through it, then see what would become of the first tickets:\n\
         #   sladesk import events {} --mapping THIS-FILE --customer C -n",
        plain(file.name),
        survey.rows,
        survey.columns.len(),
        plain(file.name)
    ));
    if survey.odd_rows > 0 {
        out.push(format!(
            "# {} rows have more or fewer cells than the first line has names: they will be refused.",
            survey.odd_rows
        ));
    }
    out.push(String::new());
    out.push(
        "name = \"oldtool\"                       # stands before each ticket's key: oldtool:4711"
            .to_owned(),
    );
    if file.delimiter != b',' && !file.says_delimiter {
        out.push(format!(
            "delimiter = {}",
            quoted(&char::from(file.delimiter).to_string())
        ));
    }
    if let Some(encoding) = &file.encoding {
        out.push(encoding.clone());
    }
    out.extend(unknown_line(&[], survey));
    out.push(String::new());
}

/// Cells that say nothing: those that a mapping knows, with the others of the file; none: it has no
/// others.
pub(crate) fn unknown_line(known: &[String], survey: &FileSurvey) -> Option<String> {
    let more = survey.nothing.iter().filter(|word| !known.contains(word));
    let more: Vec<&String> = more.collect();
    if more.is_empty() {
        return None;
    }
    let words = known.iter().chain(more).map(|word| quoted(word));
    let line = format!("unknown = [{}]", words.collect::<Vec<_>>().join(", "));
    Some(format!(
        "{line:<38} # cells that say nothing, besides the empty one"
    ))
}

/// The encoding that the letters of a file are likeliest in, and others in which they are words, too.
pub(crate) fn encoding_line(encoding: &str, others: &[String]) -> String {
    let line = format!("encoding = {}", quoted(&encoding.to_lowercase()));
    let look = "likely: look at the letters with accents";
    match others {
        [] => format!("{line:<38} # {look}"),
        others => format!("{line:<38} # {look}; {}", could_be(others)),
    }
}

fn column_line(key: &str, column: &SurveyedColumn) -> String {
    let first: Vec<String> = column.first.iter().map(|text| plain(text)).collect();
    let says = match (column.says, first.is_empty()) {
        (0, _) | (_, true) => "says nothing".to_owned(),
        _ => first.join(" | "),
    };
    let line = format!("{key} = {}", quoted(&column.name));
    format!("{line:<38} # {says}")
}

fn unused(survey: &FileSurvey, columns: &[(&'static str, usize)], out: &mut Vec<String>) {
    let used = |place: &usize| columns.iter().any(|(_, taken)| taken == place);
    let left: Vec<&SurveyedColumn> = (0..survey.columns.len())
        .filter(|place| !used(place))
        .map(|place| &survey.columns[place])
        .filter(|column| column.says > 0)
        .collect();
    if left.is_empty() {
        return;
    }
    out.push("# Not used; a key and one of these names would use it:".to_owned());
    for column in left {
        out.push(column_line("#   ?", column));
    }
}

/// The columns of times that say something.
fn of_times<'s>(
    survey: &'s FileSurvey,
    columns: &[(&'static str, usize)],
) -> Vec<&'s SurveyedColumn> {
    let of_times = columns.iter().filter(|(key, _)| says_when(key));
    let of_times = of_times.map(|(_, place)| &survey.columns[*place]);
    of_times.filter(|column| column.says > 0).collect()
}

/// The forms that fit every one of these columns; of those that read the same in them, such as those
/// of languages that call the months alike, the first.
fn fitting(of_times: &[&SurveyedColumn]) -> Vec<FittingForm> {
    let Some((first, rest)) = of_times.split_first() else {
        return Vec::new();
    };
    let in_all = |form: &&FittingForm| rest.iter().all(|column| column.forms.contains(form));
    let mut forms: Vec<FittingForm> = first.forms.iter().filter(in_all).cloned().collect();
    let mut said: Vec<Vec<Option<u64>>> = Vec::new();
    forms.retain(|form| {
        let all = of_times
            .iter()
            .map(|column| column.readings.get(form).copied());
        let says = all.collect::<Vec<_>>();
        let new = !said.contains(&says);
        said.push(says);
        new
    });
    forms
}

/// How the times of these columns are written.
fn times(survey: &FileSurvey, columns: &[(&'static str, usize)], out: &mut Vec<String>) {
    let mut of_times = of_times(survey, columns);
    if of_times.is_empty() {
        // none is known by its name: by their cells
        of_times = survey.columns.iter().filter(|c| holds_times(c)).collect();
    }
    let mut forms = fitting(&of_times);
    let mut otherwise = Vec::new();
    if forms.is_empty() {
        (of_times, otherwise) = by_form(of_times);
        forms = fitting(&of_times);
    }
    out.push(String::new());
    out.push("[times]".to_owned());
    match forms.is_empty() {
        true => {
            out.extend(no_form(&of_times));
            out.push("# format = \"%d/%m/%Y %H:%M\"".to_owned());
        }
        false => out.extend(lines_of(&forms)),
    }
    let all = otherwise.iter().flat_map(|column| &column.forms);
    let all: Vec<FittingForm> = forms.iter().chain(all).cloned().collect();
    out.extend(needs_zone(&all).then(|| ZONE.to_owned()));
    for column in otherwise {
        let mut keys = columns.iter();
        let key = keys.find(|(_, place)| std::ptr::eq(&survey.columns[*place], column));
        if let Some((key, _)) = key {
            let says = "# of this column alone";
            out.push(String::new());
            out.push(format!("{:<38} {says}", format!("[times-of.{key}]")));
            out.extend(lines_of(&fitting(&[column])));
        }
    }
}

const ZONE: &str = "zone = \"UTC\"                           # of these times: say the one in which the file was written";

/// The columns that are of the form that most of them are of, and the others, each of which is of
/// another; all of them where one is of no form that is known.
fn by_form(of_times: Vec<&SurveyedColumn>) -> (Vec<&SurveyedColumn>, Vec<&SurveyedColumn>) {
    let is_of = |form: &FittingForm| of_times.iter().filter(|c| c.forms.contains(form)).count();
    let all = of_times.iter().flat_map(|column| &column.forms);
    let mut most: Option<(usize, &FittingForm)> = None;
    for form in all {
        let columns = is_of(form);
        if most.is_none_or(|(known, _)| known < columns) {
            most = Some((columns, form));
        }
    }
    let known = of_times.iter().all(|column| !column.forms.is_empty());
    match most.map(|(_, form)| form.clone()).filter(|_| known) {
        Some(form) => {
            let columns = of_times.into_iter();
            columns.partition(|column| column.forms.contains(&form))
        }
        None => (of_times, Vec::new()),
    }
}

/// Whether times of one of these forms, or of one that is not known, are told by a zone alone.
fn needs_zone(forms: &[FittingForm]) -> bool {
    forms.is_empty() || !forms.iter().all(FittingForm::says_instants)
}

/// Whether all that a column says are times, and not numbers that might be such.
fn holds_times(column: &SurveyedColumn) -> bool {
    let has_signs = |text: &String| text.contains(|c: char| !c.is_ascii_digit() && c != '.');
    !column.forms.is_empty() && column.first.iter().any(has_signs)
}

/// That no form is known which fits, with what the columns say.
fn no_form(of_times: &[&SurveyedColumn]) -> Vec<String> {
    let says = match of_times {
        [] => "# No column is known to hold times; say their form in the letters of strftime:",
        _ => "# No form of times fits all of these; say it in the letters of strftime:",
    };
    let columns = of_times.iter().map(|column| column_line("#   ", column));
    std::iter::once(says.to_owned()).chain(columns).collect()
}

/// The forms that fit; of several a person takes one.
fn lines_of(forms: &[FittingForm]) -> Vec<String> {
    if let [only] = forms {
        return form_lines(only, "");
    }
    let says = format!(
        "# AMBIGUOUS: {} forms fit all rows. Take the `#` away before the one that is meant:",
        forms.len()
    );
    let lines = forms.iter().flat_map(|form| form_lines(form, "# "));
    std::iter::once(says).chain(lines).collect()
}

/// What a copy of a built-in mapping says of the times of a file that writes them otherwise.
pub(crate) struct OtherTimes {
    /// What stands above the copy.
    pub told: String,
    /// What is said of their form.
    pub lines: String,
    /// It stands in place of the form of the mapping; else before it: no form is known that fits.
    pub in_place: bool,
}

/// The times of a file that its built-in mapping does not read all; none: it does.
pub(crate) fn other_times(survey: &FileSurvey, mapping: &Mapping) -> Option<OtherTimes> {
    let due = mapping
        .theirs
        .values()
        .filter_map(|theirs| theirs.due.as_ref());
    let named = ColumnKey::all().filter(|column| column.is_time());
    let named = named
        .flat_map(|column| mapping.columns.names(column))
        .chain(due);
    let named: Vec<String> = named.map(|name| folded(name)).collect();
    let is_time = |column: &&SurveyedColumn| named.contains(&folded(column.name.trim()));
    let of_times = survey.columns.iter().filter(is_time);
    let of_times: Vec<&SurveyedColumn> = of_times.filter(|column| column.says > 0).collect();
    let forms = fitting(&of_times);
    let own = &mapping.times.format;
    let language = mapping.times.language.as_deref();
    let is_own = |form: &FittingForm| form.format == *own && form.language == language;
    if of_times.is_empty() || forms.iter().any(is_own) {
        return None;
    }
    let told = format!(
        "# The times of this file are not written as the built-in mapping has them, {}: see [times].\n",
        quoted(own)
    );
    let mut lines = match forms.is_empty() {
        true => no_form(&of_times),
        false => lines_of(&forms),
    };
    // a copy of a mapping that says it has it already
    if mapping.times.form().says_instants() && !forms.is_empty() && needs_zone(&forms) {
        lines.push(ZONE.to_owned());
    }
    Some(OtherTimes {
        told,
        lines: lines.join("\n"),
        in_place: !forms.is_empty(),
    })
}

fn form_lines(form: &FittingForm, before: &str) -> Vec<String> {
    let mut lines = vec![format!("{before}format = {}", quoted(&form.format))];
    if let Some(language) = form.language {
        lines.push(format!("{before}language = \"{language}\""));
    }
    if form.is_of_days() {
        lines.push(format!(
            "{before}time = \"09:00\"      # no time of day in it: when such a day counts from"
        ));
    }
    lines
}

fn statuses(column: &SurveyedColumn, out: &mut Vec<String>) {
    out.push(String::new());
    out.push(
        "[status]                               # new, open, waiting-customer, waiting-vendor, waiting-third-party,\n\
         #                                      # resolved, closed, withdrawn, duplicate, spam or skip"
            .to_owned(),
    );
    for (word, count) in by_count(column) {
        let (line, ask) = match likely_status(word) {
            Some(means) => (format!("{} = \"{means}\"", quoted(word)), ""),
            None => (
                format!("# {} = \"...\"", quoted(word)),
                ": what does it mean?",
            ),
        };
        out.push(format!("{line:<38} # {count} rows{ask}"));
    }
    out.extend(too_many(column));
}

fn words(key: &str, column: &SurveyedColumn, out: &mut Vec<String>) {
    /// A column with more is not one of a few words.
    const FEW: usize = 40;
    if column.words.is_empty() || column.more_words || column.words.len() > FEW {
        return;
    }
    let ours = match key {
        "priority" => {
            "a priority of the plan, or one of its aliases; a word that is not here stands for itself"
        }
        "organisation" => "the key of one of our customers, where its name is another",
        "assignee" => "who that is on this desk",
        _ => "a word of the plan; a word that is not here stands for itself",
    };
    out.push(String::new());
    out.push(format!("{:<38} # {ours}", format!("[{key}]")));
    for (word, count) in by_count(column) {
        let line = format!("# {} = \"...\"", quoted(word));
        out.push(format!("{line:<38} # {count} rows"));
    }
}

fn by_count(column: &SurveyedColumn) -> Vec<(&String, u64)> {
    let mut all: Vec<(&String, u64)> = column.words.iter().map(|(word, n)| (word, *n)).collect();
    all.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    all
}

fn too_many(column: &SurveyedColumn) -> Option<String> {
    let words = column.words.len();
    column
        .more_words
        .then(|| format!("# It says more than {words} words; those beyond are not listed."))
}

/// As TOML writes a text: always in one line, which stays one when it is a comment.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A piece of the file in a comment: in one line, and not long.
fn plain(text: &str) -> String {
    let one_line: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    shortened(&one_line).into_owned()
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_text_is_quoted_in_one_line_that_toml_reads() {
        for text in [
            "",
            "Status",
            "say \"yes\"",
            "C:\\new\nline\r\n\ttab",
            "\u{0}\u{8}\u{1b}\u{7f}\u{85}\u{9f}",
            "'''\"\"\"\n'''",
            "Priorität 優先",
        ] {
            let quoted = quoted(text);
            assert!(!quoted.contains(char::is_control), "{quoted:?}");
            let table = toml::from_str::<toml::Table>(&format!("{quoted} = {quoted}"));
            let table = table.unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(table.get(text).and_then(toml::Value::as_str), Some(text));
        }
    }
}
