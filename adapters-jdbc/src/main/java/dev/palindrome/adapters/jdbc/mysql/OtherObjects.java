package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Row;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementRunner;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.OtherObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what no operation touches, so that catalogues can be compared: routines, packages, events. */
final class OtherObjects {
    private static final String NAMES =
            "SELECT ROUTINE_TYPE AS kind, ROUTINE_NAME AS name FROM information_schema.ROUTINES"
                    + " WHERE ROUTINE_SCHEMA = DATABASE()"
                    + " UNION ALL SELECT 'EVENT', EVENT_NAME FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE()";

    private OtherObjects() {}

    static List<OtherObject> all(StatementRunner database, Dialect dialect) {
        List<OtherObject> others = new ArrayList<>();
        for (Row row : database.query(Statement.of(NAMES))) {
            String kind = row.text("kind").orElse("");
            String name = row.text("name").orElse("");
            Row shown = database.query(Statement.of("SHOW CREATE " + kind + " " + dialect.quote(name)))
                    .get(0);
            others.add(new OtherObject(
                    ObjectName.of(WrittenName.of(name)),
                    kind.toLowerCase(Locale.ROOT),
                    shown.text("Create " + kind).orElse("not shown to this user")));
        }
        return others;
    }
}
