//! 自己点検集計: the rows it is counted from, and the rows behind a figure. The counting itself is done by the model.

use super::{Whole, counts};
use crate::dto::*;
use crate::error::Result;
use crate::queries::engagement::items_in_scope;
use crate::queries::journal::hex;
use crate::queries::report::build::split;
use crate::queries::report::fiscal_year_of;
use crate::release::file_name;
use crate::session::{Edition, Session};
use domain::kinds::{EngagementKind, Form, Role, SelfAnswer};
use domain::pack::{Item, RuleKey};
use domain::report::{Margins, ReportAudience, ReportKind, ReportPaper, ReportTypeface};
use domain::{Id, Keyed};
use report::Words;
use report::model::{
    Answers, Awaited, Before, CampaignInput, CampaignTotals, FormRows, Head, Idea, ItemInput, Named, RouteLine,
    SectionIdea, SheetInput,
};
use std::collections::{BTreeMap, BTreeSet};
use store::row::Reads;
use store::tables::{Campaign, Engagement, EngagementTarget, SelfAnswerRow, StaffCount, Submission};

/// The totals of a campaign as they stand now.
pub fn totals(session: &Session, request: ById) -> Result<CampaignTotals> {
    build(session, request.id)
}

/// The totals of a campaign.
pub fn build(session: &Session, id: Id) -> Result<CampaignTotals> {
    let whole = Whole::of(session, session.read().get(id)?)?;
    let pack = &whole.edition.pack;
    let forms = whole.forms.iter().map(|form| form_input(session, &whole, form)).collect::<Result<Vec<_>>>()?;
    let basis = match pack.rules.basis(RuleKey::SelfCheckDepartment) {
        Some(clause) => session.text("app-report-clause", &[("clause", clause)]),
        None => session.text("pack-no-basis", &[]),
    };
    let awaited = whole.sheets.iter().filter(|sheet| sheet.awaited).map(|sheet| Awaited {
        form: sheet.form,
        name: sheet.name.clone(),
        contact: sheet.contact.clone(),
        status: sheet.status,
        days_late: sheet.days_late,
        reminded: sheet.reminded_on,
    });
    let section_ideas = whole.sheets.iter().filter(|sheet| !sheet.improvement.trim().is_empty());
    let route = super::route(session, &whole)?.into_iter().map(|step| RouteLine {
        who: match &step.person_name {
            Some(person) => session.text("app-report-holder", &[("role", &step.role_name), ("person", person)]),
            None => step.role_name,
        },
        due: step.due_on,
        done: step.done_on,
        note: step.note,
    });
    Ok(CampaignTotals::tally(CampaignInput {
        head: head(session, &whole)?,
        title: whole.campaign.title.clone(),
        standard: pack.edition_title(session.english()),
        basis,
        from: whole.campaign.from_on,
        until: whole.due_on(),
        route: route.collect(),
        awaited: awaited.collect(),
        ideas: ideas(session, &whole)?,
        section_ideas: section_ideas
            .map(|sheet| SectionIdea { form: sheet.form, name: sheet.name.clone(), text: sheet.improvement.clone() })
            .collect(),
        forms,
    }))
}

fn head(session: &Session, whole: &Whole) -> Result<Head> {
    let office = session.office()?;
    let year = fiscal_year_of(whole.campaign.fiscal_year)?;
    let rules = &whole.edition.pack.rules;
    let to = rules.self_check_report_to.unwrap_or(Role::Ciso);
    let lead = whole.campaign.lead.and_then(|lead| session.person_names().ok()?.remove(&lead));
    let label = session.lang().fiscal_year(year);
    let title = session.text("campaign-totals-title", &[]);
    Ok(Head {
        kind: ReportKind::SelfCheck,
        audience: ReportAudience::Ciso,
        office: office.name,
        title: session.text("app-report-year-title", &[("year", &label), ("title", &title)]),
        addressee: session.text("app-report-addressee", &[("name", &super::role_name(session, &whole.edition, to))]),
        author: lead.unwrap_or_default(),
        fiscal_year: year,
        class_label: session.class_label(&office.class_level),
        handling: split(&office.handling),
        document_number: None,
        number_sign: String::new(),
        draft: false,
        created: session.today(),
        stamps: Vec::new(),
        seal: false,
        retention: String::new(),
        version: 1,
        drafted: None,
        decided: None,
        decided_by: String::new(),
        changes: Vec::new(),
        paper: ReportPaper::default(),
        typeface: ReportTypeface::default(),
        margins: Margins::default(),
        journal_head: session.read().head()?.map(|op| hex(&op.hash)).unwrap_or_default(),
    })
}

