//! The totals of a self-inspection: figures, comparison with last year, and what is kept from sight.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use domain::kinds::{Form, SelfAnswer};
use domain::self_check::SheetStatus;
use report::model::{
    Answers, Before, CampaignInput, CampaignTotals, FormRows, FormTotals, ItemInput, Named, SheetInput,
};

fn named(key: &str) -> Named {
    Named { key: key.to_owned(), name: format!("{key} の名") }
}

/// Three items: two in the first chapter; the last can be answered by either role.
fn rows(form: Form, sheets: Vec<SheetInput>) -> FormRows {
    let item = |n: usize, chapter: usize, roles: Vec<usize>| ItemInput {
        item: format!("p:{n}-1"),
        number: format!("{n}-1"),
        question: format!("問い{n}"),
        chapter,
        clause: n - 1,
        roles,
    };
    FormRows {
        form,
        sheets,
        items: vec![item(1, 0, vec![0]), item(2, 0, vec![0]), item(3, 1, vec![0, 1])],
        chapters: vec![named("1"), named("3")],
        clauses: vec![named("1"), named("2"), named("3")],
        roles: vec![named("info_manager"), named("system_manager")],
        staff_before: None,
    }
}

fn sheet(key: &str, answers: Answers) -> SheetInput {
    SheetInput {
        key: key.to_owned(),
        name: format!("{key}課"),
        status: SheetStatus::Submitted,
        sent: true,
        late: false,
        answers,
        before: None,
    }
}

fn people(key: &str, came_back: u32, yes: u32) -> SheetInput {
    sheet(key, Answers::People { handed_out: came_back + 1, came_back, counts: vec![[yes, 0, 1, 0, 0]; 3] })
}

fn totals(form: FormRows) -> FormTotals {
    let input = CampaignInput {
        head: common::head(),
        title: "自己点検".to_owned(),
        standard: "基準".to_owned(),
        basis: String::new(),
        from: None,
        until: None,
        route: Vec::new(),
        forms: vec![form],
        awaited: Vec::new(),
        ideas: Vec::new(),
        section_ideas: Vec::new(),
    };
    CampaignTotals::tally(input).forms.remove(0)
}

#[test]
fn not_applicable_is_in_no_rate_and_blanks_stand_apart() {
    use SelfAnswer::{No, NotApplicable, Unknown, Yes};
    let general = Answers::One(vec![Some(Yes), Some(NotApplicable), None]);
    let tax = Answers::One(vec![Some(No), Some(Unknown), Some(Yes)]);
    let found = totals(rows(Form::SelfHead, vec![sheet("総務", general), sheet("税務", tax)]));
    let (first, total) = (&found.sections[0].counts, &found.total.counts);
    assert_eq!((first.rate.part, first.rate.of, first.unanswered, first.not_applicable), (1, 1, 1, 1));
    assert_eq!((total.rate.part, total.rate.of, total.unanswered), (2, 4, 1), "who does not know has not done it");
    assert_eq!(found.chapters[0].counts.rate.of, 3);
    assert_eq!(found.roles[0].counts.rate.of, 4);
    assert_eq!(found.roles[1].counts.rate.of, 1, "an item of two roles counts for both");
    assert_eq!(found.most_no, [0]);
    assert_eq!((found.returns.sent, found.returns.returned), (2, 2));
    assert!(found.people.is_none() && !found.withheld);
}

#[test]
fn only_what_was_answered_in_both_years_is_compared() {
    use SelfAnswer::{No, Yes};
    let mut now = sheet("総務", Answers::One(vec![Some(Yes), Some(No), None]));
    let (yes, no) = ([1, 0, 0, 0, 0, 0], [0, 0, 1, 0, 0, 0]);
    now.before = Some(Before { people: 1, counts: vec![Some(no), None, Some(yes)] });
    let found = totals(rows(Form::SelfHead, vec![now]));
    let before = found.total.before.unwrap();
    assert_eq!((before.part, before.of), (0, 1), "the second item was not asked, the third is blank now");
    assert_eq!(found.total.change, Some(1000));
    assert_eq!(found.items[1].line.change, None);
    assert_eq!(found.items[2].line.change, None);
}

#[test]
fn small_groups_are_merged_or_withheld_in_everything_that_is_shown() {
    let found = totals(rows(Form::SelfStaff, vec![people("総務", 9, 8), people("会計", 3, 2), people("税務", 6, 5)]));
    let shown: Vec<(String, Option<u32>, u32)> =
        found.sections.iter().map(|line| (line.key.clone(), line.people, line.counts.yes)).collect();
    assert_eq!(shown, [("総務".to_owned(), Some(9), 24), ("会計 税務".to_owned(), Some(9), 21)]);
    assert_eq!(found.total.counts.yes, 45);
    assert_eq!(found.people.unwrap().handed_out, 21);

    let few = totals(rows(Form::SelfStaff, vec![people("会計", 3, 2)]));
    assert!(few.withheld);
    assert!(few.sections.is_empty() && few.items.is_empty() && few.chapters.is_empty() && few.roles.is_empty());
    assert_eq!(few.total.counts.yes, 0, "not even the sum");
    assert_eq!(few.people.unwrap().came_back, 3, "how many came back says nothing of anybody");
}

#[test]
fn staff_are_compared_as_a_whole_and_only_with_enough_people() {
    let with = |before: u32| {
        let mut form = rows(Form::SelfStaff, vec![people("総務", 9, 8), people("税務", 6, 5)]);
        form.staff_before = Some(Before { people: before, counts: vec![Some([before, 0, 0, 0, 0, 0]); 3] });
        totals(form)
    };
    let found = with(20);
    assert_eq!(found.total.before.unwrap().of, 60);
    assert_eq!(found.total.change, Some(867 - 1000));
    assert!(found.sections.iter().all(|line| line.before.is_none()), "sections change their people from year to year");
    assert!(with(4).total.before.is_none());
}
