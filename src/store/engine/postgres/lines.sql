-- A line an object of the desk's schema: its kind, its name, what it is.
SELECT 'table' AS kind, c.relname::text AS name,
       string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
         || CASE WHEN a.attcollation <> 0 THEN ' ' || (SELECT l.collname FROM pg_collation l WHERE l.oid = a.attcollation) ELSE '' END
         || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
         || CASE WHEN a.atthasdef THEN ' DEFAULT' ELSE '' END, ', ' ORDER BY a.attnum)
       || ' ' || c.relkind::text || c.relpersistence::text || ' ' || c.relrowsecurity::text AS says
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
 WHERE c.relnamespace = 'sladesk'::regnamespace AND c.relkind NOT IN ('i', 'I', 't', 'c')
 GROUP BY c.oid, c.relname, c.relkind, c.relpersistence, c.relrowsecurity
UNION ALL
SELECT 'index', c.relname::text, pg_get_indexdef(c.oid) || CASE WHEN x.indisvalid THEN '' ELSE ' INVALID' END
  FROM pg_class c JOIN pg_index x ON x.indexrelid = c.oid WHERE c.relnamespace = 'sladesk'::regnamespace
UNION ALL
SELECT 'constraint', k.conname::text, (SELECT c.relname FROM pg_class c WHERE c.oid = k.conrelid) || ' ' || pg_get_constraintdef(k.oid)
  FROM pg_constraint k WHERE k.connamespace = 'sladesk'::regnamespace AND k.contype NOT IN ('n', 't')
UNION ALL
SELECT 'trigger', t.tgname::text, pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
 WHERE c.relnamespace = 'sladesk'::regnamespace AND NOT t.tgisinternal
UNION ALL
SELECT 'trigger', 'of a key', c.relname || ' ' || t.tgenabled::text
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
 WHERE c.relnamespace = 'sladesk'::regnamespace AND t.tgisinternal AND t.tgenabled <> 'O'
UNION ALL
SELECT 'function', p.proname::text, p.prosecdef::text || ' ' || COALESCE(array_to_string(p.proconfig, ' '), '') || ' ' || p.prosrc
  FROM pg_proc p WHERE p.pronamespace = 'sladesk'::regnamespace
UNION ALL
SELECT 'rule', r.rulename::text, c.relname::text
  FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class WHERE c.relnamespace = 'sladesk'::regnamespace
UNION ALL
SELECT 'policy', p.polname::text, c.relname::text
  FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE c.relnamespace = 'sladesk'::regnamespace
