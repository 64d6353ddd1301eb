package dev.palindrome.adapters.files.diesel;

import dev.palindrome.spi.MigrationId;

/**
 * What the name of a Diesel migration's folder says: {@code VERSION_NAME}. The version is what stands before the first low
 * line, without its dashes; versions are compared as texts.
 *
 * @param folderName the name as it is listed
 * @param version its version
 */
record DieselName(String folderName, String version) {

    static DieselName parse(String folderName) {
        int gap = folderName.indexOf('_');
        return new DieselName(folderName, (gap < 0 ? folderName : folderName.substring(0, gap)).replace("-", ""));
    }

    /**
     * {@return its id}
     *
     * @throws IllegalArgumentException if the version is none
     */
    MigrationId id() {
        return new MigrationId(version);
    }

    String description() {
        int gap = folderName.indexOf('_');
        return gap < 0 ? "" : folderName.substring(gap).replace('_', ' ').strip();
    }
}
