# العربية: ما يمكن أن يستلمه العميل (التقارير وexplain وmay وplan compare).
#
# لكل لغة جميع هذه الرسائل بالقيم نفسها، وإلا فلا يُبنى البرنامج. الأرقام غربية دائماً.
#
# المصطلحات
#   promise: التزام · kept: تم الوفاء به · broken: لم يتم الوفاء به · breach: إخلال
#   milestone: مرحلة · target: المهلة المتعهد بها · priority: أولوية · ticket: تذكرة
#   allowance: حصة · seat: مقعد · contact: جهة اتصال · contract: عقد
#   plan: خطة دعم · terms: شروط · clause: بند · desk: مكتب الدعم · seal: ختم

## Head and foot of every report

head-period = الفترة
head-customer = العميل
head-tickets = التذاكر
head-as-of = حتى تاريخ
head-beginning = البداية
head-end = ما لا نهاية
head-from-to = من { $from } إلى { $to } ({ $zone })
head-from-to-running = من { $from } إلى { $to } ({ $zone })، لم تنته بعد
table-every-row = في كل الأسطر: { $said }
foot-seal = الختم: { $seal }
foot-zone = تُحتسب الفترة هنا بالمنطقة الزمنية لهذا العميل ({ $own })، وفي صفحة مكتب الدعم كله بمنطقة المكتب ({ $desk }): وما حدث قرب ساعاتها الأولى والأخيرة قد يُحتسب هناك في الفترة السابقة أو اللاحقة.
foot-zones = في صفحة عميل واحد تُحتسب الفترة بالمنطقة الزمنية لذلك العميل: وما حدث قرب ساعاتها الأولى والأخيرة قد يُحتسب هناك في الفترة السابقة أو اللاحقة. لذلك قد يزيد مجموع صفحات العملاء كلهم قليلاً على هذه الصفحة أو ينقص عنها.
report-quarterly = خدمة الدعم المقدمة إلى { $customer }، { $period }
report-quarterly-of-desk = أداء مكتب الدعم، { $period }
report-sla = مستويات الخدمة، { $period }
report-breaches = حالات الإخلال، { $period }
report-usage = الاستخدام، { $period }
report-workload = عبء العمل، { $period }
report-billing = الفوترة، { $period }
report-whatif = ماذا لو اختلفت الشروط، { $period }

## How long a promise may take

span-business-days =
    { $days ->
        [zero] أقل من يوم عمل ({ $days })
        [one] يوم عمل واحد ({ $days })
        [two] يوما عمل ({ $days })
        [few] { $days } أيام عمل
       *[other] { $days } يوم عمل
    }
span-calendar-days =
    { $days ->
        [zero] أقل من يوم تقويمي ({ $days })
        [one] يوم تقويمي واحد ({ $days })
        [two] يومان تقويميان ({ $days })
        [few] { $days } أيام تقويمية
        [many] { $days } يوماً تقويمياً
       *[other] { $days } يوم تقويمي
    }
span-months =
    { $months ->
        [zero] أقل من شهر ({ $months })
        [one] شهر واحد ({ $months })
        [two] شهران ({ $months })
        [few] { $months } أشهر
        [many] { $months } شهراً
       *[other] { $months } شهر
    }
span-end-of-business-day = نهاية يوم العمل
span-end-of-next-business-day = نهاية يوم العمل التالي

## Above columns

column-ticket = التذكرة
column-milestone = المرحلة
column-priority = الأولوية
column-target = المهلة
column-target_then = عندئذ
column-decided = الالتزامات
column-decided_then = عندئذ
column-met = تم الوفاء
column-met_then = عندئذ
column-breached = الإخلال
column-breached_then = عندئذ
column-attainment = نسبة الوفاء
column-attainment_then = عندئذ
column-median_seconds = الوسيط
column-p90_seconds = ⁦90%⁩ خلال
column-max_seconds = الأطول
column-corrected = مصحح
column-late_entries = قيد متأخر
column-imported = وفاء بحسب الاستيراد
column-moved_later = أُجّل موعده
column-superseded = مستبدل
column-cancelled = ملغى
column-open = مفتوح
column-tickets_open = المفتوحة
column-held_by = المسؤول
column-held_line = خط المسؤول
column-kind = النوع
column-asks = يطلب
column-due = الموعد النهائي
column-due_there = الموعد عند العميل
column-ended = الانتهاء
column-late_seconds = التأخر
column-paused_seconds = مدة التوقف
column-cause = السبب
column-customer = العميل
column-contact = جهة الاتصال
column-contract = العقد
column-contracts = العقود
column-plan = الخطة
column-state = الحالة
column-state_then = عندئذ
column-line = الخط
column-assignee = المكلف
column-account_manager = مدير الحساب
column-channel = القناة
column-topic = الموضوع
column-environment = البيئة
column-component = المكوّن
column-version = الإصدار
column-impact = الأثر
column-urgency = الاستعجال
column-source = المصدر
column-language = اللغة
column-start = البداية
column-end = النهاية
column-terms_from = الشروط منذ
column-set = المتفق عليه
column-path = الشرط
column-what = البيان
column-why = السبب
column-clause = البند
column-item = البيان
column-says = النص
column-means = معناه
column-breach = وقت الإخلال
column-became = صار
column-at = الوقت
column-actor = بواسطة
column-by = بطلب من
column-recorded = وقت القيد
column-from = من
column-to = إلى
column-till = إلى
column-reason = السبب
column-text = النص
column-eta = المتوقع
column-told = أُبلغ
column-kept = تم الوفاء
column-rules = القواعد
column-rule = القاعدة
column-verdict = الجواب
column-courtesy = مجاملة
column-subject = العنوان
column-ground = الأساس
column-was = كان
column-was_at = كان في
column-is = صار
column-is_at = صار في
column-opened = فُتحت
column-opened_count = المفتوحة
column-corrected_by = صححه
column-allowance = الحصة
column-granted = الممنوح
column-used = المستخدم
column-left = المتبقي
column-overage = الزائد
column-until = حتى
column-pace_until = بهذا المعدل
column-seats_used = المقاعد المستخدمة
column-seats_of = إجمالي المقاعد
column-amount = المقدار
column-event = الحدث
column-tickets = التذاكر
column-taken = المستلمة
column-resolved = المحلولة
column-worked_seconds = وقت العمل
column-charged_seconds = المحتسب
column-currency = العملة
column-cost = المبلغ
column-rate = السعر
column-oldest_open = أقدم مفتوحة
column-counted = المحتسب
column-sum = المجموع
column-cycle = المرة

## Words of closed lists

