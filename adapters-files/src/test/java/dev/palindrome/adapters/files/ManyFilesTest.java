package dev.palindrome.adapters.files;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.palindrome.adapters.files.dbmate.DbmateFormat;
import dev.palindrome.adapters.files.diesel.DieselFormat;
import dev.palindrome.adapters.files.flyway.FlywayFormat;
import dev.palindrome.adapters.files.golangmigrate.GolangMigrateFormat;
import dev.palindrome.adapters.files.goose.GooseFormat;
import dev.palindrome.adapters.files.liquibase.LiquibaseFormat;
import dev.palindrome.adapters.files.mybatis.MybatisFormat;
import dev.palindrome.adapters.files.play.PlayFormat;
import dev.palindrome.adapters.files.sqitch.SqitchFormat;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationFormat;
import dev.palindrome.spi.MigrationFormat.Contents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyFilesTest {
    private static final int FILES = 10_000;

    private final CountedOpenings counter = new CountedOpenings();
    private final List<String> names = new ArrayList<>();

    @TempDir
    Path path;

    @Test
    void ten_thousand_of_our_files_are_read_once_each_and_in_no_time() throws IOException {
        for (int i = 0; i < FILES; i++) {
            file(
                    i + "__table_" + i + ".sql",
                    "-- palindrome: description=\"table " + i + "\"\n-- forwards\nCREATE TABLE t" + i
                            + " (id integer);\n-- backwards\nDROP TABLE t" + i + ";\n");
        }
        assertThat(read(new PalindromeFormat()).migrations()).hasSize(FILES);
    }

    @Test
    void five_thousand_pairs_are_read_once_each_and_in_no_time() throws IOException {
        for (int i = 0; i < FILES / 2; i++) {
            file(i + "_table.up.sql", "CREATE TABLE t" + i + " (id integer);\n");
            file(i + "_table.down.sql", "DROP TABLE t" + i + ";\n");
        }
        assertThat(read(new GolangMigrateFormat()).migrations()).hasSize(FILES / 2);
    }

    @Test
    void ten_thousand_files_of_goose_are_read_once_each_and_in_no_time() throws IOException {
        for (int i = 1; i <= FILES; i++) {
            file(
                    i + "_table.sql",
                    "-- +goose Up\nCREATE TABLE t" + i + " (id integer);\n-- +goose Down\nDROP TABLE t" + i + ";\n");
        }
        assertThat(read(new GooseFormat()).migrations()).hasSize(FILES);
    }

    @Test
    void ten_thousand_files_of_dbmate_are_read_once_each_and_in_no_time() throws IOException {
        for (int i = 10_000; i < 10_000 + FILES; i++) {
            file(
                    i + "_table.sql",
                    "-- migrate:up\nCREATE TABLE t" + i + " (id integer);\n-- migrate:down\nDROP TABLE t" + i + ";\n");
        }
        assertThat(read(new DbmateFormat()).migrations()).hasSize(FILES);
    }

    @Test
    void five_thousand_folders_of_diesel_are_read_once_each_and_in_no_time() throws IOException {
        for (int i = 0; i < FILES / 2; i++) {
            file(i + "_table/up.sql", "CREATE TABLE t" + i + " (id integer);\n");
            file(i + "_table/down.sql", "DROP TABLE t" + i + ";\n");
        }
        assertThat(read(new DieselFormat()).migrations()).hasSize(FILES / 2);
    }

    @Test
    void ten_thousand_files_of_play_are_read_once_each_and_in_no_time() throws IOException {
        for (int i = 1; i <= FILES; i++) {
            file(
                    i + ".sql",
                    "# --- !Ups\nCREATE TABLE t" + i + " (id integer);\n# --- !Downs\nDROP TABLE t" + i + ";\n");
        }
        assertThat(read(new PlayFormat()).migrations()).hasSize(FILES);
    }

    @Test
    void five_thousand_pairs_of_flyway_are_read_once_each_and_in_no_time() throws IOException {
        for (int i = 0; i < FILES / 2; i++) {
            file("V" + i + "__table.sql", "CREATE TABLE t" + i + " (id integer);\n");
            file("U" + i + "__table.sql", "DROP TABLE t" + i + ";\n");
        }
        assertThat(read(new FlywayFormat()).migrations()).hasSize(FILES / 2);
    }

    @Test
    void ten_thousand_scripts_of_mybatis_are_read_once_each_and_in_no_time() throws IOException {
        for (int i = 0; i < FILES; i++) {
            file(i + "_table.sql", "CREATE TABLE t" + i + " (id integer);\n-- //@UNDO\nDROP TABLE t" + i + ";\n");
        }
        assertThat(read(new MybatisFormat()).migrations()).hasSize(FILES);
    }

    @Test
    void ten_thousand_files_of_liquibase_are_read_once_each_and_in_no_time() throws IOException {
        file("root.yaml", "databaseChangeLog: [{includeAll: {path: changes}}]");
        for (int i = 1; i < FILES; i++) {
            file(
                    "changes/" + i + ".sql",
                    "--liquibase formatted sql\n--changeset ann:" + i + " labels:a\nCREATE TABLE t" + i
                            + " (id integer);\n--rollback DROP TABLE t" + i + ";\n");
        }
        assertThat(read(new LiquibaseFormat()).migrations()).hasSize(FILES - 1);
    }

    @Test
    void five_thousand_changes_of_sqitch_are_read_once_each_and_in_no_time() throws IOException {
        StringBuilder plan = new StringBuilder("%project=shop\n\n");
        for (int i = 0; i < FILES / 2; i++) {
            plan.append(
                    "t" + i + (i == 0 ? "" : " [t" + (i - 1) + "]") + " 2026-11-22T10:15:00Z Ann <ann@example.com>\n");
            file("deploy/t" + i + ".sql", "CREATE TABLE t" + i + " (id integer);\n");
            file("revert/t" + i + ".sql", "DROP TABLE t" + i + ";\n");
        }
        file("sqitch.plan", plan.toString());
        assertThat(read(new SqitchFormat()).migrations()).hasSize(FILES / 2);
    }

    private void file(String name, String text) throws IOException {
        Path file = path.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        names.add(name);
    }

    private Contents read(MigrationFormat format) {
        MigrationFolder folder = MigrationFolder.list("shop", counter.counted(path));
        assertThat(format.recognises(folder)).isTrue();
        Contents contents = assertTimeout(ofSeconds(10), () -> format.read(folder));
        assertThat(contents.problems()).isEmpty();
        Map<String, Integer> onceEach = names.stream()
                .collect(Collectors.toMap(name -> path.resolve(name).toString(), name -> 1));
        assertThat(counter.openings()).isEqualTo(onceEach);
        return contents;
    }
}
