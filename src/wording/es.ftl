# Español: lo que puede recibir un cliente (informes, explain, may, plan compare).
#
# Cada idioma tiene todos estos mensajes con los mismos valores; si no, el programa no se compila.
#
# Glosario
#   promise: compromiso · kept: cumplido · broken: incumplido · breach: incumplimiento
#   milestone: hito · target: plazo comprometido · priority: prioridad · ticket: ticket
#   allowance: cupo · seat: plaza · contact: contacto · contract: contrato
#   plan: plan de soporte · terms: condiciones · clause: cláusula · desk: servicio de soporte · seal: sello

## Head and foot of every report

head-period = período
head-customer = cliente
head-tickets = tickets
head-as-of = a fecha de
head-beginning = el principio
head-end = sin fin
head-from-to = del { $from } al { $to } ({ $zone })
head-from-to-running = del { $from } al { $to } ({ $zone }), aún en curso
table-every-row = en todas: { $said }
foot-seal = Sello: { $seal }
report-quarterly = Soporte de { $customer }, { $period }
report-quarterly-of-desk = Actividad del servicio de soporte, { $period }
report-sla = Niveles de servicio, { $period }
report-breaches = Incumplimientos, { $period }
report-usage = Consumo, { $period }
report-workload = Carga de trabajo, { $period }
report-billing = Facturación, { $period }
report-whatif = Qué habría pasado con otras condiciones, { $period }

## How long a promise may take

span-business-days =
    { $days ->
        [one] { $days } día laborable
       *[other] { $days } días laborables
    }
span-calendar-days =
    { $days ->
        [one] { $days } día natural
       *[other] { $days } días naturales
    }
span-months =
    { $months ->
        [one] { $months } mes
       *[other] { $months } meses
    }
span-end-of-business-day = fin del día laborable
span-end-of-next-business-day = fin del siguiente día laborable

## Above columns

column-ticket = ticket
column-milestone = hito
column-priority = prioridad
column-target = plazo
column-target_then = entonces
column-decided = compromisos
column-decided_then = entonces
column-met = cumplidos
column-met_then = entonces
column-breached = incumplidos
column-breached_then = entonces
column-attainment = % cumplido
column-attainment_then = entonces
column-median_seconds = mediana
column-p90_seconds = 90 % en
column-max_seconds = máximo
column-corrected = corregidos
column-late_entries = registro tardío
column-imported = de una importación
column-superseded = sustituidos
column-cancelled = cancelados
column-open = abiertos
column-held_by = responsable
column-held_line = línea responsable
column-due = vencimiento
column-due_there = vencimiento allí
column-ended = fin
column-late_seconds = retraso
column-paused_seconds = en pausa
column-cause = causa
column-customer = cliente
column-contact = contacto
column-contract = contrato
column-contracts = contratos
column-plan = plan
column-state = estado
column-state_then = entonces
column-line = línea
column-assignee = asignado a
column-account_manager = gestor de cuenta
column-channel = canal
column-topic = tema
column-environment = entorno
column-component = componente
column-version = versión
column-impact = impacto
column-urgency = urgencia
column-source = origen
column-language = idioma
column-start = inicio
column-end = fin
column-terms_from = condiciones desde
column-set = acordado
column-path = condición
column-what = qué
column-why = por qué
column-clause = cláusula
column-item = qué
column-says = dice
column-breach = incumplido el
column-became = resultado
column-at = cuándo
column-actor = por
column-by = a petición de
column-recorded = registrado
column-from = desde
column-to = hasta
column-reason = motivo
column-text = texto
column-eta = previsto
column-told = informado
column-kept = cumplido
column-rules = reglas
column-rule = regla
column-verdict = respuesta
column-courtesy = cortesía
column-subject = asunto
column-ground = motivo
column-was = era
column-was_at = era el
column-is = es
column-is_at = es el
column-opened = abierto
column-opened_count = abiertos
column-corrected_by = corregido por
column-allowance = cupo
column-granted = concedido
column-used = usado
column-left = queda
column-overage = exceso
column-until = hasta
column-pace_until = a este ritmo
column-seats_used = plazas usadas
column-seats_of = de
column-amount = cantidad
column-event = evento
column-tickets = tickets
column-taken = recibidos
column-resolved = resueltos
column-worked_seconds = trabajado
column-charged_seconds = facturado
column-currency = moneda
column-cost = importe
column-rate = tarifa
column-oldest_open = abierto más antiguo
column-counted = contado
column-sum = suma
column-cycle = vez
column-line_of = línea

## Words of closed lists

