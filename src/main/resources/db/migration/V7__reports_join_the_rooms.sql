CREATE SCHEMA report;

-- What each channel has to do or has done: offers not presented yet have no presented_at.
CREATE VIEW report.channel_load AS
SELECT channel, NULL::timestamptz AS presented_at
FROM decision.offer
WHERE state IN ('AWAITING_APPROVAL', 'SCHEDULED')
UNION ALL
SELECT channel, sent_at
FROM channel.touch
WHERE state = 'SENT';

-- Each sale with every touch that may have led to it: those of the year before, and always the touch of the very offer that was
-- accepted, since clocks of other systems may run behind. A sale without any touch has one row without a touch.
CREATE VIEW report.conversion_touch AS
SELECT c.decision_id,
       c.converted_at,
       c.revenue,
       t.touch_id,
       t.sent_at,
       t.channel,
       t.decision_id = c.decision_id AS own_offer,
       d.offer_code,
       d.segment,
       d.trigger_type
FROM outcome.conversion c
LEFT JOIN channel.touch t
       ON t.customer_id = c.customer_id
      AND t.state = 'SENT'
      AND (t.decision_id = c.decision_id
           OR t.sent_at BETWEEN c.converted_at - interval '365 days' AND c.converted_at)
LEFT JOIN decision.decision d ON d.decision_id = t.decision_id;
