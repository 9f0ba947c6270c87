# English: what customers can be handed (reports, explain, may, plan compare).
#
# Every language has these messages with the same values, or the program does not build.
# { $... } are values: they are written by the program, in the language's own way. A message
# whose name begins with `column-` stands above a column, one with `word-` says a word of a
# closed list; both in small letters, as in the middle of a sentence.
#
# Glossary
#   promise   what the contract says will be done within a time; it is kept or broken
#   breach    a promise that was broken
#   milestone what is promised: a response, a resolution
#   target    how long it may take
#   allowance cases or hours that the contract gives; seat: one person who may ask
#   desk      who gives the support; ticket: one request and all that is done on it

## Head and foot of every report

head-period = period
head-customer = customer
head-tickets = tickets
head-as-of = as of
head-beginning = the beginning
head-end = the end of time
head-from-to = { $from } to { $to } ({ $zone })
head-from-to-running = { $from } to { $to } ({ $zone }), not over yet
table-every-row = all: { $said }
foot-seal = Seal: { $seal }
foot-zone = The period is counted here in the zone of this customer ({ $own }), on the page of the whole desk in that of the desk ({ $desk }): what happened near its first and last hours may count there in the period before or after.
foot-zones = On the page of a customer alone the period is counted in the zone of that customer: what happened near its first and last hours may count there in the period before or after. So the pages of all customers together may come to a little more or less than this one.
report-quarterly = Support of { $customer } { $period }
report-quarterly-of-desk = Support of the desk { $period }
report-sla = Service levels { $period }
report-breaches = Breaches { $period }
report-usage = Usage { $period }
report-workload = Workload { $period }
report-billing = Billing { $period }
report-whatif = What if { $period }

## How long a promise may take

span-business-days =
    { $days ->
        [one] { $days } business day
       *[other] { $days } business days
    }
span-calendar-days =
    { $days ->
        [one] { $days } calendar day
       *[other] { $days } calendar days
    }
span-months =
    { $months ->
        [one] { $months } month
       *[other] { $months } months
    }
span-end-of-business-day = end of business day
span-end-of-next-business-day = end of next business day

## Above columns

column-ticket = ticket
column-milestone = milestone
column-priority = priority
column-target = target
column-target_then = then
column-decided = promises
column-decided_then = then
column-met = kept
column-met_then = then
column-breached = broken
column-breached_then = then
column-attainment = kept %
column-attainment_then = then
column-median_seconds = median
column-p90_seconds = 90% within
column-max_seconds = longest
column-corrected = corrected
column-late_entries = entered late
column-imported = kept, by an import
column-moved_later = moved later
column-superseded = replaced
column-cancelled = cancelled
column-open = open
column-tickets_open = open
column-held_by = assigned to
column-held_line = held on line
column-kind = kind
column-asks = asks for
column-due = due
column-due_there = due there
column-ended = ended
column-late_seconds = late by
column-paused_seconds = stood still
column-cause = cause
column-customer = customer
column-contact = contact
column-contract = contract
column-contracts = contracts
column-plan = plan
column-state = state
column-state_then = then
column-line = line
column-assignee = assignee
column-account_manager = account manager
column-channel = channel
column-topic = topic
column-environment = environment
column-component = component
column-version = version
column-impact = impact
column-urgency = urgency
column-source = source
column-language = language
column-start = start
column-end = end
column-terms_from = terms since
column-set = agreed
column-path = term
column-what = what
column-why = why
column-clause = clause
column-item = what
column-says = says
column-means = what it means
column-breach = broken at
column-became = became
column-at = at
column-actor = by
column-by = asked by
column-recorded = recorded
column-from = from
column-to = to
column-till = to
column-reason = reason
column-text = text
column-eta = expected
column-told = told
column-kept = kept
column-rules = rules
column-rule = rule
column-verdict = answer
column-courtesy = courtesy
column-subject = subject
column-ground = ground
column-was = was
column-was_at = was at
column-is = is
column-is_at = is at
column-opened = opened
column-opened_count = opened
column-corrected_by = corrected by
column-allowance = allowance
column-granted = granted
column-used = used
column-left = left
column-overage = overage
column-until = until
column-pace_until = at this pace
column-seats_used = seats used
column-seats_of = of
column-amount = amount
column-event = event
column-tickets = tickets
column-taken = taken
column-resolved = resolved
column-worked_seconds = worked
column-charged_seconds = charged
column-currency = currency
column-cost = cost
column-rate = rate
column-oldest_open = oldest open
column-counted = counted
column-sum = sum
column-cycle = which time

## Words of closed lists

