-- Schema 2. Portable words: on PostgreSQL replace INTEGER by bigint, TEXT by text COLLATE "C",
-- BLOB by bytea and drop STRICT; the triggers and the search get a body of their own there.
-- Instants are epoch seconds. Codes (priority, milestone, allowance, ...) are those of the terms.

-- ---- The truth: only ever added to ----

CREATE TABLE desk (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  id       TEXT NOT NULL,        -- random; the first link of the chain, so that two desks' records cannot be exchanged
  version  INTEGER NOT NULL,     -- of the schema; the same as user_version, which PostgreSQL has not
  program  TEXT NOT NULL         -- the version of sladesk that made this schema, for those who have an older one
) STRICT;

CREATE TABLE entry (             -- what one command wrote: the unit of undo, of --as-of and of a seal
  id       INTEGER PRIMARY KEY,  -- max + 1 in the writer's transaction: no gap, commit order
  recorded INTEGER NOT NULL,     -- the clock as it stood, never adjusted
  given    INTEGER NOT NULL CHECK (given IN (0, 1, 2)),  -- 1: --now stood in for the clock; 2: demo made it up
  actor    TEXT NOT NULL,
  login    TEXT,                 -- who the machine says it was
  once     TEXT,                 -- the key by which the same command is known again
  first    INTEGER NOT NULL      -- its first event; the next entry's first ends it, so that events need no index by entry
) STRICT;
CREATE INDEX entry_actor ON entry (actor, id);
CREATE INDEX entry_recorded ON entry (recorded);   -- what was known at an instant ends before the first entry that was recorded later

CREATE TABLE event (             -- one fact
  id       INTEGER PRIMARY KEY,  -- max + 1, no gap; order of knowing. Order of happening is (at, id)
  entry    INTEGER NOT NULL REFERENCES entry (id),
  ticket   INTEGER,              -- whose stream: a ticket's ...
  customer INTEGER,              -- ... or a customer's (contacts, contracts); 0 the desk's own
  at       INTEGER NOT NULL,     -- when it happened
  kind     TEXT NOT NULL,        -- a kind's meaning never changes; a changed payload is a new kind
  body     TEXT NOT NULL,        -- JSON of codes, ids, numbers; hashed as these very bytes
  hash     BLOB NOT NULL,        -- SHA-256(hash before, netstrings of entry, event and the prose's digest)
  CHECK ((ticket IS NULL) <> (customer IS NULL))
) STRICT;
CREATE INDEX event_ticket   ON event (ticket)   WHERE ticket IS NOT NULL;
CREATE INDEX event_customer ON event (customer) WHERE customer IS NOT NULL;
CREATE INDEX event_moved    ON event (ticket)   WHERE kind = 'moved';

CREATE TABLE prose (             -- what people wrote and who they are: the one thing that may have to be erased
  event    INTEGER PRIMARY KEY REFERENCES event (id),
  salt     BLOB,                 -- 16 random bytes, so that a kept digest tells nothing
  body     TEXT,
  digest   BLOB,                 -- SHA-256(salt, body), written in their place on redaction: the chain still holds
  CHECK ((salt IS NULL) = (body IS NULL) AND (body IS NULL) = (digest IS NOT NULL))
) STRICT;

CREATE TABLE content (           -- terms, day sets, zone rules; events name them by hash, so the chain covers them
  hash     BLOB PRIMARY KEY,
  kind     TEXT NOT NULL CHECK (kind IN ('terms', 'days', 'zone')),
  body     TEXT NOT NULL
) STRICT;

CREATE TRIGGER desk_kept     BEFORE UPDATE ON desk    BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER desk_stays    BEFORE DELETE ON desk    BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER entry_kept    BEFORE UPDATE ON entry   BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER entry_stays   BEFORE DELETE ON entry   BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER event_kept    BEFORE UPDATE ON event   BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER event_stays   BEFORE DELETE ON event   BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER content_kept  BEFORE UPDATE ON content BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER content_stays BEFORE DELETE ON content BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER prose_stays   BEFORE DELETE ON prose   BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER prose_kept    BEFORE UPDATE ON prose
  WHEN NEW.event <> OLD.event OR OLD.body IS NULL OR NEW.body IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'prose is taken out, never changed'); END;