/// The name the file of the totals should have.
pub fn name_totals(session: &Session, request: NameTotals) -> Result<SuggestedName> {
    Ok(SuggestedName { name: totals_name(session, session.read().get(request.id)?, &request.format)? })
}

/// The name of the file of the totals.
pub fn totals_name(session: &Session, campaign: Campaign, extension: &str) -> Result<String> {
    let office = session.office()?;
    let year = session.lang().fiscal_year(fiscal_year_of(campaign.fiscal_year)?);
    let title = session.text("campaign-totals-title", &[]);
    Ok(file_name(&session.class_label(&office.class_level), &[&year, &title, &office.name], extension))
}

/// The items of a form, the place of each by its id, and the lists that they name by place.
fn items_of(session: &Session, edition: &Edition, form: Form, items: &[&Item]) -> FormRows {
    let (pack, english) = (&edition.pack, session.english());
    let chapter = |item: &&Item| pack.chapter_of(&item.clause).map_or("", |clause| clause.id.as_str());
    let used: BTreeSet<&str> = items.iter().flat_map(|item| [chapter(item), item.clause.as_str()]).collect();
    let clauses = pack.clauses.iter().filter(|clause| used.contains(clause.id.as_str()));
    let named = |clause: &domain::pack::Clause| Named {
        key: clause.id.clone(),
        name: format!("{} {}", clause.id, clause.title_in(english)),
    };
    let clauses: Vec<Named> = clauses.map(named).collect();
    let is_chapter = |named: &&Named| pack.clause(&named.key).is_some_and(|clause| clause.parent.is_none());
    let chapters: Vec<Named> = clauses.iter().filter(is_chapter).cloned().collect();
    let asked: BTreeSet<&str> = items.iter().map(|item| item.clause.as_str()).collect();
    let clauses: Vec<Named> = clauses.into_iter().filter(|named| asked.contains(named.key.as_str())).collect();
    let answering: BTreeSet<Role> = items.iter().flat_map(|item| item.answers.iter().copied()).collect();
    let role = |role: &Role| Named { key: role.key().to_owned(), name: super::role_name(session, edition, *role) };
    let roles: Vec<Named> = answering.iter().map(role).collect();
    let at = |list: &[Named], key: &str| list.iter().position(|named| named.key == key).unwrap_or_default();
    let input = |item: &&Item| ItemInput {
        item: item.id.clone(),
        number: number_of(&item.id),
        question: item.question_on(form, english).to_owned(),
        chapter: at(&chapters, chapter(item)),
        clause: at(&clauses, &item.clause),
        roles: item.answers.iter().filter_map(|role| answering.iter().position(|known| known == role)).collect(),
    };
    FormRows {
        form,
        sheets: Vec::new(),
        items: items.iter().map(input).collect(),
        chapters,
        clauses,
        roles,
        staff_before: None,
    }
}

/// The number an item has on paper: 6.4.2-1 for `hyogo:6.4.2-1`.
fn number_of(item: &str) -> String {
    item.split_once(':').map_or(item, |(_, number)| number).to_owned()
}

/// A form with its sheets, this year's and last year's answers.
pub fn form_input(session: &Session, whole: &Whole, form: &Engagement) -> Result<FormRows> {
    let read = session.read();
    let items = items_in_scope(read, &whole.edition.pack, form)?;
    let mut input = items_of(session, &whole.edition, form.form, &items);
    let places: BTreeMap<&str, usize> = items.iter().enumerate().map(|(n, item)| (item.id.as_str(), n)).collect();
    let mut given = Given::of(read, form, &places)?;
    let staff = form.form == Form::SelfStaff;
    let mut before = last_year(session, form, &places)?;
    for sheet in whole.sheets.iter().filter(|sheet| sheet.engagement == form.id) {
        let answers = given.take(sheet.target);
        input.sheets.push(SheetInput {
            key: sheet.target.to_string(),
            name: sheet.name.clone(),
            status: sheet.status,
            sent: sheet.sent_on.is_some(),
            late: sheet.days_late.is_some(),
            answers: answers.finish(staff, sheet.handed_out, sheet.came_back),
            before: before.sections.remove(&(sheet.department, sheet.subject)),
        });
    }
    input.staff_before = before.staff;
    Ok(input)
}

