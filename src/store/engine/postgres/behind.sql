-- What says that the database is a desk.
CREATE TABLE stamp (
  application bigint NOT NULL,
  version     bigint NOT NULL
);

-- The record is only ever added to. A statement is refused before it looks at a row; what is added is looked at row by
-- row. That there is one desk, and one text and one content of a name, is held by the keys: nothing goes past them here.
CREATE FUNCTION refused() RETURNS trigger LANGUAGE plpgsql SET search_path = sladesk, pg_temp AS $body$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END $body$;

CREATE TRIGGER desk_kept    BEFORE UPDATE OR DELETE OR TRUNCATE ON desk    FOR EACH STATEMENT EXECUTE FUNCTION refused('the record is append-only');
CREATE TRIGGER entry_kept   BEFORE UPDATE OR DELETE OR TRUNCATE ON entry   FOR EACH STATEMENT EXECUTE FUNCTION refused('the record is append-only');
CREATE TRIGGER event_kept   BEFORE UPDATE OR DELETE OR TRUNCATE ON event   FOR EACH STATEMENT EXECUTE FUNCTION refused('the record is append-only');
CREATE TRIGGER content_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON content FOR EACH STATEMENT EXECUTE FUNCTION refused('the record is append-only');
CREATE TRIGGER prose_stays  BEFORE DELETE OR TRUNCATE ON prose             FOR EACH STATEMENT EXECUTE FUNCTION refused('the record is append-only');
CREATE TRIGGER stamp_stays  BEFORE TRUNCATE ON stamp                       FOR EACH STATEMENT EXECUTE FUNCTION refused('the record is append-only');

CREATE TRIGGER prose_kept BEFORE UPDATE ON prose FOR EACH ROW
  WHEN (NEW.event <> OLD.event OR OLD.body IS NULL OR NEW.body IS NOT NULL)
  EXECUTE FUNCTION refused('prose is taken out, never changed');

CREATE FUNCTION entry_next() RETURNS trigger LANGUAGE plpgsql SET search_path = sladesk, pg_temp AS $body$
BEGIN
  IF NEW.id <> (SELECT COALESCE(max(id), 0) + 1 FROM entry) OR NEW.first <> (SELECT COALESCE(max(id), 0) + 1 FROM event) THEN
    RAISE EXCEPTION 'the record has no gaps' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $body$;
CREATE TRIGGER entry_next BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION entry_next();

CREATE FUNCTION event_next() RETURNS trigger LANGUAGE plpgsql SET search_path = sladesk, pg_temp AS $body$
BEGIN
  IF NEW.id <> (SELECT COALESCE(max(id), 0) + 1 FROM event) OR NEW.entry <> (SELECT max(id) FROM entry) THEN
    RAISE EXCEPTION 'the record has no gaps' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $body$;
CREATE TRIGGER event_next BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION event_next();

CREATE FUNCTION prose_once() RETURNS trigger LANGUAGE plpgsql SET search_path = sladesk, pg_temp AS $body$
BEGIN
  IF NEW.event <> (SELECT max(id) FROM event) THEN
    RAISE EXCEPTION 'prose is written with its event' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $body$;
CREATE TRIGGER prose_once BEFORE INSERT ON prose FOR EACH ROW EXECUTE FUNCTION prose_once();
