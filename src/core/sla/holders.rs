//! Who held a ticket when, and on which support line.

use std::sync::Arc;

use crate::core::time::Instant;

/// Who held a ticket from an instant on, until the next one did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// From when on.
    pub since: Instant,
    /// None: nobody had it.
    pub by: Option<String>,
    /// The support line it was on; none where the terms name none.
    pub line: Option<String>,
}

/// Everybody who held a ticket, in the order in which they did.
///
/// What happens in a second comes before what is decided in it: a clock that breaks in the very
/// second in which its ticket is handed over is the new holder's.
///
/// ```
/// use sladesk::core::time::Instant;
/// use sladesk::core::sla::{Holder, Holders};
/// let holder = |since, by: Option<&str>| Holder {
///     since: Instant(since),
///     by: by.map(str::to_owned),
///     line: None,
/// };
/// let holders = Holders::from(vec![holder(0, None), holder(60, Some("ann"))]);
/// assert_eq!(holders.at(Instant(59)).unwrap().by, None);
/// assert_eq!(holders.at(Instant(60)).unwrap().by.as_deref(), Some("ann"));
/// assert_eq!(holders.at(Instant(-1)), None, "it was not opened yet");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holders(Arc<[Holder]>);

impl Holders {
    /// Who held it at `at`; none before its opening.
    pub fn at(&self, at: Instant) -> Option<&Holder> {
        let after = self.0.partition_point(|holder| holder.since <= at);
        self.0.get(after.checked_sub(1)?)
    }

    /// All of them, the opening's first.
    pub fn iter(&self) -> impl Iterator<Item = &Holder> {
        self.0.iter()
    }

    /// Each of them from `from` on, with what they held of [from, to).
    pub fn between(
        &self,
        from: Instant,
        to: Instant,
    ) -> impl Iterator<Item = (&Holder, Instant, Instant)> {
        let ends = self.0.iter().skip(1).map(|next| next.since);
        let ends = ends.chain([Instant::MAX]);
        let held = self.0.iter().zip(ends).map(move |(holder, end)| {
            let (since, until) = (holder.since.max(from), end.min(to));
            (holder, since, until)
        });
        held.filter(|(_, since, until)| since < until)
    }
}

impl From<Vec<Holder>> for Holders {
    /// In the order of their time.
    fn from(list: Vec<Holder>) -> Holders {
        Holders(list.into())
    }
}
