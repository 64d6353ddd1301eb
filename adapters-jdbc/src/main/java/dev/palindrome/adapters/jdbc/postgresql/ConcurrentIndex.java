package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementKind;
import dev.palindrome.spi.StatementRunner;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The index that a CREATE INDEX CONCURRENTLY makes. If building it is cut off, it stays and can't be used; it "should be
 * dropped", says the section "Building Indexes Concurrently" of the manual's page of CREATE INDEX.
 */
final class ConcurrentIndex {
    private static final String NAME = "(?:\"(?:[^\"]++|\"\")++\"|[\\p{L}_][\\p{L}\\p{N}_$]*+)";
    private static final String GAP = "(?:\\s++|--[^\n]*+|/\\*.*?\\*/)*+";

    /** A blank stands for whatever may stand between two words. */
    private static final Pattern CREATION = Pattern.compile(
            (" CREATE (?:UNIQUE )?INDEX CONCURRENTLY (?:IF NOT EXISTS )?(?<index>NAME) ON (?:ONLY\\b )?"
                            + "(?<table>NAME(?: \\. NAME)?).*")
                    .replace(" ", GAP)
                    .replace("NAME", NAME),
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final String INVALID = "SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name"
            + " FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid"
            + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE NOT i.indisvalid"
            + " AND i.indrelid = pg_catalog.to_regclass(?) AND c.relname = (pg_catalog.parse_ident(?))[1]";

    private ConcurrentIndex() {}

    /** {@return what drops the index that such a statement left without having built it; nothing if there is none} */
    static List<Statement> remains(StatementRunner database, Statement statement) {
        Matcher creation = CREATION.matcher(statement.sql());
        return creation.matches()
                ? database.query(INVALID, creation.group("table"), creation.group("index")).stream()
                        .map(row -> Statement.of(
                                "DROP INDEX CONCURRENTLY " + Parts.text(row, "name"),
                                StatementKind.STANDALONE,
                                Statement.OUR_OWN))
                        .toList()
                : List.of();
    }
}
