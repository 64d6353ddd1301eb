package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Constraint.Kind;
import dev.palindrome.spi.catalogue.Index;
import dev.palindrome.spi.catalogue.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes constraints and indexes as parts of CREATE TABLE and ALTER TABLE. */
final class KeyText {
    private static final Pattern FOLLOWING = Pattern.compile("(?i)\\bON UPDATE CASCADE\\b");

    private final Dialect dialect;

    KeyText(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Writes all keys of a table, each once.
     *
     * @param table the table
     * @param before where the tables are that its foreign keys refer to
     * @return constraints and indexes
     */
    List<String> all(Table table, Catalogue before) {
        List<String> texts = new ArrayList<>();
        table.constraints().stream()
                .filter(c -> !ColumnText.belongsToColumn(c))
                .forEach(c -> texts.add(constraint(c, table, before)));
        table.indexes().stream()
                .filter(index -> table.constraints().stream().noneMatch(c -> isSame(c, index)))
                .forEach(index -> texts.add(index(index)));
        return texts;
    }

    /** A unique key and a unique index are one thing, which is among both. */
    static boolean isSame(Constraint constraint, Index index) {
        return constraint.kind() == Kind.UNIQUE && constraint.name().equals(index.name());
    }

    String constraint(Constraint constraint, Table table, Catalogue before) {
        Expressions.refuse(constraint, table);
        String definition =
                constraint.kind() == Kind.FOREIGN_KEY ? foreignKey(constraint, table, before) : constraint.definition();
        return constraint.kind() == Kind.PRIMARY_KEY || constraint.name().isEmpty()
                ? definition
                : "CONSTRAINT " + dialect.name(constraint.name()) + " " + definition;
    }

    /** A reference without columns means the primary key, but has to name its columns here. */
    private String foreignKey(Constraint key, Table table, Catalogue before) {
        KeyTarget target = KeyTarget.of(key.definition());
        refuseNullsFromTarget(key, target, table, before);
        if (!target.columns().isEmpty()) {
            return key.definition();
        }
        return target.find(table, before)
                .orElseGet(() -> before.table(target.table()))
                .primaryKey()
                .map(primary -> key.definition().substring(0, target.end()) + " (" + dialect.names(primary.columns())
                        + ")" + key.definition().substring(target.end()))
                .orElse(key.definition());
    }

    /** What the key refers to could become null, and the column that follows it couldn't. */
    private static void refuseNullsFromTarget(Constraint key, KeyTarget target, Table table, Catalogue before) {
        boolean follows = FOLLOWING.matcher(key.definition()).find();
        for (int i = 0;
                follows && i < Math.min(key.columns().size(), target.columns().size());
                i++) {
            boolean isNeverNull = table.column(key.columns().get(i))
                    .filter(c -> !c.nullable())
                    .isPresent();
            String other = target.columns().get(i);
            boolean mayBecomeNull = isNeverNull
                    && target.find(table, before)
                            .flatMap(referred -> referred.column(other))
                            .filter(Column::nullable)
                            .isPresent();
            if (mayBecomeNull) {
                throw new ProblemException(Problem.error(
                        ProblemCodes.OPERATION_UNSUPPORTED,
                        "The foreign key '" + key.name() + "' of table '" + table.name() + "' can't change the column '"
                                + key.columns().get(i) + "', which is never null, when '" + target.table() + "." + other
                                + "' changes, which may be null. Make them alike, or leave ON UPDATE CASCADE out."));
            }
        }
    }

    /** What CREATE INDEX says, without the table. */
    String index(Index index) {
        String definition = index.definition();
        List<Piece> pieces = Piece.of(definition);
        int on = 0;
        while (!pieces.get(on).is("ON")) {
            on++;
        }
        int open = on;
        while (!pieces.get(open).is("(")) {
            open++;
        }
        return definition.substring(pieces.get(1).start(), pieces.get(on).start())
                + definition.substring(pieces.get(open).start());
    }

    /** {@return how a constraint is dropped} */
    String drop(Constraint constraint) {
        return switch (constraint.kind()) {
            case PRIMARY_KEY -> "DROP PRIMARY KEY";
            case UNIQUE -> "DROP INDEX " + dialect.name(constraint.name());
            case FOREIGN_KEY -> "DROP FOREIGN KEY " + dialect.name(constraint.name());
            default -> "DROP CONSTRAINT " + dialect.name(constraint.name());
        };
    }

    /** {@return how constraints and indexes are dropped, each once} */
    List<String> drops(Table dropped) {
        Stream<String> constraints = dropped.constraints().stream()
                .filter(c -> !ColumnText.belongsToColumn(c))
                .map(this::drop);
        Stream<String> indexes =
                dropped.indexes().stream().map(Index::name).map(name -> "DROP INDEX " + dialect.name(name));
        return Stream.concat(constraints, indexes).distinct().toList();
    }
}
