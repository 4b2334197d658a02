//! Japanese line breaking: icu says where a line may break, 禁則 tables say where it still must not, and words that
//! are longer than the line are broken where they must be.

use super::printable::printable;
use super::{Face, Metrics};
use icu_segmenter::LineSegmenter;
use icu_segmenter::LineSegmenterBorrowed;
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// 行頭禁則: these never begin a line.
const NOT_FIRST: &str = "、。，．・：；？！‼⁇⁈⁉゛゜ヽヾゝゞ々〻ーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ\
    ㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ」』）〕］｝〉》】〙〗｠»’”｡､｣･ﾞﾟｰｧｨｩｪｫｯｬｭｮ…‥‐–〜～゠％‰℃°′″㎜㎝㎏\
    ,.)]}:;!?%";

/// 行末禁則: these never end a line.
const NOT_LAST: &str = "「『（〔［｛〈《【〘〖｟«‘“｢￥＄￡＃№([{$¥£#";

/// A line of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its words, without the spaces at its end.
    pub text: String,
    /// How wide they are.
    pub width: f32,
    /// Whether the paragraph, or a line the writer ended, ends here.
    pub last: bool,
    /// Where it begins in the text, in bytes of what is printed of it.
    pub start: usize,
}

/// Breaks paragraphs into lines.
pub struct Breaker<'a> {
    metrics: &'a dyn Metrics,
    segmenter: LineSegmenterBorrowed<'static>,
}

impl<'a> Breaker<'a> {
    /// A breaker that measures with these metrics.
    pub fn new(metrics: &'a dyn Metrics) -> Breaker<'a> {
        let mut options = LineBreakOptions::default();
        options.strictness = Some(LineBreakStrictness::Strict);
        Breaker { metrics, segmenter: LineSegmenter::new_for_non_complex_scripts(options) }
    }

    /// The metrics it measures with.
    pub fn metrics(&self) -> &'a dyn Metrics {
        self.metrics
    }

    /// The lines of a text that may be this wide. There is always at least one, so that an empty cell has a height.
    pub fn lines(&self, text: &str, face: Face, size: f32, width: f32) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut start = 0;
        for paragraph in printable(text).split('\n') {
            let first = lines.len();
            self.paragraph(paragraph, face, size, width, &mut lines);
            lines[first..].iter_mut().for_each(|line| line.start += start);
            if let Some(line) = lines.last_mut() {
                line.last = true;
            }
            start += paragraph.len() + 1;
        }
        lines
    }

    /// The width of the longest piece that no line break divides, in em.
    pub(super) fn longest_word(&self, text: &str, face: Face) -> f32 {
        let text = printable(text);
        let mut begin = 0;
        let mut longest = 0.0_f32;
        for place in self.places(&text) {
            let piece = text[begin..place].trim_end_matches([' ', '\u{3000}', '\n']);
            longest = longest.max(self.metrics.width(face, 1.0, piece));
            begin = place;
        }
        longest
    }

    fn paragraph(&self, text: &str, face: Face, size: f32, width: f32, lines: &mut Vec<Line>) {
        let mut push = |start: usize, end: usize| {
            let text = text[start..end].trim_end_matches([' ', '\u{3000}']);
            let width = self.metrics.width(face, size, text);
            lines.push(Line { text: text.to_owned(), width, last: false, start });
        };
        // Rounding in the widths of columns must not break what was meant to fit.
        let width = width + 0.01;
        if self.metrics.width(face, size, text) <= width {
            return push(0, text.len());
        }
        let (mut begin, mut end, mut used) = (0, 0, 0.0);
        for place in self.places(text) {
            let piece = &text[end..place];
            let bare = self.metrics.width(face, size, piece.trim_end_matches([' ', '\u{3000}']));
            if used + bare > width && end > begin {
                push(begin, end);
                (begin, used) = (end, 0.0);
            }
            if used + bare > width {
                for cut in self.cuts(piece, face, size, width) {
                    push(begin, end + cut);
                    begin = end + cut;
                }
                used = self.metrics.width(face, size, &text[begin..place]);
            } else {
                used += self.metrics.width(face, size, piece);
            }
            end = place;
        }
        if begin < text.len() || text.is_empty() {
            push(begin, text.len());
        }
    }

    /// Where a line may end, the end of the text included.
    fn places(&self, text: &str) -> Vec<usize> {
        let mut places: Vec<usize> =
            self.segmenter.segment_str(text).filter(|&place| place > 0 && may_break(text, place)).collect();
        if places.last() != Some(&text.len()) && !text.is_empty() {
            places.push(text.len());
        }
        places
    }

    /// Where a piece that is wider than the line has to be cut, as offsets in it; the rest fits.
    fn cuts(&self, piece: &str, face: Face, size: f32, width: f32) -> Vec<usize> {
        let mut cuts = Vec::new();
        let (mut begin, mut used) = (0, 0.0);
        for (place, character) in piece.char_indices() {
            let advance = self.metrics.advance(face, character) * size;
            if used + advance > width && place > begin && advance > 0.0 {
                let cut = pull_back(piece, begin, place);
                cuts.push(cut);
                used = self.metrics.width(face, size, &piece[cut..place]);
                begin = cut;
            }
            used += advance;
        }
        cuts
    }
}

