package dev.palindrome.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.files.dbmate.DbmateFormat;
import dev.palindrome.adapters.files.diesel.DieselFormat;
import dev.palindrome.adapters.files.flyway.FlywayFormat;
import dev.palindrome.adapters.files.golangmigrate.GolangMigrateFormat;
import dev.palindrome.adapters.files.goose.GooseFormat;
import dev.palindrome.adapters.files.liquibase.LiquibaseFormat;
import dev.palindrome.adapters.files.mybatis.MybatisFormat;
import dev.palindrome.adapters.files.play.PlayFormat;
import dev.palindrome.adapters.files.sqitch.SqitchFormat;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFormat;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.testkit.fuzz.ByteFuzzing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a migration's file, it is read, or a problem names the line. */
class FormatFuzzTest {
    private static final Path YAML =
            Path.of("src", "test", "resources", "dev", "palindrome", "adapters", "files", "yaml");
    private static final List<String> SQL_WORDS = List.of(
            "-- forwards\n",
            "-- backwards\n",
            "\n-- backwards: none needed\n",
            "\n-- backwards: irreversible because a\n",
            "-- forward\n",
            "--backwards",
            "-- palindrome: ",
            "-- palindrome: fake=true\n",
            "description=\"a \\\" b\" ",
            "depends=shop:0003,0002 ",
            "depends=,",
            "transaction=none ",
            "fake=maybe ",
            "-- +goose Up\n",
            "-- migrate:up\n",
            "--liquibase formatted sql\n",
            "-- //@UNDO\n",
            "# --- !Ups\n",
            "/* /* */",
            "/*! */",
            "SELECT 1;\n");
    private static final List<String> YAML_WORDS = List.of(
            "id: ",
            "description: ",
            "dependsOn: ",
            "fake: true\n",
            "transaction: none\n",
            "operations:\n",
            "  - ",
            "- createTable: {table: a, columns: [{name: b, type: int}]}\n",
            "- dropTable: {table: a}\n",
            "- sql: ",
            "forwards: ",
            "backwards: none needed\n",
            "columns: ",
            "default: ",
            "nullable: ",
            "where: ",
            "rows: ",
            "null",
            "yes",
            "0x1F",
            "0o17",
            ".inf",
            ".nan",
            "1_000",
            "2026-11-22",
            "? ",
            "<<: ",
            "&a ",
            "*a ",
            "!!str ",
            "!!binary ",
            "%YAML 1.2\n",
            "%TAG ! a\n",
            "|\n",
            "|9+\n",
            ">-\n",
            "\"\\uD800\"",
            "\"\\x00\"",
            "\"\\q\"",
            "''",
            "# ",
            "\t- ",
            "[{",
            "}]",
            "[[",
            "{{",
            "- - ",
            "? ? ",
            ": : ");

    private static final String SECTIONS = """
            -- palindrome: description="customer e-mail addresses" depends=shop:0003,0002 transaction=none fake=false
            /* a comment; /* nested */ */
            -- forwards
            ALTER TABLE customer ADD COLUMN email varchar(254) DEFAULT 'it''s;'; -- end
            -- backwards
            ALTER TABLE customer DROP COLUMN email;
            """;

    @TempDir
    Path folder;

    @Test
    void anyFileWithSectionsIsReadOrRefusedWithALine() {
        fuzz(
                new PalindromeFormat(),
                corpus(SECTIONS, SECTIONS.replace("-- f", "-- palindrome: fake=true\n-- f")),
                SQL_WORDS,
                "1__a.sql");
    }

    @Test
    void anyPairOfFilesIsReadOrRefusedWithALine() {
        fuzz(
                new PalindromeFormat(),
                corpus(SECTIONS, "SELECT 1;\n"),
                SQL_WORDS,
                "1__a.forwards.sql",
                "1__a.backwards.sql");
    }

