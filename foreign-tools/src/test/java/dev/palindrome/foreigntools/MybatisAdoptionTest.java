package dev.palindrome.foreigntools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What MyBatis Migrations has run is adopted")
class MybatisAdoptionTest {
    @TempDir
    private Path temporary;

    private String mybatis(String... command) {
        Tool tool = Tool.ofClass("org.apache.ibatis.migration.Migrator", temporary);
        return tool.run(Stream.concat(Stream.of("--path=" + temporary.resolve("migrations")), Stream.of(command))
                .toArray(String[]::new));
    }

    /** A repository as the tool makes it, with its own first script, which makes the table of its history. */
    private Folder repository(LiveDatabase database, String changelog) throws IOException {
        Folder.at(temporary.resolve("migrations"));
        mybatis("init");
        Folder repository = new Folder(temporary.resolve("migrations"));
        String driver = switch (database.kind()) {
            case POSTGRESQL -> "org.postgresql.Driver";
            case SQLITE -> "org.sqlite.JDBC";
            case H2 -> "org.h2.Driver";
        };
        String environment = repository
                .text("environments/development.properties")
                .replaceFirst("(?m)^driver=.*", "driver=" + driver)
                .replaceFirst("(?m)^url=.*", "url=" + database.url())
                .replaceFirst("(?m)^changelog=.*", "changelog=" + changelog)
                .replaceFirst("(?m)^send_full_script=.*", "send_full_script=false");
        if (database.kind() == DatabaseKind.SQLITE) { // where ALTER TABLE can't add a key
            String first = scripts().get(0);
            repository.file(first, repository.text(first).replaceFirst("(?s)ALTER TABLE.*?;", ""));
        }
        repository.delete(scripts().get(1));
        return repository
                .file("environments/development.properties", environment + "\nword=hello\n")
                .file("scripts/29990101000001_people.sql", """
                        -- // people
                        CREATE TABLE people (id int PRIMARY KEY, name varchar(50));
                        INSERT INTO people VALUES (1, '${word}');

                        -- //@UNDO
                        DROP TABLE people;
                        """)
                .file("scripts/29990101000002_pets.sql", """
                        -- // pets
                        CREATE TABLE pets (id int PRIMARY KEY);

                        -- //@UNDO
                        DROP TABLE pets;
                        """)
                .file("scripts/29990101000003_toys.sql", """
                        -- // toys
                        CREATE TABLE toys (id int PRIMARY KEY);

                        -- //@UNDO
                        DROP TABLE toys;
                        """);
    }

    private List<String> scripts() throws IOException {
        try (Stream<Path> files = Files.list(temporary.resolve("migrations/scripts"))) {
            return files.map(Path::getFileName)
                    .map(Path::toString)
                    .filter(name -> name.matches("[0-9].*"))
                    .sorted()
                    .map(name -> "scripts/" + name)
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void from_the_script_on_that_makes_its_table(DatabaseKind kind) throws IOException {
        adoptsAndGoesBackAndForth(kind.fresh(temporary), "CHANGELOG");
    }

    @ParameterizedTest
    @EnumSource
    void from_the_table_that_its_environment_names(DatabaseKind kind) throws IOException {
        adoptsAndGoesBackAndForth(kind.fresh(temporary), "what_ran");
    }

    private void adoptsAndGoesBackAndForth(LiveDatabase database, String changelog) throws IOException {
        Folder repository = repository(database, changelog);
        String first = scripts().get(0).replaceFirst("scripts/([0-9]+)_.*", "$1");
        Takeover takeover = new Takeover(database, "shop", repository.path().resolve("scripts"), "mybatis", changelog);
        mybatis("up", "4");
        mybatis("down", "1");

        takeover.adopts(3);

        assertThat(takeover.statuses())
                .containsExactly(
                        first + " APPLIED",
                        "29990101000001 APPLIED",
                        "29990101000002 APPLIED",
                        "29990101000003 PENDING");
        takeover.backwards("1 migration reversed");
        assertThat(database.tables()).contains("people").doesNotContain("pets");
        takeover.forwards("2 migrations ran forwards");
        assertThat(database.tables()).contains("people", "pets", "toys");
        assertThat(database.rows("SELECT name FROM people")).containsExactly("hello");
        takeover.hasLeftTheToolAlone();
        takeover.backwards("all", "4 migrations reversed");
        assertThat(database.tables()).allMatch(name -> name.startsWith("palindrome_"));
    }
}
