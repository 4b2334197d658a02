//! The sheets to be read first: cover with contents, summary, introduction, overview.

use super::page::{Page, cell};
use super::{Made, Writer};
use crate::ReportError;
use crate::ciso::{
    added, counts_line, cover_facts, earlier_line, engagement_facts, gravest, others, says_independence,
    self_counts_line, together, unseen, worst_first,
};
use crate::model::{Decision, FindingCount, Section, SelfResult};
use crate::xlsx::style;
use domain::Keyed;
use domain::kinds::{Grade, SelfAnswer};
use domain::report::ReportKind;
use rust_xlsxwriter::{Format, FormatAlign, Url, Worksheet};

/// The cover: label, text; in the contents section, sheet, rows.
const COVER: [f64; 4] = [24.0, 20.0, 38.0, 12.0];

/// A label and its text.
const LABELLED: [f64; 2] = [22.0, 72.0];

/// The summary: departments, and as many columns as the table of findings has figures.
const SUMMARY: [f64; 9] = [20.0, 9.5, 9.5, 9.5, 9.5, 9.5, 9.0, 9.0, 9.0];

/// The columns of the summary that a decision, its addressee, its day and its cost take.
const DECISION: [(usize, usize); 4] = [(0, 2), (3, 4), (5, 6), (7, 8)];

/// A summary shows so many lines of a list at most; the whole list stands on its own sheet.
const MOST: usize = 12;

/// A page of A4 at its own size, in points; a summary somewhat longer is made smaller to fit on one.
const ONE_PAGE: f64 = 1000.0;

