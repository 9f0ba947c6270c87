//! What the keys of a plan file mean, and the findings about one.

/// The heading of a table of keys.
pub(crate) fn heading(table: &str) -> &'static str {
    match table {
        "file" => "At the top of the file, and in a plan",
        "target" => "A target",
        "other-figure" => "`conflicts-with` of a target",
        "milestone" => "A milestone",
        "all-of" => "`met-by` with `all-of`",
        "calendar" => "A calendar",
        "case" => "A case",
        "opening" => "The opening of a case",
        "act" => "An act",
        "kind" => "A kind",
        "all-but" => "All words but some",
        "price" => "A price",
        "term" => "A term",
        "allowance" => "An allowance",
        "when-used-up" => "`when-used-up` of an allowance",
        "priority" => "A priority",
        "channel" => "A channel",
        "topic" => "A topic",
        "service" => "A service",
        "exclusion" => "An exclusion",
        "word" => "An environment, a component, an impact, an urgency",
        "priority-change" => "A priority change",
        "fact" => "A fact",
        "qualification" => "A qualification",
        "version" => "A version",
        "any" => "In every table",
        _ => "",
    }
}

/// What a key of a table says; empty for none that there is.
pub(super) fn meaning(table: &str, key: &str) -> &'static str {
    match (table, key) {
        ("file", "schema") => "version of this schema",
        ("file", "vendor") => {
            "names the file; a file of your own replaces the built-in one of the same vendor, whole"
        }
        (
            "file" | "allowance" | "milestone" | "calendar" | "priority" | "channel" | "topic"
            | "service" | "exclusion" | "priority-change" | "qualification" | "version" | "word"
            | "fact" | "kind" | "act",
            "title",
        ) => "as people read it",
        ("file", "source") => "where the facts come from",
        ("file", "language") => {
            "of every text in the file; a title may also be a table of languages, and one that is not there shows that of the file"
        }
        ("file", "hours") => "the hours of support; targets count in them",
        ("file", "zone") => "of every calendar that names none of its own",
        ("file", "holidays") => {
            "holiday sets: the closed days of every calendar that names none of its own; never of around-the-clock"
        }
        ("file", "business-days") => {
            "what `3 business days` is counted on; required if the hours are around the clock and a target is in business days"
        }
        ("file", "contacts") => "how many people the contract may authorise",
        ("file", "tickets-must-name") => "a ticket is refused at its opening without them",
        ("file", "reopen-within") => {
            "how long an end may have stood and still be withdrawn by a reopening; `none`: each reopening is a new cycle"
        }
        ("file", "lines") => "support lines, in the order in which a ticket climbs",
        ("file", "rank") => {
            "where its tickets stand in `next` among those of the same priority: the lower first"
        }
        ("file", "price") => "what is paid; never asked for at signing",
        ("file", "term") => "how long a contract lasts; never asked for at signing",
        ("file", "targets") => {
            "how long each milestone may take: one target for all priorities, or a table by priority; beside that `when.KIND`, the same for tickets of a kind"
        }
        ("file", "kinds") => {
            "kinds of tickets, by which targets differ: all keys of one must fit; a channel, topic, component or environment is one by itself"
        }
        ("file", "acts") => {
            "what the desk does besides the acts that every plan has: `mark` says that it was done; usable in `starts`, `met-by` and `until`"
        }
        ("act", "answers") => "the customer is told: it counts as a reply",
        ("kind", "priority") => "the ticket's, as it stands",
        ("kind", "channel") => {
            "by which the customer has come, at the opening or with a later word"
        }
        ("kind", "topic" | "component" | "environment" | "version" | "language" | "line") => {
            "what the ticket names, as it stands; what it does not name fits nothing"
        }
        ("kind", "during") => "the clock's cycle begins within these hours",
        ("kind", "outside") => "it begins outside of them",
        ("kind", "on-request") => {
            "the customer has asked for it: `open --asks KIND`, `receive 42 --asks KIND`"
        }
        ("all-but", "all-but") => "those that do not fit",
        ("file", "allowances") => "countable rights: cases or hours a year",
        ("file", "milestones") => "what targets are set for",
        ("file", "calendars") => "hours that need a name",
        ("file", "priorities") => "the most urgent first",
        ("file", "channels") => "ways to reach the desk",
        ("file", "topics") => "what a ticket may be about",
        ("file", "services") => {
            "what a plan gives besides tickets: shown and compared, never checked"
        }
        ("file", "exclusions") => "what `exempt` may name; it cancels the clocks",
        ("file", "priority-changes") => {
            "the reasons for which a priority may be lowered, or changed by the customer"
        }
        ("file", "qualifications") => "what a contact may hold",
        ("file", "environments") => "what a ticket may name",
        ("file", "components") => "what a ticket may name",
        ("file", "versions") => {
            "what a ticket may name: `--version` takes the id, the title or an alias"
        }
        ("file", "languages") => "the languages of support; another is a remark",
        ("version", "aliases") => "other words for it, for files and people",
        ("version", "supported-until") => {
            "the last day of its support, `2027-08-31`: from the next day on tickets of it are refused (`--override version` leaves their clocks)"
        }
        ("file", "impacts") => "how much a ticket can be about, the worst first",
        ("file", "urgencies") => "how soon a ticket can be wanted, the worst first",
        ("file", "priority-matrix") => {
            "which priority impact and urgency give: `widespread = { now = \"p1\", soon = \"p2\" }`"
        }
        ("file", "facts") => "what the source says and no key holds: shown, and decides nothing",
        ("plan", "channels") => "those that this plan includes",
        ("plan", "topics") => "those that this plan includes",
        ("plan", "priorities") => "those that this plan has: a ticket can have no other",
        ("plan", "components") => {
            "those that this plan covers; with several contracts `open` takes the one that covers the component"
        }
        ("file", "reachable") => {
            "when a channel is served: `may` says which is open now, and a closed one is a remark"
        }
        ("channel", "only-for") => {
            "what may come through it: priorities, topics, environments, components, languages and kinds, one of which must be so"
        }
        ("channel", "never-for") => "what may not: the same words, none of which may be so",
        ("plan", "services") => "those that this plan includes",
        ("plan", "exclusions") => "those that hold in this plan",
        ("plan", "priority-changes") => "those that this plan includes",
        ("file", "plans") => {
            "what a customer can sign; a plan says only what differs from the file"
        }
        ("file", "cases") => "`[[cases]]`: what `plan test` holds the file to",
        ("price", "amount") => "a sum",
        ("price", "at-least") => "not less than a sum",
        ("price", "percent") => "a share of something",
        ("price", "of") => "of what, with `percent`",
        ("price", "currency") => "`EUR`, `RUB`",
        ("price", "per") => "for what it is paid",
        ("price", "taxes") => "whether taxes are in it",
        ("price", "paid") => "when",
        ("term", "length") => "so long",
        ("term", "at-least") => "not less",
        ("term", "renews") => "a renewal by itself adds so much",
        ("term", "notice") => {
            "how long before the end it must be cancelled; `\"none\"`: at any time"
        }
        ("target", "within") => "how long it may take",
        ("target", "hours") => "counted in these instead of the plan's",
        ("target", "negotiable") => "the two sides may agree another for one ticket",
        ("target", "conflicts-with") => {
            "the source contradicts itself: in words, or the other figure, which must not be stricter"
        }
        ("other-figure", "within") => "the other figure",
        ("allowance", "cases") => "how many tickets",
        ("allowance", "hours") => "how much work: `40h`",
        ("allowance", "per") => "in which period",
        ("allowance", "topics") => "the topics it covers",
        ("allowance", "when-used-up") => {
            "refuse; say so; go on and count it as overage; or let the duties lapse that `lapses` names"
        }
        ("allowance", "rounded-up-to") => {
            "each entry of work is rounded up to whole multiples of it"
        }
        ("allowance", "entry-at-least") => "an entry of work counts for at least that",
        ("allowance", "rolls-over") => {
            "what is left goes over into the next period: `true` for all of it, or at most so much"
        }
        ("when-used-up", "lapses") => "the milestones that stand still until more is bought",
        ("milestone", "starts") => "the events that start its clock",
        ("milestone", "met-by") => {
            "the first of these ends it, or all of them: `{ all-of = [...] }`"
        }
        ("milestone", "until") => {
            "from the first of these on it is owed no more: what is pending is cancelled, and nothing starts it until the ticket is reopened"
        }
        ("milestone", "paused-by") => {
            "its clock stands still while the ticket is in one of these states"
        }
        ("milestone", "on-raise") => {
            "from when the new priority's target counts when a priority is raised"
        }
        ("milestone", "on-lower") => "the same when it is lowered",
        ("milestone", "on-reopen") => "what a reopening does to it once it was reached",
        ("target", "cut-off") => {
            "what starts later on an open day starts when the next open day opens; in calendar days or months, at the next midnight"
        }
        ("target", "says") => {
            "as the source publishes it (`2-3 business days`, `next release`), printed with what is counted"
        }
        ("target", "commitment") => "how binding it is at this priority, in the source's words",
        ("milestone", "commitment") => "how binding it is, in the source's words",
        ("all-of", "all-of") => "the last of these ends it",
        ("calendar", "week") => "its hours, in words, or a list for days that differ",
        ("calendar", "one-of") => "instead of `week`: one of these calendars, chosen at signing",
        ("calendar", "zone") => "where its hours are read",
        ("calendar", "holidays") => "its closed days",
        ("calendar", "days") => {
            "days with hours of their own: `2026-12-24 = \"09:00-12:00\"`, or `\"closed\"`"
        }
        ("priority", "means") => "what is of this priority",
        ("priority", "aliases") => "other words for it, for files and people",
        ("priority", "recommended") => "channels that the source advises; advice, not a rule",
        ("priority", "never-for") => "environments and components that can never have it",
        ("channel", "self-service") => "not a way to open a ticket",
        ("topic", "only-for") => "only for contacts who hold this qualification",
        ("topic", "excluded") => "in no plan unless the contract adds it",
        ("service", "named-by") => "a person whom the contract names, and by whom",
        ("priority-change", "by") => "who may ask for it",
        ("priority-change", "from") => "from which priorities",
        ("priority-change", "to") => "to which",
        ("priority-change", "meets") => "milestones that this change ends",
        ("priority-change", "corrects") => {
            "the priority replaced never was; a breach it takes back is shown as corrected"
        }
        ("qualification", "at-most") => "how many contacts of a contract may hold it",
        ("fact", "text") => {
            "what the source says; `\"none\"` in a plan takes a fact of the file away"
        }
        ("case", "name") => "what it proves, as a sentence",
        ("case", "plan") => "the plan that is signed",
        ("case", "set") => "what is agreed: `[\"contacts=5\"]`, as with `--set`",
        ("case", "zone") => "the contract's zone; the times of the case are read in it",
        ("case", "region") => "the contract's region",
        ("case", "open") => "the ticket",
        ("case", "then") => {
            "what happens: `\"2026-03-09 10:00 wait customer\"`, with the verbs ack, confirm, reply, receive [CHANNEL] [asks KIND], wait, resume, assign, priority, agree, eta, mark ACT [--withdraw], exempt, resolve, reopen, close, edit topic T (and the other words), escalate LINE"
        }
        ("case", "due") => "when each milestone is due then, or `\"none\"`",
        ("case", "state") => "the state of each milestone's clock then",
        ("case", "at") => "when the states are looked at",
        ("opening", "at") => "when: `2026-03-06 17:00`",
        ("opening", "priority") => "the ticket's",
        ("opening", "channel" | "topic" | "language" | "environment" | "component" | "version") => {
            "what it names"
        }
        ("opening", "asks") => "the kind on request that is asked for",
        ("any", "clause") => {
            "where the source says it: a text for all that the table holds, or a table with a text for each key; the nearest one outward holds, and an empty one says that there is none"
        }
        ("any", "note") => {
            "shown with the term; decides nothing: a text for the table itself, or a table with a text for each key"
        }
        ("any", "conflicts-with") => {
            "how the source contradicts itself here; `plan check` reports it"
        }
        ("any", "allow") => {
            "codes of warnings and notes of `plan check` that are known and accepted, for all that the table holds"
        }
        _ => "",
    }
}

