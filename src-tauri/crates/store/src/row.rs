//! How a struct becomes a row and back. One macro, [`entity!`](crate::entity), declares struct, table and columns
//! together, so that the journal can read and restore any row without knowing what it means.

use crate::error::{Result, StoreError};
use domain::Id;
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, OptionalExtension, ToSql};

/// The name and columns of a table of user data. Every such table has a first column `id` besides.
#[derive(Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its columns after `id`.
    pub columns: &'static [&'static str],
    /// The columns whose text can be searched for.
    pub search: &'static [&'static str],
}

impl Table {
    /// `id, a, b, …` for a SELECT.
    pub fn select_list(&self) -> String {
        let mut list = String::from("id");
        for column in self.columns {
            list.push_str(", ");
            list.push_str(column);
        }
        list
    }
}

/// A value that can stand in a column.
pub trait Column: Sized {
    /// The value as it stands in the database.
    fn to_value(&self) -> Value;
    /// The value read back, or nothing if it is of another kind.
    fn from_value(value: ValueRef<'_>) -> Option<Self>;
}

/// A struct that is a row of a table.
pub trait Row: Sized {
    /// Its table.
    const TABLE: &'static Table;
    /// Its id.
    fn id(&self) -> Id;
    /// Its values in the order of the table's columns.
    fn values(&self) -> Vec<Value>;
    /// The row read from `id` and the columns in order.
    fn read(row: &rusqlite::Row<'_>) -> Result<Self>;
}

/// Declares a row: the struct, its table and its columns.
#[macro_export]
macro_rules! entity {
    ($(#[$meta:meta])* pub struct $name:ident in $table:literal search [$($search:literal),*] {
        $($(#[$fmeta:meta])* pub $field:ident : $type:ty),+ $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            /// The row's id.
            pub id: domain::Id,
            $($(#[$fmeta])* pub $field: $type),+
        }
        impl $crate::row::Row for $name {
            const TABLE: &'static $crate::row::Table = &$crate::row::Table {
                name: $table,
                columns: &[$(stringify!($field)),+],
                search: &[$($search),*],
            };
            fn id(&self) -> domain::Id {
                self.id
            }
            fn values(&self) -> Vec<rusqlite::types::Value> {
                vec![$($crate::row::Column::to_value(&self.$field)),+]
            }
            fn read(row: &rusqlite::Row<'_>) -> $crate::error::Result<Self> {
                let mut cells = $crate::row::Cells::new(row);
                Ok($name { id: cells.next("id")?, $($field: cells.next(stringify!($field))?),+ })
            }
        }
    };
}

/// Reads the columns of a row from left to right.
pub struct Cells<'a> {
    row: &'a rusqlite::Row<'a>,
    at: usize,
}

impl<'a> Cells<'a> {
    /// Starts at the first column.
    pub fn new(row: &'a rusqlite::Row<'a>) -> Cells<'a> {
        Cells { row, at: 0 }
    }

    /// The next column, which the caller takes to be `name`.
    pub fn next<T: Column>(&mut self, name: &str) -> Result<T> {
        let value = self.row.get_ref(self.at)?;
        self.at += 1;
        T::from_value(value).ok_or_else(|| StoreError::UnreadableColumn { column: name.to_owned() })
    }
}

/// Reads from a connection, inside or outside a transaction.
#[derive(Clone, Copy)]
pub struct Reads<'a> {
    pub(crate) conn: &'a Connection,
}

impl<'a> Reads<'a> {
    /// The row with this id.
    pub fn get<T: Row>(&self, id: Id) -> Result<T> {
        self.find(id)?.ok_or_else(|| StoreError::NotFound { entity: T::TABLE.name, id: id.to_string() })
    }

    /// The row with this id, if it exists.
    pub fn find<T: Row>(&self, id: Id) -> Result<Option<T>> {
        let sql = format!("SELECT {} FROM {} WHERE id = ?1", T::TABLE.select_list(), T::TABLE.name);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([id.as_bytes().as_slice()])?;
        rows.next()?.map(T::read).transpose()
    }

    /// The rows that a clause such as `WHERE engagement = ?1 ORDER BY item` selects.
    pub fn list<T: Row>(&self, clause: &str, params: &[&dyn ToSql]) -> Result<Vec<T>> {
        let sql = format!("SELECT {} FROM {} {clause}", T::TABLE.select_list(), T::TABLE.name);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(params)?;
        let mut list = Vec::new();
        while let Some(row) = rows.next()? {
            list.push(T::read(row)?);
        }
        Ok(list)
    }

    /// All rows of a table in the order of their ids.
    pub fn all<T: Row>(&self) -> Result<Vec<T>> {
        self.list("ORDER BY id", &[])
    }

