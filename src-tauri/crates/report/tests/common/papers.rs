//! The papers from finding to closure, and those on exceptions and on the standard, with invented contents.

mod lists;

use super::TODAY;
use report::paper::{Paper, PaperColumn, PaperTable, Part};

const NUMBER: &str = "令和8年度-002";
const TITLE: &str = "ログの保存期間と、取得できないときの対処が定められていない";
const CRITERION: &str = "兵庫県後期高齢者医療広域連合 情報セキュリティ対策基準 2024-05　8.1.7イ　取得項目などの定め";
const ROOM: &str = "\n\n\n";
const DAY: &str = "令和　　年　　月　　日";

/// A paper with the boxes for seals, from a department to the head of audit.
fn paper(title: &str, opening: &str, parts: Vec<Part>) -> Paper {
    Paper {
        form: "様式第　　号".into(),
        number: "第　　　　　号".into(),
        date: TODAY,
        addressee: "情報セキュリティ監査統括責任者　様".into(),
        sender: vec!["青葉広域連合".into(), "情報システム課".into()],
        title: title.into(),
        stamps: ["起案", "係長", "課長", "次長", "CISO"].map(String::from).into(),
        landscape: false,
        opening: opening.into(),
        parts,
        closing: "以上".into(),
        class_label: "【機密性3】".into(),
    }
}

/// The same as it goes to a department, without boxes.
fn asking(title: &str, opening: &str, parts: Vec<Part>) -> Paper {
    let sender = vec!["青葉広域連合".into(), "企画財政課主査　佐藤 花子".into()];
    Paper {
        addressee: "資格管理課　御中".into(),
        sender,
        stamps: Vec::new(),
        closing: String::new(),
        ..paper(title, opening, parts)
    }
}

fn facts(pairs: &[(&str, &str)]) -> Part {
    Part::Facts(pairs.iter().map(|(label, value)| ((*label).into(), (*value).into())).collect())
}

fn heading(text: &str) -> Part {
    Part::Heading(text.into())
}

fn table(columns: &[(&str, f64)], rows: &[&[&str]], by_hand: bool) -> Part {
    Part::Table(PaperTable {
        columns: columns.iter().map(|(heading, width)| PaperColumn::text((*heading).into(), *width)).collect(),
        rows: rows.iter().map(|row| row.iter().map(|text| (*text).to_owned()).collect()).collect(),
        by_hand,
    })
}

/// Fields with room to write.
fn fields(rows: &[&[&str]]) -> Part {
    table(&[("項目", 22.0), ("記入欄", 70.0)], rows, true)
}

/// Rows to write in.
fn room(columns: &[(&str, f64)]) -> Part {
    table(columns, &[["", ""].as_slice(); 5], true)
}

fn about() -> Part {
    facts(&[
        ("指摘番号", NUMBER),
        ("件名", TITLE),
        ("区分", "軽微な不適合"),
        ("是正措置", "容量を見積もって保存期間を決め、手順を改訂する。"),
        ("予防措置", "手順の見直しを、毎年の自己点検に合わせて行う。"),
        ("完了予定日（期限）", "令和8年11月15日"),
    ])
}

const MILESTONES: [(&str, f64); 3] = [("期日", 20.0), ("中間目標", 50.0), ("達成日", 20.0)];
const REACHED: [&[&str]; 2] =
    [&["令和8年10月30日", "容量の調査", "令和8年10月31日"], &["令和8年11月5日", "保存期間の案の作成", ""]];

/// Every paper under the name of its reference.
pub fn all() -> Vec<(&'static str, Vec<Paper>)> {
    let mut all = findings();
    all.extend(improvement());
    all.extend(lists::exceptions());
    all.extend(lists::lists());
    all
}

