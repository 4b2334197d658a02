//! What a row of somebody's own checklist becomes: an item of an edition in the making. What a cell does not say clearly
//! is taken from the item it stands behind and told; nothing that was written is lost.

use super::lists::{ListEntry, Lists};
use super::model::Item;
use crate::keyed_enum;
use crate::kinds::{Duty, Form, Procedure, Target};
use crate::text::{fold, says_nothing};

/// What the cells of a row say; an empty text says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WrittenItem {
    /// 問い
    pub question: String,
    /// 問い on the forms of the self-inspection.
    pub question_self: String,
    /// 義務の強さ
    pub duty: String,
    /// 対象者区分
    pub forms: String,
    /// 対象
    pub targets: String,
    /// 監査の方法
    pub how: String,
    /// 監査資料
    pub look_at: String,
    /// 主題
    pub topic: String,
    /// 重み
    pub weight: String,
    /// 留意事項
    pub note: String,
}

keyed_enum! {
    /// What is to be said of a row that becomes an item.
    pub enum AskedRemark {
        /// The end of the question was completed to か。
        Ended = "ended",
        /// A requirement was made into a question.
        Turned = "turned",
        /// 義務の強さ is not known.
        Duty = "duty",
        /// The forms are not known.
        Forms = "forms",
        /// What it is asked about is not known.
        Targets = "targets",
        /// The procedure is not known.
        How = "how",
        /// The document is in no list and stands in the note instead.
        LookAt = "look_at",
        /// The topic is in no list.
        Topic = "topic",
        /// The weight is not known.
        Weight = "weight",
    }
}

/// The item of a row. `model` is as an item begins where it stands: its id and clause are those of the new one.
#[must_use]
pub fn asked(model: Item, written: &WrittenItem, lists: &Lists, turn: bool) -> (Item, Vec<(AskedRemark, String)>) {
    use AskedRemark as R;
    let mut said: Vec<(AskedRemark, String)> = Vec::new();
    let mut item = model;
    item.question = question(&written.question, turn, &mut said);
    item.question_self = if_any(question(&written.question_self, turn, &mut said)).filter(|own| *own != item.question);
    let mut unknown = |remark: AskedRemark, text: &str| said.push((remark, line(text)));
    if !blank(&written.duty) {
        match duty(&written.duty) {
            Some(known) => item.duty = known,
            None => unknown(R::Duty, &written.duty),
        }
    }
    if !blank(&written.weight) {
        match weight(&written.weight) {
            Some(known) => item.weight = known,
            None => unknown(R::Weight, &written.weight),
        }
    }
    several(&written.forms, FORMS, &mut item.forms, |text| unknown(R::Forms, text));
    several(&written.targets, TARGETS, &mut item.targets, |text| unknown(R::Targets, text));
    several(&written.how, PROCEDURES, &mut item.how, |text| unknown(R::How, text));
    let mut note = line(&written.note);
    if !blank(&written.look_at) {
        let (known, other) = listed(&written.look_at, lists);
        if !known.is_empty() {
            item.look_at = known;
        }
        if !other.is_empty() {
            let other = other.join("、");
            unknown(R::LookAt, &other);
            note = if note.is_empty() { other } else { format!("{note} ({other})") };
        }
    }
    if !blank(&written.topic) {
        let asked = fold(&written.topic);
        match lists.topics.iter().find(|entry| is_called(entry, &asked)) {
            Some(entry) => item.topic.clone_from(&entry.key),
            None => unknown(R::Topic, &written.topic),
        }
    }
    item.note = if_any(note);
    (item, said)
}

/// By which two questions are the same for a reader.
#[must_use]
pub fn same_question(text: &str) -> String {
    fold(text).trim_end_matches(['。', '？', '?', '.', ' ']).to_owned()
}

/// Whether a text asks something.
#[must_use]
pub fn is_question(text: &str) -> bool {
    let folded = fold(text);
    folded.trim_end_matches(['。', '.', ' ']).ends_with(['カ', '?'])
}

fn blank(text: &str) -> bool {
    says_nothing(text)
}

