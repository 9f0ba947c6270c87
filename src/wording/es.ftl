# TODO
head-period = período
head-customer = cliente
head-tickets = tiques
head-as-of = a fecha de
head-beginning = el inicio
head-end = sin fin
head-from-to = { $from } a { $to } ({ $zone })
head-from-to-running = { $from } a { $to } ({ $zone }), aún en curso
foot-seal = Sello: { $seal }
report-quarterly = Soporte de { $customer }, { $period }
report-quarterly-of-desk = Actividad del servicio de soporte, { $period }
report-sla = Niveles de servicio, { $period }
report-breaches = Incumplimientos, { $period }
report-usage = Consumo, { $period }
report-workload = Carga de trabajo, { $period }
report-whatif = Y si fuera otro plan, { $period }
