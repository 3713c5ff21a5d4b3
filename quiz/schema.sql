CREATE TABLE IF NOT EXISTS round (
  id INTEGER PRIMARY KEY,
  player TEXT NOT NULL COLLATE NOCASE,
  pack TEXT NOT NULL,
  version TEXT NOT NULL,
  digest TEXT NOT NULL,
  generator TEXT NOT NULL,
  mode TEXT NOT NULL,
  level TEXT NOT NULL,
  count INTEGER NOT NULL,      -- how many questions were asked for
  length INTEGER NOT NULL,     -- how many the pack could give, or as many where the mode sets the number
  seed INTEGER NOT NULL,
  timer INTEGER,               -- seconds a question; null where no clock ran
  ranked INTEGER NOT NULL CHECK (ranked IN (0, 1)),
  started TEXT NOT NULL,       -- of the first answer, ISO 8601 in UTC
  finished TEXT,               -- null while the round is unfinished
  points INTEGER NOT NULL DEFAULT 0,
  right_answers INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX IF NOT EXISTS board ON round (pack, mode, level, length, points DESC, right_answers DESC, finished);
CREATE INDEX IF NOT EXISTS seeds ON round (player, pack, mode, level, length, seed);

CREATE TABLE IF NOT EXISTS answer (
  round INTEGER NOT NULL REFERENCES round ON DELETE CASCADE,
  position INTEGER NOT NULL,   -- from 0
  question TEXT NOT NULL,
  fact TEXT NOT NULL,
  template TEXT NOT NULL,
  difficulty TEXT NOT NULL,
  work TEXT NOT NULL,
  options TEXT NOT NULL,       -- a JSON array of the entities shown, in their order
  answer INTEGER NOT NULL,     -- index of the right option
  chosen INTEGER,              -- index of the one chosen; null for "don't know"
  points INTEGER NOT NULL,
  seconds REAL NOT NULL,
  answered TEXT NOT NULL,
  PRIMARY KEY (round, position)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS unfinished (
  round INTEGER PRIMARY KEY REFERENCES round ON DELETE CASCADE,
  pack TEXT NOT NULL,          -- as the player named it
  state TEXT NOT NULL          -- what the rest of the round follows from, as JSON
);

CREATE TABLE IF NOT EXISTS unwatched (
  player TEXT NOT NULL COLLATE NOCASE,
  pack TEXT NOT NULL,
  work TEXT NOT NULL,
  PRIMARY KEY (player, pack, work)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS flag (
  id INTEGER PRIMARY KEY,
  player TEXT NOT NULL COLLATE NOCASE,
  pack TEXT NOT NULL,
  version TEXT NOT NULL,
  question TEXT NOT NULL,
  fact TEXT NOT NULL,
  stem TEXT NOT NULL,
  word TEXT NOT NULL,          -- what the player had to say, or nothing
  flagged TEXT NOT NULL
);
