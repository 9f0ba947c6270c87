//! Opening a ticket against a contract.
use super::super::entitled::{ContractContext, RequestArgs, Resolved, ground, judged, meant};
use super::super::options::Write;
use super::act::{Verb, book_work, told};
use crate::context::{Context, Session};
use crate::core::entitlement::{Forgiven, Judgement, Purpose, Rule, Verdict};
use crate::core::model::{
    Acknowledged, Assigned, EventText, Fact, Opened, PriorityConfirmed, Side, Tagged, TicketNo,
};
use crate::core::text::nearest;
use crate::failure::{Exit, Failure};
use crate::render::{Cell, Outcome};
use crate::store::AsOf;

/// `open`: a ticket begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Open {
    /// A contact (e-mail), a customer or a contract.
    pub who: String,
    pub subject: String,
    pub priority: Option<String>,
    pub channel: Option<String>,
    pub topic: Option<String>,
    /// The person, where `who` is a customer.
    pub contact: Option<String>,
    pub contract: Option<String>,
    pub environment: Option<String>,
    pub component: Option<String>,
    pub version: Option<String>,
    pub tags: Vec<String>,
    pub assignee: Option<String>,
    /// It is acknowledged at once.
    pub ack: bool,
    /// Rules whose refusal is forgiven.
    pub overrides: Vec<String>,
    /// A refused request is kept as refused.
    pub refuse: bool,
    /// Time spent on it, to be booked.
    pub worked: Option<String>,
    /// What was said, or why.
    pub text: Option<String>,
    pub write: Write,
}

/// Opens a ticket against the contract: entitlement inside, with all that stands against it.
///
/// # Errors
/// The contract says no (and nothing is forgiven), or a word that its terms do not know.
pub(crate) fn open(context: &mut Context, options: &Open) -> Result<Outcome, Failure> {
    let context = &*context;
    let intent = options.write.intent(context)?;
    let at = intent.at.unwrap_or(context.now());
    let overridden = overrides(options)?;
    let host = host(context, options)?;
    let asked = asked(options, host.as_deref());
    let meant = meant(context, &asked, at, AsOf::All)
        .map_err(|failure| stranger(context, options, failure))?;
    let (number, written) = context.write(&intent, |session| {
        let ground = ground(&session.writer, &mut session.book, &meant, at)?;
        needed(options, &ground)?;
        let judgement = judged(
            context,
            &session.writer,
            &mut session.book,
            &meant,
            &ground,
            &asked,
            at,
        )?;
        let refused = refusals(&judgement, &meant, options, &overridden)?;
        let opened = opened(options, &meant, &ground, &judgement, &overridden, refused);
        let prose = kept(options, &meant, &judgement, &overridden, &opened);
        let number = session.open(at, opened, prose)?;
        besides(session, context, number, options)?;
        let mut remarks = remarks(&judgement);
        remarks.extend(forgave_nothing(&judgement, &overridden));
        Ok((number, remarks))
    })?;
    let (number, remarks) = number;
    let verb = Verb {
        name: "open",
        done: "opened",
    };
    let mut told = told(context, &verb, &written)?;
    if written.entry.is_some() {
        told = told.created(Cell::from(number));
    }
    Ok(remarks
        .into_iter()
        .fold(Outcome::written(told), Outcome::warn))
}

/// The customer of an address that nobody is known by, when the request is to be kept or forgiven
/// all the same: who else has an address of that domain.
fn host(context: &Context, options: &Open) -> Result<Option<String>, Failure> {
    let all_the_same = options.refuse || !options.overrides.is_empty();
    let who = &options.who;
    if !all_the_same || !who.contains('@') || !context.store()?.contacts_of_email(who)?.is_empty() {
        return Ok(None);
    }
    Ok(Some(context.customer_of_domain(who)?.key))
}