/// What the targets of an engagement said, by the place of the item.
struct Given {
    answers: BTreeMap<Id, Vec<Option<SelfAnswer>>>,
    counted: BTreeMap<Id, Vec<[u32; 5]>>,
    items: usize,
}

/// The answers of one target.
struct OfTarget {
    one: Vec<Option<SelfAnswer>>,
    counted: Option<Vec<[u32; 5]>>,
}

impl Given {
    fn of(read: Reads<'_>, form: &Engagement, places: &BTreeMap<&str, usize>) -> Result<Given> {
        let by = form.id;
        let mut given = Given { answers: BTreeMap::new(), counted: BTreeMap::new(), items: places.len() };
        let sql = "SELECT target, item, answer FROM self_answer
                   WHERE target IN (SELECT id FROM engagement_target WHERE engagement = ?1) AND answer IS NOT NULL";
        let items = places.len();
        read.query(sql, &[&by.as_bytes().as_slice()], |row| {
            let (item, answer) = (row.get_ref(1)?, row.get_ref(2)?);
            let place = item.as_str().ok().and_then(|item| places.get(item));
            let answer = answer.as_str().ok().and_then(SelfAnswer::from_key);
            if let (Some(&place), Some(answer)) = (place, answer) {
                let target = Id::from_bytes(row.get(0)?);
                given.answers.entry(target).or_insert_with(|| vec![None; items])[place] = Some(answer);
            }
            Ok(())
        })?;
        for row in read.list::<StaffCount>("WHERE engagement = ?1", &[&by.as_bytes().as_slice()])? {
            if let Some(&place) = places.get(row.item.as_str()) {
                let list = given.counted.entry(row.target).or_insert_with(|| vec![[0; 5]; items]);
                list[place] = counts(&row).map(|count| u32::try_from(count).unwrap_or_default());
            }
        }
        Ok(given)
    }

    fn take(&mut self, target: Id) -> OfTarget {
        let one = self.answers.remove(&target).unwrap_or_else(|| vec![None; self.items]);
        OfTarget { one, counted: self.counted.remove(&target) }
    }
}

impl OfTarget {
    /// What the model takes. A form of staff that was answered once for the section is the questionnaire of one person.
    fn finish(self, staff: bool, handed_out: i64, came_back: i64) -> Answers {
        let number = |count: i64| u32::try_from(count).unwrap_or_default();
        if !staff {
            return Answers::One(self.one);
        }
        let (handed_out, came_back) = (number(handed_out), number(came_back));
        if let Some(counts) = self.counted {
            return Answers::People { handed_out, came_back, counts };
        }
        let one = |answer: &Option<SelfAnswer>| {
            let mut counts = [0; 5];
            if let Some(answer) = answer {
                counts[*answer as usize] = 1;
            }
            counts
        };
        let answered = u32::from(self.one.iter().any(Option::is_some));
        Answers::People {
            handed_out: handed_out.max(answered),
            came_back: came_back.max(answered),
            counts: self.one.iter().map(one).collect(),
        }
    }
}

/// Last year's answers to this year's items.
#[derive(Default)]
struct LastYear {
    sections: BTreeMap<(Id, Option<Id>), Before>,
    staff: Option<Before>,
}

fn last_year(session: &Session, form: &Engagement, places: &BTreeMap<&str, usize>) -> Result<LastYear> {
    let read = session.read();
    let mut found = LastYear::default();
    let same = read.list::<Engagement>(
        "WHERE kind = ?1 AND form = ?2 AND fiscal_year = ?3
           AND state NOT IN ('planned', 'notified', 'preliminary') ORDER BY id",
        &[&EngagementKind::SelfCheck.key(), &form.form.key(), &(form.fiscal_year - 1)],
    )?;
    for engagement in same {
        let edition = session.edition(engagement.pack_edition)?;
        let mut asked = vec![false; places.len()];
        for item in items_in_scope(read, &edition.pack, &engagement)? {
            if let Some(&place) = places.get(item.id.as_str()) {
                asked[place] = true;
            }
        }
        let mut given = Given::of(read, &engagement, places)?;
        for target in read.list::<EngagementTarget>("WHERE engagement = ?1", &[&engagement.id.as_bytes().as_slice()])? {
            let went: Option<Submission> = read.find(super::submission_id(target.id))?;
            let (handed_out, came_back) = went.map_or((0, 0), |went| (went.handed_out, went.came_back));
            let staff = form.form == Form::SelfStaff;
            let before = before(&given.take(target.id).finish(staff, handed_out, came_back), &asked);
            if staff {
                add(found.staff.get_or_insert_with(Before::default), &before);
            } else if before.counts.iter().any(Option::is_some) {
                found.sections.insert((target.department, target.subject), before);
            }
        }
    }
    Ok(found)
}

