//! What needs me today, and search over everything.

use super::{engagement, finding};
use crate::dto::*;
use crate::error::Result;
use crate::session::Session;
use domain::Id;
use domain::due::{DueKind, SOON};
use domain::finding::FindingState;
use domain::horizontal::HorizontalState;
use domain::kinds::EngagementKind;
use store::tables::{
    Answer, AuditPlan, Campaign, Department, Engagement, EngagementTarget, Evidence, ExceptionMeasure, Finding,
    FormerName, Person, Proposal, SelfAnswerRow, Subject, Submission,
};

/// What needs me today.
pub fn get(session: &Session, _: Empty) -> Result<Home> {
    let today = session.today();
    let findings = finding::list(session, FindingQuery { fiscal_year: None, open: true })?;
    let mut tasks = Vec::new();
    for row in &findings {
        let route = format!("/findings/{}", row.id);
        let label = format!("{} {}（{}）", row.number, row.title, row.department_name);
        let task = |kind: &str| HomeTask {
            kind: kind.to_owned(),
            label: label.clone(),
            due_on: row.due_on,
            days_late: row.days_late,
            route: route.clone(),
        };
        match row.state {
            FindingState::Draft => tasks.push(task("finding-to-confirm")),
            FindingState::FactCheck if row.view.is_some() => tasks.push(task("finding-view-known")),
            FindingState::FactCheck => {
                let days_late = finding::days_late(row.state, row.view_due_on, today);
                tasks.push(HomeTask { due_on: row.view_due_on, days_late, ..task("finding-with-department") });
            }
            FindingState::Confirmed if row.grade != domain::kinds::Grade::GoodPractice => {
                tasks.push(task("finding-to-order"));
            }
            FindingState::Planned => tasks.push(task("plan-to-decide")),
            FindingState::Reported => tasks.push(task("completion-to-verify")),
            _ => {}
        }
        match row.days_late {
            Some(days) if days > 0 => tasks.push(task("finding-overdue")),
            Some(days) if days >= -SOON => tasks.push(task("finding-due-soon")),
            _ => {}
        }
    }
    let open_findings = findings.iter().filter(|row| row.grade != domain::kinds::Grade::GoodPractice).count();
    let overdue = findings.iter().filter(|row| row.days_late.is_some_and(|days| days > 0)).count();
    let mut engagements = Vec::new();
    let running =
        session.read().list::<Engagement>("WHERE state <> 'closed' ORDER BY until_on IS NULL, until_on, id", &[])?;
    for engagement in running {
        let row = engagement::row(session, &engagement)?;
        let route = match row.kind {
            EngagementKind::Audit => format!("/audits/{}", row.id),
            EngagementKind::SelfCheck => format!("/self-checks/{}", row.id),
        };
        let days_late = finding::days_late(FindingState::Draft, row.until_on, today);
        let task = |kind: &str| HomeTask {
            kind: kind.to_owned(),
            label: row.title.clone(),
            due_on: row.until_on,
            days_late,
            route: route.clone(),
        };
        match engagement.state {
            // The campaign says what is to be done, once for all its forms.
            _ if engagement.campaign.is_some() => {}
            state if state.before_fieldwork() => tasks.push(task("engagement-to-start")),
            _ if days_late.is_some_and(|days| days > 0) => tasks.push(task("engagement-overdue")),
            _ if days_late.is_some_and(|days| days >= -SOON) => tasks.push(task("engagement-due-soon")),
            _ => {}
        }
        if !engagement.state.before_fieldwork() {
            tasks.extend(super::follow_up::task(session, &row)?);
        }
        tasks.extend(super::workpaper::progress::tasks(session, &engagement, row.answered)?);
        engagements.push(HomeEngagement {
            id: row.id,
            kind: row.kind,
            title: row.title.clone(),
            items: row.items,
            answered: row.answered,
            until_on: row.until_on,
        });
    }
    for row in session.read().list::<Finding>("WHERE state = 'excepted' ORDER BY number", &[])? {
        let covering = finding::covering(session, &row)?;
        if covering.iter().all(|one| Some(one.id) != row.exception) {
            tasks.push(HomeTask {
                kind: "finding-exception-over".to_owned(),
                label: format!("{} {}", row.number, row.title),
                due_on: None,
                days_late: None,
                route: format!("/findings/{}", row.id),
            });
        }
    }
    for check in
        super::horizontal::list(session, Empty {})?.into_iter().filter(|one| one.state == HorizontalState::Answered)
    {
        tasks.push(HomeTask {
            kind: "horizontal-answered".to_owned(),
            label: format!("{} {}（{}）", check.number, check.title, check.department_name),
            due_on: Some(check.due_on),
            days_late: check.days_late,
            route: format!("/findings/{}", check.finding),
        });
    }
    for row in super::due::open(session)? {
        let (late, soon) = match row.kind {
            DueKind::Progress => ("progress-overdue", "progress-due-soon"),
            DueKind::Milestone => ("milestone-overdue", "milestone-due-soon"),
            DueKind::Horizontal => ("horizontal-overdue", "horizontal-due-soon"),
            // What else is awaited stands above, with what is to be done about it.
            _ => continue,
        };
        let kind = match row.days_late {
            Some(days) if days > 0 => late,
            Some(days) if days >= -SOON => soon,
            _ => continue,
        };
        tasks.push(HomeTask {
            kind: kind.to_owned(),
            label: format!("{} {}（{}）", row.number, row.title, row.department_name),
            due_on: row.due_on,
            days_late: row.days_late,
            route: row.route,
        });
    }
    for (loan, days) in super::loan::overdue(session)? {
        tasks.push(HomeTask {
            kind: "loan-overdue".to_owned(),
            label: loan.name,
            due_on: loan.due_on,
            days_late: Some(days),
            route: format!("/audits/{}/loans", loan.engagement),
        });
    }
    tasks.extend(super::campaign::tasks(session)?);
    tasks.extend(super::closing::tasks(session)?);
    tasks.extend(super::years::tasks(session)?);
    tasks.extend(super::exception::tasks(session)?);
    let unknown_class = session.read().number("SELECT count(*) FROM evidence WHERE class_level = ''", &[])?;
    if unknown_class > 0 {
        tasks.push(HomeTask {
            kind: "evidence-class-unknown".to_owned(),
            label: unknown_class.to_string(),
            due_on: None,
            days_late: None,
            route: "/records/evidence?class=unknown".to_owned(),
        });
    }
    tasks.sort_by_key(|task| -task.days_late.unwrap_or(i64::MIN / 2));
    Ok(Home {
        tasks,
        engagements,
        open_findings: i64::try_from(open_findings).unwrap_or(0),
        overdue_findings: i64::try_from(overdue).unwrap_or(0),
    })
}