impl Writer<'_> {
    /// The marks of the report, what the workbook holds, and the head of the journal.
    pub(super) fn cover(&mut self, name: &str) -> Result<Worksheet, ReportError> {
        let (head, say) = (&self.model.head, self.say);
        let mut page = self.page(name, &COVER)?;
        page.title(&head.title)?;
        if head.draft {
            page.paragraph(&say.text("report-draft-note"))?;
        }
        let first = [
            ("report-year", say.words.fiscal_year(head.fiscal_year)),
            ("report-addressee", head.addressee.clone()),
            ("report-office", head.office.clone()),
            ("report-author", head.author.clone()),
        ];
        for (key, text) in first {
            page.fact(&say.text(key), &text)?;
        }
        for (label, text) in cover_facts(head, say) {
            page.fact(&label, &text)?;
        }
        if !head.changes.is_empty() {
            page.heading(&say.text("report-changes"))?;
            page.list(&head.changes)?;
        }
        page.heading(&say.text("report-contents"))?;
        contents(
            &mut page,
            &self.made,
            &["report-text-section", "report-sheet", "report-rows"].map(|key| say.text(key)),
        )?;
        page.heading(&say.text("report-journal"))?;
        if head.journal_head.trim().is_empty() {
            page.paragraph(&say.text("report-journal-draft"))?;
        } else {
            page.paragraph(&say.with("report-journal-note", &[("date", &say.date(head.created))]))?;
            page.fact(&say.text("report-journal-head"), &head.journal_head)?;
            page.paragraph(&say.text("report-journal-use"))?;
        }
        Ok(page.sheet)
    }

    /// In the order of the PDF: the conclusion, what is to be decided, what was found, what is still open, what was not
    /// looked at, who is independent.
    pub(super) fn summary(&mut self, section: &Section) -> Result<(), ReportError> {
        let (model, say) = (self.model, self.say);
        let name = self.name("report-sheet-summary");
        let mut page = self.page(&name, &SUMMARY)?;
        page.title(&self.section)?;
        // Nobody else is told that a conclusion or decisions are missing.
        let decides = model.head.audience.decides();
        if decides || !model.opinion.overall.is_empty() {
            page.heading(&say.text("report-overall"))?;
            self.written_or_not(&mut page, &model.opinion.overall)?;
        }
        page.paragraphs(&section.text)?;
        if decides || !model.opinion.decisions.is_empty() {
            page.heading(&say.text("report-decisions"))?;
            self.decisions(&mut page)?;
        }
        if model.head.kind.audits() {
            page.heading(&say.text("report-summary-findings"))?;
            self.finding_table(&mut page)?;
            page.paragraph(&counts_line(&model.results.total, say))?;
        }
        if model.head.kind == ReportKind::SelfCheck {
            page.heading(&say.text("report-summary-self-check"))?;
            self.self_table(&mut page)?;
        }
        if model.head.kind.self_checks() {
            page.paragraph(&self_counts_line(&model.self_check.total, say))?;
        }
        page.heading(&say.text("report-summary-open"))?;
        let open = &model.follow_up.open;
        let late = open.iter().filter(|finding| finding.days_overdue.is_some()).count();
        let counts = [("open", open.len().to_string()), ("overdue", late.to_string())];
        page.paragraph(
            &say.with("report-earlier-count", &counts.each_ref().map(|(key, count)| (*key, count.as_str()))),
        )?;
        let lines: Vec<String> = open.iter().map(|finding| earlier_line(finding, say)).collect();
        self.shortened(&mut page, &lines, MOST)?;
        page.heading(&say.text("report-not-looked-at"))?;
        self.shortened(&mut page, &unseen(model, say), MOST + 1)?;
        self.independence(&mut page, MOST)?;
        // A summary survives alone, on one page.
        if page.height < ONE_PAGE {
            page.sheet.set_print_fit_to_pages(1, 1);
        }
        self.done(name, page.sheet, None);
        Ok(())
    }

    fn written_or_not(&self, page: &mut Page, texts: &[String]) -> Result<(), ReportError> {
        match texts.iter().all(|text| text.trim().is_empty()) {
            true => page.paragraph(&self.say.text("report-unwritten")),
            false => page.paragraphs(texts),
        }
    }

    fn independence(&self, page: &mut Page, most: usize) -> Result<(), ReportError> {
        let (model, say) = (self.model, self.say);
        if !says_independence(model) {
            return Ok(());
        }
        page.heading(&say.text("report-independence"))?;
        match model.independence.is_empty() {
            true => page.paragraph(&say.text("report-unwritten")),
            false => self.shortened(page, &model.independence, most),
        }
    }

    fn shortened(&self, page: &mut Page, lines: &[String], most: usize) -> Result<(), ReportError> {
        page.list(&lines[..lines.len().min(most)])?;
        match lines.len().saturating_sub(most) {
            0 => Ok(()),
            more => page.paragraph(&self.say.with("report-more", &[("count", &more.to_string())])),
        }
    }

    fn decisions(&self, page: &mut Page) -> Result<(), ReportError> {
        let (say, decisions) = (self.say, &self.model.opinion.decisions);
        if decisions.is_empty() {
            return page.paragraph(&say.text("report-unwritten"));
        }
        let mut line = |texts: [String; 4], format: &Format| {
            let spans: Vec<_> =
                DECISION.iter().zip(&texts).map(|((from, to), text)| (*from, *to, text.as_str(), format)).collect();
            page.spans(&spans, 0.0)
        };
        line(
            ["report-what", "report-whom", "report-due", "report-budget"].map(|key| say.text(key)),
            &style::heading(),
        )?;
        for (place, Decision { what, whom, due, budget }) in (1..).zip(decisions) {
            let texts = [format!("{place}　{what}"), say.or_blank(whom), say.day(*due), say.or_blank(budget)];
            line(texts, &cell())?;
        }
        Ok(())
    }

    /// The findings by grade and department; departments beyond the most are added up.
    fn finding_table(&self, page: &mut Page) -> Result<(), ReportError> {
        let (say, counts) = (self.say, &self.model.finding_counts);
        let Some((total, departments)) =
            counts.split_last().filter(|(total, _)| total.by_grade.iter().sum::<u32>() > 0)
        else {
            return page.paragraph(&say.text("report-none"));
        };
        let mut titles = vec![say.text("report-department")];
        titles.extend(Grade::ALL.iter().map(|grade| say.name("grade", *grade)));
        titles.extend(["report-sum", "report-open", "report-overdue"].map(|key| say.text(key)));
        let numbers = |count: &FindingCount| {
            let sum = count.by_grade.iter().sum();
            count.by_grade.iter().copied().chain([sum, count.open, count.overdue]).collect::<Vec<u32>>()
        };
        let (shown, rest) = gravest(departments, MOST, |one, other| one.by_grade.cmp(&other.by_grade));
        let named = |count: &FindingCount| (count.department.clone().unwrap_or_default(), numbers(count));
        let mut lines: Vec<(String, Vec<u32>)> = shown.iter().map(named).collect();
        if !rest.is_empty() {
            lines.push((others(rest.len(), say), numbers(&added(&rest))));
        }
        lines.push((say.text("report-total"), numbers(total)));
        count_table(page, &titles, &lines)
    }

    fn self_table(&self, page: &mut Page) -> Result<(), ReportError> {
        let (say, check) = (self.say, &self.model.self_check);
        if check.departments.is_empty() {
            return page.paragraph(&say.text("report-none"));
        }
        let mut titles = vec![say.text("report-department")];
        titles.extend(SelfAnswer::ALL.iter().map(|answer| say.name("self-answer", *answer)));
        titles.push(say.text("report-unanswered"));
        let (shown, rest) = worst_first(&check.departments, MOST);
        let named = |result: &SelfResult| (result.department.clone(), result.counts.all().to_vec());
        let mut lines: Vec<(String, Vec<u32>)> = shown.iter().map(named).collect();
        if !rest.is_empty() {
            lines.push((others(rest.len(), say), together(&rest).all().to_vec()));
        }
        lines.push((say.text("report-total"), check.total.all().to_vec()));
        count_table(page, &titles, &lines)
    }

    /// What for, by which standards, who is independent, and how the figures are counted.
    pub(super) fn introduction(&mut self, section: &Section) -> Result<(), ReportError> {
        let (model, say) = (self.model, self.say);
        let name = self.name("report-sheet-introduction");
        let mut page = self.page(&name, &LABELLED)?;
        page.title(&self.section)?;
        page.paragraphs(&section.text)?;
        page.heading(&say.text("report-purpose"))?;
        let with_one = model.engagements.iter().filter(|engagement| !engagement.purpose.trim().is_empty());
        let purposes: Vec<_> = with_one.map(|one| (&one.name, &one.purpose)).collect();
        for (name, purpose) in &purposes {
            page.fact(name, purpose)?;
        }
        if purposes.is_empty() {
            page.paragraph(&say.text("report-unwritten"))?;
        }
        page.heading(&say.text("report-criteria"))?;
        for criterion in &model.criteria {
            page.fact(&say.text("report-standard"), &criterion.title)?;
            page.fact(&say.text("report-edition"), &say.or_blank(&criterion.edition))?;
            page.fact(&say.text("report-pack-hash"), &criterion.sha256)?;
        }
        if model.criteria.is_empty() {
            page.paragraph(&say.text("report-none"))?;
        }
        self.independence(&mut page, usize::MAX)?;
        page.heading(&say.text("report-figures"))?;
        let note = if model.head.kind.audits() { "report-figures-note" } else { "report-self-check-note" };
        page.paragraph(&say.text(note))?;
        self.done(name, page.sheet, None);
        Ok(())
    }

    /// Every audit and self-inspection with departments, days, methods, team and what was left out.
    pub(super) fn overview(&mut self, section: &Section) -> Result<(), ReportError> {
        let (model, say) = (self.model, self.say);
        let name = self.name("report-sheet-overview");
        let mut page = self.page(&name, &LABELLED)?;
        page.title(&self.section)?;
        page.paragraphs(&section.text)?;
        if model.engagements.is_empty() {
            page.paragraph(&say.text("report-none"))?;
        }
        for engagement in &model.engagements {
            page.heading(&engagement.name)?;
            for (label, text) in engagement_facts(engagement, model.head.audience, say) {
                page.fact(&label, &text)?;
            }
        }
        page.heading(&say.text("report-not-looked-at"))?;
        page.list(&unseen(model, say))?;
        self.done(name, page.sheet, None);
        Ok(())
    }
}

