# Tiếng Việt: những gì khách hàng có thể nhận (báo cáo, explain, may, plan compare).
#
# Mỗi ngôn ngữ có đủ các câu này với cùng các giá trị, nếu không chương trình không được dựng.
#
# Thuật ngữ
#   promise: cam kết · kept: đúng cam kết · broken, breach: vi phạm · milestone: mốc
#   target: thời hạn cam kết · priority: mức ưu tiên · ticket: phiếu yêu cầu (phiếu)
#   allowance: hạn mức · seat: suất liên hệ · contact: người liên hệ · contract: hợp đồng
#   plan: gói hỗ trợ · terms: điều khoản · clause: mục · desk: bộ phận hỗ trợ · seal: mã niêm phong

## Head and foot of every report

head-period = kỳ báo cáo
head-customer = khách hàng
head-tickets = phiếu yêu cầu
head-as-of = tính đến
head-beginning = từ đầu
head-end = không thời hạn
head-from-to = { $from } đến { $to } ({ $zone })
head-from-to-running = { $from } đến { $to } ({ $zone }), chưa kết thúc
table-every-row = ở mọi dòng: { $said }
foot-seal = Mã niêm phong: { $seal }
report-quarterly = Dịch vụ hỗ trợ cho { $customer }, { $period }
report-quarterly-of-desk = Hoạt động của bộ phận hỗ trợ, { $period }
report-sla = Mức dịch vụ, { $period }
report-breaches = Các vi phạm cam kết, { $period }
report-usage = Mức sử dụng, { $period }
report-workload = Khối lượng công việc, { $period }
report-whatif = Nếu theo điều khoản khác, { $period }

## How long a promise may take

span-business-days = { $days } ngày làm việc
span-calendar-days = { $days } ngày theo lịch
span-end-of-business-day = cuối ngày làm việc
span-end-of-next-business-day = cuối ngày làm việc kế tiếp

## Above columns

column-ticket = phiếu
column-milestone = mốc
column-priority = ưu tiên
column-target = thời hạn cam kết
column-target_then = khi đó
column-decided = cam kết
column-decided_then = khi đó
column-met = đúng hạn
column-met_then = khi đó
column-breached = vi phạm
column-breached_then = khi đó
column-attainment = tỷ lệ đạt
column-attainment_then = khi đó
column-median_seconds = trung vị
column-p90_seconds = 90 % trong
column-max_seconds = lâu nhất
column-corrected = đã đính chính
column-late_entries = ghi muộn
column-superseded = được thay thế
column-cancelled = đã hủy
column-open = còn mở
column-held_by = người phụ trách
column-held_line = tuyến phụ trách
column-due = đến hạn
column-ended = kết thúc
column-late_seconds = trễ
column-paused_seconds = tạm dừng
column-cause = nguyên nhân
column-customer = khách hàng
column-contact = người liên hệ
column-contract = hợp đồng
column-contracts = hợp đồng
column-plan = gói hỗ trợ
column-state = trạng thái
column-state_then = khi đó
column-line = tuyến
column-assignee = người xử lý
column-account_manager = quản lý khách hàng
column-channel = kênh
column-topic = chủ đề
column-environment = môi trường
column-component = thành phần
column-version = phiên bản
column-impact = mức ảnh hưởng
column-urgency = mức khẩn cấp
column-source = nguồn
column-language = ngôn ngữ
column-start = bắt đầu
column-end = kết thúc
column-terms_from = điều khoản từ
column-set = đã thỏa thuận
column-path = điều khoản
column-what = nội dung
column-why = lý do
column-clause = mục
column-item = nội dung
column-says = nội dung
column-breach = vi phạm lúc
column-became = kết quả
column-at = lúc
column-actor = người thực hiện
column-by = theo yêu cầu của
column-recorded = ghi nhận lúc
column-from = từ
column-to = đến
column-reason = lý do
column-text = nội dung
column-eta = dự kiến
column-told = đã báo cho
column-kept = đúng dự kiến
column-rules = quy tắc
column-rule = quy tắc
column-verdict = trả lời
column-courtesy = hỗ trợ thiện chí
column-subject = tiêu đề
column-ground = căn cứ
column-was = trước
column-was_at = lúc trước
column-is = nay
column-is_at = lúc nay
column-opened = mở lúc
column-opened_count = đã mở
column-corrected_by = người đính chính
column-allowance = hạn mức
column-granted = được cấp
column-used = đã dùng
column-left = còn lại
column-overage = vượt mức
column-until = đến
column-pace_until = với tốc độ này
column-seats_used = suất đã dùng
column-seats_of = trên
column-amount = lượng
column-event = sự kiện
column-tickets = phiếu
column-taken = đã nhận
column-resolved = đã giải quyết
column-worked_seconds = giờ làm
column-oldest_open = phiếu mở lâu nhất
column-counted = được tính
column-sum = tổng
column-cycle = lần
column-line_of = tuyến

