# Русский: то, что может получить клиент (отчёты, explain, may, plan compare).
#
# В каждом языке есть все эти сообщения с теми же значениями, иначе программа не собирается.
#
# Словарь
#   promise: обязательство · kept: выполнено · broken: нарушено · breach: нарушение
#   milestone: этап · target: норматив · priority: приоритет · ticket: заявка
#   allowance: лимит · seat: место · contact: контактное лицо · contract: договор
#   plan: план поддержки · terms: условия · clause: пункт · desk: служба поддержки · seal: печать

## Head and foot of every report

head-period = период
head-customer = клиент
head-tickets = заявки
head-as-of = по состоянию на
head-beginning = с самого начала
head-end = без срока
head-from-to = { $from } – { $to } ({ $zone })
head-from-to-running = { $from } – { $to } ({ $zone }), ещё не завершён
table-every-row = во всех строках: { $said }
foot-seal = Печать: { $seal }
foot-zone = Здесь период считается в часовом поясе этого клиента ({ $own }), а на странице всей службы поддержки — в её поясе ({ $desk }): то, что произошло около его первых и последних часов, может учитываться там в предыдущем или следующем периоде.
foot-zones = На странице отдельного клиента период считается в часовом поясе этого клиента: то, что произошло около его первых и последних часов, может учитываться там в предыдущем или следующем периоде. Поэтому страницы всех клиентов вместе могут дать немного больше или меньше, чем эта.
report-quarterly = Поддержка: { $customer }, { $period }
report-quarterly-of-desk = Работа службы поддержки, { $period }
report-sla = Уровень обслуживания, { $period }
report-breaches = Нарушения обязательств, { $period }
report-usage = Использование лимитов, { $period }
report-workload = Нагрузка, { $period }
report-billing = Работы и начисления, { $period }
report-whatif = Что было бы при других условиях, { $period }

## How long a promise may take

span-business-days =
    { $days ->
        [one] { $days } рабочий день
        [few] { $days } рабочих дня
       *[other] { $days } рабочих дней
    }
span-calendar-days =
    { $days ->
        [one] { $days } календарный день
        [few] { $days } календарных дня
       *[other] { $days } календарных дней
    }
span-months =
    { $months ->
        [one] { $months } месяц
        [few] { $months } месяца
       *[other] { $months } месяцев
    }
span-end-of-business-day = до конца рабочего дня
span-end-of-next-business-day = до конца следующего рабочего дня

## Above columns

column-ticket = заявка
column-milestone = этап
column-priority = приоритет
column-target = норматив
column-target_then = тогда
column-decided = обязательства
column-decided_then = тогда
column-met = выполнено
column-met_then = тогда
column-breached = нарушено
column-breached_then = тогда
column-attainment = выполнено, %
column-attainment_then = тогда
column-median_seconds = медиана
column-p90_seconds = 90 % за
column-max_seconds = максимум
column-corrected = исправлено
column-late_entries = внесено поздно
column-imported = выполнено по импорту
column-moved_later = срок отодвинут
column-superseded = заменено
column-cancelled = отменено
column-open = открыто
column-tickets_open = открыто
column-held_by = исполнитель
column-held_line = линия исполнителя
column-kind = вид
column-asks = запрошено
column-due = срок
column-due_there = срок у клиента
column-ended = завершено
column-late_seconds = опоздание
column-paused_seconds = отсчёт стоял
column-cause = причина
column-customer = клиент
column-contact = контактное лицо
column-contract = договор
column-contracts = договоры
column-plan = план поддержки
column-state = состояние
column-state_then = тогда
column-line = линия
column-assignee = ответственный
column-account_manager = менеджер клиента
column-channel = канал
column-topic = тема
column-environment = среда
column-component = компонент
column-version = версия
column-impact = влияние
column-urgency = срочность
column-source = источник
column-language = язык
column-start = начало
column-end = окончание
column-terms_from = условия с
column-set = согласовано
column-path = условие
column-what = что
column-why = почему
column-clause = пункт
column-item = что
column-says = сказано
column-means = что это значит
column-breach = когда нарушено
column-became = стало
column-at = когда
column-actor = кто
column-by = кто попросил
column-recorded = записано
column-from = с
column-to = на
column-till = по
column-reason = основание
column-text = текст
column-eta = ожидалось
column-told = сообщено
column-kept = выдержано
column-rules = правила
column-rule = правило
column-verdict = ответ
column-courtesy = сверх договора
column-subject = суть
column-ground = основание
column-was = было
column-was_at = когда было
column-is = стало
column-is_at = когда стало
column-opened = открыта
column-opened_count = открыто
column-corrected_by = кто исправил
column-allowance = лимит
column-granted = предоставлено
column-used = использовано
column-left = осталось
column-overage = сверх лимита
column-until = до
column-pace_until = при таком темпе
column-seats_used = занято мест
column-seats_of = всего мест
column-amount = количество
column-event = событие
column-tickets = заявки
column-taken = принято
column-resolved = решено
column-worked_seconds = отработано
column-charged_seconds = к оплате
column-currency = валюта
column-cost = сумма
column-rate = ставка
column-oldest_open = самая старая открытая
column-counted = засчитано
column-sum = нарастающим итогом
column-cycle = номер

## Words of closed lists