    @Test
    void anyFilesOfGolangMigrateAreReadOrRefusedWithALine() {
        fuzz(
                new GolangMigrateFormat(),
                corpus(SECTIONS, "/* a /* b */ */ -- c\n# d\n;\n"),
                SQL_WORDS,
                "1_a.up.sql",
                "1_a.down.sql");
    }

    @Test
    void anyFileOfGooseIsReadOrRefusedWithALine() {
        fuzz(
                new GooseFormat(),
                corpus("""
                        -- +goose NO TRANSACTION
                        -- +goose Up
                        -- +goose StatementBegin
                        A;
                        -- +goose StatementEnd
                        B
                        ;
                        -- +goose Down
                        -- +goose ENVSUB ON
                        C ${A:-$B} ${D?e};
                        -- +goose ENVSUB OFF
                        """, "-- +goose Up\nSELECT 'a;\n';\n"),
                List.of(
                        "-- +goose Up\n",
                        "\n-- +goose Down\n",
                        "\n-- +goose StatementBegin\n",
                        "\n-- +goose StatementEnd\n",
                        "\n-- +goose ENVSUB ON\n",
                        "-- +goose ",
                        "${A:1:2}",
                        "${",
                        "$$",
                        ";\n",
                        "A"),
                "1_a.sql");
    }

    @Test
    void anyFileOfDbmateIsReadOrRefusedWithALine() {
        fuzz(
                new DbmateFormat(),
                corpus("-- a\n-- migrate:up transaction:false\nA;\n-- migrate:down\nB;\n"),
                List.of("-- migrate:up\n", "\n-- migrate:down\n", "-- migrate:", " a:b", "'", "$$", ";\n"),
                "1_a.sql");
    }

    @Test
    void anyFilesOfDieselAreReadOrRefused() {
        fuzz(
                new DieselFormat(),
                corpus("run_in_transaction = false\n", "# a\n[b]\nc = 'd'\n"),
                List.of("run_in_transaction", " = ", "true", "[", "]\n", "# ", "\n"),
                "1_a/up.sql",
                "1_a/down.sql",
                "1_a/metadata.toml");
    }

    @Test
    void anyEvolutionOfPlayIsReadOrRefusedWithALine() {
        fuzz(
                new PlayFormat(),
                corpus("# a\n# --- !Ups\nA ';;';\nB;\n# --- !Downs\nC;\n", "-- !Ups\nA !$evolutions{{{b}}};\n"),
                List.of("# --- !Ups\n", "\n-- !Downs\n", ";", ";;", "'", "$$", "-- ", "$evolutions{{{", "}}}", "!"),
                "1.sql");
    }

    @Test
    void anyFilesOfFlywayAreReadOrRefused() {
        fuzz(
                new FlywayFormat(),
                corpus(
                        "A '${x}';\n-- ${flyway:table}\n",
                        "executeInTransaction=false\n# a\nplaceholderReplacement = false\n"),
                List.of("${", "}", "${flyway:filename}", "=", "#", "executeInTransaction", "shouldExecute=", "\n"),
                "V1__a.sql",
                "V1__a.sql.conf",
                "U1__a.sql");
    }

    @Test
    void anyScriptOfMybatisIsReadOrRefused() {
        fuzz(
                new MybatisFormat(),
                corpus("-- // a\nA ${x};\n-- @DELIMITER //\nB; C\n//\n-- @DELIMITER ;\n-- //@UNDO\nD;\n"),
                List.of("-- //@UNDO\n", "\n//@UNDO\n", "-- @DELIMITER ", "${", "\\${", "}", ";", "//", "\n"),
                "1_a.sql");
    }

