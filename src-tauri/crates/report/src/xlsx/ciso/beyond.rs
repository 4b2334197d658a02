//! What the report says beside this year's verdicts and findings.

use super::{Writer, counted, optional, share};
use crate::ReportError;
use crate::model::{
    ContrastCount, ContrastItem, ExceptionLine, FollowYear, HorizontalLine, OpenEarlier, OrderDraft, ProposalLine,
    SharedItem,
};
use crate::words::mark;
use crate::xlsx::sheet::Value;
use domain::kinds::SelfAnswer;

impl Writer<'_> {
    /// 横断的な課題: items that several departments do not fulfil, findings that concern all, what others were asked.
    pub(super) fn cross_cutting(&mut self) -> Result<(), ReportError> {
        let (model, say) = (self.model, self.say);
        let cross = &model.cross_cutting;
        let row = |item: &SharedItem| {
            vec![
                Value::text(&item.item),
                Value::text(&item.question),
                Value::text(say.join(&item.nonconforming)),
                Value::text(say.join(&item.partial)),
                Value::Number((item.nonconforming.len() + item.partial.len()) as f64),
            ]
        };
        let columns = [
            ("report-item", 13.0),
            ("report-question", 50.0),
            ("report-departments-no", 36.0),
            ("report-departments-partly", 36.0),
            ("report-count", 8.0),
        ];
        self.table("report-sheet-shared", &columns, cross.shared.iter().map(row).collect())?;
        let row = |number: &String| {
            let found = model.findings.iter().find(|finding| finding.number == *number);
            let (department, title) = (found.map(|one| &one.department), found.map(|one| &one.title));
            vec![Value::text(number), optional(department), optional(title)]
        };
        let columns = [("report-finding-number", 14.0), ("report-department", 22.0), ("report-finding-title", 60.0)];
        self.table("report-sheet-cross-findings", &columns, cross.findings.iter().map(row).collect())?;
        let row = |line: &HorizontalLine| {
            let result = line.result.map(|result| say.name("horizontal-result", result));
            vec![
                Value::text(&line.number),
                Value::text(&line.department),
                Value::Date(line.asked),
                Value::Date(line.due),
                Value::text(result.unwrap_or_else(|| say.text("report-no-answer"))),
                Value::text(&line.answer),
            ]
        };
        let columns = [
            ("report-finding-number", 12.0),
            ("report-department", 18.0),
            ("report-asked-on", 18.0),
            ("report-due", 18.0),
            ("report-horizontal-result", 16.0),
            ("report-answer", 56.0),
        ];
        self.table("report-sheet-horizontal", &columns, cross.horizontal.iter().map(row).collect())
    }

    /// 前回までの指摘: what became of each year, and what is still open.
    pub(super) fn follow_up(&mut self) -> Result<(), ReportError> {
        let (model, say) = (self.model, self.say);
        let row = |year: &FollowYear| {
            let mut row = vec![Value::text(say.words.fiscal_year(year.year))];
            let numbers = [year.all, year.closed.part, year.excepted, year.open, year.overdue];
            row.extend(numbers.map(Value::count));
            row.push(counted(year.longest));
            row.push(share(year.closed));
            row
        };
        let columns = [
            ("report-year", 16.0),
            ("report-sum", 9.0),
            ("report-closed", 9.0),
            ("report-excepted", 11.0),
            ("report-open", 10.0),
            ("report-overdue", 11.0),
            ("report-longest", 12.0),
            ("report-closing-rate", 11.0),
        ];
        self.table("report-sheet-follow-up", &columns, model.follow_up.years.iter().map(row).collect())?;
        let row = |finding: &OpenEarlier| {
            vec![
                Value::text(say.words.fiscal_year(finding.year)),
                Value::text(&finding.number),
                Value::text(&finding.department),
                Value::text(say.name("grade", finding.grade)),
                Value::text(&finding.title),
                Value::text(say.name("finding-state", finding.state)),
                Value::date(finding.due),
                counted(finding.days_overdue),
            ]
        };
        let columns = [
            ("report-year", 14.0),
            ("report-finding-number", 12.0),
            ("report-department", 18.0),
            ("report-grade", 14.0),
            ("report-finding-title", 44.0),
            ("report-state", 12.0),
            ("report-due", 18.0),
            ("report-overdue-days", 9.0),
        ];
        self.table("report-sheet-earlier-open", &columns, model.follow_up.open.iter().map(row).collect())
    }

    /// 自己点検と監査の結果の差.
    pub(super) fn contrast(&mut self) -> Result<(), ReportError> {
        let (model, say) = (self.model, self.say);
        let row = |count: &ContrastCount| {
            let mut row = vec![Value::text(&count.department)];
            row.extend([count.both, count.same, count.better, count.worse].map(Value::count));
            row
        };
        let columns = [
            ("report-department", 24.0),
            ("report-contrast-both", 13.0),
            ("report-contrast-same", 13.0),
            ("report-contrast-better", 20.0),
            ("report-contrast-worse", 22.0),
        ];
        self.table("report-sheet-contrast", &columns, model.contrast.departments.iter().map(row).collect())?;
        let row = |item: &ContrastItem| {
            vec![
                Value::text(&item.department),
                Value::text(&item.item),
                Value::text(&item.question),
                Value::text(say.name("self-answer", item.answer)),
                Value::text(mark(item.verdict)),
            ]
        };
        let columns = [
            ("report-department", 18.0),
            ("report-item", 13.0),
            ("report-question", 46.0),
            ("report-answer", 10.0),
            ("report-verdict", 8.0),
        ];
        self.table("report-sheet-contrast-items", &columns, model.contrast.items.iter().map(row).collect())
    }

    /// 例外措置の状況.
    pub(super) fn exceptions(&mut self) -> Result<(), ReportError> {
        let (model, say) = (self.model, self.say);
        let row = |line: &ExceptionLine| {
            let emergency = if line.emergency { SelfAnswer::Yes } else { SelfAnswer::No };
            let decided = line.result.zip(line.decided);
            let result = decided.map(|(result, _)| say.name("exception-result", result));
            vec![
                Value::text(&line.number),
                Value::text(&line.department),
                Value::text(&line.title),
                Value::text(&line.points),
                Value::text(say.name("exception-manner", line.manner)),
                Value::date(line.from),
                Value::date(line.until),
                Value::text(result.unwrap_or_else(|| say.text("report-undecided"))),
                Value::date(decided.map(|(_, date)| date)),
                optional(decided.map(|_| &line.approver)),
                Value::text(say.name("exception-standing", line.standing)),
                Value::text(say.name("self-answer", emergency)),
            ]
        };
        let columns = [
            ("report-number-of", 12.0),
            ("report-department", 16.0),
            ("report-finding-title", 30.0),
            ("report-subject", 20.0),
            ("report-exception-manner", 24.0),
            ("report-from", 18.0),
            ("report-until", 18.0),
            ("report-exception-decision", 14.0),
            ("report-decided-on", 18.0),
            ("report-approver", 20.0),
            ("report-state", 14.0),
            ("report-urgent", 9.0),
        ];
        self.table("report-sheet-exceptions", &columns, model.exceptions.iter().map(row).collect())
    }

    /// 見直しの提案.
    pub(super) fn proposals(&mut self) -> Result<(), ReportError> {
        let (model, say) = (self.model, self.say);
        let row = |line: &ProposalLine| {
            vec![
                Value::text(&line.number),
                Value::text(&line.clause),
                Value::text(&line.title),
                Value::text(&line.reason),
                Value::text(&line.proposed),
                Value::text(say.name("proposal-state", line.state)),
                Value::text(&line.decided),
            ]
        };
        let columns = [
            ("report-number-of", 12.0),
            ("report-clause", 12.0),
            ("report-finding-title", 24.0),
            ("report-reason", 40.0),
            ("report-proposal-wording", 44.0),
            ("report-state", 10.0),
            ("report-decision", 22.0),
        ];
        self.table("report-sheet-proposals", &columns, model.proposals.iter().map(row).collect())
    }

    /// 改善指示書案: what there is to order. The date and the words of the order are the CISO's.
    pub(super) fn orders(&mut self) -> Result<(), ReportError> {
        let (model, say) = (self.model, self.say);
        let row = |draft: &OrderDraft| {
            vec![
                Value::text(&draft.number),
                Value::text(&draft.addressee),
                Value::text(say.name("grade", draft.grade)),
                Value::text(&draft.title),
                Value::text(&draft.body),
            ]
        };
        let columns = [
            ("report-finding-number", 12.0),
            ("report-addressee", 20.0),
            ("report-grade", 14.0),
            ("report-finding-title", 36.0),
            ("report-order-body", 60.0),
        ];
        self.table("report-sheet-orders", &columns, model.orders.iter().map(row).collect())
    }
}
