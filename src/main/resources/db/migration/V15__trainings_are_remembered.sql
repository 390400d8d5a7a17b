CREATE SCHEMA learning;

-- Every training that somebody asked for and what became of it. While it runs, alive_at says that somebody still works on it.
CREATE TABLE learning.training (
    training_id text             PRIMARY KEY,
    model       text             NOT NULL,
    state       text             NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'TRAINED', 'REFUSED', 'FAILED')),
    step        text             NOT NULL,
    done        double precision NOT NULL,
    version     text,
    message     text,
    gates       jsonb            NOT NULL,
    metrics     jsonb            NOT NULL,
    asked_by    text             NOT NULL,
    asked_at    timestamptz      NOT NULL,
    ended_at    timestamptz,
    alive_at    timestamptz      NOT NULL
);
CREATE INDEX training_of_model ON learning.training (model, asked_at DESC);
