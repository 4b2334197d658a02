-- Plans of one engagement: what its plan says beside its row, its days, the documents asked for, the steps it has gone
-- through, who stands back from what, what nobody independent could audit, and papers that were lent or copied.

CREATE TABLE engagement_plan (
  id BLOB NOT NULL PRIMARY KEY,
  engagement BLOB NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  assurance TEXT NOT NULL,
  occasion TEXT NOT NULL,
  conduct TEXT NOT NULL,
  manner TEXT NOT NULL,
  theme TEXT NOT NULL,
  focus TEXT NOT NULL,
  reason TEXT NOT NULL,
  period_from TEXT,
  period_until TEXT,
  recipient TEXT NOT NULL,
  independence_reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE schedule_entry (
  id BLOB NOT NULL PRIMARY KEY,
  engagement BLOB NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  held_on TEXT,
  from_time TEXT NOT NULL,
  until_time TEXT NOT NULL,
  place TEXT NOT NULL,
  what TEXT NOT NULL,
  who TEXT NOT NULL,
  target BLOB REFERENCES engagement_target (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX schedule_entry_engagement ON schedule_entry (engagement);

CREATE TABLE document_request (
  id BLOB NOT NULL PRIMARY KEY,
  engagement BLOB NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  target BLOB REFERENCES engagement_target (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  due_on TEXT,
  received_on TEXT,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX document_request_engagement ON document_request (engagement);

CREATE TABLE engagement_step (
  id BLOB NOT NULL PRIMARY KEY,
  engagement BLOB NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL,
  taken_on TEXT NOT NULL,
  person BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX engagement_step_engagement ON engagement_step (engagement);

CREATE TABLE recusal (
  id BLOB NOT NULL PRIMARY KEY,
  engagement BLOB NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  person BLOB NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  target BLOB NOT NULL REFERENCES engagement_target (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX recusal_engagement ON recusal (engagement);
CREATE INDEX recusal_target ON recusal (target);

CREATE TABLE unaudited_target (
  id BLOB NOT NULL PRIMARY KEY,
  engagement BLOB NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  target BLOB NOT NULL REFERENCES engagement_target (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX unaudited_target_engagement ON unaudited_target (engagement);

CREATE TABLE loan (
  id BLOB NOT NULL PRIMARY KEY,
  engagement BLOB NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  target BLOB REFERENCES engagement_target (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  manner TEXT NOT NULL,
  lender TEXT NOT NULL,
  permission TEXT NOT NULL,
  received_on TEXT NOT NULL,
  due_on TEXT,
  returned_on TEXT,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX loan_engagement ON loan (engagement);
CREATE INDEX loan_open ON loan (returned_on, due_on);
