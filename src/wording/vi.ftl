# TODO
head-period = kỳ báo cáo
head-customer = khách hàng
head-tickets = phiếu
head-as-of = tính đến
head-beginning = từ đầu
head-end = không thời hạn
head-from-to = { $from } đến { $to } ({ $zone })
head-from-to-running = { $from } đến { $to } ({ $zone }), chưa kết thúc
foot-seal = Dấu niêm: { $seal }
report-quarterly = Dịch vụ hỗ trợ cho { $customer }, { $period }
report-quarterly-of-desk = Hoạt động của bộ phận hỗ trợ, { $period }
report-sla = Mức dịch vụ, { $period }
report-breaches = Vi phạm cam kết, { $period }
report-usage = Mức sử dụng, { $period }
report-workload = Khối lượng công việc, { $period }
report-whatif = Nếu theo điều khoản khác, { $period }