word-all = all
word-yes = yes
word-no = no
word-not-promised = not promised
word-not-said = not said
word-said-in-words = said in words
word-not-yet = not yet
word-unlimited = unlimited
word-lasts = lasts
word-used-up = used up
word-hours-used-up = the hours of the contract are used up
word-act-withdrawn = marked as done, which was withdrawn
word-desk = desk
word-shown = shown
word-customer = customer
word-plan = plan
word-left-open = left open
word-best-effort-without-a-time = best effort, without a time
word-the-plan-promises-none = the plan promises none
word-the-plan-does-not-say = the plan does not say
word-granted = granted
word-carried-over = carried over
word-used = used
word-given-back = given back
word-adjusted = adjusted
word-expired = expired
word-running = running
word-paused = paused
word-decided = promises
word-met = kept
word-breached = broken
word-superseded = replaced
word-cancelled = cancelled
word-corrected = corrected
word-late-entries = entered late
word-imported = kept, by an import
word-moved-later = moved later
word-open = open
word-open-promise = open
word-work = work
word-case = case
word-ended = ended
word-refused = refused
word-allowed = allowed
word-remark = allowed, with a remark
word-not-begun = not begun
word-in-force = in force
word-lapsed = ended
word-waiting-customer = waiting for the customer
word-waiting-vendor = waiting for the vendor
word-waiting-third-party = waiting for a third party
word-resolved = resolved
word-taken = taken
word-closed = closed
word-merged = merged
word-void = void
word-contract = contract
word-contact = contact
word-channel = channel
word-topic = topic
word-qualification = qualification
word-named = what it names
word-priority = priority
word-allowance = cases
word-hours = hours
word-advice = advice

## How promises were kept

sla-nothing = No promise was due, or was still open, in that period.
sla-in-all = In all
sla-in-all-is = A promise on a ticket counts once each time it is made, in the period in which it first broke or else was kept, and is broken if any of its deadlines was; the lines above count each deadline.
sla-chart = Kept
at-once = at once
meaning-at-once = At once means before a second of the hours of support had passed: in the same moment, or while support was still closed.
meaning-share = A percentage of what was kept is cut off behind one decimal place and never rounded up: a full hundred stands only where all were kept.
sla-behind-figures = Tickets behind the figures
sla-behind = { $line }: { $figure }
sla-beside = { $one } { $other }
breaches-none = No promise was broken in that period.
corrected-by = corrected by { $actor }
corrected-by-for = corrected by { $actor }: { $reason }
workload-nobody = Nobody had a ticket in that period.
workload-counts = Resolved and broken count for whoever had the ticket then, worked time for whoever did the work.
billing-is = Rate and cost stand where the contract states a price for an hour or a case; cost is the charged time at that rate.
billing-nothing = Nothing was worked in that period.
not-promised = Not promised
not-promised-is = Nothing is counted here: what is not promised cannot be kept or broken.
not-promised-says = { $says }: { $why }
not-promised-but = { $why }, save to tickets of the kind { $kinds }

## Allowances and seats

usage-contract = Contract { $contract }: { $title }
usage-no-contract = No contract was in force in that period.
usage-no-allowance = No allowance is counted.
usage-seats = Seats

## The quarterly

contracts = Contracts
account-manager = account manager
engineer = engineer
promised-here = What is promised
reached-any = reached as soon as { $acts }
reached-all = reached once { $acts }
reached-stands-still = { $reached }; its time stands still while the ticket is { $states }
act-opened = the ticket is opened
act-acknowledged = the desk has confirmed that it has the ticket
act-replied = the desk has answered
act-assigned = somebody at the desk has the ticket
act-priority-confirmed = the desk has confirmed the priority
act-eta = the desk has said when it will be done
act-escalated = the ticket is handed to another support line
act-of-plan = the desk has done this: { $act }
act-resolved = the desk has solved it
act-closed = the ticket is closed
target-published = { $target } (published: { $says })
quarter-kept = How promises were kept
earlier-breaches = Breaches of earlier periods
earlier-breaches-are = They were counted in the period in which they broke; here they ended at last, or were taken back.
allowances = Allowances
also-said = Also said
also-said-is = It decides nothing that is counted here.
customers = Customers
tickets = Tickets
volume-open-at-start = open at start
volume-opened = opened
volume-reopened = reopened
volume-resolved = resolved
volume-withdrawn = withdrawn
volume-merged = merged
volume-open-at-end = open at end
volume-waiting-at-end = waiting at end
volume-closed = closed
volume-courtesy = opened as a courtesy
volume-refused = refused
volume-none = No ticket was open, opened or done.
volume-balance = { $start } open + { $opened } opened + { $reopened } reopened = { $resolved } resolved + { $withdrawn } withdrawn + { $merged } merged + { $end } still open.
breaches = Breaches
breaches-taken-back = Breaches taken back
none = None.
nothing = Nothing.
late-entries = Kept, but entered late
superseded = Promises replaced
priority-changes = Changes of priority
estimates = Estimates
overrides = Opened although the contract did not cover it
refused-requests = Refused requests
exempted = Exempt from the promises
changed-since = Changed since the period ended
not-over-yet = It is not over yet.
clocks-changed =
    What was written after { $period } says otherwise of { $clocks ->
        [one] { $clocks } of its deadlines
       *[other] { $clocks } of its deadlines
    }.
