//! 引継一覧: what goes over to the next holder of a post. Nothing is moved for it: plans are owned by posts, and whoever
//! holds the post on the day has them.

use super::due::{self, about, kind_text};
use super::due_letters::{self, late_text};
use super::posts::{self, Post};
use super::views::table_name;
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::session::Session;
use domain::due::DueKind;
use report::paper::{Paper, PaperColumn, PaperTable, Part};
use store::tables::Department;

/// Every post that somebody holds or that has something open, with how much that is.
pub fn list(session: &Session, _: Empty) -> Result<Vec<HandoverPost>> {
    let open = due::open(session)?;
    let mut all = posts::list(session, Empty {})?;
    // A post that nobody holds just now is the one that must not be forgotten.
    for row in open.iter().filter(|row| !row.owner_post.is_empty()) {
        if !all.iter().any(|post| is(post, &owner_of(row))) {
            all.push(vacant(session, owner_of(row))?);
        }
    }
    Ok(all
        .into_iter()
        .map(|post| {
            let own = || open.iter().filter(|row| is(&post, &owner_of(row)));
            HandoverPost {
                open: count(own()),
                late: count(own().filter(|row| row.days_late > Some(0))),
                of_department: count(open.iter().filter(|row| is_of_department(&post, row))),
                post,
            }
        })
        .collect())
}

/// What goes over with one post.
pub fn get(session: &Session, request: PostQuery) -> Result<Handover> {
    let wanted: Post = (request.department, request.post);
    let post = match posts::list(session, Empty {})?.into_iter().find(|post| is(post, &wanted)) {
        Some(post) => post,
        None => vacant(session, wanted)?,
    };
    let mut open = due::open(session)?;
    open.sort_by(|a, b| {
        (a.due_on.is_none(), a.due_on, &a.number, a.kind).cmp(&(b.due_on.is_none(), b.due_on, &b.number, b.kind))
    });
    let own = open.iter().filter(|row| is(&post, &owner_of(row))).cloned().collect();
    let of_department = open.iter().filter(|row| is_of_department(&post, row)).cloned().collect();
    let reminded_on = match post.department {
        Some(department) => due_letters::reminded(session)?.get(&department).map(|last| last.on),
        None => None,
    };
    Ok(Handover { post, own, of_department, reminded_on })
}

/// Under which name it is saved.
pub fn name(session: &Session, request: NameHandover) -> Result<SuggestedName> {
    let post = get(session, request.post)?.post;
    let department = post.department_name.clone().unwrap_or_default();
    let title = session.text("views-handover", &[]);
    Ok(SuggestedName { name: table_name(session, &[&title, &department, &post.post], &request.format)? })
}

/// It on paper, for both holders.
pub fn paper(session: &Session, handover: &Handover) -> Result<Paper> {
    let text = |key: &str| session.text(key, &[]);
    let post = &handover.post;
    let whose = [post.department_name.as_deref().unwrap_or_default(), post.post.as_str()].join("　");
    let holders = match post.holders.as_slice() {
        [] => text("views-vacant"),
        names => names.join("、"),
    };
    let mut facts = vec![
        (text("views-post"), whose.trim().to_owned()),
        (text("views-holder"), holders),
        (text("views-next-holder"), String::new()),
    ];
    if let Some(day) = handover.reminded_on {
        facts.push((text("views-reminded-on"), report::Words::date(&session.lang(), day)));
    }
    let mut parts = vec![Part::Facts(facts)];
    for (key, rows) in [("views-handover-own", &handover.own), ("views-handover-department", &handover.of_department)] {
        parts.push(Part::Heading(text(key)));
        if rows.is_empty() {
            parts.push(Part::Text(text("views-nothing-open")));
        } else {
            parts.push(Part::Table(table(session, rows)));
        }
    }
    let office = session.office()?;
    Ok(Paper {
        form: String::new(),
        number: String::new(),
        date: session.today(),
        addressee: String::new(),
        sender: vec![office.name],
        title: text("views-handover"),
        stamps: Vec::new(),
        landscape: false,
        opening: text("views-handover-opening"),
        parts,
        closing: String::new(),
        class_label: session.class_label(&office.class_level),
    })
}

fn table(session: &Session, rows: &[DueRow]) -> PaperTable {
    let text = |key: &str| session.text(key, &[]);
    let columns = vec![
        PaperColumn::text(text("views-due-kind"), 15.0),
        PaperColumn::text(text("views-due-about"), 34.0),
        PaperColumn::text(text("finding-state"), 12.0),
        PaperColumn::text(text("views-due-on"), 17.0),
        PaperColumn::mark(text("views-due-late"), 10.0),
    ];
    let row = |row: &DueRow| {
        let state = row.state.map(|state| i18n::enum_text(session.lang(), "finding-state", domain::Keyed::key(state)));
        let due_on = row.due_on.map(|day| report::Words::date(&session.lang(), day));
        vec![
            kind_text(session, row.kind),
            about(row),
            state.unwrap_or_default(),
            due_on.unwrap_or_default(),
            late_text(session, row.days_late),
        ]
    };
    PaperTable { columns, rows: rows.iter().map(row).collect(), by_hand: false }
}

fn owner_of(row: &DueRow) -> Post {
    (row.owner_department, row.owner_post.clone())
}

fn is(row: &PostRow, post: &Post) -> bool {
    !post.1.is_empty() && row.department == post.0 && row.post == post.1
}

/// What the department has open: what no post answers for, and its papers that are on loan.
fn is_of_department(post: &PostRow, row: &DueRow) -> bool {
    let theirs = post.department.is_some() && row.department == post.department;
    theirs && !is(post, &owner_of(row)) && (row.owner_post.is_empty() || row.kind == DueKind::Loan)
}

/// A post that nobody holds today.
fn vacant(session: &Session, (department, post): Post) -> Result<PostRow> {
    if post.trim().is_empty() {
        return Err(ErrorDto::required("post"));
    }
    let name = department.map(|id| session.read().get::<Department>(id)).transpose()?.map(|row| row.name);
    Ok(PostRow { department, department_name: name, post, holders: Vec::new(), persons: Vec::new() })
}

fn count<'r>(rows: impl Iterator<Item = &'r DueRow>) -> i64 {
    i64::try_from(rows.count()).unwrap_or(i64::MAX)
}
