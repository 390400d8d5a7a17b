-- What models could have read of a customer, kept once a month by the feature run; who left stays, so that leaving can be learnt.
CREATE TABLE customer.feature_snapshot (
    customer_id text COLLATE "C" NOT NULL,
    as_of       date NOT NULL,
    market      text NOT NULL,
    held        text[] NOT NULL,
    services    text[] NOT NULL,
    margin      numeric(12, 2),
    features    json NOT NULL,
    PRIMARY KEY (customer_id, as_of)
) WITH (toast_tuple_target = 8160);

CREATE INDEX feature_snapshot_by_day ON customer.feature_snapshot (as_of);

COMMENT ON COLUMN customer.feature_snapshot.held IS 'categories of the services held';
COMMENT ON COLUMN customer.feature_snapshot.margin IS 'euros per month, less what a running promotion takes off; null unknown';

-- What happened to a customer; rows are only ever added.
CREATE TABLE customer.life_event (
    customer_id text COLLATE "C" NOT NULL,
    what        text NOT NULL CHECK (what IN ('LEFT', 'DROPPED', 'BOUGHT', 'UPGRADED', 'IN_ARREARS', 'REFERRED')),
    category    text CHECK ((category IS NOT NULL) = (what IN ('DROPPED', 'BOUGHT', 'UPGRADED'))),
    happened_on date NOT NULL,
    UNIQUE NULLS NOT DISTINCT (customer_id, happened_on, what, category)
);

-- One run recomputes derived values of all customers, batch by batch in the order of their ids: a killed one goes on after the last.
CREATE TABLE customer.feature_run (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    as_of         date NOT NULL,
    keeps_month   boolean NOT NULL,
    started_at    timestamptz NOT NULL,
    finished_at   timestamptz,
    prepared      boolean NOT NULL DEFAULT false,
    last_customer text COLLATE "C" NOT NULL DEFAULT '',
    customers     bigint NOT NULL DEFAULT 0,
    changed       bigint NOT NULL DEFAULT 0,
    kept          bigint NOT NULL DEFAULT 0,
    busy_ms       bigint NOT NULL DEFAULT 0
);

CREATE UNIQUE INDEX feature_run_one_at_a_time ON customer.feature_run ((true)) WHERE finished_at IS NULL;

COMMENT ON COLUMN customer.feature_run.keeps_month IS 'whether it writes the feature snapshots of the month';

-- What a run has computed over all customers at once before its batches; made again when the database lost it in a crash.
CREATE UNLOGGED TABLE customer.feature_work (
    customer_id     text COLLATE "C" PRIMARY KEY,
    arpu_percentile numeric,
    surroundings    jsonb
);
