-- What hangs on a relation, each with the statement that makes it, in an order in which they can be run.
SELECT s.owner AS rel, 'attachment' AS part, 10 AS place, 'sequence' AS kind, s.relname::text AS name,
  s.attnum::text AS columns, 'CREATE SEQUENCE ' || s.sql || s.type || s.options AS definition, NULL::text AS extra,
  NULL::text AS clause, NULL::boolean AS flag, NULL::text AS comment
FROM seqs s JOIN rels r ON r.oid = s.owner WHERE s.deptype = 'a'

UNION ALL
SELECT r.oid, 'attachment', 11, 'unlogged', r.relname, NULL, 'ALTER ' || r.word || ' ' || r.sql || ' SET UNLOGGED',
  NULL, NULL, NULL, NULL
FROM rels r WHERE r.relpersistence = 'u' AND r.relkind IN ('r', 'p', 'S')
  AND NOT EXISTS (SELECT FROM seqs s WHERE s.oid = r.oid AND s.deptype IS NOT NULL)

UNION ALL
SELECT r.oid, 'attachment', 20, 'sequence owner', s.relname, CASE WHEN r.oid = s.owner THEN s.attnum::text END,
  'ALTER SEQUENCE ' || s.sql || ' OWNED BY ' || s.owner_sql, NULL, NULL, NULL, NULL
FROM seqs s JOIN rels r ON r.oid IN (s.owner, s.oid) WHERE s.deptype = 'a'

UNION ALL
SELECT s.owner, 'attachment', 21, 'comment', 'sequence ' || s.relname, s.attnum::text,
  'COMMENT ON SEQUENCE ' || s.sql || ' IS ' || quote_literal(obj_description(s.oid, 'pg_class')), NULL, NULL, NULL, NULL
FROM seqs s JOIN rels r ON r.oid = s.owner WHERE obj_description(s.oid, 'pg_class') IS NOT NULL

UNION ALL
SELECT a.attrelid, 'attachment', 30, x.kind, a.attname, a.attnum::text, a.alter || x.clause, NULL, NULL, NULL, NULL
FROM cols a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid CROSS JOIN LATERAL (
  SELECT 'storage' AS kind, ' SET STORAGE ' || CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL'
      WHEN 'x' THEN 'EXTENDED' ELSE 'MAIN' END AS clause WHERE a.attstorage <> t.typstorage AND a.relkind <> 'v'
  UNION ALL SELECT 'compression', ' SET COMPRESSION ' || CASE a.more ->> 'attcompression' WHEN 'p' THEN 'pglz' ELSE 'lz4' END
    WHERE a.more ->> 'attcompression' IN ('p', 'l')
  UNION ALL SELECT 'statistics target', ' SET STATISTICS ' || (a.more ->> 'attstattarget')
    WHERE (a.more ->> 'attstattarget')::int >= 0
  UNION ALL SELECT 'column options', ' SET (' || array_to_string(a.attoptions, ', ') || ')' WHERE a.attoptions IS NOT NULL
) x

UNION ALL
SELECT r.oid, 'attachment', 31, 'options', r.relname, NULL, 'ALTER VIEW ' || r.sql || ' SET (' || r.options || ')',
  NULL, NULL, NULL, NULL
FROM rels r WHERE r.relkind = 'v' AND r.reloptions IS NOT NULL

UNION ALL
SELECT a.attrelid, 'attachment', 32, 'default', a.attname, a.attnum::text,
  a.alter || ' SET DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), NULL, NULL, NULL, NULL
FROM cols a JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum WHERE a.relkind = 'v'

UNION ALL
SELECT a.attrelid, 'attachment', 33, 'comment', 'column ' || a.attname, a.attnum::text,
  'COMMENT ON COLUMN ' || a.sql || ' IS ' || quote_literal(col_description(a.attrelid, a.attnum)), NULL, NULL, NULL, NULL
FROM cols a WHERE a.relkind IN ('v', 'm') AND col_description(a.attrelid, a.attnum) IS NOT NULL