word-all = todos
word-yes = sí
word-no = no
word-not-promised = no comprometido
word-not-said = no indicada
word-not-yet = aún no
word-unlimited = ilimitado
word-lasts = alcanza
word-used-up = agotado
word-hours-used-up = agotadas las horas
word-desk = servicio de soporte
word-shown = mostrado
word-customer = cliente
word-plan = plan
word-left-open = quedó abierto
word-best-effort-without-a-time = máximo esfuerzo, sin plazo
word-the-plan-promises-none = el plan no lo promete
word-the-plan-does-not-say = el plan no lo dice
word-granted = concedido
word-carried-over = traspasado
word-used = usado
word-given-back = devuelto
word-adjusted = ajustado
word-expired = caducado
word-running = en curso
word-paused = en pausa
word-decided = compromisos
word-met = cumplido
word-breached = incumplido
word-superseded = sustituido
word-cancelled = cancelado
word-corrected = corregido
word-late-entries = registro tardío
word-imported = de una importación
word-open = abierto
word-ended = terminado
word-refused = rechazado
word-allowed = permitido
word-remark = permitido, con una observación
word-not-begun = no iniciado
word-in-force = vigente
word-lapsed = vencido
word-waiting-customer = a la espera del cliente
word-waiting-vendor = a la espera del fabricante
word-waiting-third-party = a la espera de un tercero
word-resolved = resuelto
word-taken = recibidos
word-closed = cerrado
word-merged = fusionado
word-void = anulado
word-contract = contrato
word-contact = contacto
word-channel = canal
word-topic = tema
word-qualification = cualificación
word-named = lo que nombra
word-priority = prioridad
word-allowance = casos
word-hours = horas
word-advice = consejo

## How promises were kept

sla-nothing = En ese período no venció ni quedó abierto ningún compromiso.
sla-in-all = En total
sla-in-all-is = El compromiso de un ticket cuenta una vez cada vez que se contrae, en el período en que se incumplió por primera vez o, si no, se cumplió, y se incumple si se incumplió cualquiera de sus plazos; las líneas de arriba cuentan cada plazo.
sla-chart = Cumplimiento
sla-behind-figures = Tickets detrás de las cifras
sla-behind = { $line }: { $figure }
sla-beside = { $one } { $other }
breaches-none = En ese período no se incumplió ningún compromiso.
corrected-by = corregido por { $actor }
corrected-by-for = corregido por { $actor }: { $reason }
workload-nobody = Nadie tuvo tickets en ese período.
workload-counts = Los resueltos y los incumplidos cuentan para quien tenía el ticket en ese momento; el tiempo trabajado, para quien hizo el trabajo.
billing-is = La tarifa y el importe aparecen donde el contrato fija un precio por hora o por caso; el importe es el tiempo facturado a esa tarifa.
billing-nothing = En ese período no se registró trabajo.
not-promised = No comprometido
not-promised-is = Aquí no se cuenta nada: lo que no se promete no se puede cumplir ni incumplir.
not-promised-says = { $says }: { $why }

## Allowances and seats

usage-contract = Contrato { $contract }: { $title }
usage-no-contract = En ese período no hubo ningún contrato vigente.
usage-no-allowance = No se cuenta ningún cupo.
usage-seats = Plazas

## The quarterly

contracts = Contratos
account-manager = gestor de cuenta
engineer = ingeniero
quarter-kept = Cómo se cumplieron los compromisos
earlier-breaches = Incumplimientos de períodos anteriores
earlier-breaches-are = Se contaron en el período en que ocurrieron; en este terminaron por fin o se retiraron.
allowances = Cupos
also-said = También se dice
also-said-is = No decide nada de lo que aquí se cuenta.
customers = Clientes
tickets = Tickets
volume-open-at-start = abiertos al inicio
volume-opened = abiertos
volume-reopened = reabiertos
volume-resolved = resueltos
volume-withdrawn = retirados
volume-merged = fusionados
volume-open-at-end = abiertos al final
volume-waiting-at-end = en espera al final
volume-closed = cerrados
volume-courtesy = abiertos por cortesía
volume-refused = rechazados
volume-none = No hubo ningún ticket abierto, nuevo ni terminado.
volume-balance = { $start } abiertos + { $opened } nuevos + { $reopened } reabiertos = { $resolved } resueltos + { $withdrawn } retirados + { $merged } fusionados + { $end } aún abiertos.
breaches = Incumplimientos
breaches-taken-back = Incumplimientos retirados
none = Ninguno.
nothing = Nada.
late-entries = Cumplidos, pero registrados tarde
late-entries-are = Se cumplieron según un hecho que se anotó después del vencimiento.
superseded = Compromisos sustituidos
superseded-are = Un cambio de prioridad o una fusión los terminó antes de que se cumplieran o incumplieran; no cuentan en ningún sitio.
priority-changes = Cambios de prioridad
estimates = Previsiones
overrides = Abiertos aunque el contrato no los cubría
refused-requests = Solicitudes rechazadas
exempted = Exentos de los compromisos
changed-since = Cambios posteriores al cierre del período
not-over-yet = Aún no ha terminado.
clocks-changed =
    Lo anotado después de { $period } cambia { $clocks ->
        [one] { $clocks } de sus compromisos
       *[other] { $clocks } de sus compromisos
    }.
