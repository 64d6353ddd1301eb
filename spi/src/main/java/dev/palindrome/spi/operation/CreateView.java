package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.View;
import java.util.List;
import java.util.Optional;

/**
 * Creates a view. Its reversal drops it.
 *
 * @since 0.1
 */
@Property("Creates a view. Its reversal drops it.")
public record CreateView(
        @Property("the schema; by default the one in which unqualified names are found")
        Optional<String> schema,

        @Property("the view") String view,
        @Property("its query") String query)
        implements SchemaOperation {

    /** {@return the view's whole name} */
    public ObjectName on() {
        return new ObjectName(schema, view);
    }

    /**
     * Writes it in standard SQL.
     *
     * @param dialect the dialect of the database at hand
     * @return the statement
     */
    public String statement(Dialect dialect) {
        return "CREATE VIEW " + dialect.name(on()) + " AS " + query;
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return Reversal.Derived.of(new DropView(schema, view));
    }

    @Override
    public void foresee(Dialect dialect, Catalogue catalogue) {
        catalogue.put(new View(on(), statement(dialect), Optional.empty(), List.of()));
    }
}
