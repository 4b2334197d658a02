//! The parts of an .xlsx package, piece by piece: what is read here is never held as a tree, and a part that is broken
//! ends where it breaks.

use super::{ReadError, ReadFault};
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{BufReader, Cursor, Read};
use zip::ZipArchive;
use zip::read::ZipFile;

/// How deep tags may stand in each other. Excel writes less than thirty.
const DEEPEST: usize = 200;

/// How many pieces are read before it is asked again whether to go on.
const BETWEEN: usize = 20_000;

/// A part of up to this size, in bytes, is held whole while it is walked through, which is quicker.
const WHOLE: u64 = 4 << 20;

/// One piece of a part.
pub(crate) enum Piece<'a> {
    /// A tag begins.
    Open(&'a Tag<'a>),
    /// A tag ends; one that stands alone ends at once.
    Close(&'a str),
    /// Text, or a part of it.
    Text(&'a str),
}

/// A tag with its attributes, whatever their prefixes are.
pub(crate) struct Tag<'a>(pub(crate) &'a BytesStart<'a>);

impl Tag<'_> {
    /// Its name without the prefix.
    pub(crate) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    pub(crate) fn is(&self, name: &str) -> bool {
        self.0.local_name().as_ref() == name
    }

    /// The value of an attribute.
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        self.raw(name).map(|raw| unescaped(&raw))
    }

    /// The id of what it refers to. That is written with the prefix of relations; an id without one is the tag's own,
    /// and counts where there is no other.
    pub(crate) fn refers(&self) -> Option<String> {
        let mut attributes = self.0.attributes();
        let ids: Vec<_> = attributes
            .with_checks(false)
            .flatten()
            .filter(|attribute| attribute.key.local_name().as_ref() == "id")
            .collect();
        let id = ids.iter().find(|id| id.key.prefix().is_some()).or_else(|| ids.first())?;
        Some(unescaped(&id.value))
    }

    pub(crate) fn number(&self, name: &str) -> Option<u32> {
        self.raw(name)?.trim().parse().ok()
    }

    /// Whether an attribute says yes.
    pub(crate) fn yes(&self, name: &str) -> bool {
        matches!(self.raw(name).as_deref(), Some("1" | "true" | "on"))
    }

    /// All attributes by their names without prefixes, as they are written: numbers and names hold nothing that is
    /// spelled in another way.
    pub(crate) fn each(&self, mut tell: impl FnMut(&str, &str)) {
        let mut attributes = self.0.attributes();
        for attribute in attributes.with_checks(false).flatten() {
            tell(attribute.key.local_name().as_ref(), &attribute.value);
        }
    }

    fn raw(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.0.attributes();
        let mut named = attributes.with_checks(false).flatten();
        Some(named.find(|attribute| attribute.key.local_name().as_ref() == name)?.value)
    }

    /// Whether a tag such as `strike`, which stands for itself, is not taken back by its value.
    pub(crate) fn stands(&self) -> bool {
        !matches!(self.raw("val").as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

fn unescaped(raw: &str) -> String {
    if !raw.contains('&') {
        return raw.to_owned();
    }
    quick_xml::escape::unescape(raw).map_or_else(|_| raw.to_owned(), |value| value.into_owned())
}

/// What a part refers to: the last word of the kind, and the part.
pub(crate) type Relations = BTreeMap<String, (String, String)>;

/// The package.
pub(crate) struct Parts<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// The places of the parts by their names as they are compared.
    places: BTreeMap<String, usize>,
    go_on: &'a dyn Fn() -> bool,
}

impl<'a> Parts<'a> {
    pub(crate) fn open(bytes: &'a [u8], go_on: &'a dyn Fn() -> bool) -> Result<Parts<'a>, ReadError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(ReadError::damaged)?;
        // Of two that are named alike the reader of the cells takes the later one.
        let named = (0..zip.len()).filter_map(|index| Some((compared(&zip.name_for_index(index)?.ok()?), index)));
        Ok(Parts { places: named.collect(), zip, go_on })
    }

    /// Whether there is such a part.
    pub(crate) fn has(&self, part: &str) -> bool {
        self.places.contains_key(&compared(part))
    }

    fn entry(&mut self, part: &str) -> Option<ZipFile<'_, Cursor<&'a [u8]>>> {
        let place = *self.places.get(&compared(part))?;
        self.zip.by_index(place).ok()
    }

    /// The names of all parts that have one in a known way of writing.
    pub(crate) fn names(&self) -> Vec<String> {
        let names = (0..self.zip.len()).filter_map(|index| self.zip.name_for_index(index)?.ok());
        names.map(|name| name.into_owned()).collect()
    }

    /// Tells every piece of a part. A part that is not there has none, and what is broken says no more.
    pub(crate) fn walk(&mut self, part: &str, mut tell: impl FnMut(Piece<'_>)) -> Result<(), ReadError> {
        let mut tell = |piece: Piece<'_>| {
            tell(piece);
            true
        };
        let Some(whole) = self.whole(part) else { return self.walk_until(part, tell) };
        let mut pace = Pace { go_on: self.go_on, depth: 0, pieces: 0 };
        let text = whole.utf8_chunks().next().map(|chunk| chunk.valid()).unwrap_or_default();
        let mut xml = quick_xml::Reader::from_str(text.trim_start_matches('\u{feff}'));
        forgiving(xml.config_mut());
        while let Ok(event) = xml.read_event() {
            if !pace.tell(event, &mut tell)? {
                break;
            }
        }
        Ok(())
    }

    /// The same, as long as whoever is told wants to hear more, and without holding more than a piece.
    pub(crate) fn walk_until(&mut self, part: &str, mut tell: impl FnMut(Piece<'_>) -> bool) -> Result<(), ReadError> {
        let mut pace = Pace { go_on: self.go_on, depth: 0, pieces: 0 };
        let Some(part) = self.entry(part) else { return Ok(()) };
        let mut xml = quick_xml::Reader::from_reader(BufReader::new(part));
        forgiving(xml.config_mut());
        let mut buffer = Vec::new();
        while let Ok(event) = xml.read_event_into(&mut buffer) {
            if !pace.tell(event, &mut tell)? {
                break;
            }
            buffer.clear();
        }
        Ok(())
    }

    /// A part of bearable size; of what breaks off, as much as there is.
    fn whole(&mut self, part: &str) -> Option<Vec<u8>> {
        let part = self.entry(part).filter(|part| part.size() < WHOLE)?;
        let mut whole = Vec::with_capacity(usize::try_from(part.size()).unwrap_or_default());
        let _ = part.take(WHOLE).read_to_end(&mut whole);
        // It may have lied about its size.
        ((whole.len() as u64) < WHOLE).then_some(whole)
    }

    /// Whether a part holds a word anywhere. Of a large or a broken part nobody knows.
    pub(crate) fn may_hold(&mut self, part: &str, word: &str) -> bool {
        self.whole(part).is_none_or(|whole| str::from_utf8(&whole).map_or(true, |text| text.contains(word)))
    }

    /// What a part refers to, by the ids of the references.
    pub(crate) fn relations(&mut self, part: &str) -> Result<Relations, ReadError> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let mut found = BTreeMap::new();
        self.walk(&format!("{folder}/_rels/{name}.rels"), |piece| {
            if let Piece::Open(tag) = piece
                && tag.is("Relationship")
                && let (Some(id), Some(kind), Some(target)) = (tag.get("Id"), tag.get("Type"), tag.get("Target"))
            {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                found.insert(id, (kind, resolve(folder, &target)));
            }
        })?;
        Ok(found)
    }
}