and-more = y { $more } más, que el servicio de soporte puede listar

## What if

whatif-as-it-is = tal como es
whatif-what-if = qué pasaría
whatif-price = precio
whatif-price-then = precio entonces
whatif-not-promised-then = no comprometido entonces
whatif-nothing = Con ninguna de las dos condiciones venció ni quedó abierto ningún compromiso en ese período.
whatif-gained = Incumplimientos nuevos
whatif-lost = Incumplimientos que desaparecen
whatif-moved = Incumplimientos en otro período
whatif-refused = Se habrían rechazado
whatif-allowed = Se habrían permitido
whatif-left-out =
    Entonces se { $tickets ->
        [one] habría rechazado { $tickets } ticket
       *[other] habrían rechazado { $tickets } tickets
    }: ninguna cifra de «entonces» cuenta sus compromisos.
whatif-also-allowed =
    Entonces se { $tickets ->
        [one] habría permitido { $tickets } ticket hoy rechazado
       *[other] habrían permitido { $tickets } tickets hoy rechazados
    }: no se sabe qué se habría hecho con ellos, así que ninguna cifra los cuenta.
whatif-no-clock = Lo que entonces no se promete no tiene plazo.

## What the contract says of a request: clauses of a sentence

found-contract = el contrato { $contract } ({ $plan })
found-contract-alone = el contrato { $contract }
found-no-contract = { $customer } no tiene contrato
found-in-force = { $name } está vigente
found-in-force-until = { $name } está vigente hasta el { $until }
found-in-force-without-end = { $name } está vigente y no se ha acordado un final
found-renews = { $name } está vigente hasta el { $until } y después se renueva automáticamente
found-cancelled = { $name } está cancelado y sigue vigente
found-cancelled-until = { $name } está cancelado y sigue vigente hasta el { $until }
found-ended = { $name } terminó el { $on }
found-cancelled-and-ended = { $name } se canceló y terminó el { $on }
found-not-begun = { $name } empieza el { $from }
found-cancelled-before = { $name } se canceló antes de empezar
found-authorised = { $who } es un contacto autorizado
found-authorised-seats-open = { $who } es un contacto autorizado, pero no se ha comprometido cuántos pueden solicitar
found-authorised-from = { $who } es un contacto autorizado desde el { $from }
found-authorised-until = { $who } fue un contacto autorizado hasta el { $until } y ya no lo es
found-not-authorised = { $who } no es un contacto autorizado
found-nobody-authorised = todavía no hay nadie autorizado
found-may-ask = autorizados ({ $taken } de { $most } plazas): { $people }
found-may-ask-unlimited = autorizados ({ $taken }): { $people }
found-may-ask-open = autorizados ({ $taken }; no se ha comprometido cuántos pueden solicitar): { $people }
found-nothing-reserved = ningún tema está reservado
found-reserved-topic = { $topic } ({ $title })
found-reserved = reservados: { $topics }
found-not-reserved = { $topic } no está reservado
found-reserved-for = { $topic } es solo para: { $title }
found-qualified = { $who } es { $qualification }
found-qualified-until = { $who } fue { $qualification } hasta el { $until }, y { $topic } es solo para: { $title }
found-not-qualified = { $who } no es { $qualification }, y { $topic } es solo para: { $title }
found-nobody-qualified = ahora nadie es { $qualification }
found-who-is-qualified = { $qualification }: { $people }
found-no-tickets = { $plan } no admite tickets
found-channels-not-promised = no se ha comprometido qué canales se incluyen
found-to-be-agreed = no comprometido: se acordará entre { $words }
found-no-channel = no se indica ningún canal
found-included = incluidos: { $words }
found-self-service = por { $channel } no se abren tickets: { $title } es autoservicio
found-not-included = { $word } no está incluido en { $plan }
found-channel-not-promised = { $channel } no está comprometido: los canales quedaron abiertos
found-is-included = { $word } está incluido
found-no-such-channel = { $plan } no tiene el canal { $channel }
found-channels-not-named = el plan no nombra ningún canal
found-recommended = para { $priority } se recomienda { $channels }
found-topics-not-limited = los temas no están limitados
found-no-topic = no se incluye ningún tema
found-no-such-topic = { $plan } no tiene el tema { $topic }
found-topic-not-promised = { $topic } no está comprometido: los temas quedaron abiertos
found-topic-excluded = { $topic } está excluido salvo que el contrato lo añada
found-nothing-to-name = el ticket no tiene que indicar nada
found-names = indica { $fields }
found-must-name = el ticket debe indicar { $fields }
found-can-have = puede tener { $priorities }
found-can-have-but = puede tener { $priorities }; no comprometido: { $gaps }
found-gap = { $milestone } con { $priorities }
found-no-priority = sin prioridades: no admite tickets
found-no-such-priority = { $plan } no tiene la prioridad { $priority }
found-can-be = puede ser { $priority }
found-can-be-but-one = puede ser { $priority }, pero { $milestone } no está comprometido
found-can-be-but = puede ser { $priority }, pero { $milestones } no están comprometidos
found-never-for = { $priority } nunca es para { $words }
found-cases-not-counted = los casos no se cuentan
found-hours-not-counted = las horas no se cuentan
found-amount-not-promised = no se ha comprometido cuánto incluye { $allowance }: quedó abierto
found-granted = { $allowance }: { $amount } { $per }
found-cases =
    { $cases ->
        [one] { $cases } caso
       *[other] { $cases } casos
    }
