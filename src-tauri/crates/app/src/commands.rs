//! The table of commands. It declares each command once: its request and response, what it reads, whether it changes
//! something and can be undone. Every host is an expansion of this table, and so are the TypeScript types.

mod campaign;
mod exceptions;
mod forms;
mod imports;
mod improvement;
mod office;
mod plan;
mod reports;
mod site;
mod views;
mod workpaper;
mod years;

use crate::App;
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::session::Session;
use crate::{ops, queries};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;
use store::OpMeta;
use ts_rs::{Config, TS, TypeVisitor};

/// What a command does to the workspace.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// It opens, closes or keeps workspaces or looks at files, and needs no workspace to be open.
    Action,
    /// It reads rows of these tables.
    Query(&'static [&'static str]),
    /// It changes rows, and undo can take it back.
    Change,
    /// It changes rows for ever, for this reason.
    Never(&'static str),
}

/// A command.
pub struct Command {
    /// Its name, e.g. `answer.set`; also the kind of its operation in the journal.
    pub name: &'static str,
    /// What it does.
    pub kind: Kind,
    run: Run,
    types: Types,
}

/// Runs it and writes the answer out: a long list is never built twice, as rows and as a tree of values.
type Run = Box<dyn Fn(&App, Value) -> Result<String> + Send + Sync>;

struct Types {
    request: fn(&Config) -> String,
    response: Box<dyn Fn(&Config) -> String + Send + Sync>,
    export: fn(&Config) -> std::result::Result<(), ts_rs::ExportError>,
}