/// Nobody is known by that address: what can be done for somebody of a customer's domain.
fn stranger(context: &Context, options: &Open, failure: Failure) -> Failure {
    let unknown = failure.exit() == Exit::NotFound && options.who.contains('@');
    match context.customer_of_domain(&options.who) {
        Ok(host) if unknown => failure.hint(format!(
            "for {}: `--refuse` keeps the request as refused, `--override contact -m WHY` opens it \
             all the same",
            host.key
        )),
        _ => failure,
    }
}

fn asked<'a>(options: &'a Open, host: Option<&'a str>) -> RequestArgs<'a> {
    let stranger = host.map(|_| options.who.as_str());
    RequestArgs {
        purpose: Purpose::Open,
        who: host.unwrap_or(&options.who),
        contact: options.contact.as_deref().or(stranger),
        contract: options.contract.as_deref(),
        channel: options.channel.as_deref(),
        topic: options.topic.as_deref(),
        priority: options.priority.as_deref(),
        environment: options.environment.as_deref(),
        component: options.component.as_deref(),
        version: options.version.as_deref(),
    }
}

/// The rules that are forgiven; forgiving needs a reason.
fn overrides(options: &Open) -> Result<Vec<Rule>, Failure> {
    if !options.overrides.is_empty() && options.text.is_none() {
        return Err(Failure::missing(
            "an override needs a reason",
            "--message",
            Vec::new(),
        ));
    }
    let can_be = Rule::ALL
        .into_iter()
        .filter(|rule| rule.forgiven() != Forgiven::Never);
    let words: Vec<&str> = can_be.map(Rule::word).collect();
    let rule = |word: &String| match Rule::of_word(word) {
        Some(rule) if rule.forgiven() != Forgiven::Never => Ok(rule),
        Some(rule) => Err(Failure::usage(format!(
            "`{}` cannot be overridden: a priority that is ruled out is no promise",
            rule.word()
        ))
        .hint(format!("these can be: {}", words.join(", ")))
        .hint("`sladesk may` lists which priorities it can have")),
        None => Err(Failure::usage(format!("no rule `{word}` to override"))
            .meant(nearest(word, words.iter().copied()))
            .hint(format!("there are {}", words.join(", ")))),
    };
    options.overrides.iter().map(rule).collect()
}

/// What was written of it: the customer's words, or why the desk forgave a rule; what was said
/// against it, and who asked, when nobody knows him or her.
fn kept(
    options: &Open,
    meant: &Resolved,
    judgement: &Judgement,
    overridden: &[Rule],
    opened: &Opened,
) -> EventText {
    let forgiving = !options.refuse && !overridden.is_empty();
    let (text, why) = match forgiving {
        true => (None, options.text.clone()),
        false => (options.text.clone(), None),
    };
    let forgiven = if options.refuse { &[][..] } else { overridden };
    EventText {
        subject: Some(options.subject.clone()),
        email: meant.contact.clone().filter(|_| opened.contact.is_none()),
        rulings: judgement.rulings(forgiven),
        text,
        why,
        ..EventText::default()
    }
}

/// Rules that were to be forgiven and refused nothing.
fn forgave_nothing(judgement: &Judgement, overridden: &[Rule]) -> Option<String> {
    let refused = |rule: &Rule| judgement.refusals().any(|finding| finding.rule == *rule);
    let idle: Vec<&str> = overridden
        .iter()
        .filter(|rule| !refused(rule))
        .map(|rule| rule.word())
        .collect();
    let idle = idle.join(",");
    (!idle.is_empty())
        .then(|| format!("`--override {idle}` forgave nothing: nothing refuses there"))
}