## Words of closed lists

word-all = tất cả
word-yes = có
word-no = không
word-not-promised = không cam kết
word-not-said = chưa nêu
word-unlimited = không giới hạn
word-lasts = đủ dùng
word-used-up = đã hết
word-hours-used-up = đã dùng hết số giờ
word-desk = bộ phận hỗ trợ
word-shown = hiển thị
word-customer = khách hàng
word-plan = gói hỗ trợ
word-left-open = để ngỏ
word-the-plan-promises-none = gói không cam kết
word-the-plan-does-not-say = gói không nêu
word-granted = được cấp
word-carried-over = chuyển sang
word-used = đã dùng
word-given-back = hoàn lại
word-adjusted = điều chỉnh
word-expired = hết hạn
word-running = đang chạy
word-paused = tạm dừng
word-decided = cam kết
word-met = đúng cam kết
word-breached = vi phạm
word-superseded = được thay thế
word-cancelled = đã hủy
word-corrected = đã đính chính
word-late-entries = ghi muộn
word-open = đang mở
word-ended = đã kết thúc
word-refused = bị từ chối
word-allowed = được phép
word-remark = được phép, có lưu ý
word-not-begun = chưa bắt đầu
word-in-force = đang hiệu lực
word-lapsed = đã hết hạn
word-waiting-customer = chờ khách hàng
word-waiting-vendor = chờ nhà cung cấp
word-waiting-third-party = chờ bên thứ ba
word-resolved = đã giải quyết
word-closed = đã đóng
word-merged = đã gộp
word-void = vô hiệu
word-contract = hợp đồng
word-contact = người liên hệ
word-channel = kênh
word-topic = chủ đề
word-qualification = chứng nhận
word-named = nội dung phải nêu
word-priority = mức ưu tiên
word-allowance = số vụ việc
word-hours = giờ
word-advice = lời khuyên

## How promises were kept

sla-nothing = Trong kỳ này không có cam kết nào đến hạn hoặc còn mở.
sla-in-all = Tổng cộng
sla-in-all-is = Mỗi cam kết trên một phiếu được tính một lần cho mỗi lần phát sinh, và bị coi là vi phạm nếu bất kỳ hạn nào của nó bị vi phạm.
sla-chart = Tỷ lệ đạt
sla-behind-figures = Các phiếu đằng sau số liệu
sla-behind = { $line }: { $figure }
sla-beside = { $one } { $other }
breaches-none = Không có cam kết nào bị vi phạm trong kỳ này.
corrected-by = { $actor } đã đính chính
corrected-by-for = { $actor } đã đính chính: { $reason }
workload-nobody = Không ai phụ trách phiếu nào trong kỳ này.
workload-counts = Phiếu đã giải quyết và vi phạm được tính cho người phụ trách lúc đó, giờ làm được tính cho người đã làm.
not-promised = Không cam kết
not-promised-is = Phần này không được tính: điều không cam kết thì không thể đúng hay vi phạm.

