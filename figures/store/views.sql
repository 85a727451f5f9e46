-- What people, pages and reports read. Logic belongs here rather than in templates.

-- The steps that made a figure, each with the rule and the words it read.
CREATE VIEW evidence AS
SELECT e.figure_id, e.step, e.field, r.name AS rule, e.start, e."end",
  substr(d.text, e.start + 1, e."end" - e.start) AS quote, e.value
FROM evidence_row e
JOIN rule r ON r.id = e.rule_id
JOIN figure f ON f.id = e.figure_id
JOIN document d ON d.id = f.document_id;

-- The numerals that are no figure, each with the rule that says why.
CREATE VIEW rejection AS
SELECT x.document_id, x.start, x."end",
  substr(d.text, x.start + 1, x."end" - x.start) AS quote, r.name AS rule
FROM rejection_row x
JOIN rule r ON r.id = x.rule_id
JOIN document d ON d.id = x.document_id;

-- The figures with the ruling that stands on each applied and marked (ruled, review); what the machine
-- read stays beside it (machine_…), every column of it in the table figure. A rejected figure stays in
-- sight, marked so.
CREATE VIEW published_figure AS
SELECT f.id, f.document_id, d.name AS document, d.publisher, d.url, d.published_on,
  f.incident_id, f.run_id,
  coalesce(json_extract(r."set", '$.category'), f.category) AS category,
  f.quote, f.start, f."end", f.reported, f.number_start, f.number_end,
  f.sentence, f.sentence_start, f.sentence_end,
  CASE
    WHEN json_type(r."set", '$.value') IS NOT NULL THEN json_extract(r."set", '$.value')
    WHEN json_type(r."set", '$.low') IS NULL AND json_type(r."set", '$.high') IS NULL THEN f.value
    WHEN CASE WHEN json_type(r."set", '$.low') IS NULL THEN f.low ELSE json_extract(r."set", '$.low') END
      = CASE WHEN json_type(r."set", '$.high') IS NULL THEN f.high ELSE json_extract(r."set", '$.high') END
      THEN coalesce(json_extract(r."set", '$.low'), json_extract(r."set", '$.high'))
  END AS value,                            -- bounds corrected: the number stated only where they meet
  CASE WHEN json_type(r."set", '$.low') IS NULL THEN f.low ELSE json_extract(r."set", '$.low') END AS low,
  CASE WHEN json_type(r."set", '$.high') IS NULL THEN f.high ELSE json_extract(r."set", '$.high') END AS high,
  CASE
    WHEN json_type(r."set", '$.qualifier') IS NOT NULL THEN json_extract(r."set", '$.qualifier')
    WHEN json_type(r."set", '$.low') IS NULL AND json_type(r."set", '$.high') IS NULL THEN f.qualifier
    WHEN CASE WHEN json_type(r."set", '$.low') IS NULL THEN f.low ELSE json_extract(r."set", '$.low') END IS NULL THEN 'up_to'
    WHEN CASE WHEN json_type(r."set", '$.high') IS NULL THEN f.high ELSE json_extract(r."set", '$.high') END IS NULL THEN 'at_least'
    WHEN CASE WHEN json_type(r."set", '$.low') IS NULL THEN f.low ELSE json_extract(r."set", '$.low') END = CASE WHEN json_type(r."set", '$.high') IS NULL THEN f.high ELSE json_extract(r."set", '$.high') END THEN 'exact'
    ELSE 'range'
  END AS qualifier,                        -- bounds corrected: the plain one that goes with them
  f.counted,
  CASE WHEN json_type(r."set", '$.unit') IS NULL THEN f.unit ELSE json_extract(r."set", '$.unit') END AS unit,
  CASE WHEN json_type(r."set", '$.subject') IS NULL THEN f.subject ELSE json_extract(r."set", '$.subject') END AS subject,
  CASE WHEN json_type(r."set", '$.groups') IS NULL THEN f.groups ELSE json_extract(r."set", '$.groups') END AS groups,
  CASE WHEN json_type(r."set", '$.status') IS NULL THEN f.status ELSE json_extract(r."set", '$.status') END AS status,
  CASE WHEN json_type(r."set", '$.scope') IS NULL THEN f.scope ELSE json_extract(r."set", '$.scope') END AS scope,
  CASE WHEN json_type(r."set", '$.since') IS NULL THEN f.since ELSE json_extract(r."set", '$.since') END AS since,
  CASE WHEN json_type(r."set", '$.stock_or_flow') IS NULL THEN f.stock_or_flow ELSE json_extract(r."set", '$.stock_or_flow') END AS stock_or_flow,
  CASE WHEN json_type(r."set", '$.basis') IS NULL THEN f.basis ELSE json_extract(r."set", '$.basis') END AS basis,
  CASE WHEN json_type(r."set", '$.part_of') IS NULL THEN f.part_of ELSE json_extract(r."set", '$.part_of') END AS part_of,
  CASE WHEN json_type(r."set", '$.adds_to') IS NULL THEN f.adds_to ELSE json_extract(r."set", '$.adds_to') END AS adds_to,
  CASE WHEN json_type(r."set", '$.restates') IS NULL THEN f.restates ELSE json_extract(r."set", '$.restates') END AS restates,
  CASE WHEN json_type(r."set", '$.attributed_to') IS NULL THEN f.attributed_to ELSE json_extract(r."set", '$.attributed_to') END AS attributed_to,
  CASE WHEN json_type(r."set", '$.attribution_kind') IS NULL THEN f.attribution_kind ELSE json_extract(r."set", '$.attribution_kind') END AS attribution_kind,
  CASE WHEN json_type(r."set", '$.via') IS NULL THEN f.via ELSE json_extract(r."set", '$.via') END AS via,
  CASE WHEN json_type(r."set", '$.caveat') IS NULL THEN f.caveat ELSE json_extract(r."set", '$.caveat') END AS caveat,
  CASE WHEN json_type(r."set", '$.place') IS NULL THEN f.place ELSE json_extract(r."set", '$.place') END AS place,
  CASE WHEN json_type(r."set", '$.place_name') IS NULL THEN f.place_name ELSE json_extract(r."set", '$.place_name') END AS place_name,
  CASE WHEN json_type(r."set", '$.admin1') IS NULL THEN f.admin1 ELSE json_extract(r."set", '$.admin1') END AS admin1,
  CASE WHEN json_type(r."set", '$.country') IS NULL THEN f.country ELSE json_extract(r."set", '$.country') END AS country,
  CASE WHEN json_type(r."set", '$.latitude') IS NULL THEN f.latitude ELSE json_extract(r."set", '$.latitude') END AS latitude,
  CASE WHEN json_type(r."set", '$.longitude') IS NULL THEN f.longitude ELSE json_extract(r."set", '$.longitude') END AS longitude,
  CASE WHEN json_type(r."set", '$.place_precision') IS NULL THEN f.place_precision ELSE json_extract(r."set", '$.place_precision') END AS place_precision,
  CASE WHEN json_type(r."set", '$.gazetteer_id') IS NULL THEN f.gazetteer_id ELSE json_extract(r."set", '$.gazetteer_id') END AS gazetteer_id,
  CASE WHEN json_type(r."set", '$.earliest') IS NULL THEN f.earliest ELSE json_extract(r."set", '$.earliest') END AS earliest,
  CASE WHEN json_type(r."set", '$.latest') IS NULL THEN f.latest ELSE json_extract(r."set", '$.latest') END AS latest,
  CASE WHEN json_type(r."set", '$.date_precision') IS NULL THEN f.date_precision ELSE json_extract(r."set", '$.date_precision') END AS date_precision,
  CASE WHEN json_type(r."set", '$.as_of') IS NULL THEN f.as_of ELSE json_extract(r."set", '$.as_of') END AS as_of,
  CASE WHEN json_type(r."set", '$.as_of_precision') IS NULL THEN f.as_of_precision ELSE json_extract(r."set", '$.as_of_precision') END AS as_of_precision,
  CASE WHEN json_type(r."set", '$.background') IS NULL THEN f.background ELSE json_extract(r."set", '$.background') END AS background,
  f.rule,
  CASE r.ruling WHEN 'confirm' THEN 'confirmed' WHEN 'correct' THEN 'corrected'
    WHEN 'reject' THEN 'rejected' WHEN 'add' THEN 'added' ELSE r.ruling END AS ruled,
  r.id AS ruling_id, r.by AS ruled_by, r.reason AS ruling_reason,
  coalesce(v.state, 'unread') AS review, v.people AS reviewed_by, coalesce(v.contested, 0) AS contested,
  f.category AS machine_category, f.value AS machine_value, f.low AS machine_low, f.high AS machine_high,
  f.status AS machine_status, f.country AS machine_country
