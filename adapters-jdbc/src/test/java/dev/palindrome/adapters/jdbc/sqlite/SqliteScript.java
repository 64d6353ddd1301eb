package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.testkit.fuzz.RandomScript;
import java.util.Random;

/** Quotes of all four kinds and triggers of SQLite. */
final class SqliteScript extends RandomScript {
    private int objects;

    SqliteScript(Random random) {
        super(random);
    }

    @Override
    protected String statement() {
        return switch (number(6)) {
            case 0 -> trigger();
            case 1 -> "BEGIN" + end() + query() + end() + pick("COMMIT", "END") + end();
            case 2 -> "SELECT " + literal() + " AS " + name() + blank() + "FROM (SELECT 1 " + name() + ")" + end();
            default -> query() + end();
        };
    }

    private String trigger() {
        String table = "t" + ++objects;
        return "CREATE TABLE " + table + " (" + name() + ", b)" + end()
                + "CREATE" + blank() + pick("", "TEMP ", "TEMPORARY ") + gap() + "TRIGGER" + blank() + "r" + objects
                + " AFTER INSERT ON " + table + blank() + "BEGIN" + blank()
                + "UPDATE " + table + " SET b = CASE WHEN b THEN " + value() + " ELSE " + value() + " END;" + gap()
                + "UPDATE " + table + " SET b = b || " + literal() + gap() + ";" + gap() + "END" + gap() + ";"
                + "INSERT INTO " + table + " VALUES (1, " + literal() + ")" + end()
                + "SELECT b FROM " + table + end();
    }

    private String name() {
        String name = "x" + raw();
        return switch (number(3)) {
            case 0 -> doubled('"', name);
            case 1 -> doubled('`', name);
            default -> "[" + name.replace("]", "") + "]";
        };
    }

    @Override
    protected String comment() {
        return pick(
                "--" + line() + "\n", "/*" + line().replace("*/", "").replaceAll("[/*]", "") + " */", "/* /* ; ' */");
    }

    @Override
    protected String literal() {
        return number(5) == 0 ? "CAST(x'613B27' AS text)" : doubled('\'', raw());
    }
}
