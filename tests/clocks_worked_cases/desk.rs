//! The plans that cases name: the built-in ones, and `acme/desk`, a small one for the rules that
//! no vendor's page has.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sladesk::almanac;
use sladesk::core::calendar::{Calendar, DaySet, ZoneRules};
use sladesk::core::model::EventId;
use sladesk::core::sla::Versions;
use sladesk::core::terms::{Agreed, CalendarTerms, Terms};
use sladesk::core::time::Instant;
use sladesk::plans::{Agreement, Catalogue, PathValue, PlanFile, SystemNames};

use crate::book::RulesCache;

/// Nine to five in UTC; an answer within 1, 4 or 8 hours, resolved within 4, 8 or 24, the latter
/// not counted while the customer is waited for.
const ACME: &str = r#"
schema = 1
vendor = "acme"
hours = "mon-fri 09:00-17:00"
contacts = "unlimited"
priorities.p1 = "High"
priorities.p2 = "Medium"
priorities.p3 = "Low"
channels.email = "E-mail"
exclusions.misuse = "Misuse"
milestones.response.met-by = ["replied"]
milestones.resolution.met-by = ["resolved"]
milestones.resolution.paused-by = ["waiting-customer"]
priority-changes.misjudged = { title = "It never was", corrects = true }
priority-changes.workaround = { title = "It works again", meets = ["resolution"] }
priority-changes.agreed = { title = "Both sides agree" }
plans.desk.title = "Desk"
plans.desk.targets.response.p1 = "1h"
plans.desk.targets.response.p2 = "4h"
plans.desk.targets.response.p3 = "8h"
plans.desk.targets.resolution = { p1 = { within = "4h", negotiable = true }, p2 = "8h", p3 = "24h" }
plans.desk.allowances.support = { hours = "40h", per = "term", when-used-up = { lapses = ["resolution"] } }
"#;

/// A day that opens or closes from an adoption on.
#[derive(Clone, Debug)]
pub struct Adoption {
    pub at: Instant,
    pub date: NaiveDate,
    pub closed: bool,
}

/// The plans of a case.
#[derive(Debug, Default)]
pub struct Plans {
    /// Lines of a plan file that `acme` has besides its own.
    pub with: Vec<String>,
    signed: Vec<Terms>,
}

impl Plans {
    /// Signs a plan, `VENDOR/PLAN` with `zone=`, `region=` and `PATH=VALUE`; its terms are known
    /// by the id that is given back.
    pub fn sign(&mut self, words: &str) -> Result<EventId, String> {
        let mut words = words.split_whitespace();
        let plan = words.next().ok_or("which plan?")?;
        let (vendor, plan) = plan.split_once('/').ok_or("write VENDOR/PLAN")?;
        let mut agreement = Agreement::default();
        for word in words {
            match word.split_once('=') {
                Some(("zone", zone)) => agreement.zone = Some(zone.to_owned()),
                Some(("region", region)) => agreement.region = Some(region.to_owned()),
                _ => {
                    let agreed = word.replace('_', " ").parse::<PathValue>();
                    agreement
                        .set
                        .push(agreed.map_err(|error| error.to_string())?);
                }
            }
        }
        let machine = SystemNames::default();
        let signed = match vendor {
            "acme" => self.acme()?.sign(plan, &agreement, &machine),
            _ => Catalogue::built_in(machine.clone())
                .vendor(vendor)
                .map_err(|error| error.to_string())?
                .sign(plan, &agreement, &machine),
        };
        let mut terms = signed.map_err(|error| error.to_string())?.terms;
        settle_zone(&mut terms, agreement.zone.as_deref());
        self.signed.push(terms);
        Ok(EventId(1000 + self.signed.len() as i64))
    }

    fn acme(&self) -> Result<PlanFile, String> {
        let text = format!("{ACME}{}", self.with.join("\n"));
        let read = PlanFile::read("acme.toml", text.as_bytes(), &SystemNames::default());
        let says = || read.found.iter().map(|found| found.draw(None)).collect();
        read.file.ok_or_else(says)
    }

    pub fn terms(&self, id: EventId) -> &Terms {
        &self.signed[(id.0 - 1001) as usize]
    }

    /// The zone of those terms, in which a case tells its times.
    pub fn zone(&self, id: EventId) -> ZoneRules {
        let zone = self.terms(id).zone.settled();
        almanac::zone(zone.map_or("UTC", String::as_str)).expect("a zone")
    }

    /// What the fold looks up, with what was adopted in the course of the case.
    pub fn book(&self, adoptions: &[Adoption]) -> RulesCache {
        let mut book = RulesCache::default();
        for (terms, n) in self.signed.iter().zip(1001..) {
            let compiled = terms
                .calendars
                .iter()
                .filter_map(|(key, calendar)| Some((key.clone(), versions(calendar, adoptions)?)));
            book.add(EventId(n), terms.clone(), compiled.collect());
        }
        book
    }
}

/// Where the plan leaves the zone to the contract, the contract's holds.
fn settle_zone(terms: &mut Terms, zone: Option<&str>) {
    let settle = |open: &mut Agreed<String>| {
        if open.settled().is_none() {
            *open = Agreed::Is(zone.unwrap_or("UTC").to_owned());
        }
    };
    settle(&mut terms.zone);
    for calendar in terms.calendars.values_mut() {
        settle(&mut calendar.zone);
    }
}

fn versions(calendar: &CalendarTerms, adoptions: &[Adoption]) -> Option<Versions> {
    let week = calendar.week.settled()?;
    let zone = almanac::zone(calendar.zone.settled()?).expect("a zone");
    let names = calendar.holidays.settled().cloned().unwrap_or_default();
    let mut sets: Vec<DaySet> = names
        .iter()
        .map(|name| almanac::day_set(name).expect("a built-in set"))
        .collect();
    let build = |sets: &[DaySet]| {
        let sets: Vec<&DaySet> = sets.iter().collect();
        Calendar::new(week, &zone, &sets, &calendar.days)
    };
    let mut versions = Versions::only(build(&sets));
    for adoption in adoptions {
        if adoption.closed {
            let day = BTreeMap::from([(adoption.date, "adopted".to_owned())]);
            sets.push(DaySet::of_dates("adopted", day));
        } else {
            for set in &mut sets {
                set.days.remove(&adoption.date);
            }
        }
        versions.adopt(adoption.at, build(&sets));
    }
    Some(versions)
}
