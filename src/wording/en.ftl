# TODO
head-period = period
head-customer = customer
head-tickets = tickets
head-as-of = as of
head-beginning = the beginning
head-end = the end of time
head-from-to = { $from } to { $to } ({ $zone })
head-from-to-running = { $from } to { $to } ({ $zone }), not over yet
foot-seal = Seal: { $seal }
report-quarterly = Support of { $customer } { $period }
report-quarterly-of-desk = Support of the desk { $period }
report-sla = Service levels { $period }
report-breaches = Breaches { $period }
report-usage = Usage { $period }
report-workload = Workload { $period }
report-whatif = What if { $period }
