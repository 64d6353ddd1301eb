-- Privileges where they differ from those of a new object, as ALTER DEFAULT PRIVILEGES has them for the current user: first
-- what has to be taken away, then what has to be given. Who gave them is not kept: it is the owner who gives them again.
SELECT o.rel, 'attachment' AS part, k.place, k.kind,
  concat_ws(' ', e.grantee, 'on', o.target, CASE WHEN e.is_grantable THEN 'with grant option' END) AS name, o.columns,
  concat(upper(k.kind), ' ', string_agg(e.privilege_type || o.suffix, ', ' ORDER BY e.privilege_type), ' ON ', o.target,
    k.preposition, e.grantee, CASE WHEN e.is_grantable AND k.kind = 'grant' THEN ' WITH GRANT OPTION' END) AS definition,
  NULL::text AS extra, NULL::text AS clause, NULL::boolean AS flag, NULL::text AS comment
FROM (
    SELECT r.oid AS rel, NULL::text AS columns, CASE r.relkind WHEN 'S' THEN 'SEQUENCE ' ELSE '' END || r.sql AS target,
      '' AS suffix, r.relnamespace AS namespace, r.relowner AS owner, r.relacl AS acl,
      CASE r.relkind WHEN 'S' THEN 'S' ELSE 'r' END::"char" AS type
    FROM rels r
    UNION ALL
    SELECT s.owner, s.attnum::text, 'SEQUENCE ' || s.sql, '', s.relnamespace, s.relowner, s.relacl, 'S'
    FROM seqs s JOIN rels r ON r.oid = s.owner
    UNION ALL
    SELECT a.attrelid, a.attnum::text, r.sql, ' (' || quote_ident(a.attname) || ')', 0, r.relowner, a.attacl, 'c'
    FROM cols a JOIN rels r ON r.oid = a.attrelid WHERE a.attacl IS NOT NULL
  ) o
  CROSS JOIN LATERAL (SELECT acldefault(CASE o.type WHEN 'S' THEN 's' ELSE o.type END::"char", o.owner) AS acl) initial
  CROSS JOIN LATERAL (
    SELECT COALESCE(min(d.defaclacl::text) FILTER (WHERE d.defaclnamespace = 0)::aclitem[], initial.acl)
      || COALESCE(min(d.defaclacl::text) FILTER (WHERE d.defaclnamespace <> 0)::aclitem[], '{}') AS acl
    FROM pg_catalog.pg_default_acl d
    WHERE pg_get_userbyid(d.defaclrole) = current_user AND d.defaclnamespace IN (0, o.namespace) AND d.defaclobjtype = o.type
  ) usual
  CROSS JOIN LATERAL (VALUES
    ('revoke', ' FROM ', 91, usual.acl, COALESCE(o.acl, initial.acl)),
    ('grant', ' TO ', 92, COALESCE(o.acl, initial.acl), usual.acl)) k (kind, preposition, place, more, less)
  CROSS JOIN LATERAL (
    SELECT d.privilege_type, d.is_grantable,
      CASE d.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(d.grantee)) END AS grantee
    FROM (
        SELECT grantee, privilege_type, is_grantable FROM aclexplode(k.more)
        EXCEPT SELECT grantee, privilege_type, is_grantable FROM aclexplode(k.less)) d
  ) e
GROUP BY o.rel, o.columns, o.target, o.suffix, k.kind, k.preposition, k.place, e.grantee, e.is_grantable
