-- ---- Broadcasts ----

-- Bits, as the bot reads them off the document; see Schema/Sqlite/v2.sql. No PostgreSQL store is older than this, so there is nothing to fill in.
ALTER TABLE members ADD COLUMN traits integer NOT NULL DEFAULT 0;

CREATE TABLE broadcasts (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id    bigint NOT NULL UNIQUE,
    chat_id     bigint NOT NULL,
    language    text NOT NULL,
    state       integer NOT NULL,
    at          bigint NOT NULL,
    until       bigint,
    cursor      bigint NOT NULL,
    total       bigint NOT NULL,
    message_id  bigint,
    for_status  text NOT NULL,
    for_language text,
    seen_since  integer,
    seen_before integer,
    step        text,
    traits_with integer NOT NULL,
    traits_lacking integer NOT NULL,
    traits_without integer NOT NULL,
    content     bytea NOT NULL
);

CREATE TABLE broadcast_sent (
    broadcast bigint NOT NULL,
    chat_id   bigint NOT NULL,
    fate      integer NOT NULL,
    at        bigint NOT NULL,
    again     bigint,
    PRIMARY KEY (broadcast, chat_id)
);

CREATE INDEX broadcast_waiting ON broadcast_sent (broadcast, again) WHERE again IS NOT NULL;

-- ---- The forgotten ----

CREATE TABLE forgotten (
    hash   bytea PRIMARY KEY,
    at     bigint NOT NULL,
    listed integer NOT NULL DEFAULT 0
);

CREATE INDEX forgotten_unlisted ON forgotten (at) WHERE listed = 0;

-- ---- Admin ----

-- Running counts, see Schema/Sqlite/v2.sql. Room on the pages, so that a count that is added to again and again stays on its own.
CREATE TABLE counts (
    name text COLLATE "C" PRIMARY KEY,
    n    bigint NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE audit (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      bigint NOT NULL,
    by_id   bigint NOT NULL,
    what    text NOT NULL,
    about   bigint,
    refused integer NOT NULL
);
