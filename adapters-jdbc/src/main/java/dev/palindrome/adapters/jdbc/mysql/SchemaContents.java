package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Requirement;
import dev.palindrome.spi.Requirement.Subject;
import dev.palindrome.spi.Statement;
import java.util.List;

/** What a schema has in it, with which the servers would drop it. */
final class SchemaContents {
    static final String DROP = "DROP SCHEMA ";

    private SchemaContents() {}

    /** {@return a query of a row for each object in a schema} */
    static String query(Dialect dialect, String schema) {
        String name = dialect.literal(schema);
        return "SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = " + name
                + " UNION ALL SELECT 1 FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = " + name
                + " UNION ALL SELECT 1 FROM information_schema.EVENTS WHERE EVENT_SCHEMA = " + name;
    }

    /** {@return that each schema is empty which a reversal drops} */
    static List<Requirement> requirements(Dialect dialect, List<Statement> reversal) {
        return reversal.stream()
                .map(Statement::sql)
                .filter(sql -> sql.startsWith(DROP))
                .map(sql -> Piece.of(sql).get(2))
                .filter(piece -> piece.type() == Piece.Type.NAME)
                .map(Piece::content)
                .map(schema -> new Requirement(
                        Subject.PARTS,
                        "SELECT COUNT(*) FROM (" + query(dialect, schema) + ") parts",
                        "of the schema '" + schema + "' would be dropped with it: drop them first, or move them"))
                .toList();
    }
}
