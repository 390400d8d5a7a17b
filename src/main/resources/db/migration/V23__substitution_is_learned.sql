-- What was learned of how new services take margin from held ones; the newest publication is in force, older ones stay for replay.

CREATE TABLE policy.substitution (
    version     text PRIMARY KEY,
    learned_at  timestamptz NOT NULL,
    publication bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    pairs       json        NOT NULL
);

-- What a service of a category and level earns on the catalogue on sale, euros per month; level 0 is none.
CREATE VIEW report.margin_by_tier AS
SELECT o ->> 'market' AS market,
       o ->> 'category' AS category,
       (o ->> 'tier')::int AS tier,
       max((o ->> 'monthlyMargin')::float8) AS margin
FROM (SELECT document FROM catalog.catalogue ORDER BY publication DESC LIMIT 1) sold
CROSS JOIN json_array_elements(sold.document -> 'offers') o
GROUP BY 1, 2, 3;
