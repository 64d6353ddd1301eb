package dev.palindrome.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of Palindrome. */
public final class Version {
    private Version() {}

    /** {@return the version that was built, such as {@code 0.1.0}} */
    public static String current() {
        try (InputStream file = Version.class.getResourceAsStream("palindrome.properties")) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
