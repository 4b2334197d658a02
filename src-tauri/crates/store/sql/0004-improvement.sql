-- From finding to closure: what the department says to it, other departments asked the same, plans that move.

ALTER TABLE office ADD COLUMN likelihood_levels TEXT NOT NULL DEFAULT '';
ALTER TABLE office ADD COLUMN loss_levels TEXT NOT NULL DEFAULT '';

ALTER TABLE finding ADD COLUMN clause TEXT NOT NULL DEFAULT '';
ALTER TABLE finding ADD COLUMN topic TEXT NOT NULL DEFAULT '';
ALTER TABLE finding ADD COLUMN likelihood TEXT NOT NULL DEFAULT '';
ALTER TABLE finding ADD COLUMN loss TEXT NOT NULL DEFAULT '';
ALTER TABLE finding ADD COLUMN cross_cutting INTEGER NOT NULL DEFAULT 0;
ALTER TABLE finding ADD COLUMN repeat_of BLOB REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE finding ADD COLUMN exception BLOB;
ALTER TABLE finding ADD COLUMN horizontal_need TEXT NOT NULL DEFAULT 'undecided';
CREATE INDEX finding_clause ON finding (department, clause);
CREATE INDEX finding_repeat ON finding (repeat_of);

ALTER TABLE improvement_order ADD COLUMN urgent_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE improvement_plan ADD COLUMN owner_department BLOB REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE improvement_plan ADD COLUMN owner_post TEXT NOT NULL DEFAULT '';
ALTER TABLE completion ADD COLUMN residual_risk TEXT NOT NULL DEFAULT '';
ALTER TABLE verification ADD COLUMN engagement BLOB REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX verification_engagement ON verification (engagement) WHERE engagement IS NOT NULL;

CREATE TABLE finding_item (
  id BLOB NOT NULL PRIMARY KEY,
  finding BLOB NOT NULL REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED,
  target BLOB NOT NULL REFERENCES engagement_target (id) DEFERRABLE INITIALLY DEFERRED,
  item TEXT NOT NULL,
  answer BLOB NOT NULL REFERENCES answer (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_item_finding ON finding_item (finding);
CREATE UNIQUE INDEX finding_item_answer ON finding_item (answer);

CREATE TABLE fact_check (
  id BLOB NOT NULL PRIMARY KEY,
  finding BLOB NOT NULL REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED,
  sent_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  means TEXT NOT NULL,
  view TEXT,
  view_text TEXT NOT NULL,
  answered_by TEXT NOT NULL,
  answered_on TEXT,
  reply TEXT NOT NULL,
  withdrawn_reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE milestone (
  id BLOB NOT NULL PRIMARY KEY,
  finding BLOB NOT NULL REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED,
  plan BLOB NOT NULL REFERENCES improvement_plan (id) DEFERRABLE INITIALLY DEFERRED,
  due_on TEXT NOT NULL,
  what TEXT NOT NULL,
  done_on TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX milestone_finding ON milestone (finding);

CREATE TABLE due_change (
  id BLOB NOT NULL PRIMARY KEY,
  finding BLOB NOT NULL REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED,
  plan BLOB NOT NULL REFERENCES improvement_plan (id) DEFERRABLE INITIALLY DEFERRED,
  old_due_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  changed_on TEXT NOT NULL,
  approver BLOB NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT NOT NULL,
  escape_reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX due_change_finding ON due_change (finding);

CREATE TABLE finding_turn (
  id BLOB NOT NULL PRIMARY KEY,
  finding BLOB NOT NULL REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED,
  action TEXT NOT NULL,
  turned_on TEXT NOT NULL,
  person BLOB NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_turn_finding ON finding_turn (finding);

CREATE TABLE due_reminder (
  id BLOB NOT NULL PRIMARY KEY,
  department BLOB NOT NULL REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,
  reminded_on TEXT NOT NULL,
  recipient TEXT NOT NULL,
  items INTEGER NOT NULL,
  reminded_by BLOB NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX due_reminder_department ON due_reminder (department);

CREATE TABLE horizontal_check (
  id BLOB NOT NULL PRIMARY KEY,
  finding BLOB NOT NULL REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED,
  department BLOB NOT NULL REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL,
  asked_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  question TEXT NOT NULL,
  result TEXT,
  answer TEXT NOT NULL,
  answered_by TEXT NOT NULL,
  answered_on TEXT,
  ask_again_reason TEXT NOT NULL,
  own_finding BLOB REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX horizontal_check_department ON horizontal_check (finding, department);
CREATE INDEX horizontal_check_open ON horizontal_check (department, state);
CREATE INDEX horizontal_check_own_finding ON horizontal_check (own_finding);

CREATE TABLE saved_view (
  id BLOB NOT NULL PRIMARY KEY,
  screen TEXT NOT NULL,
  name TEXT NOT NULL,
  params TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX saved_view_name ON saved_view (screen, name);

-- What was written about a finding and taken back again still stands in the journal; this finds it without a walk.
CREATE INDEX op_change_of_finding ON op_change (entity)
  WHERE entity IN ('finding_item', 'fact_check', 'improvement_order', 'improvement_plan', 'milestone', 'due_change',
                   'progress', 'completion', 'verification', 'finding_turn', 'horizontal_check');

-- What is still awaited, found without reading what is over.
CREATE INDEX milestone_open ON milestone (finding) WHERE done_on IS NULL;
CREATE INDEX horizontal_check_asked ON horizontal_check (finding) WHERE state = 'asked';

-- Lists of findings read what they show from these alone, and what was written last about a finding comes last in them.
CREATE INDEX finding_listed ON finding (fiscal_year, number, id, grade, title, department, state, cross_cutting, repeat_of);
DROP INDEX improvement_order_finding;
CREATE INDEX improvement_order_last ON improvement_order (finding, id, due_on);
CREATE INDEX improvement_order_urgent ON improvement_order (finding) WHERE urgent_reason <> '';
CREATE INDEX improvement_plan_last ON improvement_plan (finding, id, due_on, owner_department, owner_post, owner)
  WHERE return_reason = '';
DROP INDEX progress_finding;
CREATE INDEX progress_last ON progress (finding, id, percent, next_report_on);
CREATE INDEX fact_check_last ON fact_check (finding, id, view, due_on, withdrawn_reason);
