//! A block of cells as a spreadsheet puts it on the clipboard.

/// The rows of a block. Cells are parted by tabs and rows by line ends; a cell that holds either stands in quotation
/// marks, and a quotation mark in it is doubled. A quotation mark elsewhere is only itself.
#[must_use]
pub fn cells(text: &str) -> Vec<Vec<String>> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut rows = vec![vec![]];
    let mut signs = text.chars().peekable();
    let mut cell = String::new();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if cell.is_empty() && is_quoted(signs.clone()) => {
                while let Some(inner) = signs.next() {
                    if inner != '"' {
                        cell.push(inner);
                    } else if signs.peek() == Some(&'"') {
                        signs.next();
                        cell.push('"');
                    } else {
                        break;
                    }
                }
            }
            '\t' => push(&mut rows, &mut cell),
            '\n' => {
                push(&mut rows, &mut cell);
                rows.push(Vec::new());
            }
            other => cell.push(other),
        }
    }
    push(&mut rows, &mut cell);
    // A block ends with a line end, and that begins no row.
    while rows.last().is_some_and(|row| row.iter().all(String::is_empty)) {
        rows.pop();
    }
    rows
}

fn push(rows: &mut [Vec<String>], cell: &mut String) {
    if let Some(row) = rows.last_mut() {
        row.push(std::mem::take(cell));
    }
}

/// Whether a cell that begins with a quotation mark also ends with one.
fn is_quoted(mut rest: std::iter::Peekable<std::str::Chars<'_>>) -> bool {
    while let Some(sign) = rest.next() {
        if sign != '"' {
            continue;
        }
        match rest.peek() {
            Some('"') => {
                rest.next();
            }
            None | Some('\t' | '\n') => return true,
            Some(_) => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::cells;

    #[test]
    fn a_block_is_read_as_a_spreadsheet_writes_it() {
        for (text, rows) in [
            ("○\t台帳を見た\r\n×\t鍵がない\r\n", vec![vec!["○", "台帳を見た"], vec!["×", "鍵がない"]]),
            ("\"一行目\n二行目\"\t○", vec![vec!["一行目\n二行目", "○"]]),
            ("\"「\"\"鍵\"\"」\"", vec![vec!["「\"鍵\"」"]]),
            ("\"鍵\" の箱\t○", vec![vec!["\"鍵\" の箱", "○"]]),
            ("\"閉じない\t○", vec![vec!["\"閉じない", "○"]]),
            ("○\n\n×", vec![vec!["○"], vec![""], vec!["×"]]),
            ("", vec![]),
            ("\n\t\n", vec![]),
        ] {
            assert_eq!(cells(text), rows, "{text:?}");
        }
    }
}
