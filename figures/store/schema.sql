-- The database. One row of every table is said above it; docs/database.md tells a reader the rest.
--
-- It refuses wrong rows by itself: STRICT types, closed lists and low <= high as CHECKs, a figure
-- whose words do not stand in its text by a trigger. Offsets are code points of document.text,
-- spans half-open [start, end). NULL means that the text does not tell; in key columns '' does.

-- One call of the pipeline.
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,                        -- when it began, UTC
  version TEXT NOT NULL,                   -- of the program
  rules TEXT NOT NULL,                     -- hash of everything that decides a reading
  comparison TEXT NOT NULL DEFAULT '',     -- hash of everything that decided the comparison; '' before it
  codebook TEXT NOT NULL,
  command TEXT NOT NULL,
  examples INTEGER NOT NULL DEFAULT 0 CHECK (examples IN (0, 1)),  -- it read only the shipped examples
  documents INTEGER NOT NULL DEFAULT 0 CHECK (documents >= 0),     -- new ones, as are the next three
  figures INTEGER NOT NULL DEFAULT 0 CHECK (figures >= 0),
  rejections INTEGER NOT NULL DEFAULT 0 CHECK (rejections >= 0),
  issues INTEGER NOT NULL DEFAULT 0 CHECK (issues >= 0),
  seconds REAL                             -- NULL: it did not come to its end
) STRICT;

-- An input that could not be read, or only in part; said once, however often it is met.
CREATE TABLE issue (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES run (id),
  "where" TEXT NOT NULL,
  what TEXT NOT NULL,
  UNIQUE ("where", what)
) STRICT;

-- The journal: what was done to this database, each row bound to the one before by its hash.
CREATE TABLE log (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  event TEXT NOT NULL,
  details TEXT NOT NULL CHECK (json_valid(details)),
  previous TEXT NOT NULL CHECK (length(previous) = 64),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;

-- The bytes that documents were read from, zlib-compressed.
CREATE TABLE raw (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  bytes BLOB NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0)  -- before compression
) STRICT;

-- One text of one publisher.
CREATE TABLE document (
  id TEXT PRIMARY KEY CHECK (length(id) = 16),
  name TEXT NOT NULL,
  publisher TEXT,
  url TEXT,
  title TEXT,
  published TEXT,                          -- verbatim
  published_at TEXT,
  published_on TEXT,
  retrieved_at TEXT,
  rights TEXT,                             -- as the input gives them, both
  access TEXT,
  text TEXT NOT NULL,
  text_sha256 TEXT NOT NULL CHECK (length(text_sha256) = 64),
  raw_sha256 TEXT REFERENCES raw (sha256),
  format TEXT,                             -- the reader that read the raw bytes
  read_with TEXT,                          -- hash of that reader
  copy_of TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  replaces TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (copy_of <> id),
  CHECK (replaces <> id)
) STRICT;
CREATE INDEX document_name ON document (name);
CREATE INDEX document_published_on ON document (published_on);
CREATE INDEX document_publisher ON document (publisher);
CREATE INDEX document_raw ON document (raw_sha256);
CREATE INDEX document_copy_of ON document (copy_of) WHERE copy_of IS NOT NULL;
CREATE INDEX document_replaces ON document (replaces) WHERE replaces IS NOT NULL;

-- Full-text search over documents.
CREATE VIRTUAL TABLE document_fts USING fts5 (
  title, text, content = 'document', content_rowid = 'rowid',
  tokenize = 'porter unicode61 remove_diacritics 2'
);

-- A rule that read something, or said why a numeral is no figure.
CREATE TABLE rule (
  id INTEGER PRIMARY KEY,                  -- made of the name, so that it depends on nothing else
  name TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64)  -- of its file; of all rule files where it has none of its own
) STRICT;

