CREATE SCHEMA approval;

-- What each person answered at an approval task; never updated.
CREATE TABLE approval.review (
    decision_id text           NOT NULL,
    reviewed_at timestamptz    NOT NULL,
    reviewed_by text           NOT NULL,
    result      text           NOT NULL,
    discount    numeric(10, 2),
    reason      text,
    PRIMARY KEY (decision_id, reviewed_at)
);
