//! Bookmarks, nested as the headings are.

use super::properties::utf16;
use super::write::broken;
use crate::ReportError;
use crate::layout::Page;
use lopdf::{Dictionary, Document, Object, ObjectId};

struct Node {
    id: ObjectId,
    level: u8,
    parent: Option<usize>,
    fields: Dictionary,
}

/// Adds the headings of all pages as bookmarks.
pub(super) fn add(document: &mut Document, pages: &[Page]) -> Result<(), ReportError> {
    let targets: Vec<ObjectId> = document.get_pages().into_values().collect();
    let mut nodes: Vec<Node> = Vec::new();
    for (page, target) in pages.iter().zip(targets) {
        for entry in &page.entries {
            let y = page.height() - entry.y;
            let place = [Object::Reference(target), "XYZ".into(), Object::Null, y.into(), Object::Null];
            let mut fields = Dictionary::new();
            fields.set("Title", utf16(&crate::layout::one_line(&entry.text)));
            fields.set("Dest", Object::Array(place.into()));
            let parent = parent(&nodes, entry.level);
            nodes.push(Node { id: document.new_object_id(), level: entry.level, parent, fields });
        }
    }
    if nodes.is_empty() {
        return Ok(());
    }
    let root = document.new_object_id();
    let mut root_fields = Dictionary::new();
    root_fields.set("Type", "Outlines");
    for place in 0..nodes.len() {
        let parent = nodes[place].parent;
        let parent_id = parent.map_or(root, |parent| nodes[parent].id);
        nodes[place].fields.set("Parent", Object::Reference(parent_id));
    }
    let siblings = siblings(&nodes);
    for (parent, children) in siblings {
        for pair in children.windows(2) {
            let (before, after) = (nodes[pair[0]].id, nodes[pair[1]].id);
            nodes[pair[0]].fields.set("Next", Object::Reference(after));
            nodes[pair[1]].fields.set("Prev", Object::Reference(before));
        }
        let (first, last) = (nodes[children[0]].id, nodes[children[children.len() - 1]].id);
        let count = i64::try_from(children.len()).unwrap_or(i64::MAX);
        let fields = match parent {
            None => &mut root_fields,
            Some(parent) => &mut nodes[parent].fields,
        };
        fields.set("First", Object::Reference(first));
        fields.set("Last", Object::Reference(last));
        // Negative: closed when the document is opened.
        fields.set("Count", if parent.is_none() { count } else { -count });
    }
    for node in nodes {
        document.set_object(node.id, node.fields);
    }
    document.set_object(root, root_fields);
    let catalog = document.catalog_mut().map_err(broken)?;
    catalog.set("Outlines", Object::Reference(root));
    catalog.set("PageMode", "UseOutlines");
    Ok(())
}

/// The last heading above this level.
fn parent(nodes: &[Node], level: u8) -> Option<usize> {
    nodes.iter().rposition(|node| node.level < level)
}

/// The children of each parent, in order.
fn siblings(nodes: &[Node]) -> std::collections::BTreeMap<Option<usize>, Vec<usize>> {
    let mut children = std::collections::BTreeMap::new();
    for (place, node) in nodes.iter().enumerate() {
        children.entry(node.parent).or_insert_with(Vec::new).push(place);
    }
    children
}