UNION ALL
-- a constraint's definition says nothing of the storage of its index, an index's nothing of its tablespace
SELECT i.indrelid, 'attachment', 40, x.kind, i.relname, i.columns, x.definition, NULL, NULL, NULL, NULL
FROM idxs i JOIN rels r ON r.oid = i.indrelid CROSS JOIN LATERAL (
  SELECT 'index options' AS kind, 'ALTER INDEX ' || i.sql || ' SET (' || i.options || ')' AS definition
    WHERE i.constraint_oid IS NOT NULL AND i.options IS NOT NULL
  UNION ALL SELECT 'index tablespace', 'ALTER INDEX ' || i.sql || ' SET TABLESPACE ' || quote_ident(s.spcname)
    FROM pg_catalog.pg_tablespace s WHERE s.oid = i.reltablespace
  UNION ALL SELECT 'index comment', 'COMMENT ON INDEX ' || i.sql || ' IS '
      || quote_literal(obj_description(i.indexrelid, 'pg_class'))
    WHERE i.constraint_oid IS NOT NULL AND obj_description(i.indexrelid, 'pg_class') IS NOT NULL
  UNION ALL SELECT 'index statistics target ' || a.attnum,
      'ALTER INDEX ' || i.sql || ' ALTER COLUMN ' || a.attnum || ' SET STATISTICS ' || (to_jsonb(a) ->> 'attstattarget')
    FROM pg_catalog.pg_attribute a WHERE a.attrelid = i.indexrelid AND (to_jsonb(a) ->> 'attstattarget')::int >= 0
  UNION ALL SELECT 'cluster', 'ALTER ' || r.word || ' ' || r.sql || ' CLUSTER ON ' || quote_ident(i.relname)
    WHERE i.indisclustered
  UNION ALL SELECT 'replica identity',
      'ALTER ' || r.word || ' ' || r.sql || ' REPLICA IDENTITY USING INDEX ' || quote_ident(i.relname)
    WHERE i.indisreplident AND r.relreplident = 'i'
) x

UNION ALL
SELECT r.oid, 'attachment', 41, 'replica identity', r.relname, NULL, 'ALTER ' || r.word || ' ' || r.sql
  || ' REPLICA IDENTITY ' || CASE r.relreplident WHEN 'n' THEN 'NOTHING' ELSE 'FULL' END, NULL, NULL, NULL, NULL
FROM rels r WHERE r.relreplident IN ('n', 'f') AND r.relkind IN ('r', 'p', 'm')

UNION ALL
SELECT s.stxrelid, 'attachment', 45 + x.place, x.kind, s.stxname,
  (SELECT string_agg(DISTINCT d.refobjsubid::text, ' ') FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_statistic_ext'::regclass AND d.objid = s.oid
      AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = s.stxrelid AND d.refobjsubid > 0),
  x.definition, NULL, NULL, NULL, NULL
FROM pg_catalog.pg_statistic_ext s
  JOIN rels r ON r.oid = s.stxrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = s.stxnamespace
  CROSS JOIN LATERAL (SELECT quote_ident(n.nspname) || '.' || quote_ident(s.stxname) AS sql) q
  CROSS JOIN LATERAL (
    SELECT 0 AS place, 'statistics' AS kind, pg_get_statisticsobjdef(s.oid) AS definition
    UNION ALL SELECT 1, 'statistics target', 'ALTER STATISTICS ' || q.sql || ' SET STATISTICS ' || (to_jsonb(s) ->> 'stxstattarget')
      WHERE (to_jsonb(s) ->> 'stxstattarget')::int >= 0
    UNION ALL SELECT 1, 'statistics comment', 'COMMENT ON STATISTICS ' || q.sql || ' IS '
        || quote_literal(obj_description(s.oid, 'pg_statistic_ext'))
      WHERE obj_description(s.oid, 'pg_statistic_ext') IS NOT NULL
  ) x

UNION ALL
SELECT w.ev_class, 'attachment', 50 + x.place, x.kind, w.rulename, NULL, x.definition, NULL, NULL, NULL, NULL
FROM pg_catalog.pg_rewrite w JOIN rels r ON r.oid = w.ev_class CROSS JOIN LATERAL (
  SELECT 0 AS place, 'rule' AS kind, rtrim(pg_get_ruledef(w.oid), ';') AS definition
  UNION ALL SELECT 1, 'rule state', 'ALTER TABLE ' || r.sql || CASE w.ev_enabled WHEN 'D' THEN ' DISABLE' WHEN 'R' THEN ' ENABLE REPLICA' ELSE ' ENABLE ALWAYS' END || ' RULE ' || quote_ident(w.rulename)
    WHERE w.ev_enabled <> 'O'
  UNION ALL SELECT 1, 'rule comment', 'COMMENT ON RULE ' || quote_ident(w.rulename) || ' ON ' || r.sql || ' IS '
      || quote_literal(obj_description(w.oid, 'pg_rewrite'))
    WHERE obj_description(w.oid, 'pg_rewrite') IS NOT NULL
) x WHERE w.rulename <> '_RETURN'

