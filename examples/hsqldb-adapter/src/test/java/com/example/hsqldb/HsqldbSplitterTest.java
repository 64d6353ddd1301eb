package com.example.hsqldb;

import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.testkit.fuzz.SplitterContract;
import java.util.List;

final class HsqldbSplitterTest extends SplitterContract {
    @Override
    protected List<Statement> split(SqlScript script) {
        return new HsqldbDialect().split(script);
    }

    @Override
    protected List<String> lineComments() {
        return List.of("--", "//");
    }

    @Override
    protected boolean nestedComments() {
        return false;
    }

    @Override
    protected List<String> fragments() {
        return List.of(
                "CREATE TRIGGER a# AFTER INSERT ON b BEGIN ATOMIC SET c = #; END;",
                "BEGIN ATOMIC",
                "IF d# THEN",
                "END IF;",
                "CASE",
                "END",
                "// e#;'\n",
                "U&'f#;'");
    }

    @Override
    protected List<String> costly() {
        return List.of("BEGIN ATOMIC ", "CASE ", "BEGIN ATOMIC IF a THEN ", "// x\n");
    }
}
