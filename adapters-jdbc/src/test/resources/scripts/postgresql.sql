/* a script /* with; nested */ comments */ SET search_path = 'a;b', "c;d";
CREATE FUNCTION f(a int) RETURNS text LANGUAGE plpgsql AS $body$
BEGIN
  RAISE NOTICE 'it''s %; $1', $x$ a; b $x$; -- c;
  RETURN E'\';\\' || U&'d!0061;' UESCAPE '!';
END $body$;
CREATE PROCEDURE p() BEGIN ATOMIC
  SELECT CASE WHEN (1 = 1) THEN 'a;' ELSE "b;" END;
  INSERT INTO t VALUES (1);
END;
CREATE RULE r AS ON UPDATE TO t DO ALSO (DELETE FROM u; DELETE FROM v);
SELECT E'a'
  'b;c', a$b$c, '{1}'::int[], $1 FROM t WHERE a -> 'b' #>> '{c}' ? 'd';
CREATE INDEX CONCURRENTLY i ON t (a);