FROM figure f
JOIN document d ON d.id = f.document_id
LEFT JOIN review v ON v.figure_id = f.id
LEFT JOIN ruling r ON r.id = v.ruling_id;

-- How two figures that put forward claims about one incident and category relate, the earlier
-- document on the left. Ask it by left_figure_id, right_figure_id or incident_id, never for all rows.
CREATE VIEW comparison AS
SELECT fa.id AS left_figure_id, fb.id AS right_figure_id,
  CASE WHEN ca.id = cb.id THEN 'agree' ELSE coalesce(ab.relation, ba.relation, 'not_comparable') END AS relation,
  CASE WHEN ca.id = cb.id THEN '' WHEN ta.id <> tb.id THEN
    CASE WHEN ta.unit <> tb.unit THEN 'unit' WHEN ta.scope <> tb.scope THEN 'scope'
      WHEN (ta.window_from, ta.window_to) <> (tb.window_from, tb.window_to) THEN 'window'
      WHEN ta.of_group <> tb.of_group THEN 'group' ELSE 'area' END
    ELSE coalesce(ab.kind, ba.kind, '') END AS kind,
  '“' || fa.quote || '”' || CASE WHEN ca.low IS NOT fa.low OR ca.high IS NOT fa.high THEN ' (corrected)' ELSE '' END
  || ' and “' || fb.quote || '”' || CASE WHEN cb.low IS NOT fb.low OR cb.high IS NOT fb.high THEN ' (corrected)' ELSE '' END || ': ' ||
  CASE WHEN ca.id = cb.id THEN 'the same count.' WHEN ta.id <> tb.id THEN
    CASE WHEN ta.unit <> tb.unit THEN 'one counts by ' || ta.unit || ', the other by ' || tb.unit || '.'
      WHEN ta.scope <> tb.scope THEN 'one is ' || CASE ta.scope WHEN 'incident' THEN 'the count of one incident' WHEN 'cumulative' THEN 'a running total' ELSE 'the count of a period' END
        || ', the other ' || CASE tb.scope WHEN 'incident' THEN 'the count of one incident' WHEN 'cumulative' THEN 'a running total' ELSE 'the count of a period' END || '.'
      WHEN (ta.window_from, ta.window_to) <> (tb.window_from, tb.window_to) THEN 'they count over different times.'
      WHEN ta.of_group <> tb.of_group THEN
        'one counts ' || CASE ta.of_group WHEN '' THEN 'all' ELSE ta.of_group END
        || ', the other ' || CASE tb.of_group WHEN '' THEN 'all' ELSE tb.of_group END || '.'
      ELSE 'one counts ' || CASE ta.area WHEN '' THEN 'the whole area' ELSE ta.area END
        || ', the other ' || CASE tb.area WHEN '' THEN 'the whole area' ELSE tb.area END || '.' END
    ELSE coalesce(ab.reason, ba.reason, 'they do not count the same people or things.') END AS reason,
  ta.incident_id, ta.category
