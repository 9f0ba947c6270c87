//! Figures for programs that watch: the text of OpenMetrics 1.0.

use std::fmt::Write as _;

use crate::core::text::visible_line;
use crate::core::time::Instant;

/// What a family's figures are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MetricKind {
    /// They go up and down.
    Gauge,
    /// They count what happened since an instant.
    CounterSince(Instant),
}

/// A family: figures of one kind, told apart by their labels.
#[derive(Clone, Debug)]
pub(crate) struct Metric {
    name: &'static str,
    kind: MetricKind,
    help: &'static str,
    unit: Option<&'static str>,
    samples: Vec<(String, i64)>,
}

/// Labels by name; without a value one stands for nothing.
pub(crate) type MetricLabels<'l> = [(&'static str, Option<&'l str>)];

impl Metric {
    /// One without figures yet.
    pub(crate) fn new(name: &'static str, kind: MetricKind, help: &'static str) -> Metric {
        Metric {
            name,
            kind,
            help,
            unit: None,
            samples: Vec::new(),
        }
    }

    /// Its figures are of this unit, with which its name ends.
    pub(crate) fn unit(mut self, unit: &'static str) -> Metric {
        self.unit = Some(unit);
        self
    }

    /// One more figure. Its labels are no other's.
    pub(crate) fn sample(&mut self, labels: &MetricLabels<'_>, value: i64) {
        self.samples.push((braced(labels), value));
    }

    fn write(&self, text: &mut String) {
        let name = self.name;
        let kind = match self.kind {
            MetricKind::Gauge => "gauge",
            MetricKind::CounterSince(_) => "counter",
        };
        let _ = writeln!(text, "# TYPE {name} {kind}");
        if let Some(unit) = self.unit {
            let _ = writeln!(text, "# UNIT {name} {unit}");
        }
        let _ = writeln!(text, "# HELP {name} {}", escaped(self.help));
        for (labels, value) in &self.samples {
            let _ = match self.kind {
                MetricKind::Gauge => writeln!(text, "{name}{labels} {value}"),
                MetricKind::CounterSince(since) => writeln!(
                    text,
                    "{name}_total{labels} {value}\n{name}_created{labels} {}",
                    since.0
                ),
            };
        }
    }
}

/// All families as one text.
pub(crate) fn open_metrics(metrics: &[Metric]) -> String {
    let mut text = String::new();
    for metric in metrics {
        metric.write(&mut text);
    }
    text + "# EOF\n"
}

fn braced(labels: &MetricLabels<'_>) -> String {
    let said = labels.iter().filter_map(|(name, value)| {
        let value = value.filter(|value| !value.is_empty())?;
        Some(format!("{name}=\"{}\"", escaped(&visible_line(value))))
    });
    let said: Vec<String> = said.collect();
    match said.is_empty() {
        true => String::new(),
        false => format!("{{{}}}", said.join(",")),
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => escaped.push_str("\\\\"),
            '"' => escaped.push_str("\\\""),
            '\n' => escaped.push_str("\\n"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_holds_whatever_a_plan_calls_a_priority() {
        let mut metric = Metric::new("desk_open", MetricKind::Gauge, "Open \\ not done.");
        metric.sample(&[("priority", Some("a\"b\\c\nd")), ("line", None)], 3);
        metric.sample(&[("priority", None), ("line", Some(""))], 1);
        let mut met = Metric::new("desk_met", MetricKind::CounterSince(Instant(9)), "Met.");
        met.sample(&[("priority", Some("p1"))], 2);
        assert_eq!(
            open_metrics(&[metric, met]),
            "# TYPE desk_open gauge\n\
             # HELP desk_open Open \\\\ not done.\n\
             desk_open{priority=\"a\\\"b\\\\c\u{240a}d\"} 3\n\
             desk_open 1\n\
             # TYPE desk_met counter\n\
             # HELP desk_met Met.\n\
             desk_met_total{priority=\"p1\"} 2\n\
             desk_met_created{priority=\"p1\"} 9\n\
             # EOF\n"
        );
    }
}
