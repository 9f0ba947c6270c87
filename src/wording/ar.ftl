# TODO
head-period = الفترة
head-customer = العميل
head-tickets = التذاكر
head-as-of = حتى تاريخ
head-beginning = البداية
head-end = بلا نهاية
head-from-to = { $from } إلى { $to } ({ $zone })
head-from-to-running = { $from } إلى { $to } ({ $zone })، لم تنته بعد
foot-seal = الختم: { $seal }
report-quarterly = خدمة الدعم لـ { $customer }، { $period }
report-quarterly-of-desk = أداء مكتب الدعم، { $period }
report-sla = مستويات الخدمة، { $period }
report-breaches = الإخلالات، { $period }
report-usage = الاستخدام، { $period }
report-workload = عبء العمل، { $period }
report-whatif = ماذا لو، { $period }
