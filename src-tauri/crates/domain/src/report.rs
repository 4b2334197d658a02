//! 報告書: what reports there are, for whom, of which sections, and from draft to what was decided.

use crate::keyed::Keyed;
use crate::keyed_enum;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

keyed_enum! {
    /// What a report is about.
    pub enum ReportKind {
        /// 年度総括報告書
        Annual = "annual",
        /// 監査報告書
        Audit = "audit",
        /// 自己点検報告書
        SelfCheck = "self_check",
    }
}

impl ReportKind {
    /// Whether it speaks of audits.
    #[must_use]
    pub fn audits(self) -> bool {
        self != ReportKind::SelfCheck
    }

    /// Whether it speaks of self-inspections.
    #[must_use]
    pub fn self_checks(self) -> bool {
        self != ReportKind::Audit
    }
}

keyed_enum! {
    /// Who is to read it.
    pub enum ReportAudience {
        /// CISO
        Ciso = "ciso",
        /// 統括情報セキュリティ責任者
        Supervisor = "supervisor",
        /// 被監査部門: its own part only.
        Department = "department",
        /// 公表用: without technical detail.
        Public = "public",
    }
}

impl ReportAudience {
    /// Whether these readers decide what is done about a report.
    #[must_use]
    pub fn decides(self) -> bool {
        matches!(self, ReportAudience::Ciso | ReportAudience::Supervisor)
    }
}

keyed_enum! {
    /// Where a report stands.
    pub enum ReportState {
        /// 草案
        Draft = "draft",
        /// 決裁中
        Deciding = "deciding",
        /// 決裁済（確定）
        Issued = "issued",
    }
}

keyed_enum! {
    /// A section of a report. The cover, the contents and the last page are always there.
    pub enum ReportSection {
        /// 要旨
        Summary = "summary",
        /// 導入
        Introduction = "introduction",
        /// 概要
        Overview = "overview",
        /// 結果
        Results = "results",
        /// 指摘事項
        Findings = "findings",
        /// 横断的な課題
        CrossCutting = "cross_cutting",
        /// 良好な事例
        GoodPractice = "good_practice",
        /// 改善状況
        Improvement = "improvement",
        /// 前回までの指摘のフォローアップ
        FollowUp = "follow_up",
        /// 自己点検
        SelfCheck = "self_check",
        /// 自己点検と監査の結果の差
        Contrast = "contrast",
        /// 例外措置
        Exceptions = "exceptions",
        /// 対策基準の見直しの提案
        Proposals = "proposals",
        /// 改善指示書案
        Orders = "orders",
        /// 特記事項
        Remarks = "remarks",
        /// 証拠一覧
        Evidence = "evidence",
        /// 別紙 チェックリスト
        Checklist = "checklist",
        /// 別紙 用語と記号
        Glossary = "glossary",
    }
}

keyed_enum! {
    /// A word or mark of a report that its reader may not know.
    pub enum ReportTerm {
        /// ○ 適合
        Conforming = "conforming",
        /// △ 一部不適合
        Partial = "partial",
        /// × 不適合
        Nonconforming = "nonconforming",
        /// － 該当なし
        NotApplicable = "not_applicable",
        /// 未確認
        Unverified = "unverified",
        /// 今回対象外
        OutOfScope = "out_of_scope",
        /// 適合率
        Conformity = "conformity",
        /// 実施率
        SelfRate = "self_rate",
        /// 重大な不適合
        Major = "major",
        /// 軽微な不適合
        Minor = "minor",
        /// 観察事項
        Observation = "observation",
        /// 推奨事項
        Recommendation = "recommendation",
        /// グッドポイント
        GoodPractice = "good_practice",
        /// 完了率
        Closing = "closing",
        /// 横展開
        Horizontal = "horizontal",
        /// 例外措置
        Exception = "exception",
        /// やむを得ない理由による承認
        Compelled = "compelled",
    }
}

impl ReportSection {
    /// Whether it stands behind the report as an annex.
    #[must_use]
    pub fn is_annex(self) -> bool {
        matches!(self, ReportSection::Evidence | ReportSection::Checklist | ReportSection::Glossary)
    }

