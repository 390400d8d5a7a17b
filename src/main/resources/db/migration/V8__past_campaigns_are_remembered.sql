-- What was known of a customer on the day of a campaign, once for all campaigns of the day.
CREATE TABLE outcome.past_features (
    customer_id text NOT NULL,
    as_of       date NOT NULL,
    features    json NOT NULL,
    PRIMARY KEY (customer_id, as_of)
);

-- Each customer's part in a campaign from before this service decided; no channel in the control.
CREATE TABLE outcome.past_contact (
    campaign     text    NOT NULL,
    customer_id  text    NOT NULL,
    category     text    NOT NULL,
    offer_code   text    NOT NULL,
    channel      text,
    treated      boolean NOT NULL,
    contacted_on date    NOT NULL,
    bought       boolean NOT NULL,
    PRIMARY KEY (customer_id, campaign),
    CHECK (treated = (channel IS NOT NULL))
);