fn findings() -> Vec<(&'static str, Vec<Paper>)> {
    let statement: &[(&str, &str)] = &[
        ("指摘番号", NUMBER),
        ("状況", "是正中"),
        ("区分", "軽微な不適合"),
        ("件名", TITLE),
        ("対象課", "情報システム課、総務課"),
        (
            "監査項目",
            "情報セキュリティ管理者と業務システム管理者は、ログの項目や保存期間、扱い方、取れなくなったときの対処などを定め、ログを適正に管理しているか。",
        ),
        ("確認日", "令和8年10月12日"),
        (
            "事実",
            "ログの項目と取扱方法は定められているが、保存期間と、取得できなくなったときの対処が定められていない。",
        ),
        ("基準（条項・版）", CRITERION),
        ("原因", "手順を作ったときに、保存の容量が決まっていなかった。"),
        ("影響・リスク", "不正なアクセスがあっても、後から調べられないおそれがある。"),
        ("発生可能性 × 損失", "中程度 × 大きい"),
        ("改善提言", "保存期間と、取得できなくなったときの連絡先・対処を手順に加えること。"),
        ("証拠", "ログ管理手順（抜粋）.txt\n保守記録の写し.pdf"),
        ("調書番号", "2-255"),
        ("再指摘", "再指摘（前回 令和7年度-001）"),
        ("組織横断の課題", "該当しない"),
    ];
    let view = facts(&[
        ("送付日", "令和8年10月14日"),
        ("回答の期限", "令和8年10月28日"),
        ("見解", "一部異議"),
        ("見解の内容", "保存期間は手順に書いていないが、機器の設定で1年と決めて運用している。"),
        ("回答者（職・氏名）", "情報システム課長"),
        ("回答日", "令和8年10月20日"),
        ("監査人の回答", "設定は確かめたが、期間を決めた根拠が文書にないため、指摘とする。"),
    ]);
    let open = facts(&[("送付日", "令和8年10月14日"), ("回答の期限", "令和8年10月28日"), ("見解", "未回答")]);
    let opening = "情報セキュリティ監査で見た事実について、次のとおり指摘する。";
    let told = facts(&[
        ("指摘番号", NUMBER),
        ("件名", TITLE),
        ("区分", "軽微な不適合"),
        ("事実", "ログの項目と取扱方法は定められているが、保存期間が定められていない。"),
        ("基準（条項・版）", CRITERION),
        ("回答の期限", "令和8年11月28日"),
    ]);
    let check = vec![
        told,
        heading("対象課の見解"),
        fields(&[
            &["見解", "□ 合意　□ 一部異議　□ 異議"],
            &["見解の内容", ROOM],
            &["回答者（職・氏名）", ""],
            &["回答日", DAY],
        ]),
        heading("事実と異なる箇所"),
        room(&[("対象・箇所", 24.0), ("内容", 68.0)]),
    ];
    let asked = facts(&[
        ("指摘番号", "令和8年度-003"),
        ("件名", "職員証の紛失がすぐに報告されていない"),
        ("基準（条項・版）", CRITERION),
        ("依頼日", "令和8年11月9日"),
        ("回答の期限", "令和8年11月18日"),
        ("点検してほしいこと", "職員証の紛失に気付いたときの連絡先と手順を、職員が知っているか。"),
    ]);
    let horizontal = vec![
        asked,
        heading("点検の結果"),
        fields(&[
            &["結果", "□ 問題なし　□ 同じ問題あり　□ 該当なし"],
            &["点検の方法と結果", ROOM],
            &["回答者（職・氏名）", ""],
            &["回答日", DAY],
        ]),
        heading("点検した対象"),
        room(&[("対象・箇所", 24.0), ("内容", 68.0)]),
    ];
    let ask = "他の課の指摘事項（令和8年度-003）と同じ問題がないかを点検し、期限までに回答してください。";
    let confirm = "情報セキュリティ監査の指摘事項（令和8年度-002）について、次の事実に誤りがないかを確かめ、見解を期限までにお知らせください。";
    vec![
        ("paper-finding", vec![paper("指摘事項票", opening, vec![facts(statement), heading("事実確認"), view])]),
        (
            "paper-finding-draft",
            vec![paper("指摘事項票（案）", opening, vec![facts(&statement[..13]), heading("事実確認"), open])],
        ),
        ("paper-check", vec![asking("事実確認票", confirm, check)]),
        ("paper-horizontal", vec![asking("横展開 依頼・回答票", ask, horizontal)]),
    ]
}

