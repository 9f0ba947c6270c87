//! A chart drawn for a page that has pictures: its title, its shapes, and the sentence that says
//! what they show.

use super::chart::{PageDirection, Picture, bars, bars_of, in_a_sentence};
use super::line_chart;
use super::outcome::Chart;
use super::speech::{Speech, plain};

/// A chart drawn.
pub(super) struct DrawnChart {
    pub title: String,
    pub picture: Picture,
    /// What the picture says, for whom does not see it.
    pub says: String,
}

/// The chart in the words of its page, mirrored as the page is.
pub(super) fn drawn(chart: &Chart, speech: &Speech<'_>, direction: PageDirection) -> DrawnChart {
    match chart {
        Chart::Bars(chart) => {
            let title = plain(&speech.line(&chart.title));
            let all = bars_of(chart, speech);
            DrawnChart {
                picture: bars(&all, direction),
                says: in_a_sentence(&title, &all),
                title,
            }
        }
        Chart::Lines(chart) => {
            let title = plain(&speech.line(&chart.title));
            let each = chart.as_bars();
            let each = each.map(|bars| {
                let label = plain(&speech.line(&bars.title));
                in_a_sentence(&label, &bars_of(&bars, speech))
            });
            DrawnChart {
                picture: line_chart::lines(chart, speech, direction),
                says: format!("{title}. {}.", each.collect::<Vec<_>>().join(". ")),
                title,
            }
        }
    }
}
