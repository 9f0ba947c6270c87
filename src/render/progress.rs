//! How far a long command has come: at a terminal only, on stderr, gone when it is done.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressStyle};

use crate::settings::{Settings, Verbosity};
use crate::store::HeldSignal;

/// A bar, or nothing where nobody watches.
pub(crate) struct Progress {
    bar: ProgressBar,
    /// What takes long ends by itself where it is interrupted.
    _held: HeldSignal,
}

impl Progress {
    /// Watched when stderr is a terminal and nobody asked for quiet.
    pub(crate) fn new(settings: &Settings) -> Progress {
        let watched = std::io::stderr().is_terminal() && settings.verbosity == Verbosity::Sentences;
        let bar = match watched {
            true => ProgressBar::new_spinner(),
            false => ProgressBar::hidden(),
        };
        Progress {
            bar,
            _held: HeldSignal::hold(),
        }
    }

    /// So many bytes more were read.
    pub(crate) fn bytes(&self, n: usize) {
        self.bar.inc(n as u64);
        self.bar.set_message("reading");
    }

    /// From now on, so many steps.
    pub(crate) fn steps(&self, what: &'static str, n: usize) {
        self.bar.set_position(0);
        self.bar.set_length(n as u64);
        let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {eta}");
        if let Ok(style) = style {
            self.bar.set_style(style);
        }
        self.bar.set_message(what);
    }

    /// One step more.
    pub(crate) fn step(&self) {
        self.bar.inc(1);
    }

    /// So many steps more.
    pub(crate) fn steps_done(&self, n: usize) {
        self.bar.inc(n as u64);
    }

    /// Does something that shows a line of its own, with the bar out of its way.
    pub(crate) fn aside<T>(&self, show: impl FnOnce() -> T) -> T {
        self.bar.suspend(show)
    }

    /// Takes the bar away.
    pub(crate) fn done(&self) {
        self.bar.finish_and_clear();
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        // a failure leaves no bar behind either
        self.bar.finish_and_clear();
    }
}