/// How far a part has been walked through.
struct Pace<'a> {
    go_on: &'a dyn Fn() -> bool,
    depth: usize,
    pieces: usize,
}

impl Pace<'_> {
    /// Tells one piece, and whether there is to be another.
    fn tell(&mut self, event: Event<'_>, tell: &mut impl FnMut(Piece<'_>) -> bool) -> Result<bool, ReadError> {
        self.pieces += 1;
        if self.pieces.is_multiple_of(BETWEEN) && !(self.go_on)() {
            return Err(ReadError::new(ReadFault::Stopped));
        }
        Ok(match event {
            Event::Start(tag) => {
                self.depth += 1;
                if self.depth > DEEPEST {
                    return Err(ReadError::new(ReadFault::TooMuch).with("limit", DEEPEST));
                }
                tell(Piece::Open(&Tag(&tag)))
            }
            Event::Empty(tag) => tell(Piece::Open(&Tag(&tag))) && tell(Piece::Close(tag.local_name().as_ref())),
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                tell(Piece::Close(tag.local_name().as_ref()))
            }
            Event::Text(text) => tell(Piece::Text(&text.xml10_content())),
            Event::CData(text) => tell(Piece::Text(&text.xml10_content())),
            Event::GeneralRef(name) => {
                let written = name.resolve_char_ref().ok().flatten().map(String::from);
                let named = || quick_xml::escape::resolve_predefined_entity(&name.xml10_content()).map(str::to_owned);
                tell(Piece::Text(&written.or_else(named).unwrap_or_default()))
            }
            Event::Eof => false,
            _ => true,
        })
    }
}

/// The drawings of old are HTML rather than XML.
fn forgiving(config: &mut quick_xml::reader::Config) {
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
}

/// The name of a part as it is compared: in small letters, since the standard knows no capitals, and with the strokes
/// that it asks for.
pub(crate) fn compared(name: &str) -> String {
    name.replace('\\', "/").to_ascii_lowercase()
}

/// The path of a part that is named beside another one.
fn resolve(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => drop(path.pop()),
            "" | "." => {}
            step => path.push(step),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_named_from_where_it_is_named() {
        for (target, path) in [
            ("worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("../comments1.xml", "comments1.xml"),
            ("../../../../etc/passwd", "etc/passwd"),
            ("./a//b.xml", "xl/a/b.xml"),
        ] {
            assert_eq!(resolve("xl", target), path);
        }
    }
}
