package dev.palindrome.spi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    /** What stands before a password, and the password: as a setting, behind a user's name, and as in thin:user/password@host. */
    private static final Pattern IN_URL =
            Pattern.compile("((?i:password|passwd|pwd|secret|token)[^=&;?\\s]*\\s*=)([^&;]*)"
                    + "|(//[^/@:?]*:)([^/?]*)(?=@)"
                    + "|(:[^/:@?;&]+/)([^@?;&]+)(?=@)");

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
        return IN_URL.matcher(url).replaceAll("$1$3$5***");
    }

    /** {@return what must not be shown: the password, and those in the URL} */
    public List<String> secrets() {
        Stream<String> inUrl = IN_URL.matcher(url)
                .results()
                .flatMap(found -> Stream.of(2, 4, 6).map(found::group).filter(Objects::nonNull));
        return Stream.concat(password.stream(), inUrl)
                .filter(secret -> !secret.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return redactedUrl() + user.map(u -> " as " + u).orElse("");
    }
}
