package dev.palindrome.adapters.jdbc.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.palindrome.spi.Capability;
import dev.palindrome.spi.Database;
import dev.palindrome.spi.DatabaseAdapter;
import dev.palindrome.spi.DatabaseAddress;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.catalogue.Column;
import dev.palindrome.spi.catalogue.ObjectName;
import dev.palindrome.spi.operation.MakeColumn;
import dev.palindrome.testkit.RoundTripContract;
import dev.palindrome.testkit.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The contract of round trips finds what is broken, and shows how little it takes. */
final class RoundTripFailureTest {

    @Test
    void a_dialect_that_forgets_defaults_is_found_and_the_sequence_is_shrunk() {
        Throwable failure = catchThrowable(new BrokenTest()::fails);

        assertThat(failure).isInstanceOf(AssertionError.class);
        assertThat(failure.getMessage())
                .containsPattern("A sequence of \\d+ operations failed \\(-Dpalindrome.seed=\\d+")
                .containsPattern(
                        "so do these 2:\n\noperations:\n  - createTable: \\{.*\\}\n  - dropColumn: \\{.*\\}\n\n")
                .contains("It failed comparing after going backwards, at")
                .contains("default: ");
    }

    /** Not run by itself. */
    private static final class BrokenTest extends RoundTripContract {
        BrokenTest() {
            super(new BrokenDatabase());
        }

        void fails() {
            operations_in_any_order_go_forwards_backwards_and_forwards_again();
        }
    }

    private static final class BrokenDatabase implements TestDatabase {
        private final TestDatabase h2 = H2Databases.inMemory();
        private final DatabaseAdapter adapter = new BrokenAdapter(h2.adapter());

        @Override
        public DatabaseAdapter adapter() {
            return adapter;
        }

        @Override
        public DatabaseAddress freshAddress() {
            return h2.freshAddress();
        }
    }

    private record BrokenAdapter(DatabaseAdapter h2) implements DatabaseAdapter {
        @Override
        public String name() {
            return h2.name();
        }

        @Override
        public boolean serves(String url) {
            return h2.serves(url);
        }

        @Override
        public Set<Capability> capabilities() {
            return h2.capabilities();
        }

        @Override
        public Dialect dialect() {
            return new ForgetfulDialect(h2.dialect());
        }

        @Override
        public Database connect(DatabaseAddress address) {
            return h2.connect(address);
        }
    }

    /** Makes columns that come back without their default. */
    private record ForgetfulDialect(Dialect h2) implements Dialect {
        @Override
        public List<Instruction> render(Operation operation, Catalogue before) {
            return h2.render(operation instanceof MakeColumn made ? forgetful(made) : operation, before);
        }

        private static MakeColumn forgetful(MakeColumn made) {
            return new MakeColumn(
                    made.parts()
                            .mapColumns(c -> new Column(
                                    c.name(),
                                    c.type(),
                                    c.nullable(),
                                    made.order().isEmpty() ? c.defaultExpression() : Optional.empty(),
                                    c.collation(),
                                    c.generated(),
                                    c.comment())),
                    made.order(),
                    made.fill());
        }

        @Override
        public List<Statement> split(SqlScript script) {
            return h2.split(script);
        }

        @Override
        public String quote(String identifier) {
            return h2.quote(identifier);
        }

        @Override
        public String name(String written) {
            return h2.name(written);
        }

        @Override
        public String name(ObjectName object) {
            return h2.name(object);
        }

        @Override
        public String type(String type) {
            return h2.type(type);
        }

        @Override
        public String literal(@Nullable Object value) {
            return h2.literal(value);
        }

        @Override
        public String identityColumn() {
            return h2.identityColumn();
        }

        @Override
        public String textType() {
            return h2.textType();
        }
    }
}
