//! Number formats: which of them are dates, and what a date or a number looks like in them. People answer with what
//! they see, not with what Excel holds.

use domain::wareki;

/// The format of a number that Excel knows by its number alone, as it is in Japan.
pub(super) fn builtin(id: u32) -> Option<&'static str> {
    Some(match id {
        1 => "0",
        2 => "0.00",
        9 => "0%",
        10 => "0.00%",
        14 => "yyyy/m/d",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "yyyy/m/d h:mm",
        27 | 36 | 50 | 57 => "[$-411]ge.m.d",
        28 | 29 | 51 | 54 | 58 => "[$-411]ggge\"年\"m\"月\"d\"日\"",
        30 => "m/d/yy",
        31 => "yyyy\"年\"m\"月\"d\"日\"",
        32 => "h\"時\"mm\"分\"",
        33 => "h\"時\"mm\"分\"ss\"秒\"",
        34 | 52 | 55 => "yyyy\"年\"m\"月\"",
        35 | 53 | 56 => "m\"月\"d\"日\"",
        _ => return None,
    })
}

/// A piece of a format.
#[derive(Clone, Debug, PartialEq)]
enum Token {
    /// A letter of a date, and how often it stands.
    Field(char, usize),
    /// Anything else.
    Literal(String),
}

/// The first section of a format in pieces.
fn tokens(format: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut chars = format.chars().peekable();
    let literal = |tokens: &mut Vec<Token>, c: char| match tokens.last_mut() {
        Some(Token::Literal(text)) => text.push(c),
        _ => tokens.push(Token::Literal(c.to_string())),
    };
    while let Some(c) = chars.next() {
        match c {
            ';' => break,
            '"' => chars.by_ref().take_while(|c| *c != '"').for_each(|c| literal(&mut tokens, c)),
            '\\' => chars.next().into_iter().for_each(|c| literal(&mut tokens, c)),
            '_' | '*' => drop(chars.next()),
            '[' => drop(chars.by_ref().take_while(|c| *c != ']').count()),
            // 1.5E+00 is a number.
            'E' if matches!(chars.peek(), Some('+' | '-')) => literal(&mut tokens, 'E'),
            _ => {
                let letter = c.to_ascii_lowercase();
                match tokens.last_mut() {
                    Some(Token::Field(last, count)) if *last == letter => *count += 1,
                    _ if matches!(letter, 'y' | 'e' | 'g' | 'm' | 'd' | 'a' | 'h' | 's') => {
                        tokens.push(Token::Field(letter, 1));
                    }
                    _ => literal(&mut tokens, c),
                }
            }
        }
    }
    tokens
}

/// Whether numbers in this format are days or times.
pub(super) fn is_date(format: &str) -> bool {
    let general = format.trim().eq_ignore_ascii_case("general") || format.trim() == "@";
    !general && tokens(format).iter().any(|token| matches!(token, Token::Field(letter, _) if *letter != 'a'))
}

/// Whether a date in this format shows which day it is.
pub(super) fn has_day(format: &str) -> bool {
    tokens(format).iter().any(|token| matches!(token, Token::Field('d', 1 | 2)))
}

