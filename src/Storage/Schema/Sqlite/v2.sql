-- ---- Broadcasts ----

-- Bits, as the bot reads them off the document: 1 has bills, 2 finished the first session, 4 wants no broadcasts. Not indexed: a tap stays as cheap.
ALTER TABLE members ADD COLUMN traits INTEGER NOT NULL DEFAULT 0;

UPDATE members SET traits =
    iif(coalesce(json_array_length(CAST(document AS TEXT), '$.m.bills'), 0) > 0, 1, 0)
    | iif(coalesce(json_extract(CAST(document AS TEXT), '$.m.hourAsked'), 0), 2, 0)
WHERE json_valid(CAST(document AS TEXT));

-- order_id: the outbox row that asked for it, so that an order carried out again makes no second one.
CREATE TABLE broadcasts (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    order_id    INTEGER NOT NULL UNIQUE,
    chat_id     INTEGER NOT NULL,
    language    TEXT NOT NULL,
    state       INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    until       INTEGER,
    cursor      INTEGER NOT NULL,
    total       INTEGER NOT NULL,
    message_id  INTEGER,
    for_status  TEXT NOT NULL,
    for_language TEXT,
    seen_since  INTEGER,
    seen_before INTEGER,
    step        TEXT,
    traits_with INTEGER NOT NULL,
    traits_lacking INTEGER NOT NULL,
    traits_without INTEGER NOT NULL,
    content     BLOB NOT NULL
);

-- at: when the person was taken. again: when somebody put off is looked at again, else null.
CREATE TABLE broadcast_sent (
    broadcast INTEGER NOT NULL,
    chat_id   INTEGER NOT NULL,
    fate      INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    again     INTEGER,
    PRIMARY KEY (broadcast, chat_id)
) WITHOUT ROWID;

CREATE INDEX broadcast_waiting ON broadcast_sent (broadcast, again) WHERE again IS NOT NULL;

-- ---- The forgotten ----

-- Who asked to be forgotten: a keyed hash of the chat id, so that an older backup does not bring anybody back. The key is in meta.
-- listed: 1 once it stands in the list outside of the store too.
CREATE TABLE forgotten (
    hash   BLOB PRIMARY KEY,
    at     INTEGER NOT NULL,
    listed INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE INDEX forgotten_unlisted ON forgotten (at) WHERE listed = 0;

-- ---- Admin ----

-- Running counts, added to by the turn that changes them: a small table of hot pages, so that no count walks over members.
CREATE TABLE counts (
    name TEXT PRIMARY KEY,
    n    INTEGER NOT NULL
) WITHOUT ROWID;

INSERT INTO counts (name, n) SELECT 'people.' || status || '.' || language, count(*) FROM members GROUP BY status, language;
INSERT INTO counts (name, n) SELECT 'active.' || seen_day, count(*) FROM members WHERE seen_day IS NOT NULL GROUP BY seen_day;
INSERT INTO counts (name, n)
    SELECT 'joined.' || strftime('%Y%m%d', at / 1000, 'unixepoch'), count(*) FROM events WHERE kind = 'joined' GROUP BY 1;
INSERT INTO counts (name, n)
    SELECT 'done.' || json_extract(CAST(data AS TEXT), '$.step'), count(DISTINCT chat_id) FROM events
    WHERE kind = 'answered' AND json_valid(CAST(data AS TEXT)) AND json_extract(CAST(data AS TEXT), '$.step') IS NOT NULL GROUP BY 1;

-- Who ordered what (about whom), or tried to: numbers and kinds, never words.
CREATE TABLE audit (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      INTEGER NOT NULL,
    by_id   INTEGER NOT NULL,
    what    TEXT NOT NULL,
    about   INTEGER,
    refused INTEGER NOT NULL
);