-- Without these, an insert that replaces would overwrite a row past all of the above.
CREATE TRIGGER desk_once     BEFORE INSERT ON desk WHEN EXISTS (SELECT 1 FROM desk)
  BEGIN SELECT RAISE(ABORT, 'there is one desk'); END;
CREATE TRIGGER entry_next    BEFORE INSERT ON entry
  WHEN NEW.id <> (SELECT COALESCE(max(id), 0) + 1 FROM entry) OR NEW.first <> (SELECT COALESCE(max(id), 0) + 1 FROM event)
  BEGIN SELECT RAISE(ABORT, 'the record has no gaps'); END;
CREATE TRIGGER event_next    BEFORE INSERT ON event
  WHEN NEW.id <> (SELECT COALESCE(max(id), 0) + 1 FROM event) OR NEW.entry <> (SELECT max(id) FROM entry)
  BEGIN SELECT RAISE(ABORT, 'the record has no gaps'); END;
CREATE TRIGGER prose_once    BEFORE INSERT ON prose WHEN NEW.event <> (SELECT max(id) FROM event)
    OR EXISTS (SELECT 1 FROM prose WHERE event = NEW.event)
  BEGIN SELECT RAISE(ABORT, 'prose is written with its event'); END;
CREATE TRIGGER content_once  BEFORE INSERT ON content WHEN EXISTS (SELECT 1 FROM content WHERE hash = NEW.hash)
  BEGIN SELECT RAISE(ABORT, 'content is kept once'); END;

-- ---- Caches: what `db check` works out again from the above and compares; none depends on the present ----
-- `known` is the highest event that a row rests on: its own stream's, or an adoption's that moved it. A row whose
-- `known` is not past an event is right as it stands for whoever looks at the record as of that event. Three tables
-- have none: `once` and `undone` name the entries that they rest on, and what terms say follows from their hash alone.

CREATE TABLE once (              -- the keys of entries that stand; an undone entry's key may be used again
  key      TEXT PRIMARY KEY,
  entry    INTEGER NOT NULL REFERENCES entry (id)
) STRICT;
CREATE TABLE undone (            -- which entry took back which; an undo that was undone itself does not stand
  entry    INTEGER NOT NULL REFERENCES entry (id),
  by_entry INTEGER NOT NULL REFERENCES entry (id),
  stands   INTEGER NOT NULL CHECK (stands IN (0, 1)),
  PRIMARY KEY (entry, by_entry)
) STRICT;
CREATE INDEX undone_by ON undone (by_entry, entry);
CREATE TABLE word (              -- what filters can ask for: the words that the record has come to know, each from which event on
  field    TEXT NOT NULL,        -- of the table of ticket fields
  word     TEXT NOT NULL,
  known    INTEGER NOT NULL,
  PRIMARY KEY (field, word)
) STRICT;
CREATE TABLE terms (             -- terms as the program reads them, by the hash of the document that they follow from
  hash     BLOB PRIMARY KEY REFERENCES content (hash),
  version  INTEGER NOT NULL,     -- of the reading: another program's is worked out anew
  body     TEXT NOT NULL
) STRICT;

CREATE TABLE staff (
  key      TEXT PRIMARY KEY,
  name     TEXT NOT NULL,        -- `(erased)` when it was
  email    TEXT,
  since    INTEGER NOT NULL,
  until    INTEGER,
  event    INTEGER NOT NULL,
  known    INTEGER NOT NULL
) STRICT;
CREATE TABLE staff_line (
  staff    TEXT NOT NULL REFERENCES staff (key),
  line     TEXT NOT NULL,
  known    INTEGER NOT NULL,     -- his or hers
  PRIMARY KEY (staff, line)
) STRICT;

