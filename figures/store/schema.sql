-- The database of Figures: one table a noun, declared so that SQLite itself refuses a wrong row.
-- Offsets are code points, as SQLite's substr() counts them. Key columns hold '' rather than NULL.

CREATE TABLE raw (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    bytes BLOB NOT NULL,                -- compressed with zlib
    size INTEGER NOT NULL CHECK (size >= 0),
    format TEXT NOT NULL
) STRICT;

CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    version TEXT NOT NULL,
    rules TEXT NOT NULL,
    command TEXT NOT NULL,
    documents INTEGER NOT NULL DEFAULT 0,
    figures INTEGER NOT NULL DEFAULT 0,
    rejections INTEGER NOT NULL DEFAULT 0,
    issues INTEGER NOT NULL DEFAULT 0,
    seconds REAL NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE document (
    id TEXT PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL,
    publisher TEXT,
    url TEXT,
    title TEXT,
    published TEXT,
    published_at TEXT,
    published_on TEXT,
    retrieved_at TEXT,
    text TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    raw_sha256 TEXT REFERENCES raw(sha256),
    read_with TEXT,
    copy_of TEXT REFERENCES document(id),
    replaces TEXT REFERENCES document(id)
) STRICT;
CREATE INDEX document_name ON document(name);
CREATE INDEX document_published ON document(published_on);

CREATE VIRTUAL TABLE document_search USING fts5(title, text, content='document', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER document_indexed AFTER INSERT ON document BEGIN
    INSERT INTO document_search(rowid, title, text) VALUES (new.rowid, new.title, new.text);
END;
CREATE TRIGGER document_text_stays BEFORE UPDATE OF id, name, text, text_sha256, raw_sha256, url, published, published_at, published_on ON document BEGIN
    SELECT RAISE(ABORT, 'a document never changes after it was read');
END;
CREATE TRIGGER document_stays BEFORE DELETE ON document BEGIN
    SELECT RAISE(ABORT, 'a document is never deleted');
END;

CREATE TABLE rule (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL                -- of the file that holds it
) STRICT;

CREATE TABLE incident (
    id TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    kind TEXT NOT NULL,
    scope TEXT NOT NULL,
    place TEXT, admin1 TEXT, country TEXT, latitude REAL, longitude REAL, gazetteer_id TEXT,
    earliest TEXT, latest TEXT,
    within TEXT REFERENCES incident(id),
    why TEXT NOT NULL
) STRICT;
CREATE INDEX incident_latest ON incident(latest);

CREATE TABLE figure (
    id TEXT PRIMARY KEY CHECK (length(id) = 16),
    document_id TEXT NOT NULL REFERENCES document(id),
    incident_id TEXT REFERENCES incident(id),
    run_id INTEGER NOT NULL REFERENCES run(id),
    category TEXT NOT NULL,
    quote TEXT NOT NULL,
    "start" INTEGER NOT NULL CHECK ("start" >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > "start"),
    reported TEXT NOT NULL,
    number_start INTEGER NOT NULL,
    number_end INTEGER NOT NULL CHECK (number_end > number_start),
    sentence TEXT NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL CHECK (sentence_end > sentence_start),
    value ANY CHECK (typeof(value) IN ('integer', 'real', 'null')),
    low ANY CHECK (typeof(low) IN ('integer', 'real', 'null')),
    high ANY CHECK (typeof(high) IN ('integer', 'real', 'null')),
    qualifier TEXT NOT NULL CHECK (qualifier IN ('exact', 'at_least', 'more_than', 'up_to', 'less_than', 'about', 'nearly', 'range', 'vague', 'unspecified')),
    counted TEXT NOT NULL CHECK (counted IN ('number', 'article', 'named')),
    unit TEXT NOT NULL,
    subject TEXT,
    groups TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(groups)),
    status TEXT NOT NULL CHECK (status IN ('asserted', 'feared', 'denied', 'hypothetical', 'superseded', 'retracted', 'not_known')),
    scope TEXT NOT NULL CHECK (scope IN ('incident', 'cumulative', 'period')),
    since TEXT,
    stock_or_flow TEXT CHECK (stock_or_flow IN ('stock', 'flow')),
    basis TEXT CHECK (basis IN ('confirmed', 'identified', 'registered', 'bodies_found', 'estimated', 'projected')),
    part_of TEXT REFERENCES figure(id) DEFERRABLE INITIALLY DEFERRED,
    adds_to TEXT REFERENCES figure(id) DEFERRABLE INITIALLY DEFERRED,
    restates TEXT REFERENCES figure(id) DEFERRABLE INITIALLY DEFERRED,
    attributed_to TEXT,
    attribution_kind TEXT CHECK (attribution_kind IN ('official', 'military', 'police', 'medical', 'un', 'ngo', 'media', 'witness', 'armed_group', 'local_source', 'unnamed')),
    via TEXT,
    caveat TEXT,
    place TEXT, place_name TEXT, admin1 TEXT, country TEXT, latitude REAL, longitude REAL,
    place_precision TEXT, gazetteer_id TEXT,
    earliest TEXT, latest TEXT, date_precision TEXT,
    as_of TEXT, as_of_precision TEXT,
    background TEXT,
    rule TEXT NOT NULL,
    CHECK (low IS NULL OR high IS NULL OR low <= high),
    CHECK (earliest IS NULL OR latest IS NULL OR earliest <= latest),
    UNIQUE (document_id, number_start, category)
) STRICT;
CREATE INDEX figure_document ON figure(document_id);
CREATE INDEX figure_incident ON figure(incident_id, category);
CREATE INDEX figure_category ON figure(category);
CREATE INDEX figure_country ON figure(country);

