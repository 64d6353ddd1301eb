package dev.palindrome.adapters.jdbc.postgresql;

import dev.palindrome.spi.Row;
import dev.palindrome.spi.Statement;
import dev.palindrome.spi.StatementKind;
import dev.palindrome.spi.StatementRunner;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The index that a CREATE or DROP INDEX CONCURRENTLY is about. If that is cut off, it stays and can't be used; it "should be
 * dropped", says the section "Building Indexes Concurrently" of the manual's page of CREATE INDEX.
 */
final class ConcurrentIndex {
    private static final String NAME = "(?:\"(?:[^\"]++|\"\")++\"|[\\p{L}_][\\p{L}\\p{N}_$]*+)";
    private static final String GAP = "(?:\\s++|--[^\n]*+|/\\*.*?\\*/)*+";

    /** A blank stands for whatever may stand between two words. */
    private static final Pattern CREATION = pattern(" CREATE (?:UNIQUE )?INDEX CONCURRENTLY (?:IF NOT EXISTS )?"
            + "(?<index>NAME) ON (?:ONLY\\b )?(?<table>NAME(?: \\. NAME)?).*");

    private static final Pattern DROP =
            pattern(" DROP INDEX CONCURRENTLY (?:IF EXISTS )?(?<index>NAME(?: \\. NAME)?).*");

    private static final String INVALID = "SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name"
            + " FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid"
            + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE NOT i.indisvalid AND ";
    private static final String OF_TABLE =
            "i.indrelid = pg_catalog.to_regclass(?) AND c.relname = (pg_catalog.parse_ident(?))[1]";
    private static final String OF_NAME = "c.oid = pg_catalog.to_regclass(?)";

    private ConcurrentIndex() {}

    private static Pattern pattern(String words) {
        return Pattern.compile(
                words.replace(" ", GAP).replace("NAME", NAME), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** {@return what drops the index that such a statement left half built or half dropped; nothing if there is none} */
    static List<Statement> remains(StatementRunner database, Statement statement) {
        return invalid(database, statement.sql()).stream()
                .map(row -> Statement.of(
                        "DROP INDEX CONCURRENTLY " + Parts.text(row, "name"),
                        StatementKind.STANDALONE,
                        Statement.OUR_OWN))
                .toList();
    }

    private static List<Row> invalid(StatementRunner database, String sql) {
        Matcher creation = CREATION.matcher(sql);
        if (creation.matches()) {
            return database.query(INVALID + OF_TABLE, creation.group("table"), creation.group("index"));
        }
        Matcher drop = DROP.matcher(sql);
        return drop.matches() ? database.query(INVALID + OF_NAME, drop.group("index")) : List.of();
    }
}
