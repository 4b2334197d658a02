//! 督促: what a department is reminded of while findings are open, as a letter for each and as one table.

use super::due::{self, about, kind_text};
use super::letter::{self, Letter};
use super::posts::Posts;
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::session::Session;
use domain::due::SOON;
use domain::{Id, wareki};
use jiff::civil::Date;
use report::listing::{Listing, ListingCell, ListingColumn};
use report::paper::{Paper, PaperColumn, PaperTable};
use std::collections::BTreeMap;
use store::row::Cells;

/// The longest of what may be said beside what is awaited.
const MAX_NOTE: usize = 2_000;

/// The departments of which something is late or due soon, the latest first.
pub fn departments(session: &Session, _: Empty) -> Result<Vec<DueDepartment>> {
    let mut of: BTreeMap<Id, Vec<DueRow>> = BTreeMap::new();
    for row in due::list(session, Empty {})? {
        if let (Some(department), true) = (row.department, row.remindable && row.days_late >= Some(-SOON)) {
            of.entry(department).or_default().push(row);
        }
    }
    let before = reminded(session)?;
    let heads: BTreeMap<Id, String> = super::office::departments(session, Empty {})?
        .into_iter()
        .filter_map(|row| Some((row.id, row.head?)))
        .collect();
    let mut all: Vec<DueDepartment> = of
        .into_iter()
        .map(|(department, rows)| {
            let name = rows.first().map(|row| row.department_name.clone()).unwrap_or_default();
            let late = rows.iter().filter(|row| row.days_late > Some(0)).count();
            DueDepartment {
                department,
                recipient: match heads.get(&department) {
                    Some(head) => session.text("app-report-holder", &[("role", &name), ("person", head)]),
                    None => session.text("reminder-to-head", &[("name", &name)]),
                },
                late: i64::try_from(late).unwrap_or(i64::MAX),
                soon: i64::try_from(rows.len() - late).unwrap_or(i64::MAX),
                days_late: rows.iter().filter_map(|row| row.days_late).max().filter(|days| *days > 0),
                reminded_on: before.get(&department).map(|last| last.on),
                reminded: before.get(&department).map_or(0, |last| last.times),
                name,
                rows,
            }
        })
        .collect();
    all.sort_by(|a, b| (b.late, b.days_late, &a.name).cmp(&(a.late, a.days_late, &b.name)));
    Ok(all)
}

/// When a department was reminded last, and how often.
pub struct Reminded {
    /// The last day.
    pub on: Date,
    /// How often.
    pub times: i64,
}

/// Which departments were reminded of findings.
pub fn reminded(session: &Session) -> Result<BTreeMap<Id, Reminded>> {
    let sql = "SELECT department, max(reminded_on), count(*) FROM due_reminder GROUP BY department";
    let rows = session.read().query(sql, &[], |row| {
        let mut cells = Cells::new(row);
        let (department, on): (Id, Date) = (cells.next("department")?, cells.next("reminded_on")?);
        Ok((department, Reminded { on, times: cells.next("times")? }))
    })?;
    Ok(rows.into_iter().collect())
}

/// What is handed out: letters, and the same as a table.
pub struct DueLetters<'s> {
    session: &'s Session,
    asked: &'s ExportDue,
    departments: Vec<DueDepartment>,
    sender: Vec<String>,
    contact: String,
}

