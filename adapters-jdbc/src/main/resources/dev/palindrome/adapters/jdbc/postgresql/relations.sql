-- What the other files of this folder read from: the relations that are asked for, their sequences and their indexes.
-- Columns of a catalogue that only newer servers have are read through to_jsonb, so that older ones don't stumble.
WITH rels AS (
  SELECT c.*, n.nspname, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS sql,
    CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE'
      WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END AS word,
    (SELECT string_agg(CASE WHEN o ~ '=[A-Za-z0-9_.+-]+$' THEN o
        ELSE split_part(o, '=', 1) || '=' || quote_literal(substr(o, strpos(o, '=') + 1)) END, ', ')
      FROM unnest(c.reloptions || (SELECT array_agg('toast.' || p) FROM pg_catalog.pg_class t, unnest(t.reloptions) p
        WHERE t.oid = c.reltoastrelid)) o) AS options
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S') AND ${relations}
),
cols AS (
  SELECT a.*, to_jsonb(a) AS more, r.sql || '.' || quote_ident(a.attname) AS sql,
    'ALTER ' || r.word || ' ' || r.sql || ' ALTER COLUMN ' || quote_ident(a.attname) AS alter, r.relkind, r.word
  FROM pg_catalog.pg_attribute a JOIN rels r ON r.oid = a.attrelid
  WHERE a.attnum > 0 AND NOT a.attisdropped AND r.relkind <> 'S'
),
-- with the column that owns it; an identity column's dependency is internal ('i'), that of OWNED BY automatic ('a')
seqs AS (
  SELECT c.oid, c.relname, c.relowner, c.relacl, c.relnamespace, d.refobjid AS owner, d.refobjsubid AS attnum, d.deptype,
    quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS sql,
    quote_ident(m.nspname) || '.' || quote_ident(t.relname) || '.' || quote_ident(a.attname) AS owner_sql,
    c.relname = t.relname || '_' || a.attname || '_seq' AND n.oid = m.oid AS has_usual_name,
    CASE WHEN s.seqtypid <> 'bigint'::regtype THEN ' AS ' || format_type(s.seqtypid, NULL) ELSE '' END AS type,
    concat(
      CASE WHEN s.seqstart <> CASE WHEN s.seqincrement > 0 THEN s.seqmin ELSE s.seqmax END
        THEN ' START WITH ' || s.seqstart END,
      CASE WHEN s.seqincrement <> 1 THEN ' INCREMENT BY ' || s.seqincrement END,
      CASE WHEN s.seqmin <> CASE WHEN s.seqincrement > 0 THEN 1 ELSE l.lowest END THEN ' MINVALUE ' || s.seqmin END,
      CASE WHEN s.seqmax <> CASE WHEN s.seqincrement > 0 THEN l.highest ELSE -1 END THEN ' MAXVALUE ' || s.seqmax END,
      CASE WHEN s.seqcache <> 1 THEN ' CACHE ' || s.seqcache END,
      CASE WHEN s.seqcycle THEN ' CYCLE' END) AS options
  FROM (
      SELECT oid FROM rels WHERE relkind = 'S'
      UNION SELECT o.objid FROM pg_catalog.pg_depend o JOIN rels r ON r.oid = o.refobjid
        WHERE o.refclassid = 'pg_catalog.pg_class'::regclass AND o.classid = 'pg_catalog.pg_class'::regclass
          AND o.refobjsubid > 0 AND o.deptype IN ('a', 'i')) asked
    JOIN pg_catalog.pg_sequence s ON s.seqrelid = asked.oid
    JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    JOIN (VALUES ('smallint'::regtype, -32768::bigint, 32767::bigint), ('integer', -2147483648, 2147483647),
      ('bigint', -9223372036854775808, 9223372036854775807)) l (type, lowest, highest) ON l.type = s.seqtypid
    LEFT JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid
      AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
    LEFT JOIN pg_catalog.pg_class t ON t.oid = d.refobjid
    LEFT JOIN pg_catalog.pg_namespace m ON m.oid = t.relnamespace
    LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
),
-- with all columns that it involves, in its expressions and condition too
idxs AS (
  SELECT i.indrelid, i.indexrelid, i.indisvalid, i.indisclustered, i.indisreplident, c.relname, c.reltablespace, c.relkind,
    array_to_string(c.reloptions, ', ') AS options,
    quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS sql, k.oid AS constraint_oid,
    (SELECT string_agg(once.attnum::text, ' ' ORDER BY once.place, a.attname) FROM (
      SELECT attnum, min(place) AS place FROM (
        SELECT attnum, place FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS u (attnum, place)
        UNION ALL SELECT d.refobjsubid, 1000 FROM pg_catalog.pg_depend d
          WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = i.indexrelid
            AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = i.indrelid) every
      WHERE attnum > 0 GROUP BY attnum) once
      JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = once.attnum) AS columns
  FROM pg_catalog.pg_index i
    JOIN rels r ON r.oid = i.indrelid
    JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_catalog.pg_constraint k
      ON k.conindid = i.indexrelid AND k.conrelid = i.indrelid AND k.contype IN ('p', 'u', 'x')
)
