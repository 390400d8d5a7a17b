-- Decisions: what stays when the customer's personal data are erased, and what does not.
ALTER TABLE decision.decision
    ADD COLUMN salt            uuid DEFAULT gen_random_uuid(),
    ADD COLUMN personal_sha256 bytea,
    ADD COLUMN erased_at       timestamptz,
    ALTER COLUMN input DROP NOT NULL;

COMMENT ON COLUMN decision.decision.salt IS 'keeps the hash of the personal part from being guessed; deleted with it';
COMMENT ON COLUMN decision.decision.personal_sha256 IS 'stands for the personal part after it was erased; null before';

-- The part of a record that says nothing of the person. Whatever is not named here is personal, and so is why a channel was taken;
-- arms of experiments name their unit. Seals cover the text this answers, so the list never changes: a longer one is a second
-- function, for decisions made from then on.
CREATE FUNCTION decision.kept_part(record json) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT '{' || coalesce(string_agg(to_json(key)::text || ':' || CASE
        WHEN key IN ('channel', 'approval') AND json_typeof(value) = 'object' THEN (
            SELECT '{' || coalesce(string_agg(to_json(k)::text || ':' || v::text, ',' ORDER BY p), '') || '}'
            FROM json_each(value) WITH ORDINALITY AS member (k, v, p) WHERE k <> 'reason')
        ELSE value::text END, ',' ORDER BY position), '') || '}'
    FROM json_each(record) WITH ORDINALITY AS part (key, value, position)
    WHERE key IN ('decisionId', 'triggerId', 'triggerType', 'market', 'segment', 'decidedAt', 'outcome', 'offer', 'channel',
                  'approval', 'rules', 'models', 'experiment', 'path', 'processInstanceId', 'catalogueVersion',
                  'supersedes', 'build')
$$;

CREATE FUNCTION decision.personal_hash(d decision.decision) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(
        d.personal_sha256,
        sha256(uuid_send(d.salt) || convert_to(
            json_build_array(d.customer_id, d.expected_value)::text || E'\x1e' || d.record::text || E'\x1e' || coalesce(d.input::text, ''),
            'UTF8')))
$$;

-- What a seal covers of a decision; the same before and after an erasure.
CREATE FUNCTION decision.content_hash(d decision.decision) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT sha256(convert_to(
        json_build_array(
            d.decision_id, d.trigger_id, d.trigger_type, d.market, d.segment, (extract(epoch FROM d.decided_at) * 1000000)::bigint,
            d.outcome, d.offer_code, d.channel, d.process_instance_id)::text || E'\x1e' || decision.kept_part(d.record),
        'UTF8') || decision.personal_hash(d))
$$;

-- A decision is never changed. An erasure takes away exactly the personal part, so the content hash stays as it was.
CREATE FUNCTION decision.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_LEVEL = 'ROW' AND TG_OP = 'UPDATE' THEN
        IF OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL AND NEW.salt IS NULL AND NEW.input IS NULL
            AND NEW.expected_value IS NULL AND NEW.customer_id LIKE 'erased:%'
            AND NEW.record::text = decision.kept_part(OLD.record)
            AND decision.content_hash(NEW) = decision.content_hash(OLD) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'A decision is never changed; only its personal data can be erased';
END $$;

CREATE TRIGGER decision_is_never_changed
    BEFORE UPDATE OR DELETE ON decision.decision
    FOR EACH ROW EXECUTE FUNCTION decision.refuse_change();
CREATE TRIGGER decision_is_never_truncated
    BEFORE TRUNCATE ON decision.decision
    FOR EACH STATEMENT EXECUTE FUNCTION decision.refuse_change();

CREATE SCHEMA evidence;

-- What happened to a decision after it was made. Rows are only ever added.
CREATE TABLE evidence.event (
    event_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    decision_id text        NOT NULL,
    at          timestamptz NOT NULL,
    what        text        NOT NULL CHECK (what IN ('STATE', 'DISCOUNT', 'TOUCH', 'RESPONSE', 'ERASED')),
    value       text,
    done_by     text
);

COMMENT ON COLUMN evidence.event.done_by IS 'the user of the product where a statement names one, else the database role that ran it';

CREATE FUNCTION evidence.content_hash(e evidence.event) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT sha256(convert_to(
        json_build_array(
            e.event_id, e.decision_id, (extract(epoch FROM e.at) * 1000000)::bigint, e.what, e.value, e.done_by)::text,
        'UTF8'))