impl<'s> DueLetters<'s> {
    /// Finds what is awaited. Nobody is reminded of nothing.
    pub fn of(session: &'s Session, asked: &'s ExportDue) -> Result<DueLetters<'s>> {
        if asked.note.chars().count() > MAX_NOTE {
            return Err(ErrorDto::new("text-too-long").arg("most", MAX_NOTE).at("note"));
        }
        if asked.until_on.is_some_and(|day| day < session.today()) {
            return Err(ErrorDto::new("reminder-until-past").at("until_on"));
        }
        let mut chosen = departments(session, Empty {})?;
        chosen.retain(|one| asked.departments.contains(&one.department));
        for one in &mut chosen {
            one.rows.retain(|row| !asked.only_late || row.days_late > Some(0));
        }
        chosen.retain(|one| !one.rows.is_empty());
        if chosen.is_empty() {
            return Err(ErrorDto::new("due-nothing").at("departments"));
        }
        let me = who(session)?;
        let contact = if asked.contact.trim().is_empty() { me.clone() } else { asked.contact.trim().to_owned() };
        Ok(DueLetters { session, asked, departments: chosen, sender: vec![session.office()?.name, me], contact })
    }

    /// To whom they go, in one line.
    pub fn recipients(&self) -> String {
        let names: Vec<&str> = self.departments.iter().map(|one| one.recipient.as_str()).collect();
        names.join(&self.session.text("report-comma", &[]))
    }

    /// The departments they go to, with the recipient and how much each speaks of.
    pub fn reminded(&self) -> Vec<(Id, String, i64)> {
        let count = |one: &DueDepartment| i64::try_from(one.rows.len()).unwrap_or(i64::MAX);
        self.departments.iter().map(|one| (one.department, one.recipient.clone(), count(one))).collect()
    }

    /// Whose file it is, where it is one department's.
    pub fn whose(&self) -> &str {
        if self.departments.len() == 1 { &self.departments[0].name } else { "" }
    }

    /// A letter for each department.
    pub fn papers(&self) -> Result<Vec<Paper>> {
        self.departments.iter().map(|one| self.paper(one)).collect()
    }

    fn paper(&self, one: &DueDepartment) -> Result<Paper> {
        let text = |key: &str| self.session.text(key, &[]);
        let late = one.rows.iter().any(|row| row.days_late > Some(0));
        let ask = match self.asked.until_on {
            Some(date) => self.session.text("views-letter-ask-until", &[("date", &self.day(date))]),
            None => text(if late { "views-letter-ask-soon" } else { "views-letter-ask-due" }),
        };
        let today = self.day(self.session.today());
        let key = if late { "views-letter-opening-late" } else { "views-letter-opening-early" };
        let opening = vec![self.session.text(key, &[("today", &today)]), ask, text("views-letter-crossed")];
        let mut facts = vec![(text("reminder-contact"), self.contact.clone())];
        let note = self.asked.note.trim();
        facts.extend((!note.is_empty()).then(|| (text("campaign-note"), note.to_owned())));
        let letter = Letter {
            recipient: one.recipient.clone(),
            sender: self.sender.clone(),
            title: text(if late { "views-letter-title-late" } else { "views-letter-title-early" }),
            opening,
            table: self.table(&one.rows),
            facts,
        };
        letter::paper(self.session, letter)
    }

    fn table(&self, rows: &[DueRow]) -> PaperTable {
        let text = |key: &str| self.session.text(key, &[]);
        let columns = vec![
            PaperColumn::text(text("views-due-kind"), 16.0),
            PaperColumn::text(text("views-due-about"), 36.0),
            PaperColumn::text(text("views-due-on"), 18.0),
            PaperColumn::mark(text("views-due-late"), 11.0),
        ];
        let row = |row: &DueRow| {
            let due_on = row.due_on.map(|day| self.day(day)).unwrap_or_default();
            vec![kind_text(self.session, row.kind), about(row), due_on, late_text(self.session, row.days_late)]
        };
        PaperTable { columns, rows: rows.iter().map(row).collect(), by_hand: false }
    }

    /// A day with its weekday, because it is a deadline.
    fn day(&self, day: Date) -> String {
        if self.session.english() { wareki::english_weekday(day) } else { wareki::long_weekday(day) }
    }

    /// Everything as one table.
    pub fn listing(&self) -> Result<Listing> {
        let text = |key: &str| self.session.text(key, &[]);
        let office = self.session.office()?;
        let column = |(key, width): (&str, f64)| ListingColumn { heading: text(key), width };
        let cell = |text: &str| {
            if text.is_empty() { ListingCell::Empty } else { ListingCell::Text(text.to_owned()) }
        };
        let row = |row: &DueRow| {
            vec![
                cell(&row.department_name),
                cell(&kind_text(self.session, row.kind)),
                cell(&row.number),
                cell(&row.title),
                cell(&row.what),
                row.due_on.map_or(ListingCell::Empty, ListingCell::Date),
                row.days_late
                    .filter(|days| *days > 0)
                    .map_or(ListingCell::Empty, |days| ListingCell::Number(days as f64)),
                cell(row.owner.as_deref().unwrap_or_default()),
            ]
        };
        Ok(Listing {
            title: text("views-reminders"),
            chosen: String::new(),
            class_label: self.session.class_label(&office.class_level),
            office: office.name,
            date: self.session.today(),
            columns: [
                ("views-department", 18.0),
                ("views-due-kind", 18.0),
                ("finding-number", 16.0),
                ("finding-title", 44.0),
                ("views-due-what", 36.0),
                ("views-due-on", 18.0),
                ("views-days-late", 12.0),
                ("finding-owner", 24.0),
            ]
            .map(column)
            .to_vec(),
            rows: self.departments.iter().flat_map(|one| &one.rows).map(row).collect(),
        })
    }
}

/// How late, in words; nothing while there is time.
pub fn late_text(session: &Session, days_late: Option<i64>) -> String {
    match days_late.filter(|days| *days > 0) {
        Some(days) => session.text("campaign-days-late", &[("days", &days.to_string())]),
        None => String::new(),
    }
}

/// Whoever is at the screen, with the post.
fn who(session: &Session) -> Result<String> {
    let name = session.person_names()?.remove(&session.person).unwrap_or_default();
    let post = Posts::read(session.read())?.of(session.person, session.today());
    Ok(match post {
        Some((_, post)) => session.text("app-person", &[("post", &post), ("person", &name)]),
        None => name,
    })
}
