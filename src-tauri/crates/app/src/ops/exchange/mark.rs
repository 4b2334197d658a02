//! The mark by which a sheet is known when it comes back.

use domain::Id;
use i18n::Lang;

/// Which sheet it is: the target, where in the journal it stood when it was made, and in which language. So what was
/// sent can be read from the journal when it comes back, however often it was sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The target.
    pub target: Id,
    /// The chain and the place in it.
    pub at: (i64, i64),
    /// The language of the sheet.
    pub lang: Lang,
}

impl Mark {
    /// As it stands in the sheet.
    pub fn text(&self) -> String {
        format!("{}/{}-{}/{}", self.target, self.at.0, self.at.1, self.lang.tag())
    }

    /// From a sheet that came back; nothing if it is no mark of ours.
    pub fn parse(text: &str) -> Option<Mark> {
        let mut parts = text.split('/');
        let (target, at, lang) = (parts.next()?, parts.next()?, parts.next()?);
        let (device, seq) = at.split_once('-')?;
        let at = (device.parse().ok()?, seq.parse().ok()?);
        let lang = Lang::ALL.iter().copied().find(|known| known.tag() == lang)?;
        parts.next().is_none().then_some(Mark { target: target.parse().ok()?, at, lang })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_comes_back_as_it_went() {
        let mark = Mark { target: Id::natural("t", &[]), at: (2, 41), lang: Lang::En };
        assert_eq!(Mark::parse(&mark.text()), Some(mark.clone()));
        let text = mark.text();
        for broken in
            ["", "x", &text[1..], &text.replace("41", "x"), &text.replace("en-US", "de"), &format!("{text}/1")]
        {
            assert_eq!(Mark::parse(broken), None, "{broken:?}");
        }
    }
}
