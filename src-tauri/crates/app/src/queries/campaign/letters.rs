//! 督促: what a department is told of the sheets that are awaited of it, as a paper and as a mail.

use super::{Whole, role_name};
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::queries::letter::{self, Letter};
use crate::release::file_name;
use crate::session::Session;
use domain::Id;
use domain::kinds::{Form, Role};
use domain::self_check::SheetStatus;
use domain::wareki;
use jiff::civil::Date;
use report::paper::{Paper, PaperColumn, PaperTable};
use store::tables::{Department, Person};

/// The longest of what may be said beside what is missing.
const MAX_NOTE: usize = 2_000;

/// What there is to say to all of them.
pub struct Letters<'s> {
    session: &'s Session,
    whole: Whole,
    asked: ReminderRequest,
    /// 提出先・問い合わせ先
    pub contact: String,
    sender: Vec<String>,
    departments: Vec<(Id, Vec<usize>)>,
}

/// The texts of the letters.
pub fn letters(session: &Session, request: ReminderRequest) -> Result<ReminderTexts> {
    let letters = Letters::of(session, request)?;
    let all = (0..letters.len()).map(|place| letters.letter(place)).collect();
    Ok(ReminderTexts { contact: letters.contact, letters: all })
}

impl<'s> Letters<'s> {
    /// Finds what is missing. Nobody is asked for a sheet that is there, or that was never handed out.
    pub fn of(session: &'s Session, asked: ReminderRequest) -> Result<Letters<'s>> {
        if asked.targets.is_empty() {
            return Err(ErrorDto::required("targets"));
        }
        if asked.note.chars().count() > MAX_NOTE {
            return Err(ErrorDto::new("text-too-long").arg("most", MAX_NOTE).at("note"));
        }
        if asked.until_on.is_some_and(|day| day < session.today()) {
            return Err(ErrorDto::new("reminder-until-past").at("until_on"));
        }
        let whole = Whole::of(session, session.read().get(asked.campaign)?)?;
        let mut departments: Vec<(Id, Vec<usize>)> = Vec::new();
        for target in &asked.targets {
            let place = whole.sheets.iter().position(|sheet| sheet.target == *target);
            let place = place.ok_or_else(|| ErrorDto::new("not-found").arg("entity", "engagement_target"))?;
            let sheet = &whole.sheets[place];
            if !sheet.awaited {
                return Err(ErrorDto::new("reminder-not-awaited").arg("name", &sheet.name).at("targets"));
            }
            match departments.iter_mut().find(|(department, _)| *department == sheet.department) {
                Some((_, places)) => places.push(place),
                None => departments.push((sheet.department, vec![place])),
            }
        }
        for (_, places) in &mut departments {
            places.sort_unstable();
            places.dedup();
        }
        let (line, by_itself) = who_collects(session, &whole)?;
        let contact = if asked.contact.trim().is_empty() { by_itself } else { asked.contact.trim().to_owned() };
        let sender = vec![session.office()?.name, line];
        Ok(Letters { session, whole, asked, contact, sender, departments })
    }

    /// How many there are.
    #[allow(clippy::len_without_is_empty, reason = "there is always one")]
    pub fn len(&self) -> usize {
        self.departments.len()
    }

    /// The sheets they are about.
    pub fn targets(&self) -> impl Iterator<Item = &SheetRow> {
        self.departments.iter().flat_map(|(_, places)| places).map(|&place| &self.whole.sheets[place])
    }

    /// The name of the file: whose it is, if it is one.
    pub fn file_name(&self, extension: &str) -> Result<String> {
        let title = self.text(if extension == "pdf" { "reminder-paper" } else { "reminder-mail" });
        let label = self.session.class_label(&self.session.office()?.class_level);
        let whose = if self.len() == 1 { self.name(0) } else { "" };
        Ok(file_name(&label, &[&self.whole.campaign.title, &title, whose], extension))
    }

    fn text(&self, key: &str) -> String {
        self.session.text(key, &[])
    }

    fn with(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.session.text(key, args)
    }

    /// A day with its weekday, because it is a deadline.
    fn day(&self, day: Date) -> String {
        if self.session.english() { wareki::english_weekday(day) } else { wareki::long_weekday(day) }
    }

    fn sheets(&self, place: usize) -> impl Iterator<Item = &SheetRow> {
        self.departments[place].1.iter().map(|&place| &self.whole.sheets[place])
    }

    fn name(&self, place: usize) -> &str {
        self.sheets(place).next().map_or("", |sheet| sheet.department_name.as_str())
    }

    /// The head of the department, or whoever that is.
    fn recipient(&self, place: usize) -> String {
        let of_department = self.sheets(place).find(|sheet| sheet.subject.is_none() && !sheet.head_proposed.is_empty());
        let head = of_department.or_else(|| self.sheets(place).find(|sheet| !sheet.head_proposed.is_empty()));
        let name = self.name(place);
        match head {
            Some(sheet) => self.with("app-report-holder", &[("role", name), ("person", &sheet.head_proposed)]),
            None => self.with("reminder-to-head", &[("name", name)]),
        }
    }

    /// Whether a deadline is over; before that it is a request and no 督促.
    fn is_late(&self, place: usize) -> bool {
        self.sheets(place).any(|sheet| sheet.days_late.is_some())
    }

    fn subject(&self, place: usize) -> String {
        self.text(if self.is_late(place) { "reminder-title-late" } else { "reminder-title-early" })
    }

    /// What it says first, sentence by sentence.
    fn opening(&self, place: usize) -> [String; 3] {
        let (today, title) = (self.day(self.session.today()), self.whole.campaign.title.as_str());
        let key = if self.is_late(place) { "reminder-opening-late" } else { "reminder-opening-early" };
        let ask = match self.asked.until_on {
            Some(day) => self.with("reminder-ask-until", &[("date", &self.day(day))]),
            None if self.is_late(place) => self.text("reminder-ask-soon"),
            None => self.text("reminder-ask-deadline"),
        };
        let opening = self.with(key, &[("title", title), ("today", &today)]);
        [opening, ask, self.text("reminder-crossed")]
    }

    /// Which sheet, whose, by when, where it stands, how far it is.
    fn line(&self, sheet: &SheetRow) -> [String; 4] {
        let lang = self.session.lang();
        let form = i18n::enum_text(lang, "form", domain::Keyed::key(sheet.form));
        let whose = match sheet.subject {
            Some(_) => self.with("reminder-form-of", &[("form", &form), ("name", &sheet.name)]),
            None => form,
        };
        let deadline = sheet.deadline.map_or_else(|| self.text("report-blank"), |day| self.day(day));
        let number = |count: i64| count.to_string();
        let done = if sheet.form == Form::SelfStaff {
            self.with("reminder-people", &[("out", &number(sheet.handed_out)), ("back", &number(sheet.came_back))])
        } else {
            self.with("reminder-answered", &[("answered", &number(sheet.answered)), ("items", &number(sheet.items))])
        };
        [whose, deadline, self.state(sheet), done]
    }

    fn state(&self, sheet: &SheetRow) -> String {
        let mut parts = Vec::new();
        if let Some(days) = sheet.days_late {
            parts.push(self.with("campaign-days-late", &[("days", &days.to_string())]));
        }
        if let (SheetStatus::SentBack, Some(day)) = (sheet.status, sheet.sent_back_on) {
            let (date, reason) = (self.day(day), sheet.sent_back_reason.as_str());
            parts.push(self.with("reminder-sent-back", &[("date", &date), ("reason", reason)]));
        }
        if parts.is_empty() {
            let key = domain::Keyed::key(sheet.status).replace('_', "-");
            parts.push(self.text(&format!("campaign-status-{key}")));
        }
        parts.join("\n")
    }

    /// When and how the department was last reminded of one of the sheets.
    fn before(&self, place: usize) -> Option<String> {
        let of = |target: Id| self.sheets(place).any(|sheet| sheet.target == target);
        let last = self.whole.reminders.iter().find(|reminder| of(reminder.target))?;
        let means = self.text(&format!("campaign-means-{}", domain::Keyed::key(last.means)));
        Some(self.with("reminder-before", &[("date", &self.day(last.reminded_on)), ("means", &means)]))
    }

    fn facts(&self, place: usize) -> Vec<(String, String)> {
        let mut facts = vec![("reminder-contact", self.contact.clone())];
        facts.extend(self.before(place).map(|before| ("reminder-before-label", before)));
        let note = self.asked.note.trim();
        facts.extend((!note.is_empty()).then(|| ("campaign-note", note.to_owned())));
        facts.into_iter().map(|(key, value)| (self.text(key), value)).collect()
    }

    /// One of them as a mail.
    pub fn letter(&self, place: usize) -> ReminderLetter {
        let until = self.asked.until_on.map(|day| self.day(day));
        let args = [("subject", self.subject(place)), ("title", self.whole.campaign.title.clone())];
        let args: Vec<(&str, &str)> = args.iter().map(|(key, value)| (*key, value.as_str())).collect();
        let subject = match &until {
            Some(date) => self.with("reminder-subject-until", &[args.as_slice(), &[("date", date)]].concat()),
            None => self.with("reminder-subject", &args),
        };
        let mut lines = vec![
            self.with("app-report-addressee", &[("name", &self.recipient(place))]),
            String::new(),
            self.with("reminder-mail-from", &[("office", &self.sender[0]), ("name", &self.sender[1])]),
            String::new(),
            self.opening(place).join("\n"),
            String::new(),
        ];
        for sheet in self.sheets(place) {
            let [form, deadline, state, done] = self.line(sheet);
            let state = state.replace('\n', &self.text("reminder-slash"));
            let args = [("form", &form), ("deadline", &deadline), ("state", &state), ("done", &done)];
            lines.push(self.with("reminder-mail-line", &args.map(|(key, value)| (key, value.as_str()))));
        }
        lines.push(String::new());
        let fact =
            |(label, value): (String, String)| self.with("reminder-mail-fact", &[("label", &label), ("value", &value)]);
        lines.extend(self.facts(place).into_iter().map(fact));
        ReminderLetter {
            name: self.name(place).to_owned(),
            recipient: self.recipient(place),
            targets: self.sheets(place).map(|sheet| sheet.target).collect(),
            subject,
            body: lines.join("\n"),
        }
    }

    /// All of them as one text. A file that is opened by a double click in Windows says what it is by its mark.
    pub fn text_file(&self) -> Result<Vec<u8>> {
        let label = self.session.class_label(&self.session.office()?.class_level);
        let one = |place: usize| {
            let letter = self.letter(place);
            let to = self.with("reminder-file-to", &[("recipient", &letter.recipient)]);
            let subject = self.with("reminder-file-subject", &[("subject", &letter.subject)]);
            format!("{label}\n{to}\n{subject}\n\n{}\n", letter.body)
        };
        let all: Vec<String> = (0..self.len()).map(one).collect();
        let text = all.join(&format!("\n{}\n\n", "-".repeat(60)));
        Ok(format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes())
    }

    /// One of them on paper.
    pub fn paper(&self, place: usize) -> Result<Paper> {
        let columns = [("campaign-form", 20.0), ("campaign-until", 17.0), ("campaign-status", 30.0)];
        let mut columns: Vec<PaperColumn> =
            columns.into_iter().map(|(key, width)| PaperColumn::text(self.text(key), width)).collect();
        columns.push(PaperColumn::mark(self.text("campaign-progress"), 14.0));
        let rows = self.sheets(place).map(|sheet| self.line(sheet).to_vec()).collect();
        let letter = Letter {
            recipient: self.recipient(place),
            sender: self.sender.clone(),
            title: self.subject(place),
            opening: self.opening(place).to_vec(),
            table: PaperTable { columns, rows, by_hand: false },
            facts: self.facts(place),
        };
        letter::paper(self.session, letter)
    }
}

/// Who draws it together, as a sender and as a contact.
fn who_collects(session: &Session, whole: &Whole) -> Result<(String, String)> {
    let read = session.read();
    let lead = whole.campaign.lead.or(super::only_holder(session, collector(whole))?);
    let Some(lead) = lead else {
        let role = role_name(session, &whole.edition, collector(whole));
        return Ok((role.clone(), role));
    };
    let person: Person = read.get(lead)?;
    let line = match person.post.as_str() {
        "" => person.name.clone(),
        post => session.text("app-person", &[("post", post), ("person", &person.name)]),
    };
    let contact = match person.department {
        Some(department) => {
            let name = read.get::<Department>(department)?.name;
            session.text("app-report-holder", &[("role", &name), ("person", &person.name)])
        }
        None => line.clone(),
    };
    Ok((line, contact))
}

fn collector(whole: &Whole) -> Role {
    whole.edition.pack.rules.self_check_collector.unwrap_or(Role::GeneralManager)
}
