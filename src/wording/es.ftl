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
head-beginning = desde el principio
head-end = en adelante
head-from-to = { $from } – { $to } ({ $zone })
head-from-to-running = { $from } – { $to } ({ $zone }), aún en curso
table-every-row = en todas las filas: { $said }
foot-seal = Sello: { $seal }
foot-zone = El período se cuenta aquí en la zona horaria de este cliente ({ $own }) y, en la página de todo el servicio de soporte, en la de este ({ $desk }): lo que ocurrió cerca de sus primeras o últimas horas puede contarse allí en el período anterior o en el siguiente.
foot-zones = En la página de un solo cliente, el período se cuenta en la zona horaria de ese cliente: lo que ocurrió cerca de sus primeras o últimas horas puede contarse allí en el período anterior o en el siguiente. Por eso, las páginas de todos los clientes juntas pueden sumar algo más o algo menos que esta.
report-quarterly = Soporte a { $customer }, { $period }
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
column-target_then = en el supuesto
column-decided = compromisos
column-decided_then = en el supuesto
column-met = cumplidos
column-met_then = en el supuesto
column-breached = incumplidos
column-breached_then = en el supuesto
column-attainment = % cumplido
column-attainment_then = en el supuesto
column-median_seconds = mediana
column-p90_seconds = 90 % en
column-max_seconds = máximo
column-corrected = corregidos
column-late_entries = registro tardío
column-imported = cumplido según una importación
column-moved_later = aplazado por corrección
column-superseded = sustituidos
column-cancelled = cancelados
column-open = abiertos
column-tickets_open = abiertos
column-held_by = responsable
column-held_line = línea responsable
column-kind = clase
column-asks = solicita
column-due = vencimiento
column-due_there = vencimiento (hora local)
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
column-state_then = en el supuesto
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
column-what = concepto
column-why = motivo
column-clause = cláusula
column-item = concepto
column-says = contenido
column-means = qué significa
column-breach = incumplido el
column-became = resultado
column-at = fecha
column-actor = autor
column-by = a petición de
column-recorded = registrado
column-from = desde
column-to = hasta
column-till = hasta
column-reason = motivo
column-text = texto
column-eta = previsto
column-told = informado a
column-kept = cumplido
column-rules = reglas
column-rule = regla
column-verdict = resultado
column-courtesy = cortesía
column-subject = asunto
column-ground = motivo
column-was = antes
column-was_at = fecha de antes
column-is = ahora
column-is_at = fecha de ahora
column-opened = abierto
column-opened_count = nuevos
column-corrected_by = corregido por
column-allowance = cupo
column-granted = concedido
column-used = usado
column-left = restante
column-overage = exceso
column-until = hasta
column-pace_until = a este ritmo
column-seats_used = plazas usadas
column-seats_of = plazas totales
column-amount = cantidad
column-event = evento
column-tickets = tickets
column-taken = asumidos
column-resolved = resueltos
column-worked_seconds = trabajado
column-charged_seconds = facturable
column-currency = moneda
column-cost = importe
column-rate = tarifa
column-oldest_open = abierto más antiguo
column-counted = contado
column-sum = suma
column-cycle = vez

## Words of closed lists

word-all = todos
word-yes = sí
word-no = no
word-not-promised = no comprometido
word-not-said = no indicada
word-said-in-words = dicha con palabras
word-not-yet = aún no
word-unlimited = ilimitado
word-lasts = alcanza
word-used-up = agotado
word-hours-used-up = agotadas las horas del contrato
word-act-withdrawn = marcado como hecho, lo que se retiró
word-desk = servicio de soporte
word-shown = huso elegido
word-customer = cliente
word-plan = plan
word-left-open = quedó por acordar
word-best-effort-without-a-time = mejor esfuerzo, sin plazo
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
word-imported = cumplido según una importación
word-moved-later = aplazado por corrección
word-open = abierto
word-open-promise = abierto
word-work = trabajo
word-case = caso
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
word-taken = asumidos
word-closed = cerrado
word-merged = fusionado
word-void = anulado
word-contract = contrato
word-contact = contacto
word-channel = canal
word-topic = tema
word-qualification = cualificación
word-named = datos que indica
word-priority = prioridad
word-allowance = casos
word-hours = horas
word-advice = consejo

## How promises were kept

