//! How blocks fall on pages, with characters that are half or full squares.

use super::*;

/// Every character is a square, or half of one.
pub(super) struct Squares;

impl Metrics for Squares {
    fn advance(&self, _: Face, character: char) -> f32 {
        if character.is_ascii() || ('\u{ff61}'..='\u{ff9f}').contains(&character) { 0.5 } else { 1.0 }
    }
}

fn pages(blocks: &[Block]) -> Vec<Page> {
    let furniture = Furniture {
        insets: Insets::default(),
        title: "題".into(),
        class_label: "級".into(),
        handling: String::new(),
        reference: "号".into(),
        draft: None,
        number: &|page, pages| format!("{page}頁中{pages}"),
    };
    paginate(blocks, &furniture, &Squares)
}

/// The texts of each page without what stands on every page.
fn bodies(blocks: &[Block]) -> Vec<Vec<String>> {
    let own = |page: &Page| {
        let (_, top, _, bottom) = page.body();
        let text = |mark: &Mark| match mark {
            Mark::Text { y, text, .. } if (top..=bottom + 1.0).contains(y) => Some(text.clone()),
            _ => None,
        };
        page.marks.iter().filter_map(text).collect()
    };
    pages(blocks).iter().map(own).collect()
}

fn table(rows: Vec<Row>) -> Table {
    Table {
        columns: vec![Column::fixed(60.0, Align::Left), Column::share(1.0, Align::Left)],
        head: vec![Row::head(["番号", "内容"])],
        rows,
        size: 10.0,
        together: false,
    }
}

fn numbered(count: usize) -> Vec<Row> {
    (1..=count).map(|n| Row::of([format!("行{n}"), "内容".to_owned()])).collect()
}

/// A text of this many lines in the wide column.
fn lines(count: usize) -> String {
    (1..=count).map(|n| format!("線{n}")).collect::<Vec<_>>().join("\n")
}

fn filler(height: f32) -> Block {
    Block::Space(height)
}

#[test]
fn a_table_repeats_its_heading_on_every_page() {
    let bodies = bodies(&[Block::Table(table(numbered(120)))]);
    assert!(bodies.len() >= 3);
    for (number, body) in bodies.iter().enumerate() {
        assert_eq!(body[..2], ["番号", "内容"], "page {number}");
        assert!(body.len() >= 6, "page {number} has more than one row");
    }
    let rows: Vec<&String> = bodies.iter().flatten().filter(|text| text.starts_with('行')).collect();
    let expected: Vec<String> = (1..=120).map(|n| format!("行{n}")).collect();
    assert!(rows.into_iter().eq(&expected), "every row once and in order");
}

#[test]
fn the_last_row_is_never_alone() {
    for count in 4..130 {
        let bodies = bodies(&[Block::Table(table(numbered(count)))]);
        let last = bodies.last().unwrap().iter().filter(|text| text.starts_with('行')).count();
        assert!(last >= 2, "{count} rows leave {last} for the last page");
    }
}

#[test]
fn a_row_taller_than_a_page_is_broken_inside() {
    let bodies = bodies(&[Block::Table(table(vec![Row::of(["行1".to_owned(), lines(150)]), Row::of(["行2", "後"])]))]);
    assert!(bodies.len() >= 3);
    let shown: Vec<&String> = bodies.iter().flatten().filter(|text| text.starts_with('線')).collect();
    let expected: Vec<String> = (1..=150).map(|n| format!("線{n}")).collect();
    assert!(shown.into_iter().eq(&expected), "every line once and in order");
    for body in &bodies {
        assert_eq!(body[..2], ["番号", "内容"], "the heading is repeated inside a row, too");
        assert!(body.iter().filter(|text| text.starts_with('線')).count() != 1, "no line stands alone");
    }
}