word-all = الكل
word-yes = نعم
word-no = لا
word-not-promised = غير متعهد به
word-not-said = غير مذكور
word-said-in-words = مذكور بالكلام
word-not-yet = ليس بعد
word-unlimited = غير محدود
word-lasts = تكفي
word-used-up = استنفدت
word-hours-used-up = استُنفدت ساعات العقد
word-act-withdrawn = مُعلَّمة بأنها أُنجزت ثم سُحب ذلك
word-desk = مكتب الدعم
word-shown = المنطقة المعروضة
word-customer = العميل
word-plan = الخطة
word-left-open = لم يُتفق عليه بعد
word-best-effort-without-a-time = بأقصى جهد، دون مدة
word-the-plan-promises-none = الخطة لا تتعهد به
word-the-plan-does-not-say = الخطة لا تذكره
word-granted = مُنحت
word-carried-over = مرحّلة
word-used = استُخدمت
word-given-back = أُعيدت
word-adjusted = عُدّلت
word-expired = انتهت
word-running = جارٍ
word-paused = متوقف
word-decided = الالتزامات
word-met = تم الوفاء به
word-breached = لم يتم الوفاء به
word-superseded = مستبدل
word-cancelled = ملغى
word-corrected = مصحح
word-late-entries = قيد متأخر
word-imported = وفاء بحسب الاستيراد
word-moved-later = أُجّل موعده
word-open = مفتوحة
word-open-promise = مفتوح
word-work = عمل
word-case = حالة
word-ended = انتهى
word-refused = مرفوض
word-allowed = مسموح
word-remark = مسموح مع ملاحظة
word-not-begun = لم يبدأ
word-in-force = سارٍ
word-lapsed = منتهٍ
word-waiting-customer = بانتظار العميل
word-waiting-vendor = بانتظار المورّد
word-waiting-third-party = بانتظار طرف ثالث
word-resolved = محلولة
word-taken = المستلمة
word-closed = مغلقة
word-merged = مدمجة
word-void = لاغية
word-contract = العقد
word-contact = جهة الاتصال
word-channel = القناة
word-topic = الموضوع
word-qualification = المؤهل
word-named = البيانات المطلوبة
word-priority = الأولوية
word-allowance = الحالات
word-hours = الساعات
word-advice = نصيحة

## How promises were kept

sla-nothing = لم يكن في هذه الفترة أي التزام مستحق أو مفتوح.
sla-in-all = الإجمالي
sla-in-all-is = يُحتسب الالتزام على التذكرة مرة واحدة كلما نشأ، في الفترة التي أُخلّ به فيها أول مرة، أو تم الوفاء به فيها إن لم يُخلّ به، ويُعد غير موفى به إذا فات أي من مواعيده؛ أما الأسطر أعلاه فتحتسب كل موعد.
sla-chart = نسبة الوفاء
at-once = فورًا
meaning-at-once = «فورًا» تعني قبل أن تمر ثانية من ساعات الدعم: في اللحظة نفسها، أو حين كان الدعم لا يزال مغلقًا.
meaning-share = تُقطع نسب الوفاء المئوية بعد منزلة عشرية واحدة ولا تُقرَّب إلى أعلى أبدًا: لا تظهر المئة كاملة إلا حيث تم الوفاء بالجميع.
sla-behind-figures = التذاكر التي تقوم عليها الأرقام
sla-behind = { $line }: { $figure }
sla-beside = { $one } { $other }
breaches-none = لم يُخلّ بأي التزام في هذه الفترة.
corrected-by = صححه { $actor }
corrected-by-for = صححه { $actor }: { $reason }
workload-nobody = لم تكن لدى أحد تذكرة في هذه الفترة.
workload-counts = تُحتسب المحلولة وحالات الإخلال لمن كانت التذكرة لديه حينها، ويُحتسب وقت العمل لمن أدّاه.
billing-is = يظهر السعر والمبلغ حيث يحدد العقد سعراً للساعة أو للحالة؛ والمبلغ هو الوقت المحتسب بذلك السعر.
billing-nothing = لم يُسجَّل أي عمل في هذه الفترة.
not-promised = غير المتعهد به
not-promised-is = لا يُحتسب هنا شيء: ما لم يُتعهد به لا يُوفى به ولا يُخلّ به.
not-promised-says = { $says }: { $why }
not-promised-but = { $why }، إلا لتذاكر من نوع { $kinds }

## Allowances and seats

usage-contract = العقد { $contract }: { $title }
usage-no-contract = لم يكن أي عقد سارياً في هذه الفترة.
usage-no-allowance = لا تُحتسب أي حصة.
usage-seats = المقاعد

## The quarterly

contracts = العقود
account-manager = مدير الحساب
engineer = المهندس
promised-here = ما يُتعهد به
reached-any = يتحقق حالما { $acts }
reached-all = يتحقق متى { $acts }
reached-stands-still = { $reached }؛ ويتوقف العدّ ما دامت التذكرة { $states }
act-opened = فُتحت التذكرة
act-acknowledged = أكّد مكتب الدعم استلام التذكرة
act-replied = ردّ مكتب الدعم
act-assigned = تولّى أحد العاملين التذكرة
act-priority-confirmed = أكّد مكتب الدعم الأولوية
act-eta = حدّد مكتب الدعم موعد الإنجاز المتوقع
act-escalated = أُحيلت التذكرة إلى خط دعم آخر
act-of-plan = أنجز مكتب الدعم: { $act }
act-resolved = حلّها مكتب الدعم
act-closed = أُغلقت التذكرة
target-published = { $target } (كما نُشر: { $says })
quarter-kept = الوفاء بالالتزامات
earlier-breaches = حالات إخلال من فترات سابقة
earlier-breaches-are = احتُسبت في الفترة التي وقعت فيها؛ وفي هذه الفترة انتهت أخيراً أو أُلغيت.
allowances = الحصص
also-said = مذكور أيضاً
also-said-is = لا يؤثر في أي رقم محتسب هنا.
customers = العملاء
tickets = التذاكر
volume-open-at-start = مفتوحة في البداية
volume-opened = فُتحت
volume-reopened = أُعيد فتحها
volume-resolved = حُلّت
volume-withdrawn = سُحبت
volume-merged = دُمجت
volume-open-at-end = مفتوحة في النهاية
volume-waiting-at-end = منتظرة في النهاية
volume-closed = أُغلقت
volume-courtesy = فُتحت مجاملةً
volume-refused = رُفضت
volume-none = لم تكن هناك أي تذكرة مفتوحة أو جديدة أو منجزة.
volume-balance = { $start } مفتوحة + { $opened } جديدة + { $reopened } معاد فتحها = { $resolved } محلولة + { $withdrawn } مسحوبة + { $merged } مدمجة + { $end } ما زالت مفتوحة.
breaches = حالات الإخلال
breaches-taken-back = حالات إخلال أُلغيت
none = لا يوجد.
nothing = لا شيء.
late-entries = تم الوفاء بها لكن قُيدت متأخرة
superseded = الالتزامات المستبدلة
priority-changes = تغييرات الأولوية
estimates = التقديرات
overrides = فُتحت رغم أن العقد لا يشملها
refused-requests = الطلبات المرفوضة
exempted = المعفاة من الالتزامات
changed-since = ما تغيّر منذ انتهاء الفترة
not-over-yet = لم تنته بعد.
clocks-changed =
    ما قُيّد بعد { $period } يغيّر { $clocks ->
        [one] موعداً واحداً ({ $clocks }) من مواعيدها
        [two] موعدين ({ $clocks }) من مواعيدها
        [few] { $clocks } من مواعيدها
       *[other] { $clocks } من مواعيدها
    }.
