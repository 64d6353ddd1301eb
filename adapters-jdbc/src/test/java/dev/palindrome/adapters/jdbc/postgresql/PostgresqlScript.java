package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.testkit.fuzz.RandomScript;
import java.util.Random;

/** Quotes, dollar quotes, nested comments, bodies and rules of PostgreSQL. */
final class PostgresqlScript extends RandomScript {
    private int objects;

    PostgresqlScript(Random random) {
        super(random);
    }

    @Override
    protected String statement() {
        return switch (number(8)) {
            case 0 -> function();
            case 1 -> rule();
            case 2 -> "DO" + blank() + dollars("BEGIN PERFORM " + literal() + "; END") + end();
            case 3 -> "BEGIN" + end() + query() + end() + pick("COMMIT", "END") + end();
            default -> query() + end();
        };
    }

    private String function() {
        String name = "pg_temp.f" + ++objects;
        String body = number(2) == 0
                ? "BEGIN ATOMIC" + blank() + query() + ";" + gap() + "SELECT CASE WHEN true THEN " + literal()
                        + "::text END;" + gap() + "END"
                : "LANGUAGE sql AS" + blank() + dollars("SELECT " + literal() + "::text; -- '\n");
        return "CREATE FUNCTION " + name + "() RETURNS text" + blank() + body + end() + "SELECT " + name + "()" + end();
    }

    private String rule() {
        String table = "t" + ++objects;
        return "CREATE TEMP TABLE " + table + " (a text)" + end() + "CREATE RULE r AS ON UPDATE TO " + table
                + " DO ALSO (INSERT INTO " + table + " VALUES (" + literal() + ");" + gap() + "DELETE FROM " + table
                + gap() + ")" + end();
    }

    @Override
    protected String comment() {
        return pick(
                "--" + line() + "\n",
                "/*" + line().replace("/*", "").replace("*/", "").replaceAll("[/*]", "") + " */",
                "/* a /* b; ' */ $$ ; */");
    }

    @Override
    protected String literal() {
        String text = raw();
        return switch (number(8)) {
            case 0, 1 -> "E'" + text.replace("\\", "\\\\").replace("'", pick("\\'", "''")) + "'";
            case 2, 3 -> dollars(text);
            case 4 -> "U&'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
            case 5 -> "'a;'\n  '" + text.replace("'", "''") + "'";
            case 6 -> "N" + doubled('\'', text);
            default -> doubled('\'', text);
        };
    }

    private String dollars(String text) {
        String tag = pick("$$", "$a$", "$Ab_1$", "$é$");
        boolean closesEarly = (text + tag).indexOf(tag) < text.length();
        String safe = closesEarly ? "$safe" + ++objects + "$" : tag;
        return safe + text + (closesEarly ? " " : "") + safe;
    }
}
