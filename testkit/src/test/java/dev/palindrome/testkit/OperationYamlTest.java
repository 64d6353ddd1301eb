package dev.palindrome.testkit;

import static dev.palindrome.spi.operation.Operations.addColumn;
import static dev.palindrome.spi.operation.Operations.column;
import static dev.palindrome.spi.operation.Operations.createIndex;
import static dev.palindrome.spi.operation.Operations.createTable;
import static dev.palindrome.spi.operation.Operations.insertRows;
import static dev.palindrome.spi.operation.Operations.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.operation.Action;
import dev.palindrome.spi.operation.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OperationYamlTest {

    @Test
    void operations_are_written_as_migrations_have_them() {
        assertThat(OperationYaml.of(List.of(
                        createTable(
                                "customer",
                                column("id", "bigint").asIdentity().asPrimaryKey(),
                                column("nick", "varchar(30)").notNull().defaultsTo("'anon'"),
                                column("country", "char(2)")
                                        .references(
                                                Reference.to("country", "code").onDelete(Action.SET_NULL))),
                        addColumn("customer", column("it's odd", "numeric(8,2)")),
                        createIndex("customer", "nick").asUnique(),
                        insertRows("customer", row("id", 1, "nick", null, "country", "no")))))
                .isEqualTo("""
                        operations:
                          - createTable: {table: customer, columns: [{name: id, type: bigint, identity: true, primaryKey: true}, {name: nick, type: varchar(30), nullable: false, default: '''anon'''}, {name: country, type: char(2), references: {table: country, columns: [code], onDelete: set null}}]}
                          - addColumn: {table: customer, column: {name: 'it''s odd', type: 'numeric(8,2)'}}
                          - createIndex: {table: customer, columns: [nick], unique: true}
                          - insertRows: {table: customer, rows: [{id: 1, nick: null, country: 'no'}]}
                        """);
    }
}
