//! What goes out and what comes back: the report, checklists, returned sheets. Each is done in a process of its own, so
//! that its memory can be told.

use crate::Options;
use crate::probe::{median, median_of, peak, timed};
use crate::table::Table;
use app::App;
use app::bench_data::{Size, fill, fill_self_checks};
use app::env::SystemEnv;
use calamine::{Reader, Xlsx};
use kansa_tests::office::{LOGIN, Office, PASSPHRASE, program};
use kansa_tests::workbook;
use rust_xlsxwriter::{DataValidation, Format, FormatBorder, Workbook};
use serde_json::{Value, json};
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// A workspace of this size, closed.
pub(crate) fn prepared(size: Size) -> Office {
    let office = Office::created();
    fill(&office.app, &size).unwrap();
    office.call("workspace.close", json!({}));
    office
}

/// Does one of the jobs below in a process of its own.
pub(crate) fn in_child(job: &str, folder: &Path) -> Value {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--child", job]).arg(folder).stderr(Stdio::inherit());
    let done = command.output().unwrap();
    assert!(done.status.success(), "{job} failed");
    serde_json::from_slice(&done.stdout).unwrap()
}

/// One of the jobs, in this process.
pub(crate) fn child(args: &[String]) {
    let [job, folder] = args else { panic!("--child JOB FOLDER") };
    let folder = Path::new(folder);
    let mut said = match job.as_str() {
        "report" => make_report(folder, "pdf"),
        "report-book" => make_report(folder, "xlsx"),
        "workpapers" => crate::workpapers::make(folder),
        "photos" => crate::workpapers::attach(folder),
        "export" => make_form(folder),
        "import" => read_all(folder),
        "bare-import" => read_bare(folder),
        other => panic!("no job {other}"),
    };
    said["peak"] = json!(peak());
    println!("{said}");
}

pub(crate) fn open(folder: &Path) -> App {
    let app = program(&folder.join("config"), Arc::new(SystemEnv));
    app.call("workspace.open", json!({ "folder": app.register_path(folder.join("ws")) })).unwrap();
    app.call("workspace.unlock", json!({ "login": LOGIN, "passphrase": PASSPHRASE })).unwrap();
    app
}

pub(crate) fn target(app: &App, kind: &str) -> String {
    let list = app.call("engagement.list", json!({ "kind": kind, "fiscal_year": null })).unwrap();
    let detail = app.call("engagement.get", json!({ "id": list[0]["id"] })).unwrap();
    detail["targets"][0]["id"].as_str().unwrap().to_owned()
}

/// The CISO report of 3,000 items and 200 findings.
pub(crate) fn report(options: &Options, table: &mut Table) {
    let departments = options.scaled(20);
    let office = prepared(Size { departments, items: 150, years: 1, findings: options.scaled(200), singly: 0 });
    let said = in_child("report", office.folder.path());
    let number = |name: &str| said[name].as_f64().unwrap();
    table.most("CISO report, 3,000 items and 200 findings, PDF", number("ms") / 1e3, 2.0, "s");
    table.most("… memory", number("peak"), 200.0, "MB");
    table.most("… file", number("bytes") / 1e6, 3.0, "MB");
}

/// The same of a large body: 300 departments with 3,000 items and 1,000 findings, as pages and as a workbook.
pub(crate) fn report_large(options: &Options, table: &mut Table) {
    let departments = options.scaled(300);
    let office = prepared(Size { departments, items: 10, years: 1, findings: options.scaled(1_000), singly: 0 });
    for (job, what, most) in [("report", "PDF", 10.0), ("report-book", "workbook", 10.0)] {
        let said = in_child(job, office.folder.path());
        let number = |name: &str| said[name].as_f64().unwrap();
        table.most(&format!("report of 300 departments and 1,000 findings, {what}"), number("ms") / 1e3, most, "s");
        table.most("… memory", number("peak"), 400.0, "MB");
        table.most("… file", number("bytes") / 1e6, 10.0, "MB");
    }
}