sla-nothing = En ese período no venció ni quedó abierto ningún compromiso.
sla-in-all = En total
sla-in-all-is = El compromiso de un ticket cuenta una vez cada vez que se contrae, en el período en que se incumplió por primera vez o, si no, se cumplió, y se incumple si se incumplió cualquiera de sus plazos; las líneas de arriba cuentan cada plazo.
sla-chart = Cumplimiento
at-once = al instante
meaning-at-once = «Al instante» significa antes de que pasara un segundo del horario de soporte: en el mismo momento, o cuando el soporte aún estaba cerrado.
meaning-share = Los porcentajes de cumplimiento se cortan tras el primer decimal y nunca se redondean al alza: el cien por cien figura solo donde se cumplió todo.
sla-behind-figures = Tickets que componen las cifras
sla-behind = { $line }: { $figure }
sla-beside = { $one } { $other }
breaches-none = En ese período no se incumplió ningún compromiso.
corrected-by = corregido por { $actor }
corrected-by-for = corregido por { $actor }: { $reason }
workload-nobody = Nadie tuvo tickets en ese período.
workload-counts = Los resueltos y los incumplidos cuentan para quien tenía el ticket en ese momento; el tiempo trabajado, para quien hizo el trabajo.
billing-is = La tarifa y el importe aparecen donde el contrato fija un precio por hora o por caso; el importe es el tiempo facturable a esa tarifa.
billing-nothing = En ese período no se registró trabajo.
not-promised = No comprometido
not-promised-is = Aquí no se cuenta nada: lo que no se promete no se puede cumplir ni incumplir.
not-promised-says = { $says }: { $why }
not-promised-but = { $why }, salvo para tickets de la clase { $kinds }

## Allowances and seats

usage-contract = Contrato { $contract }: { $title }
usage-no-contract = En ese período no hubo ningún contrato vigente.
usage-no-allowance = No se cuenta ningún cupo.
usage-seats = Plazas

## The quarterly

contracts = Contratos
account-manager = gestor de cuenta
engineer = ingeniero
promised-here = Qué está comprometido
reached-any = se cumple en cuanto { $acts }
reached-all = se cumple cuando { $acts }
reached-stands-still = { $reached }; en pausa mientras el ticket está { $states }
act-opened = se abre el ticket
act-acknowledged = el servicio de soporte acusa recibo del ticket
act-replied = el servicio de soporte responde
act-assigned = se asigna el ticket a alguien
act-priority-confirmed = el servicio de soporte confirma la prioridad
act-eta = el servicio de soporte comunica la fecha prevista
act-escalated = se pasa el ticket a otra línea de soporte
act-of-plan = el servicio de soporte hace esto: { $act }
act-resolved = el servicio de soporte lo resuelve
act-closed = se cierra el ticket
target-published = { $target } (publicado: { $says })
quarter-kept = Cómo se cumplieron los compromisos
earlier-breaches = Incumplimientos de períodos anteriores
earlier-breaches-are = Se contaron en el período en que ocurrieron; en este terminaron por fin o se retiraron.
allowances = Cupos
also-said = También se dice
also-said-is = No decide nada de lo que aquí se cuenta.
customers = Clientes
tickets = Tickets
volume-open-at-start = abiertos al inicio
volume-opened = nuevos
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
volume-balance = abiertos al inicio { $start } + nuevos { $opened } + reabiertos { $reopened } = resueltos { $resolved } + retirados { $withdrawn } + fusionados { $merged } + aún abiertos { $end }.
breaches = Incumplimientos
breaches-taken-back = Incumplimientos retirados
none = Ninguno.
nothing = Nada.
late-entries = Cumplidos, pero registrados tarde
superseded = Compromisos sustituidos
priority-changes = Cambios de prioridad
estimates = Previsiones
overrides = Abiertos aunque el contrato no los cubría
refused-requests = Solicitudes rechazadas
exempted = Exentos de los compromisos
changed-since = Cambios posteriores al cierre del período
not-over-yet = Aún no ha terminado.
clocks-changed =
    Lo anotado después del período ({ $period }) cambia { $clocks ->
        [one] { $clocks } de sus vencimientos
       *[other] { $clocks } de sus vencimientos
    }.
and-more = y { $more } más, que el servicio de soporte puede listar

## What if

whatif-as-it-is = condiciones reales
whatif-what-if = supuesto
whatif-price = precio
whatif-price-then = precio en el supuesto
whatif-with = { $plan } con { $with }
whatif-not-promised-then = no comprometido en el supuesto
whatif-nothing = Con ninguna de las dos condiciones venció ni quedó abierto ningún compromiso en ese período.
whatif-gained = Incumplimientos nuevos
whatif-lost = Incumplimientos que desaparecen
whatif-moved = Incumplimientos en otro período
whatif-refused = Se habrían rechazado
whatif-allowed = Se habrían permitido
whatif-left-out =
    En el supuesto se { $tickets ->
        [one] habría rechazado { $tickets } ticket
       *[other] habrían rechazado { $tickets } tickets
    }: ninguna cifra de «en el supuesto» cuenta sus compromisos.