-- What happened, at a place and time, as one or more documents tell it.
CREATE TABLE incident (
  id TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  kind TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('incident', 'cumulative')),
  place TEXT,
  admin1 TEXT,
  country TEXT CHECK (length(country) = 2),
  latitude REAL CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL CHECK (longitude BETWEEN -180 AND 180),
  gazetteer_id TEXT,
  earliest TEXT,
  latest TEXT,
  "within" TEXT REFERENCES incident (id) DEFERRABLE INITIALLY DEFERRED,
  why TEXT NOT NULL,
  CHECK (earliest <= latest),
  CHECK ("within" <> id)
) STRICT;
CREATE INDEX incident_earliest ON incident (earliest);
CREATE INDEX incident_country ON incident (country, earliest);
CREATE INDEX incident_within ON incident ("within") WHERE "within" IS NOT NULL;

-- One number claim.
CREATE TABLE figure (
  id TEXT PRIMARY KEY CHECK (length(id) = 16),
  document_id TEXT NOT NULL REFERENCES document (id),
  incident_id TEXT REFERENCES incident (id) DEFERRABLE INITIALLY DEFERRED,
  run_id INTEGER NOT NULL REFERENCES run (id),
  category TEXT NOT NULL,
  quote TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  reported TEXT NOT NULL,
  number_start INTEGER NOT NULL,
  number_end INTEGER NOT NULL,
  sentence TEXT NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  value ANY CHECK (typeof(value) IN ('integer', 'real', 'null')),
  low ANY CHECK (typeof(low) IN ('integer', 'real', 'null')),
  high ANY CHECK (typeof(high) IN ('integer', 'real', 'null')),
  qualifier TEXT NOT NULL CHECK (qualifier IN ('exact', 'at_least', 'more_than', 'up_to', 'less_than',
    'about', 'nearly', 'range', 'vague', 'unspecified')),
  counted TEXT NOT NULL CHECK (counted IN ('number', 'article', 'named')),
  unit TEXT NOT NULL,
  subject TEXT,
  groups TEXT NOT NULL CHECK (json_valid(groups) AND json_type(groups) = 'array'),
  status TEXT NOT NULL CHECK (status IN ('asserted', 'feared', 'denied', 'hypothetical', 'superseded',
    'retracted', 'not_known')),
  scope TEXT NOT NULL CHECK (scope IN ('incident', 'cumulative', 'period')),
  since TEXT,
  stock_or_flow TEXT CHECK (stock_or_flow IN ('stock', 'flow')),
  basis TEXT CHECK (basis IN ('confirmed', 'identified', 'registered', 'bodies_found', 'estimated',
    'projected')),
  part_of TEXT REFERENCES figure (id) DEFERRABLE INITIALLY DEFERRED,
  adds_to TEXT REFERENCES figure (id) DEFERRABLE INITIALLY DEFERRED,
  restates TEXT REFERENCES figure (id) DEFERRABLE INITIALLY DEFERRED,
  attributed_to TEXT,
  attribution_kind TEXT CHECK (attribution_kind IN ('official', 'military', 'police', 'medical', 'un',
    'ngo', 'media', 'witness', 'armed_group', 'local_source', 'unnamed')),
  via TEXT,
  caveat TEXT,
  place TEXT,
  place_name TEXT,
  admin1 TEXT,
  country TEXT CHECK (length(country) = 2),
  latitude REAL CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL CHECK (longitude BETWEEN -180 AND 180),
  place_precision TEXT,
  gazetteer_id TEXT,
  earliest TEXT,
  latest TEXT,
  date_precision TEXT,
  as_of TEXT,
  as_of_precision TEXT,
  background TEXT,                         -- words that tell another incident than the one mainly reported
  rule TEXT NOT NULL,
  UNIQUE (document_id, number_start, category),
  CHECK (0 <= sentence_start AND sentence_start <= start AND start <= number_start
    AND number_start < number_end AND number_end <= "end" AND "end" <= sentence_end),
  CHECK (0 <= low), CHECK (0 <= high), CHECK (0 <= value),
  CHECK (low <= high), CHECK (low <= value), CHECK (value <= high),
  CHECK (high < 9e15), CHECK (low < 9e15), CHECK (value < 9e15),
  CHECK (status <> 'not_known' OR (value IS NULL AND low IS NULL AND high IS NULL)),
  CHECK (earliest <= latest),
  CHECK (part_of <> id), CHECK (adds_to <> id), CHECK (restates <> id)
) STRICT;
CREATE INDEX figure_incident ON figure (incident_id, category);  -- more of them in lists.sql
CREATE INDEX figure_part_of ON figure (part_of) WHERE part_of IS NOT NULL;
CREATE INDEX figure_adds_to ON figure (adds_to) WHERE adds_to IS NOT NULL;
CREATE INDEX figure_restates ON figure (restates) WHERE restates IS NOT NULL;
CREATE INDEX figure_uncertain ON figure (document_id, number_start, category)
  WHERE (qualifier IN ('vague', 'unspecified') OR counted <> 'number' OR status <> 'asserted' OR caveat IS NOT NULL);
