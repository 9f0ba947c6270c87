//! A desk whose people write in all scripts, and at length.

use std::path::PathBuf;

use tempfile::TempDir;

use crate::terminal::{Place, typed};

/// The desk in a folder of its own, which is gone with the first of what is given.
pub fn desk() -> (TempDir, PathBuf) {
    let kept = tempfile::tempdir().expect("a folder for the test");
    let folder = kept.path().to_owned();
    let commands = [format!("set -e\n{SCRIPT}")];
    let place = Place::at(&folder, "2026-01-05T08:00:00Z");
    let seen = typed(&place, &commands, |_, _| String::new());
    assert_eq!(seen[0].status, 0, "{}", seen[0].shown);
    (kept, folder)
}

const SCRIPT: &str = r#"
export SLADESK_NOW=2026-01-05T08:00:00Z
sladesk db init --zone Europe/Madrid
sladesk staff add minh --name "Trần Nguyễn Bảo Minh của phòng hỗ trợ kỹ thuật khu vực" --email minh.tran.nguyen.bao@hotrokythuat.example --line first --line second
sladesk staff add noura --name "نورا عبد الله آل سعود الأحمدي من قسم الدعم الفني" --email noura.al-ahmadi@support.example --line second
sladesk staff add unzustaendigkeitsvermutungsbeauftragter --name "王小明" --line first
sladesk customer add acme --name "Công ty Trách nhiệm hữu hạn Phát triển Phần mềm Ánh Dương Miền Trung" --account-manager minh --engineer noura --language vi
sladesk customer add sharikat-al-ahlam --name "شركة الأحلام للحلول الآلية والاتصالات" --account-manager noura --language ar
sladesk customer add beijing --name "北京登录失败技术有限公司人工智能与云计算事业部东北分公司" --account-manager minh
sladesk customer add emoji --name "👩‍💻🇻🇳🚀 Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" --account-manager unzustaendigkeitsvermutungsbeauftragter
sladesk customer add umbrella --name Umbrella
sladesk contract sign acme creatio/business --start 2026-01-01 --zone UTC+1 --set targets.response.low=open
sladesk contract sign sharikat-al-ahlam csd-group/elite --set contacts=5 --set channels=phone,email,portal
sladesk contract sign beijing creatio/basic --zone UTC+8 --set targets.response.low=open
sladesk contract sign emoji bpmonline/premium --set contacts=5 --set calendars.working-days.holidays=none
sladesk contract sign umbrella suitecrm/dedicated --zone Europe/London --set contacts=5 --set channels=email,portal,phone --set "hours=mon-fri 09:00-17:30" --set targets.response=4h --set targets.resolution=3bd --set allowances.support-hours.hours=10h
sladesk contact add acme nguyen.thi.thanh.huong.phong.ky.thuat@anh-duong-mien-trung.example --name "Nguyễn Thị Thanh Hương" --phone "+84 24 3926 2626" --language vi
sladesk contact add acme dana@acme.example --name "Dana Ruiz" --end 2027-01-31
sladesk contact add sharikat-al-ahlam layla@al-ahlam.example --name "ليلى الأحلام لا لآلئ" --phone "+966 11 465 0000"
sladesk contact add beijing xiaoming@beijing.example --name "李小明登录失败人工智能与云计算事业部经理"
sladesk contact add emoji rocket@donaudampfschifffahrtselektrizitaetenhauptbetriebswerk.example --name "🚀🚀🚀 👩‍💻👩‍💻"
sladesk contact add umbrella ada@umbrella.example --name Ada
export SLADESK_NOW=2026-09-28T08:00:00Z
sladesk open nguyen.thi.thanh.huong.phong.ky.thuat@anh-duong-mien-trung.example "Không đăng nhập được vào hệ thống quản lý quan hệ khách hàng từ sáng hôm nay" -p high -c phone -t analytics --assignee minh -m "Chúng tôi không thể đăng nhập."
sladesk open layla@al-ahlam.example "لا يمكن تسجيل الدخول إلى لوحة الأحلام، والآلاف من المستخدمين لا يعملون" -p p1 -c phone --assignee noura -m "لا لا لا"
sladesk open xiaoming@beijing.example "登录失败，人工智能与云计算事业部的全部用户都不能登录系统，请尽快处理" -p medium -c email --assignee minh
sladesk open rocket@donaudampfschifffahrtselektrizitaetenhauptbetriebswerk.example "🚀 Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsbericht 👩‍💻 fehlt 🇻🇳" -p p3 -c email -t faults --assignee unzustaendigkeitsvermutungsbeauftragter
sladesk open ada@umbrella.example "Odd: ExceptionInInitializerErrorWhileApplicationContextFromClasspathResource[applicationContext.xml]" -p s2 -c phone -t errors --version 8.1 --environment laboratory --component product
sladesk open dana@acme.example "The export hangs, and the export of the export hangs as well, every time that somebody tries" -p medium -c email
export SLADESK_NOW=2026-10-01T08:00:00Z
sladesk wait 3 customer -m "请您再试一次，并把错误信息发给我们。"
sladesk wait 4 third-party
sladesk wait 6 vendor --until 2026-12-01T09:00Z
sladesk priority 1 medium --reason misjudged -m "Sai mức độ"
sladesk reply 1 -m "Chúng tôi đang xem xét, xin quý khách vui lòng chờ trong giây lát."
sladesk cause 1 response -m "Nhân viên trực vắng mặt"
sladesk note 2 -m "الأحلام: لا شيء حتى الآن"
sladesk work 5 45m -m "Looked at"
sladesk eta 5 "2026-12-24T10:00Z"
sladesk resolve 5 -m "Done"
sladesk open acme "Thứ nữa" --contact bob@acme.example -p high -c phone --refuse -m x
sladesk open acme "Không ai cả" --contact bob@acme.example -p high -c phone --override contact -m "Quen biết lâu năm"
sladesk contract amend acme --start 2026-10-05 --set contacts=7 -m "thêm ghế" -y
export SLADESK_NOW=2026-10-14T10:30:00Z
sladesk open dana@acme.example "Another one" -p high -c phone
sladesk assign 9 noura
sladesk link 6 1
sladesk undo -m oops -y
sladesk plan new ours | sed 's/premium/gold/; s/title *= "[^"]*"/title = "Gói hỗ trợ vàng cho khách hàng doanh nghiệp vừa và nhỏ"/' > odd.toml
(echo 'pausedby = ["waiting-customer", "waiting-vendor", "waiting-third-party"] # 暂停 暂停 暂停 暂停 暂停 暂停 暂停 暂停'; cat odd.toml) > broken.toml
printf 'email,name\nlan@umbrella.example,Hồ Thị Lan\n' > people.csv
cat > mapping.toml <<'END'
name = "ourtool"
[columns]
ticket = "case"
at = "changed"
priority = "prio"
subject = ["title"]
[times]
format = "rfc3339"
[priority]
"urgent" = "s2"
[defaults]
channel = "email"
END
printf 'case,changed,prio,title\nA-1,2026-10-12T09:00:00Z,urgent,登录失败\nA-2,2026-10-12T09:00:00Z,unbekannt,Nichts\n' > log.csv
printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 BEGIN:VEVENT UID:1 'DTSTART;VALUE=DATE:20261224' 'SUMMARY:Lễ Giáng sinh của toàn công ty và tất cả các chi nhánh' END:VEVENT END:VCALENDAR > company.ics
"#;
