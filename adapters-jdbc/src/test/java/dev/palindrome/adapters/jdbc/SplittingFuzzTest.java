package dev.palindrome.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.testkit.fuzz.ByteFuzzing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a file, each dialect splits it or names the line at which it can't. */
class SplittingFuzzTest {
    private static final List<String> WORDS = List.of(
            "E'",
            "U&'",
            "N'",
            "X'",
            "q'[",
            "$a$",
            "$a$;$a$",
            "'a;''b'",
            "'\\'",
            "\"a;\"",
            "`a;`",
            "[a;]",
            "-- a;\n",
            "--\n",
            "# a;\n",
            "// a;\n",
            "/* a; */",
            "/* /* */ */",
            "/*!50003 ",
            "/*M! ",
            "\\d a\n",
            "\\.",
            "\\g",
            "\\N",
            ".read a\n",
            "\nDELIMITER ;;\n",
            "\nDELIMITER $$\n",
            "delimiter ",
            ";;",
            "GO\n",
            "source a\n",
            "BEGIN ",
            "BEGIN ATOMIC ",
            "BEGIN NOT ATOMIC ",
            "END;",
            "END ",
            "END IF;",
            "CASE ",
            "WHEN ",
            "THEN ",
            "ELSE ",
            "IF ",
            "LOOP ",
            "REPEAT ",
            "UNTIL ",
            "WHILE ",
            "FOR ",
            "DO ",
            "DECLARE ",
            "HANDLER FOR ",
            "a: ",
            "<<a>> ",
            "CREATE ",
            "OR REPLACE ",
            "PROCEDURE ",
            "FUNCTION ",
            "TRIGGER ",
            "EVENT ",
            "PACKAGE BODY ",
            "EXPLAIN ",
            "TEMP ",
            "AS ",
            "IS ",
            "RETURNS ",
            "SET sql_mode='ANSI_QUOTES';",
            "SET sql_mode=ORACLE;",
            "SET sql_mode=NO_BACKSLASH_ESCAPES;",
            "SET @a=@@sql_mode;",
            "SET sql_mode=@a;",
            "COPY a FROM STDIN;",
            "standard_conforming_strings",
            "COMMIT;",
            "VACUUM;",
            "SELECT 1;");

    private static List<byte[]> corpus = List.of();

    @BeforeAll
    static void readCorpus() throws IOException {
        List<byte[]> scripts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "resources"))) {
            files.filter(file -> file.toString().endsWith(".sql")).sorted().forEach(file -> scripts.add(bytes(file)));
        }
        assertThat(scripts).hasSizeGreaterThan(100);
        corpus = scripts;
    }

    static Stream<DatabaseAdapter> adapters() {
        return ServiceLoader.load(DatabaseAdapter.class).stream().map(ServiceLoader.Provider::get);
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void anyBytesAreSplitOrRefusedWithALine(DatabaseAdapter adapter) {
        Dialect dialect = adapter.dialect();
        int inputs = ByteFuzzing.run(corpus, WORDS, input -> {
            // an escape in YAML can bring half a character
            String text = new String(input, StandardCharsets.UTF_8).replace('\uFFFD', '\uD800');
            try {
                standsInOrder(dialect.split(new SqlScript(text, new Location("a.sql", 1))), text);
            } catch (ProblemException e) {
                assertThat(e.problems())
                        .allSatisfy(p -> assertThat(p.location().orElseThrow().line())
                                .as(p.toString())
                                .isBetween(1, lineAt(text, text.length())));
            }
        });
        assertThat(inputs).as(adapter.name()).isPositive();
    }

    private static void standsInOrder(List<Statement> statements, String script) {
        int from = 0;
        int lineFrom = 0;
        int line = 1;
        for (Statement statement : statements) {
            assertThat(statement.sql()).isNotBlank();
            int at = script.indexOf(statement.sql(), from);
            assertThat(at).as(statement.sql()).isGreaterThanOrEqualTo(from);
            line += lineAt(script.substring(lineFrom, at), at - lineFrom) - 1;
            lineFrom = at;
            assertThat(statement.location().line()).as(statement.sql()).isGreaterThanOrEqualTo(line);
            from = at + statement.sql().length();
        }
    }

    private static int lineAt(String text, int index) {
        int line = 1;
        for (int i = 0; i < index; i++) {
            char c = text.charAt(i);
            line += c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n')) ? 1 : 0;
        }
        return line;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
