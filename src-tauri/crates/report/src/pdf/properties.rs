//! What the file says of itself. It claims no conformance: the pages are not tagged, and nobody has checked them against
//! PDF/A or PDF/UA.

use super::Info;
use super::write::broken;
use crate::ReportError;
use lopdf::{Dictionary, Document, Object, Stream, StringFormat};

const CREATOR: &str = "kansa-techo";
const PRODUCER: &str = "printpdf";

/// Sets properties that are true, twice and alike: in the dictionary that everything reads, and as XMP for registers
/// that read nothing else. printpdf's own would claim a conformance and name a time of day.
pub(super) fn set(document: &mut Document, info: &Info) -> Result<(), ReportError> {
    let dictionary = document.add_object(dictionary(info));
    if let Ok(old) = document.trailer.get(b"Info").and_then(Object::as_reference) {
        document.objects.remove(&old);
    }
    document.trailer.set("Info", Object::Reference(dictionary));
    let mut kind = Dictionary::new();
    kind.set("Type", "Metadata");
    kind.set("Subtype", "XML");
    // It is left as it is, so that what searches files finds it.
    let xmp = document.add_object(Stream::new(kind, xmp(info).into_bytes()).with_compression(false));
    let mut preferences = Dictionary::new();
    preferences.set("DisplayDocTitle", true);
    let catalog = document.catalog_mut().map_err(broken)?;
    catalog.set("Lang", Object::String(info.language.clone().into_bytes(), StringFormat::Literal));
    catalog.set("ViewerPreferences", preferences);
    catalog.set("Metadata", Object::Reference(xmp));
    Ok(())
}

fn dictionary(info: &Info) -> Dictionary {
    let date = info.created;
    let date = format!("D:{:04}{:02}{:02}", date.year(), date.month(), date.day());
    let mut entries = Dictionary::new();
    let texts = [
        ("Title", info.title.as_str()),
        ("Author", &info.author),
        ("Subject", &info.subject),
        ("Keywords", &info.keywords),
        ("Creator", CREATOR),
        ("Producer", PRODUCER),
    ];
    for (key, text) in texts {
        entries.set(key, utf16(&clean(text)));
    }
    for key in ["CreationDate", "ModDate"] {
        entries.set(key, Object::String(date.clone().into_bytes(), StringFormat::Literal));
    }
    entries
}

fn xmp(info: &Info) -> String {
    let date = info.created;
    let date = format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day());
    let text = |name: &str, text: &str| format!("   <{name}>{}</{name}>\n", escaped(text));
    let one = |name: &str, list: &str, attributes: &str, text: &str| {
        let text = escaped(text);
        format!("   <{name}><rdf:{list}><rdf:li{attributes}>{text}</rdf:li></rdf:{list}></{name}>\n")
    };
    let usual = " xml:lang=\"x-default\"";
    let fields = [
        text("dc:format", "application/pdf"),
        one("dc:title", "Alt", usual, &info.title),
        one("dc:creator", "Seq", "", &info.author),
        one("dc:description", "Alt", usual, &info.subject),
        one("dc:language", "Bag", "", &info.language),
        text("pdf:Keywords", &info.keywords),
        text("pdf:Producer", PRODUCER),
        text("xmp:CreatorTool", CREATOR),
        text("xmp:CreateDate", &date),
        text("xmp:ModifyDate", &date),
    ];
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n \
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n  \
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n{}  \
         </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>",
        fields.concat()
    )
}

/// One line without controls, which XML does not take.
fn clean(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}'))
        .collect()
}

fn escaped(text: &str) -> String {
    clean(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Text in UTF-16 with its mark, as PDF wants it outside of pages.
pub(super) fn utf16(text: &str) -> Object {
    let mut bytes = vec![0xfe, 0xff];
    text.encode_utf16().for_each(|unit| bytes.extend(unit.to_be_bytes()));
    Object::String(bytes, StringFormat::Hexadecimal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_xmp_says_what_was_given_and_no_more() {
        let info = Info {
            title: "監査 <案> & \u{7}控え".into(),
            author: "青葉広域連合".into(),
            subject: "【機密性3】".into(),
            keywords: "【機密性3】, 複製禁止".into(),
            created: jiff::civil::date(2026, 4, 1),
            language: "ja-JP".into(),
        };
        let xmp = xmp(&info);
        assert!(xmp.contains("監査 &lt;案&gt; &amp;  控え") && xmp.contains("<xmp:CreateDate>2026-04-01<"), "{xmp}");
        assert!(!xmp.contains("pdfaid") && !xmp.contains("pdfuaid"), "{xmp}");
    }
}
