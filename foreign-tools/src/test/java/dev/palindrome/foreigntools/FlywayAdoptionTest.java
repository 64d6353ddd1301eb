package dev.palindrome.foreigntools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What Flyway has run is adopted")
class FlywayAdoptionTest {
    private static final String TABLE = "flyway_schema_history";

    @TempDir
    private Path temporary;

    private Folder files;

    /** As files come: with a byte order mark, with line ends of two kinds, without a last one. */
    @BeforeEach
    void writeMigrations() {
        files = Folder.at(temporary.resolve("shop"))
                .file("V1__make_people.sql", "CREATE TABLE people (id int PRIMARY KEY, name varchar(50));\n")
                .file("U1__make_people.sql", "DROP TABLE people;\n")
                .file(
                        "V1_1__first_people.sql",
                        "-- Zoë\r\nINSERT INTO people VALUES (1, 'Zoë');\r\n\r\n-- and that's all")
                .file("U1.1__first_people.sql", "DELETE FROM people WHERE id = 1;\n")
                .file("V2__make_pets.sql", "\uFEFFCREATE TABLE pets (id int PRIMARY KEY);\n")
                .file("U2__make_pets.sql", "DROP TABLE pets;\n")
                .file(
                        "R__names.sql",
                        "DROP VIEW IF EXISTS names;\nCREATE VIEW names AS SELECT name, '${word}' AS word FROM people;\n")
                .file("U__names.sql", "DROP VIEW names;\n")
                .file("pack.yaml", "settings: {placeholders.word: hello}\n");
    }

    private FluentConfiguration flyway(LiveDatabase database) {
        return Flyway.configure()
                .dataSource(database.url(), null, null)
                .placeholders(Map.of("word", "hello"))
                .locations("filesystem:" + files.path());
    }

    private Takeover takeover(LiveDatabase database) {
        return new Takeover(database, "shop", files.path(), "flyway", TABLE);
    }

    @ParameterizedTest
    @EnumSource
    void with_all_its_rows_and_goes_back_and_forth(DatabaseKind kind) {
        LiveDatabase database = kind.fresh(temporary);
        Takeover takeover = takeover(database);
        flyway(database).load().migrate();
        files.file("V3__make_toys.sql", "CREATE TABLE toys (id int PRIMARY KEY);\n")
                .file("U3__make_toys.sql", "DROP TABLE toys;\n");

        takeover.adopts(4);

        assertThat(takeover.statuses())
                .containsExactlyInAnyOrder("1 APPLIED", "1.1 APPLIED", "2 APPLIED", "3 PENDING", "R__names APPLIED");
        takeover.backwards("1 migration reversed");
        assertThat(database.tables()).contains("people", "pets").doesNotContain("names");
        takeover.forwards("2 migrations ran forwards");
        assertThat(database.tables()).contains("people", "pets", "names", "toys");
        assertThat(database.rows("SELECT * FROM names")).containsExactly("Zoë|hello");
        takeover.backwardsToNothing("5 migrations reversed");
    }

    @ParameterizedTest
    @EnumSource
    void and_what_was_edited_since_counts_as_changed_or_runs_again(DatabaseKind kind) {
        LiveDatabase database = kind.fresh(temporary);
        Takeover takeover = takeover(database);
        flyway(database).load().migrate();
        files.file("V2__make_pets.sql", "CREATE TABLE pets (id int PRIMARY KEY, name varchar(50));\n")
                .file("pack.yaml", "settings: {placeholders.word: goodbye}\n");

        takeover.adopts(4);

        assertThat(takeover.statuses())
                .containsExactlyInAnyOrder("1 APPLIED", "1.1 APPLIED", "2 CHANGED", "R__names PENDING");
        takeover.forwards("1 migration ran forwards");
        assertThat(database.rows("SELECT * FROM names")).containsExactly("Zoë|goodbye");
    }

    @ParameterizedTest
    @EnumSource
    void from_a_baseline_on_and_without_what_was_deleted(DatabaseKind kind) {
        LiveDatabase database = kind.fresh(temporary);
        Takeover takeover = takeover(database);
        database.run("CREATE TABLE people (id int PRIMARY KEY, name varchar(50))");
        files.file("V3__make_toys.sql", "CREATE TABLE toys (id int PRIMARY KEY);\n");
        Flyway flyway = flyway(database).baselineVersion("1").load();
        flyway.baseline();
        flyway.migrate();
        files.delete("V2__make_pets.sql").delete("U2__make_pets.sql");
        flyway.repair();
        assertThat(database.asItStands(TABLE))
                .filteredOn(row -> row.contains("make pets"))
                .hasSize(2)
                .anyMatch(row -> row.contains("|DELETE|"));

        takeover.adopts(4);

        assertThat(takeover.statuses())
                .containsExactlyInAnyOrder("1 APPLIED", "1.1 APPLIED", "3 APPLIED", "R__names APPLIED");
    }

    @ParameterizedTest
    @EnumSource
    void unless_a_migration_has_failed_half_way(DatabaseKind kind) {
        LiveDatabase database = kind.fresh(temporary);
        Takeover takeover = takeover(database);
        files.file("V2__make_pets.sql", "CREATE TABLE pets (id int PRIMARY KEY);\nINSERT INTO nothing VALUES (1);\n");
        Flyway flyway = flyway(database).load();
        assertThatThrownBy(flyway::migrate).isInstanceOf(FlywayException.class);

        if (kind == DatabaseKind.H2) { // where what was defined stays
            takeover.refuses("flyway/failed", "'V2__make_pets.sql' failed", "flyway repair");
            database.run("DROP TABLE pets");
            flyway.repair();
        }
        takeover.adopts(2);

        assertThat(takeover.statuses())
                .containsExactlyInAnyOrder("1 APPLIED", "1.1 APPLIED", "2 PENDING", "R__names PENDING");
    }
}
