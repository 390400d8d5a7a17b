CREATE SCHEMA rules;

-- Every version of a decision table that was deployed or offered, with its file; only ever added to.
CREATE TABLE rules.change (
    change_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name          text        NOT NULL,
    version       integer,
    definition_id text,
    sha256        text        NOT NULL,
    kind          text        NOT NULL
        CHECK (kind IN ('PACKAGED', 'DEPLOYED', 'ROLLED_BACK', 'OFFERED', 'ADOPTED', 'DECLINED')),
    changed_by    text        NOT NULL,
    changed_at    timestamptz NOT NULL,
    reason        text,
    from_version  integer,
    file          bytea       NOT NULL
);
CREATE INDEX change_by_name ON rules.change (name, change_id DESC);

CREATE FUNCTION rules.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Who changed a rule, and why, is never changed or removed';
END $$;

CREATE TRIGGER change_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON rules.change
    FOR EACH STATEMENT EXECUTE FUNCTION rules.refuse_change();
