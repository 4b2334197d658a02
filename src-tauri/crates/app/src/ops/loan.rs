//! 資料預り: papers that the auditors borrow or copy, and give back.

use super::plan::{known_or_new, open_engagement, target_of};
use crate::dto::*;
use crate::error::{ErrorDto, Result, required};
use crate::session::Session;
use store::tables::Loan;
use store::{Committed, OpMeta};

/// Adds or changes a paper on loan.
pub fn save(session: &mut Session, meta: OpMeta, request: SaveLoan) -> Result<Committed<ById>> {
    let name = required("name", &request.name)?;
    for (field, day) in [("due_on", request.due_on), ("returned_on", request.returned_on)] {
        if day.is_some_and(|day| day < request.received_on) {
            return Err(ErrorDto::new("loan-before-received").at(field));
        }
    }
    session.transact(meta, |tx| {
        let engagement = open_engagement(tx.read(), request.engagement)?.id;
        target_of(tx.read(), engagement, request.target)?;
        let id =
            known_or_new(request.id, || tx.new_id(), |id| Ok(tx.read().get::<Loan>(id)?.engagement == engagement))?;
        tx.put(&Loan {
            id,
            engagement,
            target: request.target,
            name,
            manner: request.manner,
            lender: request.lender.trim().to_owned(),
            permission: request.permission.trim().to_owned(),
            received_on: request.received_on,
            due_on: request.due_on,
            returned_on: request.returned_on,
            note: request.note.trim().to_owned(),
        })?;
        Ok(ById { id })
    })
}

/// Takes a paper off the list that was entered by mistake.
pub fn remove(session: &mut Session, meta: OpMeta, request: ById) -> Result<Committed<Empty>> {
    session.transact(meta, |tx| {
        let row: Loan = tx.read().get(request.id)?;
        open_engagement(tx.read(), row.engagement)?;
        tx.delete::<Loan>(row.id)?;
        Ok(Empty {})
    })
}
