package dev.palindrome.foreigntools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@DisplayName("What sqitch has deployed is adopted")
class SqitchAdoptionTest {
    private static final Set<String> REGISTRY =
            Set.of("changes", "tags", "events", "dependencies", "projects", "releases");

    @TempDir
    private Path temporary;

    private Folder project;

    private String sqitch(String... command) {
        return tool().run(command);
    }

    /** In a zone far from here, so that times are seen to be read in the zone in which they were written. */
    private Tool tool() {
        return Tool.installed("sqitch", project.path(), "apt-get install sqitch libdbd-sqlite3-perl libdbd-pg-perl")
                .with("TZ", "Asia/Tokyo")
                .with("SQITCH_FULLNAME", "Ann Other")
                .with("SQITCH_EMAIL", "ann@example.com")
                .with("SQITCH_USER_CONFIG", temporary.resolve("none").toString())
                .with("SQITCH_SYSTEM_CONFIG", temporary.resolve("none").toString());
    }

    private static String target(LiveDatabase database) {
        return "db:" + database.uri().replaceFirst("^postgres:", "pg:");
    }

    /** A project whose plan sqitch itself has written, since it knows changes by their ids. */
    private void project(DatabaseKind kind) {
        project = Folder.at(temporary.resolve("flipr"));
        sqitch("init", "flipr", "--engine", kind == DatabaseKind.POSTGRESQL ? "pg" : "sqlite");
        change("people", "CREATE TABLE people (id int PRIMARY KEY, name varchar(50));", "DROP TABLE people;");
        change("names", "CREATE VIEW names AS SELECT name FROM people;", "DROP VIEW names;", "--requires", "people");
        sqitch("tag", "v1.0", "-n", "The first.");
        sqitch("rework", "names", "-n", "With their ids.");
        scripts(
                "names",
                "DROP VIEW names; CREATE VIEW names AS SELECT id, name FROM people;",
                "DROP VIEW names; CREATE VIEW names AS SELECT name FROM people;");
        change("pets", "CREATE TABLE pets (id int PRIMARY KEY);", "DROP TABLE pets;");
    }

    private void change(String name, String deploy, String revert, String... options) {
        List<String> command = new ArrayList<>(List.of("add", name, "-n", "Adds " + name + "."));
        command.addAll(List.of(options));
        sqitch(command.toArray(String[]::new));
        scripts(name, deploy, revert);
    }

    private void scripts(String name, String deploy, String revert) {
        project.file("deploy/" + name + ".sql", "-- Deploy flipr:" + name + "\n\nBEGIN;\n\n" + deploy + "\n\nCOMMIT;\n")
                .file(
                        "revert/" + name + ".sql",
                        "-- Revert flipr:" + name + "\n\nBEGIN;\n\n" + revert + "\n\nCOMMIT;\n");
    }

    private Takeover takeover(LiveDatabase database) {
        return new Takeover(database, "flipr", project.path(), "sqitch", "changes", "tags", "events");
    }

    /** With SQLite the registry is a file of its own; this is what the page about sqitch says. */
    private void copyRegistry(LiveDatabase database) {
        if (database.kind() == DatabaseKind.SQLITE) {
            Tool.installed("sqlite3", temporary, "apt-get install sqlite3");
            Tool.installed("sh", temporary, "a shell").run("-c", "sqlite3 sqitch.db .dump | sqlite3 database.db");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "H2")
    void with_tags_and_reworked_changes_and_goes_back_and_forth(DatabaseKind kind) {
        LiveDatabase database = kind.fresh(temporary);
        project(kind);
        Takeover takeover = takeover(database);
        change("toys", "CREATE TABLE toys (id int PRIMARY KEY);", "DROP TABLE toys;");
        sqitch("deploy", "--target", target(database));
        sqitch("revert", "-y", "--to", "@HEAD^", "--target", target(database));
        copyRegistry(database);

        takeover.adopts(4);

        assertThat(takeover.statuses())
                .containsExactly("people APPLIED", "names APPLIED", "names#2 APPLIED", "pets APPLIED", "toys PENDING");
        assertThat(takeover.check().get(1).run().orElseThrow().tags()).containsExactly("v1.0");
        assertThat(takeover.check().get(0).run().orElseThrow().ranBy()).isEqualTo("Ann Other");
        takeover.backwards("1 migration reversed");
        assertThat(database.tables()).contains("people", "names").doesNotContain("pets");
        takeover.forwards("2 migrations ran forwards");
        assertThat(database.tables()).contains("people", "names", "pets", "toys");
        takeover.backwards("names#2", "3 migrations reversed");
        assertThat(database.rows("SELECT * FROM names")).isEmpty();
        takeover.backwards("all", "2 migrations reversed");
        assertThat(database.tables()).doesNotContain("people", "names", "pets", "toys");
        takeover.hasLeftTheToolAlone();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "H2")
    void and_what_was_edited_since_counts_as_changed(DatabaseKind kind) {
        LiveDatabase database = kind.fresh(temporary);
        project(kind);
        Takeover takeover = takeover(database);
        sqitch("deploy", "--target", target(database));
        copyRegistry(database);
        scripts("pets", "CREATE TABLE pets (id int);", "DROP TABLE pets;");

        takeover.adopts(4);

        assertThat(takeover.statuses())
                .containsExactly("people APPLIED", "names APPLIED", "names#2 APPLIED", "pets CHANGED");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "H2")
    void unless_the_last_change_has_failed(DatabaseKind kind) {
        LiveDatabase database = kind.fresh(temporary);
        project(kind);
        Takeover takeover = takeover(database);
        change("broken", "INSERT INTO nothing VALUES (1);", "SELECT 1;");
        assertThat(tool().fail("deploy", "--mode", "change", "--target", target(database)))
                .contains("nothing");
        copyRegistry(database);

        takeover.refuses("sqitch/failed", "Change 'broken' failed", "sqitch deploy");

        sqitch("deploy", "--log-only", "--target", target(database));
        if (kind == DatabaseKind.SQLITE) {
            database.run(database.tables().stream()
                    .filter(REGISTRY::contains)
                    .map(table -> "DROP TABLE " + table)
                    .toArray(String[]::new));
            copyRegistry(database);
        }
        takeover.adopts(5);
        assertThat(takeover.statuses()).last().isEqualTo("broken APPLIED");
    }
}