/// Everything a person can do.
fn table() -> Vec<Command> {
    use Kind::{Change, Never};
    const OWN_PACK: &[&str] = &["own_edition", "own_item", "own_clause"];
    const ENGAGEMENT: &[&str] = &[
        "engagement",
        "engagement_target",
        "engagement_member",
        "scope_exclusion",
        "answer",
        "self_answer",
        "staff_count",
        "finding",
        "department",
        "subject",
        "person",
        "posting",
        "role_holder",
        "engagement_plan",
        "recusal",
        "unaudited_target",
    ];
    const GRID: &[&str] = &[
        "engagement",
        "engagement_target",
        "scope_exclusion",
        "answer",
        "self_answer",
        "evidence_link",
        "finding",
        "finding_item",
        "sampling",
        "cross_reference",
        "review",
        "assignment",
        "note_link",
        "exception_measure",
        "exception_period",
        "exception_decision",
        "subject",
    ];
    const EVIDENCE: &[&str] = &[
        "evidence",
        "evidence_link",
        "engagement",
        "engagement_target",
        "finding",
        "completion",
        "person",
        "department",
    ];
    let mut all = vec![
        action("app.state", queries::session::state),
        action("prefs.set", ops::session::set_prefs),
        action("workspace.create", ops::session::create),
        action("workspace.open", ops::session::open),
        action("workspace.unlock", ops::session::unlock),
        action("workspace.recover", ops::session::recover),
        action("workspace.lock", ops::session::lock),
        action("workspace.close", ops::session::close),
        action("workspace.restore", ops::session::restore),
        action("workspace.copy", ops::session::copy),
        action("backup.set_folder", ops::session::set_backup_folder),
        action("demo.create", ops::demo::create),
        action("licence.list", queries::session::licences),
        action("workspace.backup", ops::session::backup),
        action("workspace.verify", ops::session::verify),
        action("passphrase.change", ops::session::change_passphrase),
        action("recovery.renew", ops::session::renew_recovery),
        query("pack.list", &["pack_edition", "engagement", "audit_plan"], queries::pack::list),
        query("pack.get", &["pack_edition"], queries::pack::get),
        query("pack.forms", &["pack_edition", "office"], queries::pack::forms),
        query("pack.crosswalk", &["pack_edition"], queries::pack_compare::crosswalk),
        query("pack.diff", &["pack_edition"], queries::pack_compare::diff),
        query("pack.search", &["pack_edition"], queries::pack_compare::search),
        action("pack.read_folder", queries::own_pack::read_folder),
        change("pack.import", Change, ops::own_pack::import),
        change("pack.export", Never("release"), ops::own_pack::export),
        query("own_pack.list", OWN_PACK, queries::own_pack::list),
        query("own_pack.get", OWN_PACK, queries::own_pack::get),
        change("own_pack.start", Change, ops::own_pack::start),
        change("own_pack.edit", Change, ops::own_pack::edit),
        change("own_pack.add_item", Change, ops::own_pack::add),
        change("own_pack.save_item", Change, ops::own_pack::save),
        change("own_pack.split_item", Change, ops::own_pack::split),
        change("own_pack.retire_item", Change, ops::own_pack::retire),
        change("own_pack.restore_item", Change, ops::own_pack::restore),
        change("own_pack.set_reason", Change, ops::own_pack::set_reason),
        change("own_pack.finish", Change, ops::own_pack::finish),
        change("own_pack.discard", Change, ops::own_pack::discard),
        query("engagement.list", ENGAGEMENT, queries::engagement::list),
        query("engagement.get", ENGAGEMENT, queries::engagement::get),
        change("engagement.save", Change, ops::engagement::save),
        change("engagement.start", Change, ops::engagement::start),
        change("engagement.close", Never("lock"), ops::engagement::close),
        change("scope.set", Change, ops::engagement::set_scope),
        query("grid.get", GRID, queries::grid::get),
        change("answer.set", Change, ops::answer::set_verdicts),
        change("self_answer.set", Change, ops::answer::set_self_answers),
        change("answer.write", Change, ops::answer::write),
        change("draft.put", Never("what is being typed is no operation yet"), ops::answer::put_draft),
        change("draft.row", Never("what is being typed is no operation yet"), ops::draft::keep_row),
        change("draft.settle", Change, ops::draft::settle),
        change("evidence.attach", Change, ops::evidence::attach),
        change("evidence.detach", Change, ops::evidence::detach),
        change("evidence.edit", Change, ops::evidence::edit),
        query("evidence.all", EVIDENCE, queries::evidence::all),
        query("evidence.list", &["evidence", "evidence_link"], queries::evidence::of_item),
        change("form.export", Never("release"), ops::exchange::export_form),
        change("pack.export_form", Never("release"), ops::exchange::export_blank),
        query("file.suggest_name", &["office"], queries::report::suggest_name),
        query("release.list", &["release"], queries::journal::releases),
        query("journal.list", &["op"], queries::journal::list),
        query("undo.state", &["op"], queries::journal::undo_state),
        action("journal.undo", ops::journal::undo),
        action("journal.redo", ops::journal::redo),
        query("home.get", &["op"], queries::home::get),
        query("search.find", &["op"], queries::home::search),
    ];
    all.extend(
        [
            office::table(),
            reports::table(),
            plan::table(),
            site::table(),
            workpaper::table(),
            campaign::table(),
            years::table(),
            improvement::table(),
            exceptions::table(),
            forms::table(),
            views::table(),
            imports::table(),
        ]
        .into_iter()
        .flatten(),
    );
    all
}

/// The commands by name.
pub static COMMANDS: LazyLock<BTreeMap<&'static str, Command>> =
    LazyLock::new(|| table().into_iter().map(|command| (command.name, command)).collect());

impl Command {
    /// Runs it; the answer is JSON.
    pub fn run(&self, app: &App, request: Value) -> Result<String> {
        (self.run)(app, request)
    }
}

