//! What rules said against a request when it was opened, as a record.

use crate::core::model::{Fact, Ruled, Ruling};
use crate::render::Cell;
use crate::store::StoredEvent;

/// The keys of a ruling.
pub(super) const RULING_KEYS: &[&str] = &["rule", "verdict", "says", "clause"];

/// What was said against a request; of one that was opened before words were kept, the rules
/// alone.
pub(crate) fn rulings(told: &StoredEvent) -> Vec<Ruling> {
    let Fact::Opened(opened) = &told.event.fact else {
        return Vec::new();
    };
    if !told.prose.rulings.is_empty() {
        return told.prose.rulings.clone();
    }
    let bare = |ruled: Ruled| {
        move |rule: &String| Ruling {
            rule: rule.clone(),
            ruled,
            says: String::new(),
            clause: None,
        }
    };
    let refused = opened.refused.iter().map(bare(Ruled::Refused));
    let forgiven = opened.overridden.iter().map(bare(Ruled::Forgiven));
    refused.chain(forgiven).collect()
}

/// Who asked, when it was nobody known.
pub(crate) fn asked_by(told: &StoredEvent) -> Option<String> {
    let opening = matches!(told.event.fact, Fact::Opened(_));
    told.prose.email.clone().filter(|_| opening)
}

/// All rulings as objects.
pub(super) fn rulings_cell(told: &StoredEvent) -> Cell {
    let object = |ruling: Ruling| {
        let says = Some(ruling.says).filter(|says| !says.is_empty());
        Cell::object([
            ("rule", Cell::code(ruling.rule)),
            ("verdict", Cell::state(ruling.ruled.word())),
            ("says", Cell::text_if(says)),
            ("clause", Cell::code_if(ruling.clause)),
        ])
    };
    match &told.event.fact {
        Fact::Opened(_) => Cell::List(rulings(told).into_iter().map(object).collect()),
        _ => Cell::Absent,
    }
}
