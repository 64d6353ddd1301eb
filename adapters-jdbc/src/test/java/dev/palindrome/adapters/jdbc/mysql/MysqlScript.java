package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.testkit.fuzz.RandomScript;
import java.util.Random;

/** Quotes, executable comments, delimiters, bodies and modes of MariaDB. */
final class MysqlScript extends RandomScript {
    private boolean ansiQuotes;
    private boolean noBackslashes;
    private int objects;

    MysqlScript(Random random) {
        super(random);
    }

    @Override
    protected String statement() {
        return switch (number(9)) {
            case 0, 1 -> procedure();
            case 2 -> modes();
            case 3 -> "SELECT CONCAT(" + literal() + executable(", " + literal()) + ")" + end();
            case 4 -> delimited("BEGIN NOT ATOMIC" + blank() + body() + "END");
            case 5 -> delimited(query());
            default -> query() + end();
        };
    }

    private String procedure() {
        String name = "p" + ++objects;
        return delimited("CREATE OR REPLACE PROCEDURE " + name + "()" + blank() + maybe("l: ") + "BEGIN" + blank()
                        + body() + "END")
                + "CALL " + name + "()" + end();
    }

    private String body() {
        return pick("", "DECLARE a INT DEFAULT 1;" + gap())
                + pick(
                        "IF 1 = 1 THEN " + query() + gap() + "; ELSE SELECT 1; END IF;",
                        "CASE 1 WHEN 1 THEN " + query() + "; ELSE BEGIN END; END CASE;",
                        "BEGIN " + query() + "; END;",
                        "WHILE 1 = 0 DO SELECT 1; END WHILE;" + query() + ";",
                        query() + ";")
                + blank();
    }

    /** A delimiter holds for what it was set before, or for several statements. */
    private String delimited(String statement) {
        String delimiter = pick(";;", "//", "$$", "|", "!!!");
        String word = pick("DELIMITER", "delimiter", "Delimiter") + " ";
        String quoted = pick(delimiter, delimiter, "'" + delimiter + "'", "\"" + delimiter + "\"");
        // what stands in it anywhere would end it, in texts and comments apart
        return "\n" + word + quoted + "\n" + statement + pick("", " ", "\n") + delimiter
                + pick("", "\n", "\nSELECT 'b;' " + delimiter) + "\n" + word + ";\n";
    }

    private String modes() {
        ansiQuotes = number(2) == 0;
        noBackslashes = number(2) == 0;
        return "SET " + maybe("SESSION ") + "sql_mode =" + blank() + "'" + (ansiQuotes ? "ANSI_QUOTES" : "")
                + (ansiQuotes && noBackslashes ? "," : "") + (noBackslashes ? "NO_BACKSLASH_ESCAPES" : "") + "'"
                + end();
    }

    private String executable(String code) {
        return pick("/*!", "/*!50003 ", "/*M!", "/*M!100100 ") + code + " */" + pick("", "/*!99999 " + " , 'c' */");
    }

    @Override
    protected String comment() {
        return pick(
                "-- " + line() + "\n",
                "--\n",
                "--\t" + line() + "\n",
                "#" + line() + "\n",
                "/*" + pick(" ", "a", ";") + line().replaceAll("[/*!]", "") + " */",
                "/* a; /* b; ' */");
    }

    @Override
    protected String literal() {
        String text = raw();
        return switch (number(7)) {
            case 0 -> "X'613B27'";
            case 1 -> "_utf8mb4" + quoted('\'', text);
            case 2 -> "CONVERT(N" + quoted('\'', text) + " USING utf8mb4)"; // which doesn't go with others as it is
            case 3 -> ansiQuotes ? quoted('\'', text) : quoted('"', text);
            case 4 -> quoted('\'', "a;") + pick(" ", "\n") + quoted('\'', text);
            case 5 -> "CONCAT(5--1," + quoted('\'', text) + ")";
            default -> quoted('\'', text);
        };
    }

    private String quoted(char quote, String text) {
        String written = noBackslashes ? text : text.replace("\\", "\\\\");
        return noBackslashes || number(2) == 0
                ? doubled(quote, written)
                : quote + written.replace(String.valueOf(quote), "\\" + quote) + quote;
    }
}
