package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Folding;
import dev.palindrome.spi.sql.Renderings;
import java.util.List;

/** How H2 writes SQL. */
final class H2Dialect implements Dialect {
    private final H2Splitter splitter = new H2Splitter();
    private final Renderings renderings = H2Renderings.of(this);

    @Override
    public List<Statement> split(SqlScript script) {
        return splitter.split(script);
    }

    /**
     * H2 folds plain names itself, as its settings say. It folds those in backticks too, so that is how a keyword becomes
     * a name.
     */
    @Override
    public String name(String written) {
        if (!Folding.isPlain(written)) {
            return Dialect.super.name(written);
        }
        return H2Keywords.has(written) ? '`' + written + '`' : written;
    }

    @Override
    public String type(String type) {
        return H2Types.of(type);
    }

    @Override
    public List<Instruction> render(Operation operation, Catalogue before) {
        return splitter.classify(renderings.render(operation, before));
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