    /// The rows of any SELECT, each read by `read`.
    pub fn query<T>(
        &self,
        sql: &str,
        params: &[&dyn ToSql],
        mut read: impl FnMut(&rusqlite::Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        let mut list = Vec::new();
        while let Some(row) = rows.next()? {
            list.push(read(row)?);
        }
        Ok(list)
    }

    /// The one number a SELECT gives, e.g. a count; nothing selected is 0.
    pub fn number(&self, sql: &str, params: &[&dyn ToSql]) -> Result<i64> {
        let found: Option<Option<i64>> =
            self.conn.prepare_cached(sql)?.query_row(params, |row| row.get(0)).optional()?;
        Ok(found.flatten().unwrap_or(0))
    }

    /// The current values of a row of any table, in the order of its columns.
    pub(crate) fn values(&self, table: &Table, id: Id) -> Result<Option<Vec<Value>>> {
        let sql = format!("SELECT {} FROM {} WHERE id = ?1", table.columns.join(", "), table.name);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let width = table.columns.len();
        let read = |row: &rusqlite::Row<'_>| (0..width).map(|n| row.get(n)).collect::<rusqlite::Result<Vec<Value>>>();
        Ok(statement.query_row([id.as_bytes().as_slice()], read).optional()?)
    }
}

impl Column for String {
    fn to_value(&self) -> Value {
        Value::Text(self.clone())
    }
    fn from_value(value: ValueRef<'_>) -> Option<String> {
        value.as_str().ok().map(str::to_owned)
    }
}

impl Column for i64 {
    fn to_value(&self) -> Value {
        Value::Integer(*self)
    }
    fn from_value(value: ValueRef<'_>) -> Option<i64> {
        value.as_i64().ok()
    }
}

impl Column for bool {
    fn to_value(&self) -> Value {
        Value::Integer(i64::from(*self))
    }
    fn from_value(value: ValueRef<'_>) -> Option<bool> {
        value.as_i64().ok().map(|n| n != 0)
    }
}

impl Column for Vec<u8> {
    fn to_value(&self) -> Value {
        Value::Blob(self.clone())
    }
    fn from_value(value: ValueRef<'_>) -> Option<Vec<u8>> {
        value.as_blob().ok().map(<[u8]>::to_vec)
    }
}

impl Column for Id {
    fn to_value(&self) -> Value {
        Value::Blob(self.as_bytes().to_vec())
    }
    fn from_value(value: ValueRef<'_>) -> Option<Id> {
        value.as_blob().ok()?.try_into().ok().map(Id::from_bytes)
    }
}

impl Column for jiff::civil::Date {
    fn to_value(&self) -> Value {
        Value::Text(self.to_string())
    }
    fn from_value(value: ValueRef<'_>) -> Option<jiff::civil::Date> {
        value.as_str().ok()?.parse().ok()
    }
}

impl<T: Column> Column for Option<T> {
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, Column::to_value)
    }
    fn from_value(value: ValueRef<'_>) -> Option<Option<T>> {
        match value {
            ValueRef::Null => Some(None),
            other => T::from_value(other).map(Some),
        }
    }
}

macro_rules! keyed_columns {
    ($($type:ty),+ $(,)?) => {$(
        impl Column for $type {
            fn to_value(&self) -> Value {
                Value::Text(domain::Keyed::key(*self).to_owned())
            }
            fn from_value(value: ValueRef<'_>) -> Option<$type> {
                domain::Keyed::from_key(value.as_str().ok()?)
            }
        }
    )+};
}

keyed_columns!(
    domain::audit_plan::AuditMode,
    domain::audit_plan::AuditPlanKind,
    domain::audit_plan::AuditPlanState,
    domain::finding::FactView,
    domain::finding::FindingAction,
    domain::exception::ExceptionLook,
    domain::exception::ExceptionManner,
    domain::exception::ExceptionResult,
    domain::exception::ExceptionState,
    domain::finding::FindingState,
    domain::horizontal::HorizontalNeed,
    domain::horizontal::HorizontalResult,
    domain::horizontal::HorizontalState,
    domain::kinds::Assurance,
    domain::kinds::Conduct,
    domain::kinds::EngagementKind,
    domain::kinds::EngagementState,
    domain::kinds::Form,
    domain::kinds::Grade,
    domain::kinds::LoanManner,
    domain::kinds::Manner,
    domain::kinds::Occasion,
    domain::kinds::Procedure,
    domain::kinds::ProgressState,
    domain::kinds::Role,
    domain::kinds::SelfAnswer,
    domain::kinds::SubjectKind,
    domain::kinds::Verdict,
    domain::kinds::VerificationResult,
    domain::pack::Origin,
    domain::proposal::ProposalSource,
    domain::proposal::ProposalState,
    domain::report::ReportAudience,
    domain::report::ReportKind,
    domain::report::ReportState,
    domain::self_check::Medium,
    domain::self_check::ReminderMeans,
    domain::review::ReviewResult,
    domain::sampling::SamplingMethod,
    domain::site::InterviewKind,
);
