//! A form, and how to look into a workbook.

use super::*;
use calamine::{Data, Reader, Xlsx};
use domain::form::*;
use i18n::Lang;
use report::model::{ReportInput, ReportModel};
use report::{DocInfo, xlsx};
use std::io::{Cursor, Read};

pub fn info() -> DocInfo {
    DocInfo {
        title: "自己点検票".into(),
        office: "青葉広域連合".into(),
        author: "総務課".into(),
        class_label: "【機密性2】".into(),
        created: TODAY,
    }
}

pub fn form() -> FormSheet {
    let column = |key: &str, heading: &str, width: f64, input: FormInput| FormColumn {
        key: key.into(),
        heading: heading.into(),
        width,
        input,
    };
    let choices = ["はい", "一部", "いいえ", "該当なし", "わからない"].map(String::from).to_vec();
    let mut rows = Vec::new();
    for (c, chapter) in chapters().into_iter().enumerate() {
        rows.push(FormRow::Heading(chapter.name));
        for n in 0..6 {
            let place = c * 6 + n;
            let answer = ["はい", "いいえ", "", "一部"][place % 4];
            rows.push(FormRow::Item {
                key: format!("aoba:{}.{}-1", chapter.key, n + 1),
                cells: vec![
                    format!("{}.{}-1", chapter.key, n + 1),
                    QUESTIONS[place % QUESTIONS.len()].into(),
                    answer.into(),
                    if place == 0 { "=1+1".into() } else { String::new() },
                    if place % 5 == 0 {
                        "昨年：一部。研修を行うこととした。".into()
                    } else {
                        String::new()
                    },
                    String::new(),
                ],
                prompt: String::new(),
            });
        }
    }
    FormSheet {
        template: "self:head".into(),
        form_id: "0197f0c2-0000-7000-8000-000000000001/soumu".into(),
        edition: "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae".into(),
        tab: "総務課/自己点検".into(),
        title: "令和8年度 自己点検票（所属長）".into(),
        header: vec![
            ("課".into(), "総務課".into()),
            ("根拠".into(), "対策基準 11.2".into()),
            ("提出期限".into(), "令和8年12月18日(金)　総務課 情報セキュリティ担当（内線 1234）まで".into()),
        ],
        instructions: vec!["分からない項目は「わからない」を選び、状況を書いてください。".into()],
        class_label: "【機密性2】".into(),
        fields: vec![
            FormField {
                key: "field:answerer".into(),
                label: "記入者（職・氏名）".into(),
                value: String::new(),
                long: false,
                input: FormInput::Text,
                prompt: String::new(),
            },
            FormField {
                key: "field:phone".into(),
                label: "内線".into(),
                value: "1234".into(),
                long: false,
                input: FormInput::Text,
                prompt: String::new(),
            },
        ],
        columns: vec![
            column("no", "項番", 10.0, FormInput::Fixed),
            column("question", "設問", 44.0, FormInput::Fixed),
            column("answer", "回答", 12.0, FormInput::Choice(choices)),
            column("note", "根拠・状況", 28.0, FormInput::Text),
            column("last", "昨年", 18.0, FormInput::Fixed),
            column("measure", "改善策", 26.0, FormInput::Text),
        ],
        rows,
    }
}

pub fn forms(forms: &[FormSheet]) -> Vec<u8> {
    xlsx::form_workbook(forms, None, &Lang::Ja, &info()).unwrap()
}

pub fn read(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap()
}

/// A part of the workbook as it is stored.
pub fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap_or_else(|_| panic!("{name} is missing")).read_to_string(&mut text).unwrap();
    text
}

pub fn sheet(bytes: &[u8], name: &str) -> calamine::Range<Data> {
    read(bytes).worksheet_range(name).unwrap()
}

pub fn at(range: &calamine::Range<Data>, row: u32, column: u32) -> String {
    match range.get_value((row, column)) {
        None | Some(Data::Empty) => String::new(),
        Some(Data::String(text)) => text.clone(),
        Some(other) => panic!("{row},{column} is no text: {other:?}"),
    }
}

/// The first row whose mark is this.
pub fn marked(range: &calamine::Range<Data>, mark: &str) -> u32 {
    (0..range.height() as u32)
        .find(|row| at(range, *row, 0) == mark)
        .unwrap_or_else(|| panic!("no row is marked {mark}"))
}

/// What a hostile or careless hand might have put into a text.
pub const HOSTILE: &[&str] = &[
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+81-3-0000-0000",
    "-1",
    "@SUM(A1)",
    "＝1+1",
    "＠SUM",
    "\t=1",
    "'=1",
    "{=1}",
    "http://example.invalid/",
    "file:///c:/x",
    "1.10",
    "0123",
    "1-2",
    "TRUE",
    "#N/A",
    "2026/11/21",
    "_x000D_",
    "<b>&amp;",
    "改\n行",
    "\u{20bb7}野屋",
];

/// The report made of it, and its workbook.
pub fn written(input: ReportInput) -> (ReportModel, Vec<u8>) {
    let model = ReportModel::tally(input);
    let bytes = xlsx::ciso(&model, &Lang::Ja).unwrap();
    (model, bytes)
}

pub fn names(bytes: &[u8]) -> Vec<String> {
    read(bytes).sheet_names()
}

/// The parts of the workbook whose names begin so, with what they say.
pub fn parts(bytes: &[u8], begin: &str) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    names.retain(|name| name.starts_with(begin));
    names.sort();
    let read = |name: String| {
        let mut text = String::new();
        zip.by_name(&name).unwrap().read_to_string(&mut text).unwrap();
        (name, text)
    };
    names.into_iter().map(read).collect()
}

/// What stands between two marks, as often as they stand there.
pub fn between<'a>(text: &'a str, from: &'a str, to: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(from).skip(1).map(move |rest| rest.split(to).next().unwrap())
}