and-more = و{ $more } غيرها، ويمكن لمكتب الدعم تقديم القائمة الكاملة

## What if

whatif-as-it-is = الوضع الحالي
whatif-what-if = الافتراض
whatif-price = السعر
whatif-price-then = السعر عندئذ
whatif-with = { $plan } مع { $with }
whatif-not-promised-then = غير متعهد به عندئذ
whatif-nothing = لم يكن في هذه الفترة أي التزام مستحق أو مفتوح وفق أي من الشروط.
whatif-gained = حالات إخلال مضافة
whatif-lost = حالات إخلال زائلة
whatif-moved = حالات إخلال في فترة أخرى
whatif-refused = كانت ستُرفض
whatif-allowed = كانت ستُقبل
whatif-left-out =
    عندئذ { $tickets ->
        [one] كانت ستُرفض تذكرة واحدة ({ $tickets })
        [two] كانت ستُرفض تذكرتان ({ $tickets })
        [few] كانت ستُرفض { $tickets } تذاكر
       *[other] كانت ستُرفض { $tickets } تذكرة
    }: ولا يحتسب أي رقم من أرقام «عندئذ» التزاماتها.
whatif-also-allowed =
    عندئذ { $tickets ->
        [one] كانت ستُقبل تذكرة واحدة مرفوضة حالياً ({ $tickets })
        [two] كانت ستُقبل تذكرتان مرفوضتان حالياً ({ $tickets })
        [few] كانت ستُقبل { $tickets } تذاكر مرفوضة حالياً
       *[other] كانت ستُقبل { $tickets } تذكرة مرفوضة حالياً
    }: ولا يُعرف ما كان سيُفعل بشأنها، لذا لا يحتسبها أي رقم.
whatif-no-clock = ما لا يُتعهد به عندئذ ليس له موعد نهائي.

## What the contract says of a request: clauses of a sentence

found-contract = العقد { $contract } ({ $plan })
found-contract-alone = العقد { $contract }
found-no-contract = ليس لدى { $customer } عقد
found-in-force = { $name } سارٍ
found-in-force-until = { $name } سارٍ حتى { $until }
found-in-force-without-end = { $name } سارٍ، ولم يُتفق على نهاية له
found-renews = { $name } سارٍ حتى { $until } ثم يتجدد تلقائياً
found-cancelled = { $name } ملغى وما زال سارياً
found-cancelled-until = { $name } ملغى ويسري حتى { $until }
found-ended = { $name } انتهى في { $on }
found-cancelled-and-ended = { $name } أُلغي وانتهى في { $on }
found-not-begun = { $name } يبدأ في { $from }
found-cancelled-before = { $name } أُلغي قبل أن يبدأ
found-authorised = { $who } جهة اتصال مخوّلة
found-authorised-seats-open = { $who } جهة اتصال مخوّلة، لكن عدد من يحق لهم الطلب غير متعهد به
found-authorised-from = { $who } جهة اتصال مخوّلة ابتداءً من { $from }
found-authorised-until = { $who } كان جهة اتصال مخوّلة حتى { $until } ولم يعد كذلك
found-not-authorised = { $who } ليس جهة اتصال مخوّلة
found-nobody-authorised = لم يُخوَّل أحد بعد
found-may-ask = المخوّلون (المقاعد: { $taken } من { $most }): { $people }
found-may-ask-unlimited = المخوّلون ({ $taken }): { $people }
found-may-ask-open = المخوّلون ({ $taken }؛ عدد من يحق لهم الطلب غير متعهد به): { $people }
found-nothing-reserved = لا موضوع مقصور على أشخاص معينين
found-reserved-topic = { $topic } ({ $title })
found-reserved = مقصورة على أشخاص معينين: { $topics }
found-not-reserved = الموضوع «{ $topic }» غير مقصور على أحد
found-reserved-for = الموضوع «{ $topic }» مخصص فقط لـ: { $title }
found-qualified = { $who }: { $qualification }
found-qualified-until = { $who }: «{ $qualification }» حتى { $until }، والموضوع «{ $topic }» مخصص فقط لـ: { $title }
found-not-qualified = لا يحمل { $who } صفة «{ $qualification }»، والموضوع «{ $topic }» مخصص فقط لـ: { $title }
found-nobody-qualified = لا أحد حاصل على { $qualification } الآن
found-who-is-qualified = { $qualification }: { $people }
found-no-tickets = { $plan } لا تقبل التذاكر
found-channels-not-promised = القنوات المشمولة غير متعهد بها
found-to-be-agreed = غير متعهد به: يُتفق عليه من بين { $words }
found-no-channel = لم تُذكر أي قناة
found-included = المشمول: { $words }
found-self-service = لا تُفتح تذكرة عبر { $channel }: { $title } خدمة ذاتية
found-not-included = الخطة { $plan } لا تشمل «{ $word }»
found-channel-not-promised = القناة «{ $channel }» غير متعهد بها: لم يُتفق على القنوات بعد
found-channel-only-for = القناة «{ $channel }» مخصصة فقط لـ: { $words }
found-channel-never-for = القناة «{ $channel }» ليست لـ: { $words }
found-channel-closed = { $channel } غير مخدومة في هذه الساعة
found-channels-open = المخدومة الآن: { $channels }
found-channels-closed = المغلقة الآن: { $channels }
found-channels-now = المخدومة الآن: { $open }؛ المغلقة: { $closed }
found-component-not-promised = المكوّن «{ $component }» غير متعهد به: لم يُتفق بعد على المكونات المشمولة
found-version-supported = الإصدار { $version } مدعوم
found-version-supported-until = الإصدار { $version } مدعوم حتى { $day }
found-version-ended = انتهى دعم الإصدار { $version } في { $day }
found-language-not-served = { $language } ليست من لغات الدعم: { $languages }
found-language-not-promised = { $language } غير متعهد بها: لم يُتفق بعد على لغات الدعم
found-is-included = «{ $word }» ضمن الخطة
found-no-such-channel = لا توجد قناة { $channel } في { $plan }
found-channels-not-named = لا تذكر الخطة أي قناة
found-recommended = للأولوية { $priority } يُنصح بـ { $channels }
found-topics-not-limited = المواضيع غير محدودة
found-no-topic = لا يشمل أي موضوع
found-no-such-topic = لا يوجد موضوع { $topic } في { $plan }
found-topic-not-promised = الموضوع «{ $topic }» غير متعهد به: لم يُتفق على المواضيع بعد
found-topic-excluded = الموضوع «{ $topic }» مستثنى ما لم يضفه العقد
found-nothing-to-name = لا يلزم ذكر أي بيانات في التذكرة
found-names = ذُكر فيها: { $fields }
found-must-name = يجب أن يُذكر في التذكرة: { $fields }
found-can-have = الأولويات الممكنة: { $priorities }
found-can-have-but = الأولويات الممكنة: { $priorities }؛ غير متعهد به: { $gaps }
found-gap = { $milestone } عند الأولوية { $priorities }
found-no-priority = لا أولوية: لا تُقبل التذاكر
found-no-such-priority = لا توجد أولوية { $priority } في { $plan }
found-can-be = يمكن أن تكون الأولوية «{ $priority }»
found-can-be-but-one = يمكن أن تكون الأولوية «{ $priority }»، لكن لا يُتعهد بـ { $milestone }
found-can-be-but = يمكن أن تكون الأولوية «{ $priority }»، لكن لا يُتعهد بـ { $milestones }
found-never-for = لا تُستخدم الأولوية «{ $priority }» لـ: { $words }
found-cases-not-counted = الحالات لا تُحتسب
found-hours-not-counted = الساعات لا تُحتسب
found-amount-not-promised = مقدار { $allowance } غير متعهد به: لم يُتفق عليه بعد
found-granted = { $allowance }: { $amount } { $per }
found-cases =
    { $cases ->
        [zero] { $cases } حالة
        [one] حالة واحدة ({ $cases })
        [two] حالتان ({ $cases })
        [few] { $cases } حالات
       *[other] { $cases } حالة
    }
