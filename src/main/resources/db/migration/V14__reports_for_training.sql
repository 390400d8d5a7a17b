-- Every contact to learn from: the campaigns from before this service decided, and its own offers and hold-outs. An offer counts from
-- the moment it was sent and as bought when the customer took something of its category within 30 days; bundles and retention
-- offers belong to no category. Only rows whose settled_on has come are known to the end.
CREATE VIEW report.training_contact AS
SELECT c.customer_id COLLATE "C" AS customer_id,
       c.contacted_on,
       NULL::timestamptz AS contacted_at,
       c.campaign AS occasion,
       c.category,
       c.offer_code,
       c.upgrade,
       c.channel,
       c.hour_band::int AS hour_band,
       c.treated,
       c.bought,
       c.contacted_on + 30 AS settled_on,
       f.features
FROM outcome.past_contact c
JOIN outcome.past_features f ON f.customer_id = c.customer_id AND f.as_of = c.contacted_on
UNION ALL
SELECT d.customer_id COLLATE "C",
       o.contacted_on,
       o.contacted_at,
       d.decision_id,
       o.category,
       d.offer_code,
       o.upgrade,
       CASE WHEN o.treated THEN d.channel END,
       NULL,
       o.treated,
       b.bought,
       CASE WHEN b.bought THEN o.contacted_on ELSE o.contacted_on + 30 END,
       d.input -> 'features'
FROM decision.decision d
LEFT JOIN channel.touch t ON t.decision_id = d.decision_id AND t.channel = d.channel AND t.state = 'SENT'
JOIN catalog.catalogue k ON k.version = d.record ->> 'catalogueVersion'
JOIN LATERAL (
    SELECT s ->> 'category' AS category,
           d.record #>> '{offer,kind}' = 'UPSELL' AS upgrade,
           d.outcome = 'OFFER' AS treated,
           coalesce(t.sent_at, d.decided_at) AS contacted_at,
           (coalesce(t.sent_at, d.decided_at) AT TIME ZONE 'UTC')::date AS contacted_on
    FROM json_array_elements(k.document -> 'services') s
    WHERE s ->> 'code' = d.record #>> '{offer,services,0}') o ON true
JOIN LATERAL (
    SELECT EXISTS (
               SELECT FROM outcome.conversion c
               WHERE c.decision_id = d.decision_id AND c.converted_at < o.contacted_at + interval '30 days')
        OR EXISTS (
               SELECT FROM customer.life_event e
               WHERE e.customer_id = d.customer_id AND e.what IN ('BOUGHT', 'UPGRADED') AND e.category = o.category
                 AND e.happened_on BETWEEN o.contacted_on AND o.contacted_on + 30) AS bought) b ON true
WHERE (d.outcome = 'HELD_OUT' OR (d.outcome = 'OFFER' AND t.sent_at IS NOT NULL))
  AND d.record #>> '{offer,kind}' IN ('CROSS_SELL', 'UPSELL');

-- Every snapshot with what followed: later events, later margins of a year, and the day up to which anything is known.
CREATE VIEW report.training_snapshot AS
SELECT s.customer_id,
       s.as_of,
       s.market,
       s.held,
       s.services,
       s.margin,
       s.features,
       (SELECT json_agg(json_build_object('what', e.what, 'category', e.category, 'on', e.happened_on) ORDER BY e.happened_on)
        FROM customer.life_event e
        WHERE e.customer_id = s.customer_id AND e.happened_on > s.as_of) AS events,
       (SELECT json_object_agg(l.as_of, l.margin)
        FROM customer.feature_snapshot l
        WHERE l.customer_id = s.customer_id AND l.as_of > s.as_of AND l.as_of <= s.as_of + interval '12 months'
          AND l.margin IS NOT NULL) AS margins,
       known.until AS observed_until
FROM customer.feature_snapshot s
CROSS JOIN (SELECT greatest(
                (SELECT max(as_of) FROM customer.feature_snapshot),
                (SELECT max(as_of) FROM customer.feature_run WHERE finished_at IS NOT NULL)) AS until) known
WHERE s.as_of < known.until;
