//! An invented year of an invented office, and the fonts.
#![allow(dead_code, unreachable_pub, reason = "each test binary uses a part")]

mod beyond;
pub mod book;
pub mod papers;
pub mod variants;

use beyond::beyond;
use domain::Keyed;
use domain::finding::{FactView, FindingState};
use domain::kinds::{EngagementKind, Grade, ProgressState, SelfAnswer, Verdict, VerificationResult};
use domain::report::{Margins, ReportAudience, ReportKind, ReportPaper, ReportSection, ReportTypeface};
use domain::wareki::FiscalYear;
use jiff::civil::{Date, date};
use report::layout::{Mark, Page};
use report::model::*;
use std::path::{Path, PathBuf};

/// Where every word stands, page by page.
pub fn geometry(pages: &[Page]) -> String {
    let mut text = String::new();
    for (number, page) in (1..).zip(pages) {
        text.push_str(&format!("=== {number} {:?}\n", page.orientation));
        for mark in &page.marks {
            if let Mark::Text { x, y, size, text: line, .. } = mark {
                text.push_str(&format!("{x:.1} {y:.1} {size} {line}\n"));
            }
        }
    }
    text
}

/// Compares with what was written down. `KANSA_BLESS=1` writes it anew; then look at the pages.
pub fn looks_as_it_did(name: &str, text: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/ref/report");
    let file = folder.join(format!("{name}.txt"));
    if std::env::var_os("KANSA_BLESS").is_some() {
        std::fs::write(&file, text).unwrap();
    }
    let known = std::fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    let differs = known.lines().zip(text.lines()).find(|(known, new)| known != new);
    assert!(known == text, "{name} changed, first at {differs:?}; bless it with KANSA_BLESS=1 if it is meant");
}

/// The day for which all samples are made.
pub const TODAY: Date = date(2026, 11, 21);

/// The folder of the font package: `KANSA_FONTS`, or ui/node_modules in this folder or one above.
pub fn fonts_dir() -> PathBuf {
    if let Some(folder) = std::env::var_os("KANSA_FONTS") {
        return folder.into();
    }
    let package = Path::new("ui/node_modules/@expo-google-fonts/biz-udgothic");
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = here.ancestors().map(|folder| folder.join(package)).find(|folder| folder.is_dir());
    found.expect("the fonts are missing: run npm install in ui/, or set KANSA_FONTS")
}

/// The bytes of both weights.
pub struct FontBytes {
    pub regular: Vec<u8>,
    pub bold: Vec<u8>,
}

impl FontBytes {
    pub fn read() -> FontBytes {
        let read = |name: &str| std::fs::read(fonts_dir().join(name)).unwrap();
        FontBytes {
            regular: read("400Regular/BIZUDGothic_400Regular.ttf"),
            bold: read("700Bold/BIZUDGothic_700Bold.ttf"),
        }
    }

    pub fn fonts(&self) -> report::pdf::Fonts<'_> {
        report::pdf::Fonts { gothic: &self.regular, gothic_bold: &self.bold }
    }
}

fn named(key: &str, name: &str) -> Named {
    Named { key: key.into(), name: name.into() }
}

pub fn head() -> Head {
    Head {
        kind: ReportKind::Annual,
        audience: ReportAudience::Ciso,
        office: "青葉広域連合".into(),
        title: "情報セキュリティ監査報告書".into(),
        addressee: "情報セキュリティ最高責任者（CISO）　事務局長　様".into(),
        author: "情報セキュリティ監査統括責任者　事務局次長　森田 直樹".into(),
        fiscal_year: FiscalYear::new(2026).unwrap(),
        class_label: "【機密性3】".into(),
        handling: vec!["複製禁止".into(), "関係者限り".into()],
        document_number: Some("青広情監第12号".into()),
        number_sign: "青広情監第　号".into(),
        draft: true,
        created: TODAY,
        stamps: ["起案", "係長", "課長", "次長", "CISO"].map(String::from).into(),
        seal: false,
        retention: "5年".into(),
        version: 1,
        drafted: None,
        decided: None,
        decided_by: String::new(),
        changes: Vec::new(),
        paper: ReportPaper::A4,
        typeface: ReportTypeface::Gothic,
        margins: Margins::default(),
        journal_head: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
    }
}

