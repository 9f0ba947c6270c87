//! The plans that there are: the files compiled in, and those of a folder, which add a vendor or
//! replace the file of the same vendor whole.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use super::diagnostic::Diagnostic;
use super::document::Document;
use super::error::PlanError;
use super::file::PlanFile;
use super::names::SystemNames;
use crate::core::terms::Terms;
use crate::core::text::nearest;

/// The files compiled in, by their vendors.
const BUILT_IN: [(&str, &str); 5] = [
    ("bpmonline", include_str!("../../plans/bpmonline.toml")),
    ("creatio", include_str!("../../plans/creatio.toml")),
    ("credenti", include_str!("../../plans/credenti.toml")),
    ("csd-group", include_str!("../../plans/csd-group.toml")),
    ("suitecrm", include_str!("../../plans/suitecrm.toml")),
];

/// One vendor: its file is read when somebody asks for it.
struct Vendor {
    vendor: String,
    name: String,
    bytes: Vec<u8>,
    read: OnceLock<Result<Arc<PlanFile>, Vec<Diagnostic>>>,
}

impl Vendor {
    fn file(&self, system_names: &SystemNames) -> Result<Arc<PlanFile>, PlanError> {
        let read = self.read.get_or_init(|| {
            let reading = PlanFile::read(&self.name, &self.bytes, system_names);
            reading.file.map(Arc::new).ok_or(reading.found)
        });
        read.clone().map_err(|found| PlanError::Bad {
            name: self.name.clone(),
            found,
        })
    }
}

/// All plans that can be named.
pub struct Catalogue {
    system_names: SystemNames,
    vendors: Vec<Vendor>,
}

/// A plan that was named, and the file that it stands in.
#[derive(Clone, Debug)]
pub struct FoundPlan {
    /// The file that has it.
    pub file: Arc<PlanFile>,
    /// Its id in that file.
    pub plan: String,
    /// As it is called where it was found: `vendor/plan`, or `FILE:plan` of a file that is no part
    /// of the catalogue.
    pub called: String,
}

impl FoundPlan {
    /// `vendor/plan`.
    pub fn name(&self) -> String {
        format!("{}/{}", self.file.vendor(), self.plan)
    }

    /// What it says, with nothing agreed.
    pub fn document(&self) -> Document {
        Document::of(&self.file.root, &self.plan)
    }

    /// Its terms as published.
    pub fn terms(&self) -> Terms {
        self.document().terms()
    }
}

impl Catalogue {
    /// The plans compiled in.
    ///
    /// ```
    /// use sladesk::plans::{Catalogue, SystemNames};
    /// let catalogue = Catalogue::built_in(SystemNames::default());
    /// let premium = catalogue.find("creatio/premium")?.terms();
    /// assert_eq!(premium.title, "Premium");
    /// # Ok::<(), sladesk::plans::PlanError>(())
    /// ```
    pub fn built_in(system_names: SystemNames) -> Catalogue {
        let vendors = BUILT_IN.iter().map(|(vendor, text)| Vendor {
            vendor: (*vendor).to_owned(),
            name: format!("plans/{vendor}.toml"),
            bytes: text.as_bytes().to_vec(),
            read: OnceLock::new(),
        });
        Catalogue {
            system_names,
            vendors: vendors.collect(),
        }
    }

