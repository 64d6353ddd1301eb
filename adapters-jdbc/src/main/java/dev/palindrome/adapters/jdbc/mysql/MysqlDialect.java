package dev.palindrome.adapters.jdbc.mysql;

import dev.palindrome.adapters.jdbc.SqlText;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Instruction;
import dev.palindrome.spi.Operation;
import dev.palindrome.spi.Requirement;
import dev.palindrome.spi.SqlScript;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.catalogue.Catalogue;
import dev.palindrome.spi.sql.Renderings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How MySQL and MariaDB write SQL: what only one of them has is left to scripts, but for sequences. */
final class MysqlDialect implements Dialect {
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
        return splitter.classify(renderings.render(operation, before));
    }

    @Override
    public List<Requirement> requirements(List<Statement> reversal, Catalogue after) {
        return SchemaContents.requirements(this, reversal);
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