    /// Whether what it is about is taken out for the public.
    #[must_use]
    pub fn is_withheld(self) -> bool {
        use ReportSection as S;
        matches!(self, S::CrossCutting | S::Improvement | S::Exceptions | S::Proposals | S::Orders)
            || matches!(self, S::Evidence | S::Checklist)
    }

    fn belongs(self, kind: ReportKind, audience: ReportAudience) -> bool {
        use ReportSection as S;
        let of_kind = match self {
            S::SelfCheck => kind.self_checks(),
            S::Contrast => kind == ReportKind::Annual,
            // Findings come out of audits alone.
            S::Results | S::Findings | S::CrossCutting | S::GoodPractice | S::Improvement => kind.audits(),
            S::Orders | S::Checklist => kind.audits(),
            _ => true,
        };
        let for_reader = match audience {
            ReportAudience::Ciso => true,
            ReportAudience::Supervisor => !self.is_annex(),
            ReportAudience::Department => {
                !matches!(self, S::CrossCutting | S::Proposals | S::Orders | S::Remarks | S::Contrast)
            }
            ReportAudience::Public => {
                let told = matches!(self, S::Overview | S::Results | S::Findings | S::GoodPractice | S::FollowUp);
                told || matches!(self, S::SelfCheck | S::Glossary)
            }
        };
        of_kind && for_reader
    }
}

/// A section as an office wants it: in which place, whether at all, under which heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SectionChoice {
    /// The key of a [`ReportSection`]; anything else is a section of the office's own.
    pub key: String,
    /// Whether it is printed.
    pub on: bool,
    /// Its heading; empty for the usual one.
    pub title: String,
    /// What it begins with in every report; placeholders are filled.
    pub text: String,
}

impl SectionChoice {
    /// Which section it is; nothing for one of the office's own.
    #[must_use]
    pub fn section(&self) -> Option<ReportSection> {
        ReportSection::from_key(&self.key)
    }
}

keyed_enum! {
    /// 用紙. Tables are made for A4, so there is none smaller.
    #[derive(Default)]
    pub enum ReportPaper {
        /// A4
        #[default]
        A4 = "a4",
        /// B4 (JIS)
        B4 = "b4",
        /// A3
        A3 = "a3",
    }
}

impl ReportPaper {
    /// Its shorter and its longer side in millimetres.
    #[must_use]
    pub fn sides(self) -> (u32, u32) {
        match self {
            ReportPaper::A4 => (210, 297),
            ReportPaper::B4 => (257, 364),
            ReportPaper::A3 => (297, 420),
        }
    }
}

keyed_enum! {
    /// 書体 of running text. Headings are set in ゴシック.
    #[derive(Default)]
    pub enum ReportTypeface {
        /// ゴシック体
        #[default]
        Gothic = "gothic",
        /// 明朝体
        Mincho = "mincho",
    }
}

/// The margins of a page in millimetres.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Margins {
    /// Above.
    pub top: u32,
    /// Below.
    pub bottom: u32,
    /// At the left, where it is bound.
    pub left: u32,
    /// At the right.
    pub right: u32,
}

impl Default for Margins {
    fn default() -> Margins {
        Margins { top: 23, bottom: 20, left: 22, right: 18 }
    }
}

/// How an office wants its reports to look: a named template holds one, and a report carries its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportStyle {
    /// The title; empty for the usual one.
    pub title: String,
    /// To whom it is handed in; empty for the role that the standard names.
    pub addressee: String,
    /// Who hands it in; empty for the head of audit.
    pub author: String,
    /// 文書記号, e.g. 青広情監第
    pub number_sign: String,
    /// 決裁欄: the titles of the boxes, from left to right.
    pub stamps: Vec<String>,
    /// Whether there is room for the seal of the office.
    pub seal: bool,
    /// 保存年限
    pub retention: String,
    /// The level of confidentiality; empty for the highest of the report's parts, below which it never goes.
    pub class_level: String,
    /// 取扱制限; empty for the office's.
    pub handling: Vec<String>,
    /// 用紙
    #[serde(default)]
    pub paper: ReportPaper,
    /// 書体
    #[serde(default)]
    pub typeface: ReportTypeface,
    /// The margins.
    pub margins: Margins,
    /// The sections in their order.
    pub sections: Vec<SectionChoice>,
}