word-all = все
word-yes = да
word-no = нет
word-not-promised = не обещано
word-not-said = не указана
word-said-in-words = названа словами
word-not-yet = ещё нет
word-unlimited = без ограничений
word-lasts = хватит
word-used-up = исчерпано
word-hours-used-up = часы по договору израсходованы
word-act-withdrawn = отмечено как сделанное, а отметка отозвана
word-desk = служба поддержки
word-shown = выбранный
word-customer = клиент
word-plan = план
word-left-open = не согласовано
word-best-effort-without-a-time = по возможности, без срока
word-the-plan-promises-none = план этого не обещает
word-the-plan-does-not-say = план об этом молчит
word-granted = предоставлено
word-carried-over = перенесено
word-used = использовано
word-given-back = возвращено
word-adjusted = скорректировано
word-expired = истекло
word-running = идёт
word-paused = отсчёт стоит
word-decided = обязательства
word-met = выполнено
word-breached = нарушено
word-superseded = заменено
word-cancelled = отменено
word-corrected = исправлено
word-late-entries = внесено поздно
word-imported = выполнено по импорту
word-moved-later = срок отодвинут
word-open = открыто
word-open-promise = открыто
word-work = работа
word-case = обращение
word-ended = завершено
word-refused = отказано
word-allowed = разрешено
word-remark = разрешено с замечанием
word-not-begun = не начался
word-in-force = действует
word-lapsed = истёк
word-waiting-customer = ждёт клиента
word-waiting-vendor = ждёт поставщика
word-waiting-third-party = ждёт третью сторону
word-resolved = решено
word-taken = принято
word-closed = закрыто
word-merged = объединено
word-void = аннулировано
word-contract = договор
word-contact = контактное лицо
word-channel = канал
word-topic = тема
word-qualification = квалификация
word-named = что указано
word-priority = приоритет
word-allowance = обращения
word-hours = часы
word-advice = совет

## How promises were kept

sla-nothing = В этом периоде не было обязательств с наступившим сроком или открытых.
sla-in-all = Всего
sla-in-all-is = Обязательство по заявке считается один раз при каждом возникновении, в том периоде, когда оно впервые нарушено или же выполнено, и нарушено, если нарушен хотя бы один из его сроков; в строках выше учитывается каждый срок.
sla-chart = Выполнено
at-once = сразу
meaning-at-once = «Сразу» значит прежде, чем прошла хотя бы секунда часов поддержки: в тот же момент или пока поддержка ещё не работала.
meaning-share = Проценты выполнения обрезаны после одного знака и никогда не округляются вверх: полные сто процентов стоят только там, где выполнены все.
sla-behind-figures = Заявки, из которых сложились цифры
sla-behind = { $line }: { $figure }
sla-beside = { $one } { $other }
breaches-none = В этом периоде обязательства не нарушались.
corrected-by = исправлено: { $actor }
corrected-by-for = исправлено: { $actor }: { $reason }
workload-nobody = В этом периоде ни у кого не было заявок.
workload-counts = Решённые заявки и нарушения засчитываются тому, у кого была заявка в тот момент, время работы — тому, кто её выполнил.
billing-is = Ставка и сумма указаны там, где договор называет цену часа или обращения; сумма — это время к оплате по этой ставке.
billing-nothing = В этом периоде работы не записано.
not-promised = Не обещано
not-promised-is = Здесь ничего не считается: необещанное нельзя ни выполнить, ни нарушить.
not-promised-says = { $says }: { $why }
not-promised-but = { $why }, кроме заявок вида: { $kinds }

## Allowances and seats

usage-contract = Договор { $contract }: { $title }
usage-no-contract = В этом периоде не действовал ни один договор.
usage-no-allowance = Лимиты не ведутся.
usage-seats = Места

## The quarterly

contracts = Договоры
account-manager = менеджер клиента
engineer = инженер
promised-here = Что обещано
reached-any = выполнено, как только { $acts }
reached-all = выполнено, когда { $acts }
reached-stands-still = { $reached }; отсчёт стоит, пока заявка { $states }
act-opened = заявка открыта
act-acknowledged = служба поддержки подтвердила получение заявки
act-replied = служба поддержки ответила
act-assigned = у заявки есть исполнитель
act-priority-confirmed = служба поддержки подтвердила приоритет
act-eta = служба поддержки сообщила ожидаемый срок
act-escalated = заявка передана на другую линию поддержки
act-of-plan = служба поддержки сделала: { $act }
act-resolved = заявка решена
act-closed = заявка закрыта
target-published = { $target } (опубликовано: { $says })
quarter-kept = Как выполнялись обязательства
earlier-breaches = Нарушения прошлых периодов
earlier-breaches-are = Они учтены в том периоде, когда произошли; в этом они завершились или были сняты.
allowances = Лимиты
also-said = Также сказано
also-said-is = На приведённые здесь цифры это не влияет.
customers = Клиенты
tickets = Заявки
volume-open-at-start = открыто на начало
volume-opened = открыто новых
volume-reopened = открыто повторно
volume-resolved = решено
volume-withdrawn = отозвано
volume-merged = объединено
volume-open-at-end = открыто на конец
volume-waiting-at-end = ожидают на конец
volume-closed = закрыто
volume-courtesy = открыто сверх договора
volume-refused = отказано
volume-none = Заявок не было: ни открытых, ни новых, ни завершённых.
volume-balance = было открыто { $start } + новых { $opened } + повторных { $reopened } = решено { $resolved } + отозвано { $withdrawn } + объединено { $merged } + открыто { $end }.
breaches = Нарушения
breaches-taken-back = Снятые нарушения
none = Нет.
nothing = Ничего.
late-entries = Выполнено, но внесено поздно
superseded = Заменённые обязательства
priority-changes = Изменения приоритета
estimates = Ожидаемые сроки
overrides = Открыты, хотя договор этого не предусматривает
refused-requests = Отклонённые запросы
exempted = Без обязательств: исключения договора
changed-since = Изменилось после окончания периода
not-over-yet = Период ещё не завершён.
clocks-changed =
    Записанное после окончания периода ({ $period }) меняет { $clocks ->
        [one] { $clocks } срок периода
        [few] { $clocks } срока периода
       *[other] { $clocks } сроков периода
    }.
