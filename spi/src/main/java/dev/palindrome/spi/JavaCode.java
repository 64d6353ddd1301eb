package dev.palindrome.spi;

import dev.palindrome.spi.catalogue.Catalogue;
import java.util.List;

/**
 * A change that SQL alone can't make, as code. It runs on the connection and in the transaction of its migration. Previews
 * show its name, and its checksum is of the name alone: give changed code another name.
 *
 * @param name what previews and results show, best the name of a class
 * @param body the code
 * @param location the class it was written in
 * @since 0.1
 */
public record JavaCode(String name, Body body, Location location) implements Operation, Instruction {

    @Override
    public List<Instruction> compile(Dialect dialect, Catalogue before) {
        return List.of(this);
    }

    @Override
    public Reversal reversal(Dialect dialect, Catalogue before) {
        return new Reversal.Absent("its author gave none");
    }

    @Override
    public String fingerprint() {
        return "java:" + name;
    }

    /** {@return the name in an SQL comment, since code has no SQL to show} */
    @Override
    public String text() {
        return "-- Java code: " + name;
    }

    @Override
    public String inline(Dialect dialect) {
        return text();
    }

    @Override
    public StatementKind kind() {
        return StatementKind.ORDINARY;
    }

    /**
     * What the code does.
     *
     * @since 0.1
     */
    @FunctionalInterface
    public interface Body {
        /**
         * Changes the database. Called once per run, within the migration's transaction where the database has one.
         *
         * @param database runs statements on the migration's own connection
         * @throws Exception whatever went wrong; the migration fails and its transaction is rolled back
         */
        void run(StatementRunner database) throws Exception;
    }
}