found-left = { $allowance }: المتبقي { $left }؛ الإجمالي { $of }
found-left-until = { $allowance }: المتبقي { $left }؛ الإجمالي { $of }؛ حتى { $until }
found-none-left = { $allowance }: نفد الرصيد ({ $of })
found-none-left-until = { $allowance }: نفد الرصيد ({ $of }) حتى { $until }
found-counted-as-overage = { $none }؛ يُحتسب زائداً
found-nothing-more-promised = { $none }؛ إلى أن يُشترى المزيد لا يُتعهد بـ { $milestones }
per-contract-year = لكل سنة تعاقدية
per-calendar-year = لكل سنة تقويمية
per-quarter = لكل ربع سنة
per-month = لكل شهر
per-term = لكل مدة تعاقد
somebody = شخص ما

## What is possible instead

remedy-ask-from = يمكن طلبه ابتداءً من { $day }
remedy-authorise = { $command } للتخويل
remedy-let-ask = ليطلب ذلك { $people }
remedy-use = استخدم { $channels }
remedy-use-version = المدعوم: { $versions }
remedy-ask-in = اسأل في: { $channels }
remedy-included-in =
    { $count ->
       *[other] { $plans } تشمله
    }
remedy-tickets-on = يمكن فتح التذاكر ضمن { $plans }
remedy-not-counted-in =
    { $count ->
       *[other] { $plans } لا تحتسبها
    }
remedy-add-topic = { $command } لإضافته
remedy-name = أضف { $flags }
remedy-open-as = افتحها بالأولوية { $priority }
remedy-buy = { $command } للزيادة
remedy-did-you-mean = هل تقصد { $word }؟

## May somebody ask

may = { $customer }: مسموح
may-with-remark = { $customer }: مسموح مع ملاحظة
may-not = { $customer }: غير مسموح
may-instead = { $rule }: { $told }
may-opened-then = إذا فُتحت التذكرة في هذا الوقت (بتوقيت { $zone })
may-opened-then-there = إذا فُتحت التذكرة في هذا الوقت (بتوقيت { $zone }؛ عند العميل: { $there })
as-it-is = { $words }
with-clause = { $says } ({ $clause })
whatif-no-seat =
    { $limit ->
        [zero] لا جهات اتصال ({ $limit })
        [one] جهة اتصال واحدة فقط ({ $limit })
        [two] جهتا اتصال فقط ({ $limit })
        [few] { $limit } جهات اتصال فقط
       *[other] { $limit } جهة اتصال فقط
    }، وقد شغل آخرون المقاعد قبلها

## What happened on a ticket: stands behind who did it

event-asked = طلب، ورُفض: { $rules }
event-asked-as = طلب بالأولوية { $priority }، ورُفض: { $rules }
event-opened-forgiven = فُتحت، مع التغاضي عن: { $rules }
event-opened-as-forgiven = فُتحت بالأولوية { $priority }، مع التغاضي عن: { $rules }
event-opened = فُتحت
event-opened-as = فُتحت بالأولوية { $priority }
event-acknowledged = أُقرّ بالاستلام
event-priority-confirmed = أُكّدت الأولوية
event-agreed = اتُّفق على { $milestone }، والمهلة { $target }
event-replied = أُرسل رد
event-customer-replied = وصل رد العميل
event-customer-asks = وصل رد العميل، ويطلب { $kind }
event-noted = دُوّنت ملاحظة
event-waiting-customer = بانتظار العميل
event-waiting-vendor = بانتظار المورّد
event-waiting-third-party = بانتظار طرف ثالث
event-resumed = استُؤنفت
event-assigned = كُلّف { $who }
event-assigned-to-nobody = بلا مكلف
event-escalated = صُعّدت إلى الخط «{ $line }»
event-marked = عُلّم بإنجاز: { $act }
event-mark-withdrawn = سُحب التعليم بإنجاز: { $act }
event-worked = عمل مدته { $time }
event-priority = حُددت الأولوية { $priority }
event-priority-asked = حُددت الأولوية { $priority } بطلب من العميل
event-priority-reason = حُددت الأولوية { $priority } ({ $reason })
event-priority-reason-asked = حُددت الأولوية { $priority } ({ $reason }، بطلب من العميل)
event-exempted = أُعفيت: { $ground }
event-lapsed = استُنفدت { $allowance }
event-restored = عادت { $allowance } متاحة
event-recalculated = أُعيد حساب المواعيد وفق عطل أو قواعد توقيت أخرى
event-cause = ذُكر سبب الإخلال بـ { $milestone }
event-cause-code = ذُكر سبب الإخلال بـ { $milestone }: { $code }
event-resolved = حُلّت
event-reopened = أُعيد فتحها
event-closed = أُغلقت
event-closed-as = أُغلقت: { $how }
event-edited = عُدّلت
event-edited-as = عُدّلت: { $fields }
event-edited-contact = جهة اتصال أخرى
event-edited-field = { $field } { $value }
event-moved = نُقلت
event-moved-to = نُقلت إلى العقد { $contract }
event-moved-under = نُقلت إلى العقد { $contract }، شروط الحدث { $terms }
event-entitled = أُدرجت تحت العقد { $contract }
event-linked = رُبطت بـ { $to } ({ $kind })
event-unlinked = لم تعد مرتبطة بـ { $to } ({ $kind })
event-merged = دُمجت في { $into }
event-absorbed = ضُمّت إليها { $from }
event-undone = تُراجع عن { $entry }
event-estimated = متوقع في { $eta }
event-estimated-told = متوقع في { $eta }، أُبلغ { $told }
mark-undone = تراجع عنه { $by }، { $entry }
mark-remark = بلا أثر: { $says }
mark-given = بتوقيت محدد يدوياً
remark-not-waiting = لم تكن منتظرة
remark-on-that-line = كانت على خط الدعم ذاته أصلاً
remark-already-exempt = كانت معفاة أصلاً
remark-already-in-state = كانت { $state } أصلاً
remark-no-terms = لا شروط: لا موعد يُتفق عليه
remark-not-pending = { $milestone }: لا انتظار قائم
remark-already-breached = وقع الإخلال بـ { $milestone } أصلاً
remark-no-hours = لا ساعات دعم: لا شيء يُحتسب فيه
remark-unknown-act = لا يوجد في عقدها إجراء «{ $act }»
remark-not-marked = { $act }: لم يُعلّم بإنجازه، أو سُحب ذلك من قبل
remark-priority-not-included = لا توجد { $priority } في خطتها: تسري عليها { $instead }
remark-unknown-milestone = لا يوجد { $milestone } في عقدها