CREATE TABLE customer (
  id       INTEGER PRIMARY KEY,
  key      TEXT NOT NULL,
  name     TEXT NOT NULL,
  zone     TEXT,
  language TEXT,
  account_manager TEXT,
  engineer TEXT,
  since    INTEGER NOT NULL,
  void     INTEGER NOT NULL CHECK (void IN (0, 1)),   -- 1: its adding was undone; the id is not given again
  known    INTEGER NOT NULL      -- the last event of its stream
) STRICT;
CREATE UNIQUE INDEX customer_key ON customer (key) WHERE void = 0;

CREATE TABLE contact (           -- for finding; who is authorised when is a fold of the customer's stream
  id       INTEGER PRIMARY KEY,
  customer INTEGER NOT NULL REFERENCES customer (id),
  email    TEXT NOT NULL,        -- folded by the program; `(erased)` when it was
  name     TEXT NOT NULL,
  phone    TEXT,
  language TEXT,
  since    INTEGER,              -- of the first seat to the end of the last
  until    INTEGER,
  void     INTEGER NOT NULL CHECK (void IN (0, 1)),
  known    INTEGER NOT NULL
) STRICT;
CREATE INDEX contact_email    ON contact (email);
CREATE INDEX contact_customer ON contact (customer);
CREATE TABLE qualification (
  contact  INTEGER NOT NULL REFERENCES contact (id),
  what     TEXT NOT NULL,
  until    INTEGER,
  known    INTEGER NOT NULL,     -- the contact's
  PRIMARY KEY (contact, what)
) STRICT;

CREATE TABLE contract (          -- for lists and renewals; no "terms in force": that depends on the day
  id       INTEGER PRIMARY KEY,
  customer INTEGER NOT NULL REFERENCES customer (id),
  plan     TEXT NOT NULL,        -- of the last signing or renewal
  zone     TEXT,
  region   TEXT,
  signed   INTEGER NOT NULL,
  starts   INTEGER NOT NULL,
  ends     INTEGER NOT NULL,     -- of the term that was agreed last
  until    INTEGER,              -- the first instant not covered; NULL: it renews by itself
  months   INTEGER NOT NULL,
  renews   INTEGER,              -- months that each renewal by itself adds
  cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
  void     INTEGER NOT NULL CHECK (void IN (0, 1)),
  known    INTEGER NOT NULL
) STRICT;
CREATE INDEX contract_customer ON contract (customer);
CREATE TABLE contract_terms (    -- which terms hold for tickets opened from when on
  contract INTEGER NOT NULL REFERENCES contract (id),
  starts   INTEGER NOT NULL,
  event    INTEGER NOT NULL REFERENCES event (id),
  plan     TEXT NOT NULL,
  hash     TEXT NOT NULL,
  known    INTEGER NOT NULL,
  PRIMARY KEY (contract, starts, event)
) STRICT;

