package dev.palindrome.adapters.jdbc.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The queries that read the catalogue. They stand in files beside this class, as people run and mend them with psql; one
 * query reads a whole object, since it runs between the statements of a migration.
 */
final class CatalogueSql {
    private static final String USERS_OWN =
            "n.nspname !~ '^(pg|palindrome)_' AND n.nspname <> 'information_schema' AND ${name} !~ '^palindrome_'"
                    + " AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.${catalogue}'::regclass"
                    + " AND d.objid = ${oid} AND (d.deptype = 'e'${more}))";
    private static final String OWNED_SEQUENCE =
            " OR c.relkind = 'S' AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')";

    /** Takes the object's name twice, quoted. */
    static final String ONE =
            objects("c.oid = to_regclass(CAST(? AS text))::oid", "t.oid = to_regtype(CAST(? AS text))::oid");

    /** All relations and enum types that users made. */
    static final String ALL = objects(
            usersOwn("c.relname", "pg_class", "c.oid", OWNED_SEQUENCE), usersOwn("t.typname", "pg_type", "t.oid", ""));

    /** All else that users made. */
    static final String OTHERS = file("others.sql");

    private CatalogueSql() {}

    private static String usersOwn(String name, String catalogue, String oid, String more) {
        return USERS_OWN
                .replace("${name}", name)
                .replace("${catalogue}", catalogue)
                .replace("${oid}", oid)
                .replace("${more}", more);
    }

    private static String objects(String relations, String types) {
        String parts = Stream.of("structure.sql", "attachments.sql", "privileges.sql", "enums.sql")
                .map(CatalogueSql::file)
                .collect(Collectors.joining("\nUNION ALL\n"));
        return file("relations.sql").replace("${relations}", relations)
                + parts.replace("${types}", types)
                + "\nORDER BY part, place, name, kind";
    }

    private static String file(String name) {
        try (InputStream in = CatalogueSql.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("This jar lacks its file '" + name + "'");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
