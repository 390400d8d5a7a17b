-- Which offer it was, so that "maybe later" and exposure are counted without reading records, and when exploration chose it.
ALTER TABLE decision.offer
    ADD COLUMN offer_code text,
    ADD COLUMN explored_at timestamptz;
UPDATE decision.offer o SET offer_code = d.offer_code FROM decision.decision d WHERE d.decision_id = o.decision_id;
CREATE INDEX offer_by_code ON decision.offer (offer_code);
CREATE INDEX offer_explored ON decision.offer (offer_code, explored_at) WHERE explored_at IS NOT NULL;
CREATE INDEX past_contact_by_offer ON outcome.past_contact (offer_code) WHERE treated;

-- What the record says under opportunityCost, null when nothing was given up; kept beside it, since a report over a year of records
-- would read gigabytes.
ALTER TABLE decision.decision ADD COLUMN opportunity_cost json;

-- Decisions whose copies beside the record say something else than the record; of an erased record there is nothing to say.
CREATE VIEW report.stray_copy AS
SELECT decision_id
FROM decision.decision
WHERE suppressed::jsonb IS DISTINCT FROM nullif((record -> 'suppressed')::jsonb, '[]')
   OR opportunity_cost::jsonb IS DISTINCT FROM CASE
       WHEN (record #>> '{opportunityCost,total}')::numeric > 0 OR json_array_length(record #> '{opportunityCost,rows}') > 0
       THEN (record -> 'opportunityCost')::jsonb END;

-- Everybody an offer was ever presented to, by this service and in campaigns before it. Who may still answer has not answered.
CREATE VIEW report.offer_exposure AS
SELECT offer_code, state <> 'PRESENTED' AS answered, state = 'ACCEPTED' AS accepted
FROM decision.offer
WHERE state IN ('PRESENTED', 'ACCEPTED', 'DECLINED', 'LATER', 'EXPIRED')
UNION ALL
SELECT offer_code, true, bought
FROM outcome.past_contact
WHERE treated;

-- Per decision that gave something up: the best that was possible without any rule and lever, and the euros it would have been worth more.
-- A decision whose place another one took decided nothing in the end, and what is held out is given up on purpose.
CREATE VIEW report.opportunity_cost AS
SELECT d.decision_id,
       d.decided_at,
       d.market,
       d.segment,
       d.opportunity_cost ->> 'offer' AS offer_code,
       (d.opportunity_cost ->> 'total')::numeric AS euros
FROM decision.decision d
WHERE d.opportunity_cost IS NOT NULL
  AND d.outcome <> 'HELD_OUT'
  AND NOT EXISTS (SELECT FROM decision.decision later WHERE later.supersedes = d.decision_id);

-- What each row of a table, lever or rule cost alone; rows of one decision do not add up to its total.
CREATE VIEW report.opportunity_cost_row AS
SELECT d.decision_id,
       d.decided_at,
       r ->> 'kind' AS kind,
       r ->> 'rule' AS rule,
       r ->> 'stage' AS stage,
       r ->> 'reason' AS reason,
       r ->> 'offer' AS offer_code,
       (r ->> 'euros')::numeric AS euros
FROM decision.decision d
CROSS JOIN LATERAL json_array_elements(d.opportunity_cost -> 'rows') r
WHERE d.opportunity_cost IS NOT NULL
  AND d.outcome <> 'HELD_OUT'
  AND NOT EXISTS (SELECT FROM decision.decision later WHERE later.supersedes = d.decision_id);

-- As before, and "maybe later" is an answer too.
CREATE OR REPLACE VIEW report.offer_result AS
SELECT o.decision_id,
       o.channel,
       (SELECT array_agg(DISTINCT s ->> 'category')
        FROM catalog.catalogue k, json_array_elements(k.document -> 'services') s
        WHERE k.version = d.record ->> 'catalogueVersion'
          AND (d.record -> 'offer' -> 'services')::jsonb ? (s ->> 'code')) AS categories,
       c.decision_id IS NOT NULL AS converted,
       c.decision_id IS NOT NULL OR o.state IN ('DECLINED', 'LATER', 'EXPIRED') AS answered
FROM decision.offer o
JOIN decision.decision d ON d.decision_id = o.decision_id
LEFT JOIN outcome.conversion c ON c.decision_id = o.decision_id;
