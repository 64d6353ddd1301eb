package dev.palindrome.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Where a database is and who we are there. Made by the engine from the user's configuration, read by adapters. Its text
 * never shows a password.
 *
 * @param url the URL as the user gave it
 * @param user the user, if the URL doesn't name one
 * @param password the password, if there is one
 * @param dataSource the program's own connections, when Palindrome is embedded; the adapter then opens no others
 * @since 0.1
 */
public record DatabaseAddress(
        String url, Optional<String> user, Optional<String> password, Optional<DataSource> dataSource) {

    /** What stands before a password, and the password: first those that are set by name, then those behind a user's name. */
    private static final List<Pattern> PASSWORDS = List.of(
            Pattern.compile("(?i)((?:password|passwd|pwd|secret|token)[^=&;?\\s]*\\s*=)([^&;]*)"),
            Pattern.compile("(//[^/@:?]*:)([^/?]*)(?=@)"));

    /** As in thin:user/password@host; but a path can look like that, too. */
    private static final Pattern PERHAPS = Pattern.compile("(:[^/:@?;&]+/)([^@?;&]+)(?=@)");

    private static final String REDACTED = "$1***";

    /**
     * An address that the URL says all about.
     *
     * @param url the URL
     * @return the address
     */
    public static DatabaseAddress of(String url) {
        return new DatabaseAddress(url, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * An address reached through a program's own connections.
     *
     * @param dataSource the program's connections
     * @param url what their metadata say
     * @return the address
     */
    public static DatabaseAddress of(DataSource dataSource, String url) {
        return new DatabaseAddress(url, Optional.empty(), Optional.empty(), Optional.of(dataSource));
    }

    /** {@return user and password, as far as they are known, by the names that drivers have for them (java.sql.Driver)} */
    public Properties login() {
        Properties login = new Properties();
        user.ifPresent(name -> login.setProperty("user", name));
        password.ifPresent(secret -> login.setProperty("password", secret));
        return login;
    }

    /** {@return the URL for people: passwords in it are replaced by asterisks} */
    public String redactedUrl() {
        String redacted = url;
        for (Pattern each : PASSWORDS) {
            redacted = each.matcher(redacted).replaceAll(REDACTED);
        }
        return PERHAPS.matcher(redacted).replaceAll(REDACTED);
    }

    /** {@return what must not be shown: the password, and those that are surely passwords in the URL} */
    public List<String> secrets() {
        List<String> secrets = new ArrayList<>(password.stream().toList());
        String rest = url;
        for (Pattern each : PASSWORDS) {
            each.matcher(rest).results().map(found -> found.group(2)).forEach(secrets::add);
            rest = each.matcher(rest).replaceAll(REDACTED);
        }
        secrets.removeIf(String::isEmpty);
        return List.copyOf(secrets);
    }

    @Override
    public String toString() {
        return redactedUrl() + user.map(u -> " as " + u).orElse("");
    }
}
