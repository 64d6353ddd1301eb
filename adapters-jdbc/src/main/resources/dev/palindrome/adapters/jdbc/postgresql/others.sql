-- What no typed operation touches, described as far as it takes to see that it changed.
WITH made_by_others AS (
  SELECT classid, objid FROM pg_catalog.pg_depend WHERE deptype IN ('e', 'i')
)
SELECT o.kind, o.name, o.arguments, n.nspname::text AS schema, n.nspname = current_schema() AS is_current,
  concat_ws(E';\n', o.definition,
    CASE WHEN pg_get_userbyid(o.owner) <> current_user THEN 'OWNER ' || quote_ident(pg_get_userbyid(o.owner)) END,
    (SELECT 'GRANT ' || string_agg(g::text, ', ' ORDER BY g::text) FROM unnest(o.acl) g),
    'COMMENT ' || quote_literal(obj_description(o.oid, o.catalogue))) AS definition
FROM (
    SELECT p.oid, 'pg_proc' AS catalogue, p.pronamespace AS namespace, p.proowner AS owner, p.proacl AS acl,
      CASE WHEN a.aggfnoid IS NOT NULL THEN 'aggregate' WHEN to_jsonb(p) ->> 'prokind' = 'p' THEN 'procedure'
        ELSE 'function' END AS kind,
      p.proname::text AS name, '(' || pg_get_function_identity_arguments(p.oid) || ')' AS arguments,
      CASE WHEN a.aggfnoid IS NULL THEN rtrim(pg_get_functiondef(p.oid), E'\n')
        ELSE concat('AGGREGATE SFUNC ', a.aggtransfn, ' STYPE ', format_type(a.aggtranstype, NULL), ' FINALFUNC ', a.aggfinalfn,
          ' COMBINEFUNC ', a.aggcombinefn, ' MSFUNC ', a.aggmtransfn, ' INITCOND ', a.agginitval) END AS definition
    FROM pg_catalog.pg_proc p LEFT JOIN pg_catalog.pg_aggregate a ON a.aggfnoid = p.oid

    UNION ALL
    SELECT t.oid, 'pg_type', t.typnamespace, t.typowner, t.typacl, 'domain', t.typname, NULL,
      concat('DOMAIN ', format_type(t.typbasetype, t.typtypmod),
        (SELECT ' COLLATE ' || quote_ident(l.collname) FROM pg_catalog.pg_collation l, pg_catalog.pg_type b
          WHERE l.oid = t.typcollation AND b.oid = t.typbasetype AND b.typcollation <> t.typcollation),
        ' DEFAULT ' || t.typdefault, CASE WHEN t.typnotnull THEN ' NOT NULL' END,
        (SELECT string_agg(' CONSTRAINT ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid), '' ORDER BY k.conname)
          FROM pg_catalog.pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'))
    FROM pg_catalog.pg_type t WHERE t.typtype = 'd'

    UNION ALL
    SELECT t.oid, 'pg_type', t.typnamespace, t.typowner, t.typacl, 'composite type', t.typname, NULL, 'TYPE ('
      || (SELECT string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum)
        FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND NOT a.attisdropped) || ')'
    FROM pg_catalog.pg_type t JOIN pg_catalog.pg_class c ON c.oid = t.typrelid WHERE c.relkind = 'c'

    UNION ALL
    SELECT t.oid, 'pg_type', t.typnamespace, t.typowner, t.typacl, 'range type', t.typname, NULL,
      concat('TYPE RANGE OF ', format_type(g.rngsubtype, NULL), ' DIFF ', g.rngsubdiff, ' CANONICAL ', g.rngcanonical)
    FROM pg_catalog.pg_type t JOIN pg_catalog.pg_range g ON g.rngtypid = t.oid
  ) o
  JOIN pg_catalog.pg_namespace n ON n.oid = o.namespace
WHERE n.nspname !~ '^(pg|palindrome)_' AND n.nspname <> 'information_schema' AND o.name !~ '^palindrome_'
  AND (o.catalogue::regclass, o.oid) NOT IN (SELECT classid, objid FROM made_by_others)

UNION ALL
SELECT 'schema', n.nspname, NULL, NULL, TRUE, concat_ws(E';\n', 'SCHEMA',
  CASE WHEN pg_get_userbyid(n.nspowner) NOT IN (current_user, 'pg_database_owner')
    THEN 'OWNER ' || quote_ident(pg_get_userbyid(n.nspowner)) END,
  (SELECT 'GRANT ' || string_agg(g::text, ', ' ORDER BY g::text) FROM unnest(n.nspacl) g),
  'COMMENT ' || quote_literal(obj_description(n.oid, 'pg_namespace')))
FROM pg_catalog.pg_namespace n
WHERE n.nspname !~ '^(pg|palindrome)_' AND n.nspname <> 'information_schema'
  AND ('pg_catalog.pg_namespace'::regclass, n.oid) NOT IN (SELECT classid, objid FROM made_by_others)

UNION ALL
SELECT 'extension', e.extname, NULL, NULL, TRUE, 'EXTENSION ' || e.extversion || ' IN ' || quote_ident(n.nspname)
FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