whatif-also-allowed =
    En el supuesto se { $tickets ->
        [one] habría permitido { $tickets } ticket que en realidad se rechazó
       *[other] habrían permitido { $tickets } tickets que en realidad se rechazaron
    }: no se sabe qué se habría hecho con ellos, así que ninguna cifra los cuenta.
whatif-no-clock = Lo que en el supuesto no se promete no tiene plazo.

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
found-authorised-seats-open = { $who } es un contacto autorizado, pero no se ha acordado cuántos pueden hacer solicitudes
found-authorised-from = { $who } es un contacto autorizado desde el { $from }
found-authorised-until = { $who } fue un contacto autorizado hasta el { $until } y ya no lo es
found-not-authorised = { $who } no es un contacto autorizado
found-nobody-authorised = todavía no hay nadie autorizado
found-may-ask = autorizados ({ $taken } de { $most } plazas): { $people }
found-may-ask-unlimited = autorizados ({ $taken }): { $people }
found-may-ask-open = autorizados ({ $taken }; no se ha acordado cuántos pueden hacer solicitudes): { $people }
found-nothing-reserved = ningún tema está reservado
found-reserved-topic = { $topic } ({ $title })
found-reserved = reservados: { $topics }
found-not-reserved = el tema «{ $topic }» no está reservado
found-reserved-for = el tema «{ $topic }» es solo para: { $title }
found-qualified = { $who }: { $qualification }
found-qualified-until = { $who }: «{ $qualification }» hasta el { $until }, y el tema «{ $topic }» es solo para: { $title }
found-not-qualified = { $who } no tiene «{ $qualification }», y el tema «{ $topic }» es solo para: { $title }
found-nobody-qualified = ahora nadie es { $qualification }
found-who-is-qualified = { $qualification }: { $people }
found-no-tickets = { $plan } no admite tickets
found-channels-not-promised = los canales incluidos están por acordar
found-to-be-agreed = no comprometido: se acordará entre { $words }
found-no-channel = no se indica ningún canal
found-included = incluidos: { $words }
found-self-service = por { $channel } no se abren tickets: { $title } es de autoservicio
found-not-included = «{ $word }» no se incluye en { $plan }
found-channel-not-promised = el canal «{ $channel }» no está comprometido: los canales quedaron por acordar
found-channel-only-for = el canal «{ $channel }» es solo para { $words }
found-channel-never-for = el canal «{ $channel }» nunca es para { $words }
found-channel-closed = { $channel } no se atiende a esta hora
found-channels-open = atendidos ahora: { $channels }
found-channels-closed = cerrados ahora: { $channels }
found-channels-now = atendidos ahora: { $open }; cerrados: { $closed }
found-component-not-promised = el componente «{ $component }» no está comprometido: los componentes cubiertos quedaron por acordar
found-version-supported = la versión { $version } tiene soporte
found-version-supported-until = la versión { $version } tiene soporte hasta el { $day }
found-version-ended = el soporte de { $version } terminó el { $day }
found-language-not-served = { $language } no es idioma del soporte: { $languages }
found-language-not-promised = { $language } no está comprometido: los idiomas del soporte quedaron por acordar
found-is-included = «{ $word }» se incluye
found-no-such-channel = { $plan } no tiene el canal { $channel }
found-channels-not-named = el plan no nombra ningún canal
found-recommended = para { $priority } se recomienda { $channels }
found-topics-not-limited = los temas no están limitados
found-no-topic = no se incluye ningún tema
found-no-such-topic = { $plan } no tiene el tema { $topic }
found-topic-not-promised = el tema «{ $topic }» no está comprometido: los temas quedaron por acordar
found-topic-excluded = el tema «{ $topic }» está excluido salvo que el contrato lo añada
found-nothing-to-name = el ticket no tiene que indicar nada
found-names = indica: { $fields }
found-must-name = el ticket debe indicar: { $fields }
found-can-have = puede tener { $priorities }
found-can-have-but = puede tener { $priorities }; no comprometido: { $gaps }
found-gap = { $milestone } con { $priorities }
found-no-priority = sin prioridades: no admite tickets
found-no-such-priority = { $plan } no tiene la prioridad { $priority }
found-can-be = puede tener la prioridad «{ $priority }»
found-can-be-but-one = puede tener la prioridad «{ $priority }», pero sin compromiso de { $milestone }
found-can-be-but = puede tener la prioridad «{ $priority }», pero sin compromiso de { $milestones }
found-never-for = la prioridad «{ $priority }» nunca es para { $words }
found-cases-not-counted = los casos no se cuentan
found-hours-not-counted = las horas no se cuentan
found-amount-not-promised = cuánto incluye «{ $allowance }» quedó por acordar
found-granted = { $allowance }: { $amount } { $per }
found-cases =
    { $cases ->
        [one] { $cases } caso
       *[other] { $cases } casos
    }
