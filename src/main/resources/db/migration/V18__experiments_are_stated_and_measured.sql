CREATE SCHEMA experiment;

-- One row that every change takes in turn; other nodes see by its number that something has changed.
CREATE TABLE experiment.registry (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    revision bigint NOT NULL
);
INSERT INTO experiment.registry (revision) VALUES (0);

CREATE TABLE experiment.experiment (
    name             text COLLATE "C" PRIMARY KEY,
    version          integer     NOT NULL,
    state            text        NOT NULL CHECK (state IN ('DRAFT', 'STARTED', 'STOPPED')),
    definition       json        NOT NULL,
    buckets          json        NOT NULL,
    comparable_since integer     NOT NULL,
    unit             text        NOT NULL,
    starts_at        timestamptz NOT NULL,
    counts_for       interval    NOT NULL,
    changed_at       timestamptz NOT NULL,
    changed_by       text        NOT NULL
);

COMMENT ON COLUMN experiment.experiment.starts_at IS 'no decision before it is in an arm; once started it never changes';
COMMENT ON COLUMN experiment.experiment.counts_for IS 'how long after its first decision what a unit does counts';

-- Who changed what, when and why, each time with the whole definition: rows are only ever added.
CREATE TABLE experiment.event (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text        NOT NULL,
    version    integer     NOT NULL,
    action     text        NOT NULL,
    definition json        NOT NULL,
    buckets    json        NOT NULL,
    at         timestamptz NOT NULL,
    by         text        NOT NULL,
    reason     text
);
CREATE INDEX event_by_experiment ON experiment.event (name, id);

CREATE FUNCTION experiment.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The log of experiments is only ever added to';
END $$;

CREATE TRIGGER event_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON experiment.event
    FOR EACH STATEMENT EXECUTE FUNCTION experiment.refuse_change();

-- A copy of the record's, so that results need not read all of it; written beside it, since the database would parse the whole record
-- again to find it.
ALTER TABLE decision.decision ADD COLUMN experiments json;

-- Every decision in which an arm could make a difference; of an experiment only those since it began are read.
CREATE VIEW report.experiment_exposure AS
SELECT x.name AS experiment,
       (e ->> 'version')::int AS version,
       e ->> 'arm' AS arm,
       e ->> 'unit' AS unit,
       d.customer_id,
       d.decision_id,
       d.decided_at
FROM experiment.experiment x
JOIN decision.decision d ON d.decided_at >= x.starts_at
CROSS JOIN LATERAL json_array_elements(d.experiments) e
WHERE e ->> 'name' = x.name AND (e ->> 'exposed')::boolean;

-- A unit counts once, in the arm of its first such decision.
CREATE VIEW report.experiment_unit AS
SELECT first.*, x.unit AS unit_kind, first.exposed_at + x.counts_for AS settled_at
FROM (SELECT DISTINCT ON (experiment, unit) experiment, unit, version, arm, decided_at AS exposed_at
      FROM report.experiment_exposure
      ORDER BY experiment, unit, decided_at, decision_id) first
JOIN experiment.experiment x ON x.name = first.experiment;

-- Whose doings are those of a unit.
CREATE VIEW report.experiment_member AS
SELECT u.*, u.unit AS customer_id
FROM report.experiment_unit u
WHERE u.unit_kind = 'CUSTOMER'
UNION ALL
SELECT u.*, c.id
FROM report.experiment_unit u
JOIN customer.customer c ON coalesce(c.profile #>> '{company,parent}', c.id) = u.unit
WHERE u.unit_kind = 'COMPANY_GROUP';

-- What each unit did until settled_at, however it came to it: also what was bought without an offer counts, or those who are held out
-- would seem to buy nothing. Revenue and margin are those of a year of the services it has bought since and holds today; so results
-- read what was kept of it when its window had closed, not this.
CREATE VIEW report.experiment_result AS
SELECT m.experiment,
       m.version,
       m.arm,
       m.unit,
       m.exposed_at,
       m.settled_at,
       bool_or(EXISTS (
                   SELECT FROM outcome.conversion c
                   WHERE c.customer_id = m.customer_id AND c.converted_at >= m.exposed_at AND c.converted_at < m.settled_at)
               OR EXISTS (
                   SELECT FROM customer.life_event e
                   WHERE e.customer_id = m.customer_id AND e.what IN ('BOUGHT', 'UPGRADED')
                     AND e.happened_on BETWEEN (m.exposed_at AT TIME ZONE 'UTC')::date
                                           AND (m.settled_at AT TIME ZONE 'UTC')::date)) AS converted,
       bool_or(EXISTS (
                   SELECT FROM customer.life_event e
                   WHERE e.customer_id = m.customer_id AND e.what = 'LEFT'
                     AND e.happened_on BETWEEN (m.exposed_at AT TIME ZONE 'UTC')::date
                                           AND (m.settled_at AT TIME ZONE 'UTC')::date)) AS churned,
       sum((SELECT coalesce(sum((h ->> 'monthlyPrice')::numeric), 0)
            FROM customer.customer c, jsonb_array_elements(c.profile -> 'holdings') h
            WHERE c.id = m.customer_id AND c.profile ->> 'status' <> 'FORMER'
              AND (h ->> 'since')::date BETWEEN (m.exposed_at AT TIME ZONE 'UTC')::date
                                            AND (m.settled_at AT TIME ZONE 'UTC')::date)) * 12 AS revenue,
       sum((SELECT coalesce(sum((h ->> 'monthlyMargin')::numeric), 0)
            FROM customer.customer c, jsonb_array_elements(c.profile -> 'holdings') h
            WHERE c.id = m.customer_id AND c.profile ->> 'status' <> 'FORMER'
              AND (h ->> 'since')::date BETWEEN (m.exposed_at AT TIME ZONE 'UTC')::date
                                            AND (m.settled_at AT TIME ZONE 'UTC')::date)) * 12 AS margin
FROM report.experiment_member m
GROUP BY m.experiment, m.version, m.arm, m.unit, m.exposed_at, m.settled_at;

-- What units had come to when their windows closed. Each is written once and never again: a look that was taken stays as it was,
-- whatever happens to the customer later.
CREATE TABLE experiment.settled_unit (
    experiment text COLLATE "C" NOT NULL,
    unit       text        NOT NULL,
    version    integer     NOT NULL,
    arm        text        NOT NULL,
    settled_at timestamptz NOT NULL,
    converted  boolean     NOT NULL,
    churned    boolean     NOT NULL,
    revenue    numeric     NOT NULL,
    margin     numeric     NOT NULL,
    PRIMARY KEY (experiment, unit)
);
CREATE INDEX settled_unit_by_unit ON experiment.settled_unit (unit);