    /// The same with the plan files of a folder, which win over what was there. A file with
    /// mistakes takes its vendor's place too: it is refused when somebody asks for it.
    ///
    /// # Errors
    /// A folder that cannot be read.
    pub fn with_folder(mut self, folder: &Path) -> Result<Catalogue, PlanError> {
        let unreadable = |cause: std::io::Error| PlanError::Unreadable {
            name: folder.display().to_string(),
            cause: cause.to_string(),
        };
        let mut paths = Vec::new();
        for entry in std::fs::read_dir(folder).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            if path.extension().is_some_and(|ext| ext == "toml") && path.is_file() {
                paths.push(path);
            }
        }
        paths.sort();
        for path in paths {
            self.add(&path)?;
        }
        Ok(self)
    }

    fn add(&mut self, path: &Path) -> Result<(), PlanError> {
        let (name, bytes) = bytes_of(path)?;
        let reading = PlanFile::read(&name, &bytes, &self.system_names);
        let stem = path
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned());
        let vendor = match &reading.file {
            Some(file) => file.vendor().to_owned(),
            None => reading.vendor.clone().or(stem).unwrap_or_default(),
        };
        self.vendors.retain(|known| known.vendor != vendor);
        let read = OnceLock::from(reading.file.map(Arc::new).ok_or(reading.found));
        self.vendors.push(Vendor {
            vendor,
            name,
            bytes,
            read,
        });
        self.vendors.sort_by(|a, b| a.vendor.cmp(&b.vendor));
        Ok(())
    }

    /// The files as they are written, with their names.
    pub fn texts(&self) -> Vec<(String, Vec<u8>)> {
        let texts = self
            .vendors
            .iter()
            .map(|known| (known.name.clone(), known.bytes.clone()));
        texts.collect()
    }

    /// What is known of zones and holidays here.
    pub fn system_names(&self) -> &SystemNames {
        &self.system_names
    }

    /// The vendors, in alphabetical order.
    pub fn vendors(&self) -> impl Iterator<Item = &str> {
        self.vendors.iter().map(|known| known.vendor.as_str())
    }

    /// The file of a vendor.
    ///
    /// # Errors
    /// An unknown vendor, or a file with mistakes.
    pub fn vendor(&self, vendor: &str) -> Result<Arc<PlanFile>, PlanError> {
        let known = self.vendors.iter().find(|known| known.vendor == vendor);
        let unknown = || PlanError::Unknown {
            what: "vendor",
            typed: vendor.to_owned(),
            nearest: nearest(vendor, self.vendors()).map(str::to_owned),
            known: self.vendors().map(str::to_owned).collect(),
        };
        known.ok_or_else(unknown)?.file(&self.system_names)
    }

    /// The one plan of a name: `vendor/plan`, `FILE:plan`, a plan's name that no other vendor
    /// uses, or the vendor of a single plan.
    ///
    /// # Errors
    /// No such plan, more than one, or a file with mistakes.
    pub fn find(&self, typed: &str) -> Result<FoundPlan, PlanError> {
        let mut found = self.find_all(typed)?;
        match (found.pop(), found.is_empty()) {
            (Some(one), true) => Ok(one),
            (Some(last), false) => {
                found.push(last);
                Err(PlanError::Ambiguous {
                    typed: typed.to_owned(),
                    candidates: found.into_iter().map(|found| found.called).collect(),
                })
            }
            (None, _) => Err(self.unknown(typed)),
        }
    }

    /// All plans of a name, whatever the case of its letters: those of a vendor or a file, or what [`Catalogue::find`] takes.
    ///
    /// # Errors
    /// No such plan, or a file with mistakes.
    pub fn find_all(&self, typed: &str) -> Result<Vec<FoundPlan>, PlanError> {
        if let Some((path, plan)) = file_and_plan(typed) {
            return self.in_file(path, plan);
        }
        let word = typed.to_lowercase();
        if let Some((vendor, plan)) = word.split_once('/') {
            let file = match self.vendors.iter().find(|known| known.vendor == vendor) {
                Some(known) => known.file(&self.system_names)?,
                None => return Err(self.unknown(typed)),
            };
            let found = plans_of(&file, Some(plan));
            return if found.is_empty() {
                Err(self.unknown(typed))
            } else {
                Ok(found)
            };
        }
        if let Some(known) = self.vendors.iter().find(|known| known.vendor == word) {
            return Ok(plans_of(&known.file(&self.system_names)?, None));
        }
        let named: Vec<FoundPlan> = self
            .usable()
            .iter()
            .flat_map(|file| plans_of(file, Some(&word)))
            .collect();
        if named.is_empty() {
            Err(self.unknown(typed))
        } else {
            Ok(named)
        }
    }

    /// Every plan of every file that can be read, vendor by vendor.
    pub fn all(&self) -> Vec<FoundPlan> {
        self.usable()
            .iter()
            .flat_map(|file| plans_of(file, None))
            .collect()
    }

    /// The files that cannot be used, with what is wrong with them.
    pub fn bad(&self) -> Vec<PlanError> {
        self.vendors
            .iter()
            .filter_map(|known| known.file(&self.system_names).err())
            .collect()
    }

    fn usable(&self) -> Vec<Arc<PlanFile>> {
        self.vendors
            .iter()
            .filter_map(|known| known.file(&self.system_names).ok())
            .collect()
    }

    fn in_file(&self, path: &str, plan: Option<&str>) -> Result<Vec<FoundPlan>, PlanError> {
        let (name, bytes) = bytes_of(Path::new(path))?;
        let reading = PlanFile::read(&name, &bytes, &self.system_names);
        let Some(file) = reading.file.map(Arc::new) else {
            return Err(PlanError::Bad {
                name,
                found: reading.found,
            });
        };
        let mut found = plans_of(&file, plan);
        for one in &mut found {
            one.called = format!("{name}:{}", one.plan);
        }
        match (found.is_empty(), plan) {
            (true, Some(plan)) => Err(PlanError::Unknown {
                what: "plan",
                typed: format!("{name}:{plan}"),
                nearest: nearest(plan, file.plans().iter().map(String::as_str))
                    .map(|near| format!("{name}:{near}")),
                known: file
                    .plans()
                    .iter()
                    .map(|plan| format!("{name}:{plan}"))
                    .collect(),
            }),
            _ => Ok(found),
        }
    }

    fn unknown(&self, typed: &str) -> PlanError {
        let names: Vec<String> = self.all().iter().map(FoundPlan::name).collect();
        let near = nearest(typed, names.iter().map(String::as_str)).map(str::to_owned);
        let near = near.or_else(|| {
            let (vendor, plan) = typed.split_once('/')?;
            let vendor = nearest(vendor, self.vendors())?;
            let mut of_vendor = names
                .iter()
                .filter(|name| name.starts_with(&format!("{vendor}/")));
            of_vendor
                .find(|name| name.ends_with(&format!("/{plan}")))
                .cloned()
        });
        let near = near.or_else(|| {
            let plans = names
                .iter()
                .filter_map(|name| name.split_once('/').map(|(_, plan)| plan));
            let plan = nearest(typed, plans.chain(self.vendors()))?;
            let full = names
                .iter()
                .filter(|name| name.ends_with(&format!("/{plan}")));
            let full: Vec<&String> = full.collect();
            Some(if full.len() == 1 {
                full[0].clone()
            } else {
                plan.to_owned()
            })
        });
        PlanError::Unknown {
            what: "plan",
            typed: typed.to_owned(),
            nearest: near,
            known: names,
        }
    }
}

