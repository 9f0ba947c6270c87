-- What schema 1 had in place of the search of 2.sql, which is the same otherwise.
-- Search keeps the index of the words and not the words. Its row is the ticket's number.
CREATE VIRTUAL TABLE search USING fts5 (subject, words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