/// A report about which nothing is known but its cover.
pub fn empty() -> ReportInput {
    ReportInput {
        head: head(),
        opinion: Opinion::default(),
        sections: all_sections(),
        criteria: Vec::new(),
        engagements: Vec::new(),
        not_looked_at: Vec::new(),
        independence: Vec::new(),
        departments: Vec::new(),
        chapters: Vec::new(),
        answers: Vec::new(),
        self_answers: Vec::new(),
        staff: Vec::new(),
        findings: Vec::new(),
        compelled_approvals: Vec::new(),
        earlier: Vec::new(),
        earlier_findings: Vec::new(),
        cross_cutting: Vec::new(),
        horizontal: Vec::new(),
        turns: Vec::new(),
        exceptions: Vec::new(),
        proposals: Vec::new(),
        orders: Vec::new(),
        evidence: Vec::new(),
    }
}

/// Every section in the usual order, with nothing written in it.
pub fn all_sections() -> Vec<Section> {
    let section = |section: &ReportSection| Section {
        key: section.key().into(),
        section: Some(*section),
        title: None,
        text: Vec::new(),
        withheld: false,
    };
    ReportSection::ALL.iter().map(section).collect()
}

pub const QUESTIONS: &[&str] = &[
    "ログイン時の認証に、複数の認証情報（知識・所持・存在）を組み合わせて用いるよう努めているか。",
    "ICカード等を紛失したときは、速やかに業務システム管理者等へ報告し、当該ICカード等を使用したアクセスを直ちに停止しているか。",
    "パスワードは8文字以上とし、英字・数字・記号を組み合わせ、推測されにくいものとしているか。",
    "アクセス記録及び情報セキュリティの確保に必要な記録を取得し、一定の期間保存しているか。",
    "記録の項目、保存期間、取扱方法及び記録が取得できなくなった場合の対処等について定め、適正に管理しているか。",
    "例外措置の適用を申請する場合は、内容・理由・期間を明らかにした申請書を情報セキュリティ最高責任者へ提出し、許可を得ているか。",
    "情報システムの運用を委託する場合は、委託先において情報セキュリティ対策が確保されていることを定期的に確認しているか（再委託を含む。）。",
];

const NOTES: &[&str] = &[
    "",
    "実施記録を閲覧し、規程どおりであることを確認した。",
    "台帳の更新が令和7年10月で止まっており、現物と一致しない端末が3台あった。",
    "",
    "担当者への質問により確認。記録はなく、次回は画面の提示を求める。",
];

pub fn chapters() -> Vec<Named> {
    vec![
        named("6.4", "6.4 ログイン認証・ICカード等の管理"),
        named("7.4", "7.4 パスワード等の管理"),
        named("8.1.7", "8.1.7 アクセス記録の取得等"),
        named("9.5", "9.5 例外措置"),
        named("11", "11 評価・見直し"),
    ]
}

pub fn departments() -> Vec<Named> {
    vec![named("soumu", "総務課"), named("system", "情報システム課"), named("kyufu", "給付課")]
}

/// The verdict at a place of an invented but fixed pattern.
fn verdict(place: usize) -> Verdict {
    match place * 7 % 23 {
        0 | 5 => Verdict::Nonconforming,
        2 | 9 | 14 => Verdict::Partial,
        3 | 11 => Verdict::NotApplicable,
        7 | 17 => Verdict::Unverified,
        _ => Verdict::Conforming,
    }
}

pub fn answers(departments: &[Named], chapters: &[Named], each: usize) -> Vec<AnswerRow> {
    let mut rows = Vec::new();
    for (d, department) in departments.iter().enumerate() {
        for (c, chapter) in chapters.iter().enumerate() {
            for n in 0..each {
                let place = d * 31 + c * 13 + n;
                rows.push(AnswerRow {
                    department: department.key.clone(),
                    chapter: chapter.key.clone(),
                    clause: format!("{}.{}", chapter.key, n / 3 + 1),
                    id: format!("aoba:{}.{}-{}", chapter.key, n / 3 + 1, n % 3 + 1),
                    item: format!("{}.{}-{}", chapter.key, n / 3 + 1, n % 3 + 1),
                    target: if place % 5 == 4 { "窓口業務システム".into() } else { String::new() },
                    question: QUESTIONS[place % QUESTIONS.len()].into(),
                    verdict: verdict(place),
                    in_scope: place % 19 != 18,
                    note: NOTES[place % NOTES.len()].into(),
                    evidence: if place % 4 == 1 { vec![format!("E-{:03}", place % 40 + 1)] } else { Vec::new() },
                });
            }
        }
    }
    rows
}

