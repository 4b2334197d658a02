//! What stands on this year's workpapers: two samples, a reference, and what the head of audit reviewed.

use super::office::{BENEFITS, GENERAL, SYSTEMS};
use super::{Days, Demo, meta};
use crate::dto::*;
use crate::error::Result;
use crate::ops::workpaper;
use crate::session::Session;
use domain::review::ReviewResult;
use domain::sampling::SamplingMethod;

/// The samples that were taken: department, item, population, its size, method, size, seed, exceptions, note.
type Taken =
    (&'static str, &'static str, &'static str, i64, SamplingMethod, i64, &'static str, &'static str, &'static str);

const TAKEN: [Taken; 2] = [
    (
        SYSTEMS,
        "hyogo:7.4.3キ-1",
        "令和7年度以降に採用された職員の初期パスワードの変更記録",
        9,
        SamplingMethod::All,
        9,
        "",
        "4, 8",
        "4番と8番は、初回のログインで変えていなかった。",
    ),
    (
        BENEFITS,
        "hyogo:7.4.2ア-1",
        "給付課の窓口の端末の利用記録（今年の9月）",
        184,
        SamplingMethod::Random,
        12,
        "青葉-給付課-9月",
        "",
        "12件とも、利用者と勤務の記録が一致した。",
    ),
];

pub(super) fn sample(session: &mut Session, demo: &Demo) -> Result<()> {
    let mut days = Days::of(session);
    let session = days.ago(35);
    for (department, item, population, population_size, method, size, seed, exceptions, note) in TAKEN {
        let step = meta(session, "sampling.save");
        let request = SaveSampling {
            target: demo.target(department)?,
            item: item.to_owned(),
            population: population.to_owned(),
            source: format!("{department}の課長から受領"),
            population_size,
            method,
            size,
            seed: seed.to_owned(),
            picks: String::new(),
            exceptions: exceptions.to_owned(),
            note: note.to_owned(),
        };
        workpaper::save_sampling(session, step, request)?;
    }
    let step = meta(session, "reference.add");
    let (target, item) = (demo.target(GENERAL)?, "hyogo:6.4.1-2".to_owned());
    let other = crate::queries::grid::Place::of(session, demo.target(BENEFITS)?)?;
    let number = crate::queries::workpaper::number_of(&other, &item).unwrap_or_default();
    let note = "同じ保管の問題".to_owned();
    workpaper::add_reference(session, step, AddReference { target, item, number, note })?;
    Ok(())
}

/// What was looked through, and what was sent back.
const REVIEWED: [&str; 6] =
    ["hyogo:3.1.4-1", "hyogo:4.1-1", "hyogo:6.4.1-1", "hyogo:6.4.1-2", "hyogo:6.4.2イ-1", "hyogo:7.4.2イ-1"];

pub(super) fn review(session: &mut Session, demo: &Demo) -> Result<()> {
    let mut days = Days::of(session);
    let session = days.ago(20);
    let items = REVIEWED.map(str::to_owned).to_vec();
    record(session, demo, items, ReviewResult::Reviewed, "")?;
    let comment = "例外措置3件の許可の日付がわかる写しを、証拠に加えてください。";
    record(session, demo, vec!["hyogo:9.5.1-2".to_owned()], ReviewResult::Returned, comment)
}

fn record(session: &mut Session, demo: &Demo, items: Vec<String>, result: ReviewResult, comment: &str) -> Result<()> {
    let (target, step) = (demo.target(GENERAL)?, meta(session, "review.record"));
    workpaper::record_review(session, step, RecordReview { target, items, result, comment: comment.to_owned() })?;
    Ok(())
}