## Explain: the ledger behind a deadline

explain-title = التذكرة { $ticket }: { $subject }
explain-clock = { $milestone } عند الأولوية { $priority }: { $state }
explain-clock-again = { $milestone } عند الأولوية { $priority }، المرة { $cycle }: { $state }
explain-not-promised = { $milestone } عند الأولوية { $priority }: غير متعهد به
explain-why = السبب: { $why }.
explain-why-clause = السبب: { $why } ({ $clause }).
explain-none-refused = غير متعهد به: رُفض الطلب.
explain-none-courtesy = غير متعهد به: التذكرة مفتوحة مجاملةً.
explain-none-exempt = غير متعهد به: التذكرة معفاة.
explain-none = غير متعهد به: ليس لها أي موعد.
explain-told = بموجب: { $told }.
explain-without-effect = بلا أثر
explain-target = المهلة
explain-set-by = حددها
explain-begun-by = بدأ بـ
explain-calendar = التقويم
explain-counts-from = يُحتسب من
explain-due = الموعد (بتوقيت { $whose })
explain-also-promised = متعهد به أيضاً
explain-breaks = يقع الإخلال
explain-elapsed = المنقضي
explain-left = المتبقي
explain-late = التأخر
explain-stood-still = مدة التوقف
explain-stands-still-until = العدّ متوقف حتى
explain-ended = انتهى
explain-ended-by = أنهاه
explain-counts-nowhere = لا يُحتسب
explain-held-by = المسؤول
explain-of-its-time = توزيع هذا الوقت
explain-cause = السبب
explain-cause-given-by = ذكر السبب
explain-late-entry = قيد متأخر
explain-moved-later = أُجّل موعده
explain-corrected = مصحح
explain-target-at = { $target } عند الأولوية { $priority }
explain-calendar-in = { $calendar } في { $zone }
explain-calendar-rules = { $calendar } في { $zone } (قواعد التوقيت { $version }، { $source })
explain-wall = { $due } ({ $zone })
explain-of-kind = { $target } ({ $kind })
explain-limit = { $target } من الحدث { $event }: { $due }
explain-limit-at = { $target } عند الأولوية { $priority } من الحدث { $event }: { $due }
explain-limit-due = الموعد { $due }
explain-limit-no-due = بلا موعد
explain-not-before = { $breach }، ليس قبل ما تسبب فيه
explain-late-entry-is = عُدّ موفى به استناداً إلى حدث قُيّد بعد موعده
explain-taken-back = ألغى { $by } الإخلال، { $at }
explain-taken-back-why = ألغى { $by } الإخلال، { $at }: { $why }
explain-by = { $what } ({ $actor }، الحدث { $event })
explain-by-given = { $what } ({ $actor }، الحدث { $event }، بتوقيت محدد يدوياً)
explain-by-whom = { $actor } (الحدث { $event })
explain-by-whom-given = { $actor } (الحدث { $event }، بتوقيت محدد يدوياً)
explain-nobody = لا أحد
explain-held-part = { $who } { $time }
explain-held-part-on = { $who } (الخط «{ $line }») { $time }
ledger-open = ضمن ساعات الدعم
ledger-closed = خارج ساعات الدعم
ledger-holiday = عطلة: { $name }
ledger-paused = توقف العدّ: { $why }
ledger-before-merge = قبل دمج التذكرة الأخرى في هذه
ledger-before-kind = قبل أن تصبح التذكرة من ذلك النوع
ledger-before-change = قبل تغيير الأولوية
ledger-with-event = { $why } (الحدث { $event })
ledger-days =
    { $days ->
        [zero] { $days } يوم عمل، { $time }
        [one] يوم عمل واحد ({ $days })، { $time }
        [two] يوما عمل ({ $days })، { $time }
        [few] { $days } أيام عمل، { $time }
       *[other] { $days } يوم عمل، { $time }
    }
move-stands-still = يتوقف العدّ ما دامت حالة التذكرة: { $state }.
move-due = إذا غُيّرت الأولوية الآن إلى { $priority } فسيكون الموعد { $due }.
move-still = عند الأولوية { $priority } يتوقف العدّ كذلك.
move-never = عند الأولوية { $priority } لا يحل موعد أبداً.
move-goes-on = عند الأولوية { $priority } غير متعهد به: ويستمر هذا الالتزام.
move-not-promised = عند الأولوية { $priority } غير متعهد به.
move-negotiable = يمكن للطرفين الاتفاق على مهلة أخرى: `sladesk agree`.
explain-event = { $at }  { $actor }  { $what }
explain-event-marked = { $at }  { $actor }  { $what } ({ $marks })
word-done = منجزة
word-withdrawn = مسحوبة
word-duplicate = مكررة
word-spam = بريد مزعج
word-environment = البيئة
word-component = المكوّن
word-version = الإصدار
word-language = اللغة
word-bundled = مدمجة في البرنامج
report-moved = نُقلت بعد انتهاء الفترة
report-moved-since = نُقلت هذه التذاكر بعد ذلك إلى عميل آخر. يبقيها تقرير الفترة حيث كانت عند انتهائها.
event-waiting-until = { $waits } حتى { $until }
ledger-open-hours = ضمن ساعات الدعم، { $week }
ledger-closed-hours = خارج ساعات الدعم ({ $week })
ledger-due = الموعد: نهاية المهلة ({ $target })
ledger-due-ended = الموعد؛ كان قد انتهى قبل ذلك
explain-no-cause = لم يذكره أحد؛ { $command } لتسجيله
may-hours = الساعات
may-hours-of-support = الدعم
may-services = الخدمات
may-open-until = مفتوح حتى { $until }
may-open = مفتوح
may-closed-until = مغلق، يفتح { $until }
may-closed = مغلق
may-hours-are = { $stands } ({ $week }، { $zone })
may-hours-clause = { $stands } ({ $week }، { $zone }، { $clause })

