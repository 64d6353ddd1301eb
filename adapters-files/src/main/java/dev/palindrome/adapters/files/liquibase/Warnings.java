package dev.palindrome.adapters.files.liquibase;

import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.spi.Location;

/** Says where a changeset does otherwise here than with Liquibase, or otherwise with Liquibase than it looks. */
final class Warnings {
    private final Changeset changeset;
    private final Findings findings;
    private final String name;

    Warnings(Changeset changeset, Findings findings) {
        this.changeset = changeset;
        this.findings = findings;
        this.name = "changeset '" + changeset.id().migrationId() + "'";
    }

    void report() {
        attributes();
        rollback();
        String body = changeset.body().script("").text();
        boolean isStripped = changeset.attributes().isTrue("stripComments", true);
        if (isStripped && (body.contains("/*!") || body.contains("/*M!"))) {
            findings.warning(
                    LiquibaseCodes.EXECUTABLE_COMMENT,
                    "The SQL in comments /*! … */ of " + name
                            + " runs here as it stands. Liquibase takes it away with the"
                            + " other comments, unless stripComments is false.",
                    changeset.place());
        }
    }

    private void attributes() {
        Attributes attributes = changeset.attributes();
        attributes
                .withoutValue()
                .forEach(key -> findings.warning(
                        LiquibaseCodes.ATTRIBUTE,
                        "Liquibase passes over '" + key + ":' of " + name
                                + ", since nothing stands directly behind the colon,"
                                + " and so does this. Write the value there, without a blank.",
                        changeset.place()));
        if (attributes.isSplitLikeRollback()) {
            findings.warning(
                    LiquibaseCodes.SPLIT,
                    "Liquibase takes rollbackSplitStatements of " + name
                            + " for splitStatements, too, so that its SQL isn't"
                            + " split either, and so does this. If that isn't meant, write splitStatements:true behind it.",
                    changeset.place());
        }
        String runWith = attributes.text("runWith").orElse("jdbc");
        if (!runWith.equalsIgnoreCase("jdbc")) {
            findings.error(
                    LiquibaseCodes.RUN_WITH,
                    "The " + name + " is to be run with " + runWith
                            + ", which only Liquibase's paid edition does. Write it"
                            + " without that program's own commands, and take runWith away.",
                    changeset.place());
        }
        if (attributes.isTrue("runAlways", false)) {
            findings.warning(
                    LiquibaseCodes.RUN_ALWAYS,
                    "The " + name
                            + " would be run by Liquibase each time. Here it runs once, and again when it changes.",
                    changeset.place());
        }
        if (!attributes.isTrue("failOnError", true)) {
            findings.warning(
                    LiquibaseCodes.FAIL_ON_ERROR,
                    "The " + name + " may fail with Liquibase, which goes on then. Here a failure stops the run.",
                    changeset.place());
        }
    }

    private void rollback() {
        Rollback rollback = changeset.rollback();
        String source = changeset.place().source();
        if (rollback.isAbsent()) {
            rollback.bareLine()
                    .ifPresent(line -> warn(
                            "A line --rollback alone is a comment to Liquibase, so " + name
                                    + " has no way back. Write --rollback empty if none is needed.",
                            new Location(source, line)));
        } else if (rollback.isNotNeeded()) {
            if (!rollback.behindNotNeeded().isEmpty()) {
                warn(
                        "The rollback of " + name
                                + " begins with 'empty' or 'not required', so Liquibase runs nothing of it,"
                                + " and neither is it run here. Write those words alone, or begin with SQL.",
                        rollback.place(source));
            }
        } else if (rollback.hasCommentInBlock()) {
            warn(
                    "Liquibase would execute this differently: it loses the line ends of the block, so that the comment behind"
                            + " -- swallows the rest of the rollback of " + name + ". Here each line counts.",
                    rollback.place(source));
        } else if (rollback.isProse() && rollback.reference().isEmpty()) {
            warn(
                    "The comment is the rollback of " + name
                            + " to Liquibase, and here too, though it reads like a sentence."
                            + " Begin the line otherwise than with 'rollback'.",
                    rollback.place(source));
        }
    }

    private void warn(String message, Location place) {
        findings.warning(LiquibaseCodes.ROLLBACK, message, place);
    }
}
