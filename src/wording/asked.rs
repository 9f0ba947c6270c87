//! What a list or report cannot be asked for, and what else to ask.

/// It counts no clocks one by one.
pub(crate) fn no_clock(report: &str) -> (String, &'static str) {
    (
        format!("{report} cannot be asked for who held a clock, nor for its kind"),
        "`report sla` and `report breaches` can, and `report workload` for who held it",
    )
}

/// It counts what people did, whatever line they did it on and of whatever kind of tickets.
pub(crate) fn only_people() -> (String, &'static str) {
    (
        "report workload cannot be asked for the line that held a clock, nor for its kind"
            .to_owned(),
        "`line:2` asks for tickets by the line that they are on, `report sla --by held-line` or `--by kind` tells it of clocks",
    )
}

/// The period has no contract in it.
pub(crate) fn no_contract(period: &str) -> (String, &'static str) {
    (
        format!("no contract was in force in {period}"),
        ANOTHER_PERIOD,
    )
}

/// It has none on a plan of a vendor, whose plans alone can be compared.
pub(crate) fn no_contract_of(vendor: &str, period: &str) -> (String, [&'static str; 2]) {
    (
        format!("no contract was on a plan of {vendor} in {period}"),
        [
            ANOTHER_PERIOD,
            "plans of different vendors have different priorities: nothing can be compared",
        ],
    )
}

const ANOTHER_PERIOD: &str = "`--period this-quarter` asks about another time";

/// No page is written in it.
pub(crate) fn no_language(word: &str) -> String {
    format!("no page is written in `{word}`")
}

/// A terminal shows no workbooks.
pub(crate) const XLSX_AT_TERMINAL: &str = "a workbook is not for a terminal";

/// Where it goes instead.
pub(crate) const XLSX_TO_FILE: &str = "`-o list.xlsx` writes it to a file";

/// A sheet has so many rows.
pub(crate) fn too_many_for_a_sheet(most: u32) -> String {
    format!("a sheet holds {most} rows, and there are more; `-f csv` has them all")
}

/// A list of what has been.
pub(crate) fn nothing_ahead(listing: &str) -> String {
    format!("{listing} has no instant ahead for a calendar")
}

/// Lists that have some.
pub(crate) const AHEAD_ARE: &str = "`next`, `overdue --within 720h` and `list` have deadlines and follow-ups, `contract list` has ends";

/// A terminal shows no pages of paper.
#[cfg(feature = "pdf")]
pub(crate) const PDF_AT_TERMINAL: &str = "a pdf is not for a terminal";

/// Where it goes instead.
#[cfg(feature = "pdf")]
pub(crate) const PDF_TO_FILE: &str = "`-o report.pdf` writes it to a file";

/// A page that breaks the rules of its kind of file is not written; which ones stands in the error.
#[cfg(feature = "pdf")]
pub(crate) fn pdf_not_made(error: &impl std::fmt::Debug) -> String {
    format!("the pdf could not be made: {error:?}")
}

/// There is no paper of that name.
pub(crate) fn no_paper(word: &str) -> String {
    format!("no paper is called `{word}`")
}

/// The log is followed in one form only.
pub(crate) const FOLLOWED_AS_JSONL: &str =
    "`log --follow` goes on for ever, as jsonl on stdout: it has no other form";

/// A file's name ends as those of no format do.
pub(crate) fn ending_says_nothing(path: &impl std::fmt::Display, ending: &str) -> String {
    format!(
        "{path} is plain text: `.{ending}` is no format; `sladesk help formats` has those there are"
    )
}

/// A file of a folder of answers is there already.
pub(crate) fn file_is_there(path: &impl std::fmt::Display) -> String {
    format!("{path} is there already")
}

/// What makes it be written anew.
pub(crate) const OVERWRITE: &str = "`-y` writes it anew; another folder keeps it";

/// Two answers of a folder would be the same file.
pub(crate) fn file_of_two(path: &impl std::fmt::Display) -> String {
    format!("{path} would be the file of two customers")
}

/// What makes each of them a file.
pub(crate) const ONE_BY_ONE: &str =
    "with `customer:` and a file for each, `-o FILE`, both are written";

/// No customer is left to report on.
pub(crate) const NOBODY_TO_REPORT: &str =
    "no customer that the filter leaves had a contract or a ticket in that period";