fn self_answers() -> Vec<SelfRow> {
    let answers = [
        Some(SelfAnswer::Yes),
        Some(SelfAnswer::Yes),
        Some(SelfAnswer::Partly),
        Some(SelfAnswer::Yes),
        Some(SelfAnswer::No),
        Some(SelfAnswer::NotApplicable),
        Some(SelfAnswer::Unknown),
        None,
    ];
    let mut rows = Vec::new();
    for (d, department) in departments().iter().enumerate() {
        for n in 0..14 {
            rows.push(SelfRow {
                department: department.key.clone(),
                clause: "7.4".into(),
                id: format!("aoba:7.4.{}-{}", n / 3 + 1, n % 3 + 1),
                item: format!("7.4.{}-1", n + 1),
                question: QUESTIONS[n % QUESTIONS.len()].into(),
                answer: answers[(n + d * 3) % answers.len()],
                note: if n.is_multiple_of(2) {
                    "異動者への周知が不足している。".into()
                } else {
                    String::new()
                },
                improvement: if n.is_multiple_of(3) {
                    "4月の研修で取り上げ、所属長が確認する。".into()
                } else {
                    String::new()
                },
            });
        }
    }
    rows
}

pub fn finding(n: usize, grade: Grade, state: FindingState) -> Finding {
    let departments = departments();
    Finding {
        number: format!("R8-{n:03}"),
        grade,
        title: "紛失したICカードの利用停止が翌営業日まで行われていない".into(),
        department: departments[n % departments.len()].name.clone(),
        fact: "令和8年10月6日に提出された紛失報告3件のうち2件について、アクセスの停止が報告を受けた日の翌営業日に行われていた。\
               停止の手順書には「速やかに」とだけあり、時間外の連絡先が定められていない。"
            .into(),
        criterion: "対策基準 6.4.1 イ(3)（令和6年5月1日施行）「ICカード等の紛失等の通報があり次第、当該ICカード等を使用したアクセス等を速やかに停止しなければならない。」".into(),
        cause: "時間外の受付窓口と停止権限を持つ者が定められていない。".into(),
        risk: "拾得者が業務システムへログインし、被保険者の個人情報を閲覧するおそれがある。".into(),
        recommendation: "時間外の連絡先と代行者を定め、停止までの目標時間を手順書に明記すること。".into(),
        view: (!n.is_multiple_of(3)).then(|| DepartmentView {
            view: if n.is_multiple_of(2) { FactView::PartlyDisputed } else { FactView::Agreed },
            date: Some(date(2026, 10, 15)),
            by: "給付課長　高橋 誠".into(),
            text: "1件は、報告を受けた時点で担当者が不在であった。".into(),
            reply: if n.is_multiple_of(2) { "不在のときの代行が定められていないことを含めて指摘している。".into() } else { String::new() },
        }),
        evidence: vec!["E-003".into(), "E-011".into()],
        state,
        order: (state >= FindingState::Ordered).then(|| Order {
            date: date(2026, 10, 20),
            due: Some(date(2026, 11, 13)),
            text: "提言のとおり手順を改め、結果を報告すること。ほかの課にも同じ問題がないか確かめること。".into(),
        }),
        plan: (state >= FindingState::Planned).then(|| Plan {
            cause: "当番表を作っていなかった。".into(),
            corrective: "時間外の連絡先を当番制とし、手順書を改訂する。".into(),
            preventive: "年2回、停止の訓練を行う。".into(),
            owner: "給付課長　高橋 誠".into(),
            due: Some(date(2026, 12, 25)),
            approval: (state >= FindingState::Correcting).then(|| Approval {
                date: date(2026, 10, 30),
                by: "事務局次長　森田 直樹".into(),
                reason: n.is_multiple_of(2).then(|| "承認者が不在で、代行者が申請者本人であったため。".into()),
            }),
        }),
        progress: if state >= FindingState::Correcting {
            vec![
                Progress { date: date(2026, 11, 2), state: ProgressState::Started, percent: Some(30), text: "手順書の案を作成した。".into() },
                Progress { date: date(2026, 11, 16), state: ProgressState::Delayed, percent: Some(60), text: "当番の割振りの調整に時間を要している。".into() },
            ]
        } else {
            Vec::new()
        },
        verifications: if state == FindingState::Closed {
            vec![Verification {
                date: date(2026, 11, 19),
                by: "監査人　佐藤 花子".into(),
                result: VerificationResult::Effective,
                text: "改訂後の手順書と訓練の記録を閲覧した。".into(),
            }]
        } else {
            Vec::new()
        },
        days_overdue: None,
    }
}

