package dev.palindrome.domain.sql;

import dev.palindrome.domain.sql.Effect.Verb;
import dev.palindrome.spi.catalogue.ObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what a statement makes, takes away and changes. */
public final class Effects {
    static final String[] KINDS = {
        "TABLE",
        "VIEW",
        "INDEX",
        "SEQUENCE",
        "TYPE",
        "SCHEMA",
        "DATABASE",
        "FUNCTION",
        "PROCEDURE",
        "DOMAIN",
        "TRIGGER",
        "POLICY",
        "RULE",
        "EXTENSION",
        "SYNONYM",
        "EVENT",
        "ALIAS"
    };
    /** What belongs to a table. */
    static final String[] PARTS = {"INDEX", "TRIGGER", "POLICY", "RULE"};

    /** What every inspector reads, or reads as a part of its table. */
    private static final String[] CATALOGUED = {"TABLE", "VIEW", "INDEX", "SEQUENCE", "TYPE"};

    /** What may stand between CREATE and a kind. */
    private static final String[] MANNERS = {
        "TEMPORARY",
        "TEMP",
        "GLOBAL",
        "LOCAL",
        "UNLOGGED",
        "CACHED",
        "MEMORY",
        "UNIQUE",
        "FULLTEXT",
        "SPATIAL",
        "VECTOR",
        "MATERIALIZED",
        "RECURSIVE",
        "FORCE",
        "NO",
        "DEFINER",
        "ALGORITHM",
        "SQL",
        "FOREIGN",
        "LINKED",
        "CONSTRAINT",
        "VIRTUAL"
    };

    static final int MOST_WORDS_BEFORE_KIND = 12;

    /** These leave no other schema and no other rows, however often they run. */
    private static final String[] NONE = {
        "ANALYZE",
        "ANALYSE",
        "VACUUM",
        "OPTIMIZE",
        "REINDEX",
        "CHECKPOINT",
        "SET",
        "RESET",
        "USE",
        "PRAGMA",
        "FLUSH",
        "CLUSTER",
        "REFRESH"
    };

    /** With these behind them they do, or outlive the session. */
    private static final String[] LASTING = {
        "GLOBAL",
        "PERSIST",
        "PERSIST_ONLY",
        "PASSWORD",
        "DEFAULT",
        "USER_VERSION",
        "APPLICATION_ID",
        "FORMAT",
        "INSERT",
        "UPDATE",
        "DELETE",
        "REPLACE"
    };

    /** These have others run. */
    private static final String[] MANY = {
        "CALL", "EXEC", "EXECUTE", "RUNSCRIPT", "DO", "BEGIN", "DECLARE", "IMPORT", "LOAD"
    };

    private final SqlWords words;
    private final Findings findings = new Findings();

    private Effects(String sql) {
        this.words = new SqlWords(sql);
    }

    private static Findings findings(String sql) {
        Effects effects = new Effects(sql);
        effects.read();
        return effects.findings;
    }

    /** {@return what the statement does, in order; empty if that can't be told from its words} */
    public static Optional<List<Effect>> of(String sql) {
        return findings(sql).effects();
    }

    /** {@return whether the statement surely changes neither schema nor rows, such as ANALYZE} */
    public static boolean isNothing(String sql) {
        return of(sql).filter(List::isEmpty).isPresent();
    }

    /** {@return what the statement does to the schema, if the catalogue shows that; else nothing} */
    public static List<Effect> ofSchema(String sql) {
        Findings findings = findings(sql);
        return findings.isSeen()
                ? findings.effects().orElse(List.of()).stream()
                        .filter(effect -> !effect.isOfRows())
                        .toList()
                : List.of();
    }

    /** {@return whether clearing away what the statement leaves half-way ends its work: it only takes away} */
    public static boolean isEndedByClearing(String sql) {
        List<Effect> effects = ofSchema(sql);
        return !effects.isEmpty() && effects.stream().allMatch(effect -> effect.verb() == Verb.TAKE);
    }

    /** {@return whether the statement only sets something for the session, so that another session has to set it again} */
    public static boolean isSetting(String sql) {
        return new SqlWords(sql).isAt("SET", "RESET", "USE", "PRAGMA") && isNothing(sql);
    }

    /** {@return whether the statement may change what names without a schema mean from then on} */
    public static boolean isMovingNames(String sql) {
        SqlWords words = new SqlWords(sql);
        return words.isAt("USE")
                || (words.isAt("SET")
                        && words.mentions("SCHEMA", "CURRENT_SCHEMA", "SCHEMA_SEARCH_PATH", "ROLE", "AUTHORIZATION"))
                || sql.toLowerCase(Locale.ROOT).contains("search_path");
    }

    /** {@return whether the statement has others run, so that it may fail half-way} */
    public static boolean isMany(String sql) {
        return new SqlWords(sql).isAt(MANY);
    }

    /** {@return whether the statement itself says that it may run when its work is done already} */
    public static boolean isRepeatable(String sql) {
        return findings(sql).isRepeatable();
    }

