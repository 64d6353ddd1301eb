package dev.palindrome.adapters.files.liquibase;

import dev.palindrome.spi.Location;
import java.util.List;

/**
 * A changeset as it stands in a file.
 *
 * @param id what identifies it
 * @param path the file's path in the pack
 * @param place where it begins
 * @param attributes what its line says
 * @param comment what it is for; may be empty
 * @param body what it runs
 * @param rollback what takes it back
 * @param inherited what the changelogs say that include its file
 */
record Changeset(
        ChangesetId id,
        String path,
        Location place,
        Attributes attributes,
        String comment,
        NumberedLines body,
        Rollback rollback,
        List<Included> inherited) {

    /**
     * What a changelog says of a file that it includes.
     *
     * @param context a context expression; may be empty
     * @param labels a list of labels; may be empty
     */
    record Included(String context, String labels) {}

    boolean isMeant(Choice choice) {
        return !attributes.isTrue("ignore", false)
                && choice.hasContext(attributes
                        .text("contextFilter")
                        .or(() -> attributes.text("context"))
                        .orElse(""))
                && choice.hasLabels(attributes.text("labels").orElse(""))
                && choice.hasDatabase(dbms())
                && inherited.stream().allMatch(i -> choice.hasContext(i.context()) && choice.hasLabels(i.labels()));
    }

    String dbms() {
        return attributes.text("dbms").orElse("");
    }
}
