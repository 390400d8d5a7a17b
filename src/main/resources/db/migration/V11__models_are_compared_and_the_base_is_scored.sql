-- What each model said at each decision: the version that decided, and versions in its shadow.
CREATE VIEW report.model_score AS
SELECT d.decision_id, d.customer_id, d.decided_at, d.outcome, s.kind, s.model, s.version, s.value
FROM decision.decision d
CROSS JOIN LATERAL (
    SELECT 'DECIDED' AS kind, e ->> 'model' AS model, e ->> 'version' AS version, (e ->> 'value')::float8 AS value
    FROM json_array_elements(d.record -> 'scores') e
    UNION ALL
    SELECT 'SHADOW', e ->> 'model', e ->> 'version', (e ->> 'value')::float8
    FROM json_array_elements(d.record -> 'shadowScores') e
) s;

-- What became of each offer: of which categories it was, and whether the customer has answered, with a purchase or not.
CREATE VIEW report.offer_result AS
SELECT o.decision_id,
       o.channel,
       (SELECT array_agg(DISTINCT s ->> 'category')
        FROM catalog.catalogue k, json_array_elements(k.document -> 'services') s
        WHERE k.version = d.record ->> 'catalogueVersion'
          AND (d.record -> 'offer' -> 'services')::jsonb ? (s ->> 'code')) AS categories,
       c.decision_id IS NOT NULL AS converted,
       c.decision_id IS NOT NULL OR o.state IN ('DECLINED', 'EXPIRED') AS answered
FROM decision.offer o
JOIN decision.decision d ON d.decision_id = o.decision_id
LEFT JOIN outcome.conversion c ON c.decision_id = o.decision_id;

-- One run over the whole base; last_customer is where it goes on after it was stopped.
CREATE TABLE scoring.batch_run (
    run_id        text PRIMARY KEY,
    state         text        NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'FAILED')),
    models        json        NOT NULL,
    customers     bigint      NOT NULL,
    done          bigint      NOT NULL DEFAULT 0,
    refused       bigint      NOT NULL DEFAULT 0,
    last_customer text,
    busy_millis   bigint      NOT NULL DEFAULT 0,
    started_by    text        NOT NULL,
    started_at    timestamptz NOT NULL,
    finished_at   timestamptz,
    failure       text
);
CREATE UNIQUE INDEX one_batch_at_a_time ON scoring.batch_run (state) WHERE state = 'RUNNING';
CREATE INDEX batch_run_by_start ON scoring.batch_run (started_at DESC);

-- The latest scores of each customer, in one row, since one row per model takes ten times longer to write.
CREATE TABLE scoring.scored_customer (
    customer_id text COLLATE "C" PRIMARY KEY,
    scored_at   timestamptz NOT NULL,
    scores      json        NOT NULL
) WITH (fillfactor = 80);

-- One row per customer and model; answers are those of a model that answers more than one number: by quarter, hour band or name.
CREATE VIEW scoring.customer_score AS
SELECT c.customer_id,
       s ->> 'model' AS model,
       s ->> 'version' AS version,
       (s ->> 'score')::float8 AS score,
       s -> 'answers' AS answers,
       c.scored_at
FROM scoring.scored_customer c, json_array_elements(c.scores) s;
