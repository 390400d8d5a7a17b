CREATE SCHEMA customer;

-- One row holds everything a decision reads; the columns beside the profile are taken from it for filters.
CREATE TABLE customer.customer (
    id          text COLLATE "C" PRIMARY KEY,
    profile     jsonb NOT NULL,
    market      text NOT NULL GENERATED ALWAYS AS (profile ->> 'market') STORED,
    status      text NOT NULL GENERATED ALWAYS AS (profile ->> 'status') STORED,
    source      text NOT NULL GENERATED ALWAYS AS (profile ->> 'source') STORED,
    segment     text GENERATED ALWAYS AS (profile ->> 'segment') STORED,
    source_hash text,
    erased_at   timestamptz,
    updated_at  timestamptz NOT NULL
) WITH (fillfactor = 80);

COMMENT ON COLUMN customer.customer.source_hash IS 'SHA-256 of the imported lines and their mapping; null when not imported';
COMMENT ON COLUMN customer.customer.erased_at IS 'when name and addresses were erased; a later import does not bring them back';

CREATE INDEX customer_by_market_and_segment ON customer.customer (market, segment, id);
CREATE INDEX customer_by_segment ON customer.customer (segment, id);

CREATE TABLE customer.personal_data (
    customer_id text COLLATE "C" PRIMARY KEY REFERENCES customer.customer,
    name        text,
    email       text,
    phone       text
);

CREATE TABLE customer.usage_month (
    customer_id       text COLLATE "C" NOT NULL REFERENCES customer.customer,
    month             date NOT NULL CHECK (extract(day FROM month) = 1),
    data_gb           double precision,
    data_allowance_gb double precision,
    voice_minutes     double precision,
    tv_hours          double precision,
    billed            numeric(12, 2),
    PRIMARY KEY (customer_id, month)
);

-- Proof of every answer a customer gave: rows are only ever added.
CREATE TABLE customer.consent_change (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id text COLLATE "C" NOT NULL REFERENCES customer.customer,
    channel     text NOT NULL,
    granted     boolean NOT NULL,
    changed_by  text NOT NULL,
    changed_at  timestamptz NOT NULL
);

CREATE INDEX consent_change_by_customer ON customer.consent_change (customer_id, changed_at);

CREATE FUNCTION customer.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The consent log is only ever added to';
END $$;

CREATE TRIGGER consent_change_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON customer.consent_change
    FOR EACH STATEMENT EXECUTE FUNCTION customer.refuse_change();

CREATE TABLE customer.import_run (
    id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    mapping     text NOT NULL,
    imported_at timestamptz NOT NULL,
    imported_by text NOT NULL,
    report      jsonb NOT NULL
);