fn before(answers: &Answers, asked: &[bool]) -> Before {
    let people = match answers {
        Answers::One(_) => 1,
        Answers::People { came_back, .. } => *came_back,
    };
    let count = |(place, asked): (usize, &bool)| asked.then(|| answers.at(place));
    Before { people, counts: asked.iter().enumerate().map(count).collect() }
}

fn add(sum: &mut Before, more: &Before) {
    sum.people += more.people;
    sum.counts.resize(more.counts.len(), None);
    for (sum, more) in sum.counts.iter_mut().zip(&more.counts) {
        if let Some(more) = more {
            let sum = sum.get_or_insert([0; 6]);
            for (sum, more) in sum.iter_mut().zip(more) {
                *sum += more;
            }
        }
    }
}

/// What the sections want to do, item by item. Who is one of a few staff is not to be found by what they propose.
fn ideas(session: &Session, whole: &Whole) -> Result<Vec<Idea>> {
    let read = session.read();
    let mut all = Vec::new();
    for form in whole.forms.iter().filter(|form| form.form != Form::SelfStaff) {
        let by = form.id;
        let sql = "WHERE target IN (SELECT id FROM engagement_target WHERE engagement = ?1) AND improvement <> ''";
        let mut written: BTreeMap<(Id, String), SelfAnswerRow> = BTreeMap::new();
        for row in read.list::<SelfAnswerRow>(sql, &[&by.as_bytes().as_slice()])? {
            written.insert((row.target, row.item.clone()), row);
        }
        if written.is_empty() {
            continue;
        }
        let items = items_in_scope(read, &whole.edition.pack, form)?;
        for sheet in whole.sheets.iter().filter(|sheet| sheet.engagement == form.id) {
            for item in &items {
                let Some(row) = written.remove(&(sheet.target, item.id.clone())) else { continue };
                all.push(Idea {
                    form: form.form,
                    key: sheet.target.to_string(),
                    name: sheet.name.clone(),
                    item: row.item,
                    number: number_of(&item.id),
                    answer: row.answer,
                    improvement: row.improvement,
                    due: row.due,
                });
            }
        }
    }
    Ok(all)
}

/// The answers behind a figure. Questionnaires of staff have no rows: nobody may be found by them.
pub fn answers(session: &Session, request: AnswersQuery) -> Result<Vec<CampaignAnswer>> {
    let whole = Whole::of(session, session.read().get(request.campaign)?)?;
    let read = session.read();
    let pack = &whole.edition.pack;
    let below: Vec<String> = request.clause.iter().cloned().collect();
    let mut found = Vec::new();
    let wanted = whole.forms.iter().filter(|form| form.form != Form::SelfStaff);
    for form in wanted.filter(|form| request.form.is_none_or(|wanted| wanted == form.form)) {
        let items = items_in_scope(read, pack, form)?.into_iter().filter(|item| {
            request.item.as_ref().is_none_or(|wanted| *wanted == item.id)
                && (below.is_empty() || pack.is_within(&item.clause, &below))
        });
        let items: Vec<&Item> = items.collect();
        for sheet in whole.sheets.iter().filter(|sheet| sheet.engagement == form.id) {
            if request.target.is_some_and(|wanted| wanted != sheet.target) {
                continue;
            }
            let given = crate::queries::grid::self_answers(read, sheet.target)?;
            for item in &items {
                let row = given.get(&item.id);
                let answer = row.and_then(|row| row.answer);
                let fits =
                    if request.blank { answer.is_none() } else { request.answer.is_none() || answer == request.answer };
                if fits {
                    found.push(CampaignAnswer {
                        engagement: form.id,
                        target: sheet.target,
                        name: sheet.name.clone(),
                        form: form.form,
                        item: item.id.clone(),
                        number: number_of(&item.id),
                        question: item.question_on(form.form, session.english()).to_owned(),
                        answer,
                        basis: row.map(|row| row.basis.clone()).unwrap_or_default(),
                        improvement: row.map(|row| row.improvement.clone()).unwrap_or_default(),
                    });
                }
            }
        }
    }
    Ok(found)
}