and-more = и ещё { $more }; полный список есть у службы поддержки

## What if

whatif-as-it-is = как есть
whatif-what-if = что если
whatif-price = цена
whatif-price-then = цена тогда
whatif-with = { $plan } с условиями { $with }
whatif-not-promised-then = тогда не обещано
whatif-nothing = Ни при тех, ни при других условиях в этом периоде не было обязательств с наступившим сроком или открытых.
whatif-gained = Новые нарушения
whatif-lost = Исчезнувшие нарушения
whatif-moved = Нарушения в другом периоде
whatif-refused = Было бы отказано
whatif-allowed = Было бы разрешено
whatif-left-out =
    Тогда { $tickets ->
        [one] { $tickets } заявка была бы отклонена
        [few] { $tickets } заявки были бы отклонены
       *[other] { $tickets } заявок было бы отклонено
    }: в цифры «тогда» их обязательства не входят.
whatif-also-allowed =
    Тогда { $tickets ->
        [one] { $tickets } фактически отклонённая заявка была бы разрешена
        [few] { $tickets } фактически отклонённые заявки были бы разрешены
       *[other] { $tickets } фактически отклонённых заявок было бы разрешено
    }: что было бы сделано, неизвестно, поэтому ни одна цифра их не учитывает.
whatif-no-clock = У того, что тогда не обещано, нет и срока.

## What the contract says of a request: clauses of a sentence

found-contract = договор { $contract } ({ $plan })
found-contract-alone = договор { $contract }
found-no-contract = у клиента { $customer } нет договора
found-in-force = { $name } действует
found-in-force-until = { $name } действует до { $until }
found-in-force-without-end = { $name } действует, срок окончания не согласован
found-renews = { $name } действует до { $until }, затем продлевается автоматически
found-cancelled = { $name } расторгнут и пока действует
found-cancelled-until = { $name } расторгнут и действует до { $until }
found-ended = { $name } закончился { $on }
found-cancelled-and-ended = { $name } расторгнут и закончился { $on }
found-not-begun = { $name } начинается { $from }
found-cancelled-before = { $name } расторгнут до начала действия
found-authorised = { $who } — уполномоченное контактное лицо
found-authorised-seats-open = { $who } — уполномоченное контактное лицо, но сколько их может быть, не обещано
found-authorised-from = { $who } — уполномоченное контактное лицо с { $from }
found-authorised-until = { $who } был(а) уполномоченным контактным лицом до { $until } и больше им не является
found-not-authorised = { $who } не является уполномоченным контактным лицом
found-nobody-authorised = пока никто не уполномочен
found-may-ask = уполномочены (мест занято: { $taken } из { $most }): { $people }
found-may-ask-unlimited = уполномочены ({ $taken }): { $people }
found-may-ask-open = уполномочены ({ $taken }; сколько их может быть, не обещано): { $people }
found-nothing-reserved = ограничений по темам нет
found-reserved-topic = { $topic } ({ $title })
found-reserved = только для отдельных лиц: { $topics }
found-not-reserved = тема «{ $topic }» не ограничена
found-reserved-for = тема «{ $topic }» — только для: { $title }
found-qualified = { $who }: { $qualification }
found-qualified-until = { $who }: «{ $qualification }» до { $until }, а тема «{ $topic }» — только для: { $title }
found-not-qualified = у { $who } нет квалификации «{ $qualification }», а тема «{ $topic }» — только для: { $title }
found-nobody-qualified = сейчас ни у кого нет квалификации «{ $qualification }»
found-who-is-qualified = { $qualification }: { $people }
found-no-tickets = { $plan } не предусматривает заявок
found-channels-not-promised = какие каналы входят, не обещано
found-to-be-agreed = не обещано: выбирается из { $words }
found-no-channel = каналы не названы
found-included = входят: { $words }
found-self-service = через { $channel } заявки не открываются: { $title } — самообслуживание
found-not-included = «{ $word }»: не входит в план «{ $plan }»
found-channel-not-promised = канал «{ $channel }» не обещан: каналы не согласованы
found-channel-only-for = канал «{ $channel }» — только для: { $words }
found-channel-never-for = канал «{ $channel }» не предназначен для: { $words }
found-channel-closed = канал «{ $channel }» в это время не обслуживается
found-channels-open = сейчас обслуживаются: { $channels }
found-channels-closed = сейчас не обслуживаются: { $channels }
found-channels-now = сейчас обслуживаются: { $open }; нет: { $closed }
found-component-not-promised = компонент «{ $component }» не обещан: какие компоненты входят, не согласовано
found-version-supported = версия { $version } поддерживается
found-version-supported-until = версия { $version } поддерживается до { $day }
found-version-ended = поддержка { $version } закончилась { $day }
found-language-not-served = { $language }: не язык поддержки; есть { $languages }
found-language-not-promised = { $language }: не обещано, языки поддержки не согласованы
found-is-included = «{ $word }»: входит
found-no-such-channel = в плане «{ $plan }» нет канала { $channel }
found-channels-not-named = план не называет каналов
found-recommended = рекомендуемые каналы для { $priority }: { $channels }
found-topics-not-limited = темы не ограничены
found-no-topic = ни одна тема не входит
found-no-such-topic = в плане «{ $plan }» нет темы { $topic }
found-topic-not-promised = тема «{ $topic }» не обещана: темы не согласованы
found-topic-excluded = тема «{ $topic }» не входит, если не указана в договоре
found-nothing-to-name = в заявке ничего указывать не нужно
found-names = указано: { $fields }
found-must-name = в заявке нужно указать: { $fields }
found-can-have = возможны: { $priorities }
found-can-have-but = возможны: { $priorities }; не обещано: { $gaps }
found-gap = { $milestone } (приоритет { $priorities })
found-no-priority = приоритетов нет: заявки не принимаются
found-no-such-priority = в плане «{ $plan }» нет приоритета { $priority }
found-can-be = возможен приоритет «{ $priority }»
found-can-be-but-one = возможен приоритет «{ $priority }», но не обещано: { $milestone }
found-can-be-but = возможен приоритет «{ $priority }», но не обещано: { $milestones }
found-never-for = приоритет «{ $priority }» не предназначен для: { $words }
found-cases-not-counted = обращения не считаются
found-hours-not-counted = часы не считаются
found-amount-not-promised = «{ $allowance }»: объём не обещан, он не согласован
found-granted = { $allowance }: { $amount } { $per }
found-cases =
    { $cases ->
        [one] { $cases } обращение
        [few] { $cases } обращения
       *[other] { $cases } обращений
    }
