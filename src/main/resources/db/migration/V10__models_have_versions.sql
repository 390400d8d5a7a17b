CREATE SCHEMA scoring;

-- One row that every change of the registry takes in turn; other nodes see by its number that something has changed.
CREATE TABLE scoring.registry (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    revision bigint NOT NULL
);
INSERT INTO scoring.registry (revision) VALUES (0);

CREATE TABLE scoring.model_version (
    name            text COLLATE "C" NOT NULL,
    version         text COLLATE "C" NOT NULL,
    sha256          text        NOT NULL,
    content_sha256  text        NOT NULL,
    pmml            bytea       NOT NULL,
    mapping         json        NOT NULL,
    metrics         json        NOT NULL,
    report          json,
    checks          json        NOT NULL,
    origin          text        NOT NULL CHECK (origin IN ('packaged', 'uploaded', 'trained')),
    registered_at   timestamptz NOT NULL,
    state           text        NOT NULL CHECK (state IN ('CANDIDATE', 'CHALLENGER', 'CHAMPION', 'RETIRED')),
    challenge_mode  text CHECK (challenge_mode IN ('SHADOW', 'SPLIT')),
    challenge_share double precision,
    changed_at      timestamptz NOT NULL,
    changed_by      text        NOT NULL,
    reason          text,
    PRIMARY KEY (name, version),
    UNIQUE (name, content_sha256),
    CHECK ((state = 'CHALLENGER') = (challenge_mode IS NOT NULL)),
    CHECK ((challenge_mode IS NULL) = (challenge_share IS NULL))
);
CREATE UNIQUE INDEX one_champion_per_model ON scoring.model_version (name) WHERE state = 'CHAMPION';
CREATE UNIQUE INDEX one_split_per_model ON scoring.model_version (name) WHERE challenge_mode = 'SPLIT';

COMMENT ON COLUMN scoring.model_version.content_sha256 IS 'of the PMML file together with its mapping';
COMMENT ON COLUMN scoring.model_version.checks IS 'gates that were judged when the file was registered, beside those of its report';

-- Who changed what, when and why: rows are only ever added.
CREATE TABLE scoring.model_event (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name            text        NOT NULL,
    version         text        NOT NULL,
    action          text        NOT NULL,
    state           text        NOT NULL,
    challenge_mode  text,
    challenge_share double precision,
    at              timestamptz NOT NULL,
    by              text        NOT NULL,
    reason          text,
    accepted        json        NOT NULL
);
CREATE INDEX model_event_by_model ON scoring.model_event (name, id);

CREATE FUNCTION scoring.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The log of the model registry is only ever added to';
END $$;

CREATE TRIGGER model_event_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON scoring.model_event
    FOR EACH STATEMENT EXECUTE FUNCTION scoring.refuse_change();
