package dev.palindrome.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.files.dbmate.DbmateFormat;
import dev.palindrome.adapters.files.diesel.DieselFormat;
import dev.palindrome.adapters.files.golangmigrate.GolangMigrateFormat;
import dev.palindrome.adapters.files.goose.GooseFormat;
import dev.palindrome.adapters.files.mybatis.MybatisFormat;
import dev.palindrome.adapters.files.play.PlayFormat;
import dev.palindrome.adapters.files.sqitch.SqitchFormat;
import dev.palindrome.spi.FormatSettings;
import dev.palindrome.spi.Migration;
import dev.palindrome.spi.MigrationFolder;
import dev.palindrome.spi.MigrationFormat;
import dev.palindrome.spi.Reversal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EmptyReversalTest {
    private static final FormatSettings MEANT =
            new FormatSettings(Map.of("emptyReversal", "not-needed"), Map.of(), Optional::empty);

    private static final String PLAN = "%project=shop\n\na 2026-11-22T10:15:00Z Ann <ann@example.com>\n";

    @TempDir
    private Path folder;

    static Stream<Arguments> emptyOnes() {
        return Stream.of(
                Arguments.of(
                        new GolangMigrateFormat(),
                        Map.of("1_a.up.sql", "CREATE TABLE a (id int);", "1_a.down.sql", "-- nothing\n")),
                Arguments.of(
                        new GooseFormat(),
                        Map.of("1_a.sql", "-- +goose Up\nCREATE TABLE a (id int);\n-- +goose Down\n-- nothing\n")),
                Arguments.of(
                        new DbmateFormat(),
                        Map.of("1_a.sql", "-- migrate:up\nCREATE TABLE a (id int);\n-- migrate:down\n-- nothing\n")),
                Arguments.of(
                        new DieselFormat(),
                        Map.of("1_a/up.sql", "CREATE TABLE a (id int);", "1_a/down.sql", "-- nothing\n")),
                Arguments.of(
                        new MybatisFormat(), Map.of("1_a.sql", "CREATE TABLE a (id int);\n-- //@UNDO\n-- nothing\n")),
                Arguments.of(
                        new PlayFormat(), Map.of("1.sql", "# --- !Ups\nCREATE TABLE a (id int);\n# --- !Downs\n\n")),
                Arguments.of(new PlayFormat(), Map.of("1.sql", "# --- !Ups\nCREATE TABLE a (id int);\n# --- !Downs")),
                Arguments.of(
                        new SqitchFormat(),
                        Map.of(
                                "sqitch.plan",
                                PLAN,
                                "deploy/a.sql",
                                "CREATE TABLE a (id int);",
                                "revert/a.sql",
                                "BEGIN;\n-- nothing\nCOMMIT;\n")));
    }

    static Stream<Arguments> missingOnes() {
        return Stream.of(
                Arguments.of(new GolangMigrateFormat(), Map.of("1_a.up.sql", "CREATE TABLE a (id int);")),
                Arguments.of(new GooseFormat(), Map.of("1_a.sql", "-- +goose Up\nCREATE TABLE a (id int);\n")),
                Arguments.of(new DieselFormat(), Map.of("1_a/up.sql", "CREATE TABLE a (id int);")),
                Arguments.of(new MybatisFormat(), Map.of("1_a.sql", "CREATE TABLE a (id int);\n")),
                Arguments.of(new PlayFormat(), Map.of("1.sql", "# --- !Ups\nCREATE TABLE a (id int);\n")),
                Arguments.of(
                        new SqitchFormat(), Map.of("sqitch.plan", PLAN, "deploy/a.sql", "CREATE TABLE a (id int);")));
    }

    @ParameterizedTest
    @MethodSource("emptyOnes")
    void a_reversal_without_sql_is_absent_unless_the_pack_says_that_it_is_meant(
            MigrationFormat format, Map<String, String> files) throws IOException {
        assertThat(read(format, files, FormatSettings.NONE)).isInstanceOf(Reversal.Absent.class);
        assertThat(read(format, files, MEANT)).isInstanceOf(Reversal.NotNeeded.class);
    }

    @ParameterizedTest
    @MethodSource("missingOnes")
    void a_reversal_that_is_not_there_is_absent_whatever_the_pack_says(
            MigrationFormat format, Map<String, String> files) throws IOException {
        assertThat(read(format, files, MEANT)).isInstanceOf(Reversal.Absent.class);
    }

    private Reversal read(MigrationFormat format, Map<String, String> files, FormatSettings settings)
            throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Migration only = format.read(MigrationFolder.list("shop", folder, settings))
                .migrations()
                .get(0);
        return only.reversal();
    }
}