$$;

-- Rows no seal covers yet, put here by the transaction that wrote them: nothing is skipped, however late it commits. The sealer
-- reads all of it and empties it, so an index would only cost.
CREATE TABLE evidence.unsealed (
    decision_id text        NOT NULL,
    event_id    bigint,
    since       timestamptz NOT NULL DEFAULT clock_timestamp()
);

COMMENT ON COLUMN evidence.unsealed.event_id IS 'null: the decision itself';

-- The chain: each hash is keyed and covers the one before it, the row it seals and its place.
CREATE TABLE evidence.seal (
    sequence    bigint PRIMARY KEY,
    event_id    bigint,
    decision_id text  NOT NULL,
    hash        bytea NOT NULL
);

-- One per run of the sealer; its hash closes the run and opens the next one.
CREATE TABLE evidence.head (
    last_sequence  bigint PRIMARY KEY,
    first_sequence bigint      NOT NULL,
    sealed_at      timestamptz NOT NULL,
    key_id         text        NOT NULL,
    hash           bytea       NOT NULL
);

CREATE FUNCTION evidence.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The decision log is only ever added to';
END $$;

CREATE TRIGGER event_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence.event
    FOR EACH STATEMENT EXECUTE FUNCTION evidence.refuse_change();
CREATE TRIGGER seal_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence.seal
    FOR EACH STATEMENT EXECUTE FUNCTION evidence.refuse_change();
CREATE TRIGGER head_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence.head
    FOR EACH STATEMENT EXECUTE FUNCTION evidence.refuse_change();