found-left = { $allowance }: осталось { $left } (всего { $of })
found-left-until = { $allowance }: осталось { $left } (всего { $of }), до { $until }
found-none-left = { $allowance }: исчерпано (всего { $of })
found-none-left-until = { $allowance }: исчерпано до { $until } (всего { $of })
found-counted-as-overage = { $none }; считается сверх лимита
found-nothing-more-promised = { $none }; пока лимит не пополнен, не обещано: { $milestones }
per-contract-year = за год действия договора
per-calendar-year = за календарный год
per-quarter = в квартал
per-month = в месяц
per-term = за срок договора
somebody = кто-то

## What is possible instead

remedy-ask-from = можно запросить с { $day }
remedy-authorise = чтобы уполномочить: { $command }
remedy-let-ask = запросить может: { $people }
remedy-use = используйте { $channels }
remedy-use-version = поддерживаются: { $versions }
remedy-ask-in = спросите в: { $channels }
remedy-included-in =
    { $count ->
       *[other] это входит в { $plans }
    }
remedy-tickets-on = заявки можно открывать в { $plans }
remedy-not-counted-in =
    { $count ->
       *[other] в { $plans } они не считаются
    }
remedy-add-topic = чтобы добавить тему: { $command }
remedy-name = добавьте { $flags }
remedy-open-as = откройте как { $priority }
remedy-buy = чтобы пополнить лимит: { $command }
remedy-did-you-mean = возможно, { $word }?

## May somebody ask

may = { $customer }: можно
may-with-remark = { $customer }: можно, с замечанием
may-not = { $customer }: нельзя
may-instead = { $rule }: { $told }
may-opened-then = Если открыть заявку в этот момент (время { $zone })
may-opened-then-there = Если открыть заявку в этот момент (время { $zone }; у клиента: { $there })
as-it-is = { $words }
with-clause = { $says } ({ $clause })
whatif-no-seat =
    только { $limit ->
        [one] { $limit } контактное лицо
        [few] { $limit } контактных лица
       *[other] { $limit } контактных лиц
    }, и другие заняли места раньше

## What happened on a ticket: stands behind who did it

event-asked = запрос, отказано: { $rules }
event-asked-as = запрос как { $priority }, отказано: { $rules }
event-opened-forgiven = открыто, сделано исключение: { $rules }
event-opened-as-forgiven = открыто как { $priority }, сделано исключение: { $rules }
event-opened = открыто
event-opened-as = открыто как { $priority }
event-acknowledged = подтверждено получение
event-priority-confirmed = приоритет подтверждён
event-agreed = согласован срок ({ $milestone }): { $target }
event-replied = дан ответ
event-customer-replied = получен ответ клиента
event-customer-asks = получен ответ клиента, запрошено: { $kind }
event-noted = сделана заметка
event-waiting-customer = ожидание клиента
event-waiting-vendor = ожидание поставщика
event-waiting-third-party = ожидание третьей стороны
event-resumed = возобновлено
event-assigned = назначено: { $who }
event-assigned-to-nobody = никому не назначено
event-escalated = передано на линию «{ $line }»
event-marked = отмечено: { $act }
event-mark-withdrawn = отметка отозвана: { $act }
event-worked = отработано { $time }
event-priority = установлен приоритет { $priority }
event-priority-asked = установлен приоритет { $priority } по просьбе клиента
event-priority-reason = установлен приоритет { $priority } ({ $reason })
event-priority-reason-asked = установлен приоритет { $priority } ({ $reason }, по просьбе клиента)
event-exempted = без обязательств: { $ground }
event-lapsed = { $allowance }: исчерпано
event-restored = { $allowance }: снова доступно
event-recalculated = сроки пересчитаны по другим праздникам или правилам часового пояса
event-cause = указана причина нарушения: { $milestone }
event-cause-code = указана причина нарушения ({ $milestone }): { $code }
event-resolved = решено
event-reopened = открыто повторно
event-closed = закрыто
event-closed-as = закрыто как { $how }
event-edited = изменено
event-edited-as = изменено: { $fields }
event-edited-contact = другое контактное лицо
event-edited-field = { $field } { $value }
event-moved = перенесено
event-moved-to = перенесено в договор { $contract }
event-moved-under = перенесено в договор { $contract }, условия события { $terms }
event-entitled = отнесено к договору { $contract }
event-linked = связано с { $to } ({ $kind })
event-unlinked = больше не связано с { $to } ({ $kind })
event-merged = объединено с { $into }
event-absorbed = включено: { $from }
event-undone = отменено: { $entry }
event-estimated = ожидаемый срок { $eta }
event-estimated-told = ожидаемый срок { $eta }, сообщено: { $told }
mark-undone = отменено: { $by }, { $entry }
mark-remark = не имеет значения: { $says }
mark-given = время указано вручную
remark-not-waiting = заявка не ожидала
remark-on-that-line = заявка уже была на этой линии поддержки
remark-already-exempt = уже было без обязательств
remark-already-in-state = состояние уже было: { $state }
remark-no-terms = нет условий: не о чем договариваться
remark-not-pending = { $milestone }: не ожидается
remark-already-breached = { $milestone }: уже нарушено
remark-no-hours = нет часов поддержки: считать не в чем
remark-unknown-act = в договоре нет действия «{ $act }»
remark-not-marked = { $act }: не было отмечено или уже отозвано
remark-priority-not-included = в её плане нет { $priority }: действует { $instead }
remark-unknown-milestone = в договоре нет этапа «{ $milestone }»