## Allowances and seats

usage-contract = Hợp đồng { $contract }: { $title }
usage-no-contract = Không có hợp đồng nào còn hiệu lực trong kỳ này.
usage-no-allowance = Không có hạn mức nào được tính.
usage-seats = Suất liên hệ

## The quarterly

contracts = Hợp đồng
account-manager = quản lý khách hàng
engineer = kỹ sư phụ trách
quarter-kept = Việc giữ cam kết
earlier-breaches = Vi phạm của các kỳ trước
earlier-breaches-are = Chúng đã được tính ở kỳ xảy ra vi phạm; trong kỳ này chúng mới kết thúc hoặc được rút lại.
allowances = Hạn mức
also-said = Ngoài ra còn nêu
also-said-is = Những điều này không ảnh hưởng đến số liệu ở đây.
customers = Khách hàng
tickets = Phiếu yêu cầu
volume-open-at-start = đang mở đầu kỳ
volume-opened = mở mới
volume-reopened = mở lại
volume-resolved = đã giải quyết
volume-withdrawn = đã rút
volume-merged = đã gộp
volume-open-at-end = đang mở cuối kỳ
volume-waiting-at-end = đang chờ cuối kỳ
volume-closed = đã đóng
volume-courtesy = hỗ trợ thiện chí
volume-refused = bị từ chối
volume-balance = { $start } đang mở + { $opened } mở mới + { $reopened } mở lại = { $resolved } đã giải quyết + { $withdrawn } đã rút + { $merged } đã gộp + { $end } còn mở.
breaches = Vi phạm cam kết
breaches-taken-back = Vi phạm được rút lại
none = Không có.
nothing = Không có gì.
late-entries = Ghi muộn
late-entries-are = Các cam kết này được coi là đúng hạn dựa trên sự kiện được ghi sau hạn.
superseded = Được thay thế
superseded-are = Thay đổi mức ưu tiên đã kết thúc các cam kết này trước khi xác định đúng hay vi phạm; chúng không được tính ở đâu cả.
priority-changes = Thay đổi mức ưu tiên
estimates = Thời điểm dự kiến
overrides = Mở ngoài quy tắc
refused-requests = Yêu cầu bị từ chối
exempted = Được miễn
changed-since = Thay đổi sau khi kỳ kết thúc
not-over-yet = Kỳ chưa kết thúc.
clocks-changed = Những gì được ghi sau { $period } làm thay đổi { $clocks } cam kết của kỳ.
and-more = và { $more } mục nữa; `-f json` có đủ

## What if

whatif-as-it-is = hiện tại
whatif-what-if = giả định
whatif-price = giá
whatif-price-then = giá khi đó
whatif-not-promised-then = khi đó không cam kết
whatif-nothing = Theo cả hai bộ điều khoản, trong kỳ này không có cam kết nào đến hạn hoặc còn mở.
whatif-gained = Vi phạm phát sinh thêm
whatif-lost = Vi phạm không còn
whatif-moved = Vi phạm rơi vào kỳ khác
whatif-refused = Lẽ ra bị từ chối
whatif-allowed = Lẽ ra được phép
whatif-left-out = Khi đó { $tickets } phiếu lẽ ra bị từ chối: không con số "khi đó" nào tính cam kết trên các phiếu này.
whatif-also-allowed = Khi đó { $tickets } phiếu hiện bị từ chối lẽ ra được phép: không biết điều gì sẽ được làm với chúng, nên không con số nào tính chúng.
whatif-no-clock = Điều khi đó không cam kết thì không có hạn.

## What the contract says of a request: clauses of a sentence