CREATE TRIGGER figure_proven BEFORE INSERT ON figure
WHEN new.quote IS NOT (SELECT substr(text, new."start" + 1, new."end" - new."start") FROM document WHERE id = new.document_id)
  OR new.reported IS NOT (SELECT substr(text, new.number_start + 1, new.number_end - new.number_start) FROM document WHERE id = new.document_id)
  OR new.sentence IS NOT (SELECT substr(text, new.sentence_start + 1, new.sentence_end - new.sentence_start) FROM document WHERE id = new.document_id)
BEGIN
    SELECT RAISE(ABORT, 'the quote of a figure must stand in its document at its offsets');
END;
CREATE TRIGGER figure_stays_proven BEFORE UPDATE ON figure
WHEN new.quote IS NOT (SELECT substr(text, new."start" + 1, new."end" - new."start") FROM document WHERE id = new.document_id)
  OR new.reported IS NOT (SELECT substr(text, new.number_start + 1, new.number_end - new.number_start) FROM document WHERE id = new.document_id)
  OR new.sentence IS NOT (SELECT substr(text, new.sentence_start + 1, new.sentence_end - new.sentence_start) FROM document WHERE id = new.document_id)
BEGIN
    SELECT RAISE(ABORT, 'the quote of a figure must stand in its document at its offsets');
END;

