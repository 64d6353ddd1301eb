package dev.palindrome.adapters.jdbc.postgresql;

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
class PostgresqlSplitterTest extends SplitterContract {

    @Override
    protected List<Statement> split(SqlScript script) {
        return new PostgresqlSplitter().split(script);
    }

    @Override
    protected List<String> lineComments() {
        return List.of("--");
    }

    @Override
    protected boolean nestedComments() {
        return true;
    }

    @Override
    protected List<String> fragments() {
        return List.of(
                "$$g#;'$$",
                "$t$h#; $$ $t$",
                "$t$",
                "$$",
                "E'i#\\';'",
                "E'j#'\n'k#'",
                "e'",
                "a#$b$c",
                "$1",
                "U&'l#;'",
                "BEGIN ATOMIC m#; CASE n# END; END",
                "CREATE FUNCTION o#() ",
                "CREATE OR REPLACE PROCEDURE ",
                "BEGIN ATOMIC",
                "END",
                "/* p# /* q#; */ ; */",
                "+/* r# */",
                "->/*",
                "\\",
                "COPY t# FROM STDIN;");
    }

    @Override
    protected List<String> costly() {
        return List.of(
                "E'a'\n'b'\n",
                "'b'\n",
                "E'\\",
                "$a",
                "$a$b",
                "$a$ $b$ ",
                "E'a' -- x\n",
                "/*/",
                "SELECT ... FROM ",
                "CREATE FUNCTION f() BEGIN ATOMIC SELECT CASE 1 END; END;",
                "COPY t ( FROM ",
                "REINDEX x ",
                "\\x\n",
                "CASE ");
    }

    @Test
    void row01SemicolonsInTextsEndNothing() {
        assertThat(statements("SELECT 'a;b', 'it''s;', '';\nSELECT '''', ';''';"))
                .containsExactly("1: SELECT 'a;b', 'it''s;', ''", "2: SELECT '''', ';'''");
    }

    @Test
    void row02ABackslashInAnOrdinaryTextIsACharacter() {
        assertThat(statements("SELECT 'a\\'; SELECT 'b\\\\';")).containsExactly("1: SELECT 'a\\'", "1: SELECT 'b\\\\'");
    }

    @Test
    void row03ABackslashInAnEscapeTextEscapes() {
        assertThat(statements("SELECT E'it\\'s;'; SELECT e'a\\\\'; SELECT 1 AS e; SELECT name'\\';"))
                .containsExactly(
                        "1: SELECT E'it\\'s;'", "1: SELECT e'a\\\\'", "1: SELECT 1 AS e", "1: SELECT name'\\'");
    }

    @Test
    void row04AnEscapeTextThatGoesOnWithAnEscapedQuoteIsRefused() {
        assertThat(problems("SELECT 1;\nSELECT E'a' -- and\n'it\\'s;d';")).containsExactly("2 script/unsupported");
        assertThat(refusal("SELECT E'a'\n'it\\'s;d'"))
                .extracting(Problem::message)
                .containsExactly(
                        "A text that begins with E' goes on in another line with a \\' in it, which PostgreSQL and its "
                                + "clients read in different ways. Write it in one piece, or join the pieces with || and put an E "
                                + "before each.");
    }

    @Test
    void row04ATextThatGoesOnWithoutOneIsReadAlikeByAll() {
        assertThat(
                        statements(
                                "SELECT E'a\\';'\r\n  'b;\\n' -- c\n'd'';'; SELECT 'a'\n'b\\'; SELECT E'a' 'b\\'; SELECT E'a' + 'c\\'"))
                .containsExactly(
                        "1: SELECT E'a\\';'\r\n  'b;\\n' -- c\n'd'';'",
                        "3: SELECT 'a'\n'b\\'",
                        "4: SELECT E'a' 'b\\'",
                        "4: SELECT E'a' + 'c\\'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET standard_conforming_strings = off",
                "SET LOCAL standard_conforming_strings TO 'off'",
                "set session Standard_Conforming_Strings=0",
                "SELECT pg_catalog.set_config('standard_conforming_strings', 'off', false)"
            })
    void row05SwitchingTheMeaningOfBackslashesIsRefused(String sql) {
        assertThat(problems("SELECT 1;\n" + sql + ";")).containsExactly("2 script/unsupported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET standard_conforming_strings = on",
                "SET LOCAL standard_conforming_strings TO DEFAULT",
                "SELECT pg_catalog.set_config('standard_conforming_strings', 'on', false)",
                "SELECT 'SET standard_conforming_strings = off'",
                "SHOW standard_conforming_strings"
            })
    void row05LeavingItOnIsNot(String sql) {
        assertThat(statements(sql + ";")).containsExactly("1: " + sql);
    }

