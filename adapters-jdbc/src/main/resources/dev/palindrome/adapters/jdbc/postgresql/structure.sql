-- the object itself; extra: its schema, clause: its options, flag: whether its schema is the current one
SELECT r.oid AS rel, 'relation' AS part, 0 AS place, r.relkind::text AS kind, r.relname::text COLLATE "C" AS name,
  NULL::text AS columns,
  CASE WHEN r.relkind IN ('v', 'm') THEN rtrim(pg_get_viewdef(r.oid), ';')
      || CASE WHEN r.relispopulated THEN '' ELSE ' WITH NO DATA' END
    WHEN r.relkind = 'S' THEN (SELECT s.type || s.options FROM seqs s WHERE s.oid = r.oid) END AS definition,
  r.nspname::text AS extra,
  CASE WHEN r.relkind IN ('r', 'p', 'f', 'm') THEN concat_ws(' ',
    (SELECT 'USING ' || quote_ident(m.amname) FROM pg_catalog.pg_am m WHERE m.oid = r.relam
      AND m.amname <> current_setting('default_table_access_method', true)),
    'WITH (' || r.options || ')',
    (SELECT 'TABLESPACE ' || quote_ident(s.spcname) FROM pg_catalog.pg_tablespace s WHERE s.oid = r.reltablespace))
  END AS clause,
  r.nspname = current_schema() AS flag,
  obj_description(r.oid, 'pg_class') AS comment
FROM rels r

UNION ALL
-- definition: its type, extra: its default, clause: what fills it, flag: NOT NULL
SELECT a.attrelid, 'column', a.attnum, NULL, a.attname, a.attnum::text, format_type(a.atttypid, a.atttypmod),
  CASE WHEN COALESCE(a.more ->> 'attgenerated', '') = '' THEN d.expression END,
  CASE
    WHEN a.attidentity <> '' THEN
      'GENERATED ' || CASE a.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END || ' AS IDENTITY'
      || COALESCE((SELECT ' (' || ltrim(nullif(CASE WHEN NOT s.has_usual_name THEN ' SEQUENCE NAME ' || s.sql ELSE '' END
          || s.options, '')) || ')' FROM seqs s WHERE s.owner = a.attrelid AND s.attnum = a.attnum AND s.deptype = 'i'), '')
    WHEN a.more ->> 'attgenerated' = 's' THEN 'GENERATED ALWAYS AS (' || d.expression || ') STORED'
    WHEN a.more ->> 'attgenerated' = 'v' THEN 'GENERATED ALWAYS AS (' || d.expression || ') VIRTUAL'
  END,
  a.attnotnull, col_description(a.attrelid, a.attnum)
FROM cols a
  LEFT JOIN (SELECT adrelid, adnum, pg_get_expr(adbin, adrelid) AS expression FROM pg_catalog.pg_attrdef) d
    ON d.adrelid = a.attrelid AND d.adnum = a.attnum

UNION ALL
SELECT a.attrelid, 'collation', a.attnum, NULL, a.attname, a.attnum::text,
  CASE WHEN pg_collation_is_visible(l.oid) THEN '' ELSE quote_ident(n.nspname) || '.' END || quote_ident(l.collname),
  NULL, NULL, NULL, NULL
FROM cols a
  JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
  JOIN pg_catalog.pg_collation l ON l.oid = a.attcollation
  JOIN pg_catalog.pg_namespace n ON n.oid = l.collnamespace
WHERE a.attcollation <> t.typcollation

UNION ALL
-- an exclusion's expressions and an INCLUDE's columns are not in conkey, but go with it too
SELECT k.conrelid, 'constraint', position(k.contype IN 'pufcx'), k.contype::text, k.conname,
  concat_ws(' ', nullif(array_to_string(array_remove(k.conkey, 0::int2), ' '), ''),
    (SELECT string_agg(a.attnum::text, ' ' ORDER BY a.attname) FROM pg_catalog.pg_depend d
      JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
      WHERE d.classid = 'pg_catalog.pg_constraint'::regclass AND d.objid = k.oid AND k.contype <> 'f'
        AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = k.conrelid AND d.refobjsubid > 0
        AND d.refobjsubid <> ALL (COALESCE(k.conkey, '{}')))),
  pg_get_constraintdef(k.oid), NULL, NULL, NULL, obj_description(k.oid, 'pg_constraint')
FROM pg_catalog.pg_constraint k JOIN rels r ON r.oid = k.conrelid
WHERE k.contype IN ('p', 'u', 'f', 'c', 'x')

UNION ALL
-- an index of a partitioned table isn't valid before all partitions have theirs; any other one was cut off half-way
SELECT i.indrelid, 'index', 0, NULL, i.relname, i.columns,
  CASE WHEN i.relkind = 'I' THEN replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ')
    ELSE pg_get_indexdef(i.indexrelid) || CASE WHEN i.indisvalid THEN '' ELSE ' /* invalid */' END END,
  NULL, NULL, NULL, obj_description(i.indexrelid, 'pg_class')
FROM idxs i WHERE i.constraint_oid IS NULL

UNION ALL
SELECT r.oid, 'peculiarity', 0, NULL, NULL, NULL, p.words, NULL, NULL, NULL, NULL
FROM rels r CROSS JOIN LATERAL (
  SELECT 'it is partitioned' AS words WHERE r.relkind = 'p'
  UNION ALL SELECT 'it is a foreign table' WHERE r.relkind = 'f'
  UNION ALL SELECT 'it is temporary' WHERE r.relpersistence = 't'
  UNION ALL SELECT 'it is of the type ' || format_type(r.reloftype, NULL) WHERE r.reloftype <> 0
  UNION ALL SELECT CASE WHEN r.relispartition THEN 'it is a partition of ' ELSE 'it inherits from ' END
      || string_agg(h.inhparent::regclass::text, ', ' ORDER BY h.inhseqno)
    FROM pg_catalog.pg_inherits h WHERE h.inhrelid = r.oid HAVING count(*) > 0
  UNION ALL SELECT 'other tables inherit from it' WHERE r.relkind = 'r'
    AND EXISTS (SELECT FROM pg_catalog.pg_inherits h WHERE h.inhparent = r.oid)
  UNION ALL SELECT 'the triggers of its foreign keys are switched off'
    WHERE EXISTS (SELECT FROM pg_catalog.pg_trigger g WHERE g.tgrelid = r.oid AND g.tgisinternal AND g.tgenabled <> 'O')
) p