found-left = { $allowance }: quedan { $left } de { $of }
found-left-until = { $allowance }: quedan { $left } de { $of } hasta el { $until }
found-none-left = { $allowance }: no queda nada de { $of }
found-none-left-until = { $allowance }: no queda nada de { $of } hasta el { $until }
found-counted-as-overage = { $none }; se cuenta como exceso
found-nothing-more-promised = { $none }; hasta que se compre más, no se compromete { $milestones }
per-contract-year = por año de contrato
per-calendar-year = por año natural
per-quarter = por trimestre
per-month = por mes
per-term = por vigencia
somebody = alguien

## What is possible instead

remedy-ask-from = se puede solicitar a partir del { $day }
remedy-authorise = { $command } autoriza
remedy-let-ask = que lo solicite { $people }
remedy-use = use { $channels }
remedy-ask-in = pregunte en: { $channels }
remedy-included-in =
    { $plans } { $count ->
        [one] lo incluye
       *[other] lo incluyen
    }
remedy-tickets-on = se pueden abrir tickets con { $plans }
remedy-not-counted-in =
    { $plans } { $count ->
        [one] no los cuenta
       *[other] no los cuentan
    }
remedy-add-topic = { $command } lo añade
remedy-name = añada { $flags }
remedy-can-have = puede tener { $priorities }
remedy-open-as = ábralo como { $priority }
remedy-buy = { $command } lo amplía
remedy-did-you-mean = ¿quiso decir { $word }?

## May somebody ask

may = { $customer } puede
may-with-remark = { $customer } puede, con una observación
may-not = { $customer } no puede
may-instead = { $rule }: { $told }
may-opened-then = Si se abre entonces (horas de { $zone })
may-opened-then-there = Si se abre entonces (horas de { $zone }; allí: { $there })
as-it-is = { $words }
with-clause = { $says } ({ $clause })
whatif-no-seat =
    solo { $limit ->
        [one] { $limit } contacto
       *[other] { $limit } contactos
    }, y otros ocuparon antes sus plazas

## What happened on a ticket: stands behind who did it

event-asked = solicitó, rechazado: { $rules }
event-asked-as = solicitó como { $priority }, rechazado: { $rules }
event-opened-forgiven = abrió, con excepción de: { $rules }
event-opened-as-forgiven = abrió como { $priority }, con excepción de: { $rules }
event-opened = abrió
event-opened-as = abrió como { $priority }
event-acknowledged = acusó recibo
event-priority-confirmed = confirmó la prioridad
event-agreed = acordó { $milestone } en { $target }
event-replied = respondió
event-customer-replied = recibió respuesta del cliente
event-noted = anotó
event-waiting-customer = espera al cliente
event-waiting-vendor = espera al fabricante
event-waiting-third-party = espera a un tercero
event-resumed = reanudó
event-assigned = asignó a { $who }
event-assigned-to-nobody = dejó sin asignar
event-escalated = escaló a { $line }
event-worked = trabajó { $time }
event-priority = fijó la prioridad { $priority }
event-priority-asked = fijó la prioridad { $priority }, a petición del cliente
event-priority-reason = fijó la prioridad { $priority } ({ $reason })
event-priority-reason-asked = fijó la prioridad { $priority } ({ $reason }, a petición del cliente)
event-exempted = eximió: { $ground }
event-lapsed = { $allowance } agotado
event-restored = { $allowance } disponible de nuevo
event-recalculated = plazos recalculados con otros festivos o reglas de zona horaria
event-cause = indicó la causa del incumplimiento de { $milestone }
event-cause-code = indicó la causa del incumplimiento de { $milestone }: { $code }
event-resolved = resolvió
event-reopened = reabrió
event-closed = cerró
event-closed-as = cerró como { $how }
event-edited = editó
event-edited-as = editó: { $fields }
event-edited-contact = otro contacto
event-edited-field = { $field } { $value }
event-moved = trasladó
event-moved-to = trasladó al contrato { $contract }
event-moved-under = trasladó al contrato { $contract }, condiciones del evento { $terms }
event-entitled = con derecho según el contrato { $contract }
event-linked = vinculó con { $to } ({ $kind })
event-unlinked = ya no vinculado con { $to } ({ $kind })
event-merged = fusionó en { $into }
event-absorbed = absorbió { $from }
event-undone = deshizo { $entry }
event-estimated = previsto para { $eta }
event-estimated-told = previsto para { $eta }, informado { $told }
mark-undone = deshecho por { $by }, { $entry }
mark-remark = sin efecto: { $says }
mark-given = con --now
remark-not-waiting = no estaba en espera
remark-already-exempt = ya estaba exento
remark-already-in-state = ya estaba { $state }
remark-no-terms = sin condiciones: no hay plazo que acordar
remark-not-pending = { $milestone } no está pendiente
remark-already-breached = { $milestone } ya estaba incumplido
remark-no-hours = sin horario de soporte: no hay en qué contar
remark-unknown-milestone = su contrato no tiene { $milestone }