found-contract = hợp đồng { $contract } ({ $plan })
found-contract-alone = hợp đồng { $contract }
found-no-contract = { $customer } không có hợp đồng
found-in-force = { $name } đang hiệu lực
found-in-force-until = { $name } có hiệu lực đến { $until }
found-in-force-without-end = { $name } đang hiệu lực, chưa thỏa thuận ngày kết thúc
found-renews = { $name } có hiệu lực đến { $until } rồi tự gia hạn
found-cancelled = { $name } đã hủy và vẫn đang hiệu lực
found-cancelled-until = { $name } đã hủy và còn hiệu lực đến { $until }
found-ended = { $name } đã kết thúc ngày { $on }
found-cancelled-and-ended = { $name } đã bị hủy và kết thúc ngày { $on }
found-not-begun = { $name } bắt đầu ngày { $from }
found-cancelled-before = { $name } đã bị hủy trước khi bắt đầu
found-authorised = { $who } là người liên hệ được ủy quyền
found-authorised-seats-open = { $who } là người liên hệ được ủy quyền, nhưng số người được yêu cầu chưa được cam kết
found-authorised-from = { $who } là người liên hệ được ủy quyền từ { $from }
found-authorised-until = { $who } từng là người liên hệ được ủy quyền đến { $until } và nay không còn nữa
found-not-authorised = { $who } không phải là người liên hệ được ủy quyền
found-nobody-authorised = chưa có ai được ủy quyền
found-may-ask = được ủy quyền ({ $taken }/{ $most } suất): { $people }
found-may-ask-unlimited = được ủy quyền ({ $taken }): { $people }
found-may-ask-open = được ủy quyền ({ $taken }; số người được yêu cầu chưa được cam kết): { $people }
found-nothing-reserved = không có chủ đề nào dành riêng
found-reserved-topic = { $topic } ({ $title })
found-reserved = dành riêng: { $topics }
found-not-reserved = { $topic } không dành riêng
found-reserved-for = { $topic } chỉ dành cho: { $title }
found-qualified = { $who } có { $qualification }
found-qualified-until = { $who } có { $qualification } đến { $until }, còn { $topic } chỉ dành cho: { $title }
found-not-qualified = { $who } không có { $qualification }, mà { $topic } chỉ dành cho: { $title }
found-nobody-qualified = hiện không ai có { $qualification }
found-who-is-qualified = { $qualification }: { $people }
found-no-tickets = { $plan } không nhận phiếu
found-channels-not-promised = chưa cam kết bao gồm kênh nào
found-to-be-agreed = chưa cam kết: sẽ thỏa thuận trong số { $words }
found-no-channel = không nêu kênh nào
found-included = bao gồm: { $words }
found-self-service = không mở phiếu qua { $channel }: { $title } là tự phục vụ
found-not-included = { $word } không thuộc { $plan }
found-channel-not-promised = { $channel } không được cam kết: các kênh đã để ngỏ
found-is-included = có bao gồm { $word }
found-no-such-channel = { $plan } không có kênh { $channel }
found-channels-not-named = gói không nêu kênh nào
found-recommended = với { $priority }, nên dùng { $channels }
found-topics-not-limited = không giới hạn chủ đề
found-no-topic = không bao gồm chủ đề nào
found-no-such-topic = { $plan } không có chủ đề { $topic }
found-topic-not-promised = { $topic } không được cam kết: các chủ đề đã để ngỏ
found-topic-excluded = { $topic } bị loại trừ trừ khi hợp đồng bổ sung
found-nothing-to-name = phiếu không cần nêu gì thêm
found-names = phiếu nêu { $fields }
found-must-name = phiếu phải nêu { $fields }
found-can-have = có thể có { $priorities }
found-can-have-but = có thể có { $priorities }; không cam kết: { $gaps }
found-gap = { $milestone } ở { $priorities }
found-no-priority = không có mức ưu tiên: không nhận phiếu
found-no-such-priority = { $plan } không có mức ưu tiên { $priority }
found-can-be = có thể là { $priority }
found-can-be-but-one = có thể là { $priority }, nhưng { $milestone } không được cam kết
found-can-be-but = có thể là { $priority }, nhưng { $milestones } không được cam kết
found-never-for = { $priority } không bao giờ dành cho { $words }
found-cases-not-counted = không tính số vụ việc
found-hours-not-counted = không tính giờ
found-amount-not-promised = { $allowance } có bao nhiêu chưa được cam kết: đã để ngỏ
found-granted = { $allowance }: { $amount } { $per }
found-cases = { $cases } vụ việc
found-left = { $allowance }: còn { $left } trên { $of }
found-left-until = { $allowance }: còn { $left } trên { $of } đến { $until }
found-none-left = { $allowance }: đã hết { $of }
found-none-left-until = { $allowance }: đã hết { $of } cho đến { $until }
found-counted-as-overage = { $none }; được tính là vượt mức
found-nothing-more-promised = { $none }; cho đến khi mua thêm, { $milestones } không được cam kết
per-contract-year = mỗi năm hợp đồng
per-calendar-year = mỗi năm dương lịch
per-quarter = mỗi quý
per-month = mỗi tháng
per-term = mỗi kỳ hạn hợp đồng
somebody = một người

