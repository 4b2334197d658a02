//! What is different between two versions of a report, as it was counted.

use super::{Finding, ReportModel, figures};
use crate::Words;
use crate::ciso::Say;
use std::collections::BTreeMap;

/// A list of more changes than this is cut; how many there are beside it is said.
const MOST: usize = 30;

/// What is different, a line each: figures, findings that came, went or stand elsewhere, passages that were written.
#[must_use]
pub fn changes(before: &ReportModel, now: &ReportModel, words: &dyn Words) -> Vec<String> {
    let say = Say { words };
    let mut lines = Vec::new();
    let then: BTreeMap<String, String> =
        figures(before, words).into_iter().map(|figure| (figure.name, figure.value)).collect();
    for figure in figures(now, words) {
        let was = then.get(&figure.name).filter(|was| **was != figure.value);
        if let Some(was) = was {
            lines.push(say.with("report-change", &[("what", &figure.name), ("was", was), ("is", &figure.value)]));
        }
    }
    let by_number = |model: &ReportModel| -> BTreeMap<String, Finding> {
        model.findings.iter().map(|finding| (finding.number.clone(), finding.clone())).collect()
    };
    let (old, new) = (by_number(before), by_number(now));
    for (number, finding) in &new {
        match old.get(number) {
            None => lines.push(say.with("report-change-added", &[("number", number), ("title", &finding.title)])),
            Some(was) if was.grade != finding.grade => lines.push(say.with(
                "report-change",
                &[("what", number), ("was", &say.name("grade", was.grade)), ("is", &say.name("grade", finding.grade))],
            )),
            Some(was)
                if (&was.fact, &was.title, &was.recommendation)
                    != (&finding.fact, &finding.title, &finding.recommendation) =>
            {
                lines.push(say.with("report-change-text", &[("what", number)]));
            }
            Some(_) => {}
        }
    }
    for (number, finding) in old.iter().filter(|(number, _)| !new.contains_key(*number)) {
        lines.push(say.with("report-change-removed", &[("number", number), ("title", &finding.title)]));
    }
    if before.opinion != now.opinion {
        lines.push(say.with("report-change-text", &[("what", &say.text("report-overall"))]));
    }
    let more = lines.len().saturating_sub(MOST);
    lines.truncate(MOST);
    if more > 0 {
        lines.push(say.with("report-more", &[("count", &more.to_string())]));
    }
    lines
}
