-- Instants are milliseconds since 1970, days are numbers such as 20261122.

CREATE TABLE members (
    chat_id  INTEGER PRIMARY KEY,
    version  INTEGER NOT NULL,
    due_at   INTEGER,
    status   TEXT NOT NULL,
    language TEXT NOT NULL,
    step     TEXT NOT NULL,
    seen_day INTEGER,
    document BLOB NOT NULL
);

-- The only index on members: a tap leaves due_at alone and dirties no page of it.
CREATE INDEX members_due ON members (due_at) WHERE due_at IS NOT NULL;

-- Clustered: the events of one turn stand on one page.
CREATE TABLE events (
    chat_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    n       INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    kind    TEXT NOT NULL,
    data    BLOB NOT NULL,
    PRIMARY KEY (chat_id, version, n)
) WITHOUT ROWID;

-- AUTOINCREMENT: a delivery record that comes late must never meet a younger row with the same id.
CREATE TABLE outbox (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id  INTEGER NOT NULL,
    lane     INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    until    INTEGER,
    about    TEXT,
    attempts INTEGER NOT NULL,
    state    TEXT,
    body     BLOB NOT NULL
);

CREATE INDEX outbox_about ON outbox (chat_id, about) WHERE about IS NOT NULL;

CREATE TABLE posts (
    chat_id    INTEGER NOT NULL,
    name       TEXT NOT NULL,
    message_id INTEGER NOT NULL,
    PRIMARY KEY (chat_id, name)
) WITHOUT ROWID;

-- No index on at: ids come nearly ascending, and pruning may walk.
CREATE TABLE handled_updates (
    update_id INTEGER PRIMARY KEY,
    at        INTEGER NOT NULL
);

CREATE TABLE dead_letters (
    id        INTEGER PRIMARY KEY,
    at        INTEGER NOT NULL,
    chat_id   INTEGER NOT NULL,
    update_id INTEGER,
    kind      TEXT NOT NULL,
    step      TEXT,
    fault     TEXT NOT NULL
);

CREATE TABLE editions (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    hash    BLOB NOT NULL UNIQUE,
    at      INTEGER NOT NULL,
    content BLOB NOT NULL
);

CREATE TABLE edition_in_force (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    edition  INTEGER NOT NULL REFERENCES editions (id)
);

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