    @Test
    void anyChangelogInSqlIsReadOrRefused() {
        fuzz(
                new LiquibaseFormat(),
                corpus("""
                        --liquibase formatted sql logicalFilePath:a.sql
                        --property name:x value:y dbms:h2
                        --changeset ann:1 splitStatements:false endDelimiter:;; context:"a and !b" dbms:h2,!mysql
                        --comment a
                        --preconditions onFail:MARK_RAN
                        --precondition-sql-check expectedResult:0 SELECT 1
                        A ${x};
                        --rollback B;
                        --changeset "ann b":2
                        C;
                        /* liquibase rollback
                        D; -- d
                        E;
                        */
                        --rollback changesetId:1 changesetAuthor:ann
                        """),
                List.of(
                        "--liquibase formatted sql\n",
                        "\n--changeset a:1 ",
                        "\n--rollback ",
                        "\n--rollback empty\n",
                        "\n/* liquibase rollback\n",
                        "\n*/\n",
                        "endDelimiter:[",
                        "splitStatements:false",
                        "context:(a or ",
                        "labels:\"",
                        "\n--property name:${x} value:${x}\n",
                        "${",
                        "\nGO\n",
                        "BEGIN ",
                        "END;"),
                input -> new TestFolder(folder).file("a.sql", input),
                FormatFuzzTest::isRead);
    }

    @Test
    void anyChangelogThatListsOthersIsReadOrRefused() {
        TestFolder files = new TestFolder(folder)
                .file("sql/a.sql", "--liquibase formatted sql\n--changeset a:1\nA;\n--rollback B;\n");
        for (String name : List.of("changelog.xml", "changelog.yaml", "changelog.json")) {
            fuzz(
                    new LiquibaseFormat(),
                    corpus(
                            """
                            <?xml version="1.0" encoding="UTF-8"?>
                            <!DOCTYPE a [<!ENTITY b "c">]>
                            <databaseChangeLog><include file="sql/a.sql"/><includeAll path="sql"/></databaseChangeLog>
                            """,
                            "databaseChangeLog:\n- include:\n    file: sql/a.sql\n- includeAll: {path: sql}\n",
                            "{\"databaseChangeLog\": [{\"include\": {\"file\": \"sql/a.sql\"}}]}"),
                    List.of("<include file=\"", "../", "&b;", "<!--", "- include: ", "&a *a", "[{", "}]", "changelog"),
                    input -> files.file(name, input),
                    FormatFuzzTest::isRead);
            files.file(name, "");
        }
    }

    @Test
    void anyPlanOfSqitchIsReadOrRefused() {
        TestFolder files = new TestFolder(folder)
                .file("deploy/a.sql", "A;")
                .file("revert/a.sql", "B;")
                .file("deploy/a@v1.sql", "A;")
                .file("revert/a@v1.sql", "B;");
        fuzz(
                new SqitchFormat(),
                corpus("""
                        %syntax-version=1.0.0
                        %project=shop # a
                        %uri = https://example.com/

                        a [!b other:c @v0 a@v1] 2026-11-22T10:15:00Z Ann <ann@example.com> # one\\ntwo
                        @v1 2026-11-22T10:15:00Z Ann <ann@example.com>

                        + a [a@v1] 2026-11-22T10:15:00Z Ann <ann@example.com>
                        """),
                List.of(
                        "%project=",
                        "%", "@v1 ", "[a ", "] ", "!", "2026-11-22T10:15:00Z ", "Ann <a> ", "# ", "\\n", "- "),
                input -> files.file("sqitch.plan", input),
                FormatFuzzTest::isRead);
    }

    @Test
    void anyScriptsAndSettingsOfSqitchAreReadOrRefused() {
        TestFolder files = new TestFolder(folder)
                .file(
                        "sqitch.plan",
                        "%syntax-version=1.0.0\n%project=shop\n\na 2026-11-22T10:15:00Z Ann <ann@example.com>\n");
        fuzz(
                new SqitchFormat(),
                corpus(
                        "BEGIN;\n\\set a 'b'\nA :a :'a' :\"a\" $$ ; $$;\n\\i deploy/a.sql\nCOMMIT;\n",
                        "DELIMITER //\nA; B//\nDELIMITER ;\n",
                        "[core]\n\tengine = pg\n[engine \"pg\"]\n\ttarget = db:pg:a\n[deploy \"variables\"]\n\ta = \"b\\n\"\n"),
                List.of(
                        "\\set ",
                        "\\i ",
                        "\\if ",
                        "\n\\",
                        ":a",
                        ":'a'",
                        "\\gset\n",
                        "$$",
                        "[core]\n",
                        "engine = ",
                        "\\\n",
                        "#",
                        "'"),
                input -> files.file("deploy/a.sql", input)
                        .file("revert/a.sql", input)
                        .file("sqitch.conf", input),
                FormatFuzzTest::isRead);
    }