## Explain: the ledger behind a deadline

explain-title = Заявка { $ticket }: { $subject }
explain-clock = { $milestone }, приоритет «{ $priority }»: { $state }
explain-clock-again = { $milestone }, приоритет «{ $priority }», повтор { $cycle }: { $state }
explain-not-promised = { $milestone }, приоритет «{ $priority }»: не обещано
explain-why = Почему: { $why }.
explain-why-clause = Почему: { $why } ({ $clause }).
explain-none-refused = Не обещано: в запросе отказано.
explain-none-courtesy = Не обещано: заявка принята сверх договора.
explain-none-exempt = Не обещано: договор это исключает.
explain-none = Не обещано: срока у неё нет.
explain-told = Основание: { $told }.
explain-without-effect = Без последствий
explain-target = норматив
explain-set-by = чем задано
explain-begun-by = чем начато
explain-calendar = календарь
explain-counts-from = отсчёт с
explain-due = срок (часовой пояс: { $whose })
explain-also-promised = также обещано
explain-breaks = нарушение
explain-elapsed = прошло
explain-left = осталось
explain-late = опоздание
explain-stood-still = отсчёт стоял
explain-stands-still-until = отсчёт стоит до
explain-ended = завершено
explain-ended-by = чем завершено
explain-counts-nowhere = нигде не считается
explain-held-by = исполнитель
explain-of-its-time = из этого времени
explain-cause = причина
explain-cause-given-by = кто указал причину
explain-late-entry = поздняя запись
explain-moved-later = срок отодвинут
explain-corrected = исправлено
explain-target-at = { $target } при приоритете «{ $priority }»
explain-calendar-in = { $calendar }, { $zone }
explain-calendar-rules = { $calendar }, { $zone } (правила часового пояса { $version }, { $source })
explain-wall = { $due } ({ $zone })
explain-of-kind = { $target } ({ $kind })
explain-limit = { $target } от события { $event }: { $due }
explain-limit-at = { $target } при приоритете «{ $priority }» от события { $event }: { $due }
explain-limit-due = срок { $due }
explain-limit-no-due = срока нет
explain-not-before = { $breach }, не раньше того, что к нему привело
explain-late-entry-is = выполнено по событию, записанному после срока
explain-taken-back = нарушение снято: { $by }, { $at }
explain-taken-back-why = нарушение снято: { $by }, { $at }: { $why }
explain-by = { $what } ({ $actor }, событие { $event })
explain-by-given = { $what } ({ $actor }, событие { $event }, время указано вручную)
explain-by-whom = { $actor } (событие { $event })
explain-by-whom-given = { $actor } (событие { $event }, время указано вручную)
explain-nobody = никто
explain-held-part = { $who } { $time }
explain-held-part-on = { $who } (линия «{ $line }») { $time }
ledger-open = рабочее время
ledger-closed = нерабочее время
ledger-holiday = праздник: { $name }
ledger-paused = отсчёт стоит: { $why }
ledger-before-merge = до того, как другая заявка была объединена с этой
ledger-before-kind = до того, как заявка стала этого вида
ledger-before-change = до смены приоритета
ledger-with-event = { $why } (событие { $event })
ledger-days =
    { $days ->
        [one] { $days } рабочий день, { $time }
        [few] { $days } рабочих дня, { $time }
       *[other] { $days } рабочих дней, { $time }
    }
move-stands-still = Отсчёт стоит, пока состояние заявки: { $state }.
move-due = Если сейчас сменить приоритет на «{ $priority }», срок будет { $due }.
move-still = При приоритете { $priority } отсчёт тоже стоял бы.
move-never = При приоритете { $priority } срок не наступил бы никогда.
move-goes-on = При приоритете { $priority } это не обещано: действовало бы нынешнее обязательство.
move-not-promised = При приоритете { $priority } это не обещано.
move-negotiable = Стороны могут согласовать другой норматив: `sladesk agree`.
explain-event = { $at }  { $actor }  { $what }
explain-event-marked = { $at }  { $actor }  { $what } ({ $marks })
word-done = выполнено
word-withdrawn = отозвано
word-duplicate = дубликат
word-spam = спам
word-environment = среда
word-component = компонент
word-version = версия
word-language = язык
word-bundled = встроенные
report-moved = Перенесено после окончания периода
report-moved-since = Эти заявки были затем перенесены к другому клиенту. В отчёте за период они остаются там, где были на момент его окончания.
event-waiting-until = { $waits } до { $until }
ledger-open-hours = рабочее время, { $week }
ledger-closed-hours = нерабочее время (часы поддержки: { $week })
ledger-due = срок: конец норматива ({ $target })
ledger-due-ended = срок; к этому времени уже завершено
explain-no-cause = не указана; чтобы указать причину: { $command }
may-hours = Часы
may-hours-of-support = Поддержка
may-services = Услуги
may-open-until = открыто до { $until }
may-open = открыто
may-closed-until = закрыто, откроется { $until }
may-closed = закрыто
may-hours-are = { $stands } ({ $week }, { $zone })
may-hours-clause = { $stands } ({ $week }, { $zone }, { $clause })

