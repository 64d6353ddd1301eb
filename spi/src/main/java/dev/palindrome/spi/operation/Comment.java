package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Table;
import java.util.Optional;

/**
 * Sets the comment of a table or column. Its reversal sets the former one.
 *
 * @since 0.1
 */
@Property("Sets the comment of a table or column. Its reversal sets the former one.")
public record Comment(
        @Property("the schema; by default the one in which unqualified names are found")
        Optional<String> schema,

        @Property("the table") String table,

        @Property("the column; the table itself if there is none")
        Optional<String> column,

        @Property("the text; none takes the comment away") Optional<String> comment)
        implements TableOperation {

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        Table former = before.table(on());
        Optional<String> text =
                column.isPresent() ? former.requireColumn(column.get()).comment() : former.comment();
        return Reversal.Derived.of(new Comment(schema, table, column, text));
    }

    @Override
    public Table altered(Dialect dialect, Table before) {
        return column.map(name -> before.requireColumn(name).name())
                .map(name -> before.mapColumns(c -> c.name().equals(name) ? c.commented(comment) : c))
                .orElseGet(() -> before.commented(comment));
    }
}
