//! Who the demo desk works for: customers on all the built-in plans, their contacts, the staff.

use crate::context::{Context, Session};
use crate::core::model::{
    ContactAuthorised, ContactId, ContractId, ContractSigned, CustomerAdded, CustomerId, EventId,
    EventText, Fact, Qualified, StaffAdded,
};
use crate::core::terms::Terms;
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::plans::Agreement;

/// A customer of the demo desk, with what a ticket of it needs.
pub(super) struct DemoCustomer {
    pub customer: CustomerId,
    pub contract: ContractId,
    pub signed: EventId,
    pub terms: Terms,
    pub contacts: Vec<ContactId>,
}

struct DemoCustomerSpec {
    key: &'static str,
    name: &'static str,
    plan: &'static str,
    zone: &'static str,
    set: &'static [&'static str],
    contacts: &'static [(&'static str, &'static str)],
    manager: &'static str,
}

/// The staff: id, name.
pub(super) const STAFF: [(&str, &str); 4] = [
    ("minh", "Trần Minh"),
    ("olga", "Ольга Смирнова"),
    ("paula", "Paula Ibáñez"),
    ("yusuf", "يوسف الحربي"),
];

const PARTS: [DemoCustomerSpec; 8] = [
    DemoCustomerSpec {
        key: "acme",
        name: "Acme Ltd",
        plan: "creatio/business",
        zone: "UTC+1",
        set: &[],
        contacts: &[
            ("dana@acme.example", "Dana Ruiz"),
            ("luis@acme.example", "Luis Soto"),
            ("eva@acme.example", "Eva Lind"),
            ("ines@acme.example", "Inés Prat"),
        ],
        manager: "paula",
    },
    DemoCustomerSpec {
        key: "globex",
        name: "Globex",
        plan: "creatio/premium",
        zone: "UTC+2",
        set: &[
            "targets.resolution.high=8h",
            "targets.resolution.medium=24h",
        ],
        contacts: &[
            ("kira@globex.example", "Kira Holm"),
            ("tom@globex.example", "Tom Berg"),
        ],
        manager: "paula",
    },
    DemoCustomerSpec {
        key: "initech",
        name: "Initech",
        plan: "creatio/basic",
        zone: "UTC-5",
        set: &[],
        contacts: &[
            ("bill@initech.example", "Bill Low"),
            ("sam@initech.example", "Sam Naga"),
        ],
        manager: "olga",
    },
    DemoCustomerSpec {
        key: "neva",
        name: "ООО Нева",
        plan: "bpmonline/premium",
        zone: "UTC+3",
        set: &["contacts=10", "calendars.working-days.holidays=russia"],
        contacts: &[
            ("anna@neva.example", "Анна Белова"),
            ("igor@neva.example", "Игорь Лапин"),
        ],
        manager: "olga",
    },
    DemoCustomerSpec {
        key: "volga",
        name: "Волга Сервис",
        plan: "bpmonline/business",
        zone: "UTC+3",
        set: &["contacts=5"],
        contacts: &[("lena@volga.example", "Елена Орлова")],
        manager: "olga",
    },
    DemoCustomerSpec {
        key: "saigon",
        name: "Sài Gòn Thương mại",
        plan: "csd-group/elite",
        zone: "Asia/Ho_Chi_Minh",
        set: &["contacts=6", "channels=portal,email,phone"],
        contacts: &[
            ("lan@saigon.example", "Nguyễn Lan"),
            ("huy@saigon.example", "Lê Huy"),
        ],
        manager: "minh",
    },
    DemoCustomerSpec {
        key: "thames",
        name: "Thames & Sons",
        plan: "suitecrm/dedicated",
        zone: "Europe/London",
        set: &[
            "hours=mon-fri 09:00-17:30",
            "zone=Europe/London",
            "contacts=4",
            "channels=email,portal,phone",
            "targets.response.s1=1h",
            "targets.response.s2=4h",
            "targets.response.s3=1bd",
            "targets.response.s4=2bd",
            "targets.resolution.s1=8h",
            "targets.resolution.s2=3bd",
            "targets.resolution.s3=10bd",
            "targets.resolution.s4=none",
            "allowances.support-hours.hours=40h",
        ],
        contacts: &[
            ("jo@thames.example", "Jo Hart"),
            ("raj@thames.example", "Raj Patel"),
        ],
        manager: "paula",
    },
    DemoCustomerSpec {
        key: "rub",
        name: "الربع الخالي للتجارة",
        plan: "credenti/premium",
        zone: "Asia/Riyadh",
        set: &[
            "contacts=5",
            "zone=Asia/Riyadh",
            "calendars.business-hours=worldwide",
        ],
        contacts: &[("noor@rub.example", "نور الشمري")],
        manager: "yusuf",
    },
];