fn make_report(folder: &Path, format: &str) -> Value {
    let app = open(folder);
    let request = json!({ "fiscal_year": app.call("app.state", json!({})).unwrap()["workspace"]["fiscal_year"],
        "format": format, "destination": app.register_path(folder.to_owned()), "recipient": "CISO", "basis": "計測" });
    let (ms, exported) = timed(|| app.call("report.export", request).unwrap());
    json!({ "ms": ms, "bytes": exported["output"]["size"] })
}

/// The totals of a self-inspection of 50 departments and 500 items, beside last year's and three years more.
pub(crate) fn totals(options: &Options, table: &mut Table) {
    let size = Size { departments: options.scaled(50), items: 500, years: 5, findings: 0, singly: 0 };
    let office = Office::created();
    fill(&office.app, &size).unwrap();
    fill_self_checks(&office.app, &size).unwrap();
    let campaigns = office.call("campaign.list", json!({ "fiscal_year": 2026 }));
    let id = &campaigns[0]["id"];
    let time = median_of(3, || drop(office.call("campaign.totals", json!({ "id": id }))));
    table.most("self-inspection: totals of 50 × 500 and last year's", time, 500.0, "ms");
    let time = median_of(3, || drop(office.call("campaign.get", json!({ "id": id }))));
    table.most("self-inspection: status of 50 sheets", time, 50.0, "ms");
}

/// A checklist of 10,000 items with dropdowns and protection.
pub(crate) fn export(options: &Options, table: &mut Table) {
    let items = options.scaled(10_000);
    let office = prepared(Size { departments: 1, items, years: 1, findings: 0, singly: 0 });
    let said = in_child("export", office.folder.path());
    let number = |name: &str| said[name].as_f64().unwrap();
    table.ratio("export a checklist of 10,000 items", number("ms"), number("bare"), 1.5);
    table.most("… memory", number("memory"), 200.0, "MB");
}

fn make_form(folder: &Path) -> Value {
    let app = open(folder);
    let there = app.register_path(folder.to_owned());
    let request = json!({ "target": target(&app, "audit"), "format": "xlsx", "destination": there, "recipient": "課長", "basis": "計測" });
    let export = || app.call("form.export", request.clone()).unwrap();
    let name = export()["output"]["name"].as_str().unwrap().to_owned();
    let memory = peak();
    let sheets = cells(&std::fs::read(folder.join(name)).unwrap());
    // By turns, so that whatever else the machine does slows both down.
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..7 {
        ours.push(timed(export).0);
        bare.push(timed(|| write_bare(&sheets)).0);
    }
    json!({ "ms": median(ours), "bare": median(bare), "memory": memory })
}

/// The texts of every cell of every sheet.
type Cells = Vec<Vec<(u32, u16, String)>>;

fn cells(bytes: &[u8]) -> Cells {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let sheets = book.worksheets();
    let cell = |(row, column, value): (usize, usize, &calamine::Data)| {
        (u32::try_from(row).unwrap(), u16::try_from(column).unwrap(), value.to_string())
    };
    sheets.iter().map(|(_, range)| range.cells().map(cell).collect()).collect()
}

/// The same cells with borders, dropdowns and protection, by the library alone.
fn write_bare(sheets: &Cells) -> Vec<u8> {
    let mut book = Workbook::new();
    let plain = Format::new().set_border(FormatBorder::Thin).set_text_wrap();
    let open = plain.clone().set_unlocked();
    for cells in sheets {
        let sheet = book.add_worksheet();
        for (row, column, text) in cells {
            let format = if *column >= 6 { &open } else { &plain };
            if text.is_empty() {
                sheet.write_blank(*row, *column, format).unwrap();
            } else {
                sheet.write_string_with_format(*row, *column, text, format).unwrap();
            }
        }
        let choices = DataValidation::new().allow_list_strings(&["○ 適合", "× 不適合"]).unwrap();
        sheet.add_data_validation(10, 6, 20_000, 6, &choices).unwrap();
        sheet.protect();
    }
    book.save_to_buffer().unwrap()
}

