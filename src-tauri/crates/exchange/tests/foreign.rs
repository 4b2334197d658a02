//! Whatever an office does with a table of its own, no answer is lost on the way and none is invented.

#![allow(clippy::unwrap_used, reason = "what a test cannot set up fails the test")]

use domain::names::Nameable;
use domain::{Keyed, kinds::Verdict};
use exchange::{
    ColumnKind, DiagnosticCode as Code, Expected, ExpectedCell, ExpectedColumn, Known, KnownItem, Limits, PlanStatus,
    assign, layouts, plan, read,
};
use proptest::prelude::*;
use proptest::sample::Index;
use rust_xlsxwriter::Workbook;
use std::collections::BTreeMap;

const ITEMS: usize = 10;
const TOPICS: [&str; ITEMS] = [
    "端末の固定",
    "パスワードの管理",
    "離席時の画面ロック",
    "電子メールの誤送信防止",
    "外部記録媒体の持ち出し",
    "委託先の監督",
    "入退室の記録",
    "ウイルス対策ソフトの更新",
    "職員研修の受講",
    "障害発生時の連絡",
];
const HEADINGS: [&[&str]; 4] = [
    &["番号", "No.", "項番"],
    &["点検項目", "確認事項", "質問"],
    &["判定", "回答", "結　果"],
    &["備考", "コメント", "特記事項"],
];
const SPELLINGS: &[(&str, Option<Verdict>)] = &[
    ("○", Some(Verdict::Conforming)),
    ("〇", Some(Verdict::Conforming)),
    ("ＯＫ", Some(Verdict::Conforming)),
    ("実施済み", Some(Verdict::Conforming)),
    ("はい", Some(Verdict::Conforming)),
    ("▲", Some(Verdict::Partial)),
    ("✕", Some(Verdict::Nonconforming)),
    ("いいえ", Some(Verdict::Nonconforming)),
    ("対象外", Some(Verdict::NotApplicable)),
    ("昨年同様", None),
    ("別紙", None),
    ("〃", None),
    ("レ", None),
    ("－", None),
    ("ほぼ", None),
];

fn question(n: usize) -> String {
    format!("{}について、定められた手順のとおりに行っているか。", TOPICS[n])
}

fn known() -> Known {
    Known {
        template: "audit".to_owned(),
        edition: "e".to_owned(),
        items: (0..ITEMS)
            .map(|n| KnownItem { key: format!("k{n}"), number: format!("2-{n}"), question: question(n) })
            .collect(),
        places: vec![Nameable { key: "soumu".to_owned(), name: "総務課".to_owned(), former: Vec::new() }],
        single: Some("soumu".to_owned()),
        notes: "note".to_owned(),
        ..Known::default()
    }
}