found-left = { $allowance }, disponible: { $left } de { $of }
found-left-until = { $allowance }, disponible: { $left } de { $of } hasta el { $until }
found-none-left = { $allowance }: agotado ({ $of })
found-none-left-until = { $allowance }: agotado ({ $of }) hasta el { $until }
found-counted-as-overage = { $none }; se cuenta como exceso
found-nothing-more-promised = { $none }; hasta que se compre más, no hay compromiso de { $milestones }
per-contract-year = por año de contrato
per-calendar-year = por año natural
per-quarter = por trimestre
per-month = por mes
per-term = por período de vigencia
somebody = alguien

## What is possible instead

remedy-ask-from = se puede solicitar a partir del { $day }
remedy-authorise = { $command } lo autoriza
remedy-let-ask = que lo solicite { $people }
remedy-use = use { $channels }
remedy-use-version = con soporte: { $versions }
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
remedy-open-as = ábralo como { $priority }
remedy-buy = { $command } lo amplía
remedy-did-you-mean = ¿quiso decir { $word }?

## May somebody ask

may = { $customer } puede solicitarlo
may-with-remark = { $customer } puede solicitarlo, con una observación
may-not = { $customer } no puede solicitarlo
may-instead = { $rule }: { $told }
may-opened-then = Si se abre en ese momento (hora de { $zone })
may-opened-then-there = Si se abre en ese momento (hora de { $zone }; hora local: { $there })
as-it-is = { $words }
with-clause = { $says } ({ $clause })
whatif-no-seat =
    solo { $limit ->
        [one] { $limit } contacto
       *[other] { $limit } contactos
    }, y otros ocuparon antes las plazas

## What happened on a ticket: stands behind who did it

event-asked = hizo una solicitud, rechazada: { $rules }
event-asked-as = hizo una solicitud como { $priority }, rechazada: { $rules }
event-opened-forgiven = abrió pese a: { $rules }
event-opened-as-forgiven = abrió como { $priority } pese a: { $rules }
event-opened = abrió
event-opened-as = abrió como { $priority }
event-acknowledged = acusó recibo
event-priority-confirmed = confirmó la prioridad
event-agreed = acordó { $milestone } en { $target }
event-replied = respondió
event-customer-replied = recibió respuesta del cliente
event-customer-asks = recibió respuesta del cliente, que solicita { $kind }
event-noted = anotó
event-waiting-customer = espera al cliente
event-waiting-vendor = espera al fabricante
event-waiting-third-party = espera a un tercero
event-resumed = reanudó
event-assigned = asignó a { $who }
event-assigned-to-nobody = dejó sin asignar
event-escalated = escaló a la línea «{ $line }»
event-marked = marcó { $act }
event-mark-withdrawn = retiró { $act }
event-worked = trabajó { $time }
event-priority = fijó la prioridad { $priority }
event-priority-asked = fijó la prioridad { $priority }, a petición del cliente
event-priority-reason = fijó la prioridad { $priority } ({ $reason })
event-priority-reason-asked = fijó la prioridad { $priority } ({ $reason }, a petición del cliente)
event-exempted = eximió: { $ground }
event-lapsed = cupo { $allowance } agotado
event-restored = cupo { $allowance } disponible de nuevo
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
event-unlinked = desvinculó de { $to } ({ $kind })
event-merged = fusionó en { $into }
event-absorbed = absorbió { $from }
event-undone = deshizo { $entry }
event-estimated = previsto para el { $eta }
event-estimated-told = previsto para el { $eta }, comunicado a { $told }
mark-undone = deshecho por { $by }, { $entry }
mark-remark = sin efecto: { $says }
mark-given = con hora indicada a mano
remark-not-waiting = no estaba en espera
remark-on-that-line = ya estaba en esa línea de soporte
remark-already-exempt = ya estaba exento
remark-already-in-state = ya estaba { $state }
remark-no-terms = sin condiciones: no hay plazo que acordar
remark-not-pending = el compromiso de { $milestone } no está pendiente
remark-already-breached = el compromiso de { $milestone } ya estaba incumplido
remark-no-hours = sin horario de soporte: no hay en qué contar
remark-unknown-act = su contrato no tiene el acto { $act }
remark-not-marked = { $act } no estaba marcado o ya se ha retirado
remark-priority-not-included = su plan no tiene { $priority }: rige { $instead }
remark-unknown-milestone = su contrato no tiene { $milestone }