/// How many lines a text takes at most in a room of half-width characters. A workbook has ten thousands of cells whose
/// lines nobody asks for by their words, so this makes none, and it breaks wherever two full-width characters meet and
/// the rules allow it; where words of other scripts are long, it may count a line too many.
pub(crate) fn count_lines(text: &str, room: f32) -> usize {
    text.split('\n').map(|paragraph| count_paragraph(paragraph, room)).sum()
}

fn count_paragraph(text: &str, room: f32) -> usize {
    // No character takes more halves than bytes but those nobody sees.
    if text.len() as f32 <= room && text.bytes().all(|byte| byte >= b' ' && byte != 0x7f) {
        return 1;
    }
    let (mut lines, mut begin, mut used, mut torn) = (1, 0, 0.0, false);
    for (place, character) in text.char_indices() {
        let advance = halves(character);
        if used + advance > room && place > begin && character != ' ' && character != '\u{3000}' {
            let places =
                text[begin..place + character.len_utf8()].char_indices().rev().map(|(offset, _)| begin + offset);
            let found = places.take_while(|&cut| cut > begin).find(|&cut| breaks(text, cut));
            torn |= found.is_none();
            let cut = found.unwrap_or(place);
            lines += 1;
            begin = cut;
            used = text[cut..place].chars().map(halves).sum();
        }
        used += advance;
    }
    // A word that is longer than its line is cut by each program at another place.
    lines + usize::from(torn)
}

/// Whether a line may end here: after a space, or beside a full-width character.
fn breaks(text: &str, place: usize) -> bool {
    let before = text[..place].chars().next_back();
    let after = text[place..].chars().next();
    let wide = |found: Option<char>| found.is_some_and(|c| halves(c) > 1.0);
    (before == Some(' ') || wide(before) || wide(after)) && may_break(text, place)
}

/// The width of a character as workbooks count it.
pub(crate) fn halves(character: char) -> f32 {
    match character {
        '\u{20}'..='\u{7e}' | '\u{ff61}'..='\u{ff9f}' => 1.0,
        _ => 2.0,
    }
}

fn may_break(text: &str, place: usize) -> bool {
    let before = text[..place].chars().next_back();
    let after = text[place..].chars().next();
    static RULES: LazyLock<[BTreeSet<char>; 2]> =
        LazyLock::new(|| [NOT_FIRST, NOT_LAST].map(|list| list.chars().collect()));
    let forbids =
        |rule: usize, character: Option<char>| character.is_some_and(|c| !is_ideograph(c) && RULES[rule].contains(&c));
    !forbids(0, after) && !forbids(1, before)
}

/// Half of all characters, and none of them under any rule.
fn is_ideograph(character: char) -> bool {
    matches!(character, '一'..='\u{9fff}')
}

/// The nearest place at or before `place` where a cut breaks no rule, or `place` if there is none in reach.
fn pull_back(piece: &str, begin: usize, place: usize) -> usize {
    let near = piece[begin..place].char_indices().rev().map(|(offset, _)| begin + offset).take(4);
    std::iter::once(place).chain(near).find(|&cut| cut > begin && may_break(piece, cut)).unwrap_or(place)
}

#[cfg(test)]
mod tests {
    use super::super::tests::Squares;
    use super::*;