    /** {@return whether the statement makes something that goes with its session, or the rows of which do} */
    public static boolean isTemporary(String sql) {
        return findings(sql).isTemporary();
    }

    private void read() {
        if (words.isAt(NONE)) {
            findings.toldIf(!words.isFollowedBy(LASTING) && !words.seek(MOST_WORDS_BEFORE_KIND, "GLOBAL", "PERSIST"));
        } else if (words.skip("CREATE")) {
            created();
        } else if (words.skip("DROP")) {
            dropped();
        } else if (words.skip("ALTER")) {
            altered();
        } else if (words.skip("RENAME")) {
            renamedTables();
        } else if (words.skip("COMMENT")) {
            commented();
        } else {
            new ChangedRows(words, findings).read();
        }
    }

    private void created() {
        boolean replaces = words.skip("OR") && words.skip("REPLACE", "ALTER");
        boolean isTemporary = words.isAt("TEMPORARY", "TEMP", "LOCAL", "GLOBAL");
        if (!(words.isAt(KINDS) || words.isAt(MANNERS)) || !words.seek(MOST_WORDS_BEFORE_KIND, KINDS)) {
            findings.untold();
            return;
        }
        findings.unseenIf(replaces && words.isAt("TABLE", "SEQUENCE")); // it empties or restarts the same
        boolean isPart = words.isAt(PARTS);
        findings.unseenIf(words.isAt("TYPE") && !words.mentions("ENUM")); // inspectors know no others
        if (!kind()) {
            return;
        }
        findings.temporaryIf(isTemporary);
        words.skip("CONCURRENTLY");
        findings.repeatableIf(words.skipIfExists() || replaces);
        Verb verb = replaces ? Verb.CHANGE : Verb.MAKE;
        if (!isPart) {
            findings.add(verb, words.objectName());
            return;
        }
        String name = words.isAt("ON") ? "" : words.objectName().name();
        findings.toldIf(words.seek(MOST_WORDS_BEFORE_KIND, "ON"));
        words.skip("ON");
        words.skip("ONLY");
        findings.add(verb, words.objectName(), name);
    }

    private void dropped() {
        words.skip("MATERIALIZED", "TEMPORARY", "FOREIGN");
        boolean isPart = words.isAt(PARTS);
        if (!kind()) {
            return;
        }
        words.skip("CONCURRENTLY");
        findings.repeatableIf(words.skipIfExists());
        do {
            ObjectName name = words.objectName();
            if (words.isAt("(")) {
                words.skipOne(); // the types of a function's parameters
            }
            if (!isPart) {
                findings.add(Verb.TAKE, name);
            } else if (words.skip("ON")) {
                findings.add(Verb.TAKE, words.objectName(), name.name());
            } else {
                findings.addPart(Verb.TAKE, name);
            }
        } while (words.skip(","));
    }

    private void altered() {
        words.skip("MATERIALIZED", "FOREIGN", "ONLINE", "IGNORE");
        boolean isTable = words.isAt("TABLE");
        boolean isIndex = words.isAt("INDEX");
        boolean isPart = words.isAt(PARTS);
        if (!kind()) {
            return;
        }
        words.skipIfExists();
        words.skip("ONLY");
        ObjectName name = words.objectName();
        if (isTable) {
            new AlteredTable(words, findings, name).read();
        } else if (words.isAt("RENAME") && words.isFollowedBy("TO") && (isIndex || !isPart)) {
            words.skip("RENAME");
            words.skip("TO");
            renamed(name, words.objectName(), isIndex);
        } else {
            findings.toldIf(!isPart);
            findings.unseenIf(!words.isAt("AS") && !words.isFollowedBy("VALUE")); // all but a view, an enum's value
            findings.add(Verb.CHANGE, name);
        }
    }

    private void renamed(ObjectName from, ObjectName to, boolean isIndex) {
        if (isIndex) {
            findings.addPart(Verb.TAKE, from);
            findings.addPart(Verb.MAKE, to);
        } else {
            findings.add(Verb.TAKE, from);
            findings.add(Verb.MAKE, to);
        }
    }

    private void renamedTables() {
        findings.toldIf(words.skip("TABLE", "TABLES"));
        do {
            words.skipIfExists();
            findings.add(Verb.TAKE, words.objectName());
            findings.toldIf(words.skip("TO"));
            findings.add(Verb.MAKE, words.objectName());
        } while (words.skip(","));
    }

    private void commented() {
        findings.unseen(); // whatever else is done to the object would count as the comment
        findings.repeatableIf(true);
        findings.toldIf(words.skip("ON") && words.skip("TABLE", "VIEW", "SEQUENCE", "TYPE"));
        findings.add(Verb.CHANGE, words.objectName());
    }

    private boolean kind() {
        findings.unseenIf(!words.isAt(CATALOGUED));
        boolean isKnown = !(words.isAt("EVENT") && words.isFollowedBy("TRIGGER")) && words.skip(KINDS);
        findings.toldIf(isKnown);
        return isKnown;
    }
}
