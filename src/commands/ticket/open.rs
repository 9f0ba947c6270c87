//! Opening a ticket against a contract.

use clap::Args;

use super::super::entitled::{
    RequestContract, ResolvedRequest, TypedRequester, contract_context, evaluate, resolve,
};
use super::super::matrix;
use super::act::{book_work, told};
use super::needed::{RequestSoFar, named, needed};
use crate::commands::Input;
use crate::commands::args::{RequestArgs, Text, WorkedArg, Write, help_of, not_blank, value_name};
use crate::commands::plan_words::reason_of;
use crate::context::{Context, Session};
use crate::core::entitlement::{
    AllowanceCode, AllowanceUnit, Evaluation, Finding, FindingCode, Forgiven, Purpose, Request,
    Rule, Verdict,
};
use crate::core::model::{
    Acknowledged, Assigned, EventText, Fact, Opened, PriorityConfirmed, Side, Tagged, TicketNo,
    TicketWord,
};
use crate::core::text::nearest;
use crate::failure::{Exit, Failure};
use crate::render::{Cell, Outcome};
use crate::wording::{echo, finding, refusal, with_clause};

/// Open a ticket against a contract
///
/// The contract is asked first: who may ask, through what, about what, how often. A refusal names
/// its clause and what would be allowed (exit 3).
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk open dana@acme.example \"Nobody can log in\" -p high -c phone\n  sladesk open acme \"Export fails\" --contact luis@acme.example -p low -c email -F mail.txt\n  sladesk open acme \"A favour\" -p low -c email --override topic -m \"agreed with Eva\" -n"
)]
pub(crate) struct Open {
    /// A contact (e-mail), a customer or a contract
    #[arg(value_name = "WHO")]
    who: String,
    /// What is wrong, in one line
    #[arg(value_name = "SUBJECT", allow_hyphen_values = true, value_parser = not_blank("the subject"))]
    subject: String,
    #[command(flatten)]
    request: RequestArgs,
    /// A reason of the plan why the priority is another than its matrix gives
    #[arg(long, value_name = "CODE")]
    reason: Option<String>,
    /// A tag; may be given again
    #[arg(long, value_name = "T", value_parser = not_blank("a tag"))]
    tag: Vec<String>,
    #[arg(long, value_name = value_name("assignee"), help = help_of("assignee"))]
    assignee: Option<String>,
    /// Acknowledge it at once
    #[arg(long)]
    ack: bool,
    /// Forgive the refusal of these rules; needs a text
    #[arg(long = "override", value_name = "RULE,...", value_delimiter = ',', value_parser = forgivable)]
    overridden: Vec<Rule>,
    /// Keep a refused request as refused
    #[arg(long, conflicts_with = "overridden")]
    refuse: bool,
    #[command(flatten)]
    worked: WorkedArg,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    write: Write,
}

