package dev.palindrome.adapters.jdbc.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.Location;
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
class MysqlSplitterTest extends SplitterContract {

    @Override
    protected List<Statement> split(SqlScript script) {
        return new MysqlSplitter().split(script);
    }

    @Override
    protected List<String> lineComments() {
        return List.of("-- ", "--\n");
    }

    @Override
    protected boolean beginsLineComment(String text) {
        return text.startsWith("--") && (text.length() == 2 || text.charAt(2) <= ' ');
    }

    @Override
    protected boolean nestedComments() {
        return false;
    }

    @Override
    protected List<String> fragments() {
        return List.of(
                "'g#\\';'",
                "`h#;```",
                "`",
                "--i#",
                "--",
                "\\",
                "\\N",
                "BEGIN",
                "BEGIN NOT ATOMIC",
                "END",
                "END IF",
                "IF j# THEN",
                "CASE",
                "REPEAT",
                "LOOP",
                "k#: ",
                "CREATE PROCEDURE l#() ",
                "CREATE OR REPLACE TRIGGER ",
                "FOR EACH ROW",
                "DECLARE EXIT HANDLER FOR NOT FOUND",
                "SET sql_mode = 'ANSI_QUOTES'",
                "SET sql_mode = ''",
                "a /*! b#; */");
    }

    @Override
    protected List<String> costly() {
        return List.of(
                "'\\'",
                "`",
                "--x\n",
                "/*!",
                "*/",
                "DELIMITER ;;\n",
                "CREATE PROCEDURE p() BEGIN IF a THEN SELECT CASE 1 END; END IF; END;",
                "BEGIN NOT ATOMIC ",
                "BEGIN NOT ATOMIC SET x = 1; CREATE TABLE t (a int); END;",
                "BEGIN NOT ATOMIC SET a, b ",
                "IF ",
                "CASE ",
                "a: ",
                "SET sql_mode = 'ORACLE', ",
                "SET @a = @@sql_mode;",
                "source x\n");
    }

    @Test
    void row01SemicolonsInTextsEndNothing() {
        assertThat(statements("SELECT 'a;b', 'it''s;', '';\nSELECT \"x;\"\"y;\";"))
                .containsExactly("1: SELECT 'a;b', 'it''s;', ''", "2: SELECT \"x;\"\"y;\"");
    }

    @Test
    void row02ABackslashEscapes() {
        assertThat(statements("SELECT 'a\\';', \"b\\\";\"; SELECT 'c\\\\';"))
                .containsExactly("1: SELECT 'a\\';', \"b\\\";\"", "1: SELECT 'c\\\\'");
    }

    @Test
    void row05TheModeThatMakesABackslashACharacterIsFollowed() {
        assertThat(statements("""
                                SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES,ANSI_QUOTES';
                                SELECT 'a\\';
                                SELECT "b\\" FROM t;
                                SET @@sql_mode := '';
                                SELECT 'a\\';';
                                """))
                .containsExactly(
                        "1: SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES,ANSI_QUOTES'",
                        "2: SELECT 'a\\'",
                        "3: SELECT \"b\\\" FROM t",
                        "4: SET @@sql_mode := ''",
                        "5: SELECT 'a\\';'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET sql_mode = ANSI",
                "SET NAMES utf8mb4, sql_mode='STRICT_ALL_TABLES,ANSI_QUOTES'",
                "SET LOCAL SQL_MODE = \"oracle\"",
                "SET @@session.sql_mode = CONCAT(@@sql_mode, ',ANSI_QUOTES')",
                "/*!40101 SET SQL_MODE='ANSI_QUOTES' */"
            })
    void row05TheModeThatMakesQuotesNamesIsFoundInAllItsForms(String set) {
        assertThat(statements(set + ";\nSELECT \"a\\\";\nSELECT 1"))
                .containsExactly("1: " + set, "2: SELECT \"a\\\"", "3: SELECT 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET GLOBAL sql_mode = 'ANSI_QUOTES'",
                "SET @sql_mode = 'ANSI_QUOTES'",
                "SET sql_mode = DEFAULT",
                "SET sql_mode = @before",
                "SET sql_mode = REPLACE(@@sql_mode, 'ONLY_FULL_GROUP_BY', '')",
                "SET foreign_key_checks = 0",
                "SELECT 'SET sql_mode = ANSI_QUOTES'"
            })
    void row05OtherSettingsChangeNothing(String set) {
        assertThat(statements(set + ";\nSELECT \"a\\\";\"")).containsExactly("1: " + set, "2: SELECT \"a\\\";\"");
    }

