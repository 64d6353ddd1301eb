package dev.palindrome.adapters.jdbc.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.adapters.jdbc.Sql;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Index;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.Table;
import dev.palindrome.spi.operation.DropColumn;
import dev.palindrome.spi.operation.DropTable;
import dev.palindrome.spi.operation.DropView;
import dev.palindrome.spi.operation.NewColumn;
import dev.palindrome.spi.operation.Operations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server shows is read whole: what was dropped and made again is shown as it was. */
final class MysqlInspectorTest {
    private final MysqlAdapter adapter = new MysqlAdapter();
    private final Database database = adapter.connect(MariadbServer.WITH_MARIADB_DRIVER.freshAddress());
    private final Session session = database.openSession();

    @AfterEach
    void close() {
        session.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (a int AUTO_INCREMENT PRIMARY KEY, b int(7) unsigned zerofill DEFAULT 7) AUTO_INCREMENT = 9",
                "CREATE TABLE t (a int CHECK (a > 0), b int NOT NULL COMMENT 'it''s; \\\\ \\n here', CHECK (a < b))",
                "CREATE TABLE t (j json, k json NOT NULL DEFAULT '{\"a\": 1}' CHECK (json_length(k) < 9))",
                "CREATE TABLE t (e enum('a','it''s','x,y;)') DEFAULT 'a', s set('p','q') NOT NULL, b bit(3) DEFAULT b'101')",
                "CREATE TABLE t (a timestamp DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, b timestamp NULL,"
                        + " c datetime(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3), d timestamp(6) NOT NULL)",
                "CREATE TABLE t (a varchar(9), b varchar(9) AS (concat(a, 'x')) STORED, c int AS (length(a)) VIRTUAL COMMENT 'c')",
                "CREATE TABLE t (a date DEFAULT (curdate() + interval 1 day), b varchar(40) DEFAULT uuid(), c int DEFAULT -1,"
                        + " d double DEFAULT 1e30, e varchar(9) DEFAULT 'x\\\\y''z')",
                "CREATE TABLE t (a varchar(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, b text CHARACTER SET ascii NOT NULL,"
                        + " c char(2) COLLATE latin1_bin) DEFAULT CHARSET latin1 COMMENT 'it''s \\\\'",
                "CREATE TABLE t (a varchar(99), b text, c int, KEY k (a(10), c DESC) COMMENT 'k''s', FULLTEXT KEY f (b),"
                        + " UNIQUE KEY u (c, a(5)), KEY h (c) USING BTREE)",
                "CREATE TABLE t (a int INVISIBLE DEFAULT 3, b int, g point NOT NULL, SPATIAL KEY s (g))",
                "CREATE TABLE t (a int, b int, PRIMARY KEY (a, b)) ENGINE = MyISAM ROW_FORMAT = FIXED",
                "CREATE TABLE t (a int, b date) PARTITION BY RANGE (a) (PARTITION p VALUES LESS THAN (9) COMMENT = 'p''s',"
                        + " PARTITION q VALUES LESS THAN MAXVALUE)",
                "CREATE TABLE t (a int, b int) WITH SYSTEM VERSIONING",
                "CREATE TABLE p (a int, b int, PRIMARY KEY (a, b));"
                        + "CREATE TABLE t (x int, y int, z int, FOREIGN KEY (x) REFERENCES p (a) ON DELETE SET NULL,"
                        + " CONSTRAINT two FOREIGN KEY (x, y) REFERENCES p (a, b) ON UPDATE CASCADE,"
                        + " CONSTRAINT own FOREIGN KEY (z) REFERENCES p (a) ON DELETE NO ACTION)",
                "CREATE TABLE t (id int PRIMARY KEY, up int, CONSTRAINT up FOREIGN KEY (up) REFERENCES t (id))",
                "CREATE TABLE `it's ``t``; \"` (`a``b` int, `c\"d` int AS (`a``b` + 1) STORED, KEY `k``` (`a``b`))"
            })
    void a_table_is_made_again_as_it_was(String script) {
        Sql.run(adapter, session, script);
        String name = script.contains("`it's") ? "it's `t`; \"" : "t";
        List<String> before = shown(name);

        forwardsAndBackwards(Operations.dropTable(name));

        assertThat(shown(name)).isEqualTo(before);
    }

    @Test
    void a_table_gets_its_triggers_back_in_their_order() {
        Sql.run(adapter, session, """
                CREATE TABLE t (a int, b varchar(99) DEFAULT '');
                CREATE TRIGGER two BEFORE INSERT ON t FOR EACH ROW SET NEW.b = CONCAT(NEW.b, '2');
                CREATE TRIGGER three BEFORE INSERT ON t FOR EACH ROW BEGIN SET NEW.b = CONCAT(NEW.b, '3;'); END;
                CREATE TRIGGER one BEFORE INSERT ON t FOR EACH ROW PRECEDES two SET NEW.b = CONCAT(NEW.b, '1');
                CREATE TRIGGER gone AFTER DELETE ON t FOR EACH ROW SET @gone = 1;
                """);
        Table before = table("t");

        forwardsAndBackwards(Operations.dropTable("t"));

        assertThat(table("t")).isEqualTo(before);
        Sql.run(adapter, session, "INSERT INTO t (a) VALUES (1)");
        assertThat(Sql.value(session, "b FROM t")).isEqualTo("123;");
    }

    @Test
    void what_can_t_be_made_again_is_said() {
        Sql.run(adapter, session, """
                CREATE TABLE a (a int);
                SET sql_mode = 'ANSI_QUOTES';
                CREATE TRIGGER odd BEFORE INSERT ON a FOR EACH ROW SET NEW.a = 1;
                SET sql_mode = DEFAULT;
                CREATE TEMPORARY TABLE b (a int);
                CREATE TABLE c (a varbinary(3) DEFAULT x'00ff');
                """);
        session.restore();

        assertThat(table("a").peculiarities()).containsExactly("its trigger 'odd' was made in another sql_mode");
        assertThat(table("b").peculiarities()).containsExactly("it is temporary");
        assertThat(table("c").peculiarities())
                .containsExactly("the server doesn't show the bytes of the default of its column 'a'");
        assertThat(Operations.dropTable("a").reversal(adapter.dialect(), live()))
                .isInstanceOfSatisfying(
                        Reversal.Absent.class,
                        absent -> assertThat(absent.reason()).contains("'odd'"));
    }

    @Test
    void a_view_is_made_again_as_it_was() {
        Sql.run(adapter, session, """
                CREATE TABLE t (a int, b int);
                CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW v AS SELECT a AS `x y` FROM t WHERE b > 'it''s' WITH CHECK OPTION;
                """);
        List<String> before = shown("v");

        forwardsAndBackwards(Operations.dropView("v"));
        assertThat(shown("v")).isEqualTo(before);

        forwardsAndBackwards(Operations.replaceView("v", "SELECT b FROM t"));
        assertThat(shown("v")).isEqualTo(before);
    }

    @Test
    void a_sequence_never_gives_a_number_again() {
        Sql.run(
                adapter,
                session,
                "CREATE SEQUENCE s START WITH 5 INCREMENT BY 2 NOCACHE; SELECT NEXTVAL(s), NEXTVAL(s)");

        forwardsAndBackwards(Operations.dropSequence("s"));

        assertThat(Sql.value(session, "NEXTVAL(s)")).isEqualTo("9");
    }

    @Test
    void a_column_comes_back_in_its_place_with_what_hung_on_it() {
        Sql.run(adapter, session, """
                CREATE TABLE p (a int PRIMARY KEY);
                CREATE TABLE t (x int, y int NOT NULL DEFAULT 3 COMMENT 'y''s' CHECK (y > 0), z int, UNIQUE KEY u (z, y),
                  KEY k (y), CONSTRAINT r FOREIGN KEY (y) REFERENCES p (a), CONSTRAINT c CHECK (y < z));
                """);
        Table before = table("t");

        forwardsAndBackwards(Operations.dropColumn("t", "y"));

        assertThat(table("t"))
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(before);
        assertThat(table("t").columns()).isEqualTo(before.columns());
    }

    @Test
    void existing_rows_get_the_value_that_their_column_comes_back_with() {
        Sql.run(
                adapter,
                session,
                "CREATE TABLE t (a int, b varchar(9) NOT NULL); INSERT INTO t VALUES (1, 'x'), (2, 'y')");
        Table before = table("t");

        forwardsAndBackwards(new DropColumn(Optional.empty(), "t", "b", Optional.of("CONCAT('n', a)")));

        assertThat(table("t")).isEqualTo(before);
        assertThat(Sql.value(session, "GROUP_CONCAT(b ORDER BY a) FROM t")).isEqualTo("n1,n2");
    }

    @Test
    void a_unique_key_is_a_constraint_and_an_index() {
        Sql.run(adapter, session, "CREATE TABLE t (a int, b int, UNIQUE KEY u (a, b))");

        assertThat(table("t").constraints())
                .containsExactly(new Constraint(
                        "u", Constraint.Kind.UNIQUE, List.of("a", "b"), "UNIQUE (`a`, `b`)", Optional.empty()));
        assertThat(table("t").indexes())
                .containsExactly(new Index(
                        "u", List.of("a", "b"), "CREATE UNIQUE INDEX `u` ON `t` (`a`, `b`)", Optional.empty()));
    }

    @Test
    void a_plan_foresees_the_columns_that_are_read() {
        List<String> types = List.of(
                "varchar(10)",
                "text",
                "integer",
                "bigint",
                "smallint",
                "numeric(10,2)",
                "boolean",
                "date",
                "time",
                "timestamp",
                "timestamp(3) with time zone",
                "uuid",
                "json",
                "binary",
                "blob",
                "double",
                "char(3)");
        NewColumn[] columns = types.stream()
                .map(type -> Operations.column("c" + types.indexOf(type), type))
                .toArray(NewColumn[]::new);
        Operation create = Operations.createTable("t", columns);
        Catalogue foreseen = Catalogue.empty();
        create.foresee(adapter.dialect(), foreseen);
        run(create.compile(adapter.dialect(), live()));

        assertThat(table("t").columns().stream().map(Column::type))
                .containsExactlyElementsOf(foreseen.table(ObjectName.of("t")).columns().stream()
                        .map(Column::type)
                        .toList());
    }

    @Test
    void an_object_of_another_database_is_found_and_made_again_there() {
        MariadbServer.administer("CREATE DATABASE IF NOT EXISTS `test else`");
        Sql.run(adapter, session, """
                DROP TABLE IF EXISTS `test else`.t, `test else`.p;
                CREATE TABLE `test else`.p (a int PRIMARY KEY);
                CREATE TABLE `test else`.t (a int, CONSTRAINT r FOREIGN KEY (a) REFERENCES `test else`.p (a));
                CREATE TRIGGER `test else`.g BEFORE INSERT ON `test else`.t FOR EACH ROW SET NEW.a = 1;
                CREATE OR REPLACE VIEW `test else`.v AS SELECT a FROM `test else`.t;
                """);
        ObjectName name = new ObjectName(Optional.of("test else"), "t");
        Object before = database.inspector().find(session, name).orElseThrow();

        forwardsAndBackwards(new DropView(Optional.of("test else"), "v"));
        forwardsAndBackwards(new DropTable(Optional.of("test else"), "t"));

        assertThat(database.inspector().find(session, name)).contains((Table) before);
        assertThat(database.inspector().find(session, name.sibling("v"))).isPresent();
        assertThat(database.inspector().find(session, ObjectName.of("t"))).isEmpty();
        assertThat(database.inspector().find(session, new ObjectName(Optional.of("no such"), "t")))
                .isEmpty();
    }

    @Test
    void routines_and_events_are_seen_when_catalogues_are_compared() {
        List<?> before = database.inspector().all(session);
        Sql.run(adapter, session, """
                CREATE PROCEDURE p() BEGIN SELECT 1; END;
                CREATE FUNCTION f() RETURNS int RETURN 1;
                CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO SELECT 1;
                """);

        assertThat(before).isEmpty();
        assertThat(database.inspector().all(session).toString())
                .contains("kind=procedure", "BEGIN SELECT 1; END", "kind=function", "kind=event");
    }

    /** As a step and its reversal run it. */
    private void forwardsAndBackwards(Operation operation) {
        Catalogue before = live();
        Reversal reversal = operation.reversal(adapter.dialect(), before);
        run(operation.compile(adapter.dialect(), before));
        List<Operation> back = new ArrayList<>(reversal.operations());
        Collections.unmodifiableList(back).forEach(op -> run(op.compile(adapter.dialect(), live())));
    }

    private void run(List<Instruction> instructions) {
        instructions.forEach(instruction -> session.execute((Statement) instruction));
    }

    private Catalogue live() {
        return database.inspector().catalogue(session);
    }

    private Table table(String name) {
        return live().table(ObjectName.of(name));
    }

    /** The order of keys depends on who made them, the server or we. */
    private List<String> shown(String name) {
        return session.query(
                        Statement.of("SHOW CREATE TABLE " + adapter.dialect().quote(name)))
                .get(0)
                .toString()
                .lines()
                .map(line -> line.replaceFirst(",$", ""))
                .sorted()
                .toList();
    }
}