keyed_enum! {
    /// Why a style is refused.
    pub enum StyleFault {
        /// More boxes than fit, or one without a title.
        Stamps = "stamps",
        /// A margin so narrow that printers cut it, or so wide that little is left.
        Margins = "margins",
        /// A section twice, or none.
        Sections = "sections",
        /// A section of one's own without a heading.
        Heading = "heading",
        /// A text longer than it may be.
        TooLong = "too-long",
    }
}

/// As many boxes as a page has room for.
pub const MOST_STAMPS: usize = 8;

/// As long as a text of a style or a report may be.
pub const LONGEST_TEXT: usize = 20_000;

/// As many decisions as may be asked of the CISO at once.
pub const MOST_DECISIONS: usize = 3;

impl ReportStyle {
    /// What a report of this kind looks like where nobody has said how.
    #[must_use]
    pub fn usual(kind: ReportKind, audience: ReportAudience, stamps: Vec<String>) -> ReportStyle {
        let choice = |section: &ReportSection| SectionChoice {
            key: section.key().to_owned(),
            on: section.belongs(kind, audience),
            title: String::new(),
            text: String::new(),
        };
        ReportStyle {
            title: String::new(),
            addressee: String::new(),
            author: String::new(),
            number_sign: String::new(),
            stamps,
            seal: false,
            retention: String::new(),
            class_level: String::new(),
            handling: Vec::new(),
            paper: ReportPaper::default(),
            typeface: ReportTypeface::default(),
            margins: Margins::default(),
            sections: ReportSection::ALL.iter().map(choice).collect(),
        }
    }

    /// The same with every section in it that this program knows: a template may be older than a section.
    #[must_use]
    pub fn completed(mut self) -> ReportStyle {
        for section in ReportSection::ALL {
            if !self.sections.iter().any(|choice| choice.section() == Some(*section)) {
                let (key, title, text) = (section.key().to_owned(), String::new(), String::new());
                self.sections.push(SectionChoice { key, on: false, title, text });
            }
        }
        self
    }

