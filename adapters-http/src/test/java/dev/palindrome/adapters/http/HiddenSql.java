package dev.palindrome.adapters.http;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.catalogue.Catalogue;
import java.util.List;
import java.util.Set;

/**
 * SQL in which a secret stands.
 *
 * @param sql the SQL
 * @param secret the part that nobody is shown
 */
public record HiddenSql(String sql, String secret) implements Operation {
    @Override
    public List<Instruction> compile(Dialect dialect, Catalogue before) {
        return new SqlScript(sql, Location.of("a test")).compile(dialect, before);
    }

    @Override
    public String fingerprint() {
        return sql;
    }

    @Override
    public Set<String> secrets() {
        return Set.of(secret);
    }
}