and-more = and { $more } more, which the desk can list

## What if

whatif-as-it-is = as it is
whatif-what-if = what if
whatif-price = price
whatif-price-then = price then
whatif-with = { $plan } with { $with }
whatif-not-promised-then = not promised then
whatif-nothing = No promise was due, or was still open, in that period, under either terms.
whatif-gained = Breaches gained
whatif-lost = Breaches lost
whatif-moved = Breaches in another period
whatif-refused = Would have been refused
whatif-allowed = Would have been allowed
whatif-left-out =
    Then { $tickets ->
        [one] { $tickets } ticket
       *[other] { $tickets } tickets
    } would have been refused: no figure of THEN counts a promise on them.
whatif-also-allowed =
    Then { $tickets ->
        [one] { $tickets } ticket that is refused as it is would have been allowed
       *[other] { $tickets } tickets that are refused as it is would have been allowed
    }: what would have been done on them is not known, so no figure counts them.
whatif-no-clock = What is not promised then has no deadline there.

## What the contract says of a request: clauses of a sentence

found-contract = contract { $contract } ({ $plan })
found-contract-alone = contract { $contract }
found-no-contract = { $customer } has no contract
found-in-force = { $name } is in force
found-in-force-until = { $name } is in force until { $until }
found-in-force-without-end = { $name } is in force, and no end is agreed
found-renews = { $name } is in force until { $until } and then renews by itself
found-cancelled = { $name } is cancelled and in force
found-cancelled-until = { $name } is cancelled and in force until { $until }
found-ended = { $name } ended on { $on }
found-cancelled-and-ended = { $name } was cancelled and ended on { $on }
found-not-begun = { $name } begins on { $from }
found-cancelled-before = { $name } was cancelled before it began
found-authorised = { $who } is an authorised contact
found-authorised-seats-open = { $who } is an authorised contact, but how many may ask is not promised
found-authorised-from = { $who } is an authorised contact from { $from } on
found-authorised-until = { $who } was an authorised contact until { $until } and is none any more
found-not-authorised = { $who } is not an authorised contact
found-nobody-authorised = nobody is authorised yet
found-may-ask = authorised ({ $taken } of { $most } seats): { $people }
found-may-ask-unlimited = authorised ({ $taken }): { $people }
found-may-ask-open = authorised ({ $taken }; how many may ask is not promised): { $people }
found-nothing-reserved = no topic is reserved
found-reserved-topic = { $topic } ({ $title })
found-reserved = reserved: { $topics }
found-not-reserved = “{ $topic }” is not reserved
found-reserved-for = “{ $topic }” is only for: { $title }
found-qualified = { $who }: { $qualification }
found-qualified-until = { $who } was “{ $qualification }” until { $until }, and “{ $topic }” is only for: { $title }
found-not-qualified = { $who } is not “{ $qualification }”, and “{ $topic }” is only for: { $title }
found-nobody-qualified = nobody is “{ $qualification }” now
found-who-is-qualified = { $qualification }: { $people }
found-no-tickets = { $plan } takes no tickets
found-channels-not-promised = which channels are included is not promised
found-to-be-agreed = not promised: to be agreed out of { $words }
found-no-channel = no channel is named
found-included = included: { $words }
found-self-service = no ticket is opened through { $channel }: { $title } is self-service
found-not-included = “{ $word }” is not included in { $plan }
found-channel-not-promised = “{ $channel }” is not promised: channels were left open
found-channel-only-for = “{ $channel }” is only for { $words }
found-channel-never-for = “{ $channel }” is never for { $words }
found-channel-closed = “{ $channel }” is not served at this hour
found-channels-open = open now: { $channels }
found-channels-closed = closed now: { $channels }
found-channels-now = open now: { $open }; closed: { $closed }
found-component-not-promised = “{ $component }” is not promised: which components are covered was left open
found-version-supported = { $version } is supported
found-version-supported-until = { $version } is supported until { $day }
found-version-ended = support of { $version } ended on { $day }
found-language-not-served = { $language } is none of the languages of support: { $languages }
found-language-not-promised = { $language } is not promised: the languages of support were left open
found-is-included = “{ $word }” is included
found-no-such-channel = { $plan } has no channel { $channel }
found-channels-not-named = the plan names no channel
found-recommended = recommended for “{ $priority }”: { $channels }
found-topics-not-limited = topics are not limited
found-no-topic = no topic is included
found-no-such-topic = { $plan } has no topic { $topic }
found-topic-not-promised = “{ $topic }” is not promised: topics were left open
found-topic-excluded = “{ $topic }” is excluded unless the contract adds it
found-nothing-to-name = a ticket need not name anything
found-names = it names { $fields }
found-must-name = a ticket must name { $fields }
found-can-have = it can have { $priorities }
found-can-have-but = it can have { $priorities }; not promised: { $gaps }
found-gap = { $milestone } at { $priorities }
found-no-priority = no priority: it takes no tickets
found-no-such-priority = { $plan } has no priority { $priority }
found-can-be = it can be “{ $priority }”
found-can-be-but-one = it can be “{ $priority }”, but “{ $milestone }” is not promised
found-can-be-but = it can be “{ $priority }”, but these are not promised: { $milestones }
found-never-for = “{ $priority }” is never for { $words }
found-cases-not-counted = cases are not counted
found-hours-not-counted = hours are not counted
found-amount-not-promised = how much “{ $allowance }” holds is not promised: it was left open
found-granted = { $allowance }: { $amount } { $per }
found-cases =
    { $cases ->
        [one] { $cases } case
       *[other] { $cases } cases
    }
