//! `completions`: what a shell needs to complete sladesk.

use clap::Args;

use crate::commands::args::one_of;
use crate::core::text::WordList;
use crate::render::Outcome;

/// Print what a shell needs to complete sladesk
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk completions bash >> ~/.bashrc\n  sladesk completions fish > ~/.config/fish/completions/sladesk.fish\n  sladesk completions zsh > _sladesk"
)]
pub(crate) struct Completions {
    /// Which
    #[arg(value_name = "SHELL", value_parser = one_of::<ShellName>(|word| format!("no completions for `{word}`")))]
    shell: ShellName,
}

/// A shell that can be completed.
#[derive(Clone, Copy, Debug)]
enum ShellName {
    Bash,
    Zsh,
    Fish,
    PowerShell,
}

impl WordList for ShellName {
    const ALL: &'static [ShellName] = &[
        ShellName::Bash,
        ShellName::Zsh,
        ShellName::Fish,
        ShellName::PowerShell,
    ];

    fn word(self) -> &'static str {
        match self {
            ShellName::Bash => "bash",
            ShellName::Zsh => "zsh",
            ShellName::Fish => "fish",
            ShellName::PowerShell => "powershell",
        }
    }
}

impl ShellName {
    /// What the shell reads at its start: one line that asks the program itself, so that script and
    /// program always match.
    fn loader(self) -> &'static str {
        match self {
            ShellName::Bash => include_str!("../../../completions/sladesk.bash"),
            ShellName::Zsh => include_str!("../../../completions/sladesk.zsh"),
            ShellName::Fish => include_str!("../../../completions/sladesk.fish"),
            ShellName::PowerShell => include_str!("../../../completions/sladesk.ps1"),
        }
    }
}

impl Completions {
    /// The loader of the shell.
    pub(crate) fn run(self) -> Outcome {
        Outcome::verbatim(self.shell.loader())
    }
}
