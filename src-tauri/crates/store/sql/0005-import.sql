-- How foreign tables are read, under a name by which they are known again.

CREATE TABLE import_layout (
  id BLOB NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  layout TEXT NOT NULL
) STRICT, WITHOUT ROWID;
