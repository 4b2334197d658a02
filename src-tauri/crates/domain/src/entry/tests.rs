use super::EntryError as E;
use super::*;
use Verdict::{Conforming, Nonconforming, NotApplicable, Partial};

fn entry(numbers: &[u32], verdict: Verdict, note: &str) -> Result<Entry, EntryError> {
    Ok(Entry { numbers: numbers.to_vec(), verdict, note: note.to_owned() })
}

#[test]
fn a_line_is_numbers_a_mark_and_what_was_seen() {
    for (line, numbers, verdict, note) in [
        ("37 x 貸出簿に返却の記録がない。", &[37][..], Nonconforming, "貸出簿に返却の記録がない。"),
        ("37 ○", &[37], Conforming, ""),
        ("３７　○　台帳を見た", &[37], Conforming, "台帳を見た"),
        ("37○台帳を見た", &[37], Conforming, "台帳を見た"),
        ("37×所見", &[37], Nonconforming, "所見"),
        ("37x所見", &[37], Nonconforming, "所見"),
        ("37 1", &[37], Conforming, ""),
        ("37 ２ 一部のみ", &[37], Partial, "一部のみ"),
        ("37 3", &[37], Nonconforming, ""),
        ("37 4", &[37], NotApplicable, ""),
        ("37 -", &[37], NotApplicable, ""),
        ("37 －", &[37], NotApplicable, ""),
        ("37 ー 対象の機器がない", &[37], NotApplicable, "対象の機器がない"),
        ("37-", &[37], NotApplicable, ""),
        ("37 ◯", &[37], Conforming, ""),
        ("37 〇", &[37], Conforming, ""),
        ("37 O", &[37], Conforming, ""),
        ("37 ｏ", &[37], Conforming, ""),
        ("37 Ｘ", &[37], Nonconforming, ""),
        ("37 ✕", &[37], Nonconforming, ""),
        ("37 △ 3台のうち1台", &[37], Partial, "3台のうち1台"),
        ("37,41-43 o 施錠を確認", &[37, 41, 42, 43], Conforming, "施錠を確認"),
        ("３７，４１〜４３　ｏ", &[37, 41, 42, 43], Conforming, ""),
        ("37、41 、 40 ○", &[37, 40, 41], Conforming, ""),
        ("41ー43 ○", &[41, 42, 43], Conforming, ""),
        ("37,37,36-38 ○", &[36, 37, 38], Conforming, ""),
        ("#37 ○", &[37], Conforming, ""),
        ("No.37 ○", &[37], Conforming, ""),
        ("№37 ○", &[37], Conforming, ""),
        ("037 ○", &[37], Conforming, ""),
        ("37\tx\t鍵が机の上", &[37], Nonconforming, "鍵が机の上"),
        ("37\t3\t台帳\t2冊", &[37], Nonconforming, "台帳 2冊"),
        ("  37 ○  ", &[37], Conforming, ""),
        ("\u{feff}37 ○", &[37], Conforming, ""),
        ("37 x -", &[37], Nonconforming, "-"),
        ("37 x 1つ", &[37], Nonconforming, "1つ"),
    ] {
        assert_eq!(parse(line), entry(numbers, verdict, note), "{line:?}");
    }
}

