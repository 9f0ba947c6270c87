//! What people write that a plan file has other words for. The nearest letters would send them
//! elsewhere: `IST` is near `EST`, and means something else.

use crate::plans::WordContext;

/// The words that are used, folded, and what would be written for them.
#[rustfmt::skip]
const MEANINGS: &[(WordContext, &[&str], &str)] = &[
    (WordContext::Key, &["timezone", "time zone", "tz"], "`zone` is where hours are read"),
    (WordContext::Key, &["support hours", "business hours", "working hours", "office hours", "opening hours", "availability"], "`hours` are the hours of support"),
    (WordContext::Key, &["response time", "first response", "reaction time"], "`targets.response` says how long a response may take"),
    (WordContext::Key, &["resolution time", "fix time", "time to fix"], "`targets.resolution` says how long a resolution may take"),
    (WordContext::Key, &["sla", "slas", "slo", "slos"], "`targets` say how long each milestone may take"),
    (WordContext::Key, &["severity", "severities", "urgency levels"], "`[priorities]` are called as the source calls them"),
    (WordContext::Key, &["cost", "fee", "fees", "pricing"], "`price` is what is paid"),
    (WordContext::Key, &["duration", "period", "contract length"], "`term.length` is how long a contract lasts"),
    (WordContext::Key, &["users", "callers", "named contacts", "seats"], "`contacts` is how many people may ask"),
    (WordContext::Key, &["categories", "subjects"], "`[topics]` are what a ticket may be about"),
    (WordContext::Key, &["products", "modules"], "`[components]` are what a ticket may name"),
    (WordContext::Key, &["incidents", "tickets", "requests"], "`cases` counts tickets"),
    (WordContext::Key, &["remark", "remarks", "comment", "description"], "`note` is shown with the term"),
    (WordContext::Duration, &["best effort", "best efforts", "reasonable effort", "reasonable efforts", "commercially reasonable efforts"], "`\"best-effort\"` is promised without a time"),
    (WordContext::Duration, &["immediately", "immediate", "instantly", "at once", "asap", "as soon as possible", "promptly"], "how long is that at most? write `{ within = \"15m\", says = \"immediately\" }`, or `\"best-effort\"`"),
    (WordContext::Duration, &["n/a", "na", "-", "no", "not applicable", "not guaranteed", "no sla"], "`\"none\"` is a promise knowingly not made"),
    (WordContext::Duration, &["tbd", "tba", "by agreement", "as agreed", "case by case", "custom", "individual", "negotiable"], "`\"open\"` is agreed at signing"),
    (WordContext::Duration, &["next release", "future release", "next version", "planned release"], "a release is no time: write `{ within = \"best-effort\", says = \"next release\" }`"),
    (WordContext::Duration, &["same day", "same business day", "same working day", "today"], "write `end of business day`"),
    (WordContext::Duration, &["next day", "next business day", "next working day", "nbd"], "write `1bd` for the same time of the next open day, or `end of next business day`"),
    (WordContext::Duration, &["24x7", "24/7", "around the clock"], "that is no time: it belongs to `hours`, as `\"around-the-clock\"`"),
    (WordContext::Hours, &["24x7", "24/7", "7x24", "24x7x365", "24/7/365", "24 hours", "24h", "always", "round the clock", "around the clock"], "write `\"around-the-clock\"`"),
    (WordContext::Hours, &["business hours", "office hours", "working hours", "normal hours", "standard hours"], "write them out, `\"mon-fri 09:00-18:00\"`, or define a calendar of that name"),
    (WordContext::Hours, &["weekdays", "working days", "business days", "workdays"], "write `\"mon-fri\"`, with hours if they end: `\"mon-fri 09:00-18:00\"`"),
    (WordContext::Hours, &["weekend", "weekends"], "write `\"sat,sun\"`"),
    (WordContext::Hours, &["daily", "every day", "7 days a week"], "write `\"mon-sun\"`, with hours if they end: `\"mon-sun 09:00-18:00\"`"),
    (WordContext::Zone, &["et", "edt", "us eastern", "eastern"], "write `America/New_York`"),
    (WordContext::Zone, &["ct", "cdt", "us central"], "write `America/Chicago`"),
    (WordContext::Zone, &["mt", "mdt", "us mountain"], "write `America/Denver`"),
    (WordContext::Zone, &["pt", "pst", "pdt", "us pacific", "pacific"], "write `America/Los_Angeles`"),
    (WordContext::Zone, &["cst"], "it can be `America/Chicago`, `Asia/Shanghai` or `America/Havana`"),
    (WordContext::Zone, &["ist"], "it can be `Asia/Kolkata`, `Europe/Dublin` or `Asia/Jerusalem`"),
    (WordContext::Zone, &["ast"], "it can be `America/Halifax` or `Asia/Riyadh`"),
    (WordContext::Zone, &["bst", "uk"], "write `Europe/London`"),
    (WordContext::Zone, &["cest"], "write the town that is meant, such as `Europe/Berlin`"),
    (WordContext::Zone, &["eest"], "write the town that is meant, such as `Europe/Helsinki`"),
    (WordContext::Zone, &["msk", "msd"], "write `Europe/Moscow`"),
    (WordContext::Zone, &["gst"], "write `Asia/Dubai`"),
    (WordContext::Zone, &["pkt"], "write `Asia/Karachi`"),
    (WordContext::Zone, &["ict"], "write `Asia/Bangkok` or `Asia/Ho_Chi_Minh`"),
    (WordContext::Zone, &["wib"], "write `Asia/Jakarta`"),
    (WordContext::Zone, &["sgt"], "write `Asia/Singapore`"),
    (WordContext::Zone, &["hkt"], "write `Asia/Hong_Kong`"),
    (WordContext::Zone, &["jst"], "write `Asia/Tokyo`"),
    (WordContext::Zone, &["kst"], "write `Asia/Seoul`"),
    (WordContext::Zone, &["awst"], "write `Australia/Perth`"),
    (WordContext::Zone, &["aest", "aedt"], "write `Australia/Sydney`, or `Australia/Brisbane`, which has no summer time"),
    (WordContext::Zone, &["nzst", "nzdt"], "write `Pacific/Auckland`"),
    (WordContext::Zone, &["sast"], "write `Africa/Johannesburg`"),
    (WordContext::Zone, &["wat"], "write `Africa/Lagos`"),
    (WordContext::Zone, &["eat"], "write `Africa/Nairobi`"),
    (WordContext::Zone, &["brt"], "write `America/Sao_Paulo`"),
    (WordContext::Zone, &["art"], "write `America/Argentina/Buenos_Aires`"),
    (WordContext::Word, &["binding", "guaranteed", "committed", "sla"], "`guarantee` is what the source binds itself to, `promise` what it says without more"),
    (WordContext::Word, &["target", "goal", "slo", "aim"], "`objective` is what the source aims at"),
    (WordContext::Word, &["best effort", "best efforts", "reasonable efforts"], "`reasonable-effort` is the word for it"),
    (WordContext::Word, &["yearly", "annual", "annually", "per year"], "a year is a `contract-year` or a `calendar-year` of an allowance, the `year` of a price"),
    (WordContext::Word, &["monthly", "per month"], "write `month`"),
    (WordContext::Word, &["quarterly", "per quarter"], "write `quarter`"),
    (WordContext::Word, &["hourly", "per hour"], "write `hour`"),
    (WordContext::Word, &["incident", "ticket", "per incident", "per ticket"], "write `case`"),
    (WordContext::Word, &["pending", "on hold", "waiting", "hold"], "a ticket waits for somebody: `waiting-customer`, `waiting-vendor` or `waiting-third-party`"),
    (WordContext::Word, &["answered", "responded", "response", "first response"], "`replied` is the desk's word to the customer, `acknowledged` that it has taken up the ticket"),
    (WordContext::Word, &["solved", "fixed", "done", "completed"], "write `resolved`"),
    (WordContext::Word, &["confirmed", "severity confirmed", "classified"], "write `priority-confirmed`"),
    (WordContext::Word, &["stop", "block", "reject"], "write `refuse`"),
    (WordContext::Word, &["bill", "charge", "invoice"], "write `overage`"),
];