CREATE TABLE ticket (
  number   INTEGER PRIMARY KEY,
  customer INTEGER NOT NULL REFERENCES customer (id),
  contract INTEGER REFERENCES contract (id),
  terms    INTEGER REFERENCES event (id),      -- the signing, amendment or renewal it lives under
  plan     TEXT,
  plan_rank INTEGER,             -- of the plan in the work list; NULL where it says none
  contact  INTEGER REFERENCES contact (id),
  side     TEXT NOT NULL,
  opened   INTEGER NOT NULL,
  opened_by TEXT NOT NULL,
  done     INTEGER,              -- since when nothing is expected of anybody: resolved or ended
  ended    INTEGER,              -- closed, merged or void
  state    TEXT NOT NULL,
  priority TEXT,
  priority_rank INTEGER,         -- of the priority in its terms; 1 is the highest
  channel  TEXT,
  topic    TEXT,                 -- from here to the urgency: the plan's words
  environment TEXT,
  component TEXT,
  version  TEXT,
  impact   TEXT,
  urgency  TEXT,
  language TEXT,
  allowance TEXT,
  line     TEXT,
  line_number INTEGER,           -- its place among the lines of its terms, from 1
  assignee TEXT,
  subject  TEXT NOT NULL,        -- 200 characters at most: it stands in an index
  responded INTEGER,
  resolved INTEGER,
  closed   INTEGER,
  closed_as TEXT,
  merged_into INTEGER REFERENCES ticket (number),
  updated  INTEGER NOT NULL,
  follow_up INTEGER,
  spoke_last TEXT NOT NULL,
  eta      INTEGER,
  promised INTEGER,              -- the event of the eta; its prose says to whom it was told
  worked_seconds INTEGER NOT NULL,
  charged  INTEGER NOT NULL,
  courtesy INTEGER NOT NULL CHECK (courtesy IN (0, 1)),
  refused  INTEGER NOT NULL CHECK (refused IN (0, 1)),
  exempt   TEXT,                 -- the ground
  source   TEXT,                 -- "servicenow:INC0000045": the same import twice adds nothing
  last_event INTEGER NOT NULL,   -- the last one folded in: --if-event
  known    INTEGER NOT NULL
) STRICT;
CREATE INDEX ticket_customer ON ticket (customer, opened, number);
CREATE INDEX ticket_contact  ON ticket (contact, opened, number) WHERE contact IS NOT NULL;
CREATE INDEX ticket_opened   ON ticket (opened, number);
CREATE INDEX ticket_resolved ON ticket (resolved) WHERE resolved IS NOT NULL;
CREATE INDEX ticket_closed   ON ticket (closed) WHERE closed IS NOT NULL;
CREATE INDEX ticket_updated  ON ticket (updated);
CREATE INDEX ticket_active   ON ticket (opened, number) WHERE done IS NULL;            -- what is not done
CREATE INDEX ticket_assignee ON ticket (assignee, opened, number) WHERE done IS NULL;  -- what is mine, what is free
CREATE INDEX ticket_unended  ON ticket (opened, number) WHERE ended IS NULL;           -- resolved ones included
CREATE INDEX ticket_open     ON ticket (contract, number) WHERE ended IS NULL;     -- hours used up: which tickets to tell
CREATE INDEX ticket_known    ON ticket (known);    -- what has changed since a seal
CREATE UNIQUE INDEX ticket_source ON ticket (source) WHERE source IS NOT NULL;

