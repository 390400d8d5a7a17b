CREATE SCHEMA trigger;

-- One row per event ever accepted: the unique key makes triggers exactly-once.
CREATE TABLE trigger.inbox (
    trigger_id  text PRIMARY KEY,
    source      text        NOT NULL,
    event_id    text        NOT NULL,
    type        text        NOT NULL,
    customer_id text        NOT NULL,
    occurred_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    body_sha256 text        NOT NULL,
    data        jsonb       NOT NULL,
    UNIQUE (source, event_id)
);
