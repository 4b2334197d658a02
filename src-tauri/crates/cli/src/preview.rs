//! What taking a returned workbook over would do, in lines: each form with its counts, then what needs a look.

use std::collections::BTreeMap;

use i18n::{Arg, Lang};
use serde_json::Value;

use crate::out;

/// Prints the preview.
pub(crate) fn print(lang: Lang, preview: &Value) {
    for form in out::list(preview, "forms") {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for row in out::list(form, "rows") {
            *counts.entry(out::text(row, "status")).or_default() += 1;
        }
        let counts: Vec<String> = counts
            .into_iter()
            .map(|(status, count)| format!("{} {count}", i18n::text(lang, &format!("exchange-status-{status}"), &[])))
            .collect();
        out::line(&format!("{}  {}  {}", out::text(form, "sheet"), out::text(form, "department"), counts.join(" · ")));
    }
    out::list(preview, "diagnostics").iter().for_each(|diagnostic| out::line(&remark(lang, diagnostic)));
}

/// One remark: how grave, where, what.
fn remark(lang: Lang, diagnostic: &Value) -> String {
    let args: Vec<(&str, Arg<'_>)> = diagnostic["args"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, value)| (name.as_str(), value.as_str().unwrap_or_default().into()))
        .collect();
    let words = i18n::text(lang, &format!("exchange-{}", out::text(diagnostic, "code")), &args);
    let severity = i18n::text(lang, &format!("exchange-severity-{}", out::text(diagnostic, "severity")), &[]);
    let place: Vec<&str> =
        ["sheet", "cell"].iter().map(|part| out::text(diagnostic, part)).filter(|part| !part.is_empty()).collect();
    format!("{severity}  {}  {words}", place.join(" "))
}

#[cfg(test)]
mod tests {
    use i18n::Lang;
    use serde_json::json;

    #[test]
    fn a_remark_says_how_grave_where_and_what() {
        let diagnostic = json!({
            "code": "row-added", "severity": "warning", "sheet": "総務課", "cell": "C9", "args": { "found": "追加の行" },
        });
        let line = super::remark(Lang::Ja, &diagnostic);
        for part in ["総務課 C9", "追加の行"] {
            assert!(line.contains(part), "{line}");
        }
        assert!(!line.contains('⟦') && !line.contains("{$"), "every part has its words: {line}");
    }
}
