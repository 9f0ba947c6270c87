//! What people write that a plan file has other words for. The nearest letters would send them
//! elsewhere: `IST` is near `EST`, and means something else.

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    /// In place of a key.
    Key,
    /// In place of a duration.
    Duration,
    /// In place of hours or of a week.
    Hours,
    /// In place of a zone.
    Zone,
    /// In place of one of the words that a key takes.
    Word,
}

/// The words that are used, folded, and what would be written for them.
#[rustfmt::skip]
const MEANINGS: &[(At, &[&str], &str)] = &[
    (At::Key, &["timezone", "time zone", "tz"], "`zone` is where hours are read"),
    (At::Key, &["support hours", "business hours", "working hours", "office hours", "opening hours", "availability"], "`hours` are the hours of support"),
    (At::Key, &["response time", "first response", "reaction time"], "`targets.response` says how long a response may take"),
    (At::Key, &["resolution time", "fix time", "time to fix"], "`targets.resolution` says how long a resolution may take"),
    (At::Key, &["sla", "slas", "slo", "slos"], "`targets` say how long each milestone may take"),
    (At::Key, &["severity", "severities", "urgency levels"], "`[priorities]` are called as the source calls them"),
    (At::Key, &["cost", "fee", "fees", "pricing"], "`price` is what is paid"),
    (At::Key, &["duration", "period", "contract length"], "`term.length` is how long a contract lasts"),
    (At::Key, &["users", "callers", "named contacts", "seats"], "`contacts` is how many people may ask"),
    (At::Key, &["categories", "subjects"], "`[topics]` are what a ticket may be about"),
    (At::Key, &["products", "modules"], "`[components]` are what a ticket may name"),
    (At::Key, &["incidents", "tickets", "requests"], "`cases` counts tickets"),
    (At::Key, &["remark", "remarks", "comment", "description"], "`note` is shown with the term"),
    (At::Duration, &["best effort", "best efforts", "reasonable effort", "reasonable efforts", "commercially reasonable efforts"], "a promise without a time is none that can be held: write `\"none\"`, and the source's words as a `note`"),
    (At::Duration, &["immediately", "immediate", "instantly", "at once", "asap", "as soon as possible", "promptly"], "how long is that at most? write `15m`, or `\"none\"` and the source's words as a `note`"),
    (At::Duration, &["n/a", "na", "-", "no", "not applicable", "not guaranteed", "no sla"], "`\"none\"` is a promise knowingly not made"),
    (At::Duration, &["tbd", "tba", "by agreement", "as agreed", "case by case", "custom", "individual", "negotiable"], "`\"open\"` is agreed at signing"),
    (At::Duration, &["next release", "future release", "next version", "planned release"], "a release is no time: write `\"none\"`, and the source's words as a `note`"),
    (At::Duration, &["same day", "same business day", "same working day", "today"], "write `end of business day`"),
    (At::Duration, &["next day", "next business day", "next working day", "nbd"], "write `1bd` for the same time of the next open day, or `end of next business day`"),
    (At::Duration, &["24x7", "24/7", "around the clock"], "that is no time: it belongs to `hours`, as `\"around-the-clock\"`"),
    (At::Hours, &["24x7", "24/7", "7x24", "24x7x365", "24/7/365", "24 hours", "24h", "always", "round the clock", "around the clock"], "write `\"around-the-clock\"`"),
    (At::Hours, &["business hours", "office hours", "working hours", "normal hours", "standard hours"], "write them out, `\"mon-fri 09:00-18:00\"`, or define a calendar of that name"),
    (At::Hours, &["weekdays", "working days", "business days", "workdays"], "write `\"mon-fri\"`, with hours if they end: `\"mon-fri 09:00-18:00\"`"),
    (At::Hours, &["weekend", "weekends"], "write `\"sat,sun\"`"),
    (At::Hours, &["daily", "every day", "7 days a week"], "write `\"mon-sun\"`, with hours if they end: `\"mon-sun 09:00-18:00\"`"),
    (At::Zone, &["et", "edt", "us eastern", "eastern"], "write `America/New_York`"),
    (At::Zone, &["ct", "cdt", "us central"], "write `America/Chicago`"),
    (At::Zone, &["mt", "mdt", "us mountain"], "write `America/Denver`"),
    (At::Zone, &["pt", "pst", "pdt", "us pacific", "pacific"], "write `America/Los_Angeles`"),
    (At::Zone, &["cst"], "it can be `America/Chicago`, `Asia/Shanghai` or `America/Havana`"),
    (At::Zone, &["ist"], "it can be `Asia/Kolkata`, `Europe/Dublin` or `Asia/Jerusalem`"),
    (At::Zone, &["ast"], "it can be `America/Halifax` or `Asia/Riyadh`"),
    (At::Zone, &["bst", "uk"], "write `Europe/London`"),
    (At::Zone, &["cest"], "write the town that is meant, such as `Europe/Berlin`"),
    (At::Zone, &["eest"], "write the town that is meant, such as `Europe/Helsinki`"),
    (At::Zone, &["msk", "msd"], "write `Europe/Moscow`"),
    (At::Zone, &["gst"], "write `Asia/Dubai`"),
    (At::Zone, &["pkt"], "write `Asia/Karachi`"),
    (At::Zone, &["ict"], "write `Asia/Bangkok` or `Asia/Ho_Chi_Minh`"),
    (At::Zone, &["wib"], "write `Asia/Jakarta`"),
    (At::Zone, &["sgt"], "write `Asia/Singapore`"),
    (At::Zone, &["hkt"], "write `Asia/Hong_Kong`"),
    (At::Zone, &["jst"], "write `Asia/Tokyo`"),
    (At::Zone, &["kst"], "write `Asia/Seoul`"),
    (At::Zone, &["awst"], "write `Australia/Perth`"),
    (At::Zone, &["aest", "aedt"], "write `Australia/Sydney`, or `Australia/Brisbane`, which has no summer time"),
    (At::Zone, &["nzst", "nzdt"], "write `Pacific/Auckland`"),
    (At::Zone, &["sast"], "write `Africa/Johannesburg`"),
    (At::Zone, &["wat"], "write `Africa/Lagos`"),
    (At::Zone, &["eat"], "write `Africa/Nairobi`"),
    (At::Zone, &["brt"], "write `America/Sao_Paulo`"),
    (At::Zone, &["art"], "write `America/Argentina/Buenos_Aires`"),
    (At::Word, &["binding", "guaranteed", "committed", "sla"], "`guarantee` is what the source binds itself to, `promise` what it says without more"),
    (At::Word, &["target", "goal", "slo", "aim"], "`objective` is what the source aims at"),
    (At::Word, &["best effort", "best efforts", "reasonable efforts"], "`reasonable-effort` is the word for it"),
    (At::Word, &["yearly", "annual", "annually", "per year"], "a year is a `contract-year` or a `calendar-year` of an allowance, the `year` of a price"),
    (At::Word, &["monthly", "per month"], "write `month`"),
    (At::Word, &["quarterly", "per quarter"], "write `quarter`"),
    (At::Word, &["hourly", "per hour"], "write `hour`"),
    (At::Word, &["incident", "ticket", "per incident", "per ticket"], "write `case`"),
    (At::Word, &["pending", "on hold", "waiting", "hold"], "a ticket waits for somebody: `waiting-customer`, `waiting-vendor` or `waiting-third-party`"),
    (At::Word, &["answered", "responded", "response", "first response"], "`replied` is the desk's word to the customer, `acknowledged` that it has taken up the ticket"),
    (At::Word, &["solved", "fixed", "done", "completed"], "write `resolved`"),
    (At::Word, &["confirmed", "severity confirmed", "classified"], "write `priority-confirmed`"),
    (At::Word, &["stop", "block", "reject"], "write `refuse`"),
    (At::Word, &["bill", "charge", "invoice"], "write `overage`"),
];