## Explain: the ledger behind a deadline

explain-title = Ticket { $ticket }: { $subject }
explain-clock = { $milestone } con { $priority }: { $state }
explain-clock-again = { $milestone } con { $priority }, vez { $cycle }: { $state }
explain-not-promised = { $milestone } con { $priority }: no comprometido
explain-why = Motivo: { $why }.
explain-why-clause = Motivo: { $why } ({ $clause }).
explain-none-refused = No comprometido: fue rechazado.
explain-none-courtesy = No comprometido: es una cortesía.
explain-none-exempt = No comprometido: está exento.
explain-none = No comprometido: no tiene ningún plazo.
explain-told = Por: { $told }.
explain-without-effect = Sin efecto
explain-target = plazo
explain-set-by = fijado por
explain-begun-by = iniciado por
explain-calendar = calendario
explain-counts-from = cuenta desde
explain-due = vence, { $whose }
explain-also-promised = también comprometido
explain-breaks = se incumple
explain-elapsed = transcurrido
explain-left = queda
explain-late = retraso
explain-stood-still = en pausa
explain-stands-still-until = en pausa hasta
explain-ended = terminó
explain-ended-by = terminado por
explain-counts-nowhere = no cuenta
explain-held-by = responsable
explain-of-its-time = de su tiempo
explain-cause = causa
explain-cause-given-by = causa indicada por
explain-late-entry = registro tardío
explain-corrected = corregido
explain-target-at = { $target } con { $priority }
explain-calendar-in = { $calendar } en { $zone }
explain-calendar-rules = { $calendar } en { $zone } (reglas de zona { $version }, { $source })
explain-wall = { $due } ({ $zone })
explain-of-kind = { $target } ({ $kind })
explain-limit = { $target } desde el evento { $event }: { $due }
explain-limit-at = { $target } con { $priority } desde el evento { $event }: { $due }
explain-limit-due = vence { $due }
explain-limit-no-due = sin vencimiento
explain-not-before = { $breach }, no antes de lo que lo causó
explain-late-entry-is = cumplido según un hecho registrado después del vencimiento
explain-taken-back = { $by } retiró el incumplimiento, { $at }
explain-taken-back-why = { $by } retiró el incumplimiento, { $at }: { $why }
explain-by = { $what } ({ $actor }, evento { $event })
explain-by-given = { $what } ({ $actor }, evento { $event }, con --now)
explain-by-whom = { $actor } (evento { $event })
explain-by-whom-given = { $actor } (evento { $event }, con --now)
explain-nobody = nadie
explain-held-part = { $who } { $time }
explain-held-part-on = { $who } en { $line } { $time }
ledger-open = abierto
ledger-closed = cerrado
ledger-holiday = festivo: { $name }
ledger-paused = en pausa: { $why }
ledger-before-merge = antes de que el otro ticket se fusionara en este
ledger-before-kind = antes de que el ticket fuera de esa clase
ledger-before-change = antes de que cambiara la prioridad
ledger-with-event = { $why } (evento { $event })
ledger-days =
    { $days ->
        [one] { $days } día laborable, { $time }
       *[other] { $days } días laborables, { $time }
    }
