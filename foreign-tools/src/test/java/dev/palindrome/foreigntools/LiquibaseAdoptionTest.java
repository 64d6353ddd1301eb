package dev.palindrome.foreigntools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What Liquibase has run is adopted")
class LiquibaseAdoptionTest {
    private static final String ROOT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <databaseChangeLog
                xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
              <include file="sql/people.sql" relativeToChangelogFile="true"/>
              <include file="sql/pets.sql" relativeToChangelogFile="true"/>
            </databaseChangeLog>
            """;
    private static final String PEOPLE = """
            --liquibase formatted sql

            --changeset ann:1
            CREATE TABLE people (id int PRIMARY KEY, name varchar(50));
            --rollback DROP TABLE people;

            --changeset ann:2
            --comment: The first of them
            INSERT INTO people VALUES (1, 'Zoë');
            --rollback DELETE FROM people WHERE id = 1;

            --changeset ann:names runOnChange:true
            CREATE VIEW names AS SELECT name FROM people;
            --rollback DROP VIEW names;
            """;
    private static final String PETS = """
            --liquibase formatted sql

            --changeset bob:1
            CREATE TABLE pets (id int PRIMARY KEY);
            --rollback DROP TABLE pets;

            --changeset bob:2
            CREATE TABLE toys (id int PRIMARY KEY);
            --rollback DROP TABLE toys;
            """;

    @TempDir
    private Path temporary;

    private Folder files;

    @BeforeEach
    void writeChangelog() {
        files = Folder.at(temporary.resolve("db/changelog"))
                .file("root.xml", ROOT)
                .file("sql/people.sql", PEOPLE)
                .file("sql/pets.sql", PETS);
    }

    /** Changelogs are known by their paths below the folder that is searched, which can be the changelog's own or not. */
    private void liquibase(LiveDatabase database, Path searched, String... command) {
        tool().run(arguments(database, searched, command));
    }

    private Tool tool() {
        return Tool.ofClass("liquibase.integration.commandline.LiquibaseCommandLine", temporary)
                .with("LIQUIBASE_ANALYTICS_ENABLED", "false");
    }

    private String[] arguments(LiveDatabase database, Path searched, String... command) {
        List<String> arguments = new ArrayList<>(List.of(
                "--show-banner=false",
                "--search-path=" + searched,
                "--changelog-file=" + searched.relativize(files.path().resolve("root.xml")),
                "--url=" + database.url(),
                "--username=" + (database.kind() == DatabaseKind.POSTGRESQL ? "postgres" : "")));
        arguments.addAll(List.of(command));
        return arguments.toArray(String[]::new);
    }

    private Takeover takeover(LiveDatabase database) {
        return new Takeover(database, "shop", files.path(), "liquibase", "databasechangelog", "databasechangeloglock");
    }

    @ParameterizedTest
    @EnumSource
    void with_its_tags_and_goes_back_and_forth(DatabaseKind kind) {
        LiveDatabase database = kind.fresh(temporary);
        Takeover takeover = takeover(database);
        liquibase(database, files.path(), "update-count", "--count=3");
        liquibase(database, files.path(), "tag", "--tag=v1");
        liquibase(database, files.path(), "update-count", "--count=1");

        takeover.adopts(4);

        assertThat(takeover.statuses())
                .containsExactlyInAnyOrder(
                        "sql/people.sql::1::ann APPLIED",
                        "sql/people.sql::2::ann APPLIED",
                        "sql/people.sql::names::ann APPLIED",
                        "sql/pets.sql::1::bob APPLIED",
                        "sql/pets.sql::2::bob PENDING");
        assertThat(takeover.check())
                .filteredOn(status ->
                        status.hasRan() && status.run().orElseThrow().tags().contains("v1"))
                .singleElement()
                .satisfies(status -> assertThat(status.migrationId()).isEqualTo("sql/people.sql::names::ann"));
        takeover.backwards("1 migration reversed");
        assertThat(database.tables()).contains("people", "names").doesNotContain("pets");
        takeover.forwards("2 migrations ran forwards");
        assertThat(database.tables()).contains("people", "names", "pets", "toys");
        takeover.backwardsToNothing("5 migrations reversed");
    }

    @ParameterizedTest
    @EnumSource
    void wherever_it_was_called_from_and_without_what_it_has_taken_back(DatabaseKind kind) {
        LiveDatabase database = kind.fresh(temporary);
        Takeover takeover = takeover(database);
        liquibase(database, temporary, "update");
        liquibase(database, temporary, "rollback-count", "--count=2");
        assertThat(database.rows("SELECT DISTINCT filename FROM databasechangelog"))
                .containsExactly("db/changelog/sql/people.sql");

        takeover.adopts(3);

        assertThat(takeover.statuses())
                .contains(
                        "sql/people.sql::1::ann APPLIED",
                        "sql/people.sql::names::ann APPLIED",
                        "sql/pets.sql::1::bob PENDING");
        takeover.hasLeftTheToolAlone();
    }

    @Test
    void unless_it_died_at_work_and_left_its_lock_behind() throws IOException, InterruptedException {
        LiveDatabase database = DatabaseKind.POSTGRESQL.fresh(temporary);
        Takeover takeover = takeover(database);
        files.file("sql/pets.sql", PETS + "\n--changeset bob:3\nSELECT pg_sleep(600);\n--rollback empty\n");
        Process killed = tool().start(temporary.resolve("output.txt"), arguments(database, files.path(), "update"));
        waitForToys(database, killed);
        killed.destroyForcibly().waitFor();

        takeover.refuses("liquibase/locked", "Liquibase's lock is held by ", "liquibase release-locks");
        liquibase(database, files.path(), "release-locks");
        takeover.adopts(5);

        assertThat(takeover.statuses()).contains("sql/pets.sql::2::bob APPLIED", "sql/pets.sql::3::bob PENDING");
    }

    private void waitForToys(LiveDatabase database, Process process) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        while (!database.tables().contains("toys")
                || database.rows(
                                "SELECT 1 FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)%' AND pid <> pg_backend_pid()")
                        .isEmpty()) {
            assertThat(process.isAlive())
                    .as(Folder.at(temporary).text("output.txt"))
                    .isTrue();
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(100);
        }
    }
}