found-left = { $allowance }: { $left } of { $of } left
found-left-until = { $allowance }: { $left } of { $of } left until { $until }
found-none-left = { $allowance }: none of { $of } left
found-none-left-until = { $allowance }: none of { $of } left until { $until }
found-counted-as-overage = { $none }; it is counted as overage
found-nothing-more-promised = { $none }; until more is bought no { $milestones } is promised
per-contract-year = a contract year
per-calendar-year = a calendar year
per-quarter = a quarter
per-month = a month
per-term = a term
somebody = somebody

## What is possible instead

remedy-ask-from = it can be asked from { $day } on
remedy-authorise = { $command } authorises
remedy-let-ask = let { $people } ask
remedy-use = use { $channels }
remedy-use-version = supported: { $versions }
remedy-ask-in = ask in: { $channels }
remedy-included-in =
    { $plans } { $count ->
        [one] includes
       *[other] include
    } it
remedy-tickets-on = tickets can be opened on { $plans }
remedy-not-counted-in =
    { $plans } { $count ->
        [one] does
       *[other] do
    } not count them
remedy-add-topic = { $command } adds it
remedy-name = add { $flags }
remedy-open-as = open it as { $priority }
remedy-buy = { $command } adds to it
remedy-did-you-mean = did you mean { $word }?

## May somebody ask

may = { $customer } may
may-with-remark = { $customer } may, with a remark
may-not = { $customer } may not
may-instead = { $rule }: { $told }
may-opened-then = Opened then (times in { $zone })
may-opened-then-there = Opened then (times in { $zone }; there: { $there })
as-it-is = { $words }
with-clause = { $says } ({ $clause })
whatif-no-seat =
    only { $limit ->
        [one] { $limit } contact
       *[other] { $limit } contacts
    }, and others took their seats first

## What happened on a ticket: stands behind who did it

event-asked = asked for, refused: { $rules }
event-asked-as = asked for as { $priority }, refused: { $rules }
event-opened-forgiven = opened, forgiven: { $rules }
event-opened-as-forgiven = opened as { $priority }, forgiven: { $rules }
event-opened = opened
event-opened-as = opened as { $priority }
event-acknowledged = acknowledged
event-priority-confirmed = confirmed the priority
event-agreed = agreed { $milestone } within { $target }
event-replied = replied
event-customer-replied = heard from the customer
event-customer-asks = heard from the customer, who asks for { $kind }
event-noted = noted
event-waiting-customer = waits for the customer
event-waiting-vendor = waits for the vendor
event-waiting-third-party = waits for a third party
event-resumed = resumed
event-assigned = assigned to { $who }
event-assigned-to-nobody = assigned to nobody
event-escalated = escalated to { $line }
event-marked = marked { $act }
event-mark-withdrawn = withdrew { $act }
event-worked = worked { $time }
event-priority = set priority { $priority }
event-priority-asked = set priority { $priority }, asked for by the customer
event-priority-reason = set priority { $priority } ({ $reason })
event-priority-reason-asked = set priority { $priority } ({ $reason }, asked for by the customer)
event-exempted = exempted: { $ground }
event-lapsed = { $allowance } used up
event-restored = { $allowance } there again
event-recalculated = clocks worked out anew under other holidays or zone rules
event-cause = gave the cause of the { $milestone } breach
event-cause-code = gave the cause of the { $milestone } breach: { $code }
event-resolved = resolved
event-reopened = reopened
event-closed = closed
event-closed-as = closed as { $how }
event-edited = edited
event-edited-as = edited: { $fields }
event-edited-contact = another contact
event-edited-field = { $field } { $value }
event-moved = moved
event-moved-to = moved to contract { $contract }
event-moved-under = moved to contract { $contract }, terms of event { $terms }
event-entitled = entitled under contract { $contract }
event-linked = linked to { $to } ({ $kind })
event-unlinked = no longer linked to { $to } ({ $kind })
event-merged = merged into { $into }
event-absorbed = took in { $from }
event-undone = undid { $entry }
event-estimated = estimated for { $eta }
event-estimated-told = estimated for { $eta }, told { $told }
mark-undone = undone by { $by }, { $entry }
mark-remark = means nothing: { $says }
mark-given = under --now
remark-not-waiting = it was not waiting
remark-on-that-line = it was with that support line already
remark-already-exempt = it was exempt already
remark-already-in-state = it was { $state } already
remark-no-terms = no terms: there is no clock to agree on
remark-not-pending = { $milestone } is not pending
remark-already-breached = { $milestone } was breached already
remark-no-hours = no hours of support: nothing to count in
remark-unknown-act = its contract has no act { $act }
remark-not-marked = { $act } was not marked, or is withdrawn already
remark-priority-not-included = its plan has no { $priority }: it is held to { $instead }
remark-unknown-milestone = its contract has no { $milestone }