## What a quarter says first, and what its words mean

summary-from-to = С { $from } по { $to }
summary-period = За { $period }
used-up-on = исчерпано { $day }
summary-not-begun = { $when }: этот период ещё не начался.
summary-none = { $when } ни одно обязательство не было ни выполнено, ни нарушено.
summary-kept =
    { $when } { $promises ->
        [1] единственное обязательство выполнено
       *[other] выполнены все обязательства ({ $promises })
    }.
summary-broken =
    { $when } выполнено { $kept } из { $promises ->
        [one] { $promises } обязательства
       *[other] { $promises } обязательств
    } ({ $share }). Нарушено: { $which }.
summary-breach = заявка { $ticket } ({ $milestone })
summary-breach-again = заявка { $ticket } ({ $milestone }, { $times }×)
summary-taken-back =
    { $breaches ->
        [one] Снято и не считается { $breaches } нарушение: см. ниже.
        [few] Снято и не считается { $breaches } нарушения: см. ниже.
       *[other] Снято и не считается { $breaches } нарушений: см. ниже.
    }
deadlines-of-promises = Здесь сроков: { $deadlines }, нарушенных обязательств: { $promises }. Если приоритет меняется, у обязательства есть срок при каждом.
deadlines-counted-earlier =
    { $deadlines ->
        [one] В этом периоде истёк { $deadlines } срок обязательства, нарушенного ещё раньше: оно считается там.
        [few] В этом периоде истекли { $deadlines } срока обязательств, нарушенных ещё раньше: они считаются там.
       *[other] В этом периоде истекло { $deadlines } сроков обязательств, нарушенных ещё раньше: они считаются там.
    }
clocks-entered-later =
    { $clocks ->
        [one] { $clocks } срок периода ({ $period }) внесён только после его окончания.
        [few] { $clocks } срока периода ({ $period }) внесены только после его окончания.
       *[other] { $clocks } сроков периода ({ $period }) внесены только после его окончания.
    }
hours-of-support = Часы поддержки
hours-of = Часы для: { $milestones }
hours-of-contracts = { $hours } (договор { $contracts })
hours-but-holidays = { $hours }, кроме праздников: { $sets }
summary-more = ещё { $more }
summary-not-included = План «{ $plan }» не включает этот отчёт ({ $title }); он всё равно напечатан.
summary-not-included-clause = План «{ $plan }» не включает этот отчёт ({ $title }, { $clause }); он всё равно напечатан.
meanings = Что значат слова
meaning-promise = Обязательство — то, что по договору должно быть сделано по заявке за определённое время. Чего за это время надо достичь, называется этапом: ответ, решение. Обязательство учитывается в том периоде, в котором выполнено или нарушено.
meaning-kept = Выполнено — сделано не позже срока; нарушено — срок прошёл раньше. Время, в том числе опоздание, считается в часах самого обязательства: это часы поддержки, если у него нет своих.
meaning-median = Половина завершённых обязательств заняла не больше медианы. Если завершено десять и больше, девять из десяти заняли не больше времени в столбце 90 %.
meaning-stood-still = Отсчёт стоит, когда договор это допускает, например пока ожидается ответ клиента; это время не считается.
meaning-of-corrected = снятое нарушение, с указанием, кто его снял и почему; не считается
meaning-of-superseded = обязательство, которое прекратилось раньше, чем было выполнено или нарушено: из-за смены приоритета, объединения заявок или отзыва отметки о сделанном; не считается
meaning-of-cancelled = обязательство, которое больше не действует для заявки: договор её исключает либо она отозвана; не считается
meaning-of-late-entries = выполнено по записи, сделанной после срока; считается выполненным
meaning-of-imported = выполнено по данным, перенесённым из другой программы; считается выполненным
meaning-of-moved-later = исправление сведений о заявке сдвинуло срок на более поздний, пока он не был нарушен; считается так, как завершилось
meaning-of-courtesy = заявка, которую договор не охватывает и которую всё же обработали; обязательств по ней нет
meaning-seal = Печать указывает состояние записей, по которому составлена эта страница: по этой печати служба поддержки может снова напечатать ту же страницу, до последней цифры.

# Pages as pdf
pdf-page = Страница { $page } из { $pages }
pdf-unprintable = { $count ->
    [one] { $count } символ не удалось напечатать: вместо него стоит �.
    [few] { $count } символа не удалось напечатать: вместо них стоит �.
   *[other] { $count } символов не удалось напечатать: вместо них стоит �.
}
pdf-figures = Данные этой страницы для программы
## Квартал: рядом с прошлыми периодами, чей был ход, что осталось, что предстоит

