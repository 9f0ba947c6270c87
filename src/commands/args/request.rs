//! What a request asks for: the same words for `may`, which only asks, and `open`.

use clap::{Arg, ArgMatches, Args, Command, FromArgMatches};

use crate::commands::plan_words::{self, spelt_as};
use crate::core::entitlement::{Purpose, Request};
use crate::core::model::{FIELDS, TicketWord, TicketWords};
use crate::core::terms::Terms;

/// The plan's words on a ticket: a flag for each row of the table of fields that holds one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) words: TicketWords,
}

impl Named {
    /// Spelt as the terms spell them, where only the case of letters differs.
    pub(crate) fn spelt_as(&mut self, terms: Option<&Terms>) {
        let Some(terms) = terms else { return };
        for (word, known) in [
            (TicketWord::Topic, ids(&terms.topics, |topic| &topic.id)),
            (TicketWord::Environment, ids(&terms.environments, |e| &e.id)),
            (TicketWord::Component, ids(&terms.components, |c| &c.id)),
            (TicketWord::Impact, ids(&terms.impacts, |impact| &impact.id)),
            (
                TicketWord::Urgency,
                ids(&terms.urgencies, |urgency| &urgency.id),
            ),
        ] {
            let spelt = self.words.get(word).map(|typed| spelt_as(typed, &known));
            if let Some(spelt) = spelt {
                self.words.set(word, Some(spelt));
            }
        }
    }

    fn flags() -> impl Iterator<Item = (TicketWord, Arg)> {
        FIELDS.iter().filter_map(|field| {
            let flag = Arg::new(field.key)
                .long(field.typed)
                .short(field.letter)
                .value_name(field.value)
                .help(capitalised(field.says));
            Some((field.as_word()?, flag))
        })
    }
}

fn ids<T>(all: &[T], id: impl Fn(&T) -> &String) -> Vec<&str> {
    all.iter().map(|one| id(one).as_str()).collect()
}

/// As help begins its lines.
fn capitalised(says: &str) -> String {
    let mut letters = says.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

impl FromArgMatches for Named {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Named, clap::Error> {
        let mut named = Named::default();
        named.update_from_arg_matches(matches)?;
        Ok(named)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        for (word, flag) in Named::flags() {
            if let Some(value) = matches.get_one::<String>(flag.get_id().as_str()) {
                self.words.set(word, Some(value.clone()));
            }
        }
        Ok(())
    }
}

impl Args for Named {
    fn augment_args(command: Command) -> Command {
        command.args(Named::flags().map(|(_, flag)| flag))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Named::augment_args(command)
    }
}

/// What a request asks for.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[group(skip)]
pub(crate) struct RequestArgs {
    /// How urgent it is, in the plan's words
    #[arg(short, long, value_name = "P")]
    pub(crate) priority: Option<String>,
    /// How the customer got in touch
    #[arg(short, long, value_name = "CHANNEL")]
    pub(crate) channel: Option<String>,
    /// The person, where WHO is a customer
    #[arg(long, value_name = "PERSON")]
    pub(crate) contact: Option<String>,
    /// The contract, where more than one is in force
    #[arg(long, value_name = "C")]
    pub(crate) contract: Option<String>,
    #[command(flatten)]
    pub(crate) named: Named,
}

impl RequestArgs {
    /// Spelt as the terms spell them, where only the case of letters differs.
    pub(crate) fn spelt_as(&mut self, terms: Option<&Terms>) {
        self.named.spelt_as(terms);
        let Some(terms) = terms else { return };
        let channels = ids(&terms.channels, |channel| &channel.id);
        if let Some(channel) = &mut self.channel {
            *channel = spelt_as(channel, &channels);
        }
        if let Some(priority) = &mut self.priority {
            *priority = spelt_as(priority, &plan_words::priorities(terms));
        }
    }

    /// The request as the rules are asked, by whoever has that address.
    pub(crate) fn request<'a>(&'a self, purpose: Purpose, contact: Option<&'a str>) -> Request<'a> {
        let words = &self.named.words;
        Request {
            purpose,
            contact,
            channel: self.channel.as_deref(),
            topic: words.get(TicketWord::Topic),
            priority: self.priority.as_deref(),
            environment: words.get(TicketWord::Environment),
            component: words.get(TicketWord::Component),
            version: words.get(TicketWord::Version),
        }
    }
}
