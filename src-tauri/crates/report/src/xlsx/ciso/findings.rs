//! The findings of the year, what was ordered and planned, and how their improvement stands.

use super::{Writer, counted, optional};
use crate::ReportError;
use crate::ciso::view_lines;
use crate::model::{CompelledApproval, Finding, Turn};
use crate::xlsx::sheet::Value;
use domain::kinds::Grade;

impl Writer<'_> {
    /// A good practice is no finding to be mended and has a section of its own.
    fn to_mend(&self) -> impl Iterator<Item = &Finding> {
        self.model.findings.iter().filter(|finding| finding.grade != Grade::GoodPractice)
    }

    pub(super) fn findings(&mut self) -> Result<(), ReportError> {
        let say = self.say;
        if self.is_public() {
            return self.published();
        }
        let row = |finding: &Finding| {
            let mut row = vec![Value::text(&finding.number), Value::text(say.name("grade", finding.grade))];
            let texts = [
                &finding.department,
                &finding.title,
                &finding.fact,
                &finding.criterion,
                &finding.cause,
                &finding.risk,
                &finding.recommendation,
            ];
            row.extend(texts.map(Value::text));
            row.push(Value::text(say.join(&finding.evidence)));
            row.push(finding.view.as_ref().map_or(Value::None, |view| Value::text(view_lines(view, say))));
            row.push(Value::text(say.name("finding-state", finding.state)));
            row.push(counted(finding.days_overdue));
            row
        };
        let columns = [
            ("report-finding-number", 10.0),
            ("report-grade", 13.0),
            ("report-department", 14.0),
            ("report-finding-title", 24.0),
            ("report-fact", 40.0),
            ("report-criterion", 32.0),
            ("report-cause", 26.0),
            ("report-risk", 26.0),
            ("report-recommendation", 30.0),
            ("report-evidence", 12.0),
            ("report-view", 26.0),
            ("report-state", 10.0),
            ("report-overdue-days", 9.0),
        ];
        let rows = self.to_mend().map(row).collect();
        self.table("report-sheet-findings", &columns, rows)?;
        self.plans()?;
        self.history()
    }

    /// The findings as they are published: what was found in detail, ordered and planned is no part of it.
    fn published(&mut self) -> Result<(), ReportError> {
        let say = self.say;
        let row = |finding: &Finding| {
            vec![
                Value::text(&finding.number),
                Value::text(say.name("grade", finding.grade)),
                Value::text(&finding.department),
                Value::text(&finding.title),
                Value::text(say.name("finding-state", finding.state)),
                counted(finding.days_overdue),
            ]
        };
        let columns = [
            ("report-finding-number", 12.0),
            ("report-grade", 14.0),
            ("report-department", 18.0),
            ("report-finding-title", 34.0),
            ("report-state", 10.0),
            ("report-overdue-days", 8.0),
        ];
        let rows = self.to_mend().map(row).collect();
        self.table("report-sheet-findings", &columns, rows)
    }

    /// What was ordered and what the department plans: a row per finding that has one of them.
    fn plans(&mut self) -> Result<(), ReportError> {
        let row = |finding: &Finding| {
            let (order, plan) = (finding.order.as_ref(), finding.plan.as_ref());
            let approval = plan.and_then(|plan| plan.approval.as_ref());
            vec![
                Value::text(&finding.number),
                Value::text(&finding.department),
                Value::date(order.map(|order| order.date)),
                Value::date(order.and_then(|order| order.due)),
                optional(order.map(|order| &order.text)),
                optional(plan.map(|plan| &plan.cause)),
                optional(plan.map(|plan| &plan.corrective)),
                optional(plan.map(|plan| &plan.preventive)),
                optional(plan.map(|plan| &plan.owner)),
                Value::date(plan.and_then(|plan| plan.due)),
                Value::date(approval.map(|approval| approval.date)),
                optional(approval.map(|approval| &approval.by)),
                optional(approval.and_then(|approval| approval.reason.as_ref())),
            ]
        };
        let columns = [
            ("report-finding-number", 10.0),
            ("report-department", 14.0),
            ("report-order-date", 16.0),
            ("report-order-due", 16.0),
            ("report-order", 30.0),
            ("report-plan-cause", 24.0),
            ("report-plan-corrective", 28.0),
            ("report-plan-preventive", 28.0),
            ("report-plan-owner", 18.0),
            ("report-plan-due", 16.0),
            ("report-approval-date", 16.0),
            ("report-approver", 18.0),
            ("report-compelling-reason", 26.0),
        ];
        let with_one = self.to_mend().filter(|finding| finding.order.is_some() || finding.plan.is_some());
        let rows: Vec<_> = with_one.map(row).collect();
        if rows.is_empty() { Ok(()) } else { self.table("report-sheet-plans", &columns, rows) }
    }

    /// Every report on the way and every verification, finding by finding.
    fn history(&mut self) -> Result<(), ReportError> {
        let say = self.say;
        let mut rows = Vec::new();
        for finding in self.to_mend() {
            let of = |what: &str| [&finding.number, &finding.department, what].map(Value::text);
            for progress in &finding.progress {
                let mut row: Vec<Value> = of(&say.text("report-progress")).into();
                row.push(Value::Date(progress.date));
                row.push(Value::text(say.name("progress-state", progress.state)));
                row.push(progress.percent.map_or(Value::None, |percent| Value::Share(f64::from(percent) / 100.0)));
                row.push(Value::None);
                row.push(Value::text(&progress.text));
                rows.push(row);
            }
            for seen in &finding.verifications {
                let mut row: Vec<Value> = of(&say.text("report-verification")).into();
                row.push(Value::Date(seen.date));
                row.push(Value::text(say.name("verification-result", seen.result)));
                row.push(Value::None);
                row.push(Value::text(&seen.by));
                row.push(Value::text(&seen.text));
                rows.push(row);
            }
        }
        let columns = [
            ("report-finding-number", 10.0),
            ("report-department", 16.0),
            ("report-text-kind", 8.0),
            ("report-turn-date", 16.0),
            ("report-state", 12.0),
            ("report-percent-done", 9.0),
            ("report-verified-by", 20.0),
            ("report-turn", 56.0),
        ];
        if rows.is_empty() { Ok(()) } else { self.table("report-sheet-history", &columns, rows) }
    }

    /// What others may learn from.
    pub(super) fn good_practice(&mut self) -> Result<(), ReportError> {
        // What was seen there is taken out for the public.
        let shown = if self.is_public() { 3 } else { 4 };
        let row = |finding: &Finding| {
            let texts = [&finding.number, &finding.department, &finding.title, &finding.fact];
            texts[..shown].iter().copied().map(Value::text).collect()
        };
        let columns = [
            ("report-finding-number", 12.0),
            ("report-department", 18.0),
            ("report-finding-title", 30.0),
            ("report-fact", 60.0),
        ];
        let good = self.model.findings.iter().filter(|finding| finding.grade == Grade::GoodPractice);
        let rows = good.map(row).collect();
        self.table("report-sheet-good-practice", &columns[..shown], rows)
    }

    pub(super) fn improvement(&mut self) -> Result<(), ReportError> {
        let say = self.say;
        let row = |finding: &Finding| {
            vec![
                Value::text(&finding.number),
                Value::text(&finding.department),
                Value::text(say.name("grade", finding.grade)),
                Value::text(say.name("finding-state", finding.state)),
                Value::date(finding.order.as_ref().and_then(|order| order.due)),
                Value::date(finding.plan.as_ref().and_then(|plan| plan.due)),
                counted(finding.days_overdue),
            ]
        };
        let columns = [
            ("report-finding-number", 12.0),
            ("report-department", 20.0),
            ("report-grade", 14.0),
            ("report-state", 12.0),
            ("report-order-due", 18.0),
            ("report-plan-due", 18.0),
            ("report-overdue-days", 9.0),
        ];
        let rows = self.to_mend().map(row).collect();
        self.table("report-sheet-improvement", &columns, rows)?;
        if !self.model.turns.is_empty() {
            self.turns()?;
        }
        self.compelled()
    }

    /// Due dates that were changed and orders given early, each with its reason.
    fn turns(&mut self) -> Result<(), ReportError> {
        let row = |turn: &Turn| {
            vec![Value::text(&turn.number), Value::Date(turn.date), Value::text(&turn.what), Value::text(&turn.reason)]
        };
        let columns = [
            ("report-finding-number", 12.0),
            ("report-turn-date", 18.0),
            ("report-turn", 45.0),
            ("report-reason", 45.0),
        ];
        let rows = self.model.turns.iter().map(row).collect();
        self.table("report-sheet-turns", &columns, rows)
    }

    fn compelled(&mut self) -> Result<(), ReportError> {
        let row = |approval: &CompelledApproval| {
            vec![
                Value::text(&approval.subject),
                Value::Date(approval.date),
                Value::text(&approval.by),
                Value::text(&approval.reason),
            ]
        };
        let columns = [
            ("report-subject", 12.0),
            ("report-approval-date", 18.0),
            ("report-approver", 26.0),
            ("report-reason", 60.0),
        ];
        let rows = self.model.compelled_approvals.iter().map(row).collect();
        self.table("report-sheet-compelled", &columns, rows)
    }
}