#[test]
fn a_short_row_moves_down_whole_and_a_tall_one_is_broken_where_it_stands() {
    let room = Page::new(Orientation::Portrait, Insets::default()).body();
    let most = room.3 - room.1;
    let split = |count: usize| {
        let blocks = [
            filler(most - 130.0),
            Block::Table(table(vec![Row::of(["前", "前"]), Row::of(["行".to_owned(), lines(count)])])),
        ];
        let bodies = bodies(&blocks);
        bodies[0].iter().filter(|text| text.starts_with('線')).count()
    };
    assert_eq!(split(6), 0, "six lines go down whole");
    assert!(split(40) >= 2, "forty lines begin where there is room");
}

#[test]
fn rows_are_named_again_on_the_next_page() {
    let mut rows = vec![Row::group("章1", 2)];
    rows.extend(numbered(70));
    rows.push(Row::group("章2", 2));
    rows.extend((1..=80).map(|n| Row::of([format!("列{n}"), "内容".to_owned()])));
    let bodies = bodies(&[Block::Table(table(rows))]);
    assert!(bodies.len() >= 4);
    for (number, body) in bodies.iter().enumerate() {
        for (name, sign) in [("章1", '行'), ("章2", '列')] {
            let rows = body.iter().any(|text| text.starts_with(sign));
            let names = body.iter().filter(|text| *text == name).count();
            assert_eq!(names, usize::from(rows), "{name} stands on page {number} if its rows do, and once");
        }
    }
}

#[test]
fn a_group_is_never_the_last_row_of_a_page() {
    for before in 1..100 {
        let mut rows = numbered(before);
        rows.push(Row::group("章", 2));
        rows.extend(numbered(5));
        for body in bodies(&[Block::Table(table(rows))]) {
            assert_ne!(body.last().map(String::as_str), Some("章"), "{before} rows before");
        }
    }
}

#[test]
fn a_joined_cell_is_printed_again_on_a_new_page_only() {
    let row = |n: usize| {
        let cell = Cell { continues: n > 0, ..Cell::new("課") };
        Row::new(vec![cell, Cell::new(format!("行{n}"))])
    };
    for body in bodies(&[Block::Table(table((0..100).map(row).collect()))]) {
        assert_eq!(body.iter().filter(|text| *text == "課").count(), 1);
        assert_eq!(body[2], "課", "it stands in the first row of the page");
    }
}

#[test]
fn a_heading_never_stands_alone_at_the_foot() {
    let heading = |level| Block::Heading { level, text: "見出し".into() };
    let followers: Vec<(&str, Vec<Block>)> = vec![
        ("a paragraph", vec![Block::Text(Text::body("本文".repeat(200)))]),
        ("a list", vec![Block::List(vec!["項".repeat(60)])]),
        ("a table", vec![Block::Table(table(numbered(3)))]),
        ("facts", vec![Block::Facts(vec![("名".into(), "値".into())])]),
        ("a note and a table", vec![Block::Text(Text::note("注")), Block::Table(table(numbered(3)))]),
        (
            "a note, a heading and a table",
            vec![Block::Text(Text::note("注")), heading(2), Block::Table(table(numbered(3)))],
        ),
        ("a heading and a paragraph", vec![heading(2), Block::Text(Text::body("本文"))]),
        ("boxes", vec![Block::Stamps(vec!["課長".into()])]),
    ];
    for height in 500..720_u16 {
        for (name, follower) in &followers {
            let mut blocks = vec![filler(f32::from(height)), heading(1)];
            blocks.extend(follower.iter().cloned());
            for body in bodies(&blocks) {
                let last = body.last().map(String::as_str);
                assert_ne!(last, Some("見出し"), "{name} after {height} points");
                let has = |wanted: &str| body.iter().any(|text| text.starts_with(wanted));
                assert!(!has("番号") || has("行"), "{name} after {height} points: a table's heading alone");
            }
        }
    }
}

#[test]
fn no_line_of_a_paragraph_stands_alone() {
    for height in 500..720_u16 {
        for lines in [2, 3, 6] {
            let blocks = [filler(f32::from(height)), Block::Text(Text::body("文".repeat(46 * lines)))];
            for body in bodies(&blocks) {
                assert!(body.len() != 1, "one line of {lines} alone after {height} points");
            }
        }
    }
}