## Explain: the ledger behind a deadline

explain-title = Ticket { $ticket }: { $subject }
explain-clock = { $milestone } at { $priority }: { $state }
explain-clock-again = { $milestone } at { $priority }, time { $cycle }: { $state }
explain-not-promised = { $milestone } at { $priority }: not promised
explain-why = Why: { $why }.
explain-why-clause = Why: { $why } ({ $clause }).
explain-none-refused = Not promised: it was refused.
explain-none-courtesy = Not promised: it is a courtesy.
explain-none-exempt = Not promised: it is exempt.
explain-none = Not promised: there is no clock on it.
explain-told = By: { $told }.
explain-without-effect = Without effect
explain-target = target
explain-set-by = set by
explain-begun-by = begun by
explain-calendar = calendar
explain-counts-from = counts from
explain-due = due, { $whose }
explain-also-promised = also promised
explain-breaks = breaks
explain-elapsed = elapsed
explain-left = left
explain-late = late
explain-stood-still = stood still
explain-stands-still-until = stands still until
explain-ended = ended
explain-ended-by = ended by
explain-counts-nowhere = counts nowhere
explain-held-by = held by
explain-of-its-time = of its time
explain-cause = cause
explain-cause-given-by = cause given by
explain-late-entry = late entry
explain-moved-later = moved later
explain-corrected = corrected
explain-target-at = { $target } at { $priority }
explain-calendar-in = { $calendar } in { $zone }
explain-calendar-rules = { $calendar } in { $zone } (zone rules { $version }, { $source })
explain-wall = { $due } ({ $zone })
explain-of-kind = { $target } ({ $kind })
explain-limit = { $target } from event { $event }: { $due }
explain-limit-at = { $target } at { $priority } from event { $event }: { $due }
explain-limit-due = due { $due }
explain-limit-no-due = no due
explain-not-before = { $breach }, not before what brought it about
explain-late-entry-is = met on the word of an event that was recorded after its due
explain-taken-back = the breach was taken back by { $by }, { $at }
explain-taken-back-why = the breach was taken back by { $by }, { $at }: { $why }
explain-by = { $what } ({ $actor }, event { $event })
explain-by-given = { $what } ({ $actor }, event { $event }, under --now)
explain-by-whom = { $actor } (event { $event })
explain-by-whom-given = { $actor } (event { $event }, under --now)
explain-nobody = nobody
explain-held-part = { $who } { $time }
explain-held-part-on = { $who } on { $line } { $time }
ledger-open = open
ledger-closed = closed
ledger-holiday = holiday: { $name }
ledger-paused = paused: { $why }
ledger-before-merge = before the other ticket was merged into this one
ledger-before-kind = before the ticket was of that kind
ledger-before-change = before the priority changed
ledger-with-event = { $why } (event { $event })
ledger-days =
    { $days ->
        [one] { $days } working day, { $time }
       *[other] { $days } working days, { $time }
    }
move-stands-still = It stands still while the ticket is { $state }.
move-due = Changed to { $priority } now, it would be due { $due }.
move-still = At priority { $priority } it would stand still too.
move-never = At priority { $priority } it would never be due.
move-goes-on = At priority { $priority } it is not promised: this promise would go on.
move-not-promised = At priority { $priority } it is not promised.
move-negotiable = The two sides may agree another target: `sladesk agree`.
explain-event = { $at }  { $actor }  { $what }
explain-event-marked = { $at }  { $actor }  { $what } ({ $marks })
word-done = done
word-withdrawn = withdrawn
word-duplicate = duplicate
word-spam = spam
word-environment = environment
word-component = component
word-version = version
word-language = language
word-bundled = bundled
report-moved = Moved since the period ended
report-moved-since = These tickets were moved to another customer since. What is said of the period keeps them where they were when it ended.
event-waiting-until = { $waits } until { $until }
ledger-open-hours = open, { $week }
ledger-closed-hours = closed, open { $week }
ledger-due = due: { $target } used up
ledger-due-ended = due; the clock had ended by then
explain-no-cause = nobody said; { $command } says it
may-hours = Hours
may-hours-of-support = Support
may-services = Services
may-open-until = open until { $until }
may-open = open
may-closed-until = closed, opens { $until }
may-closed = closed
may-hours-are = { $stands } ({ $week } in { $zone })
may-hours-clause = { $stands } ({ $week } in { $zone }, { $clause })

