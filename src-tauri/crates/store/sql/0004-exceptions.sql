-- Exceptions to the standard with what they are about, their periods, what was judged, decided and found on looking
-- again; and proposals to change the standard with what became of them.

CREATE TABLE exception_measure (
  id BLOB NOT NULL PRIMARY KEY,
  number TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  title TEXT NOT NULL,
  pack_edition BLOB NOT NULL REFERENCES pack_edition (id) DEFERRABLE INITIALLY DEFERRED,
  department BLOB REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,
  subject BLOB REFERENCES subject (id) DEFERRABLE INITIALLY DEFERRED,
  finding BLOB REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED,
  manner TEXT NOT NULL,
  reason TEXT NOT NULL,
  risk TEXT NOT NULL,
  measure TEXT NOT NULL,
  assets TEXT NOT NULL,
  class_level TEXT NOT NULL,
  applicant BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  applicant_role TEXT,
  state TEXT NOT NULL,
  applied_on TEXT,
  carried_out_on TEXT,
  reported_on TEXT,
  report TEXT NOT NULL,
  ended_on TEXT,
  end_report TEXT NOT NULL,
  withdrawn_on TEXT,
  withdraw_reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX exception_measure_number ON exception_measure (number) WHERE number <> '';
CREATE INDEX exception_measure_department ON exception_measure (department, state);
CREATE INDEX exception_measure_state ON exception_measure (state);
CREATE INDEX exception_measure_finding ON exception_measure (finding);

CREATE TABLE exception_point (
  id BLOB NOT NULL PRIMARY KEY,
  exception BLOB NOT NULL REFERENCES exception_measure (id) DEFERRABLE INITIALLY DEFERRED,
  clause TEXT NOT NULL,
  item TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX exception_point_exception ON exception_point (exception);

CREATE TABLE exception_period (
  id BLOB NOT NULL PRIMARY KEY,
  exception BLOB NOT NULL REFERENCES exception_measure (id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL,
  from_on TEXT,
  until_on TEXT,
  asked_on TEXT,
  reason TEXT NOT NULL,
  withdrawn_on TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX exception_period_exception ON exception_period (exception, number);

CREATE TABLE exception_judgement (
  id BLOB NOT NULL PRIMARY KEY,
  exception BLOB NOT NULL REFERENCES exception_measure (id) DEFERRABLE INITIALLY DEFERRED,
  period BLOB NOT NULL REFERENCES exception_period (id) DEFERRABLE INITIALLY DEFERRED,
  minor INTEGER NOT NULL,
  judged_on TEXT NOT NULL,
  judged_by BLOB NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX exception_judgement_exception ON exception_judgement (exception);

CREATE TABLE exception_decision (
  id BLOB NOT NULL PRIMARY KEY,
  exception BLOB NOT NULL REFERENCES exception_measure (id) DEFERRABLE INITIALLY DEFERRED,
  period BLOB NOT NULL REFERENCES exception_period (id) DEFERRABLE INITIALLY DEFERRED,
  result TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  approver BLOB NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL,
  opinion TEXT NOT NULL,
  conditions TEXT NOT NULL,
  review_on TEXT,
  escape_reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX exception_decision_exception ON exception_decision (exception);

CREATE TABLE exception_review (
  id BLOB NOT NULL PRIMARY KEY,
  exception BLOB NOT NULL REFERENCES exception_measure (id) DEFERRABLE INITIALLY DEFERRED,
  reviewed_on TEXT NOT NULL,
  reviewer BLOB NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  result TEXT NOT NULL,
  note TEXT NOT NULL,
  next_on TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX exception_review_exception ON exception_review (exception);

CREATE TABLE proposal (
  id BLOB NOT NULL PRIMARY KEY,
  number TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  title TEXT NOT NULL,
  source TEXT NOT NULL,
  source_note TEXT NOT NULL,
  finding BLOB REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED,
  exception BLOB REFERENCES exception_measure (id) DEFERRABLE INITIALLY DEFERRED,
  pack_edition BLOB NOT NULL REFERENCES pack_edition (id) DEFERRABLE INITIALLY DEFERRED,
  clause TEXT NOT NULL,
  present TEXT NOT NULL,
  proposed TEXT NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL,
  proposer BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  made_on TEXT NOT NULL,
  submitted_on TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX proposal_number ON proposal (number);
CREATE INDEX proposal_finding ON proposal (finding);
CREATE INDEX proposal_exception ON proposal (exception);

CREATE TABLE proposal_decision (
  id BLOB NOT NULL PRIMARY KEY,
  proposal BLOB NOT NULL REFERENCES proposal (id) DEFERRABLE INITIALLY DEFERRED,
  result TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  effective_on TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX proposal_decision_proposal ON proposal_decision (proposal);
