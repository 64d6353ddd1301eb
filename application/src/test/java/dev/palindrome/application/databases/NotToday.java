package dev.palindrome.application.databases;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** A trigger on the history table that refuses one kind of write, until it is taken away. H2 runs this class. */
public final class NotToday implements Trigger {

    /**
     * Lets nobody write the history so.
     *
     * @param write {@code INSERT} or {@code DELETE}
     */
    public static void forbid(DatabaseKind kind, TestDatabase database, String write) {
        String trigger = "CREATE TRIGGER forbid BEFORE " + write + " ON \"palindrome_history\" ";
        switch (kind) {
            case POSTGRESQL ->
                database.run(
                        "CREATE FUNCTION forbid() RETURNS trigger LANGUAGE plpgsql AS"
                                + " 'BEGIN RAISE EXCEPTION ''not today''; END'",
                        trigger + "FOR EACH ROW EXECUTE FUNCTION forbid()");
            case SQLITE -> database.run(trigger + "BEGIN SELECT RAISE(ABORT, 'not today'); END");
            case H2 -> database.run(trigger + "FOR EACH ROW CALL '" + NotToday.class.getName() + "'");
            case MARIADB ->
                database.run(trigger + "FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'not today'");
        }
    }

    /** Lets everybody write it again. */
    public static void allow(DatabaseKind kind, TestDatabase database) {
        database.run("DROP TRIGGER forbid" + (kind == DatabaseKind.POSTGRESQL ? " ON palindrome_history" : ""));
    }

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        throw new SQLException("not today");
    }
}
