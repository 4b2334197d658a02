-- Who held which post and role when, what departments were called before, and the plans of several years and of one.

ALTER TABLE person ADD COLUMN affiliation TEXT NOT NULL DEFAULT '';
ALTER TABLE role_holder ADD COLUMN deputy BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE former_name (
  id BLOB NOT NULL PRIMARY KEY,
  department BLOB NOT NULL REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  until_on TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX former_name_department ON former_name (department);

CREATE TABLE posting (
  id BLOB NOT NULL PRIMARY KEY,
  person BLOB NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  department BLOB REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,
  post TEXT NOT NULL,
  from_on TEXT,
  until_on TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX posting_person ON posting (person);

CREATE TABLE audit_plan (
  id BLOB NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  from_year INTEGER NOT NULL,
  until_year INTEGER NOT NULL,
  edition INTEGER NOT NULL,
  replaces BLOB REFERENCES audit_plan (id) DEFERRABLE INITIALLY DEFERRED,
  pack_edition BLOB NOT NULL REFERENCES pack_edition (id) DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL,
  theme TEXT NOT NULL,
  policy TEXT NOT NULL,
  gate_on TEXT,
  gate_reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_plan_entry (
  id BLOB NOT NULL PRIMARY KEY,
  plan BLOB NOT NULL REFERENCES audit_plan (id) DEFERRABLE INITIALLY DEFERRED,
  department BLOB NOT NULL REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,
  subject BLOB REFERENCES subject (id) DEFERRABLE INITIALLY DEFERRED,
  fiscal_year INTEGER NOT NULL,
  mode TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_plan_entry_plan ON audit_plan_entry (plan);
