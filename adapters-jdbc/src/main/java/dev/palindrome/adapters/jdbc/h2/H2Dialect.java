package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.adapters.jdbc.SqlText;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How H2 writes SQL. */
final class H2Dialect implements Dialect {
    private final H2Splitter splitter = new H2Splitter();

    @Override
    public List<Statement> split(SqlScript script) {
        return splitter.split(script);
    }

    @Override
    public String quote(String identifier) {
        return SqlText.quote(identifier);
    }

    @Override
    public String literal(@Nullable Object value) {
        return SqlText.literal(value);
    }

    @Override
    public String identityColumn() {
        return "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY";
    }

    /** Its varchar ends at a million characters. */
    @Override
    public String textType() {
        return "character large object";
    }
}
