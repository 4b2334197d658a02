//! The index of the evidence, the checklist and the glossary.

use super::Writer;
use crate::ReportError;
use crate::ciso::terms::meaning;
use crate::model::Evidence;
use crate::xlsx::sheet::Value;
use domain::report::{ReportAudience, ReportTerm};

impl Writer<'_> {
    pub(super) fn evidence(&mut self) -> Result<(), ReportError> {
        let row = |evidence: &Evidence| {
            let texts =
                [&evidence.number, &evidence.name, &evidence.class_label, &evidence.attached_to, &evidence.sha256];
            texts.map(Value::text).into()
        };
        let columns = [
            ("report-evidence-number", 9.0),
            ("report-evidence-name", 34.0),
            ("report-class", 14.0),
            ("report-attached-to", 26.0),
            ("report-sha256", 66.0),
        ];
        let rows = self.model.evidence.iter().map(row).collect();
        self.table("report-sheet-evidence", &columns, rows)
    }

    /// Every item, also those left out this time, which would bury the others on paper. A department sees what its
    /// pages show.
    pub(super) fn checklist(&mut self) -> Result<(), ReportError> {
        let say = self.say;
        let all = self.model.head.audience != ReportAudience::Department;
        let mut rows = Vec::new();
        for part in &self.model.checklist {
            for item in part.rows.iter().filter(|item| all || item.verdict.is_some()) {
                rows.push(vec![
                    Value::text(&part.department),
                    Value::text(&part.chapter),
                    Value::text(&item.item),
                    Value::text(&item.target),
                    Value::text(&item.question),
                    Value::text(say.verdict(item.verdict)),
                    Value::text(&item.note),
                    Value::text(say.join(&item.evidence)),
                ]);
            }
        }
        let columns = [
            ("report-department", 14.0),
            ("report-chapter", 20.0),
            ("report-item", 13.0),
            ("report-target", 14.0),
            ("report-question", 50.0),
            ("report-verdict", 8.0),
            ("report-note", 34.0),
            ("report-evidence", 12.0),
        ];
        self.table("report-sheet-checklist", &columns, rows)
    }

    /// What the words and marks of the report mean.
    pub(super) fn glossary(&mut self) -> Result<(), ReportError> {
        let say = self.say;
        let row = |term: &ReportTerm| meaning(*term, say).map(Value::text).into();
        let columns = [("report-term-head", 26.0), ("report-meaning-head", 70.0)];
        let rows = self.model.terms.iter().map(row).collect();
        self.table("report-sheet-glossary", &columns, rows)
    }
}