UNION ALL
SELECT g.tgrelid, 'attachment', 60 + x.place, x.kind, g.tgname, NULL, x.definition, NULL, NULL, NULL, NULL
FROM pg_catalog.pg_trigger g JOIN rels r ON r.oid = g.tgrelid CROSS JOIN LATERAL (
  SELECT 0 AS place, 'trigger' AS kind, pg_get_triggerdef(g.oid) AS definition
  UNION ALL SELECT 1, 'trigger state', 'ALTER TABLE ' || r.sql || CASE g.tgenabled WHEN 'D' THEN ' DISABLE' WHEN 'R' THEN ' ENABLE REPLICA' ELSE ' ENABLE ALWAYS' END || ' TRIGGER ' || quote_ident(g.tgname)
    WHERE g.tgenabled <> 'O'
  UNION ALL SELECT 1, 'trigger comment', 'COMMENT ON TRIGGER ' || quote_ident(g.tgname) || ' ON ' || r.sql || ' IS '
      || quote_literal(obj_description(g.oid, 'pg_trigger'))
    WHERE obj_description(g.oid, 'pg_trigger') IS NOT NULL
) x WHERE NOT g.tgisinternal

UNION ALL
SELECT p.polrelid, 'attachment', 70 + x.place, x.kind, p.polname, NULL, x.definition, NULL, NULL, NULL, NULL
FROM pg_catalog.pg_policy p JOIN rels r ON r.oid = p.polrelid CROSS JOIN LATERAL (
  SELECT 0 AS place, 'policy' AS kind, concat('CREATE POLICY ', quote_ident(p.polname), ' ON ', r.sql,
    CASE WHEN NOT p.polpermissive THEN ' AS RESTRICTIVE' END,
    CASE p.polcmd WHEN 'r' THEN ' FOR SELECT' WHEN 'a' THEN ' FOR INSERT' WHEN 'w' THEN ' FOR UPDATE'
      WHEN 'd' THEN ' FOR DELETE' END,
    CASE WHEN p.polroles <> '{0}' THEN ' TO ' || (SELECT string_agg(quote_ident(pg_get_userbyid(o)), ', '
      ORDER BY pg_get_userbyid(o)) FROM unnest(p.polroles) o) END,
    ' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')',
    ' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')') AS definition
  UNION ALL SELECT 1, 'policy comment', 'COMMENT ON POLICY ' || quote_ident(p.polname) || ' ON ' || r.sql || ' IS '
      || quote_literal(obj_description(p.oid, 'pg_policy'))
    WHERE obj_description(p.oid, 'pg_policy') IS NOT NULL
) x

UNION ALL
SELECT r.oid, 'attachment', 75, x.kind, r.relname, NULL, 'ALTER TABLE ' || r.sql || x.clause, NULL, NULL, NULL, NULL
FROM rels r CROSS JOIN LATERAL (
  SELECT 'row level security' AS kind, ' ENABLE ROW LEVEL SECURITY' AS clause WHERE r.relrowsecurity
  UNION ALL SELECT 'forced row level security', ' FORCE ROW LEVEL SECURITY' WHERE r.relforcerowsecurity
) x

UNION ALL
-- older servers have no prattrs and prqual: these names then mean the nulls around them
SELECT r.oid, 'attachment', 80, 'publication', u.pubname, NULL, 'ALTER PUBLICATION ' || quote_ident(u.pubname) || ' ADD TABLE '
  || r.sql || COALESCE(' (' || x.columns || ')', '') || COALESCE(' WHERE (' || x.condition || ')', ''),
  NULL, NULL, NULL, NULL
FROM rels r CROSS JOIN (SELECT NULL::int2vector AS prattrs, NULL::pg_node_tree AS prqual) missing CROSS JOIN LATERAL (
    SELECT pr.prpubid, (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname) FROM pg_catalog.pg_attribute a
      WHERE a.attrelid = r.oid AND a.attnum = ANY (prattrs::int2[])) AS columns, pg_get_expr(prqual, r.oid) AS condition
    FROM pg_catalog.pg_publication_rel pr WHERE pr.prrelid = r.oid) x
  JOIN pg_catalog.pg_publication u ON u.oid = x.prpubid

UNION ALL
SELECT r.oid, 'attachment', 85, 'security label', concat_ws(' ', l.provider, a.attname), nullif(l.objsubid, 0)::text,
  'SECURITY LABEL FOR ' || quote_literal(l.provider) || ' ON ' || CASE WHEN l.objsubid > 0 THEN 'COLUMN ' || a.sql
    ELSE r.word || ' ' || r.sql END || ' IS ' || quote_literal(l.label), NULL, NULL, NULL, NULL
FROM rels r
  JOIN pg_catalog.pg_seclabel l ON l.classoid = 'pg_catalog.pg_class'::regclass AND l.objoid = r.oid
  LEFT JOIN cols a ON a.attrelid = l.objoid AND a.attnum = l.objsubid

UNION ALL
-- before the privileges, which the owner gives
SELECT r.oid, 'attachment', 90, 'owner', r.relname, NULL,
  'ALTER ' || r.word || ' ' || r.sql || ' OWNER TO ' || quote_ident(pg_get_userbyid(r.relowner)), NULL, NULL, NULL, NULL
FROM rels r WHERE pg_get_userbyid(r.relowner) <> current_user
