//! What a list or report cannot be asked for, and what else to ask.

/// It counts no clocks one by one.
pub(crate) fn no_holder(report: &str) -> (String, &'static str) {
    (
        format!("{report} cannot be asked for who held a clock"),
        "`report sla`, `report breaches` and `report workload` can",
    )
}

/// It counts what people did, whatever line they did it on.
pub(crate) fn no_line() -> (String, &'static str) {
    (
        "report workload cannot be asked for the line that held a clock".to_owned(),
        "`line:2` asks for tickets by the line that they are on, `report sla --by held-line` tells it of clocks",
    )
}

/// No page is written in it.
pub(crate) fn no_language(word: &str) -> String {
    format!("no page is written in `{word}`")
}

/// The log is followed in one form only.
pub(crate) const FOLLOWED_AS_JSONL: &str =
    "`log --follow` goes on for ever, as jsonl on stdout: it has no other form";