    @Test
    void row06SemicolonsInQuotedNamesEndNothing() {
        assertThat(statements("SELECT 1 AS \"a;b\", 2 AS \"c\"\";\"; SELECT \"'\";"))
                .containsExactly("1: SELECT 1 AS \"a;b\", 2 AS \"c\"\";\"", "1: SELECT \"'\"");
    }

    @Test
    void row07BracketsAreSubscriptsAndBackquotesOperators() {
        assertThat(statements("SELECT a[1]; SELECT ']'; SELECT 1 ` 2; SELECT 3"))
                .containsExactly("1: SELECT a[1]", "1: SELECT ']'", "1: SELECT 1 ` 2", "1: SELECT 3");
    }

    @Test
    void row08PrefixedLiteralsAreLiterals() {
        assertThat(statements("SELECT U&'d!0061;' UESCAPE '!'; SELECT U&\"d;\"; SELECT B'01', x'0F', N'a;\\';"))
                .containsExactly(
                        "1: SELECT U&'d!0061;' UESCAPE '!'", "1: SELECT U&\"d;\"", "1: SELECT B'01', x'0F', N'a;\\'");
    }

    @Test
    void row09DollarQuotesAreOpaque() {
        assertThat(
                        statements(
                                "DO $$ a; ' \" -- /* $$;\nDO $t$ $$ ; $T$ ; $tt$ ; $x$t$; SELECT $1; SELECT $é_1$;$é_1$, 1$$;$$;"))
                .containsExactly(
                        "1: DO $$ a; ' \" -- /* $$",
                        "2: DO $t$ $$ ; $T$ ; $tt$ ; $x$t$",
                        "2: SELECT $1",
                        "2: SELECT $é_1$;$é_1$, 1$$;$$");
        assertThat(problems("SELECT 1;\n\nDO $a$ ; $A$; $b$")).containsExactly("3 script/unterminated");
        assertThat(statements("SELECT $1a$ ; b$1a$")).containsExactly("1: SELECT $1a$", "1: b$1a$");
    }

    @Test
    void row10ADollarSignWithinANameQuotesNothing() {
        assertThat(statements("SELECT a$b$c; SELECT é$$; SELECT _1$x$;"))
                .containsExactly("1: SELECT a$b$c", "1: SELECT é$$", "1: SELECT _1$x$");
    }

    @Test
    void row11CommentsNest() {
        assertThat(statements("SELECT /* a /* b ; */ ; ' */ 1; SELECT 2"))
                .containsExactly("1: SELECT /* a /* b ; */ ; ' */ 1", "1: SELECT 2");
        assertThat(problems("SELECT 1;\n/* a\n/* b */ ;")).containsExactly("2 script/unterminated");
    }

    @Test
    void row12TwoDashesAreACommentWhateverFollows() {
        assertThat(statements("SELECT 1 -- x ; '\n; SELECT 5--1;\n+ 1;--"))
                .containsExactly("1: SELECT 1", "2: SELECT 5--1;\n+ 1");
        assertThat(statements("SELECT 1 -- x ;\r, 2;")).containsExactly("1: SELECT 1 -- x ;\r, 2");
    }

    @Test
    void row13AHashIsAnOperator() {
        assertThat(statements("SELECT 5 # 3; SELECT '{}'::json #> '{a}';"))
                .containsExactly("1: SELECT 5 # 3", "1: SELECT '{}'::json #> '{a}'");
    }

