-- Reports as documents: what people write in them, how the office wants them to look, and what was issued.

CREATE TABLE report (
  id BLOB NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  audience TEXT NOT NULL,
  department BLOB REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,
  engagement BLOB REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  fiscal_year INTEGER NOT NULL,
  style TEXT NOT NULL,
  state TEXT NOT NULL,
  number TEXT NOT NULL,
  drafted_on TEXT,
  decided_on TEXT,
  decided_by TEXT NOT NULL,
  corrections TEXT NOT NULL,
  version INTEGER NOT NULL,
  previous BLOB REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED,
  changes TEXT NOT NULL,
  confirmed TEXT NOT NULL,
  made_on TEXT NOT NULL,
  issued_on TEXT,
  model BLOB REFERENCES blob (id) DEFERRABLE INITIALLY DEFERRED,
  pdf BLOB REFERENCES blob (id) DEFERRABLE INITIALLY DEFERRED,
  sha256 TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX report_year ON report (fiscal_year);

CREATE TABLE report_text (
  id BLOB NOT NULL PRIMARY KEY,
  report BLOB NOT NULL REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED,
  place TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX report_text_report ON report_text (report);

CREATE TABLE report_decision (
  id BLOB NOT NULL PRIMARY KEY,
  report BLOB NOT NULL REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  what TEXT NOT NULL,
  whom TEXT NOT NULL,
  due_on TEXT,
  budget TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX report_decision_report ON report_decision (report, position);

CREATE TABLE report_template (
  id BLOB NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  audience TEXT NOT NULL,
  style TEXT NOT NULL
) STRICT, WITHOUT ROWID;
