-- Facts about the workspace that are no user data.
CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- One chain of operations per copy of the workspace. `place` tells copies apart; `parent_hash` is the head the chain
-- continues from; a foreign chain was received from another laptop and is kept as it came.
CREATE TABLE device (
  n INTEGER NOT NULL PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  place BLOB NOT NULL,
  since INTEGER NOT NULL,
  parent_hash BLOB NOT NULL,
  foreign_chain INTEGER NOT NULL
) STRICT;

CREATE TABLE op (
  device INTEGER NOT NULL REFERENCES device (n) DEFERRABLE INITIALLY DEFERRED,
  seq INTEGER NOT NULL,
  id BLOB NOT NULL,
  kind TEXT NOT NULL,
  undo INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor BLOB,
  schema INTEGER NOT NULL,
  undoes INTEGER,
  prev_hash BLOB NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;

-- Where undo ends: the last migration of a chain, found without walking it.
CREATE INDEX op_migration ON op (device, seq) WHERE kind = 'schema.migrate';

CREATE TABLE op_change (
  device INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  n INTEGER NOT NULL,
  entity TEXT NOT NULL,
  entity_id BLOB NOT NULL,
  columns TEXT NOT NULL,
  before_hash BLOB NOT NULL,
  after_hash BLOB NOT NULL,
  PRIMARY KEY (device, seq, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX op_change_row ON op_change (entity_id);

-- With row ids, unlike the others: a row of this size would spill a page of its own out of a table without them.
CREATE TABLE op_image (
  device INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  n INTEGER NOT NULL,
  salt BLOB NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  PRIMARY KEY (device, seq, n)
) STRICT;

-- The chain is never altered. Images may go, but only while a purge says so.
CREATE TRIGGER op_no_update BEFORE UPDATE ON op BEGIN SELECT RAISE(ABORT, 'the journal is never altered'); END;
CREATE TRIGGER op_no_delete BEFORE DELETE ON op BEGIN SELECT RAISE(ABORT, 'the journal is never altered'); END;
CREATE TRIGGER op_change_no_update BEFORE UPDATE ON op_change BEGIN SELECT RAISE(ABORT, 'the journal is never altered'); END;
CREATE TRIGGER op_change_no_delete BEFORE DELETE ON op_change BEGIN SELECT RAISE(ABORT, 'the journal is never altered'); END;
CREATE TRIGGER op_image_no_update BEFORE UPDATE ON op_image BEGIN SELECT RAISE(ABORT, 'the journal is never altered'); END;
CREATE TRIGGER op_image_only_purge BEFORE DELETE ON op_image
  WHEN NOT EXISTS (SELECT 1 FROM meta WHERE key = 'purging') BEGIN SELECT RAISE(ABORT, 'only a purge removes images'); END;

CREATE TABLE draft (
  entity TEXT NOT NULL,
  entity_id BLOB NOT NULL,
  field TEXT NOT NULL,
  context TEXT NOT NULL,
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor BLOB,
  PRIMARY KEY (entity, entity_id, field)
) STRICT, WITHOUT ROWID;

-- The files in blobs/, each with its own key. A purge deletes the row and with it the key, so neither may stand in the
-- journal; that is why a blob is no row of user data.
CREATE TABLE blob (
  id BLOB NOT NULL PRIMARY KEY,
  file TEXT NOT NULL UNIQUE,
  key BLOB NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

CREATE TABLE search_row (n INTEGER NOT NULL PRIMARY KEY, entity TEXT NOT NULL, entity_id BLOB NOT NULL) STRICT;
CREATE INDEX search_row_entity ON search_row (entity_id);
CREATE VIRTUAL TABLE search_gram USING fts5 (
  grams, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
);