    @Test
    void row14AVersionedCommentIsAComment() {
        assertThat(statements("/*!50003 SELECT ; */ SELECT 1 /*M! ; */;")).containsExactly("1: SELECT 1");
    }

    @Test
    void row15AnOperatorStopsWhereACommentBegins() {
        assertThat(statements("SELECT 1+/* ; */2, a->/*;*/b, 3*-- ;\n4; SELECT @-1"))
                .containsExactly("1: SELECT 1+/* ; */2, a->/*;*/b, 3*-- ;\n4", "2: SELECT @-1");
    }

    @Test
    void row16SemicolonsInParenthesesEndNothing() {
        assertThat(
                        statements(
                                "CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO a VALUES (1); INSERT INTO b VALUES (2));\nSELECT 1;"))
                .containsExactly(
                        "1: CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO a VALUES (1); INSERT INTO b VALUES (2))",
                        "2: SELECT 1");
        assertThat(problems("SELECT 1;\nSELECT (2;\nSELECT 3;")).containsExactly("2 script/unterminated");
    }

    @Test
    void row17ABodyInStandardSqlIsOneStatement() {
        String function = "CREATE OR REPLACE FUNCTION f(a int) RETURNS int\nBEGIN /* x */ ATOMIC\n"
                + "  SELECT CASE WHEN a > 0 THEN 1 END; SELECT (CASE a WHEN 1 THEN 2 END);\n  SELECT 1 AS end, t.end FROM t;\nEND";
        assertThat(statements(function + ";\nSELECT 1;")).containsExactly("1: " + function, "6: SELECT 1");
        assertThat(statements("create procedure p() begin atomic select 1; end; END;"))
                .containsExactly("1: create procedure p() begin atomic select 1; end", "1 COMMIT: END");
        assertThat(problems("SELECT 1;\nCREATE FUNCTION f() RETURNS int\nBEGIN ATOMIC\nSELECT 1;\n"))
                .containsExactly("3 script/unterminated");
    }

    @Test
    void row18ATriggerHasNoBody() {
        assertThat(statements("CREATE TRIGGER t BEFORE INSERT ON a EXECUTE FUNCTION f(); SELECT 1;"))
                .containsExactly("1: CREATE TRIGGER t BEFORE INSERT ON a EXECUTE FUNCTION f()", "1: SELECT 1");
    }

    @Test
    void row19BlocksOfProceduralCodeAreQuoted() {
        String block = "DO $do$ <<lbl>> BEGIN IF a THEN x := CASE WHEN b THEN 1 END; END IF; END lbl; $do$";
        assertThat(statements(block + "; SELECT 1;")).containsExactly("1: " + block, "1: SELECT 1");
    }

