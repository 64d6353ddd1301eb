package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.adapters.jdbc.SqlText;
import dev.palindrome.spi.catalogue.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the text of CREATE INDEX as SQLite keeps it, and writes it as one that was made of the same parts is written. */
final class CreateIndexReader {
    private final List<String> columns;

    /** For a table with these columns. */
    CreateIndexReader(List<String> columns) {
        this.columns = columns;
    }

    Index read(String name, String sql) {
        SqlReader reader = new SqlReader(sql);
        try {
            reader.expect("CREATE");
            String start = reader.skip("UNIQUE") ? "CREATE UNIQUE INDEX " : "CREATE INDEX ";
            reader.expect("INDEX");
            reader.name();
            reader.expect("ON");
            String table = reader.name();
            List<String> involved = new Mentions(columns).in(reader.rest());
            String definition = start + SqlText.quote(name) + " ON " + SqlText.quote(table) + " " + what(reader);
            return index(name, involved, definition);
        } catch (UnreadableException e) {
            return index(name, new Mentions(columns).in(Lexer.read(sql)), sql);
        }
    }

    private static Index index(String name, List<String> involved, String definition) {
        return new Index(Written.of(name), involved.stream().map(Written::of).toList(), definition, Optional.empty());
    }

    private String what(SqlReader sql) throws UnreadableException {
        List<String> parts = new ArrayList<>();
        for (SqlReader part : sql.inParentheses().cutAtCommas()) {
            parts.add(part(part));
        }
        String list = "(" + String.join(", ", parts) + ")";
        if (sql.atEnd()) {
            return list;
        }
        sql.expect("WHERE");
        return list + " WHERE " + Quoting.plain(sql.restText(), columns);
    }

    /** A column with COLLATE and DESC, or an expression as it is written. */
    private String part(SqlReader part) throws UnreadableException {
        String text = Quoting.plain(part.restText(), columns);
        boolean isColumn = part.peek()
                .filter(p -> p.isName() && columns.stream().anyMatch(p.name()::equalsIgnoreCase))
                .isPresent();
        if (!isColumn) {
            return text;
        }
        String column = SqlText.quote(part.name());
        String collation = part.skip("COLLATE") ? " COLLATE " + Written.collation(part.name()) : "";
        part.skip("ASC");
        String order = part.skip("DESC") ? " DESC" : "";
        return part.atEnd() ? column + collation + order : text;
    }
}
