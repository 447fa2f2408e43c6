-- The data of a simulator, first version.
--
-- A world's number is the high half of the keys of its journal, so that one integer finds an exchange
-- and a world's journal lies together, in order, without a further index.

CREATE TABLE world (
  id         INTEGER PRIMARY KEY, -- 0: the journal of the requests that reached no world
  name       TEXT NOT NULL UNIQUE,
  definition BLOB NOT NULL,       -- YAML as created: what a reset returns to
  current    BLOB NOT NULL        -- YAML now: clock set, answers forced
) STRICT;

INSERT INTO world VALUES (0, '', x'', x'');

-- What one commit adds to a world's journal is one row: neighbours share pages, and resemble each
-- other so much that compressed they take a tenth of their place.

CREATE TABLE segment (
  last    INTEGER PRIMARY KEY, -- of its last exchange: world << 32 | number in the world, from 1
  hash    BLOB NOT NULL,       -- SHA-256 of that exchange
  entries BLOB NOT NULL        -- S2 of journal records, each after its length and before its hash
) STRICT;

-- Records are JSON of the payer's own structures; the columns beside them are the keys by which
-- the payer finds them.

CREATE TABLE identification (
  world  INTEGER NOT NULL,
  id     TEXT NOT NULL,
  record BLOB NOT NULL,
  PRIMARY KEY (world, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE engagement (
  id          INTEGER PRIMARY KEY, -- order of arrival
  world       INTEGER NOT NULL,
  request_key TEXT NOT NULL,       -- one answer for one calculation, for ever
  live_key    TEXT NOT NULL,       -- one live engagement for one dossier, insurer and period; empty: holds nothing
  clc_id      TEXT NOT NULL,       -- empty where refused
  record      BLOB NOT NULL
) STRICT;
CREATE INDEX engagement_world ON engagement (world);

-- Keys are spread at random: one index each would dirty three pages for every calculation. Their
-- hashes are added here in sorted batches instead; until then the writer keeps them in memory, and
-- finds them again at start in the engagements above the mark.

CREATE TABLE engagement_key (
  hash       INTEGER NOT NULL,
  engagement INTEGER NOT NULL,
  PRIMARY KEY (hash, engagement)
) STRICT, WITHOUT ROWID;

CREATE TABLE mark (
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  engagement INTEGER NOT NULL      -- the keys of engagements up to this one are in engagement_key
) STRICT;

INSERT INTO mark VALUES (1, 0);

CREATE TABLE counter (
  world INTEGER NOT NULL,
  key   TEXT NOT NULL,
  n     INTEGER NOT NULL,
  PRIMARY KEY (world, key)
) STRICT, WITHOUT ROWID;