    /// The number of a document as it was typed in: where that is nothing but a number, it is put into the sign, into
    /// the gap it leaves before its 号 or behind it. A 号 of another word, as in 号外第, has no gap before it.
    #[must_use]
    pub fn numbered(&self, typed: &str) -> String {
        let (sign, typed) = (self.number_sign.trim(), typed.trim());
        let digits = !typed.is_empty() && typed.chars().all(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
        let gap =
            sign.rsplit_once('号').filter(|(before, _)| before.ends_with(|c: char| c == '第' || c.is_whitespace()));
        match gap {
            _ if !digits || sign.is_empty() => typed.to_owned(),
            Some((before, after)) => format!("{}{typed}号{after}", before.trim_end()),
            None => format!("{sign}{typed}"),
        }
    }

    /// The first thing that is wrong with it.
    #[must_use]
    pub fn fault(&self) -> Option<StyleFault> {
        if self.stamps.len() > MOST_STAMPS || self.stamps.iter().any(|title| title.trim().is_empty()) {
            return Some(StyleFault::Stamps);
        }
        let Margins { top, bottom, left, right } = self.margins;
        if [top, bottom].iter().any(|mm| !(18..=50).contains(mm))
            || [left, right].iter().any(|mm| !(10..=50).contains(mm))
        {
            return Some(StyleFault::Margins);
        }
        let keys: BTreeSet<&str> = self.sections.iter().map(|choice| choice.key.as_str()).collect();
        if keys.len() != self.sections.len() || !self.sections.iter().any(|choice| choice.on) {
            return Some(StyleFault::Sections);
        }
        let nameless = |choice: &SectionChoice| choice.section().is_none() && choice.title.trim().is_empty();
        if self.sections.iter().any(nameless) {
            return Some(StyleFault::Heading);
        }
        let lines = [&self.title, &self.addressee, &self.author, &self.number_sign, &self.retention];
        let long = |text: &str, most: usize| text.chars().count() > most;
        let too_long = lines.iter().any(|text| long(text, 400))
            || self.stamps.iter().chain(&self.handling).any(|text| long(text, 60))
            || self.sections.iter().any(|choice| long(&choice.title, 120) || long(&choice.text, LONGEST_TEXT));
        too_long.then_some(StyleFault::TooLong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usual(kind: ReportKind, audience: ReportAudience) -> ReportStyle {
        ReportStyle::usual(kind, audience, vec!["起案".into(), "CISO".into()])
    }

    fn on(style: &ReportStyle) -> Vec<ReportSection> {
        style.sections.iter().filter(|choice| choice.on).filter_map(SectionChoice::section).collect()
    }

    #[test]
    fn the_ciso_gets_every_section_of_the_year_and_the_public_no_detail() {
        assert_eq!(on(&usual(ReportKind::Annual, ReportAudience::Ciso)), ReportSection::ALL);
        let public = on(&usual(ReportKind::Annual, ReportAudience::Public));
        let detail = [ReportSection::Evidence, ReportSection::Checklist, ReportSection::Exceptions];
        assert!(!public.iter().any(|section| detail.contains(section)));
    }

    #[test]
    fn the_report_of_a_self_inspection_has_no_section_that_would_always_be_empty() {
        use ReportSection as S;
        let sections = on(&usual(ReportKind::SelfCheck, ReportAudience::Ciso));
        let of_audits = [S::Results, S::Findings, S::CrossCutting, S::GoodPractice, S::Improvement, S::Orders];
        assert!(!sections.iter().any(|section| of_audits.contains(section) || *section == S::Checklist));
        assert!(sections.contains(&S::SelfCheck) && sections.contains(&S::Exceptions));
    }

    #[test]
    fn a_bare_number_is_put_into_the_sign_of_the_office() {
        for (sign, typed, number) in [
            ("青広情監第　号", "45", "青広情監第45号"),
            ("青広情監第　　号の２", "４５", "青広情監第４５号の２"),
            ("青広情監第号", " 45 ", "青広情監第45号"),
            ("AUD-", "45", "AUD-45"),
            ("号外第", "45", "号外第45"),
            ("青広号外 第 号", "45", "青広号外 第45号"),
            ("青広情監第　号", "青広総第45号", "青広総第45号"),
            ("青広情監第　号", "", ""),
            ("", "45", "45"),
        ] {
            let style = ReportStyle { number_sign: sign.into(), ..usual(ReportKind::Audit, ReportAudience::Ciso) };
            assert_eq!(style.numbered(typed), number, "{sign} {typed}");
        }
    }

    #[test]
    fn a_style_that_cannot_be_printed_is_refused() {
        let good = usual(ReportKind::Audit, ReportAudience::Ciso);
        assert_eq!(good.fault(), None);
        let narrow = ReportStyle { margins: Margins { left: 3, ..Margins::default() }, ..good.clone() };
        assert_eq!(narrow.fault(), Some(StyleFault::Margins));
        let boxes = ReportStyle { stamps: vec!["課長".into(); 9], ..good.clone() };
        assert_eq!(boxes.fault(), Some(StyleFault::Stamps));
        let mut twice = good.clone();
        twice.sections.push(twice.sections[0].clone());
        assert_eq!(twice.fault(), Some(StyleFault::Sections));
        let mut own = good.clone();
        own.sections.push(SectionChoice { key: "own-1".into(), on: true, title: " ".into(), text: String::new() });
        assert_eq!(own.fault(), Some(StyleFault::Heading));
        let long = ReportStyle { number_sign: "号".repeat(401), ..good };
        assert_eq!(long.fault(), Some(StyleFault::TooLong));
    }

    #[test]
    fn a_template_older_than_a_section_gets_it_switched_off() {
        let mut old = usual(ReportKind::Annual, ReportAudience::Ciso);
        old.sections.retain(|choice| choice.section() != Some(ReportSection::Contrast));
        let completed = old.completed();
        let contrast = completed.sections.iter().find(|choice| choice.section() == Some(ReportSection::Contrast));
        assert!(contrast.is_some_and(|choice| !choice.on));
    }
}