fn if_any(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

/// One line of text, as an item holds it.
fn line(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The question as it is asked here. What does not ask is left as it is, for the parser to say so, unless somebody wants
/// it turned.
fn question(text: &str, turn: bool, said: &mut Vec<(AskedRemark, String)>) -> String {
    let written = line(text);
    let bare = written.trim_end_matches(['。', '？', '?', '．', '.', ' ', '　']);
    if bare.ends_with('か') {
        let ended = format!("{bare}。");
        if ended != written {
            said.push((AskedRemark::Ended, written));
        }
        return ended;
    }
    let turned = TURNED.iter().find_map(|(end, new)| Some(format!("{}{new}", bare.strip_suffix(end)?)));
    match turned.filter(|_| turn) {
        Some(turned) => {
            said.push((AskedRemark::Turned, written));
            turned
        }
        None => written,
    }
}

/// How the end of a requirement reads as a question, the longest first.
const TURNED: &[(&str, &str)] = &[
    ("しなければならないこと", "しているか。"),
    ("しなければならない", "しているか。"),
    ("されなければならない", "されているか。"),
    ("してはならないこと", "していないか。"),
    ("してはならない", "していないか。"),
    ("しないこと", "していないか。"),
    ("していないこと", "していないか。"),
    ("されていること", "されているか。"),
    ("よう努めること", "よう努めているか。"),
    ("努めること", "努めているか。"),
    ("ていること", "ているか。"),
    ("であること", "であるか。"),
    ("があること", "があるか。"),
    ("がないこと", "がないか。"),
    ("すること", "しているか。"),
    ("ている", "ているか。"),
    ("でいる", "でいるか。"),
    ("ていない", "ていないか。"),
    ("でいない", "でいないか。"),
    ("である", "であるか。"),
    ("がある", "があるか。"),
    ("がない", "がないか。"),
];

fn duty(text: &str) -> Option<Duty> {
    let asked = fold(text);
    let is = |words: &[&str]| words.iter().any(|word| asked == fold(word));
    let holds = |words: &[&str]| words.iter().any(|word| asked.contains(&fold(word)));
    if is(&["○", "◎", "必須", "義務", "要", "must"]) || holds(&["しなければならない", "すること"])
    {
        Some(Duty::Must)
    } else if holds(&["禁止", "してはならない"]) {
        Some(Duty::MustNot)
    } else if holds(&["努め", "努力"]) {
        Some(Duty::Endeavour)
    } else if holds(&["望ましい", "推奨"]) {
        Some(Duty::Desirable)
    } else if is(&["任意", "可"]) || holds(&["できる"]) {
        Some(Duty::May)
    } else if is(&["定義"]) {
        Some(Duty::Defines)
    } else {
        None
    }
}

fn weight(text: &str) -> Option<u8> {
    let asked = fold(text);
    let is = |words: &[&str]| words.iter().any(|word| asked == fold(word));
    if is(&["3", "高", "大", "重", "A", "重要", "最重要", "★★★"]) {
        Some(3)
    } else if is(&["2", "中", "B", "標準", "★★"]) {
        Some(2)
    } else if is(&["1", "低", "小", "軽", "C", "★"]) {
        Some(1)
    } else {
        None
    }
}

/// Names by the value they stand for.
type Called<T> = &'static [(T, &'static [&'static str])];

const FORMS: Called<Form> = &[
    (Form::Audit, &["監査", "監査チェックリスト", "監査人", "audit"]),
    (Form::SelfHead, &["所属長", "課長", "課室長", "管理職", "情報管理者", "所属長等"]),
    (
        Form::SelfSystem,
        &["システム管理者", "業務システム管理者", "情報システム管理者", "システム担当", "システム担当者"],
    ),
    (Form::SelfStaff, &["職員", "全職員", "一般職員", "職員等", "各職員", "職員個人"]),
];

const TARGETS: Called<Target> = &[
    (Target::Organisation, &["組織全体", "全庁", "全体", "組織", "共通", "全団体"]),
    (Target::Department, &["課", "各課", "全課", "所属", "各所属", "部署", "課室", "各課室"]),
    (Target::System, &["システム", "情報システム", "業務システム", "サーバ", "サーバー", "端末"]),
    (Target::Network, &["ネットワーク", "通信回線", "NW"]),
    (Target::Contractor, &["委託先", "外部委託", "業務委託", "委託", "委託事業者", "受託者"]),
    (Target::CloudService, &["クラウド", "クラウドサービス", "外部サービス"]),
];

const PROCEDURES: Called<Procedure> = &[
    (
        Procedure::Inspection,
        &["閲覧", "書類確認", "文書確認", "資料確認", "書面", "書面確認", "レビュー", "閲覧・確認"],
    ),
    (
        Procedure::Observation,
        &["観察", "視察", "目視", "現地確認", "現場確認", "現物確認", "実査", "観察・視察", "視察・観察"],
    ),
    (Procedure::Inquiry, &["質問", "ヒアリング", "聞き取り", "聞取り", "聴取", "インタビュー", "面談"]),
    (Procedure::Reperformance, &["再実施", "操作確認", "実機確認", "テスト", "再現"]),
];

/// What stands between the words of a cell.
const BETWEEN: &[char] = &['、', '，', ',', '・', '/', '／', ';', '；', '\n', '\r', '\t', '及', '\u{3000}', ' '];

/// The words of a cell; a list keeps its marks ・ before each.
fn words(text: &str) -> Vec<&str> {
    let bare = |word: &str| !says_nothing(word);
    text.split(BETWEEN).map(|word| word.trim().trim_start_matches('び')).filter(|word| bare(word)).collect()
}

/// Takes the values that the words of a cell mean. Where one word is not known, the others count all the same.
fn several<T: Copy + PartialEq + 'static>(
    text: &str,
    called: Called<T>,
    values: &mut Vec<T>,
    mut unknown: impl FnMut(&str),
) {
    let meant = |word: &str| {
        let asked = fold(word);
        called.iter().find(|(_, names)| names.iter().any(|name| fold(name) == asked)).map(|(value, _)| *value)
    };
    let mut found: Vec<T> = Vec::new();
    // A name may hold what else stands between names: 観察・視察.
    let whole = meant(text).map(|value| vec![Some(value)]);
    for (word, value) in match whole {
        Some(value) => vec![(text, value.first().copied().flatten())],
        None => words(text).into_iter().map(|word| (word, meant(word))).collect(),
    } {
        match value {
            Some(value) if !found.contains(&value) => found.push(value),
            Some(_) => {}
            None => unknown(word),
        }
    }
    if !found.is_empty() {
        *values = found;
    }
}

/// The documents and places of a cell by their keys, and what is in no list.
fn listed(text: &str, lists: &Lists) -> (Vec<String>, Vec<String>) {
    let (mut known, mut other) = (Vec::new(), Vec::new());
    let all = || {
        let documents = lists.documents.iter().map(|entry| ("doc", entry));
        documents.chain(lists.places.iter().map(|entry| ("place", entry)))
    };
    let named = |word: &str| {
        let asked = fold(word.trim_start_matches(['「', '『', '・', '-']).trim_end_matches(['」', '』', '等']));
        all().find(|(_, entry)| is_called(entry, &asked)).map(|(kind, entry)| format!("{kind}:{}", entry.key))
    };
    let pieces = match named(text) {
        Some(_) => vec![text],
        None => text.split(['、', '，', ',', '\n', '\r', '/', '／', ';']).map(str::trim).collect(),
    };
    for piece in pieces.into_iter().filter(|piece| !blank(piece)) {
        match named(piece) {
            Some(name) if known.contains(&name) => {}
            Some(name) => known.push(name),
            None => other.push(line(piece)),
        }
    }
    (known, other)
}

fn is_called(entry: &ListEntry, folded: &str) -> bool {
    fold(&entry.ja) == folded || fold(&entry.en) == folded || entry.key == folded
}

#[cfg(test)]
mod tests;
