package dev.palindrome.adapters.jdbc;

import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import java.sql.Driver;
import org.jspecify.annotations.Nullable;

/**
 * A database's JDBC driver, which users bring themselves.
 *
 * @param className the driver's class
 * @param artifact the jar as a build tool would name it, without its version
 */
public record DriverJar(String className, String artifact) {

    /**
     * Makes the driver, without asking {@code DriverManager}, which refuses drivers of other class loaders than its caller's.
     *
     * @param programs where to look besides our own class loader; null if there is nowhere else
     * @return the driver
     * @throws ProblemException with {@code database/unreachable} if its jar isn't there
     */
    public Driver load(@Nullable ClassLoader programs) {
        ClassLoader ours = DriverJar.class.getClassLoader();
        try {
            return instantiate(ours);
        } catch (ClassNotFoundException inOurs) {
            try {
                return instantiate(programs == null ? ours : programs);
            } catch (ClassNotFoundException inBoth) {
                throw new ProblemException(
                        Problem.error(
                                ProblemCodes.DATABASE_UNREACHABLE,
                                "The database's driver is missing: there is no class '" + className
                                        + "' on the class path. Put the jar of '" + artifact
                                        + "' into the folder adapters/, or add it to the program's dependencies."),
                        inBoth);
            }
        }
    }

    private Driver instantiate(ClassLoader loader) throws ClassNotFoundException {
        Class<? extends Driver> type = Class.forName(className, true, loader).asSubclass(Driver.class);
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The driver " + className + " can't be constructed", e);
        }
    }
}