    /// The lines of a text when a line has room for this many full-width characters.
    fn check(room: f32, text: &str, expected: &[&str]) {
        let lines = Breaker::new(&Squares).lines(text, Face::Regular, 1.0, room);
        let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, expected, "{text} in {room}");
    }

    /// The same widths as for the count, in em.
    struct Halves;

    impl Metrics for Halves {
        fn advance(&self, _: Face, character: char) -> f32 {
            halves(character) / 2.0
        }
    }

    #[test]
    fn the_count_is_never_less_than_the_lines_and_rarely_more() {
        let texts = [
            "",
            "あ",
            "サーバ等の機器の取付けを行う場合に、火災、水害、ほこり、振動、温度、湿度等の影響を可能な限り排除した場所に設置しているか。",
            "「情報セキュリティ管理者」は、（例外措置を含む。）申請を受け、審査し……その結果を記録しているか？",
            "USBメモリ、CD-ROM等の外部電磁的記録媒体をhttps://example.invalid/very/long/pathのとおりに管理しているか",
            "入退室の記録\n管理区域の配置図\n\n鍵の管理簿（令和8年4月1日〜）",
            "the quick brown fox jumps over the lazy dog, and nobody minds (at all).",
            "ｱｲｳｴｵ　株式会社　ｶﾅ 12,345円・80％以上",
            "ファイルサーバーのアクセスログ、ウェブサーバーのエラーログ、シャットダウンの記録",
        ];
        let (mut exact, mut all) = (0, 0);
        for text in texts {
            for room in [4.0, 9.0, 12.0, 20.5, 23.0, 35.0, 46.0, 90.0_f32] {
                let lines = Breaker::new(&Halves).lines(text, Face::Regular, 2.0, room).len();
                let count = count_lines(text, room);
                assert!(count >= lines, "{text} in {room}: {count} for {lines} lines");
                (exact, all) = (exact + usize::from(count == lines), all + 1);
            }
        }
        assert!(exact * 10 >= all * 8, "{exact} of {all} are counted exactly");
    }

    #[test]
    fn lines_break_as_japanese_print_does() {
        let cases: &[(f32, &str, &[&str])] = &[
            (5.0, "", &[""]),
            (5.0, "あいうえお", &["あいうえお"]),
            (5.0, "あいうえおかきくけこ", &["あいうえお", "かきくけこ"]),
            // 行頭禁則: the character before goes down with the one that may not begin the line.
            (5.0, "あいうえお。かき", &["あいうえ", "お。かき"]),
            (5.0, "あいうえお、", &["あいうえ", "お、"]),
            (5.0, "あいうえお」か", &["あいうえ", "お」か"]),
            (5.0, "あいうえお）。か", &["あいうえ", "お）。か"]),
            (5.0, "あいうえシャツ", &["あいうえ", "シャツ"]),
            (5.0, "あいうえサーバー", &["あいうえ", "サーバー"]),
            (5.0, "あいうえおっと", &["あいうえ", "おっと"]),
            (5.0, "あいうえ人々が", &["あいうえ", "人々が"]),
            (5.0, "あいうえお・か", &["あいうえ", "お・か"]),
            (5.0, "あいうえお？か", &["あいうえ", "お？か"]),
            (5.0, "あいうえお％か", &["あいうえ", "お％か"]),
            (5.0, "あいうえお……か", &["あいうえ", "お……か"]),
            (5.0, "あいうえお～か", &["あいうえ", "お～か"]),
            (5.0, "ｱｲｳｴｵｶｷｸｹｺ｡ｻ", &["ｱｲｳｴｵｶｷｸｹ", "ｺ｡ｻ"]),
            // 行末禁則: an opening bracket goes down with what it opens.
            (5.0, "あいうえ「おか」", &["あいうえ", "「おか」"]),
            (5.0, "あいうえ（お）", &["あいうえ", "（お）"]),
            (5.0, "あいうえ【機密性】", &["あいうえ", "【機密性】"]),
            // Words and numbers stay whole.
            (5.0, "あいうCISO", &["あいうCISO"]),
            (5.0, "あいうえCISO", &["あいうえ", "CISO"]),
            (5.0, "第12,345号", &["第12,345号"]),
            (4.0, "あい12,345件", &["あい", "12,345件"]),
            (4.0, "基準6.4.2イ", &["基準", "6.4.2イ"]),
            (4.0, "あい75.0%と", &["あい", "75.0%と"]),
            (5.0, "the standard", &["the", "standard"]),
            // What is longer than the line is cut, but not before what may not begin one.
            (3.0, "abcdefghijkl", &["abcdef", "ghijkl"]),
            (3.0, "abcdefghijkl。", &["abcdef", "ghijk", "l。"]),
            (3.0, "あ。。。。。", &["あ。。", "。。。"]),
            (0.5, "あいう", &["あ", "い", "う"]),
            // Spaces at the end of a line take no room; what the writer ended stays ended.
            (5.0, "あいうえお　かき", &["あいうえお", "かき"]),
            (5.0, "あい\nうえ", &["あい", "うえ"]),
            (5.0, "あい\r\n\r\nうえ\n", &["あい", "", "うえ", ""]),
            (5.0, "あ\tい\u{0}う\u{200b}え", &["あ いうえ"]),
            (5.0, "葛\u{e0100}城市", &["葛城市"]),
        ];
        for (room, text, expected) in cases {
            check(*room, text, expected);
        }
    }

    #[test]
    fn no_line_is_too_wide_and_no_character_is_lost() {
        let text = "情報セキュリティ対策基準（令和6年5月1日施行）では、「ICカード等」を紛失したとき、速やかにreportしなければならない…と定める。";
        for tenths in 10..300_u16 {
            let room = f32::from(tenths) / 10.0;
            let lines = Breaker::new(&Squares).lines(text, Face::Regular, 1.0, room);
            let joined: String = lines.iter().map(|line| line.text.as_str()).collect();
            assert_eq!(joined, text, "at {room}");
            for line in &lines {
                assert!(line.width <= room + 0.02, "{} at {room}", line.text);
                // Narrower lines cannot keep every rule.
                if room >= 5.0 {
                    assert!(!line.text.starts_with(|c| NOT_FIRST.contains(c)), "{} at {room}", line.text);
                    assert!(!line.text.ends_with(|c| NOT_LAST.contains(c)), "{} at {room}", line.text);
                }
            }
            let ends: Vec<bool> = lines.iter().map(|line| line.last).collect();
            assert_eq!(ends.iter().filter(|last| **last).count(), 1, "one paragraph has one end");
        }
    }
}
