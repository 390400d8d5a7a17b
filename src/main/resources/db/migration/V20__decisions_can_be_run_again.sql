-- Every rule file that ever judged, so that an old decision can be judged by it again.
CREATE SCHEMA IF NOT EXISTS policy;
CREATE TABLE policy.rule_file (
    sha256        text PRIMARY KEY,
    name          text        NOT NULL,
    content       text        NOT NULL,
    first_used_at timestamptz NOT NULL
);

CREATE SCHEMA replay;

-- Runs over many decisions; how far they are and what they found is committed part by part.
CREATE TABLE replay.run (
    run_id      text PRIMARY KEY,
    state       text        NOT NULL,
    against     text        NOT NULL,
    selection   json        NOT NULL,
    decisions   bigint      NOT NULL,
    done        bigint      NOT NULL DEFAULT 0,
    identical   bigint      NOT NULL DEFAULT 0,
    different   bigint      NOT NULL DEFAULT 0,
    erased      bigint      NOT NULL DEFAULT 0,
    failed      bigint      NOT NULL DEFAULT 0,
    last_at     timestamptz,
    last_id     text,
    busy_millis bigint      NOT NULL DEFAULT 0,
    started_by  text        NOT NULL,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz,
    failure     text
);
CREATE UNIQUE INDEX one_replay_at_a_time ON replay.run (state) WHERE state = 'RUNNING';

CREATE TABLE replay.tally (
    run_id       text           NOT NULL REFERENCES replay.run,
    kind         text           NOT NULL,
    key          text           NOT NULL,
    before       bigint         NOT NULL,
    different    bigint         NOT NULL,
    after        bigint         NOT NULL,
    euros_before numeric(16, 2) NOT NULL,
    euros_after  numeric(16, 2) NOT NULL,
    PRIMARY KEY (run_id, kind, key)
);

CREATE TABLE replay.example (
    run_id      text NOT NULL REFERENCES replay.run,
    decision_id text NOT NULL,
    example     json NOT NULL,
    PRIMARY KEY (run_id, decision_id)
);

-- Whose decisions examples are about, while the person is known.
CREATE VIEW report.decision_person AS
SELECT decision_id, customer_id, erased_at IS NOT NULL AS erased
FROM decision.decision;
