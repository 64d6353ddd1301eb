package dev.palindrome.adapters.jdbc.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.catalogue.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColumnTextTest {
    private final ColumnText text = new ColumnText(new MysqlAdapter().dialect());

    /** MySQL refuses a plain default of a text, a blob, a document or a shape. MariaDB takes either. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "varchar(9) | 'x' | 'x'",
                "int | -7 | -7",
                "int | 1 + 1 | (1 + 1)",
                "datetime(6) | now() | CURRENT_TIMESTAMP(6)",
                "longtext | 'x' | ('x')",
                "text character set latin1 | 'x' | ('x')",
                "MEDIUMBLOB | 'x' | ('x')",
                "json | '{}' | ('{}')",
                "multipoint | 'x' | ('x')",
                "longtext | NULL | NULL",
                "longtext | (_utf8mb4'x') | (_utf8mb4'x')",
            })
    void a_default_is_written_as_both_servers_take_it(String type, String given, String written) {
        Column column =
                new Column("c", type, true, Optional.of(given), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(text.of(column, Table.of(ObjectName.of("t"), List.of(column), List.of())))
                .isEqualTo("`c` " + type + " DEFAULT " + written);
    }
}
