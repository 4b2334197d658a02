-- What is audited beside departments: systems, contractors, cloud services, bodies that use a system.

CREATE TABLE subject (
  id BLOB NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  kana TEXT NOT NULL,
  department BLOB NOT NULL REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,
  person BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  parent BLOB REFERENCES subject (id) DEFERRABLE INITIALLY DEFERRED,
  zone TEXT NOT NULL,
  class_level TEXT NOT NULL,
  note TEXT NOT NULL,
  closed_on TEXT
) STRICT, WITHOUT ROWID;

ALTER TABLE engagement_target ADD COLUMN subject BLOB REFERENCES subject (id) DEFERRABLE INITIALLY DEFERRED;
