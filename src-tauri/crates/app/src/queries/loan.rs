//! Papers that were borrowed or copied.

use super::plan::target_names;
use crate::dto::*;
use crate::error::Result;
use crate::session::Session;
use domain::Id;
use domain::kinds::LoanManner;
use jiff::civil::Date;
use store::row::Reads;
use store::tables::{Engagement, Loan};

/// The papers of an engagement in the order in which they were received.
pub fn list(session: &Session, request: ById) -> Result<Vec<LoanRow>> {
    let read = session.read();
    let engagement: Engagement = read.get(request.id)?;
    let names = target_names(read, engagement.id)?;
    let rows =
        read.list::<Loan>("WHERE engagement = ?1 ORDER BY received_on, id", &[&engagement.id.as_bytes().as_slice()])?;
    let today = session.today();
    let row = |(number, loan): (i64, Loan)| LoanRow {
        id: loan.id,
        number,
        target_name: loan.target.and_then(|target| names.get(&target).cloned()),
        open: is_open(&loan),
        days_late: days_late(&loan, today),
        target: loan.target,
        name: loan.name,
        manner: loan.manner,
        lender: loan.lender,
        permission: loan.permission,
        received_on: loan.received_on,
        due_on: loan.due_on,
        returned_on: loan.returned_on,
        note: loan.note,
    };
    Ok((1..).zip(rows).map(row).collect())
}

/// Whether it still has to go back. A copy stays.
fn is_open(loan: &Loan) -> bool {
    loan.manner == LoanManner::Borrowed && loan.returned_on.is_none()
}

fn days_late(loan: &Loan, today: Date) -> Option<i64> {
    let due = loan.due_on.filter(|due| is_open(loan) && *due < today)?;
    due.until(today).ok().map(|span| span.get_days().into())
}

/// The papers that have to go back, of one engagement or of all.
pub fn open(read: Reads<'_>, engagement: Option<Id>) -> Result<Vec<Loan>> {
    let sql = "WHERE returned_on IS NULL AND manner = 'borrowed' AND (?1 IS NULL OR engagement = ?1)
               ORDER BY due_on IS NULL, due_on, id";
    Ok(read.list(sql, &[&engagement.map(|id| id.as_bytes().to_vec())])?)
}

/// The papers that should have gone back, with how many days late they are.
pub fn overdue(session: &Session) -> Result<Vec<(Loan, i64)>> {
    let today = session.today();
    let late = |loan: Loan| days_late(&loan, today).map(|days| (loan, days));
    Ok(open(session.read(), None)?.into_iter().filter_map(late).collect())
}
