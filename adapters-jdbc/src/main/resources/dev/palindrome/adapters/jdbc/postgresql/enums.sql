-- enum types and, under the same number, their values in order
SELECT t.oid AS rel, x.part, x.place, NULL::text AS kind, x.name, NULL::text AS columns, NULL::text AS definition,
  n.nspname::text AS extra, NULL::text AS clause, n.nspname = current_schema() AS flag,
  obj_description(t.oid, 'pg_type') AS comment
FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace CROSS JOIN LATERAL (
  SELECT 'enum' AS part, 0 AS place, t.typname::text AS name
  UNION ALL SELECT 'value', (row_number() OVER (ORDER BY e.enumsortorder))::int, e.enumlabel
    FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid
) x
WHERE t.typtype = 'e' AND ${types}
