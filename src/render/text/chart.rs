//! A chart in text: a bar a line.

use super::super::label::TextRole;
use super::super::outcome::{BarChart, Chart};
use super::TextPage;
use crate::core::text::columns;

impl TextPage<'_> {
    pub(super) fn chart(&self, chart: &Chart) -> String {
        match chart {
            Chart::Bars(bars) => self.bars(bars),
            Chart::Lines(lines) => {
                let prose = self.view.prose_width();
                let title = self.speech.line(&lines.title);
                let mut out = self.lines(&title, "", prose, TextRole::Heading);
                out.extend(lines.as_bars().map(|bars| self.bars(&bars)));
                out
            }
        }
    }

    fn bars(&self, chart: &BarChart) -> String {
        let room = self.view.page_width();
        let prose = self.view.prose_width();
        let full = chart.full();
        let labels: Vec<_> = chart
            .bars
            .iter()
            .map(|bar| self.speech.line(&bar.0))
            .collect();
        let values: Vec<_> = chart.bars.iter().map(|bar| self.value(&bar.2)).collect();
        let widest = |words: &mut dyn Iterator<Item = usize>| words.max().unwrap_or(0);
        let value = widest(&mut values.iter().map(|value| columns(value)));
        let label = widest(&mut labels.iter().map(|label| columns(label)));
        // A label that leaves no room for bars stands above its own.
        let beside = label * 2 <= room;
        let margin = if beside { 2 + label + 2 } else { 4 };
        let longest_bar = room.saturating_sub(margin + 1 + value).min(LONGEST);
        let mut out = self.lines(
            &self.speech.line(&chart.title),
            "",
            prose,
            TextRole::Heading,
        );
        for (((_, length, _), label), value) in chart.bars.iter().zip(&labels).zip(&values) {
            let blocks = (length / full * longest_bar as f64).clamp(0.0, longest_bar as f64);
            let bar = "█".repeat(blocks as usize);
            let before = match beside {
                true => {
                    let gap = " ".repeat(margin - 2 - columns(label));
                    format!("  {label}{gap}")
                }
                false => {
                    out.push_str(&self.lines(label, "  ", room, TextRole::Plain));
                    "    ".to_owned()
                }
            };
            out.push_str(format!("{before}{bar} {value}").trim_end());
            out.push('\n');
        }
        out
    }
}

/// A bar need not be longer to be read.
const LONGEST: usize = 40;
