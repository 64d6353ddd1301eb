package dev.palindrome.adapters.jdbc.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.Problem;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementKind;
import dev.palindrome.testkit.fuzz.SplitterContract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each method's number is that of a case which splitters of SQL scripts are known to break on. */
class SqliteSplitterTest extends SplitterContract {

    @Override
    protected List<Statement> split(SqlScript script) {
        return new SqliteSplitter().split(script);
    }

    @Override
    protected List<String> lineComments() {
        return List.of("--");
    }

    @Override
    protected boolean nestedComments() {
        return false;
    }

    @Override
    protected List<String> fragments() {
        return List.of(
                "`g#;`",
                "[h#;']",
                "[",
                "`",
                "CREATE TRIGGER i# BEGIN j#; k#; END; ",
                "CREATE TEMP TRIGGER ",
                "EXPLAIN ",
                "l#; END ",
                "CASE m# END",
                "/* n# /* ;*/",
                ".mode o#\n",
                ".5",
                "a#$b",
                "x'0#'",
                "-- p#\r\n");
    }

    @Override
    protected List<String> costly() {
        return List.of(
                "CREATE TRIGGER t BEGIN SELECT 1; END;",
                "CREATE TRIGGER ",
                "; END ",
                "[",
                "[a]",
                "`a` ",
                ".x\n",
                "PRAGMA x ",
                "-- x\r");
    }

    @Test
    void row01SemicolonsInTextsEndNothing() {
        assertThat(statements("SELECT 'a;b', 'it''s;', '';\nSELECT '''', ';''';"))
                .containsExactly("1: SELECT 'a;b', 'it''s;', ''", "2: SELECT '''', ';'''");
    }

    @Test
    void row02ABackslashIsACharacter() {
        assertThat(statements("SELECT 'a\\'; SELECT 'b\\\\';")).containsExactly("1: SELECT 'a\\'", "1: SELECT 'b\\\\'");
    }

    @Test
    void row03AnEInFrontOfATextIsAName() {
        assertThat(statements("SELECT E'a\\'; SELECT 1;")).containsExactly("1: SELECT E'a\\'", "1: SELECT 1");
    }

    @Test
    void row04TextsDontGoOnInAnotherLine() {
        assertThat(statements("SELECT 'a'\n'b\\';")).containsExactly("1: SELECT 'a'\n'b\\'");
    }

    @Test
    void row05NothingSwitchesTheMeaningOfBackslashes() {
        assertThat(statements("SET standard_conforming_strings = off; SELECT '\\';"))
                .containsExactly("1: SET standard_conforming_strings = off", "1: SELECT '\\'");
    }

    @Test
    void row06And07SemicolonsInQuotedNamesEndNothing() {
        assertThat(statements("SELECT \"a;\"\"b\", `c;``'d`, [e;'f]; SELECT 1;"))
                .containsExactly("1: SELECT \"a;\"\"b\", `c;``'d`, [e;'f]", "1: SELECT 1");
        assertThat(problems("SELECT 1;\nSELECT [a;\n")).containsExactly("2 script/unterminated");
        assertThat(problems("SELECT 1;\n\nSELECT `a;\n")).containsExactly("3 script/unterminated");
    }

    @Test
    void row08PrefixedLiteralsAreLiterals() {
        assertThat(statements("SELECT x'0f', X'3b';")).containsExactly("1: SELECT x'0f', X'3b'");
    }

    @Test
    void row09And10DollarSignsQuoteNothing() {
        assertThat(statements("SELECT $a; SELECT a$b$c; SELECT $$;$$"))
                .containsExactly("1: SELECT $a", "1: SELECT a$b$c", "1: SELECT $$", "1: $$");
    }

    @Test
    void row11CommentsDontNest() {
        assertThat(statements("SELECT /* a /* b ; ' */ 1; SELECT 2"))
                .containsExactly("1: SELECT /* a /* b ; ' */ 1", "1: SELECT 2");
        assertThat(problems("SELECT 1;\n/* a ;")).containsExactly("2 script/unterminated");
    }

