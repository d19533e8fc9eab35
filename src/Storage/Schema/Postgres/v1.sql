-- The same tables, names and units as Schema/Sqlite/v1.sql: instants are milliseconds since 1970, days are numbers such as 20261122.

-- Room on each page for the next version of a row: an update that moves no indexed value then touches no index.
CREATE TABLE members (
    chat_id  bigint PRIMARY KEY,
    version  bigint NOT NULL,
    due_at   bigint,
    status   text NOT NULL,
    language text NOT NULL,
    step     text NOT NULL,
    seen_day integer,
    document bytea NOT NULL
) WITH (fillfactor = 70);

CREATE INDEX members_due ON members (due_at, chat_id) WHERE due_at IS NOT NULL;

CREATE TABLE events (
    chat_id bigint NOT NULL,
    version bigint NOT NULL,
    n       integer NOT NULL,
    at      bigint NOT NULL,
    kind    text NOT NULL,
    data    bytea NOT NULL,
    PRIMARY KEY (chat_id, version, n)
);

-- Ids are drawn under a lock that is held to the commit (OutboxOrder), so that no smaller id becomes visible after a greater one.
CREATE TABLE outbox (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    chat_id  bigint NOT NULL,
    lane     integer NOT NULL,
    at       bigint NOT NULL,
    until    bigint,
    about    text,
    attempts integer NOT NULL,
    state    text,
    body     bytea NOT NULL
);

CREATE INDEX outbox_about ON outbox (chat_id, about);

CREATE TABLE posts (
    chat_id    bigint NOT NULL,
    name       text NOT NULL,
    message_id bigint NOT NULL,
    PRIMARY KEY (chat_id, name)
);

CREATE TABLE handled_updates (
    update_id bigint PRIMARY KEY,
    at        bigint NOT NULL
);

CREATE TABLE dead_letters (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at        bigint NOT NULL,
    chat_id   bigint NOT NULL,
    update_id bigint,
    kind      text NOT NULL,
    step      text,
    fault     text NOT NULL
);

CREATE TABLE editions (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hash    bytea NOT NULL UNIQUE,
    at      bigint NOT NULL,
    content bytea NOT NULL
);

CREATE TABLE edition_in_force (
    only_row integer PRIMARY KEY CHECK (only_row = 1),
    edition  bigint NOT NULL REFERENCES editions (id)
);

CREATE TABLE meta (
    name  text PRIMARY KEY,
    value text NOT NULL
);

-- Only here: a SQLite file is held by one process, and its lock is the system's.
CREATE TABLE lease (
    only_row integer PRIMARY KEY CHECK (only_row = 1),
    holder   text NOT NULL,
    epoch    bigint NOT NULL,
    until    timestamptz NOT NULL
);