CREATE TABLE clock (
  ticket    INTEGER NOT NULL REFERENCES ticket (number),
  n         INTEGER NOT NULL,    -- order of birth
  milestone TEXT NOT NULL,
  cycle     INTEGER NOT NULL,    -- reopened, repeated, restored: the next one
  priority  TEXT NOT NULL,
  rank      INTEGER,
  customer  INTEGER NOT NULL,    -- copied for the index
  contract  INTEGER,
  started   INTEGER NOT NULL,
  due       INTEGER,             -- NULL while paused without a known end and not yet breached
  breach    INTEGER,             -- when it breaks or broke: the due, or the later event that brought it about
  at_risk   INTEGER,             -- when four fifths of its target have counted, if it goes on; NULL once it has ended
  paused    INTEGER,             -- since
  resumes   INTEGER,             -- when a pause ends by itself: hours granted anew
  ended     INTEGER,
  fate      TEXT CHECK (fate IN ('reached', 'replaced', 'cancelled', 'corrected')),  -- with breach this gives the state at any instant
  decided   INTEGER,             -- the earlier of end and breach: when a report lists it, if nothing happens first
  elapsed_at_end      INTEGER,             -- open seconds to its end, when reached
  late_entry INTEGER NOT NULL CHECK (late_entry IN (0, 1)),  -- met on the word of an event recorded after its due
  imported  INTEGER NOT NULL CHECK (imported IN (0, 1)),     -- the same, of the import that brought the ticket
  moved_later INTEGER NOT NULL CHECK (moved_later IN (0, 1)),  -- its due is later by a correction that came before it was breached
  corrected_at INTEGER,          -- when its breach was taken back
  held_by   TEXT,                -- who had the ticket when it was decided, or at its end
  held_line INTEGER,             -- on which line, as its number
  kind      TEXT,                -- of the limit that is its deadline
  audience  TEXT NOT NULL,       -- of its milestone: one of the desk's own is on no page of a customer
  target    TEXT,                -- of the limit that is its deadline
  clause    TEXT,
  cause     TEXT,                -- the code given for the breach
  caused    INTEGER,             -- the event that gave it; its prose has the words
  contact   INTEGER,             -- these three while it lives, NULL after: `overdue` reads one index and nothing else
  assignee  TEXT,
  subject   TEXT,
  plan_rank INTEGER,             -- its ticket's, while it lives
  known     INTEGER NOT NULL,    -- its ticket's
  PRIMARY KEY (ticket, n),
  CHECK ((ended IS NULL) = (fate IS NULL))
) STRICT;
-- overdue, next, adoption of new rules. `ended` must stand in it or the plan is not covering
CREATE INDEX clock_live    ON clock (breach, ticket, n, milestone, priority, rank, customer, due, at_risk, paused, resumes, contact, assignee, subject, plan_rank, known, ended) WHERE ended IS NULL;
-- a customer's quarter; the desk's quarter is one seek a customer
CREATE INDEX clock_decided ON clock (customer, decided, ticket, n, milestone, cycle, priority, rank, started, due, breach, ended, fate, elapsed_at_end, late_entry, target, contract, imported, moved_later, held_by, held_line, kind, known) WHERE decided IS NOT NULL;
-- breaches that were taken back: few, and told in the period in which that was
CREATE INDEX clock_corrected ON clock (customer, corrected_at, ticket, known) WHERE corrected_at IS NOT NULL;

CREATE TABLE ledger (            -- what allowances were used for and got back; the grant is in the terms
  contract  INTEGER NOT NULL REFERENCES contract (id),
  allowance TEXT NOT NULL,
  at        INTEGER NOT NULL,    -- of the use; what is given back carries the instant of its use, so it returns to that year
  event     INTEGER NOT NULL REFERENCES event (id),
  kind      TEXT NOT NULL CHECK (kind IN ('used', 'given-back', 'adjusted')),
  amount    INTEGER NOT NULL,    -- cases, or seconds
  ticket    INTEGER,
  known     INTEGER NOT NULL,    -- its ticket's, or its customer's
  PRIMARY KEY (contract, allowance, at, event, kind)
) STRICT;
CREATE INDEX ledger_ticket ON ledger (ticket) WHERE ticket IS NOT NULL;

CREATE TABLE link (
  a        INTEGER NOT NULL REFERENCES ticket (number),
  b        INTEGER NOT NULL REFERENCES ticket (number),
  kind     TEXT NOT NULL,
  known    INTEGER NOT NULL,     -- of the ticket a
  PRIMARY KEY (a, b, kind)
) STRICT;
CREATE INDEX link_back ON link (b);
CREATE TABLE tag (
  tag      TEXT NOT NULL,
  ticket   INTEGER NOT NULL REFERENCES ticket (number),
  known    INTEGER NOT NULL,     -- its ticket's
  PRIMARY KEY (tag, ticket)
) STRICT;
CREATE INDEX tag_ticket ON tag (ticket);

-- Search keeps the index of the words and not the words. Its row is the ticket's number; its tokens are made by the
-- program, which folds them and puts a space between them.
CREATE VIRTUAL TABLE search USING fts5 (words, content='', contentless_delete=1, tokenize='ascii');

CREATE TABLE token (             -- tokens of the search that a beginning leads to
  token    TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
