package dev.palindrome.examples.roundtrips;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** A database product, and what its own catalogue says beyond JDBC's metadata: checks, views, sequences, whole statements. */
enum Server {
    POSTGRESQL("""
            SELECT conrelid::regclass, conname, pg_get_constraintdef(oid) FROM pg_constraint
                WHERE connamespace = 'public'::regnamespace;
            SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public';
            SELECT viewname, definition FROM pg_views WHERE schemaname = 'public';
            SELECT sequencename, data_type::text, start_value, increment_by FROM pg_sequences WHERE schemaname = 'public';
            SELECT tgrelid::regclass, tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal;
            SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace;
            SELECT typname, typtype FROM pg_type WHERE typnamespace = 'public'::regnamespace""") {
        @Override
        String newDatabase(Path folder) {
            String name = uniqueName();
            try (Connection connection =
                            PostgresqlHolder.SERVER.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return PostgresqlHolder.SERVER.getJdbcUrl("postgres", name);
        }
    },
    /** Without SQLite's own tables: the one for ANALYZE, and the one for the counter of Palindrome's history. */
    SQLITE("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE type <> 'table' OR name NOT LIKE 'sqlite%'") {
        @Override
        String newDatabase(Path folder) {
            return "jdbc:sqlite:" + folder.resolve(uniqueName() + ".db");
        }
    },
    H2("""
            SELECT table_name, constraint_name, constraint_type FROM information_schema.table_constraints;
            SELECT constraint_name, check_clause FROM information_schema.check_constraints;
            SELECT table_name, view_definition FROM information_schema.views WHERE table_schema = 'PUBLIC';
            SELECT sequence_name, data_type, start_value, increment FROM information_schema.sequences;
            SELECT trigger_name, event_object_table FROM information_schema.triggers;
            SELECT domain_name, data_type FROM information_schema.domains;
            SELECT routine_name FROM information_schema.routines""") {
        @Override
        String newDatabase(Path folder) {
            return "jdbc:h2:mem:" + uniqueName() + ";DB_CLOSE_DELAY=-1";
        }

        /** The ends of names that H2 makes up hang on what else there was when it made them: PRIMARY_KEY_4, A_FK_INDEX_1C. */
        @Override
        String withoutChance(String line) {
            return line.replaceAll("\\b(PRIMARY_KEY|CONSTRAINT|\\w+_INDEX)_[0-9A-F]+\\b", "$1_…");
        }
    };

    private final String catalogueQueries;

    Server(String catalogueQueries) {
        this.catalogueQueries = catalogueQueries;
    }

    /** Makes an empty database, if need be in that folder, and returns its URL. */
    abstract String newDatabase(Path folder);

    /** Takes out of a line of the catalogue what is left to chance. */
    String withoutChance(String line) {
        return line;
    }

    List<String> catalogueQueries() {
        return List.of(catalogueQueries.split(";"));
    }

    private static String uniqueName() {
        return "d" + UUID.randomUUID().toString().replace("-", "");
    }

    /** Started by the first test that needs it, and stopped when the tests end. */
    private static final class PostgresqlHolder {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