    @Test
    void row05AModeThatWasKeptInAVariableComesBack() {
        assertThat(statements("""
                                /*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_BACKSLASH_ESCAPES' */;
                                SELECT 'a\\';
                                /*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
                                SELECT 'a\\';';
                                """)).hasSize(4).contains("2: SELECT 'a\\'", "4: SELECT 'a\\';'");
    }

    @Test
    void row05AModeThatCannotBeSeenIsRefused() {
        assertThat(problems("SELECT 1;\nSET sql_mode = IF(@x, 'ANSI_QUOTES', '');"))
                .containsExactly("2 script/unsupported");
    }

    @Test
    void row07BackticksAreNames() {
        assertThat(statements("SELECT `a;b``c;`, `d\\`; SELECT [e; f]"))
                .containsExactly("1: SELECT `a;b``c;`, `d\\`", "1: SELECT [e", "1: f]");
    }

    @Test
    void row08TextsMayHavePrefixes() {
        assertThat(statements("SELECT X'3B', b'1', N'a;', _utf8mb4'b;'; SELECT 1"))
                .containsExactly("1: SELECT X'3B', b'1', N'a;', _utf8mb4'b;'", "1: SELECT 1");
    }

    @Test
    void row09DollarsAreCharactersOfNames() {
        assertThat(statements("SELECT $$a; SELECT b$c$; SELECT $d$"))
                .containsExactly("1: SELECT $$a", "1: SELECT b$c$", "1: SELECT $d$");
    }

    @Test
    void row11CommentsDoNotNest() {
        assertThat(statements("SELECT 1 /* a /* b ; */ + 1; SELECT 2"))
                .containsExactly("1: SELECT 1 /* a /* b ; */ + 1", "1: SELECT 2");
    }

    @Test
    void row12TwoHyphensNeedABlank() {
        assertThat(statements("SELECT 5--1; SELECT 2 --\n+ 3 -- x;\n; SELECT 4 --\t;"))
                .containsExactly("1: SELECT 5--1", "1: SELECT 2 --\n+ 3", "3: SELECT 4");
        assertThat(statements("SELECT 1;--")).containsExactly("1: SELECT 1");
    }

    @Test
    void row13ANumberSignBeginsAComment() {
        assertThat(statements("# x;\nSELECT 1 # y;'\n; SELECT '#';")).containsExactly("2: SELECT 1", "3: SELECT '#'");
    }

    @Test
    void row14CommentsThatAreRunAreCode() {
        assertThat(statements("SELECT 1 /*! + ';' ; */; /*!50003 SELECT 'a*/;' */; /*M!100100 SELECT 2; SELECT 3 */;"))
                .containsExactly(
                        "1: SELECT 1 /*! + ';' ; */",
                        "1: /*!50003 SELECT 'a*/;' */",
                        "1: /*M!100100 SELECT 2; SELECT 3 */");
        assertThat(statements("SELECT 1 /*! /* ; */ ; */; SELECT 2 */*c;*/ 3"))
                .containsExactly("1: SELECT 1 /*! /* ; */ ; */", "1: SELECT 2 */*c;*/ 3");
    }

    @Test
    void row14OneThatIsNotClosedIsReportedWhereItOpens() {
        assertThat(problems("SELECT 1;\nSELECT 2 /*!50003 + 1;\nSELECT 3;")).containsExactly("2 script/unterminated");
        assertThat(refusal("/*! SELECT 1;").get(0).message()).contains("Close it with */.");
    }

