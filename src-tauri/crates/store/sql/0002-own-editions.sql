-- Editions that an office makes itself: where an edition came from, and the ones that are still in the making. What is
-- in the making stands row by row, so that each step can be taken back; the finished edition is a row of pack_edition.

ALTER TABLE pack_edition ADD COLUMN origin TEXT NOT NULL DEFAULT 'bundled';

CREATE TABLE own_edition (
  id BLOB NOT NULL PRIMARY KEY,
  pack TEXT NOT NULL,
  edition TEXT NOT NULL,
  title TEXT NOT NULL,
  title_en TEXT NOT NULL,
  issuer TEXT NOT NULL,
  issuer_en TEXT NOT NULL,
  revised TEXT,
  effective TEXT,
  base BLOB NOT NULL REFERENCES pack_edition (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE own_item (
  id BLOB NOT NULL PRIMARY KEY,
  own_edition BLOB NOT NULL REFERENCES own_edition (id) DEFERRABLE INITIALLY DEFERRED,
  item TEXT NOT NULL,
  body TEXT,
  retired INTEGER NOT NULL,
  after TEXT NOT NULL,
  split_from TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX own_item_own_edition ON own_item (own_edition);

CREATE TABLE own_clause (
  id BLOB NOT NULL PRIMARY KEY,
  own_edition BLOB NOT NULL REFERENCES own_edition (id) DEFERRABLE INITIALLY DEFERRED,
  clause TEXT NOT NULL,
  no_item TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX own_clause_own_edition ON own_clause (own_edition);