## Explain: the ledger behind a deadline

explain-title = Ticket { $ticket }: { $subject }
explain-clock = compromiso de { $milestone } con { $priority }: { $state }
explain-clock-again = compromiso de { $milestone } con { $priority }, vez { $cycle }: { $state }
explain-not-promised = { $milestone } con { $priority }: sin compromiso
explain-why = Motivo: { $why }.
explain-why-clause = Motivo: { $why } ({ $clause }).
explain-none-refused = No comprometido: fue rechazado.
explain-none-courtesy = No comprometido: es una cortesía.
explain-none-exempt = No comprometido: está exento.
explain-none = No comprometido: no tiene ningún plazo.
explain-told = Hecho: { $told }.
explain-without-effect = Sin efecto
explain-target = plazo
explain-set-by = fijación
explain-begun-by = inicio
explain-calendar = calendario
explain-counts-from = cuenta desde
explain-due = vence (hora del { $whose })
explain-also-promised = también comprometido
explain-breaks = se incumple
explain-elapsed = transcurrido
explain-left = restante
explain-late = retraso
explain-stood-still = en pausa
explain-stands-still-until = en pausa hasta
explain-ended = terminó
explain-ended-by = final
explain-counts-nowhere = no cuenta a causa de
explain-held-by = responsable
explain-of-its-time = reparto del tiempo
explain-cause = causa
explain-cause-given-by = causa indicada por
explain-late-entry = registro tardío
explain-moved-later = aplazado por corrección
explain-corrected = corregido
explain-target-at = { $target } con { $priority }
explain-calendar-in = { $calendar } en { $zone }
explain-calendar-rules = { $calendar } en { $zone } (reglas de zona horaria { $version }, { $source })
explain-wall = { $due } ({ $zone })
explain-of-kind = { $target } ({ $kind })
explain-limit = { $target } desde el evento { $event }: { $due }
explain-limit-at = { $target } con { $priority } desde el evento { $event }: { $due }
explain-limit-due = vence el { $due }
explain-limit-no-due = sin vencimiento
explain-not-before = { $breach }, no antes de lo que lo causó
explain-late-entry-is = cumplido según un hecho registrado después del vencimiento
explain-taken-back = { $by } retiró el incumplimiento, { $at }
explain-taken-back-why = { $by } retiró el incumplimiento, { $at }: { $why }
explain-by = { $what } ({ $actor }, evento { $event })
explain-by-given = { $what } ({ $actor }, evento { $event }, con hora indicada a mano)
explain-by-whom = { $actor } (evento { $event })
explain-by-whom-given = { $actor } (evento { $event }, con hora indicada a mano)
explain-nobody = sin asignar
explain-held-part = { $who } { $time }
explain-held-part-on = { $who } (línea «{ $line }») { $time }
ledger-open = en horario
ledger-closed = fuera de horario
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
move-stands-still = Está en pausa mientras el ticket está { $state }.
move-due = Si ahora pasara a { $priority }, vencería el { $due }.
move-still = Con la prioridad { $priority } también estaría en pausa.
move-never = Con la prioridad { $priority } nunca vencería.
move-goes-on = Con la prioridad { $priority } no hay compromiso: este seguiría.
move-not-promised = Con la prioridad { $priority } no hay compromiso.
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
word-language = idioma
word-bundled = incluidas en el programa
report-moved = Trasladados desde el fin del período
report-moved-since = Estos tickets se trasladaron después a otro cliente. Lo que se dice del período los mantiene donde estaban cuando terminó.
event-waiting-until = { $waits } hasta el { $until }
ledger-open-hours = en horario, { $week }
ledger-closed-hours = fuera de horario ({ $week })
ledger-due = vencimiento: fin del plazo de { $target }
ledger-due-ended = vencimiento; para entonces ya había terminado
explain-no-cause = nadie la indicó; { $command } la registra
may-hours = Horario
may-hours-of-support = Soporte
may-services = Servicios
may-open-until = abierto hasta el { $until }
may-open = abierto
may-closed-until = cerrado, abre el { $until }
may-closed = cerrado
may-hours-are = { $stands } ({ $week }, { $zone })
may-hours-clause = { $stands } ({ $week }, { $zone }, { $clause })