## What a quarter says first, and what its words mean

summary-from-to = من { $from } إلى { $to }
summary-period = في { $period }
used-up-on = نفد في { $day }
summary-not-begun = { $when }: لم تبدأ هذه الفترة بعد.
summary-none = { $when } لم يتم الوفاء بأي التزام ولا الإخلال به.
summary-kept =
    { $when } { $promises ->
        [one] تم الوفاء بالالتزام الوحيد
        [two] تم الوفاء بالالتزامين كليهما
        [few] تم الوفاء بجميع الالتزامات وعددها { $promises }
       *[other] تم الوفاء بجميع الالتزامات وعددها { $promises }
    }.
summary-broken =
    { $when } تم الوفاء بـ { $kept } من أصل { $promises ->
        [one] التزام واحد ({ $promises })
        [two] التزامين ({ $promises })
        [few] { $promises } التزامات
        [many] { $promises } التزاماً
       *[other] { $promises } التزام
    } ({ $share }). الإخلال: { $which }.
summary-breach = التذكرة { $ticket } ({ $milestone })
summary-breach-again = التذكرة { $ticket } ({ $milestone }، { $times }×)
summary-taken-back =
    { $breaches ->
        [one] أُلغي إخلال واحد ({ $breaches }) ولا يُحتسب: انظر أدناه.
        [two] أُلغي إخلالان ({ $breaches }) ولا يُحتسبان: انظر أدناه.
        [few] أُلغيت { $breaches } حالات إخلال ولا تُحتسب: انظر أدناه.
       *[other] أُلغيت { $breaches } حالة إخلال ولا تُحتسب: انظر أدناه.
    }
deadlines-of-promises = هذه { $deadlines } من المواعيد لعدد { $promises } من الالتزامات المُخل بها: إذا تغيرت الأولوية كان للالتزام موعد عند كل منها.
deadlines-counted-earlier =
    { $deadlines ->
        [one] في هذه الفترة فات موعد واحد ({ $deadlines }) لالتزام أُخلّ به قبلها: وهو محسوب هناك.
        [two] في هذه الفترة فات موعدان ({ $deadlines }) لالتزامات أُخلّ بها قبلها: وهي محسوبة هناك.
        [few] في هذه الفترة فاتت { $deadlines } مواعيد لالتزامات أُخلّ بها قبلها: وهي محسوبة هناك.
       *[other] في هذه الفترة فات { $deadlines } موعداً لالتزامات أُخلّ بها قبلها: وهي محسوبة هناك.
    }
clocks-entered-later =
    { $clocks ->
        [one] قُيّد موعد واحد ({ $clocks }) من { $period } بعد انتهائها فقط.
        [two] قُيّد موعدان ({ $clocks }) من { $period } بعد انتهائها فقط.
       *[other] قُيّد { $clocks } من مواعيد { $period } بعد انتهائها فقط.
    }
hours-of-support = ساعات الدعم
hours-of = ساعات: { $milestones }
hours-of-contracts = { $hours } (العقد { $contracts })
hours-but-holidays = { $hours }، عدا العطل: { $sets }
summary-more = { $more } غيرها
summary-not-included = { $plan } لا تشمل هذا التقرير ({ $title })؛ وقد طُبع مع ذلك.
summary-not-included-clause = { $plan } لا تشمل هذا التقرير ({ $title }، { $clause })؛ وقد طُبع مع ذلك.
meanings = معاني الكلمات
meaning-promise = الالتزام هو ما ينص العقد على إنجازه في التذكرة خلال مدة. وما يجب بلوغه خلالها يُسمى مرحلة: ردّ أو حل. ويُحتسب الالتزام في الفترة التي تم فيها الوفاء به أو الإخلال.
meaning-kept = تم الوفاء يعني الإنجاز عند الموعد أو قبله؛ والإخلال يعني أن الموعد انقضى أولاً. ويُحتسب الوقت، ومنه التأخر، ضمن ساعات الالتزام نفسه: وهي ساعات الدعم ما لم تكن له ساعات خاصة.
meaning-median = نصف الالتزامات المنجزة لم يستغرق أكثر من الوسيط. وإذا أُنجز عشرة أو أكثر، فإن تسعة من كل عشرة لم تستغرق أكثر من زمن عمود ⁦90%⁩.
meaning-stood-still = يتوقف العدّ حين يسمح العقد بذلك، كفترة انتظار رد العميل؛ ولا يُحتسب ذلك الوقت.
meaning-of-corrected = إخلال أُلغي مع ذكر من ألغاه ولماذا؛ لا يُحتسب
meaning-of-superseded = التزام انتهى قبل الوفاء به أو الإخلال به: بتغيير الأولوية أو الدمج مع تذكرة أخرى أو سحب التعليم بإنجاز إجراء؛ لا يُحتسب
meaning-of-cancelled = التزام رُفع عن التذكرة لأن العقد يعفيها أو لأنها سُحبت؛ لا يُحتسب
meaning-of-late-entries = تم الوفاء به بحسب قيد كُتب بعد الموعد؛ ويُحتسب وفاءً
meaning-of-imported = تم الوفاء به بحسب ما نُقل من أداة أخرى؛ ويُحتسب وفاءً
meaning-of-moved-later = أجّل تصحيحٌ لما هي عليه التذكرة موعدَه قبل الإخلال به؛ ويُحتسب بحسب ما انتهى إليه
meaning-of-courtesy = تذكرة لا يشملها العقد وعولجت رغم ذلك؛ ولا التزام عليها
meaning-seal = يحدد الختم حالة السجل التي أُعدت منها هذه الصفحة: وبه يستطيع مكتب الدعم طباعتها نفسها مرة أخرى حتى آخر رقم.

# Pages as pdf
pdf-page = صفحة { $page } من { $pages }
pdf-unprintable = { $count ->
    [one] تعذّرت طباعة حرف واحد ووُضع مكانه �.
    [two] تعذّرت طباعة حرفين ووُضع مكانهما �.
    [few] تعذّرت طباعة { $count } أحرف ووُضع مكانها �.
    [many] تعذّرت طباعة { $count } حرفاً ووُضع مكانها �.
   *[other] تعذّرت طباعة { $count } حرف ووُضع مكانها �.
}
pdf-figures = بيانات هذه الصفحة بصيغة مقروءة آلياً
## الربع: بجانب الفترات السابقة، ودور مَن كان، وما بقي، وما هو آتٍ