/// A day and a time of day as a date shows it in a format.
pub(super) fn date(format: &str, (year, month, day): (u16, u8, u8), (hour, minute, second): (u8, u8, u8)) -> String {
    let date = wareki::parse(&format!("{year:04}-{month:02}-{day:02}")).ok();
    let era = date.and_then(wareki::era_year);
    let tokens = tokens(format);
    let mut shown = String::new();
    let padded = |number: u32, count: usize| if count > 1 { format!("{number:02}") } else { number.to_string() };
    for (n, token) in tokens.iter().enumerate() {
        let Token::Field(letter, count) = token else {
            if let Token::Literal(text) = token {
                shown.push_str(text);
            }
            continue;
        };
        let letter_before = tokens[..n].iter().rev().find_map(|token| match token {
            Token::Field(letter, _) => Some(*letter),
            Token::Literal(_) => None,
        });
        shown.push_str(&match (letter, count) {
            ('y', 1 | 2) => format!("{:02}", year % 100),
            ('y', _) => format!("{year:04}"),
            ('g', 1) => era.map_or(String::new(), |(era, _)| era.letter().to_string()),
            ('g', 2) => era.map_or(String::new(), |(era, _)| era.name().chars().take(1).collect()),
            ('g', _) => era.map_or(String::new(), |(era, _)| era.name().to_owned()),
            ('e', count) => era.map_or(year.to_string(), |(_, year)| padded(u32::from(year.unsigned_abs()), *count)),
            ('m', count) if letter_before == Some('h') => padded(u32::from(minute), *count),
            ('m', 1 | 2) => padded(u32::from(month), *count),
            ('m', _) => MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default().to_owned(),
            ('d', 1 | 2) => padded(u32::from(day), *count),
            ('d' | 'a', _) => date.map_or(String::new(), |date| wareki::weekday(date).to_owned()),
            ('h', count) => padded(u32::from(hour), *count),
            (_, count) => padded(u32::from(second), *count),
        });
    }
    shown
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A number with the decimals or the percent of its format, for the simple formats that people choose.
pub(super) fn number(format: &str, value: f64) -> Option<String> {
    let (bare, percent) = match format.strip_suffix('%') {
        Some(bare) => (bare, "%"),
        None => (format, ""),
    };
    let (whole, decimals) = bare.split_once('.').unwrap_or((bare, ""));
    let plain = !whole.is_empty() && whole.chars().all(|c| c == '0') && decimals.chars().all(|c| c == '0');
    if !plain || !value.is_finite() || value.abs() >= 1e15 || decimals.len() > 15 {
        return None;
    }
    let value = if percent.is_empty() { value } else { value * 100.0 };
    let digits = format!("{value:.*}", decimals.len());
    let missing = whole.len().saturating_sub(digits.split('.').next().unwrap_or_default().len());
    Some(format!("{}{digits}{percent}", "0".repeat(missing)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_show_as_excel_shows_them() {
        let day = (2024, 3, 31);
        for (format, shown) in [
            (builtin(27).unwrap_or_default(), "R6.3.31"),
            (builtin(58).unwrap_or_default(), "令和6年3月31日"),
            (builtin(56).unwrap_or_default(), "3月31日"),
            (builtin(14).unwrap_or_default(), "2024/3/31"),
            ("[$-411]ge.mm.dd;@", "R6.03.31"),
            ("[$-411]gge\\.m\\.d", "令6.3.31"),
            ("yyyy\"年度\"", "2024年度"),
            ("m/d(aaa)", "3/31(日)"),
            ("d-mmm-yy", "31-Mar-24"),
            ("[DBNum3]ggge", "令和6"),
            ("yyyy/m/d h:mm", "2024/3/31 9:05"),
            ("h:mm:ss", "9:05:07"),
        ] {
            assert_eq!(date(format, day, (9, 5, 7)), shown, "{format}");
            assert!(is_date(format), "{format}");
        }
        for (format, has) in
            [("yyyy\"年度\"", false), ("ggge\"年\"m\"月\"", false), ("m/d(ddd)", true), ("yyyy/m/d", true)]
        {
            assert_eq!(has_day(format), has, "{format}");
        }
        for format in ["General", "0.00", "@", "0.00E+00", "#,##0;[Red]-#,##0", "\"m\"0", "0_m", ""] {
            assert!(!is_date(format), "{format}");
        }
    }

    #[test]
    fn numbers_show_the_digits_of_their_format() {
        for (format, value, shown) in [
            ("0.00", 1.1, Some("1.10")),
            ("000", 7.0, Some("007")),
            ("0%", 0.4, Some("40%")),
            ("0", 2.6, Some("3")),
            ("General", 1.1, None),
            ("#,##0", 1100.0, None),
            ("0.0", f64::NAN, None),
        ] {
            assert_eq!(number(format, value).as_deref(), shown, "{format} {value}");
        }
    }
}