    @Test
    void row20BeginAndEndAreNamesElsewhere() {
        assertThat(
                        statements(
                                "SELECT begin, 1 AS end FROM t; CREATE FUNCTION begin() RETURNS int RETURN 1; SELECT LEFT('a;', 1);"))
                .containsExactly(
                        "1: SELECT begin, 1 AS end FROM t",
                        "1: CREATE FUNCTION begin() RETURNS int RETURN 1",
                        "1: SELECT LEFT('a;', 1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEGIN", "begin work", "BEGIN TRANSACTION", "/* x */ START /* y */ TRANSACTION"})
    void row21Begins(String sql) {
        assertThat(kind(sql)).isEqualTo(StatementKind.BEGIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMMIT", "commit work", "END", "END TRANSACTION", "COMMIT AND NO CHAIN"})
    void row21Commits(String sql) {
        assertThat(kind(sql)).isEqualTo(StatementKind.COMMIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ROLLBACK",
                "rollback work",
                "ABORT",
                "ROLLBACK AND CHAIN",
                "BEGIN TRANSACTION ISOLATION LEVEL SERIALIZABLE",
                "START TRANSACTION READ ONLY",
                "COMMIT AND CHAIN",
                "END WORK AND CHAIN",
                "PREPARE TRANSACTION 'x'"
            })
    void row21EndsATransactionOtherwise(String sql) {
        assertThat(kind(sql)).isEqualTo(StatementKind.ROLLBACK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ROLLBACK TO SAVEPOINT x",
                "ROLLBACK WORK TO x",
                "SAVEPOINT x",
                "RELEASE x",
                "SET TRANSACTION READ ONLY",
                "PREPARE p AS SELECT 1",
                "SELECT 'BEGIN'",
                "DO $$ BEGIN COMMIT; END $$"
            })
    void row21LeavesTheTransactionAlone(String sql) {
        assertThat(kind(sql)).isEqualTo(StatementKind.ORDINARY);
    }

    @Test
    void row22EventsAndPackagesAreUnknown() {
        assertThat(statements("CREATE EVENT e DO BEGIN SELECT 1; END;"))
                .containsExactly("1: CREATE EVENT e DO BEGIN SELECT 1", "1 COMMIT: END");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY t FROM STDIN",
                "copy s.t (a, \"b;\") from /* x */ stdin with (format csv)",
                "COPY t FROM STDOUT",
                "COPY (SELECT 1) TO STDOUT"
            })
    void row23CopyWithDataInTheScriptIsRefusedAndItsDataNotRead(String sql) {
        assertThat(problems("SELECT 1;\n" + sql + ";\n1\tit's $$ \\N\n\\.\nSELECT 2;"))
                .containsExactly("2 script/unsupported");
    }

    @Test
    void row23TheRefusalSaysWhatToDo() {
        assertThat(refusal("COPY t FROM STDIN;\n\\.\n"))
                .extracting(Problem::toString)
                .containsExactly(
                        "[script/unsupported] COPY with data in the script can't be run: its lines are meant for psql. "
                                + "Write the rows as INSERT (pg_dump --inserts does), use COPY ... FROM a file on the server, or load "
                                + "them in Java code. (V1.sql:1)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY t FROM '/a/stdin'",
                "COPY stdin FROM PROGRAM 'cat'",
                "COPY (SELECT a FROM stdin) TO '/b'",
                "SELECT 'COPY t FROM STDIN'"
            })
    void row23CopyOnTheServerIsNot(String sql) {
        assertThat(statements(sql)).containsExactly("1: " + sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"discard all", "SELECT pg_advisory_unlock_all()", "SELECT 1, pg_catalog.pg_advisory_unlock_all()"
            })
    void whatWouldGiveUpTheLockIsRefused(String sql) {
        assertThat(problems("SELECT 1;\n" + sql + ";")).containsExactly("2 script/unsupported");
    }

    @Test
    void row24CommandsOfPsqlAreRefusedAllAtOnce() {
        assertThat(problems("\\set a 'b;\nSELECT 1;\n  \\i other.sql\nSELECT 2 \\gexec\nSELECT '\\set';"))
                .containsExactly("1 script/unsupported", "3 script/unsupported", "4 script/unsupported");
        assertThat(refusal("\\set a b\n\\timing"))
                .extracting(Problem::toString)
                .containsExactly(
                        "[script/unsupported] '\\set' is a command of psql, which the database itself doesn't know. "
                                + "Write the value where the variable is used. (V1.sql:1)",
                        "[script/unsupported] '\\timing' is a command of psql, which the database itself doesn't know. "
                                + "Remove it, or write SQL that does the same. (V1.sql:2)");
    }

    @Test
    void row24TheRestrictionsThatPgDumpWritesAreLeftOut() {
        assertThat(statements("\\restrict aB3\n\nSELECT 1;\n\n\\unrestrict aB3\n"))
                .containsExactly("3: SELECT 1");
        assertThat(problems("SELECT 1\n\\restrict a\n;")).containsExactly("2 script/unsupported");
    }

    @Test
    void row25DelimiterIsAWord() {
        assertThat(statements("DELIMITER ;; SELECT 1;")).containsExactly("1: DELIMITER", "1: SELECT 1");
    }

    @Test
    void row26GoIsAWord() {
        assertThat(statements("SELECT 1\nGO\nSELECT 2\n/\n")).containsExactly("1: SELECT 1\nGO\nSELECT 2\n/");
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
        assertThat(statements("SELECT {d '2020-01-01;'}; SELECT '{}'::jsonb ? 'a' ?| b;"))
                .containsExactly("1: SELECT {d '2020-01-01;'}", "1: SELECT '{}'::jsonb ? 'a' ?| b");
    }

    /** The server refuses each of them within a transaction, by its manual and wherever it could be tried. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE DATABASE x",
                "DROP DATABASE IF EXISTS x",
                "ALTER DATABASE x SET TABLESPACE y",
                "CREATE TABLESPACE x LOCATION '/y'",
                "DROP TABLESPACE x",
                "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p",
                "DROP SUBSCRIPTION s",
                "ALTER SUBSCRIPTION s REFRESH PUBLICATION",
                "ALTER SUBSCRIPTION s SET PUBLICATION p",
                "ALTER SYSTEM SET work_mem = '4MB'",
                "CREATE INDEX CONCURRENTLY ON t (a)",
                "create /* x */ unique -- y\n index concurrently if not exists i on t (a)",
                "DROP INDEX CONCURRENTLY i",
                "REINDEX TABLE CONCURRENTLY t",
                "REINDEX (VERBOSE, CONCURRENTLY) TABLE t",
                "REINDEX DATABASE x",
                "REINDEX (VERBOSE) SCHEMA x",
                "REINDEX SYSTEM x",
                "VACUUM",
                "VACUUM (FULL) t",
                "CLUSTER",
                "CLUSTER VERBOSE",
                "CLUSTER (VERBOSE)",
                "ALTER TABLE IF EXISTS ONLY p DETACH PARTITION s.p1 CONCURRENTLY",
                "COMMIT PREPARED 'x'",
                "ROLLBACK PREPARED 'x'"
            })
    void row30RunsOutsideOfTransactionsOnly(String sql) {
        assertThat(kind(sql)).isEqualTo(StatementKind.STANDALONE);
    }

    /** Each was run on a server within a transaction, which did as it was told. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX i ON t (a) /* CONCURRENTLY */",
                "CREATE INDEX \"CONCURRENTLY\" ON t (a)",
                "REINDEX TABLE t",
                "REINDEX INDEX i",
                "ANALYZE",
                "CLUSTER t USING i",
                "CLUSTER VERBOSE t USING i",
                "DISCARD TEMP",
                "ALTER TABLE p DETACH PARTITION p1",
                "REFRESH MATERIALIZED VIEW CONCURRENTLY m",
                "CALL p()",
                "CHECKPOINT",
                "COMMENT ON TABLE t IS 'VACUUM'",
                "DO $$ BEGIN VACUUM; END $$",
                "ALTER DATABASE x SET work_mem = '4MB'"
            })
    void row30RunsInATransactionToo(String sql) {
        assertThat(kind(sql)).isEqualTo(StatementKind.ORDINARY);
    }

    @Test
    void row31SettingsOfTheSessionAreOrdinaryStatements() {
        assertThat(statements("SET search_path = '';\nSELECT pg_catalog.set_config('search_path', '', false);"))
                .containsExactly(
                        "1: SET search_path = ''", "2: SELECT pg_catalog.set_config('search_path', '', false)");
    }

    @Test
    void row32AValueAddedToATypeIsAStatementOfItsOwn() {
        assertThat(statements("ALTER TYPE t ADD VALUE 'b'; SELECT 'b'::t;"))
                .containsExactly("1: ALTER TYPE t ADD VALUE 'b'", "1: SELECT 'b'::t");
    }

    @Test
    void row33PlaceholdersAreKept() {
        assertThat(statements("SELECT '${x;}', ${y}, $1; SELECT :z, :'z';"))
                .containsExactly("1: SELECT '${x;}', ${y}, $1", "1: SELECT :z, :'z'");
    }
}
