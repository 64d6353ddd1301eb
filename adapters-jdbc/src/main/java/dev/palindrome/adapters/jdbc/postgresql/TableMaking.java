package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Constraint;
import dev.palindrome.spi.catalogue.Table;
import dev.palindrome.spi.operation.MakeColumn;
import dev.palindrome.spi.operation.MakeConstraint;
import dev.palindrome.spi.operation.MakeTable;
import dev.palindrome.spi.sql.Renderings;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes tables and columns again. A sequence that a column owns comes before the column whose default asks it; a table is
 * unlogged from the beginning, since only then can it refer to unlogged ones; a constraint that was never validated comes
 * after the table, since CREATE TABLE takes all of them for valid (PostgreSQL's manual, CREATE TABLE).
 */
final class TableMaking {
    private static final String NOT_VALID = " NOT VALID";
    private static final String SEQUENCE = "sequence";
    private static final String UNLOGGED = "unlogged";

    private final Renderings standard;

    TableMaking(Renderings standard) {
        this.standard = standard;
    }

    List<Statement> make(Table table, Catalogue before) {
        List<Constraint> atOnce = table.constraints().stream()
                .filter(c -> !c.definition().endsWith(NOT_VALID))
                .toList();
        List<Statement> statements = new ArrayList<>(first(table));
        List<Statement> made = standard.render(new MakeTable(later(table).withConstraints(atOnce)), before);
        Statement create = made.get(0);
        statements.add(
                isUnlogged(table)
                        ? Statement.of(create.sql().replaceFirst("^CREATE TABLE ", "CREATE UNLOGGED TABLE "))
                        : create);
        table.constraints().stream()
                .filter(c -> !atOnce.contains(c))
                .forEach(c -> statements.addAll(standard.render(new MakeConstraint(table.name(), c), before)));
        statements.addAll(made.subList(1, made.size()));
        return statements;
    }

    List<Statement> make(MakeColumn op, Catalogue before) {
        List<Statement> statements = new ArrayList<>(first(op.parts()));
        statements.addAll(standard.render(new MakeColumn(later(op.parts()), op.order(), op.fill()), before));
        return statements;
    }

    private static boolean isUnlogged(Table table) {
        return table.attachments().stream().anyMatch(a -> a.kind().equals(UNLOGGED));
    }

    private static List<Statement> first(Table table) {
        return table.attachments().stream()
                .filter(a -> a.kind().equals(SEQUENCE))
                .map(a -> Statement.of(a.definition()))
                .toList();
    }

    private static Table later(Table table) {
        return table.withAttachments(table.attachments().stream()
                .filter(a -> !a.kind().equals(SEQUENCE) && !a.kind().equals(UNLOGGED))
                .toList());
    }
}