/// Zones that know no summer time, and the land that is meant where they are named.
const NO_SUMMER: &[(&str, &str)] = &[("EST", "America/New_York"), ("MST", "America/Denver")];

/// What is likely meant by a word.
pub(super) fn meaning(at: At, word: &str) -> Option<String> {
    let folded = word.trim().to_lowercase().replace(['-', '_'], " ");
    let plain = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    let known = MEANINGS.iter().find(|(place, words, _)| {
        let as_typed = word.trim().to_lowercase();
        *place == at && (words.contains(&plain.as_str()) || words.contains(&as_typed.as_str()))
    });
    let known = known.map(|(_, _, says)| (*says).to_owned());
    known.or_else(|| match at {
        At::Duration => of_duration(&plain, word),
        At::Hours => hours_by_days(&plain),
        _ => None,
    })
}

/// The zone of the land that is likely meant by one that knows no summer.
pub(super) fn with_summer(zone: &str) -> Option<&'static str> {
    let known = NO_SUMMER.iter().find(|(name, _)| *name == zone);
    known.map(|(_, land)| *land)
}

/// Ranges, weeks and months, business hours.
fn of_duration(plain: &str, word: &str) -> Option<String> {
    let digits = |text: &str| text.trim().starts_with(|c: char| c.is_ascii_digit());
    if let Some((from, to)) = word.split_once('-')
        && digits(from)
        && digits(to)
    {
        let later =
            "of two times the later is promised: write it, and the source's words as a `note`";
        return Some(later.to_owned());
    }
    let (number, unit) = plain.split_once(' ')?;
    let n: u32 = number.parse().ok().filter(|n| *n <= 1_000)?;
    match unit {
        "week" | "weeks" => Some(format!(
            "write `{}bd` for working weeks, or `{} calendar days`",
            n * 5,
            n * 7
        )),
        "month" | "months" => Some(format!("write `{} calendar days`", n * 30)),
        "business hour" | "business hours" | "working hour" | "working hours" => Some(format!(
            "write `{n}h`: hours are counted in the hours of support"
        )),
        _ => None,
    }
}