/// The plans of a file of that name, or all of them.
fn plans_of(file: &Arc<PlanFile>, plan: Option<&str>) -> Vec<FoundPlan> {
    let plans = file
        .plans()
        .iter()
        .filter(|name| plan.is_none_or(|plan| plan == *name));
    plans
        .map(|name| FoundPlan {
            file: Arc::clone(file),
            plan: name.clone(),
            called: format!("{}/{name}", file.vendor()),
        })
        .collect()
}

/// `FILE:plan`, or a file alone, which ends in `.toml`: the file, and the plan where one is named.
pub fn file_and_plan(typed: &str) -> Option<(&str, Option<&str>)> {
    if typed.ends_with(".toml") {
        return Some((typed, None));
    }
    let (path, plan) = typed.rsplit_once(':')?;
    Some((path, Some(plan)))
}

/// A file's name as people know it, and its bytes; what is larger than a plan file can be is read
/// only so far as to see that.
pub fn bytes_of(path: &Path) -> Result<(String, Vec<u8>), PlanError> {
    use std::io::Read;
    let name = path.display().to_string();
    let most = super::tree::LARGEST as u64 + 1;
    let mut bytes = Vec::new();
    std::fs::File::open(path)
        .and_then(|file| file.take(most).read_to_end(&mut bytes))
        .map_err(|cause| match cause.kind() {
            std::io::ErrorKind::NotFound => PlanError::NoFile { name: name.clone() },
            _ => PlanError::Unreadable {
                name: name.clone(),
                cause: cause.to_string(),
            },
        })?;
    Ok((name, bytes))
}
