//! A correcting edit says that what it names was so from the opening: the opening, and every edit
//! before it that named the same, are read with its words.

use super::event_cow::EventCow;
use crate::core::model::{Event, EventId, Fact, TicketWords};
use crate::core::time::Instant;

/// What an event names: words of the plan, a language, a kind that is asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct NamedWords {
    pub words: TicketWords,
    pub language: Option<String>,
    pub asks: Option<String>,
}

/// What corrections made of what a ticket names.
#[derive(Debug, Default)]
pub(super) struct RenamedEvents {
    /// What events that are read otherwise named themselves.
    original: Vec<(EventId, NamedWords)>,
    /// Each correction, with when it was spoken.
    corrections: Vec<(Instant, NamedWords)>,
}

impl NamedWords {
    fn of(event: &Event) -> Option<NamedWords> {
        let (words, language, asks) = match &event.fact {
            Fact::Opened(opened) => (&opened.words, &opened.language, &opened.asks),
            Fact::Edited(edited) => (&edited.words, &edited.language, &edited.asks),
            _ => return None,
        };
        Some(NamedWords {
            words: words.clone(),
            language: language.clone(),
            asks: asks.clone(),
        })
    }

    /// Takes over what others name.
    pub(super) fn take_over(&mut self, named: &NamedWords) {
        self.words.take_over(&named.words);
        if named.language.is_some() {
            self.language.clone_from(&named.language);
        }
        if named.asks.is_some() {
            self.asks.clone_from(&named.asks);
        }
    }

    fn is_empty(&self) -> bool {
        self.words.is_empty() && self.language.is_none() && self.asks.is_none()
    }
}

impl RenamedEvents {
    /// What an event named itself, whatever it is read as; none for one that names nothing.
    pub(super) fn said(&self, event: &Event) -> Option<NamedWords> {
        let mut original = self.original.iter();
        let found = original.find(|(id, _)| *id == event.id);
        found.map_or_else(|| NamedWords::of(event), |(_, named)| Some(named.clone()))
    }

    /// Since when it is known what the ticket names: for each word the first correction that said
    /// it as the last one does, and of these the latest. None where the opening had said it so.
    pub(super) fn known_since(&self, opening: EventId) -> Option<Instant> {
        let original = self.original.iter().find(|(id, _)| *id == opening);
        let original = original.map(|(_, named)| named);
        let mut last = NamedWords::default();
        for (_, named) in &self.corrections {
            last.take_over(named);
        }
        let first = |says: &dyn Fn(&NamedWords) -> bool| {
            let mut corrections = self.corrections.iter();
            corrections
                .find(|(_, named)| says(named))
                .map(|(at, _)| *at)
        };
        let words = last.words.iter().filter_map(|(word, value)| {
            let said = |named: &NamedWords| named.words.get(word) == Some(value);
            let was = original.is_some_and(&said);
            first(&said).filter(|_| !was)
        });
        let beside_words: [fn(&NamedWords) -> &Option<String>; 2] =
            [|named| &named.language, |named| &named.asks];
        let beside_words = beside_words.into_iter().filter_map(|of| {
            let value = of(&last).as_ref()?;
            let said = |named: &NamedWords| of(named).as_ref() == Some(value);
            let was = original.is_some_and(&said);
            first(&said).filter(|_| !was)
        });
        words.chain(beside_words).max()
    }

    fn rewrite(&mut self, event: &mut EventCow<'_>, named: &NamedWords) {
        let Some(own) = NamedWords::of(event) else {
            return;
        };
        let id = event.id;
        let mut anew = own.clone();
        match &event.fact {
            Fact::Opened(_) => anew.take_over(named),
            _ => {
                let same = named.words.iter();
                let same = same.filter(|(word, _)| own.words.get(*word).is_some());
                let same = same.map(|(word, value)| (word, value.to_owned()));
                anew.take_over(&NamedWords {
                    words: same.collect(),
                    language: named.language.clone().filter(|_| own.language.is_some()),
                    asks: named.asks.clone().filter(|_| own.asks.is_some()),
                });
            }
        }
        match &mut event.amend().fact {
            Fact::Opened(opened) => {
                (opened.words, opened.language, opened.asks) =
                    (anew.words, anew.language, anew.asks);
            }
            Fact::Edited(edited) => {
                (edited.words, edited.language, edited.asks) =
                    (anew.words, anew.language, anew.asks);
            }
            _ => {}
        }
        if !self.original.iter().any(|(known, _)| *known == id) {
            self.original.push((id, own));
        }
    }
}

/// Reads every correcting edit back, in the order in which they happened.
pub(super) fn read_words_back(kept: &mut [EventCow<'_>]) -> RenamedEvents {
    let mut renamed = RenamedEvents::default();
    for place in 1..kept.len() {
        let (before, rest) = kept.split_at_mut(place);
        let event = &rest[0];
        let edits = matches!(event.fact, Fact::Edited(_)) && event.corrects;
        let Some(named) = NamedWords::of(event).filter(|named| edits && !named.is_empty()) else {
            continue;
        };
        for earlier in before {
            renamed.rewrite(earlier, &named);
        }
        renamed.corrections.push((event.at, named));
    }
    renamed
}
