CREATE SCHEMA IF NOT EXISTS outcome;

-- Every response ever reported: the unique key makes them exactly-once.
CREATE TABLE outcome.response (
    source      text        NOT NULL,
    id          text        NOT NULL,
    decision_id text        NOT NULL,
    type        text        NOT NULL,
    time        timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    state       text        NOT NULL CHECK (state IN ('MATCHED', 'PARKED', 'RECORDED')),
    reason      text,
    PRIMARY KEY (source, id),
    CHECK ((state = 'PARKED') = (reason IS NOT NULL))
);
CREATE INDEX response_by_decision ON outcome.response (decision_id);
CREATE INDEX response_by_state ON outcome.response (state, received_at DESC);

-- One row per offer that was accepted.
CREATE TABLE outcome.conversion (
    decision_id       text PRIMARY KEY,
    customer_id       text           NOT NULL,
    offer_code        text           NOT NULL,
    category          text           NOT NULL,
    monthly_net_price numeric(10, 2) NOT NULL,
    revenue           numeric(12, 2) NOT NULL,
    trigger_type      text           NOT NULL,
    segment           text,
    market            text           NOT NULL,
    converted_at      timestamptz    NOT NULL
);
CREATE INDEX conversion_by_time ON outcome.conversion (converted_at);
CREATE INDEX conversion_by_customer ON outcome.conversion (customer_id);
