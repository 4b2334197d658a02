//! What is usually written above a column.

use super::Heading;
use domain::text::fold;

/// The headings by what they are called; compared folded, without what stands in brackets.
const CALLED: &[(Heading, &[&str])] = &[
    (
        Heading::Department,
        &[
            "課名",
            "課",
            "課室名",
            "課室",
            "課・室名",
            "部署",
            "部署名",
            "所属",
            "所属名",
            "所属課",
            "所属部署",
            "所属課名",
            "組織名",
            "組織",
            "所管課",
            "所管課名",
            "所管部署",
            "所管",
            "主管課",
            "担当課",
            "担当部署",
            "担当所属",
            "対象課",
            "対象課名",
            "対象部署",
            "対象所属",
            "回答課",
            "回答部署",
            "提出課",
            "提出部署",
            "作成課",
            "department",
        ],
    ),
    (Heading::Former, &["旧名称", "旧課名", "旧称", "前の名称", "旧所属名", "former name"]),
    (Heading::Person, &["氏名", "名前", "職員名", "職員氏名", "担当者氏名", "お名前", "name", "person"]),
    (Heading::Kana, &["ふりがな", "カナ", "よみ", "読み", "読みがな", "よみがな", "氏名カナ", "カナ氏名", "reading"]),
    (Heading::Post, &["職名", "役職", "役職名", "職", "補職", "補職名", "職位", "肩書", "post", "title"]),
    (
        Heading::Role,
        &[
            "役割",
            "担当役割",
            "セキュリティ役割",
            "情報セキュリティ役割",
            "情報セキュリティ上の役割",
            "体制上の役割",
            "role",
        ],
    ),
    (Heading::Expertise, &["専門知識", "資格", "保有資格", "資格・研修", "研修", "経験", "expertise"]),
    (Heading::Affiliation, &["所属団体", "所属団体名", "所属機関", "勤務先", "affiliation"]),
    (
        Heading::System,
        &[
            "システム名",
            "システム",
            "システム名称",
            "情報システム名",
            "情報システム",
            "業務システム名",
            "業務システム",
            "system",
        ],
    ),
    (
        Heading::Cloud,
        &[
            "クラウドサービス名",
            "クラウドサービス",
            "クラウド",
            "クラウド名",
            "サービス名",
            "外部サービス名",
            "cloud service",
        ],
    ),
    (
        Heading::UserOrg,
        &[
            "利用団体",
            "利用団体名",
            "システム利用団体",
            "システム利用団体名",
            "構成団体",
            "構成団体名",
            "構成市町村",
            "using body",
        ],
    ),
    (Heading::UsedSystem, &["利用システム", "利用するシステム", "利用システム名", "system used"]),
    (
        Heading::Contractor,
        &[
            "委託先",
            "委託先名",
            "委託先名称",
            "委託業者",
            "委託業者名",
            "委託事業者",
            "委託事業者名",
            "業者名",
            "業者",
            "事業者名",
            "受託者",
            "受託者名",
            "受託業者",
            "契約相手方",
            "会社名",
            "contractor",
        ],
    ),
    (
        Heading::Subcontractor,
        &[
            "再委託先",
            "再委託先名",
            "再委託先名称",
            "再委託業者",
            "再委託業者名",
            "再委託事業者",
            "再委託",
            "subcontractor",
        ],
    ),
    (
        Heading::Answers,
        &[
            "管理者",
            "システム管理者",
            "システム管理者氏名",
            "管理責任者",
            "管理者氏名",
            "責任者",
            "責任者名",
            "責任者氏名",
            "利用責任者",
            "利用責任者氏名",
            "担当者",
            "担当者名",
            "answers for it",
        ],
    ),
    (
        Heading::Zone,
        &[
            "ネットワーク区分",
            "ネットワーク",
            "接続系統",
            "系統",
            "ネットワーク系統",
            "NW区分",
            "接続ネットワーク",
            "network zone",
        ],
    ),
    (
        Heading::Class,
        &[
            "機密性",
            "分類",
            "機密性分類",
            "機密性区分",
            "情報分類",
            "格付",
            "格付け",
            "機密性レベル",
            "confidentiality",
        ],
    ),
    (Heading::Note, &["備考", "摘要", "メモ", "業務内容", "委託内容", "委託業務", "業務名", "概要", "note"]),
];

/// What a column holds that has this text above it, if that is known.
pub(crate) fn heading_of(text: &str) -> Option<Heading> {
    let asked = plain(text);
    if asked.is_empty() {
        return None;
    }
    CALLED.iter().find(|(_, names)| names.iter().any(|name| fold(name) == asked)).map(|(heading, _)| *heading)
}

/// The text folded, without what stands in brackets, marks of what must be filled in, and numbers before it.
pub(crate) fn plain(text: &str) -> String {
    let mut depth = 0_usize;
    let mut kept = String::new();
    for c in text.chars() {
        match c {
            '(' | '（' | '[' | '［' | '【' | '〔' => depth += 1,
            ')' | '）' | ']' | '］' | '】' | '〕' => depth = depth.saturating_sub(1),
            '*' | '＊' | '※' | '●' | '★' | '☆' => {}
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    let kept = kept.trim_start_matches(|c: char| c.is_numeric() || matches!(c, '.' | '．' | '、') || c.is_whitespace());
    fold(kept.replace("必須", "").as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Keyed;

    #[test]
    fn headings_are_known_however_they_are_written() {
        for (text, heading) in [
            ("課　名", Heading::Department),
            ("所属\n(課名)", Heading::Department),
            ("①氏名", Heading::Person),
            ("氏名※必須", Heading::Person),
            ("ﾌﾘｶﾞﾅ", Heading::Kana),
            ("【必須】システム名", Heading::System),
            ("再委託先", Heading::Subcontractor),
            ("ＮＷ区分", Heading::Zone),
        ] {
            assert_eq!(heading_of(text), Some(heading), "{text:?}");
        }
        for text in ["", "(必須)", "電話番号", "総務課", "委託先の管理について"] {
            assert_eq!(heading_of(text), None, "{text:?}");
        }
    }

    #[test]
    fn no_name_stands_for_two_columns() {
        let mut all: Vec<String> = CALLED.iter().flat_map(|(_, names)| names.iter().map(|name| fold(name))).collect();
        let before = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), before);
        assert_eq!(CALLED.len(), Heading::ALL.len());
    }
}
