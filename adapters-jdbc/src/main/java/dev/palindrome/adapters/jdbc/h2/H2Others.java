package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.spi.Row;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.OtherObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads what no operation touches, so that catalogues can be compared: schemas, domains, routines, constants, synonyms. */
final class H2Others {
    private static final String OTHERS = "SELECT * FROM ("
            + " SELECT 'schema' AS KIND, SCHEMA_NAME AS OBJECT_SCHEMA, SCHEMA_NAME AS OBJECT_NAME,"
            + " '' AS DEFINITION FROM INFORMATION_SCHEMA.SCHEMATA WHERE UPPER(SCHEMA_NAME) <> 'PUBLIC'"
            + " UNION ALL SELECT 'domain', DOMAIN_SCHEMA, DOMAIN_NAME,"
            + " DATA_TYPE_SQL(DOMAIN_SCHEMA, DOMAIN_NAME, 'DOMAIN', DTD_IDENTIFIER)"
            + " || COALESCE(' DEFAULT ' || DOMAIN_DEFAULT, '') || COALESCE(' ON UPDATE ' || DOMAIN_ON_UPDATE, '')"
            + " FROM INFORMATION_SCHEMA.DOMAINS"
            + " UNION ALL SELECT DISTINCT LOWER(ROUTINE_TYPE), ROUTINE_SCHEMA, ROUTINE_NAME,"
            + " COALESCE(EXTERNAL_NAME, ROUTINE_DEFINITION, '') FROM INFORMATION_SCHEMA.ROUTINES"
            + " UNION ALL SELECT 'constant', CONSTANT_SCHEMA, CONSTANT_NAME, VALUE_DEFINITION"
            + " FROM INFORMATION_SCHEMA.CONSTANTS"
            + " UNION ALL SELECT 'synonym', SYNONYM_SCHEMA, SYNONYM_NAME, SYNONYM_FOR_SCHEMA || '.' || SYNONYM_FOR"
            + " FROM INFORMATION_SCHEMA.SYNONYMS)";
    private static final String DOMAIN_CHECKS = "SELECT d.DOMAIN_SCHEMA, d.DOMAIN_NAME, c.CHECK_CLAUSE"
            + " FROM INFORMATION_SCHEMA.DOMAIN_CONSTRAINTS d JOIN INFORMATION_SCHEMA.CHECK_CONSTRAINTS c"
            + " ON c.CONSTRAINT_SCHEMA = d.CONSTRAINT_SCHEMA AND c.CONSTRAINT_NAME = d.CONSTRAINT_NAME";

    private H2Others() {}

    static List<OtherObject> all(H2Scope scope) {
        Map<H2Key, List<Row>> checks =
                H2Scope.grouped(scope.database().query(DOMAIN_CHECKS), "DOMAIN_SCHEMA", "DOMAIN_NAME");
        List<OtherObject> others = new ArrayList<>();
        scope.ask(OTHERS, "OBJECT", "KIND, DEFINITION")
                .forEach((key, rows) -> rows.forEach(row -> {
                    String kind = H2Scope.text(row, "KIND");
                    ObjectName name = kind.equals("schema")
                            ? ObjectName.of(scope.names().written(key.name()))
                            : scope.names().written(key.schema(), key.name());
                    List<Row> conditions = kind.equals("domain") ? checks.getOrDefault(key, List.of()) : List.of();
                    others.add(new OtherObject(name, kind, H2Scope.text(row, "DEFINITION") + joined(conditions)));
                }));
        return others;
    }

    private static String joined(List<Row> checks) {
        StringBuilder joined = new StringBuilder();
        new TreeSet<>(checks.stream()
                        .map(check -> H2Scope.text(check, "CHECK_CLAUSE"))
                        .toList())
                .forEach(check -> joined.append(" CHECK (").append(check).append(')'));
        return joined.toString();
    }
}