impl Open {
    /// Opens a ticket against the contract: entitlement inside, with all that stands against it.
    ///
    /// # Errors
    /// The contract says no (and nothing is forgiven), or a word that its terms do not know.
    pub(crate) fn run(mut self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let text = self.text.given(input)?;
        if !self.overridden.is_empty() && text.is_none() {
            return Err(Failure::missing(
                "an override needs a reason",
                "--message",
                Vec::new(),
            ));
        }
        let write = self.write.options(context)?;
        let at = write.at.unwrap_or(context.clock());
        let host = host(context, &self)?;
        let resolved = resolve(context.directory()?, &self.asker(host.as_deref()), at)
            .map_err(|failure| stranger(context, &self, failure))?;
        let ((number, case, remarks), written) = context.write(&write, |session| {
            let component = self.request.named.words.get(TicketWord::Component);
            let (store, rules) = (&session.writer, &mut session.rules_cache);
            let contract_context = contract_context(store, rules, &resolved, component, at)?;
            self.request.spelt_as(contract_context.terms.as_ref())?;
            self.request.language = resolved.language(self.request.language.take());
            if let (Some(code), Some(terms)) = (&mut self.reason, &contract_context.terms) {
                *code = reason_of(terms, code)?;
            }
            let priority = matrix::priority(
                contract_context.terms.as_ref(),
                self.request.priority.as_deref(),
                &self.request.named.words,
                self.reason.as_deref(),
            )?;
            let request = Request {
                priority: priority.as_deref(),
                ..self
                    .request
                    .request(Purpose::Open, resolved.contact.as_deref())
            };
            let said = RequestSoFar {
                request: &request,
                words: &self.request.named.words,
            };
            needed(&said, &contract_context, input)?;
            let evaluation = evaluate(
                context,
                session.writer.present(),
                &mut session.rules_cache,
                &resolved,
                &contract_context,
                &request,
                at,
            )?;
            if !self.refuse && !self.overridden.contains(&Rule::Named) {
                named(&request, &contract_context, &evaluation, input)?;
            }
            let refused = refusals(&evaluation, &resolved, &self)?;
            let mut opened = opened(
                &self,
                &request,
                &resolved,
                &contract_context,
                &evaluation,
                refused,
            );
            let case = opened.allowance.as_ref().and(case_left(&evaluation));
            let mut prose = kept(&self, text, &resolved, &opened);
            (opened.rulings, prose.people) = evaluation.rulings(self.forgiven());
            let number = session.open(at, opened, prose)?;
            follow_up(session, context, number, &self)?;
            let mut remarks = remarks(&evaluation);
            remarks.extend(forgave_nothing(&evaluation, &self.overridden));
            Ok((number, case, remarks))
        })?;
        let mut told = told(context, input, &written)?;
        if let Some(case) = case {
            told = told.said(echo::follows(&[case]));
        }
        if written.entry.is_some() {
            told = told.created(Cell::from(number));
        }
        let outcome = Outcome::written(told);
        Ok(remarks.into_iter().fold(outcome, Outcome::warn))
    }

    /// The rules that are forgiven; what is kept as refused forgives none.
    fn forgiven(&self) -> &[Rule] {
        match self.refuse {
            true => &[],
            false => &self.overridden,
        }
    }

    fn asker<'a>(&'a self, host: Option<&'a str>) -> TypedRequester<'a> {
        let stranger = host.map(|_| self.who.as_str());
        TypedRequester {
            who: host.unwrap_or(&self.who),
            contact: self.request.contact.as_deref().or(stranger),
            contract: self.request.contract.as_deref(),
        }
    }
}

/// The customer of an address that nobody is known by, when the request is to be kept or forgiven
/// all the same: who else has an address of that domain.
fn host(context: &Context, open: &Open) -> Result<Option<String>, Failure> {
    let all_the_same = open.refuse || !open.overridden.is_empty();
    let who = &open.who;
    if !all_the_same || !who.contains('@') || !context.store()?.contacts_of_email(who)?.is_empty() {
        return Ok(None);
    }
    Ok(Some(context.customer_of_domain(who)?.key))
}

/// Nobody is known by that address: what can be done for somebody of a customer's domain.
fn stranger(context: &Context, open: &Open, failure: Failure) -> Failure {
    let unknown = failure.exit() == Exit::NotFound && open.who.contains('@');
    match context.customer_of_domain(&open.who) {
        Ok(host) if unknown => failure.hint(format!(
            "for {}: `--refuse` keeps the request as refused, `--override contact -m WHY` opens it \
             all the same",
            host.key
        )),
        _ => failure,
    }
}

/// The value parser of a rule whose refusal can be forgiven.
fn forgivable(word: &str) -> Result<Rule, Failure> {
    let can_be = Rule::ALL
        .into_iter()
        .filter(|rule| rule.forgiven() != Forgiven::Never);
    let words: Vec<&str> = can_be.map(Rule::word).collect();
    match Rule::of_word(word) {
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
    }
}

/// What was written of it: the customer's words, also where there was nothing to forgive, or why the
/// desk forgave a rule; and who asked,
/// when nobody knows him or her.
fn kept(
    open: &Open,
    text: Option<String>,
    resolved: &ResolvedRequest,
    opened: &Opened,
) -> EventText {
    let (text, why) = match opened.overridden.is_empty() {
        true => (text, None),
        false => (None, text),
    };
    EventText {
        subject: Some(open.subject.clone()),
        email: resolved
            .contact
            .clone()
            .filter(|_| opened.contact.is_none()),
        text,
        why,
        ..EventText::default()
    }
}