## What a quarter says first, and what its words mean

summary-from-to = From { $from } to { $to }
summary-period = In { $period }
used-up-on = used up on { $day }
summary-not-begun = { $when }: this period has not begun.
summary-none = { $when }, no promise was kept or broken.
summary-kept =
    { $when }, { $promises ->
        [one] the one promise was kept
        [2] both promises were kept
       *[other] all { $promises } promises were kept
    }.
summary-broken =
    { $when }, { $promises ->
        [one] the one promise was not kept
       *[other] { $kept } of { $promises } promises { $kept ->
            [one] was
           *[other] were
        } kept ({ $share })
    }. Broken: { $which }.
summary-breach = ticket { $ticket } ({ $milestone })
summary-breach-again = ticket { $ticket } ({ $milestone }, { $times }×)
summary-taken-back =
    { $breaches ->
        [one] One breach was taken back and does not count: see below.
       *[other] { $breaches } breaches were taken back and do not count: see below.
    }
deadlines-of-promises = These are { $deadlines } deadlines of { $promises } broken promises: where the priority changes, a promise has a deadline at each.
deadlines-counted-earlier =
    { $deadlines ->
        [one] One deadline broke in this period of a promise that had been broken before it: the promise is counted there.
       *[other] { $deadlines } deadlines broke in this period of promises that had been broken before it: these are counted there.
    }
clocks-entered-later =
    { $clocks ->
        [one] One deadline of { $period } was entered only after it had ended.
       *[other] { $clocks } deadlines of { $period } were entered only after it had ended.
    }
hours-of-support = Hours of support
hours-of = Hours of: { $milestones }
hours-of-contracts = { $hours } (contract { $contracts })
hours-but-holidays = { $hours }, but not on holidays: { $sets }
summary-more = { $more } more
summary-not-included = { $plan } does not include this report ({ $title }); it is printed all the same.
summary-not-included-clause = { $plan } does not include this report ({ $title }, { $clause }); it is printed all the same.
meanings = What the words mean
meaning-promise = A promise is what the contract says will be done on a ticket within a time. What is to be reached within it is called its milestone: an answer, a solution. A promise is counted in the period in which it was kept or broke.
meaning-kept = Kept means done at or before its due; broken means that the due passed first. Time, and how late something was, is counted in the hours of the promise: those of support, unless it has hours of its own.
meaning-median = Half of the promises that were reached took no longer than the median. Where ten or more were reached, nine of ten took no longer than the time under 90%.
meaning-stood-still = A promise stands still while the contract lets it, such as while an answer of the customer is awaited; that time is not counted.
meaning-of-corrected = a breach that was taken back, with who did it and why; it does not count
meaning-of-superseded = a promise that ended before it was kept or broken: by a change of priority, a merge with another ticket, or an act that was withdrawn; it does not count
meaning-of-cancelled = a promise that was taken off a ticket, as the contract exempts it or as the ticket was withdrawn; it does not count
meaning-of-late-entries = kept, on the word of an entry that was written down after the due; it counts as kept
meaning-of-imported = kept, on the word of what was taken over from another tool; it counts as kept
meaning-of-moved-later = its due was moved later by a correction of what the ticket is, before it was breached; it counts as it ended
meaning-of-courtesy = a ticket that the contract does not cover and that was worked on all the same; nothing is promised on it
meaning-seal = The seal names the state of the record that this page was made from: with it the desk can print the same page again, to the last figure.

# Pages as pdf
pdf-page = Page { $page } of { $pages }
pdf-unprintable = { $count ->
    [one] One character could not be printed and stands as �.
   *[other] { $count } characters could not be printed and stand as �.
}
pdf-figures = The figures of this page, for a program
## The quarterly: beside the periods before, whose turn it was, what was left, what is to come

