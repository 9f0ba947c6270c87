//! What filters can ask for under these terms.

use super::Terms;
use crate::core::model::TicketWord;

impl Terms {
    /// Whether a ticket may have such a channel under these terms; any where they name none.
    pub fn names_channel(&self, id: &str) -> bool {
        self.channels_open
            || self.channels.is_empty()
            || self.channels.iter().any(|channel| channel.id == id)
    }

    /// The same of a word of the plan.
    pub fn names_word(&self, word: TicketWord, id: &str) -> bool {
        let words = match word {
            TicketWord::Topic => {
                let topics = &self.topics;
                return self.topics_open
                    || topics.is_empty()
                    || topics.iter().any(|topic| topic.id == id);
            }
            TicketWord::Environment => &self.environments,
            TicketWord::Component => &self.components,
            TicketWord::Impact => &self.impacts,
            TicketWord::Urgency => &self.urgencies,
            TicketWord::Version => {
                return self.versions.is_empty() || self.version(id).is_some();
            }
        };
        words.is_empty() || words.iter().any(|known| known.id == id)
    }

    /// The key of a ticket's field and a value that it may have under these terms. Ranks of
    /// priorities and the places of support lines count from 1.
    pub fn known_values(&self) -> Vec<(&'static str, String)> {
        let mut known = vec![("plan", self.name())];
        for (place, priority) in self.priorities.iter().enumerate() {
            known.push(("priority", priority.id.clone()));
            known.push(("priority_rank", (place + 1).to_string()));
            let aliases = priority.aliases.iter();
            known.extend(
                aliases.map(|alias| ("priority_alias", format!("{}={alias}", priority.id))),
            );
        }
        for (place, line) in self.lines.iter().enumerate() {
            known.push(("line", line.clone()));
            known.push(("line_number", (place + 1).to_string()));
        }
        known.extend(self.channels.iter().map(|c| ("channel", c.id.clone())));
        known.extend(self.topics.iter().map(|t| ("topic", t.id.clone())));
        for version in &self.versions {
            known.push(("version", version.id.clone()));
            let others = std::iter::once(&version.title).chain(&version.aliases);
            let others = others.filter(|other| **other != version.id);
            known.extend(others.map(|other| ("version_alias", format!("{}={other}", version.id))));
        }
        known.extend(self.kinds.iter().map(|k| ("kind", k.id.clone())));
        known.extend(self.milestones.iter().map(|m| ("milestone", m.id.clone())));
        for (key, words) in [
            ("environment", &self.environments),
            ("component", &self.components),
            ("impact", &self.impacts),
            ("urgency", &self.urgencies),
        ] {
            known.extend(words.iter().map(|word| (key, word.id.clone())));
        }
        known
    }
}