/// Rules that were to be forgiven and refused nothing.
fn forgave_nothing(evaluation: &Evaluation, overridden: &[Rule]) -> Option<String> {
    let refused = |rule: &Rule| evaluation.refusals().any(|finding| finding.rule == *rule);
    let idle: Vec<&str> = overridden
        .iter()
        .filter(|rule| !refused(rule))
        .map(|rule| rule.word())
        .collect();
    let idle = idle.join(",");
    (!idle.is_empty())
        .then(|| format!("`--override {idle}` forgave nothing: nothing refuses there"))
}

/// The rules that refuse, when the request is to be kept as refused.
fn refusals(
    evaluation: &Evaluation,
    resolved: &ResolvedRequest,
    open: &Open,
) -> Result<Vec<String>, Failure> {
    let customer = &resolved.account.customer.key;
    if open.refuse {
        let rules: Vec<String> = evaluation
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
    match refusal(evaluation, customer, &open.overridden) {
        Some(refusal) => Err(refusal),
        None => Ok(Vec::new()),
    }
}

fn opened(
    open: &Open,
    request: &Request<'_>,
    resolved: &ResolvedRequest,
    contract_context: &RequestContract,
    evaluation: &Evaluation,
    refused: Vec<String>,
) -> Opened {
    let forgiven: Vec<String> = evaluation
        .refusals()
        .filter(|finding| refused.is_empty() && open.overridden.contains(&finding.rule))
        .map(|finding| finding.rule.word().to_owned())
        .collect();
    let clocks = refused.is_empty() && !evaluation.is_courtesy(&open.overridden);
    let contact = resolved
        .contact
        .as_deref()
        .and_then(|email| resolved.account.contact_by_email(email));
    Opened {
        customer: resolved.account.customer.id,
        contract: contract_context
            .contract
            .as_ref()
            .map(|contract| contract.id),
        terms: contract_context.terms_event.filter(|_| clocks),
        contact: contact.map(|contact| contact.id),
        side: Side::Customer,
        channel: open.request.channel.clone(),
        priority: request.priority.map(|word| contract_context.priority(word)),
        words: open.request.named.words.clone(),
        language: open.request.language.clone(),
        asks: open.request.asks.clone(),
        reason: open.reason.clone(),
        allowance: evaluation.allowance.clone().filter(|_| clocks),
        overridden: forgiven,
        refused,
        rulings: Vec::new(),
        source: None,
    }
}

/// What is done with the opening: tags, an assignee, an acknowledgement, time.
fn follow_up(
    session: &mut Session<'_>,
    context: &Context,
    number: TicketNo,
    open: &Open,
) -> Result<(), Failure> {
    if !open.tag.is_empty() {
        let fact = Fact::from(Tagged {
            add: open.tag.clone(),
            drop: Vec::new(),
        });
        session.record(number, fact, EventText::default())?;
    }
    if let Some(who) = open.assignee.as_deref() {
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
    if open.ack {
        session.record(number, Fact::from(Acknowledged {}), EventText::default())?;
        session.record(
            number,
            Fact::from(PriorityConfirmed {}),
            EventText::default(),
        )?;
    }
    book_work(session, number, open.worked.worked)
}

/// What is left of the cases, once this one is used.
fn case_left(evaluation: &Evaluation) -> Option<String> {
    evaluation.findings.iter().find_map(|found| {
        let FindingCode::Allowance(AllowanceCode::Left {
            allowance,
            unit: AllowanceUnit::Cases,
            left,
            of,
            until,
        }) = &found.code
        else {
            return None;
        };
        let (allowance, unit) = (allowance.clone(), AllowanceUnit::Cases);
        let (of, until) = (*of, *until);
        let after = match left - 1 {
            0 => AllowanceCode::NoneLeft {
                allowance,
                unit,
                of,
                until,
            },
            left => AllowanceCode::Left {
                allowance,
                unit,
                left,
                of,
                until,
            },
        };
        Some(finding::says(&Finding {
            code: FindingCode::Allowance(after),
            ..found.clone()
        }))
    })
}

fn remarks(evaluation: &Evaluation) -> Vec<String> {
    let remarks = evaluation
        .findings
        .iter()
        .filter(|f| f.verdict == Verdict::Remark);
    remarks.map(with_clause).collect()
}
