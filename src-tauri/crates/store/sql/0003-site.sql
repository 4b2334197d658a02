-- What is written down on site: interviews and walk-throughs with their notes, and what is said the same day.
-- Each row names its engagement, so that what is closed is closed for all of them alike.

CREATE TABLE interview (
  id BLOB NOT NULL PRIMARY KEY,
  engagement BLOB NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  target BLOB NOT NULL REFERENCES engagement_target (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  place TEXT NOT NULL,
  held_on TEXT NOT NULL,
  from_time TEXT NOT NULL,
  until_time TEXT NOT NULL,
  attendees TEXT NOT NULL,
  no_photos INTEGER NOT NULL,
  witness TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX interview_engagement ON interview (engagement);

CREATE TABLE interview_auditor (
  id BLOB NOT NULL PRIMARY KEY,
  engagement BLOB NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  interview BLOB NOT NULL REFERENCES interview (id) DEFERRABLE INITIALLY DEFERRED,
  person BLOB NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX interview_auditor_interview ON interview_auditor (interview);

CREATE TABLE note (
  id BLOB NOT NULL PRIMARY KEY,
  engagement BLOB NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  interview BLOB NOT NULL REFERENCES interview (id) DEFERRABLE INITIALLY DEFERRED,
  noted_at TEXT NOT NULL,
  text TEXT NOT NULL,
  witness TEXT NOT NULL,
  author BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX note_interview ON note (interview);

CREATE TABLE note_link (
  id BLOB NOT NULL PRIMARY KEY,
  engagement BLOB NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  note BLOB NOT NULL REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED,
  target BLOB NOT NULL REFERENCES engagement_target (id) DEFERRABLE INITIALLY DEFERRED,
  item TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX note_link_note ON note_link (note);
CREATE INDEX note_link_target ON note_link (target, item);

CREATE TABLE assignment (
  id BLOB NOT NULL PRIMARY KEY,
  engagement BLOB NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  target BLOB NOT NULL REFERENCES engagement_target (id) DEFERRABLE INITIALLY DEFERRED,
  item TEXT NOT NULL,
  person BLOB NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX assignment_target ON assignment (target, item);

CREATE TABLE memo_line (
  id BLOB NOT NULL PRIMARY KEY,
  engagement BLOB NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  target BLOB NOT NULL REFERENCES engagement_target (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  note BLOB REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED,
  item TEXT NOT NULL,
  dropped INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX memo_line_target ON memo_line (target);

CREATE TABLE flash_report (
  id BLOB NOT NULL PRIMARY KEY,
  engagement BLOB NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  target BLOB NOT NULL REFERENCES engagement_target (id) DEFERRABLE INITIALLY DEFERRED,
  item TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  found_on TEXT NOT NULL,
  found_at TEXT NOT NULL,
  author BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX flash_report_engagement ON flash_report (engagement);

CREATE TABLE flash_notice (
  id BLOB NOT NULL PRIMARY KEY,
  engagement BLOB NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  flash_report BLOB NOT NULL REFERENCES flash_report (id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL,
  told_on TEXT NOT NULL,
  told_at TEXT NOT NULL,
  recipient TEXT NOT NULL,
  means TEXT NOT NULL,
  person BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX flash_notice_report ON flash_notice (flash_report);

-- When it was seen is more than a day, and where no photo could be taken somebody stood by.
ALTER TABLE answer ADD COLUMN seen_time TEXT NOT NULL DEFAULT '';
ALTER TABLE answer ADD COLUMN witness TEXT NOT NULL DEFAULT '';