trend = В сравнении с прошлыми периодами
trend-is = Какая доля обязательств каждого вида выполнена в этом периоде и в прошлых, по нынешним данным.
trend-chart = Выполнено, период за периодом
terms-changes = Изменения договорённостей
causes = Указанные причины
breach-subject = суть: { $subject }
why-counted = засчитано { $elapsed }; норматив: { $target }
why-counted-in = засчитано { $elapsed }; норматив: { $target }; часы: { $week }, { $zone }
why-taken-over = это остаток обязательства по заявке, объединённой с этой
why-wait = { $time } в состоянии «{ $why }»
why-stood-still = отсчёт стоял: { $waits }
why-priority = { $priority } с { $at }
why-priorities = приоритет: { $changes }
why-held = исполнители: { $parts }
why-not-done = ещё не сделано: опоздание посчитано на { $at }
why-late-outside = сделано на { $time } позже срока по календарному времени; это время не считается: оно было нерабочим или отсчёт стоял
next-move = На чьей стороне была заявка
next-move-is = Сколько незавершённые заявки ждали каждую сторону, в часах поддержки по договору.
opened-by-priority = Открыто, по приоритетам
opened-by-channel = Открыто, по каналам
opened-by-topic = Открыто, по темам
backlog = Не завершено на конец периода
backlog-none = На конец периода незавершённых заявок не осталось.
backlog-is =
    { $tickets ->
        [1] Не завершена { $tickets } заявка, она открыта { $oldest }
        [one] Не завершена { $tickets } заявка; половина из них открыта не дольше { $median }, самая старая — { $oldest }
        [few] Не завершены { $tickets } заявки; половина из них открыта не дольше { $median }, самая старая — { $oldest }
       *[many] Не завершено { $tickets } заявок; половина из них открыта не дольше { $median }, самая старая — { $oldest }
    }.
falls-due = Ближайшие сроки: по { $period } включительно
due-notice = последний день для отказа от продления
due-renewal =
    срок истекает, договор продлевается на { $months ->
        [one] { $months } месяц
        [few] { $months } месяца
       *[many] { $months } месяцев
    }
due-end = срок договора истекает
due-cancelled-end = срок договора истекает, он расторгнут
due-qualification = { $who }: квалификация «{ $title }» истекает
due-seat = { $who } может обращаться до этого дня включительно
column-who = на чьей стороне
column-seconds = время
column-share = доля
column-age_days = дней
column-age = возраст
column-next_move = на чьей стороне
column-day = последний день
column-act = что сделано
word-third-party = третья сторона
word-signed = подписан
word-amended = изменён
word-renewed = продлён
word-notice = уведомление
word-renewal = продление
word-cancelled-end = прекращён в связи с расторжением
word-seat = место
word-response = ответ
word-resolution = решение
not-promised-target = норматив этапа «{ $milestone }» при приоритете «{ $priority }»

## Что говорит план, условие за условием