FROM claim_figure ka
JOIN figure fa ON fa.id = ka.figure_id
JOIN document da ON da.id = fa.document_id
JOIN claim ca ON ca.id = ka.claim_id AND +ca.how = 'stated'  -- +: no index is made for it on the way
JOIN toll ta ON ta.id = ca.toll_id
JOIN toll tb ON tb.incident_id = ta.incident_id AND tb.category = ta.category
JOIN claim cb ON cb.toll_id = tb.id AND +cb.how = 'stated'
JOIN claim_figure kb ON kb.claim_id = cb.id
JOIN figure fb ON fb.id = kb.figure_id
JOIN document db ON db.id = fb.document_id
LEFT JOIN claim_relation ab ON ab.left_claim_id = ca.id AND ab.right_claim_id = cb.id
LEFT JOIN claim_relation ba ON ba.left_claim_id = cb.id AND ba.right_claim_id = ca.id
WHERE (coalesce(julianday(coalesce(da.published_at, da.published_on)), 9e9), da.id, fa.number_start, fa.id)
  < (coalesce(julianday(coalesce(db.published_at, db.published_on)), 9e9), db.id, fb.number_start, fb.id);

-- One row a disputed pair of claims that both stand, with the figure that said each first. The outer
-- joins have a row each: so who asks only how many there are, or of what kind, reads no more than that.
CREATE VIEW open_conflict AS
SELECT x.left_claim_id, x.right_claim_id, x.incident_id, i.label AS incident, i.place, x.country,
  x.earliest, x.latest, a.toll_id, x.category, t.scope, t.unit, t.of_group, t.area, x.kind,
  a.low AS left_low, a.high AS left_high, fa.id AS left_figure_id, fa.quote AS left_quote,
  fa.attributed_to AS left_attributed_to, da.publisher AS left_publisher, da.url AS left_url,
  x.left_attribution_kind, da.name AS left_document,
  da.published_on AS left_published_on, a.sources AS left_sources,
  b.low AS right_low, b.high AS right_high, fb.id AS right_figure_id, fb.quote AS right_quote,
  fb.attributed_to AS right_attributed_to, db.publisher AS right_publisher, db.url AS right_url,
  x.right_attribution_kind, db.name AS right_document,
  db.published_on AS right_published_on, b.sources AS right_sources,
  x.gap, x.said_at, t.standing, a.of_enemy AS left_of_enemy, b.of_enemy AS right_of_enemy,
  a.denied_by AS left_denied_by, b.denied_by AS right_denied_by,
  '“' || fa.quote || '”' || CASE WHEN a.how = 'stated' AND (a.low IS NOT fa.low OR a.high IS NOT fa.high) THEN ' (corrected)' ELSE '' END
    || ' and “' || fb.quote || '”' || CASE WHEN b.how = 'stated' AND (b.low IS NOT fb.low OR b.high IS NOT fb.high) THEN ' (corrected)' ELSE '' END
    || ': ' || r.reason AS explanation      -- a claim is as people corrected it, its quote as it stands in the text