/// What a finding of that code says.
pub(crate) fn code(code: &str) -> &'static str {
    match code {
        "syntax" => "the file is no TOML",
        "not-text" => "the file is no UTF-8 text",
        "too-large" => "the file is larger than a plan file can be",
        "too-many" => "more entries than a plan file can have",
        "unknown-key" => "a key that the schema does not know",
        "wrong-type" => "a value of another kind than the key takes",
        "bad-value" => "a value that cannot be read",
        "bad-name" => "a name with other letters than names have",
        "reserved" => "a name that means something else",
        "unknown-name" => "a word that the file does not define",
        "unknown-zone" => "a zone that nobody knows",
        "unknown-code" => "`allow` with a code that no finding has, or with that of an error",
        "missing-key" => "something that must be said is not",
        "one-of" => "two keys of which only one may stand",
        "twice" => "the same word twice",
        "ambiguous" => "a word that is several things",
        "circle" => "a calendar that is one of itself",
        "not-stricter" => "of two figures of the source the looser one holds",
        "contradiction" => "the source contradicts itself",
        "no-target" => "a priority without a target: a blank deadline can never be breached",
        "slower" => "a dearer plan is slower than a cheaper one",
        "zero" => "nobody may ask, or no time is left",
        "priority-order" => "a less urgent priority is answered sooner than a more urgent one",
        "resolution-first" => "a resolution is due before the response",
        "longer-than-a-week" => "a target is longer than a week's hours hold",
        "matrix-gap" => "an impact and an urgency to which the matrix gives no priority",
        "matrix-order" => "a worse impact or urgency gives a less urgent priority",
        "in-no-plan" => "a word that no plan includes",
        "unused" => "a calendar or word that nothing uses",
        "unreachable-priority" => "a priority that no ticket can have, or none can be opened with",
        "recommended-missing" => "a priority recommends a channel that a plan lacks",
        "no-way-in" => "targets in a plan that takes no tickets",
        "unknown-holidays" => "a holiday set that is not built in",
        "kind-never-fits" => {
            "a kind of which no ticket can be, or whose tickets all are of one before it"
        }
        "plain-unreached" => "a plain target that holds for no ticket, since each is of some kind",
        "kinds-overlap" => "a ticket can be of several kinds: the first of them holds",
        "no-summer" => "a zone that knows no summer time, where the land of that name does",
        "case" => "a case that cannot be run",
        "business-days" => "a plan around the clock counts business days",
        "allows-nothing" => "`allow` silences nothing where it stands",
        _ => "",
    }
}