/// Two hundred returned sheets of 450 items, to a checked plan.
pub(crate) fn import(options: &Options, table: &mut Table) {
    let departments = options.scaled(200);
    let office = Office::created();
    fill(&office.app, &Size { departments, items: 450, years: 1, findings: 0, singly: 0 }).unwrap();
    let list = office.call("engagement.list", json!({ "kind": "self_check", "fiscal_year": null }));
    let returned = office.folder.path().join("returned");
    std::fs::create_dir(&returned).unwrap();
    let (seconds, ()) = timed(|| {
        for (n, target) in office.targets(list[0]["id"].as_str().unwrap()).iter().enumerate() {
            std::fs::write(returned.join(format!("{n:03}.xlsx")), answered(&office, target)).unwrap();
        }
    });
    eprintln!("  {departments} sheets handed out and filled in, {:.0} s", seconds / 1e3);
    office.call("workspace.close", json!({}));
    let said = in_child("import", office.folder.path());
    let bare = in_child("bare-import", office.folder.path());
    let ms = said["ms"].as_f64().unwrap();
    assert_eq!(said["planned"].as_u64().unwrap(), (departments * 450) as u64, "every answer was planned");
    table.ratio("import 200 sheets × 450 items, to a checked plan", ms, bare["ms"].as_f64().unwrap(), 4.0);
    table.most("… altogether", ms / 1e3, 10.0, "s");
    table.most("… memory", said["peak"].as_f64().unwrap(), 200.0, "MB");
}

/// A checklist that was handed out, and what the department made of it.
fn answered(office: &Office, target: &str) -> Vec<u8> {
    let there = office.handle(".");
    let request =
        json!({ "target": target, "format": "xlsx", "destination": there, "recipient": "課長", "basis": "計測" });
    let name = office.call("form.export", request)["output"]["name"].as_str().unwrap().to_owned();
    let path = office.folder.path().join(name);
    let sent = std::fs::read(&path).unwrap();
    std::fs::remove_file(path).unwrap();
    let items = office.items(target);
    let entries = items.iter().flat_map(|item| {
        [
            (item.as_str(), "answer", "いいえ"),
            (item.as_str(), "improvement", "年度内に様式と手順を定め、所属長が確かめる。"),
        ]
    });
    workbook::fill(&sent, &entries.collect::<Vec<_>>())
}

fn returned(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder.join("returned")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn read_all(folder: &Path) -> Value {
    let app = open(folder);
    let files: Mutex<Vec<PathBuf>> = Mutex::new(returned(folder));
    let planned = AtomicUsize::new(0);
    // The page asks for the next one while this one is compared, and gets the JSON as it is.
    let read = || {
        loop {
            // The lock is held for as long as this statement lasts.
            let Some(path) = files.lock().unwrap().pop() else { break };
            let handle = app.register_path(path);
            let answer = app.answer("import.read", json!({ "handle": handle })).unwrap();
            let clear = |status: &str| !answer.contains(&format!(r#""status":"{status}""#));
            assert!(["query", "error", "conflict", "unanswered", "unknown"].into_iter().all(clear));
            planned.fetch_add(answer.matches(r#""column":"answer""#).count(), Ordering::Relaxed);
        }
    };
    let (ms, ()) = timed(|| {
        std::thread::scope(|scope| {
            scope.spawn(read);
            scope.spawn(read);
        });
    });
    json!({ "ms": ms, "planned": planned.into_inner() })
}

fn read_bare(folder: &Path) -> Value {
    let ms = median_of(3, || {
        for path in returned(folder) {
            let bytes = std::fs::read(path).unwrap();
            let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
            assert!(book.worksheets().len() > 1);
        }
    });
    json!({ "ms": ms })
}
