package com.example.hsqldb;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.sql.InformationSchemaInspector;
import java.util.Optional;
import java.util.Set;

/** What HSQLDB's information schema has beside the standard's. */
final class HsqldbInspector extends InformationSchemaInspector {
    private static final Set<String> SYSTEM_SCHEMAS = Set.of("INFORMATION_SCHEMA", "SYSTEM_LOBS");

    HsqldbInspector(Dialect dialect) {
        super(dialect, HsqldbDialect.FOLDING);
    }

    @Override
    protected Set<String> systemSchemas() {
        return SYSTEM_SCHEMAS;
    }

    @Override
    protected boolean isMadeUp(String constraint) {
        return constraint.matches("SYS_[A-Z]+_[0-9]+");
    }

    @Override
    protected String type(Row column) {
        return column.text("dtd_identifier").orElseThrow();
    }

    @Override
    protected Optional<String> collation(Row column) {
        return column.text("collation_name").filter(name -> !name.equals("SQL_TEXT"));
    }

    /** A constraint's index has the constraint's name, or one that HSQLDB made up. */
    @Override
    protected String indexes() {
        return "SELECT table_schem AS table_schema, table_name, index_name, column_name, NOT non_unique AS is_unique"
                + " FROM INFORMATION_SCHEMA.SYSTEM_INDEXINFO WHERE NOT REGEXP_MATCHES(index_name, 'SYS_[A-Z]+_[0-9]+')"
                + " AND (table_schem, index_name) NOT IN (SELECT constraint_schema, constraint_name"
                + " FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS) ORDER BY index_name, ordinal_position";
    }

    @Override
    protected Optional<String> comments() {
        return Optional.of("SELECT object_schema AS table_schema, object_name AS table_name, column_name,"
                + " comment AS remarks FROM INFORMATION_SCHEMA.SYSTEM_COMMENTS");
    }

    @Override
    protected Optional<String> others() {
        return Optional.of("SELECT 'routine' AS kind, routine_schema AS object_schema, specific_name AS object_name,"
                + " routine_definition AS definition FROM INFORMATION_SCHEMA.ROUTINES UNION ALL"
                + " SELECT 'domain', domain_schema, domain_name, dtd_identifier FROM INFORMATION_SCHEMA.DOMAINS");
    }
}