trend = Beside the periods before
trend-is = What was kept of each promise in this period and in those before it, as it is known now.
trend-chart = Kept, period by period
terms-changes = Changes of what is agreed
causes = Causes given
breach-subject = subject: { $subject }
why-counted = { $elapsed } counted, of { $target } promised
why-counted-in = { $elapsed } counted, of { $target } promised; hours: { $week }, { $zone }
why-taken-over = that is what was left of the promise on a ticket that was merged into this one
why-wait = { $time } while { $why }
why-stood-still = stood still: { $waits }
why-priority = { $priority } from { $at }
why-priorities = priority: { $changes }
why-held = held by: { $parts }
why-not-done = not done yet: how late it is, is counted up to { $at }
why-late-outside = done { $time } after its due by the clock on the wall; none of that time counts, as support was closed or the promise stood still
next-move = Who had the next move
next-move-is = How long tickets that were not done waited for each side, in the hours of support that the contract names.
opened-by-priority = Opened, by priority
opened-by-channel = Opened, by channel
opened-by-topic = Opened, by topic
backlog = Not done at the end
backlog-none = Nothing was left to do at the end.
backlog-is =
    { $tickets ->
        [one] { $tickets } ticket was not done; it had been open for { $oldest }
       *[other] { $tickets } tickets were not done; half of them had been open for { $median } or less, the oldest for { $oldest }
    }.
falls-due = Falls due by the end of { $period }
due-notice = last day to stop the renewal
due-renewal =
    the term ends and the contract goes on for { $months ->
        [one] { $months } month
       *[other] { $months } months
    }
due-end = the contract ends
due-cancelled-end = the contract ends, as cancelled
due-qualification = { $who }: “{ $title }” ends
due-seat = { $who } may ask until then
column-who = whose turn
column-seconds = time
column-share = share
column-age_days = days old
column-age = open for
column-next_move = next move
column-day = last day
column-act = what was done
word-third-party = third party
word-signed = signed
word-amended = amended
word-renewed = renewed
word-notice = notice
word-renewal = renewal
word-cancelled-end = end, as cancelled
word-seat = seat
word-response = response
word-resolution = resolution
not-promised-target = how long { $milestone } may take at { $priority }

## What a plan says, term by term

