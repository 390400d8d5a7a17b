CREATE SCHEMA channel;

-- One row per decision and channel: CLAIMED commits before the message leaves, SENT after.
CREATE TABLE channel.touch (
    touch_id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    decision_id     text        NOT NULL,
    customer_id     text        NOT NULL,
    channel         text        NOT NULL,
    state           text        NOT NULL CHECK (state IN ('CLAIMED', 'SENT', 'UNCONFIRMED', 'SUPPRESSED')),
    idempotency_key text        NOT NULL UNIQUE,
    at              timestamptz NOT NULL,
    sent_at         timestamptz,
    detail          text,
    UNIQUE (decision_id, channel),
    CHECK ((state = 'SENT') = (sent_at IS NOT NULL))
);
CREATE INDEX touch_by_customer ON channel.touch (customer_id, at);
CREATE INDEX touch_by_sending ON channel.touch (sent_at) WHERE state = 'SENT';
CREATE INDEX touch_to_look_at ON channel.touch (at) WHERE state = 'UNCONFIRMED';