    @Test
    void anyYamlIsReadOrRefusedWithALine() throws IOException {
        String broken = Files.readString(YAML.resolve("broken.txt"));
        List<byte[]> corpus = new ArrayList<>(corpus(broken.split("(?m)^===.*$|^---$")));
        corpus.add(Files.readAllBytes(YAML.resolve("everything.yaml")));
        corpus.add(Files.readAllBytes(YAML.resolve("product.yaml")));
        assertThat(corpus).hasSizeGreaterThan(50);
        fuzz(new PalindromeFormat(), corpus, YAML_WORDS, "1__a.yaml");
    }

    /** Each of the files gets the same text. */
    private void fuzz(MigrationFormat format, List<byte[]> corpus, List<String> words, String... fileNames) {
        TestFolder files = new TestFolder(folder);
        fuzz(
                format,
                corpus,
                words,
                input -> Stream.of(fileNames).forEach(fileName -> files.file(fileName, input)),
                (input, contents) -> {
                    int lines =
                            new String(input, StandardCharsets.UTF_8).split("\r\n|[\r\n\u0085\u2028\u2029]", -1).length;
                    contents.problems()
                            .forEach(problem -> assertThat(
                                            problem.location().orElseThrow().line())
                                    .as(problem.toString())
                                    .isBetween(
                                            isOfWhatIsMissing(problem) ? 0 : 1,
                                            isOfWhatIsMissing(problem) ? lines + 1 : lines));
                    assertThat(contents.migrations().isEmpty())
                            .isEqualTo(contents.problems().stream().anyMatch(Problem::isError));
                });
    }

    private void fuzz(
            MigrationFormat format,
            List<byte[]> corpus,
            List<String> words,
            Consumer<byte[]> write,
            BiConsumer<byte[], MigrationFormat.Contents> check) {
        int inputs = ByteFuzzing.run(corpus, words, input -> {
            write.accept(input);
            MigrationFormat.Contents contents = contents(format);
            check.accept(input, contents);
            contents.migrations().forEach(FormatFuzzTest::look);
        });
        assertThat(inputs).isPositive();
    }

    private MigrationFormat.Contents contents(MigrationFormat format) {
        try {
            return new TestFolder(folder).read(format);
        } catch (ProblemException e) {
            return new MigrationFormat.Contents(List.of(), e.problems());
        }
    }

    /** Where several files make a migration, a problem names the one that it stands in. */
    private static void isRead(byte[] input, MigrationFormat.Contents contents) {
        assertThat(contents.problems())
                .allSatisfy(
                        problem -> assertThat(problem.location().orElseThrow().line())
                                .as(problem.toString())
                                .isGreaterThanOrEqualTo(isLeftOut(problem) ? 0 : 1));
    }

    /** Such a file is named, and none of its lines. */
    private static boolean isLeftOut(Problem problem) {
        return problem.message().contains("is left out: ");
    }

    /** What a file lacks altogether stands in none of its lines; it may be said where it should. */
    private static boolean isOfWhatIsMissing(Problem problem) {
        return problem.code().equals(ProblemCodes.MIGRATION_FORWARDS_MISSING);
    }

    /** What the engine asks of a migration before anything runs. */
    private static void look(Migration migration) {
        assertThat(migration.checksum()).isNotNull();
        assertThat(Stream.concat(migration.forwards().stream(), migration.reversal().operations().stream())
                        .map(Operation::fingerprint))
                .doesNotContainNull();
    }

    private static List<byte[]> corpus(String... texts) {
        return Stream.of(texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
