-- The rows of user data. An empty text means "nothing written"; NULL means "does not apply" or "not yet".

CREATE TABLE office (
  id BLOB NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  class_level TEXT NOT NULL,
  handling TEXT NOT NULL,
  demo INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE department (
  id BLOB NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  kana TEXT NOT NULL,
  closed_on TEXT,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  id BLOB NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  kana TEXT NOT NULL,
  post TEXT NOT NULL,
  department BLOB REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,
  expertise TEXT NOT NULL,
  left_on TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE role_holder (
  id BLOB NOT NULL PRIMARY KEY,
  role TEXT NOT NULL,
  person BLOB NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  department BLOB REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,
  from_on TEXT,
  until_on TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX role_holder_role ON role_holder (role);

CREATE TABLE user (
  id BLOB NOT NULL PRIMARY KEY,
  login TEXT NOT NULL,
  person BLOB NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  removed_at INTEGER,
  last_unlock_at INTEGER,
  previous_unlock_at INTEGER,
  last_lock_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX user_login ON user (login) WHERE removed_at IS NULL;

CREATE TABLE pack_edition (
  id BLOB NOT NULL PRIMARY KEY,
  pack TEXT NOT NULL,
  edition TEXT NOT NULL,
  title TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  files TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE engagement (
  id BLOB NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  pack_edition BLOB NOT NULL REFERENCES pack_edition (id) DEFERRABLE INITIALLY DEFERRED,
  form TEXT NOT NULL,
  state TEXT NOT NULL,
  purpose TEXT NOT NULL,
  method TEXT NOT NULL,
  exclusions TEXT NOT NULL,
  from_on TEXT,
  until_on TEXT,
  lead BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  gate_on TEXT,
  gate_reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE engagement_target (
  id BLOB NOT NULL PRIMARY KEY,
  engagement BLOB NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  department BLOB NOT NULL REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,
  contact TEXT NOT NULL,
  sent_on TEXT,
  returned_on TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX engagement_target_engagement ON engagement_target (engagement);
CREATE INDEX engagement_target_department ON engagement_target (department);

CREATE TABLE engagement_member (
  id BLOB NOT NULL PRIMARY KEY,
  engagement BLOB NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  person BLOB NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX engagement_member_engagement ON engagement_member (engagement);

CREATE TABLE scope_exclusion (
  id BLOB NOT NULL PRIMARY KEY,
  engagement BLOB NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  item TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX scope_exclusion_engagement ON scope_exclusion (engagement);

CREATE TABLE answer (
  id BLOB NOT NULL PRIMARY KEY,
  engagement BLOB NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  target BLOB NOT NULL REFERENCES engagement_target (id) DEFERRABLE INITIALLY DEFERRED,
  item TEXT NOT NULL,
  verdict TEXT NOT NULL,
  note TEXT NOT NULL,
  procedure TEXT,
  seen_on TEXT,
  answered_by BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  answered_at INTEGER
) STRICT, WITHOUT ROWID;
-- Holds all that counting needs, so that lists of engagements read no answer.
CREATE INDEX answer_target ON answer (target, item, verdict);

CREATE TABLE self_answer (
  id BLOB NOT NULL PRIMARY KEY,
  engagement BLOB NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  target BLOB NOT NULL REFERENCES engagement_target (id) DEFERRABLE INITIALLY DEFERRED,
  item TEXT NOT NULL,
  answer TEXT,
  basis TEXT NOT NULL,
  improvement TEXT NOT NULL,
  due TEXT NOT NULL,
  source TEXT NOT NULL,
  answered_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX self_answer_target ON self_answer (target, item, answer);

CREATE TABLE evidence (
  id BLOB NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  blob BLOB REFERENCES blob (id) DEFERRABLE INITIALLY DEFERRED,
  source TEXT NOT NULL,
  collected_on TEXT NOT NULL,
  collector BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  class_level TEXT NOT NULL,
  place TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_sha256 ON evidence (sha256);

CREATE TABLE evidence_link (
  id BLOB NOT NULL PRIMARY KEY,
  evidence BLOB NOT NULL REFERENCES evidence (id) DEFERRABLE INITIALLY DEFERRED,
  owner_entity TEXT NOT NULL,
  owner BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_link_owner ON evidence_link (owner);
CREATE INDEX evidence_link_evidence ON evidence_link (evidence);

CREATE TABLE import (
  id BLOB NOT NULL PRIMARY KEY,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  blob BLOB REFERENCES blob (id) DEFERRABLE INITIALLY DEFERRED,
  target BLOB REFERENCES engagement_target (id) DEFERRABLE INITIALLY DEFERRED,
  taken INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX import_sha256 ON import (sha256);

CREATE TABLE finding (
  id BLOB NOT NULL PRIMARY KEY,
  number TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  engagement BLOB NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  department BLOB NOT NULL REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,
  answer BLOB REFERENCES answer (id) DEFERRABLE INITIALLY DEFERRED,
  item TEXT NOT NULL,
  grade TEXT NOT NULL,
  title TEXT NOT NULL,
  fact TEXT NOT NULL,
  criterion TEXT NOT NULL,
  cause TEXT NOT NULL,
  risk TEXT NOT NULL,
  recommendation TEXT NOT NULL,
  state TEXT NOT NULL,
  found_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_engagement ON finding (engagement);
CREATE INDEX finding_answer ON finding (answer);
CREATE INDEX finding_department ON finding (department);
CREATE INDEX finding_state ON finding (state);
CREATE UNIQUE INDEX finding_number ON finding (number);

CREATE TABLE improvement_order (
  id BLOB NOT NULL PRIMARY KEY,
  finding BLOB NOT NULL REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED,
  ordered_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  ordered_by BLOB NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  addressee TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX improvement_order_finding ON improvement_order (finding);

CREATE TABLE improvement_plan (
  id BLOB NOT NULL PRIMARY KEY,
  finding BLOB NOT NULL REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED,
  cause TEXT NOT NULL,
  corrective TEXT NOT NULL,
  preventive TEXT NOT NULL,
  owner BLOB NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  start_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  budget TEXT NOT NULL,
  applicant BLOB NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  submitted_on TEXT NOT NULL,
  approver BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  approved_on TEXT,
  escape_reason TEXT NOT NULL,
  return_reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX improvement_plan_finding ON improvement_plan (finding);

CREATE TABLE progress (
  id BLOB NOT NULL PRIMARY KEY,
  finding BLOB NOT NULL REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED,
  reported_on TEXT NOT NULL,
  percent INTEGER NOT NULL,
  state TEXT NOT NULL,
  note TEXT NOT NULL,
  delay_reason TEXT NOT NULL,
  next_report_on TEXT,
  reporter BLOB NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX progress_finding ON progress (finding);

CREATE TABLE completion (
  id BLOB NOT NULL PRIMARY KEY,
  finding BLOB NOT NULL REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED,
  reported_on TEXT NOT NULL,
  note TEXT NOT NULL,
  reporter BLOB NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX completion_finding ON completion (finding);

CREATE TABLE verification (
  id BLOB NOT NULL PRIMARY KEY,
  finding BLOB NOT NULL REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED,
  verified_on TEXT NOT NULL,
  verifier BLOB NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  result TEXT NOT NULL,
  comment TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX verification_finding ON verification (finding);

CREATE TABLE release (
  id BLOB NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  class_level TEXT NOT NULL,
  recipient TEXT NOT NULL,
  basis TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  person BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