## What is possible instead

remedy-ask-from = có thể yêu cầu từ { $day }
remedy-authorise = { $command } để ủy quyền
remedy-let-ask = hãy để { $people } yêu cầu
remedy-use = dùng { $channels }
remedy-ask-in = hỏi tại: { $channels }
remedy-included-in =
    { $count ->
       *[other] { $plans } có bao gồm
    }
remedy-tickets-on = có thể mở phiếu với { $plans }
remedy-not-counted-in =
    { $count ->
       *[other] { $plans } không tính
    }
remedy-add-topic = { $command } để bổ sung
remedy-name = thêm { $flags }
remedy-can-have = có thể có { $priorities }
remedy-open-as = mở với mức { $priority }
remedy-buy = { $command } để mua thêm
remedy-did-you-mean = ý bạn là { $word }?

## May somebody ask

may = { $customer } được phép
may-with-remark = { $customer } được phép, có lưu ý
may-not = { $customer } không được phép
may-instead = { $rule }: { $told }
may-opened-then = Nếu mở lúc đó (giờ { $zone })
as-it-is = { $words }
with-clause = { $says } ({ $clause })
whatif-no-seat = chỉ { $limit } người liên hệ, và những người khác đã nhận suất trước

## What happened on a ticket: stands behind who did it

