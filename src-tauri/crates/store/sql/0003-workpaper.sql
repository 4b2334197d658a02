-- What a workpaper holds beside the verdict: samples, references, reviews.

-- The number of a target in the numbers of its workpapers; it stays when other targets come or go.
ALTER TABLE engagement_target ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
UPDATE engagement_target SET position = (
  SELECT count(*) FROM engagement_target t JOIN department d ON d.id = t.department
    JOIN department own ON own.id = engagement_target.department
  WHERE t.engagement = engagement_target.engagement AND (d.position, t.id) <= (own.position, engagement_target.id)
);

CREATE TABLE sampling (
  id BLOB NOT NULL PRIMARY KEY,
  engagement BLOB NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  target BLOB NOT NULL REFERENCES engagement_target (id) DEFERRABLE INITIALLY DEFERRED,
  item TEXT NOT NULL,
  population TEXT NOT NULL,
  source TEXT NOT NULL,
  population_size INTEGER NOT NULL,
  method TEXT NOT NULL,
  size INTEGER NOT NULL,
  seed TEXT NOT NULL,
  picks TEXT NOT NULL,
  exceptions TEXT NOT NULL,
  note TEXT NOT NULL,
  drawn_by BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  drawn_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sampling_target ON sampling (target);

CREATE TABLE cross_reference (
  id BLOB NOT NULL PRIMARY KEY,
  engagement BLOB NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  target BLOB NOT NULL REFERENCES engagement_target (id) DEFERRABLE INITIALLY DEFERRED,
  item TEXT NOT NULL,
  other_target BLOB NOT NULL REFERENCES engagement_target (id) DEFERRABLE INITIALLY DEFERRED,
  other_item TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX cross_reference_target ON cross_reference (target);
CREATE INDEX cross_reference_other ON cross_reference (other_target);

CREATE TABLE review (
  id BLOB NOT NULL PRIMARY KEY,
  engagement BLOB NOT NULL REFERENCES engagement (id) DEFERRABLE INITIALLY DEFERRED,
  target BLOB NOT NULL REFERENCES engagement_target (id) DEFERRABLE INITIALLY DEFERRED,
  item TEXT NOT NULL,
  answer BLOB NOT NULL,
  reviewer BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  at INTEGER NOT NULL,
  result TEXT NOT NULL,
  comment TEXT NOT NULL,
  digest TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX review_target ON review (target);
CREATE INDEX review_answer ON review (answer);