fn improvement() -> Vec<(&'static str, Vec<Paper>)> {
    let order = facts(&[
        ("指摘番号", NUMBER),
        ("件名", TITLE),
        ("区分", "軽微な不適合"),
        ("事実", "ログの保存期間が定められていない。"),
        ("基準（条項・版）", CRITERION),
        ("改善指示の内容", "手順を改め、結果を報告すること。ほかの手順にも同じ漏れがないか確かめること。"),
        ("指示日", "令和8年10月17日"),
        ("改善の期限", "令和8年11月7日"),
        ("報告前に指示する理由", "漏えいのおそれがあり、報告書を待てないため。"),
    ]);
    let plan = facts(&[
        ("指摘番号", NUMBER),
        ("件名", TITLE),
        ("原因の分析", "保存の容量を見積もっていなかった。"),
        ("是正措置", "容量を見積もって保存期間を決め、手順を改訂する。"),
        ("予防措置", "手順の見直しを、毎年の自己点検に合わせて行う。"),
        ("責任者（職）", "情報システム課長（中村 恵）"),
        ("開始日", "令和8年10月22日"),
        ("完了予定日（期限）", "令和8年11月15日"),
        ("予算の要否・額", "（記載なし）"),
        ("申請者", "森田 直樹"),
        ("提出日", "令和8年10月20日"),
    ]);
    let approval = facts(&[
        ("承認者", "森田 直樹"),
        ("承認日", "令和8年10月23日"),
        (
            "申請者が承認したやむを得ない理由",
            "承認する事務局長が長期の出張中で、代わりを務める事務局次長が申請者本人であったため。",
        ),
    ]);
    let moved = table(
        &[("変更日", 18.0), ("変更前の期限", 18.0), ("変更後の期限", 18.0), ("理由", 32.0), ("承認者", 14.0)],
        &[
            &[
                "令和8年11月6日",
                "令和8年11月7日",
                "令和8年11月15日",
                "保守事業者の見積りが期限に間に合わないため。",
                "森田 直樹",
            ],
            &["令和8年11月14日", "令和8年11月15日", "令和8年12月25日", "機器の納品が遅れたため。", "森田 直樹"],
        ],
        false,
    );
    let ordered = facts(&[
        ("指摘番号", NUMBER),
        ("件名", TITLE),
        ("改善指示の内容", "手順を改め、結果を報告すること。"),
        ("改善の期限", "令和8年11月7日"),
    ]);
    let blank: [&[&str]; 8] = [
        &["原因の分析", ROOM],
        &["是正措置", ROOM],
        &["予防措置", ROOM],
        &["責任者（職）", ""],
        &["開始日", DAY],
        &["完了予定日（期限）", DAY],
        &["予算の要否・額", ""],
        &["申請者", ""],
    ];
    let report = facts(&[
        ("報告日", "令和8年11月17日"),
        ("状況", "遅延"),
        ("進捗率", "50 %"),
        ("実施した内容", "保存期間の案（1年）を作った。"),
        ("遅延の理由", "保守事業者からの容量の見積りが遅れている。"),
        ("次回報告日", "令和8年11月28日"),
        ("報告者", "森田 直樹"),
    ]);
    let before = table(
        &[("報告日", 20.0), ("状況", 12.0), ("進捗率", 10.0), ("実施した内容", 50.0)],
        &[&["令和8年10月31日", "着手", "30 %", "現在の容量を調べた。"]],
        false,
    );
    let completed = facts(&[
        ("報告日", "令和8年11月11日"),
        ("実施した内容", "保管庫を設置して5台を移し、当番による照合を始めた。"),
        ("残るリスク", "（記載なし）"),
        ("報告者", "森田 直樹"),
        ("証拠", "設置後の保管庫.png\n照合の記録.pdf"),
    ]);
    let verified = facts(&[
        ("検証日", "令和8年11月16日"),
        ("検証者", "佐藤 花子"),
        ("結果", "有効"),
        ("検証の内容", "総務課を視察し、5台すべてが施錠されていることと、2週間分の照合の記録を確かめた。"),
    ]);
    let planning = "指摘事項（令和8年度-002）の改善について、次のとおり計画します。";
    let reporting = "指摘事項（令和8年度-002）の改善の進み具合を、次のとおり報告します。";
    let ending = "指摘事項（令和8年度-002）の改善が終わったので、次のとおり報告します。";
    let blank_end: [&[&str]; 4] = [&["報告日", DAY], &["実施した内容", ROOM], &["残るリスク", ROOM], &["報告者", ""]];
    vec![
        (
            "paper-order",
            vec![paper(
                "改善指示書",
                "情報セキュリティ監査の指摘事項について、次のとおり改善を指示する。",
                vec![order],
            )],
        ),
        (
            "paper-plan",
            vec![paper(
                "改善計画書",
                planning,
                vec![
                    plan,
                    heading("中間目標"),
                    table(&MILESTONES, &REACHED, false),
                    heading("承認"),
                    approval,
                    heading("期限の変更"),
                    moved,
                ],
            )],
        ),
        (
            "paper-plan-blank",
            vec![Paper {
                closing: String::new(),
                ..paper(
                    "改善計画書",
                    planning,
                    vec![
                        ordered,
                        heading("改善計画"),
                        fields(&blank),
                        heading("中間目標"),
                        room(&[("期日", 22.0), ("中間目標", 70.0)]),
                    ],
                )
            }],
        ),
        (
            "paper-progress",
            vec![paper(
                "進捗報告書",
                reporting,
                vec![
                    about(),
                    heading("報告"),
                    report,
                    heading("中間目標"),
                    table(&MILESTONES, &REACHED, false),
                    heading("これまでの報告"),
                    before,
                ],
            )],
        ),
        (
            "paper-completion",
            vec![paper(
                "完了報告書",
                ending,
                vec![about(), heading("報告"), completed, heading("監査側の検証"), verified],
            )],
        ),
        (
            "paper-completion-blank",
            vec![paper(
                "完了報告書",
                ending,
                vec![
                    about(),
                    heading("報告"),
                    fields(&blank_end),
                    heading("完了を示す証拠"),
                    room(&[("証拠の名称", 30.0), ("保管場所", 62.0)]),
                ],
            )],
        ),
    ]
}