/// The demo year, with everything in it.
pub fn sample() -> ReportInput {
    ReportInput {
        opinion: Opinion {
            overall: vec![
                "今回は、ログイン認証、パスワード、アクセス記録、例外措置及び評価・見直しの各章について、3課を対象に監査を行った。\
                 認証情報の管理はおおむね定着しているが、紛失時の停止と記録の保存に、課をまたぐ弱さが見られた。".into(),
                "特に、時間外に紛失の連絡を受ける仕組みがないことは、どの課でも同じ問題になり得る。".into(),
            ],
            decisions: vec![Decision {
                what: "時間外の紛失連絡を受ける窓口を連合全体で一つに定めること。".into(),
                whom: "情報セキュリティ統括責任者".into(),
                due: Some(date(2026, 12, 28)),
                budget: "運用契約の変更（年60万円）".into(),
            }],
        },
        criteria: vec![Criterion {
            title: "青葉広域連合情報セキュリティ対策基準".into(),
            edition: "令和6年5月1日施行".into(),
            sha256: "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae".into(),
        }],
        engagements: vec![
            Engagement {
                kind: EngagementKind::Audit,
                name: "令和8年度 定期監査".into(),
                purpose: "対策基準の遵守の状況を確かめ、改善を助言する。".into(),
                basis: "対策基準 11.1.1".into(),
                departments: departments().into_iter().map(|d| d.name).collect(),
                from: Some(date(2026, 10, 1)),
                to: Some(date(2026, 10, 30)),
                methods: ["閲覧", "観察・視察", "質問"].map(String::from).into(),
                team: vec![("佐藤 花子".into(), "監査人".into()), ("外部専門家　田村 一".into(), "技術補助".into())],
                exclusions: vec!["クラウドサービスの設定（第三者証明書による確認を次年度に行う）".into()],
            },
            Engagement {
                kind: EngagementKind::SelfCheck,
                name: "令和8年度 自己点検（所属長）".into(),
                purpose: "各課が自らの実施の状況を点検する。".into(),
                basis: "対策基準 11.2".into(),
                departments: departments().into_iter().map(|d| d.name).collect(),
                from: Some(date(2026, 8, 1)),
                to: Some(date(2026, 8, 31)),
                methods: Vec::new(),
                team: Vec::new(),
                exclusions: Vec::new(),
            },
        ],
        not_looked_at: vec!["委託先の作業場所（立入りの調整がつかなかったため）".into()],
        independence: vec![
            "監査人は、監査の対象となる課に属していない。".into(),
            "監査統括責任者は、統括責任者を兼ねる事務局次長である。本人が所管する事項（例外措置の許可）は、外部専門家が確認した。".into(),
        ],
        departments: departments(),
        chapters: chapters(),
        answers: answers(&departments(), &chapters(), 8),
        self_answers: self_answers(),
        findings: vec![
            finding(1, Grade::Minor, FindingState::Closed),
            finding(2, Grade::Major, FindingState::Correcting),
            finding(3, Grade::Minor, FindingState::Ordered),
            finding(4, Grade::Observation, FindingState::Confirmed),
            finding(5, Grade::GoodPractice, FindingState::Confirmed),
        ],
        evidence: (1..=12)
            .map(|n| Evidence {
                number: format!("E-{n:03}"),
                name: format!("紛失報告書の写し（{n}）.pdf"),
                sha256: format!("{:064x}", 0x9f86_d081_884c_7d65_u64.wrapping_mul(n) as u128 * 0x1234_5678_9abc),
                class_label: "【機密性3】".into(),
                attached_to: format!("総務課 6.4.{n}-1"),
            })
            .collect(),
        ..beyond()
    }
}

/// As many items and findings as wanted, over as many departments.
pub fn large(items: usize, findings: usize, offices: usize) -> ReportInput {
    let departments: Vec<Named> = (0..offices).map(|n| named(&format!("d{n}"), &format!("第{}課", n + 1))).collect();
    let chapters = chapters();
    let each = items / departments.len() / chapters.len();
    let grades = [Grade::Minor, Grade::Major, Grade::Observation, Grade::Recommendation];
    let states = [FindingState::Ordered, FindingState::Correcting, FindingState::Closed, FindingState::Confirmed];
    ReportInput {
        answers: answers(&departments, &chapters, each),
        departments,
        chapters,
        findings: (1..=findings).map(|n| finding(n, grades[n % 4], states[n / 4 % 4])).collect(),
        ..sample()
    }
}