trend = مقارنةً بالفترات السابقة
trend-is = نسبة الوفاء بالتزامات كل نوع في هذه الفترة وفي الفترات السابقة، بحسب المعروف الآن.
trend-chart = الوفاء، فترة بعد فترة
terms-changes = تغييرات المتفق عليه
causes = الأسباب المذكورة
breach-subject = العنوان: { $subject }
why-counted = احتُسب { $elapsed } والمهلة المتعهد بها { $target }
why-counted-in = احتُسب { $elapsed } والمهلة المتعهد بها { $target }؛ الساعات: { $week }، { $zone }
why-taken-over = وهو ما بقي من التزام تذكرة دُمجت في هذه
why-wait = { $time } والحالة «{ $why }»
why-stood-still = توقف العدّ: { $waits }
why-priority = { $priority } منذ { $at }
why-priorities = الأولوية: { $changes }
why-held = المسؤول: { $parts }
why-not-done = لم يُنجز بعد: التأخر محسوب حتى { $at }
why-late-outside = أُنجز متأخراً { $time } بالوقت الفعلي؛ ولا يُحتسب شيء من هذا التأخر لأنه وقع خارج ساعات الدعم أو أثناء توقف العدّ
next-move = على مَن كان الدور
next-move-is = كم انتظرت التذاكر غير المنجزة كل طرف، بساعات الدعم المحددة في العقد.
opened-by-priority = المفتوحة حسب الأولوية
opened-by-channel = المفتوحة حسب القناة
opened-by-topic = المفتوحة حسب الموضوع
backlog = غير المنجز عند النهاية
backlog-none = لم يبقَ شيء غير منجز عند النهاية.
backlog-is =
    { $tickets ->
        [one] تذكرة واحدة دون إنجاز، وعمرها { $oldest }
        [two] تذكرتان دون إنجاز؛ عمر إحداهما { $median } وعمر أقدمهما { $oldest }
        [few] { $tickets } تذاكر دون إنجاز؛ عمر نصفها { $median } أو أقل، وعمر أقدمها { $oldest }
       *[other] { $tickets } تذكرة دون إنجاز؛ عمر نصفها { $median } أو أقل، وعمر أقدمها { $oldest }
    }.
falls-due = ما يحلّ حتى نهاية { $period }
due-notice = آخر يوم لإيقاف التجديد
due-renewal =
    تنتهي المدة ويستمر العقد { $months ->
        [one] شهراً واحداً
        [two] شهرين
        [few] { $months } أشهر
        [many] { $months } شهراً
       *[other] { $months } شهر
    }
due-end = ينتهي العقد
due-cancelled-end = ينتهي العقد لأنه أُلغي
due-qualification = { $who }: تنتهي صفة «{ $title }»
due-seat = { $who }: يحق له الطلب حتى ذلك اليوم
column-who = الدور على
column-seconds = الوقت
column-share = النسبة
column-age_days = العمر بالأيام
column-age = العمر
column-next_move = الدور على
column-day = آخر يوم
column-act = ما تم
word-third-party = طرف ثالث
word-signed = وُقّع
word-amended = عُدّل
word-renewed = جُدّد
word-notice = إشعار
word-renewal = تجديد
word-cancelled-end = انتهاء بالإلغاء
word-seat = مقعد
word-response = الاستجابة
word-resolution = الحل
not-promised-target = مدة { $milestone } عند الأولوية { $priority }

## ما تنص عليه الخطة، شرطاً شرطاً

