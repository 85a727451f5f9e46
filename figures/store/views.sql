-- What people and pages read. Logic belongs here rather than in templates.

CREATE VIEW evidence AS
SELECT e.figure_id, e.step, e.field, r.name AS rule, e."start", e."end",
       substr(d.text, e."start" + 1, e."end" - e."start") AS quote, e.value
FROM evidence_row e JOIN rule r ON r.id = e.rule_id JOIN figure f ON f.id = e.figure_id JOIN document d ON d.id = f.document_id;

CREATE VIEW rejection AS
SELECT j.document_id, j."start", j."end", substr(d.text, j."start" + 1, j."end" - j."start") AS quote, r.name AS rule
FROM rejection_row j JOIN rule r ON r.id = j.rule_id JOIN document d ON d.id = j.document_id;

-- The machine's reading with the rulings in force applied; what the machine read stays beside it.
CREATE VIEW published_figure AS
WITH latest AS (
    SELECT figure_id, max(place) AS place FROM ruling WHERE about = 'figure' AND stale = 0 AND figure_id IS NOT NULL GROUP BY figure_id
), ruled AS (
    SELECT r.* FROM latest JOIN ruling r ON r.figure_id = latest.figure_id AND r.place = latest.place
)
SELECT f.id, f.document_id, f.incident_id,
       coalesce(json_extract(r."set", '$.category'), f.category) AS category,
       f.quote,
       CASE WHEN json_type(r."set", '$.low') IS NOT NULL OR json_type(r."set", '$.high') IS NOT NULL
            THEN CASE WHEN json_extract(r."set", '$.low') IS json_extract(r."set", '$.high') THEN json_extract(r."set", '$.low') END
            ELSE f.value END AS value,
       CASE WHEN json_type(r."set", '$.low') IS NOT NULL THEN json_extract(r."set", '$.low') ELSE f.low END AS low,
       CASE WHEN json_type(r."set", '$.high') IS NOT NULL THEN json_extract(r."set", '$.high') ELSE f.high END AS high,
       f.qualifier, f.counted, f.unit, f.subject, f.groups, f.status, f.scope, f.since, f.stock_or_flow, f.basis,
       f.part_of, f.adds_to, f.restates, f.attributed_to, f.attribution_kind, f.via, f.caveat,
       f.place, f.place_name, f.admin1, f.country, f.latitude, f.longitude, f.place_precision, f.gazetteer_id,
       f.earliest, f.latest, f.date_precision, f.as_of, f.as_of_precision, f.background, f.sentence, f.rule,
       CASE r.ruling WHEN 'confirm' THEN 'confirmed' WHEN 'correct' THEN 'corrected' WHEN 'reject' THEN 'rejected' ELSE r.ruling END AS ruled,
       r.id AS ruling_id, r."by" AS ruled_by, r.reason AS ruling_reason,
       f.category AS machine_category, f.value AS machine_value, f.low AS machine_low, f.high AS machine_high,
       d.name AS document, d.publisher, d.url, d.published_on
FROM figure f JOIN document d ON d.id = f.document_id LEFT JOIN ruled r ON r.figure_id = f.id;

-- One row an unordered pair of figures of stated claims of one incident and category, the earlier document on the left.
CREATE VIEW comparison AS
WITH pair AS (
    SELECT a.figure_id AS a_figure, b.figure_id AS b_figure, a.claim_id AS a_claim, b.claim_id AS b_claim
    FROM claim_figure a
    JOIN claim ca ON ca.id = a.claim_id AND ca.how = 'stated'
    JOIN figure fa ON fa.id = a.figure_id
    JOIN figure fb ON fb.incident_id = fa.incident_id AND fb.category = fa.category AND fb.id <> fa.id
    JOIN claim_figure b ON b.figure_id = fb.id
    JOIN claim cb ON cb.id = b.claim_id AND cb.how = 'stated'
    JOIN document da ON da.id = fa.document_id
    JOIN document db ON db.id = fb.document_id
    WHERE (coalesce(da.published_on, '9999'), da.id, fa.number_start, fa.id) < (coalesce(db.published_on, '9999'), db.id, fb.number_start, fb.id)
)
SELECT p.a_figure AS left_figure_id, p.b_figure AS right_figure_id,
       CASE WHEN p.a_claim = p.b_claim THEN 'agree' ELSE coalesce(r.relation, s.relation, 'not_comparable') END AS relation,
       CASE WHEN p.a_claim = p.b_claim THEN '' ELSE coalesce(r.kind, s.kind, '') END AS kind,
       '“' || fa.quote || '” and “' || fb.quote || '”: ' ||
       CASE WHEN p.a_claim = p.b_claim THEN 'the same count.' ELSE coalesce(r.reason, s.reason, 'they count different things.') END AS reason,
       fa.incident_id, fa.category
FROM pair p
JOIN figure fa ON fa.id = p.a_figure
JOIN figure fb ON fb.id = p.b_figure
LEFT JOIN claim_relation r ON r.left_claim_id = p.a_claim AND r.right_claim_id = p.b_claim
LEFT JOIN claim_relation s ON s.left_claim_id = p.b_claim AND s.right_claim_id = p.a_claim;

-- One row a disputed pair of claims, with one figure of each side to show.
CREATE VIEW open_conflict AS
SELECT r.left_claim_id, r.right_claim_id, i.id AS incident_id, i.label AS incident, i.place, i.country,
       i.earliest, t.category, r.kind,
       a.low AS left_low, a.high AS left_high, fa.id AS left_figure_id, fa.quote AS left_quote,
       fa.attributed_to AS left_attributed_to, da.publisher AS left_publisher, da.url AS left_url, da.name AS left_document,
       da.published_on AS left_published_on, a.sources AS left_sources,
       b.low AS right_low, b.high AS right_high, fb.id AS right_figure_id, fb.quote AS right_quote,
       fb.attributed_to AS right_attributed_to, db.publisher AS right_publisher, db.url AS right_url, db.name AS right_document,
       db.published_on AS right_published_on, b.sources AS right_sources,
       abs(coalesce(a.low, a.high, 0) - coalesce(b.low, b.high, 0)) AS gap,
       '“' || fa.quote || '” and “' || fb.quote || '”: ' || r.reason AS explanation
FROM claim_relation r
JOIN claim a ON a.id = r.left_claim_id
JOIN claim b ON b.id = r.right_claim_id
JOIN toll t ON t.id = a.toll_id
JOIN incident i ON i.id = t.incident_id
JOIN figure fa ON fa.id = a.first_figure_id
JOIN figure fb ON fb.id = b.first_figure_id
JOIN document da ON da.id = fa.document_id
JOIN document db ON db.id = fb.document_id
WHERE r.relation = 'conflict' AND a.state = 'current' AND b.state = 'current';

-- Tolls that may be added up: whole, of an incident that lies in no other and is not perhaps another's double.
CREATE VIEW countable_toll AS
SELECT t.*, i.label AS incident, i.country, i.admin1, i.earliest
FROM toll t JOIN incident i ON i.id = t.incident_id
WHERE t.of_group = '' AND t.area = '' AND t.scope = 'incident' AND i.within IS NULL
  AND NOT EXISTS (SELECT 1 FROM incident_pair p WHERE p.right_id = i.id);