/// `8x5`: so many hours of so many days.
fn hours_by_days(plain: &str) -> Option<String> {
    let (hours, days) = plain.split_once(['x', '/'])?;
    let (hours, days): (u32, u32) = (hours.trim().parse().ok()?, days.trim().parse().ok()?);
    let days = match days {
        5 => "mon-fri",
        6 => "mon-sat",
        7 => "mon-sun",
        _ => return None,
    };
    match hours {
        24 => Some(format!("write `\"{days}\"`: days without hours are whole")),
        1..=15 => Some(format!(
            "which {hours} hours? write them out, `\"{days} 09:00-{:02}:00\"`",
            9 + hours
        )),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_trade_lead_to_those_of_a_plan_file() {
        for (at, word, says) in [
            (At::Duration, "best effort", "`\"none\"`"),
            (At::Duration, "Best-Effort", "`\"none\"`"),
            (
                At::Duration,
                "2 weeks",
                "`10bd` for working weeks, or `14 calendar days`",
            ),
            (At::Duration, "4 business hours", "`4h`"),
            (At::Duration, "2-3 business days", "the later"),
            (At::Duration, "N/A", "knowingly not made"),
            (At::Hours, "24x7", "around-the-clock"),
            (At::Hours, "24/7", "around-the-clock"),
            (At::Hours, "8x5", "`\"mon-fri 09:00-17:00\"`"),
            (At::Hours, "12x7", "`\"mon-sun 09:00-21:00\"`"),
            (At::Hours, "24x5", "`\"mon-fri\"`"),
            (At::Zone, "ET", "America/New_York"),
            (At::Zone, "IST", "Asia/Kolkata"),
            (At::Zone, "MSK", "Europe/Moscow"),
            (At::Word, "binding", "guarantee"),
            (At::Key, "timezone", "`zone`"),
        ] {
            let meant = meaning(at, word).unwrap_or_else(|| panic!("{word} means nothing"));
            assert!(meant.contains(says), "{word}: {meant}");
        }
        for (at, word) in [
            (At::Duration, "4h"),
            (At::Duration, "soonish"),
            (At::Hours, "8x4"),
            (At::Hours, "99x5"),
            (At::Zone, "Europe/Madrid"),
        ] {
            assert_eq!(meaning(at, word), None, "{word}");
        }
    }

    #[test]
    fn each_word_means_one_thing_where_it_stands() {
        let mut seen: Vec<(At, &str)> = Vec::new();
        for (at, words, _) in MEANINGS {
            for word in *words {
                assert!(!seen.contains(&(*at, word)), "{word} stands twice");
                seen.push((*at, word));
            }
        }
    }
}
