-- What each touch was about, so that contacts can be counted per offer group; messages that sell nothing count nowhere.
ALTER TABLE channel.touch
    ADD COLUMN offer_code text,
    ADD COLUMN offer_groups text,
    ADD COLUMN message_class text NOT NULL DEFAULT 'MARKETING' CHECK (message_class IN ('MARKETING', 'TRANSACTIONAL'));

-- A contact that was suppressed stays so: the account of it is only ever added to. Erasure may take away whose it was.
CREATE FUNCTION channel.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A suppressed contact is never changed';
END $$;

CREATE TRIGGER suppressed_touch_is_final
    BEFORE UPDATE OF decision_id, channel, state, at, detail OR DELETE ON channel.touch
    FOR EACH ROW WHEN (OLD.state = 'SUPPRESSED') EXECUTE FUNCTION channel.refuse_change();

CREATE INDEX touch_suppressed ON channel.touch (at) WHERE state = 'SUPPRESSED';

-- A trigger has one first decision; one that takes the place of another names it, and each has one successor at most.
ALTER TABLE decision.decision DROP CONSTRAINT decision_trigger_id_key;
ALTER TABLE decision.decision
    ADD COLUMN supersedes text REFERENCES decision.decision,
    ADD COLUMN suppressed json;
CREATE UNIQUE INDEX decision_first_of_trigger ON decision.decision (trigger_id) WHERE supersedes IS NULL;
CREATE INDEX decision_later_of_trigger ON decision.decision (trigger_id) WHERE supersedes IS NOT NULL;
CREATE UNIQUE INDEX decision_one_successor ON decision.decision (supersedes) WHERE supersedes IS NOT NULL;

COMMENT ON COLUMN decision.decision.suppressed IS 'channels the contact policy refused, a copy of the record''s, for report.suppressed_contact';

-- Offers that wait for a contact window; a row stays when its wait has ended.
CREATE TABLE decision.waiting (
    decision_id    text PRIMARY KEY REFERENCES decision.decision,
    customer_id    text        NOT NULL,
    channel        text,
    since          timestamptz NOT NULL,
    until          timestamptz NOT NULL,
    expected_value numeric(12, 2),
    ended_at       timestamptz
);
CREATE INDEX waiting_by_customer ON decision.waiting (customer_id) WHERE ended_at IS NULL;

-- Every contact that was not made, and why: when it was decided, or when it was about to be made.
CREATE VIEW report.suppressed_contact AS
SELECT d.decision_id,
       d.customer_id,
       d.decided_at AS at,
       'DECISION' AS suppressed_when,
       s ->> 'channel' AS channel,
       s -> 'reason' ->> 'code' AS reason,
       s -> 'reason' ->> 'rule' AS rule,
       s -> 'reason' ->> 'text' AS text,
       (s ->> 'opensAt')::timestamptz AS opens_at
FROM decision.decision d
CROSS JOIN LATERAL json_array_elements(d.suppressed) s
WHERE d.suppressed IS NOT NULL
UNION ALL
SELECT decision_id, customer_id, at, 'SENDING', channel, detail, NULL, NULL, NULL
FROM channel.touch
WHERE state = 'SUPPRESSED';
