CREATE KIND NAME (
  ticket bigint NOT NULL,
  part bigint NOT NULL,
  words tsvector NOT NULL,
  PRIMARY KEY (ticket, part)
);
CREATE INDEX NAME_words ON NAME USING gin (words);
