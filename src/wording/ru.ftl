# TODO
head-period = период
head-customer = клиент
head-tickets = заявки
head-as-of = по состоянию на
head-beginning = с начала
head-end = без срока
head-from-to = { $from } – { $to } ({ $zone })
head-from-to-running = { $from } – { $to } ({ $zone }), ещё не завершён
foot-seal = Печать: { $seal }
report-quarterly = Поддержка { $customer }, { $period }
report-quarterly-of-desk = Работа службы поддержки, { $period }
report-sla = Уровень обслуживания, { $period }
report-breaches = Нарушения, { $period }
report-usage = Использование, { $period }
report-workload = Нагрузка, { $period }
report-whatif = Что было бы, { $period }
