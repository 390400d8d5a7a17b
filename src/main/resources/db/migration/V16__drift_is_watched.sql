
-- What each watch found about a version; the last of a day stays.
CREATE TABLE learning.drift (
    model     text COLLATE "C" NOT NULL,
    version   text COLLATE "C" NOT NULL,
    judged_on date        NOT NULL,
    judged_at timestamptz NOT NULL,
    level     text        NOT NULL CHECK (level IN ('UNKNOWN', 'STABLE', 'WATCH', 'ALARM')),
    report    json        NOT NULL,
    PRIMARY KEY (model, version, judged_on)
);
CREATE INDEX drift_by_time ON learning.drift (model, judged_at DESC);

-- What a decision read and said. customer_part, 0 to 65535, falls alike on all customers: "customer_part < 6554" is a tenth of them.
CREATE VIEW report.decision_reading AS
SELECT decision_id,
       customer_id,
       decided_at,
       hashtextextended(customer_id, 0) & 65535 AS customer_part,
       coalesce(json_array_length(record -> 'scores'), 0) > 0 AS scored,
       input -> 'features' AS features,
       (SELECT json_agg(held -> 'service') FROM json_array_elements(input -> 'profile' -> 'holdings') held) AS services,
       record -> 'scores' AS scores
FROM decision.decision;

-- Offers by their first touch, and whether they were bought within 30 days. An offer of services of several categories has none.
CREATE VIEW report.offer_answer AS
SELECT d.decision_id,
       d.customer_id,
       hashtextextended(d.customer_id, 0) & 65535 AS customer_part,
       t.channel,
       t.sent_at AS presented_at,
       d.record -> 'offer' ->> 'kind' AS kind,
       (SELECT CASE WHEN count(DISTINCT s ->> 'category') = 1 THEN min(s ->> 'category') END
        FROM catalog.catalogue k,
             json_array_elements(k.document -> 'services') s
        WHERE k.version = d.record ->> 'catalogueVersion'
          AND s ->> 'code' IN (SELECT json_array_elements_text(d.record -> 'offer' -> 'services'))) AS category,
       c.converted_at IS NOT NULL AND c.converted_at <= t.sent_at + interval '30 days' AS bought,
       d.record -> 'scores' AS scores
FROM channel.touch t
JOIN decision.decision d ON d.decision_id = t.decision_id AND d.outcome = 'OFFER'
LEFT JOIN outcome.conversion c ON c.decision_id = d.decision_id
WHERE t.state = 'SENT'
  AND NOT EXISTS (SELECT FROM channel.touch earlier
                  WHERE earlier.decision_id = t.decision_id
                    AND earlier.state = 'SENT'
                    AND (earlier.sent_at, earlier.touch_id) < (t.sent_at, t.touch_id));
