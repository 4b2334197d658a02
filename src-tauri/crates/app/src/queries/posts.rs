//! Posts, and who holds them on a day. Plans are owned by posts, so that a transfer in April moves them along.

use crate::dto::*;
use crate::error::Result;
use crate::session::Session;
use domain::Id;
use jiff::ToSpan as _;
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::row::Reads;
use store::tables::{Department, Person, Posting};

/// A post: what it is called, in which department.
pub type Post = (Option<Id>, String);

/// Who holds which post on which day.
pub struct Posts {
    held: BTreeMap<Post, Vec<Held>>,
}

#[derive(Clone, Copy)]
struct Held {
    person: Id,
    from: Option<Date>,
    until: Option<Date>,
}

impl Posts {
    /// Reads every post that somebody holds or held.
    pub fn read(read: Reads<'_>) -> Result<Posts> {
        let mut held: BTreeMap<Post, Vec<Held>> = BTreeMap::new();
        let mut left: BTreeMap<Id, Date> = BTreeMap::new();
        for posting in read.list::<Posting>("ORDER BY id", &[])? {
            if let Some(until) = posting.until_on {
                let last = left.entry(posting.person).or_insert(until);
                *last = (*last).max(until);
            }
            let (from, until) = (posting.from_on, posting.until_on);
            // A past post without a last day says nothing about when it was held.
            if !posting.post.trim().is_empty() && until.is_some() {
                let one = Held { person: posting.person, from, until };
                held.entry((posting.department, posting.post)).or_default().push(one);
            }
        }
        for person in read.list::<Person>("ORDER BY id", &[])? {
            let from = left.get(&person.id).and_then(|last| last.checked_add(1.day()).ok());
            if !person.post.trim().is_empty() {
                let one = Held { person: person.id, from, until: person.left_on };
                held.entry((person.department, person.post)).or_default().push(one);
            }
        }
        Ok(Posts { held })
    }

    /// The persons who hold a post on a day.
    pub fn holders(&self, post: &Post, day: Date) -> Vec<Id> {
        let on = |held: &&Held| held.from.is_none_or(|from| from <= day) && held.until.is_none_or(|until| day <= until);
        self.held.get(post).into_iter().flatten().filter(on).map(|held| held.person).collect()
    }

    /// The posts of a department that somebody holds on a day.
    pub fn held_in(&self, department: Id, day: Date) -> Vec<String> {
        let here = self.held.keys().filter(|post| post.0 == Some(department));
        here.filter(|post| !self.holders(post, day).is_empty()).map(|post| post.1.clone()).collect()
    }

    /// The post a person holds on a day.
    pub fn of(&self, person: Id, day: Date) -> Option<Post> {
        let holds = |post: &&Post| self.holders(post, day).contains(&person);
        self.held.keys().find(holds).cloned()
    }
}

/// Every post somebody holds today, in the order of the departments.
pub fn list(session: &Session, _: Empty) -> Result<Vec<PostRow>> {
    let read = session.read();
    let (posts, names, today) = (Posts::read(read)?, session.person_names()?, session.today());
    let departments = read.list::<Department>("ORDER BY position, name", &[])?;
    let place = |post: &Post| departments.iter().position(|one| Some(one.id) == post.0).unwrap_or(usize::MAX);
    let mut rows: Vec<(usize, PostRow)> = Vec::new();
    for post in posts.held.keys() {
        let holders = posts.holders(post, today);
        if holders.is_empty() {
            continue;
        }
        let department = departments.iter().find(|one| Some(one.id) == post.0);
        rows.push((
            place(post),
            PostRow {
                department: post.0,
                department_name: department.map(|one| one.name.clone()),
                post: post.1.clone(),
                holders: holders.iter().filter_map(|id| names.get(id).cloned()).collect(),
                persons: holders,
            },
        ));
    }
    rows.sort_by_key(|(place, _)| *place);
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}
