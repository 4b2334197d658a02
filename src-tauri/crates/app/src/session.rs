//! The open workspace, as one user sees it.

use crate::App;
use crate::dto::Prefs;
use crate::env::date_at;
use crate::error::{ErrorDto, Result};
use crate::handles::Handles;
use domain::Id;
use domain::pack::{Lists, Pack, SearchWords};
use domain::wareki::FiscalYear;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use store::row::Reads;
use store::tables::{Office, PackEdition, Person};
use store::workspace::Workspace;
use store::{Env, OpMeta, Tx};

/// What the program is doing.
pub enum State {
    /// No workspace is chosen.
    Closed,
    /// One is chosen and waits for a passphrase.
    Locked {
        /// Its folder.
        folder: PathBuf,
    },
    /// One is open.
    Open(Box<Session>),
}

/// An edition of a pack with the lists it names.
#[derive(Debug, Serialize, Deserialize)]
pub struct Edition {
    /// The pack.
    pub pack: Pack,
    /// The names of its topics, documents and places.
    pub lists: Lists,
    #[serde(skip)]
    words: OnceLock<SearchWords>,
}

impl Edition {
    /// A pack with its lists.
    pub fn new(pack: Pack, lists: Lists) -> Edition {
        Edition { pack, lists, words: OnceLock::new() }
    }

    /// What its items can be found by; folded when something is first searched, and kept as long as the edition is.
    pub fn words(&self) -> &SearchWords {
        self.words.get_or_init(|| SearchWords::of(&self.pack, &self.lists))
    }
}

impl Edition {
    /// The name of a document or place to look at.
    pub fn look_at(&self, key: &str, english: bool) -> String {
        self.lists.look_at(key).map_or_else(|| key.to_owned(), |entry| entry.name(english).to_owned())
    }
}

/// The open workspace.
pub struct Session {
    /// The folder, its keys and its database.
    pub workspace: Workspace,
    /// The clock and the randomness.
    pub env: Arc<dyn Env>,
    /// The user.
    pub user: Id,
    /// The person the user is.
    pub person: Id,
    /// How this machine's user wants to see it.
    pub prefs: Prefs,
    /// Where the fonts for papers lie.
    pub fonts_dir: PathBuf,
    /// The files that came in and the places files may go to.
    pub handles: Arc<Handles>,
    /// Rows that hold a text recovered from a draft.
    pub recovered: BTreeSet<Id>,
    /// How many drafts were recovered at opening.
    pub recovered_count: i64,
    /// Drafts found at opening that wait for a word, by the row they belong to: this person may not write them there, or
    /// something else has been written there since.
    pub held: BTreeMap<Id, Vec<store::drafts::Draft>>,
    /// Workbooks read and not yet taken over.
    pub imports: BTreeMap<String, crate::ops::import::Pending>,
    /// Sheets on findings read and not yet recorded.
    pub returned: BTreeMap<String, crate::ops::forms::Pending>,
    /// Lists of the office read and not yet taken over.
    pub office_imports: BTreeMap<String, crate::ops::organisation::import::Pending>,
    /// Tables of questions read and not yet taken over.
    pub question_tables: BTreeMap<String, crate::ops::own_pack::table::Pending>,
    editions: RefCell<BTreeMap<Id, Arc<Edition>>>,
}

/// The id of the office's only row.
pub fn office_id() -> Id {
    Id::natural("office", &[])
}

impl Session {
    /// Takes over an unlocked workspace.
    pub fn new(app: &App, workspace: Workspace, user: Id, person: Id, prefs: Prefs) -> Session {
        Session {
            workspace,
            env: Arc::clone(&app.config.env),
            user,
            person,
            prefs,
            fonts_dir: app.config.fonts_dir.clone(),
            handles: Arc::clone(&app.handles),
            recovered: BTreeSet::new(),
            recovered_count: 0,
            held: BTreeMap::new(),
            imports: BTreeMap::new(),
            returned: BTreeMap::new(),
            office_imports: BTreeMap::new(),
            question_tables: BTreeMap::new(),
            editions: RefCell::default(),
        }
    }

    /// Reads rows.
    pub fn read(&self) -> Reads<'_> {
        self.workspace.store.read()
    }

    /// The only way to change rows.
    pub fn transact<T>(
        &mut self,
        meta: OpMeta,
        change: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<store::Committed<T>> {
        self.workspace.store.transact(meta, change)
    }

    /// Now, in milliseconds since 1970 UTC.
    pub fn now(&self) -> i64 {
        self.env.now_ms()
    }

    /// Today in Japan.
    pub fn today(&self) -> Date {
        date_at(self.now())
    }

    /// The fiscal year of today.
    pub fn fiscal_year(&self) -> i64 {
        FiscalYear::of(self.today()).year().into()
    }

    /// Whether papers are written in English.
    pub fn english(&self) -> bool {
        self.lang() == i18n::Lang::En
    }

    /// The language of papers and of texts made here.
    pub fn lang(&self) -> i18n::Lang {
        if self.prefs.language == "en-US" { i18n::Lang::En } else { i18n::Lang::Ja }
    }

    /// A text in that language.
    pub fn text(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, i18n::Arg<'_>)> = args.iter().map(|(name, value)| (*name, (*value).into())).collect();
        i18n::text(self.lang(), key, &args)
    }

    /// The office.
    pub fn office(&self) -> Result<Office> {
        Ok(self.read().get(office_id())?)
    }

    /// 【機密性3】 for the level `3`.
    pub fn class_label(&self, level: &str) -> String {
        self.text("app-class-label", &[("level", level)])
    }

    /// An edition that is kept here.
    pub fn edition(&self, id: Id) -> Result<Arc<Edition>> {
        if let Some(known) = self.editions.borrow().get(&id) {
            return Ok(Arc::clone(known));
        }
        let row: PackEdition = self.read().get(id)?;
        let edition: Arc<Edition> =
            Arc::new(serde_json::from_str(&row.files).map_err(|_| ErrorDto::new("damaged").arg("what", &row.title))?);
        self.editions.borrow_mut().insert(id, Arc::clone(&edition));
        Ok(edition)
    }

    /// The levels of confidentiality of the standards used here, ascending; before any is used, of those at hand.
    pub fn class_levels(&self) -> Result<Vec<String>> {
        let used = crate::queries::pack::used(self)?;
        let used = used.into_iter().map(|id| self.edition(id)).collect::<Result<Vec<_>>>()?;
        let known = levels_of(&used);
        Ok(if known.is_empty() { levels_of(crate::queries::pack::bundled()?) } else { known })
    }

    /// The names of all persons.
    pub fn person_names(&self) -> Result<BTreeMap<Id, String>> {
        Ok(self.read().all::<Person>()?.into_iter().map(|person| (person.id, person.name)).collect())
    }
}

/// The levels of several standards in one ascending list: 2 before 3, and 3C before 3B before 3A.
fn levels_of(editions: &[Arc<Edition>]) -> Vec<String> {
    let scales = editions.iter().filter_map(|edition| edition.pack.classification.as_ref());
    let mut levels: Vec<String> = scales.flat_map(|scales| scales.confidentiality.levels.clone()).collect();
    let place = |level: &String| {
        let digits: String = level.chars().take_while(char::is_ascii_digit).collect();
        let rest = level[digits.len()..].to_owned();
        (digits.parse::<u32>().unwrap_or(u32::MAX), !rest.is_empty(), std::cmp::Reverse(rest))
    };
    levels.sort_by_key(place);
    levels.dedup();
    levels
}
