package dev.palindrome.application.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.files.sqitch.SqitchFormat;
import dev.palindrome.adapters.files.sqitch.SqitchHistory;
import dev.palindrome.application.databases.DatabaseKind;
import dev.palindrome.application.databases.OnEachDatabase;
import dev.palindrome.application.databases.TestDatabase;
import dev.palindrome.application.databases.TestPack;
import dev.palindrome.spi.ForeignHistory;
import dev.palindrome.spi.ForeignHistory.Entry;
import dev.palindrome.spi.MigrationFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The registry of sqitch, in tables as it makes them")
class SqitchHistoryTest {
    private static final String APPSCHEMA = "c7981df861183412b01be706889e508a63d445ca";
    private static final String USERS = "77398e1dbc5fbce58b05eb67d201f15774718727";

    /** The SHA-1 of "A;". */
    private static final String SCRIPT = "fa8902d2c460e6e3bd49fdd125f755029f940a28";

    @TempDir
    private Path folder;

    private MigrationFolder listed() {
        return MigrationFolder.list("flipr", folder.resolve("flipr"));
    }

    private ReadHistory sqitch(DatabaseKind kind) {
        new TestPack(folder.resolve("flipr"))
                .file("deploy/appschema.sql", "A;")
                .file("deploy/users.sql", "A;")
                .file("sqitch.plan", """
                        %syntax-version=1.0.0
                        %project=flipr
                        %uri=https://github.com/theory/sqitch-intro/

                        appschema 2013-12-30T23:19:45Z Marge N. O’Vera <marge@example.com> # Add schema for all flipr objects.
                        users [appschema] 2013-12-30T23:49:00Z Marge N. O’Vera <marge@example.com> # Creates table to track our users.
                        """);
        TestDatabase database = kind.fresh(folder);
        boolean hasSchema = hasSchema(kind);
        if (hasSchema) {
            database.run("CREATE SCHEMA sqitch");
        }
        String committed = ", committed_at " + (kind == DatabaseKind.POSTGRESQL ? "timestamptz" : "timestamp")
                + " NOT NULL, committer_name varchar(255) NOT NULL, planner_email varchar(255) NOT NULL)";
        database.run(
                "CREATE TABLE " + table(kind, "changes")
                        + " (change_id varchar(40) PRIMARY KEY, script_hash varchar(40), change varchar(255) NOT NULL,"
                                .replace("change varchar", quoted(kind, "change") + " varchar")
                        + " project varchar(255) NOT NULL, note varchar(255) NOT NULL" + committed,
                "CREATE TABLE " + table(kind, "tags")
                        + " (tag varchar(255) NOT NULL, project varchar(255) NOT NULL, change_id varchar(40) NOT NULL"
                        + committed,
                "CREATE TABLE " + table(kind, "events")
                        + " (event varchar(6) NOT NULL, " + quoted(kind, "change")
                        + " varchar(255) NOT NULL, project varchar(255) NOT NULL" + committed);
        return new ReadHistory(database, new SqitchFormat(), new SqitchHistory());
    }

    private static boolean hasSchema(DatabaseKind kind) {
        return kind == DatabaseKind.POSTGRESQL || kind == DatabaseKind.H2;
    }

    private static String table(DatabaseKind kind, String name) {
        return (hasSchema(kind) ? "sqitch." : "") + name;
    }

    private static String quoted(DatabaseKind kind, String name) {
        return kind == DatabaseKind.MARIADB ? "`" + name + "`" : name;
    }

    private static void change(DatabaseKind kind, ReadHistory sqitch, int minute, String id, String name, String hash) {
        sqitch.database()
                .run("INSERT INTO " + table(kind, "changes") + " VALUES ('" + id + "', '" + hash + "', '" + name
                        + "', 'flipr', 'Words.', '2026-11-22 10:" + minute + ":00', 'Ann', 'marge@example.com')");
    }

