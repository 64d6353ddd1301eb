package dev.palindrome.adapters.files.liquibase;

import dev.palindrome.adapters.files.liquibase.Changeset.Included;
import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.adapters.files.source.Line;
import dev.palindrome.adapters.files.source.SourceFile;
import dev.palindrome.spi.Location;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one file of formatted SQL, by the rules of Liquibase's own parser: line by line, without a look at the SQL. */
final class FormattedSql {
    private static final Pattern HEADER = directive("\\s*--\\s*liquibase\\s*formatted.*");
    private static final Pattern PROPERTY = directive("\\s*--\\s*property\\s+.*:.*\\s+.*:.*");
    private static final Pattern CHANGESET =
            directive("\\s*--\\s*changeset\\s+(\"[^\"]+\"|[^:]+):(\\s*)(\"[^\"]+\"|\\S+)(.*)");
    private static final Pattern ANY_CHANGESET = directive("\\s*--\\s*changeset\\b.*");
    private static final Pattern IGNORE_LINES = directive("--\\s*ignoreLines:(\\w+)");
    private static final Pattern COMMENT = directive("--\\s*comment:? (.*)");
    private static final Pattern ROLLBACK = directive("\\s*--\\s*rollback (.*)");
    private static final Pattern BARE_ROLLBACK = directive("\\s*--\\s*rollback\\s*");
    private static final Pattern BLOCK_START = directive("\\s*/\\*\\s*liquibase\\s*rollback\\s*");
    private static final Pattern BLOCK_END = Pattern.compile("(.*)\\*/\\s*");
    private static final Pattern PRECONDITION = directive("\\s*--\\s*preconditions?\\b.*");
    private static final Pattern PRECONDITION_LIST = directive("\\s*--\\s*preconditions(?!\\S).*");
    private static final Pattern VALID_CHECK_SUM = directive("--\\s*validCheckSum:? (.*)");
    private static final Pattern PAID =
            directive("\\s*--\\s*(?:rollbackSqlFile|tagDatabase:|include\\s+file:|includeAll\\s).*");
    private static final Pattern MISSPELT =
            directive("\\s*-\\s*(?:changeset|rollback|preconditions?|property|comment|validCheckSum"
                    + "|ignoreLines)\\b.*|--\\s*comments:? .*|--\\s*ignore:\\w+");

    private final SourceFile file;
    private final String path;
    private final Properties properties;
    private final Choice choice;
    private final Findings findings;
    private final List<Changeset> changesets = new ArrayList<>();
    private boolean hasHeader;
    private Optional<String> logicalPath = Optional.empty();
    private Optional<Open> open = Optional.empty();

    FormattedSql(SourceFile file, String path, Properties properties, Choice choice, Findings findings) {
        this.file = file;
        this.path = path;
        this.properties = properties;
        this.choice = choice;
        this.findings = findings;
    }

