//! Everything that belongs to one finding, and what a step is judged on.

use crate::error::Result;
use crate::queries::office::holders_on;
use crate::queries::posts::Posts;
use domain::Id;
use domain::finding::Facts;
use domain::kinds::Role;
use jiff::civil::Date;
use store::row::{Reads, Row};
use store::tables::{
    Completion, DueChange, EngagementMember, FactCheck, Finding, FindingItem, FindingTurn, HorizontalCheck,
    ImprovementOrder, ImprovementPlan, Milestone, Person, Progress, Verification,
};

/// Everything that belongs to one finding, the oldest of each first.
pub struct Life {
    /// The finding.
    pub finding: Finding,
    /// The further items it speaks of.
    pub items: Vec<FindingItem>,
    /// 事実確認
    pub checks: Vec<FactCheck>,
    /// 改善指示
    pub orders: Vec<ImprovementOrder>,
    /// 改善計画
    pub plans: Vec<ImprovementPlan>,
    /// 中間目標 of all plans.
    pub milestones: Vec<Milestone>,
    /// 期限の変更
    pub due_changes: Vec<DueChange>,
    /// 進捗報告
    pub progress: Vec<Progress>,
    /// 完了報告
    pub completions: Vec<Completion>,
    /// 検証
    pub verifications: Vec<Verification>,
    /// Steps with a reason and nothing else.
    pub turns: Vec<FindingTurn>,
    /// 横展開
    pub horizontal: Vec<HorizontalCheck>,
}

impl Life {
    /// The life of one finding.
    pub fn of(read: Reads<'_>, id: Id) -> Result<Life> {
        Ok(Life {
            finding: read.get(id)?,
            items: belonging(read, id)?,
            checks: belonging(read, id)?,
            orders: belonging(read, id)?,
            plans: belonging(read, id)?,
            milestones: belonging(read, id)?,
            due_changes: belonging(read, id)?,
            progress: belonging(read, id)?,
            completions: belonging(read, id)?,
            verifications: belonging(read, id)?,
            turns: belonging(read, id)?,
            horizontal: belonging(read, id)?,
        })
    }

    /// The check that is under way: the last one that was not taken back.
    pub fn check(&self) -> Option<&FactCheck> {
        self.checks.last().filter(|check| check.withdrawn_reason.is_empty())
    }

    /// The plan at hand: the last one that was not sent back.
    pub fn plan(&self) -> Option<&ImprovementPlan> {
        self.plans.iter().rfind(|plan| plan.return_reason.is_empty())
    }

    /// The due date in force: the plan's, else the order's.
    pub fn due_on(&self) -> Option<Date> {
        self.plan().map(|plan| plan.due_on).or(self.orders.last().map(|order| order.due_on))
    }

    /// How many pieces of evidence the last completion report has.
    pub fn completion_evidence(&self, read: Reads<'_>) -> Result<usize> {
        let Some(last) = self.completions.last() else { return Ok(0) };
        let sql = "SELECT count(*) FROM evidence_link WHERE owner = ?1";
        Ok(usize::try_from(read.number(sql, &[&last.id.as_bytes().as_slice()])?).unwrap_or(0))
    }

    /// What a step by this person on this day is judged on. What a form still has to say is taken as said.
    pub fn facts(&self, read: Reads<'_>, actor: Id, day: Date) -> Result<Facts> {
        let plan = self.plan();
        let check = self.check();
        let at_hand = plan.map(|plan| plan.id);
        Ok(Facts {
            grade: Some(self.finding.grade),
            finding_complete: ![&self.finding.fact, &self.finding.criterion].iter().any(|text| text.trim().is_empty()),
            view: check.and_then(|check| check.view),
            answer_overdue: check.is_some_and(|check| check.due_on < day),
            ordered_urgently: self.orders.iter().any(|order| !order.urgent_reason.is_empty()),
            plan_complete: true,
            approved_before: self.plans.iter().any(|one| one.approved_on.is_some() && Some(one.id) != at_hand)
                || plan.is_some_and(|plan| plan.approved_on.is_some()),
            due_before_start: false,
            due_unchanged: false,
            actor: Some(actor),
            actor_is_auditor: is_auditor(read, self.finding.engagement, actor, day)?,
            applicant: plan.map(|plan| plan.applicant),
            owners: plan.map(|plan| owners(read, plan, day)).transpose()?.unwrap_or_default(),
            reporter: self.completions.last().map(|completion| completion.reporter),
            completion_evidence: self.completion_evidence(read)?,
            reason: None,
            escape_reason: None,
            exception_valid: false,
        })
    }
}

/// Who owns a plan: who was named, and whoever holds the post on that day.
fn owners(read: Reads<'_>, plan: &ImprovementPlan, day: Date) -> Result<Vec<Id>> {
    let mut owners = vec![plan.owner];
    if !plan.owner_post.is_empty() {
        owners.extend(Posts::read(read)?.holders(&(plan.owner_department, plan.owner_post.clone()), day));
    }
    Ok(owners)
}

/// Whether a person is an auditor on a day: by role, by being one of the team, or from outside.
fn is_auditor(read: Reads<'_>, engagement: Id, person: Id, day: Date) -> Result<bool> {
    let auditors = [Role::Auditor, Role::AuditHead];
    let holds = |role: Role, holder: Id, deputy: Option<Id>| {
        auditors.contains(&role) && (holder == person || deputy == Some(person))
    };
    if holders_on(read, day)?.iter().any(|one| holds(one.role, one.person, one.deputy)) {
        return Ok(true);
    }
    let team: Vec<EngagementMember> = read.list("WHERE engagement = ?1", &[&engagement.as_bytes().as_slice()])?;
    let outside = read.find::<Person>(person)?.is_some_and(|person| !person.affiliation.is_empty());
    Ok(outside || team.iter().any(|member| member.person == person))
}

fn belonging<T: Row>(read: Reads<'_>, finding: Id) -> Result<Vec<T>> {
    Ok(read.list("WHERE finding = ?1 ORDER BY id", &[&finding.as_bytes().as_slice()])?)
}
