package dev.palindrome.spi.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.palindrome.spi.Location;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ScriptSplitterTest {
    private static final ScriptSplitter STANDARD =
            ScriptSplitter.of(Comments.line("--"), Comments.block(), Quotes.doubled('\''), Quotes.doubled('"'));

    private static List<String> split(ScriptSplitter splitter, String text) {
        return splitter.split(new SqlScript(text, new Location("V1.sql", 1))).stream()
                .map(s -> s.location().line() + ": " + s.sql())
                .toList();
    }

    private static List<String> split(String text) {
        return split(STANDARD, text);
    }

    private static List<Problem> problems(ScriptSplitter splitter, String text) {
        return catchThrowableOfType(ProblemException.class, () -> split(splitter, text))
                .problems();
    }

    @Nested
    class Statements {

        @Test
        void endAtSemicolonsAndTheLastOneNeedsNone() {
            assertThat(split("SELECT 1; SELECT 2;\n SELECT 3"))
                    .containsExactly("1: SELECT 1", "1: SELECT 2", "2: SELECT 3");
        }

        @Test
        void withoutATokenAreLeftOut() {
            assertThat(split(";; ;\n/* a */ ; -- b\n;")).isEmpty();
            assertThat(split("")).isEmpty();
            assertThat(split(" -- only this")).isEmpty();
        }

        @Test
        void keepTheCommentsWithinAndLoseThoseAround() {
            assertThat(split("-- before\n/* it */ SELECT /* ; */ 1 -- ;\n + 2 /* behind */ ; -- late"))
                    .containsExactly("2: SELECT /* ; */ 1 -- ;\n + 2");
        }

        @Test
        void areOrdinaryUnlessTheKindsSayOtherwise() {
            ScriptSplitter splitter =
                    STANDARD.withKinds(StatementTable.empty().with(StatementKind.BEGIN, "BEGIN")::kindOf);
            List<Statement> statements = splitter.split(new SqlScript("/* x */ begin; SELECT 1", Location.of("x")));
            assertThat(statements)
                    .extracting(Statement::kind)
                    .containsExactly(StatementKind.BEGIN, StatementKind.ORDINARY);
        }
    }

    @Nested
    class Lines {

        @Test
        void endWithLineFeedOrCarriageReturnOrBoth() {
            assertThat(split("a;\nb;\r\nc;\rd;\n\re;\r\n\r\nf"))
                    .containsExactly("1: a", "2: b", "3: c", "4: d", "6: e", "8: f");
        }

        @Test
        void areCountedWithinQuotesAndComments() {
            assertThat(split("'x\ny\r\nz'; /*\n\n*/ b; -- c\rd")).containsExactly("1: 'x\ny\r\nz'", "5: b", "6: d");
        }

        @Test
        void areThoseOfTheFileThatTheScriptStandsIn() {
            SqlScript script = new SqlScript("\nSELECT 1;\nSELECT 2", new Location("V1.sql", 10));
            assertThat(STANDARD.split(script))
                    .extracting(Statement::location)
                    .containsExactly(new Location("V1.sql", 11), new Location("V1.sql", 12));
        }

        @Test
        void arentCountedWhereTheSourceHasNone() {
            assertThat(STANDARD.split(new SqlScript("\n\na", Location.of("Some.java"))))
                    .extracting(Statement::location)
                    .containsExactly(Location.of("Some.java"));
        }
    }

    @Nested
    class Characters {

        @Test
        void thatShowNothingAreWhiteSpace() {
            assertThat(split("\uFEFF a;\u00A0b\u00A0;\f\u000Bc\f;\u2003d\u3000"))
                    .containsExactly("1: a", "1: b", "1: c", "1: d");
        }

        @Test
        void ofAFileJoinedToAnotherMayBeAByteOrderMark() {
            assertThat(split("a;\n\uFEFFb")).containsExactly("1: a", "2: b");
        }

        @Test
        void beyondAsciiAreKeptAsTheyAre() {
            assertThat(split("SELECT 'é;𝒳' AS größe; 日本")).containsExactly("1: SELECT 'é;𝒳' AS größe", "1: 日本");
        }

        @Test
        void thatAreNulAreRefusedWithTheirLine() {
            assertThat(problems(STANDARD, "a;\nb '\0'; \0"))
                    .extracting(Problem::toString)
                    .containsExactly(
                            "[script/unsupported] A NUL character stands at V1.sql:2, which no database takes. "
                                    + "Remove it; if the whole file is UTF-16, save it as UTF-8. (V1.sql:2)");
        }
    }

    @Nested
    class WhatIsStillOpen {

        @Test
        void isReportedWhereItOpens() {
            assertThat(problems(STANDARD, "a;\nb 'it''s\nlate;\n"))
                    .extracting(Problem::toString)
                    .containsExactly(
                            "[script/unterminated] The quoted text or name that opens at V1.sql:2 is still open at the "
                                    + "end of the script. Close it with '; a ' that belongs to it is written twice. "
                                    + "It begins: 'it''s (V1.sql:2)");
        }

        @Test
        void mayBeAComment() {
            assertThat(problems(STANDARD, "a;\n\n/* b\n;"))
                    .extracting(
                            p -> p.code().path() + p.location().orElseThrow().line())
                    .containsExactly("script/unterminated3");
        }

        @Test
        void mayBeANestedCommentAndThenTheOutermostCounts() {
            assertThat(problems(ScriptSplitter.of(Comments.nested()), "\n/* a\n/* b */ ;"))
                    .extracting(p -> p.location().orElseThrow().line())
                    .containsExactly(2);
        }

        @Test
        void mayBeAParenthesisIfThoseHoldSemicolons() {
            ScriptSplitter holding = STANDARD.withSemicolonsInParentheses();
            assertThat(split(holding, "f (a; (b;) c;); d")).containsExactly("1: f (a; (b;) c;)", "1: d");
            assertThat(split(holding, "a ) ; b")).containsExactly("1: a )", "1: b");
            assertThat(split("a ( ; b")).containsExactly("1: a (", "1: b");
            assertThat(problems(holding, "a;\nb (\n(c); d"))
                    .extracting(Problem::toString)
                    .containsExactly(
                            "[script/unterminated] The parenthesis that opens at V1.sql:2 is still open at the end of "
                                    + "the script. Close it with ). It begins: ( (V1.sql:2)");
        }

        @Test
        void comesAfterOtherProblemsOfTheScript() {
            ScriptSplitter splitter = ScriptSplitter.of(ClientCommands.refused('.', "the shell"), Quotes.doubled('\''));
            assertThat(problems(splitter, ".one\n.two x\na;\n'b"))
                    .extracting(
                            p -> p.code().path() + p.location().orElseThrow().line())
                    .containsExactly("script/unsupported1", "script/unsupported2", "script/unterminated4");
        }
    }

    @Test
    void aHundredProblemsAreEnough() {
        ScriptSplitter splitter = ScriptSplitter.of(ClientCommands.refused('.', "the shell"));
        assertThat(problems(splitter, ".x\n".repeat(99))).hasSize(99);
        assertThat(problems(splitter, ".x\n".repeat(300))).hasSize(100);
    }

    @Nested
    class Rules {

        @Test
        void readQuotesWithBackslashes() {
            ScriptSplitter splitter = ScriptSplitter.of(Quotes.escaped('\''));
            assertThat(split(splitter, "'a\\';b'; 'c\\\\'; 'd'';e'"))
                    .containsExactly("1: 'a\\';b'", "1: 'c\\\\'", "1: 'd'';e'");
            assertThat(problems(splitter, "a\n'b\\")).hasSize(1);
        }

        @Test
        void readBracketsAndMarks() {
            ScriptSplitter splitter = ScriptSplitter.of(Quotes.between('[', ']'), Quotes.marked("$$"));
            assertThat(split(splitter, "[a;'b]; $$ c;$ $$; a$$b;c$$"))
                    .containsExactly("1: [a;'b]", "1: $$ c;$ $$", "1: a$$b", "1: c$$");
            assertThat(problems(splitter, "[a;")).hasSize(1);
            assertThat(problems(splitter, "$$ a;")).hasSize(1);
        }

        @Test
        void ofBlockCommentsNestOnlyIfToldSo() {
            String text = "a /* b /* c ; */ d; */ e; f";
            assertThat(split(text)).containsExactly("1: a /* b /* c ; */ d", "1: */ e", "1: f");
            assertThat(split(ScriptSplitter.of(Comments.nested()), text))
                    .containsExactly("1: a /* b /* c ; */ d; */ e", "1: f");
            assertThat(split("/*/ ; */ a; /**/ b; /***/ c")).containsExactly("1: a", "1: b", "1: c");
            assertThat(split(ScriptSplitter.of(Comments.nested()), "/*/ ; */ a; /**/ b; /***/ c; /*/**/*/ d"))
                    .containsExactly("1: a", "1: b", "1: c", "1: d");
        }

        @Test
        void letAClientSetAnotherDelimiter() {
            ScriptSplitter splitter =
                    ScriptSplitter.of(ClientCommands.delimiter(), Comments.line("#"), Quotes.escaped('\''));
            assertThat(split(
                            splitter,
                            "a; DELIMITER ;;\nb; c;;\nd ';;' # ;;\n;;\ndelimiter '$$'\r\ne;;$$\nDELIMITER ;\nf; g"))
                    .containsExactly("1: a", "2: b; c", "3: d ';;'", "6: e;;", "8: f", "8: g");
            assertThat(split(splitter, "SELECT DELIMITER x; DELIMITERS"))
                    .containsExactly("1: SELECT DELIMITER x", "1: DELIMITERS");
            assertThat(problems(splitter, "a;\nDELIMITER  \nb")).hasSize(1);
        }

        @Test
        void thatReadNothingAreAnError() {
            LexerRule lazy = cursor -> Optional.of(TokenType.WORD);
            assertThatThrownBy(() -> split(ScriptSplitter.of(lazy), "a"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("without moving the cursor at V1.sql:1");
        }
    }

    @Nested
    class Blocks {

        /** A dialect whose routines stand between DO and DONE. */
        private static final class DoDone implements BlockTracker {
            private Optional<OpenBlock> open = Optional.empty();

            @Override
            public void accept(Token token) {
                if (token.is("DO")) {
                    open = Optional.of(new OpenBlock(token, "DONE"));
                } else if (token.is("DONE")) {
                    open = Optional.empty();
                }
            }

            @Override
            public Optional<OpenBlock> open() {
                return open;
            }
        }

        private final ScriptSplitter splitter = STANDARD.withBlocks(DoDone::new);

        @Test
        void holdSemicolonsBack() {
            assertThat(split(splitter, "do a; 'done'; /* done */ b; done c; d"))
                    .containsExactly("1: do a; 'done'; /* done */ b; done c", "1: d");
        }

        @Test
        void endWithTheirStatementAtTheLatest() {
            assertThat(split(splitter, "done; do x; done")).containsExactly("1: done", "1: do x; done");
        }

        @Test
        void thatStayOpenAreReportedWhereTheyOpen() {
            assertThat(problems(splitter, "a;\nb\ndo c;"))
                    .extracting(Problem::toString)
                    .containsExactly(
                            "[script/unterminated] The block that opens at V1.sql:3 is still open at the end of the "
                                    + "script. Close it with DONE. It begins: do (V1.sql:3)");
        }
    }
}