/// What is likely meant by a word.
pub(super) fn meaning(at: WordContext, word: &str) -> Option<String> {
    let folded = word.trim().to_lowercase().replace(['-', '_'], " ");
    let plain = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    let known = MEANINGS.iter().find(|(place, words, _)| {
        let as_typed = word.trim().to_lowercase();
        *place == at && (words.contains(&plain.as_str()) || words.contains(&as_typed.as_str()))
    });
    let known = known.map(|(_, _, says)| (*says).to_owned());
    known.or_else(|| match at {
        WordContext::Duration => of_duration(&plain, word),
        WordContext::Hours => hours_by_days(&plain),
        _ => None,
    })
}

/// Ranges, weeks of business, years.
fn of_duration(plain: &str, word: &str) -> Option<String> {
    let digits = |text: &str| text.trim().starts_with(|c: char| c.is_ascii_digit());
    if let Some((from, to)) = word.split_once('-')
        && digits(from)
        && digits(to)
    {
        return Some(format!(
            "of two times the later is promised: write it as `within`, and `says = \"{word}\"`"
        ));
    }
    let (number, unit) = plain.split_once(' ')?;
    let n: u32 = number.parse().ok().filter(|n| *n <= 1_000)?;
    match unit {
        "business week" | "business weeks" | "working week" | "working weeks" => {
            Some(format!("write `{}bd`", n * 5))
        }
        "year" | "years" => Some(format!("write `{} months`", n * 12)),
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
            (WordContext::Duration, "best effort", "`\"best-effort\"`"),
            (WordContext::Duration, "Best-Effort", "`\"best-effort\"`"),
            (WordContext::Duration, "2 working weeks", "`10bd`"),
            (WordContext::Duration, "2 years", "`24 months`"),
            (
                WordContext::Duration,
                "2-3 business days",
                "says = \"2-3 business days\"",
            ),
            (WordContext::Duration, "N/A", "knowingly not made"),
            (WordContext::Hours, "24x7", "around-the-clock"),
            (WordContext::Hours, "24/7", "around-the-clock"),
            (WordContext::Hours, "8x5", "`\"mon-fri 09:00-17:00\"`"),
            (WordContext::Hours, "12x7", "`\"mon-sun 09:00-21:00\"`"),
            (WordContext::Hours, "24x5", "`\"mon-fri\"`"),
            (WordContext::Zone, "ET", "America/New_York"),
            (WordContext::Zone, "IST", "Asia/Kolkata"),
            (WordContext::Zone, "MSK", "Europe/Moscow"),
            (WordContext::Word, "binding", "guarantee"),
            (WordContext::Key, "timezone", "`zone`"),
        ] {
            let meant = meaning(at, word).unwrap_or_else(|| panic!("{word} means nothing"));
            assert!(meant.contains(says), "{word}: {meant}");
        }
        for (at, word) in [
            (WordContext::Duration, "4h"),
            (WordContext::Duration, "soonish"),
            (WordContext::Hours, "8x4"),
            (WordContext::Hours, "99x5"),
            (WordContext::Zone, "Europe/Madrid"),
        ] {
            assert_eq!(meaning(at, word), None, "{word}");
        }
    }

    #[test]
    fn each_word_means_one_thing_where_it_stands() {
        let mut seen: Vec<(WordContext, &str)> = Vec::new();
        for (at, words, _) in MEANINGS {
            for word in *words {
                assert!(!seen.contains(&(*at, word)), "{word} stands twice");
                seen.push((*at, word));
            }
        }
    }
}
