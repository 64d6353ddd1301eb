package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.adapters.jdbc.SqlText;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Requirement;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementKind;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.sql.Renderings;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How MySQL and MariaDB write SQL: what only one of them has is left to scripts, but for sequences. */
final class MysqlDialect implements Dialect {
    /** The words with which the statements of typed operations begin that commit. */
    private static final Set<String> DEFINING = Set.of("ALTER", "CREATE", "DROP");

    private final MysqlSplitter splitter = new MysqlSplitter();
    private final Renderings renderings = MysqlRenderings.of(this);

    @Override
    public List<Statement> split(SqlScript script) {
        return splitter.split(script);
    }

    /** In backticks, which mean the same in every sql_mode. */
    @Override
    public String quote(String identifier) {
        if (identifier.isEmpty() || identifier.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A name in SQL is not empty and has no NUL character");
        }
        return '`' + identifier.replace("`", "``") + '`';
    }

    @Override
    public String type(String type) {
        return MysqlTypes.of(type);
    }

    @Override
    public List<Instruction> render(Operation operation, Catalogue before) {
        return renderings.render(operation, before).stream()
                .<Instruction>map(statement -> new Statement(
                        statement.sql(), statement.parameters(), kind(statement.sql()), statement.location()))
                .toList();
    }

    @Override
    public List<Requirement> requirements(List<Statement> reversal, Catalogue after) {
        return SchemaContents.requirements(this, reversal);
    }

    private static StatementKind kind(String sql) {
        return DEFINING.contains(SqlText.firstWord(sql)) ? StatementKind.COMMITTING : StatementKind.ORDINARY;
    }

    /** A backslash is doubled, since it takes the next character as it is. */
    @Override
    public String literal(@Nullable Object value) {
        return SqlText.literal(value).replace("\\", "\\\\");
    }

    @Override
    public String identityColumn() {
        return "bigint NOT NULL AUTO_INCREMENT PRIMARY KEY";
    }

    @Override
    public String identityClause() {
        return Expressions.NUMBERED;
    }

    /** Their text ends at 65,535 bytes. */
    @Override
    public String textType() {
        return "longtext";
    }

    /** Whatever the database's own engine and character set are. */
    @Override
    public String tableOptions() {
        return " ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";
    }
}
