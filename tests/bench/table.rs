//! The table, and its verdicts.

/// One line.
struct Line {
    what: String,
    measured: String,
    bare: String,
    budget: String,
    kept: bool,
}

/// The lines so far.
#[derive(Default)]
pub(crate) struct Table {
    lines: Vec<Line>,
}

impl Table {
    /// Something that must not be more than so much.
    pub(crate) fn most(&mut self, what: &str, measured: f64, most: f64, unit: &str) {
        self.beside(what, measured, "", most, unit);
    }

    /// The same, with what it was measured beside.
    pub(crate) fn beside(&mut self, what: &str, measured: f64, bare: &str, most: f64, unit: &str) {
        self.lines.push(Line {
            what: what.to_owned(),
            measured: format!("{measured:.2} {unit}"),
            bare: bare.to_owned(),
            budget: format!("≤ {most} {unit}"),
            kept: measured <= most,
        });
    }

    /// Something that must not take more than so many times what it takes without the program.
    pub(crate) fn ratio(&mut self, what: &str, measured_ms: f64, bare_ms: f64, most: f64) {
        self.lines.push(Line {
            what: what.to_owned(),
            measured: format!("{measured_ms:.2} ms = {:.2} ×", measured_ms / bare_ms),
            bare: format!("{bare_ms:.2} ms"),
            budget: format!("≤ {most} ×"),
            kept: measured_ms <= most * bare_ms,
        });
    }

    /// Whether every budget was kept.
    pub(crate) fn kept(&self) -> bool {
        self.lines.iter().all(|line| line.kept)
    }

    pub(crate) fn print(&self) {
        let head = ["what", "measured", "bare", "budget"].map(str::to_owned);
        let rows: Vec<[String; 4]> = self
            .lines
            .iter()
            .map(|line| [line.what.clone(), line.measured.clone(), line.bare.clone(), line.budget.clone()])
            .collect();
        let width = |n: usize| rows.iter().chain([&head]).map(|row| row[n].chars().count()).max().unwrap_or(0);
        let widths = [width(0), width(1), width(2), width(3)];
        let line = |row: &[String; 4], verdict: &str| {
            let cells: Vec<String> = row.iter().zip(widths).map(|(text, width)| format!("{text:<width$}")).collect();
            println!("| {} | {verdict:<6} |", cells.join(" | "));
        };
        line(&head, "");
        println!("|{}|--------|", widths.map(|width| "-".repeat(width + 2)).join("|"));
        for (row, kept) in rows.iter().zip(&self.lines) {
            line(row, if kept.kept { "kept" } else { "MISSED" });
        }
    }
}