## What a quarter says first, and what its words mean

summary-from-to = Del { $from } al { $to }
summary-period = En el período { $period }
used-up-on = agotado el { $day }
summary-not-begun = { $when }: este período no ha comenzado.
summary-none = { $when } no se cumplió ni se incumplió ningún compromiso.
summary-kept =
    { $when } { $promises ->
        [one] se cumplió el único compromiso
       *[other] se cumplieron los { $promises } compromisos
    }.
summary-broken =
    { $when } { $promises ->
        [one] no se cumplió el único compromiso
       *[other] { $kept ->
            [one] se cumplió
           *[other] se cumplieron
        } { $kept } de los { $promises } compromisos ({ $share })
    }. Incumplimientos: { $which }.
summary-breach = ticket { $ticket } ({ $milestone })
summary-breach-again = ticket { $ticket } ({ $milestone }, { $times }×)
summary-taken-back =
    { $breaches ->
        [one] Se retiró un incumplimiento, que no cuenta: véase más abajo.
       *[other] Se retiraron { $breaches } incumplimientos, que no cuentan: véase más abajo.
    }
deadlines-of-promises = Son { $deadlines } vencimientos de { $promises } compromisos incumplidos: si cambia la prioridad, un compromiso tiene un vencimiento con cada una.
deadlines-counted-earlier =
    { $deadlines ->
        [one] En este período se incumplió un vencimiento de un compromiso que ya se había incumplido antes: se cuenta allí.
       *[other] En este período se incumplieron { $deadlines } vencimientos de compromisos que ya se habían incumplido antes: se cuentan allí.
    }
clocks-entered-later =
    { $clocks ->
        [one] Un vencimiento del período ({ $period }) se anotó solo después de su fin.
       *[other] { $clocks } vencimientos del período ({ $period }) se anotaron solo después de su fin.
    }
hours-of-support = Horario de soporte
hours-of = Horario de: { $milestones }
hours-of-contracts = { $hours } (contrato { $contracts })
hours-but-holidays = { $hours }, salvo festivos: { $sets }
summary-more = { $more } más
summary-not-included = { $plan } no incluye este informe ({ $title }); aun así se imprime.
summary-not-included-clause = { $plan } no incluye este informe ({ $title }, { $clause }); aun así se imprime.
meanings = Qué significan las palabras
meaning-promise = Un compromiso es lo que el contrato dice que se hará en un ticket dentro de un plazo. Lo que debe alcanzarse en ese plazo se llama hito: una respuesta, una resolución. Cada compromiso se cuenta en el período en que se cumplió o se incumplió.
meaning-kept = «Cumplido» significa hecho al vencimiento o antes; «incumplido», que venció sin haberse hecho. El tiempo, y también el retraso, se cuenta en el horario del compromiso: el de soporte, salvo que tenga uno propio.
meaning-median = La mitad de los compromisos atendidos no tardó más que la mediana. Si se atendieron diez o más, nueve de cada diez no tardaron más que el tiempo de la columna 90 %.
meaning-stood-still = Un compromiso está en pausa mientras el contrato lo permite, por ejemplo mientras se espera una respuesta del cliente; ese tiempo no cuenta.
meaning-of-corrected = un incumplimiento que se retiró, con indicación de quién lo hizo y por qué; no cuenta
meaning-of-superseded = un compromiso que terminó antes de que se cumpliera o se incumpliera: por un cambio de prioridad, por la fusión con otro ticket o porque se retiró un acto marcado como hecho; no cuenta
meaning-of-cancelled = un compromiso que se retiró de un ticket porque el contrato lo exime o porque el ticket se retiró; no cuenta
meaning-of-late-entries = cumplido según una anotación hecha después del vencimiento; cuenta como cumplido
meaning-of-imported = cumplido según lo que se trajo de otra herramienta; cuenta como cumplido
meaning-of-moved-later = una corrección de lo que es el ticket retrasó su vencimiento antes de incumplirse; cuenta según cómo terminó
meaning-of-courtesy = un ticket que el contrato no cubre y que se atendió igualmente; no hay compromisos sobre él
meaning-seal = El sello indica el estado del registro con el que se hizo esta página: con él, el servicio de soporte puede volver a imprimirla idéntica, hasta la última cifra.

