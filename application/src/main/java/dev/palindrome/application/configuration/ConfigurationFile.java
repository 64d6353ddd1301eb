package dev.palindrome.application.configuration;

import dev.palindrome.application.configuration.Configuration.DatabaseSettings;
import dev.palindrome.application.configuration.ServerSettings.Role;
import dev.palindrome.application.configuration.ServerSettings.Token;
import dev.palindrome.spi.HistoryTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The shape of {@code palindrome.yaml}. Everything in it may be left out. */
record ConfigurationFile(
        @Nullable DatabaseSection database,
        @Nullable HistorySection history,
        @Nullable List<PackSection> packs,
        @Nullable List<String> pluginFolders,
        @Nullable LockSection lock,
        @Nullable ServerSection server) {

    Configuration toConfiguration(Path file) {
        Configuration empty = Configuration.EMPTY;
        return new Configuration(
                database == null ? empty.database() : database.toSettings(file),
                history == null ? empty.historyTable() : history.toTable(),
                history == null ? empty.signingKey() : history.toKey(file),
                all(packs).map(pack -> pack.toSource(file)).toList(),
                all(pluginFolders).map(file::resolveSibling).toList(),
                lock == null ? empty.lockTimeout() : lock.toTimeout(),
                server == null ? empty.server() : server.toSettings());
    }

    private static <T> Stream<T> all(@Nullable List<T> list) {
        return list == null ? Stream.empty() : list.stream();
    }

    record DatabaseSection(
            @Nullable String url,
            @Nullable String user,
            @Nullable String passwordFile) {
        /** Stands in a URL for the folder of the file, since only the database knows what in its URL is a path. */
        private static final String FOLDER = "${folder}";

        private static String folderOf(Path file) {
            Path folder = file.toAbsolutePath().normalize().getParent();
            return String.valueOf(folder).replace('\\', '/');
        }

        DatabaseSettings toSettings(Path file) {
            return new DatabaseSettings(
                    Optional.ofNullable(url).map(text -> text.replace(FOLDER, folderOf(file))),
                    Optional.ofNullable(user),
                    Optional.ofNullable(passwordFile).map(file::resolveSibling).map(ConfigurationReader::readPassword));
        }
    }

    record HistorySection(@Nullable String table, @Nullable String signingKeyFile) {
        Optional<SigningKey> toKey(Path file) {
            return Optional.ofNullable(signingKeyFile).map(file::resolveSibling).map(SigningKey::read);
        }

        HistoryTable toTable() {
            return table == null ? HistoryTable.DEFAULT : HistoryTable.parse(table);
        }
    }

    record PackSection(
            @Nullable String app,
            @Nullable String path,
            @Nullable String format,
            @Nullable Map<String, String> settings) {
        PackSource toSource(Path file) {
            if (path == null) {
                throw new IllegalArgumentException("A pack in 'packs' needs a path");
            }
            return new PackSource(
                    Optional.ofNullable(app),
                    file.resolveSibling(path),
                    Optional.ofNullable(format),
                    settings == null ? Map.of() : settings);
        }
    }

    record LockSection(@Nullable String timeout) {
        Duration toTimeout() {
            return timeout == null ? Configuration.EMPTY.lockTimeout() : ConfigurationReader.duration(timeout);
        }
    }

    record ServerSection(
            @Nullable String bind,
            @Nullable Integer port,
            @Nullable String path,
            @Nullable Boolean https,
            @Nullable List<TokenSection> tokens) {
        ServerSettings toSettings() {
            ServerSettings usual = ServerSettings.DEFAULT;
            return new ServerSettings(
                    bind == null ? usual.bind() : bind,
                    port == null ? usual.port() : port,
                    path == null ? usual.path() : path,
                    https == null ? usual.isHttps() : https,
                    all(tokens).map(TokenSection::toToken).toList());
        }
    }

    record TokenSection(
            @Nullable String name,
            @Nullable String sha256,
            @Nullable String role) {
        Token toToken() {
            if (name == null || sha256 == null || !sha256.matches("[0-9a-fA-F]{64}")) {
                throw new IllegalArgumentException(
                        "A token in 'server.tokens' needs a name and a sha256 of 64 hexadecimal digits");
            }
            return new Token(name, sha256.toLowerCase(Locale.ROOT), toRole());
        }

        private Role toRole() {
            return switch (role == null ? "viewer" : role) {
                case "viewer" -> Role.VIEWER;
                case "operator" -> Role.OPERATOR;
                default ->
                    throw new IllegalArgumentException(
                            "The role '" + role + "' of a token is neither viewer nor operator");
            };
        }
    }
}
