package dev.palindrome.application.databases;

import com.google.common.collect.ImmutableList;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Queries that describe everything in a database, object by object, one line each; Palindrome's own tables are left out. */
enum Catalogue {
    POSTGRESQL(
            "SELECT tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')",
            "SELECT 'schema ' || nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'",
            ours(
                    "SELECT format('%s %s.%s', CASE relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'table' WHEN 'v' THEN 'view'"
                            + " WHEN 'm' THEN 'view' WHEN 'S' THEN 'sequence' ELSE relkind::text END, nspname, relname) FROM ours"
                            + " WHERE relkind <> 'i'"),
            ours(
                    "SELECT format('column %s.%s.%s #%s %s%s default %s identity %s%s', nspname, relname, attname,"
                            + " row_number() OVER (PARTITION BY attrelid ORDER BY attnum), format_type(atttypid, atttypmod),"
                            + " CASE WHEN attnotnull THEN ' not null' END, pg_get_expr(adbin, adrelid), attidentity, attgenerated)"
                            + " FROM ours JOIN pg_attribute ON attrelid = ours.oid AND attnum > 0 AND NOT attisdropped"
                            + " LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum WHERE relkind IN ('r', 'p', 'v', 'm')"),
            ours("SELECT format('constraint %s.%s %s %s', nspname, relname, conname, pg_get_constraintdef(c.oid))"
                    + " FROM ours JOIN pg_constraint c ON conrelid = ours.oid WHERE contype <> 'n'"),
            ours("SELECT format('index %s valid %s', pg_get_indexdef(indexrelid), indisvalid)"
                    + " FROM ours JOIN pg_index ON indrelid = ours.oid"),
            ours("SELECT 'definition ' || nspname || '.' || relname || pg_get_viewdef(ours.oid) FROM ours"
                    + " WHERE relkind IN ('v', 'm')"),
            ours(
                    "SELECT pg_get_triggerdef(t.oid) FROM ours JOIN pg_trigger t ON tgrelid = ours.oid WHERE NOT tgisinternal"),
            ours(
                    "SELECT format('sequence %s.%s %s start %s increment %s', nspname, relname, seqtypid::regtype, seqstart,"
                            + " seqincrement) FROM ours JOIN pg_sequence ON seqrelid = ours.oid"),
            "SELECT pg_get_functiondef(p.oid) FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace"
                    + " WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND prokind IN ('f', 'p')",
            "SELECT format('type %s.%s %s', nspname, typname, array_agg(enumlabel ORDER BY enumsortorder))"
                    + " FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace JOIN pg_enum e ON enumtypid = t.oid"
                    + " GROUP BY nspname, typname"),

    SQLITE(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'",
            "SELECT type || ' ' || name FROM sqlite_master WHERE type <> 'index'" + notOurs("tbl_name"),
            "SELECT 'column ' || m.name || '.' || c.name || ' #' || c.cid || ' ' || c.type || ' not null ' || c.\"notnull\""
                    + " || ' default ' || coalesce(c.dflt_value, '') || ' key ' || c.pk"
                    + " FROM sqlite_master m, pragma_table_xinfo(m.name) c WHERE m.type IN ('table', 'view')"
                    + notOurs("m.name"),
            "SELECT 'index ' || m.name || ' ' || i.name || ' unique ' || i.\"unique\" || ' partial ' || i.partial || ' column '"
                    + " || c.seqno || ' ' || coalesce(c.name, 'expression') || ' ' || c.\"desc\""
                    + " FROM sqlite_master m, pragma_index_list(m.name) i, pragma_index_xinfo(i.name) c WHERE m.type = 'table'"
                    + notOurs("m.name"),
            "SELECT 'foreign key ' || m.name || '.' || f.\"from\" || ' ' || f.\"table\" || '.' || coalesce(f.\"to\", '')"
                    + " || ' ' || f.on_delete FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'"
                    + notOurs("m.name"),
            "SELECT 'definition ' || sql FROM sqlite_master WHERE type IN ('view', 'trigger')" + notOurs("tbl_name")),

