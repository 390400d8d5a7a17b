CREATE SCHEMA catalog;

-- The newest publication is on sale; publishing an old version again moves it to the front.
CREATE SEQUENCE catalog.publication;
CREATE TABLE catalog.catalogue (
    version      text PRIMARY KEY,
    published_at timestamptz NOT NULL,
    publication  bigint      NOT NULL DEFAULT nextval('catalog.publication'),
    document     json        NOT NULL
);
