//! Places on a page that lead to another one.

use super::write::broken;
use crate::ReportError;
use crate::layout::{Mark, Page};
use lopdf::{Dictionary, Document, Object, ObjectId};

/// Adds the links of all pages.
pub(super) fn add(document: &mut Document, pages: &[Page]) -> Result<(), ReportError> {
    let targets: Vec<ObjectId> = document.get_pages().into_values().collect();
    for (page, own) in pages.iter().zip(&targets) {
        let mut links = Vec::new();
        for mark in &page.marks {
            let Mark::Link { x, y, width, height, page: leads_to, to } = mark else { continue };
            let Some((target, there)) = targets.get(*leads_to).zip(pages.get(*leads_to)) else { continue };
            let (top, bottom) = (page.height() - y, page.height() - y - height);
            let place =
                [Object::Reference(*target), "XYZ".into(), Object::Null, (there.height() - to).into(), Object::Null];
            let mut link = Dictionary::new();
            link.set("Type", "Annot");
            link.set("Subtype", "Link");
            link.set("Rect", Object::Array([*x, bottom, x + width, top].map(Object::from).into()));
            link.set("Border", Object::Array([0, 0, 0].map(Object::from).into()));
            link.set("Dest", Object::Array(place.into()));
            links.push(Object::Reference(document.add_object(link)));
        }
        if links.is_empty() {
            continue;
        }
        let dictionary = document.get_object_mut(*own).and_then(Object::as_dict_mut).map_err(broken)?;
        dictionary.set("Annots", Object::Array(links));
    }
    Ok(())
}