    H2(
            "SELECT table_name FROM information_schema.tables WHERE table_schema <> 'INFORMATION_SCHEMA'"
                    + " AND table_type = 'BASE TABLE'" + noCopy("table_name"),
            "SELECT 'schema ' || schema_name FROM information_schema.schemata WHERE schema_name <> 'INFORMATION_SCHEMA'",
            "SELECT 'table ' || table_schema || '.' || table_name || ' ' || table_type FROM information_schema.tables"
                    + " WHERE table_schema <> 'INFORMATION_SCHEMA'" + lasting("table_name"),
            "SELECT 'column ' || table_schema || '.' || table_name || '.' || column_name || ' #' || ordinal_position || ' '"
                    + " || data_type || ' ' || coalesce(character_maximum_length, numeric_precision, 0) || ' nullable '"
                    + " || is_nullable || ' default ' || coalesce(column_default, '') || ' identity ' || is_identity"
                    + " FROM information_schema.columns WHERE table_schema <> 'INFORMATION_SCHEMA'"
                    + lasting("table_name"),
            "SELECT 'constraint ' || t.table_schema || '.' || t.table_name || ' '"
                    + named("t.constraint_name")
                    + " || ' ' || t.constraint_type || ' ' || coalesce(c.check_clause, '') || ' '"
                    + " || coalesce((SELECT listagg(k.column_name, ',') WITHIN GROUP (ORDER BY k.ordinal_position)"
                    + " FROM information_schema.key_column_usage k WHERE k.constraint_schema = t.constraint_schema"
                    + " AND k.constraint_name = t.constraint_name), '') FROM information_schema.table_constraints t"
                    + " LEFT JOIN information_schema.check_constraints c ON c.constraint_schema = t.constraint_schema"
                    + " AND c.constraint_name = t.constraint_name WHERE true" + lasting("t.table_name"),
            "SELECT 'index ' || i.table_schema || '.' || i.table_name || ' '" + named("i.index_name")
                    + " || ' ' || i.index_type_name || ' ' || (SELECT listagg(c.column_name, ',')"
                    + " WITHIN GROUP (ORDER BY c.ordinal_position) FROM information_schema.index_columns c"
                    + " WHERE c.index_schema = i.index_schema AND c.index_name = i.index_name)"
                    + " FROM information_schema.indexes i WHERE true" + lasting("i.table_name"),
            "SELECT 'view ' || table_schema || '.' || table_name || ' ' || view_definition FROM information_schema.views"
                    + " WHERE table_schema <> 'INFORMATION_SCHEMA'",
            "SELECT 'sequence ' || sequence_schema || '.' || sequence_name || ' ' || start_value || ' ' || increment"
                    + " FROM information_schema.sequences",
            "SELECT 'routine ' || routine_schema || '.' || routine_name || ' ' || coalesce(routine_definition, '')"
                    + " FROM information_schema.routines"),

    MARIADB(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                    + " AND table_type = 'BASE TABLE'",
            "SELECT CONCAT_WS(' ', 'table', table_name, table_type, engine, table_collation, table_comment)"
                    + " FROM information_schema.tables" + here("table"),
            "SELECT CONCAT_WS(' ', 'column', table_name, column_name, ordinal_position, column_type, is_nullable,"
                    + " column_default, extra, generation_expression, collation_name, column_comment)"
                    + " FROM information_schema.columns" + here("table"),
            "SELECT CONCAT_WS(' ', 'index', table_name, index_name, non_unique, seq_in_index, column_name, sub_part,"
                    + " collation, index_type) FROM information_schema.statistics" + here("table"),
            "SELECT CONCAT_WS(' ', 'key', table_name, constraint_name, ordinal_position, column_name,"
                    + " referenced_table_name, referenced_column_name) FROM information_schema.key_column_usage"
                    + here("table"),
            "SELECT CONCAT_WS(' ', 'reference', table_name, constraint_name, update_rule, delete_rule)"
                    + " FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE()",
            "SELECT CONCAT_WS(' ', 'check', table_name, constraint_name, check_clause)"
                    + " FROM information_schema.check_constraints WHERE constraint_schema = DATABASE()",
            "SELECT CONCAT_WS(' ', 'view', table_name, REPLACE(view_definition, CONCAT('`', DATABASE(), '`.'), '')) FROM information_schema.views"
                    + here("table"),
            "SELECT CONCAT_WS(' ', 'trigger', trigger_name, event_object_table, action_timing, event_manipulation,"
                    + " action_statement) FROM information_schema.triggers" + here("trigger"),
            "SELECT CONCAT_WS(' ', 'routine', routine_type, routine_name, routine_definition)"
                    + " FROM information_schema.routines" + here("routine")) {
        @Override
        Optional<String> preparation() {
            return Optional.of("SET SESSION sql_mode = CONCAT(@@sql_mode, ',ANSI_QUOTES')");
        }
    };

    private final String tablesQuery;
    private final ImmutableList<String> queries;

    Catalogue(String tablesQuery, String... queries) {
        this.tablesQuery = tablesQuery;
        this.queries = ImmutableList.copyOf(queries);
    }

    /** {@return what a session needs so that names stand in double quotes, as the tests write them} */
    Optional<String> preparation() {
        return Optional.empty();
    }

    /** {@return the query that lists all tables, our own too} */
    String tablesQuery() {
        return tablesQuery;
    }

    List<String> read(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (String query : queries) {
            lines.addAll(TestDatabase.rows(connection, query));
        }
        return lines.stream().sorted().toList();
    }

    private static String ours(String query) {
        return "WITH ours AS (SELECT c.oid, nspname, relname, relkind FROM pg_class c JOIN pg_namespace n"
                + " ON n.oid = relnamespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'"
                + " AND relname !~ '^palindrome_') " + query;
    }

    private static String here(String kind) {
        return " WHERE " + kind + "_schema = DATABASE() AND " + kind + "_name NOT LIKE 'palindrome!_%' ESCAPE '!'";
    }

    private static String lasting(String table) {
        return notOurs(table) + noCopy(table);
    }

    /** An ALTER TABLE in which H2 was killed leaves the copy that it was working on, whoever sent it. */
    private static String noCopy(String table) {
        return " AND NOT REGEXP_LIKE(" + table + ", '_COPY_[0-9]+_[0-9]+$')";
    }

    private static String notOurs(String column) {
        return " AND lower(" + column + ") NOT LIKE 'palindrome!_%' ESCAPE '!' AND lower(" + column
                + ") NOT LIKE 'sqlite!_%' ESCAPE '!'";
    }

    /** The names that H2 makes up differ from one run to the next. */
    private static String named(String column) {
        return " || regexp_replace(" + column + ", '_[0-9A-F]+(_\\d+)?$', '_generated')";
    }
}