move-stands-still = Se detiene mientras el ticket está { $state }.
move-due = Con la prioridad { $priority } vencería { $due }.
move-still = Con la prioridad { $priority } también estaría en pausa.
move-never = Con la prioridad { $priority } nunca vencería.
move-goes-on = Con la prioridad { $priority } no está comprometido: este compromiso seguiría.
move-not-promised = Con la prioridad { $priority } no está comprometido.
move-negotiable = Las dos partes pueden acordar otro plazo: `sladesk agree`.
explain-event = { $at }  { $actor }  { $what }
explain-event-marked = { $at }  { $actor }  { $what } ({ $marks })
word-done = terminado
word-withdrawn = retirado
word-duplicate = duplicado
word-spam = spam
word-environment = entorno
word-component = componente
word-version = versión
word-bundled = incluidas en el programa
report-moved = Traspasados desde el fin del período
report-moved-since = Estos tickets se traspasaron después a otro cliente. Lo que se dice del período los mantiene donde estaban cuando terminó.
event-waiting-until = { $waits } hasta { $until }
ledger-open-hours = abierto, { $week }
ledger-closed-hours = cerrado, abierto { $week }
ledger-due = vencimiento: { $target } agotado
ledger-due-ended = vencimiento; para entonces ya había terminado
explain-no-cause = nadie la indicó; { $command } la registra
may-hours = Horario
may-hours-of-support = Soporte
may-services = Servicios
may-open-until = abierto hasta { $until }
may-open = abierto
may-closed-until = cerrado, abre { $until }
may-closed = cerrado
may-hours-are = { $stands } ({ $week }, { $zone })
may-hours-clause = { $stands } ({ $week }, { $zone }, { $clause })

## What a quarter says first, and what its words mean

summary-from-to = Del { $from } al { $to }
summary-period = En { $period }
summary-none = { $when } no venció ningún compromiso.
summary-kept =
    { $when } { $promises ->
        [one] se cumplió el único compromiso que venció
       *[other] se cumplieron los { $promises } compromisos que vencieron
    }.
summary-broken =
    { $when } se { $kept ->
        [one] cumplió
       *[other] cumplieron
    } { $kept } de { $promises ->
        [one] { $promises } compromiso que venció
       *[other] { $promises } compromisos que vencieron
    } ({ $share }). Incumplimientos: { $which }.
summary-breach = { $milestone } del ticket { $ticket }
summary-more = { $more } más
summary-not-included = { $plan } no incluye este informe ({ $title }); aun así se imprime.
summary-not-included-clause = { $plan } no incluye este informe ({ $title }, { $clause }); aun así se imprime.
meanings = Qué significan las palabras
meaning-promise = Un compromiso es lo que el contrato dice que se hará en un ticket dentro de un plazo: una respuesta, una solución. Se cuenta en el período en que se cumplió o se incumplió.
meaning-kept = Cumplido significa hecho en su vencimiento o antes; incumplido, que el vencimiento pasó primero. El tiempo se cuenta en el horario de soporte del contrato.
meaning-median = La mitad de los compromisos alcanzados no tardó más que la mediana; nueve de cada diez, no más que el tiempo de la columna 90 %.
meaning-stood-still = Un compromiso se detiene cuando el contrato lo permite, por ejemplo mientras se espera una respuesta del cliente; ese tiempo no cuenta.
meaning-corrected = Corregido es un incumplimiento retirado, con quién y por qué; sustituido es un compromiso que un cambio de prioridad o una fusión terminó antes. Ninguno cuenta.
meaning-cancelled = Cancelado es un compromiso que se retiró de un ticket porque el contrato lo exime, o porque el ticket se retiró. Registrado tarde es uno cumplido según una anotación hecha después del vencimiento. Cortesía es un ticket que el contrato no cubre y que se atendió igualmente; no hay compromisos sobre él. De una importación es uno cumplido según lo que se trajo de otra herramienta.
meaning-seal = El sello indica el estado del registro con el que se hizo esta página: con él, el servicio puede volver a imprimirla idéntica, hasta la última cifra.

# Pages as pdf
pdf-page = Página { $page } de { $pages }
pdf-unprintable = { $count ->
    [one] Un carácter no se pudo imprimir y aparece como �.
   *[other] { $count } caracteres no se pudieron imprimir y aparecen como �.
}
pdf-figures = Las cifras de esta página, para un programa
## El trimestre: junto a los períodos anteriores, de quién era el turno, lo pendiente, lo que viene

trend = Junto a los períodos anteriores
trend-is = Qué parte de cada compromiso se cumplió en este período y en los anteriores, según se sabe ahora.
trend-chart = Cumplido, período a período
terms-changes = Cambios en lo acordado
causes = Causas indicadas
why-counted = contaron { $elapsed }, de { $target } prometidos
why-counted-in = contaron { $elapsed }, de { $target } prometidos; horario: { $week }, { $zone }
why-wait = { $time } estando { $why }
why-stood-still = detenido: { $waits }
why-priority = { $priority } desde { $at }
why-priorities = prioridad: { $changes }
why-held = a cargo de: { $parts }
next-move = De quién era el turno
next-move-is = Cuánto tiempo esperaron a cada parte los tickets sin terminar, en las horas de soporte que fija el contrato.
opened-by-priority = Abiertos, por prioridad
opened-by-channel = Abiertos, por canal
opened-by-topic = Abiertos, por tema
backlog = Sin terminar al final
backlog-none = No quedaba nada por hacer al final.
backlog-is =
    { $tickets ->
        [one] Quedaba { $tickets } ticket sin terminar; llevaba abierto { $oldest }
       *[other] Quedaban { $tickets } tickets sin terminar; la mitad llevaba abierto { $median } o menos, el más antiguo { $oldest }
    }.
