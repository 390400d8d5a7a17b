-- What was learned of how new services take margin from held ones; the newest publication is in force, older ones stay for replay.

CREATE TABLE policy.substitution (
    version     text PRIMARY KEY,
    learned_at  timestamptz NOT NULL,
    publication bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    pairs       json        NOT NULL
);

-- What a service of a category and level earns on the catalogue on sale, euros per month; level 0 is none.
CREATE VIEW report.margin_by_tier AS
SELECT o ->> 'market' AS market,
       o ->> 'category' AS category,
       (o ->> 'tier')::int AS tier,
       max((o ->> 'monthlyMargin')::float8) AS margin
FROM (SELECT document FROM catalog.catalogue ORDER BY publication DESC LIMIT 1) sold
CROSS JOIN json_array_elements(sold.document -> 'offers') o
GROUP BY 1, 2, 3;

-- Whom somebody meant to ask for a service not held, and whom chance held out, as it was meant: asked is also who was not reached in
-- the end, since who is reached is no accident. Arms are compared within an occasion: a campaign, or a month of our own decisions.
CREATE VIEW report.meant_contact AS
SELECT c.customer_id COLLATE "C" AS customer_id,
       c.contacted_on AS meant_on,
       c.campaign AS occasion,
       c.category,
       c.treated,
       f.features
FROM outcome.past_contact c
JOIN outcome.past_features f ON f.customer_id = c.customer_id AND f.as_of = c.contacted_on
WHERE NOT c.upgrade
UNION ALL
SELECT d.customer_id COLLATE "C",
       (d.decided_at AT TIME ZONE 'UTC')::date,
       'decisions of ' || to_char(d.decided_at AT TIME ZONE 'UTC', 'YYYY-MM'),
       s ->> 'category',
       d.outcome = 'OFFER',
       d.input -> 'features'
FROM decision.decision d
JOIN catalog.catalogue k ON k.version = d.record ->> 'catalogueVersion'
CROSS JOIN LATERAL json_array_elements(k.document -> 'services') s
WHERE d.outcome IN ('HELD_OUT', 'OFFER')
  AND d.record #>> '{offer,kind}' = 'CROSS_SELL'
  AND s ->> 'code' = d.record #>> '{offer,services,0}'
  AND d.erased_at IS NULL;
