package dev.palindrome.spi.operation;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Reversal;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.View;
import java.util.Optional;

/**
 * Gives a view another query. Its reversal gives it its former one.
 *
 * @since 0.1
 */
@Property("Gives a view another query. Its reversal gives it its former one.")
public record ReplaceView(
        @Property("the schema; by default the one in which unqualified names are found")
        Optional<String> schema,

        @Property("the view") String view,
        @Property("its query") String query)
        implements SchemaOperation {

    /** {@return the view's whole name} */
    public ObjectName on() {
        return new ObjectName(schema, view);
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return Reversal.Derived.of(new MakeView(before.view(on()), true));
    }

    @Override
    public void foresee(Dialect dialect, Catalogue catalogue) {
        View former = catalogue.view(on());
        catalogue.put(new View(
                on(), new CreateView(schema, view, query).statement(dialect), former.comment(), former.attachments()));
    }
}
