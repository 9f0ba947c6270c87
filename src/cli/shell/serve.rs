//! `serve`: what another sladesk asks over ssh is done here.

use clap::Args;

use crate::failure::Failure;
use crate::render::Outcome;
use crate::settings::Rights;
use crate::wording::ssh as words;

/// Do what a sladesk of another host asks over ssh
#[derive(Args, Debug)]
#[command(
    long_about = "Do what a sladesk of another host asks over ssh.\n\nWhere somebody types `sladesk --db ssh://desk1 overdue`, ssh runs `sladesk serve` on desk1. As the command of a key in authorized_keys it gives that key the desk, and nothing else of the host: `--db` says which, `--actor` who acts whatever is asked, `--read-only` that nothing is written.",
    after_help = "Examples:\n  sladesk serve --actor minh\n  sladesk serve --db /srv/desk.db --read-only"
)]
pub(crate) struct Serve {
    /// Refuse whatever would write
    #[arg(long)]
    read_only: bool,
    /// What is asked
    #[arg(value_name = "REQUEST", hide = true)]
    pub request: Option<String>,
}

impl Serve {
    /// What whoever asks may do.
    pub(crate) fn rights(&self) -> Rights {
        match self.read_only {
            true => Rights::Read,
            false => Rights::All,
        }
    }

    /// Nobody asks anything: what asks is answered before a command begins.
    ///
    /// # Errors
    /// Always.
    pub(crate) fn run(self) -> Result<Outcome, Failure> {
        let (says, hint) = words::nothing_asked();
        Err(Failure::usage(says).kind("nothing-asked").hint(hint))
    }
}