event-asked = đã yêu cầu, bị từ chối: { $rules }
event-asked-as = đã yêu cầu với mức { $priority }, bị từ chối: { $rules }
event-opened-forgiven = đã mở, bỏ qua: { $rules }
event-opened-as-forgiven = đã mở với mức { $priority }, bỏ qua: { $rules }
event-opened = đã mở
event-opened-as = đã mở với mức { $priority }
event-acknowledged = đã xác nhận tiếp nhận
event-priority-confirmed = đã xác nhận mức ưu tiên
event-agreed = đã thỏa thuận { $milestone } trong { $target }
event-replied = đã trả lời
event-customer-replied = nhận phản hồi của khách hàng
event-noted = đã ghi chú
event-waiting-customer = chờ khách hàng
event-waiting-vendor = chờ nhà cung cấp
event-waiting-third-party = chờ bên thứ ba
event-resumed = đã tiếp tục
event-assigned = đã giao cho { $who }
event-assigned-to-nobody = chưa giao cho ai
event-escalated = đã chuyển lên { $line }
event-worked = đã làm { $time }
event-priority = đã đặt mức ưu tiên { $priority }
event-priority-asked = đã đặt mức ưu tiên { $priority }, theo yêu cầu của khách hàng
event-priority-reason = đã đặt mức ưu tiên { $priority } ({ $reason })
event-priority-reason-asked = đã đặt mức ưu tiên { $priority } ({ $reason }, theo yêu cầu của khách hàng)
event-exempted = được miễn: { $ground }
event-lapsed = { $allowance } đã hết
event-restored = { $allowance } đã có lại
event-recalculated = tính lại các hạn theo ngày nghỉ hoặc quy tắc múi giờ khác
event-cause = đã nêu nguyên nhân vi phạm { $milestone }
event-cause-code = đã nêu nguyên nhân vi phạm { $milestone }: { $code }
event-resolved = đã giải quyết
event-reopened = đã mở lại
event-closed = đã đóng
event-closed-as = đã đóng là { $how }
event-edited = đã sửa
event-edited-as = đã sửa: { $fields }
event-edited-contact = người liên hệ khác
event-edited-field = { $field } { $value }
event-moved = đã chuyển
event-moved-to = đã chuyển sang hợp đồng { $contract }
event-moved-under = đã chuyển sang hợp đồng { $contract }, điều khoản của sự kiện { $terms }
event-entitled = được hưởng theo hợp đồng { $contract }
event-linked = đã liên kết với { $to } ({ $kind })
event-unlinked = không còn liên kết với { $to } ({ $kind })
event-merged = đã gộp vào { $into }
event-absorbed = đã nhận gộp { $from }
event-undone = đã hoàn tác { $entry }
event-estimated = dự kiến { $eta }
event-estimated-told = dự kiến { $eta }, đã báo cho { $told }
mark-undone = { $by } đã hoàn tác, { $entry }
mark-remark = không có hiệu lực: { $says }
mark-given = với --now
remark-not-waiting = phiếu không ở trạng thái chờ
remark-already-exempt = phiếu đã được miễn
remark-already-in-state = phiếu đã ở trạng thái { $state }
remark-no-terms = không có điều khoản: không có hạn nào để thỏa thuận
remark-not-pending = { $milestone } không còn chờ
remark-already-breached = { $milestone } đã bị vi phạm
remark-no-hours = không có giờ hỗ trợ: không có gì để tính
remark-unknown-milestone = hợp đồng không có { $milestone }

## Explain: the ledger behind a deadline

