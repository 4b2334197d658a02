//! Standards beside one another, editions one after the other, and finding items in all of them.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeMap;

use domain::Keyed;
use domain::kinds::{Duty, Form, Role, Target};
use domain::pack::{
    ChangeKind, ChangedField, ChangedPart, CrosswalkRow, ItemFilter, Lists, Pack, PackChange, SearchWords, crosswalk,
    diff, find, parse,
};

const TOPICS: &str = "\
[[topic]]\nkey = \"password\"\nja = \"パスワード\"\nen = \"Passwords\"
[[topic]]\nkey = \"log\"\nja = \"ログ\"\nen = \"Logs\"
[[topic]]\nkey = \"nobody\"\nja = \"誰も問わないこと\"\nen = \"What nobody asks\"
";
const LOOK_AT: &str = "\
[[document]]\nkey = \"register\"\nja = \"台帳\"\nen = \"Register\"
[[place]]\nkey = \"office\"\nja = \"執務室\"\nen = \"Office\"
";
const PACK: &str = r#"[pack]
id = "ID"
title = "試験の基準"
issuer = "青葉広域連合"
edition = "2026-04"
kind = "standard"
language = "ja"
[roles.ciso]
name = "最高責任者"
[roles.info_manager]
name = "情報管理者"
[roles.staff]
name = "職員"
[rules]
cadence = "yearly"
plan_gate = "report:ciso"
report_to = "ciso"
independence = "strict"
order_from = "ciso"
progress_duty = "none"
exception_applicants = ["staff"]
exception_approvers = [{ role = "ciso" }]
[rules.clauses]
audit = "1"
[[clause]]
id = "1"
title = "章"
[[clause]]
id = "2"
title = "記録"
"#;

fn lists() -> Lists {
    Lists::parse(TOPICS, LOOK_AT).unwrap()
}

/// A pack with items of (clause, number, duty, answers, topic, question).
fn pack(id: &str, items: &[(&str, u8, &str, &str, &str, &str)]) -> Pack {
    let mut text = PACK.replace("\"ID\"", &format!("\"{id}\""));
    for (clause, number, duty, answers, topic, question) in items {
        text.push_str(&format!(
            "[[item]]\nid = \"{id}:{clause}-{number}\"\nclause = \"{clause}\"\nduty = \"{duty}\"\nforms = [\"audit\"]\n\
             answers = {answers}\ntargets = [\"system\"]\ntopic = \"{topic}\"\nweight = 2\nquestion = \"{question}\"\n\
             look_at = [\"doc:register\", \"place:office\"]\nhow = [\"inspection\"]\n"
        ));
    }
    for clause in ["1", "2"] {
        if items.iter().all(|item| item.0 != clause) {
            let heading = format!("id = \"{clause}\"\n");
            text = text.replace(&heading, &format!("{heading}no_item = \"何も求めていない。\"\n"));
        }
    }
    let files = BTreeMap::from([("pack.toml".to_owned(), text)]);
    parse(&files, &lists()).unwrap_or_else(|errors| panic!("{errors:#?}"))
}

const STAFF: &str = "[\"staff\"]";
const HEAD: &str = "[\"info_manager\"]";

fn rows(packs: &[&Pack]) -> Vec<CrosswalkRow> {
    let lists = lists();
    crosswalk(&packs.iter().map(|pack| (*pack, &lists)).collect::<Vec<_>>())
}

fn marks(row: &CrosswalkRow) -> Vec<(bool, bool)> {
    row.cells
        .iter()
        .map(|cell| cell.as_ref().is_some_and(|cell| cell.weaker))
        .zip(row.cells.iter().map(|cell| cell.as_ref().is_some_and(|cell| cell.other_roles)))
        .collect()
}

#[test]
fn a_row_says_who_binds_less_and_who_lets_others_answer() {
    let one = pack(
        "one",
        &[
            ("1", 1, "endeavour", STAFF, "password", "一つ目か。"),
            ("1", 2, "may", "[\"staff\", \"info_manager\"]", "password", "二つ目か。"),
        ],
    );
    let two = pack(
        "two",
        &[
            ("1", 1, "must", HEAD, "password", "一つ目か。"),
            ("2", 1, "must-not", HEAD, "password", "二つ目か。"),
            ("2", 2, "endeavour", STAFF, "password", "三つ目か。"),
            ("2", 3, "must", STAFF, "log", "四つ目か。"),
        ],
    );
    let three = pack("three", &[("1", 1, "must-not", HEAD, "password", "一つ目か。")]);
    let rows = rows(&[&one, &two, &three]);
    assert_eq!(rows.iter().map(|row| row.topic.key.as_str()).collect::<Vec<_>>(), ["password", "log"], "what is asked");
    let password = &rows[0];
    assert_eq!(marks(password), [(true, true), (false, false), (false, false)]);
    assert!(password.duties_differ && password.roles_differ && !password.missing);
    let cell = password.cells[1].as_ref().unwrap();
    assert_eq!((cell.items, cell.clauses.clone()), (3, vec!["1".to_owned(), "2".to_owned()]));
    assert_eq!(cell.strongest, [Duty::Must, Duty::MustNot], "a ban binds as a duty does");
    assert_eq!(cell.main_roles, [Role::InfoManager]);
    let counts: Vec<(Role, u32)> = cell.roles.iter().map(|count| (count.role, count.items)).collect();
    assert_eq!(counts, [(Role::InfoManager, 2), (Role::Staff, 1)]);
    let log = &rows[1];
    assert_eq!(log.cells.iter().map(Option::is_some).collect::<Vec<_>>(), [false, true, false]);
    assert!(!log.duties_differ && !log.roles_differ && log.missing, "who stands alone differs from nobody");
}

