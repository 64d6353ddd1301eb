package dev.palindrome.adapters.jdbc.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementKind;
import dev.palindrome.testkit.fuzz.SplitterContract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each method's number is that of a case which splitters of SQL scripts are known to break on. */
class H2SplitterTest extends SplitterContract {

    @Override
    protected List<Statement> split(SqlScript script) {
        return new H2Splitter().split(script);
    }

    @Override
    protected List<String> lineComments() {
        return List.of("--", "//");
    }

    @Override
    protected boolean nestedComments() {
        return true;
    }

    @Override
    protected List<String> fragments() {
        return List.of(
                "$$g#;'$$",
                "$$",
                "a#$$b",
                "`h#;`",
                "`",
                "// i#;'\n",
                "//",
                "/* j# /* k#; */ ; */",
                "U&'l#;'",
                "?1",
                "CREATE ALIAS m# AS $$ int f() { return 1; } $$");
    }

    @Override
    protected List<String> costly() {
        return List.of("$$a$$ ", "$$ ", "a$$", "// x\n", "`a` ", "/*/");
    }

    @Test
    void row01SemicolonsInTextsEndNothing() {
        assertThat(statements("SELECT 'a;b', 'it''s;', '';\nSELECT '''', ';''';"))
                .containsExactly("1: SELECT 'a;b', 'it''s;', ''", "2: SELECT '''', ';'''");
    }

    @Test
    void row02And03ABackslashIsACharacter() {
        assertThat(statements("SELECT 'a\\'; SELECT E'b\\'; SELECT 1;"))
                .containsExactly("1: SELECT 'a\\'", "1: SELECT E'b\\'", "1: SELECT 1");
    }

    @Test
    void row04And05TextsGoOnWithoutEscapes() {
        assertThat(statements("SELECT 'a'\n'b\\'; SET standard_conforming_strings = off"))
                .containsExactly("1: SELECT 'a'\n'b\\'", "2 COMMITTING: SET standard_conforming_strings = off");
    }

    @Test
    void row06And07SemicolonsInQuotedNamesEndNothing() {
        assertThat(statements("SELECT \"a;\"\"b\", `c;``'d`, ARRAY[1][1]; SELECT 1;"))
                .containsExactly("1: SELECT \"a;\"\"b\", `c;``'d`, ARRAY[1][1]", "1: SELECT 1");
        assertThat(problems("SELECT 1;\nSELECT \"a;\n")).containsExactly("2 script/unterminated");
    }

    @Test
    void row08PrefixedLiteralsAreLiterals() {
        assertThat(statements("SELECT U&'d!0061;' UESCAPE '!'; SELECT U&\"d;\", X'3b', N';';"))
                .containsExactly("1: SELECT U&'d!0061;' UESCAPE '!'", "1: SELECT U&\"d;\", X'3b', N';'");
    }

    @Test
    void row09DollarQuotesAreOpaqueAndHaveNoTags() {
        String alias = "CREATE ALIAS f AS $$ int f() { // ; '\n return '$'; } $$";
        assertThat(statements(alias + "; CREATE TRIGGER t AFTER INSERT ON a AS $$;$$; SELECT ($$;$$), $1; SELECT 2"))
                .containsExactly(
                        "1 COMMITTING: " + alias,
                        "2 COMMITTING: CREATE TRIGGER t AFTER INSERT ON a AS $$;$$",
                        "2: SELECT ($$;$$), $1",
                        "2: SELECT 2");
        assertThat(statements("CREATE ALIAS f AS 'int f() { return 1; }';"))
                .containsExactly("1 COMMITTING: CREATE ALIAS f AS 'int f() { return 1; }'");
        assertThat(problems("SELECT 1;\nSELECT $$ ; $ $")).containsExactly("2 script/unterminated");
        assertThat(statements("SELECT $t$;$t$")).containsExactly("1: SELECT $t$", "1: $t$");
    }

    @Test
    void row10ADollarSignWithinANameQuotesNothing() {
        assertThat(statements("SELECT a$b$c; SELECT é$$; SELECT _1$$;"))
                .containsExactly("1: SELECT a$b$c", "1: SELECT é$$", "1: SELECT _1$$");
    }

    @Test
    void row11CommentsNest() {
        assertThat(statements("SELECT /* a /* b ; */ ; ' */ 1; SELECT 2"))
                .containsExactly("1: SELECT /* a /* b ; */ ; ' */ 1", "1: SELECT 2");
        assertThat(problems("SELECT 1;\n/* a\n/* b */ ;")).containsExactly("2 script/unterminated");
    }