explain-title = Phiếu { $ticket }: { $subject }
explain-clock = { $milestone } ở { $priority }: { $state }
explain-clock-again = { $milestone } ở { $priority }, lần { $cycle }: { $state }
explain-not-promised = { $milestone } ở { $priority }: không cam kết
explain-why = Lý do: { $why }.
explain-why-clause = Lý do: { $why } ({ $clause }).
explain-none-refused = Không cam kết: yêu cầu bị từ chối.
explain-none-courtesy = Không cam kết: đây là hỗ trợ thiện chí.
explain-none-exempt = Không cam kết: phiếu được miễn.
explain-none = Không cam kết: phiếu không có hạn nào.
explain-told = Do: { $told }.
explain-without-effect = Không có hiệu lực
explain-target = thời hạn cam kết
explain-set-by = đặt bởi
explain-begun-by = bắt đầu bởi
explain-calendar = lịch
explain-counts-from = tính từ
explain-due = đến hạn, { $whose }
explain-also-promised = cũng cam kết
explain-breaks = vi phạm lúc
explain-elapsed = đã trôi qua
explain-left = còn lại
explain-late = trễ
explain-stood-still = đã tạm dừng
explain-stands-still-until = tạm dừng đến
explain-ended = kết thúc
explain-ended-by = kết thúc bởi
explain-counts-nowhere = không tính ở đâu
explain-held-by = người phụ trách
explain-of-its-time = phân chia thời gian
explain-cause = nguyên nhân
explain-cause-given-by = nguyên nhân do
explain-late-entry = ghi muộn
explain-corrected = đính chính
explain-target-at = { $target } ở { $priority }
explain-calendar-in = { $calendar } tại { $zone }
explain-calendar-rules = { $calendar } tại { $zone } (quy tắc múi giờ { $version }, { $source })
explain-wall = { $due } ({ $zone })
explain-limit = { $target } từ sự kiện { $event }: { $due }
explain-limit-at = { $target } ở { $priority } từ sự kiện { $event }: { $due }
explain-limit-due = hạn { $due }
explain-limit-no-due = không có hạn
explain-not-before = { $breach }, không sớm hơn điều gây ra nó
explain-late-entry-is = coi là đúng hạn theo sự kiện được ghi sau hạn
explain-taken-back = vi phạm được { $by } rút lại, { $at }
explain-taken-back-why = vi phạm được { $by } rút lại, { $at }: { $why }
explain-by = { $what } ({ $actor }, sự kiện { $event })
explain-by-given = { $what } ({ $actor }, sự kiện { $event }, với --now)
explain-nobody = không ai
explain-held-part = { $who } { $time }
explain-held-part-on = { $who } ở { $line } { $time }
ledger-open = trong giờ
ledger-closed = ngoài giờ
ledger-holiday = ngày nghỉ: { $name }
ledger-paused = tạm dừng: { $why }
ledger-before-merge = trước khi phiếu kia được gộp vào phiếu này
ledger-before-change = trước khi đổi mức ưu tiên
ledger-with-event = { $why } (sự kiện { $event })
ledger-days = { $days } ngày làm việc, { $time }
move-stands-still = Tạm dừng khi phiếu ở trạng thái: { $state }.
move-due = Ở mức ưu tiên { $priority }, hạn sẽ là { $due }.
move-still = Ở mức ưu tiên { $priority } cũng sẽ tạm dừng.
move-never = Ở mức ưu tiên { $priority } sẽ không bao giờ đến hạn.
move-goes-on = Ở mức ưu tiên { $priority } không có cam kết: cam kết này sẽ tiếp tục.
move-not-promised = Ở mức ưu tiên { $priority } không có cam kết.
move-negotiable = Hai bên có thể thỏa thuận thời hạn khác: `sladesk agree`.
explain-event = { $at }  { $actor }  { $what }
explain-event-marked = { $at }  { $actor }  { $what } ({ $marks })
word-done = xong
word-withdrawn = đã rút
word-duplicate = trùng lặp
word-spam = thư rác
word-environment = môi trường
word-component = thành phần
word-version = phiên bản
report-moved = Đã chuyển sau khi kỳ kết thúc
report-moved-since = Các phiếu này sau đó đã được chuyển sang khách hàng khác. Báo cáo của kỳ giữ chúng ở nơi chúng thuộc về khi kỳ kết thúc.
event-waiting-until = { $waits } đến { $until }
ledger-open-hours = trong giờ, { $week }
ledger-closed-hours = ngoài giờ, giờ hỗ trợ { $week }
ledger-due = đến hạn: đã hết { $target }
explain-no-cause = chưa ai nêu; { $command } để ghi
may-hours = Giờ hỗ trợ
may-hours-of-support = Hỗ trợ
may-services = Dịch vụ
may-open-until = đang mở đến { $until }
may-open = đang mở
may-closed-until = đang đóng, mở lúc { $until }
may-closed = đang đóng
may-hours-are = { $stands } ({ $week }, { $zone })
may-hours-clause = { $stands } ({ $week }, { $zone }, { $clause })

## What a quarter says first, and what its words mean