section-contacts = Контактные лица
section-channels = Каналы
section-hours = Часы работы
section-targets = Нормативы
section-topics = Темы
section-allowances = Лимиты
section-services = Услуги
section-priorities = Приоритеты
section-changes = Изменения приоритета
section-exclusions = Правила
section-price = Цена и срок
agreed-term = { $item }: { $is }
agreed-holidays = Нерабочие праздничные дни: { $is }
section-facts = Прочее
term-item-hours = Часы поддержки
term-item-zone = Часовой пояс
term-item-reachable = { $is }: обслуживается
term-item-holidays = Нерабочие праздники
term-item-business-days = Рабочие дни
term-item-contacts = Уполномоченные контактные лица
term-item-tickets-must-name = В заявке обязательно указать
term-item-reopen-within = Можно открыть снова в течение
term-item-rank = Ранг
term-item-lines = Линии поддержки
term-item-price = Цена
term-item-term = Срок
term-item-milestones = { $is }: правила
term-item-calendars = Календарь { $is }
term-item-kinds = Вид { $is }
term-item-acts = Действие: { $is }
term-act-included = отмечается, когда сделано
term-answers-is-true = считается ответом
term-item-exclusions = Без норматива: { $is }
term-item-environments = Среда: { $is }
term-item-components = Компонент: { $is }
term-item-versions = Версия: { $is }
term-item-languages = Языки
term-item-impacts = Влияние: { $is }
term-item-urgencies = Срочность: { $is }
term-item-priority-matrix = Влияние { $is }
term-item-note = Примечание
term-open = не обещано, пока не согласовано
term-open-to = не обещано, пока не согласовано: { $is }
term-one-of = одно из: { $is }
term-so-many-cases = число обращений ({ $is })
term-so-many-hours = число часов ({ $is })
term-matrix-cell = { $urgency } — { $is }
term-closed = закрыто
term-around-the-clock = круглосуточно
term-price-in = в { $is }
term-price-unpublished = не опубликована
term-price-unpublished-but = не опубликована: { $is }
term-price-percent-of = { $is } % от: { $of }
term-price-percent = { $is } %
term-price-at-least = не менее { $is }
term-price-per = за { $is }
term-price-taxes = налоги: { $is }
term-price-paid = оплата { $is }
term-term-as-agreed = по договорённости
term-term-at-least = минимальный срок: { $is }
term-term-renews = продлевается на { $is }
term-term-notice = уведомление за { $is }
term-notice-is-none = можно расторгнуть в любое время
term-allowance-per = за { $is }
term-per-is-contract-year = за год действия договора
term-per-is-calendar-year = за календарный год
term-allowance-topics = по темам: { $is }
term-when-used-up-is-refuse = затем отказ
term-when-used-up-is-warn = затем предупреждение
term-when-used-up-is-overage = затем сверх лимита
term-when-used-up-lapses = затем не обещано: { $is }
term-allowance-rounded-up-to = округляется вверх до { $is }
term-allowance-entry-at-least = каждая запись не менее { $is }
term-allowance-rolls-over = переносится не более: { $is }
term-rolls-over-is-true = остаток переносится
term-within-is-best-effort = по возможности, без срока
term-within-is-none = не обещано
term-target-unsaid = не обещано: в плане не сказано
term-target-counted-in = считается по календарю: { $is }
term-target-says = { $says }: { $is }
term-target-says-counted = { $says }, считается как { $is }
term-target-cut-off = после { $is } — со следующего открытия
term-target-negotiable = согласуется для каждой заявки
term-calendar-in = в поясе { $is }
term-calendar-holidays = праздники: { $is }
term-milestone-starts = начало: { $is }
term-milestone-until = требуется до: { $is }
term-milestone-met-by = чем выполняется: { $is }
term-all-of-all-of = чем выполняется: { $is }
term-milestone-paused-by = отсчёт останавливается: { $is }
term-milestone-paused-by-none = отсчёт никогда не останавливается
term-milestone-on-raise = при повышении: { $is }
term-milestone-on-lower = при понижении: { $is }
term-milestone-on-reopen = при повторном открытии: { $is }
term-priority-aliases = также: { $is }
term-priority-recommended = лучше через: { $is }
term-priority-never-for = никогда для: { $is }
term-all-but = всё, кроме: { $is }
term-kind-priority = приоритет: { $is }
term-kind-channel = канал: { $is }
term-kind-topic = тема: { $is }
term-kind-component = компонент: { $is }
term-kind-environment = среда: { $is }
term-kind-version = версия: { $is }
term-kind-language = язык: { $is }
term-kind-line = линия: { $is }
term-kind-during = начало в часы { $is }
term-kind-outside = начало вне часов { $is }
term-channel-included = входит
term-channel-not-included = не входит
term-channel-only-for = только для: { $is }
term-channel-never-for = не бывает для: { $is }
term-priority-not-included = не входит
term-word-not-included = не входит
term-channel-self-service = самообслуживание
term-topic-included = входит
term-topic-not-included = не входит
term-topic-only-for = только для: { $is }
term-topic-excluded = не входит, если не указано в договоре
term-service-included = входит
term-service-not-included = не входит
term-service-named-by = назначает { $is }
term-exclusion-included = нормативы снимаются
term-exclusion-not-included = не применяется
term-word-included = предусмотрено планом
term-version-included = поддерживается
term-version-supported-until = до { $is }
term-version-aliases = также: { $is }
term-priority-change-by = инициатор: { $is }
term-priority-change-from = с { $is }
term-priority-change-from-none = с любого
term-priority-change-to = на { $is }
term-priority-change-to-none = на любой
term-to-is-lower = на более низкий
term-to-is-higher = на более высокий
term-priority-change-meets = засчитывается: { $is }
term-corrects-is-true = исправление
term-on-request-is-true = по запросу
term-priority-change-not-included = не применяется
term-qualification-at-most = не более { $is }
term-qualification-at-most-none = любое число
term-asked-hours = часы поддержки
term-asked-business-days = какие дни рабочие
term-asked-contacts = сколько человек могут обращаться
term-asked-price = цена
term-asked-term = сколько действует договор
term-asked-zone = часовой пояс часов поддержки
term-asked-holidays = какие праздники нерабочие
term-asked-cases = сколько обращений: { $is }
term-asked-work = сколько часов: { $is }
term-asked-channels = как связаться со службой поддержки
term-asked-topics = о чём могут быть заявки
term-asked-components = какие компоненты входят
term-asked-languages = языки поддержки
term-asked-target = норматив этапа «{ $is }» при приоритете «{ $at }»
term-asked-targets = норматив этапа «{ $is }»
term-asked-week = какие часы входят в `{ $is }`
term-value-open = не согласовано
term-value-none = нет
term-value-always = всегда
term-value-any = любой
term-value-lower = ниже
term-value-higher = выше
term-value-unlimited = без ограничений
term-value-free = бесплатно
term-value-true = да
term-value-false = нет
term-value-version = версия
term-value-environment = среда
term-value-component = компонент
term-value-topic = тема
term-value-month = месяц
term-value-quarter = квартал
term-value-year = год
term-value-hour = час
term-value-case = обращение
term-value-priority = приоритет
term-value-term = срок договора
term-value-contract-year = год действия договора
term-value-calendar-year = календарный год
term-value-included = включены
term-value-excluded = не включены
term-value-ahead = авансом
term-value-after = по факту
term-value-refuse = отказ
term-value-warn = предупреждение
term-value-overage = сверх лимита
term-value-desk = служба поддержки
term-value-customer = клиент
term-value-opened = заявка открыта
term-value-acknowledged = подтверждение получения
term-value-replied = ответ
term-value-customer-replied = ответ клиента
term-value-assigned = назначение исполнителя
term-value-priority-confirmed = подтверждение приоритета
term-value-eta = сообщён ожидаемый срок
term-value-escalated = передача на другую линию
term-value-resolved = решение
term-value-closed = закрытие
term-value-reopened = повторное открытие
term-value-waiting-customer = ожидание клиента
term-value-waiting-vendor = ожидание поставщика
term-value-waiting-third-party = ожидание третьей стороны
term-value-strictest = самый строгий срок
term-value-from-change = с момента изменения
term-value-from-opened = с момента открытия
term-value-continue = продолжается
term-value-new-cycle = отсчёт заново
term-value-keep = остаётся
term-value-promise = обязательство
term-value-guarantee = гарантия
term-value-objective = цель
term-value-reasonable-effort = разумные усилия
term-cases =
    { $is ->
        [one] { $is } обращение
        [few] { $is } обращения
       *[other] { $is } обращений
    }
term-months =
    { $is ->
        [one] { $is } месяц
        [few] { $is } месяца
       *[other] { $is } месяцев
    }
term-years =
    { $is ->
        [one] { $is } год
        [few] { $is } года
       *[other] { $is } лет
    }
term-days =
    { $is ->
        [one] { $is } день
        [few] { $is } дня
       *[other] { $is } дней
    }
