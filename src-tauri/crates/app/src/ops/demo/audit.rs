//! Last year's audit, closed, and this year's, half walked.

use super::office::{BENEFITS, EXPERT, FIRST, GENERAL, MOVED, SYSTEMS};
use super::{Days, Demo, earlier, file, meta, paper, picture, plan as plan_rows};
use crate::dto::*;
use crate::error::Result;
use crate::ops::{answer, engagement, evidence};
use crate::queries;
use crate::session::Session;
use domain::Id;
use domain::kinds::{EngagementKind, Form, Procedure, Verdict};
use jiff::civil::{Date, date};

/// The departments audited in both years, with how many of 100 items are answered this year.
const AUDITED: [(&str, usize); 3] = [(GENERAL, 80), (SYSTEMS, 60), (BENEFITS, 40)];

/// The item that says what was wrong, and what else the auditors noted: department, item, verdict, note.
const NOTED: [(&str, &str, Verdict, &str); 24] = [
    (GENERAL, "hyogo:3.1.4-1", Verdict::Conforming, "事務分掌表で、総務課長が情報管理者であることを確認した。"),
    (GENERAL, "hyogo:4.1-1", Verdict::Conforming, "情報資産台帳を閲覧した。前回の更新は今年の6月。"),
    (GENERAL, "hyogo:4.1.4イ-1", Verdict::Partial, "三つとも1の資産の扱いが、係によって違う。"),
    (
        GENERAL,
        "hyogo:6.4.1-1",
        Verdict::Conforming,
        "執務室を視察し、端末8台すべてにワイヤーロックがあることを確認した。",
    ),
    (
        GENERAL,
        "hyogo:6.4.1-2",
        Verdict::Nonconforming,
        "貸出用のモバイル端末5台のうち2台が、鍵のかからない引出しに置かれていた。貸出簿には返却の記録がなかった。",
    ),
    (GENERAL, "hyogo:6.4.2イ-1", Verdict::NotApplicable, "マイナンバー利用事務系を使っていない。"),
    (GENERAL, "hyogo:7.4.2イ-1", Verdict::Conforming, "共用IDは受付用の1件だけで、利用者の一覧がある。"),
    (
        GENERAL,
        "hyogo:7.4.3ク-1",
        Verdict::Partial,
        "端末1台で、ブラウザにパスワードを記憶させていた。その場で削除した。",
    ),
    (
        GENERAL,
        "hyogo:9.5.1-2",
        Verdict::Partial,
        "今年度の例外措置3件のうち1件は、許可の日付が実施の日より後であった。軽微か緊急かの記録はない。",
    ),
    (GENERAL, "hyogo:11.1.3イ-1", Verdict::Conforming, "求めた資料はすべて期日までに出された。"),
    (
        SYSTEMS,
        "hyogo:6.4.2ア-1",
        Verdict::Conforming,
        "業務システム3つの設定画面で、ICカードとパスワードの併用を確認した。",
    ),
    (
        SYSTEMS,
        "hyogo:6.4.4イ-1",
        Verdict::Conforming,
        "管理画面で遠隔消去の手順を再実施し、試験用の端末が消去されることを確認した。",
    ),
    (
        SYSTEMS,
        "hyogo:7.4.1ウ-1",
        Verdict::Conforming,
        "紛失の報告から停止まで、記録のある2件はいずれも1時間以内であった。",
    ),
    (
        SYSTEMS,
        "hyogo:7.4.1エ-2",
        Verdict::Partial,
        "回収したカード12枚のうち4枚の廃棄記録がない。現物は保管庫にあった。",
    ),
    (
        SYSTEMS,
        "hyogo:7.4.3キ-1",
        Verdict::Partial,
        "令和7年度以降の新規職員9人のうち2人が、初期パスワードを初回のログインで変えていなかった。",
    ),
    (
        SYSTEMS,
        "hyogo:8.1.7イ-1",
        Verdict::Partial,
        "ログの項目と取扱方法は定められているが、保存期間と、取得できなくなったときの対処が定められていない。",
    ),
    (
        SYSTEMS,
        "hyogo:8.1.7エ-1",
        Verdict::NotApplicable,
        "ログは外部の記録媒体でなく、別の拠点のサーバに複写している。",
    ),
    (BENEFITS, "hyogo:4.1.1-1", Verdict::Conforming, "情報資産台帳で、給付の記録が機密性3とされていることを確認した。"),
    (BENEFITS, "hyogo:6.4.1-2", Verdict::Partial, "自己点検の後に保管庫が設置されたが、鍵の管理者が決まっていない。"),
    (BENEFITS, "hyogo:6.4.2ア-2", Verdict::NotApplicable, "起動時のパスワードを必要とする端末がない。"),
    (
        BENEFITS,
        "hyogo:7.4.1イ(3)-1",
        Verdict::Nonconforming,
        "職員証の紛失2件のうち1件が、気付いた日の2日後に報告されていた。職員は、再発行の手続だけでよいと考えていた。",
    ),
    (
        BENEFITS,
        "hyogo:7.4.1イ(2)-1",
        Verdict::Partial,
        "昼休みに、カードを端末に差したまま席を離れている職員が1人いた。",
    ),
    (BENEFITS, "hyogo:7.4.2ア-1", Verdict::Conforming, "窓口の職員4人に質問し、IDを貸し借りしていないことを確認した。"),
    (BENEFITS, "hyogo:7.4.3ア-1", Verdict::Conforming, "窓口の端末5台を視察し、付箋などの掲示がないことを確認した。"),
];