CREATE FUNCTION evidence.append(decision text, at timestamptz, what text, value text, done_by text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    id bigint;
BEGIN
    INSERT INTO evidence.event (decision_id, at, what, value, done_by)
    VALUES (decision, at, what, value, coalesce(done_by, 'database role ' || session_user)) RETURNING event_id INTO id;
    INSERT INTO evidence.unsealed (decision_id, event_id) VALUES (decision, id);
END $$;

-- Triggers write the events, so that they cost no round trip and no statement of any room can forget them.
CREATE FUNCTION evidence.decision_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO evidence.unsealed (decision_id) VALUES (NEW.decision_id);
    ELSE
        PERFORM evidence.append(NEW.decision_id, NEW.erased_at, 'ERASED', NULL, NULL);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER decision_is_to_be_sealed AFTER INSERT OR UPDATE ON decision.decision
    FOR EACH ROW EXECUTE FUNCTION evidence.decision_written();

CREATE FUNCTION evidence.offer_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state <> OLD.state THEN
        PERFORM evidence.append(NEW.decision_id, NEW.state_at, 'STATE', NEW.state, NULL);
    END IF;
    IF NEW.discount <> OLD.discount THEN
        PERFORM evidence.append(NEW.decision_id, clock_timestamp(), 'DISCOUNT', NEW.discount::text, NEW.discount_changed_by);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER offer_is_logged AFTER UPDATE ON decision.offer
    FOR EACH ROW EXECUTE FUNCTION evidence.offer_changed();

CREATE FUNCTION evidence.touch_settled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state <> 'CLAIMED' AND (TG_OP = 'INSERT' OR NEW.state <> OLD.state) THEN
        PERFORM evidence.append(NEW.decision_id, NEW.at, 'TOUCH', concat_ws(' ', NEW.channel, NEW.state, NEW.detail), NULL);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER touch_is_logged AFTER INSERT OR UPDATE ON channel.touch
    FOR EACH ROW EXECUTE FUNCTION evidence.touch_settled();

CREATE FUNCTION evidence.response_taken() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' OR NEW.state <> OLD.state THEN
        PERFORM evidence.append(
            NEW.decision_id, NEW.received_at, 'RESPONSE', concat_ws(' ', NEW.type, NEW.state, NEW.reason, NEW.source, NEW.id), NULL);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER response_is_logged AFTER INSERT OR UPDATE ON outcome.response
    FOR EACH ROW EXECUTE FUNCTION evidence.response_taken();

-- What was decided before the log was sealed is sealed with the first run, as it stands then.
INSERT INTO evidence.unsealed (decision_id) SELECT decision_id FROM decision.decision ORDER BY decision_id;
DO $$
BEGIN
    PERFORM evidence.append(decision_id, state_at, 'STATE', state, NULL) FROM decision.offer;
    PERFORM evidence.append(decision_id, state_at, 'DISCOUNT', discount::text, discount_changed_by)
    FROM decision.offer WHERE discount_changed_by IS NOT NULL;
END $$;

-- Everything that is to be sealed, with its content hash.
CREATE VIEW report.log_decision AS
SELECT d.decision_id, decision.content_hash(d) AS content FROM decision.decision d;
CREATE VIEW report.log_event AS
SELECT e.event_id, e.decision_id, evidence.content_hash(e) AS content FROM evidence.event e;

-- Where each offer stands, beside where it has to stand: where its last event says, or else where its decision left it. One of the two
-- can be missing.
CREATE VIEW report.offer_beside_log AS
SELECT decision_id,
       o.state,
       coalesce(state.value, CASE
           WHEN d.outcome <> 'OFFER' THEN NULL
           WHEN (d.record #>> '{approval,required}')::boolean THEN 'AWAITING_APPROVAL'
           ELSE 'SCHEDULED' END) AS logged_state,
       o.discount,
       coalesce(discount.value::numeric, (d.record #>> '{offer,discount}')::numeric) AS logged_discount
FROM decision.decision d
FULL JOIN decision.offer o USING (decision_id)
LEFT JOIN (SELECT DISTINCT ON (decision_id) decision_id, value FROM evidence.event WHERE what = 'STATE'
           ORDER BY decision_id, event_id DESC) state USING (decision_id)
LEFT JOIN (SELECT DISTINCT ON (decision_id) decision_id, value FROM evidence.event WHERE what = 'DISCOUNT'
           ORDER BY decision_id, event_id DESC) discount USING (decision_id)
WHERE o.decision_id IS NOT NULL OR d.outcome = 'OFFER';

-- An erasure leaves all of its marks (the hash that stands for what is gone, when it went, the event of it) and nothing of the person.
CREATE VIEW report.flawed_erasure AS
SELECT d.decision_id,
       d.personal_sha256 IS NULL OR d.erased_at IS NULL OR e.decision_id IS NULL AS mark_missing
FROM decision.decision d
LEFT JOIN (SELECT DISTINCT decision_id FROM evidence.event WHERE what = 'ERASED') e ON e.decision_id = d.decision_id
WHERE CASE
    WHEN d.personal_sha256 IS NULL AND d.erased_at IS NULL AND e.decision_id IS NULL THEN false
    WHEN d.personal_sha256 IS NULL OR d.erased_at IS NULL OR e.decision_id IS NULL THEN true
    ELSE d.salt IS NOT NULL OR d.input IS NOT NULL OR d.expected_value IS NOT NULL OR d.suppressed IS NOT NULL
        OR d.customer_id NOT LIKE 'erased:%' OR d.record::text <> decision.kept_part(d.record) END;

-- Erased decisions are no examples to learn from: the same views as before, without them.
CREATE OR REPLACE VIEW report.training_contact AS
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
  AND d.record #>> '{offer,kind}' IN ('CROSS_SELL', 'UPSELL')
  AND d.erased_at IS NULL;

CREATE OR REPLACE VIEW report.decision_reading AS
SELECT decision_id,
       customer_id,
       decided_at,
       hashtextextended(customer_id, 0) & 65535 AS customer_part,
       coalesce(json_array_length(record -> 'scores'), 0) > 0 AS scored,
       input -> 'features' AS features,
       (SELECT json_agg(held -> 'service') FROM json_array_elements(input -> 'profile' -> 'holdings') held) AS services,
       record -> 'scores' AS scores
FROM decision.decision
WHERE erased_at IS NULL;

CREATE OR REPLACE VIEW report.offer_answer AS
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
JOIN decision.decision d ON d.decision_id = t.decision_id AND d.outcome = 'OFFER' AND d.erased_at IS NULL
LEFT JOIN outcome.conversion c ON c.decision_id = d.decision_id
WHERE t.state = 'SENT'
  AND NOT EXISTS (SELECT FROM channel.touch earlier
                  WHERE earlier.decision_id = t.decision_id
                    AND earlier.state = 'SENT'
                    AND (earlier.sent_at, earlier.touch_id) < (t.sent_at, t.touch_id));