    @Test
    void row12TwoDashesOrSlashesAreAComment() {
        assertThat(statements("SELECT 1 -- x ; '\n; SELECT 5 // 2 ; '\r + 1; SELECT 6 / 3;"))
                .containsExactly("1: SELECT 1", "2: SELECT 5 // 2 ; '\r + 1", "3: SELECT 6 / 3");
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
        assertThat(statements("SELECT 1+/* ; */2, 3*-- ;\n4;")).containsExactly("1: SELECT 1+/* ; */2, 3*-- ;\n4");
    }

    @Test
    void row16ParenthesesHoldNothingBack() {
        assertThat(statements("SELECT (1; SELECT 2);")).containsExactly("1: SELECT (1", "1: SELECT 2)");
    }

    @Test
    void row17To20And22BodiesInSqlAreUnknown() {
        assertThat(
                        statements(
                                "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW CALL 'T'; SELECT 1 AS begin, 2 AS \"end\"; SELECT LEFT(';', 1);"))
                .containsExactly(
                        "1 COMMITTING: CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW CALL 'T'",
                        "1: SELECT 1 AS begin, 2 AS \"end\"",
                        "1: SELECT LEFT(';', 1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEGIN", "begin work", "/* x */ BEGIN TRANSACTION"})
    void row21Begins(String sql) {
        assertThat(kind(sql)).isEqualTo(StatementKind.BEGIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMMIT", "commit work"})
    void row21Commits(String sql) {
        assertThat(kind(sql)).isEqualTo(StatementKind.COMMIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ROLLBACK",
                "rollback work",
                "ROLLBACK TRANSACTION x",
                "COMMIT TRANSACTION x",
                "PREPARE COMMIT x",
                "SET AUTOCOMMIT FALSE",
                "SHUTDOWN COMPACT"
            })
    void row21EndsATransactionOtherwise(String sql) {
        assertThat(kind(sql)).isEqualTo(StatementKind.ROLLBACK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ROLLBACK TO SAVEPOINT x",
                "ROLLBACK WORK TO SAVEPOINT x",
                "SAVEPOINT x",
                "RELEASE SAVEPOINT x",
                "SELECT 'BEGIN'"
            })
    void row21LeavesTheTransactionAlone(String sql) {
        assertThat(kind(sql)).isEqualTo(StatementKind.ORDINARY);
    }

    @Test
    void row23To26CommandsOfClientsAreNoneOfH2s() {
        assertThat(statements("COPY t FROM STDIN; DELIMITER ;; SELECT 1\nGO\n"))
                .containsExactly("1: COPY t FROM STDIN", "1: DELIMITER", "1: SELECT 1\nGO");
    }

    @Test
    void row27OddBeginningsAndEndingsAreAccepted() {
        assertThat(statements("\uFEFFSELECT 1;\f\u00A0SELECT 2 -- the end"))
                .containsExactly("1: SELECT 1", "1: SELECT 2");
        assertThat(statements("-- nothing\n/* here */ // there")).isEmpty();
        assertThat(problems("SELECT 1;\r\nSELECT '\0'")).containsExactly("2 script/unsupported");
    }

    @Test
    void row28EmptyStatementsAreSkipped() {
        assertThat(statements(";; SELECT 1;;\n; /* x */ ;SELECT 2;;")).containsExactly("1: SELECT 1", "2: SELECT 2");
    }

    @Test
    void row29BracesAndQuestionMarksAreKept() {
        assertThat(statements("SELECT {d '2020-01-01'}; SELECT ?1, ?;"))
                .containsExactly("1: SELECT {d '2020-01-01'}", "1: SELECT ?1, ?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BACKUP TO 'x.zip'", "SCRIPT", "CHECKPOINT", "SET @x = 1", "SET SCHEMA s"})
    void row30To32NothingRunsOutsideOfTransactionsOnly(String sql) {
        assertThat(kind(sql)).isEqualTo(StatementKind.ORDINARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ANALYZE",
                "RUNSCRIPT FROM 'x'",
                "CREATE INDEX i ON t (a)",
                "COMMENT ON TABLE t IS 'x'",
                "SET MODE MySQL"
            })
    void definitionsAndMostSettingsCommit(String sql) {
        assertThat(kind(sql)).isEqualTo(StatementKind.COMMITTING);
    }

    @Test
    void row33PlaceholdersAreKept() {
        assertThat(statements("SELECT '${x;}', ${y};")).containsExactly("1: SELECT '${x;}', ${y}");
    }
}
