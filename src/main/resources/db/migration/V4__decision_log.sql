CREATE SCHEMA decision;

-- The record is what people read, the input is what the first step of decide-offer read. Never updated.
CREATE TABLE decision.decision (
    decision_id         text PRIMARY KEY,
    trigger_id          text           NOT NULL UNIQUE,
    trigger_type        text           NOT NULL,
    customer_id         text           NOT NULL,
    market              text           NOT NULL,
    segment             text,
    decided_at          timestamptz    NOT NULL,
    outcome             text           NOT NULL,
    offer_code          text,
    channel             text,
    expected_value      numeric(12, 2),
    process_instance_id text,
    record              json           NOT NULL,
    input               json           NOT NULL
);
CREATE INDEX decision_by_customer ON decision.decision (customer_id, decided_at DESC);
CREATE INDEX decision_by_time ON decision.decision (decided_at DESC);

-- Where each offer that is made stands.
CREATE TABLE decision.offer (
    decision_id         text PRIMARY KEY REFERENCES decision.decision,
    customer_id         text          NOT NULL,
    channel             text          NOT NULL,
    state               text          NOT NULL,
    state_at            timestamptz   NOT NULL,
    discount            numeric(10, 2) NOT NULL,
    discount_changed_by text
);
CREATE INDEX offer_by_customer ON decision.offer (customer_id);
CREATE INDEX offer_open_by_channel ON decision.offer (channel)
    WHERE state IN ('AWAITING_APPROVAL', 'SCHEDULED', 'PRESENTED');