/// The most rows a search gives.
const MAX_HITS: i64 = 50;

/// Looks for rows by their words.
pub fn search(session: &Session, request: SearchQuery) -> Result<Vec<SearchHit>> {
    let hits = session.read().search(&request.text, MAX_HITS)?;
    let mut found = Vec::new();
    for hit in hits {
        if let Some((label, route)) = destination(session, &hit.entity, hit.entity_id)? {
            found.push(SearchHit { kind: hit.entity, label, route });
        }
    }
    Ok(found)
}

/// Where an item of an engagement is shown.
pub fn item_route(engagement: &Engagement, target: Id, item: &str) -> String {
    format!("{}?item={item}", target_route(engagement, target))
}

/// Where the items of a department are shown.
pub fn target_route(engagement: &Engagement, target: Id) -> String {
    let folder = match engagement.kind {
        EngagementKind::Audit => "audits",
        EngagementKind::SelfCheck => "self-checks",
    };
    format!("/{folder}/{}/{target}", engagement.id)
}

/// What a found row is called and where it is shown.
pub fn destination(session: &Session, entity: &str, id: Id) -> Result<Option<(String, String)>> {
    let read = session.read();
    let at_target = |target: Id, item: &str, text: String| -> Result<(String, String)> {
        let target: EngagementTarget = read.get(target)?;
        let engagement: Engagement = read.get(target.engagement)?;
        Ok((text, item_route(&engagement, target.id, item)))
    };
    Ok(match entity {
        "department" => Some((read.get::<Department>(id)?.name, "/office".to_owned())),
        "person" => Some((read.get::<Person>(id)?.name, "/office".to_owned())),
        "former_name" => {
            let former: FormerName = read.get(id)?;
            let now = read.get::<Department>(former.department)?.name;
            let label = session.text("organisation-former-of", &[("former", &former.name), ("now", &now)]);
            Some((label, format!("/office/departments?id={}", former.department)))
        }
        "import" => Some((session.text("organisation-import", &[]), "/office".to_owned())),
        "subject" => Some((read.get::<Subject>(id)?.name, format!("/office/subjects?id={id}"))),
        "audit_plan" => Some((read.get::<AuditPlan>(id)?.title, format!("/audits/plans/{id}"))),
        "engagement" => {
            let engagement: Engagement = read.get(id)?;
            let folder = if engagement.kind == EngagementKind::Audit { "audits" } else { "self-checks" };
            Some((engagement.title, format!("/{folder}/{id}")))
        }
        "campaign" => Some((read.get::<Campaign>(id)?.title, format!("/self-checks/campaigns/{id}"))),
        "submission" => {
            let went: Submission = read.get(id)?;
            let text = [went.improvement.as_str(), &went.sent_back_reason].join(" ");
            let campaign = read.get::<Engagement>(went.engagement)?.campaign;
            campaign.map(|campaign| (text, format!("/self-checks/campaigns/{campaign}?sheet={}", went.target)))
        }
        "finding" => {
            let finding: Finding = read.get(id)?;
            Some((format!("{} {}", finding.number, finding.title), format!("/findings/{id}")))
        }
        "improvement_order" | "improvement_plan" | "progress" | "completion" | "verification" | "fact_check"
        | "milestone" | "due_change" | "finding_turn" | "horizontal_check" => {
            let sql = format!("SELECT finding FROM {entity} WHERE id = ?1");
            let of = read.query(&sql, &[&id.as_bytes().as_slice()], |row| Ok(Id::from_bytes(row.get(0)?)))?;
            match of.first() {
                Some(&finding) => destination(session, "finding", finding)?,
                None => None,
            }
        }
        "exception_measure" => {
            let measure: ExceptionMeasure = read.get(id)?;
            Some((format!("{} {}", measure.number, measure.title).trim().to_owned(), format!("/exceptions/{id}")))
        }
        "exception_decision" | "exception_review" => {
            let sql = format!("SELECT exception FROM {entity} WHERE id = ?1");
            let of = read.query(&sql, &[&id.as_bytes().as_slice()], |row| Ok(Id::from_bytes(row.get(0)?)))?;
            match of.first() {
                Some(&exception) => destination(session, "exception_measure", exception)?,
                None => None,
            }
        }
        "proposal" => {
            let proposal: Proposal = read.get(id)?;
            Some((format!("{} {}", proposal.number, proposal.title), format!("/exceptions/proposals/{id}")))
        }
        "answer" => {
            let answer: Answer = read.get(id)?;
            Some(at_target(answer.target, &answer.item, answer.note.clone())?)
        }
        "self_answer" => {
            let answer: SelfAnswerRow = read.get(id)?;
            let text = [answer.basis.as_str(), &answer.improvement].join(" ");
            Some(at_target(answer.target, &answer.item, text)?)
        }
        "interview" | "note" | "memo_line" | "flash_report" => super::interview::destination(session, entity, id)?,
        "evidence" => Some((read.get::<Evidence>(id)?.name, format!("/records/evidence?id={id}"))),
        _ => None,
    })
}