fn expected() -> Expected {
    let column = |label: &str, kind| ExpectedColumn { label: label.to_owned(), kind };
    let columns = [
        ("question", column("問い", ColumnKind::Fixed)),
        ("answer", column("判定", ColumnKind::Audit)),
        ("note", column("備考", ColumnKind::Text { limit: 200 })),
    ];
    let sent = |text: String| ExpectedCell { sent: text.clone(), now: text };
    Expected {
        template: "audit".to_owned(),
        form_id: "soumu".to_owned(),
        edition: "e".to_owned(),
        columns: columns.into_iter().map(|(key, column)| (key.to_owned(), column)).collect(),
        rows: (0..ITEMS).map(|n| (format!("k{n}"), BTreeMap::from([("question".into(), sent(question(n)))]))).collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    #[test]
    fn no_answer_is_lost_and_none_is_invented(
        answers in prop::collection::vec((prop::option::weighted(0.8, 0..SPELLINGS.len()), "[か-ん]{0,4}"), ITEMS),
        titles in 0_usize..4,
        order in prop::collection::vec(any::<Index>(), ITEMS),
        columns in prop::collection::vec(any::<Index>(), 4),
        names in prop::collection::vec(any::<Index>(), 4),
        memo in prop::option::of(any::<Index>()),
        // Where rows of their own come in, and blank ones.
        own in prop::collection::vec(any::<Index>(), 0..3),
        blank in prop::collection::vec(any::<Index>(), 0..3),
        again in any::<bool>(),
        renumber in any::<bool>(),
    ) {
        let headings: Vec<&str> = (0..4).map(|n| HEADINGS[n][names[n].index(3)]).collect();
        let mut rows: Vec<[String; 4]> = (0..ITEMS)
            .map(|n| {
                let number = if renumber { format!("{}", n + 31) } else { format!("2-{n}") };
                let answer = answers[n].0.map_or("", |n| SPELLINGS[n].0);
                [number, question(n), answer.to_owned(), answers[n].1.clone()]
            })
            .collect();
        for (n, other) in order.iter().enumerate() {
            rows.swap(n, other.index(ITEMS));
        }
        for at in &own {
            let row = [String::new(), "課の申し合わせ".to_owned(), "○".to_owned(), String::new()];
            rows.insert(at.index(rows.len() + 1), row);
        }
        for at in &blank {
            rows.insert(at.index(rows.len() + 1), Default::default());
        }
        if again {
            rows.insert(ITEMS / 2, std::array::from_fn(|n| headings[n].to_owned()));
        }
        rows.insert(0, std::array::from_fn(|n| headings[n].to_owned()));
        let mut places: Vec<usize> = (0..4).collect();
        for (n, other) in columns.iter().enumerate() {
            places.swap(n, other.index(4));
        }
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for title in 0..titles {
            sheet.write_string(title as u32, 0, ["様式第2号", "自己点検票", "令和8年11月21日現在"][title % 3]).unwrap();
        }
        let memo = memo.map(|at| at.index(5));
        for (row, cells) in rows.iter().enumerate() {
            for (place, n) in places.iter().enumerate().filter(|(_, n)| !cells[**n].is_empty()) {
                let column = place + usize::from(memo.is_some_and(|at| at <= place));
                sheet.write_string((titles + row) as u32, column as u16, &cells[*n]).unwrap();
            }
            if let Some(column) = memo.filter(|_| row == 0) {
                sheet.write_string(titles as u32, column as u16, "課内メモ").unwrap();
            }
        }
        let bytes = book.save_to_buffer().unwrap();
        let book = read(&bytes, "他.xlsx", &Limits::default()).unwrap();
        let known = known();
        let found = layouts(&book, &BTreeMap::new(), &known.places);
        let layout = found[0].layout.clone();
        prop_assert!(layout.is_some(), "{:?}", rows);
        // What is saved of it is found again on the same sheet.
        let saved = BTreeMap::from([("毎年".to_owned(), layout.clone().unwrap())]);
        let again = layouts(&book, &saved, &known.places);
        prop_assert_eq!(&again[0].layout, &layout.clone().map(|layout| exchange::Layout { said: true, ..layout }));
        let chosen = BTreeMap::from([(found[0].sheet.clone(), layout.unwrap())]);
        let assigned = assign(&book, &chosen, &known);
        let told = assigned.diagnostics.iter().filter(|said| said.code == Code::RowUnknown).count();
        prop_assert_eq!(told, own.len());
        prop_assert_eq!(assigned.forms.len(), 1);
        let plan = plan(&assigned.forms[0], &expected());
        prop_assert_eq!(&plan.missing, &Vec::<String>::new());
        for (n, (answer, note)) in answers.iter().enumerate() {
            let of = |column: &str| plan.rows.iter().filter(|row| row.key == format!("k{n}") && row.column == column).collect::<Vec<_>>();
            let verdict = of("answer");
            prop_assert_eq!(verdict.len(), 1);
            let value = verdict[0].value.as_deref();
            match answer.map(|n| SPELLINGS[n].1) {
                None => prop_assert_eq!((verdict[0].status, value), (PlanStatus::Unanswered, None)),
                Some(None) => prop_assert_eq!((verdict[0].status, value), (PlanStatus::Query, None)),
                Some(Some(verdict_of)) => prop_assert_eq!((verdict[0].status, value), (PlanStatus::New, Some(verdict_of.key()))),
            }
            let notes: String = of("note").iter().filter_map(|row| row.value.clone()).collect();
            prop_assert_eq!(&notes, note);
        }
    }
}