falls-due = Vence hasta el final de { $period }
due-notice = último día para impedir la renovación
due-renewal =
    termina el plazo y el contrato sigue { $months ->
        [one] { $months } mes
       *[other] { $months } meses
    }
due-end = termina el contrato
due-cancelled-end = termina el contrato, por cancelación
due-qualification = { $who } deja de ser { $title }
due-seat = { $who } deja de poder solicitar
column-who = turno de
column-seconds = tiempo
column-share = parte
column-age_days = días
column-age = abierto desde hace
column-next_move = le toca a
column-day = último día
column-act = qué se hizo
word-third-party = un tercero
word-signed = firmado
word-amended = modificado
word-renewed = renovado
word-notice = preaviso
word-renewal = renovación
word-cancelled-end = fin por cancelación
word-seat = plaza
word-response = respuesta
word-resolution = solución
not-promised-target = cuánto puede tardar: { $milestone }, con { $priority }

## Qué dice un plan, condición por condición

section-contacts = Contactos
section-channels = Canales
section-hours = Horario
section-targets = Plazos
section-topics = Temas
section-allowances = Cupos
section-services = Servicios
section-priorities = Prioridades
section-changes = Cambios de prioridad
section-exclusions = Reglas
section-price = Precio y vigencia
agreed-term = { $item }: { $is }
section-facts = Otros datos
term-item-hours = Horario de soporte
term-item-zone = Zona horaria
term-item-holidays = Festivos cerrados
term-item-business-days = Días hábiles
term-item-contacts = Contactos autorizados
term-item-tickets-must-name = Un ticket debe indicar
term-item-reopen-within = Se reabre dentro de
term-item-rank = Rango
term-item-lines = Líneas de soporte
term-item-price = Precio
term-item-term = Vigencia
term-item-milestones = { $is }: reglas
term-item-calendars = Calendario { $is }
term-item-kinds = Clase { $is }
term-item-exclusions = Sin plazo: { $is }
term-item-environments = Entorno: { $is }
term-item-components = Componente: { $is }
term-item-impacts = Impacto: { $is }
term-item-urgencies = Urgencia: { $is }
term-item-priority-matrix = Impacto { $is }
term-item-note = Nota
term-open = no comprometido hasta que se acuerde
term-open-to = no comprometido hasta que se acuerde: { $is }
term-one-of = uno de { $is }
term-so-many-cases = casos: { $is }
term-so-many-hours = horas: { $is }
term-matrix-cell = { $urgency } es { $is }
term-closed = cerrado
term-around-the-clock = las veinticuatro horas
term-price-in = en { $is }
term-price-unpublished = no publicado
term-price-unpublished-but = no publicado: { $is }
term-price-percent-of = { $is } % de: { $of }
term-price-percent = { $is } %
term-price-at-least = al menos { $is }
term-price-per = por { $is }
term-price-taxes = impuestos: { $is }
term-price-paid = pago { $is }
term-term-as-agreed = lo que se acuerde
term-term-at-least = al menos { $is }
term-term-renews = se renueva por { $is }
term-term-notice = preaviso de { $is }
term-notice-is-none = se cancela en cualquier momento
term-allowance-per = por { $is }
term-per-is-contract-year = por año de contrato
term-per-is-calendar-year = por año natural
term-allowance-topics = sobre { $is }
term-when-used-up-is-refuse = después se rechaza
term-when-used-up-is-warn = después un aviso
term-when-used-up-is-overage = después cuenta como exceso
term-when-used-up-lapses = después deja de comprometerse: { $is }
term-allowance-rounded-up-to = redondeado hacia arriba a { $is }
term-allowance-entry-at-least = cada apunte al menos { $is }
term-allowance-rolls-over = se traspasan como máximo { $is }
term-rolls-over-is-true = el resto se traspasa
term-within-is-best-effort = máximo esfuerzo, sin plazo
term-within-is-none = no comprometido
term-target-unsaid = no comprometido: el plan no lo dice
term-target-counted-in = contado en { $is }
term-target-says = { $says }: { $is }
term-target-says-counted = { $says }, se cuenta como { $is }
term-target-cut-off = después de las { $is }, desde la siguiente apertura
term-target-negotiable = negociable en cada ticket
term-calendar-in = en { $is }
term-calendar-holidays = festivos { $is }
term-milestone-starts = empieza: { $is }
term-milestone-met-by = se cumple con: { $is }
term-all-of-all-of = se cumple con: { $is }
term-milestone-paused-by = se detiene con: { $is }
term-milestone-paused-by-none = nunca se detiene
term-milestone-on-raise = al subir: { $is }
term-milestone-on-lower = al bajar: { $is }
term-milestone-on-reopen = al reabrir: { $is }
term-priority-aliases = también llamada { $is }
term-priority-recommended = mejor por { $is }
term-priority-never-for = nunca para { $is }
term-all-but = todo salvo { $is }
term-kind-priority = prioridad { $is }
term-kind-channel = canal { $is }
term-kind-topic = tema { $is }
term-kind-component = componente { $is }
term-kind-environment = entorno { $is }
term-kind-version = versión { $is }
term-kind-language = idioma { $is }
term-kind-line = línea { $is }
term-kind-during = iniciado dentro de { $is }
term-kind-outside = iniciado fuera de { $is }
term-channel-included = incluido
term-channel-not-included = no incluido
term-channel-self-service = autoservicio
term-topic-included = incluido
term-topic-not-included = no incluido
term-topic-only-for = solo para { $is }
term-topic-excluded = excluido salvo que el contrato lo incluya
term-service-included = incluido
term-service-not-included = no incluido
term-service-named-by = lo nombra: { $is }
term-exclusion-included = se anulan los plazos
term-exclusion-not-included = no se aplica
term-word-included = se usa
term-priority-change-by = a petición de: { $is }
term-priority-change-from = de { $is }
term-priority-change-from-none = de cualquiera
term-priority-change-to = a { $is }
term-priority-change-to-none = a cualquiera
term-to-is-lower = a una más baja
term-to-is-higher = a una más alta
term-priority-change-meets = da por cumplido: { $is }
term-corrects-is-true = una corrección
term-priority-change-not-included = no incluido
term-qualification-at-most = como máximo { $is }
term-qualification-at-most-none = cualquier número
term-asked-hours = el horario de soporte
term-asked-business-days = qué días son hábiles
term-asked-contacts = cuántas personas pueden solicitar
term-asked-price = el precio
term-asked-term = cuánto dura el contrato
term-asked-zone = la zona horaria del horario
term-asked-holidays = qué festivos se cierra
term-asked-cases = cuántos casos: { $is }
term-asked-work = cuántas horas: { $is }
term-asked-channels = cómo se contacta con el soporte
term-asked-topics = de qué pueden tratar los tickets
term-asked-target = cuánto puede tardar: { $is }, con { $at }
term-asked-targets = cuánto puede tardar: { $is }
term-asked-week = qué horas son `{ $is }`
term-value-open = abierto
term-value-none = ninguno
term-value-always = siempre
term-value-any = cualquiera
term-value-lower = más baja
term-value-higher = más alta
term-value-unlimited = sin límite
term-value-free = gratis
term-value-true = sí
term-value-false = no
term-value-version = versión
term-value-environment = entorno
term-value-component = componente
term-value-topic = tema
term-value-month = mes
term-value-quarter = trimestre
term-value-year = año
term-value-hour = hora
term-value-case = caso
term-value-priority = prioridad
term-value-term = vigencia
term-value-contract-year = año de contrato
term-value-calendar-year = año natural
term-value-included = incluidos
term-value-excluded = no incluidos
term-value-ahead = por adelantado
term-value-after = después
term-value-refuse = se rechaza
term-value-warn = aviso
term-value-overage = exceso
term-value-desk = servicio de soporte
term-value-customer = cliente
term-value-opened = apertura
term-value-acknowledged = acuse de recibo
term-value-replied = respuesta
term-value-customer-replied = respuesta del cliente
term-value-assigned = asignación
term-value-priority-confirmed = confirmación de la prioridad
term-value-eta = fecha prevista
term-value-resolved = resolución
term-value-closed = cierre
term-value-reopened = reapertura
term-value-waiting-customer = espera del cliente
term-value-waiting-vendor = espera del proveedor
term-value-waiting-third-party = espera de un tercero
term-value-strictest = el plazo más estricto
term-value-from-change = desde el cambio
term-value-from-opened = desde la apertura
term-value-continue = continúa
term-value-new-cycle = empieza de nuevo
term-value-keep = se mantiene
term-value-promise = compromiso
term-value-guarantee = garantía
term-value-objective = objetivo
term-value-reasonable-effort = esfuerzo razonable
term-cases =
    { $is ->
        [one] { $is } caso
       *[other] { $is } casos
    }
term-months =
    { $is ->
        [one] { $is } mes
       *[other] { $is } meses
    }
term-years =
    { $is ->
        [one] { $is } año
       *[other] { $is } años
    }
term-days =
    { $is ->
        [one] { $is } día
       *[other] { $is } días
    }