/// Last year's, where it was not 適合: department, item, verdict, note.
const LAST_YEAR: [(&str, &str, Verdict, &str); 6] = [
    (GENERAL, "hyogo:4.1-1", Verdict::Partial, "台帳の更新が2年間止まっていた。"),
    (GENERAL, "hyogo:7.4.3ク-1", Verdict::Conforming, ""),
    (SYSTEMS, "hyogo:8.1.7イ-1", Verdict::Partial, "ログの保存期間の定めがない。"),
    (SYSTEMS, "hyogo:6.4.4エ-2", Verdict::Nonconforming, "持ち出し用の端末に管理システムが入っていなかった。"),
    (BENEFITS, "hyogo:6.4.1-2", Verdict::Nonconforming, "記録媒体が施錠されずに置かれていた。"),
    (BENEFITS, "hyogo:7.4.3ケ-1", Verdict::Partial, "窓口の端末で、パスワードを共有していた。"),
];

/// The clauses of this round; an office of this size asks a part of the standard each year.
const THEME: [&str; 9] = ["3.1", "3.2.8", "3.2.9", "4.1", "6.4", "7.4", "8.1.7", "9.5", "11"];

/// Items that are looked at next year.
const NEXT_YEAR: [&str; 4] = ["hyogo:11.1.4ア-1", "hyogo:11.1.4ア-2", "hyogo:11.1.4イ-1", "hyogo:11.1.4イ-2"];

pub(super) fn last_year(session: &mut Session, demo: &Demo) -> Result<()> {
    let year = session.fiscal_year() - 1;
    let first = queries::report::fiscal_year_of(year)?.first_day();
    let (from, until) = (date(first.year(), 10, 6), date(first.year(), 11, 14));
    let id = plan(session, demo, year, (from, until), &[FIRST.name, EXPERT])?;
    keep_to_theme(session, id, &[])?;
    begin(session, id, date(first.year(), 9, 19))?;
    for (target, name) in targets(session, id)? {
        let rows = queries::grid::get(session, GridQuery { target })?.rows;
        let asked = rows.into_iter().filter(|row| row.exclusion.is_none());
        let items: Vec<String> = asked.map(|row| row.item).collect();
        set(session, target, items, Verdict::Conforming)?;
        for (_, item, verdict, text) in LAST_YEAR.iter().filter(|line| line.0 == name) {
            set(session, target, vec![(*item).to_owned()], *verdict)?;
            write(session, target, item, "note", text)?;
        }
        if name == SYSTEMS {
            earlier::fill(session, demo, target)?;
        }
    }
    let step = meta(session, "engagement.close");
    engagement::close(session, step, ById { id })?;
    Ok(())
}