    private static void event(DatabaseKind kind, ReadHistory sqitch, int minute, String event, String project) {
        sqitch.database()
                .run("INSERT INTO " + table(kind, "events") + " VALUES ('" + event + "', 'users', '" + project
                        + "', '2026-11-22 10:" + minute + ":00', 'Ann', 'marge@example.com')");
    }

    @OnEachDatabase
    void changes_are_known_by_their_ids_and_have_their_tags(DatabaseKind kind) {
        ReadHistory sqitch = sqitch(kind);
        change(kind, sqitch, 20, USERS, "users", "of another script");
        change(kind, sqitch, 10, APPSCHEMA, "appschema", SCRIPT);
        change(kind, sqitch, 30, "0".repeat(40), "gone", SCRIPT);
        sqitch.database()
                .run(
                        "INSERT INTO " + table(kind, "tags") + " VALUES ('@v1.0', 'flipr', '" + APPSCHEMA
                                + "', '2026-11-22 10:11:00', 'Ann', 'marge@example.com')",
                        "INSERT INTO " + table(kind, "changes") + " VALUES ('1', '" + SCRIPT + "', 'a', 'another', '',"
                                + " '2026-11-22 10:40:00', 'Ann', 'marge@example.com')");

        assertThat(sqitch.entries(listed())).containsExactly("appschema APPLIED", "users CHANGED", "gone MISSING");
        ForeignHistory.Contents contents = sqitch.of(listed()).orElseThrow();
        assertThat(contents.problems()).isEmpty();
        Entry first = contents.entries().get(0);
        assertThat(first.tags()).containsExactly("v1.0");
        assertThat(first.description()).isEqualTo("Words.");
        assertThat(first.ranBy()).contains("Ann");
        assertThat(first.ranOn()).isPresent();
    }

    @OnEachDatabase
    void a_change_whose_line_was_edited_is_known_by_its_name(DatabaseKind kind) {
        ReadHistory sqitch = sqitch(kind);
        change(kind, sqitch, 10, "1".repeat(40), "appschema", SCRIPT);

        assertThat(sqitch.entries(listed())).containsExactly("appschema APPLIED");
        assertThat(sqitch.of(listed()).orElseThrow().problems())
                .singleElement()
                .asString()
                .startsWith("[sqitch/plan-edited] The change 'appschema' was deployed with the id 1111");
    }

    @OnEachDatabase
    void a_failure_that_nothing_follows_is_refused(DatabaseKind kind) {
        ReadHistory sqitch = sqitch(kind);
        event(kind, sqitch, 10, "fail", "flipr");
        event(kind, sqitch, 11, "deploy", "another");
        assertThat(sqitch.of(listed()).orElseThrow().problems())
                .singleElement()
                .asString()
                .startsWith("[sqitch/failed] Change 'users' failed and nothing was deployed since");
        event(kind, sqitch, 12, "deploy", "flipr");
        assertThat(sqitch.of(listed()).orElseThrow().problems()).isEmpty();
    }

    @OnEachDatabase
    void a_failure_is_refused_though_sqitch_has_taken_back_what_it_deployed_before(DatabaseKind kind) {
        ReadHistory sqitch = sqitch(kind);
        event(kind, sqitch, 10, "deploy", "flipr");
        event(kind, sqitch, 11, "fail", "flipr");
        event(kind, sqitch, 12, "revert", "flipr");

        assertThat(sqitch.of(listed()).orElseThrow().problems())
                .singleElement()
                .asString()
                .startsWith("[sqitch/failed] Change 'users' failed");
    }

    @OnEachDatabase
    void names_are_not_enough_where_the_order_is_another(DatabaseKind kind) {
        ReadHistory sqitch = sqitch(kind);
        change(kind, sqitch, 10, "1".repeat(40), "users", SCRIPT);
        change(kind, sqitch, 20, APPSCHEMA, "appschema", SCRIPT);

        assertThat(sqitch.of(listed()).orElseThrow().problems())
                .filteredOn(problem -> problem.isError())
                .singleElement()
                .asString()
                .startsWith(
                        "[sqitch/plan-order] 'appschema' was deployed after 'users', and the plan has it before that.");
    }
}