section-contacts = Contacts
section-channels = Channels
section-hours = Hours
section-targets = Targets
section-topics = Topics
section-allowances = Allowances
section-services = Services
section-priorities = Priorities
section-changes = Changes of priority
section-exclusions = Rules
section-price = Price and term
agreed-term = { $item }: { $is }
agreed-holidays = Holidays closed: { $is }
section-facts = Facts
term-item-hours = Hours of support
term-item-zone = Zone
term-item-reachable = { $is }: served
term-item-holidays = Holidays closed
term-item-business-days = Business days
term-item-contacts = Authorised contacts
term-item-tickets-must-name = A ticket must name
term-item-reopen-within = Reopened within
term-item-rank = Rank
term-item-lines = Support lines
term-item-price = Price
term-item-term = Term
term-item-milestones = { $is }: rules
term-item-calendars = Calendar { $is }
term-item-kinds = Kind { $is }
term-item-acts = Act: { $is }
term-act-included = marked when it is done
term-answers-is-true = counts as an answer
term-item-exclusions = No target: { $is }
term-item-environments = Environment: { $is }
term-item-components = Component: { $is }
term-item-versions = Version: { $is }
term-item-languages = Languages
term-item-impacts = Impact: { $is }
term-item-urgencies = Urgency: { $is }
term-item-priority-matrix = Impact { $is }
term-item-note = Note
term-open = not promised until agreed
term-open-to = not promised until agreed: { $is }
term-one-of = one of { $is }
term-so-many-cases = { $is } cases
term-so-many-hours = { $is } hours
term-matrix-cell = { $urgency } is { $is }
term-closed = closed
term-around-the-clock = around the clock
term-price-in = in { $is }
term-price-unpublished = not published
term-price-unpublished-but = not published: { $is }
term-price-percent-of = { $is }% of the { $of }
term-price-percent = { $is }%
term-price-at-least = at least { $is }
term-price-per = per { $is }
term-price-taxes = taxes { $is }
term-price-paid = paid { $is }
term-term-as-agreed = as long as agreed
term-term-at-least = at least { $is }
term-term-renews = renews by { $is }
term-term-notice = { $is } notice
term-notice-is-none = cancelled at any time
term-allowance-per = a { $is }
term-per-is-contract-year = a contract year
term-per-is-calendar-year = a calendar year
term-allowance-topics = on { $is }
term-when-used-up-is-refuse = then refused
term-when-used-up-is-warn = then a warning
term-when-used-up-is-overage = then overage
term-when-used-up-lapses = then { $is } lapses
term-allowance-rounded-up-to = rounded up to { $is }
term-allowance-entry-at-least = an entry at least { $is }
term-allowance-rolls-over = at most { $is } roll over
term-rolls-over-is-true = the rest rolls over
term-within-is-best-effort = best effort, without a time
term-within-is-none = not promised
term-target-unsaid = not promised: the plan is silent
term-target-counted-in = counted in { $is }
term-target-says = { $says }: { $is }
term-target-says-counted = { $says }, counted as { $is }
term-target-cut-off = after { $is } from the next opening
term-target-negotiable = negotiable for each ticket
term-calendar-in = in { $is }
term-calendar-holidays = holidays { $is }
term-milestone-starts = starts: { $is }
term-milestone-until = until { $is }
term-milestone-met-by = met by { $is }
term-all-of-all-of = met by { $is }
term-milestone-paused-by = paused by { $is }
term-milestone-paused-by-none = never paused
term-milestone-on-raise = raised: { $is }
term-milestone-on-lower = lowered: { $is }
term-milestone-on-reopen = reopened: { $is }
term-priority-aliases = also called { $is }
term-priority-recommended = best by { $is }
term-priority-never-for = never for { $is }
term-all-but = all but { $is }
term-kind-priority = priority { $is }
term-kind-channel = channel { $is }
term-kind-topic = topic { $is }
term-kind-component = component { $is }
term-kind-environment = environment { $is }
term-kind-version = version { $is }
term-kind-language = language { $is }
term-kind-line = line { $is }
term-kind-during = during { $is }
term-kind-outside = outside { $is }
term-channel-included = included
term-channel-not-included = not included
term-channel-only-for = only for { $is }
term-channel-never-for = never for { $is }
term-priority-not-included = not included
term-word-not-included = not included
term-channel-self-service = self-service
term-topic-included = included
term-topic-not-included = not included
term-topic-only-for = only for { $is }
term-topic-excluded = excluded unless the contract lists it
term-service-included = included
term-service-not-included = not included
term-service-named-by = named by the { $is }
term-exclusion-included = clocks cancelled
term-exclusion-not-included = not included
term-word-included = known
term-version-included = supported
term-version-supported-until = until { $is }
term-version-aliases = also called { $is }
term-priority-change-by = asked by the { $is }
term-priority-change-from = from { $is }
term-priority-change-from-none = from any
term-priority-change-to = to { $is }
term-priority-change-to-none = to any
term-to-is-lower = to a lower one
term-to-is-higher = to a higher one
term-priority-change-meets = meets { $is }
term-corrects-is-true = a correction
term-on-request-is-true = on request
term-priority-change-not-included = not included
term-qualification-at-most = at most { $is }
term-qualification-at-most-none = any number
term-asked-hours = the hours of support
term-asked-business-days = which days are business days
term-asked-contacts = how many people may ask
term-asked-price = the price
term-asked-term = how long the contract lasts
term-asked-zone = the zone of the hours
term-asked-holidays = which holidays are closed
term-asked-cases = how many cases of { $is }
term-asked-work = how many hours of { $is }
term-asked-channels = how the desk is reached
term-asked-topics = what tickets may be about
term-asked-components = which components are covered
term-asked-languages = the languages of support
term-asked-target = how long { $is } may take at { $at }
term-asked-targets = how long { $is } may take
term-asked-week = which hours `{ $is }` are
term-value-open = open
term-value-none = none
term-value-always = always
term-value-any = any
term-value-lower = lower
term-value-higher = higher
term-value-unlimited = unlimited
term-value-free = free
term-value-true = true
term-value-false = false
term-value-version = version
term-value-environment = environment
term-value-component = component
term-value-topic = topic
term-value-month = month
term-value-quarter = quarter
term-value-year = year
term-value-hour = hour
term-value-case = case
term-value-priority = priority
term-value-term = term
term-value-contract-year = contract-year
term-value-calendar-year = calendar-year
term-value-included = included
term-value-excluded = excluded
term-value-ahead = ahead
term-value-after = after
term-value-refuse = refuse
term-value-warn = warn
term-value-overage = overage
term-value-desk = desk
term-value-customer = customer
term-value-opened = opened
term-value-acknowledged = acknowledged
term-value-replied = replied
term-value-customer-replied = customer-replied
term-value-assigned = assigned
term-value-priority-confirmed = priority-confirmed
term-value-eta = eta
term-value-escalated = escalated
term-value-resolved = resolved
term-value-closed = closed
term-value-reopened = reopened
term-value-waiting-customer = waiting-customer
term-value-waiting-vendor = waiting-vendor
term-value-waiting-third-party = waiting-third-party
term-value-strictest = strictest
term-value-from-change = from-change
term-value-from-opened = from-opened
term-value-continue = continue
term-value-new-cycle = new-cycle
term-value-keep = keep
term-value-promise = promise
term-value-guarantee = guarantee
term-value-objective = objective
term-value-reasonable-effort = reasonable-effort
term-cases =
    { $is ->
        [one] { $is } case
       *[other] { $is } cases
    }
term-months =
    { $is ->
        [one] { $is } month
       *[other] { $is } months
    }
term-years =
    { $is ->
        [one] { $is } year
       *[other] { $is } years
    }
term-days =
    { $is ->
        [one] { $is } day
       *[other] { $is } days
    }
