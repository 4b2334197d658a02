//! Japanese line breaking: icu says where a line may break, 禁則 tables say where it still must not, and words that
//! are longer than the line are broken where they must be.

use super::{Face, Metrics};
use icu_segmenter::LineSegmenter;
use icu_segmenter::LineSegmenterBorrowed;
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};

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
        for paragraph in printable(text).split('\n') {
            self.paragraph(paragraph, face, size, width, &mut lines);
            if let Some(line) = lines.last_mut() {
                line.last = true;
            }
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
        let mut push = |text: &str| {
            let text = text.trim_end_matches([' ', '\u{3000}']);
            lines.push(Line { text: text.to_owned(), width: self.metrics.width(face, size, text), last: false });
        };
        // Rounding in the widths of columns must not break what was meant to fit.
        let width = width + 0.01;
        let (mut begin, mut end, mut used) = (0, 0, 0.0);
        for place in self.places(text) {
            let piece = &text[end..place];
            let bare = self.metrics.width(face, size, piece.trim_end_matches([' ', '\u{3000}']));
            if used + bare > width && end > begin {
                push(&text[begin..end]);
                (begin, used) = (end, 0.0);
            }
            if used + bare > width {
                for cut in self.cuts(piece, face, size, width) {
                    push(&text[begin..end + cut]);
                    begin = end + cut;
                }
                used = self.metrics.width(face, size, &text[begin..place]);
            } else {
                used += self.metrics.width(face, size, piece);
            }
            end = place;
        }
        if begin < text.len() || text.is_empty() {
            push(&text[begin..]);
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

/// The text as it can be printed on lines: no carriage returns, tabs or other controls, no spaces of other widths.
fn printable(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut clean = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' => clean.push(' '),
            // Marks that say how to read or to draw and have no shape of their own.
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {}
            '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => {}
            other if other.is_control() => {}
            other => clean.push(other),
        }
    }
    clean
}

fn may_break(text: &str, place: usize) -> bool {
    let before = text[..place].chars().next_back();
    let after = text[place..].chars().next();
    !after.is_some_and(|character| NOT_FIRST.contains(character))
        && !before.is_some_and(|character| NOT_LAST.contains(character))
}

/// The nearest place at or before `place` where a cut breaks no rule, or `place` if there is none in reach.
fn pull_back(piece: &str, begin: usize, place: usize) -> usize {
    let near = piece[begin..place].char_indices().rev().map(|(offset, _)| begin + offset).take(4);
    std::iter::once(place).chain(near).find(|&cut| cut > begin && may_break(piece, cut)).unwrap_or(place)
}