    @Test
    void row12TwoDashesAreACommentWhateverFollows() {
        assertThat(statements("SELECT 1 -- x ; '\n; SELECT 5--1;\r\n+ 1;--"))
                .containsExactly("1: SELECT 1", "2: SELECT 5--1;\r\n+ 1");
    }

    @Test
    void row12ACommentThatSqliteReadsFurtherThanItsLineIsRefused() {
        assertThat(problems("SELECT 1;\rDELETE FROM t -- old ones\rWHERE a < 1;\r"))
                .containsExactly("2 script/unsupported");
        assertThat(statements("SELECT 1; -- x\r\r\nSELECT 2; -- y\r")).containsExactly("1: SELECT 1", "3: SELECT 2");
    }

    @Test
    void row13AHashIsAMark() {
        assertThat(statements("SELECT # x ; SELECT 1")).containsExactly("1: SELECT # x", "1: SELECT 1");
    }

    @Test
    void row14AVersionedCommentIsAComment() {
        assertThat(statements("/*!50003 SELECT ; */ SELECT 1 /*M! ; */;")).containsExactly("1: SELECT 1");
    }

    @Test
    void row15AnOperatorStopsWhereACommentBegins() {
        assertThat(statements("SELECT 1+/* ; */2, a->/*;*/b, 3*-- ;\n4;"))
                .containsExactly("1: SELECT 1+/* ; */2, a->/*;*/b, 3*-- ;\n4");
    }

    @Test
    void row16ParenthesesHoldNothingBack() {
        assertThat(statements("SELECT (1; SELECT 2);")).containsExactly("1: SELECT (1", "1: SELECT 2)");
    }