section-contacts = جهات الاتصال
section-channels = القنوات
section-hours = الساعات
section-targets = المهل
section-topics = المواضيع
section-allowances = الحصص
section-services = الخدمات
section-priorities = الأولويات
section-changes = تغييرات الأولوية
section-exclusions = القواعد
section-price = السعر والمدة
agreed-term = { $item }: { $is }
agreed-holidays = العطل الرسمية: { $is }
section-facts = معلومات أخرى
term-item-hours = ساعات الدعم
term-item-zone = المنطقة الزمنية
term-item-reachable = { $is }: أوقات الخدمة
term-item-holidays = العطل الرسمية
term-item-business-days = أيام العمل
term-item-contacts = جهات الاتصال المخوّلة
term-item-tickets-must-name = يجب أن يُذكر في التذكرة
term-item-reopen-within = يُعاد فتحها خلال
term-item-rank = المرتبة
term-item-lines = خطوط الدعم
term-item-price = السعر
term-item-term = المدة
term-item-milestones = { $is }: القواعد
term-item-calendars = التقويم { $is }
term-item-kinds = النوع { $is }
term-item-acts = إجراء: { $is }
term-act-included = يُعلَّم عند إنجازه
term-answers-is-true = يُحتسب رداً
term-item-exclusions = بلا مهلة: { $is }
term-item-environments = البيئة: { $is }
term-item-components = المكوّن: { $is }
term-item-versions = الإصدار: { $is }
term-item-languages = اللغات
term-item-impacts = الأثر: { $is }
term-item-urgencies = الاستعجال: { $is }
term-item-priority-matrix = الأثر { $is }
term-item-note = ملاحظة
term-open = غير متعهد به حتى يُتفق عليه
term-open-to = غير متعهد به حتى يُتفق عليه: { $is }
term-one-of = واحد من { $is }
term-so-many-cases = عدد الحالات ({ $is })
term-so-many-hours = عدد الساعات ({ $is })
term-matrix-cell = { $urgency } هي { $is }
term-closed = مغلق
term-around-the-clock = على مدار الساعة
term-price-in = بعملة { $is }
term-price-unpublished = غير منشور
term-price-unpublished-but = غير منشور: { $is }
term-price-percent-of = {"\u2066"}{ $is }%{"\u2069"} من: { $of }
term-price-percent = {"\u2066"}{ $is }%{"\u2069"}
term-price-at-least = لا يقل عن { $is }
term-price-per = لكل { $is }
term-price-taxes = الضرائب: { $is }
term-price-paid = الدفع { $is }
term-term-as-agreed = بحسب الاتفاق
term-term-at-least = لا تقل عن: { $is }
term-term-renews = مدة التجديد: { $is }
term-term-notice = بإشعار مسبق: { $is }
term-notice-is-none = يمكن إلغاؤه في أي وقت
term-allowance-per = لكل { $is }
term-per-is-contract-year = لكل سنة تعاقدية
term-per-is-calendar-year = لكل سنة تقويمية
term-allowance-topics = بشأن { $is }
term-when-used-up-is-refuse = ثم يُرفض
term-when-used-up-is-warn = ثم تنبيه
term-when-used-up-is-overage = ثم يُحتسب زائداً
term-when-used-up-lapses = ثم لا يُتعهد بـ: { $is }
term-allowance-rounded-up-to = يُقرّب صعوداً إلى { $is }
term-allowance-entry-at-least = كل قيد لا يقل عن { $is }
term-allowance-rolls-over = يُرحّل بحد أقصى: { $is }
term-rolls-over-is-true = يُرحّل الباقي
term-within-is-best-effort = بأقصى جهد، دون مدة
term-within-is-none = غير متعهد به
term-target-unsaid = غير متعهد به: الخطة لا تذكره
term-target-counted-in = يُحتسب في { $is }
term-target-says = { $says }: { $is }
term-target-says-counted = { $says }، ويُحتسب { $is }
term-target-cut-off = ما يرد بعد { $is } يُحتسب من بداية الدوام التالي
term-target-negotiable = قابل للتفاوض لكل تذكرة
term-calendar-in = بتوقيت { $is }
term-calendar-holidays = العطل: { $is }
term-milestone-starts = البداية: { $is }
term-milestone-until = مستحق حتى: { $is }
term-milestone-met-by = يُوفى به بـ: { $is }
term-all-of-all-of = يُوفى به بـ: { $is }
term-milestone-paused-by = يتوقف العدّ عند: { $is }
term-milestone-paused-by-none = لا يتوقف العدّ أبداً
term-milestone-on-raise = عند الرفع: { $is }
term-milestone-on-lower = عند الخفض: { $is }
term-milestone-on-reopen = عند إعادة الفتح: { $is }
term-priority-aliases = تسمى أيضاً { $is }
term-priority-recommended = الأفضل عبر { $is }
term-priority-never-for = لا تُستخدم لـ: { $is }
term-all-but = الكل ما عدا { $is }
term-kind-priority = الأولوية { $is }
term-kind-channel = القناة { $is }
term-kind-topic = الموضوع { $is }
term-kind-component = المكوّن { $is }
term-kind-environment = البيئة { $is }
term-kind-version = الإصدار { $is }
term-kind-language = اللغة { $is }
term-kind-line = الخط { $is }
term-kind-during = بدأ ضمن { $is }
term-kind-outside = بدأ خارج { $is }
term-channel-included = مشمولة
term-channel-not-included = غير مشمولة
term-channel-only-for = فقط لـ: { $is }
term-channel-never-for = ليس لـ: { $is }
term-priority-not-included = غير مشمولة
term-word-not-included = غير مشمول
term-channel-self-service = خدمة ذاتية
term-topic-included = مشمول
term-topic-not-included = غير مشمول
term-topic-only-for = مخصص فقط لـ { $is }
term-topic-excluded = مستثنى ما لم يذكره العقد
term-service-included = مشمولة
term-service-not-included = غير مشمولة
term-service-named-by = يعيّنه: { $is }
term-exclusion-included = تُلغى المهل
term-exclusion-not-included = لا يُطبَّق
term-word-included = ضمن الخطة
term-version-included = مدعوم
term-version-supported-until = حتى { $is }
term-version-aliases = يسمى أيضاً { $is }
term-priority-change-by = بطلب من { $is }
term-priority-change-from = من { $is }
term-priority-change-from-none = من أي أولوية
term-priority-change-to = إلى { $is }
term-priority-change-to-none = إلى أي أولوية
term-to-is-lower = إلى أولوية أدنى
term-to-is-higher = إلى أولوية أعلى
term-priority-change-meets = يُعدّ وفاءً بـ: { $is }
term-corrects-is-true = تصحيح
term-on-request-is-true = عند الطلب
term-priority-change-not-included = لا يُطبَّق
term-qualification-at-most = بحد أقصى { $is }
term-qualification-at-most-none = أي عدد
term-asked-hours = ساعات الدعم
term-asked-business-days = أي الأيام أيام عمل
term-asked-contacts = كم شخصاً يحق لهم الطلب
term-asked-price = السعر
term-asked-term = مدة سريان العقد
term-asked-zone = المنطقة الزمنية للساعات
term-asked-holidays = ما العطل الرسمية المعتمدة
term-asked-cases = كم حالة: { $is }
term-asked-work = كم ساعة: { $is }
term-asked-channels = كيف يُتواصل مع مكتب الدعم
term-asked-topics = ما المواضيع الممكنة للتذاكر
term-asked-components = المكونات المشمولة
term-asked-languages = لغات الدعم
term-asked-target = مدة { $is } عند الأولوية { $at }
term-asked-targets = مدة { $is }
term-asked-week = ما ساعات `{ $is }`
term-value-open = لم يُتفق عليه بعد
term-value-none = لا يوجد
term-value-always = دائماً
term-value-any = أي أولوية
term-value-lower = أدنى
term-value-higher = أعلى
term-value-unlimited = غير محدود
term-value-free = مجاناً
term-value-true = نعم
term-value-false = لا
term-value-version = الإصدار
term-value-environment = البيئة
term-value-component = المكوّن
term-value-topic = الموضوع
term-value-month = شهر
term-value-quarter = ربع سنة
term-value-year = سنة
term-value-hour = ساعة
term-value-case = حالة
term-value-priority = أولوية
term-value-term = مدة تعاقد
term-value-contract-year = سنة تعاقدية
term-value-calendar-year = سنة تقويمية
term-value-included = مشمولة
term-value-excluded = غير مشمولة
term-value-ahead = مقدماً
term-value-after = لاحقاً
term-value-refuse = رفض
term-value-warn = تنبيه
term-value-overage = زائد
term-value-desk = مكتب الدعم
term-value-customer = العميل
term-value-opened = الفتح
term-value-acknowledged = تأكيد الاستلام
term-value-replied = الرد
term-value-customer-replied = رد العميل
term-value-assigned = التكليف
term-value-priority-confirmed = تأكيد الأولوية
term-value-eta = موعد متوقع
term-value-escalated = الإحالة إلى خط آخر
term-value-resolved = الحل
term-value-closed = الإغلاق
term-value-reopened = إعادة الفتح
term-value-waiting-customer = انتظار العميل
term-value-waiting-vendor = انتظار المورّد
term-value-waiting-third-party = انتظار طرف ثالث
term-value-strictest = أشد مهلة
term-value-from-change = منذ التغيير
term-value-from-opened = منذ الفتح
term-value-continue = يستمر
term-value-new-cycle = يبدأ من جديد
term-value-keep = يبقى
term-value-promise = التزام
term-value-guarantee = ضمان
term-value-objective = هدف
term-value-reasonable-effort = جهد معقول
term-cases =
    { $is ->
        [zero] { $is } حالة
        [one] حالة واحدة ({ $is })
        [two] حالتان ({ $is })
        [few] { $is } حالات
       *[other] { $is } حالة
    }
term-months =
    { $is ->
        [zero] { $is } شهر
        [one] شهر واحد ({ $is })
        [two] شهران ({ $is })
        [few] { $is } أشهر
        [many] { $is } شهراً
       *[other] { $is } شهر
    }
term-years =
    { $is ->
        [zero] { $is } سنة
        [one] سنة واحدة ({ $is })
        [two] سنتان ({ $is })
        [few] { $is } سنوات
       *[other] { $is } سنة
    }
term-days =
    { $is ->
        [zero] { $is } يوم
        [one] يوم واحد ({ $is })
        [two] يومان ({ $is })
        [few] { $is } أيام
        [many] { $is } يوماً
       *[other] { $is } يوم
    }