#[test]
fn what_is_doubtful_is_refused_and_never_guessed() {
    for (line, error) in [
        ("", E::NoNumber),
        ("○ 37", E::NoNumber),
        ("台帳を見た", E::NoNumber),
        ("-37 ○", E::NoNumber),
        ("三十七 ○", E::NoNumber),
        ("37,", E::NoNumber),
        ("37, ○", E::NoNumber),
        ("37,,38 ○", E::NoNumber),
        ("0 ○", E::BadNumber),
        ("4294967296 ○", E::BadNumber),
        ("99999999999999999999999 ○", E::BadNumber),
        ("43-41 ○", E::BadRange),
        ("1-201 ○", E::TooMany),
        ("1-4294967295 ○", E::TooMany),
        ("37", E::NoMark),
        ("37-41", E::NoMark),
        ("37 台帳を見た", E::NoMark),
        ("37 ok", E::NoMark),
        ("37 3個のうち1個", E::NoMark),
        ("37 12 ○", E::NoMark),
        ("37 5", E::NoMark),
        ("37 0", E::NoMark),
        ("37 !", E::NoMark),
        ("37 ○○課で見た", E::Unclear),
        ("37 ×○", E::Unclear),
        ("37 - 41 x", E::Unclear),
        ("37 -41 x", E::Unclear),
        ("37 -- 対象外", E::Unclear),
        ("37-なし", E::Unclear),
    ] {
        assert_eq!(parse(line), Err(error), "{line:?}");
    }
    assert_eq!(parse(&format!("37 x {}", "あ".repeat(MOST_CHARACTERS))), Err(E::TooLong));
    assert_eq!(parse("1-200 ○").unwrap().numbers.len(), MOST_NUMBERS);
}

#[test]
fn a_pasted_text_keeps_the_places_of_its_lines() {
    let read = lines("37 ○\r\n\r\n38 ？\n　\n39\tx\t鍵\u{0}が机の上\u{7}。\r40 -");
    let places: Vec<usize> = read.iter().map(|(n, ..)| *n).collect();
    assert_eq!(places, [1, 3, 5, 6]);
    assert_eq!(read[1].2, Err(E::NoMark));
    assert_eq!(read[2].2, entry(&[39], Nonconforming, "鍵が机の上。"));
    assert_eq!(read[3].2, entry(&[40], NotApplicable, ""));
    assert!(lines("\n \u{200b}\n").is_empty());
}

#[test]
fn a_cell_is_a_mark_only_if_nothing_else_stands_in_it() {
    for (cell, verdict) in [(" ○ ", Some(Conforming)), ("ｘ", Some(Nonconforming)), ("4", Some(NotApplicable))] {
        assert_eq!(mark(cell), verdict, "{cell:?}");
    }
    for cell in ["", "○△", "ok", "○ 確認", "5", "はい"] {
        assert_eq!(mark(cell), None, "{cell:?}");
    }
}

#[test]
fn links_are_lists_of_numbers() {
    assert_eq!(numbers("37, 41-43"), Ok(vec![37, 41, 42, 43]));
    assert_eq!(numbers("＃３７"), Ok(vec![37]));
    for text in ["", "鍵", "37 鍵", "37-", "6.4.1"] {
        assert!(numbers(text).is_err(), "{text:?}");
    }
}

#[test]
fn a_text_names_items_by_their_number() {
    assert_eq!(mentions("#37 台帳は毎月見直す ＃１２、#37"), [12, 37]);
    assert_eq!(mentions("# 37 C# 0 #0 #99999999999"), [] as [u32; 0]);
    assert_eq!(without_mentions("#37 台帳は毎月見直す ＃12"), "台帳は毎月見直す");
    assert_eq!(without_mentions("一行目\n#3 二行目  あき"), "一行目\n二行目 あき");
    assert_eq!(without_mentions("C# の画面 "), "C# の画面");
    assert_eq!(without_mentions("#37"), "");
}

/// Every text of up to five of these signs is read or refused, and what is read says what stands in it.
#[test]
fn any_text_is_read_or_refused() {
    const SIGNS: [char; 12] = ['3', '７', ',', '-', 'ー', '○', 'x', ' ', '　', '#', '鍵', '\u{200b}'];
    let mut texts = vec![String::new()];
    for _ in 0..5 {
        let longer = texts.iter().flat_map(|text| SIGNS.iter().map(move |sign| format!("{text}{sign}")));
        texts = longer.collect();
        for text in &texts {
            let _ = (mentions(text), without_mentions(text), mark(text), numbers(text));
            let Ok(entry) = parse(text) else { continue };
            assert!(!entry.numbers.is_empty() && entry.numbers.is_sorted(), "{text:?}");
            assert_ne!(entry.verdict, Verdict::Unverified, "{text:?}");
            assert!(text.replace('\u{200b}', "").contains(&entry.note), "{text:?} gave {:?}", entry.note);
        }
    }
}
