//! Which events of tickets came out of the logs of other tools.

use super::{Event, EventId, Fact};

/// The events that imports wrote, and of which source each was.
///
/// ```
/// use sladesk::core::model::{EventId, Imports};
/// let mut imports = Imports::default();
/// imports.begin(EventId(10), "servicenow");
/// assert!(imports.wrote(EventId(12), "servicenow:INC0000045"));
/// assert!(!imports.wrote(EventId(12), "jira:PAY-3"), "of another tool");
/// assert!(!imports.wrote(EventId(9), "servicenow:INC0000045"), "by the desk, before it");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imports(Vec<ImportRange>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct ImportRange {
    first: EventId,
    /// The one behind its last.
    end: EventId,
    source: String,
}

impl Imports {
    /// Those that the desk's own stream tells of.
    pub fn of(events: &[Event]) -> Imports {
        let imports = events.iter().filter_map(|event| match &event.fact {
            Fact::Imported(imported) => Some(ImportRange {
                first: EventId(event.id.0 - i64::try_from(imported.events).ok()?),
                end: event.id,
                source: imported.tickets_of.clone()?,
            }),
            _ => None,
        });
        let mut imports: Vec<ImportRange> = imports.collect();
        imports.sort_by_key(|import| import.first);
        Imports(imports)
    }

    /// The tools that tickets came from, as they are named in front of their keys.
    pub fn sources(&self) -> impl Iterator<Item = &str> {
        let mut names: Vec<&str> = self.0.iter().map(|import| import.source.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        names.into_iter()
    }

    /// An import is under way: what is written from that event on is its.
    pub fn begin(&mut self, first: EventId, source: &str) {
        self.0.push(ImportRange {
            first,
            end: EventId(i64::MAX),
            source: source.to_owned(),
        });
    }

    /// Whether an event of a ticket was written by an import of the source that the ticket is of:
    /// `source` is the ticket's, with its key behind a colon.
    pub fn wrote(&self, event: EventId, source: &str) -> bool {
        let after = self.0.partition_point(|import| import.first <= event);
        let last = after.checked_sub(1).and_then(|place| self.0.get(place));
        last.is_some_and(|import| {
            let of = source.strip_prefix(import.source.as_str());
            event < import.end && of.is_some_and(|key| key.starts_with(':'))
        })
    }
}