CREATE INDEX figure_by_a_person ON figure (id) WHERE rule = 'person';

-- Which rule read which characters to fill which field of a figure; read it through the view evidence.
CREATE TABLE evidence_row (
  figure_id TEXT NOT NULL REFERENCES figure (id),
  step INTEGER NOT NULL CHECK (step >= 1),
  field TEXT NOT NULL,
  rule_id INTEGER NOT NULL REFERENCES rule (id),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  value TEXT,
  PRIMARY KEY (figure_id, step),
  CHECK (0 <= start AND start <= "end")
) STRICT, WITHOUT ROWID;

-- A numeral that is no figure, and why; read it through the view rejection.
CREATE TABLE rejection_row (
  document_id TEXT NOT NULL REFERENCES document (id),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  rule_id INTEGER NOT NULL REFERENCES rule (id),
  PRIMARY KEY (document_id, start),
  CHECK (0 <= start AND start < "end")
) STRICT, WITHOUT ROWID;

-- An incident that a document speaks of, and whether it is the one it mainly reports.
CREATE TABLE document_incident (
  document_id TEXT NOT NULL REFERENCES document (id),
  incident_id TEXT NOT NULL REFERENCES incident (id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL CHECK (role IN ('main', 'background')),
  why TEXT NOT NULL,
  PRIMARY KEY (document_id, incident_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_incident_incident ON document_incident (incident_id, role);
CREATE UNIQUE INDEX document_incident_main ON document_incident (document_id) WHERE role = 'main';

-- An id that an incident once bore, so that an old address still leads somewhere.
CREATE TABLE incident_alias (
  id TEXT PRIMARY KEY,
  incident_id TEXT NOT NULL REFERENCES incident (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (id <> incident_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_alias_incident ON incident_alias (incident_id);

-- Two incidents that overlap or may be the same.
CREATE TABLE incident_pair (
  left_id TEXT NOT NULL REFERENCES incident (id) DEFERRABLE INITIALLY DEFERRED,
  right_id TEXT NOT NULL REFERENCES incident (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('overlaps', 'maybe_same')),
  why TEXT NOT NULL,
  PRIMARY KEY (left_id, right_id),
  CHECK (left_id < right_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_pair_right ON incident_pair (right_id);

-- A speaker or publisher known by name.
CREATE TABLE source (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  party TEXT
) STRICT, WITHOUT ROWID;

-- One category's count for one incident.
CREATE TABLE toll (
  id TEXT PRIMARY KEY,
  incident_id TEXT NOT NULL REFERENCES incident (id) DEFERRABLE INITIALLY DEFERRED,
  category TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('incident', 'cumulative', 'period')),
  window_from TEXT NOT NULL,
  window_to TEXT NOT NULL,
  unit TEXT NOT NULL,
  of_group TEXT NOT NULL,
  area TEXT NOT NULL,
  low ANY CHECK (typeof(low) IN ('integer', 'real', 'null')),
  best ANY CHECK (typeof(best) IN ('integer', 'real', 'null')),
  high ANY CHECK (typeof(high) IN ('integer', 'real', 'null')),
  best_from TEXT REFERENCES figure (id) DEFERRABLE INITIALLY DEFERRED,
  attackers ANY CHECK (typeof(attackers) IN ('integer', 'real', 'null')),
  sources_low INTEGER NOT NULL CHECK (sources_low >= 0),    -- independent sources behind the low
  sources_high INTEGER NOT NULL CHECK (sources_high >= 0),  -- and behind the high
  documents INTEGER NOT NULL CHECK (documents >= 0),
  state TEXT NOT NULL CHECK (state IN ('single', 'agreed', 'revised', 'disputed')),
  standing TEXT NOT NULL CHECK (standing IN ('', 'single_source', 'corroborated', 'one_party_only',
    'contested', 'admitted')),                              -- '': no count stands
  codebook TEXT NOT NULL,
  UNIQUE (incident_id, category, scope, window_from, window_to, unit, of_group, area),
  CHECK (low <= high)
) STRICT;
CREATE INDEX toll_category ON toll (category, state);
CREATE INDEX toll_best_from ON toll (best_from) WHERE best_from IS NOT NULL;

-- The same toll as another codebook counts it.
CREATE TABLE toll_by_codebook (
  toll_id TEXT NOT NULL REFERENCES toll (id) DEFERRABLE INITIALLY DEFERRED,
  codebook TEXT NOT NULL,
  low ANY CHECK (typeof(low) IN ('integer', 'real', 'null')),
  best ANY CHECK (typeof(best) IN ('integer', 'real', 'null')),
  high ANY CHECK (typeof(high) IN ('integer', 'real', 'null')),
  PRIMARY KEY (toll_id, codebook),
  CHECK (low <= high)
) STRICT, WITHOUT ROWID;

-- One distinct count put forward for a toll, by one or more figures.
CREATE TABLE claim (
  id TEXT PRIMARY KEY,
  toll_id TEXT NOT NULL REFERENCES toll (id) DEFERRABLE INITIALLY DEFERRED,
  how TEXT NOT NULL CHECK (how IN ('stated', 'summed')),
  share TEXT NOT NULL CHECK (share IN ('whole', 'part', 'addition')),
  low ANY CHECK (typeof(low) IN ('integer', 'real', 'null')),
  high ANY CHECK (typeof(high) IN ('integer', 'real', 'null')),
  qualifier TEXT NOT NULL CHECK (qualifier IN ('exact', 'at_least', 'more_than', 'up_to', 'less_than',
    'about', 'nearly', 'range', 'vague')),
  status TEXT NOT NULL CHECK (status IN ('asserted', 'feared')),
  basis TEXT CHECK (basis IN ('confirmed', 'identified', 'registered', 'bodies_found', 'estimated',
    'projected')),
  stock_or_flow TEXT CHECK (stock_or_flow IN ('stock', 'flow')),
  widened_low ANY CHECK (typeof(widened_low) IN ('integer', 'real', 'null')),
  widened_high ANY CHECK (typeof(widened_high) IN ('integer', 'real', 'null')),
  as_of TEXT,
  first_said_at TEXT,
  first_document_id TEXT NOT NULL REFERENCES document (id),
  first_figure_id TEXT NOT NULL REFERENCES figure (id) DEFERRABLE INITIALLY DEFERRED,
  source_id TEXT REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  sources INTEGER NOT NULL CHECK (sources >= 0),            -- independent of one another
  documents INTEGER NOT NULL CHECK (documents >= 0),
  of_enemy INTEGER NOT NULL CHECK (of_enemy IN (0, 1)),     -- a side's count of its enemy's dead or hurt
  denied_by TEXT NOT NULL CHECK (json_valid(denied_by) AND json_type(denied_by) = 'array'),
  state TEXT NOT NULL CHECK (state IN ('current', 'superseded', 'retracted')),
  CHECK (low <= high),
  CHECK (widened_low <= widened_high)
) STRICT;
CREATE INDEX claim_toll ON claim (toll_id);
CREATE INDEX claim_first_figure ON claim (first_figure_id);
CREATE INDEX claim_first_document ON claim (first_document_id);
CREATE INDEX claim_source ON claim (source_id) WHERE source_id IS NOT NULL;

-- A figure that states a claim, or one of those that it was summed from.
CREATE TABLE claim_figure (
  claim_id TEXT NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
  figure_id TEXT NOT NULL REFERENCES figure (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (claim_id, figure_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_figure_figure ON claim_figure (figure_id);

-- How two claims of one toll relate, the earlier on the left; without a row they are not comparable.
CREATE TABLE claim_relation (
  left_claim_id TEXT NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
  right_claim_id TEXT NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
  relation TEXT NOT NULL CHECK (relation IN ('compatible', 'revision', 'conflict')),
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,                    -- follows both quotes: “20” and “33”: …
  PRIMARY KEY (left_claim_id, right_claim_id),
  CHECK (left_claim_id <> right_claim_id),
  CHECK (CASE relation
    WHEN 'conflict' THEN kind IN ('contradiction', 'order_unknown', 'opposing_sides', 'arithmetic')
    WHEN 'revision' THEN kind IN ('rise', 'fall', 'correction')
    ELSE kind = '' END)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX claim_relation_pair
  ON claim_relation (min(left_claim_id, right_claim_id), max(left_claim_id, right_claim_id));
CREATE INDEX claim_relation_right ON claim_relation (right_claim_id);
CREATE INDEX claim_relation_conflict ON claim_relation (relation) WHERE relation = 'conflict';

-- The conflicts that are open, with what they are searched and sorted by; read them through the view
-- open_conflict.
CREATE TABLE conflict (
  left_claim_id TEXT NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
  right_claim_id TEXT NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
  incident_id TEXT NOT NULL REFERENCES incident (id) DEFERRABLE INITIALLY DEFERRED,
  category TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT,
  earliest TEXT,
  latest TEXT,
  left_attribution_kind TEXT,
  right_attribution_kind TEXT,
  said_at TEXT,                            -- when the later of the two was first said
  gap ANY CHECK (typeof(gap) IN ('integer', 'real', 'null')),  -- how far the two counts are apart
  PRIMARY KEY (left_claim_id, right_claim_id),
  FOREIGN KEY (left_claim_id, right_claim_id)
    REFERENCES claim_relation (left_claim_id, right_claim_id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX conflict_gap ON conflict (gap);
CREATE INDEX conflict_said_at ON conflict (said_at);
CREATE INDEX conflict_earliest ON conflict (earliest);
CREATE INDEX conflict_incident ON conflict (incident_id);
CREATE INDEX conflict_right ON conflict (right_claim_id);

-- Something in the figures that a person should look at.
CREATE TABLE finding (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  incident_id TEXT NOT NULL REFERENCES incident (id) DEFERRABLE INITIALLY DEFERRED,
  figures TEXT NOT NULL CHECK (json_valid(figures) AND json_type(figures) = 'array'),  -- ids
  sentence TEXT NOT NULL
) STRICT;
CREATE INDEX finding_incident ON finding (incident_id);

-- A person's decision, as audits/decisions.jsonl holds it, and what it came to here.
CREATE TABLE ruling (
  id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL UNIQUE CHECK (seq >= 1),  -- its place in the order of replay
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  about TEXT NOT NULL CHECK (about IN ('figure', 'pair', 'conflict', 'copy')),
  subject TEXT NOT NULL CHECK (json_valid(subject) AND json_type(subject) = 'array'),
  ruling TEXT NOT NULL CHECK (ruling IN ('confirm', 'correct', 'reject', 'unsure', 'add', 'second',
    'same', 'not_same', 'stands')),
  "set" TEXT NOT NULL DEFAULT '{}' CHECK (json_valid("set") AND json_type("set") = 'object'),
  was TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(was) AND json_type(was) = 'object'),
  reason TEXT NOT NULL DEFAULT '',
  of TEXT,                                       -- id of the ruling that this one seconds
  figure_id TEXT REFERENCES figure (id),         -- the figure it is about, or the first of two
  other_figure_id TEXT REFERENCES figure (id),   -- the second of two
  stale INTEGER NOT NULL DEFAULT 0 CHECK (stale IN (0, 1))  -- it no longer fits and is not applied
) STRICT;
CREATE INDEX ruling_figure ON ruling (figure_id, seq) WHERE figure_id IS NOT NULL;
CREATE INDEX ruling_other_figure ON ruling (other_figure_id) WHERE other_figure_id IS NOT NULL;

-- The rules by which this database was made, told for people: what the methods page shows.
CREATE TABLE method (
  part TEXT NOT NULL CHECK (part IN ('category', 'shape', 'qualifier', 'vague', 'relation', 'conflict',
    'codebook', 'limit', 'accuracy')),
  position INTEGER NOT NULL CHECK (position >= 1),  -- within its part
  name TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content) AND json_type(content) = 'object'),
  PRIMARY KEY (part, position)
) STRICT, WITHOUT ROWID;

-- The countries that incidents and figures name by their letters.
CREATE TABLE country (
  code TEXT PRIMARY KEY CHECK (length(code) = 2),
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What people's rulings on a figure come to; a figure without a row is unread.
CREATE TABLE review (
  figure_id TEXT PRIMARY KEY REFERENCES figure (id) DEFERRABLE INITIALLY DEFERRED,
  ruling_id TEXT NOT NULL REFERENCES ruling (id) DEFERRABLE INITIALLY DEFERRED,  -- the one that stands
  state TEXT NOT NULL CHECK (state IN ('unsure', 'read', 'seconded')),
  people TEXT NOT NULL CHECK (json_valid(people) AND json_type(people) = 'array'),  -- who hold it
  contested INTEGER NOT NULL CHECK (contested IN (0, 1))  -- somebody else holds something else
) STRICT, WITHOUT ROWID;
CREATE INDEX review_state ON review (state);
CREATE INDEX review_contested ON review (figure_id) WHERE contested = 1;

-- What the home page shows, counted once at the end of a run: plain counts ('documents', 'figures',
-- 'open_conflicts', …) and for each category and unit the sum of the tolls that can be added up.
CREATE TABLE summary (
  name TEXT NOT NULL,
  category TEXT NOT NULL DEFAULT '',
  unit TEXT NOT NULL DEFAULT '',
  value INTEGER NOT NULL CHECK (value >= 0),     -- of a 'toll' row: the incidents summed
  low ANY CHECK (typeof(low) IN ('integer', 'real', 'null')),
  best ANY CHECK (typeof(best) IN ('integer', 'real', 'null')),
  high ANY CHECK (typeof(high) IN ('integer', 'real', 'null')),  -- NULL: at least one is open
  PRIMARY KEY (name, category, unit)
) STRICT, WITHOUT ROWID;

-- How many rows a list has (value '') and how many have each of a column's values, counted once at the
-- end of a run, so that no page walks through a million rows: 'figure', 'figure.category', …
CREATE TABLE value_count (
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  rows INTEGER NOT NULL CHECK (rows >= 0),
  documents INTEGER CHECK (documents >= 0),     -- that they stand in, where that is counted
  PRIMARY KEY (name, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX value_count_rows ON value_count (name, rows);

-- A text never changes once it is here; what the comparison finds about a document may.
CREATE TRIGGER document_text_stays
BEFORE UPDATE OF id, name, publisher, url, title, published, published_at, published_on, retrieved_at,
  rights, access, text, text_sha256, raw_sha256, format, read_with ON document
BEGIN
  SELECT RAISE(ABORT, 'a document that is stored never changes: figures point into its text');
END;

CREATE TRIGGER document_into_search AFTER INSERT ON document
BEGIN
  INSERT INTO document_fts (rowid, title, text) VALUES (NEW.rowid, NEW.title, NEW.text);
END;

CREATE TRIGGER document_out_of_search AFTER DELETE ON document
BEGIN
  INSERT INTO document_fts (document_fts, rowid, title, text)
  VALUES ('delete', OLD.rowid, OLD.title, OLD.text);
END;

-- The sentence is compared with the text, quote and quantity words with the sentence: one walk
-- through a long text, not three.
CREATE TRIGGER figure_stands_in_text_insert BEFORE INSERT ON figure
BEGIN
  SELECT RAISE(ABORT, 'the sentence does not stand in the text there')
  WHERE NEW.sentence IS NOT (
    SELECT substr(text, NEW.sentence_start + 1, NEW.sentence_end - NEW.sentence_start)
    FROM document WHERE id = NEW.document_id);
  SELECT RAISE(ABORT, 'the quote does not stand in the text there')
  WHERE NEW.quote IS NOT
    substr(NEW.sentence, NEW.start - NEW.sentence_start + 1, NEW."end" - NEW.start);
  SELECT RAISE(ABORT, 'the reported quantity does not stand in the text there')
  WHERE NEW.reported IS NOT
    substr(NEW.sentence, NEW.number_start - NEW.sentence_start + 1, NEW.number_end - NEW.number_start);
END;

CREATE TRIGGER figure_stands_in_text_update
BEFORE UPDATE OF id, document_id, quote, start, "end", reported, number_start, number_end,
  sentence, sentence_start, sentence_end ON figure
BEGIN
  SELECT RAISE(ABORT, 'the sentence does not stand in the text there')
  WHERE NEW.sentence IS NOT (
    SELECT substr(text, NEW.sentence_start + 1, NEW.sentence_end - NEW.sentence_start)
    FROM document WHERE id = NEW.document_id);
  SELECT RAISE(ABORT, 'the quote does not stand in the text there')
  WHERE NEW.quote IS NOT
    substr(NEW.sentence, NEW.start - NEW.sentence_start + 1, NEW."end" - NEW.start);
  SELECT RAISE(ABORT, 'the reported quantity does not stand in the text there')
  WHERE NEW.reported IS NOT
    substr(NEW.sentence, NEW.number_start - NEW.sentence_start + 1, NEW.number_end - NEW.number_start);
END;

-- The journal grows at its end and nowhere else; what a reading rested on stays as it was.
CREATE TRIGGER log_grows_at_its_end BEFORE INSERT ON log
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM log)
  OR NEW.previous IS NOT coalesce((SELECT hash FROM log ORDER BY seq DESC LIMIT 1),
    '0000000000000000000000000000000000000000000000000000000000000000')
BEGIN
  SELECT RAISE(ABORT, 'a log row follows the last one and bears its hash');
END;
CREATE TRIGGER log_not_updated BEFORE UPDATE ON log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_not_deleted BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER evidence_not_replaced BEFORE INSERT ON evidence_row
WHEN EXISTS (SELECT 1 FROM evidence_row WHERE figure_id = NEW.figure_id AND step = NEW.step)
BEGIN SELECT RAISE(ABORT, 'evidence is not replaced: rebuild the database'); END;
CREATE TRIGGER evidence_not_updated BEFORE UPDATE ON evidence_row
BEGIN SELECT RAISE(ABORT, 'evidence is not changed: rebuild the database'); END;
CREATE TRIGGER evidence_not_deleted BEFORE DELETE ON evidence_row
WHEN (SELECT rule FROM figure WHERE id = OLD.figure_id) IS NOT 'person'  -- which goes with its ruling
BEGIN SELECT RAISE(ABORT, 'evidence is not deleted: rebuild the database'); END;

CREATE TRIGGER rejection_not_replaced BEFORE INSERT ON rejection_row
WHEN EXISTS (SELECT 1 FROM rejection_row WHERE document_id = NEW.document_id AND start = NEW.start)
BEGIN SELECT RAISE(ABORT, 'a rejection is not replaced: rebuild the database'); END;
CREATE TRIGGER rejection_not_updated BEFORE UPDATE ON rejection_row
BEGIN SELECT RAISE(ABORT, 'a rejection is not changed: rebuild the database'); END;
CREATE TRIGGER rejection_not_deleted BEFORE DELETE ON rejection_row
BEGIN SELECT RAISE(ABORT, 'a rejection is not deleted: rebuild the database'); END;

CREATE TRIGGER issue_not_updated BEFORE UPDATE ON issue
BEGIN SELECT RAISE(ABORT, 'an issue is not changed'); END;
CREATE TRIGGER issue_not_deleted BEFORE DELETE ON issue
BEGIN SELECT RAISE(ABORT, 'an issue is not deleted'); END;