/// Adds the staff and the customers, signs their contracts, authorises their contacts.
pub(super) fn found(
    session: &mut Session<'_>,
    context: &Context,
    began: Instant,
) -> Result<Vec<DemoCustomer>, Failure> {
    for (key, name) in STAFF {
        let fact = Fact::from(StaffAdded {
            key: key.to_owned(),
            lines: Vec::new(),
        });
        let prose = EventText {
            name: Some(name.to_owned()),
            email: Some(format!("{key}@desk.example")),
            ..EventText::default()
        };
        session.account_fact(CustomerId::DESK, fact, prose)?;
    }
    PARTS
        .iter()
        .map(|part| join(session, context, part, began))
        .collect()
}

fn join(
    session: &mut Session<'_>,
    context: &Context,
    part: &DemoCustomerSpec,
    began: Instant,
) -> Result<DemoCustomer, Failure> {
    let customer = session.writer.next_customer()?;
    if !part.zone.starts_with("UTC") {
        session.adopt_zone_named(part.zone)?;
    }
    let added = Fact::from(CustomerAdded {
        key: part.key.to_owned(),
        zone: Some(part.zone.to_owned()),
        language: None,
        account_manager: Some(part.manager.to_owned()),
        engineer: None,
    });
    let prose = EventText {
        name: Some(part.name.to_owned()),
        ..EventText::default()
    };
    session.account_fact(customer, added, prose)?;
    let (contract, signed, terms) = sign(session, context, part, customer, began)?;
    let mut contacts = Vec::new();
    for (email, name) in part.contacts {
        contacts.push(authorise(session, customer, &terms, email, name)?);
    }
    Ok(DemoCustomer {
        customer,
        contract,
        signed,
        terms,
        contacts,
    })
}

fn sign(
    session: &mut Session<'_>,
    context: &Context,
    part: &DemoCustomerSpec,
    customer: CustomerId,
    began: Instant,
) -> Result<(ContractId, EventId, Terms), Failure> {
    let catalogue = context.catalogue()?;
    let found = catalogue.find(part.plan)?;
    let set = part.set.iter().map(|set| set.parse());
    let agreement = Agreement {
        set: set.collect::<Result<_, _>>()?,
        zone: Some(part.zone.to_owned()),
        region: None,
    };
    let signed = found
        .file
        .sign(&found.plan, &agreement, catalogue.system_names())?;
    session.adopt_for(&signed.terms)?;
    let terms = session.keep_terms(&signed.document, &signed.terms)?;
    let contract = session.writer.next_contract()?;
    let fact = Fact::from(ContractSigned {
        contract,
        plan: signed.terms.name(),
        terms,
        starts: began.plus(-86_400),
        ends: began.plus(YEAR),
        months: 12,
        renews: Some(12),
        zone: Some(part.zone.to_owned()),
        region: None,
        set: agreement.set.iter().map(ToString::to_string).collect(),
        left_open: signed.open().into_iter().map(|term| term.path).collect(),
    });
    let event = session.account_fact(customer, fact, EventText::default())?;
    Ok((contract, event, signed.terms))
}

/// The contracts of the demo desk last a year from their beginning.
const YEAR: i64 = 364 * 86_400;

fn authorise(
    session: &mut Session<'_>,
    customer: CustomerId,
    terms: &Terms,
    email: &str,
    name: &str,
) -> Result<ContactId, Failure> {
    let contact = session.writer.next_contact()?;
    let first = session.account(customer)?.contacts.is_empty();
    let qualified = terms
        .qualifications
        .iter()
        .filter(|_| first)
        .map(|held| Qualified {
            what: held.id.clone(),
            until: None,
        });
    let fact = Fact::from(ContactAuthorised {
        contact,
        from: None,
        contract: None,
        qualified: qualified.collect(),
        until: None,
        replaces: None,
        language: None,
    });
    let prose = EventText {
        name: Some(name.to_owned()),
        email: Some(email.to_owned()),
        ..EventText::default()
    };
    session.account_fact(customer, fact, prose)?;
    Ok(contact)
}
