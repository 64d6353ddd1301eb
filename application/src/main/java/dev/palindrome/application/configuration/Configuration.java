package dev.palindrome.application.configuration;

import dev.palindrome.spi.HistoryTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that a user can configure.
 *
 * @param database which database, and who we are there
 * @param historyTable where the history is kept
 * @param signingKey signs the reversals that the history keeps
 * @param packs single packs
 * @param pluginFolders folders of jars: packs and adapters
 * @param lockTimeout how long to wait for another runner
 * @param server where a front end listens
 */
public record Configuration(
        DatabaseSettings database,
        HistoryTable historyTable,
        Optional<SigningKey> signingKey,
        List<PackSource> packs,
        List<Path> pluginFolders,
        Duration lockTimeout,
        ServerSettings server) {
    /** No database, no packs but those on the class path. */
    public static final Configuration EMPTY = new Configuration(
            DatabaseSettings.NONE,
            HistoryTable.DEFAULT,
            Optional.empty(),
            List.of(),
            List.of(),
            Duration.ofMinutes(5),
            ServerSettings.DEFAULT);

    public Configuration {
        packs = List.copyOf(packs);
        pluginFolders = List.copyOf(pluginFolders);
    }

    /** {@return this configuration for another database} */
    public Configuration with(DatabaseSettings other) {
        return new Configuration(other, historyTable, signingKey, packs, pluginFolders, lockTimeout, server);
    }

    /** {@return this configuration with another history table} */
    public Configuration with(HistoryTable other) {
        return new Configuration(database, other, signingKey, packs, pluginFolders, lockTimeout, server);
    }

    /** {@return this configuration with another signing key} */
    public Configuration withSigningKey(Optional<SigningKey> other) {
        return new Configuration(database, historyTable, other, packs, pluginFolders, lockTimeout, server);
    }

    /** {@return this configuration with other server settings} */
    public Configuration with(ServerSettings other) {
        return new Configuration(database, historyTable, signingKey, packs, pluginFolders, lockTimeout, other);
    }

    /** {@return this configuration with another time to wait for the lock} */
    public Configuration withLockTimeout(Duration other) {
        return new Configuration(database, historyTable, signingKey, packs, pluginFolders, other, server);
    }

    /** {@return this configuration with more packs, which come instead of those of the same app or path} */
    public Configuration plusPacks(List<PackSource> more) {
        List<PackSource> all = new ArrayList<>(packs);
        all.removeIf(pack -> more.stream().anyMatch(pack::isReplacedBy));
        all.addAll(more);
        return new Configuration(database, historyTable, signingKey, all, pluginFolders, lockTimeout, server);
    }

    /** {@return this configuration with more folders of jars} */
    public Configuration plusPluginFolders(List<Path> more) {
        List<Path> all = new ArrayList<>(pluginFolders);
        all.addAll(more);
        return new Configuration(database, historyTable, signingKey, packs, all, lockTimeout, server);
    }

    /**
     * Which database, and who we are there.
     *
     * @param url its URL
     * @param user the user, if the URL doesn't name one
     * @param password the password; never shown
     */
    public record DatabaseSettings(Optional<String> url, Optional<String> user, Optional<String> password) {
        /** No database. */
        public static final DatabaseSettings NONE =
                new DatabaseSettings(Optional.empty(), Optional.empty(), Optional.empty());

        /** {@return these settings, or where they lack something, those} */
        public DatabaseSettings or(DatabaseSettings those) {
            return new DatabaseSettings(url.or(those::url), user.or(those::user), password.or(those::password));
        }

        @Override
        public String toString() {
            return "DatabaseSettings[url=" + url.isPresent() + ", user=" + user.orElse("") + "]";
        }
    }
}
