package dev.palindrome.application.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.files.mybatis.MybatisFormat;
import dev.palindrome.adapters.files.mybatis.MybatisHistory;
import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.databases.TestPack;
import dev.palindrome.spi.ForeignHistory;
import dev.palindrome.spi.MigrationFolder;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The history of MyBatis Migrations, in a table as its template makes it")
class MybatisHistoryTest {
    @TempDir
    private Path folder;

    private TestPack files() {
        return new TestPack(folder.resolve("scripts"));
    }

    private MigrationFolder listed() {
        return MigrationFolder.list("shop", folder.resolve("scripts"));
    }

    private ReadHistory mybatis(DatabaseKind kind, String table) {
        TestDatabase database = kind.fresh(folder);
        database.run(
                "CREATE TABLE " + table + " (ID NUMERIC(20,0) NOT NULL, APPLIED_AT VARCHAR(25) NOT NULL,"
                        + " DESCRIPTION VARCHAR(255) NOT NULL)",
                "INSERT INTO " + table + " VALUES (20261122101500, '2026-11-22 10:16:00', 'next')",
                "INSERT INTO " + table + " VALUES (1, '2026-11-22 10:15:00', 'create changelog')",
                "INSERT INTO " + table + " VALUES (30, '2026-11-22 10:15:30', 'gone')");
        return new ReadHistory(database, new MybatisFormat(), new MybatisHistory());
    }

    @OnEachDatabase
    void each_row_is_a_script_by_its_number(DatabaseKind kind) {
        files().file("001_create_changelog.sql", "A;\n-- //@UNDO\nB;\n")
                .file("20261122101500_next.sql", "A;\n-- //@UNDO\nB;\n")
                .file("20261122101501_pending.sql", "A;\n-- //@UNDO\nB;\n");
        ReadHistory mybatis = mybatis(kind, "CHANGELOG");

        assertThat(mybatis.entries(listed())).containsExactly("1 APPLIED", "30 MISSING", "20261122101500 APPLIED");
        ForeignHistory.Entry entry =
                mybatis.of(listed()).orElseThrow().entries().get(0);
        assertThat(entry.description()).isEqualTo("create changelog");
        assertThat(entry.ranOn()).contains(Instant.parse("2026-11-22T10:15:00Z"));
        assertThat(entry.ranBy()).isEmpty();
    }

    @OnEachDatabase
    void the_table_is_the_one_that_the_environment_names(DatabaseKind kind) {
        files().file("1_a.sql", "A;\n-- //@UNDO\nB;\n");
        ReadHistory mybatis = mybatis(kind, "old_log");
        assertThat(mybatis.of(listed())).isEmpty();

        new TestPack(folder.resolve("environments")).file("development.properties", "changelog=old_log\n");

        assertThat(mybatis.entries(listed())).containsExactly("1 APPLIED", "30 MISSING", "20261122101500 MISSING");
    }

    @OnEachDatabase
    void another_table_of_that_name_is_none(DatabaseKind kind) {
        files().file("1_a.sql", "A;\n-- //@UNDO\nB;\n");
        ReadHistory mybatis = mybatis(kind, "CHANGELOG");
        mybatis.database().run("ALTER TABLE CHANGELOG ADD COLUMN author VARCHAR(9)");

        assertThat(mybatis.of(listed())).isEmpty();
    }
}