# Pages as pdf
pdf-page = Página { $page } de { $pages }
pdf-unprintable = { $count ->
    [one] Un carácter no se pudo imprimir y aparece como �.
   *[other] { $count } caracteres no se pudieron imprimir y aparecen como �.
}
pdf-figures = Las cifras de esta página, para un programa
## El trimestre: junto a los períodos anteriores, de quién era el turno, lo pendiente, lo que viene

trend = Comparación con los períodos anteriores
trend-is = Qué porcentaje de los compromisos de cada tipo se cumplió en este período y en los anteriores, según se sabe ahora.
trend-chart = Cumplimiento, período a período
terms-changes = Cambios en lo acordado
causes = Causas indicadas
breach-subject = asunto: { $subject }
why-counted = contado: { $elapsed }; plazo: { $target }
why-counted-in = contado: { $elapsed }; plazo: { $target }; horario: { $week }, { $zone }
why-taken-over = es lo que quedaba del compromiso de un ticket que se fusionó con este
why-wait = { $time } estando { $why }
why-stood-still = en pausa: { $waits }
why-priority = { $priority } desde el { $at }
why-priorities = prioridad: { $changes }
why-held = a cargo de: { $parts }
why-not-done = aún sin hacer: el retraso se cuenta hasta { $at }
why-late-outside = se hizo { $time } después del vencimiento según el reloj; nada de ese tiempo cuenta, pues estaba fuera de horario o el compromiso estaba en pausa
next-move = Tiempo en manos de cada parte
next-move-is = Cuánto tiempo esperaron a cada parte los tickets sin terminar, en las horas de soporte que fija el contrato.
opened-by-priority = Nuevos, por prioridad
opened-by-channel = Nuevos, por canal
opened-by-topic = Nuevos, por tema
backlog = Sin terminar al final
backlog-none = No quedaba nada por hacer al final.
backlog-is =
    { $tickets ->
        [one] Quedaba { $tickets } ticket sin terminar; llevaba abierto { $oldest }
       *[other] Quedaban { $tickets } tickets sin terminar; la mitad llevaba abierta { $median } o menos; el más antiguo, { $oldest }
    }.
falls-due = Vencimientos hasta el final del período ({ $period })
due-notice = último día para impedir la renovación
due-renewal =
    termina la vigencia y el contrato se prorroga { $months ->
        [one] { $months } mes
       *[other] { $months } meses
    }