#[test]
fn a_standard_that_only_endeavours_to_do_a_part_is_partly_weaker() {
    let of = |id: &str, duties: &[&str]| {
        let items: Vec<_> = duties.iter().zip(1..).map(|(duty, n)| ("1", n, *duty, STAFF, "log", n)).collect();
        let questions: Vec<String> = items.iter().map(|item| format!("{}番目か。", item.5)).collect();
        let items: Vec<_> = items.iter().zip(&questions).map(|(i, q)| (i.0, i.1, i.2, i.3, i.4, q.as_str())).collect();
        pack(id, &items)
    };
    let partly = |cells: &[&[&str]]| {
        let packs: Vec<Pack> = cells.iter().zip(["a", "b", "c"]).map(|(duties, id)| of(id, duties)).collect();
        let row = rows(&packs.iter().collect::<Vec<_>>()).remove(0);
        let flags = |cell: &domain::pack::CrosswalkCell| (cell.weaker, cell.partly_weaker);
        (row.duties_differ, row.cells.iter().flatten().map(flags).collect::<Vec<_>>())
    };
    let (no, weaker, part) = ((false, false), (true, false), (false, true));
    assert_eq!(partly(&[&["must", "endeavour"], &["must", "must-not"]]), (true, vec![part, no]));
    assert_eq!(partly(&[&["must", "may", "defines"], &["must"]]), (false, vec![no, no]), "these ask for nothing");
    assert_eq!(partly(&[&["must", "endeavour"], &["must", "desirable"]]), (true, vec![no, part]));
    assert_eq!(partly(&[&["endeavour"], &["must"], &["may"]]), (true, vec![weaker, no, weaker]), "once is enough");
}

#[test]
fn without_a_common_habit_every_role_differs_and_a_shared_one_is_none() {
    let by = |id: &str, answers: &str| pack(id, &[("1", 1, "must", answers, "log", "問いか。")]);
    let (staff, head, both) = (by("a", STAFF), by("b", HEAD), by("c", "[\"staff\", \"info_manager\"]"));
    let other = |packs: &[&Pack]| marks(&rows(packs)[0]).iter().map(|mark| mark.1).collect::<Vec<_>>();
    assert_eq!(other(&[&staff, &head]), [true, true]);
    assert_eq!(other(&[&staff, &both]), [false, false]);
    assert_eq!(other(&[&staff, &head, &both]), [false, false, false], "each shares its role with another");
    assert_eq!(other(&[&staff, &staff, &head]), [false, false, true]);
    assert!(rows(&[]).is_empty());
}

fn change<'a>(changes: &'a [PackChange], part: ChangedPart, id: &str) -> &'a PackChange {
    let found = changes.iter().find(|change| change.part == part && change.id == id);
    found.unwrap_or_else(|| panic!("no change of {} {id} in {changes:#?}", part.key()))
}

fn fields(change: &PackChange) -> Vec<(ChangedField, String, String)> {
    change.fields.iter().map(|one| (one.field, one.before.join("+"), one.after.join("+"))).collect()
}

