package dev.palindrome.adapters.jdbc.sqlite;

import dev.palindrome.spi.sql.BlockTracker;
import dev.palindrome.spi.sql.OpenBlock;
import dev.palindrome.spi.sql.Token;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code [EXPLAIN ...] CREATE [TEMP|TEMPORARY] TRIGGER} ends with {@code ; END ;} and nowhere before: the states of
 * sqlite3_complete().
 */
final class TriggerBody implements BlockTracker {
    private State state = State.START;
    private @Nullable Token create;

    @Override
    public void accept(Token token) {
        if (token.is("CREATE") && create == null) {
            create = token;
        }
        state = state.behind(token);
    }

    @Override
    public Optional<OpenBlock> open() {
        boolean inBody = state == State.BODY || state == State.SEMICOLON;
        return inBody && create != null
                ? Optional.of(new OpenBlock(create, "END; behind a semicolon"))
                : Optional.empty();
    }

    private enum State {
        START {
            @Override
            State behind(Token token) {
                return token.is("EXPLAIN") ? EXPLAIN : token.is("CREATE") ? CREATE : PLAIN;
            }
        },
        EXPLAIN {
            @Override
            State behind(Token token) {
                boolean other = Stream.of("EXPLAIN", "TEMP", "TEMPORARY", "TRIGGER", "END")
                        .noneMatch(token::is);
                return token.is("CREATE") ? CREATE : other ? EXPLAIN : PLAIN;
            }
        },
        CREATE {
            @Override
            State behind(Token token) {
                return token.is("TRIGGER") ? BODY : token.is("TEMP") || token.is("TEMPORARY") ? CREATE : PLAIN;
            }
        },
        PLAIN {
            @Override
            State behind(Token token) {
                return PLAIN;
            }
        },
        BODY {
            @Override
            State behind(Token token) {
                return token.is(";") ? SEMICOLON : BODY;
            }
        },
        SEMICOLON {
            @Override
            State behind(Token token) {
                return token.is(";") ? SEMICOLON : token.is("END") ? END : BODY;
            }
        },
        END {
            @Override
            State behind(Token token) {
                return BODY;
            }
        };

        abstract State behind(Token token);
    }
}