    @Test
    void row17And22BodiesOfRoutinesAreUnknown() {
        assertThat(statements("CREATE FUNCTION f BEGIN ATOMIC SELECT 1; END;"))
                .containsExactly("1: CREATE FUNCTION f BEGIN ATOMIC SELECT 1", "1 COMMIT: END");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TRIGGER t AFTER INSERT ON a BEGIN INSERT INTO b VALUES (1); END",
                "create temp trigger t AFTER INSERT ON a BEGIN\n SELECT CASE WHEN 1 THEN 2 END;\n SELECT 1 AS \"end\";\nEND",
                "CREATE /* x */ TEMPORARY TRIGGER t BEGIN SELECT 'a; END;'; -- ; END;\n END /* y */",
                "EXPLAIN QUERY PLAN CREATE TRIGGER t BEGIN SELECT 1; END"
            })
    void row18And19ATriggerEndsWithItsEnd(String trigger) {
        String expected = trigger.replace(" /* y */", "");
        assertThat(statements(trigger + "; SELECT 1;").get(0)).isEqualTo("1: " + expected);
        assertThat(statements(trigger + "; SELECT 1;")).hasSize(2);
        assertThat(statements(trigger)).containsExactly("1: " + expected);
    }

    @Test
    void row18ATriggerWithoutItsEndIsReportedWhereItBegins() {
        assertThat(refusal("SELECT 1;\n-- x\nCREATE TRIGGER t BEGIN SELECT CASE 1 END; SELECT 2;\n"))
                .extracting(Problem::toString)
                .containsExactly(
                        "[script/unterminated] The block that opens at V1.sql:3 is still open at the end of the script. "
                                + "Close it with END; behind a semicolon. It begins: CREATE (V1.sql:3)");
    }

    @Test
    void row20BeginAndEndAreNamesElsewhere() {
        assertThat(statements(
                        "CREATE TABLE t (begin, end, trigger); SELECT begin, end FROM t; DROP TRIGGER t; SELECT 1;"))
                .containsExactly(
                        "1: CREATE TABLE t (begin, end, trigger)",
                        "1: SELECT begin, end FROM t",
                        "1: DROP TRIGGER t",
                        "1: SELECT 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEGIN", "begin immediate transaction", "/* x */ BEGIN EXCLUSIVE"})
    void row21Begins(String sql) {
        assertThat(kind(sql)).isEqualTo(StatementKind.BEGIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMMIT", "commit transaction", "END", "END TRANSACTION"})
    void row21Commits(String sql) {
        assertThat(kind(sql)).isEqualTo(StatementKind.COMMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROLLBACK", "rollback transaction"})
    void row21RollsBack(String sql) {
        assertThat(kind(sql)).isEqualTo(StatementKind.ROLLBACK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ROLLBACK TO x",
                "ROLLBACK TRANSACTION TO SAVEPOINT x",
                "SAVEPOINT x",
                "RELEASE x",
                "SELECT 'BEGIN'"
            })
    void row21LeavesTheTransactionAlone(String sql) {
        assertThat(kind(sql)).isEqualTo(StatementKind.ORDINARY);
    }

    @Test
    void row23And24CommandsOfTheShellAreRefusedAllAtOnce() {
        assertThat(problems(".mode csv\nSELECT 1;\n  .import 'a;b t\nSELECT .5;"))
                .containsExactly("1 script/unsupported", "3 script/unsupported");
        assertThat(refusal(".mode csv "))
                .extracting(Problem::message)
                .containsExactly(
                        "'.mode csv' is a command of the sqlite3 shell, which the database itself doesn't know. Remove the "
                                + "line, or write SQL that does the same.");
        assertThat(statements("SELECT .5\n.5;")).containsExactly("1: SELECT .5\n.5");
    }

    @Test
    void row25And26DelimiterAndGoAreWords() {
        assertThat(statements("DELIMITER ;; SELECT 1\nGO\n")).containsExactly("1: DELIMITER", "1: SELECT 1\nGO");
    }

    @Test
    void row27OddBeginningsAndEndingsAreAccepted() {
        assertThat(statements("\uFEFFSELECT 1;\f\u00A0SELECT 2 -- the end"))
                .containsExactly("1: SELECT 1", "1: SELECT 2");
        assertThat(statements("-- nothing\n/* here */")).isEmpty();
        assertThat(problems("SELECT 1;\r\nSELECT '\0'")).containsExactly("2 script/unsupported");
    }

    @Test
    void row28EmptyStatementsAreSkipped() {
        assertThat(statements(";; SELECT 1;;\n; /* x */ ;SELECT 2;;")).containsExactly("1: SELECT 1", "2: SELECT 2");
    }

    @Test
    void row29BracesAndQuestionMarksAreKept() {
        assertThat(statements("SELECT {d 'x;'}; SELECT ?1, ?;"))
                .containsExactly("1: SELECT {d 'x;'}", "1: SELECT ?1, ?");
    }

    /** Within a transaction each of them fails or does nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "VACUUM",
                "vacuum into 'x'",
                "DETACH DATABASE x",
                "PRAGMA foreign_keys = OFF",
                "PRAGMA main.foreign_keys(0)",
                "pragma Journal_Mode=wal",
                "PRAGMA synchronous = OFF",
                "PRAGMA temp_store = 2",
                "PRAGMA wal_checkpoint",
                "PRAGMA wal_checkpoint(TRUNCATE)"
            })
    void row30And31RunsOutsideOfTransactionsOnly(String sql) {
        assertThat(kind(sql)).isEqualTo(StatementKind.STANDALONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRAGMA foreign_keys", "PRAGMA journal_mode", "PRAGMA foreign_key_check",
                        "PRAGMA defer_foreign_keys = ON", "PRAGMA user_version = 3",
                "PRAGMA table_info(foreign_keys)", "PRAGMA legacy_alter_table = ON", "ATTACH 'x' AS y", "ANALYZE",
                        "REINDEX",
                "SELECT 'VACUUM'", "SELECT 1 /* VACUUM */"
            })
    void row30And31RunsInATransactionToo(String sql) {
        assertThat(kind(sql)).isEqualTo(StatementKind.ORDINARY);
    }

    @Test
    void row32And33TypesAndPlaceholdersMeanNothingHere() {
        assertThat(statements("ALTER TYPE t ADD VALUE 'b'; SELECT '${x;}', ${y};"))
                .containsExactly("1: ALTER TYPE t ADD VALUE 'b'", "1: SELECT '${x;}', ${y}");
    }
}