pub(super) fn this_year(session: &mut Session, demo: Demo) -> Result<Demo> {
    let year = session.fiscal_year();
    let mut days = Days::of(session);
    let (from, until, gate) = (days.date(45), days.date(-20), days.date(60));
    let session = days.ago(62);
    let id = plan(session, &demo, year, (from, until), &[FIRST.name, EXPERT, MOVED])?;
    keep_to_theme(session, id, &NEXT_YEAR)?;
    let step = meta(session, "scope.set");
    let reason = "外部委託事業者とクラウドサービスは、次年度の監査で確かめるため。".to_owned();
    let items = NEXT_YEAR.map(str::to_owned).to_vec();
    engagement::set_scope(session, step, SetScope { engagement: id, items, reason: Some(reason) })?;
    plan_rows::prepare(&mut days, id)?;
    begin(days.ago(45), id, gate)?;
    let targets = targets(days.session, id)?;
    for (n, (name, share)) in AUDITED.iter().enumerate() {
        let found = targets.iter().find(|(_, department)| department == name);
        let ago = 44 - 4 * i64::try_from(n).unwrap_or(0);
        let seen_on = days.date(ago);
        if let Some((target, _)) = found {
            walk(days.ago(ago), *target, name, *share, seen_on)?;
        }
    }
    let by_name = AUDITED.iter().filter_map(|(name, _)| {
        targets.iter().find(|(_, department)| department == name).map(|(target, _)| (*name, *target))
    });
    let demo = Demo { targets: by_name.collect(), ..demo };
    collect(days.ago(40), &demo)?;
    plan_rows::lend(&mut days, &demo, id)?;
    Ok(demo)
}

fn plan(session: &mut Session, demo: &Demo, year: i64, (from, until): (Date, Date), team: &[&str]) -> Result<Id> {
    let label = queries::report::fiscal_year_of(year)?.label();
    let request = SaveEngagement {
        id: None,
        kind: EngagementKind::Audit,
        title: format!("{label} 定期監査"),
        fiscal_year: year,
        pack_hash: demo.pack_hash.clone(),
        form: Form::Audit,
        purpose: "対策基準の遵守の状況を確かめ、改善を助言する。".to_owned(),
        method: "書類の閲覧、執務室の視察、担当者への質問".to_owned(),
        exclusions: "外部委託事業者の作業場所".to_owned(),
        from_on: Some(from),
        until_on: Some(until),
        lead: Some(demo.person(FIRST.name)?),
        departments: AUDITED.iter().map(|(name, _)| demo.department(name)).collect::<Result<_>>()?,
        subjects: Vec::new(),
        members: team.iter().map(|name| demo.person(name)).collect::<Result<_>>()?,
        recuse: false,
    };
    let step = meta(session, "engagement.save");
    Ok(engagement::save(session, step, request)?.output.id)
}

/// Puts what this round does not ask out of scope, but for items that have a reason of their own.
fn keep_to_theme(session: &mut Session, engagement: Id, others: &[&str]) -> Result<()> {
    let pack = queries::pack::by_hash(session, &queries::engagement::get(session, ById { id: engagement })?.pack_hash)?;
    let within = |clause: &str| pack.pack.path_of(clause).iter().any(|above| THEME.contains(&above.id.as_str()));
    let items = pack.pack.items.iter().filter(|item| !within(&item.clause) && !others.contains(&item.id.as_str()));
    let items = items.map(|item| item.id.clone()).collect();
    let reason = "今回の重点（体制、端末、認証、ログ、例外措置、監査・自己点検）に含まれないため。".to_owned();
    let step = meta(session, "scope.set");
    engagement::set_scope(session, step, SetScope { engagement, items, reason: Some(reason) })?;
    Ok(())
}

fn begin(session: &mut Session, id: Id, gate: Date) -> Result<()> {
    let step = meta(session, "engagement.start");
    engagement::start(session, step, StartEngagement { id, gate_on: Some(gate), gate_reason: String::new() })?;
    Ok(())
}

fn targets(session: &Session, id: Id) -> Result<Vec<(Id, String)>> {
    let targets = queries::engagement::get(session, ById { id })?.targets;
    Ok(targets.into_iter().map(|target| (target.id, target.name)).collect())
}

