package dev.palindrome.foreigntools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What dbmate has run is adopted")
class DbmateAdoptionTest {
    private static final Path HOME = Path.of(System.getProperty("dbmate.folder", "target/dbmate"));
    private static final Path BINARY = HOME.resolve("node_modules/.bin/dbmate").toAbsolutePath();

    @TempDir
    private Path temporary;

    /** npm has the binary; the folder of the build keeps it. */
    @BeforeAll
    static void install() {
        if (!Files.isExecutable(BINARY)) {
            Tool npm = Tool.installed("npm", Folder.at(HOME).path(), "install npm, from which dbmate comes");
            Tool.Done done = npm.done(
                    "install",
                    "--no-save",
                    "--no-audit",
                    "--no-fund",
                    "--fetch-retries=0",
                    "--prefix=.",
                    "dbmate@" + System.getProperty("dbmate.version"));
            assumeTrue(Files.isExecutable(BINARY), () -> "npm can't install dbmate here: " + done.output());
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "POSTGRESQL, schema_migrations",
        "SQLITE, schema_migrations",
        "POSTGRESQL, my_versions",
        "SQLITE, my_versions"
    })
    void version_by_version_and_goes_back_and_forth(DatabaseKind kind, String table) {
        LiveDatabase database = kind.fresh(temporary);
        Folder files = Folder.at(temporary.resolve("migrations"))
                .file("20261122101500_people.sql", """
                        -- migrate:up
                        CREATE TABLE people (id int PRIMARY KEY, name varchar(50));
                        INSERT INTO people VALUES (1, 'Zoë');

                        -- migrate:down
                        DROP TABLE people;
                        """)
                .file("20261122101501_pets.sql", """
                        -- migrate:up transaction:false
                        CREATE TABLE pets (id int PRIMARY KEY);

                        -- migrate:down transaction:false
                        DROP TABLE pets;
                        """)
                .file("20261122101502_toys.sql", """
                        -- migrate:up
                        CREATE TABLE toys (id int PRIMARY KEY);

                        -- migrate:down
                        DROP TABLE toys;
                        """);
        if (!table.equals("schema_migrations")) {
            files.file("pack.yaml", "settings: {historyTable: " + table + "}\n");
        }
        Takeover takeover = new Takeover(database, "shop", files.path(), "dbmate", table);
        dbmate(database, files, table, "migrate");
        dbmate(database, files, table, "rollback");

        takeover.adopts(2);

        assertThat(takeover.statuses())
                .containsExactly("20261122101500 APPLIED", "20261122101501 APPLIED", "20261122101502 PENDING");
        takeover.backwards("1 migration reversed");
        assertThat(database.tables()).contains("people").doesNotContain("pets");
        takeover.forwards("2 migrations ran forwards");
        assertThat(database.tables()).contains("people", "pets", "toys");
        takeover.backwardsToNothing("3 migrations reversed");
    }

    private void dbmate(LiveDatabase database, Folder files, String table, String command) {
        String uri = database.uri() + (database.kind() == DatabaseKind.POSTGRESQL ? "?sslmode=disable" : "");
        new Tool(List.of(BINARY.toString()), temporary, Map.of())
                .run(
                        "--url=" + uri,
                        "--migrations-dir=" + files.path(),
                        "--migrations-table=" + table,
                        "--no-dump-schema",
                        command);
    }
}
