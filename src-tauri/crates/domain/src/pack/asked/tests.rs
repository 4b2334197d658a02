use super::*;

fn model() -> Item {
    Item {
        id: "w:6.4-3".into(),
        clause: "6.4".into(),
        duty: Duty::Must,
        forms: vec![Form::Audit],
        answers: Vec::new(),
        targets: vec![Target::Department],
        topic: "login".into(),
        weight: 2,
        question: String::new(),
        question_self: None,
        title_en: None,
        question_en: None,
        question_self_en: None,
        look_at: vec!["doc:ledger".into()],
        how: vec![Procedure::Inspection],
        note: None,
        note_en: None,
    }
}

fn lists() -> Lists {
    let entry = |key: &str, ja: &str| ListEntry { key: key.into(), ja: ja.into(), en: key.into() };
    Lists {
        topics: vec![entry("login", "ログイン"), entry("media", "記録媒体")],
        documents: vec![entry("ledger", "情報資産台帳"), entry("log", "ログ")],
        places: vec![entry("server_room", "サーバ室")],
    }
}

fn read(written: WrittenItem, turn: bool) -> (Item, Vec<AskedRemark>) {
    let (item, said) = asked(model(), &written, &lists(), turn);
    (item, said.into_iter().map(|(remark, _)| remark).collect())
}

#[test]
fn what_the_cells_say_counts_and_the_rest_is_that_of_the_model() {
    let written = WrittenItem {
        question: "媒体を\n 施錠して保管しているか？".into(),
        duty: "努力義務".into(),
        forms: "監査、職員".into(),
        targets: "各課・ｼｽﾃﾑ".into(),
        how: "観察・視察".into(),
        look_at: "情報資産台帳、サーバー室の鍵、サーバ室".into(),
        topic: "記録媒体".into(),
        weight: "高".into(),
        note: "昨年の指摘".into(),
        ..WrittenItem::default()
    };
    let (item, said) = read(written, false);
    assert_eq!(item.question, "媒体を 施錠して保管しているか。");
    assert_eq!((item.duty, item.weight, item.topic.as_str()), (Duty::Endeavour, 3, "media"));
    assert_eq!(item.forms, [Form::Audit, Form::SelfStaff]);
    assert_eq!(item.targets, [Target::Department, Target::System]);
    assert_eq!(item.how, [Procedure::Observation]);
    assert_eq!(item.look_at, ["doc:ledger", "place:server_room"]);
    assert_eq!(item.note.as_deref(), Some("昨年の指摘 (サーバー室の鍵)"), "what no list holds is not lost");
    assert_eq!(said, [AskedRemark::Ended, AskedRemark::LookAt]);
}

#[test]
fn what_nobody_understands_is_told_and_changes_nothing() {
    let written = WrittenItem {
        question: "鍵を返しているか。".into(),
        duty: "ほどほど".into(),
        forms: "係長".into(),
        targets: "庁舎".into(),
        how: "念力".into(),
        topic: "知らない主題".into(),
        weight: "5".into(),
        ..WrittenItem::default()
    };
    let (item, said) = read(written, false);
    let expected = Item { question: "鍵を返しているか。".into(), ..model() };
    assert_eq!(item, expected);
    use AskedRemark as R;
    assert_eq!(said, [R::Duty, R::Weight, R::Forms, R::Targets, R::How, R::Topic]);
}

#[test]
fn a_requirement_becomes_a_question_only_if_it_is_wanted() {
    for (written, turned) in [
        ("端末を固定していること。", "端末を固定しているか。"),
        ("台帳を整備しなければならない。", "台帳を整備しているか。"),
        ("他人に教えてはならない", "他人に教えてはならない"),
        ("私物を使用してはならない。", "私物を使用していないか。"),
        ("記録が保存されていること", "記録が保存されているか。"),
        ("離席時にロックしている。", "離席時にロックしているか。"),
        ("規程がある。", "規程があるか。"),
        ("研修の実施状況", "研修の実施状況"),
    ] {
        let one = |turn| read(WrittenItem { question: written.into(), ..WrittenItem::default() }, turn).0.question;
        assert_eq!(one(true), turned, "{written}");
        assert_eq!(one(false), written, "{written}");
    }
}

#[test]
fn the_same_question_is_known_by_its_words() {
    assert_eq!(same_question("端末を固定しているか"), same_question("端末を　固定しているか。"));
    assert_eq!(same_question("ﾊﾟｽﾜｰﾄﾞを貼っていないか？"), same_question("パスワードを貼っていないか。"));
    assert_ne!(same_question("固定しているか。"), same_question("固定していないか。"));
    assert!(is_question("注意喚起をしているか？") && !is_question("注意事項"));
}