FROM conflict x
LEFT JOIN claim_relation r
  ON r.left_claim_id = x.left_claim_id AND r.right_claim_id = x.right_claim_id
LEFT JOIN incident i ON i.id = x.incident_id
LEFT JOIN claim a ON a.id = x.left_claim_id
LEFT JOIN toll t ON t.id = a.toll_id
LEFT JOIN figure fa ON fa.id = a.first_figure_id
LEFT JOIN document da ON da.id = fa.document_id
LEFT JOIN claim b ON b.id = x.right_claim_id
LEFT JOIN figure fb ON fb.id = b.first_figure_id
LEFT JOIN document db ON db.id = fb.document_id;

-- Every toll, and why it must not be added to the others; left_out NULL: it may be.
CREATE VIEW counted_toll AS
SELECT t.*, i.label AS incident, i.place, i.admin1, i.country, i.earliest, i.latest,
  CASE
    WHEN t.best IS NULL THEN 'no count stands'
    WHEN t.of_group <> '' OR t.area <> '' THEN 'a part of another count'
    WHEN t.scope = 'cumulative' THEN 'a running total, in which incidents may be counted already'
    WHEN t.scope = 'period' THEN 'the count of a period, in which incidents may be counted already'
    WHEN EXISTS (
      WITH RECURSIVE above (id) AS (
        SELECT i."within" WHERE i."within" IS NOT NULL
        UNION SELECT o."within" FROM incident o JOIN above ON o.id = above.id WHERE o."within" IS NOT NULL)
      SELECT 1 FROM above CROSS JOIN toll o ON o.incident_id = above.id
      WHERE o.category = t.category AND o.unit = t.unit AND o.best IS NOT NULL
        AND o.scope = 'incident' AND o.of_group = '' AND o.area = '')
      THEN 'counted in the incident of which this one is a part'
    WHEN EXISTS (
      SELECT 1 FROM incident_pair p CROSS JOIN toll o ON o.incident_id = p.left_id  -- in this order
      WHERE p.right_id = t.incident_id AND o.category = t.category AND o.unit = t.unit
        AND o.best IS NOT NULL AND o.scope = 'incident' AND o.of_group = '' AND o.area = '')
      THEN 'may be counted already: the incident overlaps another, or may be the same'
  END AS left_out
FROM toll t
JOIN incident i ON i.id = t.incident_id;

-- The tolls that may be added up: nobody stands in two of them.
CREATE VIEW countable_toll AS
SELECT * FROM counted_toll WHERE left_out IS NULL;
