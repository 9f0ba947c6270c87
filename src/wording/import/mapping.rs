//! Why a text is no mapping.

use crate::core::intake::{DateNames, FORMATS, LogStatus, MappingFault};

/// Why a text is no mapping.
pub(crate) fn fault(fault: &MappingFault) -> String {
    match fault {
        MappingFault::Toml(message) => message.trim_end().replace('\n', "; "),
        MappingFault::Key { key, table, .. } if table.is_empty() => {
            format!("unknown key `{key}`")
        }
        MappingFault::Key { key, table, .. } => format!("unknown key `{key}` in [{table}]"),
        MappingFault::Needed(key) => {
            format!("column `{key}` cannot be optional: each row needs it")
        }
        MappingFault::Status(word, means) => format!(
            "status `{word}` means `{means}`; expected {} or skip",
            LogStatus::WORDS.map(|(word, _)| word).join(", ")
        ),
        MappingFault::Format(format) => format!("`{format}` is no form of times"),
        MappingFault::NoDay(format) => format!("times of the form `{format}` have no day"),
        MappingFault::ZoneName(format) => format!(
            "the form `{format}` has `%Z`, the name of a zone, which says no instant: `%z` is an offset, and `zone` \
             in [times] says whose clocks others are of"
        ),
        MappingFault::NoTimeOfDay(format) => format!(
            "times of the form `{format}` have no time of day, and a time is wanted: `time = \"09:00\"` in [times] \
             (or `\"midnight\"`) says when such a day counts from"
        ),
        MappingFault::TwoTimesOfDay(format) => {
            format!("times of the form `{format}` have a time of day, and `time` says another")
        }
        MappingFault::TimeOfDay(time) => {
            format!("`{time}` is no time of day such as `09:00` or `midnight`")
        }
        MappingFault::Name(name) => format!(
            "the name `{name}` cannot stand in front of a ticket's key: one word that is no filter's"
        ),
        MappingFault::Language(language) => {
            format!("the names of months in `{language}` are not known")
        }
        MappingFault::TheirClock(milestone) => format!(
            "[theirs.{milestone}] tells nothing: `due` or `left` names a column, or `state` does, with what it says of \
             a clock that was `met` or `breached`"
        ),
        MappingFault::NoTime => "no column says when: `at` of a log that has one row a change, `opened` of an export that has one row a ticket".to_owned(),
        MappingFault::NoAddress => "no column of [columns] is `email`, by which people are known".to_owned(),
        MappingFault::OnlySkip(word, means) => {
            format!("status `{word}` means `{means}`; of people it can only be skip")
        }
        MappingFault::OfTickets(key) => format!(
            "`{key}` is of an export that has one row a ticket, and `at` is of a log that has one row a change"
        ),
    }
}

/// What would be right.
pub(crate) fn hint(fault: &MappingFault) -> Option<String> {
    match fault {
        MappingFault::Key {
            nearest: Some(near),
            ..
        } => Some(format!("did you mean `{near}`?")),
        MappingFault::Format(_) | MappingFault::NoDay(_) => Some(format!(
            "letters such as `%d/%m/%Y %H:%M`, or {}",
            FORMATS.join(", ")
        )),
        MappingFault::Language(_) => {
            let known: Vec<&str> = DateNames::languages().collect();
            Some(format!("known are {}", known.join(", ")))
        }
        MappingFault::Key { known, .. } => Some(format!("it can be {}", known.join(", "))),
        _ => None,
    }
}