#[test]
fn two_editions_differ_in_what_was_added_went_and_changed() {
    let before = pack(
        "one",
        &[
            ("1", 1, "endeavour", STAFF, "log", "一つ目か。"),
            ("1", 2, "must", STAFF, "log", "二つ目か。"),
            ("1", 3, "must", STAFF, "log", "三つ目か。"),
            ("1", 4, "must", STAFF, "log", "四つ目か。"),
            ("2", 1, "must", STAFF, "log", "記録か。"),
        ],
    );
    let mut after = before.clone();
    after.edition = "2027-04".to_owned();
    after.hash = "0".repeat(64);
    after.roles[2].name = "職員等".to_owned();
    after.rules.contractor_cadence = Some(domain::pack::Cadence::AsNeeded);
    after.rules.plan_gate.act = domain::pack::PlanAct::Approve;
    after.rules.clauses.insert(domain::pack::RuleKey::Report, "2".to_owned());
    after.clauses[1].title = "記録の管理".to_owned();
    after.clauses[1].parent = Some("1".to_owned());
    after.items[0].duty = Duty::Must;
    after.items[0].question = "最初か。".to_owned();
    after.items[0].note = Some("注記".to_owned());
    after.items[4].answers = vec![Role::Staff, Role::InfoManager];
    after.items.remove(1);
    // The fourth of clause 1 goes to the front; the others have not moved by it.
    let fourth = after.items.remove(2);
    after.items.insert(0, fourth);
    let mut new = after.items[3].clone();
    new.id = "one:2-2".to_owned();
    after.items.push(new);

    let changes = diff(&before, &after).unwrap();
    assert_eq!(
        fields(change(&changes, ChangedPart::About, "")),
        [(ChangedField::Edition, "2026-04".to_owned(), "2027-04".to_owned())]
    );
    assert_eq!(fields(change(&changes, ChangedPart::Role, "staff"))[0].2, "職員等");
    let rules = fields(change(&changes, ChangedPart::Rules, ""));
    assert_eq!(
        rules,
        [
            (ChangedField::PlanGate, "report+ciso".to_owned(), "approve+ciso".to_owned()),
            (ChangedField::ContractorCadence, String::new(), "as_needed".to_owned()),
        ]
    );
    assert_eq!(change(&changes, ChangedPart::Basis, "report").kind, ChangeKind::Added);
    let clause = fields(change(&changes, ChangedPart::Clause, "2"));
    assert_eq!(
        clause,
        [
            (ChangedField::Title, "記録".to_owned(), "記録の管理".to_owned()),
            (ChangedField::Parent, String::new(), "1".to_owned()),
        ]
    );
    let item = fields(change(&changes, ChangedPart::Item, "one:1-1"));
    let expected = [ChangedField::Question, ChangedField::Duty, ChangedField::Note];
    assert_eq!(item.iter().map(|one| one.0).collect::<Vec<_>>(), expected);
    assert_eq!((item[2].1.as_str(), item[2].2.as_str()), ("", "注記"));
    assert_eq!(change(&changes, ChangedPart::Item, "one:1-2").kind, ChangeKind::Gone);
    let moved = fields(change(&changes, ChangedPart::Item, "one:1-4"));
    assert_eq!(moved, [(ChangedField::Place, "one:1-3".to_owned(), String::new())]);
    assert_eq!(fields(change(&changes, ChangedPart::Item, "one:2-1"))[0].2, "staff+info_manager");
    assert_eq!(change(&changes, ChangedPart::Item, "one:2-2").kind, ChangeKind::Added);
    let items: Vec<&str> = changes.iter().filter(|one| one.part == ChangedPart::Item).map(|one| &*one.id).collect();
    assert_eq!(items, ["one:1-4", "one:1-1", "one:2-1", "one:2-2", "one:1-2"], "in the later order, what went last");

    // Read the other way round, what was added is gone.
    let back = diff(&after, &before).unwrap();
    assert_eq!(back.len(), changes.len());
    assert_eq!(change(&back, ChangedPart::Item, "one:2-2").kind, ChangeKind::Gone);
    assert_eq!(change(&back, ChangedPart::Item, "one:1-2").kind, ChangeKind::Added);
    assert_eq!(diff(&before, &before).unwrap(), []);
}

#[test]
fn only_editions_of_one_pack_are_compared() {
    let items = [("1", 1, "must", STAFF, "log", "問いか。")];
    assert_eq!(diff(&pack("one", &items), &pack("two", &items)), None);
}

#[test]
fn items_are_found_however_the_words_are_typed_and_by_what_they_are() {
    let pack = pack(
        "one",
        &[
            ("1", 1, "must", STAFF, "password", "ログを１か月残しているか。"),
            ("2", 1, "may", HEAD, "log", "消しているか。"),
        ],
    );
    let words = SearchWords::of(&pack, &lists());
    let found =
        |filter: &ItemFilter| find(&pack, &words, filter).iter().map(|item| item.id.clone()).collect::<Vec<_>>();
    let text = |text: &str| found(&ItemFilter { text: text.to_owned(), ..ItemFilter::default() });
    for (search, expected) in [
        ("ﾛｸﾞ", &["one:1-1", "one:2-1"][..]),
        ("ろぐ　１ヶ月", &[]),
        ("ろぐ　1か月", &["one:1-1"]),
        ("記録", &["one:2-1"]),
        ("REGISTER ｵﾌｨｽ", &[]),
        ("register 執務室", &["one:1-1", "one:2-1"]),
        ("情報管理者", &["one:2-1"]),
        ("one:2", &["one:2-1"]),
        ("passwords", &["one:1-1"]),
        ("か。消し", &[]),
        ("", &["one:1-1", "one:2-1"]),
        ("　", &["one:1-1", "one:2-1"]),
    ] {
        assert_eq!(text(search), expected, "{search:?}");
    }
    let all = ItemFilter::default;
    assert_eq!(found(&ItemFilter { duty: Some(Duty::May), ..all() }), ["one:2-1"]);
    assert_eq!(found(&ItemFilter { role: Some(Role::Staff), ..all() }), ["one:1-1"]);
    assert_eq!(found(&ItemFilter { topic: Some("log".to_owned()), ..all() }), ["one:2-1"]);
    assert_eq!(found(&ItemFilter { form: Some(Form::SelfHead), ..all() }), <[&str; 0]>::default());
    assert_eq!(found(&ItemFilter { target: Some(Target::System), ..all() }).len(), 2);
    assert_eq!(found(&ItemFilter { target: Some(Target::Network), ..all() }).len(), 0);
}
