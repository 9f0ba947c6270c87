//! What a request asks for: the same words for `may`, which only asks, and `open`.

use clap::{Arg, ArgMatches, Args, Command, FromArgMatches};

use super::field_flag::{help_of, letter, value_name};
use super::key::language;
use crate::commands::plan_words::{self, spelt_as};
use crate::core::entitlement::{Purpose, Request};
use crate::core::model::{FIELDS, TicketWord, TicketWords};
use crate::core::terms::Terms;
use crate::failure::Failure;

/// The plan's words on a ticket: a flag for each row of the table of fields that holds one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TicketWordArgs {
    pub(crate) words: TicketWords,
}

impl TicketWordArgs {
    /// Spelt as the terms spell them, where only the case of letters differs.
    pub(crate) fn spelt_as(&mut self, terms: Option<&Terms>) {
        let Some(terms) = terms else { return };
        let values = terms.known_values();
        for word in TicketWord::ALL {
            let spelt = self.words.get(word);
            let spelt = spelt.map(|typed| spelt_as(typed, &of_field(&values, word.key())));
            if let Some(spelt) = spelt {
                self.words.set(word, Some(spelt));
            }
        }
        let version = self.words.get(TicketWord::Version);
        if let Some(version) = version.and_then(|typed| terms.version(typed)) {
            self.words
                .set(TicketWord::Version, Some(version.id.clone()));
        }
    }

    fn flags() -> impl Iterator<Item = (TicketWord, Arg)> {
        FIELDS.iter().filter_map(|field| {
            let flag = Arg::new(field.key)
                .long(field.typed)
                .short(field.letter)
                .value_name(field.value)
                .help(help_of(field.key));
            Some((field.as_word()?, flag))
        })
    }
}

/// The values of a field, out of those of all.
fn of_field<'v>(values: &'v [(&'static str, String)], key: &str) -> Vec<&'v str> {
    let of = values.iter().filter(|(field, _)| *field == key);
    of.map(|(_, value)| value.as_str()).collect()
}

impl FromArgMatches for TicketWordArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<TicketWordArgs, clap::Error> {
        let mut named = TicketWordArgs::default();
        named.update_from_arg_matches(matches)?;
        Ok(named)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        for (word, flag) in TicketWordArgs::flags() {
            if let Some(value) = matches.get_one::<String>(flag.get_id().as_str()) {
                self.words.set(word, Some(value.clone()));
            }
        }
        Ok(())
    }
}

impl Args for TicketWordArgs {
    fn augment_args(command: Command) -> Command {
        command.args(TicketWordArgs::flags().map(|(_, flag)| flag))
    }

    fn augment_args_for_update(command: Command) -> Command {
        TicketWordArgs::augment_args(command)
    }
}

/// What a request asks for.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[group(skip)]
pub(crate) struct RequestArgs {
    #[arg(short = letter("priority"), long, value_name = value_name("priority"), help = help_of("priority"))]
    pub(crate) priority: Option<String>,
    #[arg(short = letter("channel"), long, value_name = value_name("channel"), help = help_of("channel"))]
    pub(crate) channel: Option<String>,
    #[arg(long, value_name = value_name("contact"), help = help_of("contact"))]
    pub(crate) contact: Option<String>,
    #[arg(long, value_name = value_name("contract"), help = help_of("contract"))]
    pub(crate) contract: Option<String>,
    #[arg(long, value_name = value_name("language"), help = help_of("language"), value_parser = language)]
    pub(crate) language: Option<String>,
    #[arg(long, value_name = value_name("asks"), help = help_of("asks"))]
    pub(crate) asks: Option<String>,
    #[command(flatten)]
    pub(crate) named: TicketWordArgs,
}

impl RequestArgs {
    /// Spelt as the terms spell them, where only the case of letters differs.
    ///
    /// # Errors
    /// They have no such kind to ask for, with the nearest.
    pub(crate) fn spelt_as(&mut self, terms: Option<&Terms>) -> Result<(), Failure> {
        self.named.spelt_as(terms);
        let Some(terms) = terms else { return Ok(()) };
        if let Some(channel) = &mut self.channel {
            *channel = spelt_as(channel, &plan_words::channels(terms));
        }
        if let Some(kind) = &mut self.asks {
            *kind = plan_words::kind_on_request(terms, kind)?;
        }
        if let Some(priority) = &mut self.priority {
            *priority = spelt_as(priority, &plan_words::priorities(terms));
        }
        Ok(())
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
            language: self.language.as_deref(),
        }
    }
}