#[test]
fn a_table_that_is_kept_together_is_broken_only_if_it_is_long() {
    let at = |rows: usize| {
        let together = Table { together: true, ..table(numbered(rows)) };
        bodies(&[filler(600.0), Block::Table(together)]).len()
    };
    let plain = bodies(&[filler(600.0), Block::Table(table(numbered(10)))]);
    assert!(plain[0].len() > 2, "a plain table begins where there is room");
    assert_eq!(at(10), 2);
    let body = &bodies(&[filler(600.0), Block::Table(Table { together: true, ..table(numbered(10)) })])[0];
    assert!(body.is_empty(), "ten rows go to the next page whole");
    assert!(at(100) > 2, "a hundred rows do not fit a page");
}

#[test]
fn columns_that_are_too_wide_are_made_narrower() {
    let mut wide = table(numbered(1));
    wide.columns = vec![Column::fixed(900.0, Align::Left), Column::share(1.0, Align::Right)];
    for page in pages(&[Block::Table(wide)]) {
        for mark in &page.marks {
            if let Mark::Line { from, to, .. } = mark {
                assert!(to.0 <= page.width() - 40.0 && from.0 >= 40.0, "{mark:?}");
            }
        }
    }
}

#[test]
fn page_numbers_count_all_pages() {
    let pages =
        pages(&[Block::Text(Text::body("一")), Block::PageBreak, Block::PageBreak, Block::Text(Text::body("二"))]);
    let number = |page: &Page, wanted: &str| {
        page.marks.iter().any(|mark| matches!(mark, Mark::Text { text, .. } if text == wanted))
    };
    assert_eq!(pages.len(), 2, "two breaks without anything between make one page");
    assert!(number(&pages[0], "1頁中2") && number(&pages[1], "2頁中2"));
}

#[test]
fn turned_paper_has_wide_lines() {
    let pages = pages(&[
        Block::Text(Text::body("前")),
        Block::Turn(Orientation::Landscape),
        Block::Text(Text::body("字".repeat(65))),
        Block::Turn(Orientation::Portrait),
        Block::Text(Text::body("後")),
    ]);
    let held: Vec<Orientation> = pages.iter().map(|page| page.orientation).collect();
    assert_eq!(held, [Orientation::Portrait, Orientation::Landscape, Orientation::Portrait]);
}

#[test]
fn what_is_underlined_is_so_on_every_line_it_reaches_and_nowhere_else() {
    let cell = Cell::stretches([("同じ文で、", false), ("ここからは変わった文\r\nである。", true), ("同じ。", false)]);
    let lined = Table { size: 10.0, ..table(vec![Row::new(vec![cell])]) };
    let lined = Table { columns: vec![Column::fixed(88.0, Align::Left)], head: Vec::new(), ..lined };
    let pages = pages(&[Block::Table(lined)]);
    let mut texts = Vec::new();
    for mark in &pages[0].marks {
        if let Mark::Text { x, y, text, .. } = mark {
            texts.push((*x, *y, text.clone()));
        }
    }
    let mut found = Vec::new();
    for mark in &pages[0].marks {
        let Mark::Line { from, to, width } = mark else { continue };
        if (*width - 0.7).abs() > f32::EPSILON {
            continue;
        }
        let (x, _, text) = texts.iter().find(|(x, y, _)| (from.1 - y - 2.0).abs() < 0.1 && *x <= from.0 + 0.1).unwrap();
        let letter = |at: f32| ((at - x) / 10.0).round() as usize;
        found.push(text.chars().skip(letter(from.0)).take(letter(to.0) - letter(from.0)).collect::<String>());
    }
    assert_eq!(found.concat(), "ここからは変わった文である。", "{found:?}");
    assert!(found.len() > 2, "it reaches over several lines");
}