    @Test
    void row14ADumpIsReadAsItIs() {
        assertThat(statements("""
                                /*!40103 SET TIME_ZONE='+00:00' */;
                                DELIMITER ;;
                                /*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER t BEFORE INSERT ON a
                                FOR EACH ROW BEGIN
                                  SET NEW.b = 1;
                                END */;;
                                DELIMITER ;
                                /*!50003 SET sql_mode = @saved */ ;
                                """)).hasSize(3).contains("8: /*!50003 SET sql_mode = @saved */");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a body
                "CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END",
                "CREATE PROCEDURE p() BEGIN END",
                "create or replace definer=`a`@`b` procedure `p` (a int, OUT b varchar(10)) sql security invoker begin set b = 1; end",
                "CREATE DEFINER=root@'%' FUNCTION f(a INT) RETURNS INT DETERMINISTIC BEGIN RETURN a; END",
                "CREATE FUNCTION f() RETURNS varchar(10) CHARSET utf8mb4 COLLATE utf8mb4_bin READS SQL DATA BEGIN RETURN 1; END",
                "CREATE FUNCTION f() RETURNS double precision BEGIN RETURN 1; END",
                "CREATE PROCEDURE IF NOT EXISTS p() COMMENT 'x;' BEGIN SELECT 1; END",
                "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET NEW.a = 1; END",
                "CREATE TRIGGER t AFTER UPDATE ON `a` FOR EACH ROW FOLLOWS `x` BEGIN SET @a = 1; END",
                "CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2026-01-01' ON COMPLETION PRESERVE DO BEGIN SELECT 1; END",
                "ALTER EVENT e DO BEGIN SELECT 1; SELECT 2; END",
                "BEGIN NOT ATOMIC SELECT 1; SELECT 2; END",
                // one statement
                "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW SET NEW.a = IF(NEW.b, 1, 2)",
                "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW UPDATE b SET begin = 1, end = CASE WHEN 1 THEN 2 END",
                "CREATE FUNCTION f(a INT) RETURNS INT RETURN IF(a > 1, REPEAT('x', 3), CASE a WHEN 1 THEN 2 END)",
                "CREATE PROCEDURE p() SELECT begin, end FROM t",
                "CREATE EVENT e ON SCHEDULE AT NOW() DO CALL p()",
                "CREATE FUNCTION f RETURNS STRING SONAME 'udf.so'",
                // one statement that is a block
                "CREATE PROCEDURE p(a int) IF a THEN SELECT 1; ELSEIF (b) THEN SELECT 2; ELSE SELECT 3; END IF",
                "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW IF (NEW.a > 1) THEN SET NEW.a = 1; END IF",
                "CREATE PROCEDURE p() lbl: LOOP SELECT 1; LEAVE lbl; END LOOP lbl",
                "CREATE EVENT e ON SCHEDULE EVERY 1 HOUR DO WHILE a DO SELECT 1; END WHILE",
                "IF @a THEN SELECT 1; END IF",
                "lbl: WHILE @a DO SELECT 1; END WHILE lbl",
                "FOR i IN 1..3 DO SELECT i; END FOR",
                "REPEAT SET @a = @a + 1; UNTIL @a > 3 END REPEAT",
                "CASE @a WHEN 1 THEN SELECT 1; ELSE BEGIN END; END CASE",
                // blocks in it
                "CREATE PROCEDURE p() l: BEGIN IF a THEN BEGIN SELECT 1; END; ELSE IF b THEN SELECT 2; END IF; END IF; END l",
                "CREATE PROCEDURE p() BEGIN CASE a WHEN 1 THEN SELECT 1; ELSE SELECT CASE WHEN b THEN 1 ELSE 2 END; END CASE; END",
                "CREATE PROCEDURE p() BEGIN WHILE a DO SET a = IF(b, 1, 2); END WHILE; REPEAT SELECT 1; UNTIL a END REPEAT; END",
                "CREATE PROCEDURE p() BEGIN SET a = CASE WHEN b THEN IF(c, 1, 2) ELSE REPEAT('x', 2) END; SELECT 1; END",
                "CREATE PROCEDURE p() BEGIN DECLARE EXIT HANDLER FOR SQLEXCEPTION, SQLWARNING BEGIN ROLLBACK; END; SELECT 1; END",
                "CREATE PROCEDURE p() BEGIN DECLARE CONTINUE HANDLER FOR NOT FOUND SET d = IF(a, 1, 2); SELECT 1; END",
                "CREATE PROCEDURE p() BEGIN DECLARE EXIT HANDLER FOR SQLSTATE VALUE '42S02', 1051 IF a THEN SELECT 1; END IF; END",
                "CREATE PROCEDURE p() BEGIN DECLARE i INT DEFAULT IF(a, 1, 2); DECLARE c CURSOR FOR SELECT 1; OPEN c; END",
                "CREATE PROCEDURE p() BEGIN DROP TABLE IF EXISTS t; CREATE TABLE IF NOT EXISTS t (a int); DO SLEEP(1); END",
                "CREATE PROCEDURE p() BEGIN a: LOOP b: REPEAT SELECT 1; UNTIL x END REPEAT b; END LOOP a; END",
                "CREATE PROCEDURE p() BEGIN SELECT 1 FOR UPDATE; FOR r IN (SELECT 1 FROM t) DO SELECT r.a; END FOR; END",
                "CREATE PROCEDURE p() BEGIN SELECT 'END;'; /* END; */ -- END;\n SELECT `end;`; END",
                "CREATE PROCEDURE p() BEGIN IF EXISTS (SELECT 1) THEN INSERT INTO t VALUES (1) ON DUPLICATE KEY UPDATE a = 1; END IF; END"
            })
    void row18To22ABodyIsOneStatement(String body) {
        assertThat(statements(body + ";\nSELECT 9;").stream().map(MysqlSplitterTest::withoutKind))
                .containsExactly("1: " + body, body.contains("\n") ? "3: SELECT 9" : "2: SELECT 9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE PROCEDURE p AS v INT; w INT DEFAULT IF(1, 2, 3); BEGIN v := 1; <<l>> LOOP EXIT l; END LOOP; END",
                "CREATE PROCEDURE p(a IN INT) IS BEGIN SELECT 1; EXCEPTION WHEN OTHERS THEN BEGIN NULL; END; END p",
                "CREATE FUNCTION f(a INT) RETURN INT AS BEGIN IF a THEN RETURN 1; ELSIF b THEN RETURN 2; END IF; END",
                "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW DECLARE v INT; BEGIN v := 1; END",
                "DECLARE v INT; BEGIN SELECT 1; END",
                "BEGIN SELECT 1; WHILE a LOOP SELECT 1; END LOOP; FOR i IN 1..2 LOOP SELECT i; END LOOP; END",
                "<<lbl>> BEGIN SELECT 1; END",
                "CREATE PACKAGE p AS PROCEDURE a; FUNCTION b(x INT) RETURN INT; END",
                "CREATE OR REPLACE PACKAGE BODY p IS v INT; PROCEDURE a AS w INT; BEGIN SELECT 1; END; FUNCTION b RETURN INT AS"
                        + " BEGIN RETURN 1; END; BEGIN v := 1; SELECT v; END",
                "CREATE PACKAGE BODY p AS PROCEDURE a; PROCEDURE a IS BEGIN SELECT 1; END a; END p"
            })
    void row22ABodyInOraclesMannerIsOneStatement(String body) {
        assertThat(statements("SET sql_mode = ORACLE;\n" + body + ";\nSELECT 9;").stream()
                        .map(MysqlSplitterTest::withoutKind))
                .containsExactly("1: SET sql_mode = ORACLE", "2: " + body, "3: SELECT 9");
    }

    private static String withoutKind(String statement) {
        return statement.replaceFirst(" [A-Z]+: ", ": ");
    }

    @Test
    void row20KeyWordsOfBodiesAreNamesElsewhere() {
        assertThat(
                        statements(
                                "SELECT begin, end, IF(a, b, c) FROM loop_; UPDATE t SET begin = CASE WHEN a THEN 1 END; SELECT 1"))
                .hasSize(3);
        assertThat(
                        statements(
                                "INSERT INTO t SELECT REPEAT('x', 3); CREATE TABLE t (begin int, end int); DROP PROCEDURE begin; SELECT 1"))
                .hasSize(4);
    }

    @Test
    void row21WhatBeginsATransactionIsNoBlock() {
        assertThat(
                        statements(
                                "BEGIN; SELECT 1; COMMIT; BEGIN WORK; SELECT 2; ROLLBACK WORK; XA BEGIN 'x'; SELECT 3; XA END 'x';"))
                .containsExactly(
                        "1 BEGIN: BEGIN",
                        "1: SELECT 1",
                        "1 COMMIT: COMMIT",
                        "1 BEGIN: BEGIN WORK",
                        "1: SELECT 2",
                        "1 ROLLBACK: ROLLBACK WORK",
                        "1 ROLLBACK: XA BEGIN 'x'",
                        "1: SELECT 3",
                        "1 ROLLBACK: XA END 'x'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE PROCEDURE p()\nBEGIN SELECT 1;\nSELECT 2;",
                "CREATE PROCEDURE p() SELECT 1;\nIF a THEN BEGIN SELECT 1; END;",
                "SELECT 1;\nBEGIN NOT ATOMIC IF a THEN SELECT 1; END IF;",
                "SELECT 1;\nCREATE PROCEDURE p() IF a THEN CASE b WHEN 1 THEN SELECT 1; END CASE;"
            })
    void aBlockThatIsNotClosedIsReportedWhereItOpens(String script) {
        assertThat(problems(script)).containsExactly("2 script/unterminated");
    }

    @Test
    void aBlockThatIsNotClosedIsToldHowToClose() {
        assertThat(refusal("IF a THEN SELECT 1;").get(0).message())
                .isEqualTo(
                        "The block that opens at V1.sql:1 is still open at the end of the script. Close it with END IF. It"
                                + " begins: IF");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\. other.sql",
                "SELECT 1\\G",
                "\\! ls",
                "source other.sql",
                "SOURCE other.sql;",
                "connect x",
                "tee out.txt",
                "system ls",
                "prompt x",
                "quit",
                "go"
            })
    void row24CommandsOfTheClientsAreRefusedWithTheirLine(String command) {
        assertThat(problems("SELECT 0;\n" + command + "\nSELECT 2;")).containsExactly("2 script/unsupported");
    }

    @Test
    void row24WhatIsSqlTooIsLeftAlone() {
        assertThat(statements("USE `x`; HELP 'y'; SELECT \\N; SELECT source, status FROM print; SELECT 1"))
                .containsExactly(
                        "1: USE `x`",
                        "1: HELP 'y'",
                        "1: SELECT \\N",
                        "1: SELECT source, status FROM print",
                        "1: SELECT 1");
    }

    @Test
    void row24UseWithoutASemicolonIsRefused() {
        assertThat(problems("SELECT 1;\nUSE x\nSELECT 2;")).containsExactly("2 script/unsupported");
    }

    @Test
    void row25TheDelimiterCanBeChanged() {
        assertThat(statements("""
                                DELIMITER $$
                                CREATE PROCEDURE p() BEGIN SELECT 1; END$$
                                SELECT '$$' $$
                                delimiter "//"
                                SELECT 2 /* // */ // SELECT 3//
                                DELIMITER ;;
                                SELECT 4;;SELECT 5
                                ;;
                                DELIMITER go
                                SELECT 6 go
                                DELIMITER ;
                                SELECT 7;
                                """))
                .containsExactly(
                        "2 COMMITTING: CREATE PROCEDURE p() BEGIN SELECT 1; END",
                        "3: SELECT '$$'",
                        "5: SELECT 2",
                        "5: SELECT 3",
                        "7: SELECT 4",
                        "7: SELECT 5",
                        "10: SELECT 6",
                        "12: SELECT 7");
    }

    @Test
    void row25TheWordIsNoCommandElsewhere() {
        assertThat(statements("SELECT 'DELIMITER //'; /*\nDELIMITER //\n*/ SELECT delimiter FROM t; SELECT 1"))
                .containsExactly("1: SELECT 'DELIMITER //'", "3: SELECT delimiter FROM t", "3: SELECT 1");
        assertThat(problems("DELIMITER\nSELECT 1")).containsExactly("1 script/unsupported");
    }

    @Test
    void row27And28TheLastStatementNeedsNoEndAndEmptyOnesAreLeftOut() {
        assertThat(statements("\uFEFF;; SELECT 1;;\n;\nSELECT 2 -- x")).containsExactly("1: SELECT 1", "3: SELECT 2");
    }

    @Test
    void row29BracesAndQuestionMarksAreCharacters() {
        assertThat(statements("SELECT '{d ?}', {d '2026-01-01'}, ? ;"))
                .containsExactly("1: SELECT '{d ?}', {d '2026-01-01'}, ?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (a int)",
                "/*!50003 CREATE TABLE t (a int) */",
                "alter table t add b int",
                "DROP VIEW v",
                "RENAME TABLE a TO b",
                "TRUNCATE t",
                "GRANT SELECT ON t TO u",
                "ANALYZE TABLE t",
                "OPTIMIZE NO_WRITE_TO_BINLOG TABLE t",
                "LOCK INSTANCE FOR BACKUP",
                "FLUSH TABLES",
                "SET PASSWORD = 'x'",
                "SET STATEMENT max_statement_time = 1 FOR CREATE TABLE t (a int)",
                "CALL p()",
                "EXECUTE IMMEDIATE 'x'",
                "BEGIN NOT ATOMIC SET @a = 1; IF @a THEN DROP TABLE t; END IF; END",
                "IF @a THEN CREATE TABLE t (a int); END IF"
            })
    void whatCommitsByItselfIsTold(String sql) {
        assertThat(kind(sql)).isEqualTo(StatementKind.COMMITTING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t VALUES (1)",
                "CREATE TEMPORARY TABLE t (a int)",
                "CREATE OR REPLACE TEMPORARY TABLE t (a int)",
                "DROP TEMPORARY TABLE t",
                "ANALYZE FORMAT=JSON SELECT 1",
                "CHECKSUM TABLE t",
                "SAVEPOINT a",
                "ROLLBACK TO SAVEPOINT a",
                "SET ROLE r",
                "SET STATEMENT max_statement_time = 1 FOR SELECT 1",
                "BEGIN NOT ATOMIC UPDATE t SET a = 'DROP TABLE t'; END",
                "SELECT create_ FROM t"
            })
    void whatLeavesATransactionOpenIsOrdinary(String sql) {
        assertThat(kind(sql)).isEqualTo(StatementKind.ORDINARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "START TRANSACTION READ ONLY",
                "COMMIT AND CHAIN",
                "COMMIT RELEASE",
                "ROLLBACK",
                "SET autocommit = 0",
                "SET @@session.autocommit = 0",
                "XA START 'x'",
                "BEGIN NOT ATOMIC START TRANSACTION; COMMIT; END"
            })
    void whatControlsTransactionsInAnotherWayIsTold(String sql) {
        assertThat(kind(sql)).isEqualTo(StatementKind.ROLLBACK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOCK TABLES t WRITE", "lock table t read", "FLUSH TABLES WITH READ LOCK"})
    void aLockThatShutsTheHistoryOutIsRefused(String sql) {
        assertThat(refusal(sql + ";").get(0).message()).contains("nobody could write the history", "skip-add-locks");
    }

    @Test
    void givingUpAllLocksIsRefused() {
        assertThat(problems("SELECT 1;\nSELECT RELEASE_ALL_LOCKS();")).containsExactly("2 script/unsupported");
        assertThat(refusal("DO release_all_locks()"))
                .extracting(Problem::message)
                .first()
                .asString()
                .contains("RELEASE_LOCK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET NAMES latin1",
                "/*!40101 SET NAMES cp1252 */",
                "SET CHARACTER SET latin1",
                "SET character_set_client = latin1",
                "SET @a = 1, character_set_client='binary'"
            })
    void sayingThatTheScriptIsNoUtf8IsRefused(String sql) {
        assertThat(problems("SELECT 1;\n" + sql + ";")).containsExactly("2 script/unsupported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET NAMES utf8mb4 COLLATE utf8mb4_bin",
                "SET NAMES 'utf8'",
                "SET NAMES DEFAULT",
                "SET character_set_client = utf8",
                "SET character_set_client = @saved_cs_client",
                "SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT",
                "SET character_set_results = NULL"
            })
    void sayingThatItIsIsNot(String sql) {
        assertThat(kind(sql)).isEqualTo(StatementKind.ORDINARY);
    }

    @Test
    void statementsHaveTheLinesOfTheScriptInItsFile() {
        assertThat(new MysqlSplitter()
                        .split(new SqlScript("\nSELECT 1;", new Location("a.sql", 7)))
                        .get(0)
                        .location())
                .isEqualTo(new Location("a.sql", 8));
    }
}