summary-from-to = Từ { $from } đến { $to }
summary-period = Trong { $period }
summary-none = { $when }, không có cam kết nào đến hạn.
summary-kept = { $when }, cả { $promises } cam kết đến hạn đều được giữ đúng.
summary-broken = { $when }, { $kept } trên { $promises } cam kết đến hạn được giữ đúng ({ $share }). Vi phạm: { $which }.
summary-breach = { $milestone } của phiếu { $ticket }
summary-more = { $more } mục nữa
summary-not-included = { $plan } không bao gồm báo cáo này ({ $title }); báo cáo vẫn được in.
summary-not-included-clause = { $plan } không bao gồm báo cáo này ({ $title }, { $clause }); báo cáo vẫn được in.
meanings = Ý nghĩa các từ
meaning-promise = Cam kết là điều hợp đồng quy định sẽ được thực hiện trên một phiếu trong một thời hạn: trả lời, giải quyết. Nó được tính vào kỳ mà nó được giữ đúng hoặc bị vi phạm.
meaning-kept = Đúng hạn nghĩa là xong vào lúc hoặc trước hạn; vi phạm nghĩa là hạn đã qua trước. Thời gian được tính theo giờ hỗ trợ nêu trong hợp đồng.
meaning-median = Một nửa số cam kết đã hoàn thành không lâu hơn trung vị, chín phần mười không lâu hơn thời gian ở cột 90 %.
meaning-stood-still = Cam kết tạm dừng khi hợp đồng cho phép, ví dụ trong lúc chờ khách hàng trả lời; thời gian đó không được tính.
meaning-corrected = Đã đính chính là vi phạm được rút lại, kèm ai làm và vì sao; được thay thế là cam kết mà việc đổi mức ưu tiên đã kết thúc trước khi đúng hay vi phạm. Cả hai đều không được tính.
meaning-seal = Mã niêm phong chỉ rõ trạng thái sổ ghi mà trang này được lập từ đó: nhờ nó bộ phận hỗ trợ có thể in lại đúng trang này đến từng con số.

# Pages as pdf
pdf-page = Trang { $page } / { $pages }
pdf-unprintable = { $count } ký tự không in được và được thay bằng �.
pdf-figures = Các số liệu của trang này, dành cho chương trình
## Quý: bên cạnh các kỳ trước, đến lượt ai, còn lại gì, sắp tới có gì

trend = So với các kỳ trước
trend-is = Phần cam kết được giữ trong kỳ này và các kỳ trước, theo những gì đang biết.
trend-chart = Giữ được, theo từng kỳ
terms-changes = Thay đổi trong thỏa thuận
causes = Nguyên nhân được nêu
why-counted = đã tính { $elapsed }, cam kết { $target }
why-counted-in = đã tính { $elapsed }, cam kết { $target }; giờ: { $week }, { $zone }
why-wait = { $time } trong khi { $why }
why-stood-still = tạm dừng: { $waits }
why-priority = { $priority } từ { $at }
why-priorities = mức ưu tiên: { $changes }
why-held = do ai giữ: { $parts }
next-move = Đến lượt ai
next-move-is = Các phiếu chưa xong đã chờ mỗi bên bao lâu, tính theo giờ hỗ trợ ghi trong hợp đồng.
opened-by-priority = Đã mở, theo mức ưu tiên
opened-by-channel = Đã mở, theo kênh
opened-by-topic = Đã mở, theo chủ đề
backlog = Chưa xong khi kết thúc
backlog-none = Không còn việc gì khi kết thúc.
backlog-is = { $tickets } phiếu chưa xong; một nửa đã mở { $median } ngày hoặc ít hơn, phiếu cũ nhất { $oldest } ngày.
falls-due = Đến hạn cho tới hết { $period }
due-notice = ngày cuối cùng để dừng gia hạn
due-renewal = hết kỳ hạn, hợp đồng tiếp tục thêm { $months } tháng
due-end = hợp đồng kết thúc
due-cancelled-end = hợp đồng kết thúc, do đã hủy
due-qualification = { $who } không còn là { $title }
due-seat = { $who } không còn được gửi yêu cầu
column-who = lượt của
column-seconds = thời gian
column-share = tỷ lệ
column-age_days = số ngày
column-next_move = đến lượt
column-day = ngày cuối
column-act = việc đã làm
word-third-party = bên thứ ba
word-signed = đã ký
word-amended = đã sửa đổi
word-renewed = đã gia hạn
word-notice = báo trước
word-renewal = gia hạn
word-cancelled-end = kết thúc do hủy
word-seat = chỗ
word-response = phản hồi
word-resolution = giải quyết
not-promised-target = { $milestone } được mất bao lâu ở mức { $priority }