/// What no ticket can do without.
fn needed(options: &Open, ground: &ContractContext) -> Result<(), Failure> {
    let Some(terms) = &ground.terms else {
        return Ok(());
    };
    if options.priority.is_none() {
        let ids = terms.priorities.iter().map(|p| p.id.clone()).collect();
        return Err(Failure::missing(
            "`open` needs a priority",
            "--priority",
            ids,
        ));
    }
    if options.channel.is_none() {
        let open = terms
            .channels
            .iter()
            .filter(|c| c.included && !c.self_service);
        let ids = open.map(|channel| channel.id.clone()).collect();
        return Err(Failure::missing("`open` needs a channel", "--channel", ids));
    }
    Ok(())
}

/// The rules that refuse, when the request is to be kept as refused.
fn refusals(
    judgement: &Judgement,
    meant: &Resolved,
    options: &Open,
    overridden: &[Rule],
) -> Result<Vec<String>, Failure> {
    let customer = &meant.account.customer.key;
    if options.refuse {
        let rules: Vec<String> = judgement
            .refusals()
            .map(|f| f.rule.word().to_owned())
            .collect();
        return match rules.is_empty() {
            false => Ok(rules),
            true => Err(Failure::not_possible(format!(
                "nothing refuses this: {customer} may open it"
            ))
            .hint("leave out `--refuse`")),
        };
    }
    let Some(refusal) = judgement.refusal(customer, overridden) else {
        return Ok(Vec::new());
    };
    let failure = Failure::refused(refusal.message).kind("refused");
    let failure = refusal.facts.into_iter().fold(failure, Failure::fact);
    Err(refusal.hints.into_iter().fold(failure, Failure::hint))
}

fn opened(
    options: &Open,
    meant: &Resolved,
    ground: &ContractContext,
    judgement: &Judgement,
    overridden: &[Rule],
    refused: Vec<String>,
) -> Opened {
    let forgiven: Vec<String> = judgement
        .refusals()
        .filter(|finding| refused.is_empty() && overridden.contains(&finding.rule))
        .map(|finding| finding.rule.word().to_owned())
        .collect();
    let clocks = refused.is_empty() && !judgement.is_courtesy(overridden);
    let contact = meant
        .contact
        .as_deref()
        .and_then(|email| meant.account.contact_by_email(email));
    Opened {
        customer: meant.account.customer.id,
        contract: ground.contract.as_ref().map(|contract| contract.id),
        terms: ground.terms_event.filter(|_| clocks),
        contact: contact.map(|contact| contact.id),
        side: Side::Customer,
        channel: options.channel.clone(),
        topic: options.topic.clone(),
        priority: options
            .priority
            .as_deref()
            .map(|word| ground.priority(word)),
        environment: options.environment.clone(),
        component: options.component.clone(),
        version: options.version.clone(),
        allowance: judgement.allowance.clone().filter(|_| clocks),
        overridden: forgiven,
        refused,
        source: None,
    }
}

/// What is done with the opening: tags, an assignee, an acknowledgement, time.
fn besides(
    session: &mut Session<'_>,
    context: &Context,
    number: TicketNo,
    options: &Open,
) -> Result<(), Failure> {
    if !options.tags.is_empty() {
        let fact = Fact::from(Tagged {
            add: options.tags.clone(),
            drop: Vec::new(),
        });
        session.record(number, fact, EventText::default())?;
    }
    if let Some(who) = options.assignee.as_deref() {
        let to = match who {
            "me" => context.actor().to_owned(),
            who => context.staff(who)?,
        };
        session.record(
            number,
            Fact::from(Assigned { to: Some(to) }),
            EventText::default(),
        )?;
    }
    if options.ack {
        session.record(number, Fact::from(Acknowledged {}), EventText::default())?;
        session.record(
            number,
            Fact::from(PriorityConfirmed {}),
            EventText::default(),
        )?;
    }
    book_work(session, number, options.worked.as_deref())
}

fn remarks(judgement: &Judgement) -> Vec<String> {
    let remarks = judgement
        .findings
        .iter()
        .filter(|f| f.verdict == Verdict::Remark);
    remarks.map(|finding| finding.with_clause()).collect()
}
