-- The self-inspection of a year: what is asked of whom by when, whose hands it goes through, and what came back.

CREATE TABLE campaign (
  id BLOB NOT NULL PRIMARY KEY,
  fiscal_year INTEGER NOT NULL,
  title TEXT NOT NULL,
  instructions TEXT NOT NULL,
  pack_edition BLOB NOT NULL REFERENCES pack_edition (id) DEFERRABLE INITIALLY DEFERRED,
  from_on TEXT,
  until_on TEXT,
  lead BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

ALTER TABLE engagement ADD COLUMN campaign BLOB REFERENCES campaign (id) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE route_step (
  id BLOB NOT NULL PRIMARY KEY,
  campaign BLOB NOT NULL REFERENCES campaign (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  role TEXT NOT NULL,
  person BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  due_on TEXT,
  done_on TEXT,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX route_step_campaign ON route_step (campaign);

CREATE TABLE submission (
  id BLOB NOT NULL PRIMARY KEY,
  engagement BLOB NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  target BLOB NOT NULL REFERENCES engagement_target (id) DEFERRABLE INITIALLY DEFERRED,
  sent_back_on TEXT,
  sent_back_reason TEXT NOT NULL,
  head_name TEXT NOT NULL,
  head_on TEXT,
  confirmed_on TEXT,
  confirmed_by BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  improvement TEXT NOT NULL,
  handed_out INTEGER NOT NULL,
  came_back INTEGER NOT NULL,
  medium TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX submission_engagement ON submission (engagement);

CREATE TABLE staff_count (
  id BLOB NOT NULL PRIMARY KEY,
  engagement BLOB NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  target BLOB NOT NULL REFERENCES engagement_target (id) DEFERRABLE INITIALLY DEFERRED,
  item TEXT NOT NULL,
  yes INTEGER NOT NULL,
  partly INTEGER NOT NULL,
  no INTEGER NOT NULL,
  not_applicable INTEGER NOT NULL,
  unknown INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_count_target ON staff_count (target);
CREATE INDEX staff_count_engagement ON staff_count (engagement);

CREATE TABLE reminder (
  id BLOB NOT NULL PRIMARY KEY,
  campaign BLOB NOT NULL REFERENCES campaign (id) DEFERRABLE INITIALLY DEFERRED,
  target BLOB NOT NULL REFERENCES engagement_target (id) DEFERRABLE INITIALLY DEFERRED,
  reminded_on TEXT NOT NULL,
  means TEXT NOT NULL,
  recipient TEXT NOT NULL,
  reminded_by BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX reminder_campaign ON reminder (campaign);