/// Every sheet with its section and how many rows it has. A name leads to its sheet.
fn contents(page: &mut Page, made: &[Made], titles: &[String; 3]) -> Result<(), ReportError> {
    let (heading, cell) = (style::heading(), cell());
    let [section, sheet, rows] = titles;
    page.spans(&[(0, 1, section, &heading), (2, 2, sheet, &heading), (3, 3, rows, &heading)], 18.0)?;
    let mut before = "";
    for made in made {
        let section = if made.section == before { "" } else { made.section.as_str() };
        before = &made.section;
        match made.rows {
            Some(rows) => page.number(3, u32::try_from(rows).unwrap_or(u32::MAX), &cell)?,
            None => drop(page.sheet.write_blank(page.row, 3, &cell)?),
        }
        let link = Url::new(format!("internal:'{}'!A1", made.name)).set_text(made.name.as_str());
        page.sheet.write_url_with_format(page.row, 2, link, &cell)?;
        let room = style::row_height([(section, COVER[0] + COVER[1]), (made.name.as_str(), COVER[2])]);
        page.spans(&[(0, 1, section, &cell)], room)?;
    }
    Ok(())
}

/// Names with their numbers; the last line is the total.
fn count_table(page: &mut Page, titles: &[String], lines: &[(String, Vec<u32>)]) -> Result<(), ReportError> {
    let heading = style::heading();
    let spans: Vec<_> =
        titles.iter().enumerate().map(|(place, title)| (place, place, title.as_str(), &heading)).collect();
    page.spans(&spans, 20.0)?;
    for (line, (name, numbers)) in lines.iter().enumerate() {
        let total = line + 1 == lines.len();
        let format = if total { cell().set_bold().set_background_color(style::LABEL) } else { cell() };
        for (place, number) in (1..).zip(numbers) {
            page.number(place, *number, &format.clone().set_align(FormatAlign::Right))?;
        }
        page.spans(&[(0, 0, name, &format)], 0.0)?;
    }
    Ok(())
}