due-end = termina el contrato
due-cancelled-end = termina el contrato, por cancelación
due-qualification = { $who }: vence «{ $title }»
due-seat = { $who } puede hacer solicitudes hasta entonces
column-who = en manos de
column-seconds = tiempo
column-share = porcentaje
column-age_days = días
column-age = abierto desde hace
column-next_move = en manos de
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
word-resolution = resolución
not-promised-target = plazo de { $milestone } con { $priority }

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
agreed-holidays = Festivos en que se cierra: { $is }
section-facts = Otros datos
term-item-hours = Horario de soporte
term-item-zone = Zona horaria
term-item-reachable = { $is }: se atiende
term-item-holidays = Festivos en que se cierra
term-item-business-days = Días laborables
term-item-contacts = Contactos autorizados
term-item-tickets-must-name = Un ticket debe indicar
term-item-reopen-within = Se puede reabrir en un plazo de
term-item-rank = Rango
term-item-lines = Líneas de soporte
term-item-price = Precio
term-item-term = Vigencia
term-item-milestones = { $is }: reglas
term-item-calendars = Calendario { $is }
term-item-kinds = Clase { $is }
term-item-acts = Acto: { $is }
term-act-included = se marca cuando se hace
term-answers-is-true = cuenta como respuesta
term-item-exclusions = Sin plazo: { $is }
term-item-environments = Entorno: { $is }
term-item-components = Componente: { $is }
term-item-versions = Versión: { $is }
term-item-languages = Idiomas
term-item-impacts = Impacto: { $is }
term-item-urgencies = Urgencia: { $is }
term-item-priority-matrix = Impacto { $is }
term-item-note = Nota
term-open = no comprometido hasta que se acuerde
term-open-to = no comprometido hasta que se acuerde: { $is }
term-one-of = a elegir entre { $is }
term-so-many-cases = casos ({ $is })
term-so-many-hours = horas ({ $is })
term-matrix-cell = { $urgency } es { $is }
term-closed = cerrado
term-around-the-clock = las veinticuatro horas
term-price-in = en { $is }
term-price-unpublished = no publicado
term-price-unpublished-but = no publicado: { $is }
term-price-percent-of = { $is } % sobre { $of }
term-price-percent = { $is } %
term-price-at-least = al menos { $is }
term-price-per = por { $is }
term-price-taxes = impuestos: { $is }
term-price-paid = pago { $is }
term-term-as-agreed = lo que se acuerde
term-term-at-least = al menos { $is }
term-term-renews = se renueva por { $is }
term-term-notice = preaviso de { $is }
term-notice-is-none = se puede cancelar en cualquier momento
term-allowance-per = por { $is }
term-per-is-contract-year = por año de contrato
term-per-is-calendar-year = por año natural
term-allowance-topics = sobre { $is }
term-when-used-up-is-refuse = después se rechaza
term-when-used-up-is-warn = después se avisa
term-when-used-up-is-overage = después cuenta como exceso
term-when-used-up-lapses = después deja de comprometerse: { $is }
term-allowance-rounded-up-to = redondeado hacia arriba a { $is }
term-allowance-entry-at-least = cada apunte al menos { $is }
term-allowance-rolls-over = se traspasan como máximo { $is }
term-rolls-over-is-true = el resto se traspasa
term-within-is-best-effort = mejor esfuerzo, sin plazo
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
term-milestone-until = se debe hasta: { $is }
term-milestone-met-by = se cumple con: { $is }
term-all-of-all-of = se cumple con: { $is }
term-milestone-paused-by = en pausa con: { $is }
term-milestone-paused-by-none = nunca en pausa
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
term-channel-only-for = solo para { $is }
term-channel-never-for = nunca para { $is }
term-priority-not-included = no incluido
term-word-not-included = no incluido
term-channel-self-service = autoservicio
term-topic-included = incluido
term-topic-not-included = no incluido
term-topic-only-for = solo para { $is }
term-topic-excluded = excluido salvo que el contrato lo incluya
term-service-included = incluido
term-service-not-included = no incluido
term-service-named-by = designado por el { $is }
term-exclusion-included = se anulan los plazos
term-exclusion-not-included = no se aplica
term-word-included = consta en el plan
term-version-included = con soporte
term-version-supported-until = hasta { $is }
term-version-aliases = también llamada { $is }
term-priority-change-by = a petición del { $is }
term-priority-change-from = de { $is }
term-priority-change-from-none = de cualquiera
term-priority-change-to = a { $is }
term-priority-change-to-none = a cualquiera
term-to-is-lower = a una más baja
term-to-is-higher = a una más alta
term-priority-change-meets = da por cumplido: { $is }
term-corrects-is-true = una corrección
term-on-request-is-true = a petición
term-priority-change-not-included = no incluido
term-qualification-at-most = como máximo { $is }
term-qualification-at-most-none = cualquier número
term-asked-hours = el horario de soporte
term-asked-business-days = qué días son laborables
term-asked-contacts = cuántas personas pueden hacer solicitudes
term-asked-price = el precio
term-asked-term = cuánto dura el contrato
term-asked-zone = la zona horaria del horario
term-asked-holidays = en qué festivos se cierra
term-asked-cases = cuántos casos: { $is }
term-asked-work = cuántas horas: { $is }
term-asked-channels = cómo se contacta con el servicio de soporte
term-asked-topics = de qué pueden tratar los tickets
term-asked-components = qué componentes están cubiertos
term-asked-languages = los idiomas del soporte
term-asked-target = plazo de { $is } con { $at }
term-asked-targets = plazo de { $is }
term-asked-week = qué horas son `{ $is }`
term-value-open = por acordar
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
term-value-term = período de vigencia
term-value-contract-year = año de contrato
term-value-calendar-year = año natural
term-value-included = incluidos
term-value-excluded = no incluidos
term-value-ahead = por adelantado
term-value-after = a posteriori
term-value-refuse = se rechaza
term-value-warn = aviso
term-value-overage = exceso
term-value-desk = servicio de soporte
term-value-customer = cliente
term-value-opened = apertura
term-value-acknowledged = acuse de recibo
term-value-replied = contestación
term-value-customer-replied = respuesta del cliente
term-value-assigned = asignación
term-value-priority-confirmed = confirmación de la prioridad
term-value-eta = fecha prevista
term-value-escalated = paso a otra línea
term-value-resolved = resolución
term-value-closed = cierre
term-value-reopened = reapertura
term-value-waiting-customer = espera del cliente
term-value-waiting-vendor = espera del fabricante
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