/// Answers a department's first items, and whatever has a note.
fn walk(session: &mut Session, target: Id, name: &str, share: usize, seen_on: Date) -> Result<()> {
    let rows = queries::grid::get(session, GridQuery { target })?.rows;
    let asked: Vec<GridRow> = rows.into_iter().filter(|row| row.exclusion.is_none()).collect();
    let noted: Vec<_> = NOTED.iter().filter(|line| line.0 == name).collect();
    let has_note = |row: &&GridRow| noted.iter().any(|line| line.1 == row.item);
    let walked = asked.iter().take(asked.len() * share / 100).filter(|row| !has_note(row));
    set(session, target, walked.map(|row| row.item.clone()).collect(), Verdict::Conforming)?;
    for (_, item, verdict, note) in &noted {
        set(session, target, vec![(*item).to_owned()], *verdict)?;
        write(session, target, item, "note", note)?;
        write(session, target, item, "seen_on", &seen_on.to_string())?;
        let how = asked.iter().find(|row| row.item == *item).and_then(|row| row.how.first().copied());
        let how = domain::Keyed::key(how.unwrap_or(Procedure::Inquiry));
        write(session, target, item, "procedure", how)?;
    }
    Ok(())
}

fn set(session: &mut Session, target: Id, items: Vec<String>, verdict: Verdict) -> Result<()> {
    let step = meta(session, "answer.set");
    answer::set_verdicts(session, step, SetVerdicts { target, items, verdict })?;
    Ok(())
}

fn write(session: &mut Session, target: Id, item: &str, field: &str, text: &str) -> Result<()> {
    let step = meta(session, "answer.write");
    let request = WriteAnswer { target, item: item.to_owned(), field: field.to_owned(), text: text.to_owned() };
    answer::write(session, step, request)?;
    Ok(())
}

/// What the auditors took with them.
fn collect(session: &mut Session, demo: &Demo) -> Result<()> {
    let text = |lines: &[&str]| lines.join("\r\n").into_bytes();
    let loans = text(&[
        "貸出簿の写し（練習用の架空の記録です）",
        "番号,端末,貸出,返却,借りた人",
        "1,モバイル端末A,9月3日,9月4日,松本",
        "2,モバイル端末B,9月10日,,松本",
        "3,モバイル端末C,9月22日,,（記入なし）",
    ]);
    let rules = text(&[
        "ログ管理手順（抜粋、練習用の架空の文書です）",
        "1 取得する項目　日時、利用者、操作、端末",
        "2 取扱い　情報システム課長が指定した者だけが閲覧する。",
        "3 保存期間　（記載なし）",
    ]);
    let lost = text(&["職員証の紛失の届（写し、練習用の架空の記録です）", "気付いた日　9月14日　届け出た日　9月16日"]);
    let taken = [
        (GENERAL, "hyogo:6.4.1-2", file(session, "保管場所の写真.png", picture::locker(false), "総務課の視察で撮影")),
        (GENERAL, "hyogo:6.4.1-2", file(session, "貸出簿の写し.csv", loans, "総務課 松本係長")),
        (GENERAL, "hyogo:9.5.1-2", paper("例外措置申請書（3件）", "総務課", "総務課書庫 A-3")),
        (GENERAL, "hyogo:4.1-1", paper("情報資産台帳", "総務課", "総務課書庫 A-1")),
        (SYSTEMS, "hyogo:8.1.7イ-1", file(session, "ログ管理手順（抜粋）.txt", rules, "情報システム課 小林主任")),
        (SYSTEMS, "hyogo:7.4.1エ-2", paper("カード廃棄記録簿", "情報システム課", "サーバ室前の保管庫")),
        (BENEFITS, "hyogo:7.4.1イ(3)-1", file(session, "職員証の紛失の届.txt", lost, "給付課 伊藤主事")),
    ];
    for (department, item, new) in taken {
        let (target, step) = (demo.target(department)?, meta(session, "evidence.attach"));
        evidence::attach(session, step, AttachEvidence { target, item: item.to_owned(), evidence: vec![new] })?;
    }
    Ok(())
}
