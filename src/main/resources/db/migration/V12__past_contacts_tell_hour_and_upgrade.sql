-- The hour band is 0 in the morning to 3 in the evening, null when it is not known and in the control.
ALTER TABLE outcome.past_contact
    ADD COLUMN upgrade boolean NOT NULL DEFAULT false,
    ADD COLUMN hour_band smallint CHECK (hour_band BETWEEN 0 AND 3);

-- What was held on the day is among its features.
UPDATE outcome.past_contact c SET upgrade = true
FROM outcome.past_features f
WHERE f.customer_id = c.customer_id AND f.as_of = c.contacted_on
    AND (f.features ->> ('tier_' || lower(c.category)))::float8 > 0;

-- A hundred features take two to three kilobytes: kept in the row as they are, without the time it takes to compress them.
ALTER TABLE outcome.past_features SET (toast_tuple_target = 8160);