CREATE TABLE evidence_row (
    figure_id TEXT NOT NULL REFERENCES figure(id),
    step INTEGER NOT NULL,
    field TEXT NOT NULL,
    rule_id INTEGER NOT NULL REFERENCES rule(id),
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    value TEXT,
    PRIMARY KEY (figure_id, step)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER evidence_stays BEFORE UPDATE ON evidence_row BEGIN
    SELECT RAISE(ABORT, 'evidence is never changed');
END;
CREATE TRIGGER evidence_kept BEFORE DELETE ON evidence_row BEGIN
    SELECT RAISE(ABORT, 'evidence is never deleted');
END;

CREATE TABLE rejection_row (
    document_id TEXT NOT NULL REFERENCES document(id),
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    rule_id INTEGER NOT NULL REFERENCES rule(id),
    PRIMARY KEY (document_id, "start", "end", rule_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_incident (
    document_id TEXT NOT NULL REFERENCES document(id),
    incident_id TEXT NOT NULL REFERENCES incident(id),
    role TEXT NOT NULL CHECK (role IN ('main', 'background')),
    why TEXT NOT NULL,
    PRIMARY KEY (document_id, incident_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX document_incident_main ON document_incident(document_id) WHERE role = 'main';
CREATE INDEX document_incident_incident ON document_incident(incident_id);

CREATE TABLE incident_alias (
    id TEXT PRIMARY KEY,
    incident_id TEXT NOT NULL REFERENCES incident(id)
) STRICT;

CREATE TABLE incident_pair (
    left_id TEXT NOT NULL REFERENCES incident(id),
    right_id TEXT NOT NULL REFERENCES incident(id),
    kind TEXT NOT NULL CHECK (kind IN ('overlaps', 'maybe_same')),
    why TEXT NOT NULL,
    PRIMARY KEY (left_id, right_id),
    CHECK (left_id < right_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE toll (
    id TEXT PRIMARY KEY,
    incident_id TEXT NOT NULL REFERENCES incident(id),
    category TEXT NOT NULL,
    scope TEXT NOT NULL,
    window_from TEXT NOT NULL,
    window_to TEXT NOT NULL,
    unit TEXT NOT NULL,
    of_group TEXT NOT NULL,
    area TEXT NOT NULL,
    low ANY CHECK (typeof(low) IN ('integer', 'real', 'null')),
    best ANY CHECK (typeof(best) IN ('integer', 'real', 'null')),
    high ANY CHECK (typeof(high) IN ('integer', 'real', 'null')),
    best_from TEXT REFERENCES figure(id),
    attackers ANY CHECK (typeof(attackers) IN ('integer', 'real', 'null')),
    sources_low INTEGER NOT NULL,
    sources_high INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('single', 'agreed', 'revised', 'disputed')),
    codebook TEXT NOT NULL,
    CHECK (low IS NULL OR high IS NULL OR low <= high),
    UNIQUE (incident_id, category, scope, window_from, window_to, unit, of_group, area)
) STRICT;
CREATE INDEX toll_state ON toll(state);

CREATE TABLE toll_by_codebook (
    toll_id TEXT NOT NULL REFERENCES toll(id),
    codebook TEXT NOT NULL,
    low ANY, best ANY, high ANY,
    PRIMARY KEY (toll_id, codebook)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
    id TEXT PRIMARY KEY,
    toll_id TEXT NOT NULL REFERENCES toll(id),
    how TEXT NOT NULL CHECK (how IN ('stated', 'summed')),
    share TEXT NOT NULL CHECK (share IN ('whole', 'part', 'addition')),
    low ANY, high ANY,
    qualifier TEXT NOT NULL,
    status TEXT NOT NULL,
    basis TEXT,
    stock_or_flow TEXT,
    widened_low ANY, widened_high ANY,
    as_of TEXT,
    first_said_at TEXT,
    first_document_id TEXT NOT NULL REFERENCES document(id),
    first_figure_id TEXT NOT NULL REFERENCES figure(id),
    source_id TEXT,
    sources INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('current', 'superseded', 'retracted'))
) STRICT;
CREATE INDEX claim_toll ON claim(toll_id);

CREATE TABLE claim_figure (
    claim_id TEXT NOT NULL REFERENCES claim(id),
    figure_id TEXT NOT NULL REFERENCES figure(id),
    PRIMARY KEY (claim_id, figure_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_figure_figure ON claim_figure(figure_id);

CREATE TABLE claim_relation (
    left_claim_id TEXT NOT NULL REFERENCES claim(id),
    right_claim_id TEXT NOT NULL REFERENCES claim(id),
    relation TEXT NOT NULL CHECK (relation IN ('compatible', 'revision', 'conflict', 'not_comparable')),
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (left_claim_id, right_claim_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_relation_right ON claim_relation(right_claim_id);
CREATE INDEX claim_relation_relation ON claim_relation(relation);

CREATE TABLE finding (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    incident_id TEXT NOT NULL REFERENCES incident(id),
    figures TEXT NOT NULL CHECK (json_valid(figures)),
    sentence TEXT NOT NULL
) STRICT;

CREATE TABLE source (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    party TEXT
) STRICT;

CREATE TABLE ruling (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL,
    about TEXT NOT NULL CHECK (about IN ('figure', 'pair', 'conflict', 'copy')),
    subject TEXT NOT NULL CHECK (json_valid(subject)),
    ruling TEXT NOT NULL CHECK (ruling IN ('confirm', 'correct', 'reject', 'unsure', 'same', 'not_same', 'stands')),
    "set" TEXT NOT NULL CHECK (json_valid("set")),
    was TEXT NOT NULL CHECK (json_valid(was)),
    reason TEXT NOT NULL,
    figure_id TEXT REFERENCES figure(id),
    stale INTEGER NOT NULL DEFAULT 0 CHECK (stale IN (0, 1)),
    place INTEGER NOT NULL              -- its line in decisions.jsonl: later rulings win
) STRICT;
CREATE INDEX ruling_figure ON ruling(figure_id);

CREATE TABLE summary (
    name TEXT PRIMARY KEY,
    value ANY
) STRICT;

CREATE TABLE issue (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES run(id),
    "where" TEXT NOT NULL,
    what TEXT NOT NULL
) STRICT;

CREATE TABLE log (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    event TEXT NOT NULL,
    details TEXT NOT NULL CHECK (json_valid(details)),
    previous TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE TRIGGER log_stays BEFORE UPDATE ON log BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END;
CREATE TRIGGER log_kept BEFORE DELETE ON log BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END;
