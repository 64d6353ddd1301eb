package dev.palindrome.spi;

/**
 * A migration of some app, as a dependency names it: {@code shop:0003}.
 *
 * @param appName the app
 * @param id the migration in that app
 * @since 0.1
 */
public record MigrationRef(String appName, MigrationId id) {

    /**
     * Reads {@code app:id}.
     *
     * @param text the app's name, a colon, the migration's id (which may itself contain colons)
     * @return the reference
     * @throws IllegalArgumentException if there is no colon or a part is blank
     */
    public static MigrationRef parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || text.substring(0, colon).isBlank()) {
            throw new IllegalArgumentException("'" + text + "' is not of the form app:migration");
        }
        return new MigrationRef(text.substring(0, colon).strip(), new MigrationId(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return appName + ":" + id;
    }
}
