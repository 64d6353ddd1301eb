package dev.palindrome.spi.sql;

import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Catalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a dialect renders typed operations: one rendering for each, kept by the operation's class. Dialects begin with
 * {@link StandardRenderings#of} or {@link #none()}, and say what their database does otherwise. An operation that has no
 * rendering is refused before anything runs. Immutable.
 *
 * @since 0.1
 */
public final class Renderings {
    private final Map<Class<?>, Rendering<?>> renderings;

    private Renderings(Map<Class<?>, Rendering<?>> renderings) {
        this.renderings = renderings;
    }

    /** {@return no renderings} */
    public static Renderings none() {
        return new Renderings(Map.of());
    }

    /**
     * These renderings with one more, or another one.
     *
     * @param operation the operation's class
     * @param rendering how it is rendered
     * @param <O> the operation
     * @return a copy
     */
    public <O extends Operation> Renderings with(Class<O> operation, Rendering<O> rendering) {
        Map<Class<?>, Rendering<?>> copy = new HashMap<>(renderings);
        copy.put(operation, rendering);
        return new Renderings(copy);
    }

    /**
     * These renderings without one: the database has nothing like that operation.
     *
     * @param operation the operation's class
     * @return a copy
     */
    public Renderings without(Class<? extends Operation> operation) {
        Map<Class<?>, Rendering<?>> copy = new HashMap<>(renderings);
        copy.remove(operation);
        return new Renderings(copy);
    }

    /**
     * Renders an operation.
     *
     * @param operation the operation
     * @param before what the database looks like just before
     * @return its statements in order
     * @throws ProblemException with {@code operation/unsupported} if there is no rendering of it
     */
    public List<Statement> render(Operation operation, Catalogue before) {
        @SuppressWarnings("unchecked") // with() keeps class and rendering together
        Rendering<Operation> rendering = (Rendering<Operation>) renderings.get(operation.getClass());
        if (rendering == null) {
            String name = operation.getClass().getSimpleName();
            throw new ProblemException(Problem.error(
                    ProblemCodes.OPERATION_UNSUPPORTED,
                    "This database has nothing like '" + name.substring(0, 1).toLowerCase(Locale.ROOT)
                            + name.substring(1)
                            + "'. Leave it out for this database, or write SQL with its reversal."));
        }
        return List.copyOf(rendering.render(operation, before));
    }

    /**
     * Renders one kind of operation.
     *
     * @param <O> the operation
     * @since 0.1
     */
    @FunctionalInterface
    public interface Rendering<O extends Operation> {
        /**
         * Renders it.
         *
         * @param operation the operation
         * @param before what the database looks like just before
         * @return its statements in order
         */
        List<Statement> render(O operation, Catalogue before);
    }
}