    private static Pattern directive(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** {@return whether a file is formatted SQL: its first line that isn't blank says so} */
    static boolean is(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .filter(line -> HEADER.matcher(line).matches())
                .isPresent();
    }

    /** {@return the changesets of the file, whether they are meant or not} */
    List<Changeset> read(List<Included> inherited) {
        Iterator<Line> lines = file.lines().iterator();
        while (lines.hasNext()) {
            Line line = lines.next();
            if (open.isPresent() && isPlain(line.content())) {
                open.get().body.add(line.number(), line.content());
            } else if (!ignored(line, lines)) {
                take(line, lines);
            }
        }
        close();
        return changesets.stream()
                .map(c -> new Changeset(
                        c.id(), c.path(), c.place(), c.attributes(), c.comment(), c.body(), c.rollback(), inherited))
                .toList();
    }

    /** {@return whether a line is no directive by its first character, as most are} */
    private static boolean isPlain(String content) {
        String stripped = content.stripLeading();
        return !stripped.startsWith("-") && !stripped.startsWith("/");
    }

    private boolean ignored(Line line, Iterator<Line> lines) {
        Matcher ignore = IGNORE_LINES.matcher(line.content());
        if (!ignore.matches()) {
            return false;
        }
        String count = ignore.group(1);
        if (count.equals("start")) {
            while (lines.hasNext()) {
                Matcher end = IGNORE_LINES.matcher(lines.next().content());
                if (end.matches() && end.group(1).equals("end")) {
                    return true;
                }
            }
        } else if (count.matches("\\d{1,9}")) {
            for (int left = Integer.parseInt(count); left > 0 && lines.hasNext(); left--) {
                lines.next();
            }
        } else {
            malformed(line, "ignores neither a number of lines nor from 'start' to 'end'");
        }
        return true;
    }

    private void take(Line line, Iterator<Line> lines) {
        String content = line.content();
        Matcher changeset = CHANGESET.matcher(content);
        if (PROPERTY.matcher(content).matches()) {
            property(line);
        } else if (HEADER.matcher(content).matches()) {
            header(line);
        } else if (changeset.matches()) {
            begin(line, changeset);
        } else if (ANY_CHANGESET.matcher(content).matches()) {
            malformed(line, "is no changeset, which is written --changeset AUTHOR:ID");
        } else if (PAID.matcher(content).matches()) {
            findings.error(
                    LiquibaseCodes.PAID,
                    "'" + content.strip() + "' is done by Liquibase's paid edition only. Write the SQL itself, tag with"
                            + " 'palindrome tag', or include files in the changelog.",
                    file.at(line));
        } else if (MISSPELT.matcher(content).matches()) {
            malformed(line, "looks like a directive and is none. Write two dashes, and the word in the singular");
        } else if (open.isPresent()) {
            open.get().take(line, lines);
        } else {
            outside(line);
        }
    }

    /** The first says where the file is. Liquibase takes any other for a comment, and logs that. */
    private void header(Line line) {
        Optional<String> said = new Attributes(line.content()).text("logicalFilePath");
        if (!hasHeader) {
            hasHeader = true;
            logicalPath = said;
            return;
        }
        open.ifPresent(changeset -> changeset.body.add(line.number(), line.content()));
        said.ifPresent(path -> findings.warning(
                LiquibaseCodes.HEADER,
                "The logicalFilePath '" + path
                        + "' says nothing, since only the first header of a file counts. Write it there, or behind each"
                        + " changeset.",
                file.at(line)));
    }

    private void outside(Line line) {
        String content = line.content().strip();
        if (COMMENT.matcher(line.content()).matches()) {
            malformed(line, "comments on no changeset. Move it below one");
        } else if (PRECONDITION.matcher(line.content()).matches()
                || !(content.isEmpty()
                        || content.startsWith("--")
                        || content.startsWith("/*")
                        || content.startsWith("*"))) {
            findings.warning(
                    LiquibaseCodes.IGNORED_SQL,
                    "'" + content + "' stands above the first changeset, so it does nothing. Put it into one.",
                    file.at(line));
        }
    }

    private void property(Line line) {
        Attributes attributes = new Attributes(line.content());
        Optional<String> name = attributes.text("name");
        Optional<String> value = attributes.text("value");
        boolean isMeant = choice.hasContext(attributes
                        .text("contextFilter")
                        .or(() -> attributes.text("context"))
                        .orElse(""))
                && choice.hasLabels(attributes.text("labels").orElse(""))
                && choice.hasDatabase(attributes.text("dbms").orElse(""));
        if (name.isEmpty() || value.isEmpty() || !isMeant) {
            return;
        }
        String dbms = attributes.text("dbms").orElse("");
        if (choice.dependsOnProduct(dbms)) {
            findings.add(choice.productUnknown("A property is", dbms, file.at(line)));
        }
        String expanded = properties.expand(value.get(), path, unknown -> {});
        if (attributes.isTrue("global", true)) {
            properties.define(name.get(), expanded);
        } else {
            properties.define(name.get(), expanded, path);
        }
    }

    private void begin(Line line, Matcher changeset) {
        close();
        String id = unquoted(changeset.group(3));
        if (!changeset.group(2).isEmpty() || id.replace(":", "").isBlank()) {
            malformed(line, "has no id directly behind the colon. Write --changeset AUTHOR:ID");
            return;
        }
        Attributes attributes = new Attributes(expanded(changeset.group(4)));
        String of = attributes.text("logicalFilePath").or(() -> logicalPath).orElse(path);
        open = Optional.of(new Open(
                new ChangesetId(ChangesetId.normal(expanded(of)), expanded(id), expanded(unquoted(changeset.group(1)))),
                file.at(line),
                attributes));
    }

    private static String unquoted(String text) {
        return text.replaceAll("^\"|\"$", "");
    }

    private String expanded(String text) {
        return properties.expand(text, path, unknown -> {});
    }

    private void close() {
        open.ifPresent(o -> changesets.add(o.changeset()));
        open = Optional.empty();
    }

    private void malformed(Line line, String what) {
        findings.error(
                LiquibaseCodes.MALFORMED,
                "'" + line.content().strip() + "' " + what + ". Liquibase refuses the file.",
                file.at(line));
    }

    /** The changeset that is being read. */
    private final class Open {
        private final ChangesetId id;
        private final Location place;
        private final Attributes attributes;
        private final NumberedLines body = new NumberedLines();
        private final Rollback rollback = new Rollback();
        private String comment = "";

        Open(ChangesetId id, Location place, Attributes attributes) {
            this.id = id;
            this.place = place;
            this.attributes = attributes;
        }

        Changeset changeset() {
            return new Changeset(id, path, place, attributes, comment, body, rollback, List.of());
        }

        void take(Line line, Iterator<Line> lines) {
            String content = line.content();
            Matcher commented = COMMENT.matcher(content);
            Matcher rolledBack = ROLLBACK.matcher(content);
            if (commented.matches()) {
                comment = commented.group(1).strip();
            } else if (rolledBack.matches()) {
                rollback.add(line.number(), rolledBack.group(1));
            } else if (BLOCK_START.matcher(content).matches()) {
                block(line, lines);
            } else if (PRECONDITION.matcher(content).matches()) {
                precondition(line);
            } else if (!VALID_CHECK_SUM.matcher(content).matches()) {
                if (BARE_ROLLBACK.matcher(content).matches()) {
                    rollback.bare(line.number());
                }
                body.add(line.number(), content);
            }
        }

        private void block(Line start, Iterator<Line> lines) {
            while (lines.hasNext()) {
                Line line = lines.next();
                Matcher end = BLOCK_END.matcher(line.content());
                if (end.matches()) {
                    if (!end.group(1).isBlank()) {
                        rollback.addOfBlock(line.number(), end.group(1));
                    }
                    return;
                }
                rollback.addOfBlock(line.number(), line.content());
            }
            malformed(start, "isn't closed with */ at the end of a line");
        }

        private void precondition(Line line) {
            if (choice.takesPreconditionsAsMet()
                    || PRECONDITION_LIST.matcher(line.content()).matches()) {
                return;
            }
            findings.error(
                    LiquibaseCodes.PRECONDITION,
                    "'" + line.content().strip() + "' of changeset '" + id.migrationId()
                            + "' would be asked by Liquibase before it runs, and nothing asks it here. Write SQL that needs no"
                            + " asking, or say 'preconditions: met' in the pack's settings.",
                    file.at(line));
        }
    }
}
