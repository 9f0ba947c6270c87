//! A chart drawn for a page that has pictures: its title, its shapes, and the sentence that says
//! what they show.

use super::chart::{Picture, bars, bars_of, in_a_sentence};
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
pub(super) fn drawn(chart: &Chart, speech: &Speech<'_>) -> DrawnChart {
    let title = plain(&speech.line(chart.title()));
    let direction = speech.page_direction();
    let (picture, says) = match chart {
        Chart::Bars(chart) => {
            let all = bars_of(chart, speech);
            (bars(&all, direction), in_a_sentence(&title, &all, speech))
        }
        Chart::Lines(chart) => {
            let each = chart.as_bars().map(|bars| {
                let label = plain(&speech.line(&bars.title));
                in_a_sentence(&label, &bars_of(&bars, speech), speech)
            });
            let says = format!("{title}. {}.", each.collect::<Vec<_>>().join(". "));
            (line_chart::lines(chart, speech, direction), says)
        }
    };
    DrawnChart {
        title,
        picture,
        says,
    }
}
