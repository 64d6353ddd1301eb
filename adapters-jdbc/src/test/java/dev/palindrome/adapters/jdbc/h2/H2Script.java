package dev.palindrome.adapters.jdbc.h2;

import dev.palindrome.testkit.fuzz.RandomScript;
import java.util.Random;

/** Quotes and comments of H2. */
final class H2Script extends RandomScript {

    H2Script(Random random) {
        super(random);
    }

    @Override
    protected String statement() {
        return switch (number(5)) {
            case 0 -> "SET @b = (SELECT 1 AS " + name() + ")" + end();
            case 1 -> "SET @a =" + blank() + value() + end() + said("@a");
            default -> said(value());
        };
    }

    private String said(String value) {
        return "INSERT INTO said(v)" + blank() + "VALUES" + gap() + "(" + gap() + value + gap() + ")" + end();
    }

    private String name() {
        return pick(doubled('"', "x" + raw()), "`x y`"); // RunScript doesn't know that semicolons can stand between `
    }

    @Override
    protected String comment() {
        return pick(
                pick("--", "//") + line() + "\n",
                "/*" + line().replaceAll("[/*]", "") + " */",
                "/* a; /* b; */ ' $$ */");
    }

    @Override
    protected String literal() {
        String text = raw();
        return switch (number(5)) {
            case 0 ->
                text.contains("$$") || text.endsWith("$")
                        ? doubled('\'', text)
                        : " $$" + text + "$$"; // RunScript wants a blank before
            case 1 -> "U&'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
            case 2 -> "'a;'\n  '" + text.replace("'", "''") + "'";
            case 3 -> "N" + doubled('\'', text);
            default -> doubled('\'', text);
        };
    }
}
