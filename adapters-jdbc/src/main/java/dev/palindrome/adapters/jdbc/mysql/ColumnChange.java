package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemCodes;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.Table;
import dev.palindrome.spi.operation.ChangeColumn;
import dev.palindrome.spi.operation.OnTable;
import dev.palindrome.spi.operation.RedefineColumn;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes columns by defining them anew, with all that isn't to be changed. */
final class ColumnChange {
    private static final Pattern CHARACTER_SET = Pattern.compile("(?i) character set \\w+");

    private final Dialect dialect;
    private final TableRenderings tables;

    ColumnChange(Dialect dialect, TableRenderings tables) {
        this.dialect = dialect;
        this.tables = tables;
    }

    List<Statement> change(ChangeColumn op, Catalogue before) {
        refuseUsing(op, op.column(), op.using());
        refuseUsing(op, op.column(), op.usingBackwards());
        Table table = before.table(op.on());
        Column former = table.requireColumn(op.column());
        return tables.modify(table, op.on(), inItsCharacters(op.changed(dialect, former), former));
    }

    List<Statement> redefine(RedefineColumn op, Catalogue before) {
        refuseUsing(op, op.column().name(), op.using());
        return tables.modify(before.table(op.on()), op.on(), op.column());
    }

    /** A text stays in its character set, and what is none has none. */
    private static Column inItsCharacters(Column changed, Column former) {
        Matcher set = CHARACTER_SET.matcher(former.type());
        boolean isText = MysqlTypes.isText(changed.type());
        boolean keepsSet =
                isText && set.find() && !CHARACTER_SET.matcher(changed.type()).find();
        return new Column(
                changed.name(),
                keepsSet ? changed.type() + set.group() : changed.type(),
                changed.nullable(),
                changed.defaultExpression(),
                isText ? changed.collation() : Optional.empty(),
                changed.generated(),
                changed.comment());
    }

    private static void refuseUsing(OnTable op, String column, Optional<String> using) {
        if (using.isPresent()) {
            throw new ProblemException(Problem.error(
                    ProblemCodes.OPERATION_UNSUPPORTED,
                    "The column '" + column + "' of table '" + op.on() + "' can't be converted with an expression: this"
                            + " database converts values by itself. Leave the expression out; or add a column, fill it with"
                            + " SQL, drop the old one, and rename."));
        }
    }
}