fn action<Q, A>(name: &'static str, run: fn(&App, Q) -> Result<A>) -> Command
where
    Q: DeserializeOwned + TS + 'static,
    A: Serialize + TS + 'static,
{
    Command {
        name,
        kind: Kind::Action,
        run: Box::new(move |app, request| Ok(serde_json::to_string(&run(app, serde_json::from_value(request)?)?)?)),
        types: types::<Q, A>(false),
    }
}

fn query<Q, A>(name: &'static str, reads: &'static [&'static str], run: fn(&Session, Q) -> Result<A>) -> Command
where
    Q: DeserializeOwned + TS + 'static,
    A: Serialize + TS + 'static,
{
    Command {
        name,
        kind: Kind::Query(reads),
        run: Box::new(move |app, request| {
            let request = serde_json::from_value(request)?;
            Ok(serde_json::to_string(&app.with_session(|session| run(session, request))?)?)
        }),
        types: types::<Q, A>(false),
    }
}

fn change<Q, A>(
    name: &'static str,
    kind: Kind,
    run: fn(&mut Session, OpMeta, Q) -> Result<store::Committed<A>>,
) -> Command
where
    Q: DeserializeOwned + TS + 'static,
    A: Serialize + TS + 'static,
{
    Command {
        name,
        kind,
        run: Box::new(move |app, request| {
            let request = serde_json::from_value(request)?;
            let undo = kind == Kind::Change;
            let committed = app.with_session(|session| {
                let meta = OpMeta { kind: name, undo, actor: Some(session.user) };
                run(session, meta, request)
            })?;
            Ok(serde_json::to_string(&Committed::from(committed))?)
        }),
        types: types::<Q, A>(true),
    }
}

impl<T> From<store::Committed<T>> for Committed<T> {
    fn from(committed: store::Committed<T>) -> Committed<T> {
        let op = committed.op.map(|op| OpRef { kind: op.kind, at: op.at, undo: op.undo });
        let mut touched: Vec<TouchedRows> =
            committed.touched.into_iter().map(|rows| TouchedRows { entity: rows.entity, ids: rows.ids }).collect();
        // Every operation lengthens the journal, which some screens show.
        touched.extend(op.is_some().then(|| TouchedRows { entity: "op".to_owned(), ids: Vec::new() }));
        Committed { output: committed.output, op, touched }
    }
}

fn types<Q: TS + 'static, A: TS + 'static>(committed: bool) -> Types {
    Types {
        request: Q::name,
        response: Box::new(
            move |config| {
                if committed { format!("Committed<{}>", A::name(config)) } else { A::name(config) }
            },
        ),
        export: |config| {
            let mut exporter = Exporter { config, outcome: Ok(()) };
            exporter.visit::<Q>();
            exporter.visit::<A>();
            exporter.outcome
        },
    }
}

/// Writes a type, or the types a list is made of.
struct Exporter<'a> {
    config: &'a Config,
    outcome: std::result::Result<(), ts_rs::ExportError>,
}

impl TypeVisitor for Exporter<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if self.outcome.is_err() {
            return;
        }
        if T::output_path().is_some() {
            self.outcome = T::export_all(self.config);
        } else {
            T::visit_generics(self);
        }
    }
}

/// Writes the TypeScript of every type and of the table itself into a folder.
pub fn write_typescript(folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let config = Config::default().with_out_dir(folder.join("types")).with_large_int("number");
    Committed::<Empty>::export_all(&config)?;
    ErrorDto::export_all(&config)?;
    crate::Event::export_all(&config)?;
    let mut names = Vec::new();
    let mut commands = String::new();
    let mut reads = String::new();
    for command in COMMANDS.values() {
        (command.types.export)(&config)?;
        let (request, response) = ((command.types.request)(&config), (command.types.response)(&config));
        commands.push_str(&format!("  '{}': {{ request: {request}; response: {response} }};\n", command.name));
        names.extend([request, response]);
        if let Kind::Query(tables) = command.kind {
            let tables: Vec<String> = tables.iter().map(|table| format!("'{table}'")).collect();
            reads.push_str(&format!("  '{}': [{}],\n", command.name, tables.join(", ")));
        }
    }
    let mut imports: Vec<String> = Vec::new();
    for name in names.iter().flat_map(|name| name.split(|c: char| !c.is_alphanumeric())) {
        let generic = matches!(name, "" | "null" | "Array" | "string" | "number" | "boolean");
        if !generic && !imports.iter().any(|known| known == name) {
            imports.push(name.to_owned());
        }
    }
    imports.sort();
    let mut text = String::from("// Written by `cargo xtask codegen`; do not edit.\n");
    for name in imports {
        text.push_str(&format!("import type {{ {name} }} from './types/{name}';\n"));
    }
    text.push_str(&format!("\nexport interface Commands {{\n{commands}}}\n"));
    text.push_str("\n/** Which tables each query is made of: it is read again when one of them is touched. */\n");
    text.push_str(&format!("export const reads: Record<string, readonly string[]> = {{\n{reads}}};\n"));
    std::fs::write(folder.join("commands.ts"), text)?;
    Ok(())
}
